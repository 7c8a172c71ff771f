"""Sentences about occupations and elements: the publisher's where pulled, else this project's.

O*NET's own sentences are not shipped; a local release made by `careerlattice data pull` holds them.
"""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.content.words import element_words, occupation_words
from careerlattice.release.opening import Release


@dataclass(frozen=True, slots=True)
class Task:
    """A task statement of O*NET: its number, its text, and whether it is core to the occupation."""

    task_id: int
    text: str
    is_core: bool


def read_tasks(release: Release, code: str) -> list[Task]:
    """O*NET's task statements, core ones first; empty unless the release was pulled."""
    import polars as pl

    if not release.has("task_texts"):
        return []
    rows = release.table("task_texts").filter(pl.col("onet_soc_code") == code)
    rows = rows.sort("is_core", "task_id", descending=[True, False])
    return [Task(*row) for row in rows.select("task_id", "task", "is_core").rows()]


def read_description(release: Release, code: str) -> str:
    """What people in the occupation do: O*NET's sentence where pulled, else this project's."""
    pulled = _pulled(release, "occupation_texts", "onet_soc_code", code)
    words = occupation_words(code)
    return pulled or (words.what_they_do if words is not None else "")


def read_element_description(release: Release, element_id: str) -> str:
    """What an element is: O*NET's sentence where pulled, else this project's."""
    pulled = _pulled(release, "element_texts", "element_id", element_id)
    words = element_words(element_id)
    return pulled or (words.explanation if words is not None else "")


def _pulled(release: Release, table: str, key: str, wanted: str) -> str:
    """The publisher's sentence in a table of pulled texts; empty where there is none."""
    import polars as pl

    if not release.has(table):
        return ""
    rows = release.table(table).filter(pl.col(key) == wanted)
    return str(rows["description"][0]) if rows.height else ""
