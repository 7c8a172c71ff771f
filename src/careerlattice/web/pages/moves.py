"""The moves into and out of an occupation, as lines with their reasons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from careerlattice.catalog.things import Area
from careerlattice.lattice.kinds import Kind
from careerlattice.lattice.ladder import LadderMove
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel
from careerlattice.web.serving import served_catalog, served_lattice

SHOWN = 6


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A move to or from another occupation: what kind, how likely, what it changes, and why.

    `likelihood` is the estimated share of those who leave the first occupation that take the second
    next; `ease` 0 (hardest) to 1.
    """

    code: str
    title: str
    kind: str
    likelihood: float
    ease: float
    pay_change_usd: float | None
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moves:
    """Ways up, ways sideways, and where people come from."""

    next_steps: tuple[MoveLine, ...] = ()
    sideways: tuple[MoveLine, ...] = ()
    feeders: tuple[MoveLine, ...] = ()


@lru_cache(maxsize=2048)
def moves_around(code: OnetSocCode, area: Area | None = None) -> Moves:
    """The strongest moves of an occupation, as the lattice cuts its neighborhood."""
    ladder = served_lattice().neighborhood(code, area)
    up, side, into = [], [], []
    for move in ladder.moves:
        if move.kind == Kind.ADVANCE and move.from_code == code:
            up.append(move_line(move, move.to_code))
        elif move.kind == Kind.ADVANCE and move.to_code == code:
            into.append(move_line(move, move.from_code))
        elif move.kind == Kind.LATERAL and code in (move.from_code, move.to_code):
            other = move.to_code if move.from_code == code else move.from_code
            side.append(move_line(move, other))

    def best(lines: list[MoveLine]) -> tuple[MoveLine, ...]:
        return tuple(sorted(lines, key=lambda line: (-line.likelihood, line.code))[:SHOWN])

    return Moves(best(up), best(side), best(into))


def move_line(move: LadderMove, other: str) -> MoveLine:
    """A move told from the occupation that is not `other`."""
    catalog = served_catalog()
    return MoveLine(
        other,
        catalog.occupation(other).title,
        move.kind.slug,
        round(move.likelihood, 6),
        round(move.ease, 3),
        move.wage_change_usd,
        reasons(move),
    )


def reasons(move: LadderMove) -> tuple[str, ...]:
    """Why the move stands here: the schooling it asks, and how many make it."""
    lattice, catalog = served_lattice(), served_catalog()
    levels = lattice.asks.typical_level
    before = EducationLevel(int(levels[catalog.row_of[move.from_code]]))
    after = EducationLevel(int(levels[catalog.row_of[move.to_code]]))
    found = []
    if after > before:
        found.append(
            _("Asks more schooling: typically %(after)s, from %(before)s.")
            % {"after": after.label, "before": before.label}
        )
    else:
        found.append(_("Asks no more schooling than before."))
    found.append(how_many(move.likelihood))
    if move.label:
        found.append(_("The credential comes first, the pay later."))
    return tuple(found)


def how_many(likelihood: float) -> str:
    """A likelihood as people count: of 100, of 1,000, or few."""
    if likelihood >= 0.0095:
        return _("About %(n)d in 100 of those who leave take this step.") % {"n": round(likelihood * 100)}
    if likelihood >= 0.00095:
        n = round(likelihood * 1000)
        return _("About %(n)d in 1,000 of those who leave take this step.") % {"n": n}
    return _("Few of those who leave take this step.")
