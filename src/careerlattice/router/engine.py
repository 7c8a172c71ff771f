"""Which kernels to search with: compiled, or for a small network as they are written.

Both are the same code and give the same answer; only the time differs.
"""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

SMALL_ARCS = 50_000
SMALL_LABELS = 30_000
SMALL_HOPS = 8


class Engine(NamedTuple):
    """The two files of kernels."""

    bounds: Any
    search: Any


def engine_for(arcs: int, hops: int) -> Engine:
    """The kernels for a network of this size and hop bound.

    Once the compiled kernels are loaded they serve every network.
    """
    is_loaded = "careerlattice.router.search_kernels" in sys.modules
    if is_loaded or arcs > SMALL_ARCS or hops > SMALL_HOPS:
        return compiled()
    return as_written()


def search(engine: Engine, *question: Any, budget: int) -> Any:
    """The search's answer. Uncompiled, one that turns out long is begun again compiled."""
    if engine is not as_written() or budget <= SMALL_LABELS:
        return engine.search.search(*question, budget)
    answer = engine.search.search(*question, SMALL_LABELS)
    was_cut = bool(answer[2][7])
    return compiled().search.search(*question, budget) if was_cut else answer


def compiled() -> Engine:
    """The compiled kernels, loaded from Numba's cache or compiled the first time."""
    from careerlattice.router import bound_kernels, search_kernels

    return Engine(bound_kernels, search_kernels)


@cache
def as_written() -> Engine:
    """The kernels as plain Python."""
    return Engine(_load("bound_kernels"), _load("search_kernels"))


def _load(name: str) -> ModuleType:
    path = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(f"careerlattice.router.{name}_as_written", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
