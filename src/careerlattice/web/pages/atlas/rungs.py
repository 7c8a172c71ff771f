"""A ladder as a list: its levels, their occupations with the ways on, and what misses filters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.ladder.model import Ladder, LadderOccupation
from careerlattice.vocab.levels import EducationLevel, LadderLevel
from careerlattice.web.app_state import served_catalog, served_lattice
from careerlattice.web.http.json_pages import NOT_IN_TWIN
from careerlattice.web.pages.atlas.level_words import LEVEL_WORDS

# Levels stand open while no more occupations are to be seen; the others open at a touch.
SEEN_AT_ONCE = 26


@dataclass(frozen=True, slots=True)
class Filters:
    """What an occupation must meet to be shown in full; none means anything will do."""

    education: EducationLevel | None
    min_pay: int | None
    min_growth: int | None
    interest: str

    @property
    def are_set(self) -> bool:
        """Whether any is set."""
        return any(
            (self.education, self.min_pay is not None, self.min_growth is not None, self.interest)
        )


@dataclass(frozen=True, slots=True)
class OtherEnd:
    """The other occupation of a move."""

    code: str
    title: str
    pay_change_usd: float | None


@dataclass(frozen=True, slots=True)
class Stop:
    """An occupation that a main sequence passes, with its level and median pay a year."""

    code: str
    title: str
    level: str
    pay_usd: float | None


@dataclass(frozen=True, slots=True)
class RungLine:
    """An occupation on a rung: its figures and its ways up and sideways.

    `misses` says which of the filters it does not meet; nothing, where it meets all.
    """

    code: str
    title: str
    pay_usd: float | None
    growth_pct: float | None
    schooling: str
    up: tuple[OtherEnd, ...]
    sideways: tuple[OtherEnd, ...]
    outside: tuple[OtherEnd, ...]
    misses: tuple[str, ...]

    @property
    def fits(self) -> bool:
        """Whether it meets all filters."""
        return not self.misses


@dataclass(frozen=True, slots=True)
class RungList:
    """A rung with its occupations, lowest first; `key` names its place in the page's address."""

    key: str
    level: str
    lines: tuple[RungLine, ...]
    is_open: bool = field(metadata=NOT_IN_TWIN)

    @property
    def fitting(self) -> tuple[RungLine, ...]:
        """The occupations that meet all filters."""
        return tuple(line for line in self.lines if line.fits)

    @property
    def unfit(self) -> tuple[RungLine, ...]:
        """The occupations that do not."""
        return tuple(line for line in self.lines if not line.fits)


def rung_lists(ladder: Ladder, filters: Filters) -> tuple[RungList, ...]:
    """The rungs from entry up, as the picture shows them from left to right."""
    titles = {one.code: one.occupation.title for one in ladder.occupations}
    titles |= {code: one.occupation.title for code, one in ladder.others.items()}
    up: dict[str, list[OtherEnd]] = {}
    side: dict[str, list[OtherEnd]] = {}
    for move in ladder.moves:
        end = OtherEnd(move.to_code, titles[move.to_code], move.wage_change_usd)
        if move.kind == Kind.ADVANCE and (move.is_drawn or move.is_main):
            up.setdefault(move.from_code, []).append(end)
        elif move.kind == Kind.LATERAL:
            back = None if move.wage_change_usd is None else -move.wage_change_usd
            side.setdefault(move.from_code, []).append(end)
            side.setdefault(move.to_code, []).append(
                OtherEnd(move.from_code, titles[move.from_code], back)
            )
    typical = served_lattice().required.typical_level
    row_of = served_catalog().row_of

    def line(one: LadderOccupation) -> RungLine:
        schooling = EducationLevel(int(typical[row_of[one.code]]))
        return RungLine(
            one.code,
            one.occupation.title,
            one.pay_usd,
            one.growth_pct,
            schooling.label,
            tuple(up.get(one.code, ())),
            tuple(side.get(one.code, ())),
            tuple(
                OtherEnd(move.to_code, titles[move.to_code], move.wage_change_usd)
                for move in ladder.outside.get(one.code, ())
                if move.from_code == one.code
            ),
            tuple(_misses(one, schooling, filters)),
        )

    found: list[RungList] = []
    seen = 0
    for level, rung in zip(LadderLevel, ladder.rungs, strict=True):
        lines = tuple(line(one) for one in rung)
        seen += sum(one.fits for one in lines)
        is_open = seen <= SEEN_AT_ONCE
        found.append(RungList(level.label, str(LEVEL_WORDS[level]), lines, is_open))
    return tuple(found)


def _misses(one: LadderOccupation, schooling: EducationLevel, filters: Filters) -> Iterator[str]:
    """What keeps the occupation from meeting the filters; what is not published meets none."""
    if filters.education is not None and schooling > filters.education:
        yield _("asks more schooling")
    if filters.min_pay is not None:
        if one.pay_usd is None:
            yield _("pay not published")
        elif one.pay_usd < filters.min_pay:
            yield _("pays less")
    if filters.min_growth is not None:
        if one.growth_pct is None:
            yield _("growth not published")
        elif one.growth_pct < filters.min_growth:
            yield _("grows less")
    if filters.interest and filters.interest not in top_interests(one.code):
        yield _("suits other interests")


def top_interests(code: str) -> tuple[str, ...]:
    """The two interest areas an occupation suits most; none where no scores are published."""
    catalog = served_catalog()
    occupation = catalog.occupation(code)
    scores = catalog.get_interests(occupation.code) or catalog.get_interests(occupation.stand_in)
    return tuple(sorted(scores, key=lambda key: -scores[key])[:2])


def main_sequences(ladder: Ladder) -> tuple[tuple[Stop, ...], ...]:
    """The occupations of each main sequence, lowest first."""

    def stop(code: str) -> Stop:
        one = ladder.get(code)
        return Stop(code, one.occupation.title, str(LEVEL_WORDS[one.level]), one.pay_usd)

    return tuple(tuple(stop(code) for code in codes) for codes in ladder.main_sequences)


def moves_told(rungs: tuple[RungList, ...]) -> dict[str, object]:
    """What the picture's script needs: each occupation's title and its ways by code."""
    return {
        line.code: {
            "title": line.title,
            "up": [end.code for end in line.up],
            "side": [end.code for end in line.sideways],
        }
        for rung in rungs
        for line in rung.lines
    }
