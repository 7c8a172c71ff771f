"""Each edition of O*NET is read as it names its files; a newer one builds or says what changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from careerlattice.build.release_build import build_release
from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.group_figures import group_figures
from careerlattice.errors import DataError, MissingColumn, MissingFile, RowErrors
from careerlattice.release.opening import Release
from careerlattice.sources.location import Location
from careerlattice.sources.onet import read_onet
from careerlattice.sources.onet_editions import (
    FIVE_ZONES,
    FOUR_ZONES,
    LAYOUTS,
    edition_in,
    layout_of,
    source_of,
    vintage_in,
)

NURSE, LICENSED, AIDE = "29-1141.00", "29-2061.00", "31-1131.00"


def _table(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def _write(path: Path, rows: list[list[str]]) -> None:
    path.write_text("".join("\t".join(row) + "\r\n" for row in rows), "utf-8", newline="")


def make_30_2(folder: Path) -> None:
    """Turn the files of 30.1 into those of 30.2: four zones, nothing else."""
    (folder / "Read Me.txt").write_text("O*NET 30.2 Database\nFebruary 2026 Release\n")


def make_30_3(folder: Path, edition: str = "30.3") -> None:
    """Turn the files of 30.1 into those of 30.3, as its data dictionary describes them."""
    (folder / "Read Me.txt").write_text(f"O*NET {edition} Database\nMay 2026 Release\n")
    heading, *skills = _table(folder / "Skills.txt")
    _write(folder / "Essential Skills.txt", [heading, *skills])
    transferable = [[row[0], "2.B.3.e", "Programming", *row[3:]] for row in skills]
    _write(folder / "Transferable Skills.txt", [heading, *transferable])
    (folder / "Skills.txt").unlink()
    (folder / "Interests.txt").rename(folder / "Career Interest Types.txt")
    (folder / "Work Values.txt").unlink()
    heading, *shares = _table(folder / "Education, Training, and Experience.txt")
    scale = heading.index("Scale ID")
    _write(folder / "Education.txt", [heading, *(row for row in shares if row[scale] == "RL")])
    _write(
        folder / "Training and Experience.txt",
        [heading, *(row for row in shares if row[scale] != "RL")],
    )
    (folder / "Education, Training, and Experience.txt").unlink()
    heading, *titles = _table(folder / "Alternate Titles.txt")
    heading[1] = "Job Title"
    _write(folder / "Job Titles.txt", [heading, *titles])
    (folder / "Alternate Titles.txt").unlink()
    _, *tools = _table(folder / "Technology Skills.txt")
    software = [[row[0], row[1], "2.E.1.a", row[3], *row[4:]] for row in tools]
    columns = ["O*NET-SOC Code", "Workplace Example", "Element ID", "Element Name"]
    _write(folder / "Software Skills.txt", [[*columns, "Hot Technology", "In Demand"], *software])
    (folder / "Technology Skills.txt").unlink()
    heading, *activities = _table(folder / "Tasks to DWAs.txt")
    at = heading.index("DWA ID")
    heading[at : at + 1] = ["DWA Element ID", "DWA Element Name"]
    named = [[*row[: at + 1], "Doing it", *row[at + 1 :]] for row in activities]
    _write(folder / "Tasks to DWAs.txt", [heading, *named])


@pytest.fixture
def built(small_world: Any, tmp_path: Path) -> Callable[[Callable[[Path], None]], Release]:
    """A release built from the small world after its files were changed."""

    def build(change: Callable[[Path], None]) -> Release:
        change(small_world.folder)
        build_release(
            [small_world.folder], tmp_path / "out", framework_2024=small_world.framework,
            allow_fewer_rows=True,
        )  # fmt: skip
        return Release(tmp_path / "out")

    return build


@pytest.fixture(scope="module")
def release_30_3(make_small_world: Any, tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A release built from the small world as 30.3 publishes it; only read."""
    parent = tmp_path_factory.mktemp("edition-30-3")
    world = make_small_world(parent)
    make_30_3(world.folder)
    build_release(
        [world.folder], parent / "out", framework_2024=world.framework, allow_fewer_rows=True
    )
    return Release(parent / "out")


# --- choosing ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edition", "since"),
    [("30.1", (30, 1)), ("30.2", (30, 2)), ("30.3", (30, 3)), ("31.0", (30, 3)), ("40.2", (30, 3))],
)
def test_the_newest_layout_that_is_not_newer_reads_an_edition(
    edition: str, since: tuple[int, int]
) -> None:
    assert layout_of(edition).since == since


def test_an_edition_before_all_layouts_is_refused() -> None:
    with pytest.raises(
        DataError, match=r"of O\*NET 29.3; this version reads O\*NET 30.1 and later"
    ):
        layout_of("29.3")


def test_without_a_read_me_the_files_tell_the_layout() -> None:
    assert layout_of("", {"Essential Skills.txt"}.__contains__) is LAYOUTS[-1]
    assert layout_of("", {"Skills.txt"}.__contains__) is LAYOUTS[0]


def test_a_read_me_names_edition_and_month() -> None:
    read_me = "O*NET 30.3 Database\nMay 2026 Release\n----\nfuture releases of the O*NET database,"
    assert (edition_in(read_me), vintage_in(read_me)) == ("30.3", "2026-05")
    assert (edition_in("something else"), vintage_in("")) == ("", "")


def test_an_edition_is_credited_as_itself() -> None:
    source = source_of("30.3", "2026-05")
    assert (source.edition, source.vintage) == ("30.3", "2026-05")
    assert "O*NET 30.3 Database" in source.credit
    assert source.address.endswith("db_30_3_text.zip")


def test_four_zones_since_30_2() -> None:
    assert [layout.job_zones for layout in LAYOUTS] == [FIVE_ZONES, FOUR_ZONES, FOUR_ZONES]
    assert FOUR_ZONES.numbers == (2, 3, 4, 5)


# --- building ---------------------------------------------------------------------------------


def test_30_1_has_five_zones(small_release: Release) -> None:
    release = small_release
    assert release.job_zones.numbers == (1, 2, 3, 4, 5)
    assert release.job_zones.label(1) == "little or no preparation"
    assert release.source("onet").edition == "30.1"


@pytest.mark.slow
def test_30_2_has_four_zones_and_its_own_credit(built: Any) -> None:
    release = built(make_30_2)
    assert (release.job_zones.lowest, release.job_zones.highest) == (2, 5)
    assert release.job_zones.label(2) == "very little to some preparation"
    source = release.source("onet")
    assert (source.edition, source.vintage) == ("30.2", "2026-02")
    assert source.citation == "O*NET 30.2"
    catalog = Catalog(release)
    found = group_figures(catalog, catalog.codes)
    assert found.by_zone == (0, 1, 2, 0, 0), "an aide in zone 2, two nurses in zone 3"


@pytest.mark.slow
def test_30_3_is_read_from_its_renamed_files(release_30_3: Release) -> None:
    release = release_30_3
    assert release.source("onet").edition == "30.3"
    elements = release.table("elements").filter(pl.col("domain") == "skill")["element_id"]
    assert set(elements) == {"2.A.1.a", "2.B.3.e"}
    ratings = release.table("ratings").filter(pl.col("element_id") == "2.B.3.e")
    assert set(ratings["onet_soc_code"]) == {NURSE, LICENSED, AIDE}
    assert release.table("interests").height == 3
    assert release.table("titles").filter(pl.col("title") == "Nurse Aide").height == 1
    tools = release.table("technology_skills")
    assert tools.height > 0
    assert tools["commodity_code"].null_count() == tools.height
    assert tools["commodity"].null_count() == 0
    assert release.table("occupation_activities").height > 0


@pytest.mark.slow
def test_30_3_gives_the_same_shares_as_one_file_did(
    release_30_3: Release, small_release: Release
) -> None:
    shares = small_release.table("requirement_shares")
    assert release_30_3.table("requirement_shares").equals(shares)


def test_an_edition_without_work_values_has_an_empty_table_and_says_so(
    release_30_3: Release,
) -> None:
    release = release_30_3
    assert release.table("work_values").is_empty()
    told = [row.why for row in release.manifest.set_aside if row.file == "Work Values.txt"]
    assert told == ["this edition has no work values: the table is empty"]


@pytest.mark.slow
def test_an_unknown_newer_edition_of_the_same_layout_builds(built: Any) -> None:
    release = built(lambda folder: make_30_3(folder, "32.1"))
    assert release.source("onet").edition == "32.1"
    assert "O*NET 32.1 Database" in release.source("onet").credit


# --- what has changed is named ----------------------------------------------------------------


def test_a_file_that_a_newer_edition_lacks_is_named(small_world: Any, tmp_path: Path) -> None:
    make_30_3(small_world.folder, "32.1")
    (small_world.folder / "Software Skills.txt").rename(small_world.folder / "Tools.txt")
    with pytest.raises(MissingFile) as caught:
        build_release([small_world.folder], tmp_path / "out", framework_2024=small_world.framework)
    assert "lacks 1 file(s)" in str(caught.value)
    assert "'Software Skills.txt'" in str(caught.value)


def test_a_column_that_a_newer_edition_lacks_is_named(small_world: Any) -> None:
    make_30_3(small_world.folder, "32.1")
    small_world.change("Job Titles.txt", "Job Title", "Name of the Job")
    with pytest.raises(MissingColumn) as caught:
        read_onet(Location.of(small_world.folder))
    message = str(caught.value)
    assert "'Job Titles.txt'" in message
    assert "Missing: Job Title." in message
    assert "Unknown: Name of the Job." in message


def test_a_zone_that_the_edition_does_not_have_is_refused(small_world: Any) -> None:
    make_30_2(small_world.folder)
    small_world.change("Job Zones.txt", "\t2\t", "\t1\t")
    with pytest.raises(RowErrors, match=r"a job zone that O\*NET 30.2 does not have") as caught:
        read_onet(Location.of(small_world.folder))
    assert caught.value.rows == (f"{AIDE}: 1",)
