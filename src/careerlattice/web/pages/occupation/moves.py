"""The moves into and out of an occupation, as lines with their reasons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from careerlattice.catalog.model import Area
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.parameters import NEAR_ENOUGH_AROUND
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel
from careerlattice.web.app_state import served_catalog, served_lattice

SHOWN = 6


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A move to or from another occupation: what kind, how likely, what it changes, and why.

    `likelihood` is the estimated share of those who leave the first occupation that take the second
    next; `ease` 0 (hardest) to 1; `pay_change_usd` the difference of median yearly pay. `asks` is
    the schooling it asks beyond the first's, `often` the likelihood in words, `remark` what goes
    against the grain; empty where nothing does.
    """

    code: str
    title: str
    kind: str
    likelihood: float
    ease: float
    pay_change_usd: float | None
    asks: str
    often: str
    remark: str

    @property
    def why(self) -> tuple[str, ...]:
        """Why the move stands here, sentence by sentence."""
        return tuple(sentence for sentence in (self.asks, self.often, self.remark) if sentence)


@dataclass(frozen=True, slots=True)
class Moves:
    """Ways up, ways sideways, and where people come from."""

    next_steps: tuple[MoveLine, ...] = ()
    sideways: tuple[MoveLine, ...] = ()
    feeders: tuple[MoveLine, ...] = ()


@lru_cache(maxsize=2048)
def moves_around(code: OnetSocCode, area: Area | None = None) -> Moves:
    """The strongest moves of an occupation, likeliest first.

    Strength is nearness times the root of likelihood, among occupations that are near enough, as
    the lattice weighs the neighborhood of an occupation.
    """
    lattice, arrays = served_lattice(), served_lattice().arrays
    row = served_catalog().row_of[code]
    every = np.arange(len(arrays.kind))
    kinds_out, kinds_in = lattice.kinds_in(row, every, area), lattice.kinds_in(every, row, area)
    near, back = arrays.nearness[row], arrays.nearness[:, row]
    out = near * np.sqrt(arrays.likelihood[row])
    into = back * np.sqrt(arrays.likelihood[:, row])
    up = (kinds_out == Kind.ADVANCE) & (near >= NEAR_ENOUGH_AROUND.value)
    side = (kinds_out == Kind.LATERAL) & (near >= NEAR_ENOUGH_AROUND.value)
    from_below = (kinds_in == Kind.ADVANCE) & (back >= NEAR_ENOUGH_AROUND.value)

    def lines(ends: list[tuple[int, int]]) -> tuple[MoveLine, ...]:
        made = [
            _line(a, b, Kind(int(kinds_out[b] if a == row else kinds_in[a])), row, area)
            for a, b in ends
        ]
        return tuple(sorted(made, key=lambda line: (-line.likelihood, line.code)))

    return Moves(
        next_steps=lines([(row, b) for b in _best(out, up)]),
        sideways=lines([(row, b) for b in _best(out, side)]),
        feeders=lines([(a, row) for a in _best(into, from_below)]),
    )


def _best(weights: NDArray[np.float32], fits: NDArray[np.bool_]) -> list[int]:
    order = np.lexsort((np.arange(len(weights)), -np.where(fits, weights, -1.0)))[:SHOWN]
    return [int(row) for row in order if fits[row]]


def _line(a: int, b: int, kind: Kind, here: int, area: Area | None) -> MoveLine:
    catalog, arrays = served_catalog(), served_lattice().arrays
    pay = catalog.pay_vectors(area)
    change = float(pay.p50[b] - pay.p50[a])
    # Pay published by the hour alone is of work that few do all year: no year's difference is told.
    is_told = not (np.isnan(change) or pay.is_hourly[a] or pay.is_hourly[b])
    known = float(round(change)) if is_told else None
    code = catalog.codes[b if a == here else a]
    later = kind == Kind.ADVANCE and known is not None and known < 0 and _asks_more(a, b)
    return MoveLine(
        code=code,
        title=catalog.occupation(code).title,
        kind=kind.slug,
        likelihood=round(float(arrays.likelihood[a, b]), 6),
        ease=round(float(arrays.ease[a, b]), 3),
        pay_change_usd=known,
        asks=_asks(a, b),
        often=how_many(float(arrays.likelihood[a, b])),
        remark=_("The credential comes first, the pay later.") if later else "",
    )


def _asks_more(a: int, b: int) -> bool:
    levels = served_lattice().required.typical_level
    return bool(levels[b] > levels[a])


def _asks(a: int, b: int) -> str:
    levels = served_lattice().required.typical_level
    before, after = EducationLevel(int(levels[a])), EducationLevel(int(levels[b]))
    if not _asks_more(a, b):
        return _("Asks no more schooling.")
    return _("Asks more schooling: %(after)s, up from %(before)s.") % {
        "after": after.label,
        "before": before.label,
    }


def how_many(likelihood: float) -> str:
    """A likelihood as people count: of 100, of 1,000, or few."""
    if likelihood >= 0.0095:
        n = round(likelihood * 100)
        return _("About %(n)d in 100 who leave take this step.") % {"n": n}
    if likelihood >= 0.00095:
        n = round(likelihood * 1000)
        return _("About %(n)d in 1,000 who leave take this step.") % {"n": n}
    return _("Few of those who leave take this step.")
