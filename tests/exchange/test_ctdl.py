"""CTDL pathways: what is written holds together, and reads back as what it was."""

from __future__ import annotations

import copy
import io
import json
import re
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.errors import BadRequest
from careerlattice.exchange.ctdl import (
    beside_ours,
    from_ctdl,
    to_ctdl_ladder,
    to_ctdl_plan,
)
from careerlattice.exchange.ctdl.ladder import exits_of
from careerlattice.lattice.lattice import Lattice, open_lattice
from careerlattice.plan.answer import PlanAnswer
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start

CTID = re.compile(r"ce-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
# The terms of the published context that these documents use, in our own words.
CONTEXT = {
    "ceterms": "https://purl.org/ctdl/terms/",
    "asn": "http://purl.org/ASN/schema/core/",
    "ceasn": "https://purl.org/ctdlasn/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    **{
        term: {"@container": "@language"}
        for term in (
            "ceterms:name",
            "ceterms:description",
            "ceterms:frameworkName",
            "ceterms:targetNodeName",
            "skos:prefLabel",
            "ceasn:name",
        )
    },
    **{
        term: {"@type": "@id"}
        for term in (
            "ceterms:hasPart",
            "ceterms:isPartOf",
            "ceterms:ownedBy",
            "ceterms:hasDestinationComponent",
            "ceterms:isDestinationComponentOf",
            "ceterms:hasCondition",
            "ceterms:targetComponent",
            "ceterms:precedes",
            "ceterms:precededBy",
            "ceterms:occupationType",
            "ceterms:credentialType",
            "ceterms:targetNode",
            "ceterms:framework",
            "asn:hasProgressionModel",
            "asn:hasProgressionLevel",
            "skos:inScheme",
            "skos:hasTopConcept",
        )
    },
}
QUESTIONS = (
    ("nursing assistant", "registered nurse", "OH"),
    ("cashier", "electrician", "TX"),
    ("line cook", "accountant", "CA"),
    ("retail salesperson", "software developer", "WA"),
    ("security guard", "police officer", "FL"),
    ("welder", "welding engineer", "MI"),
    ("receptionist", "paralegal", "IL"),
    ("bookkeeper", "accountant", "NC"),
    ("paramedic", "physician assistant", "PA"),
)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The shipped release."""
    return open_release()


@pytest.fixture(scope="module")
def lattice(catalog: Catalog) -> Lattice:
    """Its moves."""
    return open_lattice(catalog)


@pytest.fixture(scope="module")
def answers(catalog: Catalog, lattice: Lattice) -> list[PlanAnswer]:
    """A few answers with plans."""
    planner = Planner(catalog, lattice.arrays)
    return [
        planner.plan(PlanRequest(Start(PastJob(a)), Goal(b), state=state))
        for a, b, state in QUESTIONS
    ]


def problems(document: dict[str, Any]) -> list[str]:
    """What does not hold together in a document of ours."""
    nodes = {node["@id"]: node for node in document["@graph"]}
    found = [f"{i} is no CTID" for i in nodes if not CTID.fullmatch(i.rpartition("/")[2])]
    if len(nodes) != len(document["@graph"]):
        found.append("an id stands twice")

    def look(value: Any, where: str) -> None:
        if isinstance(value, dict):
            for name, one in value.items():
                look(one, f"{where}.{name}")
        elif isinstance(value, list):
            for one in value:
                look(one, where)
        elif isinstance(value, str) and "/resources/ce-" in value and value not in nodes:
            found.append(f"{where}: {value} is not in the file")

    look(document["@graph"], "")
    for node in nodes.values():
        for relation, back in (("precedes", "precededBy"), ("precededBy", "precedes")):
            for other in node.get(f"ceterms:{relation}", ()):
                if node["@id"] not in nodes[other].get(f"ceterms:{back}", ()):
                    found.append(f"{node['@id']} {relation} {other} one way")
    return found


@pytest.mark.parametrize("pathway", ["2008-accounting", "2024-skilled-trades", "2008-construction"])
def test_a_ladder_holds_together_and_reads_back(
    catalog: Catalog, lattice: Lattice, pathway: str
) -> None:
    ladder = lattice.ladder(pathway)
    document = to_ctdl_ladder(catalog, ladder, "Ohio Works")
    assert problems(document) == []
    assert document == to_ctdl_ladder(catalog, ladder, "Ohio Works")
    taken = from_ctdl(json.loads(json.dumps(document)))
    assert (taken.name, taken.owner) == (ladder.pathway, "Ohio Works")
    assert {job.codes[0] for job in taken.jobs} == {one.code for one in ladder.occupations}
    levels = {job.codes[0]: job.level for job in taken.jobs}
    assert levels == {one.code: one.level.label for one in ladder.occupations}
    assert taken.remarks == ()


def test_a_ladder_of_several_ends_is_reached_with_any_one(
    catalog: Catalog, lattice: Lattice
) -> None:
    ladder = lattice.ladder("2008-therapeutic-services")
    taken = from_ctdl(to_ctdl_ladder(catalog, ladder))
    ends = exits_of(ladder)
    assert len(ends) > 1
    asked = taken.get(taken.destination).conditions[0]
    assert asked.number == 1
    assert {taken.get(target).codes[0] for target in asked.targets} == set(ends)


def test_a_job_asks_any_one_way_in_and_its_license(catalog: Catalog, lattice: Lattice) -> None:
    taken = from_ctdl(to_ctdl_ladder(catalog, lattice.ladder("2008-therapeutic-services")))
    nurse = next(job for job in taken.jobs if job.codes == ("29-1141.00",))
    ways, license_ = nurse.conditions
    assert ways.number == 1
    assert len(ways.alternatives) >= 2
    for way in ways.alternatives:
        assert way.number in (None, len(way.targets))
    kinds = {taken.get(target).kind for target in license_.targets}
    assert kinds == {"Credential"}


def test_a_plan_asks_before_each_job_what_it_does_before_it(
    catalog: Catalog, answers: list[PlanAnswer]
) -> None:
    seen = 0
    for answer in answers:
        for plan in answer.plans:
            document = to_ctdl_plan(catalog, answer, plan, "Ohio Works")
            assert problems(document) == []
            taken = from_ctdl(document)
            goal = taken.get(taken.destination)
            assert goal.codes == (str(plan.route[-1].code),)
            done = [one for one in plan.steps if one.kind.value not in ("search", "arrive")]
            asked = [
                target
                for job in taken.jobs
                for condition in job.conditions
                for target in condition.targets
            ]
            assert len(asked) == len(set(asked)) <= len(done)
            seen += 1
    assert seen >= 10


def test_nothing_of_the_person_but_jobs_and_learning_is_told(
    catalog: Catalog, lattice: Lattice
) -> None:
    start = Start(PastJob("nursing assistant", 37), pay_usd=31_234)
    request = PlanRequest(start, Goal("registered nurse"), state="OH")
    answer = Planner(catalog, lattice.arrays).plan(request)
    text = json.dumps(to_ctdl_plan(catalog, answer, answer.plans[0]))
    assert "31234" not in text
    assert "31,234" not in text
    assert " 37 " not in text


@pytest.mark.slow
def test_every_ladder_holds_together(catalog: Catalog, lattice: Lattice) -> None:
    ladders = [
        lattice.ladder(one.id)
        for one in catalog.list_pathways()
        if catalog.list_pathway_occupations(one.id)
    ]
    assert len(ladders) == 145
    for ladder in ladders:
        document = to_ctdl_ladder(catalog, ladder)
        assert problems(document) == [], ladder.id
        assert len(from_ctdl(document).jobs) == len(ladder.occupations)


@pytest.mark.slow
def test_the_public_validator_finds_no_error(
    catalog: Catalog, lattice: Lattice, answers: list[PlanAnswer], tmp_path: Path
) -> None:
    reason = "pip install ctdl-validate; it asks for Python 3.12 or later"
    validator = pytest.importorskip("ctdl_validate.cli", reason=reason)
    documents = [
        to_ctdl_ladder(catalog, lattice.ladder(one.id))
        for one in catalog.list_pathways()
        if catalog.list_pathway_occupations(one.id)
    ]
    documents += [
        to_ctdl_plan(catalog, answer, plan) for answer in answers for plan in answer.plans
    ]
    assert len(documents) >= 145 + 20
    path = tmp_path / "pathway.json"
    for document in documents:
        path.write_text(json.dumps(document), encoding="utf-8")
        with redirect_stdout(io.StringIO()) as told:
            assert validator.main([str(path), "--format", "json"]) == 0, told.getvalue()[:2000]


def test_it_expands_as_json_ld(catalog: Catalog, lattice: Lattice) -> None:
    jsonld = pytest.importorskip("pyld.jsonld", reason="pip install pyld")
    document = to_ctdl_ladder(catalog, lattice.ladder("2008-accounting"))

    def load(url: str, _options: Any) -> dict[str, Any]:
        assert url == document["@context"]
        return {
            "contextUrl": None,
            "documentUrl": url,
            "contentType": "application/ld+json",
            "document": {"@context": CONTEXT},
        }

    (whole,) = jsonld.expand(document, {"documentLoader": load})
    nodes = {node["@id"]: node for node in whole["@graph"]}
    assert len(nodes) == len(document["@graph"])
    terms = "https://purl.org/ctdl/terms/"
    pathway = next(one for one in nodes.values() if one["@type"] == [f"{terms}Pathway"])
    assert {one["@id"] for one in pathway[f"{terms}hasPart"]} <= nodes.keys()
    assert pathway[f"{terms}name"] == [{"@language": "en-us", "@value": "Accounting"}] or (
        pathway[f"{terms}name"][0]["@value"] == "Accounting"
    )
    # No property is lost because it has no term.
    sent = sum(len(node) - 2 for node in document["@graph"])
    kept = sum(len(node) - 2 for node in nodes.values())
    assert sent == kept


def test_the_forms_of_other_publishers_are_read() -> None:
    value = {
        "@graph": [
            {
                "@id": "p",
                "@type": ["ceterms:Pathway"],
                "ceterms:name": "Weld",
                "ceterms:offeredBy": {"@id": "http://x"},
                "ceterms:hasChild": [{"@id": "b"}],
                "ceasn:hasDestinationComponent": "b",
            },
            {
                "@id": "a",
                "@type": "ceterms:CourseComponent",
                "ceterms:name": {"es": "Curso", "en": "Course"},
                "ceterms:isPartOf": "p",
                "ceterms:preceeds": "b",
            },
            {
                "@id": "b",
                "@type": "ceterms:JobComponent",
                "ceterms:name": {"en-US": "Welder"},
                "ceterms:hasCondition": "c",
            },
            {
                "@id": "c",
                "@type": "ceterms:ComponentCondition",
                "ceterms:description": ["Take it"],
                "ceterms:targetComponent": {"@id": "a"},
                "ceterms:requiredNumber": 1,
            },
        ]
    }
    taken = from_ctdl(value)
    assert [one.name for one in taken.components] == ["Welder", "Course"]
    assert taken.get("a").precedes == ("b",)
    assert taken.get("b").conditions[0].targets == ("a",)
    assert "no O*NET-SOC code" in taken.remarks[0]
    assert taken.owner == "http://x"


def broken(**changes: Any) -> dict[str, Any]:
    """A small pathway with something wrong."""
    value: dict[str, Any] = {
        "@graph": [
            {
                "@id": "p",
                "@type": "ceterms:Pathway",
                "ceterms:hasPart": ["a"],
                "ceterms:hasDestinationComponent": "a",
            },
            {"@id": "a", "@type": "ceterms:JobComponent", "ceterms:name": "Cook"},
        ]
    }
    changed = copy.deepcopy(value)
    changed["@graph"][0].update(changes.get("pathway", {}))
    changed["@graph"][1].update(changes.get("job", {}))
    return changed


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({}, "no pathway"),
        ([], "no CTDL"),
        ("text", "no CTDL"),
        ({"@graph": [{"@id": "x", "@type": "ceterms:Course"}]}, "no pathway"),
        (broken(pathway={"ceterms:hasPart": ["a", "z"]}), "not in the file"),
        (broken(pathway={"ceterms:hasDestinationComponent": []}), "one destination"),
        (broken(pathway={"ceterms:hasPart": []}), "no components"),
        (
            broken(job={"ceterms:hasCondition": [{"ceterms:targetComponent": ["a"]}]}),
            "a circle",
        ),
    ],
)
def test_what_is_no_pathway_is_told(value: Any, said: str) -> None:
    with pytest.raises(BadRequest, match=said):
        from_ctdl(value)


@pytest.mark.slow
def test_conditions_that_unfold_into_more_and_more_are_refused() -> None:
    value = broken(job={"ceterms:hasCondition": ["c0"] * 10})
    value["@graph"] += [
        {"@id": f"c{n}", "ceterms:hasCondition": [f"c{n + 1}"] * 10} for n in range(15)
    ]
    with pytest.raises(BadRequest, match="more than 50,000 conditions"):
        from_ctdl(value)


def test_a_pathway_stands_beside_the_ladder_it_is_like(catalog: Catalog, lattice: Lattice) -> None:
    ladder = lattice.ladder("2008-accounting")
    found = beside_ours(catalog, lattice, from_ctdl(to_ctdl_ladder(catalog, ladder)))
    assert found.ladder.id == ladder.id
    assert found.only_ours == ()
    assert all(row.their_level == row.our_level for row in found.jobs)
    plain = broken(job={"ceterms:name": "Bookkeeping clerk"})
    other = beside_ours(catalog, lattice, from_ctdl(plain), "2008-accounting")
    assert other.jobs[0].occupation is not None
    assert other.jobs[0].occupation.code == "43-3031.00"
    with pytest.raises(BadRequest, match="None of the jobs"):
        beside_ours(catalog, lattice, from_ctdl(broken(job={"ceterms:name": "xqzwvj"})))
