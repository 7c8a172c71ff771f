"""Rows of ordered columns: near their neighbors, apart from each other, in the given order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

SWEEPS = 12
# How much a box is drawn to the middle of the picture, against 1 for each line it has.
TO_THE_MIDDLE = 0.15


def settle(
    columns: Mapping[int, Sequence[int]],
    edges: Sequence[tuple[int, int]],
    height: Sequence[float],
) -> list[float]:
    """The row of the middle of each node, keeping the order within columns.

    `columns` lists nodes top to bottom, `height` is each node's own height. Sweeps to and fro put
    every node at the mean of its neighbors, as far as order and height let it: a least-squares fit
    under those constraints, solved exactly for each column.
    """
    neighbors: dict[int, list[int]] = defaultdict(list)
    for a, b in edges:
        neighbors[a].append(b)
        neighbors[b].append(a)
    row = [0.0] * len(height)
    tallest = max((sum(height[i] for i in nodes) for nodes in columns.values()), default=0.0)
    for nodes in columns.values():
        top = (tallest - sum(height[i] for i in nodes)) / 2
        for node in nodes:
            row[node] = top + height[node] / 2
            top += height[node]
    middle = tallest / 2
    numbers = sorted(columns)
    for sweep in range(SWEEPS):
        for number in numbers if sweep % 2 == 0 else reversed(numbers):
            nodes = columns[number]
            wishes, weights = [], []
            for node in nodes:
                near = neighbors[node]
                weight = len(near) + TO_THE_MIDDLE
                wishes.append((sum(row[n] for n in near) + TO_THE_MIDDLE * middle) / weight)
                weights.append(weight)
            for node, value in zip(
                nodes, _fit(wishes, weights, [height[i] for i in nodes]), strict=True
            ):
                row[node] = value
    return row


def _fit(wishes: Sequence[float], weights: Sequence[float], height: Sequence[float]) -> list[float]:
    """Positions nearest to the wishes with each at least half of both heights below the last.

    Subtracting the least offsets leaves a non-decreasing fit, solved by pooling neighbors that are
    out of order.
    """
    offsets = [0.0]
    for above, below in pairwise(height):
        offsets.append(offsets[-1] + (above + below) / 2)
    pools: list[tuple[float, float, int]] = []
    for wish, weight, offset in zip(wishes, weights, offsets, strict=True):
        pool = (wish - offset, weight, 1)
        while pools and pools[-1][0] >= pool[0]:
            value, mass, size = pools.pop()
            total = mass + pool[1]
            pool = ((value * mass + pool[0] * pool[1]) / total, total, size + pool[2])
        pools.append(pool)
    flat = [value for value, _, size in pools for _ in range(size)]
    return [value + offset for value, offset in zip(flat, offsets, strict=True)]
