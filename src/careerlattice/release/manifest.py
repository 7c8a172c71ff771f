"""`release.json`: what a release holds, from whom, and the hash of each file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from careerlattice.errors import ReleaseError

FILE = "release.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file of the release: rows (tables only), bytes and SHA-256."""

    file: str
    rows: int | None
    bytes: int
    sha256: str


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
            raise ReleaseError(f"{path} cannot be read: {error}. Build the release again.") from error
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
                tables={name: FileRecord(**record) for name, record in value["tables"].items()},
                files={name: FileRecord(**record) for name, record in value["files"].items()},
                set_aside=tuple(SetAsideCount(**row) for row in value["set_aside"]),
                inputs=value["inputs"],
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ReleaseError(f"{path} is not a release's manifest: {error!r}.") from error
