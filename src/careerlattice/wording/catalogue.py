"""Sentences in the language spoken: standard-library gettext over `wording/locale`.

A sentence stands in the code in English and is its own key; a translation is a compiled catalogue
`locale/<language>/LC_MESSAGES/careerlattice.mo`. Without one English is spoken.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from gettext import NullTranslations, translation
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "careerlattice"
ENGLISH = "en"

_language: ContextVar[str] = ContextVar("careerlattice_language", default=ENGLISH)
_locale: ContextVar[Path] = ContextVar("careerlattice_locale", default=LOCALE)


@contextmanager
def speaking(language: str, locale: Path = LOCALE) -> Iterator[None]:
    """Speak a language inside the block, in this thread or task alone.

    `locale` is the folder of the catalogues; a language without one there is spoken in English.
    """
    spoken, place = _language.set(language), _locale.set(locale)
    try:
        yield
    finally:
        _language.reset(spoken)
        _locale.reset(place)


def say(text: str, /, **values: object) -> str:
    """A sentence in the language spoken, with the values it names.

    >>> say("It is ahead of staying put for good after {time}.", time="2 years")
    'It is ahead of staying put for good after 2 years.'
    """
    return _filled(_catalogue().gettext(text), values)


def say_many(one: str, many: str, amount: int, /, **values: object) -> str:
    """The sentence that fits an amount.

    >>> say_many("{n} job change", "{n} job changes", 1, n=1)
    '1 job change'
    """
    return _filled(_catalogue().ngettext(one, many, amount), values)


def capitalized(text: str) -> str:
    """The text with its first letter large, and the rest as it is."""
    return text[:1].upper() + text[1:]


def in_sentence(text: str) -> str:
    """The text with its first letter small, but where it begins with an acronym."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def listed(words: list[str]) -> str:
    """Words as a list in a sentence: `a, b and c`."""
    *most, last = words
    return say("{most} and {last}", most=", ".join(most), last=last) if most else last


def _filled(text: str, values: dict[str, object]) -> str:
    return text.format(**values) if values else text


def _catalogue() -> NullTranslations:
    language = _language.get()
    return _NO_CATALOGUE if language == ENGLISH else _opened(language, _locale.get())


_NO_CATALOGUE = NullTranslations()


@lru_cache(maxsize=32)
def _opened(language: str, locale: Path) -> NullTranslations:
    return translation(DOMAIN, locale, [language], fallback=True)
