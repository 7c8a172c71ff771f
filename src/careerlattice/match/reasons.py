"""Why an occupation stands where it does, and what would change that, as values."""

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
from careerlattice.match.parameters import CLEAR_GAIN, LOW_SCORE, MIDDLING, OPEN_ENOUGH
from careerlattice.match.reason import Change, ChangeKind, Reason, ReasonKind, Side
from careerlattice.profile.model import HIGHEST_LEVEL, Profile
from careerlattice.profile.parameters import LET_PASS
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import PLANNED_LEVELS

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog

NAMED_CHANGES = 3
NOTHING_SHORT = 0.005
"""A shortfall that would be written as 0 %."""

Rows = np.ndarray[Any, Any]


@dataclass(frozen=True)
class ReasonFinder:
    """Finds reasons for rows of one ranking."""

    catalog: Catalog
    profile: Profile
    columns: FitColumns

    def reasons(self, weights: Mapping[str, float], rows: Rows) -> list[tuple[Reason, ...]]:
        """For each row its two strongest grounds and the one that speaks most against it."""
        names = list(weights)
        scores = np.stack([self.columns.scores[name][rows] for name in names])
        weight = np.array([weights[name] for name in names])[:, None]
        pull = np.where(np.isnan(scores), 0.0, weight * (scores - MIDDLING.value))
        order = np.argsort(-pull, axis=0, kind="stable").T.tolist()
        liked: list[tuple[Reason, ...]] = [()] * len(rows)
        if self.profile.interests is not None:
            liked = interest_reasons(self.catalog, self.profile.interests, rows)
        pulls, values = pull.T.tolist(), scores.T.tolist()
        matches = self.columns.field_matches[rows].tolist()
        found = []
        for at, row in enumerate(rows.tolist()):
            chosen = [
                self._why(names[column], row, liked[at])
                for column in order[at][:2]
                if pulls[at][column] > 0
            ]
            if matches[at] == 1.0:
                chosen.append(Reason(ReasonKind.FIELD_LEADS))
            worst = order[at][-1]
            if pulls[at][worst] < 0 and values[at][worst] < LOW_SCORE.value:
                chosen.append(self.against(names[worst], row, liked[at]))
            if matches[at] == 0.0:
                chosen.append(Reason(ReasonKind.FIELD_DOES_NOT_LEAD, Side.AGAINST))
            if not chosen and "interests" in weights:
                chosen = [reason for reason in liked[at] if reason.side is not Side.NOTE]
            stand_in = self.catalog.occupation(self.catalog.codes[row]).stand_in
            if stand_in != self.catalog.codes[row]:
                title = self.catalog.occupation(stand_in).title
                chosen.append(Reason(ReasonKind.RATINGS_OF_STAND_IN, Side.NOTE, {"title": title}))
            found.append(tuple(chosen))
        return found

    def changes(self, rows: Rows) -> list[tuple[Change, ...]]:
        """For each row what would make it suit better: education, field, the largest gaps."""
        found: list[list[Change]] = [[] for _ in range(len(rows))]
        self._education_changes(rows, found)
        for domain, levels in (
            ("skill", self.columns.skill_levels),
            ("knowledge", self.columns.knowledge_levels),
        ):
            if levels:
                _gap_changes(self.catalog, domain, levels, rows, found)
        return [tuple(changes[:NAMED_CHANGES]) for changes in found]

    def _why(self, name: str, row: int, liked: tuple[Reason, ...]) -> Reason:
        if name == "interests" and liked:
            return liked[0]
        if name in ("skills", "knowledge"):
            short = self._shortfall(name, row)
            if short < NOTHING_SHORT:
                return Reason(ReasonKind.COVERED, values={"column": name})
            return Reason(ReasonKind.SHORT, values={"column": name, "shortfall": short})
        return self._of_column(name, row, Side.FOR)

    def against(self, name: str, row: int, liked: tuple[Reason, ...]) -> Reason:
        """What in this column speaks against the occupation."""
        if name == "interests":
            far = Reason(ReasonKind.FAR, Side.AGAINST)
            return next((reason for reason in liked if reason.side is Side.AGAINST), far)
        if name in ("skills", "knowledge"):
            values = {"column": name, "shortfall": self._shortfall(name, row)}
            return Reason(ReasonKind.SHORT, Side.AGAINST, values)
        return self._of_column(name, row, Side.AGAINST)

    def _shortfall(self, name: str, row: int) -> float:
        column = self.columns.skills if name == "skills" else self.columns.knowledge
        return 0.0 if column is None else float(column.shortfall[row])

    def _of_column(self, name: str, row: int, side: Side) -> Reason:
        columns = self.columns
        if name == "education":
            access = columns.access_in_field
            share = 0.0 if access is None else float(access[row])
            values: dict[str, Any] = {"share": share, "level": columns.education}
            return Reason(ReasonKind.OPEN_JOBS, side, values)
        if name == "pay":
            values = {
                "pay_usd": float(columns.pay.p50[row]),
                "area": columns.area if columns.pay.level[row] == 0 else None,
                "below": float(columns.scores["pay"][row]),
            }
            return Reason(ReasonKind.PAY, side, values)
        outlook = columns.outlook
        values = {
            "growth_pct": float(outlook.growth_pct[row]),
            "openings": float(outlook.openings[row] * outlook.share[row]),
        }
        return Reason(ReasonKind.OUTLOOK, side, values)

    def _education_changes(self, rows: Rows, found: list[list[Change]]) -> None:
        have, in_field = self.columns.education, self.columns.access_in_field
        if have is None or in_field is None:
            return
        access = np.minimum(open_requirements(self.catalog).shares.access[rows], 1.0).tolist()
        higher = [level for level in PLANNED_LEVELS if level > have]
        fields = field_arrays(self.catalog).fields
        now_open, matches = in_field[rows].tolist(), self.columns.field_matches[rows].tolist()
        gain = CLEAR_GAIN.value
        for at, row in enumerate(rows.tolist()):
            now = now_open[at]
            if matches[at] == 0.0 and access[at][have - 1] - now >= gain:
                field = min(fields[row])
                name = _field_titles(self.catalog).get(field, field)
                values = {"field": name, "then": access[at][have - 1], "now": now}
                found[at].append(Change(ChangeKind.FIELD_AT_SAME_LEVEL, values))
            elif now < OPEN_ENOUGH.value:
                step = next((x for x in higher if access[at][x - 1] - now >= gain), None)
                if step is not None:
                    values = {"level": step, "then": access[at][step - 1], "now": now}
                    found[at].append(Change(ChangeKind.HIGHER_LEVEL, values))


@lru_cache(maxsize=2)
def _field_titles(catalog: Catalog) -> dict[str, str]:
    rows = catalog.release.table("programs").select("cip_code", "title").iter_rows()
    return {cip: title.rstrip(".") for cip, title in rows if len(cip) == 5}


def _gap_changes(
    catalog: Catalog,
    domain: str,
    levels: Mapping[str, float],
    rows: Rows,
    found: list[list[Change]],
) -> None:
    arrays = rated_matrix(catalog, domain)
    held = np.array([levels.get(element, HIGHEST_LEVEL) for element in arrays.element_ids])
    part = arrays.weight[rows] * np.maximum(0.0, arrays.level[rows] - held - LET_PASS.value)
    largest = part.argmax(axis=1)
    every = np.arange(len(rows))
    share = (part[every, largest] / np.maximum(part.sum(axis=1), 1e-9)).tolist()
    needed = arrays.level[rows, largest].tolist()
    yours = held.tolist()
    for at, column in enumerate(largest.tolist()):
        if share[at] > 0:
            values = {
                "element_id": arrays.element_ids[column],
                "name": arrays.names[column],
                "domain": domain,
                "needed": needed[at],
                "held": yours[column],
                "share": share[at],
            }
            found[at].append(Change(ChangeKind.SMALLER_GAP, values))
