"""Careerlattice: the route planner for careers.

>>> import careerlattice
>>> catalog = careerlattice.open_release()
>>> catalog.get_occupation("29-1141").title
'Registered Nurses'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog, open_release

__version__ = "0.1.0"
__all__ = ["Catalog", "__version__", "open_release"]

_HOMES = {
    "Catalog": "careerlattice.catalog.catalog",
    "open_release": "careerlattice.catalog.catalog",
}


def __getattr__(name: str) -> Any:
    # Public names load their room when first used, so that the command line starts fast.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'careerlattice' has no attribute {name!r}")
