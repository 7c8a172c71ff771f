"""`release.json`: what a release holds, from whom, and the hash of each file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePath
from typing import Any

from careerlattice.errors import ReleaseError

FILE = "release.json"
FORMAT = 1
EDITION = "2026.11"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file of the release: rows (tables only), bytes and SHA-256."""

    file: str
    rows: int | None
    bytes: int
    sha256: str


def release_id(records: Iterable[FileRecord]) -> str:
    """The id of a release: this project's edition and eight digits of the hash of its files."""
    digest = hashlib.sha256()
    for record in sorted(records, key=lambda record: record.file):
        digest.update(record.file.encode() + bytes.fromhex(record.sha256))
    return f"{EDITION}-{digest.hexdigest()[:8]}"


@dataclass(frozen=True, slots=True)
class SetAsideCount:
    """How many rows of a publisher's file did not enter a table, and why."""

    source: str
    file: str
    why: str
    rows: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a release holds."""

    id: str
    format: int
    sources: tuple[Mapping[str, str], ...]
    tables: Mapping[str, FileRecord]
    files: Mapping[str, FileRecord]
    set_aside: tuple[SetAsideCount, ...]
    inputs: Mapping[str, str]
    written_by: str = ""
    """The engine that wrote the tables; another version of it may write other bytes."""
    carried_over: Mapping[str, str] = field(default_factory=dict)
    """Tables taken as they are from another release, with its id (by `careerlattice data pull`)."""
    job_zones: Mapping[str, str] = field(default_factory=dict)
    """The job zones of the occupations by number, with the preparation each stands for."""

    def to_json(self) -> str:
        """The text of `release.json`: same manifest, same bytes."""
        value = asdict(self)
        return json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n"

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """The manifest of the release in `folder`. Raises `ReleaseError`."""
        path = folder / FILE
        try:
            value: Any = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise ReleaseError(
                f"{folder} holds no release: {FILE} is missing. Build one with "
                "'careerlattice data build', or leave out the path to use the shipped release."
            ) from error
        except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
            raise ReleaseError(
                f"{path} cannot be read: {error}. Build the release again."
            ) from error
        try:
            if value["format"] != FORMAT:
                raise ReleaseError(
                    f"{path} has format {value['format']}, this version reads format {FORMAT}. "
                    "Build the release again with 'careerlattice data build'."
                )
            return cls(
                id=value["id"],
                format=value["format"],
                sources=tuple(value["sources"]),
                tables={name: _record(record) for name, record in value["tables"].items()},
                files={name: _record(record) for name, record in value["files"].items()},
                set_aside=tuple(SetAsideCount(**row) for row in value["set_aside"]),
                inputs=dict(value["inputs"]),
                written_by=value.get("written_by", ""),
                carried_over=dict(value.get("carried_over", {})),
                job_zones=dict(value.get("job_zones", {})),
            )
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise ReleaseError(
                f"{path} is not a release's manifest: {error!r}. Build the release again."
            ) from error


def _record(value: Mapping[str, Any]) -> FileRecord:
    record = FileRecord(**value)
    sized = isinstance(record.bytes, int) and isinstance(record.rows, int | None)
    # A record names a file of the folder itself, never a path out of it.
    if not sized or not record.file or PurePath(record.file).name != record.file:
        raise ValueError(f"the record of {record.file!r} is not one of a release")
    return record
