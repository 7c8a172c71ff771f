"""Texts that are too like one another, or too like the publisher's sentences."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from devtools.content_check.texts import Content, Problem, Text, kind_of, texts_of, words

RUN = 8
NEAR_DUPLICATE = 0.9
NEAR_EXAMPLE = 0.7

# File and column of every sentence of O*NET that ours could echo.
_SENTENCES = (
    ("Occupation Data.txt", "Description"),
    ("Task Statements.txt", "Task"),
    ("Emerging Tasks.txt", "Task"),
    ("DWA Reference.txt", "DWA Title"),
    ("IWA Reference.txt", "IWA Title"),
    ("Content Model Reference.txt", "Description"),
    ("Level Scale Anchors.txt", "Anchor Description"),
    ("Interests Illustrative Activities.txt", "Activity"),
)
_EXAMPLES = ("Level Scale Anchors.txt", "Interests Illustrative Activities.txt")
# Words too common to make two short examples alike.
_SMALL = frozenset(
    {
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "for",
        "and",
        "or",
        "with",
        "by",
        "at",
        "from",
        "your",
        "their",
        "its",
    }
)


@dataclass(frozen=True, slots=True)
class Sentences:
    """The publisher's sentences: every run of eight words, every whole sentence, and the short
    examples (level anchors, activities) as sets of their telling words."""

    runs: frozenset[tuple[str, ...]]
    whole: frozenset[tuple[str, ...]]
    examples: tuple[tuple[frozenset[str], str], ...]


def read_sentences(folder: Path) -> Sentences:
    """The sentences in O*NET's text files under `folder`."""
    runs: set[tuple[str, ...]] = set()
    whole: set[tuple[str, ...]] = set()
    examples: list[tuple[frozenset[str], str]] = []
    for name, column in _SENTENCES:
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                found = tuple(words(row[column]))
                whole.add(found)
                runs.update(found[i : i + RUN] for i in range(len(found) - RUN + 1))
                if name in _EXAMPLES:
                    examples.append((_telling(found), row[column]))
    return Sentences(frozenset(runs), frozenset(whole), tuple(examples))


def check_overlap(texts: Iterable[Text], sentences: Sentences) -> Iterator[Problem]:
    """Runs of eight words that also stand in the publisher's sentences, texts that equal one, and
    level anchors and interest items that nearly equal one of its examples."""
    for item in texts:
        found = tuple(words(item.text))
        for i in range(len(found) - RUN + 1):
            if found[i : i + RUN] in sentences.runs:
                shared = " ".join(found[i : i + RUN])
                yield Problem(item.file, item.key, "overlap", f"{item.field} has {shared!r}")
                break
        if len(found) >= 3 and found in sentences.whole:
            yield Problem(item.file, item.key, "overlap", f"{item.field} equals: {item.text}")
        if item.field in ("low", "middle", "high", "text"):
            ours = _telling(found)
            for theirs, sentence in sentences.examples:
                if _likeness(ours, theirs) >= NEAR_EXAMPLE:
                    what = f"{item.field} {item.text!r} is near {sentence!r}"
                    yield Problem(item.file, item.key, "overlap", what)


def check_duplicates(content: Content) -> Iterator[Problem]:
    """Occupations, pathways or items that say the same, and phrases said twice in one entry."""
    for field in ("what_they_do", "what_it_is", "who_thrives", "explanation", "question", "text"):
        yield from _check_field(content, field)
    for file, entries in content.files.items():
        for key, entry in entries.items():
            said: set[tuple[str, ...]] = set()
            for item in texts_of(file, key, entry):
                told = tuple(words(item.text))
                if told in said:
                    yield Problem(file, key, "duplicate", f"says twice: {item.text}")
                said.add(told)


def _check_field(content: Content, field: str) -> Iterator[Problem]:
    texts = [
        text
        for file, entries in content.files.items()
        for key, entry in entries.items()
        for text in texts_of(file, key, entry, field)
        if isinstance(entry.get(field), str)
    ]
    bags = [frozenset(words(text.text)) for text in texts]
    holders: dict[str, list[int]] = defaultdict(list)
    for i, bag in enumerate(bags):
        counts: dict[int, int] = defaultdict(int)
        for word in bag:
            for j in holders[word]:
                counts[j] += 1
            holders[word].append(i)
        for j, shared in counts.items():
            alike = shared / (len(bag) + len(bags[j]) - shared)
            if alike > NEAR_DUPLICATE and kind_of(texts[i].file) == kind_of(texts[j].file):
                what = f"{field} is {alike:.0%} the words of {texts[j].key}"
                yield Problem(texts[i].file, texts[i].key, "duplicate", what)


def _telling(found: tuple[str, ...]) -> frozenset[str]:
    return frozenset(found) - _SMALL


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    union = len(one | other)
    return len(one & other) / union if union else 0.0
