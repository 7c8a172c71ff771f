"""Kinds of moves: advance, lateral, pivot, step back, by one rule for every pair."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import BadRequest
from careerlattice.lattice.arrays.status_index import Heights
from careerlattice.vocab.amounts import usd
from careerlattice.vocab.levels import EducationLevel

# Points of height that tell a step from sideways: what 9 % more pay at the same preparation gives.
STEP = 2.0
# Nearness under which work in another cluster is a change of field.
NEAR = 0.5

RULE = (
    "A move is an advance when the height (half preparation: job zone, schooling, experience with "
    "training; half median pay) rises by at least 2 of 100 points, a step back when it falls by as "
    "much, and lateral between. "
    "A move that is no step back, but leads out of the origin's clusters and occupational group to "
    "work less than half as near as the same job, is a pivot. "
    "A move whose preparation and pay disagree keeps its kind and carries a label, such as "
    "'credential first, pay later'."
)
PAY_LATER = "credential first, pay later"
LESS_PAID = "less pay, no more schooling"
SAME_LINE = "same published pay"

Rows = int | NDArray[np.int64]


class Kind(IntEnum):
    """The kind of a move from one occupation to another; SAME only stands on the diagonal."""

    SAME = 0
    ADVANCE = 1
    LATERAL = 2
    PIVOT = 3
    STEP_BACK = 4

    @property
    def slug(self) -> str:
        """The kind as written in requests and files: `step_back`."""
        return self.name.lower()

    @property
    def label(self) -> str:
        """The kind in words: `step back`."""
        return self.name.lower().replace("_", " ")

    @classmethod
    def parse(cls, text: str) -> Kind:
        """The kind meant by a word. Raises `BadRequest` with the kinds there are."""
        name = text.strip().upper().replace("-", "_").replace(" ", "_")
        if name not in cls.__members__ or name == "SAME":
            raise BadRequest(
                f"There is no kind of move called {text[:20]!r}. "
                "Choose one of: advance, lateral, pivot, step_back."
            )
        return cls[name]


@dataclass(frozen=True, slots=True)
class KindReason:
    """Why a move is of its kind: one sentence, and labels for what goes against the grain."""

    kind: Kind
    sentence: str
    labels: tuple[str, ...]


def kinds_of(
    heights: Heights, nearness: NDArray[np.float32], same_field: NDArray[np.bool_]
) -> NDArray[np.int8]:
    """The kind of every ordered pair, shape (occupations, occupations), row to column."""
    rise = heights.height[None, :] - heights.height[:, None]
    kinds = np.full(rise.shape, Kind.LATERAL, dtype=np.int8)
    kinds[rise >= STEP] = Kind.ADVANCE
    kinds[(rise > -STEP) & ~same_field & (nearness < NEAR)] = Kind.PIVOT
    kinds[rise <= -STEP] = Kind.STEP_BACK
    np.fill_diagonal(kinds, Kind.SAME)
    return kinds


def asks_more(heights: Heights, typical: NDArray[np.int64], a: Rows, b: Rows) -> NDArray[np.bool_]:
    """Whether the second asks a higher job zone or more typical schooling (1 to 12)."""
    return np.asarray((heights.zone[b] > heights.zone[a]) | (typical[b] > typical[a]))


def same_field(catalog: Catalog) -> NDArray[np.bool_]:
    """Whether two occupations share a cluster of either framework, or the SOC major group.

    Shape (occupations, occupations), symmetric.
    """
    clusters = {cluster.id: column for column, cluster in enumerate(catalog.list_clusters())}
    member = np.zeros((len(catalog.codes), len(clusters)), dtype=np.float32)
    for row, code in enumerate(catalog.codes):
        for pathway in catalog.list_pathways_of(code):
            member[row, clusters[pathway.cluster_id]] = 1
    major = np.array([code.major_group for code in catalog.codes])
    return np.asarray((member @ member.T > 0) | (major[:, None] == major[None, :]))


def explain_kind(
    kind: Kind,
    heights: Heights,
    typical: NDArray[np.int64],
    from_row: int,
    to_row: int,
    pay_there: float | None = None,
) -> KindReason:
    """The rule applied to one move, in words with the figures it rests on.

    `typical` is the typical education level (1 to 12) of every occupation, `pay_there` the change
    of median pay in the area looked at, which labels go by; none for the nation's.
    """
    parts = []
    zone_from, zone_to = int(heights.zone[from_row]), int(heights.zone[to_row])
    if zone_from and zone_to:
        parts.append(
            f"zone {zone_from} to {zone_to}" if zone_from != zone_to else f"same job zone {zone_to}"
        )
    school_from, school_to = (EducationLevel(int(typical[row])) for row in (from_row, to_row))
    if school_from != school_to:
        parts.append(f"typical education {school_from.label} to {school_to.label}")
    more = heights.practice_months[to_row] - heights.practice_months[from_row]
    if abs(more) >= 6:
        word = "more" if more > 0 else "less"
        parts.append(f"{abs(more):.0f} months {word} experience and training asked")
    pay = float(heights.pay_usd[to_row] - heights.pay_usd[from_row])
    known = not np.isnan(pay)
    parts.append(
        f"national median pay {usd(pay, sign=True)}" if known else "median pay not published"
    )
    rise = round(float(heights.height[to_row] - heights.height[from_row]))
    height = f"height {rise:+d}" if rise else "same height"
    sentence = f"{kind.label}: {', '.join(parts)} ({height})"
    change = pay if pay_there is None else pay_there
    label = pay_label(kind, change, is_more=bool(asks_more(heights, typical, from_row, to_row)))
    labels = (label,) if label else _labels(kind, zone_to - zone_from, change)
    return KindReason(kind, sentence, labels)


def no_step_there(reason: KindReason, kind: Kind, area: str, pay: float) -> KindReason:
    """The reason for a move that is an advance in the nation but of another kind in an area.

    `pay` is the change of median pay in the area named.
    """
    sentence = (
        f"{kind.label} in {area}: median pay {usd(pay, sign=True)} there, with no more schooling "
        f"asked; in the nation {reason.sentence}"
    )
    return KindReason(kind, sentence, (LESS_PAID,))


def pay_label(kind: Kind, pay: float, *, is_more: bool) -> str:
    """What to say of an advance whose pay does not rise; empty where it does or is not known.

    `pay` is the change of median pay, `is_more` whether more schooling or a higher zone is asked.
    """
    if kind != Kind.ADVANCE or np.isnan(pay) or pay > 0:
        return ""
    if pay == 0:
        return SAME_LINE
    return PAY_LATER if is_more else LESS_PAID


def _labels(kind: Kind, zone_change: int, pay: float) -> tuple[str, ...]:
    if np.isnan(pay):
        return ()
    if kind in (Kind.PIVOT, Kind.LATERAL) and zone_change > 0 and pay < 0:
        return (PAY_LATER,)
    if kind == Kind.STEP_BACK and pay > 0:
        return ("less preparation, more pay",)
    return ()
