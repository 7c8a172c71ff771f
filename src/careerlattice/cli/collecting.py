"""How often Python looks for circles of objects that nothing holds any more.

A command makes its objects to keep them, prints and ends. Looking through them again and again,
and once more at the end, took a sixth of a plan's time. What runs long collects as usual.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 100_000
"""After how many new objects a command looks; a plan makes about four times as many."""
_USUAL = gc.get_threshold()


@contextmanager
def collected_seldom() -> Iterator[None]:
    """Run a command that ends the process."""
    gc.set_threshold(SELDOM)
    try:
        yield
    finally:
        # What is held aside is not looked through as the process ends.
        gc.freeze()


def collect_as_usual() -> None:
    """Collect as Python does by itself: for a command that serves until it is stopped."""
    gc.set_threshold(*_USUAL)
