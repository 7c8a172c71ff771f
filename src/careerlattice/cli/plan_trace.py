"""On the terminal: what became of every route that was found."""

from __future__ import annotations

from rich import box
from rich.table import Table
from rich.text import Text

from careerlattice.cli.screen import console, heading
from careerlattice.plan.answer import PlanAnswer, Rule, TracedRoute
from careerlattice.vocab.amounts import usd


def print_trace(answer: PlanAnswer) -> None:
    """Every route found, in the order of the front, with the rule that decided on it."""
    if answer.trace is None:
        return
    heading("What became of every route")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    table.add_column("No.", justify="right", no_wrap=True)
    table.add_column("Route", ratio=3)
    table.add_column("Time", justify="right", no_wrap=True)
    table.add_column("Cost", justify="right", no_wrap=True)
    table.add_column("Because", ratio=2)
    for traced in answer.trace:
        span, cost, *_ = traced.costs
        way = Text(_legs(traced), style="bold" if traced.rule is Rule.SHOWN else "")
        table.add_row(str(traced.number), way, short_span(span), usd(cost), _because(traced))
    console.print(table)


def _legs(traced: TracedRoute) -> str:
    parts = []
    for leg in traced.legs:
        if leg.credential is not None:
            parts.append(leg.credential.label + (" beside work" if leg.mode == "part" else ""))
        elif leg.mode == "apprentice":
            parts.append("apprenticeship")
        parts.append(leg.occupation.title)
    return " → ".join(parts)


def _because(traced: TracedRoute) -> str:
    if traced.plan:
        return f"shown as {traced.plan}"
    by = f" (number {traced.beaten_by})" if traced.beaten_by is not None else ""
    return f"{traced.rule.value}{by}"


def short_span(amount: float) -> str:
    """A span of months in a column: `now`, `8 mo`, `2.5 yr`."""
    whole = round(amount)
    if whole < 1:
        return "now"
    return f"{whole} mo" if whole < 24 else f"{whole / 12:.1f} yr".replace(".0 yr", " yr")
