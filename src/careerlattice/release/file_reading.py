"""Reading a file of a release: the file that was built, or a refusal."""

from __future__ import annotations

import hashlib
from pathlib import Path

from careerlattice.errors import ReleaseError
from careerlattice.release.manifest import FileRecord
from careerlattice.vocab.files import read_regular

_WHAT_NOW = (
    "It is damaged, or the release was replaced while it was in use. Run the command again; if "
    "that does not help, run 'careerlattice data verify', then reinstall or build the release "
    "again."
)
MOST_BYTES = 256 * 1024 * 1024
"""The most a file of a release may have; the largest shipped one has 4 MB."""


def read_whole(path: Path, record: FileRecord) -> bytes:
    """The bytes of the file, which have the size and SHA-256 that `release.json` names.

    Raises `ReleaseError` for a file that is missing, another, or none at all (a device, a pipe).
    """
    try:
        data = read_regular(path, MOST_BYTES)
    except OSError as error:
        raise ReleaseError(
            f"{path} cannot be read: {error.strerror or error}. Run 'careerlattice data verify', "
            "then reinstall or build the release again."
        ) from error
    if len(data) != record.bytes:
        sizes = f"it has {len(data):,} of {record.bytes:,} bytes"
        raise ReleaseError(f"{path} is not the file that was built: {sizes}. {_WHAT_NOW}")
    if hashlib.sha256(data).hexdigest() != record.sha256:
        raise ReleaseError(
            f"{path} is not the file that was built: its SHA-256 differs. {_WHAT_NOW}"
        )
    return data
