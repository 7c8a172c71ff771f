"""A full local release from the publishers' own addresses.

The official O*NET text edition and the NCES list of programs come in files our readers take as they
are. The other publishers serve spreadsheets or pages only: their tables are carried over, table by
table, from the release that is shipped, and the result says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from careerlattice.build.prices import read_prices
from careerlattice.build.release_build import check_tables, derived_files, guarded
from careerlattice.build.writing import check_folder, write_release
from careerlattice.errors import BadRequest, DataError, listed
from careerlattice.release.locate import SHIPPED
from careerlattice.release.manifest import Manifest, SetAsideCount
from careerlattice.release.opening import Release
from careerlattice.sources.addresses import CIP_TITLES, DOWNLOADS, FILES, ONET_ZIP
from careerlattice.sources.cip import read_programs
from careerlattice.sources.fetching import USUAL, Fetched, Patience, Progress, fetch
from careerlattice.sources.location import Location
from careerlattice.sources.onet import read_onet, read_onet_texts
from careerlattice.sources.reading import Reading, SetAside
from careerlattice.tables.registry import TABLES

VARIABLE = "CAREERLATTICE_MIRROR"
"""The environment variable that names a server with the publishers' paths, in place of theirs."""

STEPS = (
    "O*NET",
    "O*NET's texts",
    "programs",
    "prices",
    "shipped tables",
    "checks",
    "lattice",
    "writing",
)


@dataclass(frozen=True, slots=True)
class PullReport:
    """What a pull made: files fetched, tables rebuilt from them, tables carried over."""

    folder: Path
    manifest: Manifest
    fetched: tuple[Fetched, ...]
    rebuilt: tuple[str, ...]
    carried_over: tuple[str, ...]
    set_aside: tuple[SetAside, ...]


def pull_release(
    out: Path,
    *,
    cache: Path,
    base_urls: Mapping[str, str] | None = None,
    carry_from: Path = SHIPPED,
    progress: Callable[[str], None] = lambda _: None,
    bytes_progress: Progress = lambda _name, _done, _total: None,
    patience: Patience = USUAL,
    accept_changed: bool = False,
) -> PullReport:
    """Fetch the publishers' files into `cache` and write a full local release to `out`.

    The release holds O*NET's own texts too. `base_urls` maps a host, or `*` for all, to the address
    of a mirror. `progress` is called with each of `STEPS`, `bytes_progress` while files arrive.
    `out` is replaced at the very end or not at all; the shipped release is never touched.
    `accept_changed` takes files with another hash than those of the same name in `carry_from`, and
    tables with far fewer rows. Raises `BadRequest` for a place that must not be written,
    `NoNetwork`, `MissingFile`, `DataError` for what was fetched, and `ReleaseError` for folders.
    """
    refuse_shipped(out, carry_from)
    check_folder(out)
    base = Release(carry_from)
    _ = base.manifest  # a release that cannot be read is said before anything is fetched
    fetched = tuple(
        fetch(download, cache, base_urls=base_urls, progress=bytes_progress, patience=patience)
        for download in DOWNLOADS
    )
    paths = {file.name: file.path for file in fetched}
    location = Location.of(paths[ONET_ZIP.name], paths[CIP_TITLES.name])
    reading = _read_fetched(location, progress)
    if not accept_changed:
        refuse_changed(base.manifest, location.read_hashes)
    rebuilt = tuple(sorted(reading.frames))
    progress("shipped tables")
    carried = tuple(
        name for name in TABLES if name not in reading.frames and not TABLES[name].is_local
    )
    reading.frames |= {name: base.table(name) for name in carried}
    progress("checks")
    check_tables(reading.frames, allow_fewer_rows=accept_changed)
    progress("lattice")
    extras = derived_files(reading.frames)
    progress("writing")
    counts, inputs = _carried_history(base.manifest, carried, set(location.read_hashes))
    manifest = write_release(
        out,
        reading,
        extras,
        inputs | location.read_hashes,
        carried_over=dict.fromkeys(carried, base.id),
        carried_counts=counts,
    )
    return PullReport(out, manifest, fetched, rebuilt, carried, tuple(reading.set_aside))


def _read_fetched(location: Location, progress: Callable[[str], None]) -> Reading:
    """What our readers make of the files that were fetched, and our own prices."""
    steps: list[tuple[str, Callable[[], Reading]]] = [
        ("O*NET", lambda: read_onet(location)),
        ("O*NET's texts", lambda: read_onet_texts(location)),
        ("programs", lambda: read_programs(location)),
        ("prices", read_prices),
    ]
    reading = Reading()
    for step, read in steps:
        progress(step)
        reading.add(guarded(step, read))
    return reading


def refuse_changed(base: Manifest, read: Mapping[str, str]) -> None:
    """Raise `DataError` when a file is not the one, of that name, the carried release is made of.

    The archive's own hash changes whenever it is packed again; those of the files in it do not.
    """
    changed = [name for name in sorted(read) if base.inputs.get(name, read[name]) != read[name]]
    if changed:
        raise DataError(
            f"{len(changed)} of {len(read)} files are not those this version was made with "
            f"(SHA-256 differs): {listed(changed)}. The publisher may have corrected them, or "
            "somebody else sent them. To take them, add --accept-changed-files."
        )


def refuse_shipped(out: Path, carry_from: Path = SHIPPED) -> None:
    """Raise `BadRequest` when `out` is the shipped release, lies in it, or holds it."""
    target = out.resolve()
    for kept in {SHIPPED.resolve(), carry_from.resolve()}:
        if target == kept or kept in target.parents or target in kept.parents:
            raise BadRequest(
                f"{out} is, holds or lies in the release at {kept}, which a pull never changes. "
                "Name another folder with --out."
            )


def _carried_history(
    base: Manifest, carried: tuple[str, ...], read: set[str]
) -> tuple[list[SetAsideCount], dict[str, str]]:
    """The inputs and rows set aside behind the tables carried over, as recorded there."""
    sources = {source for name in carried for source in TABLES[name].sources}
    inputs = {
        name: digest
        for name, digest in base.inputs.items()
        if name not in read and FILES.get(name, "") in sources - {"onet"}
    }
    counts = [row for row in base.set_aside if row.file in inputs]
    return counts, inputs
