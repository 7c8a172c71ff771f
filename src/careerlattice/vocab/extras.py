"""What to tell who lacks an optional part."""

from __future__ import annotations


def how_to_add(extra: str) -> str:
    """How an extra is installed; Careerlattice is on no package index yet.

    >>> how_to_add("web")
    "install it from its folder or wheel with the extra web: pip install '.[web]'"
    """
    return f"install it from its folder or wheel with the extra {extra}: pip install '.[{extra}]'"
