"""What programs are told in headers, long lists in parts, and which web sites may read."""

from __future__ import annotations

import re

import pytest
from django.test import Client, override_settings

SITE = "https://counsel.example.org"


def links(response) -> dict[str, str]:  # type: ignore[no-untyped-def]
    """The addresses in the header `Link` by their relation."""
    told = re.findall(r'<([^>]+)>; rel="([a-z-]+)"', response.headers.get("Link", ""))
    return {relation: address for address, relation in told}


def test_json_says_its_version_and_what_describes_and_shows_it(client: Client) -> None:
    response = client.get("/search.json?q=nurse")
    assert response.headers["Careerlattice-JSON"] == "1"
    assert links(response)["service-desc"] == "/openapi.json"
    assert links(response)["alternate"] == "/search?q=nurse"
    problem = client.get("/occupations/driver.json")
    assert problem.headers["Careerlattice-JSON"] == "1"
    assert "Careerlattice-JSON" not in client.get("/search?q=nurse").headers
    assert "alternate" not in links(client.get("/openapi.json"))


@pytest.mark.parametrize("name", ["x%0D", "x%0A%18", "%C3%94%C4%80", "100%25"])
def test_odd_names_in_addresses_are_led_back_as_they_came(client: Client, name: str) -> None:
    response = client.get(f"/clusters/{name}.json")
    assert response.status_code == 404
    assert links(response)["alternate"] == f"/clusters/{name}"


@override_settings(PLANS_A_MINUTE=60)
def test_plans_say_how_many_one_may_ask_for(client: Client) -> None:
    told = client.get("/plan.json?from=cashier").headers["RateLimit-Policy"]
    assert told == '"plans";q=60;w=60'


def test_plans_say_how_many_are_left_and_when_all_are_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from careerlattice.web.http.rate_limit import Limit
    from careerlattice.web.pages.plan import page as plan

    monkeypatch.setattr(plan, "_limit", Limit(2))
    question = "/plan.json?from=cashier&to=registered+nurse&state=OH&budget="
    told = [client.get(f"{question}{budget}") for budget in (7001, 7002, 7003)]
    assert [answer.status_code for answer in told] == [200, 200, 429]
    left = [
        re.fullmatch(r'"plans";r=(\d+);t=(\d+)', answer.headers["RateLimit"]) for answer in told
    ]
    assert [int(one[1]) for one in left if one] == [1, 0, 0]
    assert all(0 < int(one[2]) <= 60 for one in left if one)
    assert {answer.headers["RateLimit-Policy"] for answer in told} == {'"plans";q=2;w=60'}
    # Where nothing is limited nothing is told.
    assert "RateLimit" not in client.get("/search.json?q=nurse").headers


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("/search.json?q=nurse&limit=7", lambda data: [one["code"] for one in data["occupations"]]),
        (
            "/match.json?interests=8,22,6,38,8,20&limit=5",
            lambda data: [one["onet_soc_code"] for one in data["rows"]],
        ),
    ],
)
def test_parts_follow_each_other_without_gap_or_repeat(client: Client, question, rows) -> None:  # type: ignore[no-untyped-def]
    limit = int(question.rpartition("=")[2])
    first = client.get(question)
    second = client.get(links(first)["next"])
    assert "prev" not in links(first)
    assert links(second)["prev"].endswith(f"start=1&limit={limit}")
    assert second.json()["part"]["start"] == limit + 1
    both = question.replace(f"limit={limit}", f"limit={2 * limit}")
    whole = rows(client.get(both).json()["data"])
    assert rows(first.json()["data"]) + rows(second.json()["data"]) == whole


def test_all_parts_of_a_search_make_the_total(client: Client) -> None:
    address, seen = "/search.json?q=engineer&limit=40", 0
    while address:
        response = client.get(address)
        part = response.json()["part"]
        seen += part["end"] - part["start"] + 1
        address = links(response).get("next", "")
    assert seen == part["total"]
    assert not part["has_more"]


def test_a_part_beyond_the_end_is_empty(client: Client) -> None:
    body = client.get("/search.json?q=nurse&start=4000").json()
    assert body["data"]["occupations"] == []
    assert body["part"]["end"] == 3999


def test_what_is_no_part_is_told(client: Client) -> None:
    for query in ("start=0", "limit=101", "limit=many"):
        assert client.get(f"/search.json?q=nurse&{query}").status_code == 400


def test_no_other_site_reads_unless_it_is_named(client: Client) -> None:
    for address in ("/search.json?q=nurse", "/onet/v2/about/"):
        response = client.get(address, headers={"Origin": SITE})
        assert "Access-Control-Allow-Origin" not in response.headers
        assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"


@override_settings(CORS_SITES=[SITE])
def test_a_site_that_is_named_reads_json_and_no_pages(client: Client) -> None:
    for address in ("/search.json?q=nurse", "/onet/v2/about/", "/openapi.json", "/suggest?q=nu"):
        response = client.get(address, headers={"Origin": SITE})
        assert response.headers["Access-Control-Allow-Origin"] == SITE
        assert "Origin" in response.headers["Vary"]
        assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert "Link" in response.headers["Access-Control-Expose-Headers"]
        assert "Access-Control-Allow-Credentials" not in response.headers
    assert "Access-Control-Allow-Origin" not in client.get("/", headers={"Origin": SITE}).headers
    other = client.get("/search.json?q=nurse", headers={"Origin": "https://elsewhere.example"})
    assert "Access-Control-Allow-Origin" not in other.headers
    missing = client.get("/occupations/driver.json", headers={"Origin": SITE})
    assert missing.headers["Access-Control-Allow-Origin"] == SITE


@override_settings(CORS_SITES=["*"])
def test_a_browser_may_ask_before_it_sends_a_key(client: Client) -> None:
    asked = {
        "Origin": SITE,
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "x-api-key",
    }
    response = client.options("/onet/v2/online/search", headers=asked)
    assert response.status_code == 204
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "X-API-Key" in response.headers["Access-Control-Allow-Headers"]
    assert "GET" in response.headers["Access-Control-Allow-Methods"]
