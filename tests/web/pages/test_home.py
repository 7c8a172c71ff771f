"""The first page: the lattice, and what is within reach on it."""

from __future__ import annotations

import gzip
import re
from html import unescape

import pytest
from django.test import Client

from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.assets import all_assets
from careerlattice.web.templatetags.amounts import months

MOST_WEIGHT = 60_000


def text_of(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return unescape(response.content.decode())


def reach_of(client: Client, question: str) -> dict:
    return client.get(f"/index.json?{question}").json()["data"]["reach"]


def test_every_occupation_is_a_dot(client: Client) -> None:
    text = text_of(client, "/")
    dots = "".join(re.findall(r'<svg class="dots".*?<path d="([^"]+)"', text))
    assert dots.count("M") == len(served_catalog().codes)
    data = client.get("/index.json").json()["data"]
    assert sum(one["occupations"] for one in data["clusters"]) == len(served_catalog().codes)
    for one in data["clusters"]:
        assert f'href="/clusters/{one["id"]}"' in text


def test_the_page_is_light_with_all_it_loads(client: Client) -> None:
    page = gzip.compress(client.get("/?from=cashier").content)
    loaded = sum(len(asset.body) for asset in all_assets().values())
    assert len(page) + loaded < MOST_WEIGHT


def test_an_example_is_lit_until_something_is_asked(client: Client) -> None:
    text = text_of(client, "/")
    assert "For example: a nursing assistant in Ohio" in text
    assert client.get("/index.json").json()["data"]["is_example"] is True
    asked = text_of(client, "/?from=cashier&state=OH")
    assert "For example" not in asked.partition("What you get")[0]


def test_the_example_takes_as_long_as_its_steps(client: Client) -> None:
    example = client.get("/index.json").json()["data"]["example"]
    assert example["months_usual"] == pytest.approx(example["steps"][-1]["month"], abs=1)
    assert f"<dt>Time</dt><dd>{months(example['months_usual'])}</dd>" in text_of(client, "/")


@pytest.mark.parametrize(
    ("question", "has_pay_now"),
    [
        ("from=cashier&state=OH", True),
        ("from=high+school", False),
        ("from=cashier&from=no+job", False),
        ("from=no+job", False),
        ("from=nursing+assistant&to=registered+nurse&state=OH", True),
    ],
)
def test_list_and_drawing_say_the_same(client: Client, question: str, has_pay_now: bool) -> None:
    reach = reach_of(client, question)
    assert reach["jobs"]
    assert reach["has_pay_now"] is has_pay_now
    months = [job["months"] for job in reach["jobs"]]
    assert months == sorted(months)
    text = text_of(client, f"/?{question}")
    start = text.index('class="lit-marks"')
    drawn = text[start : text.index("</section>", start)]
    assert drawn.count('class="goal"') == len(reach["jobs"])
    for job in reach["jobs"]:
        assert f'<a href="/plan?{job["query"]}#plan" tabindex="-1">' in drawn
        assert f"{job['time']} · {job['tuition']} · <strong>{job['pay']}</strong>" in text
        assert ("to start" in job["pay"]) is not has_pay_now
        plan = client.get(f"/plan.json?{job['query']}").json()["data"]["answer"]["plans"]
        shown = job["query"].rpartition("=")[2]
        one = next(plan for plan in plan if plan["id"] == shown)
        assert one["route"][-1]["onet_soc_code"] == job["code"]
        assert one["months_usual"] == job["months"]


@pytest.mark.parametrize(
    ("title", "own"),
    [
        ("nursing assistant", {"29-2061.00", "29-1141.00"}),
        ("security guard", {"33-3051.00", "33-1091.00"}),
        ("teacher aide", {"25-2021.00"}),
        ("line cook", {"11-9051.00", "35-1011.00"}),
    ],
)
def test_jobs_within_reach_begin_in_the_own_field(
    client: Client, title: str, own: set[str]
) -> None:
    """Nurses for a nursing assistant, police for a guard; and each with the plan that shows it."""
    jobs = reach_of(client, f"from={title}&state=OH")["jobs"]
    codes = [job["code"] for job in jobs]
    assert own <= set(codes)
    assert len(codes) == len(set(codes)) > len(own)
    for job in jobs:
        plan = client.get(f"/plan.json?{job['query']}").json()["data"]
        assert plan["shown"] in job["query"]
        assert plan["answer"]["plans"]


def test_jobs_within_reach_pay_more_than_the_job_now(client: Client) -> None:
    catalog = served_catalog()
    for title, code in (("cashier", "41-2011.00"), ("registered nurse", "29-1141.00")):
        reach = reach_of(client, f"from={title}")
        now = catalog.get_wage(code).p50.value
        assert reach["least_usd"] >= max(1.09 * now, 40_000)


def test_what_is_not_understood_is_asked(client: Client) -> None:
    text = text_of(client, "/?from=driver")
    assert "Which job do you mean by “driver”?" in text
    link = re.findall(r'<li><a href="(/\?from=[^"]+)"', text)[0]
    assert "within reach" in text_of(client, link)
    assert "We don't know “xqzw” yet" in text_of(client, "/?from=xqzw")
    assert client.get("/index.json?from=driver").json()["data"]["reach"] is None


def test_a_place_that_is_not_known_keeps_the_form(client: Client) -> None:
    text = text_of(client, "/?from=cashier&state=Atlantis&education=associate", 400)
    assert "We do not know “Atlantis”; choose a state." in text
    assert 'value="cashier"' in text
    assert '<option value="associate" selected>' in text
    assert client.get("/index.json?from=cashier&state=Atlantis").status_code == 400


def test_the_button_leads_to_the_plan_where_there_is_a_goal(client: Client) -> None:
    response = client.get("/?from=cashier&from=no+job&to=electrician&state=OH&go=1")
    assert response.status_code == 302
    assert response["Location"] == "/plan?from=cashier&from=no+job&to=electrician&state=OH"
    assert "no-store" in response["Cache-Control"]
    assert client.get("/?from=cashier&to=&go=1").status_code == 200
    # Programs ask the plan's own address: this one answers, and leads nowhere.
    assert client.get("/index.json?from=cashier&to=electrician&go=1").status_code == 200


def test_being_in_school_and_out_of_work_are_boxes(client: Client) -> None:
    school = text_of(client, "/?from=cashier&from=high+school")
    assert 'value="high school" checked' in school
    idle = text_of(client, "/?from=cashier&from=no+job")
    assert 'value="no job" checked' in idle
    assert 'value="cashier"' in idle
    assert client.get("/?from=cashier&from=high+school&from=no+job").status_code == 200


def test_of_the_equally_quick_the_best_paid_comes_first(client: Client) -> None:
    jobs = reach_of(client, "from=cashier&from=no+job&state=OH")["jobs"]
    quickest = [job for job in jobs if job["months"] == jobs[0]["months"]]
    assert len(quickest) > 1
    starts = [served_catalog().get_wage(job["code"], served_catalog().get_area("OH")).p50.value
              for job in quickest]  # fmt: skip
    assert starts == sorted(starts, reverse=True)
