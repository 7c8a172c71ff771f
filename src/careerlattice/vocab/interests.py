"""The six interest areas (Holland's RIASEC), in their fixed order, and how six scores are read."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from enum import StrEnum

from careerlattice.errors import BadRequest


class Interest(StrEnum):
    """An interest area, with its element of the O*NET content model."""

    REALISTIC = "realistic"
    INVESTIGATIVE = "investigative"
    ARTISTIC = "artistic"
    SOCIAL = "social"
    ENTERPRISING = "enterprising"
    CONVENTIONAL = "conventional"

    @property
    def element_id(self) -> str:
        """The element id, 1.B.1.a to 1.B.1.f."""
        return f"1.B.1.{'abcdef'[INTEREST_AREAS.index(self.value)]}"

    @property
    def letter(self) -> str:
        """The area's letter: R, I, A, S, E or C."""
        return self.value[0].upper()


INTEREST_AREAS: tuple[str, ...] = tuple(area.value for area in Interest)
INTEREST_ELEMENTS: dict[str, str] = {area.value: area.element_id for area in Interest}
HIGHEST_SCORE = 40.0
# Scores that stand for the letters of a code such as SAE, in their order; the rest score the last.
_LETTER_SCORES, _OTHER_LETTER = (34.0, 27.0, 21.0), 11.0


def parse_scores(text: str, low: float = 0.0, high: float = HIGHEST_SCORE) -> tuple[float, ...]:
    """Six scores in the order of `Interest`, from text such as `12,30,8,22,5,18`.

    Commas, semicolons and spaces separate. A code of two or three letters (`SAE`), which is all
    that many people have from school, stands for scores that fall in its order. Raises
    `BadRequest` unless there are six numbers from `low` to `high`, or such letters.

    >>> parse_scores("12, 30, 8, 22, 5, 18")
    (12.0, 30.0, 8.0, 22.0, 5.0, 18.0)
    """
    letters = text.strip().upper()
    by_letter = [area.letter for area in Interest]
    if 2 <= len(letters) <= 3 and len({*letters} & {*by_letter}) == len(letters):
        ranked = dict(zip(letters, _LETTER_SCORES, strict=False))
        return tuple(ranked.get(letter, _OTHER_LETTER) for letter in by_letter)
    parts = [part for part in re.split(r"[,;\s]+", text.strip()) if part]
    try:
        values = tuple(float(part) for part in parts)
    except ValueError:
        values = ()
    if len(values) != len(INTEREST_AREAS):
        raise BadRequest(
            f"{text[:60]!r} is not a list of six numbers. Write the scores for "
            f"{', '.join(INTEREST_AREAS)} in this order, like 12,30,8,22,5,18, each from "
            f"{low:g} to {high:g}.",
            field="interests",
        )
    check_scores(values, high, low)
    return values


def is_from_letters(values: Sequence[float]) -> bool:
    """Whether the scores are those that stand for a letter code."""
    ranked = sorted(values, reverse=True)
    count = len([value for value in ranked if value != _OTHER_LETTER])
    return count in (2, 3) and tuple(ranked[:count]) == _LETTER_SCORES[:count]


def check_scores(values: Sequence[float], high: float = HIGHEST_SCORE, low: float = 0.0) -> None:
    """Raise `BadRequest` unless these are six scores from `low` to `high`."""
    if len(values) != len(INTEREST_AREAS):
        raise BadRequest(
            f"Six interest scores are needed, not {len(values)}: each {low:g} to {high:g}, in the "
            f"order {', '.join(INTEREST_AREAS)}.",
            field="interests",
        )
    for area, value in zip(INTEREST_AREAS, values, strict=True):
        if not math.isfinite(value) or not low <= value <= high:
            raise BadRequest(
                f"The {area} score is {value:g}. Scores run from {low:g} to {high:g}.",
                field="interests",
            )
