"""What the compatible API says is what the release says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.web.onet.career_report import salary
from careerlattice.web.onet.routes import ROUTES
from devtools.onet_coverage import reference

RN = "29-1141.00"
PARTS = {
    "code": RN,
    "cluster": "040200",
    "sub_cluster": "040201",
    "category": "grow",
    "area": "social",
    "zone": "3",
    "industry": "62",
    "title": "Python",
    "commodity": "43232306",
    "domain": "skills",
    "letters": "SI",
    "family": "29-0000",
    "kind": "1",
    "source": "2010",
    "target": "active",
    "any_code": RN,
    "table_id": "clusters",
    "element": "2.A.1.a",
}
ELEMENTS = {
    "abilities": "1.A.1.a.1",
    "knowledge": "2.C.1.a",
    "skills_cf": "2.B.1.a",
    "work_activities": "4.A.1.a.1",
    "work_styles": "1.D.1.a",
}
QUERY = {
    "keyword": "nurse",
    "answers": "12345" * 6,
    "tasks": "1",
    "activities": "4.A.1.a.2.I05.D07",
    "skills": "2.B.1.a",
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The release served."""
    return open_release()


def get(client: Client, path: str, **query: str) -> Any:
    """The answer of an address."""
    answer = client.get(f"/onet/v2/{path}", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def filled(path: str) -> str:
    """An address with values in its place holders."""
    element = next((one for word, one in ELEMENTS.items() if f"/{word}/" in path), None)
    parts = {**PARTS, "element": element} if element else PARTS
    return re.sub(r"\{(\w+)\}", lambda place: parts[place[1]], path)


def test_every_address_of_the_table_answers(client: Client) -> None:
    for route in ROUTES:
        query = {name: QUERY[name] for name in route.query if name in QUERY}
        found = get(client, filled(route.path), **query)
        if route.coverage in ("not held", "with pull"):
            rows = found if isinstance(found, list) else list(found.values())[-1]
            assert rows == [], route.path


def test_no_address_stands_twice_and_each_is_explained() -> None:
    paths = [route.path for route in ROUTES]
    assert len(paths) == len(set(paths))
    assert not [route.path for route in ROUTES if route.coverage == "partly" and not route.remark]


def test_the_table_of_coverage_is_up_to_date() -> None:
    path = Path(__file__).parents[3] / "docs" / "reference" / "onet-api-coverage.md"
    assert path.read_text(encoding="utf-8") == reference(), "run: make reference"


def test_ratings_are_those_of_the_release(client: Client, catalog: Catalog) -> None:
    page = get(client, f"online/occupations/{RN}/details/skills", end="100")
    told = {one["id"]: one["importance"] for one in page["element"]}
    rated = catalog.list_ratings(OnetSocCode(RN), "skill")
    assert told == {one.element_id: round((one.importance - 1) / 4 * 100) for one in rated}
    order = [one["importance"] for one in page["element"]]
    assert order == sorted(order, reverse=True)
    summary = get(client, f"online/occupations/{RN}/summary/skills", end="100")
    assert {one["id"] for one in summary["element"]} == {e for e, v in told.items() if v >= 50}


def test_a_stand_in_is_never_told_as_the_occupation_itself(
    client: Client, catalog: Catalog
) -> None:
    bare = next(one for one in catalog.list_occupations() if one.data_level == "listed")
    page = get(client, f"online/occupations/{bare.code}/details/skills")
    assert page["total"] == 0
    report = get(client, f"online/occupations/{bare.code}/")
    assert not {"Skills", "Education", "Job Zone"} & {
        one["title"] for one in report["details_contents"]
    }
    assert get(client, f"online/occupations/{bare.code}/details/education") == {"response": []}


def test_pay_at_the_top_code_stands_in_its_own_field(catalog: Catalog) -> None:
    wage = catalog.get_wage(OnetSocCode(RN))
    topped = replace(wage, p90=replace(wage.p90, value=None, status="top-coded"))
    pay = salary(OnetSocCode(RN), topped)
    assert "annual_90th_percentile" not in pay
    assert pay["annual_90th_percentile_over"] == 239_200


def test_pay_by_the_hour_stays_by_the_hour(client: Client) -> None:
    pay = get(client, "mnm/careers/27-2011.00/job_outlook")["salary"]
    assert pay["hourly_median"] > 0
    assert "annual_median" not in pay


def test_pay_is_that_of_the_nation(client: Client, catalog: Catalog) -> None:
    pay = get(client, f"mnm/careers/{RN}/job_outlook")["salary"]
    assert pay["annual_median"] == catalog.get_wage(OnetSocCode(RN)).p50.value
    assert pay["soc_code"] == "29-1141"


def test_a_report_names_only_sections_that_hold_something(client: Client) -> None:
    for kind in ("summary", "details"):
        for one in get(client, f"online/occupations/{RN}/")[f"{kind}_contents"]:
            path = one["href"].partition("/onet/v2/")[2]
            found = get(client, path)
            assert found.get("total", 1) > 0, path


def test_answers_of_one_liking_rank_its_careers_first(client: Client) -> None:
    questions = get(client, "mnm/interestprofiler/questions_30", end="30")["question"]
    answers = "".join("5" if one["area"] == "social" else "1" for one in questions)
    result = get(client, "mnm/interestprofiler/results", answers=answers)["result"]
    scores = {one["code"]: one["score"] for one in result}
    assert scores["social"] == 40
    assert max(scores, key=lambda area: scores[area]) == "social"
    careers = get(client, "mnm/interestprofiler/careers", answers=answers)["career"]
    assert careers[0]["fit"] == "Best"
    top = get(client, f"online/occupations/{careers[0]['code']}/summary/interests")
    assert top["interest_code"][0] == "S"


def test_filters_of_rows_hold(client: Client) -> None:
    rows = get(client, "database/rows/occupations", filter="title.contains.NURS", end="100")["row"]
    assert rows
    assert all("nurs" in row["title"].lower() for row in rows)
    none = get(client, "database/rows/clusters", filter="grouping.na", end="100")["row"]
    assert none
    assert all("grouping" not in row for row in none)
    not_nurses = get(client, "database/rows/occupations", filter="title.ncontains.nurs")
    assert not_nurses["total"] == 1016 - len(rows)
    dates = get(client, "database/rows/licenses", filter="updated.onafter.2024-01-01", end="5")
    assert all(row["updated"] >= "2024-01-01" for row in dates["row"])


def test_several_filters_all_hold(client: Client) -> None:
    answer = client.get(
        "/onet/v2/database/rows/wages",
        {"filter": ["area_code.eq.S39", "p50.gte.100000"], "sort": "p50.descending", "end": "5"},
    ).json()
    pays = [row["p50"] for row in answer["row"]]
    assert pays == sorted(pays, reverse=True)
    assert {row["area_code"] for row in answer["row"]} <= {"S39"}
