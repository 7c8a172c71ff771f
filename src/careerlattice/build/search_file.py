"""The indexes behind title search and coding, made with the release so that they open fast."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from careerlattice.catalog.search import TitleSearch
from careerlattice.match.titles.release_coder import coder_arrays, title_rows
from careerlattice.release.arrays import arrays_to_bytes


def search_file(frames: Mapping[str, pl.DataFrame]) -> bytes:
    """The index over official, alternate, reported and short titles."""
    entries = [(code, title, kind) for title, code, kind in _rows(frames)]
    return arrays_to_bytes(TitleSearch.build(entries).to_arrays())


def coder_file(frames: Mapping[str, pl.DataFrame]) -> bytes:
    """The index of the title coder over the same titles."""
    return arrays_to_bytes(coder_arrays(_rows(frames)))


def _rows(frames: Mapping[str, pl.DataFrame]) -> list[tuple[str, str, str]]:
    occupations = frames["occupations"].select("title", "onet_soc_code").rows()
    titles = frames["titles"].select("title", "short_title", "onet_soc_code", "kind").rows()
    return title_rows(occupations, titles)
