"""FEATURE UNDER TEST: a question that makes no sense is refused with the reason.

S -a-> G
"""

import pytest

from careerlattice.router import Epsilon, Start, build_network, find_front, find_fronts

BAD = [
    ({"start": 2}, "The start 2 is not in the network; nodes run from 0 to 1"),
    ({"start": -1}, "The start -1"),
    ({"start": []}, "at least one start"),
    ({"start": [True]}, "A start is a node number, got True"),
    ({"start": Start(0, (1,))}, "Start 0: costs: give 2 numbers, got 1"),
    ({"start": Start(0, (1, -1))}, "-1 is outside"),
    ({"start": Start(0, (1, 0.5))}, "0.5 is not a whole number"),
    ({"goals": 9}, "The goal 9 is not in the network"),
    ({"goals": []}, "at least one goal"),
    ({"goals": ["G"]}, "A goal is a node number, got 'G'"),
    ({"max_hops": -1}, "max_hops runs from 0 to 64, got -1"),
    ({"max_hops": 65}, "max_hops runs from 0 to 64, got 65"),
    ({"max_costs": [1]}, "max_costs: give 2 numbers, got 1"),
    ({"max_costs": [1, -1]}, "max_costs: -1 is outside"),
    ({"max_costs": [1, float("nan")]}, "max_costs: nan is not a whole number"),
    ({"label_budget": 0}, "label_budget runs from 1"),
    ({"epsilon": Epsilon(share=-0.1)}, "share is a number from 0 to 1"),
    ({"epsilon": Epsilon(share=float("nan"))}, "share is a number from 0 to 1"),
    ({"epsilon": Epsilon(units=(1,))}, "Epsilon's units: give 2 numbers, got 1"),
]


@pytest.mark.parametrize(("change", "message"), BAD)
def test_refused(change, message):
    network = build_network(2, [0], [1], [[1, 1]])
    question = {"start": 0, "goals": 1, "max_hops": 3} | change
    with pytest.raises(ValueError, match=message):
        find_front(network, **question)


def test_one_to_all_checks_the_same():
    network = build_network(2, [0], [1], [[1, 1]])
    with pytest.raises(ValueError, match="The start 7"):
        find_fronts(network, 7, max_hops=3)
    with pytest.raises(IndexError, match="Node 2 is outside 0 to 1"):
        find_fronts(network, 0, max_hops=3).members_at(2)
    with pytest.raises(IndexError, match="Position 5"):
        find_fronts(network, 0, max_hops=3).path_of(5)
