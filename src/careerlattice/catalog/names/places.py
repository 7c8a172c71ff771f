"""Places as people write them: nicknames, suburbs, counties and addresses to states and areas."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from careerlattice.catalog.names.slips import near_texts
from careerlattice.catalog.parameters import SHORTEST_MENDED, SHORTEST_OF_TWO_SLIPS
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


def state_called(text: str) -> State | None:
    """The state that a whole text names in an old form, a nickname or with a slip: `New Yrok`."""
    spelled = fold(text)
    found = _old_forms().get(spelled) or _old_forms().get(spelled.removeprefix("the "))
    if found is not None or len(spelled) <= SHORTEST_MENDED.value:
        return found
    named = {fold(state.name): state for state in STATES}
    near = near_texts(spelled, tuple(named), SHORTEST_OF_TWO_SLIPS)
    return named[near[0][1]] if len(near) == 1 else None


def nicknamed(text: str) -> tuple[str, ...]:
    """Official names of the metropolitan areas that a nickname or a suburb stands for."""
    listed = _listed()
    spelled = fold(text)
    short = spelled.removeprefix("greater ").removeprefix("the ").removesuffix(" area")
    return listed.get(spelled) or listed.get(short.removesuffix(" metro")) or ()


def country_called(text: str) -> str:
    """The country that a text names, alone or by a province of it; empty for any other text."""
    return _abroad().get(fold(text), "")


def counties_called(text: str) -> tuple[tuple[str, str], ...]:
    """States and metropolitan areas of the counties a text names: `Cook County`, `Fairfax Co., VA`.

    Only counties that lie in a metropolitan area; without a state there may be several. None where
    the text holds no word for a county.
    """
    words = fold(re.sub(r"\bco\.?(?=$|[\s,])", "county", text, flags=re.IGNORECASE)).split()
    for size in (3, 2, 1, 0):
        tail = " ".join(words[len(words) - size :]) if size < len(words) else ""
        state = find_state(tail) if size and tail else None
        if size and state is None:
            continue
        spelled = _county_key(" ".join(words[: len(words) - size]))
        found = _counties().get(spelled, ()) if spelled else ()
        fitting = tuple(row for row in found if state is None or row[0] == state.postal)
        if fitting:
            return fitting
    return ()


def zip_place(text: str) -> tuple[str, str] | None:
    """The postal code of the state and the area code of a ZIP code; no area outside of metros.

    A ZIP code without a delivery area of its own, such as that of a post office box, lies where its
    neighbors of the same first three digits do. None for digits that no state uses.
    """
    digits = text.strip()[:5]
    firsts, rows = _zip_codes()
    at = bisect_right(firsts, digits) - 1
    if at >= 0 and digits <= rows[at][0]:
        return rows[at][1], rows[at][2]
    near = [
        rows[place]
        for place, edge in ((at, rows[at][0] if at >= 0 else ""), (at + 1, ""))
        if 0 <= place < len(rows) and (edge or firsts[place])[:3] == digits[:3]
    ]
    states = {state for _, state, _ in near}
    areas = {area for _, _, area in near}
    if len(states) != 1:
        return None
    return states.pop(), areas.pop() if len(areas) == 1 else ""


_COUNTY = re.compile(r"^(.+?)\s(county|parish|borough|municipio|municipality)$")


def _county_key(folded: str) -> str:
    """What a county is looked up by: its name with the word for its kind."""
    match = _COUNTY.match(folded)
    if match is None:
        return ""
    return f"{re.sub('^saint ', 'st ', match[1].removeprefix('the '))} {match[2]}"


@lru_cache(maxsize=1)
def _counties() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in rows_of("counties"):
        name = _county_key(fold(row["county"]))
        if name:
            found[name] = (*found.get(name, ()), (row["state"], row["area"]))
    return found


@lru_cache(maxsize=1)
def _zip_codes() -> tuple[list[str], list[tuple[str, str, str]]]:
    """First ZIP codes of the listed runs, and the last one, state and area code of each."""
    rows = rows_of("zip_codes")
    return (
        [row["first"] for row in rows],
        [(row["last"], row["state"], row["area_code"]) for row in rows],
    )


@lru_cache(maxsize=1)
def _old_forms() -> dict[str, State]:
    """States by forms older or longer than their postal codes: `Calif.`, `N. Carolina`."""
    return {fold(form): BY_POSTAL[postal] for form, postal in pairs_of("state_forms").items()}


@lru_cache(maxsize=1)
def _abroad() -> dict[str, str]:
    return {
        fold(wording): row["country"]
        for row in rows_of("abroad")
        for wording in wordings(row["words"])
    }


@lru_cache(maxsize=1)
def _listed() -> dict[str, tuple[str, ...]]:
    return {
        fold(wording): tuple(row["areas"].split(";"))
        for row in rows_of("places")
        for wording in wordings(row["words"])
    }


def _first_state(area: str) -> str:
    return area.rpartition(", ")[2].split("-")[0]
