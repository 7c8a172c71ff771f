"""The counselor's view: why an occupation stands where it does, expected or not.

Every column is shown with its score, its weight and the place the occupation would have without
it; the column whose removal moves the place most is what put it there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from careerlattice.match.fit import SCALES
from careerlattice.match.interest_reasons import interest_reasons
from careerlattice.match.json_shapes import ColumnEffectJson, ExplanationJson
from careerlattice.match.occupation_arrays import Bools, Floats, interest_arrays
from careerlattice.match.ranking import (
    FitRanking,
    FitRow,
    fit_rows,
    overall_scores,
    rank_occupations,
)
from careerlattice.match.reasons import ReasonWriter, plain_name
from careerlattice.profile.model import Profile
from careerlattice.profile.skill_shortfall import ElementGap, list_gaps
from careerlattice.vocab.interests import INTEREST_AREAS

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.catalog.model import Area

HIGH_SHARE, LOW_SHARE = 0.10, 0.50
MIDDLE, CLOSED = 0.5, 0.25


@dataclass(frozen=True, slots=True)
class ColumnEffect:
    """What one column does to an occupation's place.

    `score` (0 to 1, none when there is no figure) is on `scale`; `weight` is the part of all
    weights; `place_in_column` is the place by this column alone; `place_without` the overall place
    if the column were not weighed.
    """

    column: str
    scale: str
    weight: float
    score: float | None
    place_in_column: int | None
    place_without: int | None

    def to_dict(self) -> ColumnEffectJson:
        """The effect as JSON-ready values."""
        return {
            "column": self.column,
            "scale": self.scale,
            "weight": round(self.weight, 4),
            "score": None if self.score is None else round(self.score, 4),
            "place_in_column": self.place_in_column,
            "place_without": self.place_without,
        }


@dataclass(frozen=True, slots=True)
class InterestSide:
    """One interest area: the person's score and the occupation's, 0 to 40, and their distance.

    `apart` is the difference in standard deviations over occupations, the occupation's less the
    person's.
    """

    area: str
    yours: float
    theirs: float
    apart: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an occupation stands at its place among all, for a person or their counselor."""

    row: FitRow
    place: int
    of: int
    verdict: str
    is_unexpected: bool
    effects: tuple[ColumnEffect, ...]
    interests: tuple[InterestSide, ...]
    skill_gaps: tuple[ElementGap, ...]
    knowledge_gaps: tuple[ElementGap, ...]
    levels_basis: str
    what_would_change: tuple[str, ...]
    notices: tuple[str, ...]

    def to_dict(self) -> ExplanationJson:
        """The explanation as JSON-ready values."""
        return {
            "onet_soc_code": self.row.onet_soc_code,
            "title": self.row.title,
            "place": self.place,
            "of": self.of,
            "verdict": self.verdict,
            "is_unexpected": self.is_unexpected,
            "effects": [effect.to_dict() for effect in self.effects],
            "interests": [
                {
                    "area": side.area,
                    "yours": round(side.yours, 1),
                    "theirs": round(side.theirs, 1),
                    "apart": round(side.apart, 2),
                }
                for side in self.interests
            ],
            "skill_gaps": [gap.to_dict() for gap in self.skill_gaps],
            "knowledge_gaps": [gap.to_dict() for gap in self.knowledge_gaps],
            "levels_basis": self.levels_basis,
            "row": self.row.to_dict(),
            "what_would_change": list(self.what_would_change),
            "notices": list(self.notices),
        }


def explain_occupation(
    catalog: Catalog,
    profile: Profile,
    code: str,
    weights: Mapping[str, float] | None = None,
    *,
    area: Area | None = None,
) -> Explanation:
    """Why the occupation (code or title) stands where it does in the overall order.

    An occupation is called unexpected when it stands in the first tenth of the order though it is
    in the farther half by interests, has a skills score below one half, or opens less than a
    quarter of its jobs; or in the farther half though it is in the first tenth by interests.
    Raises `NotFound`, `BadRequest`.
    """
    occupation = catalog.get_occupation(code)
    ranking = rank_occupations(catalog, profile, weights, area=area, limit=0)
    return explain_fit(catalog, profile, ranking, (occupation.code,))[0]


def explain_fit(
    catalog: Catalog, profile: Profile, ranking: FitRanking, codes: Sequence[str]
) -> tuple[Explanation, ...]:
    """Why occupations of a ranking stand where they do among those its filters kept.

    `codes` are O*NET-SOC codes of the catalog; an occupation that was not kept gets the place it
    would have. As `explain_occupation`, for many at the cost of one ranking.
    """
    without = {name: _scores_without(ranking, name) for name in ranking.weights}
    rows = [catalog.row_of[code] for code in codes]
    places = [_place(ranking.overall, row, ranking.is_kept) for row in rows]
    found = fit_rows(catalog, profile, ranking, list(zip(places, rows, strict=True)))
    size = int((ranking.is_kept & ~np.isnan(ranking.overall)).sum())
    columns = ranking.columns
    writer = ReasonWriter(catalog, profile, columns)
    told = []
    for one, place, row in zip(found, places, rows, strict=True):
        effects = tuple(_effect(ranking, name, row, without[name]) for name in ranking.weights)
        sides = _sides(catalog, profile, row)
        told.append(
            Explanation(
                one, place, size, _verdict(writer, effects, one, row, size),
                _unexpected(effects, place, size), effects, sides,
                tuple(list_gaps(catalog, one.onet_soc_code, "skill", columns.skill_levels, 5)),
                tuple(
                    list_gaps(catalog, one.onet_soc_code, "knowledge", columns.knowledge_levels, 5)
                ),
                ranking.levels_basis, _changes(one, effects, sides, place), ranking.notices,
            )
        )  # fmt: skip
    return tuple(told)


def _place(scores: Floats, row: int, kept: Bools) -> int:
    """The place of a row by a score: one more than the kept that stand clearly before it."""
    return int(np.nansum(scores[kept] > scores[row] + 1e-9)) + 1


def _scores_without(ranking: FitRanking, name: str) -> Floats | None:
    """The overall scores if the column were not weighed; none where it is the only one."""
    rest = {n: w for n, w in ranking.weights.items() if n != name}
    total = sum(rest.values())
    if not rest:
        return None
    return overall_scores(ranking.columns, {n: w / total for n, w in rest.items()})


def _effect(ranking: FitRanking, name: str, row: int, without: Floats | None) -> ColumnEffect:
    scores, kept = ranking.columns.scores[name], ranking.is_kept
    value = float(scores[row])
    known = not np.isnan(value)
    return ColumnEffect(
        name, SCALES[name], ranking.weights[name], value if known else None,
        _place(scores, row, kept) if known else None,
        None if without is None else _place(without, row, kept),
    )  # fmt: skip


def _unexpected(effects: tuple[ColumnEffect, ...], place: int, size: int) -> bool:
    by_column = {effect.column: effect for effect in effects if effect.score is not None}
    interests = by_column.get("interests")
    far = interests is not None and (interests.place_in_column or 0) > LOW_SHARE * size
    near = interests is not None and (interests.place_in_column or size) <= HIGH_SHARE * size
    if place <= HIGH_SHARE * size:
        skills, education = by_column.get("skills"), by_column.get("education")
        short = skills is not None and (skills.score or 0.0) < MIDDLE
        closed = education is not None and (education.score or 0.0) < CLOSED
        return far or short or closed
    return near and place > LOW_SHARE * size


def _verdict(
    writer: ReasonWriter, effects: tuple[ColumnEffect, ...], found: FitRow, row: int, size: int
) -> str:
    place = found.place
    moved = [e for e in effects if e.place_without is not None and e.score is not None]
    text = f"Place {place:,} of {size:,} in the order by your weights."
    if not moved:
        return text
    up = max(moved, key=lambda e: ((e.place_without or 0) - place, e.weight))
    down = min(moved, key=lambda e: ((e.place_without or 0) - place, -e.weight))
    if (up.place_without or 0) > place:
        text += (
            f" What lifts it most is {up.column}: without it the place would be {up.place_without}."
        )
    if (down.place_without or 0) < place:
        text += (
            f" What holds it back most is {down.column}: without it the place would be "
            f"{down.place_without}."
        )
        if down.score is not None and down.score < MIDDLE:
            asked = writer.profile.interests
            liked = interest_reasons(writer.catalog, asked, [row])[0] if asked else ()
            against = writer.against(down.column, row, liked)
            if against not in found.reasons:
                text += " " + against.alone
    return text


def _sides(catalog: Catalog, profile: Profile, row: int) -> tuple[InterestSide, ...]:
    if profile.interests is None:
        return ()
    arrays = interest_arrays(catalog)
    theirs, mine = arrays.scores[row], np.asarray(profile.interests.scores)
    apart = (theirs - mine) / arrays.sd
    return tuple(
        InterestSide(area, float(mine[k]), float(theirs[k]), float(apart[k]))
        for k, area in enumerate(INTEREST_AREAS)
    )


def _changes(
    row: FitRow,
    effects: tuple[ColumnEffect, ...],
    sides: tuple[InterestSide, ...],
    place: int,
) -> tuple[str, ...]:
    texts = list(row.what_would_change)
    if sides:
        far = max(sides, key=lambda side: abs(side.apart))
        if abs(far.apart) >= 1.0:
            texts.append(
                f"Your {far.area} score is {far.yours:.0f}, this work's is {far.theirs:.0f} of 40; "
                "if that answer does not sound like you, look at those questions again."
            )
    for effect in effects:
        if effect.place_without is not None and abs(effect.place_without - place) >= max(20, place):
            texts.append(
                f"Weighing {effect.column} at 0 would put it at place {effect.place_without}."
            )
    return tuple(texts)


def gap_text(gap: ElementGap) -> str:
    """A gap as one line in plain words."""
    return (
        f"{plain_name(gap.element_id, gap.name)}: level {gap.needed:.1f} is usual, "
        f"yours is {gap.held:.1f}"
    )
