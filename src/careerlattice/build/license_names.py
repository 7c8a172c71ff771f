"""Which of the occupations listed under a license its name speaks of.

The publisher lists a license under every occupation it may touch: a nurse aide's registration also
under licensed practical nurses, a ship's assistant engineer under medical assistants. A license
counts as an occupation's own when its name is close to one of the occupation's names, and nearly
as close as to any other occupation it is listed under.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import polars as pl
from rapidfuzz import fuzz, process

from careerlattice.vocab.names import fold

LEAST_LIKENESS = 60
LEAST_OF_BEST = 0.8
_LEGAL_WORDS = """
state tested license licensed certificate certified permit registration registry of the and or in
for a an
"""
_GENERAL_WORDS = """
assistant aide technician specialist worker manager supervisor first second third chief master
operator limited unlimited professional general practical registered level class upper lower junior
senior all other
"""
_LEGAL, _GENERAL = frozenset(_LEGAL_WORDS.split()), frozenset(_GENERAL_WORDS.split())
_BRACKET = re.compile(r"\([^)]*\)")


def with_names(frames: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The table `license_occupations` with the column `is_named`."""
    names = _names(frames)

    @cache
    def likeness(title: str, code: str) -> int:
        asked = _clean(title)
        if not asked:
            return 0
        hit = process.extractOne(asked, names[code], scorer=fuzz.token_sort_ratio)
        if hit is None:
            return 0
        shared = set(asked.split()) & set(hit[0].split())
        # Alike in ranks only ("assistant", "chief") is not alike, save for the same name.
        return round(hit[1]) if shared - _GENERAL or hit[1] == 100 else 0

    links = frames["license_occupations"].join(
        frames["licenses"].select("state", "license_id", "title"), on=["state", "license_id"]
    )
    scores = [likeness(t, c) for t, c in links.select("title", "onet_soc_code").rows()]
    best = pl.col("score").max().over("state", "license_id")
    return (
        links.with_columns(pl.Series("score", scores, dtype=pl.Int16))
        .with_columns(
            ((pl.col("score") >= LEAST_LIKENESS) & (pl.col("score") >= LEAST_OF_BEST * best)).alias(
                "is_named"
            )
        )
        .select("state", "license_id", "onet_soc_code", "is_named")
        .sort("state", "license_id", "onet_soc_code")
    )


def _names(frames: Mapping[str, pl.DataFrame]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for code, title in frames["occupations"].select("onet_soc_code", "title").rows():
        found[code] = {_clean(title), _clean(re.sub(r"s\b", "", title))}
    for code, title in frames["titles"].select("onet_soc_code", "title").rows():
        found[code].add(_clean(title))
    return {code: sorted(names - {""}) for code, names in found.items()}


def _clean(title: str) -> str:
    return " ".join(w for w in fold(_BRACKET.sub(" ", title)).split() if w not in _LEGAL)
