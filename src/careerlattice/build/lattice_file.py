"""The lattice of a release that is about to be written, made from its tables in memory."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import ReleaseError
from careerlattice.lattice.arrays.build import build_arrays
from careerlattice.lattice.arrays.stored import to_stored
from careerlattice.release.arrays import arrays_to_bytes
from careerlattice.release.opening import Release
from careerlattice.requirements.condition_arrays import build_condition_arrays
from careerlattice.requirements.condition_arrays import to_stored as to_stored_conditions


class UnwrittenRelease(Release):
    """Tables in memory that answer as a release's do; there are no files and no manifest yet."""

    def __init__(self, frames: Mapping[str, pl.DataFrame]) -> None:
        self._frames = dict(frames)
        self.own_facts = None

    def table(self, name: str) -> pl.DataFrame:
        """The table as a data frame. Raises `ReleaseError` for one that is not there."""
        if name not in self._frames:
            raise ReleaseError(f"The release being built has no table {name!r}.")
        return self._frames[name]


def lattice_file(frames: Mapping[str, pl.DataFrame]) -> bytes:
    """All moves between the occupations of these tables, as the bytes of the lattice file."""
    return arrays_to_bytes(to_stored(build_arrays(Catalog(UnwrittenRelease(frames)))))


def entry_file(frames: Mapping[str, pl.DataFrame]) -> bytes:
    """All entry conditions of these tables, as the bytes of the entry file."""
    return arrays_to_bytes(
        to_stored_conditions(build_condition_arrays(Catalog(UnwrittenRelease(frames))))
    )
