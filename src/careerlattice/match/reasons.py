"""Why an occupation stands where it does, and what would change that: short plain sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from careerlattice.catalog.ratings import rated_matrix
from careerlattice.match.fit import FitColumns
from careerlattice.match.interest_reasons import interest_reasons
from careerlattice.match.occupation_arrays import field_arrays
from careerlattice.match.reason import Reason
from careerlattice.profile.model import Profile
from careerlattice.profile.skill_shortfall import LET_PASS
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.amounts import count, usd
from careerlattice.vocab.levels import PLANNED_LEVELS, EducationLevel

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.catalog.model import Area

LOW_SCORE = 0.35
"""A score below this is named as what speaks against an occupation."""
CLEAR_GAIN = 0.15
"""Share of jobs that another level of education must open to be worth naming."""
NEARLY_ALL = 0.995
"""A share from here on would be written as 100 %, and its rest as 0 %; both are said in words."""
OPEN_ENOUGH = 0.75
"""Where this share of jobs is open, more education is not suggested."""

Rows = np.ndarray[Any, Any]


@dataclass(frozen=True)
class ReasonWriter:
    """Writes reasons for rows of one ranking."""

    catalog: Catalog
    profile: Profile
    columns: FitColumns

    def reasons(self, weights: Mapping[str, float], rows: Rows) -> list[tuple[Reason, ...]]:
        """For each row its two strongest grounds and the one that speaks most against it."""
        names = list(weights)
        scores = np.stack([self.columns.scores[name][rows] for name in names])
        weight = np.array([weights[name] for name in names])[:, None]
        pull = np.where(np.isnan(scores), 0.0, weight * (scores - 0.5))
        order = np.argsort(-pull, axis=0, kind="stable").T.tolist()
        liked: list[tuple[Reason, ...]] = [()] * len(rows)
        if self.profile.interests is not None:
            liked = interest_reasons(self.catalog, self.profile.interests, rows)
        pulls, values = pull.T.tolist(), scores.T.tolist()
        matches = self.columns.field_matches[rows].tolist()
        texts = []
        for at, row in enumerate(rows.tolist()):
            chosen = [
                self._why(names[column], row, liked[at])
                for column in order[at][:2]
                if pulls[at][column] > 0
            ]
            if matches[at] == 1.0:
                chosen.append(Reason("Your field of study or work leads here."))
            worst = order[at][-1]
            if pulls[at][worst] < 0 and values[at][worst] < LOW_SCORE:
                chosen.append(self.against(names[worst], row, liked[at]))
            if matches[at] == 0.0:
                chosen.append(Reason("Your field of study is not one that leads here.", "against"))
            if not chosen and "interests" in weights:
                chosen = [one for one in liked[at] if one.speaks != "note"]
            stand_in = self.catalog.occupation(self.catalog.codes[row]).stand_in
            if stand_in != self.catalog.codes[row]:
                name = self.catalog.occupation(stand_in).title
                chosen.append(Reason(f"No ratings of its own; judged by {name}.", "note"))
            texts.append(tuple(chosen))
        return texts

    def changes(self, rows: Rows) -> list[tuple[str, ...]]:
        """For each row what would make it suit better: education, field, the largest gaps."""
        found: list[list[str]] = [[] for _ in range(len(rows))]
        self._education_changes(rows, found)
        for domain, levels in (
            ("skill", self.columns.skill_levels),
            ("knowledge", self.columns.knowledge_levels),
        ):
            if levels:
                _gap_changes(self.catalog, domain, levels, rows, found)
        return [tuple(texts[:3]) for texts in found]

    def _why(self, name: str, row: int, liked: tuple[Reason, ...]) -> Reason:
        if name == "interests" and liked:
            return liked[0]
        if name in ("skills", "knowledge"):
            short = self._shortfall(name, row)
            if short < 0.005:
                return Reason(f"Your {name} {_verb('cover', name)} what the work uses.")
            falls = f"{_verb('fall', name)} short by only {short:.0%} of the scale"
            return Reason(f"Your {name} {falls}.")
        return Reason(self._open_jobs(row) if name == "education" else self._market(name, row))

    def against(self, name: str, row: int, liked: tuple[Reason, ...]) -> Reason:
        """What in this column speaks against the occupation."""
        if name == "interests":
            far = Reason("It is far from your interests.", "against")
            return next((one for one in liked if one.speaks == "against"), far)
        if name in ("skills", "knowledge"):
            falls = f"{_verb('fall', name)} short by {self._shortfall(name, row):.0%} of the scale"
            return Reason(f"Your {name} {falls}.", "against")
        if name == "education":
            text = self._open_jobs(row)
            return Reason(f"Only {text}" if text[0].isdigit() else text, "against")
        return Reason(self._market(name, row), "against")

    def _shortfall(self, name: str, row: int) -> float:
        column = self.columns.skills if name == "skills" else self.columns.knowledge
        return 0.0 if column is None else float(column.shortfall[row])

    def _open_jobs(self, row: int) -> str:
        access = self.columns.access_in_field
        share = 0.0 if access is None else float(access[row])
        have = self.columns.education
        level = "" if have is None else f" ({have.label})"
        return f"{_share(share)} of the jobs are open at your education{level}."

    def _market(self, name: str, row: int) -> str:
        columns = self.columns
        if name == "pay":
            where = area_in_text(columns.area) if columns.pay.level[row] == 0 else "a wider area"
            pay, below = usd(float(columns.pay.p50[row])), float(columns.scores["pay"][row])
            than, part = ("more", below) if below >= 0.5 else ("less", 1.0 - below)
            many = "nearly all" if part >= NEARLY_ALL else f"{part:.0%} of"
            return f"Middle pay of {pay} a year in {where} is {than} than {many} occupations pay."
        growth = float(columns.outlook.growth_pct[row])
        openings = float(columns.outlook.openings[row] * columns.outlook.share[row])
        way = f"grow by {growth:.1f}%" if growth >= 0 else f"shrink by {-growth:.1f}%"
        return f"Jobs are to {way} in ten years, with {count(openings)} openings a year."

    def _education_changes(self, rows: Rows, found: list[list[str]]) -> None:
        have, in_field = self.columns.education, self.columns.access_in_field
        if have is None or in_field is None:
            return
        access = np.minimum(open_requirements(self.catalog).shares.access[rows], 1.0).tolist()
        higher = [level for level in PLANNED_LEVELS if level > have]
        fields = field_arrays(self.catalog).fields
        now_open, matches = in_field[rows].tolist(), self.columns.field_matches[rows].tolist()
        for at, row in enumerate(rows.tolist()):
            now = now_open[at]
            if matches[at] == 0.0 and access[at][have - 1] - now >= CLEAR_GAIN:
                field = min(fields[row])
                name = _field_titles(self.catalog).get(field, field)
                found[at].append(
                    f"The same level in a field that leads here ({name}) would open "
                    f"{_opened(access[at][have - 1], now)}."
                )
            elif now < OPEN_ENOUGH:
                step = next((x for x in higher if access[at][x - 1] - now >= CLEAR_GAIN), None)
                if step is not None:
                    found[at].append(
                        f"{_article(step)} would open {_opened(access[at][step - 1], now)}."
                    )


def area_in_text(area: Area) -> str:
    """The area's name inside a sentence: "the United States", "Ohio"."""
    return f"the {area.name}" if area.kind == "nation" else area.name


def _share(share: float) -> str:
    """A share that begins a sentence; one that would round to all or nothing, in words."""
    if 1.0 - NEARLY_ALL < share < NEARLY_ALL:
        return f"{share:.0%}"
    if share >= 0.5:
        return "All" if share >= 1.0 - 1e-9 else "Nearly all"
    return "Hardly any" if share > 1e-9 else "None"


def _opened(then: float, now: float) -> str:
    """What more schooling opens beside what is open now."""
    return f"{_share(then).lower()} of the jobs, not {_share(now).lower()}"


def _verb(verb: str, name: str) -> str:
    """The verb as it goes with skills (many) or knowledge (one)."""
    return verb if name == "skills" else f"{verb}s"


def _article(level: EducationLevel) -> str:
    if level in (EducationLevel.SOME_COLLEGE, EducationLevel.HIGH_SCHOOL):
        return level.label[0].upper() + level.label[1:]
    return ("An " if level.label[0] in "aeiou" else "A ") + level.label


@lru_cache(maxsize=2)
def _field_titles(catalog: Catalog) -> dict[str, str]:
    rows = catalog.release.table("programs").select("cip_code", "title").iter_rows()
    return {cip: title.rstrip(".") for cip, title in rows if len(cip) == 5}


def _gap_changes(
    catalog: Catalog,
    domain: str,
    levels: Mapping[str, float],
    rows: Rows,
    found: list[list[str]],
) -> None:
    arrays = rated_matrix(catalog, domain)
    held = np.array([levels.get(element, 7.0) for element in arrays.element_ids])
    part = arrays.weight[rows] * np.maximum(0.0, arrays.level[rows] - held - LET_PASS)
    largest = part.argmax(axis=1)
    every = np.arange(len(rows))
    share = (part[every, largest] / np.maximum(part.sum(axis=1), 1e-9)).tolist()
    needed = arrays.level[rows, largest].tolist()
    names = [plain_name(e, n) for e, n in zip(arrays.element_ids, arrays.names, strict=True)]
    yours = held.tolist()
    for at, column in enumerate(largest.tolist()):
        if share[at] > 0:
            found[at].append(
                f"{names[column]}: level {needed[at]:.1f} is usual, yours is {yours[column]:.1f}; "
                f"closing that gap would take away {share[at]:.0%} of the {domain} shortfall."
            )


@lru_cache(maxsize=512)
def plain_name(element_id: str, official: str) -> str:
    """The element's name in plain words with the official one, or the official one alone."""
    from careerlattice.content.words import element_words

    words = element_words(element_id)
    if words is None or words.name.lower() == official.lower():
        return official
    return f"{words.name} ({official})"
