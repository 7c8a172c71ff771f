"""A title with its setting behind it and no word between: COTA SNF, dispatcher trucking."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from careerlattice.catalog.parameters import MOST_WORDS_BEHIND
from careerlattice.content.names.lists import words_in

_ENDS = "er|or|ist|ian|ant|ic|eer|man|aide|chef|nurse|clerk|smith"
_AGENT = re.compile(rf"(?:{_ENDS})$")
_WORKER = re.compile(
    rf"(?:{_ENDS}|dent|men|ive|hand|rep|boy|girl|guy|lady|associate|agent|tech|mgr|supv)s?$"
)
"""What ends words for people; a setting has none, and where one ends the title it names the job."""
_LINKS = frozenset(
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)


def openings(spelled: str, is_known: Callable[[str], bool]) -> Iterator[str]:
    """The beginnings of a key behind which only a setting stands, the longest first.

    Nothing where a word behind it names people, work of its own (sales, records) or a title that
    `is_known` says: a nurse recruiter recruits, and police records are kept by clerks.

    >>> list(openings("cota snf", lambda text: False)), list(openings("nurse recruiter", bool))
    (['cota'], [])
    """
    words = spelled.split()
    work, settings = words_in("title_words", "work"), words_in("title_words", "setting")
    for size in range(len(words) - 1, max(0, len(words) - 1 - int(MOST_WORDS_BEHIND.value)), -1):
        behind = words[size:]
        if any(_WORKER.search(word) or word in work for word in behind):
            return
        named = " ".join(behind)
        is_setting = settings.issuperset(behind) or named in settings
        if not is_setting and is_known(named):
            return
        # Behind a link stands more of the title: supervisors of construction trades.
        if _LINKS.isdisjoint((words[size - 1], behind[0])):
            yield " ".join(words[:size])


def is_telling_head(word: str, text: str) -> bool:
    """Whether a title's last word alone says the work: `tutor` and `RN` do, `driver` does not."""
    if len(word) in (2, 3, 4) and word.upper() in text:
        return True
    return _AGENT.search(word) is not None and word not in words_in("title_words", "vague head")
