"""Dots by pay and routes over them."""

from __future__ import annotations

import math
import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerlattice.draw.lattice_map import (
    BAND,
    MARKS_USD,
    NAME,
    STRIP,
    WIDTH,
    draw_map,
    draw_routes,
    pay_at,
)

PAY = st.one_of(st.none(), st.floats(15_000, 900_000))
GROUPS = st.lists(st.lists(PAY, max_size=60), min_size=1, max_size=8)


def drawn_of(groups: list[list[float | None]]):
    return draw_map(
        [
            (f"group-{g}", [(f"{g}-{n}", pay) for n, pay in enumerate(pays)])
            for g, pays in enumerate(groups)
        ]
    )


@given(GROUPS)
def test_every_occupation_is_a_dot_in_its_strip_at_its_pay(
    groups: list[list[float | None]],
) -> None:
    drawn = drawn_of(groups)
    assert drawn.height == STRIP * len(groups)
    for g, (pays, strip) in enumerate(zip(groups, drawn.strips, strict=True)):
        assert strip.occupations == len(pays) == strip.path.count("M")
        for n, pay in enumerate(pays):
            x, y = drawn.places[f"{g}-{n}"]
            assert x == round(pay_at(pay))
            assert g * STRIP + NAME <= y <= g * STRIP + NAME + BAND


@given(st.floats(15_000, 900_000), st.floats(15_000, 900_000))
def test_more_pay_is_never_farther_left(a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert 0 < pay_at(None) < pay_at(low) <= pay_at(high) < WIDTH
    assert pay_at(math.nan) == pay_at(None)


def test_marks_stand_where_their_pay_is() -> None:
    marks = drawn_of([[None]]).marks
    assert [usd for _at, usd in marks] == list(MARKS_USD)
    assert [at for at, _usd in marks] == sorted(at for at, _usd in marks)
    assert marks[1][0] == pytest.approx(pay_at(50_000) / WIDTH * 100, abs=0.01)


def test_the_same_jobs_give_the_same_drawing() -> None:
    pays: list[float | None] = [40_000, 40_000, 41_000, None, 90_000]
    codes = [(str(n), pay) for n, pay in enumerate(pays)]
    assert draw_map([("a", codes)]) == draw_map([("a", reversed(codes))])


@given(GROUPS, st.data())
def test_goals_stand_at_their_pay_and_none_covers_another(
    groups: list[list[float | None]], data: st.DataObject
) -> None:
    drawn = drawn_of(groups)
    codes = sorted(drawn.places)
    if len(codes) < 2:
        return
    start, *goals = data.draw(
        st.lists(st.sampled_from(codes), min_size=2, max_size=8, unique=True), label="codes"
    )
    found = draw_routes(drawn, [[start, goal] for goal in goals], start)
    for goal, route in zip(goals, found.routes, strict=True):
        assert route.goal.x == pytest.approx(drawn.places[goal][0] / 10, abs=0.01)
        assert route.stops == ()
        assert re.fullmatch(r"M\S+ \S+C.+", route.path)
    for a, b in combinations([found.start, *(route.goal for route in found.routes)], 2):
        far = abs(a.x - b.x) * 10 >= 74.9
        assert far or abs(a.y - b.y) / 100 * drawn.height >= 23.9


def test_a_route_passes_its_stops_and_may_come_from_nowhere() -> None:
    drawn = drawn_of([[30_000, 60_000], [90_000]])
    (route,) = draw_routes(drawn, [["0-0", "0-1", "1-0", "elsewhere"]]).routes
    assert len(route.stops) == 2
    assert draw_routes(drawn, []).start.x == 0
