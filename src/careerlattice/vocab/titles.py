"""Titles of occupations in running text: singular and in lower case."""

from __future__ import annotations

import re
from functools import lru_cache

from careerlattice.vocab.title_exceptions import (
    BEFORE,
    NOT_PEOPLE,
    PEOPLE,
    PROPER,
    TELLING_ENDS,
    singulars,
)

_OTHER = ", All Other"
_LEFT_OUT = re.compile(r",? (?:Except|Including) .*")
_HELPERS = "Helpers--"
_COMPLEMENT = re.compile(r" (?:of|for|in|through) ")
_JOINED = re.compile(r"(, and | and |, )")


@lru_cache(maxsize=4096)
def singular_title(title: str) -> str:
    """What one worker of the occupation is called in running text.

    `Registered Nurses` gives `registered nurse`, `Accountants and Auditors` gives `accountant or
    auditor`, `Business Teachers, Postsecondary` gives `college business teacher`. What a title
    excepts or includes is left out; `All Other` becomes `of another kind`.
    """
    if not title:
        return ""
    known = singulars().get(title)
    if known is not None:
        return known
    if title.startswith(_HELPERS):
        return _helper(title.removeprefix(_HELPERS))
    plain = title.replace(_OTHER, "")
    is_residual = plain != title
    plain = _LEFT_OUT.sub("", plain)
    main, qualifiers = _cut(plain)
    text = _singular_list(main)
    if qualifiers:
        kind = ", ".join(qualifiers)
        before = BEFORE.get(kind)
        text = f"{before} {text}" if before else f"{text} ({in_running_text(kind)})"
    return f"{text} of another kind" if is_residual else text


def with_article(noun: str) -> str:
    """`a` or `an` and the noun: `an electrician`, `a union organizer`."""
    first = noun.lower()
    is_vowel = first[:1] in "aeiou" and not first.startswith(("uni", "use", "eu", "one"))
    return f"{'an' if is_vowel else 'a'} {noun}"


def _cut(title: str) -> tuple[str, list[str]]:
    """The part that names people, and the parts after commas that only narrow it."""
    parts = title.split(", ")
    last = max(
        (place for place, part in enumerate(parts) if _names_people(part)), default=len(parts) - 1
    )
    if last < len(parts) - 1 and _COMPLEMENT.search(parts[last]):
        last = len(parts) - 1
    return ", ".join(parts[: last + 1]), parts[last + 1 :]


def _names_people(part: str) -> bool:
    head = _COMPLEMENT.split(part, maxsplit=1)[0]
    return _is_people(head.split()[-1]) if head.split() else False


def _is_people(word: str) -> bool:
    """Whether a word is a plural noun for people; of words joined by a slash the last counts."""
    plain = word.lower().split("/")[-1].split("-")[-1]
    if plain in NOT_PEOPLE:
        return False
    return plain in PEOPLE or plain.endswith(TELLING_ENDS)


def _singular_list(text: str) -> str:
    """`Claims Adjusters, Examiners, and Investigators` with each noun for people singular."""
    found = _COMPLEMENT.search(text)
    head, rest = (text[: found.start()], text[found.start() :]) if found else (text, "")
    pieces = _JOINED.split(head)
    nouns, joints = pieces[::2], pieces[1::2]
    people = [_is_people(noun.split()[-1]) for noun in nouns]
    people[-1] = True
    singular = [
        _singular_phrase(noun) if is_people else in_running_text(noun)
        for noun, is_people in zip(nouns, people, strict=True)
    ]
    told = singular[0]
    for place, joint in enumerate(joints):
        is_choice = people[place] or any(people[: place + 1])
        told += (joint.replace("and", "or") if is_choice else joint) + singular[place + 1]
    return told + in_running_text(rest)


def _singular_phrase(phrase: str) -> str:
    words = phrase.split()
    last = words[-1]
    head = "/".join(_singular(part) if _is_people(part) else part for part in last.split("/"))
    words[-1] = head if head != last else _singular(last)
    return in_running_text(" ".join(words))


def _singular(word: str) -> str:
    for plural, singular in (
        ("wives", "wife"),
        ("persons", "person"),
        ("men", "man"),
        ("ies", "y"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("sses", "ss"),
        ("xes", "x"),
        ("ss", "ss"),
        ("s", ""),
    ):
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return word


def _helper(of: str) -> str:
    if _JOINED.search(of):
        return "helper of " + in_running_text(of).replace(", and ", ", or ")
    one = _singular_phrase(of)
    return f"{one}'s helper"


def in_running_text(text: str) -> str:
    """The text in lower case, but for proper names and acronyms."""
    return re.sub(
        r"[A-Za-z]+", lambda m: m[0] if m[0] in PROPER or _is_acronym(m[0]) else m[0].lower(), text
    )


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()
