"""How much one request may ask for: counted before it is done, and for how long.

A view says what it is about to do (`spend`) before it does it. What exceeds the budget is refused
unread, and a request that has worked for longer than its lane allows stops at the next count.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal

from django.utils.translation import gettext as _

from careerlattice.errors import BadRequest
from careerlattice.web.http.errors import TookTooLong

Kind = Literal["words", "plans"]
MOST: dict[Kind, int] = {"words": 100, "plans": 80}
"""Words of titles looked up and plans made for one answer. No form leads to as many."""


@dataclass(slots=True)
class Work:
    """What a request has spent, and the moment at which its time ends."""

    until: float
    spent: Counter[str] = field(default_factory=Counter)


_WORK: ContextVar[Work | None] = ContextVar("WORK", default=None)


@contextmanager
def work_of_request(seconds: float) -> Iterator[None]:
    """Count the work of what is done inside; its time ends after `seconds`."""
    token = _WORK.set(Work(time.monotonic() + seconds))
    try:
        yield
    finally:
        _WORK.reset(token)


def spend_on_titles(titles: Iterable[str]) -> None:
    """Count titles that are about to be looked up, by their words. Raises what `spend` raises."""
    spend("words", sum(len(title.split()) for title in titles))


def spend(kind: Kind, amount: int = 1) -> None:
    """Count work that is about to be done.

    Raises `BadRequest` when it is more than one answer may ask for, and `TookTooLong` when the time
    is over. Outside a request nothing is counted.
    """
    work = _WORK.get()
    if work is None:
        return
    work.spent[kind] += amount
    if work.spent[kind] > MOST[kind]:
        raise BadRequest(_("That is too much for one answer. Ask for less at a time."))
    if time.monotonic() > work.until:
        raise TookTooLong
