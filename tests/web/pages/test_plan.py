"""The plan page: options, limits, no-way answers with relaxations, files."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.http import QueryDict
from django.test import Client

from careerlattice.plan.request import Goal
from careerlattice.web.http.forms import FormReader
from careerlattice.web.http.response_cache import response_cache
from careerlattice.web.pages.plan import page
from careerlattice.web.pages.plan.form import read_form

QUESTION = "/plan?from=nursing+assistant&to=registered+nurse&state=OH"


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_options_and_one_plan_in_full(client: Client) -> None:
    text = text_of(client, QUESTION)
    body = client.get(QUESTION.replace("/plan?", "/plan.json?")).json()["data"]
    plans = body["answer"]["plans"]
    assert len(plans) >= 3
    for plan in plans:
        assert f"show={plan['id']}" in text
        assert f"${plan['cost_usd']:,}" in text
    shown = next(plan for plan in plans if plan["id"] == body["shown"])
    for step in shown["steps"]:
        assert step["title"] in unescape(text)
    for reason in shown["reasons"]:
        assert reason in unescape(text)


def test_a_limit_plans_again(client: Client) -> None:
    body = client.get(QUESTION.replace("/plan?", "/plan.json?") + "&max_months=30").json()["data"]
    assert body["answer"]["plans"]
    assert all(plan["months"] <= 30 for plan in body["answer"]["plans"])


def test_no_way_offers_relaxations_that_work(client: Client) -> None:
    text = text_of(client, QUESTION + "&max_months=3")
    links = [
        unescape(one) for one in re.findall(r'class="button quiet" href="(/plan\?[^"]+)"', text)
    ]
    assert links
    assert "What would open a way" in text
    for link in links:
        body = client.get(link.replace("/plan?", "/plan.json?")).json()["data"]
        assert body["answer"]["plans"], link


def test_an_unclear_title_offers_choices_that_work(client: Client) -> None:
    response = client.get("/plan?from=driver&to=accountant")
    assert response.status_code == 404
    text = response.content.decode()
    assert "Which job do you mean" in text
    link = unescape(re.findall(r'<li><a href="(/plan\?[^"]+)"', text)[0])
    assert client.get(link).status_code == 200


def test_words_that_name_no_occupation_say_what_to_type(client: Client) -> None:
    response = client.get("/plan?from=cashier&to=retired")
    assert response.status_code == 404
    text = unescape(response.content.decode())
    assert "Use the title of the job you retired from" in text
    assert "Which job do you mean by" not in text


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/occupations/driver", "Which occupation do you mean?"),
        ("/occupations/retired", "That is not a job title"),
        ("/occupations/xqzzy", "We could not find that occupation"),
    ],
)
def test_an_error_page_asks_or_tells(client: Client, path: str, title: str) -> None:
    assert title in client.get(path).content.decode()


def test_schooling_is_a_start(client: Client) -> None:
    body = client.get("/plan.json?from=high+school&to=electrician").json()["data"]
    assert body["answer"]["request"]["start"]["education"] == "high-school"
    assert body["answer"]["plans"]


def test_where_next_without_a_goal(client: Client) -> None:
    text = text_of(client, "/plan?from=cashier")
    assert "Steps others take from here" in text
    assert re.search(r'href="/plan\?from=cashier[^"]*to=\d\d-', text)


def test_any_two_routes_are_set_side_by_side(client: Client) -> None:
    text = text_of(client, QUESTION)
    assert '<select id="compare-1" name="compare">' in text
    assert 'class="pair"' not in text
    both = text_of(client, f"{QUESTION}&compare=plan-3&compare=plan-1")
    pair = both[both.index('class="pair"') : both.index("</table>", both.index('class="pair"'))]
    plans = client.get(QUESTION.replace("/plan?", "/plan.json?")).json()["data"]["answer"]["plans"]
    first, third = (next(p for p in plans if p["id"] == f"plan-{n}") for n in (1, 3))
    assert pair.index(f"${third['cost_usd']:,}") < pair.index(f"${first['cost_usd']:,}")
    assert 'class="pair"' not in text_of(client, f"{QUESTION}&compare=plan-1&compare=plan-99")
    # Of an outcome the routes lead to different jobs.
    goals = text_of(client, "/plan?from=cashier&goal_pay=45000&compare=plan-1&compare=plan-4")
    assert 'class="pair"' in goals


def test_bars_are_as_long_as_people_usually_take(client: Client) -> None:
    from careerlattice.plan.request import PastJob, PlanRequest, Start
    from careerlattice.web.pages.plan.pictures import timelines

    start = Start(PastJob("31-1131.00"))
    plans = page.answer_to(PlanRequest(start=start, goal=Goal("29-1141.00"))).plans
    drawn = timelines(plans)
    for plan, line in zip(plans, drawn.lines, strict=True):
        assert line.goal_at == pytest.approx(100 * plan.months_usual / 12 / drawn.years, abs=0.01)
        assert all(0 <= one.at <= one.at + one.width <= 100.1 for one in line.stretches)


def test_calendar(client: Client) -> None:
    response = client.get(QUESTION.replace("/plan?", "/plan.ics?") + "&start=2027-01-31")
    assert response.headers["Content-Type"].startswith("text/calendar")
    lines = response.content.decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2] == "END:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20270131" in lines
    assert all(len(line.encode()) <= 75 for line in lines)
    assert lines.count("BEGIN:VALARM") == lines.count("BEGIN:VEVENT") >= 2
    assert lines.count("TRIGGER:PT9H") == 1
    assert "TRIGGER:-P6DT15H" in lines
    whole = "\n".join(lines).replace("\n ", "")
    assert re.search(r"URL:http://\S+/plan\?from=", whole)
    assert "start=2027" not in whole
    assert "\\nFirst: Ask the admissions office" in whole
    assert client.get(QUESTION.replace("/plan?", "/plan.ics?") + "&start=soon").status_code == 400


@pytest.mark.slow
def test_pdf(client: Client) -> None:
    response = client.get(QUESTION.replace("/plan?", "/plan.pdf?") + "&show=plan-1")
    assert response.status_code == 200
    assert response.content.startswith(b"%PDF-")
    name = 'filename="nursing-assistant-to-registered-nurse-oh.pdf"'
    assert name in response.headers["Content-Disposition"]


def test_json_has_the_trace_when_asked(client: Client) -> None:
    address = QUESTION.replace("/plan?", "/plan.json?")
    assert "trace" not in client.get(address).json()["data"]["answer"]
    answer = client.get(f"{address}&trace=1").json()["data"]["answer"]
    assert len(answer["trace"]) == answer["search"]["front"]
    shown = [line["plan"] for line in answer["trace"] if line["rule"] == "shown"]
    assert len(shown) == answer["search"]["shown"]


def test_no_plan_no_file(client: Client) -> None:
    assert client.get(QUESTION.replace("/plan?", "/plan.pdf?") + "&max_months=1").status_code == 404


def test_messages_do_not_speak_of_the_command_line(client: Client) -> None:
    for address in (QUESTION, "/plan?from=cashier&pathway=none", "/clusters/none"):
        text = re.sub(r"<[^>]+>", " ", client.get(address).content.decode())
        assert " --" not in text
        assert "careerlattice clusters" not in text


def test_the_json_page_draws_no_picture(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def draws(*_args: object) -> None:
        raise AssertionError("a picture is drawn")

    for name in ("timelines", "money_picture", "options_of"):
        monkeypatch.setattr(page, name, draws)
    response_cache.clear()
    assert client.get(QUESTION.replace("/plan?", "/plan.json?")).status_code == 200
    assert client.get(QUESTION).status_code == 500
    response_cache.clear()


@pytest.mark.parametrize(
    "query",
    [
        "from=cashier&to=registered+nurse&months_in_job=24&pay=31000&education=associate",
        "from=cashier&from=no+job&to=electrician&state=TX&field=51.38",
        "from=high+school&goal_pay=60000&goal_growth=-2&no_degree=1&area=M18140",
        "from=cashier&pathway=2008-accounting&level=advanced&interests=8,22,6,38,8,20",
        "from=cashier&to=electrician&max_months=60&budget=10000000&min_pay=25000&study=part"
        "&max_credential=associate&max_job_changes=2&within=2008-construction&avoid=roofer"
        "&sector=private+nonprofit&horizon=20",
    ],
)
def test_a_question_is_written_back_as_it_was_read(query: str) -> None:
    form = read_form(FormReader(QueryDict(query)))
    again = read_form(FormReader(QueryDict(form.query())))
    assert again == form
    assert again.request() == form.request()
    assert QueryDict(form.query()) == QueryDict(query)


def test_an_outcome_beside_a_job_stays_in_the_form_only() -> None:
    form = read_form(
        FormReader(QueryDict("from=cashier&to=electrician&goal_pay=60000&level=entry"))
    )
    assert form.goal.min_pay_usd == 60_000
    assert form.request().goal == Goal(occupation="electrician")
    assert form.has_goal
    assert not read_form(FormReader(QueryDict("from=cashier&level=entry"))).has_goal


def test_taking_limits_off_leaves_the_rest() -> None:
    query = "from=cashier&to=electrician&max_months=60&study=part&sector=private+nonprofit"
    form = read_form(FormReader(QueryDict(query)))
    assert form.has_limits
    left = form.without_limits()
    assert not left.has_limits
    assert QueryDict(left.query()) == QueryDict(
        "from=cashier&to=electrician&sector=private+nonprofit"
    )


def test_every_route_found_says_why_it_is_shown_or_not(client: Client) -> None:
    asked = f"{QUESTION}&trace=1"
    trace = client.get(asked.replace("/plan?", "/plan.json?")).json()["data"]["answer"]["trace"]
    text = text_of(client, asked)
    table = text[text.index("Every route we found") :]
    table = table[: table.index("</table>")]
    assert table.count("<tr>") - 1 == len(trace) > 3
    assert table.count(">Shown.") == sum(route["rule"] == "shown" for route in trace)
    assert "Nearly the same as another route" in table
    # Who did not ask is led there.
    assert "trace=1#found" in text_of(client, QUESTION)


def test_every_rule_has_its_words() -> None:
    from careerlattice.plan.answer import Rule
    from careerlattice.web.pages.plan.why_not import WHY

    assert set(WHY) == set(Rule)


def test_figures_lead_to_their_rows_and_to_their_publishers(client: Client) -> None:
    text = text_of(client, QUESTION)
    assert 'href="/occupations/29-1141.00#pay"' in text
    assert 'href="/occupations/29-1141.00.json"' in text
    assert 'href="https://www.bls.gov/oes/current/oes291141.htm"' in text
    assert 'href="https://www.onetonline.org/link/details/29-1141.00"' in text
    assert "at BLS (May 2025)" in unescape(text)


def test_a_major_in_place_of_a_job_is_a_field_of_study(client: Client) -> None:
    form = read_form(FormReader(QueryDict("from=biology+major,+no+job&to=dentist")))
    assert (form.has_no_job, form.field_of_study, form.past_job) == (True, "biology", "")


def test_who_is_there_already_reads_that_first(client: Client) -> None:
    """What was assumed of a physician who asks for physician does not hide the answer."""
    page = client.get(
        "/plan.json?from=Family+Medicine+Physicians&to=Family+Medicine+Physicians"
    ).json()["data"]
    assert page["answer"]["plans"] == []
    assert len(page["remarks"]) == 1
    assert "already" in page["remarks"][0]
    assert "Moving here from another state?" in page["remarks"][0]


def test_a_budget_that_is_too_small_is_told_who_may_pay_the_rest(client: Client) -> None:
    asked = "/plan?from=31-1131.00&to=29-1141.00&state=OH&education=high-school"
    poor = client.get(f"{asked}&budget=6000").content.decode()
    assert "What would open a way" in poor
    assert "A Pell Grant" in poor
    hasty = client.get(f"{asked}&max_months=6").content.decode()
    assert "What would open a way" in hasty
    assert "A Pell Grant" not in hasty
