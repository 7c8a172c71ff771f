"""Random questions, and their answers by looking at every path there is.

Nothing here is shared with the search: paths are enumerated, added up and compared in plain
Python, following the definition of an efficient path and no algorithm.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

Vector = tuple[int, ...]


@dataclass(frozen=True)
class Way:
    """A path: its costs with the hops last, its arcs, its nodes, the start it leaves from."""

    vector: Vector
    arcs: tuple[int, ...]
    nodes: tuple[int, ...]
    start: int

    @property
    def rank(self) -> tuple[int, tuple[int, ...], int]:
        """Which of several equal ways is shown: the lowest of these."""
        return self.nodes[-1], self.arcs[::-1], self.start


@dataclass(frozen=True)
class Question:
    """A small network and what is asked of it."""

    n_nodes: int
    arcs: tuple[tuple[int, int, Vector], ...]
    starts: tuple[tuple[int, Vector], ...]
    goals: tuple[int, ...]
    max_hops: int
    max_costs: tuple[int | None, ...]

    def ways(self) -> list[Way]:
        """Every path without repeated nodes from a start to a goal, within hops and limits."""
        return [
            way
            for index, (node, paid) in enumerate(self.starts)
            for way in self._onward(Way((*paid, 0), (), (node,), index))
            if way.nodes[-1] in self.goals and self._allowed(way.vector)
        ]

    def _onward(self, way: Way) -> Iterator[Way]:
        yield way
        if len(way.arcs) == self.max_hops:
            return
        for arc, (tail, head, costs) in enumerate(self.arcs):
            if tail == way.nodes[-1] and head not in way.nodes:
                vector = tuple(a + b for a, b in zip(way.vector, (*costs, 1), strict=True))
                yield from self._onward(
                    Way(vector, (*way.arcs, arc), (*way.nodes, head), way.start)
                )

    def _allowed(self, vector: Vector) -> bool:
        return all(
            limit is None or cost <= limit
            for cost, limit in zip(vector[:-1], self.max_costs, strict=True)
        )

    def efficient_ways(self) -> list[Way]:
        """The ways that no other is better than, in ascending order, equal ways by rank."""
        ways = self.ways()
        vectors = {way.vector for way in ways}
        best = {v for v in vectors if not any(is_better(w, v) for w in vectors)}
        return sorted((w for w in ways if w.vector in best), key=lambda w: (w.vector, w.rank))


def is_better(one: Vector, other: Vector) -> bool:
    """Nowhere above and somewhere below."""
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))


def random_question(seed: int) -> Question:
    """A question of 2 to 8 nodes and 1 to 5 criteria; small costs make ties and zeros common."""
    chance = random.Random(seed)
    n_nodes = chance.choice((2, 3, 4, 5, 6, 7, 7, 8, 8))
    k = chance.randint(1, 5)
    highest = chance.choice((0, 1, 2, 3, 5, 9, 20))

    def costs() -> Vector:
        return tuple(chance.randint(0, highest) for _ in range(k))

    def node() -> int:
        return chance.randrange(n_nodes)

    arcs = [(node(), node(), costs()) for _ in range(chance.randint(0, 6 * n_nodes))]
    arcs += [(tail, head, costs()) for tail, head, _ in arcs[: chance.choice((0, 0, 3))]]
    n_starts, n_goals = chance.choice((1, 1, 2, 3)), chance.choice((1, 1, 2))
    is_limited = chance.random() < 0.4
    return Question(
        n_nodes=n_nodes,
        arcs=tuple(arcs),
        starts=tuple((node(), costs() if n_starts > 1 else (0,) * k) for _ in range(n_starts)),
        goals=tuple(node() for _ in range(n_goals)),
        max_hops=chance.choice((0, 1, 2, 3, 3, 4, 4, 5, 6, 7)),
        max_costs=tuple(
            chance.randint(0, 4 * highest) if is_limited and chance.random() < 0.6 else None
            for _ in range(k)
        ),
    )


@pytest.fixture(scope="session")
def question_of() -> Callable[[int], Question]:
    return random_question
