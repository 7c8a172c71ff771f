"""How hard the texts are to read: the Flesch-Kincaid school grade."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from devtools.content_check.texts import Entries, Entry, Problem, kind_of

HARDEST_TEXT = 11.0
HARDEST_MEDIAN = 8.0

# What is read together on a page and so is graded together: a grade of four words says little.
_GRADED = {
    "occupations": (("what_they_do", "good_to_know"), ("on_the_job",)),
    "skills": (("explanation", "question"), ("low", "middle", "high")),
    "knowledge": (("explanation",), ("low", "middle", "high")),
    "clusters": (("what_it_is", "who_thrives"),),
    "pathways": (("what_it_is", "who_thrives"),),
    "interest_items": (("text",),),
}
_EXPLANATION = (("explanation",),)


@dataclass(frozen=True, slots=True)
class Graded:
    """A text's school grade: 8.0 is the reading level of the eighth year of school."""

    file: str
    key: str
    fields: str
    grade: float


@dataclass(frozen=True, slots=True)
class Spread:
    """How the grades of one kind of text are spread."""

    kind: str
    count: int
    median: float
    ninth_decile: float
    hardest: float


def grade_texts(files: Mapping[str, Entries]) -> Iterator[Graded]:
    """The grade of every text. Needs textstat; its absence raises `ModuleNotFoundError`."""
    for file, entries in files.items():
        for key, entry in entries.items():
            for fields in _GRADED.get(kind_of(file), _EXPLANATION):
                text = _read_aloud(entry, fields)
                if text:
                    yield Graded(file, key, " and ".join(fields), school_grade(text))


def check_reading(graded: list[Graded]) -> Iterator[Problem]:
    """Texts above grade 11, and kinds of text whose median is above grade 8."""
    for item in graded:
        if item.grade > HARDEST_TEXT:
            yield Problem(
                item.file, item.key, "reading grade", f"{item.fields} is at grade {item.grade:.1f}"
            )
    for spread in spread_of(graded):
        if spread.median > HARDEST_MEDIAN:
            yield Problem(
                spread.kind,
                "",
                "reading grade",
                f"the median is grade {spread.median:.1f}, above 8",
            )


def spread_of(graded: list[Graded]) -> list[Spread]:
    """One line per kind of text, and one for all."""
    kinds: dict[str, list[float]] = {}
    for item in graded:
        kinds.setdefault(kind_of(item.file), []).append(item.grade)
        kinds.setdefault("all texts", []).append(item.grade)
    return [
        Spread(
            kind,
            len(grades),
            statistics.median(grades),
            sorted(grades)[int(0.9 * (len(grades) - 1))],
            max(grades),
        )
        for kind, grades in sorted(
            kinds.items(), key=lambda pair: (pair[0] == "all texts", pair[0])
        )
    ]


@lru_cache(maxsize=8192)
def school_grade(text: str) -> float:
    """The Flesch-Kincaid grade: .39 words per sentence + 11.8 syllables per word - 15.59
    (Kincaid and others, 1975), with syllables as counted by textstat."""
    import textstat

    return float(textstat.flesch_kincaid_grade(text))


def _read_aloud(entry: Entry, fields: tuple[str, ...]) -> str:
    """The fields as running text; a phrase without a period becomes a sentence."""
    sentences: list[str] = []
    for field in fields:
        value = entry.get(field, "")
        sentences += [part for part in (value if isinstance(value, list) else [value]) if part]
    return " ".join(s if s[-1] in ".?!" else f"{s}." for s in sentences)
