"""Time the route search on made-up networks shaped like the real one.

    python benchmarks/router.py              everything, about two minutes
    python benchmarks/router.py --questions 20 --compile

The networks are random but grown like the real thing: states lie in a space of likeness and on
five levels, arcs lead to near states, moves up ask for study that takes months and dollars. The
same seed gives the same network and the same questions. Every search is run on one core.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

import careerlattice
from careerlattice.router import (
    Epsilon,
    Front,
    Network,
    build_network,
    find_front,
    find_fronts,
    quantise,
    warm_up,
)

UNITS = (1.0, 500.0, 1000.0, 1.0, 1.0)  # months, dollars, dollars forgone, difficulty, risk
MAX_HOPS = 6


@dataclass(frozen=True)
class Shape:
    """A network to be made: its size, criteria, ways to study per move up, fineness of costs."""

    name: str
    n_nodes: int
    out_arcs: int
    n_criteria: int
    ways_to_study: int = 1
    fineness: float = 1.0


SHAPES = (
    Shape("occupations", 1_016, 90, 4),
    Shape("3 ways to study", 1_016, 90, 4, ways_to_study=3),
    Shape("costs ten times finer", 1_016, 90, 4, ways_to_study=3, fineness=10),
    Shape("five criteria", 1_016, 90, 5, ways_to_study=2),
    Shape("with education states", 20_000, 30, 4),
    Shape("same, five criteria", 20_000, 30, 5, ways_to_study=2),
)


@dataclass(frozen=True)
class Made:
    """A network with its arcs, and questions: pairs of a low and a high state."""

    network: Network
    tails: NDArray[np.int64]
    heads: NDArray[np.int64]
    costs: NDArray[np.int64]
    questions: list[tuple[int, int]]


def make(shape: Shape, seed: int, n_questions: int) -> Made:
    """Grow a network."""
    chance = np.random.default_rng(seed)
    n = shape.n_nodes
    place = chance.normal(size=(n, 6))
    level = chance.integers(1, 6, n)
    pay = (20_000 + 12_000 * level) * np.exp(chance.normal(0, 0.25, n))
    tails, heads, costs = [], [], []
    for state in range(n):
        met = chance.choice(n, min(n, shape.out_arcs * 6), replace=False)
        met = met[met != state]
        far = np.linalg.norm(place[met] - place[state], axis=1) + 0.4 * abs(
            level[met] - level[state]
        )
        nearest = np.argsort(far, kind="stable")[: shape.out_arcs]
        head, far = met[nearest], far[nearest]
        up = np.maximum(0, level[head] - level[state])
        is_study = (up > 0) & (chance.random(head.size) < 0.7)
        for way in range(shape.ways_to_study):
            is_used = np.ones(head.size, bool) if way == 0 else is_study
            speed = 1.0 if way == 0 else chance.uniform(0.5, 2.0, head.size)
            study_months = up * chance.uniform(6, 24, head.size) * speed
            months = np.where(is_study, study_months, chance.uniform(1, 6, head.size) + 6 * up)
            dollars = np.where(is_study, up * chance.uniform(1e3, 15e3, head.size) / speed, 0)
            less_pay = np.maximum(0, pay[state] - pay[head])
            share = chance.uniform(0.1, 0.8, head.size)
            forgone = np.where(is_study, months / 12 * pay[state] * share, less_pay)
            risk = chance.uniform(0, 20, head.size)
            table = np.column_stack([months, dollars, forgone, far * 10 + up * 5, risk])
            tails.append(np.full(is_used.sum(), state))
            heads.append(head[is_used])
            costs.append(table[is_used, : shape.n_criteria])
    units = np.array(UNITS[: shape.n_criteria]) / shape.fineness
    tail, head = np.concatenate(tails), np.concatenate(heads)
    cost = quantise(np.concatenate(costs), units)
    low, high = np.flatnonzero(level <= 2), np.flatnonzero(level >= 4)
    questions = [(int(chance.choice(low)), int(chance.choice(high))) for _ in range(n_questions)]
    return Made(build_network(n, tail, head, cost), tail, head, cost, questions)


def timed_front(made: Made, start: int, goal: int, **options: object) -> tuple[Front, float]:
    begun = time.perf_counter()
    front = find_front(made.network, start, goal, max_hops=MAX_HOPS, **options)
    return front, (time.perf_counter() - begun) * 1e3


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def spell(values: list[float], *percents: int, digits: int = 0) -> list[str]:
    return [f"{np.percentile(values, percent):,.{digits}f}" for percent in percents]


def time_questions(console: Console, n_questions: int, seed: int) -> None:
    table = Table(title=f"One start to one goal, at most {MAX_HOPS} hops, hops a criterion too")
    for name in ("network", "nodes", "arcs", "criteria", "p50 ms", "p95 ms", "max ms",
                 "made p50", "made p95", "kept p95", "front p50", "front p95",
                 "5 % tolerance: p95 ms", "front p95", "cut", "peak MB"):  # fmt: skip
        table.add_column(name, justify="left" if name == "network" else "right")
    for shape in SHAPES:
        made = make(shape, seed, n_questions)
        timed_front(made, *made.questions[0])
        answers = [timed_front(made, *question) for question in made.questions]
        rough = [
            timed_front(made, *question, epsilon=Epsilon(share=0.05)) for question in made.questions
        ]
        table.add_row(
            shape.name,
            f"{shape.n_nodes:,}",
            f"{made.network.n_arcs:,}",
            str(shape.n_criteria),
            *spell([ms for _, ms in answers], 50, 95, 100, digits=1),
            *spell([front.counts.labels_made for front, _ in answers], 50, 95),
            *spell([front.counts.labels_kept for front, _ in answers], 95),
            *spell([len(front) for front, _ in answers], 50, 95),
            *spell([ms for _, ms in rough], 95, digits=1),
            *spell([len(front) for front, _ in rough], 95),
            str(sum(not front.complete for front, _ in answers)),
            f"{peak_mb():,.0f}",
        )
    console.print(table)


def time_one_to_all(console: Console, seed: int) -> None:
    table = Table(title="One start to all goals")
    for name in (
        "network",
        "max hops",
        "ms",
        "made",
        "nodes reached",
        "members",
        "MB of answer",
        "cut",
    ):
        table.add_column(name, justify="left" if name == "network" else "right")
    for shape in (SHAPES[0], SHAPES[3]):
        made = make(shape, seed, 1)
        for max_hops in (4, 6):
            begun = time.perf_counter()
            fronts = find_fronts(made.network, made.questions[0][0], max_hops=max_hops)
            took = (time.perf_counter() - begun) * 1e3
            parts = (fronts.costs, fronts.hops, fronts.previous, fronts.arc, fronts.offsets)
            reached = int((np.diff(fronts.offsets) > 0).sum())
            size = sum(part.nbytes for part in parts) / 1e6
            table.add_row(
                shape.name,
                str(max_hops),
                f"{took:,.0f}",
                f"{fronts.counts.labels_made:,}",
                f"{reached:,}",
                f"{fronts.hops.size:,}",
                f"{size:,.1f}",
                "no" if fronts.complete else "yes",
            )
    console.print(table)


def vectors(front: Front) -> set[tuple[int, ...]]:
    return {(*c, int(h)) for c, h in zip(front.costs.tolist(), front.hops, strict=True)}


def by_constraints(made: Made, start: int, goal: int, *, steps: int) -> set[tuple[int, ...]]:
    """Many shortest paths by SciPy: each criterion, arcs above a cap in another left out.

    Dijkstra's method cannot limit the sum of a second criterion, so the cap falls on each arc.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    found = set()
    n, k = made.network.n_nodes, made.network.n_criteria
    total = made.costs / np.maximum(1, made.costs.mean(axis=0))
    for aim, capped in itertools.permutations(range(k), 2):
        for cap in np.unique(np.quantile(made.costs[:, capped], np.linspace(0.02, 1, steps))):
            used = np.flatnonzero(made.costs[:, capped] <= cap)
            price = made.costs[used, aim] + 1e-3 * total[used].sum(axis=1) + 1e-6
            order = used[np.lexsort((price, made.heads[used], made.tails[used]))]
            pair = made.tails[order] * n + made.heads[order]
            cheapest = order[np.r_[True, pair[1:] != pair[:-1]]]
            paid = made.costs[cheapest, aim] + 1e-3 * total[cheapest].sum(axis=1) + 1e-6
            ends = (made.tails[cheapest], made.heads[cheapest])
            _, before = dijkstra(
                csr_array((paid, ends), (n, n)), indices=start, return_predecessors=True
            )
            pairs = made.tails[cheapest] * n + made.heads[cheapest]
            node, arcs = goal, []
            while before[node] >= 0:
                arcs.append(cheapest[np.searchsorted(pairs, before[node] * n + node)])
                node = int(before[node])
            if node == start and 0 < len(arcs) <= MAX_HOPS:
                found.add((*made.costs[arcs].sum(axis=0).tolist(), len(arcs)))
    return found


def by_k_shortest(made: Made, start: int, goal: int, *, n_paths: int) -> set[tuple[int, ...]]:
    """The first so many simple paths by networkx, in order of the evenly weighted sum."""
    import networkx as nx

    scaled = (made.costs / np.maximum(1, made.costs.mean(axis=0))).sum(axis=1)
    graph = nx.DiGraph()
    for arc in np.argsort(-scaled, kind="stable").tolist():
        graph.add_edge(int(made.tails[arc]), int(made.heads[arc]), paid=scaled[arc], arc=arc)
    found = set()
    for path in itertools.islice(nx.shortest_simple_paths(graph, start, goal, "paid"), n_paths):
        arcs = [graph[u][v]["arc"] for u, v in itertools.pairwise(path)]
        if len(arcs) <= MAX_HOPS:
            found.add((*made.costs[arcs].sum(axis=0).tolist(), len(arcs)))
    return found


def compare(console: Console, seed: int) -> None:
    table = Table(title="Against what other libraries offer (same questions)")
    for name in ("network", "method", "ms per question", "members of the front missed", "of"):
        table.add_column(name, justify="left" if name in ("network", "method") else "right")
    small = Shape("200 states x 20 arcs", 200, 20, 4, ways_to_study=2)
    for shape in (small, SHAPES[1]):
        made = make(shape, seed, 5)
        exact = [timed_front(made, *question) for question in made.questions]
        methods = {"SciPy Dijkstra, 12 x 10 caps": partial(by_constraints, made, steps=10)}
        if shape is small and importlib.util.find_spec("networkx"):
            methods["networkx, first 200 paths"] = partial(by_k_shortest, made, n_paths=200)
        n_members = sum(len(front) for front, _ in exact)
        own = f"{np.mean([ms for _, ms in exact]):,.1f}"
        table.add_row(shape.name, "find_front", own, "0", str(n_members))
        for name, method in methods.items():
            begun = time.perf_counter()
            found = [method(*question) for question in made.questions]
            took = (time.perf_counter() - begun) * 1e3 / len(made.questions)
            missed = sum(
                len(vectors(front) - other) for (front, _), other in zip(exact, found, strict=True)
            )
            table.add_row(shape.name, name, f"{took:,.1f}", str(missed), str(n_members))
    console.print(table)


COLD = """
import time
begun = time.perf_counter()
import numpy
numpy_at = time.perf_counter()
from careerlattice.router import build_network, find_front
network = build_network(2, [0], [1], [[3]])
asked = time.perf_counter()
import numba
numba_at = time.perf_counter()
find_front(network, 0, 1, max_hops=2)
done = time.perf_counter()
print(numpy_at - begun, asked - numpy_at, numba_at - asked, done - numba_at)
"""


def time_cold_start(console: Console, with_compiling: bool) -> None:
    table = Table(title="First answer of a new process, seconds")
    for name in ("cache", "import numpy", "import router", "import numba", "first answer", "all"):
        table.add_column(name, justify="left" if name == "cache" else "right")

    def run(cache: str, folder: str | None) -> None:
        source = str(Path(careerlattice.__file__).parents[1])
        environment = os.environ | {"PYTHONPATH": source}
        if folder:
            environment["NUMBA_CACHE_DIR"] = folder
        done = subprocess.run(
            [sys.executable, "-c", COLD], env=environment, check=True, capture_output=True
        )
        parts = [float(part) for part in done.stdout.split()]
        table.add_row(cache, *(f"{part:.2f}" for part in [*parts, sum(parts)]))

    for _ in range(3):
        run("filled, beside the code", None)
    if with_compiling:
        with tempfile.TemporaryDirectory() as folder:
            run("empty: compiles", folder)
            run("filled, NUMBA_CACHE_DIR", folder)
    console.print(table)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--compile", action="store_true", help="time compiling too")
    given = parser.parse_args()
    console = Console(width=max(180, Console().width))
    warm_up()
    time_cold_start(console, given.compile)
    time_questions(console, given.questions, given.seed)
    time_one_to_all(console, given.seed)
    compare(console, given.seed)


if __name__ == "__main__":
    main()
