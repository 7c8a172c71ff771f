"""Stand-ins for Numba's names under which the kernels run as plain Python.

Loading Numba and its cached kernels takes most of a second, far longer than a small network takes
to search uncompiled. `engine.py` therefore loads the kernels' files a second time with these names.
"""

from __future__ import annotations

from typing import Any


class _AnyType:
    """Takes part in any signature and means nothing."""

    def __call__(self, *_: Any, **__: Any) -> _AnyType:
        return self

    def __getattr__(self, name: str) -> _AnyType:
        if name.startswith("__"):
            raise AttributeError(name)
        return self


types = boolean = float64 = int64 = uint8 = _AnyType()


def njit(function: Any = None, **_: Any) -> Any:
    """The function itself, as `@njit` or `@njit(signature, ...)`."""
    if callable(function) and not isinstance(function, _AnyType):
        return function
    return lambda written: written


def kernel(_signature: Any) -> Any:
    """The function itself, as `@kernel(signature)`."""
    return njit()
