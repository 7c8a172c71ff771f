"""The project's own words, read when they are first asked for.

Each function reads only the one text file that holds the answer and keeps it. A code or id that
is well written but has no text gives `None`, so that a release newer than the words still opens.
Standard library only: asking for a text costs no import of a table engine.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent

# The first dots of an element id name its kind, and with it its file.
_ELEMENT_FILES = (
    ("1.A.", "abilities"),
    ("1.B.1.", "interests"),
    ("1.B.2.", "work_values"),
    ("1.D.", "work_styles"),
    ("2.A.", "skills"),
    ("2.B.", "skills"),
    ("2.C.", "knowledge"),
    ("4.A.", "work_activities"),
)


@dataclass(frozen=True, slots=True)
class OccupationWords:
    """An occupation in plain words.

    `what_they_do` is one or two sentences, `on_the_job` three to five task phrases without a
    period, `good_to_know` one sentence on conditions, schedule, setting or tools.
    """

    onet_soc_code: str
    what_they_do: str
    on_the_job: tuple[str, ...]
    good_to_know: str


@dataclass(frozen=True, slots=True)
class ElementWords:
    """A skill, knowledge area, ability, work activity, work style, interest or work value.

    `kind` is the name of its file (`skills`, `work_styles`, ...). `low`, `middle` and `high` are
    examples of three rising levels, written for skills and knowledge; `question` asks a person
    about their own level, written for skills. Where there is none, the text is empty.
    """

    element_id: str
    kind: str
    name: str
    explanation: str
    low: str = ""
    middle: str = ""
    high: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A cluster or a pathway: what is done there, and who does well there. One sentence each."""

    field_id: str
    what_it_is: str
    who_thrives: str


@dataclass(frozen=True, slots=True)
class InterestItem:
    """An activity that a person may like or dislike.

    `area` is one of the six interest areas in small letters; `preparation` (`low`, `medium`,
    `high`) how much learning such work asks; `short` whether the 30-item form uses it.
    """

    item_id: str
    area: str
    text: str
    preparation: str
    short: bool


def occupation_words(onet_soc_code: str) -> OccupationWords | None:
    """The words on the occupation `29-1141.00`; `None` where none are written."""
    entry = _entries(f"occupations/{onet_soc_code[:2]}").get(onet_soc_code)
    if entry is None:
        return None
    return OccupationWords(
        onet_soc_code, entry["what_they_do"], tuple(entry["on_the_job"]), entry["good_to_know"]
    )


def element_words(element_id: str) -> ElementWords | None:
    """The words on the O*NET element `2.A.1.a`; `None` where none are written."""
    for start, kind in _ELEMENT_FILES:
        if element_id.startswith(start):
            entry = _entries(f"elements/{kind}").get(element_id)
            return None if entry is None else ElementWords(element_id, kind, **entry)
    return None


def skill_elements() -> tuple[str, ...]:
    """The ids of the skills there are words for."""
    return tuple(_entries("elements/skills"))


def cluster_words(cluster_id: str) -> FieldWords | None:
    """The words on a cluster, `2024-construction` or `2008-finance`."""
    return _field_words("clusters", cluster_id)


def pathway_words(pathway_id: str) -> FieldWords | None:
    """The words on a pathway or sub-cluster, `2024-skilled-trades` or `2008-accounting`."""
    return _field_words("pathways", pathway_id)


@lru_cache(maxsize=1)
def interest_items() -> tuple[InterestItem, ...]:
    """The 60 interest items, sorted by id."""
    return tuple(InterestItem(key, **entry) for key, entry in _entries("interest_items").items())


def _field_words(kind: str, field_id: str) -> FieldWords | None:
    entry = _entries(f"frameworks/{kind}").get(field_id)
    return None if entry is None else FieldWords(field_id, **entry)


@lru_cache(maxsize=64)
def _entries(name: str) -> dict[str, dict[str, Any]]:
    """The entries of one text file; none when there is no such file."""
    if not name.replace("/", "").replace("_", "").isalnum():
        return {}
    try:
        with (_HERE / f"{name}.toml").open("rb") as file:
            return tomllib.load(file)
    except FileNotFoundError:
        return {}
