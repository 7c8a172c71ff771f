"""A small language for drawn networks, so that each test reads as one line of question and answer.

    network = drawn("S-a->A 1/5, A-b->G 1/5, S-c->G 3/4")
    network.front("S", "G") == "S -a-> A -b-> G 2/10 | S -c-> G 3/4"

Nodes and arcs have names; `1/5` are the costs of an arc, one per criterion.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from careerlattice.router import (
    Epsilon,
    Front,
    Network,
    Start,
    build_network,
    find_front,
    find_fronts,
)

_ARC = re.compile(r"(\w+)-(\w+)->(\w+) ([\d/]+)")


class Drawn:
    """A network with names. Nodes are numbered as they first appear, or as `nodes` lists them."""

    def __init__(self, arcs: str, nodes: str = "") -> None:
        parts = [_ARC.fullmatch(part.strip()) for part in arcs.split(",")]
        rows = [part.groups() for part in parts if part is not None]
        assert len(rows) == len(parts), f"cannot read {arcs!r}"
        named = nodes.split() + [name for tail, _, head, _ in rows for name in (tail, head)]
        self.nodes = list(dict.fromkeys(named))
        self.arcs = [name for _, name, _, _ in rows]
        self.network: Network = build_network(
            len(self.nodes),
            [self.nodes.index(tail) for tail, _, _, _ in rows],
            [self.nodes.index(head) for _, _, head, _ in rows],
            [costs_of(costs) for _, _, _, costs in rows],
        )

    def node(self, name: str) -> int:
        return self.nodes.index(name)

    def ask(self, start: str | list[tuple[str, str]], goals: str, **options: object) -> Front:
        """The front from a start, or from starts with costs, to one of the goals."""
        options.setdefault("max_hops", 6)
        starts = (
            [self.node(name) for name in start.split()]
            if isinstance(start, str)
            else [Start(self.node(name), costs_of(costs)) for name, costs in start]
        )
        return find_front(self.network, starts, [self.node(g) for g in goals.split()], **options)

    def front(self, start: str | list[tuple[str, str]], goals: str, **options: object) -> str:
        """The front as one line."""
        return self.line(self.ask(start, goals, **options))

    def line(self, front: Front) -> str:
        """A front as one line: its members with their costs, separated by bars."""
        return " | ".join(
            self.way(nodes, arcs, costs)
            for nodes, arcs, costs in zip(
                front.nodes, front.paths, front.costs.tolist(), strict=True
            )
        )

    def way(self, nodes: tuple[int, ...], arcs: tuple[int, ...], costs: list[int]) -> str:
        """One path as text."""
        text = self.nodes[nodes[0]]
        for arc, node in zip(arcs, nodes[1:], strict=True):
            text += f" -{self.arcs[arc]}-> {self.nodes[node]}"
        return f"{text} {'/'.join(str(cost) for cost in costs)}"

    def everywhere(self, start: str, **options: object) -> str:
        """The fronts of all nodes as one line: `node: arcs costs, arcs costs; node: ...`."""
        options.setdefault("max_hops", 6)
        fronts = find_fronts(self.network, self.node(start), **options)
        parts = []
        for number, name in enumerate(self.nodes):
            members = [
                f"{''.join(self.arcs[arc] for arc in fronts.path_of(place)[1])}"
                f" {'/'.join(str(cost) for cost in fronts.costs[place].tolist())}".strip()
                for place in fronts.members_at(number)
            ]
            if members:
                parts.append(f"{name}: {', '.join(members)}")
        return "; ".join(parts)


def costs_of(text: str) -> tuple[int, ...]:
    """`3/10` as (3, 10)."""
    return tuple(int(part) for part in text.split("/"))


@pytest.fixture
def drawn() -> type[Drawn]:
    return Drawn


@pytest.fixture
def epsilon() -> type[Epsilon]:
    return Epsilon


@pytest.fixture
def refuses() -> Callable[[str], AbstractContextManager[object]]:
    return lambda words: pytest.raises(ValueError, match=words)
