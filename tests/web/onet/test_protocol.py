"""The compatible API spoken over HTTP as the official clients do."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, override_settings

from careerlattice.vocab.interests import INTEREST_AREAS


class Quiet(WSGIRequestHandler):
    """No line on the screen for each request."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    """The address of a server of this process."""
    server = make_server("127.0.0.1", 0, WSGIHandler(), handler_class=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/onet/v2/"
    server.shutdown()
    thread.join()
    server.server_close()


def call(root: str, path: str, *query: tuple[str, str], key: str = "any") -> dict[str, Any]:
    """A call as the published clients make it: they read 200 and 422 as JSON, nothing else."""
    url = root + path + ("?" + urllib.parse.urlencode(query, True) if query else "")
    headers = {"X-API-Key": key, "Accept": "application/json", "User-Agent": "test/2.00 (bot)"}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, None, headers)) as answer:
            found: dict[str, Any] = json.load(answer)
            return found
    except urllib.error.HTTPError as error:
        if error.code == 422:
            told: dict[str, Any] = json.load(error)
            return told
        return {"error": f"Call to {url} failed with error code {error.code}"}


def test_titles_are_coded_in_a_batch(root: str) -> None:
    wanted = {"Structural Engineer": "17-2051.00", "Receptionist": "43-4171.00"}
    for title, code in wanted.items():
        found = call(root, "online/search", ("keyword", title), ("end", "3"))
        assert found["occupation"][0]["code"] == code
        assert len(found["occupation"]) <= 3


def test_links_lead_on_and_back(root: str) -> None:
    first = call(root, "online/search", ("keyword", "nurse"), ("start", "1"), ("end", "5"))
    assert (first["start"], first["end"]) == (1, 5)
    assert "prev" not in first
    assert first["next"].startswith(root)
    second = call(first["next"], "")
    assert (second["start"], second["end"]) == (6, 10)
    back = call(second["prev"], "")
    assert back["occupation"] == first["occupation"]
    report = call(first["occupation"][0]["href"], "")
    sections = {one["title"]: one["href"] for one in report["summary_contents"]}
    assert call(sections["Skills"], "")["total"] > 5


def test_all_pages_together_hold_every_row_once(root: str) -> None:
    codes: list[str] = []
    url = f"{root}online/occupations/?end=400"
    while url:
        answer = call(url, "")
        codes += [one["code"] for one in answer["occupation"]]
        url = answer.get("next", "")
    assert len(codes) == len(set(codes)) == answer["total"] == 1016


@pytest.mark.parametrize(
    ("path", "query", "said"),
    [
        ("online/search", {}, "must have required property 'keyword'"),
        ("online/search", {"keyword": " "}, "must have required property 'keyword'"),
        ("online/search", {"keyword": "x", "start": "0"}, "start must be >= 1"),
        ("online/search", {"keyword": "x", "end": "many"}, "end must be integer"),
        ("online/occupations/nurse/", {}, "code must match pattern"),
        ("online/occupations/29-1141/", {}, "code must match pattern"),
        ("online/occupations/", {"sort": "pay"}, "sort must be equal to one of"),
        ("mnm/interestprofiler/results", {"answers": "123"}, "answers must match pattern"),
        ("mnm/interestprofiler/careers", {}, "must have required property 'answers'"),
        (
            "mnm/interestprofiler/careers",
            dict.fromkeys(INTEREST_AREAS, "30") | {"social": "41"},
            "social must be <= 40",
        ),
        (
            "mnm/interestprofiler/careers",
            {"social": "38", "realistic": "12"},
            "must have required property 'investigative'",
        ),
        ("mnm/interests/music", {}, "area must match pattern"),
        ("online/soft_skills/results", {"skills": "9.Z"}, "there is no soft skill"),
        ("database/rows/wages", {"filter": "p50"}, "is not column.operator.value"),
        ("database/rows/wages", {"filter": "pay.eq.1"}, "has no column 'pay'"),
        ("database/rows/wages", {"filter": "p50.gt.much"}, "is no value of p50"),
    ],
)
def test_what_cannot_be_read_is_told(
    root: str, path: str, query: dict[str, str], said: str
) -> None:
    assert said in call(root, path, *query.items())["error"]


@pytest.mark.parametrize(
    "path",
    [
        "online/occupations/99-9999.00/",
        "online/occupations/99-9999.00/summary/work_context",
        "mnm/bright_outlook/emerging",
        "mpp/search?keyword=enfermera",
        "online/occupations/55-3016.00/summary/job_zone",
        "database/rows/nothing",
        "nothing/here",
    ],
)
def test_what_is_not_there_is_told_with_404(client: Client, path: str) -> None:
    answer = client.get(f"/onet/v2/{path}")
    assert answer.status_code == 404
    assert list(answer.json()) == ["error"]


def test_nothing_found_is_an_empty_page(root: str) -> None:
    assert call(root, "online/search", ("keyword", "xqzwvj")) == {
        "start": 1,
        "end": 0,
        "total": 0,
        "occupation": [],
    }


def test_a_start_beyond_the_last_row_is_an_empty_page(root: str) -> None:
    answer = call(root, "mnm/careers/", ("start", "5000"))
    assert answer["career"] == []
    assert "next" not in answer
    assert "prev" in answer


def test_at_most_two_thousand_rows_are_answered_at_once(root: str) -> None:
    answer = call(root, "database/rows/titles", ("end", "9000"))
    assert len(answer["row"]) == 2000
    assert answer["end"] == 2000


def test_addresses_answer_with_and_without_their_last_slash(client: Client) -> None:
    for path in ("about", "online/career_clusters", "online/occupations/29-1141.00", "database"):
        bare, closed = client.get(f"/onet/v2/{path}"), client.get(f"/onet/v2/{path}/")
        assert bare.status_code == 200
        assert bare.content == closed.content


@pytest.mark.parametrize(
    "path",
    [
        "online/occupations/29-1141.00/summary/related_occupations",
        "online/occupations/29-1141.00/hot_technology",
        "mnm/interestprofiler/questions_30",
    ],
)
def test_a_last_slash_changes_no_rows(client: Client, path: str) -> None:
    bare, closed = (client.get(f"/onet/v2/{one}", {"end": "99"}) for one in (path, f"{path}/"))
    assert bare.content == closed.content


def test_a_key_is_asked_for_where_one_is_set(root: str) -> None:
    with override_settings(ONET_KEYS=["spring", "autumn"]):
        assert "error code 401" in call(root, "about/", key="winter")["error"]
        assert call(root, "about/", key="autumn")["api_version"] == "2.0"
    assert call(root, "about/", key="winter")["api_version"] == "2.0"


def test_a_missing_key_says_where_it_goes(client: Client) -> None:
    with override_settings(ONET_KEYS=["spring"]):
        answer = client.get("/onet/v2/nothing")
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "X-API-Key"


def test_the_service_is_only_read(client: Client) -> None:
    answer = client.post("/onet/v2/about/")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD"
