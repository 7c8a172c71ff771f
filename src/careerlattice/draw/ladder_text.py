"""The text twin of a ladder picture: the same facts as lines in reading order."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.draw.growth import signed_pct
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.ladder.model import Ladder, LadderMove, LadderOccupation
from careerlattice.vocab.amounts import count, usd
from careerlattice.vocab.levels import LadderLevel
from careerlattice.wording.moves import label_words, no_next_step
from careerlattice.wording.step_asks import ask_line, sequence_words


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of the text twin: how far it is set in, its words, and the occupation it is about."""

    depth: int
    text: str
    code: str | None = None


def ladder_lines(ladder: Ladder) -> list[TextLine]:
    """Everything the picture shows, and the folded and undrawn parts as well.

    Depth 0 are headings, 1 occupations and sequences, 2 the moves of an occupation.
    """
    lines = [TextLine(0, ladder.pathway)]
    if ladder.main_sequences:
        lines.append(TextLine(0, "Main sequences"))
        for codes in ladder.main_sequences:
            lines.append(TextLine(1, sequence_words(ladder, codes)))
    for level, rung in zip(LadderLevel, ladder.rungs, strict=True):
        if not rung:
            continue
        lines.append(TextLine(0, f"{level.label.capitalize()} ({len(rung)})"))
        for member in rung:
            lines.append(TextLine(1, describe(member), member.code))
            told = _moves_of(ladder, member.code)
            lines += [TextLine(2, text, member.code) for text in told]
    ways = {"Ways in from elsewhere": ladder.feeders, "Ways on to elsewhere": ladder.exits}
    for heading, moves in ways.items():
        if moves:
            lines.append(TextLine(0, heading))
            lines += [TextLine(1, _arrow(ladder, move), move.from_code) for move in moves]
    return lines


def render_ladder_text(ladder: Ladder) -> str:
    """The text twin as plain text, set in by two spaces a step."""
    return "\n".join("  " * line.depth + line.text for line in ladder_lines(ladder)) + "\n"


def describe(member: LadderOccupation) -> str:
    """An occupation with pay, growth and openings in a line."""
    pay = f"{usd(member.pay_usd)} a year" if member.pay_usd is not None else "pay not published"
    growth = (
        "outlook not published"
        if member.growth_pct is None
        else f"jobs {signed_pct(member.growth_pct)}"
    )
    openings = f", {count(member.openings)} openings a year" if member.openings else ""
    line = f" (figures of the line: {member.line})" if member.line else ""
    return f"{member.occupation.title}: {pay}, {growth}{openings}{line}"


def _moves_of(ladder: Ladder, code: str) -> list[str]:
    up = [move for move in ladder.advances if move.from_code == code]
    up.sort(key=lambda move: (-move.likelihood, move.to_code))
    beside = [
        move.to_code if move.from_code == code else move.from_code
        for move in ladder.laterals
        if code in (move.from_code, move.to_code)
    ]
    found = []
    if up:
        found.append("up to " + "; ".join(_target(ladder, move) for move in up))
    if beside:
        names = sorted(ladder.get(other).occupation.title for other in beside)
        found.append("sideways to " + "; ".join(names))
    out = [move for move in ladder.outside.get(code, ()) if move.from_code == code]
    into = [move for move in ladder.outside.get(code, ()) if move.to_code == code]
    if out:
        names = [_outward(ladder, move) for move in out]
        found.append("no move inside; on to " + "; ".join(names))
    if into:
        names = [ladder.get(move.from_code).occupation.title for move in into]
        found.append("reached from " + "; ".join(names))
    if code in ladder.outside and not (out or into):
        found.append(no_next_step())
    return found


def _outward(ladder: Ladder, move: LadderMove) -> str:
    asks = ask_line(move.asks) if move.kind == Kind.ADVANCE else ""
    told = f"{move.kind.label}, asks {asks}" if asks else move.kind.label
    return f"{ladder.get(move.to_code).occupation.title} ({told})"


def _target(ladder: Ladder, move: LadderMove) -> str:
    pay = "" if move.wage_change_usd is None else usd(move.wage_change_usd, sign=True)
    if _is_borrowed(ladder, move):
        pay = ""
    asks = ask_line(move.asks)
    told = [pay, label_words(move.label), f"asks {asks}" if asks else ""]
    line = ", ".join(filter(None, told))
    title = ladder.get(move.to_code).occupation.title
    return f"{title} ({line})" if line else title


def _is_borrowed(ladder: Ladder, move: LadderMove) -> bool:
    """Whether the pay of an end is that of a whole line, which says nothing of the step."""
    return any(ladder.get(code).line for code in (move.from_code, move.to_code))


def _arrow(ladder: Ladder, move: LadderMove) -> str:
    start, end = ladder.get(move.from_code), ladder.get(move.to_code)
    if move.kind != Kind.ADVANCE:
        told = f" ({move.kind.label})"
    else:
        asks = ask_line(move.asks)
        told = f" (asks {asks})" if asks else ""
    return f"{start.occupation.title} → {end.occupation.title}{told}"
