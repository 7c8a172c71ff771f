"""What a search answers: efficient paths, what was done to find them, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from careerlattice.router.network import IntArray


class CutReason(Enum):
    """Why a search stopped before it was done."""

    LABEL_BUDGET = "label budget"


class NoWay(Enum):
    """Why a front is empty."""

    UNREACHABLE = "no path leads from any start to any goal"
    TOO_MANY_HOPS = "every path to a goal has more hops than allowed"
    OVER_LIMITS = "every path within the hops breaks a cost limit"
    CUT = "the search was cut before it reached a goal"


@dataclass(frozen=True, slots=True)
class SearchCounts:
    """The work of one search. Every label made is then pruned for one reason, or kept.

    `labels_made` counts priced extensions of a path by one arc; `labels_kept` those stored at
    the end, the starts included; `labels_expanded` those whose onward arcs were tried.
    `pruned_by_limits` could not reach a goal within the cost limits, `pruned_by_bound` could not
    beat a path already found, `pruned_by_dominance` lost to another label of the same node.
    """

    labels_made: int
    labels_kept: int
    labels_expanded: int
    pruned_by_limits: int
    pruned_by_bound: int
    pruned_by_dominance: int


@dataclass(frozen=True, slots=True, eq=False)
class Front:
    """The efficient paths of one question: none is at least as good as another in everything.

    `costs` has shape `(p, k)` in the network's units and includes the start's own costs;
    `hops` `(p,)` counts arcs. `paths` holds each path's arc ids, `nodes` the nodes it passes,
    one more than its arcs; `start_index` says which of the given starts it leaves from. Members
    stand in ascending order of costs, then hops.

    `complete` is false if the search was cut, for `cut_reason`. Then members are real paths, but
    others may be missing or better, save among paths of at most `settled_hops` arcs: these are
    fully explored (-1: not even the starts). `exact` is true if the search is complete and no
    tolerance was granted. `no_way` says why there is no member.

    `least`, shape `(k,)`, is the smallest total of each criterion alone over all paths within the
    hop bound, cost limits left aside; UNREACHED if there is no such path. Comparing it with a
    limit shows whether that limit alone already rules out every path.
    """

    costs: IntArray
    hops: IntArray
    paths: tuple[tuple[int, ...], ...]
    nodes: tuple[tuple[int, ...], ...]
    start_index: tuple[int, ...]
    counts: SearchCounts
    complete: bool
    exact: bool
    cut_reason: CutReason | None
    settled_hops: int
    no_way: NoWay | None
    least: IntArray

    def __len__(self) -> int:
        return len(self.paths)


@dataclass(frozen=True, slots=True, eq=False)
class Fronts:
    """The fronts of all nodes from one question, stored as one set of columns.

    The members of node `v` stand at positions `offsets[v] : offsets[v + 1]` of `costs` `(P, k)`,
    `hops`, `previous` and `arc`, in ascending order of costs, then hops. `previous` is the
    position of the member it extends by the arc id `arc`; at a start `previous` is -1 and `arc`
    the index of that start. `complete`, `cut_reason` and `settled_hops` mean what they mean in
    `Front`.
    """

    offsets: IntArray
    costs: IntArray
    hops: IntArray
    previous: IntArray
    arc: IntArray
    counts: SearchCounts
    complete: bool
    cut_reason: CutReason | None
    settled_hops: int

    def members_at(self, node: int) -> range:
        """Positions of the node's members. Raises IndexError for a node out of range."""
        if not 0 <= node < self.offsets.size - 1:
            raise IndexError(f"Node {node} is outside 0 to {self.offsets.size - 2}.")
        return range(int(self.offsets[node]), int(self.offsets[node + 1]))

    def path_of(self, position: int) -> tuple[int, tuple[int, ...]]:
        """Index of the start and the arc ids, in order, of the member at this position."""
        if not 0 <= position < self.previous.size:
            raise IndexError(f"Position {position} is outside 0 to {self.previous.size - 1}.")
        arcs: list[int] = []
        while self.previous[position] >= 0:
            arcs.append(int(self.arc[position]))
            position = int(self.previous[position])
        return int(self.arc[position]), tuple(reversed(arcs))
