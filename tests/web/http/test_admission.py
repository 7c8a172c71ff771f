"""Lanes: few at work, few waiting, fair turns, and a refusal that costs nothing."""

from __future__ import annotations

import threading
import time
from types import SimpleNamespace

import pytest
from django.test import Client, RequestFactory

from careerlattice.errors import BadRequest
from careerlattice.web import server
from careerlattice.web.http import admission
from careerlattice.web.http.admission import (
    CLASS_PLACES,
    CLASSES,
    PAGES,
    PAPER,
    PLANS,
    Busy,
    Lane,
    lane_of,
    visitor,
)
from careerlattice.web.http.errors import TookTooLong
from careerlattice.web.http.work import MOST, spend, spend_on_titles, work_of_request


class Crowd:
    """Visitors who each hold a turn until they are told to go."""

    def __init__(self, lane: Lane) -> None:
        self.lane, self.began, self.refused = lane, list[str](), list[str]()
        self.go = threading.Semaphore(0)
        self.threads: list[threading.Thread] = []

    def come(self, name: str, *, is_class: bool = False) -> None:
        thread = threading.Thread(target=self._work, args=(name, is_class))
        thread.start()
        self.threads.append(thread)
        before = time.monotonic()
        while time.monotonic() - before < 2 and not self._settled(len(self.threads)):
            time.sleep(0.002)

    def _settled(self, came: int) -> bool:
        return len(self.began) + len(self.refused) + len(self.lane._waiting) >= came

    def _work(self, name: str, is_class: bool) -> None:
        try:
            with self.lane.turn(name, is_class=is_class):
                self.began.append(name)
                self.go.acquire()
        except Busy:
            self.refused.append(name)

    def leave(self) -> None:
        for _ in self.threads:
            self.go.release()
        for thread in self.threads:
            thread.join(5)


def test_few_work_few_wait_and_the_rest_is_refused_at_once() -> None:
    crowd = Crowd(Lane(at_once=1, places=2, longest_wait_s=30, work_s=1))
    for _ in range(5):
        crowd.come("a")
    assert (crowd.began, crowd.refused) == (["a"], ["a", "a"])
    crowd.leave()
    assert crowd.began == ["a"] * 3


def test_turns_are_fair() -> None:
    crowd = Crowd(Lane(at_once=1, places=4, longest_wait_s=30, work_s=1))
    for name in "aaab":
        crowd.come(name)
    crowd.leave()
    assert crowd.began == ["a", "b", "a", "a"]


def test_in_a_full_queue_the_visitor_with_most_makes_room() -> None:
    crowd = Crowd(Lane(at_once=1, places=3, longest_wait_s=30, work_s=1))
    for name in ("a", "a", "a", "a", "b"):
        crowd.come(name)
    assert crowd.refused == ["a"]
    crowd.leave()
    assert sorted(crowd.began) == ["a", "a", "a", "b"]


def test_a_class_waits_in_a_room_of_its_own() -> None:
    """Thirty at once all get their turn, and neither fill the places of others nor make room."""
    crowd = Crowd(Lane(at_once=1, places=2, longest_wait_s=30, work_s=1))
    for _ in range(30):
        crowd.come("class", is_class=True)
    for name in ("a", "a", "a", "b"):
        crowd.come(name)
    assert crowd.refused == ["a", "a"]
    crowd.leave()
    assert crowd.began.count("class") == 30
    assert crowd.began[1:3] == ["a", "b"]


def test_a_class_finds_room_again_after_it_was_full() -> None:
    for _ in range(2):
        crowd = Crowd(Lane(at_once=1, places=2, longest_wait_s=30, work_s=1))
        for _ in range(CLASS_PLACES + 2):
            crowd.come("class", is_class=True)
        assert crowd.refused == ["class"]
        crowd.leave()


def test_nobody_waits_longer_than_the_lane_says() -> None:
    lane = Lane(at_once=1, places=3, longest_wait_s=0.05, work_s=1)
    with lane.turn("a"):
        with pytest.raises(Busy), lane.turn("b"):
            pass
        assert not lane._waiting
    with lane.turn("b"):
        pass


def test_plans_and_paper_have_lanes_of_their_own() -> None:
    assert lane_of("/plan") is lane_of("/plan.json") is PLANS
    assert lane_of("/plan.pdf") is PAPER
    assert lane_of("/") is lane_of("/index.json") is PAGES
    assert lane_of("/", "GET", "from=cashier") is lane_of("/index.json", "GET", "x") is PLANS
    assert lane_of("/clusters") is lane_of("/class") is PAGES
    assert lane_of("/class", "POST") is CLASSES
    assert lane_of("/static/x/site.css") is lane_of("/health") is None
    lanes = (PAGES, PLANS, PAPER, CLASSES)
    waiting = sum(lane.at_once + lane.places for lane in lanes) + CLASS_PLACES
    assert waiting < server.THREADS


@pytest.mark.parametrize("path", ["/clusters", "/clusters.json"])
def test_who_cannot_be_answered_is_told_when_to_come_again(
    client: Client, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(admission, "lane_of", lambda *_: Lane(0, 0, 1, 1))
    response = client.get(path)
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) >= 1
    assert "Content-Security-Policy" in response.headers
    assert ("problem" in response.headers["Content-Type"]) is path.endswith(".json")


def test_a_program_of_onet_is_told_in_its_own_form(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    too_long = client.get(f"/onet/v2/online/search?keyword={'nurse' * 2_500}")
    assert (too_long.status_code, list(too_long.json())) == (400, ["error"])
    monkeypatch.setattr(admission, "lane_of", lambda *_: Lane(0, 0, 1, 1))
    busy = client.get("/onet/v2/online/search?keyword=nurse")
    assert (busy.status_code, list(busy.json())) == (503, ["error"])
    assert int(busy.headers["Retry-After"]) >= 1


@pytest.mark.parametrize(
    ("came_from", "key"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "::ffff:192.0.2.7"),
        ("unix:", "unix:"),
    ],
)
def test_a_visitor_is_an_address_or_a_household_of_them(came_from: str, key: str) -> None:
    assert visitor(RequestFactory().get("/", REMOTE_ADDR=came_from)) == key


def test_work_is_counted_before_it_is_done() -> None:
    with work_of_request(60):
        spend_on_titles(["registered nurse"] * (MOST["words"] // 2))
        with pytest.raises(BadRequest):
            spend_on_titles(["one"])
    spend("plans", 1_000)  # outside a request nothing is counted


def test_work_ends_when_its_time_is_over() -> None:
    with work_of_request(-1), pytest.raises(TookTooLong):
        spend("plans")


def test_an_answer_that_takes_too_long_is_given_up(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PLANS, "work_s", -1.0)
    response = client.get("/plan?from=cashier&to=registered+nurse&budget=4321")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "60"


def test_many_names_are_refused_before_any_is_looked_up(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from careerlattice.web.pages.occupation import compare

    def asked(*_: object) -> None:
        raise AssertionError("looked up")

    monkeypatch.setattr(compare, "served_catalog", lambda: SimpleNamespace(get_occupation=asked))
    names = "&".join("codes=" + ",".join(f"job{i}x{j}" for i in range(74)) for j in range(12))
    assert client.get(f"/compare.json?{names}").status_code == 400


def test_a_pdf_costs_more_than_a_plan(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from careerlattice.web.http.rate_limit import Limit
    from careerlattice.web.pages.plan import files

    monkeypatch.setattr(files, "_paper", Limit(1))
    monkeypatch.setattr(files, "render_pdf", lambda _: b"%PDF")
    question = "/plan.pdf?from=nursing+assistant&to=registered+nurse"
    assert [client.get(question).status_code for _ in range(2)] == [200, 429]
