"""Clusters and pathways by the names people use for them."""

from __future__ import annotations

from functools import lru_cache

from careerlattice.catalog.names.keys import key
from careerlattice.content.names.lists import rows_of, wordings


def group_called(kind: str, text: str) -> str | None:
    """The id of the cluster or pathway (`kind`) that a wording stands for; or none."""
    spelled = _spelled(text)
    listed = _listed()
    return listed.get((kind, spelled)) or listed.get((kind, spelled.replace(" ", "")))


@lru_cache(maxsize=1)
def _listed() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for row in rows_of("groups"):
        for wording in wordings(row["words"]):
            spelled = _spelled(wording)
            found.setdefault((row["kind"], spelled), row["group"])
            found.setdefault((row["kind"], spelled.replace(" ", "")), row["group"])
    return found


def _spelled(text: str) -> str:
    """The words of a group's name that count: `Hospitality & Tourism` as its parts."""
    words = key(text.replace("/", " ")).split()
    counted = [word for word in words if word not in _UNCOUNTED]
    return " ".join(counted or words)


_UNCOUNTED = frozenset(
    ("and", "the", "of", "career", "cluster", "pathway", "job", "field", "industry", "occupation")
)
