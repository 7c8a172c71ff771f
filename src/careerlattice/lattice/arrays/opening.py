"""The arrays of a release, for whoever asks them alone: plans need neither gaps nor ladders."""

from __future__ import annotations

from careerlattice.catalog.catalog import Catalog
from careerlattice.lattice.arrays.stored import LATTICE_FILE, LatticeArrays, from_stored


def open_arrays(catalog: Catalog) -> LatticeArrays:
    """The arrays read from the release, or built when it holds none; kept with the catalog."""
    return catalog.keep(_read)


def _read(catalog: Catalog) -> LatticeArrays:
    if LATTICE_FILE in catalog.release.manifest.files:
        return from_stored(catalog.release.arrays(LATTICE_FILE))
    # A server reads the file; the model is loaded only where a release holds none.
    from careerlattice.lattice.arrays.build import build_arrays

    return build_arrays(catalog)
