"""Whether a build lost rows: asked before anything is replaced.

A publisher's file of which only the heading is left reads without a fault, and the tables made from
it hold together. What shows the loss is the release this version is shipped with.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from careerlattice.errors import RowErrors
from careerlattice.release.locate import SHIPPED
from careerlattice.release.manifest import Manifest
from careerlattice.tables.known_counts import count_known

LEAST_SHARE = 0.8
"""Of the rows of the shipped table, what a table of another edition has to have."""


def refuse_lost_rows(frames: Mapping[str, pl.DataFrame]) -> None:
    """Raise `RowErrors` when tables have far fewer rows than the shipped, or not a known count."""
    shipped = Manifest.read(SHIPPED).tables
    lost = []
    for name, frame in sorted(frames.items()):
        usual = (shipped[name].rows or 0) if name in shipped else 1
        if frame.height < max(1, LEAST_SHARE * usual):
            lost.append(f"{name}: {frame.height:,} rows; the shipped release has {usual:,}")
    lost += [
        f"{known.table}: {found:,} {known.label}; there are {known.rows:,}"
        for known, found in count_known(frames)
        if found != known.rows
    ]
    if lost:
        raise RowErrors(
            "rows",
            "far fewer rows than there should be, as if a file had been cut (build with "
            "--allow-fewer-rows if that is meant)",
            lost,
        )
