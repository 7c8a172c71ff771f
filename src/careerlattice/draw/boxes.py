"""Which boxes a picture of a ladder has: single occupations, and groups where there are too many.

The rule and why: docs/decisions/0002-large-ladders.md.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.gap.step_asks import StepAsks
from careerlattice.lattice.ladder.model import Ladder, LadderOccupation
from careerlattice.vocab.levels import LadderLevel

# A picture with more occupations than this is folded.
SHOWN_WHOLE = 30
# Single boxes of a folded picture, beside those of the main sequences.
SINGLES = 14
# And those, however small, that the first main sequence leads to beside its own way.
FORKS = 4
# Characters of a code that tell a line of work: 47-21 are building trades, 29-12 physicians.
LINE_DIGITS = 5
# Fewer stand by themselves: a box for two hides one and saves little.
LEAST_JOINED = 3
# Lines up from a box of a folded picture: to or from a group, and between single occupations.
ONE_LINE, LINES_OUT = 1, 2


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the picture: one occupation, or several alike that stand at one level.

    `members` are lowest first; the first of `names` is the largest member by openings.
    """

    key: str
    level: LadderLevel
    members: tuple[LadderOccupation, ...]
    is_main: bool
    is_center: bool

    @property
    def is_group(self) -> bool:
        """Whether it stands for several occupations."""
        return len(self.members) > 1

    @property
    def largest(self) -> LadderOccupation:
        """The member with most openings."""
        return min(self.members, key=lambda member: (-(member.openings or 0), member.code))

    @property
    def title(self) -> str:
        """The occupation's title; of a group, its largest member's and how many are alike."""
        if not self.is_group:
            return self.members[0].occupation.title
        return f"{self.largest.occupation.title} and {len(self.members) - 1} more"


@dataclass(frozen=True, slots=True)
class Link:
    """A line of the picture between two boxes, by key. Laterals have no direction."""

    start: str
    end: str
    kind: Kind
    is_main: bool
    pays_later: bool
    strength: float


@dataclass(frozen=True, slots=True)
class Folded:
    """The boxes and lines of a picture, and whether some stand for several occupations.

    `asks` says by key what the steps drawn up into each box ask.
    """

    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    is_folded: bool
    asks: dict[str, tuple[StepAsks, ...]]


def fold(ladder: Ladder, *, whole: bool = False) -> Folded:
    """The boxes and lines to draw; with `whole` every occupation has its own box.

    Up to 30 occupations all are drawn. Beyond that single boxes go to the main sequences, the
    center, the 14 others with most openings, and four more that the first sequence leads to; the
    rest are joined by level and line of work, three or more at a time.
    """
    main = {code for codes in ladder.main_sequences for code in codes}
    everyone = ladder.occupations
    folded = not whole and len(everyone) > SHOWN_WHOLE
    single = {member.code for member in everyone}
    if folded:
        rest = sorted(
            (
                member
                for member in everyone
                if member.code not in main and member.code != ladder.center
            ),
            key=lambda member: (-(member.openings or 0), member.code),
        )
        single = main | {member.code for member in rest[:SINGLES]}
        single |= set(_forks(ladder, single)[:FORKS])
        if ladder.center is not None:
            single |= {ladder.center}
    groups: dict[tuple[int, str], list[LadderOccupation]] = defaultdict(list)
    for member in everyone:
        group = member.code if member.code in single else member.code[:LINE_DIGITS]
        groups[int(member.level), group].append(member)
    for key in [key for key, alike in groups.items() if len(alike) < LEAST_JOINED]:
        for member in groups.pop(key):
            groups[key[0], member.code] = [member]
    boxes = tuple(
        Box(
            key=members[0].code if len(members) == 1 else f"{LadderLevel(level).label}-{group}",
            level=LadderLevel(level),
            members=tuple(members),
            is_main=any(member.code in main for member in members),
            is_center=any(member.code == ladder.center for member in members),
        )
        for (level, group), members in sorted(groups.items())
    )
    links = _links(ladder, boxes)
    return Folded(boxes, links, folded, _asks(ladder, boxes, links))


def _forks(ladder: Ladder, single: set[str]) -> list[str]:
    """Who else the occupations of the first main sequence step up to, the likeliest first."""
    first = ladder.main_sequences[0] if ladder.main_sequences else ()
    moves = [move for move in ladder.advances if move.is_drawn and move.from_code in first]
    moves.sort(key=lambda move: (-move.likelihood, move.to_code))
    found = dict.fromkeys(move.to_code for move in moves)
    return [code for code in found if code not in single]


def _asks(
    ladder: Ladder, boxes: tuple[Box, ...], links: tuple[Link, ...]
) -> dict[str, tuple[StepAsks, ...]]:
    """What the steps drawn up into each box ask, by key of the box."""
    home = {member.code: box.key for box in boxes for member in box.members}
    drawn = {(link.start, link.end) for link in links if link.kind == Kind.ADVANCE}
    found: dict[str, list[StepAsks]] = defaultdict(list)
    for move in ladder.advances:
        key = home[move.from_code], home[move.to_code]
        if move.is_drawn and key in drawn:
            found[key[1]].append(move.asks)
    return {key: tuple(asks) for key, asks in found.items()}


def _links(ladder: Ladder, boxes: tuple[Box, ...]) -> tuple[Link, ...]:
    home = {member.code: box for box in boxes for member in box.members}
    found: dict[tuple[str, str, Kind], Link] = {}
    for move in ladder.moves:
        if not move.is_drawn:
            continue
        a, b = home[move.from_code], home[move.to_code]
        if a.key == b.key:
            continue
        if move.kind == Kind.LATERAL and (a.is_group or b.is_group):
            continue
        key = (a.key, b.key, move.kind)
        strength = move.nearness * max(move.likelihood, 1e-9) ** 0.25
        old = found.get(key)
        pays_less = move.wage_change_usd is not None and move.wage_change_usd < 0
        found[key] = Link(
            start=a.key,
            end=b.key,
            kind=move.kind,
            is_main=move.is_main or (old is not None and old.is_main),
            pays_later=move.label is not None and pays_less,
            strength=strength + (old.strength if old else 0.0),
        )
    groups = frozenset(box.key for box in boxes if box.is_group)
    first = frozenset(ladder.main_sequences[0] if ladder.main_sequences else ())
    return tuple(_thinned(list(found.values()), groups, first))


def _thinned(links: list[Link], groups: frozenset[str], first: frozenset[str]) -> list[Link]:
    """The lines that stay: main sequences, one sideways line of each box, and of the advances all.

    In a folded picture, one with `groups` (keys), each box keeps its strongest advance out, a
    second between boxes of single occupations (a guard turns correctional or police officer), all
    of these from the `first` main sequence, and the strongest in if no other reaches it. Where
    groups overlap in height and two boxes would have lines both ways, the stronger one stays.
    """
    both = {(link.start, link.end): link for link in links if link.kind == Kind.ADVANCE}
    links = [
        link
        for link in links
        if link.kind != Kind.ADVANCE
        or (link.end, link.start) not in both
        or (both[link.end, link.start].strength, link.end) < (link.strength, link.start)
    ]
    links.sort(key=lambda link: (not link.is_main, -link.strength, link.start, link.end))
    out, into, beside = Counter[str](), set[str](), set[str]()
    kept, spare = [], []
    for link in links:
        if link.kind == Kind.LATERAL:
            if link.start not in beside and link.end not in beside:
                beside |= {link.start, link.end}
                kept.append(link)
        elif not groups or link.is_main or out[link.start] < _lines_out(link, groups, first):
            out[link.start] += 1
            into.add(link.end)
            kept.append(link)
        else:
            spare.append(link)
    for link in spare:
        if link.end not in into:
            into.add(link.end)
            kept.append(link)
    return sorted(kept, key=lambda link: (link.start, link.end, link.kind))


def _lines_out(link: Link, groups: frozenset[str], first: frozenset[str]) -> int:
    """How many lines up the start of this one may have in a folded picture, with it."""
    if groups & {link.start, link.end}:
        return ONE_LINE
    return SINGLES if link.start in first else LINES_OUT
