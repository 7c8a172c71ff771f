"""The search against enumeration of all paths, on some ten thousand small random networks."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerlattice.router import Epsilon, NoWay, Start, build_network, find_front, find_fronts

pytestmark = pytest.mark.slow

BLOCKS = range(10)
PER_BLOCK = 700


def network_of(question):
    tails, heads, costs = zip(*question.arcs, strict=True) if question.arcs else ([], [], [])
    table = np.array(costs, np.int64).reshape(len(tails), len(question.max_costs))
    return build_network(question.n_nodes, list(tails), list(heads), table)


def ask(question, **options):
    return find_front(
        network_of(question),
        [Start(node, costs) for node, costs in question.starts],
        question.goals,
        max_hops=question.max_hops,
        max_costs=question.max_costs,
        **options,
    )


def vectors_of(front):
    return [(*costs, hops) for costs, hops in zip(front.costs.tolist(), front.hops, strict=True)]


def check_paths(question, front):
    """Every path is real: its arcs join, start and goal are asked for, and its costs add up."""
    for vector, arcs, nodes, start in zip(
        vectors_of(front), front.paths, front.nodes, front.start_index, strict=True
    ):
        node, paid = question.starts[start]
        total = list(paid)
        walked = [node]
        for arc in arcs:
            tail, head, costs = question.arcs[arc]
            assert tail == walked[-1]
            walked.append(head)
            total = [a + b for a, b in zip(total, costs, strict=True)]
        assert tuple(walked) == nodes
        assert len(set(nodes)) == len(nodes)
        assert nodes[-1] in question.goals
        assert (*total, len(arcs)) == vector


def check(question):
    efficient = question.efficient_ways()
    front = ask(question)
    assert (front.complete, front.exact) == (True, True)
    shown = dict.fromkeys(way.vector for way in efficient)
    assert vectors_of(front) == list(shown)
    check_paths(question, front)
    first = {way.vector: way for way in reversed(efficient)}
    assert front.paths == tuple(first[vector].arcs for vector in shown)
    assert front.start_index == tuple(first[vector].start for vector in shown)
    assert (front.no_way is None) == bool(efficient)
    return efficient, front


@pytest.mark.parametrize("block", BLOCKS)
def test_fronts_and_the_paths_shown_are_exactly_right(question_of, block):
    sizes = []
    for seed in range(block * PER_BLOCK, (block + 1) * PER_BLOCK):
        efficient, _ = check(question_of(seed))
        sizes.append(len(efficient))
    assert max(sizes) >= 8  # the sample is not trivial
    assert sum(size > 1 for size in sizes) > PER_BLOCK // 10


@given(st.integers(10**6, 10**9))
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
def test_fronts_are_right_for_any_seed(question_of, seed):
    check(question_of(seed))


def test_all_equal_ways_are_kept_when_asked_for(question_of):
    n_ties = 0
    for seed in range(20_000, 21_000):
        question = question_of(seed)
        efficient = question.efficient_ways()
        front = ask(question, keep_equal=True)
        assert sorted(zip(vectors_of(front), front.paths, front.start_index, strict=True)) == (
            sorted((way.vector, way.arcs, way.start) for way in efficient)
        )
        check_paths(question, front)
        n_ties += len(efficient) - len({way.vector for way in efficient})
    assert n_ties > 50


def test_every_way_is_within_the_tolerance_of_one_shown(question_of):
    n_left_out = 0
    for seed in range(30_000, 30_600):
        question = question_of(seed)
        chance = random.Random(seed)
        units = tuple(chance.randint(0, 3) for _ in question.max_costs)
        epsilon = Epsilon(units, chance.choice((0.0, 0.1, 0.5)))
        front = ask(question, epsilon=epsilon)
        shown = vectors_of(front)
        check_paths(question, front)
        efficient = {way.vector for way in question.efficient_ways()}
        for vector in efficient:
            slack = (*(u + epsilon.share * c for u, c in zip(units, vector, strict=False)), 0)
            assert any(
                all(s <= v + e + 1e-9 for s, v, e in zip(one, vector, slack, strict=True))
                for one in shown
            )
        assert bool(shown) == bool(efficient)
        n_left_out += len(efficient) - len(shown)
    assert n_left_out > 100


def test_one_to_all_gives_the_front_of_every_node(question_of):
    for seed in range(40_000, 40_300):
        question = question_of(seed)
        fronts = find_fronts(
            network_of(question),
            [Start(node, costs) for node, costs in question.starts],
            max_hops=question.max_hops,
            max_costs=question.max_costs,
        )
        for node in range(question.n_nodes):
            one_goal = type(question)(**(question.__dict__ | {"goals": (node,)}))
            first = {way.vector: way for way in reversed(one_goal.efficient_ways())}
            places = fronts.members_at(node)
            found = {
                (*fronts.costs[p].tolist(), int(fronts.hops[p])): fronts.path_of(p) for p in places
            }
            assert len(found) == len(places)
            assert found == {vector: (way.start, way.arcs) for vector, way in first.items()}


def test_a_cut_search_is_final_for_as_many_hops_as_it_says(question_of):
    n_cut = 0
    for seed in range(50_000, 50_400):
        question = question_of(seed)
        needed = ask(question).counts.labels_made
        if needed < 2:
            continue
        front = ask(question, label_budget=random.Random(seed).randint(1, needed - 1))
        assert (front.complete, front.exact) == (False, False)
        check_paths(question, front)
        settled = front.settled_hops
        shorter = type(question)(**(question.__dict__ | {"max_hops": settled}))
        assert [v for v in vectors_of(front) if v[-1] <= settled] == list(
            dict.fromkeys(way.vector for way in shorter.efficient_ways())
        )
        n_cut += 1
    assert n_cut > 100


def test_why_there_is_no_way_and_what_is_the_least(question_of):
    reasons = set()
    for seed in range(60_000, 60_500):
        question = question_of(seed)
        front = ask(question)
        freed = question.__dict__ | {"max_costs": (None,) * len(question.max_costs)}
        within_hops = type(question)(**freed).ways()
        any_hops = type(question)(**(freed | {"max_hops": question.n_nodes})).ways()
        if within_hops:
            columns = zip(*(way.vector[:-1] for way in within_hops), strict=True)
            assert front.least.tolist() == [min(column) for column in columns]
        if len(front) == 0:
            expected = NoWay.OVER_LIMITS if within_hops else NoWay.TOO_MANY_HOPS
            assert front.no_way is (expected if any_hops else NoWay.UNREACHABLE)
            reasons.add(front.no_way)
    assert reasons == {NoWay.OVER_LIMITS, NoWay.TOO_MANY_HOPS, NoWay.UNREACHABLE}
