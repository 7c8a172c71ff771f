"""What a person studied: the programs meant by a code or by words."""

from __future__ import annotations

from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import BadCode, NotFound
from careerlattice.vocab.codes import CipCode
from careerlattice.vocab.names import fold

SIX_DIGITS = len("51.3801")
MIN_SCORE = 55
"""How alike, of 100, a title must be to be offered as one that may have been meant."""


def programs_meant(catalog: Catalog, text: str | None) -> frozenset[str]:
    """The six-digit programs meant by a CIP code or by words of a program's title.

    Raises `NotFound`, with the nearest titles, for words that no program has.
    """
    if text is None:
        return frozenset()
    titles = catalog.release.table("programs")
    try:
        code = CipCode.parse(text)
    except BadCode:
        code = None
    if code is not None:
        known = frozenset(
            cip for cip in titles["cip_code"] if len(cip) == SIX_DIGITS and cip.startswith(code)
        )
        if not known:
            hint = "Give a CIP code such as 51.38."
            raise NotFound("program of study", text, hint=hint, field="start.field")
        return known
    words = set(fold(text).split()) - {"and", "of", "in", "the", "general"}
    found: dict[str, int] = {}
    for cip, title in titles.rows():
        hits = sum(any(_alike(word, t) for t in fold(title).split()) for word in words)
        if hits:
            found[cip] = hits
    best = max(found.values(), default=0)
    if not words or best < len(words):
        from rapidfuzz import fuzz, process

        near = process.extract(text, titles["title"].to_list(), scorer=fuzz.WRatio, limit=3)
        names = [name for name, score, _ in near if score >= MIN_SCORE]
        hint = "Give a CIP code such as 51.38 or a title."
        raise NotFound("field of study", text, names, hint, field="start.field")
    # A four-digit title stands for all programs under it.
    meant = {cip for cip, hits in found.items() if hits == best}
    return frozenset(
        cip
        for cip in titles["cip_code"]
        if len(cip) == SIX_DIGITS and (cip in meant or cip[:5] in meant)
    )


def _alike(word: str, other: str) -> bool:
    short = min(len(word), len(other))
    return word == other or (short >= 5 and word[: short - 1] == other[: short - 1])
