"""Tools that look things up: occupations, how to get into one, titles of many people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NotRequired, TypedDict

from careerlattice.catalog.json_shapes import WageJson
from careerlattice.mcp.arguments import said
from careerlattice.mcp.served import AnswerJson, Served
from careerlattice.mcp.tool import Tool
from careerlattice.wording.understood import understood_text

OCCUPATION = "A job title as people say it, or an O*NET-SOC code such as 29-1141.00."
STATE = "A U.S. state, by name or postal code, for pay, licenses and schools."
METRO = "A metropolitan area such as 'Columbus, OH', in place of a state."
_SHOWN = 8
_TITLES = 10
_MOST_TITLES = 100


class NamedJson(TypedDict):
    """An occupation by its code and title."""

    onet_soc_code: str
    title: str


class FoundJson(TypedDict):
    """An occupation found: the title that matched, and how well (1 is an exact match)."""

    onet_soc_code: str
    title: str
    matched_title: str
    score: float
    job_zone: int | None
    what_they_do: str


class FindJson(AnswerJson):
    """Occupations that fit a wording, best first."""

    occupations: list[FoundJson]


@dataclass(frozen=True, kw_only=True)
class Find:
    """What to look for."""

    text: str = field(metadata=said("A job title, or the beginning of one."))
    limit: int = field(default=_SHOWN, metadata=said("How many at most.", low=1, high=50))


def find_occupation(served: Served, asked: Find) -> FindJson:
    """Occupations by any title they go by."""
    catalog = served.catalog
    hits = catalog.find_occupations(asked.text, asked.limit)
    rows: list[FoundJson] = []
    for hit in hits:
        one = catalog.occupation(hit.onet_soc_code)
        rows.append(
            {
                "onet_soc_code": str(one.code),
                "title": one.title,
                "matched_title": hit.matched_title,
                "score": hit.score,
                "job_zone": one.job_zone,
                "what_they_do": catalog.get_description(one.code),
            }
        )
    nothing = "" if rows else "No occupation goes by such a title. Try fewer or other words."
    return {**served.answer(("onet", "careerlattice"), [nothing]), "occupations": rows}


class OutlookJson(TypedDict):
    """National projections over ten years; `is_bright` by O*NET's published rule."""

    employment: float | None
    growth_pct: float | None
    openings_per_year: float | None
    is_bright: bool


class PathwayNameJson(TypedDict):
    """A pathway the occupation stands in."""

    id: str
    name: str
    cluster: str
    framework: str


class ExplainJson(AnswerJson):
    """What a person needs to know of an occupation."""

    onet_soc_code: str
    title: str
    also_called: list[str]
    what_they_do: str
    on_the_job: list[str]
    good_to_know: str
    job_zone: int | None
    pay: WageJson
    outlook: OutlookJson
    skills: list[str]
    knowledge: list[str]
    interests: dict[str, float]
    technology: list[str]
    related: list[NamedJson]
    pathways: list[PathwayNameJson]


@dataclass(frozen=True, kw_only=True)
class Explain:
    """Which occupation, and where pay is looked up."""

    occupation: str = field(metadata=said(OCCUPATION))
    state: str | None = field(default=None, metadata=said(STATE))
    metro: str | None = field(default=None, metadata=said(METRO))


def explain_occupation(served: Served, asked: Explain) -> ExplainJson:
    """An occupation: work, pay, outlook, what it asks, what is near it."""
    from careerlattice.catalog.bright_outlook import bright_outlook_of

    catalog = served.catalog
    resolved = catalog.resolve(asked.occupation)
    one, code = resolved.occupation, resolved.occupation.code
    words = catalog.get_words(code)
    pay = catalog.get_wage(code, catalog.areas.within(asked.state, asked.metro))
    outlook = catalog.get_outlook(code)
    stand_in = (
        f"Skills and knowledge are those of {catalog.occupation(one.stand_in).title}, the nearest "
        "occupation that is rated."
        if one.stand_in != code
        else ""
    )
    sources = ("onet", "bls-oews", "bls-projections", "careerlattice")
    return {
        **served.answer(
            sources, [understood_text(resolved.note), *pay.notes, *outlook.notes, stand_in]
        ),
        "onet_soc_code": str(code),
        "title": one.title,
        "also_called": [title for title, _kind in catalog.list_titles(code)[:_TITLES]],
        "what_they_do": catalog.get_description(code),
        "on_the_job": list(words.on_the_job) if words else [],
        "good_to_know": words.good_to_know if words else "",
        "job_zone": one.job_zone,
        "pay": pay.json_value(),
        "outlook": {
            "employment": outlook.employment.value,
            "growth_pct": outlook.growth_pct.value,
            "openings_per_year": outlook.openings_per_year.value,
            "is_bright": bool(bright_outlook_of(catalog, code)),
        },
        "skills": [row.name for row in catalog.list_ratings(code, "skill", _SHOWN)],
        "knowledge": [row.name for row in catalog.list_ratings(code, "knowledge", _SHOWN)],
        "interests": catalog.get_interests(code),
        "technology": catalog.list_technology(code, _TITLES),
        "related": [
            {"onet_soc_code": str(other.code), "title": other.title}
            for other, _tier in catalog.list_related(code)[:_SHOWN]
        ],
        "pathways": [
            {
                "id": pathway.id,
                "name": pathway.name,
                "cluster": pathway.cluster_name,
                "framework": pathway.framework,
            }
            for pathway in catalog.list_pathways_of(code)
        ],
    }


class SourceJson(TypedDict):
    """Where a statement comes from: its address if it has one, and how sure it is."""

    text: str
    address: str
    standing: str


class WayJson(TypedDict):
    """One way into the occupation, in sentences."""

    heading: str
    is_usual: bool
    sentences: list[str]
    note: str


class GateJson(TypedDict):
    """A license or certification; `is_asked` whether the typical worker must hold it."""

    name: str
    is_asked: bool
    sentences: list[str]


class NextJson(TypedDict):
    """An occupation that comes next, and what it takes."""

    onet_soc_code: str
    title: str
    text: str


class GetInJson(AnswerJson):
    """How to get into an occupation: any one of the ways, and all that is asked besides."""

    onet_soc_code: str
    title: str
    ways: list[WayJson]
    licenses: list[GateJson]
    of_the_person: list[str]
    state_license: str
    programs: list[str]
    next_steps: list[NextJson]
    sources: list[SourceJson]


def how_to_get_in(served: Served, asked: Explain) -> GetInJson:
    """What an occupation asks of who wants to enter it."""
    from careerlattice.requirements.requirements import open_requirements
    from careerlattice.wording.entry_gates import describe_entry
    from careerlattice.wording.licenses import license_summary

    catalog = served.catalog
    resolved = catalog.resolve(asked.occupation)
    code = resolved.occupation.code
    area = catalog.areas.within(asked.state, asked.metro)
    words = describe_entry(catalog, code, area.state)
    law = ""
    if area.state:
        to_get = open_requirements(catalog).find_licenses_to_get(code, area.state)
        if to_get.answer is not None:
            law = license_summary(to_get.answer, catalog.areas.of_state(area.state).name)
    programs = [f"{one.title} (CIP {one.cip_code})" for one in catalog.list_programs(code)]
    sources = ("ooh", "onet", "careeronestop", "nces-cip", "careerlattice")
    return {
        **served.answer(sources, [understood_text(resolved.note), *words.remarks]),
        "onet_soc_code": str(code),
        "title": resolved.occupation.title,
        "ways": [
            {
                "heading": way.heading,
                "is_usual": way.is_usual,
                "sentences": list(way.sentences),
                "note": way.note,
            }
            for way in words.ways
        ],
        "licenses": [
            {"name": gate.name, "is_asked": gate.is_asked, "sentences": list(gate.sentences)}
            for gate in words.licenses
        ],
        "of_the_person": list(words.person),
        "state_license": law,
        "programs": programs[:_TITLES],
        "next_steps": [
            {"onet_soc_code": str(step.code), "title": step.title, "text": step.text}
            for step in words.next_steps
        ],
        "sources": [
            {"text": one.text, "address": one.address, "standing": one.standing}
            for one in words.sources
        ],
    }


class CodedJson(TypedDict):
    """An occupation for a title; `score` is the estimated chance that it is right."""

    onet_soc_code: str
    title: str
    score: float


class CodedTitleJson(TypedDict):
    """A title with its occupations, best first; `is_unsure` where none is sure enough."""

    text: str
    is_unsure: bool
    occupations: list[CodedJson]
    note: NotRequired[str]


class CodeTitlesJson(AnswerJson):
    """Titles in the order given."""

    titles: list[CodedTitleJson]


@dataclass(frozen=True, kw_only=True)
class CodeTitles:
    """Which titles."""

    titles: tuple[str, ...] = field(
        metadata=said("Job titles as they stand in resumes or ads.", most=_MOST_TITLES)
    )
    limit: int = field(
        default=3,
        metadata=said("How many occupations for each.", low=1, high=10, former="top"),
    )


def code_titles(served: Served, asked: CodeTitles) -> CodeTitlesJson:
    """The occupations that free-text titles mean."""
    from careerlattice.match.titles.release_coder import suggest_occupations

    answers = suggest_occupations(served.catalog, list(asked.titles), asked.limit)
    rows: list[CodedTitleJson] = [
        {
            "text": text,
            "is_unsure": is_unsure,
            "occupations": [
                {
                    "onet_soc_code": str(one.onet_soc_code),
                    "title": one.title,
                    "score": round(one.score, 4),
                }
                for one in suggestions[: asked.limit]
            ],
        }
        for text, (suggestions, is_unsure) in zip(asked.titles, answers, strict=True)
    ]
    unsure = sum(row["is_unsure"] for row in rows)
    remark = f"{unsure} of {len(rows)} titles are too unsure to be answers." if unsure else ""
    return {**served.answer(("onet", "careerlattice"), [remark]), "titles": rows}


TOOLS = (
    Tool(
        "find_occupation",
        "Find an occupation",
        "Find U.S. occupations (O*NET-SOC 2019) by any title they go by; typing slips are "
        "forgiven. Use it when a title may mean several occupations, or to get a code.",
        Find,
        FindJson,
        find_occupation,
    ),
    Tool(
        "explain_occupation",
        "Explain an occupation",
        "What people in an occupation do, what it pays in a state or metropolitan area, its "
        "outlook, skills, interests and related occupations.",
        Explain,
        ExplainJson,
        explain_occupation,
    ),
    Tool(
        "how_to_get_in",
        "How to get into an occupation",
        "Every way into an occupation (school, course, apprenticeship, promotion …) with time "
        "and price, the licenses and conditions of the person it asks, the law of a state, and "
        "what comes next, with sources.",
        Explain,
        GetInJson,
        how_to_get_in,
    ),
    Tool(
        "code_titles",
        "Code job titles",
        "Turn up to 100 free-text job titles into occupation codes, with the chance that each "
        "is right; unsure ones are marked and should not be taken as answers.",
        CodeTitles,
        CodeTitlesJson,
        code_titles,
    ),
)
