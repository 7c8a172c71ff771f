"""`downloads.lock.json`: what is known of each file in a cache folder."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FILE = "downloads.lock.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: its address, the server's validators and length, and the bytes at hand.

    `bytes` and `sha256` describe the whole file when it is complete, else the part so far.
    """

    url: str
    etag: str = ""
    last_modified: str = ""
    length: int | None = None
    bytes: int = 0
    sha256: str = ""
    complete: bool = False

    @property
    def validator(self) -> str:
        """What tells the server which file the part belongs to; a weak tag is no good for that."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.last_modified


def read_lock(cache: Path) -> dict[str, Entry]:
    """The entries by file name. One that cannot be read counts as none: all is fetched anew."""
    try:
        value: Any = json.loads((cache / FILE).read_text(encoding="utf-8"))
        return {str(name): Entry(**entry) for name, entry in value.items()}
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, TypeError, AttributeError):
        return {}


def write_entry(cache: Path, name: str, entry: Entry) -> None:
    """Record one entry, leaving the others; the lock is replaced as a whole."""
    entries = {**read_lock(cache), name: entry}
    text = json.dumps({key: asdict(entries[key]) for key in sorted(entries)}, indent=1)
    fresh = cache / f"{FILE}.new"
    fresh.write_text(text + "\n", encoding="utf-8")
    fresh.replace(cache / FILE)
