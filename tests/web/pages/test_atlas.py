"""What people read on the pages of the atlas: figures, ladders large and small, moves, hits."""

from __future__ import annotations

import re
from html import unescape
from math import dist

import pytest
from django.test import Client

from careerlattice.requirements.requirements import open_requirements
from careerlattice.web.app_state import served_catalog, served_lattice
from careerlattice.web.pages.atlas.cluster_figures import pathway_figures
from careerlattice.web.pages.atlas.small_ladder import (
    DOT_ROWS,
    DOTS_ACROSS,
    HEIGHT,
    draw_small,
    small_ladder,
)
from careerlattice.web.pages.occupation.compare import level_rows
from careerlattice.web.templatetags.amounts import about, openings, pay_change

THERAPEUTIC = "/pathways/2008-therapeutic-services"


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return unescape(response.content.decode())


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


class TestFigures:
    @pytest.mark.parametrize(
        ("value", "told"),
        [
            (13_612_345.0, "13.6\u00a0million"),
            (17_000_400.0, "17\u00a0million"),
            (999_600.0, "1\u00a0million"),
            (999_400.0, "999,000"),
            (151_100_000.0, "151\u00a0million"),
            (188_240.0, "188,000"),
            (0.0, "0"),
            (None, "not published"),
            (float("nan"), "not published"),
        ],
    )
    def test_large_counts_as_people_say_them(self, value: float | None, told: str) -> None:
        assert about(value) == told

    def test_a_change_of_pay_names_its_unit(self) -> None:
        assert pay_change(22_940) == "+$22,940 a year"
        assert pay_change(-300.2) == "−$300 a year"
        assert pay_change(0.3) == "same pay"
        assert pay_change(None) == "pay not published"

    def test_openings_rounded_to_nothing_are_not_none(self) -> None:
        assert openings(0.0) == "under 50"
        assert openings(100.0) == "100"
        assert openings(204_000.0) == "204,000"
        assert openings(None) == "not published"


class TestSmallLadders:
    def test_every_occupation_is_a_ring_or_part_of_a_dot(self) -> None:
        catalog, lattice = served_catalog(), served_lattice()
        for pathway in catalog.list_pathways():
            small = small_ladder(pathway.id)
            if small is None:
                assert not catalog.frameworks.occupations_of(pathway.id)
                continue
            ladder = lattice.ladder(pathway.id)
            assert sum(n for _level, n in small.counts) == len(ladder.occupations)
            beside = len(ladder.occupations) - len(small.rings)
            assert len(small.dots) <= beside <= len(small.dots) * small.each, pathway.id
            assert sum(way.lines for way in small.ways) == len(small.lines)

    def test_nothing_stands_outside_or_on_something_else(self) -> None:
        for pathway in served_catalog().list_pathways():
            small = small_ladder(pathway.id)
            if small is None:
                continue
            places = (*small.rings, *small.dots)
            assert len(set(places)) == len(places)
            assert all(5 <= x <= 275 and 5 <= y <= HEIGHT - 3 for x, y in places)
            assert all(dist(ring, dot) >= 8 for ring in small.rings for dot in small.dots), (
                pathway.id
            )

    def test_a_full_level_is_joined(self) -> None:
        ladder = served_lattice().ladder("2008-production")
        small = draw_small(ladder)
        assert small.each > 1
        assert max(len(rung) for rung in ladder.rungs) > DOTS_ACROSS * DOT_ROWS

    def test_the_card_says_what_the_picture_shows(self, client: Client) -> None:
        text = plain(read(client, "/clusters/2008-health-science"))
        figures = pathway_figures("2008-therapeutic-services")
        assert f"{figures.occupations} occupations" in text
        small = small_ladder("2008-therapeutic-services")
        assert small is not None
        for level, n in small.counts:
            assert f"{n} {level.label}" in text.replace("\u00a0", " ")
        for way in small.ways:
            assert way.first in text
            assert way.last in text


class TestPathway:
    def test_the_list_holds_every_occupation_once_from_entry_up(self, client: Client) -> None:
        text = read(client, THERAPEUTIC)
        listed = text[text.index('id="as-list"') : text.index('id="doors"')]
        ladder = served_lattice().ladder("2008-therapeutic-services")
        codes = re.findall(r'<li><a href="/occupations/([\d.-]+)"', listed)
        assert codes == [one.code for one in ladder.occupations]

    def test_what_misses_the_filters_is_listed_with_its_reason_and_faint_in_the_picture(
        self, client: Client
    ) -> None:
        asked = "?education=associate&min_pay=45000&min_growth=5"
        text = read(client, THERAPEUTIC + asked)
        body = client.get(THERAPEUTIC + ".json" + asked).json()["data"]
        lines = [line for rung in body["rungs"] for line in rung["lines"]]
        unfit = {line["code"]: line["misses"] for line in lines if line["misses"]}
        assert body["fitting"] == len(lines) - len(unfit)
        assert unfit["29-1141.00"] == ["requires more education", "grows less"]
        assert "pays less" in unfit["31-1131.00"]
        for code, misses in unfit.items():
            assert f'<li><a href="/occupations/{code}">' in text
            assert ", ".join(misses) in text
        faint = re.findall(r'<a class="is-unfit" href="/occupations/([\d.-]+)"', text)
        assert faint
        assert set(faint) <= set(unfit)
        for found in re.finditer(r'<a( class="is-unfit")? [^>]*data-members="([^"]+)"', text):
            assert bool(found[1]) == all(code in unfit for code in found[2].split())

    def test_levels_are_open_while_few_are_seen(self, client: Client) -> None:
        opened = re.findall(r'id="level-(\w+)"( open)?>', read(client, THERAPEUTIC))
        assert [(level, bool(is_open)) for level, is_open in opened] == [
            ("entry", True), ("intermediate", False), ("advanced", False), ("expert", False)
        ]  # fmt: skip

    def test_main_sequences_name_the_pay_of_each_stop(self, client: Client) -> None:
        body = client.get(THERAPEUTIC + ".json").json()["data"]
        text = plain(read(client, THERAPEUTIC))
        for way in body["backbones"]:
            for stop in way:
                assert f"{stop['title']} {stop['level']} · ${stop['pay_usd']:,.0f}" in text


class TestOccupation:
    def test_every_move_can_be_planned(self, client: Client) -> None:
        text = read(client, "/occupations/31-1131.00?state=OH")
        data = client.get("/occupations/31-1131.00.json?state=OH").json()["data"]
        for move in (*data["next_steps"], *data["sideways"]):
            assert f"/plan?from=31-1131.00&to={move['code']}&state=OH" in text
        for move in data["feeders"]:
            assert f"/plan?from={move['code']}&to=31-1131.00&state=OH" in text
            assert move["asks"] in text
            assert move["often"] in text

    def test_pay_stands_by_percentile_with_an_area_in_each_column(self, client: Client) -> None:
        text = read(client, "/occupations/31-1131.00?state=OH")
        table = text[text.index('class="wage-table"') :]
        table = table[: table.index("</table>")]
        assert [len(re.findall(r"<td", row)) for row in table.split("<tr")[2:]] == [2] * 6
        assert 'class="table"' not in text[text.index('id="pay"') : text.index('id="outlook"')]

    def test_where_no_pay_is_published_it_is_said_once(self, client: Client) -> None:
        text = plain(read(client, "/occupations/55-1011.00"))
        assert text.count("No pay is published.") == 1
        assert "half earn more" not in text
        assert "pay not published" not in text


class TestCompare:
    def test_what_all_share_is_said_once(self, client: Client) -> None:
        address = "/compare?codes=29-1141.00,29-2061.00"
        data = client.get(address.replace("?", ".json?")).json()["data"]
        text = plain(read(client, address))
        assert data["shared_skills"]
        for name in data["shared_skills"]:
            assert text.count(name) == 1
        for one in data["compared"]:
            assert not set(one["own_skills"]) & set(data["shared_skills"])
            assert not one["also_skills"]
            assert ", ".join(one["own_skills"]) in text

    def test_schooling_begins_and_ends_where_jobs_differ(self) -> None:
        catalog = served_catalog()
        rows = level_rows(
            [open_requirements(catalog).get_requirements(c) for c in ("29-1141.00", "31-1131.00")]
        )
        assert any(share >= 0.005 for share in rows[0].opens)
        assert all(share >= 0.995 for share in rows[-1].opens)
        assert not all(share >= 0.995 for share in rows[-2].opens)

    def test_examples_where_nothing_is_compared_yet(self, client: Client) -> None:
        text = read(client, "/compare")
        assert "Registered Nurses · Licensed Practical and Licensed Vocational Nurses" in text


class TestSearch:
    def test_fields_stand_first_by_name_and_by_what_lies_in_them(self, client: Client) -> None:
        fields = client.get("/search.json?q=nurse").json()["data"]["fields"]
        assert fields[0]["name"] == "Therapeutic Services"
        assert fields[0]["holds"] >= 3
        named = client.get("/search.json?q=manufact").json()["data"]["fields"]
        assert named[0]["name"] == "Manufacturing"
        assert named[0]["holds"] == 0
        text = read(client, "/search?q=nurse")
        assert text.index('id="fields"') < text.index('id="found"')

    def test_a_route_to_every_hit_can_be_planned(self, client: Client) -> None:
        hits = client.get("/search.json?q=nurse&state=OH").json()["data"]["occupations"]
        text = read(client, "/search?q=nurse&state=OH")
        assert all(f"/plan?to={hit['code']}&state=OH" in text for hit in hits)


@pytest.mark.parametrize("framework", ["2008", "2024"])
def test_the_map_draws_every_pathway_of_every_cluster(client: Client, framework: str) -> None:
    text = unescape(client.get(f"/clusters?framework={framework}").content.decode())
    catalog = served_catalog()
    for cluster in catalog.list_clusters(framework):
        at = text.index(f'<a href="/clusters/{cluster.id}">')
        area = text[at : text.index("</div></li>", at)]
        for pathway in catalog.list_pathways(framework, cluster.id):
            strip = area[area.index(f'href="/pathways/{pathway.id}"') :]
            strip = strip[: strip.index("</li>")]
            codes = catalog.frameworks.occupations_of(pathway.id)
            assert strip.count("h0") == len(codes)
            assert f'<span class="count">{len(codes)}<' in strip


def test_figures_of_a_job_lead_to_their_publishers(client: Client) -> None:
    text = client.get("/occupations/29-1141.00?state=OH").content.decode()
    assert 'href="https://www.bls.gov/oes/current/oes291141.htm"' in text
    assert text.count('href="https://www.onetonline.org/link/details/29-1141.00"') == 2
    soldier = client.get("/occupations/55-1011.00").content.decode()
    assert "bls.gov/oes/current" not in soldier
