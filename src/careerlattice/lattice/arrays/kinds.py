"""Kinds of moves: advance, lateral, pivot, step back, by one rule for every pair."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import BadRequest
from careerlattice.lattice.arrays.named_moves import LEAST_UP, Named
from careerlattice.lattice.arrays.status_index import StatusIndex
from careerlattice.lattice.parameters import (
    CLEAR_CHANGE_OF_PAY,
    CLEARLY_MORE_PAY,
    NEAR_ENOUGH_TO_ADVANCE,
    SAME_FIELD_NEARNESS,
    STEP_POINTS,
)
from careerlattice.requirements.parameters import school_years
from careerlattice.vocab.levels import EducationLevel

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


class MoveLabel(Enum):
    """What goes against the grain of a move; `wording.moves.label_words` says it."""

    PAY_LATER = "more preparation at first, for less pay"
    LESS_PAID = "an advance, or a change sideways, to less pay without more schooling"
    PROMOTED = "a step up that entry conditions name, to less pay at first"
    SAME_LINE = "an advance between two occupations of one published median"
    MORE_PAID = "a step back to more pay"


@dataclass(frozen=True, slots=True)
class LocalKind:
    """The kind a national advance has in an area, and the change of median pay there."""

    kind: Kind
    area: str
    pay_change_usd: float


@dataclass(frozen=True, slots=True)
class KindReason:
    """Why a move is of its kind: the figures the rule rests on.

    `national` is the kind by the nation's figures, `local` what it is in the area asked for where
    that differs. `zones` are the job zones of both ends (0: none published), `schooling` their
    typical levels; `practice_change_months` is the change of experience and training asked,
    `pay_change_usd` that of national median pay (none where either is not published),
    `index_change` that of the status index, in points. `named` is what names the move, if entry
    conditions do. `labels` say what goes against the grain.
    """

    national: Kind
    zones: tuple[int, int]
    schooling: tuple[EducationLevel, EducationLevel]
    practice_change_months: float
    pay_change_usd: float | None
    index_change: float
    labels: tuple[MoveLabel, ...]
    named: Named = Named.NONE
    local: LocalKind | None = None

    @property
    def kind(self) -> Kind:
        """The kind that holds where one looks."""
        return self.national if self.local is None else self.local.kind


@dataclass(frozen=True, slots=True)
class KindFacts:
    """What kinds rest on, for n occupations; pairs are (n, n), origins in rows.

    `typical_level` (n,) is the typical education level, 1 to 12; `leads` (n,) whether it is a
    supervisor's, a manager's or an officer's; `same_field` see the function of this name;
    `counts_on` whether what is learned at the origin counts; `held` whether what the destination
    asks is held at the origin; `peers` whether they are two trades or professions of one group;
    `named` a `Named` each.
    """

    status: StatusIndex
    typical_level: NDArray[np.int64]
    leads: NDArray[np.bool_]
    nearness: NDArray[np.float32]
    same_field: NDArray[np.bool_]
    counts_on: NDArray[np.bool_]
    held: NDArray[np.bool_]
    peers: NDArray[np.bool_]
    named: NDArray[np.int8]


def kinds_of(facts: KindFacts) -> NDArray[np.int8]:
    """The kind of every ordered pair, shape (n, n), row to column.

    By the status index first: an advance rises a step, to more pay or a credential above, in work
    where what is learned counts; sideways is work whose conditions are held. Then what entry
    conditions name. Never an advance both ways.
    """
    status, step = facts.status, STEP_POINTS.value
    rise = status.index[None, :] - status.index[:, None]
    is_known = facts.named != Named.NONE
    # After an associate degree the next degree of one's own field is above, not beside: who studies
    # on chooses a profession.
    typical = facts.typical_level
    builds_on = facts.counts_on & (typical == EducationLevel.ASSOCIATE)[:, None]
    builds_on &= (typical > EducationLevel.ASSOCIATE)[None, :]
    is_peer = facts.peers & ~builds_on & ~builds_on.T & ~is_known & ~is_known.T
    gains = (rise >= step) & _gains(status.pay_usd, facts.typical_level)
    rises, falls = gains & ~is_peer, gains.T
    counts = facts.counts_on & (facts.nearness >= NEAR_ENOUGH_TO_ADVANCE.value)
    is_apart = ~facts.same_field & (facts.nearness < SAME_FIELD_NEARNESS.value)
    kinds = np.full(rise.shape, Kind.LATERAL, dtype=np.int8)
    # A license or a degree of another profession is no change sideways, however alike the work.
    kinds[(is_apart | ~facts.held) & ~is_known] = Kind.PIVOT
    kinds[rises] = np.where((counts & ~is_apart) | is_known, Kind.ADVANCE, Kind.PIVOT)[rises]
    kinds[falls] = np.where(facts.named >= Named.SIDEWAYS, Kind.LATERAL, Kind.STEP_BACK)[falls]
    # A second license of one's profession at about the same pay is a change, not a promotion.
    years = np.array(school_years())[typical - 1]
    beside = (facts.named == Named.BRIDGE) & (years[None, :] < years[:, None] + 1)
    beside &= ~gains_clearly(status.pay_usd) & (kinds == Kind.ADVANCE)
    kinds[beside] = Kind.LATERAL
    up = named_advances(facts) & ~beside
    kinds[up] = Kind.ADVANCE
    is_back = up.T & (kinds == Kind.ADVANCE)
    asks_more = facts.typical_level[None, :] > facts.typical_level[:, None]
    kinds[is_back] = np.where(asks_more, Kind.PIVOT, Kind.STEP_BACK)[is_back]
    np.fill_diagonal(kinds, Kind.SAME)
    return kinds


def named_advances(facts: KindFacts) -> NDArray[np.bool_]:
    """Moves that are advances because entry conditions name them, shape (n, n).

    A step that the origin names and a rank that a leader is filled from are, whatever pay and
    preparation say; other ranks and work that an apprenticeship credits where they are no step
    down, bridges between licenses where they rise. Of two that name each other only the stronger
    is, or else the one that rises.
    """
    index, named = facts.status.index, facts.named
    rise, step = index[None, :] - index[:, None], STEP_POINTS.value
    up = (named == Named.STEP) | ((named == Named.RANK) & facts.leads[None, :])
    up |= (named >= LEAST_UP) & (named != Named.BRIDGE) & (rise > -step)
    up |= (named == Named.BRIDGE) & (rise >= step)
    both = up & up.T
    weaker = named < named.T
    lower = index[None, :] < index[:, None]
    tied = index[None, :] == index[:, None]
    earlier = np.triu(np.ones_like(up))
    loses = weaker | ((named == named.T) & (lower | (tied & ~earlier)))
    return np.asarray(up & ~(both & loses))


def gains_clearly(pay_usd: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether the destination pays so much more that nobody calls it sideways, (n, n)."""
    return np.asarray(pay_usd[None, :] >= pay_usd[:, None] * (1 + CLEAR_CHANGE_OF_PAY.value))


def falls_clearly(pay_usd: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether the destination pays so much less that it is no step up of itself, (n, n)."""
    return np.asarray(pay_usd[None, :] < pay_usd[:, None] * (1 - CLEAR_CHANGE_OF_PAY.value))


def _gains(pay_usd: NDArray[np.float64], typical_level: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether the destination clearly pays more, or asks a higher credential for no less, (n, n).

    Where pay is not published, it may.
    """
    pays_no_more = pay_usd[None, :] < pay_usd[:, None] * CLEARLY_MORE_PAY.value
    higher = typical_level[None, :] > typical_level[:, None]
    return np.asarray(~pays_no_more | (higher & ~falls_clearly(pay_usd)))


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
    status: StatusIndex,
    typical: NDArray[np.int64],
    pair: tuple[int, int],
    pay_there: float | None = None,
    named: Named = Named.NONE,
    *,
    is_more: bool = False,
) -> KindReason:
    """The figures that the rule rests on for one move.

    `typical` is the typical education level (1 to 12) of every occupation, `pay_there` the change
    of median pay in the area looked at, which labels go by; none for the nation's. `named` is what
    names the move, `is_more` whether schooling or a license has to be earned first.
    """
    from_row, to_row = pair
    zones = (int(status.zone[from_row]), int(status.zone[to_row]))
    pay = float(status.pay_usd[to_row] - status.pay_usd[from_row])
    change = pay if pay_there is None else pay_there
    before = float(status.pay_usd[from_row])
    label = pay_label(kind, change, is_more=is_more, named=named)
    return KindReason(
        national=kind,
        zones=zones,
        schooling=(EducationLevel(int(typical[from_row])), EducationLevel(int(typical[to_row]))),
        practice_change_months=float(
            status.practice_months[to_row] - status.practice_months[from_row]
        ),
        pay_change_usd=None if np.isnan(pay) else pay,
        index_change=float(status.index[to_row] - status.index[from_row]),
        labels=(label,) if label else _other_labels(kind, change, before, is_more=is_more),
        named=named,
    )


def pay_label(
    kind: Kind, pay: float, *, is_more: bool, named: Named = Named.NONE
) -> MoveLabel | None:
    """What goes against the grain of an advance whose pay does not rise; none where it does.

    None also where pay is not known. `pay` is the change of median pay, `is_more` whether schooling
    or a license has to be earned first, `named` what names the move.
    """
    if kind != Kind.ADVANCE or np.isnan(pay) or pay > 0:
        return None
    if pay == 0:
        return MoveLabel.SAME_LINE
    if is_more:
        return MoveLabel.PAY_LATER
    return MoveLabel.PROMOTED if named >= LEAST_UP else MoveLabel.LESS_PAID


def _other_labels(kind: Kind, pay: float, before: float, *, is_more: bool) -> tuple[MoveLabel, ...]:
    if np.isnan(pay):
        return ()
    if kind in (Kind.PIVOT, Kind.LATERAL) and is_more and pay < 0:
        return (MoveLabel.PAY_LATER,)
    if kind == Kind.LATERAL and pay < -before * CLEAR_CHANGE_OF_PAY.value:
        return (MoveLabel.LESS_PAID,)
    if kind == Kind.STEP_BACK and pay > 0:
        return (MoveLabel.MORE_PAID,)
    return ()
