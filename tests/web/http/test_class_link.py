"""The link of a class: counted apart, carried on by every link and form, seen by no page."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from careerlattice.web.http.admission import PAGES, PLANS, lane_of
from careerlattice.web.http.class_link import carry_on
from careerlattice.web.http.rate_limit import Limit

TOKEN = "room-12-7Kq9vXz2"
PLAN = "/plan?from=nursing+assistant&to=registered+nurse&state=OH"


@pytest.fixture(autouse=True)
def classes(settings: Any) -> None:
    settings.CLASSES = ["another-class-0123", TOKEN]


@pytest.mark.slow
def test_a_class_of_thirty_is_never_limited_and_others_are(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from careerlattice.web.pages.plan import page as plan

    limit = Limit(1)
    for buckets in (limit._for_one, limit._for_class):
        buckets.clock = lambda: 0.0
    monkeypatch.setattr(plan, "_limit", limit)
    asked = [f"/plan.json?from=cashier&to=registered+nurse&budget={7000 + n}" for n in range(30)]
    assert {client.get(f"{one}&class={TOKEN}").status_code for one in asked} == {200}
    # The class took nothing of what its address may ask for.
    other = "/plan.json?from=cashier&to=registered+nurse&budget="
    assert [client.get(f"{other}{budget}").status_code for budget in (8001, 8002)] == [200, 429]
    # Nobody gets more by a wrong word, and a class has a limit too.
    wrong = "/plan?from=cashier&to=registered+nurse&budget=8003&class=room-12-7Kq9vXz3"
    assert client.get(wrong).status_code == 429
    more = [client.get(f"{other}{9000 + n}&class={TOKEN}").status_code for n in range(12)]
    assert more[-1] == 429


@pytest.mark.parametrize(
    "opened", ["/", PLAN, "/clusters", "/class", "/assess?questions=adaptive", "/nothing-here"]
)
def test_every_link_and_form_leads_on_with_it(client: Client, opened: str) -> None:
    mark = "&" if "?" in opened else "?"
    page = client.get(f"{opened}{mark}class={TOKEN}").content.decode()
    links = re.findall(r'<a\b[^>]*?\shref="(/[^"]*)"', page)
    assert len(links) > 5
    assert [
        one for one in links if "/static/" not in one and one.count(f"class={TOKEN}") != 1
    ] == []
    forms = re.findall(
        r'<form\b[^>]*>(?:<input type="hidden" name="class" value="([^"]*)">)?', page
    )
    posts = page.count('method="post"')
    assert forms.count(TOKEN) == len(forms) - posts
    assert page.count(f'action="/class?class={TOKEN}"') == posts
    # What is copied to be sent home has the plain address.
    assert all("class=" not in one for one in re.findall(r'data-copy="([^"]*)"', page))


def test_pages_and_their_json_do_not_see_it(client: Client) -> None:
    plain = client.get("/search.json?q=nurse").json()
    assert client.get(f"/search.json?q=nurse&class={TOKEN}").json() == plain
    assert TOKEN not in client.get(PLAN).content.decode()
    zipped = client.get(f"{PLAN}&class={TOKEN}", headers={"accept-encoding": "gzip"})
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert "no-store" in zipped.headers["Cache-Control"]
    moved = client.get(f"/clusters/?class={TOKEN}")
    assert (moved.status_code, moved.headers["Location"]) == (301, f"/clusters?class={TOKEN}")


def test_it_is_taken_out_however_its_name_is_escaped(client: Client) -> None:
    plain = client.get("/clusters.json?state=OH").json()
    assert client.get(f"/clusters.json?cl%61ss={TOKEN}&state=OH").json() == plain
    page = client.get(f"/clusters?cl%61ss={TOKEN}&state=OH").content.decode()
    assert "cl%61ss" not in page


def test_a_class_that_opens_its_link_does_not_wait_behind_plans(client: Client) -> None:
    with PLANS.turn("somebody else"):
        assert client.get(f"/?class={TOKEN}").status_code == 200
    assert lane_of("/", "GET", f"class={TOKEN}") is PAGES
    assert lane_of("/", "GET", f"class={TOKEN}&from=cashier") is PLANS


def test_a_link_keeps_its_place_on_the_page_and_others_sites_get_nothing() -> None:
    html = (
        '<a href="/a?b=1#c">x</a><a href="#c">x</a><a href="https://bls.gov/">x</a><a href="//x">'
    )
    led = carry_on(html, TOKEN)
    assert led.startswith(f'<a href="/a?b=1&amp;class={TOKEN}#c">')
    assert led.count("class=") == 1
