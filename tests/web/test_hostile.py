"""Whatever is typed into any address, the answer is a page that helps, never a server error."""

from __future__ import annotations

import random
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.slow

ROUTES = {
    "/": ("from", "to", "state"),
    "/clusters": ("framework", "state"),
    "/clusters/{}": ("state",),
    "/pathways/{}": ("education", "min_pay", "min_growth", "interest", "state", "area"),
    "/occupations/{}": ("state", "area"),
    "/plan": (
        "from", "to", "state", "area", "max_months", "budget", "min_pay", "max_credential", "study",
        "max_job_changes", "sector", "goal_pay", "goal_growth", "no_degree", "pathway", "level",
        "within", "avoid", "interests", "horizon", "field", "education", "months_in_job", "show",
    ),
    "/plan.ics": ("from", "to", "show"),
    "/assess": ("questions", "R01", "interests", "skills", "job", "job_months"),
    "/match": (
        "interests", "reliability", "instrument", "job", "job_months", "education", "skills",
        "state",
        "max_education", "min_pay", "min_growth", "framework",
    ),
    "/compare": ("codes", "add", "state"),
    "/search": ("q", "state"),
    "/suggest": ("q",),
    "/profile": ("job", "interests", "education", "skills"),
    "/profile-file": ("job", "interests", "education", "skills"),
    "/methods": ("state",),
    "/accessibility": (),
    "/static/x/{}": (),
}  # fmt: skip
GOOD = (
    "29-1141.00", "registered nurse", "cashier", "OH", "Columbus, OH", "12", "0", "2024", "2008",
    "associate", "high-school", "part", "none", "short", "adaptive", "8,22,6,38,8,20", "2.A.1.a:4",
    "2008-health-science", "2008-therapeutic-services", "plan-1", "fastest", "1", "public",
    "51.38", "site.css",
)  # fmt: skip
BAD = (
    "", " ", "-1", "1e999", "nan", "inf", "9" * 400, "x" * 10_000, "\x00", "%00",
    "../../etc/passwd",
    "<script>", "'; drop table", "{{7*7}}", "${x}", "%s%n", "\ud83d\ude00", "ÄÖß", "\u202e", "١٢٣",
    "²", "0x10", "1_000", "1,2,3,4,5", ",,,,,", "nan,nan,nan,nan,nan,nan", "1e9,0,0,0,0,0",
    "29-1141.99", "00-0000.00", "55-", "M0000000", "//", "\\", "\r\nX: y", "None", "null", "[]",
)  # fmt: skip
values = st.one_of(st.sampled_from(GOOD), st.sampled_from(BAD), st.text(max_size=60))


@st.composite
def addresses(draw: st.DrawFn) -> str:
    """An address of the service with any mix of good and bad parts."""
    route = draw(st.sampled_from(sorted(ROUTES)))
    names = ROUTES[route]
    path = route.replace("{}", quote(draw(values).encode("utf-8", "replace"), safe=""))
    path += draw(st.sampled_from(("", "", ".json", "/")))
    pairs = [
        (draw(st.sampled_from((*names, "unknown"))), draw(values).encode("utf-8", "replace"))
        for _ in range(draw(st.integers(0, 5)))
    ]
    return path + ("?" + urlencode(pairs) if pairs else "")


def check(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code in (200, 301, 302, 303, 400, 404), address
    if response.status_code in (400, 404) and ".json" not in address.partition("?")[0]:
        text = response.content.decode()
        assert "<h1" in text
        assert "/search" in text


@settings(
    max_examples=600,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(address=addresses())
def test_any_address(client: Client, address: str) -> None:
    check(client, address)


def test_a_thousand_mixed_questions(client: Client) -> None:
    """Every field of every route with every bad value at least once, in a fixed order."""
    chance = random.Random(7)
    asked = 0
    for route, names in sorted(ROUTES.items()):
        for bad in BAD:
            path = route.replace("{}", quote(bad.encode("utf-8", "replace"), safe=""))
            chosen = chance.sample(names, min(2, len(names)))
            pairs = [(name, bad.encode("utf-8", "replace")) for name in chosen]
            good = [("from", "cashier"), ("to", "registered nurse")] if route == "/plan" else []
            check(client, path + "?" + urlencode([*good, *pairs]))
            asked += 1
    assert asked == len(ROUTES) * len(BAD)


@pytest.mark.parametrize("name", [n for n in ROUTES["/plan"] if n not in ("from", "to")])
def test_every_field_of_the_plan(client: Client, name: str) -> None:
    for bad in BAD:
        pairs = [("from", "cashier"), ("to", "bank teller"), (name, bad.encode("utf-8", "replace"))]
        check(client, "/plan?" + urlencode(pairs))


def test_broken_bytes_in_addresses(client: Client) -> None:
    for address in ("/search?q=%ff%fe", "/occupations/%ff", "/%c0%ae%c0%ae/", "/plan?%=%&&=="):
        check(client, address)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    pairs=st.lists(
        st.tuples(
            st.sampled_from(
                ("questions", "R01", "S02", "result", "skill-2.A.1.a", "skills", "job")
            ),
            values,
        ),
        max_size=8,
    )
)
def test_any_form(client: Client, pairs: list[tuple[str, str]]) -> None:
    data: dict[str, list[bytes]] = {}
    for name, value in pairs:
        data.setdefault(name, []).append(value.encode("utf-8", "replace"))
    response = client.get("/assess?" + urlencode(data, doseq=True))
    assert response.status_code in (200, 303, 400, 404)
