"""Which release to use."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "CAREERLATTICE_RELEASE"
SHIPPED = Path(__file__).parent / "shipped"


def locate_release(path: str | Path | None = None) -> Path:
    """The folder of the release to use.

    An explicit path comes first, then the folder named by the environment variable
    `CAREERLATTICE_RELEASE`, then the release shipped inside the package.
    """
    if path is not None:
        return Path(path)
    named = os.environ.get(VARIABLE)
    return Path(named) if named else SHIPPED


def download_cache() -> Path:
    """Where downloaded files are kept between calls, in the user's own cache folder."""
    base = os.environ.get("XDG_CACHE_HOME")
    root = Path(base) if base else Path.home() / ".cache"
    return root / "careerlattice" / "downloads"


def local_release() -> Path:
    """Where `careerlattice data pull` puts the release it builds, in the user's own data folder."""
    base = os.environ.get("XDG_DATA_HOME")
    root = Path(base) if base else Path.home() / ".local" / "share"
    return root / "careerlattice" / "release"
