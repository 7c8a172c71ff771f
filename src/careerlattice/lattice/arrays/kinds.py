"""Kinds of moves: advance, lateral, pivot, step back, by one rule for every pair."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import BadRequest
from careerlattice.lattice.arrays.status_index import StatusIndex
from careerlattice.lattice.parameters import SAME_FIELD_NEARNESS, STEP_POINTS
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
    LESS_PAID = "an advance to less pay without more schooling"
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
    `index_change` that of the status index, in points. `labels` say what goes against the grain.
    """

    national: Kind
    zones: tuple[int, int]
    schooling: tuple[EducationLevel, EducationLevel]
    practice_change_months: float
    pay_change_usd: float | None
    index_change: float
    labels: tuple[MoveLabel, ...]
    local: LocalKind | None = None

    @property
    def kind(self) -> Kind:
        """The kind that holds where one looks."""
        return self.national if self.local is None else self.local.kind


def kinds_of(
    status: StatusIndex, nearness: NDArray[np.float32], same_field: NDArray[np.bool_]
) -> NDArray[np.int8]:
    """The kind of every ordered pair, shape (occupations, occupations), row to column."""
    step = STEP_POINTS.value
    rise = status.index[None, :] - status.index[:, None]
    kinds = np.full(rise.shape, Kind.LATERAL, dtype=np.int8)
    kinds[rise >= step] = Kind.ADVANCE
    kinds[(rise > -step) & ~same_field & (nearness < SAME_FIELD_NEARNESS.value)] = Kind.PIVOT
    kinds[rise <= -step] = Kind.STEP_BACK
    np.fill_diagonal(kinds, Kind.SAME)
    return kinds


def asks_more(
    status: StatusIndex, typical: NDArray[np.int64], a: Rows, b: Rows
) -> NDArray[np.bool_]:
    """Whether the second asks a higher job zone or more typical schooling (1 to 12)."""
    return np.asarray((status.zone[b] > status.zone[a]) | (typical[b] > typical[a]))


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
    from_row: int,
    to_row: int,
    pay_there: float | None = None,
) -> KindReason:
    """The figures that the rule rests on for one move.

    `typical` is the typical education level (1 to 12) of every occupation, `pay_there` the change
    of median pay in the area looked at, which labels go by; none for the nation's.
    """
    zones = (int(status.zone[from_row]), int(status.zone[to_row]))
    pay = float(status.pay_usd[to_row] - status.pay_usd[from_row])
    change = pay if pay_there is None else pay_there
    label = pay_label(kind, change, is_more=bool(asks_more(status, typical, from_row, to_row)))
    return KindReason(
        national=kind,
        zones=zones,
        schooling=(EducationLevel(int(typical[from_row])), EducationLevel(int(typical[to_row]))),
        practice_change_months=float(
            status.practice_months[to_row] - status.practice_months[from_row]
        ),
        pay_change_usd=None if np.isnan(pay) else pay,
        index_change=float(status.index[to_row] - status.index[from_row]),
        labels=(label,) if label else _other_labels(kind, zones[1] - zones[0], change),
    )


def pay_label(kind: Kind, pay: float, *, is_more: bool) -> MoveLabel | None:
    """What goes against the grain of an advance whose pay does not rise; none where it does.

    None also where pay is not known. `pay` is the change of median pay, `is_more` whether more
    schooling or a higher zone is asked.
    """
    if kind != Kind.ADVANCE or np.isnan(pay) or pay > 0:
        return None
    if pay == 0:
        return MoveLabel.SAME_LINE
    return MoveLabel.PAY_LATER if is_more else MoveLabel.LESS_PAID


def _other_labels(kind: Kind, zone_change: int, pay: float) -> tuple[MoveLabel, ...]:
    if np.isnan(pay):
        return ()
    if kind in (Kind.PIVOT, Kind.LATERAL) and zone_change > 0 and pay < 0:
        return (MoveLabel.PAY_LATER,)
    if kind == Kind.STEP_BACK and pay > 0:
        return (MoveLabel.MORE_PAID,)
    return ()
