"""Answers field by field against the published shapes of O*NET Web Services, version 2.

A shape lists what an object holds: `name?` may be missing, a list of one shape is an array of such,
and nothing else may be there, since every object of the service is closed.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

URL = "url"
Shape = Any
PAGE = {"start": int, "end": int, "total": int, "prev?": URL, "next?": URL}
TAGS = {"bright_outlook?": bool}
OCC = {"href": URL, "code": str, "title": str, "tags": TAGS}
ZONE = {"code": int, "title": str}
REF = {"href": URL, "title": str}
LINK = {**REF, "code": str}
LINK_MAYBE = {**REF, "code?": str}
NUMBERED = {**REF, "code": int}
NUMBERED_MAYBE = {**REF, "code?": int}
NAMED = {"id": str, "name": str}
EL = {**NAMED, "related": URL, "description": str}
SCORED = {**EL, "importance?": int}
ACT = {"id": str, "title": str}
TECH = {
    "title": str,
    "href": URL,
    "hot_technology?": bool,
    "in_demand?": bool,
    "percentage?": int,
}
PLACE = {"code": str, "title": str}
ZONED = {**OCC, "job_zone?": ZONE}
GROUPS = [{**NAMED, "element": [NAMED]}]
SALARY = {
    "soc_code": str,
    **{
        f"{when}_{what}{over}?": float
        for when in ("annual", "hourly")
        for what in ("10th_percentile", "median", "90th_percentile")
        for over in ("", "_over")
    },
}
ZONE_TEXTS = {"title": str, "experience": str, "training": str, "education": str}
ZONE_REPORT = {
    "code": int,
    "title": str,
    "education": str,
    "related_experience": str,
    "job_training": str,
    "job_zone_examples": str,
    "svp_range": str,
}
NODE: dict[str, Any] = {"href?": URL, "id": str, "name": str, "description": str}
NODE["child?"] = [NODE]
LEVEL = {"level": int, "description": str}
SKILL = {"code": str, "title": str, "level?": int, "importance?": int}
CODED = {"code": str, "title": str, "description": str}
RN = "29-1141.00"
MNM = f"mnm/careers/{RN}"
REPORT = f"online/occupations/{RN}"
ANSWERS = "12345" * 6


def page(name: str, row: Shape, **more: Shape) -> dict[str, Shape]:
    """A page of rows."""
    return {**PAGE, **more, name: [row]}


SAMPLE: tuple[tuple[str, Shape], ...] = (
    ("", [REF]),
    (
        "about/",
        {
            "taxonomy": {"url": str, "name": str},
            "database": {"url": str, "name": str},
            "api_version": str,
        },
    ),
    ("mnm/", [REF]),
    ("mnm/search?keyword=nurse", page("career", OCC)),
    ("mnm/careers/?start=21&end=30", page("career", OCC)),
    ("mnm/career_clusters/", [{**LINK, "cluster_grouping": str}]),
    (
        "mnm/career_clusters/040200",
        page(
            "career",
            OCC,
            summary={
                "title": str,
                "overview": str,
                "sub_clusters": [str],
                "example_programs": [str],
                "source_url": str,
            },
        ),
    ),
    ("mnm/bright_outlook/", [LINK]),
    ("mnm/bright_outlook/grow", page("career", OCC, summary={"title": str})),
    ("mnm/interests/social", page("career", OCC, summary={"title": str, "description": str})),
    ("mnm/job_preparation/", [NUMBERED]),
    ("mnm/job_preparation/3", page("career", OCC, summary=ZONE_TEXTS)),
    (
        f"{MNM}/",
        {
            "code": str,
            "title": str,
            "tags": TAGS,
            "also_called?": [{"title": str, "summary": bool}],
            "what_they_do": str,
            "on_the_job": [str],
            "word_cloud_terms?": [str],
            "career_video?": bool,
            "contents": [REF],
        },
    ),
    (f"{MNM}/knowledge", GROUPS),
    (f"{MNM}/skills", GROUPS),
    (f"{MNM}/abilities", GROUPS),
    (
        f"{MNM}/personality",
        {
            "top_interest?": {"id": str, "name": str, "description": str},
            "work_styles?": [NAMED],
        },
    ),
    (
        f"{MNM}/technology",
        [
            {
                "code": int,
                "title": str,
                "example?": [
                    {
                        "title": str,
                        "hot_technology?": bool,
                        "in_demand?": bool,
                        "percentage?": int,
                    }
                ],
            }
        ],
    ),
    (
        f"{MNM}/education",
        {
            "job_zone?": {"href": URL, "code": int, **ZONE_TEXTS},
            "education_usually_needed?": [str],
        },
    ),
    (
        f"{MNM}/job_outlook",
        {
            "outlook": {"category": str, "description": str},
            "bright_outlook?": [LINK],
            "salary": SALARY,
        },
    ),
    (f"{MNM}/check_out_my_state", [{"code": str, "name": str, "job_outlook": str}]),
    (f"{MNM}/explore_more", {"careers?": [OCC], "industries?": [dict]}),
    (
        "mnm/interestprofiler/questions?end=60",
        page(
            "question",
            {"index": int, "area": str, "text": str},
            answer_option=[{"value": int, "name": str}],
        ),
    ),
    (
        f"mnm/interestprofiler/results?answers={ANSWERS}",
        {
            "careers?": URL,
            "result": [{**LINK, "description": str, "score": int}],
        },
    ),
    (
        "mnm/interestprofiler/job_zones",
        [{"code": int, **ZONE_TEXTS, "examples": str, "svp_range": str}],
    ),
    (
        f"mnm/interestprofiler/careers?answers={ANSWERS}&zone=3",
        page("career", {**OCC, "fit?": str}),
    ),
    ("mnm/interestprofiler/interests/", [{**LINK, "description": str, "score?": int}]),
    (
        "veterans/military?keyword=11B&branch=army",
        page(
            "career",
            {**OCC, "match_type": str, "preparation_needed?": str, "pay_grade?": str},
            **{"military_match?": [{"branch": str, "code": str, "title": str, "active": bool}]},
        ),
    ),
    ("online/search?keyword=nurse&start=1&end=5", page("occupation", OCC)),
    (
        "online/occupations/?sort=code",
        page("occupation", {**OCC, "datalevel": bool, "zone?": ZONE}),
    ),
    ("online/career_clusters/", [{**LINK_MAYBE, "cluster_grouping?": str}]),
    (
        "online/career_clusters/all?sort=title",
        page("occupation", {**OCC, "career_cluster": [LINK], "sub_cluster": [LINK]}),
    ),
    (
        "online/career_clusters/sub_clusters/040201",
        page(
            "occupation",
            OCC,
            summary={
                "title": str,
                "overview": str,
                "detail?": str,
                "example_programs": [str],
                "source_url": str,
            },
            cluster=LINK,
        ),
    ),
    ("online/bright_outlook/all", page("occupation", {**OCC, "category": [PLACE]})),
    ("online/job_families/", [LINK_MAYBE]),
    ("online/job_families/all?sort=family", page("occupation", {**OCC, "job_family": PLACE})),
    ("online/job_zones/", [NUMBERED_MAYBE]),
    ("online/job_zones/all?sort=job_zone", page("occupation", {**OCC, "job_zone": ZONE})),
    (
        "online/stem_occupations/all",
        page(
            "occupation",
            {
                **OCC,
                "job_family": PLACE,
                "stem_occupation_type?": [{"code": int, "title": str}],
            },
        ),
    ),
    ("online/hot_technology/", [{**REF, "job_postings?": int}]),
    (
        "online/hot_technology/Python",
        page(
            "occupation",
            {**ZONED, "in_demand": bool, "percentage?": int},
            **{"summary?": dict, "category": [NUMBERED]},
        ),
    ),
    ("online/onet_data/", [REF]),
    ("online/onet_data/abilities/", [NODE]),
    (
        "online/onet_data/skills_basic/2.A.1.a?sort=level",
        page(
            "occupation",
            {**ZONED, "level?": int, "level_not_relevant?": bool, "importance?": int},
            **{"summary": {**NAMED, "description": str}, "example?": [LEVEL]},
        ),
    ),
    (
        "online/onet_data/interests/SI",
        page(
            "occupation",
            {**ZONED, "interest_code": str, "featured?": bool},
            summary=[{**NAMED, "interest_code": str, "description": str}],
        ),
    ),
    (
        "online/soft_skills/",
        {name: [{**CODED, "example": [LEVEL]}] for name in ("social", "thinking")},
    ),
    (
        "online/soft_skills/results?skills=2.B.1.a,2.A.2.a",
        page("occupation", {**ZONED, "skills_matched": [SKILL], "skills_other": [SKILL]}),
    ),
    (
        f"online/related_activities/results/{RN}?activities=4.A.1.a.2.I05.D07",
        page(
            "occupation",
            {**ZONED, "activities": {"shared": [ACT], "similar": [ACT], "full": [ACT]}},
        ),
    ),
    (
        "online/technology/examples/search?keyword=excel",
        page("example", REF),
    ),
    ("online/technology/categories/search?keyword=data", page("category", NUMBERED)),
    (
        "online/crosswalks/ESCO?keyword=nurse",
        page("match", {**PLACE, "occupation": [OCC]}),
    ),
    (
        f"{REPORT}/",
        {
            "code": str,
            "title": str,
            "tags": TAGS,
            "description": str,
            "sample_of_reported_titles?": [str],
            "also_see?": [OCC],
            "bright_outlook?": [PLACE],
            "updated?": dict,
            "summary_contents": [REF],
            "details_contents": [REF],
            "custom_contents": [REF],
        },
    ),
    (f"{REPORT}/summary/skills", page("element", EL)),
    (f"{REPORT}/details/skills?sort=name", page("element", SCORED)),
    (f"{REPORT}/details/knowledge", page("element", SCORED)),
    (f"{REPORT}/details/abilities", page("element", SCORED)),
    (f"{REPORT}/details/work_activities", page("element", SCORED)),
    (f"{REPORT}/details/work_styles", page("element", SCORED)),
    (
        f"{REPORT}/details/tasks",
        page("task", {**ACT, "related": URL, "importance?": int, "category?": str}),
    ),
    (f"{REPORT}/summary/detailed_work_activities", page("activity", {**ACT, "related": URL})),
    (
        f"{REPORT}/summary/technology_skills",
        page(
            "category",
            {
                "code": int,
                "related": URL,
                "title": str,
                "example": [TECH],
                "example_more?": [TECH],
            },
            **{
                "hot_technology?": {"total": int, "href": URL},
                "in_demand_skills?": {"total": int, "href": URL},
            },
        ),
    ),
    (f"{REPORT}/summary/job_zone", ZONE_REPORT),
    (
        f"{REPORT}/details/education",
        {
            "response": [
                {
                    "code": int,
                    "title": str,
                    "description?": str,
                    "percentage_of_respondents?": int,
                }
            ]
        },
    ),
    (f"{REPORT}/summary/apprenticeship", page("example_title", str)),
    (f"{REPORT}/summary/interests", {"interest_code": str, "element": [EL]}),
    (
        f"{REPORT}/details/interests",
        page("element", {**EL, "occupational_interest?": int}),
    ),
    (
        f"{REPORT}/details/related_occupations",
        page("occupation", {**OCC, "supplemental?": bool}),
    ),
    (f"{REPORT}/hot_technology", page("example", TECH)),
    (
        f"{REPORT}/related/skills/2.A.1.a",
        {
            "summary": {**NAMED, "description?": str, "see_more": URL},
            "occupation": [OCC],
        },
    ),
    ("taxonomy/2010/active/", [REF]),
    ("taxonomy/2010/active/29-1141.00", {**CODED, "occupation": [CODED]}),
    (
        "database/",
        [{"info": URL, "rows": URL, "table_id": str, "title": str, "description": str}],
    ),
    (
        "database/info/occupations",
        {
            "rows": URL,
            "table_id": str,
            "title": str,
            "description": str,
            "data_dictionary": str,
            "download": dict,
            "column": [
                {
                    "column_id": str,
                    "optional": bool,
                    "title": str,
                    "description": str,
                    "type": str,
                    "format": str,
                }
            ],
        },
    ),
    ("database/rows/occupations?filter=job_zone.eq.5&sort=title", page("row", dict)),
)


def flaws(value: Any, shape: Shape, where: str = "") -> list[str]:
    """Where a value is not of its shape."""
    if shape == URL:
        fits = isinstance(value, str) and value.startswith("http://localhost/onet/v2/")
        return [] if fits else [f"{where}: {value!r} is no address of ours"]
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{where}: no list"]
        return [
            flaw for at, one in enumerate(value) for flaw in flaws(one, shape[0], f"{where}[{at}]")
        ]
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return [f"{where}: no object"]
        named = {name.removesuffix("?"): one for name, one in shape.items()}
        needed = {name for name in shape if not name.endswith("?")}
        found = [f"{where}: {name} is missing" for name in sorted(needed - value.keys())]
        found += [
            f"{where}: {name} is one too many" for name in sorted(value.keys() - named.keys())
        ]
        return found + [
            flaw
            for name, one in value.items()
            if name in named
            for flaw in flaws(one, named[name], f"{where}.{name}")
        ]
    kinds = (int, float) if shape is float else shape
    fits = isinstance(value, kinds) and (shape is bool or not isinstance(value, bool))
    return [] if fits else [f"{where}: {value!r} is no {shape.__name__}"]


def test_the_sample_is_large_enough() -> None:
    assert len(SAMPLE) >= 50
    assert len({address for address, _ in SAMPLE}) == len(SAMPLE)


@pytest.mark.parametrize(("path", "shape"), SAMPLE, ids=[one[0] or "root" for one in SAMPLE])
def test_an_answer_has_the_published_shape(client: Client, path: str, shape: Shape) -> None:
    response = client.get(f"/onet/v2/{path}")
    assert response.status_code == 200, response.content
    assert response["Content-Type"].startswith("application/json")
    assert flaws(response.json(), shape) == []


def test_a_flaw_would_be_found() -> None:
    occupation = {"href": "http://localhost/onet/v2/x", "code": "1", "title": "t", "tags": {}}
    assert flaws(occupation, OCC) == []
    assert flaws({**occupation, "own": 1}, OCC) == [": own is one too many"]
    assert flaws({**occupation, "href": "http://elsewhere/"}, OCC)
    assert flaws({"code": True}, {"code": int})
