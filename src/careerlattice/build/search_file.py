"""The index behind title search, made with the release so that opening it takes milliseconds."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from careerlattice.catalog.search import TitleSearch
from careerlattice.release.arrays import arrays_to_bytes


def search_file(frames: Mapping[str, pl.DataFrame]) -> bytes:
    """The index over official, alternate, reported and short titles."""
    entries = [
        (code, title, "official")
        for code, title in frames["occupations"].select("onet_soc_code", "title").rows()
    ]
    for code, title, short, kind in (
        frames["titles"].select("onet_soc_code", "title", "short_title", "kind").rows()
    ):
        entries.append((code, title, kind))
        if short is not None:
            entries.append((code, short, "short"))
    return arrays_to_bytes(TitleSearch.build(entries).to_arrays())
