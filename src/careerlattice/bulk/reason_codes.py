"""Why each of many occupations stands where it does, as short codes.

The rules are those of `match.reasons` for one person; codes name `ReasonKind` in lower case, with
the area or column after a colon. What speaks against begins with `-`, what only notes with `~`:
`much_liked:social+artistic;pay;-short:skills`. Sentences are for one person at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from careerlattice.bulk.fit_kernels import INTERESTS, KNOWLEDGE, SKILLS
from careerlattice.match.fit import COLUMNS
from careerlattice.match.interest_reasons import NAMED_AREAS, AreaGrounds
from careerlattice.match.parameters import CLEAR_GAP, LOW_SCORE, MIDDLING
from careerlattice.match.reason import ReasonKind
from careerlattice.match.reasons import NOTHING_SHORT
from careerlattice.vocab.interests import INTEREST_AREAS

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
_BITS = 8
_KIND_OF = {
    "education": ReasonKind.OPEN_JOBS, "pay": ReasonKind.PAY, "outlook": ReasonKind.OUTLOOK,
}  # fmt: skip


class _Vocabulary:
    """Codes by number, 0 for none."""

    def __init__(self) -> None:
        self.words: list[str] = [""]

    def number(self, kind: ReasonKind, detail: str = "", mark: str = "") -> int:
        word = f"{mark}{kind.name.lower()}" + (f":{detail}" if detail else "")
        if word not in self.words:
            self.words.append(word)
        return self.words.index(word)

    def numbers(self, make: Callable[[str], tuple[ReasonKind, str, str]]) -> Codes:
        """One number for each interest area."""
        return np.array([self.number(*make(area)) for area in INTEREST_AREAS])


_CODES = _Vocabulary()
_LIKED = np.array(
    [
        [_CODES.number(ReasonKind.MUCH_LIKED, a if a == b else f"{a}+{b}") for b in INTEREST_AREAS]
        for a in INTEREST_AREAS
    ]
)
_LITTLE = _CODES.numbers(lambda area: (ReasonKind.LITTLE_LIKED, area, ""))
_MORE = _CODES.numbers(lambda area: (ReasonKind.MORE_OF_AREA, area, "-"))
_LESS = _CODES.numbers(lambda area: (ReasonKind.LESS_OF_AREA, area, "-"))
_NEAR = _CODES.number(ReasonKind.NEAR_OVER_ALL)
_FAR_OVER_ALL = _CODES.number(ReasonKind.FAR_OVER_ALL, mark="-")
_FAR = _CODES.number(ReasonKind.FAR, mark="-")
_COVERED = np.array([_CODES.number(ReasonKind.COVERED, name) for name in COLUMNS[:3]])
_LEADS = _CODES.number(ReasonKind.FIELD_LEADS)
_DOES_NOT_LEAD = _CODES.number(ReasonKind.FIELD_DOES_NOT_LEAD, mark="-")
_STANDS_IN = _CODES.number(ReasonKind.RATINGS_OF_STAND_IN, mark="~")


def _of_columns(mark: str) -> Codes:
    """The code of each column but interests; of skills and knowledge, that they are short."""
    return np.array(
        [
            0 if name == "interests"
            else _CODES.number(_KIND_OF[name], mark=mark) if name in _KIND_OF
            else _CODES.number(ReasonKind.SHORT, name, mark)
            for name in COLUMNS
        ]
    )  # fmt: skip


_FOR, _AGAINST = _of_columns(""), _of_columns("-")


def reason_codes(
    weights: Floats,
    scores: Floats,
    shortfalls: Floats,
    liked: tuple[Codes, Codes],
    field_matches: Floats,
    is_stand_in: NDArray[np.bool_],
) -> list[str]:
    """The codes of each answer, joined by semicolons.

    `weights` and `scores` have shape (answers, 6), `shortfalls` (answers, 2) of skills and
    knowledge, the rest (answers,). `liked` are the numbers of `interest_codes`.
    """
    count = len(scores)
    pull = np.where(np.isnan(scores), 0.0, weights * (scores - MIDDLING.value))
    every = np.arange(count)
    order = np.argsort(-pull, axis=1, kind="stable")
    slots = np.zeros((count, 7), dtype=np.int64)
    for place in range(2):
        column = order[:, place]
        why = _why(column, shortfalls, liked)
        slots[:, place] = np.where(pull[every, column] > 0, why, 0)
    slots[:, 2] = np.where(field_matches == 1.0, _LEADS, 0)
    worst = len(COLUMNS) - 1 - np.argmin(pull[:, ::-1], axis=1)
    low = np.nan_to_num(scores[every, worst], nan=1.0) < LOW_SCORE.value
    against = np.where(worst == INTERESTS, np.where(liked[1] > 0, liked[1], _FAR), _AGAINST[worst])
    slots[:, 3] = np.where((pull[every, worst] < 0) & low, against, 0)
    slots[:, 4] = np.where(field_matches == 0.0, _DOES_NOT_LEAD, 0)
    nothing = ~slots.any(axis=1) & (weights[:, INTERESTS] > 0)
    slots[:, 0] = np.where(nothing, liked[0], slots[:, 0])
    slots[:, 1] = np.where(nothing, liked[1], slots[:, 1])
    slots[:, 6] = np.where(is_stand_in, _STANDS_IN, 0)
    return _joined(slots)


def _why(column: Codes, shortfalls: Floats, liked: tuple[Codes, Codes]) -> Codes:
    """What speaks for an answer in this column, shape (answers,)."""
    found = _FOR[column]
    for number in (SKILLS, KNOWLEDGE):
        short = shortfalls[:, number - SKILLS]
        is_covered = (column == number) & (np.nan_to_num(short) < NOTHING_SHORT)
        found = np.where(is_covered, _COVERED[number], found)
    first = np.where(liked[0] > 0, liked[0], liked[1])
    return np.where(column == INTERESTS, first, found)


def interest_codes(grounds: AreaGrounds, is_near: NDArray[np.bool_]) -> tuple[Codes, Codes]:
    """What of the interests speaks for each occupation, and what against it; 0 for nothing."""
    first = grounds.liked[..., 0]
    second = np.where(grounds.liked_count >= NAMED_AREAS, grounds.liked[..., 1], first)
    liked = np.where(
        grounds.liked_count > 0,
        _LIKED[first, second],
        np.where(grounds.little_count > 0, _LITTLE[grounds.little], np.where(is_near, _NEAR, 0)),
    )
    apart = np.where(grounds.is_more, _MORE[grounds.far], _LESS[grounds.far])
    against = np.where(grounds.gap >= CLEAR_GAP.value, apart, 0)
    return liked, np.where((liked == 0) & (against == 0), _FAR_OVER_ALL, against)


def no_interest_codes(count: int) -> tuple[Codes, Codes]:
    """The numbers where nobody told interests."""
    return np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)


def _joined(slots: Codes) -> list[str]:
    """The words of each row; a row like another is put together once."""
    packed = np.zeros(len(slots), dtype=np.int64)
    for place in range(slots.shape[1]):
        packed = (packed << _BITS) | slots[:, place]
    distinct, back = np.unique(packed, return_inverse=True)
    words: Any = _CODES.words
    texts = []
    for value in distinct.tolist():
        numbers = [
            (value >> (_BITS * place)) & (2**_BITS - 1) for place in reversed(range(slots.shape[1]))
        ]
        texts.append(";".join(words[number] for number in numbers if number))
    return [texts[place] for place in back.tolist()]
