"""The arrays of a release, for whoever asks them alone: plans need neither gaps nor ladders."""

from __future__ import annotations

from careerlattice.catalog.catalog import Catalog
from careerlattice.lattice.arrays.stored import LATTICE_FILE, LatticeArrays, from_stored
from careerlattice.release.opening import Release

_SHARED: dict[str, LatticeArrays] = {}


def open_arrays(catalog: Catalog) -> LatticeArrays:
    """The arrays read from the release, or built when it holds none; kept with the catalog."""
    return catalog.keep(_read)


def share_arrays(release: Release) -> None:
    """Read the arrays of a release now, for processes forked from this one to share.

    They share them as long as they open the same file: it is known by its SHA-256.
    """
    record = release.manifest.files.get(LATTICE_FILE)
    if record is not None:
        _SHARED[record.sha256] = from_stored(release.arrays(LATTICE_FILE))


def _read(catalog: Catalog) -> LatticeArrays:
    record = catalog.release.manifest.files.get(LATTICE_FILE)
    if record is None:
        # A server reads the file; the model is loaded only where a release holds none.
        from careerlattice.lattice.arrays.build import build_arrays

        return build_arrays(catalog)
    if record.sha256 in _SHARED:
        return _SHARED[record.sha256]
    return from_stored(catalog.release.arrays(LATTICE_FILE))
