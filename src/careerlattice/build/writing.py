"""Writing a release folder: Parquet tables and the manifest, all or nothing."""

from __future__ import annotations

import hashlib
import io
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import polars as pl

from careerlattice.errors import ReleaseError
from careerlattice.release.locate import SHIPPED
from careerlattice.release.manifest import FILE, FORMAT, FileRecord, Manifest, SetAsideCount
from careerlattice.sources.reading import SetAside
from careerlattice.tables.registry import TABLES
from careerlattice.tables.sources_of_record import SOURCES

EDITION = "2026.11"


def write_release(
    folder: Path,
    frames: Mapping[str, pl.DataFrame],
    extras: Mapping[str, bytes],
    set_aside: Iterable[SetAside],
    inputs: Mapping[str, str],
) -> Manifest:
    """Write the tables, extra files and manifest to `folder`, replacing what is there at once.

    `extras` are further files by name (matrices made at build). The rows set aside go to
    `set-aside.csv` beside the folder's tables and are counted in the manifest. Raises
    `ReleaseError` when the folder cannot be written.
    """
    aside = list(set_aside)
    tables, files, blobs = {}, {}, dict[str, bytes]()
    for name in sorted(frames):
        blob = to_parquet(frames[name])
        blobs[f"{name}.parquet"] = blob
        tables[name] = _record(f"{name}.parquet", blob, frames[name].height)
    for name in sorted(extras):
        blobs[name] = extras[name]
        files[name] = _record(name, extras[name], None)
    used = {source for name in frames for source in TABLES[name].sources}
    counts = Counter((row.source, row.file, row.why) for row in aside)
    digest = hashlib.sha256()
    for file in sorted(blobs):
        digest.update(file.encode() + hashlib.sha256(blobs[file]).digest())
    manifest = Manifest(
        id=f"{EDITION}-{digest.hexdigest()[:8]}",
        format=FORMAT,
        sources=tuple(
            {key: getattr(SOURCES[source], key) for key in SOURCES[source].__slots__}
            for source in sorted(used)
        ),
        tables=tables,
        files=files,
        set_aside=tuple(
            SetAsideCount(source, file, why, rows)
            for (source, file, why), rows in sorted(counts.items())
        ),
        inputs=dict(sorted(inputs.items())),
    )
    listing = pl.DataFrame(
        sorted((row.source, row.file, row.why, row.row) for row in aside),
        schema=["source", "file", "why", "row"],
        orient="row",
    ).write_csv()
    _replace(folder, {**blobs, FILE: manifest.to_json().encode()}, listing)
    return manifest


def to_parquet(frame: pl.DataFrame) -> bytes:
    """The frame as Parquet: small, and the same bytes for the same frame."""
    buffer = io.BytesIO()
    frame.write_parquet(buffer, compression="zstd", compression_level=19, statistics=False)
    return buffer.getvalue()


def _record(file: str, blob: bytes, rows: int | None) -> FileRecord:
    return FileRecord(file, rows, len(blob), hashlib.sha256(blob).hexdigest())


def _replace(folder: Path, blobs: Mapping[str, bytes], listing: str) -> None:
    try:
        if folder.exists() and any(folder.iterdir()) and not (folder / FILE).is_file():
            raise ReleaseError(
                f"{folder} holds other files and no release. Name an empty or new folder with --out."
            )
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".release-") as scratch:
            fresh = Path(scratch) / "release"
            fresh.mkdir()
            for name, blob in blobs.items():
                (fresh / name).write_bytes(blob)
            if folder.resolve() != SHIPPED.resolve():
                (fresh / "set-aside.csv").write_text(listing, encoding="utf-8")
            if folder.exists():
                old = Path(scratch) / "old"
                shutil.move(folder, old)
            shutil.move(fresh, folder)
    except OSError as error:
        raise ReleaseError(f"{folder} cannot be written: {error.strerror or error}.") from error
