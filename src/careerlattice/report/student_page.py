"""A plan answer as one page for one of many: what a student takes home, a counselor keeps."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from careerlattice.plan.answer import NoticeKind, Plan, PlanAnswer
from careerlattice.report.model import (
    Block,
    Bullets,
    Paragraph,
    Report,
    Section,
)
from careerlattice.report.plan_report import (
    QUIET,
    other_routes,
    overview,
    route_title,
    timetable,
)
from careerlattice.wording import (
    confidence_text,
    names_text,
    notice_text,
    reason_text,
)

MOST_STEPS = 10


class Room(NamedTuple):
    """How many other routes, remarks and reasons a page shows beside its plan."""

    others: int
    notices: int
    reasons: int


ROOMS = (Room(3, 3, 2), Room(2, 2, 1), Room(1, 1, 1), Room(0, 2, 1), Room(0, 0, 0))
"""From what a page shows where it fits to what it keeps where a plan is long; the rest is counted
and stands in the full report."""


def build_student_page(
    name: str, answer: PlanAnswer, prepared: str = "", room: Room = ROOMS[0]
) -> Report:
    """One page: the recommended plan in steps, other routes in a line each, what to care about.

    Without a plan the page says why there is none and what would open one.
    """
    route = route_title(answer)
    if not answer.plans:
        notices = tuple(notice_text(notice) for notice in answer.notices)
        sections: tuple[Section, ...] = (
            Section("No route within the limits", (Bullets(notices),)),
        )
        return _page(name or route, route, sections, answer, prepared)
    plan = answer.recommended()
    subtitle = f"{route}: {names_text(plan.names)}. Figures for {answer.area}."
    sections = (
        overview(plan),
        Section("Step by step", tuple(_steps(plan))),
        *_others(answer, plan, room.others),
        Section("Why, how sure, and what to care about", (Bullets(_remarks(answer, plan, room)),)),
    )
    return _page(name or route, subtitle, sections, answer, prepared)


def _page(
    title: str, subtitle: str, sections: tuple[Section, ...], answer: PlanAnswer, prepared: str
) -> Report:
    return Report(
        title, subtitle, sections, answer.release, answer.credits, prepared, is_sheet=True
    )


def _steps(plan: Plan) -> list[Block]:
    table = timetable(plan)
    if len(table.rows) <= MOST_STEPS:
        return [table]
    left = len(table.rows) - MOST_STEPS
    shown = replace(table, rows=table.rows[:MOST_STEPS])
    return [shown, Paragraph(f"{left} more steps stand in the full report.", is_small=True)]


def _others(answer: PlanAnswer, plan: Plan, most: int) -> tuple[Section, ...]:
    table = other_routes(answer, plan)
    if table is None or not most:
        return ()
    shown = replace(table, rows=table.rows[:most], unbroken=table.numbers)
    left = len(table.rows) - len(shown.rows)
    more = (Paragraph(f"{left} more were found.", is_small=True),) if left else ()
    return (Section("Other routes", (shown, *more)),)


def _remarks(answer: PlanAnswer, plan: Plan, room: Room) -> tuple[str, ...]:
    """Reasons, how sure it is, and the notices, those on what was understood first."""
    first = (NoticeKind.CREDENTIAL_TITLE, NoticeKind.TAKEN_TO_MEAN, NoticeKind.ASSUMED)
    notices = [notice for notice in answer.notices if notice.kind not in QUIET]
    notices.sort(key=lambda notice: notice.kind not in first)
    told = [notice_text(notice) for notice in notices[: room.notices]]
    if len(notices) > room.notices:
        told.append(f"{len(notices) - room.notices} more remarks stand in the full report.")
    reasons = [reason_text(reason) for reason in plan.reasons[: room.reasons]]
    return (*reasons, confidence_text(plan.confidence), *told)
