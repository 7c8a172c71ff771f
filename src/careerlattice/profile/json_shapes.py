"""The shapes in which values of a profile are written as JSON."""

from __future__ import annotations

from typing import TypedDict


class ElementGapJson(TypedDict):
    """An element in which a person falls short, on levels from 0 to 7."""

    element_id: str
    name: str
    domain: str
    held: float
    needed: float
    importance: float
    share: float
