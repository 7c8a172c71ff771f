"""Pages asked with what nobody would type: any answer but an error of ours."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest

django = pytest.importorskip("django")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerlattice.web.settings")
for _name in ("CAREERLATTICE_PLANS_A_MINUTE", "CAREERLATTICE_PDFS_A_MINUTE"):
    os.environ.setdefault(_name, "1000000")

PATHS = (
    "/", "/clusters", "/clusters/2008-health-science", "/pathways/2024-physical-health",
    "/occupations/29-1141.00", "/occupations/55-1011.00", "/plan", "/plan.ics", "/assess", "/match",
    "/compare", "/search", "/profile", "/profile-file", "/methods", "/suggest", "/openapi.json",
)  # fmt: skip
NAMES = (
    "from", "to", "state", "area", "education", "field", "months_in_job", "pay", "max_months",
    "budget", "min_pay", "max_credential", "study", "max_job_changes", "sector", "goal_pay",
    "goal_growth", "no_degree", "pathway", "level", "within", "avoid", "interests", "horizon", "q",
    "codes", "add", "questions", "sent", "result", "R01", "skill-2.A.1.a", "job", "job_months",
    "skills", "show", "trace", "start", "framework", "for", "at", "reliability", "instrument",
)  # fmt: skip
VALUES = (
    "", " ", "0", "-1", "1", "12", "1e309", "NaN", "9" * 5_000, "٣", "OH", "registered nurse",
    "55-1011.00", "29-1141.00", "29-1141.00,55-1011.00", "cashier", "driver", "x" * 300, "\x00",
    "\u202e", "'\"><script>", "../../etc/passwd", "%00", "=cmd|' /C calc'!A0", "high-school", "on",
    "8,22,6,38,8,20", "1,1,1,1,1,1", "skills", "adaptive", "2.A.1.a:4", "2008", "2027-02-30",
    "plan-1", "\ud800", "\r\nSet-Cookie: a=b", "no job", "military officer", "M18140", "entry",
)  # fmt: skip


def _client() -> Any:
    django.setup()
    from django.test import Client

    return Client(raise_request_exception=False, SERVER_NAME="localhost")


@pytest.mark.slow
def test_no_question_is_a_fault_of_ours(
    many: Callable[[int, int], int], draws: random.Random
) -> None:
    client = _client()
    seen, faults = Counter[int](), []
    for _ in range(many(250, 50_000)):
        pairs = [(draws.choice(NAMES), draws.choice(VALUES)) for _ in range(draws.randint(0, 6))]
        path = draws.choice(PATHS)
        if draws.random() < 0.3 and "." not in path.rpartition("/")[2]:
            path = path.rstrip("/") + ".json" if path != "/" else "/index.json"
        address = f"{path}?{urlencode(pairs, errors='surrogatepass')}"
        response = client.get(address)
        seen[response.status_code] += 1
        if response.status_code >= 500:
            faults.append(address[:300])
    assert not faults
    assert seen[200] > 0
    assert seen[400] > 0


MILITARY = ("55-1011.00", "55-1012.00", "55-2011.00", "55-3011.00", "55-3018.00")


def test_plans_between_military_occupations_have_a_page(many: Callable[[int, int], int]) -> None:
    """Where no pay is known all differences are zero, and nothing is divided by them."""
    client = _client()
    pairs = [(a, b) for a in reversed(MILITARY) for b in MILITARY if a != b]
    for start, goal in pairs[: many(4, len(pairs))]:
        assert client.get(f"/plan?from={start}&to={goal}&state=OH").status_code in (200, 404)
