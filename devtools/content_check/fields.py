"""Which fields an entry has, how long each is, and how it begins and ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from careerlattice.vocab.interests import INTEREST_AREAS
from devtools.content_check.texts import Entries, Entry, Problem, kind_of, words

PREPARATIONS = ("low", "medium", "high")


@dataclass(frozen=True, slots=True)
class Rule:
    """A field: its least and most words, and whether it is a sentence, a name, a question, a
    phrase that starts with a verb, or a list of such phrases."""

    least: int
    most: int
    form: str = "sentence"
    most_sentences: int = 1


_NAME, _EXPLANATION = Rule(1, 5, "name"), Rule(6, 20)
_PLAIN = {"name": _NAME, "explanation": _EXPLANATION}
_LEVELS = {level: Rule(6, 16, "phrase") for level in ("low", "middle", "high")}
_FIELD = {"what_it_is": Rule(10, 28), "who_thrives": Rule(8, 24)}

RULES: dict[str, dict[str, Rule]] = {
    "occupations": {
        "what_they_do": Rule(12, 35, most_sentences=2),
        "on_the_job": Rule(4, 14, "phrases"),
        "good_to_know": Rule(6, 20),
    },
    "skills": {**_PLAIN, **_LEVELS, "question": Rule(5, 20, "question")},
    "knowledge": {**_PLAIN, **_LEVELS},
    "abilities": _PLAIN,
    "work_activities": _PLAIN,
    "work_styles": _PLAIN,
    "interests": _PLAIN,
    "work_values": _PLAIN,
    "clusters": _FIELD,
    "pathways": _FIELD,
    "interest_items": {"text": Rule(3, 12, "phrase")},
}
# Fields that hold a choice and no text.
CHOICES: dict[str, frozenset[str]] = {"interest_items": frozenset({"area", "preparation", "short"})}

# A phrase begins with a verb in the base form. Verbs cannot be listed in full; these words and
# the -ing form are how a phrase goes wrong.
_NO_VERB = frozenset(
    {
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "they",
        "their",
        "you",
        "your",
        "it",
        "its",
        "he",
        "she",
        "we",
        "our",
        "of",
        "in",
        "on",
        "at",
        "for",
        "with",
        "by",
        "from",
        "to",
        "as",
        "and",
        "or",
        "but",
        "if",
        "when",
        "while",
        "who",
        "what",
        "how",
        "why",
        "there",
        "some",
        "many",
        "most",
        "all",
        "no",
        "not",
    }
)
_BASE_IN_ING = frozenset(
    {
        "bring",
        "fling",
        "ring",
        "sing",
        "sling",
        "spring",
        "sting",
        "string",
        "swing",
        "wring",
    }
)
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.?!](?=\s|$)")


def check_fields(file: str, entries: Entries) -> Iterator[Problem]:
    """Missing, unknown, too short, too long and badly formed fields, and keys out of order."""
    kind = kind_of(file)
    rules = RULES.get(kind)
    if rules is None:
        yield Problem(file, "", "field", "no rules are declared for this file")
        return
    keys = list(entries)
    if keys != sorted(keys):
        first = next(key for key, right in zip(keys, sorted(keys), strict=True) if key != right)
        yield Problem(file, first, "order", "keys must be sorted; this one is out of place")
    known = set(rules) | CHOICES.get(kind, frozenset())
    for key, entry in entries.items():
        for name in sorted(known - set(entry)):
            yield Problem(file, key, "field", f"{name} is missing")
        for name in sorted(set(entry) - known):
            yield Problem(file, key, "field", f"{name} is not a field of {kind}")
        for name, rule in rules.items():
            if name in entry:
                for broken, what in _broken(rule, entry[name]):
                    yield Problem(file, key, broken, f"{name} {what}")
    if kind == "interest_items":
        yield from _check_balance(file, entries)


def _broken(rule: Rule, value: object) -> Iterator[tuple[str, str]]:
    if rule.form == "phrases":
        if not isinstance(value, list) or not 3 <= len(value) <= 5:
            yield "form", "must list three to five phrases"
            return
        for phrase in value:
            yield from _broken(Rule(rule.least, rule.most, "phrase"), phrase)
        return
    if not isinstance(value, str) or not value.strip():
        yield "form", "must be a text"
        return
    count = len(words(value))
    if not rule.least <= count <= rule.most:
        yield "length", f"has {count} words, not {rule.least} to {rule.most}: {value}"
    if value != " ".join(value.split()):
        yield "form", f"has extra blanks: {value!r}"
    if not (value[0].isupper() or value[0].isdigit()):
        yield "form", f"must begin with a capital: {value}"
    if rule.form in ("phrase", "name"):
        if value[-1] in ".?!,":
            yield "form", f"takes no mark at its end: {value}"
    elif rule.form == "question":
        if not value.endswith("?") or value.count("?") != 1:
            yield "form", f"must be one question: {value}"
    elif not value.endswith("."):
        yield "form", f"must end with a period: {value}"
    elif len(_SENTENCE_END.findall(value)) > rule.most_sentences:
        yield "form", f"has more than {rule.most_sentences} sentence(s): {value}"
    if rule.form == "phrase" and not _may_be_verb(value):
        yield "form", f"must start with a verb in the base form: {value}"


def _may_be_verb(phrase: str) -> bool:
    found = words(phrase)
    if not found:
        return False
    return found[0] not in _NO_VERB and (not found[0].endswith("ing") or found[0] in _BASE_IN_ING)


def _check_balance(file: str, entries: Entries) -> Iterator[Problem]:
    """Ten items an area, three or four of each preparation; five an area in the short form."""
    areas: dict[str, list[Entry]] = {area: [] for area in INTEREST_AREAS}
    for key, entry in entries.items():
        area = entry.get("area")
        if area not in INTEREST_AREAS:
            yield Problem(file, key, "balance", f"unknown area {area!r}")
        elif entry.get("preparation") not in PREPARATIONS:
            yield Problem(file, key, "balance", f"preparation must be {', '.join(PREPARATIONS)}")
        elif entry.get("short") not in (True, False):
            yield Problem(file, key, "balance", "short must be true or false")
        elif not key.startswith(str(area)[0].upper()):
            yield Problem(file, key, "balance", f"the id does not begin like its area {area}")
        else:
            areas[area].append(entry)
    for area, items in areas.items():
        if len(items) != 10:
            yield Problem(file, area, "balance", f"has {len(items)} items, not 10")
        if sum(item["short"] for item in items) != 5:
            yield Problem(file, area, "balance", "must have 5 items in the short form")
        for level, count in Counter(item["preparation"] for item in items).items():
            if count not in (3, 4):
                yield Problem(file, area, "balance", f"has {count} items of {level} preparation")
    short_form = Counter(
        item["preparation"] for items in areas.values() for item in items if item["short"]
    )
    if any(short_form[level] != 10 for level in PREPARATIONS):
        yield Problem(
            file, "short form", "balance", f"must have 10 of each level: {dict(short_form)}"
        )
