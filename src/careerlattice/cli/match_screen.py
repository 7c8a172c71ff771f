"""What `careerlattice match` draws on the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from careerlattice.cli.screen import bar, console, heading, remark, say
from careerlattice.vocab.amounts import usd
from careerlattice.wording.fit import (
    change_sentence,
    gap_sentence,
    notice_sentence,
    reason_in_row,
    verdict_sentence,
)
from careerlattice.wording.fit_columns import basis_words, scale_words

if TYPE_CHECKING:
    from careerlattice.match.alike import FitEntry
    from careerlattice.match.explain import Explanation
    from careerlattice.match.groups import GroupFit
    from careerlattice.match.interests import InterestMatch, InterestRanking
    from careerlattice.match.ranking import FitRanking

NAMED_ALIKE = 3
EDUCATION_OPTION = "--education"


def print_interest_ranking(
    ranking: InterestRanking, rows: list[InterestMatch], left_out: Mapping[str, int], kept: int
) -> None:
    """Occupations by interests alone, with the range of their places."""
    for warning in ranking.warnings:
        console.print(f"[yellow]{notice_sentence(warning)}[/yellow]\n")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("Place", "Range", "Occupation", "Distance", "r", "Why"):
        table.add_column(name, justify="left" if name in ("Occupation", "Why") else "right")
    for row in rows:
        r = "–" if row.correlation != row.correlation else f"{row.correlation:.2f}"
        table.add_row(
            str(row.place), f"{row.place_low}–{row.place_high}",
            f"{row.title}{' *' if row.is_stand_in else ''}\n[dim]{row.onet_soc_code}[/dim]",
            f"{row.distance:.2f}", r, f"[dim]{' '.join(map(reason_in_row, row.reasons))}[/dim]",
        )  # fmt: skip
    console.print(table)
    _interest_remarks(rows, left_out, kept)


def print_none_left(left_out: Mapping[str, int]) -> None:
    """That the filters leave no occupation, and what to do."""
    say("No job passes all of your filters. Loosen one, or leave it out.", "yellow")
    _filter_remark(left_out, 0)


def print_groups(pathways: list[GroupFit], clusters: list[GroupFit], framework: str) -> None:
    """Pathways with their best occupations, and clusters."""
    for title, groups, more in (
        ("Pathways", pathways, f"framework of {framework}"),
        ("Clusters", clusters, ""),
    ):
        if not groups:
            continue
        heading(title, more)
        table = Table.grid(padding=(0, 0, 0, 2), pad_edge=True)
        for group in groups:
            line = Text(group.name)
            if groups is pathways:
                best = ", ".join(name for _, name in group.best[:2])
                line.append(f"  {best}", style="dim")
            table.add_row(Text(f"{bar(group.score, 12):<12}", style="cyan"), line)
        console.print(table)


def _interest_remarks(rows: list[InterestMatch], left_out: Mapping[str, int], kept: int) -> None:
    remark("Distance in standard deviations over six areas (less is nearer); r is Pearson's.")
    remark("Range: where the occupation stands in four of five repetitions of the test.")
    if any(row.is_stand_in for row in rows):
        remark("* no ratings of its own; those of the most similar occupation.")
    _filter_remark(left_out, kept)
    remark("Interests say what people like, not what they can do or earn: add --profile or "
           "--education.")  # fmt: skip


def _filter_remark(left_out: Mapping[str, int], kept: int) -> None:
    if left_out:
        told = ", ".join(f"{name} {count:,}" for name, count in left_out.items())
        remark(f"{kept:,} occupations kept; left out by {told}.")


def print_ranking(
    ranking: FitRanking, entries: tuple[FitEntry, ...], remarks: tuple[str, ...]
) -> None:
    """Occupations in the overall order, columns apart, alike ones in one line, with weights."""
    notices = (notice_sentence(notice, EDUCATION_OPTION) for notice in ranking.notices)
    for text in (*notices, *remarks):
        console.print(f"[yellow]{text}[/yellow]")
    heading("Occupations", f"pay: {ranking.area.name}")
    names = list(ranking.weights)
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("", justify="right")
    table.add_column("Occupation", overflow="fold")
    for name in names:
        table.add_column(name.capitalize()[:9], justify="right")
    for entry in entries:
        row = entry.row
        cells = []
        for name in names:
            if name == "pay":
                cells.append(usd(row.pay_p50_usd) if row.pay_p50_usd else "–")
            elif name == "outlook":
                cells.append(f"{row.growth_pct:+.1f}%" if row.growth_pct is not None else "–")
            else:
                cells.append(f"{row.scores[name]:.0%}" if name in row.scores else "–")
        why = " ".join(map(reason_in_row, row.reasons))
        changes = row.what_would_change
        change = f" [italic]{change_sentence(changes[0])}[/italic]" if changes else ""
        table.add_row(
            str(row.place),
            f"{row.title} [dim]{row.onet_soc_code}[/dim]\n[dim]{why}{change}{_alike(entry)}[/dim]",
            *cells,
        )
    console.print(table)
    told = ", ".join(f"{name} {weight:.0%}" for name, weight in ranking.weights.items())
    remark(
        f"Weights: {told}. Change them with --order (interests, pay, open, all) and --weights, "
        "such as --weights pay=4,outlook=0."
    )
    basis = basis_words(ranking.levels_basis)
    if basis:
        remark(f"Skill and knowledge levels: {basis}.")
    _filter_remark(ranking.left_out, ranking.kept)
    remark("Why does one rank there? careerlattice match … --why CODE")


def _alike(entry: FitEntry) -> str:
    """The occupations joined with the entry's first, on a line of their own."""
    if not entry.alike:
        return ""
    named = "; ".join(row.title for row in entry.alike[:NAMED_ALIKE])
    more = len(entry.alike) - NAMED_ALIKE
    return f"\nAlike: {named}" + (f"; and {more} more." if more > 0 else ".")


def print_explanation(told: Explanation) -> None:
    """The counselor's view of one occupation."""
    console.print(f"[bold]{told.row.title}[/bold]  [dim]{told.row.onet_soc_code}[/dim]")
    console.print(verdict_sentence(told.verdict))
    if told.is_unexpected:
        console.print("[yellow]Unexpected: one score points the other way.[/yellow]")
    heading("What puts it there")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("Column", "Weight", "Score", "Place by it alone", "Place without it", "Score is"):
        table.add_column(name, justify="left" if name in ("Column", "Score is") else "right")
    for effect in told.effects:
        table.add_row(
            effect.column, f"{effect.weight:.0%}",
            "–" if effect.score is None else f"{effect.score:.2f}",
            str(effect.place_in_column or "–"), str(effect.place_without or "–"),
            f"[dim]{scale_words(effect.column)}[/dim]",
        )  # fmt: skip
    console.print(table)
    if told.interests:
        heading("Interests, yours and the work's", "0 to 40")
        for side in told.interests:
            console.print(f"  {side.area:<14} {side.yours:>4.0f} {side.theirs:>5.0f}")
    gaps = (*told.skill_gaps, *told.knowledge_gaps)
    if gaps:
        heading("Largest gaps", f"levels 0 to 7, from {basis_words(told.levels_basis)}")
        for gap in gaps:
            console.print(f"  {gap_sentence(gap)}")
    if told.what_would_change:
        heading("What would change this")
        for change in told.what_would_change:
            console.print(f"  {change_sentence(change)}")
    for notice in told.notices:
        remark(notice_sentence(notice, EDUCATION_OPTION))
