"""Writing a release folder: Parquet tables and the manifest, all or nothing."""

from __future__ import annotations

import hashlib
import io
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import polars as pl

from careerlattice.build.replacing import (
    put_in_place,
    remove_left_over,
    scratch_beside,
    sync_folder,
    write_through,
)
from careerlattice.errors import ReleaseError
from careerlattice.release.locate import SHIPPED
from careerlattice.release.manifest import (
    FILE,
    FORMAT,
    FileRecord,
    Manifest,
    SetAsideCount,
    release_id,
)
from careerlattice.sources.reading import Reading
from careerlattice.tables.file_metadata import table_metadata
from careerlattice.tables.model import Source
from careerlattice.tables.registry import TABLES
from careerlattice.tables.sources_of_record import SOURCES
from careerlattice.vocab.cells import plain_cell

LISTING = "set-aside.csv"
"""Every row set aside, beside the tables of a release that is not the shipped one."""


def write_release(
    folder: Path,
    reading: Reading,
    extras: Mapping[str, bytes],
    inputs: Mapping[str, str],
    *,
    carried_over: Mapping[str, str] | None = None,
    carried_counts: Iterable[SetAsideCount] = (),
) -> Manifest:
    """Write what was read, extra files and the manifest to `folder`, replacing it at once.

    `extras` are further files by name (matrices made at build). The rows set aside go to
    `set-aside.csv` beside the folder's tables and are counted in the manifest. `carried_over` names
    the tables taken from another release with its id, `carried_counts` the rows that were set aside
    when those were built. Raises `ReleaseError` when the folder cannot be written; what it held
    before is then still there.
    """
    frames, aside = reading.frames, reading.set_aside
    tables, files, blobs = {}, {}, dict[str, bytes]()
    editions = SOURCES | reading.editions
    for name in sorted(frames):
        blob = to_parquet(frames[name], table_metadata(TABLES[name], editions))
        blobs[f"{name}.parquet"] = blob
        tables[name] = _record(f"{name}.parquet", blob, frames[name].height)
    for name in sorted(extras):
        blobs[name] = extras[name]
        files[name] = _record(name, extras[name], None)
    used = {source for name in frames for source in TABLES[name].sources}
    counts = Counter[tuple[str, str, str]]()
    for row in aside:
        counts[row.source, row.file, row.why] += row.rows
    counts.update({(c.source, c.file, c.why): c.rows for c in carried_counts})
    manifest = Manifest(
        id=release_id([*tables.values(), *files.values()]),
        format=FORMAT,
        sources=tuple(
            {key: getattr(editions[source], key) for key in Source.__slots__}
            for source in sorted(used)
        ),
        tables=tables,
        files=files,
        set_aside=tuple(
            SetAsideCount(source, file, why, rows)
            for (source, file, why), rows in sorted(counts.items())
        ),
        inputs=dict(sorted(inputs.items())),
        written_by=f"polars {pl.__version__}",
        carried_over=dict(carried_over or {}),
        job_zones={str(zone): label for zone, label in reading.job_zones.labels.items()},
    )
    blobs[FILE] = manifest.to_json().encode()
    if folder.resolve() != SHIPPED.resolve():
        listing = pl.DataFrame(
            sorted((row.source, row.file, row.why, plain_cell(row.row)) for row in aside),
            schema=["source", "file", "why", "row"],
            orient="row",
        )
        blobs[LISTING] = listing.write_csv().encode()
    _replace(folder, blobs)
    return manifest


def check_folder(folder: Path) -> None:
    """Raise `ReleaseError` when writing a release to `folder` would delete other files."""
    try:
        present = {path.name for path in folder.iterdir()} if folder.exists() else set()
    except OSError as error:
        raise ReleaseError(
            f"{folder} cannot be used for a release: {error.strerror or error}. Name a folder with "
            "--out."
        ) from error
    ours = {FILE, LISTING} if FILE in present else set()
    if FILE in present:
        ours |= {f"{name}.parquet" for name in TABLES}
        try:
            manifest = Manifest.read(folder)
        except ReleaseError:
            pass  # a damaged manifest may be replaced, files it does not explain may not
        else:
            ours |= {
                record.file for record in (*manifest.tables.values(), *manifest.files.values())
            }
    others = sorted(present - ours)
    if others:
        some = ", ".join(others[:3]) + (f" and {len(others) - 3} more" if len(others) > 3 else "")
        raise ReleaseError(
            f"{folder} holds files that are not part of a release: {some}. Name an empty or new "
            "folder with --out."
        )


def to_parquet(frame: pl.DataFrame, metadata: dict[str, str]) -> bytes:
    """The frame as Parquet: small, saying what it is; the same bytes for the same frame."""
    buffer = io.BytesIO()
    # Level 19 saves two bytes in a thousand and takes three times as long.
    frame.rechunk().write_parquet(
        buffer, compression="zstd", compression_level=17, statistics=False, metadata=metadata
    )
    return buffer.getvalue()


def _record(file: str, blob: bytes, rows: int | None) -> FileRecord:
    return FileRecord(file, rows, len(blob), hashlib.sha256(blob).hexdigest())


def _replace(folder: Path, blobs: Mapping[str, bytes]) -> None:
    """Put the files into a new folder, then let it take the place of the old one."""
    check_folder(folder)
    before = folder.with_name(f".{folder.name}.before")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        remove_left_over(folder.parent)
        if before.exists():
            # An earlier run was stopped between its two renames: bring back what it put aside.
            if folder.exists():
                shutil.rmtree(before)
            else:
                before.rename(folder)
        with scratch_beside(folder) as scratch:
            fresh = scratch / "release"
            fresh.mkdir()
            for name, blob in blobs.items():
                write_through(fresh / name, blob)
            sync_folder(fresh)
            put_in_place(fresh, folder, before)
            sync_folder(folder.parent)
        if before.exists():
            shutil.rmtree(before)
    except OSError as error:
        raise ReleaseError(
            f"{folder} cannot be written: {error.strerror or error}. What it held is unchanged."
        ) from error
