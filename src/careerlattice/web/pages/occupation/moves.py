"""The moves into and out of an occupation, as lines with their reasons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from careerlattice.catalog.model import Area
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.arrays.named_moves import LEAST_UP, Named
from careerlattice.lattice.arrays.supervisors import is_leader
from careerlattice.lattice.moves.order import list_order, own_line_of, worth_listing
from careerlattice.lattice.parameters import NEAR_ENOUGH_AROUND
from careerlattice.requirements.schooling import Schooling
from careerlattice.vocab.amounts import months, usd
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.web.app_state import served_catalog, served_lattice
from careerlattice.wording.gaps import CREDENTIALS

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
    gains: str
    asks: str
    often: str
    remark: str

    @property
    def why(self) -> tuple[str, ...]:
        """Why the move stands here, sentence by sentence."""
        return tuple(
            sentence for sentence in (self.gains, self.asks, self.often, self.remark) if sentence
        )


@dataclass(frozen=True, slots=True)
class Moves:
    """Ways up, ways sideways, and where people come from."""

    next_steps: tuple[MoveLine, ...] = ()
    sideways: tuple[MoveLine, ...] = ()
    feeders: tuple[MoveLine, ...] = ()


@lru_cache(maxsize=256)
def moves_around(code: OnetSocCode, area: Area | None = None) -> Moves:
    """The moves of an occupation: its own line first, the likeliest of each first.

    Only to work that is near or that entry conditions name. Where people come from is weighed by
    the openings of the jobs they leave, as most come from the large ones.
    """
    lattice, arrays = served_lattice(), served_lattice().arrays
    row = served_catalog().row_of[code]
    every = np.arange(len(arrays.kind))
    kinds_out, kinds_in = lattice.kinds_in(row, every, area), lattice.kinds_in(every, row, area)
    codes = served_catalog().codes
    near = worth_listing(arrays, row)
    own = own_line_of(codes, arrays, row)
    back = (arrays.named[:, row] > 0) | (arrays.nearness[:, row] >= NEAR_ENOUGH_AROUND.value)
    outlook = served_catalog().outlook_vectors
    flow = arrays.likelihood[:, row] * np.nan_to_num(outlook.openings * outlook.share)
    up = (kinds_out == Kind.ADVANCE) & near
    side = (kinds_out == Kind.LATERAL) & near
    from_below = (kinds_in == Kind.ADVANCE) & back
    onward = list_order(arrays.likelihood[row], own)
    inward = list_order(flow.astype(np.float32), arrays.named[:, row] >= LEAST_UP)

    def lines(ends: list[tuple[int, int]]) -> tuple[MoveLine, ...]:
        return tuple(
            _line(a, b, Kind(int(kinds_out[b] if a == row else kinds_in[a])), row, area)
            for a, b in ends
        )

    return Moves(
        next_steps=lines([(row, b) for b in _first(onward, up)]),
        sideways=lines([(row, b) for b in _first(onward, side)]),
        feeders=lines([(a, row) for a in _first(inward, from_below)]),
    )


def _first(order: NDArray[np.int64], fits: NDArray[np.bool_]) -> list[int]:
    return [int(row) for row in order if fits[row]][:SHOWN]


def _line(a: int, b: int, kind: Kind, here: int, area: Area | None) -> MoveLine:
    catalog, arrays = served_catalog(), served_lattice().arrays
    pay = catalog.pay_vectors(area)
    change = float(pay.p50[b] - pay.p50[a])
    # Pay published by the hour alone is of work that few do all year: no year's difference is told.
    is_told = not (np.isnan(change) or pay.is_hourly[a] or pay.is_hourly[b])
    known = float(round(change)) if is_told else None
    code = catalog.codes[b if a == here else a]
    named = Named(int(arrays.named[a, b]))
    codes = catalog.codes
    schooling = served_lattice().schooling_of(codes[a], codes[b], area)
    falls = kind == Kind.ADVANCE and known is not None and known < 0
    return MoveLine(
        code=code,
        title=catalog.occupation(code).title,
        kind=kind.slug,
        likelihood=round(float(arrays.likelihood[a, b]), 6),
        ease=round(float(arrays.ease[a, b]), 3),
        pay_change_usd=known,
        gains=_gains(a, b, named, known, schooling) if kind == Kind.ADVANCE else "",
        asks=_asks(schooling),
        often=how_many(float(arrays.likelihood[a, b])),
        remark=_("The pay is lower at first.") if falls else "",
    )


def _gains(a: int, b: int, named: Named, pay_change: float | None, schooling: Schooling) -> str:
    """What makes a step one up: a rank, a credential or pay above."""
    if is_leader(served_catalog().codes[b]) and named >= LEAST_UP:
        return _("A rank above.")
    levels = served_lattice().required.typical_level
    if schooling.credentials and levels[b] > levels[a]:
        return _("A credential above.")
    if pay_change is not None and pay_change > 0:
        return _("More pay.")
    return _("A common step up.") if named >= LEAST_UP else ""


def _asks(schooling: Schooling) -> str:
    if not schooling.credentials and schooling.usd.high > 0:
        return _("Short course needed, about %(cost)s.") % {"cost": usd(schooling.usd.typical)}
    if not schooling.credentials:
        return _("No more school needed.")
    return _("More school needed: %(what)s, about %(time)s.") % {
        "what": _(", then ").join(CREDENTIALS[name] for name in schooling.credentials),
        "time": months(schooling.months.typical),
    }


def how_many(likelihood: float) -> str:
    """A likelihood as people count: of 100, of 1,000, or few."""
    if likelihood >= 0.0095:
        n = round(likelihood * 100)
        return _("About %(n)d in 100 people who leave take this step.") % {"n": n}
    if likelihood >= 0.00095:
        n = round(likelihood * 1000)
        return _("About %(n)d in 1,000 people who leave take this step.") % {"n": n}
    return _("Few people who leave this job take this step.")
