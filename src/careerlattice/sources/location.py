"""Finding a publisher's file by name in a folder, a zip or a wheel."""

from __future__ import annotations

import errno
import hashlib
import os
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from careerlattice.errors import DataError, MissingFile
from careerlattice.sources.addresses import where_from
from careerlattice.vocab.files import read_regular

LARGEST_BYTES = 64 * 1024 * 1024
"""The most one file may have; the largest that is read has 16 MB."""
_ARCHIVES = {".zip", ".whl"}


@dataclass(frozen=True, slots=True)
class Found:
    """A file: its path, or its name inside the archive at that path; and which place it is from."""

    path: Path
    inner: str | None
    place: int


@dataclass
class Location:
    """The files below some folders and archives, found by their base name.

    Archives inside a folder are looked into as if they were folders. A name found in two places is
    read from the place given first; twice within one place, the files must be the same.
    """

    places: tuple[Path, ...]
    read_hashes: dict[str, str] = field(default_factory=dict)
    _index: dict[str, list[Found]] = field(default_factory=dict)

    @classmethod
    def of(cls, *places: Path) -> Location:
        """Index the places given. Raises `MissingFile` for one that cannot be read or is empty."""
        location = cls(places)
        for number, place in enumerate(places):
            try:
                if place.is_file():
                    location._add_file(place, number)
                elif place.is_dir():
                    location._add_folder(place, number)
                else:
                    raise MissingFile(
                        f"{place} is neither a folder nor a file. Give the folder that holds the "
                        "publishers' files, for example: careerlattice data build --from DIR"
                    )
            except OSError as error:
                raise MissingFile(
                    f"{place} cannot be read: {error.strerror or error}. Check the path and its "
                    "permissions."
                ) from error
        if not location._index:
            raise MissingFile(
                f"{location._listed()} holds no files. It should hold the publishers' files, such "
                "as 'Occupation Data.txt' of O*NET; careerlattice data build --help names them."
            )
        return location

    def has(self, name: str) -> bool:
        """Whether a file of this base name was found."""
        return name in self._index

    def read(self, name: str) -> bytes:
        """The bytes of the file of this base name.

        Raises `MissingFile` when there is none, and `DataError` when it is damaged or stands twice
        in one place with different contents.
        """
        if name not in self._index:
            whose = where_from(name)
            raise MissingFile(
                f"The file {name!r} is not in {self._listed()}."
                + (f" It belongs to {whose}." if whose else "")
            )
        candidates = self._index[name]
        chosen = [found for found in candidates if found.place == candidates[0].place]
        data = _bytes(name, chosen[0])
        for other in chosen[1:]:
            if _bytes(name, other) != data:
                raise DataError(
                    f"The file {name!r} stands twice with different contents: in {chosen[0].path} "
                    f"and in {other.path}. Keep one edition in the folder."
                )
        self.read_hashes[name] = hashlib.sha256(data).hexdigest()
        return data

    def read_beside(self, name: str, other: str) -> bytes:
        """The file `other` in the same folder as `name`; no bytes when there is none."""
        for found in self._index.get(name, [])[:1]:
            folder = PurePosixPath(found.inner).parent if found.inner else found.path.parent
            for neighbor in self._index.get(other, []):
                beside = (
                    PurePosixPath(neighbor.inner).parent if neighbor.inner else neighbor.path.parent
                )
                same_archive = neighbor.inner is None or neighbor.path == found.path
                if beside == folder and same_archive:
                    return _bytes(other, neighbor)
        return b""

    def _listed(self) -> str:
        return ", ".join(str(place) for place in self.places) or "the list of places"

    def _add_folder(self, folder: Path, place: int) -> None:
        def refuse(error: OSError) -> None:
            raise error

        for parent, folders, names in os.walk(folder, onerror=refuse):
            folders.sort()
            for name in sorted(names):
                path = Path(parent) / name
                if path.is_file():
                    self._add_file(path, place)

    def _add_file(self, path: Path, place: int) -> None:
        if path.suffix.lower() in _ARCHIVES:
            self._add_archive(path, place)
        else:
            self._index.setdefault(path.name, []).append(Found(path, None, place))

    def _add_archive(self, path: Path, place: int) -> None:
        try:
            with zipfile.ZipFile(path) as archive:
                for inner in sorted(archive.namelist()):
                    if not inner.endswith("/"):
                        name = PurePosixPath(inner).name
                        self._index.setdefault(name, []).append(Found(path, inner, place))
        except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
            raise DataError(f"{path} is not a readable zip: {error}. Download it again.") from error


def _bytes(name: str, found: Found) -> bytes:
    try:
        if found.inner is None:
            return read_regular(found.path, LARGEST_BYTES)
        with zipfile.ZipFile(found.path) as archive, archive.open(found.inner) as member:
            # What the archive says of the size may be a lie; what is read is counted.
            data = member.read(LARGEST_BYTES + 1)
        if len(data) > LARGEST_BYTES:
            raise OSError(errno.EFBIG, f"it has more than {LARGEST_BYTES:,} bytes")
        return data
    except OSError as error:
        raise MissingFile(
            f"The file {name!r} in {found.path} cannot be read: {error.strerror or error}."
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        # RuntimeError is how zipfile refuses an encrypted file or an unknown way of packing.
        raise DataError(
            f"The file {name!r} in {found.path} is damaged: {error}. Download it again."
        ) from error
