"""The report on a career of My Next Move, below `mnm/careers/{code}/` and `veterans/careers/`."""

from __future__ import annotations

from functools import partial

from careerlattice.catalog.bright_outlook import outlook_class
from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.concentration import (
    Concentration,
    concentration_of,
    location_quotients,
)
from careerlattice.catalog.figures import Figure
from careerlattice.catalog.model import Occupation, Wage
from careerlattice.catalog.parameters import TOP_CODE_USD
from careerlattice.content.element_groups import group_of
from careerlattice.content.words import occupation_words
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.interests import Interest
from careerlattice.web.onet.ask import Ask, Json
from careerlattice.web.onet.military import branches_of
from careerlattice.web.onet.my_next_move import BY_RULE, area_description
from careerlattice.web.onet.route import Route, under
from careerlattice.web.onet.shapes import IMPORTANT, bright, career, prefix_of, tags, zone_link
from careerlattice.web.onet.technology import by_commodity, example_shape
from careerlattice.web.onet.zones import zone_summary
from careerlattice.wording.job_outlook import outlook_sentence

_TITLES, _SHORT_TITLES, _STYLES, _ELEMENTS, _MORE = 30, 4, 6, 6, 10
_PERCENTILES = {"p10": "10th_percentile", "p50": "median", "p90": "90th_percentile"}


def career_overview(ask: Ask) -> Json:
    """What the career is called, what people do in it, and the sections that follow."""
    one = ask.occupation
    words = occupation_words(one.code)
    # A title may be of two kinds.
    called = list(dict.fromkeys(title for title, _ in ask.catalog.list_titles(one.code)))[:_TITLES]
    found: Json = {"code": str(one.code), "title": one.title, "tags": tags(ask.catalog, one.code)}
    if called:
        found["also_called"] = [
            {"title": title, "summary": place < _SHORT_TITLES} for place, title in enumerate(called)
        ]
    found["what_they_do"] = words.what_they_do if words is not None else ""
    found["on_the_job"] = list(words.on_the_job) if words is not None else []
    if prefix_of(ask) == "veterans":
        sample = {branch: [job.title for job in jobs] for branch, jobs in branches_of(one).items()}
        found |= {"sample_of_military_titles": sample} if sample else {}
    here = f"{prefix_of(ask)}/careers/{one.code}"
    found["contents"] = [
        {"href": ask.url(here, path), "title": title} for path, title in _contents(ask.catalog, one)
    ]
    return found


def _contents(catalog: Catalog, one: Occupation) -> list[tuple[str, str]]:
    """The sections that have something to say."""
    rated = [(kind, kind.capitalize()) for kind in ("knowledge", "skills", "abilities")]
    found = rated if one.data_level == "rated" else []
    if one.data_level != "listed":
        found.append(("personality", "Personality"))
    if by_commodity(catalog, one.code):
        found.append(("technology", "Technology"))
    return [
        *found,
        ("education", "Education"),
        ("job_outlook", "Job Outlook"),
        ("check_out_my_state", "Check Out My State"),
        ("explore_more", "Explore More"),
    ]


def grouped_elements(ask: Ask, domain: str) -> list[Json]:
    """The most important elements of a domain in the groups of the content model."""
    groups: dict[str, Json] = {}
    if ask.occupation.data_level != "rated":
        return []
    rated = ask.catalog.list_ratings(ask.code, domain)
    for one in [one for one in rated if one.importance >= IMPORTANT][:_ELEMENTS]:
        group_id, name = group_of(one.element_id)
        group = groups.setdefault(
            group_id, {"id": group_id, "name": name or one.name, "element": []}
        )
        group["element"].append({"id": one.element_id, "name": one.name})
    return list(groups.values())


def personality(ask: Ask) -> Json:
    """The strongest interest, and the work styles that set the career apart."""
    code = ask.code
    found: Json = {}
    scores = ask.catalog.get_interests(code)
    if scores:
        area = Interest(max(scores, key=lambda name: scores[name]))
        found["top_interest"] = {
            "id": area.element_id,
            "name": area.value.title(),
            "description": area_description(area),
        }
    styles = ask.catalog.list_work_styles(code)
    apart = sorted(styles, key=lambda style: (-style.distinctiveness, -style.impact, style.name))
    if apart:
        found["work_styles"] = [
            {"id": style.element_id, "name": style.name} for style in apart[:_STYLES]
        ]
    return found


def technology(ask: Ask) -> list[Json]:
    """Software and tools by the kind of product."""
    return [
        {
            "code": commodity,
            "title": title,
            "example": [example_shape(row) for row in rows],
        }
        for (commodity, title), rows in by_commodity(ask.catalog, ask.code).items()
    ]


def education(ask: Ask) -> Json:
    """The job zone, and the schooling usually needed."""
    one = ask.occupation
    found: Json = {}
    if one.job_zone is not None:
        link = zone_link(ask, one.job_zone, prefix_of(ask), "job_preparation")
        found["job_zone"] = {**link, **zone_summary(ask, one.job_zone)}
    asked = open_requirements(ask.catalog).get_requirements(one.code)
    usual = sorted(asked.education, key=lambda share: -share.share)[:2]
    if usual and not asked.is_stand_in:
        found["education_usually_needed"] = [share.label for share in usual if share.share > 0]
    return found


def job_outlook(ask: Ask) -> Json:
    """National growth in words, why the outlook is bright, and pay."""
    code = ask.code
    outlook = outlook_class(ask.catalog, code)
    found: Json = {
        "outlook": {"category": outlook.value.title(), "description": outlook_sentence(outlook)}
    }
    reasons = bright(ask, code)
    if reasons:
        found["bright_outlook"] = reasons
    found["salary"] = salary(code, ask.catalog.get_wage(code))
    return found


def salary(code: OnetSocCode, wage: Wage) -> Json:
    """Yearly and hourly pay; what is at least the top code stands in a field that says so."""
    found: Json = {"soc_code": wage.p50.provenance.line or code.soc}
    for field, name in _PERCENTILES.items():
        figure: Figure = getattr(wage, field)
        if figure.value is not None:
            found[f"annual_{name}"] = int(figure.value)
        elif figure.status == "top-coded":
            found[f"annual_{name}_over"] = int(TOP_CODE_USD.value)
    for field, name in _PERCENTILES.items():
        by_hour = (wage.hourly or {}).get(field)
        if by_hour is not None and by_hour.value is not None:
            found[f"hourly_{name}"] = by_hour.value
    return found


def my_state(ask: Ask) -> list[Json]:
    """How common the job is in each state that publishes it, by name or most common first."""
    by = ask.choice("sort", ("name", "job_outlook"))
    areas = {area.code: area for area in ask.catalog.areas}
    order = list(Concentration)
    found = [
        (concentration_of(quotient), areas[code])
        for code, quotient in location_quotients(ask.catalog, ask.code).items()
    ]
    found.sort(key=lambda row: (order.index(row[0]) if by == "job_outlook" else 0, row[1].name))
    return [
        {"code": area.state, "name": area.name, "job_outlook": common.value.capitalize()}
        for common, area in found
    ]


def explore_more(ask: Ask) -> Json:
    """Careers like this one; no industries are held."""
    related = [one for one, _tier in ask.catalog.list_related(ask.code)]
    shown = [one for one in related if one.data_level != "listed" and not one.is_military]
    return {"careers": [career(ask, one) for one in shown[:_MORE]]} if shown else {}


_SECTIONS = (
    Route(
        "careers/{code}/",
        career_overview,
        "partly",
        remark="sentences are our own; no videos, no word cloud",
    ),
    Route("careers/{code}/knowledge", partial(grouped_elements, domain="knowledge")),
    Route("careers/{code}/skills", partial(grouped_elements, domain="skill")),
    Route("careers/{code}/abilities", partial(grouped_elements, domain="ability")),
    Route("careers/{code}/personality", personality, remark="descriptions in our own words"),
    Route(
        "careers/{code}/technology",
        technology,
        "partly",
        remark="no share of job postings (`percentage`)",
    ),
    Route("careers/{code}/education", education, remark="zone told in our own words"),
    Route("careers/{code}/job_outlook", job_outlook, "partly", remark=BY_RULE),
    Route(
        "careers/{code}/check_out_my_state",
        my_state,
        "partly",
        ("sort",),
        remark="how common the job is there (BLS OEWS); no state projections",
    ),
    Route("careers/{code}/explore_more", explore_more, "partly", remark="no industries"),
)
ROUTES = under(("mnm/", "veterans/"), _SECTIONS)
