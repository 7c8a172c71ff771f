"""A plan's route as a picture: steps on one line of time, from now to the goal."""

from __future__ import annotations

import math
from collections.abc import Callable
from xml.sax.saxutils import escape

from careerlattice.plan.answer import Plan, StepKind
from careerlattice.vocab.amounts import months
from careerlattice.vocab.titles import singular_title
from careerlattice.wording import step_title

WIDTH, HEIGHT, LEFT, RIGHT = 720.0, 150.0, 16.0, 24.0
BAR_Y, BAR_HEIGHT = 44.0, 26.0
COLORS = {
    "study": ("#0c5a5e", "#ffffff"),
    "course": ("#0c5a5e", "#ffffff"),
    "apprenticeship": ("#0c5a5e", "#ffffff"),
    "practice": ("#6fb7ad", "#15212b"),
    "beside": ("#6fb7ad", "#15212b"),
    "work": ("#dfeeec", "#15212b"),
    "license": ("#ffc845", "#15212b"),
    "search": ("#ffffff", "#15212b"),
}
NAMES = {
    "study": "full-time study",
    "course": "short course",
    "apprenticeship": "apprenticeship",
    "practice": "supervised practice",
    "beside": "study while you work",
    "work": "work along the way",
    "license": "license",
    "search": "looking for a job",
}


def route_svg(plan: Plan) -> str:
    """The picture as SVG text; colors and patterns are named in a key below it."""
    end = max(plan.months_usual, 1.0)
    width = WIDTH - LEFT - RIGHT

    def x(month: float) -> float:
        return round(LEFT + width * month / end, 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" '
        f'width="{WIDTH:.0f}" height="{HEIGHT:.0f}" '
        'font-family="Liberation Sans, Arial, sans-serif">'
    ]
    looks: list[str] = []
    for step in plan.steps:
        look = step.look
        if step.months <= 0 or look not in COLORS:
            continue
        if look not in looks:
            looks.append(look)
        fill, _ink = COLORS[look]
        at = x(step.start_month_usual)
        wide = max(2.0, x(step.end_month) - at)
        dash = ' stroke-dasharray="3 2"' if look == "search" else ""
        parts.append(
            f'<rect x="{at}" y="{BAR_Y}" width="{wide:.1f}" height="{BAR_HEIGHT}" rx="4" '
            f'fill="{fill}" stroke="#15212b" stroke-width="1"{dash}/>'
        )
    arrived = [step for step in plan.steps if step.kind is StepKind.ARRIVE]
    for step in plan.steps:
        if step.kind is not StepKind.ARRIVE or step.occupation is None:
            continue
        at = x(step.start_month_usual)
        is_goal = step is arrived[-1]
        anchor = "end" if at > WIDTH * 0.6 else "start" if at < WIDTH * 0.25 else "middle"
        fill = "#b4480d" if is_goal else "#ffffff"
        parts.append(
            f'<circle cx="{at}" cy="{BAR_Y + BAR_HEIGHT / 2}" r="8" fill="{fill}" '
            f'stroke="#15212b" stroke-width="1.5"/>'
            f'<text x="{at}" y="{BAR_Y - 14}" font-size="12" font-weight="bold" '
            f'text-anchor="{anchor}">{escape(singular_title(step.occupation.title))}</text>'
        )
    parts += _scale(end, x)
    parts += _key(looks)
    parts.append("</svg>")
    return "".join(parts)


def _scale(end: float, x: Callable[[float], float]) -> list[str]:
    years = max(1, math.ceil(end / 12 / 8))
    marks = [0.0]
    while marks[-1] + 12 * years < end - 4:
        marks.append(marks[-1] + 12 * years)
    marks.append(end)
    y = BAR_Y + BAR_HEIGHT + 8
    found = []
    for mark in marks:
        at = x(mark)
        label = "now" if mark == 0 else months(mark)
        anchor = "start" if mark == 0 else "end" if mark == end else "middle"
        found.append(
            f'<line x1="{at}" x2="{at}" y1="{y}" y2="{y + 5}" stroke="#15212b"/>'
            f'<text x="{at}" y="{y + 18}" font-size="11" text-anchor="{anchor}">{label}</text>'
        )
    return found


def _key(looks: list[str]) -> list[str]:
    found, at, y = [], LEFT, HEIGHT - 14
    for look in looks:
        fill, _ink = COLORS[look]
        dash = ' stroke-dasharray="3 2"' if look == "search" else ""
        found.append(
            f'<rect x="{at}" y="{y - 9}" width="18" height="10" fill="{fill}" '
            f'stroke="#15212b"{dash}/>'
            f'<text x="{at + 24}" y="{y}" font-size="11">{NAMES[look]}</text>'
        )
        at += 24 + 6.2 * len(NAMES[look]) + 18
    return found


def route_words(plan: Plan) -> str:
    """The same in words."""
    parts = [
        f"{step_title(step)} ({months(step.months)})" if step.months else step_title(step)
        for step in plan.steps
    ]
    return "; then ".join(parts) + "."
