"""Slips of the pen: how many a text of its length may have, and what was meant."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from careerlattice.vocab.parameter import Parameter


def slips_allowed(text: str, of_two: Parameter) -> int:
    """How many letters may be wrong: one, and two in texts of as many letters as `of_two`."""
    return 1 if len(text) < of_two.value else 2


def near_texts(
    typed: str, known: Sequence[str] | AbstractSet[str], of_two: Parameter
) -> list[tuple[int, str]]:
    """Known texts that `typed` may be a slip of, each with the letters between, nearest first.

    A slip in the first letter is rare, and then hardly ever read aright.

    >>> from careerlattice.catalog.parameters import SHORTEST_WORD_OF_TWO_SLIPS
    >>> near_texts("nursse", ("purse", "nurse", "nursery"), SHORTEST_WORD_OF_TWO_SLIPS)
    [(1, 'nurse')]
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = slips_allowed(typed, of_two)
    found = process.extract(typed, known, scorer=OSA.distance, score_cutoff=most, limit=None)
    return sorted((int(letters), text) for text, letters, _ in found if text[:1] == typed[:1])


def slips_between(words: list[str], mended: list[str]) -> int:
    """How many letters differ, word by word."""
    from rapidfuzz.distance import OSA

    return sum(OSA.distance(*pair) for pair in zip(words, mended, strict=True))
