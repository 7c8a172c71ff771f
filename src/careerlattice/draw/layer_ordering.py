"""The order of nodes in each column so that few lines cross: Sugiyama's sweeps.

Kozo Sugiyama, Shojiro Tagawa and Mitsuhiko Toda, Methods for Visual Understanding of Hierarchical
System Structures, IEEE Transactions on Systems, Man, and Cybernetics 11 (1981). Each sweep goes
through the columns and puts every node at the mean place of its neighbors in the column before,
to and fro; the order with fewest crossings is kept.
"""

from __future__ import annotations

import random
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

SWEEPS = 12
STARTS = 6
Edges = Sequence[tuple[int, int]]


def order_layers(layer: Sequence[int], edges: Edges, most: int) -> list[Mapping[int, list[int]]]:
    """The nodes of each layer in order; `layer` is that of each node, `edges` join neighbors.

    Begun from the nodes as they are numbered, and from some other orders; of all orders on the way
    at most `most` with fewest crossings, best first.
    """
    columns: dict[int, list[int]] = defaultdict(list)
    for node, number in enumerate(layer):
        columns[number].append(node)
    before: dict[int, list[int]] = defaultdict(list)
    after: dict[int, list[int]] = defaultdict(list)
    for start, end in edges:
        after[start].append(end)
        before[end].append(start)
    tries = []
    # The same draws for everybody: the same ladder is the same picture.
    draws = random.Random(0)
    for _ in range(STARTS):
        tries += list(_sweeps(columns, before, after))
        columns = {number: draws.sample(nodes, len(nodes)) for number, nodes in columns.items()}
    distinct = {tuple(tuple(order[number]) for number in sorted(order)): order for order in tries}
    return sorted(distinct.values(), key=lambda order: crossings(order, after))[:most]


def _sweeps(
    order: Mapping[int, list[int]], before: Mapping[int, list[int]], after: Mapping[int, list[int]]
) -> Iterable[Mapping[int, list[int]]]:
    """The orders that sweeps to and fro make out of one, until they change nothing."""
    numbers = sorted(order)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        near = before if forward else after
        fresh = dict(order)
        place = {node: at for nodes in fresh.values() for at, node in enumerate(nodes)}
        for number in numbers[1:] if forward else numbers[-2::-1]:
            nodes = fresh[number]
            # Who has no neighbor there stays where it is.
            wish = {
                node: sum(place[n] for n in near[node]) / len(near[node]) if near[node] else at
                for at, node in enumerate(nodes)
            }
            # Equal wishes are turned every other time, which frees what is stuck.
            settled = nodes if sweep % 4 < 2 else nodes[::-1]
            fresh[number] = sorted(settled, key=wish.__getitem__)
            place.update({node: at for at, node in enumerate(fresh[number])})
        yield fresh
        if fresh == order and sweep % 4 == 3:
            return
        order = fresh


def crossings(order: Mapping[int, Sequence[int]], after: Mapping[int, Sequence[int]]) -> int:
    """How many pairs of lines between neighboring columns cross."""
    place = {node: at for nodes in order.values() for at, node in enumerate(nodes)}
    found = 0
    for nodes in order.values():
        ends: list[int] = []
        for node in nodes:
            mine = [place[other] for other in after.get(node, ())]
            found += sum(len(ends) - bisect_right(ends, end) for end in mine)
            for end in mine:
                insort(ends, end)
    return found
