"""Finding a publisher's file by name in a folder, a zip or a wheel."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from careerlattice.errors import MissingFile

_ARCHIVES = {".zip", ".whl"}


@dataclass
class Location:
    """The files below some folders and archives, found by their base name.

    Archives inside a folder are looked into as if they were folders.
    """

    places: tuple[Path, ...]
    _index: dict[str, tuple[Path, str | None]] = field(default_factory=dict)
    read_hashes: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, *places: Path) -> Location:
        """Index the places given. Raises `MissingFile` for one that cannot be read or is empty."""
        location = cls(places)
        for place in places:
            try:
                if place.is_file():
                    location._add_archive(place)
                elif place.is_dir():
                    for path in sorted(place.rglob("*")):
                        if path.suffix in _ARCHIVES and path.is_file():
                            location._add_archive(path)
                        elif path.is_file():
                            location._index.setdefault(path.name, (path, None))
                else:
                    raise MissingFile(
                        f"{place} is neither a folder nor a file. Give the folder that holds the "
                        "publishers' files, for example: careerlattice data build --from DIR"
                    )
            except OSError as error:
                raise MissingFile(f"{place} cannot be read: {error.strerror or error}.") from error
        if not location._index:
            listed = ", ".join(str(place) for place in places)
            raise MissingFile(
                f"{listed} holds no files. It should hold the publishers' files named in DATA.md, "
                "such as 'Occupation Data.txt' of O*NET."
            )
        return location

    def has(self, name: str) -> bool:
        """Whether a file of this base name was found."""
        return name in self._index

    def read(self, name: str) -> bytes:
        """The bytes of the file of this base name. Raises `MissingFile`."""
        if name not in self._index:
            listed = ", ".join(str(place) for place in self.places)
            raise MissingFile(
                f"The file {name!r} is not in {listed}. See DATA.md for the files a build needs, or "
                "run: careerlattice data pull"
            )
        path, inner = self._index[name]
        try:
            if inner is None:
                data = path.read_bytes()
            else:
                with zipfile.ZipFile(path) as archive:
                    data = archive.read(inner)
        except (OSError, zipfile.BadZipFile) as error:
            raise MissingFile(f"The file {name!r} in {path} cannot be read: {error}.") from error
        self.read_hashes[name] = hashlib.sha256(data).hexdigest()
        return data

    def _add_archive(self, path: Path) -> None:
        try:
            with zipfile.ZipFile(path) as archive:
                for inner in sorted(archive.namelist()):
                    if not inner.endswith("/"):
                        self._index.setdefault(PurePosixPath(inner).name, (path, inner))
        except zipfile.BadZipFile as error:
            raise MissingFile(
                f"{path} is not a readable zip: {error}. Download it again."
            ) from error
