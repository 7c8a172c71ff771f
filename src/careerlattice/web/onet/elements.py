"""Occupations by element: the trees of O*NET data, and soft skills."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Occupation
from careerlattice.catalog.ratings import RatedMatrix, rated_matrix
from careerlattice.catalog.texts import read_element_description
from careerlattice.content.element_groups import element_groups
from careerlattice.content.words import element_words
from careerlattice.match.occupation_arrays import interest_arrays
from careerlattice.vocab.interests import Interest
from careerlattice.web.onet.ask import Ask, Json, Unprocessable
from careerlattice.web.onet.related import element_scores
from careerlattice.web.onet.route import Route, empty_list, nothing
from careerlattice.web.onet.shapes import (
    IMPACT,
    IMPORTANCE,
    IMPORTANT,
    LEVEL,
    ordered,
    scaled,
    services,
    with_zone,
)

NO_GROUP_TEXTS = "descriptions in our own words; groups have none until texts are pulled"
OWN_WORDS = "descriptions and examples of levels in our own words, O*NET's once pulled"
# Levels that our examples of low, middle and high are written for.
_EXAMPLE_LEVELS = (("low", 2), ("middle", 4), ("high", 6))
# An occupation covers a skill that is important in it.
_COVERED = scaled(IMPORTANT, *IMPORTANCE)


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree of elements: its domain in our tables and the start of its ids."""

    domain: str
    starts: str
    title: str


TREES = {
    "abilities": Tree("ability", "1.A.", "Abilities"),
    "knowledge": Tree("knowledge", "2.C.", "Knowledge"),
    "skills_basic": Tree("skill", "2.A.", "Basic Skills"),
    "skills_cf": Tree("skill", "2.B.", "Cross-Functional Skills"),
    "work_activities": Tree("work_activity", "4.A.", "Work Activities"),
    "work_styles": Tree("work_style", "1.D.", "Work Styles"),
}


def data_services(ask: Ask) -> list[Json]:
    """The trees that can be browsed."""
    named = [(f"{word}/", tree.title) for word, tree in TREES.items()]
    return services(ask, *named, ("interests/", "Interests"))


def tree(ask: Ask, word: str) -> list[Json]:
    """A tree of groups and elements; elements have an address."""
    found = TREES[word]
    names = element_names(ask.catalog, found.domain)
    nodes: dict[str, Json] = {}
    roots: list[Json] = []
    inside = [name for name in names if name.startswith(found.starts)]
    groups = {
        group: name
        for group, name in element_groups().items()
        if any(one.startswith(f"{group}.") for one in inside)
    }
    for element_id in sorted([*inside, *groups]):
        node: Json = {}
        if element_id in names:
            node["href"] = ask.url("online/onet_data", word, element_id)
        node |= {
            "id": element_id,
            "name": names.get(element_id) or groups[element_id],
            "description": read_element_description(ask.catalog.release, element_id),
        }
        nodes[element_id] = node
        parent = nodes.get(element_id.rpartition(".")[0])
        if parent is None:
            roots.append(node)
        else:
            parent.setdefault("child", []).append(node)
    return roots


def element_names(catalog: Catalog, domain: str) -> dict[str, str]:
    """Names of the elements of a domain by id."""
    import polars as pl

    rows = catalog.release.table("elements").filter(pl.col("domain") == domain)
    return dict(rows.select("element_id", "name").iter_rows())


def element_page(ask: Ask, word: str) -> Json:
    """The occupations of an element, those for which it counts most first."""
    found, element_id = TREES[word], ask.parts["element"]
    if not element_id.startswith(found.starts):
        raise Unprocessable(f"element must match pattern '^{found.starts}'")
    name, scores = element_scores(ask.catalog, found.domain, element_id)
    rows = [ask.catalog.occupation(code) for code in scores]
    before = [("summary", _summary(ask, element_id, name))]
    if found.domain == "work_style":
        rows = _sorted(ask, rows, scores, scores)
        shape = partial(_style_row, ask, scores)
    else:
        matrix = rated_matrix(ask.catalog, found.domain)
        column = matrix.element_ids.index(element_id)
        levels = {str(one.code): float(matrix.level[_row(ask, one), column]) for one in rows}
        rows = _sorted(ask, rows, scores, levels)
        shape = partial(_rated_row, ask, scores, levels)
        examples = level_examples(element_id)
        if examples:
            before.append(("example", examples))  # type: ignore[arg-type]
    return ask.page("occupation", rows, shape, before)


def _summary(ask: Ask, element_id: str, name: str) -> Json:
    text = read_element_description(ask.catalog.release, element_id)
    return {"id": element_id, "name": name, "description": text}


def _row(ask: Ask, one: Occupation) -> int:
    return ask.catalog.row_of[one.code]


def _sorted(
    ask: Ask, rows: list[Occupation], scores: dict[str, float], levels: dict[str, float]
) -> list[Occupation]:
    by = ask.choice("sort", ("importance", "level", "title", "code"))
    if by in ("title", "code"):
        return ordered(rows, by)
    first = scores if by == "importance" else levels
    return sorted(rows, key=lambda one: (-first[one.code], one.title))


def _style_row(ask: Ask, scores: dict[str, float], one: Occupation) -> Json:
    return {**with_zone(ask, one), "importance": scaled(scores[one.code], *IMPACT)}


def _rated_row(
    ask: Ask, scores: dict[str, float], levels: dict[str, float], one: Occupation
) -> Json:
    found = with_zone(ask, one)
    level = levels[one.code]
    told = {"level": scaled(level, *LEVEL)} if level > 0 else {"level_not_relevant": True}
    return {**found, **told, "importance": scaled(scores[one.code], *IMPORTANCE)}


def level_examples(element_id: str) -> list[Json]:
    """Our examples of rising levels of a skill or knowledge, on the scale of 0 to 100."""
    words = element_words(element_id)
    if words is None or not words.low:
        return []
    return [
        {"level": scaled(float(level), *LEVEL), "description": getattr(words, name)}
        for name, level in _EXAMPLE_LEVELS
    ]


def interest_tree(ask: Ask) -> list[Json]:
    """The six interest areas."""
    return [
        {"href": ask.url("online/onet_data/interests", area.letter), **_area(ask, area)}
        for area in Interest
    ]


def _area(ask: Ask, area: Interest) -> Json:
    return {
        "id": area.element_id,
        "interest_code": area.letter,
        "name": area.value.title(),
        "description": read_element_description(ask.catalog.release, area.element_id),
    }


def interest_page(ask: Ask) -> Json:
    """The occupations whose strongest interests are those of the letters, in their order."""
    letters = ask.part("letters", "[RIASEC]{1,3}")
    if len(set(letters)) != len(letters):
        raise Unprocessable("letters must NOT have duplicate items")
    areas = {area.letter: area for area in Interest}
    arrays = interest_arrays(ask.catalog)
    found = []
    for one in ask.catalog.list_occupations():
        row = _row(ask, one)
        if arrays.is_stand_in[row]:
            continue
        order = np.argsort(-arrays.scores[row], kind="stable")
        code = "".join("RIASEC"[place] for place in order[:3].tolist())
        if code.startswith(letters):
            found.append((one, code))
    by = ask.choice("sort", ("interest_code", "title", "code", "job_zone"))
    rank = {one.code: place for place, one in enumerate(ordered([o for o, _ in found], by))}
    found.sort(key=lambda pair: (pair[1] if by == "interest_code" else "", rank[pair[0].code]))
    summary = [_area(ask, areas[letter]) for letter in letters]

    def shape(pair: tuple[Occupation, str]) -> Json:
        return {**with_zone(ask, pair[0]), "interest_code": pair[1]}

    return ask.page("occupation", found, shape, [("summary", summary)])


# What O*NET calls soft skills are its skills of dealing with people and of thinking.
_SOFT = {"social": ("2.B.1.",), "thinking": ("2.A.1.", "2.A.2.", "2.B.2.", "2.B.4.")}


def soft_skills(ask: Ask) -> Json:
    """The social and thinking skills, with examples of levels."""
    names = element_names(ask.catalog, "skill")
    return {
        kind: [
            {
                "code": element_id,
                "title": names[element_id],
                "description": read_element_description(ask.catalog.release, element_id),
                "example": level_examples(element_id),
            }
            for element_id in sorted(names)
            if element_id.startswith(starts)
        ]
        for kind, starts in _SOFT.items()
    }


def soft_skill_results(ask: Ask) -> Json:
    """The occupations that use the skills chosen, those that cover most of them first."""
    chosen = [part.strip() for part in ask.required("skills").split(",") if part.strip()]
    matrix = rated_matrix(ask.catalog, "skill")
    soft = [
        one for starts in _SOFT.values() for one in matrix.element_ids if one.startswith(starts)
    ]
    unknown = [one for one in chosen if one not in soft]
    if unknown:
        raise Unprocessable(f"skills: there is no soft skill {unknown[0][:20]!r}")
    covered = np.zeros(len(ask.catalog.codes))
    strength = np.zeros(len(ask.catalog.codes))
    for element_id in chosen:
        weight = matrix.weight[:, matrix.element_ids.index(element_id)] * 100
        covered += weight >= _COVERED
        strength += weight
    rows = [
        ask.catalog.occupation(ask.catalog.codes[row])
        for row in np.flatnonzero(~matrix.is_stand_in & (covered > 0)).tolist()
    ]
    by = ask.choice("sort", ("skills_covered", "my_matches", "title", "code", "zone"))
    rows = ordered(rows, by)
    if by in ("skills_covered", "my_matches"):
        rows.sort(key=lambda one: (-covered[_row(ask, one)], -strength[_row(ask, one)]))

    def shape(one: Occupation) -> Json:
        row = _row(ask, one)
        has = [_skill(matrix, element_id, row) for element_id in chosen]
        rest = [_skill(matrix, other, row) for other in soft if other not in chosen]
        rest = [skill for skill in rest if skill.get("importance", 0) >= _COVERED]
        return {**with_zone(ask, one), "skills_matched": has, "skills_other": rest}

    return ask.page("occupation", rows, shape)


def _skill(matrix: RatedMatrix, element_id: str, row: int) -> Json:
    column = matrix.element_ids.index(element_id)
    return {
        "code": element_id,
        "title": matrix.names[column],
        "level": scaled(float(matrix.level[row, column]), *LEVEL),
        "importance": scaled(float(matrix.importance[row, column]), *IMPORTANCE),
    }


_BASE = "online/onet_data"
ROUTES = (
    Route(f"{_BASE}/", data_services),
    *(
        Route(f"{_BASE}/{word}/", partial(tree, word=word), "partly", remark=NO_GROUP_TEXTS)
        for word in TREES
    ),
    *(
        Route(
            f"{_BASE}/{word}/{{element}}",
            partial(element_page, word=word),
            "partly" if word == "work_activities" else "fully",
            ("sort",),
            OWN_WORDS + ("; no detailed activities" if word == "work_activities" else ""),
        )
        for word in TREES
    ),
    Route(f"{_BASE}/work_context/", empty_list, "not held"),
    Route(f"{_BASE}/work_context/{{element}}", nothing("occupation"), "not held", ("sort",)),
    Route(f"{_BASE}/interests/", interest_tree),
    Route(f"{_BASE}/interests/{{letters}}", interest_page, query=("sort",)),
    Route("online/soft_skills/", soft_skills, remark=OWN_WORDS),
    Route("online/soft_skills/results", soft_skill_results, query=("skills", "sort")),
)
