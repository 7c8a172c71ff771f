"""The report of a plan: what stands in it, as HTML and as tagged PDF."""

from __future__ import annotations

import io
import re
from datetime import date
from functools import cache
from html import unescape

import pypdf
import pytest
from tinyhtml5.parser import HTMLParser

from careerlattice.catalog.catalog import open_release
from careerlattice.lattice.lattice import open_lattice
from careerlattice.plan.answer import PlanAnswer
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start
from careerlattice.report.html_page import render_html
from careerlattice.report.model import Bullets, Facts, Paragraph, Report, Section, Table
from careerlattice.report.pdf import render_pdf
from careerlattice.report.plan_report import build_plan_report
from careerlattice.report.route_picture import BAR_Y, route_svg
from careerlattice.vocab.amounts import rough_usd
from careerlattice.vocab.titles import singular_title

JOURNEYS = (
    ("nursing assistant", "registered nurse", "OH"),
    ("construction laborer", "construction manager", "TX"),
    ("cashier", "accountant", None),
)


@cache
def answer_of(start: str, goal: str, state: str | None) -> PlanAnswer:
    catalog = open_release()
    planner = Planner(catalog, open_lattice(catalog).arrays)
    return planner.plan(PlanRequest(Start(PastJob(start)), Goal(goal), state=state))


@pytest.mark.slow
@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda one: one[1])
def test_two_to_four_tagged_pages(journey: tuple[str, str, str | None]) -> None:
    answer = answer_of(*journey)
    for plan in answer.plans:
        reader = pypdf.PdfReader(io.BytesIO(render_pdf(build_plan_report(answer, plan))))
        root = reader.trailer["/Root"]
        assert 2 <= len(reader.pages) <= 4
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == "en-us"
        assert "pdfuaid" in reader.xmp_metadata.rdf_root.ownerDocument.toxml()  # type: ignore[union-attr]
        # Titles wrap in the narrow columns of the timetable.
        text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
        for step in plan.steps:
            assert step.title.split(":")[0] in text


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda one: one[1])
def test_html_is_valid_and_says_every_figure(journey: tuple[str, str, str | None]) -> None:
    answer = answer_of(*journey)
    plan = answer.plans[0]
    text = render_html(build_plan_report(answer, plan))
    parser = HTMLParser(namespace_html_elements=False)
    parser.parse(text)
    assert parser.errors == []
    assert plan.money.is_told
    for gain in (plan.money.gain_npv, plan.money.gain_npv_low, plan.money.gain_npv_high):
        assert rough_usd(gain, sign=True) in text
    for year in plan.money.years:
        assert f"${year.stay:,.0f}" in text
    for credit in answer.credits:
        assert credit in unescape(text)
    assert answer.release in text


def test_a_short_course_is_told_with_its_length() -> None:
    answer = answer_of("security guard", "police officer", "TX")
    text = unescape(render_html(build_plan_report(answer, answer.plans[0])))
    assert "<h3>Take a short course: Police academy</h3>" in text
    assert "736 hours" in text


def test_pay_by_the_hour_is_told_as_such() -> None:
    answer = answer_of("waiter", "actor", None)
    plan = answer.plans[0]
    assert plan.pay_at_goal.is_hourly
    text = unescape(render_html(build_plan_report(answer, plan)))
    assert f"half earn {plan.pay_at_goal.spoken()[1]} or more" in text
    assert "This is pay by the hour" in text
    assert f"${plan.pay_at_goal.p50:,.0f}" not in text


def test_same_request_same_bytes() -> None:
    answer = answer_of(*JOURNEYS[0])
    plan = answer.plans[0]
    assert render_html(build_plan_report(answer, plan)) == render_html(
        build_plan_report(answer, plan)
    )


def test_hostile_words_are_escaped() -> None:
    bad = "<script>alert(1)</script>&\"'"
    blocks = (
        Paragraph(bad),
        Bullets((bad,)),
        Facts(((bad, bad),)),
        Table(bad, (bad, bad), ((bad, bad),)),
    )
    text = render_html(Report(bad, bad, (Section(bad, blocks),), bad, (bad,)))
    assert "<script" not in text
    assert text.count("&lt;script&gt;") >= 11


def test_the_picture_shows_every_step_and_the_goal() -> None:
    for plan in answer_of(*JOURNEYS[0]).plans:
        svg = route_svg(plan)
        arrivals = [step for step in plan.steps if step.kind == "arrive"]
        assert svg.count("<circle") == len(arrivals)
        assert plan.steps[-1].occupation is not None
        assert singular_title(plan.steps[-1].occupation.title) in svg


def test_bars_of_the_picture_follow_each_other_and_end_at_the_goal() -> None:
    plan = answer_of(*JOURNEYS[0]).plans[0]
    assert any(step.months_usual > step.months > 0 for step in plan.steps)
    svg = route_svg(plan)
    drawn = re.findall(rf'<rect x="([\d.]+)" y="{BAR_Y}" width="([\d.]+)"', svg)
    bars = [(float(at), float(wide)) for at, wide in drawn]
    ends = [at + wide for at, wide in bars]
    (goal,) = re.findall(r'<circle cx="([\d.]+)"', svg)[-1:]
    for end, following in zip(ends, [*(at for at, _ in bars[1:]), float(goal)], strict=True):
        assert end == pytest.approx(following, abs=0.2)


def test_the_day_it_is_handed_out_is_printed_when_given() -> None:
    answer = answer_of(*JOURNEYS[0])
    plan = answer.plans[0]
    text = render_html(build_plan_report(answer, plan, date(2027, 3, 9)))
    assert "Prepared March 9, 2027" in text
    assert f"Data release {answer.release}" in text
    assert "Prepared" not in render_html(build_plan_report(answer, plan))


def test_there_is_room_for_a_name_a_date_and_notes_and_the_way_back() -> None:
    answer = answer_of(*JOURNEYS[0])
    plan = answer.plans[0]
    blank = render_html(build_plan_report(answer, plan))
    assert '<p class="whom"><span>Name</span><b></b><span>Date</span><b></b></p>' in blank
    assert '<div class="lines"><p></p>' in blank
    assert "To open this plan again" not in blank
    address = "https://careers.example.org/plan?from=a&to=b"
    made = render_html(
        build_plan_report(answer, plan, date(2026, 3, 1), name="Ana & Co", address=address)
    )
    assert "<b>Ana &amp; Co</b><span>Date</span><b>March 1, 2026</b>" in made
    assert '<a href="https://careers.example.org/plan?from=a&amp;to=b">' in made
