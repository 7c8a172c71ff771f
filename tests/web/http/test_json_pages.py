"""Every page answers as JSON with release and credits that says what the page says."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client

from careerlattice.web.http.addresses import json_address


def json_question(address: str) -> str:
    path, _mark, query = address.partition("?")
    return json_address(path) + (f"?{query}" if query else "")


@pytest.mark.slow
def test_json_page_of_every_page(client: Client, address: str) -> None:
    html = client.get(address)
    json_response = client.get(json_question(address))
    assert json_response.status_code == html.status_code
    assert json_response.headers["Content-Type"].startswith("application/json")
    body = json.loads(
        json_response.content, parse_constant=lambda name: (_ for _ in ()).throw(ValueError(name))
    )
    assert body["release"].startswith("20")
    assert not re.findall(r"\d\.\d{7,}", json_response.content.decode())
    assert body["title"]
    assert isinstance(body["data"], dict)
    assert all(credit["credit"] for credit in body["credits"])
    assert f'href="{json_question(address).replace("&", "&amp;")}"' in html.content.decode()


def test_problem_of_every_mistake(client: Client, trouble: tuple[str, int]) -> None:
    json_response = client.get(json_question(trouble[0]))
    assert json_response.status_code == trouble[1]
    body = json.loads(json_response.content)
    if json_response.headers["Content-Type"] == "application/problem+json":
        assert body["status"] == trouble[1]
        assert body["detail"]


def test_page_and_json_page_agree(client: Client) -> None:
    body = client.get("/occupations/29-1141.00.json?state=OH").json()
    text = client.get("/occupations/29-1141.00?state=OH").content.decode()
    pay = body["data"]["pay_here"]["p50"]
    assert pay["provenance"]["area"] == "Ohio"
    assert f"${pay['value']:,.0f}" in text
    assert body["data"]["occupation"]["onet_soc_code"] == "29-1141.00"
    assert "bls-oews" in [credit["source"] for credit in body["credits"]]


def test_plan_as_json_is_the_library_answer(client: Client) -> None:
    from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start
    from careerlattice.web.app_state import served_planner

    body = client.get("/plan.json?from=nursing+assistant&to=registered+nurse&state=OH").json()
    answer = served_planner().plan(
        PlanRequest(Start(PastJob("nursing assistant")), Goal("registered nurse"), state="OH")
    )
    assert body["data"]["answer"] == json.loads(json.dumps(answer.to_dict()))


def test_json_ld_of_an_occupation(client: Client) -> None:
    text = client.get("/occupations/29-1141.00").content.decode()
    inside = text.split('<script type="application/ld+json">')[1].split("</script>")[0]
    value = json.loads(inside)
    assert value["@type"] == "Occupation"
    assert value["name"] == "Registered Nurses"
    assert value["estimatedSalary"][0]["median"] > 0
