"""Forms keep what was typed, say what is wrong at the field, and say what the address says."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from careerlattice.vocab.names import fold
from careerlattice.web.app_state import served_catalog
from careerlattice.web.pages.plan.no_job import WORDS, may_mean_no_job, means_no_job

PLAN = "/plan?from=nursing+assistant&to=registered+nurse"
COLUMBUS = "M18140"
CINCINNATI = "M17140"


def text_of(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return unescape(response.content.decode())


@pytest.mark.parametrize(
    ("asked", "place", "state"),
    [
        (f"area={COLUMBUS}", COLUMBUS, "OH"),
        (f"state=OH&area={COLUMBUS}", COLUMBUS, "OH"),
        (f"state=TX&area={COLUMBUS}", "S48", "TX"),
        (f"state=KY&area={CINCINNATI}", CINCINNATI, "KY"),
        (f"state=OH&area={CINCINNATI}", CINCINNATI, "OH"),
        (f"state=Ohio&area={COLUMBUS}", COLUMBUS, "OH"),
        ("state=TX", "S48", "TX"),
        ("state=TX&area=", "S48", "TX"),
        ("state=US", "", None),
    ],
)
def test_an_area_counts_in_its_state(asked: str, place: str, state: str | None) -> None:
    from django.http import QueryDict

    from careerlattice.web.http.places import place_of

    found = place_of(QueryDict(asked))
    assert (found.code if found else "") == place
    assert (found.state if found else None) == state


def test_another_state_is_not_passed_over(client: Client) -> None:
    text = text_of(client, f"/occupations/29-1141.00?state=TX&area={COLUMBUS}")
    assert ">Pay in Texas<" in text
    assert '<option value="TX" selected>' in text
    assert "Area in Texas" in text
    problem = client.get(f"/occupations/29-1141.00.json?state=TX&area={COLUMBUS}")
    assert problem.status_code == 400
    assert "is not in “state” (Texas)" in problem.json()["detail"]


def test_a_number_out_of_range_keeps_the_form(client: Client) -> None:
    text = text_of(client, f"{PLAN}&state=OH&max_months=9999&budget=lots&min_pay=30000", 400)
    assert "<title>Error: " in text
    summary = text[text.index('class="problems"') : text.index("<h1")]
    assert re.findall(r'<a href="#(\w+)">([^<]+)</a>', summary) == [
        ("max_months", "Most months it may take: write a whole number from 0 to 600"),
        (
            "budget",
            "Most you can spend in all, in dollars: 'lots' is not an amount of dollars. Write it "
            "like 5,000 or 5k",
        ),
    ]
    assert "Write a whole number from 0 to 600." in text
    for typed in ("9999", "lots"):
        field = re.findall(rf'<input [^>]*value="{typed}"[^>]*>', text)[0]
        assert 'aria-invalid="true"' in field
        assert re.search(r'aria-describedby="(\w+)-problem"', field)
    assert 'value="30000"' in text
    assert 'value="nursing assistant"' in text
    assert '<option value="OH" selected>' in text
    assert "max_months”" not in text
    json_response = client.get(f"{PLAN}&max_months=9999".replace("/plan?", "/plan.json?"))
    assert json_response.status_code == 400
    assert json_response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("junk", "field", "told"),
    [
        ("state=Atlantis", "plan-state", "We do not know “Atlantis”; choose a state."),
        ("area=Nowhere", "plan-state", "We do not know “Nowhere”; choose a state."),
        ("education=wizard", "education", "“wizard” is not on the list; choose from it."),
        ("study=never", "study", "“never” is not on the list; choose from it."),
        ("sector=secret", "sector", "“secret” is not on the list; choose from it."),
        ("level=boss", "level", "“boss” is not on the list; choose from it."),
        ("max_credential=x", "max_credential", "“x” is not on the list; choose from it."),
    ],
)
def test_a_choice_that_cannot_be_read_keeps_the_form(
    client: Client, junk: str, field: str, told: str
) -> None:
    text = text_of(client, f"{PLAN}&budget=9000&{junk}", 400)
    assert told in text
    assert f'<a href="#{field}">' in text
    select = re.findall(rf'<select [^>]*id="{field}"[^>]*>', text.replace("\n", " "))[0]
    assert 'aria-invalid="true"' in select
    assert 'value="9000"' in text
    assert 'value="nursing assistant"' in text
    assert client.get(f"{PLAN}&{junk}".replace("/plan?", "/plan.json?")).status_code == 400


def test_a_filter_out_of_range_keeps_the_others(client: Client) -> None:
    address = (
        "/pathways/2008-therapeutic-services?education=associate&min_pay=-5&min_growth=%E2%88%922"
    )
    text = text_of(client, address, 400)
    assert "Pay of at least, $: '-5' is not an amount of dollars. Write it like 38,000" in text
    assert 'value="-5"' in text
    assert '<option value="associate" selected>' in text
    field = re.findall(r'<input [^>]*name="min_growth"[^>]*>', text)[0]
    assert 'inputmode="text" value="-2"' in field


@pytest.mark.parametrize("word", ["no job", "Unemployed", "student", "stay-at-home parent"])
def test_starting_without_a_job(client: Client, word: str) -> None:
    address = f"/plan?from={word.replace(' ', '+')}&to=registered+nurse&state=OH"
    data = client.get(address.replace("/plan?", "/plan.json?")).json()["data"]
    start = data["answer"]["request"]["start"]
    assert "job" not in start
    assert start["education"] == "high-school"
    # Who has no job is set against going back to usual work, not against nothing.
    assert all(plan["money"]["stay_pay_usd"] > 20_000 for plan in data["answer"]["plans"])
    assert any("We assume high school or GED" in one for one in data["remarks"])
    text = text_of(client, address)
    assert 'name="from" value="no job" checked' in text
    assert "From no job (high school or GED) to registered nurse" in text
    known = client.get(address.replace("/plan?", "/plan.json?") + "&education=bachelor").json()
    assert "starts from your education alone" in known["data"]["remarks"][0]


def test_words_for_no_job_are_no_titles() -> None:
    titles = {fold(one.title) for one in served_catalog().list_occupations()}
    assert not WORDS & titles
    assert means_no_job(" Between Jobs ")
    assert not means_no_job("student teacher")
    assert may_mean_no_job("unem")
    assert not may_mean_no_job("un")


def test_suggestions_offer_no_job_where_one_starts(client: Client) -> None:
    def titles(address: str) -> list[str]:
        return [one["title"] for one in client.get(address).json()["suggestions"]]

    assert titles("/suggest?q=unemployed&for=start") == ["I have no job now"]
    assert titles("/suggest?q=stud&for=start")[0] == "I have no job now"
    assert "I have no job now" not in titles("/suggest?q=unemployed")
    assert "I have no job now" not in titles("/suggest?q=nurse&for=start")


def test_what_is_left_out_beside_a_job_is_said(client: Client) -> None:
    text = text_of(client, f"{PLAN}&state=OH&goal_pay=60000&no_degree=1")
    assert "You named a job, so we left this out: “A job with typical pay of at least" in text
    assert "A job that needs no degree”" in text
    assert "left out:" not in text_of(client, f"{PLAN}&state=OH")
    text = text_of(client, "/plan?from=cashier&goal_pay=50000&level=entry&state=OH")
    assert "A level only counts together with a pathway" in text


def test_an_outcome_is_easy_to_find_without_a_job(client: Client) -> None:
    opened = "<details open><summary>No job in mind? Say what you want from one"
    assert opened in text_of(client, "/plan")
    assert opened not in text_of(client, f"{PLAN}&state=OH")


def test_one_line_tells_the_answer_and_leads_to_it(client: Client) -> None:
    def news(address: str) -> str:
        text = " ".join(text_of(client, address).split())
        return re.findall(r'id="plan-news"[^>]*> ?(.*?) ?</p>', text)[0]

    assert re.match(
        r'<a href="#options">\d+ routes?</a> with figures for Ohio', news(f"{PLAN}&state=OH")
    )
    assert "figures for the United States" in news(PLAN)
    assert news(f"{PLAN}&max_months=3") == '<a href="#no-way">No route</a> with these limits'
    assert news("/plan") == ""


def test_a_single_route_is_told_as_one(client: Client) -> None:
    address = "/plan.json?from=cashier&to=bank+teller&state=OH"
    assert len(client.get(address).json()["data"]["answer"]["plans"]) == 1
    text = text_of(client, address.replace(".json", ""))
    assert "In all 1 " not in text
    assert "The 1 here" not in text


def test_where_one_is_already_is_grammar(client: Client) -> None:
    text = text_of(client, "/plan?from=cashier&to=cashier")
    assert "Your job as a cashier already meets your goal." in text


def test_a_wrong_choice_is_told_in_grammar(client: Client) -> None:
    text = text_of(client, "/assess?questions=foo", 400)
    assert "“foo” is not among the choices of “questions”: adaptive, short, full, skills." in text


def test_files_are_named_by_the_question(client: Client) -> None:
    text = text_of(client, f"{PLAN}&state=OH")
    name = "nursing-assistant-to-registered-nurse-oh"
    assert f'download="{name}.json"' in text
    response = client.get(f"{PLAN}&state=OH".replace("/plan?", "/plan.ics?"))
    assert f'filename="{name}.ics"' in response.headers["Content-Disposition"]


def test_codes_may_be_named_again(client: Client) -> None:
    data = client.get("/compare.json?codes=29-1141.00&codes=29-2061.00,31-1131.00").json()
    assert len(data["data"]["compared"]) == 3
    assert data["title"] == (
        "Compare Registered Nurses, Licensed Practical and Licensed Vocational Nurses "
        "and Nursing Assistants"
    )


def test_an_unknown_title_is_compared_with_what_search_finds(client: Client) -> None:
    found = client.get("/search.json?q=driver").json()["data"]["occupations"]
    unknown = client.get("/compare.json?codes=driver").json()["data"]["unknown"]
    assert unknown == [["driver", [one["title"] for one in found[:4]]]]


def test_methods_speak_to_programs(client: Client) -> None:
    assert 'href="/openapi.json"' in text_of(client, "/methods")


def test_what_a_browser_remembers_fills_only_what_has_no_answer(client: Client) -> None:
    """The marks that scripts go by; what they do stands in `tests/e2e/test_journeys.py`."""
    for address in ("/", "/plan", "/plan?state=OH"):
        text = text_of(client, address)
        assert 'data-remember-place="fill"' in text
        assert "data-profile-fills" in text
    for address in (
        PLAN,
        "/plan?from=cashier",
        "/occupations/29-1141.00",
        "/compare?codes=29-1141.00",
    ):
        text = text_of(client, address)
        assert "data-remember-place" in text
        assert '="fill"' not in text
        assert "data-profile-fills" not in text
        assert 'autocomplete="off"' in text


def test_the_last_job_counts_for_who_has_none_now(client: Client) -> None:
    query = "from=cashier&from=no+job&to=registered+nurse&state=OH"
    text = client.get(f"/plan?{query}").content.decode()
    assert 'name="from" value="no job" checked' in text
    assert "Your work as cashier counts as experience" in text
    answer = client.get(f"/plan.json?{query}").json()["data"]["answer"]
    assert [one["occupation"] for one in answer["request"]["start"]["past"]] == ["cashier"]
    assert "job" not in answer["request"]["start"]
    # Staying put is going back to the last job: a cashier's pay, not none.
    assert "Staying put means going back to that work." in text
    assert 20_000 < answer["plans"][0]["money"]["stay_pay_usd"] < 40_000


def test_an_unclear_last_job_and_a_job_to_stay_out_of_keep_the_form(client: Client) -> None:
    for query in ("from=driver&from=no+job", "from=cashier&avoid=xqzzy"):
        response = client.get(f"/plan?{query}&to=registered+nurse&state=OH&max_months=60")
        assert response.status_code == 404
        text = response.content.decode()
        assert 'value="60"' in text
        assert "plan-form" in text


def test_no_degree_is_earned_on_the_way_to_work_that_needs_none(client: Client) -> None:
    body = client.get("/plan.json?from=cashier&goal_pay=50000&no_degree=1&state=TX").json()
    degrees = {"associate", "bachelor", "master", "professional", "doctoral"}
    for plan in body["data"]["answer"]["plans"]:
        assert not degrees & {step["credential"] for step in plan["steps"]}


def test_schooling_beside_no_job_is_no_last_job(client: Client) -> None:
    text = client.get("/plan?from=high+school&from=no+job&to=electrician&state=TX").content.decode()
    assert "From no job (high school or GED) to electrician" in text
    assert "counts as experience" not in text


def test_a_student_says_the_grade_and_is_told_the_years_to_the_diploma(client: Client) -> None:
    data = client.get("/plan.json?from=10th+grade&to=registered+nurse&state=OH").json()["data"]
    start = data["answer"]["request"]["start"]
    assert "job" not in start
    assert start["education"] == "high-school"
    assert "2 more years of school after this one" in data["remarks"][0]


def test_the_last_job_of_who_has_none_leads_to_next_steps(client: Client) -> None:
    data = client.get("/plan.json?from=cashier&from=no+job&state=OH").json()["data"]
    assert data["next_steps"]
