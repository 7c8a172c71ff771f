"""The counselor's view: why an occupation stands where it does, expected or not.

Every column is shown with its score, its weight and the place the occupation would have without
it; the column whose removal moves the place most is what put it there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from careerlattice.match.interest_reasons import interest_reasons
from careerlattice.match.occupation_arrays import Bools, Floats, interest_arrays
from careerlattice.match.parameters import (
    CLOSED,
    HIGH_PLACE,
    LOOK_AGAIN_FROM,
    LOW_PLACE,
    LOW_SKILLS,
    MIDDLING,
    MOVED_PLACES,
)
from careerlattice.match.ranking import (
    FitRanking,
    FitRow,
    fit_rows,
    overall_scores,
    rank_occupations,
)
from careerlattice.match.reason import Change, ChangeKind, FitNotice, Reason
from careerlattice.match.reasons import ReasonFinder
from careerlattice.profile.experience import LevelsBasis
from careerlattice.profile.model import Profile
from careerlattice.profile.skill_shortfall import ElementGap, list_gaps
from careerlattice.vocab.interests import INTEREST_AREAS

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.catalog.model import Area

NAMED_GAPS = 5


@dataclass(frozen=True, slots=True)
class ColumnEffect:
    """What one column does to an occupation's place.

    `score` is 0 to 1, none when there is no figure; `weight` is the part of all
    weights; `place_in_column` is the place by this column alone; `place_without` the overall place
    if the column were not weighed.
    """

    column: str
    weight: float
    score: float | None
    place_in_column: int | None
    place_without: int | None


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
class Verdict:
    """An occupation's place, what lifts it most, and what holds it back most; none where nothing.

    `against` is what in the column that holds it back speaks against the occupation, where that is
    not among its reasons already.
    """

    place: int
    of: int
    lifted_by: ColumnEffect | None = None
    held_back_by: ColumnEffect | None = None
    against: Reason | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an occupation stands at its place among all, for a person or their counselor."""

    row: FitRow
    place: int
    of: int
    verdict: Verdict
    is_unexpected: bool
    effects: tuple[ColumnEffect, ...]
    interests: tuple[InterestSide, ...]
    skill_gaps: tuple[ElementGap, ...]
    knowledge_gaps: tuple[ElementGap, ...]
    levels_basis: LevelsBasis
    what_would_change: tuple[Change, ...]
    notices: tuple[FitNotice, ...]


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
    finder = ReasonFinder(catalog, profile, columns)

    def explained(fit: FitRow, row: int) -> Explanation:
        effects = tuple(_effect(ranking, name, row, without[name]) for name in ranking.weights)
        sides = _sides(catalog, profile, row)
        code = fit.onet_soc_code
        skills, knowledge = columns.skill_levels, columns.knowledge_levels
        return Explanation(
            row=fit,
            place=fit.place,
            of=size,
            verdict=_verdict(finder, effects, fit, row, size),
            is_unexpected=_unexpected(effects, fit.place, size),
            effects=effects,
            interests=sides,
            skill_gaps=tuple(list_gaps(catalog, code, "skill", skills, NAMED_GAPS)),
            knowledge_gaps=tuple(list_gaps(catalog, code, "knowledge", knowledge, NAMED_GAPS)),
            levels_basis=ranking.levels_basis,
            what_would_change=_changes(fit, effects, sides),
            notices=ranking.notices,
        )

    return tuple(explained(fit, row) for fit, row in zip(found, rows, strict=True))


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
        column=name,
        weight=ranking.weights[name],
        score=value if known else None,
        place_in_column=_place(scores, row, kept) if known else None,
        place_without=None if without is None else _place(without, row, kept),
    )


def _unexpected(effects: tuple[ColumnEffect, ...], place: int, size: int) -> bool:
    by_column = {effect.column: effect for effect in effects if effect.score is not None}
    interests = by_column.get("interests")
    far = interests is not None and (interests.place_in_column or 0) > LOW_PLACE.value * size
    near = interests is not None and (interests.place_in_column or size) <= HIGH_PLACE.value * size
    if place <= HIGH_PLACE.value * size:
        skills, education = by_column.get("skills"), by_column.get("education")
        short = skills is not None and (skills.score or 0.0) < LOW_SKILLS.value
        closed = education is not None and (education.score or 0.0) < CLOSED.value
        return far or short or closed
    return near and place > LOW_PLACE.value * size


def _verdict(
    finder: ReasonFinder, effects: tuple[ColumnEffect, ...], fit: FitRow, row: int, size: int
) -> Verdict:
    place = fit.place
    moved = [
        effect
        for effect in effects
        if effect.place_without is not None and effect.score is not None
    ]
    verdict = Verdict(place=place, of=size)
    if not moved:
        return verdict
    up = max(moved, key=lambda effect: ((effect.place_without or 0) - place, effect.weight))
    down = min(moved, key=lambda effect: ((effect.place_without or 0) - place, -effect.weight))
    if (up.place_without or 0) > place:
        verdict = replace(verdict, lifted_by=up)
    if (down.place_without or 0) < place:
        verdict = replace(verdict, held_back_by=down)
        if down.score is not None and down.score < MIDDLING.value:
            interests = finder.profile.interests
            liked = interest_reasons(finder.catalog, interests, [row])[0] if interests else ()
            against = finder.against(down.column, row, liked)
            if against not in fit.reasons:
                verdict = replace(verdict, against=against)
    return verdict


def _sides(catalog: Catalog, profile: Profile, row: int) -> tuple[InterestSide, ...]:
    if profile.interests is None:
        return ()
    arrays = interest_arrays(catalog)
    theirs, mine = arrays.scores[row], np.asarray(profile.interests.scores)
    apart = (theirs - mine) / arrays.sd
    return tuple(
        InterestSide(
            area=area, yours=float(mine[k]), theirs=float(theirs[k]), apart=float(apart[k])
        )
        for k, area in enumerate(INTEREST_AREAS)
    )


def _changes(
    fit: FitRow, effects: tuple[ColumnEffect, ...], sides: tuple[InterestSide, ...]
) -> tuple[Change, ...]:
    changes = list(fit.what_would_change)
    if sides:
        far = max(sides, key=lambda side: abs(side.apart))
        if abs(far.apart) >= LOOK_AGAIN_FROM.value:
            values = {"area": far.area, "yours": far.yours, "theirs": far.theirs}
            changes.append(Change(ChangeKind.SECOND_LOOK, values))
    clear = max(MOVED_PLACES.value, fit.place)
    for effect in effects:
        if effect.place_without is not None and abs(effect.place_without - fit.place) >= clear:
            values = {"column": effect.column, "place": effect.place_without}
            changes.append(Change(ChangeKind.COLUMN_UNWEIGHED, values))
    return tuple(changes)
