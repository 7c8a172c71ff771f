"""Many people beside all occupations: a table in, the best occupations of each row out.

`match_frame` is pure: the same rows give the same answers wherever and beside whatever rows they
are asked, so that any engine may cut a table where it likes. What it answers for a row is what
`rank_occupations` answers for that person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from careerlattice.bulk.checks import check_columns
from careerlattice.bulk.columns import MATCH_COLUMNS
from careerlattice.bulk.fit_kernels import (
    INTERESTS,
    Best,
    Crowd,
    Judgments,
    Occupations,
    fit_block,
    room_for,
)
from careerlattice.bulk.nearest_kernels import nearest_block
from careerlattice.bulk.people import Floats, People, read_people
from careerlattice.bulk.reason_codes import interest_codes, no_interest_codes, reason_codes
from careerlattice.bulk.rows import with_problems
from careerlattice.catalog.ratings import rated_matrix
from careerlattice.match.fit import fit_columns
from careerlattice.match.interest_reasons import area_grounds
from careerlattice.match.occupation_arrays import interest_arrays
from careerlattice.match.parameters import MIDDLING, WORST_SHORTFALL
from careerlattice.profile.model import HIGHEST_LEVEL, Profile
from careerlattice.profile.parameters import LEAST_COVERAGE, LET_PASS

if TYPE_CHECKING:
    import polars as pl

    from careerlattice.catalog.catalog import Catalog


@dataclass(frozen=True, slots=True)
class MatchOptions:
    """What is asked of every row: how many occupations, and the order of `match`.

    Without `order` and `weights` each row has its usual order: by interests where it tells nothing
    else, by all columns where it does.
    """

    limit: int = 20
    order: str | None = None
    weights: Mapping[str, float] = field(default_factory=dict)


def match_schema() -> dict[str, Any]:
    """The columns of the answers, with their kinds."""
    import polars as pl

    return {
        "row": pl.Int64,
        "person": pl.String,
        "place": pl.Int16,
        "onet_soc_code": pl.String,
        "title": pl.String,
        "overall": pl.Float64,
        "interest_distance": pl.Float64,
        "skill_shortfall": pl.Float64,
        "knowledge_shortfall": pl.Float64,
        "education_access": pl.Float64,
        "field_matches": pl.Boolean,
        "pay_p50_usd": pl.Float64,
        "pay_level": pl.Int8,
        "growth_pct": pl.Float64,
        "openings_per_year": pl.Float64,
        "is_stand_in": pl.Boolean,
        "reasons": pl.String,
        "kept": pl.Int32,
    }


def match_frame(
    catalog: Catalog, frame: pl.DataFrame, options: MatchOptions | None = None, first_row: int = 1
) -> pl.DataFrame:
    """The best occupations of each row of a table of people, one row for each answer.

    Columns: `bulk.columns.MATCH_COLUMNS` and levels by element id in, `match_schema` out, and
    `error_column`, `error_value`, `error`: a row that cannot be answered is answered with what is
    wrong with it, once for each problem. `row` counts from `first_row`. Raises `BadRequest` for a
    table without any column that is read, or options that are none.
    """
    asked = options or MatchOptions()
    table = check_columns(frame, MATCH_COLUMNS)
    people = read_people(catalog, table, asked.order, asked.weights)
    top = min(max(1, asked.limit), len(catalog.codes))
    best = best_of(catalog, people, top)
    answers = _answers(catalog, people, best)
    return with_problems(answers, match_schema(), table, people.problems, first_row)


def best_of(catalog: Catalog, people: People, top: int) -> Best:
    """The best occupations of people as arrays."""
    count, occupations = len(people.rows), catalog.keep(occupations_asked)
    best = room_for(count, top)
    if not count:
        return best
    size = len(catalog.codes)
    nothing = np.full(size, np.nan)
    fields = [one.in_field if one.in_field is not None else nothing for one in people.schoolings]
    crowd = Crowd(
        shapes=interest_arrays(catalog).shapes(people.interests),
        skills=people.levels["skill"],
        knowledge=people.levels["knowledge"],
        weights=people.weights,
        in_field=np.stack(fields),
        in_field_of=people.schooling_of,
        pay=np.stack([one.scores["pay"] for one in people.areas]),
        pay_of=people.area_of,
        kept=np.stack(people.kept),
        kept_of=people.kept_of,
    )
    rest = np.arange(count)
    if top <= size // 4:
        easy = _tells_interests_only(people)
        left = nearest_block(
            crowd.shapes, occupations.shapes, occupations.stands_in, rest[easy], best
        )
        rest = np.concatenate([rest[~easy], left])
    fit_block(judgments(), occupations, crowd, rest, best)
    return best


def _tells_interests_only(people: People) -> NDArray[np.bool_]:
    """Who is ordered by interests alone, tells no level and limits nothing, shape (people,)."""
    without_limits = np.array([mask.all() for mask in people.kept])[people.kept_of]
    without_levels = [np.isnan(levels).all(axis=1) for levels in people.levels.values()]
    by_interests = people.weights[:, INTERESTS] == 1.0
    return np.asarray(by_interests & without_limits & np.logical_and.reduce(without_levels))


def judgments() -> Judgments:
    """The declared figures of the fit."""
    return Judgments(
        let_pass=LET_PASS.value,
        least_coverage=LEAST_COVERAGE.value,
        highest_level=HIGHEST_LEVEL,
        worst_skills=WORST_SHORTFALL["skills"].value,
        worst_knowledge=WORST_SHORTFALL["knowledge"].value,
        middling=MIDDLING.value,
    )


def occupations_asked(catalog: Catalog) -> Occupations:
    """What all occupations like and ask, laid out for the compiled fit."""
    arrays = interest_arrays(catalog)
    skills, knowledge = rated_matrix(catalog, "skill"), rated_matrix(catalog, "knowledge")

    def across(values: Floats) -> Floats:
        return np.ascontiguousarray(values.T)

    return Occupations(
        shapes=arrays.shapes(arrays.scores),
        skill_level=across(skills.level),
        skill_weight=across(skills.weight),
        skill_total=skills.weight.sum(axis=1),
        knowledge_level=across(knowledge.level),
        knowledge_weight=across(knowledge.weight),
        knowledge_total=knowledge.weight.sum(axis=1),
        outlook=fit_columns(catalog, Profile()).scores["outlook"],
        stands_in=skills.is_stand_in.astype(np.int64),
    )


def _answers(catalog: Catalog, people: People, best: Best) -> dict[str, Any]:
    """The columns of the answers, as arrays; `row` is the place in the table."""
    which, place = np.nonzero(best.row >= 0)
    row = best.row[which, place].astype(np.int64)
    schooling, area = people.schooling_of[which], people.area_of[which]
    access = _gathered([one.access for one in people.schoolings], schooling, row)
    matches = _gathered([one.field_matches for one in people.schoolings], schooling, row)
    outlook, stands_in = catalog.outlook_vectors, rated_matrix(catalog, "skill").is_stand_in[row]
    shortfalls = np.stack([best.skills[which, place], best.knowledge[which, place]], axis=1)
    reasons = reason_codes(
        people.weights[which],
        best.scores[which, place],
        shortfalls,
        _liked(catalog, people, which, row, best.is_near[which, place]),
        matches,
        stands_in,
    )
    titles = catalog.keep(_titles)
    return {
        "row": people.rows[which],
        "place": place + 1,
        "onet_soc_code": [catalog.codes[at] for at in row.tolist()],
        "title": [titles[at] for at in row.tolist()],
        "overall": np.round(best.overall[which, place], 6),
        "interest_distance": np.round(best.distance[which, place], 6),
        "skill_shortfall": np.round(shortfalls[:, 0], 6),
        "knowledge_shortfall": np.round(shortfalls[:, 1], 6),
        "education_access": np.round(access, 6),
        "field_matches": [None if value != value else value == 1.0 for value in matches.tolist()],  # noqa: PLR0124
        "pay_p50_usd": _gathered([one.pay.p50 for one in people.areas], area, row),
        "pay_level": _gathered([one.pay.level for one in people.areas], area, row),
        "growth_pct": np.round(outlook.growth_pct[row].astype(np.float64), 2),
        "openings_per_year": np.round((outlook.openings * outlook.share)[row].astype(float), 1),
        "is_stand_in": stands_in,
        "reasons": reasons,
        "kept": best.kept[which],
    }


def _titles(catalog: Catalog) -> list[str]:
    return [occupation.title for occupation in catalog.list_occupations()]


def _gathered(columns: list[Any], which: Any, row: Any) -> Any:
    """The cells of each answer: of its column, its occupation's; nan where there is no column."""
    if not columns:
        return np.zeros(0)
    size = next((len(one) for one in columns if one is not None), 1)
    filled = [np.full(size, np.nan) if one is None else one for one in columns]
    return np.stack(filled)[which, row if size > 1 else 0]


def _liked(catalog: Catalog, people: People, which: Any, row: Any, is_near: Any) -> tuple[Any, Any]:
    """The codes of interests of each answer."""
    scores = people.interests[which]
    told = ~np.isnan(scores[:, 0])
    found = no_interest_codes(len(row))
    if told.any():
        arrays = interest_arrays(catalog)
        mine = scores[told]
        own = np.sign(np.round(mine - mine.mean(axis=1, keepdims=True), 9))
        theirs = catalog.keep(occupations_asked).shapes[row[told]]
        grounds = area_grounds(theirs, arrays.shapes(mine), own)
        for into, codes in zip(found, interest_codes(grounds, is_near[told]), strict=True):
            into[told] = codes
    return found
