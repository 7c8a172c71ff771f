"""Refusing to wait for ever in a process that was forked after its parent read tables.

Polars works with threads, which do not outlive a fork: what the child asks of it would never
return. So the child is told, and what to do instead.
"""

from __future__ import annotations

import os

from careerlattice.errors import ReleaseError

_was_used = False
_is_lost = False


def note_use() -> None:
    """Remember that this process uses tables. Raises `ReleaseError` where that cannot end well."""
    global _was_used  # noqa: PLW0603 - a fact about the process
    if _is_lost:
        raise ReleaseError(
            "This process was forked from one that had read tables already, and the threads that "
            "read them do not outlive a fork. Start workers with multiprocessing's 'spawn' or "
            "'forkserver', or fork before the first question."
        )
    _was_used = True


def _after_fork() -> None:
    global _is_lost  # noqa: PLW0603
    _is_lost = _was_used


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
