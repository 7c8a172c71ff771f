"""A ladder as SVG: columns from entry to expert, solid arrows up, dotted lines sideways."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import groupby, pairwise

from careerlattice.draw.boxes import Box, Folded, Link, fold
from careerlattice.draw.growth import mark, signed_pct
from careerlattice.draw.layout import Placed, place
from careerlattice.draw.palette import stylesheet
from careerlattice.draw.text import cut, escape, width_of, wrap
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.ladder.model import Ladder, LadderMove, LadderOccupation
from careerlattice.vocab.amounts import count, usd
from careerlattice.vocab.levels import LadderLevel
from careerlattice.wording.step_asks import mark_words

BOX_WIDTH, BOX_HEIGHT = 188.0, 80.0
GAP_ACROSS, GAP_DOWN = 44.0, 13.0
PITCH_X, PITCH_Y = BOX_WIDTH + GAP_ACROSS, BOX_HEIGHT + GAP_DOWN
MARGIN, TOP, HEAD = 20.0, 62.0, 34.0
NAME_SIZE, FACT_SIZE, NAME_LINES = 12.0, 12.0, 3
LINE_HEIGHT = 14.0
NEEDS_SIZE, NEEDS_HEIGHT = 12.0, 13.0
BAR = 5.0
# Marks pay of a line of the surveys that a specialty wears.
LINE_MARK = "*"
LINES_BELOW, FAR_PITCH = 4, 24.0


def render_ladder(
    ladder: Ladder,
    *,
    href_for: Callable[[str], str] | None = None,
    standalone: bool = True,
    whole: bool = False,
    hints: bool = True,
    element_id: str = "ladder",
    faded: Collection[str] = (),
) -> str:
    """The ladder as the text of one `<svg>` element.

    `href_for` turns an occupation's code into the address its box links to; the link of a joined
    box names the codes of all its occupations in `data-members`. `standalone` puts the
    style inside, with light, dark and print colors, so that the file stands by itself; without it
    the page brings `palette.stylesheet()`, and what holds links is no single image to a screen
    reader. Links of boxes whose occupations are all among the codes `faded` are marked `is-unfit`.
    `whole` draws every occupation by itself, however many; otherwise more than 30 are folded (see
    docs/decisions/0002-large-ladders.md). `hints` gives each box the words that show when it is
    pointed at. `element_id` keeps ids apart where a page holds several pictures. The picture has
    its natural size in pixels; a narrow page lets it scroll in a box of its own.
    """
    folded = fold(ladder, whole=whole)
    style = _Style(
        href_for=href_for,
        standalone=standalone,
        hints=hints,
        element_id=element_id,
        faded=frozenset(faded),
    )
    return _Picture(ladder, folded, style).render()


@dataclass(frozen=True, slots=True)
class _Style:
    """How a picture is written; see `render_ladder`."""

    href_for: Callable[[str], str] | None
    standalone: bool
    hints: bool
    element_id: str
    faded: frozenset[str]

    @property
    def is_image(self) -> bool:
        """Whether the picture is one image to a screen reader."""
        return self.standalone or self.href_for is None


class _Picture:
    def __init__(self, ladder: Ladder, folded: Folded, style: _Style) -> None:
        self.ladder = ladder
        self.folded = folded
        self.style = style
        self.id = style.element_id
        self.placed: Placed = place(folded)
        self.columns = len(self.placed.column_levels)
        self.body = TOP + HEAD + 12
        self.width = max(2 * MARGIN + self.columns * PITCH_X, 2 * MARGIN + 2 * PITCH_X + 60)
        self.bottom = self.body + self.placed.rows * PITCH_Y

    def render(self) -> str:
        """The whole element."""
        below, height = self._below()
        role = 'role="img" ' if self.style.is_image else ""
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="cl-ladder" id="{escape(self.id)}" '
            f'width="{self.width:.0f}" height="{height:.0f}" '
            f'viewBox="0 0 {self.width:.0f} {height:.0f}" {role}'
            f'aria-labelledby="{escape(self.id)}-title {escape(self.id)}-desc">',
            f'<title id="{escape(self.id)}-title">{escape(self._title())}</title>',
            f'<desc id="{escape(self.id)}-desc">{escape(self._description())}</desc>',
        ]
        if self.style.standalone:
            parts.append(f"<style>{stylesheet()}</style>")
        parts.append(f'<rect class="cl-paper" width="{self.width:.0f}" height="{height:.0f}"/>')
        parts += self._header()
        parts += self._bands()
        parts += [self._line(link) for link in self.folded.links if not link.is_main]
        parts += [self._line(link) for link in self.folded.links if link.is_main]
        parts += [self._box(box) for box in self._reading_order()]
        parts += below
        parts.append("</svg>")
        return "\n".join(part for part in parts if part)

    def _title(self) -> str:
        return f"{self.ladder.pathway}: from entry to expert"

    def _description(self) -> str:
        ladder = self.ladder
        counts = ", ".join(
            f"{len(rung)} {level.label}"
            for level, rung in zip(LadderLevel, ladder.rungs, strict=True)
            if rung
        )
        backbones = "; ".join(
            " to ".join(ladder.get(code).occupation.title for code in codes)
            for codes in ladder.main_sequences
        )
        return (
            f"{len(ladder.occupations)} occupations in columns from left to right: {counts}. "
            f"{len(ladder.advances)} moves up are found, {len(ladder.laterals)} sideways. "
            + (f"Main sequences: {backbones}. " if backbones else "")
            + "The same is told as a list below the picture."
        )

    def _header(self) -> list[str]:
        ladder = self.ladder
        where = "around one occupation" if ladder.center else f"{ladder.cluster} cluster"
        edition = "" if ladder.center else f", {ladder.framework} framework"
        area = "" if ladder.area == "United States" else f" Pay: {ladder.area}."
        total = len(ladder.occupations)
        shown = f"{total} occupation{'s' if total != 1 else ''}"
        if self.folded.is_folded:
            shown += ", alike ones joined"
        name = cut(ladder.pathway, self.width - 2 * MARGIN, 19, bold=True)
        sub = cut(f"{where}{edition} · {shown}.{area}", self.width - 2 * MARGIN, 12)
        return [
            f'<text class="cl-title" x="{MARGIN:.0f}" y="30">{escape(name)}</text>',
            f'<text class="cl-sub" x="{MARGIN:.0f}" y="50">'
            f"{escape(sub[0].upper() + sub[1:])}</text>",
        ]

    def _bands(self) -> list[str]:
        found = []
        for level, columns in groupby(
            range(self.columns), key=self.placed.column_levels.__getitem__
        ):
            these = list(columns)
            x = MARGIN + these[0] * PITCH_X + 4
            wide = len(these) * PITCH_X - 8
            label = LadderLevel(level).label
            rung = len(self.ladder.rungs[level])
            found.append(
                f'<rect class="cl-band" x="{x:.0f}" y="{TOP:.0f}" width="{wide:.0f}" '
                f'height="{self.bottom - TOP + 4:.0f}" rx="8"/>'
                f'<text class="cl-level cl-{label}" x="{x + 14:.0f}" y="{TOP + 22:.0f}">'
                f'{label.capitalize()}<tspan class="cl-count" dx="7">{rung}</tspan></text>'
            )
        return found

    def _corner(self, key: str) -> tuple[float, float]:
        column, row = self.placed.column[key], self.placed.row[key]
        return MARGIN + column * PITCH_X + GAP_ACROSS / 2, self.body + row * PITCH_Y

    def _line(self, link: Link) -> str:
        (ax, ay), (bx, by) = self._corner(link.start), self._corner(link.end)
        ca, cb = self.placed.column[link.start], self.placed.column[link.end]
        middle = BOX_HEIGHT / 2
        if link.kind == Kind.LATERAL:
            # Further apart, a dotted line would run behind other boxes; the list below tells it.
            if abs(ca - cb) > 1:
                return ""
            path = self._sideways(link)
            return f'<path class="cl-move cl-lateral"{self._ends(link)} d="{path}"/>'
        names = ["cl-move"]
        names += ["cl-backbone"] if link.is_main else []
        names += ["cl-pays-later"] if link.pays_later else []
        if ca < cb:
            start = (ax + BOX_WIDTH, ay + middle)
            end = (bx - 7, by + middle + self._fan(link))
            points = [start]
            for column, row in self.placed.routes.get((link.start, link.end), ()):
                x = MARGIN + column * PITCH_X
                y = self.body + row * PITCH_Y + middle
                points += [(x + GAP_ACROSS / 2, y), (x + GAP_ACROSS / 2 + BOX_WIDTH, y)]
            path = _smooth([*points, end])
            head = _head(end[0] + 7, end[1], 1)
        else:
            # Inside one column, or back to an earlier one of the same level: around the right side.
            x = max(ax, bx) + BOX_WIDTH
            bend = x + 20
            end = (bx + BOX_WIDTH + 7, by + middle + 10)
            first = ay + middle + 6
            path = (
                f"M{ax + BOX_WIDTH:.1f} {first:.1f}"
                f"C{bend:.1f} {first:.1f} {bend:.1f} {end[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
            )
            head = _head(end[0] - 7, end[1], -1)
        heads = "cl-head cl-backbone" if link.is_main else "cl-head"
        ends = self._ends(link)
        return (
            f'<path class="{" ".join(names)}"{ends} d="{path}"/>'
            f'<path class="{heads}"{ends} d="{head}"/>'
        )

    def _ends(self, link: Link) -> str:
        """Which boxes a line joins, for a page that fades what a reader did not choose."""
        if self.style.is_image:
            return ""
        boxes = {box.key: box.largest.code for box in self.folded.boxes}
        return f' data-ends="{boxes[link.start]} {boxes[link.end]}"'

    def _fan(self, link: Link) -> float:
        """A small offset by where the line comes from, so that arrowheads do not pile up.

        Lines that run together arrive together.
        """
        into = sorted(
            {
                self._last_point(other)
                for other in self.folded.links
                if other.end == link.end and other.kind == Kind.ADVANCE
            }
        )
        if len(into) < 2:
            return 0.0
        step = min(9.0, 36.0 / (len(into) - 1))
        return (into.index(self._last_point(link)) - (len(into) - 1) / 2) * step

    def _last_point(self, link: Link) -> tuple[float, float]:
        """Where the line comes from at last, as row and column."""
        points = self.placed.routes.get((link.start, link.end), ())
        if points:
            return points[-1][1], points[-1][0]
        return self.placed.row[link.start], float(self.placed.column[link.start])

    def _sideways(self, link: Link) -> str:
        (ax, ay), (bx, by) = self._corner(link.start), self._corner(link.end)
        if ax == bx:
            upper, lower = min(ay, by), max(ay, by)
            if lower - upper < PITCH_Y * 1.3:
                x = ax + BOX_WIDTH / 2
                return f"M{x:.1f} {upper + BOX_HEIGHT:.1f}L{x:.1f} {lower:.1f}"
            bulge = ax - 8 - min(12.0, (lower - upper) / 40)
            ya, yb = upper + BOX_HEIGHT - 14, lower + 14
            return f"M{ax:.1f} {ya:.1f}C{bulge:.1f} {ya:.1f} {bulge:.1f} {yb:.1f} {ax:.1f} {yb:.1f}"
        (lx, ly), (rx, ry) = sorted([(ax, ay), (bx, by)])
        start, end = (lx + BOX_WIDTH, ly + BOX_HEIGHT - 14), (rx, ry + BOX_HEIGHT - 14)
        return _smooth([start, end])

    def _reading_order(self) -> list[Box]:
        return sorted(
            self.folded.boxes,
            key=lambda box: (self.placed.column[box.key], self.placed.row[box.key]),
        )

    def _box(self, box: Box) -> str:
        x, y = self._corner(box.key)
        names = ["cl-box", f"cl-{box.level.label}"]
        names += ["cl-spine"] if box.is_main else []
        names += ["cl-center"] if box.is_center else []
        names += ["cl-group"] if box.is_group else []
        inner = BOX_WIDTH - BAR - 16
        lines = self._name_lines(box, inner)
        facts = cut(_facts(box), inner, FACT_SIZE)
        # Name and facts stand together, centered in the box.
        needs = self._needs(box, inner, 2 if len(lines) < NAME_LINES else 1)
        below = len(needs) * NEEDS_HEIGHT
        top = y + (BOX_HEIGHT - (len(lines) * LINE_HEIGHT + 17 + below)) / 2 + 11
        parts = []
        if box.is_group:
            parts.append(
                f'<rect class="cl-back" x="{x + 4:.1f}" y="{y + 4:.1f}" width="{BOX_WIDTH}" '
                f'height="{BOX_HEIGHT}" rx="6"/>'
            )
        parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="6"/>'
            f'<rect class="cl-bar" x="{x:.1f}" y="{y + 8:.1f}" width="{BAR}" '
            f'height="{BOX_HEIGHT - 16}"/>'
        )
        for number, line in enumerate(lines):
            parts.append(
                f'<text class="cl-name" x="{x + BAR + 8:.1f}" y="{top + number * LINE_HEIGHT:.1f}">'
                f"{escape(line)}</text>"
            )
        foot = top + len(lines) * LINE_HEIGHT + 2.5
        parts.append(
            f'<text class="cl-fact" x="{x + BAR + 8:.1f}" y="{foot:.1f}">{escape(facts)}</text>'
        )
        parts += [
            f'<text class="cl-fact cl-needs" x="{x + BAR + 8:.1f}" '
            f'y="{foot + (number + 1) * NEEDS_HEIGHT:.1f}">{escape(line)}</text>'
            for number, line in enumerate(needs)
        ]
        return self._linked(box, "".join(parts), " ".join(names), _hint(box))

    def _needs(self, box: Box, width: float, lines: int) -> list[str]:
        """What the steps drawn up into a box ask, in so many lines at most."""
        words = mark_words(self.folded.asks.get(box.key, ()))
        return wrap(words, width, NEEDS_SIZE, lines) if words else []

    def _name_lines(self, box: Box, width: float) -> list[str]:
        if not box.is_group:
            return wrap(box.title, width, NAME_SIZE, NAME_LINES, bold=True)
        more = f"and {len(box.members) - 1} more alike"
        return [*wrap(box.largest.occupation.title, width, NAME_SIZE, 2, bold=True), more]

    def _linked(self, box: Box, inside: str, names: str, hint: str) -> str:
        title = f"<title>{escape(hint)}</title>" if self.style.hints else ""
        body = f'<g class="{names}">{title}{inside}</g>'
        if self.style.href_for is None:
            return body
        members = ""
        if box.is_group:
            members = f' data-members="{" ".join(member.code for member in box.members)}"'
        is_faded = bool(self.style.faded) and all(
            member.code in self.style.faded for member in box.members
        )
        mark = 'class="is-unfit" ' if is_faded else ""
        return (
            f'<a {mark}href="{escape(self.style.href_for(box.largest.code))}"{members}>{body}</a>'
        )

    def _below(self) -> tuple[list[str], float]:
        """The key, and the ways in from and out to other pathways, under the columns."""
        y = self.bottom + 30
        parts = [self._key(y)]
        y += 26
        half = (self.width - 2 * MARGIN) / 2
        columns = (
            (MARGIN, "Ways in from elsewhere", self.ladder.feeders, True),
            (MARGIN + half, "Ways on to elsewhere", self.ladder.exits, False),
        )
        rows = 0
        for x, heading, moves, inward in columns:
            if not moves:
                continue
            parts.append(f'<text class="cl-level" x="{x:.0f}" y="{y:.0f}">{heading}</text>')
            for number, move in enumerate(moves[:LINES_BELOW], start=1):
                parts.append(self._far(move, x, y + number * FAR_PITCH, half - 16, inward))
            rows = max(rows, 1 + len(moves[:LINES_BELOW]))
        return parts, y + rows * FAR_PITCH + 6

    def _far(self, move: LadderMove, x: float, y: float, width: float, inward: bool) -> str:
        start = self.ladder.get(move.from_code).occupation.title
        end = self.ladder.get(move.to_code).occupation.title
        text = cut(f"{start} → {end}", width, 12)
        body = f'<text class="cl-key cl-far" x="{x:.0f}" y="{y:.0f}">{escape(text)}</text>'
        if self.style.href_for is None:
            return body
        code = move.from_code if inward else move.to_code
        # A finger needs more room than a line of text.
        reach = (
            f'<rect class="cl-reach" x="{x:.0f}" y="{y - 16:.0f}" width="{width:.0f}" '
            f'height="{FAR_PITCH:.0f}"/>'
        )
        return f'<a href="{escape(self.style.href_for(code))}">{reach}{body}</a>'

    def _key(self, y: float) -> str:
        kinds = {link.kind for link in self.folded.links}
        samples = []
        if any(link.is_main for link in self.folded.links):
            samples.append(("cl-move cl-backbone", "main sequence"))
        if Kind.ADVANCE in kinds:
            samples.append(("cl-move", "advance"))
        if any(link.pays_later for link in self.folded.links):
            samples.append(("cl-move cl-pays-later", "pay falls"))
        if Kind.LATERAL in kinds:
            samples.append(("cl-move cl-lateral", "sideways"))
        parts, x = [], MARGIN
        for names, label in samples:
            parts.append(
                f'<path class="{names}" d="M{x:.1f} {y - 4:.1f}L{x + 30:.1f} {y - 4:.1f}"/>'
                f'<text class="cl-key" x="{x + 36:.1f}" y="{y:.1f}">{label}</text>'
            )
            x += 36 + width_of(label, 12) + 22
        note = "Median pay a year; change in jobs 2024 to 2034"
        if any(one.line for box in self.folded.boxes if not box.is_group for one in box.members):
            note += f"; {LINE_MARK} of the whole line"
        if x + width_of(note, 12) < self.width - MARGIN:
            parts.append(f'<text class="cl-key" x="{x:.1f}" y="{y:.1f}">{note}</text>')
        return "".join(parts)


def _facts(box: Box) -> str:
    if not box.is_group:
        member = box.members[0]
        return f"{_pay(member)} · {_growth(member)}"
    pays = sorted(member.pay_usd for member in box.members if member.pay_usd is not None)
    if not pays:
        return f"{len(box.members)} occupations"
    if pays[0] == pays[-1]:
        return f"{usd(pays[0])}"
    return f"{usd(pays[0])} to {usd(pays[-1])}"


def _pay(member: LadderOccupation) -> str:
    if member.pay_usd is None:
        return "pay not published"
    return f"{usd(member.pay_usd)}{LINE_MARK if member.line else ''}"


def _growth(member: LadderOccupation) -> str:
    if member.growth_pct is None:
        return "outlook not published"
    return f"{mark(member.growth_pct)} {signed_pct(member.growth_pct)} jobs"


def _hint(box: Box) -> str:
    def told(member: LadderOccupation) -> str:
        openings = f", {count(member.openings)} openings a year" if member.openings else ""
        line = f" (figures of {member.line})" if member.line else ""
        return f"{member.occupation.title}: {_pay(member)}, {_growth(member)[2:]}{openings}{line}"

    return f"{box.level.label.capitalize()}. " + "; ".join(told(member) for member in box.members)


def _smooth(points: list[tuple[float, float]]) -> str:
    """A path through points that leaves and arrives level."""
    x, y = points[0]
    path = f"M{x:.1f} {y:.1f}"
    for (ax, ay), (bx, by) in pairwise(points):
        if abs(ay - by) < 0.5:
            path += f"L{bx:.1f} {by:.1f}"
            continue
        reach = (bx - ax) * 0.5
        path += f"C{ax + reach:.1f} {ay:.1f} {bx - reach:.1f} {by:.1f} {bx:.1f} {by:.1f}"
    return path


def _head(x: float, y: float, way: int) -> str:
    """An arrowhead with its tip at the point; `way` is 1 to the right, -1 to the left."""
    return f"M{x:.1f} {y:.1f}l{-8 * way} -4.2v8.4z"
