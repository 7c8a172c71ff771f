"""Compiling a kernel once and keeping it, whatever became of the place it is kept in.

Numba keeps compiled kernels beside the code or in the user's cache folder. A disk that was full or
a power cut leaves half of one there, and Numba loads what it finds; so a kernel is read back only
with the hash it was written with, and else compiled again. Where nothing can be kept at all, as in
a container without a home, kernels are compiled for this process alone.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from numba import njit

logger = logging.getLogger(__name__)


def kernel(signature: Any) -> Callable[[Callable[..., Any]], Any]:
    """A decorator: compile the function for one signature, without holding Python's lock."""

    def compiled(function: Callable[..., Any]) -> Any:
        try:
            return _kept(signature, function)
        except Exception as error:  # noqa: BLE001 - what half a file unpickles to raises anything
            _say_once(error)
            return njit(signature, nogil=True)(function)

    return compiled


def _kept(signature: Any, function: Callable[..., Any]) -> Any:
    kept = _Kept.of(str(njit(nogil=True, cache=True)(function).stats.cache_path), function)
    if not kept.is_sound():
        kept.forget()
    try:
        found = njit(signature, nogil=True, cache=True)(function)
    except Exception:  # noqa: BLE001 - as above; the second try decides
        kept.forget()
        found = njit(signature, nogil=True, cache=True)(function)
    kept.seal()
    return found


class _Kept(NamedTuple):
    """The files in which one kernel is kept, and the one with their hash."""

    folder: Path
    pattern: str
    seal_file: Path

    @classmethod
    def of(cls, folder: str, function: Callable[..., Any]) -> _Kept:
        line = function.__code__.co_firstlineno
        python = f"py{sys.version_info.major}{sys.version_info.minor}"
        stem = Path(function.__code__.co_filename).stem
        name = f"{stem}.{function.__name__}-{line}.{python}"
        return cls(Path(folder), f"{name}*.nb[ic]", Path(folder) / f"{name}.sha256")

    def _digest(self) -> str:
        digest = hashlib.sha256()
        for path in sorted(self.folder.glob(self.pattern)):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()

    def is_sound(self) -> bool:
        try:
            return self.seal_file.read_bytes() == self._digest().encode()
        except OSError:
            return False

    def forget(self) -> None:
        for path in (*self.folder.glob(self.pattern), self.seal_file):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def seal(self) -> None:
        """Write the hash; without it the kernel is compiled again the next time."""
        with contextlib.suppress(OSError):
            digest = self._digest()
            if not self.seal_file.exists() or self.seal_file.read_bytes() != digest.encode():
                self.seal_file.write_bytes(digest.encode())


_said: list[str] = []


def _say_once(error: Exception) -> None:
    if not _said:
        first = (str(error).strip().splitlines() or [type(error).__name__])[0]
        logger.warning(
            "The compiled search cannot be kept (%s); it is compiled at every start, which takes "
            "some seconds. Set NUMBA_CACHE_DIR to a folder that can be written.",
            first,
        )
        _said.append(first)
