"""From the publishers' files to a release."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from careerlattice.build.assignment import read_assignment
from careerlattice.build.writing import write_release
from careerlattice.catalog.lookup import SEARCH_FILE
from careerlattice.catalog.search import TitleSearch
from careerlattice.errors import RowErrors
from careerlattice.release.arrays import arrays_to_bytes
from careerlattice.release.manifest import Manifest
from careerlattice.sources.cip import read_cip
from careerlattice.sources.clusters import read_clusters
from careerlattice.sources.costs import read_costs
from careerlattice.sources.crosswalks import read_crosswalks
from careerlattice.sources.licenses import read_licenses
from careerlattice.sources.location import Location
from careerlattice.sources.oews import read_oews
from careerlattice.sources.onet import read_onet, read_onet_texts
from careerlattice.sources.projections import read_projections
from careerlattice.sources.reading import Reading, SetAside
from careerlattice.sources.scorecard import read_scorecard
from careerlattice.tables.check import check_table, dangling
from careerlattice.tables.registry import TABLES


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made: the manifest, and every row set aside."""

    folder: Path
    manifest: Manifest
    set_aside: tuple[SetAside, ...]


STEPS = (
    "O*NET", "wages", "projections", "clusters", "programs", "schools", "licenses", "crosswalks",
    "prices", "2024 framework", "checks", "writing",
)  # fmt: skip


def build_release(
    places: list[Path],
    out: Path,
    *,
    framework_2024: Path | None = None,
    with_texts: bool = False,
    progress: Callable[[str], None] = lambda _: None,
) -> BuildReport:
    """Build the release from the folders, zips and wheels in `places` and write it to `out`.

    `framework_2024` replaces this project's assignment to the 2024 framework; `with_texts` adds
    O*NET's own sentences (never in the shipped release). `progress` is called with each of `STEPS`.
    Raises `MissingFile`, `MissingColumn`, `RowErrors` and other kinds of `DataError`, and
    `ReleaseError` when `out` cannot be written.
    """
    progress("O*NET")
    location = Location.of(*places)
    reading = read_onet(location)
    if with_texts:
        reading.add(read_onet_texts(location))
    occupations = reading.frames["occupations"]
    codes = occupations["onet_soc_code"].to_list()
    soc_codes = sorted(set(occupations["soc_code"]))
    sources: list[tuple[str, Callable[[], Reading]]] = [
        ("wages", lambda: read_oews(location, soc_codes)),
        ("projections", lambda: read_projections(location, soc_codes)),
        ("clusters", lambda: read_clusters(location)),
        ("programs", lambda: read_cip(location, soc_codes)),
        ("schools", lambda: read_scorecard(location)),
        ("licenses", lambda: read_licenses(location, codes)),
        ("crosswalks", lambda: read_crosswalks(location, codes)),
        ("prices", read_costs),
    ]
    for step, read in sources:
        progress(step)
        reading.add(read())
    progress("2024 framework")
    reading.frames["pathway_occupations"] = pl.concat(
        [reading.frames["pathway_occupations"], read_assignment(framework_2024)]
    ).sort("pathway_id", "onet_soc_code")
    progress("checks")
    check_tables(reading.frames)
    progress("writing")
    extras = {SEARCH_FILE: _title_search(reading.frames)}
    manifest = write_release(out, reading.frames, extras, reading.set_aside, location.read_hashes)
    return BuildReport(out, manifest, tuple(reading.set_aside))


def _title_search(frames: dict[str, pl.DataFrame]) -> bytes:
    """The index behind title search, made once so that opening it takes milliseconds."""
    entries = [
        (code, title, "official")
        for code, title in frames["occupations"].select("onet_soc_code", "title").rows()
    ]
    for code, title, short, kind in (
        frames["titles"].select("onet_soc_code", "title", "short_title", "kind").rows()
    ):
        entries.append((code, title, kind))
        if short is not None:
            entries.append((code, short, "short"))
    return arrays_to_bytes(TitleSearch.build(entries).to_arrays())


def check_tables(frames: dict[str, pl.DataFrame]) -> None:
    """Hold all tables against their declarations and links. Raises the first `DataError`."""
    for name, frame in frames.items():
        check_table(TABLES[name], frame)
    lost = [text for name, frame in frames.items() for text in dangling(TABLES[name], frame, frames)]
    if lost:
        raise RowErrors("links", "a link leads nowhere", lost)
    unassigned = frames["occupations"].join(
        frames["pathway_occupations"].filter(pl.col("pathway_id").str.starts_with("2024-")),
        on="onet_soc_code",
        how="anti",
    )
    if unassigned.height:
        raise RowErrors(
            "pathway_occupations",
            "an occupation has no sub-cluster of the 2024 framework",
            unassigned["onet_soc_code"].to_list(),
        )
