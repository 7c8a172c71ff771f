"""`release.json`: what a release holds, from whom, and the hash of each file."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePath
from typing import Any

from careerlattice.errors import ReleaseError
from careerlattice.tables.model import Source
from careerlattice.vocab.files import read_regular

FILE = "release.json"
FORMAT = 1
EDITION = "2026.11"
CHECKSUM = "checksum"
_UNSEALED = f'"{CHECKSUM}": ""'
_SHA256 = re.compile("[0-9a-f]{64}")
LARGEST_BYTES = 4 * 1024 * 1024


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


def seal(value: Mapping[str, Any]) -> str:
    """The values as the text of `release.json`, with a SHA-256 over all of that text."""
    text = json.dumps(
        {**value, CHECKSUM: ""}, indent=1, sort_keys=True, ensure_ascii=False, allow_nan=False
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    return text.replace(_UNSEALED, f'"{CHECKSUM}": "{digest}"', 1) + "\n"


def _is_sealed(text: str, digest: object) -> bool:
    """Whether the digest that stands in the text is that of the rest."""
    unsealed = text.removesuffix("\n").replace(f'"{CHECKSUM}": "{digest}"', _UNSEALED, 1)
    return hashlib.sha256(unsealed.encode()).hexdigest() == digest


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
        return seal(asdict(self))

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """The manifest of the release in `folder`. Raises `ReleaseError`."""
        path = folder / FILE
        try:
            text = read_regular(path, LARGEST_BYTES).decode("utf-8")
            value: Any = json.loads(text)
        except FileNotFoundError as error:
            aside = folder.with_name(f".{folder.name}.before")
            if not folder.exists() and aside.is_dir():
                raise ReleaseError(
                    f"{folder} is just being replaced, or a build was stopped while it was: the "
                    f"release it held is in {aside}. Try again; if nothing builds, rename it back."
                ) from error
            raise ReleaseError(
                f"{folder} holds no release: {FILE} is missing. Build one with "
                "'careerlattice data build', or leave out the path to use the shipped release."
            ) from error
        except RecursionError as error:
            raise ReleaseError(
                f"{path} is not a release's manifest: its brackets are nested too deeply. Build "
                "the release again."
            ) from error
        except (OSError, ValueError) as error:
            raise ReleaseError(
                f"{path} cannot be read: {error}. Build the release again."
            ) from error
        try:
            if value["format"] != FORMAT:
                raise ReleaseError(
                    f"{path} has format {value['format']}, this version reads format {FORMAT}. "
                    "Build the release again with 'careerlattice data build'."
                )
            if not _is_sealed(text, value[CHECKSUM]):
                raise ReleaseError(
                    f"{path} is not the file that was written: its checksum does not fit. Build "
                    "the release again with 'careerlattice data build'."
                )
            return cls(
                id=value["id"],
                format=value["format"],
                sources=tuple(_source(source) for source in value["sources"]),
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


def _source(value: Mapping[str, str]) -> Mapping[str, str]:
    for name in Source.__dataclass_fields__:
        if not isinstance(value[name], str):
            raise ValueError(f"the {name} of a source is no text")
    return value


def _record(value: Mapping[str, Any]) -> FileRecord:
    record = FileRecord(**value)
    sized = isinstance(record.bytes, int) and isinstance(record.rows, int | None)
    # A record names a file of the folder itself, never a path out of it.
    named = isinstance(record.file, str) and isinstance(record.sha256, str)
    if not sized or not named or not _SHA256.fullmatch(record.sha256):
        raise ValueError(f"the record of {record.file!r} is not one of a release")
    if not record.file or PurePath(record.file).name != record.file:
        raise ValueError(f"the record of {record.file!r} is not one of a release")
    return record
