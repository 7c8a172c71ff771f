"""Whether two occupations stand side by side: who does either may do the other as they are."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.lattice.arrays.named_moves import Named
from careerlattice.lattice.gap.step_asks import StepAsks
from careerlattice.lattice.parameters import (
    JOURNEY_MONTHS,
    LONG_WORK_MONTHS,
    NEAR_ENOUGH_TO_ADVANCE,
    SHORT_COURSE_WEEKS,
)
from careerlattice.requirements.entry import Entry, EntryCondition

OWN_FIELD, SHARED_FIELD = len("51.3801"), len("51.38")
"""Digits of a program, and of a series of programs."""
BROAD = len("29-114")
"""Digits of a broad group of the SOC."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The two ends of a change sideways, each thing in the order of `entries`.

    `asks` are what the step to the other asks, `named` what names it, `nearness` how alike the work
    is (0 to 1).
    """

    entries: tuple[Entry, Entry]
    asks: tuple[StepAsks, StepAsks]
    named: tuple[Named, Named]
    nearness: float


def stands_beside(ends: Ends) -> bool:
    """Whether who does either work may do the other without schooling, license or term.

    Where each has a license, a program or a trade of its own, none is beside the other: a roofer is
    no carpenter, a physical therapist assistant no occupational one. What one end alone calls a
    change has to be like work; what both call one may be unlike.
    """
    is_mutual = ends.named[0] == ends.named[1] == Named.SIDEWAYS
    if any(_asks_much(asks, is_mutual=is_mutual) for asks in ends.asks):
        return False
    if _licenses(ends.entries[0]) != _licenses(ends.entries[1]):
        return False
    if not any(ends.named) and are_trades(ends.entries):
        return False
    return is_mutual or (
        ends.nearness >= NEAR_ENOUGH_TO_ADVANCE.value and _taught_alike(*ends.entries)
    )


def are_kin(entries: tuple[Entry, Entry]) -> bool:
    """Whether two works are of one training: no two trades, of one broad group, taught alike.

    More pay alone makes no step up, as from a fundraiser to a management analyst.
    """
    first, other = entries
    if are_trades(entries):
        return False
    return first.code[:BROAD] == other.code[:BROAD] and _taught_alike(first, other)


def are_trades(entries: tuple[Entry, Entry]) -> bool:
    """Whether both are trades with an apprenticeship of years each."""
    return all(_has_term(entry) for entry in entries)


def _asks_much(asks: StepAsks, *, is_mutual: bool) -> bool:
    """Whether a step asks more than a few weeks of a course and a while of work."""
    first = asks.is_credential_first or asks.is_term or asks.practice > 0
    often = asks.usual is not None and not is_mutual
    is_long = asks.course > SHORT_COURSE_WEEKS.value or asks.experience > LONG_WORK_MONTHS.value
    return bool(first or often or is_long)


def _licenses(entry: Entry) -> frozenset[str]:
    """The licenses that law asks, also those earned once hired."""
    return frozenset(gate.name for gate in entry.licenses if gate.asked_in.is_by_law)


def _has_term(entry: Entry) -> bool:
    """Whether it is a trade with an apprenticeship of years."""
    return any(way.least_term >= JOURNEY_MONTHS.value for way in entry.conditions)


def _taught_alike(first: Entry, other: Entry) -> bool:
    """Whether one program leads through both usual doors, or one of them asks none.

    The first program of a door is its own; where no other does at either end, that of one has to
    lead to the other as well.
    """
    a, b = first.usual, other.usual
    if not (a.programs and b.programs):
        return True
    if a.field.is_binding or b.field.is_binding:
        return _leads(a, b) or _leads(b, a)
    return _overlap(a.programs, b.programs, SHARED_FIELD)


def _leads(door: EntryCondition, other: EntryCondition) -> bool:
    return _overlap(door.programs[:1], other.programs, OWN_FIELD)


def _overlap(first: tuple[str, ...], other: tuple[str, ...], digits: int) -> bool:
    """Whether two lists of beginnings of programs share one, by so many characters."""
    ours, theirs = ({cip[:digits] for cip in one} for one in (first, other))
    return any(a.startswith(b) or b.startswith(a) for a in ours for b in theirs)
