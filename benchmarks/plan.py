"""Time the planner on the shipped release, and check it.

    python benchmarks/plan.py                 everything but the check, about two minutes
    python benchmarks/plan.py --warm          500 random pairs in one process
    python benchmarks/plan.py --cold          whole processes, with and without compiled kernels
    python benchmarks/plan.py --compare       against loops over Dijkstra and k shortest paths
    python benchmarks/plan.py --check 2000    random requests walked by the independent checkers

Persons and goals are drawn with a seed, so that each run asks the same.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.lattice.lattice import open_lattice
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start
from careerlattice.plan.search.problem import RoutingProblem
from careerlattice.plan.search.routes import find_routes
from careerlattice.plan.search.states import lay_out
from careerlattice.router import warm_up
from careerlattice.vocab.levels import EducationLevel

TESTS = Path(__file__).parents[1] / "tests" / "plan"
STATES = ("OH", "TX", "CA", "NY", "FL", "WA", None)
LEVELS = (
    EducationLevel.HIGH_SCHOOL, EducationLevel.HIGH_SCHOOL, EducationLevel.SOME_COLLEGE,
    EducationLevel.ASSOCIATE, EducationLevel.BACHELOR,
)  # fmt: skip
MAX_ARCS = 3_000_000
PAIRS = (
    ("nursing assistants", "registered nurses", "OH"),
    ("cashiers", "accountants and auditors", "TX"),
    ("waiters and waitresses", "human resources specialists", "NY"),
    ("heavy and tractor-trailer truck drivers", "logisticians", "OH"),
    ("retail salespersons", "financial managers", "FL"),
    ("medical assistants", "medical and health services managers", "WA"),
)
console = Console(width=100)


def main() -> None:
    """Run what was asked for."""
    # An installed package is compiled: what is started here shall not compile it every time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--warm", action="store_true")
    parser.add_argument("--cold", action="store_true")
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("--check", type=int, metavar="N")
    parser.add_argument("--pairs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2026)
    asked = parser.parse_args()
    everything = not (asked.warm or asked.cold or asked.compare or asked.check)
    if asked.cold or everything:
        time_processes()
    if asked.check is None and not (asked.warm or asked.compare or everything):
        return
    catalog = open_release()
    planner = Planner(catalog, open_lattice(catalog).arrays)
    if asked.warm or everything:
        time_pairs(catalog, planner, asked.pairs, asked.seed)
    if asked.compare or everything:
        compare(planner)
    if asked.check:
        sys.exit(check(catalog, planner, asked.check, asked.seed))


def load_tests(name: str) -> ModuleType:
    """A module of the plan tests: a checker, or the maker of random requests."""
    spec = importlib.util.spec_from_file_location(f"plan_tests_{name}", TESTS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[f"plan_tests_{name}"] = module
    spec.loader.exec_module(module)
    return module


def random_pairs(catalog: Catalog, count: int, seed: int) -> Iterator[PlanRequest]:
    """Requests from a random occupation to another, neither military, without limits."""
    chance = random.Random(seed)
    codes = [str(code) for code in catalog.codes if not code.startswith("55")]
    for _ in range(count):
        start, goal = chance.sample(codes, 2)
        job = PastJob(start, chance.choice((6, 24, 60)))
        yield PlanRequest(
            Start(job, education=chance.choice(LEVELS)), Goal(goal), state=chance.choice(STATES)
        )


def time_pairs(catalog: Catalog, planner: Planner, count: int, seed: int) -> None:
    """Answers for random pairs in a warm process."""
    requests = list(random_pairs(catalog, count, seed))
    warm_up()
    for state in STATES:
        planner.plan(PlanRequest(requests[0].start, Goal("registered nurses"), state=state))
    spans, states, front, shown = [], [], [], []
    for request in requests:
        begin = time.perf_counter()
        answer = planner.plan(request)
        spans.append(1000 * (time.perf_counter() - begin))
        assert answer.search.is_complete
        states.append(answer.search.states)
        front.append(answer.search.front)
        shown.append(len(answer.plans))
    table = Table(title=f"{count} random pairs, whole network, 4 criteria and job changes, warm")
    for name in ("", "p50", "p95", "max"):
        table.add_column(name, justify="right")
    for name, values in (("ms", spans), ("states", states), ("front", front), ("plans", shown)):
        cuts = [float(np.percentile(values, q)) for q in (50, 95, 100)]
        table.add_row(name, *(f"{value:,.0f}" for value in cuts))
    console.print(table)
    with_plans = sum(1 for n in shown if n)
    console.print(f"{with_plans} of {count} pairs have a way; all searches are complete.")
    console.print(f"Peak memory of this process {peak_mb(resource.RUSAGE_SELF):,.0f} MB.\n")


def peak_mb(who: int) -> float:
    """Most memory held, in MB."""
    return resource.getrusage(who).ru_maxrss / 1024


WHO = ("--education", "high-school", "--months-in-job", "24", "--state", "OH")
COMMANDS = {
    "to one occupation": ("plan", "--from", "nursing assistant", "--to", "registered nurse", *WHO),
    "to any of $60,000": ("plan", "--from", "cashier", "--goal-pay", "60000", *WHO),
}
RUN = "from careerlattice.cli.main import run; run()"


def time_processes() -> None:
    """Whole processes of `careerlattice plan`: the first after install, and later ones."""
    table = Table(title="careerlattice plan, whole process")
    for name in ("", "wall s", "user s"):
        table.add_column(name, justify="right")
    for name, command in COMMANDS.items():
        program = [sys.executable, "-c", RUN, *command]
        with tempfile.TemporaryDirectory() as folder:
            environment = os.environ | {"NUMBA_CACHE_DIR": folder}
            first = _timed(program, environment)
            later = min(_timed(program, environment) for _ in range(5))
        table.add_row(f"{name}, first after install", *(f"{value:.2f}" for value in first))
        table.add_row(f"{name}, later, best of 5", *(f"{value:.2f}" for value in later))
    console.print(table)
    console.print(f"Peak memory of these processes {peak_mb(resource.RUSAGE_CHILDREN):,.0f} MB.\n")


def _timed(program: list[str], environment: dict[str, str]) -> tuple[float, float]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    begin = time.perf_counter()
    subprocess.run(program, env=environment, check=True, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - begin
    return wall, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


# --- against what is commonly used -------------------------------------------------------------


def compare(planner: Planner) -> None:
    """The exact front against loops over SciPy's Dijkstra and networkx's k shortest paths."""
    table = Table(title="The same state networks, found by three methods")
    for name in (
        "pair",
        "states",
        "arcs",
        "front",
        "exact ms",
        "ε-loop ms",
        "missed",
        "k-shortest ms",
        "missed",
    ):
        table.add_column(name, justify="left" if name == "pair" else "right")
    for start, goal, state in PAIRS:
        request = PlanRequest(
            Start(PastJob(start, 24), education=EducationLevel.HIGH_SCHOOL), Goal(goal), state=state
        )
        problem = planner.problem(request)
        network = lay_out(problem, MAX_ARCS)
        begin = time.perf_counter()
        routes = find_routes(problem).routes
        exact = 1000 * (time.perf_counter() - begin)
        front = {route.costs for route in routes}
        goals = _goals(problem, network)
        epsilon, epsilon_ms = _epsilon_loop(network, goals, problem.limits.max_job_changes)
        paths, paths_ms = _k_shortest(network, goals, problem.limits.max_job_changes)
        table.add_row(
            f"{start[:18]} to {goal[:18]}", f"{len(network.occupation):,}",
            f"{len(network.arcs.tail):,}", str(len(front)), f"{exact:,.0f}", f"{epsilon_ms:,.0f}",
            str(len(front - epsilon)), f"{paths_ms:,.0f}", str(len(front - paths)),
        )  # fmt: skip
    console.print(table)
    console.print(
        "ε-loop: the least way in each criterion by SciPy's Dijkstra, over arcs within each of 12 "
        "bounds on dollars and 8 on difficulty. k-shortest: the 200 quickest ways by networkx's "
        "shortest_simple_paths. Missed: efficient ways not among those found.\n"
    )


def _goals(problem: RoutingProblem, network: Any) -> list[int]:
    is_goal = problem.is_goal & problem.is_allowed
    return [at for at in range(1, len(network.occupation)) if is_goal[network.occupation[at]]]


def _epsilon_loop(network: Any, goals: list[int], most: int) -> tuple[set[tuple[int, ...]], float]:
    """The least way in each criterion by Dijkstra, over arcs with bounds on two of them.

    Bounds are quantiles of what the arcs have, 12 of dollars and 8 of difficulty; Dijkstra has no
    sums to bound, so that a bound holds for each arc. Ways with too many arcs do not count.
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import dijkstra

    begin = time.perf_counter()
    arcs, size = network.arcs, len(network.occupation)
    found: set[tuple[int, ...]] = set()
    dollars = np.unique(np.quantile(arcs.costs[:, 1], np.linspace(0, 1, 12)))
    difficulty = np.unique(np.quantile(arcs.costs[:, 3], np.linspace(0.1, 1, 8)))
    for criterion in range(4):
        # Ties are broken by the sum of the other criteria, each against its largest.
        rest = (arcs.costs / np.maximum(arcs.costs.max(axis=0), 1)).sum(axis=1)
        price = arcs.costs[:, criterion] + 1e-3 * rest + 1e-9
        order = np.lexsort((price, arcs.head, arcs.tail))
        for most_dollars in dollars:
            for most_difficulty in difficulty:
                within = order[
                    (arcs.costs[order, 1] <= most_dollars)
                    & (arcs.costs[order, 3] <= most_difficulty)
                ]
                if not len(within):
                    continue
                pairs = np.stack([arcs.tail[within], arcs.head[within]])
                first = np.ones(len(within), dtype=bool)
                first[1:] = (np.diff(pairs) != 0).any(axis=0)
                chosen = within[first]
                matrix = coo_array(
                    (price[chosen], (arcs.tail[chosen], arcs.head[chosen])), shape=(size, size)
                ).tocsr()
                distance, before = dijkstra(matrix, indices=0, return_predecessors=True)
                goal = min(goals, key=lambda at: (distance[at], at))
                if not np.isfinite(distance[goal]):
                    continue
                total, at, hops = np.zeros(4, dtype=np.int64), goal, 0
                while at != 0:
                    step = chosen[(arcs.tail[chosen] == before[at]) & (arcs.head[chosen] == at)]
                    total += arcs.costs[step[0]]
                    at, hops = int(before[at]), hops + 1
                if hops <= most:
                    found.add(tuple(total.tolist()))
    return found, 1000 * (time.perf_counter() - begin)


def _k_shortest(network: Any, goals: list[int], most: int) -> tuple[set[tuple[int, ...]], float]:
    """The 200 quickest simple paths to any goal, and those of them that no other beats."""
    import networkx as nx

    begin = time.perf_counter()
    arcs = network.arcs
    graph = nx.DiGraph()
    for a in range(len(arcs.tail)):
        middle = ("arc", a)
        graph.add_edge(int(arcs.tail[a]), middle, months=float(arcs.costs[a, 0]) + 1e-6)
        graph.add_edge(middle, int(arcs.head[a]), months=0.0)
    for goal in goals:
        graph.add_edge(goal, "goal", months=0.0)
    found: set[tuple[int, ...]] = set()
    for number, path in enumerate(nx.shortest_simple_paths(graph, 0, "goal", weight="months")):
        used = [node[1] for node in path if isinstance(node, tuple)]
        if len(used) <= most:
            found.add(tuple(arcs.costs[used].sum(axis=0).tolist()))
        if number == 199:
            break
    return found, 1000 * (time.perf_counter() - begin)


# --- the check -----------------------------------------------------------------------------------


def check(catalog: Catalog, planner: Planner, count: int, seed: int) -> int:
    """Walk every plan of random requests; the number of violations."""
    checkers = (
        load_tests("entry_checker").EntryChecker(catalog, planner.arrays),
        load_tests("checker").Checker(catalog, planner.arrays),
    )
    begin, plans, violations = time.perf_counter(), 0, 0
    for number, request in enumerate(
        load_tests("draw_requests").draw_requests(catalog, count, seed)
    ):
        answer = planner.plan(request)
        plans += len(answer.plans)
        for text in (text for checker in checkers for text in checker.check(answer)):
            violations += 1
            if violations <= 20:
                console.print(f"request {number}: {text}")
    span = time.perf_counter() - begin
    console.print(
        f"{count:,} random requests, {plans:,} plans walked: {violations} violations "
        f"({span:,.0f} s)."
    )
    return min(violations, 1)


if __name__ == "__main__":
    main()
