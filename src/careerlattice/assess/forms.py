"""The interest items and the forms they are asked in."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from careerlattice.content.words import InterestItem, interest_items
from careerlattice.errors import BadRequest
from careerlattice.vocab.interests import INTEREST_AREAS

Form = Literal["adaptive", "short", "full"]
FORMS: tuple[Form, ...] = ("adaptive", "short", "full")
PREPARATIONS = ("low", "medium", "high")
ANSWERS = ("dislike a lot", "dislike", "not sure", "like", "like a lot")
"""What the answers 0 to 4 mean."""
QUESTION = "How much would you like to do this?"


@lru_cache(maxsize=1)
def items_by_id() -> dict[str, InterestItem]:
    """All items by id."""
    return {item.item_id: item for item in interest_items()}


def form_items(form: Form) -> tuple[InterestItem, ...]:
    """The items of a form in the order asked; for the adaptive form the whole pool.

    Areas take turns, and within an area the items go from low to high preparation and round again,
    so that neither like areas nor like preparation levels stand together. Raises `BadRequest`.
    """
    if form not in FORMS:
        raise BadRequest(f"There is no form {str(form)[:20]!r}. Choose one of: {', '.join(FORMS)}.")
    return _in_turns(form == "short")


@lru_cache(maxsize=2)
def _in_turns(short: bool) -> tuple[InterestItem, ...]:
    columns = []
    for area in INTEREST_AREAS:
        left = {p: [] for p in PREPARATIONS}  # type: dict[str, list[InterestItem]]
        for item in interest_items():
            if item.area == area and (item.short or not short):
                left[item.preparation].append(item)
        column: list[InterestItem] = []
        while any(left.values()):
            column += [left[p].pop(0) for p in PREPARATIONS if left[p]]
        columns.append(column)
    longest = max((len(column) for column in columns), default=0)
    return tuple(column[i] for i in range(longest) for column in columns if i < len(column))
