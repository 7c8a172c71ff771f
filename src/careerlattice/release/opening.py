"""An opened release: tables read on demand and kept."""

from __future__ import annotations

import io
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from careerlattice.errors import ReleaseError
from careerlattice.release.file_reading import read_whole
from careerlattice.release.forks import note_use
from careerlattice.release.locate import locate_release
from careerlattice.release.manifest import FileRecord, Manifest
from careerlattice.release.own_facts import OwnFacts
from careerlattice.tables.model import Source
from careerlattice.tables.registry import TABLES
from careerlattice.vocab.job_zones import JobZones

if TYPE_CHECKING:
    import polars as pl

    from careerlattice.release.arrays import NamedArrays


class Release:
    """The tables of one release. Read-only; a table is read the first time it is asked for.

    Each file is held against its hash as it is read, so that all that comes from one `Release` is
    of one build, and no figure comes from a damaged file.

    With `own_facts` the user's rows stand in place of the release's.
    """

    def __init__(self, path: str | Path | None = None, own_facts: OwnFacts | None = None) -> None:
        self.folder = locate_release(path)
        self.own_facts = own_facts
        self._frames: dict[str, pl.DataFrame] = {}
        self._published: dict[str, pl.DataFrame] = {}

    @cached_property
    def manifest(self) -> Manifest:
        """What the release holds. Raises `ReleaseError` when it cannot be read."""
        return Manifest.read(self.folder)

    @property
    def id(self) -> str:
        """The release's id, shown with every answer."""
        return self.manifest.id

    def source(self, source_id: str) -> Source:
        """The publisher's edition this release was built from. Raises `ReleaseError`.

        What is said of a figure's origin comes from here, never from the code that shows it.
        """
        for row in self.manifest.sources:
            if row.get("id") == source_id:
                return Source(**{name: row[name] for name in Source.__dataclass_fields__})
        raise ReleaseError(
            f"The release {self.manifest.id} in {self.folder} names no source {source_id!r}. "
            "Build it again with 'careerlattice data build'."
        )

    @cached_property
    def job_zones(self) -> JobZones:
        """The bands of preparation of this release: five up to O*NET 30.1, four since."""
        named = {int(zone): label for zone, label in self.manifest.job_zones.items()}
        found = self.table("occupations")["job_zone"].drop_nulls().unique()
        return JobZones(dict.fromkeys(sorted(found), "") | named)

    def has(self, table: str) -> bool:
        """Whether the release holds this table (a local release may hold more than the shipped)."""
        return table in self.manifest.tables

    def _record(self, name: str) -> FileRecord:
        record = self.manifest.tables.get(name) or self.manifest.files.get(name)
        if record is None:
            # Publishers' sentences are in no shipped release; they come by a pull.
            is_local = name in TABLES and TABLES[name].is_local
            how = "Get it with 'careerlattice data pull'."
            if not is_local:
                how = "Build it again with 'careerlattice data build'."
            raise ReleaseError(
                f"The release {self.manifest.id} in {self.folder} holds no {name!r}. {how}"
            )
        return record

    def path_of(self, name: str) -> Path:
        """The path of a table or other file of the release. Raises `ReleaseError`."""
        return self.folder / self._record(name).file

    def bytes_of(self, name: str) -> bytes:
        """The bytes of a table or other file, as they were built.

        Whatever became of the folder since the release was opened: what comes is of this release,
        or a `ReleaseError`.
        """
        return read_whole(self.path_of(name), self._record(name))

    def arrays(self, name: str) -> NamedArrays:
        """The arrays of a file of the release, by name. Raises `ReleaseError`."""
        from careerlattice.release.arrays import read_arrays

        return read_arrays(self.bytes_of(name), str(self.path_of(name)))

    def check_files(self) -> None:
        """Raise `ReleaseError` for the first file that is not the one that was built."""
        for name in (*self.manifest.tables, *self.manifest.files):
            self.bytes_of(name)

    def table(self, name: str) -> pl.DataFrame:
        """The table as a data frame with its declared columns. Raises `ReleaseError`.

        With own facts, also what reading these raises.
        """
        note_use()
        if name not in self._frames:
            frame = self.published(name)
            if self.own_facts is not None:
                frame = self.own_facts.apply(name, frame, self.published)
            self._frames[name] = frame
        return self._frames[name]

    def published(self, name: str) -> pl.DataFrame:
        """The table as it was published, without own facts. Raises `ReleaseError`."""
        note_use()
        if name not in self._published:
            import polars as pl

            path = self.path_of(name)
            if name not in TABLES:
                raise ReleaseError(
                    f"{name!r} of the release {self.manifest.id} is not a table this version "
                    "knows. Build the release again with 'careerlattice data build'."
                )
            data = self.bytes_of(name)
            try:
                frame = pl.read_parquet(io.BytesIO(data))
            except (OSError, pl.exceptions.PolarsError) as error:
                first = str(error).strip().splitlines()[0]
                raise ReleaseError(
                    f"The table {name} ({path}) cannot be read: {first}. The file is damaged or "
                    "missing; run 'careerlattice data verify', then reinstall or build it again."
                ) from error
            declared = TABLES[name].columns
            if tuple(frame.columns) != declared:
                raise ReleaseError(
                    f"The table {name} ({path}) has the columns {', '.join(frame.columns)}; this "
                    f"version expects {', '.join(declared)}. Build the release again."
                )
            self._published[name] = frame
        return self._published[name]
