"""The drawings: sound XML, nothing outside, no boxes over each other, readable colors."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise

import pytest

from careerlattice.draw.boxes import SHOWN_WHOLE, fold
from careerlattice.draw.coordinate_assignment import settle
from careerlattice.draw.crossing_reduction import untangle
from careerlattice.draw.ladder_svg import BOX_HEIGHT, BOX_WIDTH, render_ladder
from careerlattice.draw.ladder_text import render_ladder_text
from careerlattice.draw.layout import COLUMNS, place
from careerlattice.draw.palette import DARK, LIGHT, stylesheet
from careerlattice.draw.text import cut, width_of, wrap
from careerlattice.lattice.arrays.kinds import Kind
from devtools.contact_sheet import contact_sheets

SVG = "{http://www.w3.org/2000/svg}"
BIG = ("2008-production", "2024-physical-health", "2008-therapeutic-services")


def boxes_of(root: ET.Element) -> list[tuple[float, float]]:
    return [
        (float(rect.get("x")), float(rect.get("y")))
        for group in root.iter(f"{SVG}g")
        for rect in group.findall(f"{SVG}rect")
        if rect.get("rx") and rect.get("class") is None
    ]


@pytest.mark.slow
def test_every_picture_is_sound(ladders):
    for ladder in ladders:
        root = ET.fromstring(render_ladder(ladder))
        assert root.tag == f"{SVG}svg"
        titles = [root.find(f"{SVG}{tag}").text for tag in ("title", "desc")]
        assert all(titles), ladder.id
        assert ladder.pathway in titles[0]
        width, height = float(root.get("width")), float(root.get("height"))
        assert width <= 1440, ladder.id
        for x, y in boxes_of(root):
            assert x >= 0, ladder.id
            assert y >= 0, ladder.id
            assert x + BOX_WIDTH <= width, ladder.id
            assert y + BOX_HEIGHT <= height, ladder.id


@pytest.mark.slow
def test_no_box_covers_another(ladders):
    for ladder in ladders:
        found = boxes_of(ET.fromstring(render_ladder(ladder)))
        for (ax, ay), (bx, by) in combinations(found, 2):
            apart = abs(ax - bx) >= BOX_WIDTH or abs(ay - by) >= BOX_HEIGHT - 0.2
            assert apart, ladder.id


def test_lines_to_one_box_run_together(lattice):
    """Between two columns no box is reached over two lanes."""
    placed = place(fold(lattice.ladder("2008-construction")))
    lanes: dict[tuple[str, float], set[float]] = {}
    for (_, end), points in placed.routes.items():
        for column, row in points:
            lanes.setdefault((end, column), set()).add(row)
    assert lanes
    assert all(len(rows) == 1 for rows in lanes.values())


def test_whose_figures_a_specialty_wears_is_told(lattice):
    ladder = lattice.ladder("2008-general-management")
    wears = ladder.get("11-9199.02")
    assert wears.line == "Managers, All Other"
    assert "figures of the line: Managers, All Other" in render_ladder_text(ladder)
    assert "* of the whole line" in render_ladder(ladder)
    assert ladder.get("11-1021.00").line == ""


@pytest.mark.slow
def test_every_occupation_is_in_exactly_one_box(ladders):
    for ladder in ladders:
        folded = fold(ladder)
        codes = [one.code for box in folded.boxes for one in box.members]
        assert sorted(codes) == sorted(one.code for one in ladder.occupations), ladder.id
        assert folded.is_folded == (len(codes) > SHOWN_WHOLE)


def test_a_folded_picture_shows_two_ways_up_between_single_boxes(lattice):
    folded = fold(lattice.ladder("2024-public-safety"))
    assert folded.is_folded
    up = {link.end for link in folded.links if link.start == "33-9032.00"}
    assert {"33-3012.00", "33-3051.00"} <= up


def test_what_the_first_main_sequence_leads_to_has_boxes_of_its_own(lattice):
    folded = fold(lattice.ladder("2008-therapeutic-services"))
    singles = {box.key for box in folded.boxes if not box.is_group}
    assert "29-1161.00" in singles  # nurse midwives, a small line that nurses step to
    assert ("29-1141.00", "29-1161.00") in {(link.start, link.end) for link in folded.links}


@pytest.mark.parametrize("pathway", BIG)
def test_large_ladders_are_folded_around_their_backbones(lattice, pathway):
    ladder = lattice.ladder(pathway)
    folded = fold(ladder)
    singles = {box.key for box in folded.boxes if not box.is_group}
    assert {code for codes in ladder.main_sequences for code in codes} <= singles
    assert len(folded.boxes) < len(ladder.occupations) / 1.4
    assert len(fold(ladder, whole=True).boxes) == len(ladder.occupations)


@pytest.mark.slow
def test_columns_rise_with_the_levels(ladders):
    for ladder in ladders:
        folded = fold(ladder)
        placed = place(folded)
        assert len(placed.column_levels) <= COLUMNS
        assert list(placed.column_levels) == sorted(placed.column_levels)
        for box in folded.boxes:
            assert placed.column_levels[placed.column[box.key]] == box.level


def test_the_same_ladder_gives_the_same_bytes(lattice):
    ladder = lattice.ladder("2008-construction")
    assert render_ladder(ladder) == render_ladder(ladder)


def test_links_lead_where_the_caller_says(lattice):
    ladder = lattice.ladder("2008-lodging")
    svg = render_ladder(ladder, href_for=lambda code: f"/o/{code}?a=1&b=2")
    root = ET.fromstring(svg)
    targets = {link.get("href") for link in root.iter(f"{SVG}a")}
    for one in ladder.occupations:
        assert f"/o/{one.code}?a=1&b=2" in targets
    assert "<a " not in render_ladder(ladder)


def test_the_link_of_a_joined_box_names_all_it_stands_for(lattice):
    ladder = lattice.ladder("2008-therapeutic-services")
    root = ET.fromstring(render_ladder(ladder, href_for=lambda code: f"/o/{code}"))
    named = [
        link.get("data-members").split()
        for link in root.iter(f"{SVG}a")
        if link.get("data-members")
    ]
    joined = [[one.code for one in box.members] for box in fold(ladder).boxes if box.is_group]
    assert sorted(named) == sorted(joined)


def test_boxes_are_faded_only_with_all_their_occupations(lattice):
    ladder = lattice.ladder("2008-therapeutic-services")
    group = next(box for box in fold(ladder).boxes if box.is_group)
    some = {member.code for member in group.members[1:]}

    def faded(codes: set[str]) -> list[str]:
        svg = render_ladder(
            ladder, href_for=lambda code: f"/o/{code}", standalone=False, faded=codes
        )
        assert 'role="img"' not in svg
        links = [link for link in ET.fromstring(svg).iter(f"{SVG}a") if link.get("class")]
        assert all(link.get("class") == "is-unfit" for link in links)
        return [link.get("data-members") or link.get("href") for link in links]

    assert faded(set()) == faded(some) == []
    every = {member.code for member in group.members}
    assert faded(every) == [" ".join(member.code for member in group.members)]


def test_backbones_advances_and_laterals_are_told_apart_without_color(lattice):
    ladder = lattice.ladder("2008-restaurants-and-food-beverage-services")
    root = ET.fromstring(render_ladder(ladder))
    lines = [path.get("class").split() for path in root.iter(f"{SVG}path")]
    drawn = fold(ladder).links
    assert sum("cl-head" in names for names in lines) == sum(
        link.kind == Kind.ADVANCE for link in drawn
    )
    # One of each kind more than drawn: the samples of the key.
    assert sum("cl-lateral" in names for names in lines) >= 2
    style = stylesheet()
    assert re.search(r"cl-lateral\{[^}]*stroke-dasharray", style)
    assert re.search(r"cl-backbone\{[^}]*stroke-width:2\.6", style)


def test_inline_pictures_bring_no_style(lattice):
    ladder = lattice.ladder("2008-lodging")
    assert "<style>" not in render_ladder(ladder, standalone=False)
    assert "prefers-color-scheme:dark" in render_ladder(ladder)
    assert "@media print" in render_ladder(ladder)


def contrast(first: str, second: str) -> float:
    def light(color: str) -> float:
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dim = sorted((light(first), light(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_contrast_is_enough(colors):
    for ground in ("paper", "band", "box", "focus"):
        assert contrast(colors["ink"], colors[ground]) >= 7
        assert contrast(colors["muted"], colors[ground]) >= 4.5
    for level in ("entry", "intermediate", "advanced", "expert"):
        assert contrast(colors[level], colors["band"]) >= 4.5
    for line in ("advance", "backbone", "lateral"):
        assert contrast(colors[line], colors["band"]) >= 3


class TestTextTwin:
    def test_it_tells_every_occupation_and_move(self, lattice):
        ladder = lattice.ladder("2008-construction")
        text = render_ladder_text(ladder)
        for one in ladder.occupations:
            assert one.occupation.title in text
        for move in ladder.advances:
            assert ladder.get(move.to_code).occupation.title in text
        assert text.index("Entry (") < text.index("Intermediate (") < text.index("Expert (")

    def test_moves_outside_are_told_for_those_without_one_inside(self, lattice):
        ladder = next(one for one in map(lattice.ladder, BIG) if one.outside)
        assert "no move inside; on to" in render_ladder_text(ladder)


class TestText:
    def test_lines_fit(self):
        title = "First-Line Supervisors of Food Preparation and Serving Workers"
        lines = wrap(title, 160, 12, 3, bold=True)
        assert " ".join(lines) == title
        assert all(width_of(line, 12, bold=True) <= 160 for line in lines)

    def test_what_does_not_fit_ends_in_an_ellipsis(self):
        assert wrap("one two three four", 40, 12, 2)[-1].endswith("…")
        assert cut("unchanged", 200, 12) == "unchanged"


class TestLayoutSteps:
    def test_settling_keeps_order_and_distance(self):
        columns = {0: [0, 1, 2], 1: [3, 4]}
        rows = settle(columns, [(0, 4), (1, 3), (2, 3)], [1.0, 1.0, 1.0, 1.0, 0.4])
        for nodes in columns.values():
            for above, below in pairwise(nodes):
                assert rows[below] - rows[above] >= 0.69

    def test_a_line_between_two_columns_becomes_level(self):
        rows = settle({0: [0], 1: [1]}, [(0, 1)], [1.0, 1.0])
        assert rows[0] == pytest.approx(rows[1], abs=0.05)

    def test_untangling_removes_a_crossing(self):
        columns = untangle({0: [0, 1], 1: [2, 3]}, [(0, 3), (1, 2)], [])
        order = [columns[0].index(0), columns[1].index(3)]
        assert order in ([0, 0], [1, 1])

    def test_untangling_brings_lateral_partners_together(self):
        columns = untangle({0: [0, 1, 2]}, [], [(0, 2)])
        assert abs(columns[0].index(0) - columns[0].index(2)) == 1


@pytest.mark.slow
def test_contact_sheets_hold_every_ladder(lattice, ladders):
    pages = contact_sheets(lattice.catalog, lattice)
    figures = sum(page.count("<figure ") for name, page in pages.items() if name[0] == "2")
    assert figures == len(ladders)
    assert sum(len(page.encode()) for page in pages.values()) < 3_000_000
    assert pages["neighborhoods.html"].count("<figure ") == 6
