"""The plan page: options, limits, no-way answers with relaxations, files."""

from __future__ import annotations

import re
from html import unescape

from django.test import Client

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


def test_schooling_is_a_start(client: Client) -> None:
    body = client.get("/plan.json?from=high+school&to=electrician").json()["data"]
    assert body["answer"]["request"]["start"]["education"] == "high-school"
    assert body["answer"]["plans"]


def test_where_next_without_a_goal(client: Client) -> None:
    text = text_of(client, "/plan?from=cashier")
    assert "Steps others take from here" in text
    assert re.search(r'href="/plan\?from=cashier[^"]*to=\d\d-', text)


def test_calendar(client: Client) -> None:
    response = client.get(QUESTION.replace("/plan?", "/plan.ics?") + "&start=2027-01-31")
    assert response.headers["Content-Type"].startswith("text/calendar")
    lines = response.content.decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2] == "END:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20270131" in lines
    assert all(len(line.encode()) <= 75 for line in lines)
    assert client.get(QUESTION.replace("/plan?", "/plan.ics?") + "&start=soon").status_code == 400


def test_pdf(client: Client) -> None:
    response = client.get(QUESTION.replace("/plan?", "/plan.pdf?") + "&show=plan-1")
    assert response.status_code == 200
    assert response.content.startswith(b"%PDF-")
    name = 'filename="nursing-assistants-to-registered-nurses-oh.pdf"'
    assert name in response.headers["Content-Disposition"]


def test_no_plan_no_file(client: Client) -> None:
    assert client.get(QUESTION.replace("/plan?", "/plan.pdf?") + "&max_months=1").status_code == 404


def test_messages_do_not_speak_of_the_command_line(client: Client) -> None:
    for address in (QUESTION, "/plan?from=cashier&pathway=none", "/clusters/none"):
        text = re.sub(r"<[^>]+>", " ", client.get(address).content.decode())
        assert " --" not in text
        assert "careerlattice clusters" not in text
