"""The order of the boxes in each column that makes lines cross least.

Several first orders are improved by swapping neighbors, while that saves crossings or brings
lateral partners together; the least tangled is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from careerlattice.draw.layer_ordering import crossings, order_layers

# Orders of the columns that are untangled before one is taken.
ORDERS = 12
ROUNDS = 8
# What one place between lateral partners costs, in crossings.
APART = 0.6


def least_tangled(
    layer: Sequence[int], edges: Sequence[tuple[int, int]], beside: Sequence[tuple[int, int]]
) -> dict[int, list[int]]:
    """The nodes of each column in the best order found.

    `layer` is the column of each node, `edges` join nodes of adjacent columns, `beside` pairs of
    one column that should be close.
    """
    return min(
        (untangle(order, edges, beside) for order in order_layers(layer, edges, ORDERS)),
        key=lambda order: tangle(order, edges, beside),
    )


def tangle(
    columns: Mapping[int, Sequence[int]],
    edges: Sequence[tuple[int, int]],
    beside: Sequence[tuple[int, int]],
) -> float:
    """What an order costs: its crossings, and how far apart lateral partners stand."""
    place = {node: at for nodes in columns.values() for at, node in enumerate(nodes)}
    after: dict[int, list[int]] = defaultdict(list)
    for start, end in edges:
        after[start].append(end)
    apart = sum(abs(place[a] - place[b]) - 1 for a, b in beside)
    return crossings(columns, after) + APART * apart


def untangle(
    ordered: Mapping[int, Sequence[int]],
    edges: Sequence[tuple[int, int]],
    beside: Sequence[tuple[int, int]],
) -> dict[int, list[int]]:
    """The nodes of each column in a better order.

    `edges` join nodes of adjacent columns; `beside` pairs of one column that should be close. Each
    round goes through all columns once and swaps neighbors where that costs less; it ends when a
    round finds nothing to swap.
    """
    columns = {number: list(nodes) for number, nodes in ordered.items()}
    column_of = {node: number for number, nodes in columns.items() for node in nodes}
    near: dict[int, list[int]] = defaultdict(list)
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)
    partners: dict[int, list[int]] = defaultdict(list)
    for a, b in beside:
        partners[a].append(b)
        partners[b].append(a)
    position = {node: place for nodes in columns.values() for place, node in enumerate(nodes)}

    def crossed(upper: int, lower: int) -> int:
        found = 0
        for a in near[upper]:
            for b in near[lower]:
                if column_of[a] == column_of[b] and position[a] > position[b]:
                    found += 1
        return found

    def apart(node: int, at: int, other: int) -> float:
        return sum(abs(at - position[p]) for p in partners[node] if p != other)

    for _ in range(ROUNDS):
        swapped = False
        for number in sorted(columns):
            nodes = columns[number]
            for place in range(len(nodes) - 1):
                upper, lower = nodes[place], nodes[place + 1]
                stays = crossed(upper, lower) + APART * (
                    apart(upper, place, lower) + apart(lower, place + 1, upper)
                )
                swaps = crossed(lower, upper) + APART * (
                    apart(upper, place + 1, lower) + apart(lower, place, upper)
                )
                if swaps < stays:
                    nodes[place], nodes[place + 1] = lower, upper
                    position[upper], position[lower] = place + 1, place
                    swapped = True
        if not swapped:
            break
    return columns
