"""FEATURE UNDER TEST: a few members that show the range of a front.

S joined to G by many arcs.
"""

import pytest

from careerlattice.router import spread

LINE = ", ".join(f"S-a{cost}->G {cost}/{10 - cost}" for cost in range(11))


def chosen(network, count, **options):
    front = network.ask("S", "G")
    return [
        (network.arcs[front.paths[one.index][0]], one.best_in, one.is_knee)
        for one in spread(front, count, **options)
    ]


def test_each_criterions_best_then_the_knee(drawn):
    network = drawn("S-a->G 0/10, S-b->G 1/8, S-c->G 3/3, S-d->G 8/1, S-e->G 10/0")
    assert chosen(network, 3, with_hops=False) == [
        ("a", (0,), False),
        ("e", (1,), False),
        ("c", (), True),
    ]


def test_then_the_member_farthest_from_all_chosen(drawn):
    names = [name for name, _, _ in chosen(drawn(LINE), 5, with_hops=False)]
    assert names == ["a0", "a10", "a5", "a2", "a7"]


def test_one_member_can_stand_for_several_reasons(drawn):
    network = drawn("S-a->G 0/5/9, S-b->G 5/0/0")
    assert chosen(network, 5, with_hops=False) == [("a", (0,), False), ("b", (1, 2), True)]


def test_hops_are_one_more_criterion(drawn):
    network = drawn("S-a->A 1, A-b->G 1, S-c->G 9")
    front = network.ask("S", "G")
    assert [one.best_in for one in spread(front, 2)] == [(0,), (1,)]


def test_among_equals_in_a_criterion_the_more_balanced_stands_for_it(drawn):
    network = drawn("S-a->G 0/9/1, S-b->G 0/2/2, S-c->G 9/0/0")
    assert chosen(network, 1, with_hops=False)[0][0] == "b"


def test_asking_for_more_than_there_are_gives_all(drawn):
    assert len(chosen(drawn(LINE), 99)) == 11


def test_an_empty_front_has_no_members(drawn):
    assert spread(drawn("S-a->G 1").ask("G", "S"), 3) == ()


def test_count_is_at_least_one(drawn):
    with pytest.raises(ValueError, match="count must be at least 1"):
        spread(drawn("S-a->G 1").ask("S", "G"), 0)
