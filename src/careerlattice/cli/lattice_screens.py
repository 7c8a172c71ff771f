"""What the commands on moves and ladders print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.table import Table
from rich.text import Text

from careerlattice.cli.screen import console, heading, print_credits, remark, say
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.amounts import months, usd
from careerlattice.vocab.json_values import to_json
from careerlattice.wording.gaps import assumption_sentence, piece_words
from careerlattice.wording.moves import (
    evidence_sentence,
    label_words,
    move_json,
    named_asks,
    no_next_step,
)
from careerlattice.wording.step_asks import ask_line, sequence_words
from careerlattice.wording.understood import understood_text

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.catalog.lookup import Resolved
    from careerlattice.catalog.model import Area
    from careerlattice.lattice.gap.model import Gap, GapPiece
    from careerlattice.lattice.ladder.model import Ladder, LadderMove, LadderOccupation
    from careerlattice.lattice.lattice import Lattice
    from careerlattice.lattice.moves.model import Move
    from careerlattice.vocab.amounts import MonthsRange, UsdRange

USED = ("onet", "bls-oews", "bls-projections", "onet-clusters", "nces-cip")
RARELY_SEEN = 0.0005
SHOWN_UP = 3
"""How many steps up the screen tells of one occupation."""
_STYLE = {"advance": "green", "lateral": "yellow", "pivot": "magenta", "step_back": "red"}
_SIGN = {"advance": "▲", "lateral": "▶", "pivot": "◆", "step_back": "▼"}
_SAYS = {
    "advance": "more pay, or a credential or rank above",
    "lateral": "about the same height",
    "pivot": "another field",
    "step_back": "less pay and preparation",
}
_STATUS = {"met": "[green]met[/green]", "partly": "[yellow]partly[/yellow]",
           "missing": "[red]missing[/red]", "unknown": "[dim]unknown[/dim]"}  # fmt: skip


def print_ladder(catalog: Catalog, ladder: Ladder) -> None:
    """The ladder as main sequences, then one table of occupations with what each leads to."""
    from careerlattice.vocab.levels import LadderLevel

    where = ladder.cluster + ("" if ladder.center else f", {ladder.framework} framework")
    console.print(f"[bold]{escape(ladder.pathway)}[/bold]  [dim]{escape(where)}[/dim]")
    remark(
        f"{len(ladder.occupations)} occupations, {len(ladder.advances)} moves up, "
        f"{len(ladder.laterals)} sideways. Pay: median a year, {ladder.area}."
    )
    if ladder.main_sequences:
        heading("Main sequences")
        for codes in ladder.main_sequences:
            say(sequence_words(ladder, codes))
    for level, rung in zip(LadderLevel, ladder.rungs, strict=True):
        if not rung:
            continue
        heading(level.label.capitalize(), f"{len(rung)}")
        first = level == _first(ladder)
        table = Table(box=None, padding=(0, 0, 0, 2), header_style="dim", show_header=first)
        table.add_column("occupation", ratio=11, overflow="fold")
        table.add_column("pay", justify="right", min_width=8)
        table.add_column("growth", justify="right", min_width=6)
        table.add_column("leads to", ratio=12, overflow="fold")
        for one in rung:
            table.add_row(_name(ladder, one), _pay(one), _growth(one), _onward(ladder, one.code))
        console.print(table)
    ways = {"Ways in from elsewhere": ladder.feeders, "Ways on to elsewhere": ladder.exits}
    for title, found in ways.items():
        if found:
            heading(title)
            for move in found[:6]:
                start, end = ladder.get(move.from_code), ladder.get(move.to_code)
                told = _on_the_way(move) if move.kind == Kind.ADVANCE else move.kind.label
                told = f"  ({told})" if told else ""
                say(f"{start.occupation.title} → {end.occupation.title}{told}")
    console.print()
    remark(
        "▲ up (what has to be earned or served on the way)  ▶ sideways  ↗ outside. "
        "* pay of the wider group it is counted in. Growth: 2024 to 2034, BLS."
    )
    remark("--svg FILE draws the ladder, --json lists every move.")
    _credits(catalog)


def _first(ladder: Ladder) -> int:
    return next(level for level, rung in enumerate(ladder.rungs) if rung)


def _name(ladder: Ladder, one: LadderOccupation) -> Text:
    strong = one.code == ladder.center or any(one.code in codes for codes in ladder.main_sequences)
    return Text(one.occupation.title, style="bold" if strong else "")


def _pay(one: LadderOccupation) -> str:
    """Pay, with a star where it is that of a whole line of work."""
    return "–" if one.pay_usd is None else usd(one.pay_usd) + ("*" if one.line else "")


def _growth(one: LadderOccupation) -> str:
    return "–" if one.growth_pct is None else f"{round(one.growth_pct) + 0:+d}%"


def _on_the_way(move: LadderMove) -> str:
    """What a step asks, and what goes against its grain, in a few words."""
    return "; ".join(filter(None, (ask_line(move.asks), label_words(move.label))))


def _onward(ladder: Ladder, code: str) -> Table:
    lines = Table.grid(padding=(0, 1, 0, 0))
    up = sorted(
        (move for move in ladder.advances if move.from_code == code and move.is_drawn),
        key=lambda move: (-move.likelihood, move.to_code),
    )
    beside = [
        move.to_code if move.from_code == code else move.from_code
        for move in ladder.laterals
        if code in (move.from_code, move.to_code)
    ]
    out = [move.to_code for move in ladder.outside.get(code, ()) if move.from_code == code]
    found = [("▲", "green", move.to_code, _on_the_way(move)) for move in up[:SHOWN_UP]]
    found += [("▶", "yellow", other, "") for other in beside[:2]]
    found += [("↗", "magenta", other, "") for other in out[:2]]
    if not found and code in ladder.outside:
        lines.add_row(Text(), Text(no_next_step(), style="dim"))
    for sign, style, other, label in found:
        line = Text(ladder.get(other).occupation.title)
        if label:
            line.append(f" ({label})", style="dim")
        lines.add_row(Text(sign, style=style), line)
    return lines


def print_moves(catalog: Catalog, resolved: Resolved, found: list[Move], area: Area) -> None:
    """The moves by kind, each with why and its largest gaps."""
    origin = resolved.occupation
    if resolved.note:
        console.print(f"[yellow]{escape(understood_text(resolved.note))}[/yellow]")
    console.print(f"[bold]From {escape(origin.title)}[/bold]  [dim]{origin.code}[/dim]")
    remark(
        f"Pay and licenses: {area.name}. Likely: the share of those who leave this job that go "
        "there. Ease: 0 (hardest) to 1. Height: preparation and pay, 0 to 100."
    )
    if not found:
        say("We know of no move of this kind.")
    last = ""
    for move in found:
        slug = move.kind.slug
        if slug != last:
            heading(f"{_SIGN[slug]} {move.kind.label.capitalize()}", _SAYS[slug])
            last = slug
        line = Text(move.to.title, style=f"bold {_STYLE[slug]}")
        share = "under 0.1%" if move.likelihood < RARELY_SEEN else f"{move.likelihood:.1%}"
        line.append(f"  {share} likely, ease {move.ease:.2f}", style="not bold dim")
        say(line)
        labels = "".join(f" ({label_words(label)})" for label in move.labels)
        say(evidence_sentence(move.reason) + labels, inset=4)
        asked = named_asks(move)
        if asked:
            say(asked, "dim", inset=4)
        say(gap_line(move.gap), "dim", inset=4)
    console.print()
    remark("'careerlattice compare A B' shows a gap in full, --json every figure and source.")
    _credits(catalog)


def gap_line(gap: Gap) -> str:
    """What is missing, how long and how dear, in a line."""
    told = [(piece.name, piece_words(piece).missing) for piece in gap.open_pieces]
    missing = [f"{name}: {text}" for name, text in told if text]
    if not missing:
        return "You have everything it takes."
    before = f"{_months(gap.months)}, {_usd(gap.usd)}"
    return f"Missing: {'; '.join(missing)}. Before the first day: {before}."


def compare_json(
    catalog: Catalog, lattice: Lattice, there: Move, back: Move, area: Area
) -> dict[str, Any]:
    """Both occupations and both moves as JSON-ready values."""
    return {
        "area": area.name,
        "release": catalog.release.id,
        "occupations": [_facts(catalog, lattice, move.origin.code, area) for move in (there, back)],
        "moves": [{"from": str(move.origin.code), **move_json(move)} for move in (there, back)],
    }


def _facts(catalog: Catalog, lattice: Lattice, code: str, area: Area) -> dict[str, Any]:
    from careerlattice.vocab.levels import LadderLevel

    row = catalog.row_of[code]
    occupation = catalog.occupation(code)
    return {
        **occupation.json_value(),
        "level": LadderLevel(int(lattice.arrays.level[row])).label,
        "height": round(float(lattice.status.index[row]), 1),
        "wage": to_json(catalog.get_wage(occupation.code, area)),
        "outlook": to_json(catalog.get_outlook(occupation.code)),
        "requirements": to_json(open_requirements(catalog).get_requirements(occupation.code)),
    }


def print_compare(catalog: Catalog, lattice: Lattice, there: Move, back: Move, area: Area) -> None:
    """Facts of both side by side, then the gap of the move each way."""
    from careerlattice.vocab.levels import LadderLevel

    a, b = there.origin, there.to
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("", style="dim")
    for one in (a, b):
        table.add_column(escape(one.title), ratio=1, overflow="fold")
    rows = [catalog.row_of[one.code] for one in (a, b)]
    asked = [open_requirements(catalog).get_requirements(one.code) for one in (a, b)]
    wages = [catalog.get_wage(one.code, area) for one in (a, b)]
    outlooks = [catalog.get_outlook(one.code) for one in (a, b)]

    def pay(figure: Any) -> str:
        return usd(figure.value) if figure.value is not None else figure.why_missing

    heights = lattice.status.index

    def level(row: int) -> str:
        return f"{LadderLevel(int(lattice.arrays.level[row])).label} ({heights[row]:.0f} of 100)"

    table.add_row("code", *(str(one.code) for one in (a, b)))
    scale = catalog.release.job_zones
    zones = (occupation.job_zone for occupation in (a, b))
    table.add_row("job zone", *(f"{z} ({scale.label(z)})" if z else "–" for z in zones))
    table.add_row("level", *(level(row) for row in rows))
    table.add_row("median pay", *(pay(wage.p50) for wage in wages))
    table.add_row("middle half", *(f"{pay(wage.p25)} to {pay(wage.p75)}" for wage in wages))
    growth = (outlook.growth_pct.value for outlook in outlooks)
    table.add_row("jobs to 2034", *("–" if value is None else f"{value:+.1f}%" for value in growth))
    table.add_row("typical school", *(one.typical.label for one in asked))
    table.add_row("accepted", *(one.accepted.label for one in asked))
    table.add_row("experience", *(months(one.typical_experience_months) for one in asked))
    table.add_row("on-the-job training", *(months(one.training_months) for one in asked))
    console.print(table)
    remark(f"Pay: {area.name}.")
    for move in (there, back):
        slug = move.kind.slug
        heading(f"{_SIGN[slug]} {move.origin.title} → {move.to.title}")
        for evidence in move.evidence:
            say(evidence_sentence(evidence))
        for assumption in move.gap.assumptions:
            remark("Assumed: " + assumption_sentence(assumption))
        _print_gap(move.gap)
    _credits(catalog)


def _print_gap(gap: Gap) -> None:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column("piece", min_width=16, no_wrap=True)
    table.add_column("status", min_width=8, no_wrap=True)
    table.add_column("words", ratio=1, overflow="fold")
    for piece in gap.pieces:
        lines = [f"[dim]asked[/dim] {escape(piece_words(piece).asked)}"]
        if not piece.is_met:
            span = [_months(piece.months)] if piece.months.typical else []
            span += [_usd(piece.usd)] if piece.usd.high else []
            more = f" [dim]({', '.join(span)})[/dim]" if span else ""
            lines.append(f"[dim]to go[/dim] {escape(_missing(piece))}{more}")
        table.add_row(f"  {piece.name}", _STATUS[piece.status], "\n".join(lines))
    table.add_row(
        "  [bold]in all[/bold]", "",
        f"[bold]{_months(gap.months)} before the first day, {_usd(gap.usd)}[/bold]",
    )  # fmt: skip
    console.print(table)


def _missing(piece: GapPiece) -> str:
    words = piece_words(piece)
    if piece.name == "skills" and words.items:
        return "; ".join(words.items[:3])
    return words.missing or "–"


def _months(span: MonthsRange) -> str:
    if span.typical < 0.5:
        return "no time"
    if round(span.low) == round(span.typical):
        return months(span.typical)
    if span.low < 0.5:
        return f"up to {months(span.typical)}"
    return f"{months(span.low)} to {months(span.typical)}"


def _usd(span: UsdRange) -> str:
    """One cost, that of the usual public way, with its range."""
    if span.high < 1:
        return "no cost"
    about = f"about {usd(round(span.typical, -1))}"
    if span.high - span.low < 1:
        return about
    return f"{about} ({usd(round(span.low, -1))} to {usd(round(span.high, -1))})"


def _credits(catalog: Catalog) -> None:
    lines = [catalog.release.source(source).credit for source in USED]
    print_credits([*lines, f"Release {catalog.release.id}."])
