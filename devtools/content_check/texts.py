"""The text files as one collection, and what a rule says when a text breaks it."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from careerlattice.errors import RowErrors

Entry = Mapping[str, Any]
Entries = Mapping[str, Entry]

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


@dataclass(frozen=True, slots=True)
class Problem:
    """One broken rule: the file and key it is in, the rule's short name, and what is wrong."""

    file: str
    key: str
    rule: str
    what: str


@dataclass(frozen=True, slots=True)
class Text:
    """One written text: `field` names where it stands in its entry, as `on_the_job` or `low`."""

    file: str
    key: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Content:
    """All written texts: `files` by their path in the content folder, `assignments` and
    `sub_clusters` as the rows of the 2024 framework's files."""

    files: Mapping[str, Entries]
    assignments: Mapping[str, tuple[Mapping[str, str], ...]]
    sub_clusters: tuple[Mapping[str, str], ...]
    successors: tuple[Mapping[str, str], ...]

    def occupations(self) -> dict[str, Entry]:
        """Every occupation's entry by code, over all major groups."""
        return {
            code: entry
            for file, entries in self.files.items()
            if kind_of(file) == "occupations"
            for code, entry in entries.items()
        }


def read_content(folder: Path) -> Content:
    """Every text under `folder`. Raises `RowErrors` for files that are not TOML, and for entries
    that are not a block of fields."""
    files: dict[str, Entries] = {}
    broken: list[str] = []
    for path in sorted(folder.glob("*/*.toml")) + sorted(folder.glob("*.toml")):
        name = path.relative_to(folder).as_posix()
        try:
            files[name] = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            broken.append(f"{name}: {error}")
            continue
        broken += [
            f"{name}: {key} is not a block" for key, e in files[name].items() if not _is_block(e)
        ]
    if broken:
        raise RowErrors("content", "no readable TOML", broken)
    framework = folder / "framework_2024"
    return Content(
        files=files,
        assignments={
            f"framework_2024/{path.name}": _rows(path)
            for path in sorted(framework.glob("[0-9][0-9].csv"))
        },
        sub_clusters=_rows(framework / "sub_clusters.csv"),
        successors=_rows(framework / "successors.csv"),
    )


def kind_of(file: str) -> str:
    """The kind of a text file: `occupations`, `skills`, `clusters`, `interest_items`, ..."""
    folder, _, name = file.rpartition("/")
    return "occupations" if folder == "occupations" else name.removesuffix(".toml")


def texts_of(file: str, key: str, entry: Entry, *fields: str) -> Iterator[Text]:
    """The sentences and phrases of an entry, of all its fields or of those named."""
    for field, value in entry.items():
        if fields and field not in fields:
            continue
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str):
                yield Text(file, key, field, text)


def all_texts(files: Mapping[str, Entries]) -> Iterator[Text]:
    """Every text of every file; codes such as an item's area are no text."""
    for file, entries in files.items():
        for key, entry in entries.items():
            for text in texts_of(file, key, entry):
                if text.field not in ("area", "preparation"):
                    yield text


def words(text: str) -> list[str]:
    """The words of a text in small letters, without marks; `two-page` is two words."""
    return _WORD.findall(text.lower().replace("’", "'"))


def _is_block(entry: object) -> bool:
    return isinstance(entry, dict)


def _rows(path: Path) -> tuple[Mapping[str, str], ...]:
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
