"""Named NumPy arrays in one file of a release: the same arrays, the same bytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from careerlattice.errors import ReleaseError

_EPOCH = (1980, 1, 1, 0, 0, 0)


def arrays_to_bytes(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """The arrays as a compressed `.npz`, which `numpy.load` opens too."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(arrays):
            member = io.BytesIO()
            np.lib.format.write_array(member, np.ascontiguousarray(arrays[name]), version=(1, 0))
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, member.getvalue(), compresslevel=9)
    return buffer.getvalue()


MOST_BYTES = 512 * 1024 * 1024
"""What the arrays of one file may hold unpacked; the shipped ones have a tenth of it."""


class NamedArrays(dict[str, NDArray[Any]]):
    """The arrays of a file by name; asking for one that is not there is a `ReleaseError`."""

    def __init__(self, file: str, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.file = file
        super().__init__(arrays)

    def __missing__(self, name: str) -> NDArray[Any]:
        """No such array: the file was made by another version."""
        raise ReleaseError(
            f"The file {self.file} holds no array {name!r}. It is not one this version reads; "
            "build the release again with 'careerlattice data build'."
        )


def read_arrays(data: bytes, file: str) -> NamedArrays:
    """The arrays of what `arrays_to_bytes` made; `file` is its name. Raises `ReleaseError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > MOST_BYTES:
            raise ReleaseError(f"The file {file} unpacks to {size:,} bytes, which no release does.")
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            return NamedArrays(file, {name: archive[name] for name in archive.files})
    except (OSError, ValueError, EOFError, zipfile.BadZipFile, zlib.error, KeyError) as error:
        raise ReleaseError(
            f"The file {file} cannot be read: {error}. It is damaged; run 'careerlattice data "
            "verify', then reinstall or build the release again."
        ) from error
