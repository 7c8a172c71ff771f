"""A ladder as a list: its levels, their occupations, the ways on, and the filters not met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.ladder.model import Ladder, LadderMove, LadderOccupation
from careerlattice.vocab.levels import EducationLevel, LadderLevel
from careerlattice.web.app_state import served_catalog, served_lattice
from careerlattice.web.http.json_pages import NOT_IN_JSON
from careerlattice.web.pages.atlas.level_words import LEVEL_WORDS
from careerlattice.wording.step_asks import ask_line

# Levels stand open while no more occupations are to be seen; the others open at a touch.
SEEN_AT_ONCE = 12


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
    """The other occupation of a move; `asks` says what has to be earned or served on the way."""

    code: str
    title: str
    pay_change_usd: float | None
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """An occupation that a main sequence passes, with its level and median pay a year.

    `asks` says what the step to it asks.
    """

    code: str
    title: str
    level: str
    pay_usd: float | None
    asks: str


@dataclass(frozen=True, slots=True)
class RungLine:
    """An occupation on a rung: its figures and its ways up and sideways.

    `unmet_filters` (`misses` in JSON) says which of the filters it does not meet.
    """

    code: str
    title: str
    pay_usd: float | None
    growth_pct: float | None
    schooling: str
    up: tuple[OtherEnd, ...]
    sideways: tuple[OtherEnd, ...]
    outside: tuple[OtherEnd, ...]
    unmet_filters: tuple[str, ...] = field(metadata={"json": "misses"})

    @property
    def fits(self) -> bool:
        """Whether it meets all filters."""
        return not self.unmet_filters


@dataclass(frozen=True, slots=True)
class RungList:
    """A rung with its occupations, lowest first; `key` names its place in the page's address."""

    key: str
    level: str
    lines: tuple[RungLine, ...]
    is_open: bool = field(metadata=NOT_IN_JSON)

    @property
    def fitting(self) -> tuple[RungLine, ...]:
        """The occupations that meet all filters."""
        return tuple(line for line in self.lines if line.fits)

    @property
    def unfit(self) -> tuple[RungLine, ...]:
        """The occupations that do not."""
        return tuple(line for line in self.lines if not line.fits)


def step_asks(move: LadderMove) -> str:
    """What a step up asks, in a line; empty for other moves."""
    return ask_line(move.asks) if move.kind == Kind.ADVANCE else ""


def rung_lists(ladder: Ladder, filters: Filters) -> tuple[RungList, ...]:
    """The rungs from entry up, as the picture shows them from left to right."""
    titles = {placed.code: placed.occupation.title for placed in ladder.occupations}
    titles |= {code: placed.occupation.title for code, placed in ladder.others.items()}
    up: dict[str, list[OtherEnd]] = {}
    side: dict[str, list[OtherEnd]] = {}
    for move in ladder.moves:
        end = OtherEnd(
            code=move.to_code,
            title=titles[move.to_code],
            pay_change_usd=move.wage_change_usd,
            asks=step_asks(move),
        )
        if move.kind == Kind.ADVANCE and (move.is_drawn or move.is_main):
            up.setdefault(move.from_code, []).append(end)
        elif move.kind == Kind.LATERAL:
            back = None if move.wage_change_usd is None else -move.wage_change_usd
            side.setdefault(move.from_code, []).append(end)
            side.setdefault(move.to_code, []).append(
                OtherEnd(code=move.from_code, title=titles[move.from_code], pay_change_usd=back)
            )
    typical = served_lattice().required.typical_level
    row_of = served_catalog().row_of

    def line(placed: LadderOccupation) -> RungLine:
        schooling = EducationLevel(int(typical[row_of[placed.code]]))
        return RungLine(
            code=placed.code,
            title=placed.occupation.title,
            pay_usd=placed.pay_usd,
            growth_pct=placed.growth_pct,
            schooling=schooling.label,
            up=tuple(up.get(placed.code, ())),
            sideways=tuple(side.get(placed.code, ())),
            outside=tuple(
                OtherEnd(
                    code=move.to_code,
                    title=titles[move.to_code],
                    pay_change_usd=move.wage_change_usd,
                    asks=step_asks(move),
                )
                for move in ladder.outside.get(placed.code, ())
                if move.from_code == placed.code
            ),
            unmet_filters=tuple(_unmet_filters(placed, schooling, filters)),
        )

    found: list[RungList] = []
    seen = 0
    for level, rung in zip(LadderLevel, ladder.rungs, strict=True):
        lines = tuple(line(placed) for placed in rung)
        seen += sum(line.fits for line in lines)
        is_open = seen <= SEEN_AT_ONCE
        found.append(
            RungList(key=level.label, level=str(LEVEL_WORDS[level]), lines=lines, is_open=is_open)
        )
    return tuple(found)


def _unmet_filters(
    placed: LadderOccupation, schooling: EducationLevel, filters: Filters
) -> Iterator[str]:
    """What keeps the occupation from meeting the filters; what is not published meets none."""
    if filters.education is not None and schooling > filters.education:
        yield _("requires more education")
    if filters.min_pay is not None:
        if placed.pay_usd is None:
            yield _("pay not published")
        elif placed.pay_usd < filters.min_pay:
            yield _("pays less")
    if filters.min_growth is not None:
        if placed.growth_pct is None:
            yield _("growth not published")
        elif placed.growth_pct < filters.min_growth:
            yield _("grows less")
    if filters.interest and filters.interest not in top_interests(placed.code):
        yield _("fits other interests")


def top_interests(code: str) -> tuple[str, ...]:
    """The two interest areas an occupation suits most; none where no scores are published."""
    catalog = served_catalog()
    occupation = catalog.occupation(code)
    scores = catalog.get_interests(occupation.code) or catalog.get_interests(occupation.stand_in)
    return tuple(sorted(scores, key=lambda key: -scores[key])[:2])


def main_sequences(ladder: Ladder) -> tuple[tuple[Stop, ...], ...]:
    """The occupations of each main sequence, lowest first."""

    asked = {(move.from_code, move.to_code): move.asks for move in ladder.moves if move.is_main}

    def stop(before: str | None, code: str) -> Stop:
        one = ladder.get(code)
        return Stop(
            code=code,
            title=one.occupation.title,
            level=str(LEVEL_WORDS[one.level]),
            pay_usd=one.pay_usd,
            asks="" if before is None else ask_line(asked[before, code]),
        )

    return tuple(
        tuple(stop(before, code) for before, code in zip((None, *codes), codes, strict=False))
        for codes in ladder.main_sequences
    )


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
