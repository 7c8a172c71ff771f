"""Places as people write them: nicknames, suburbs and addresses to states and areas."""

from __future__ import annotations

import re
from functools import lru_cache

from careerlattice.content.names.lists import pairs_of, rows_of, wordings
from careerlattice.vocab.names import fold
from careerlattice.vocab.states import BY_POSTAL, STATES, State, find_state

_COUNTRY = re.compile(
    r"\b(?:united states of america|united states|u\.?\s?s\.?\s?a\.?|usa|u\.s\.)\b|^us-|,\s*us\b",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:greater|metro(?:politan)?|area|region|state of|state)\b|\d{5}(?:-\d{4})?", re.IGNORECASE
)


def state_in(text: str) -> State | None:
    """The state named in a text or an address: `Columbus, Ohio Area`, `US-OH`, `NY, USA`, `Calif.`.

    A city that everybody knows by its name alone gives its state (`New York City`).
    """
    found = find_state(text) or _old_forms().get(fold(text))
    if found is not None:
        return found
    bare = _REST.sub(" ", _COUNTRY.sub(" ", text)).strip(" ,.-")
    for part in reversed([bare, *re.split(r"[,;/(){}|\n]|\s-\s", bare)]):
        stripped = part.strip(" .-")
        found = find_state(stripped) or _old_forms().get(fold(stripped))
        if found is not None:
            return found
    words = bare.split()
    if words and words[-1].upper() in BY_POSTAL and words[-1].isupper():
        return BY_POSTAL[words[-1].upper()]
    last = fold(bare)
    for state in STATES:
        if last.endswith(f" {fold(state.name)}"):
            return state
    areas = nicknamed(bare)
    homes = {_first_state(area) for area in areas}
    return BY_POSTAL.get(homes.pop() or "") if len(homes) == 1 else None


def nicknamed(text: str) -> tuple[str, ...]:
    """Official names of the metropolitan areas that a nickname or a suburb stands for."""
    listed = _listed()
    spelled = fold(text)
    short = spelled.removeprefix("greater ").removeprefix("the ").removesuffix(" area")
    return listed.get(spelled) or listed.get(short.removesuffix(" metro")) or ()


@lru_cache(maxsize=1)
def _old_forms() -> dict[str, State]:
    """States by forms older or longer than their postal codes: `Calif.`, `N. Carolina`."""
    return {fold(form): BY_POSTAL[postal] for form, postal in pairs_of("state_forms").items()}


@lru_cache(maxsize=1)
def _listed() -> dict[str, tuple[str, ...]]:
    return {
        fold(wording): tuple(row["areas"].split(";"))
        for row in rows_of("places")
        for wording in wordings(row["words"])
    }


def _first_state(area: str) -> str:
    return area.rpartition(", ")[2].split("-")[0]
