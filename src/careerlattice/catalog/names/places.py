"""Places as people write them: nicknames, suburbs and addresses, to states and metropolitan areas."""

from __future__ import annotations

import re
from functools import lru_cache

from careerlattice.content.names.lists import rows_of, wordings
from careerlattice.vocab.names import fold
from careerlattice.vocab.states import BY_POSTAL, STATES, State, find_state

_COUNTRY = re.compile(
    r"\b(?:united states of america|united states|u\.?\s?s\.?\s?a\.?|usa|u\.s\.)\b|^us-|,\s*us\b",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:greater|metro(?:politan)?|area|region|state of|state)\b|\d{5}(?:-\d{4})?", re.IGNORECASE)
_OLD_FORMS = """
ala AL|ariz AZ|ark AR|calif CA|cali CA|colo CO|conn CT|del DE|fla FL|ga GA|ill IL|ind IN|kans KS|kan KS|ky KY
la LA|mass MA|md MD|mich MI|minn MN|miss MS|mo MO|mont MT|neb NE|nebr NE|nev NV|n h NH|n j NJ|n mex NM
n m NM|n y NY|n c NC|n carolina NC|s carolina SC|n dak ND|n d ND|okla OK|ore OR|penn PA|penna PA|pa PA
r i RI|s c SC|s dak SD|s d SD|tenn TN|tex TX|vt VT|va VA|wash WA|washington state WA|w va WV|w v WV|wis WI|wisc WI
wyo WY|new york state NY|d c DC|p r PR|carolina del norte NC|carolina del sur SC|nueva york NY|nuevo mexico NM
"""
_OLD = {
    name: BY_POSTAL[postal]
    for line in _OLD_FORMS.strip().splitlines()
    for name, _, postal in (cell.rpartition(" ") for cell in line.split("|"))
}


def state_in(text: str) -> State | None:
    """The state named in a text or an address: `Columbus, Ohio Area`, `US-OH`, `NY, USA`, `Calif.`.

    A city that everybody knows by its name alone gives its state (`New York City`).
    """
    found = find_state(text) or _OLD.get(fold(text))
    if found is not None:
        return found
    bare = _REST.sub(" ", _COUNTRY.sub(" ", text)).strip(" ,.-")
    for part in reversed([bare, *re.split(r"[,;/(){}|\n]|\s-\s", bare)]):
        stripped = part.strip(" .-")
        found = find_state(stripped) or _OLD.get(fold(stripped))
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
def _listed() -> dict[str, tuple[str, ...]]:
    return {
        fold(wording): tuple(row["areas"].split(";"))
        for row in rows_of("places")
        for wording in wordings(row["words"])
    }


def _first_state(area: str) -> str:
    return area.rpartition(", ")[2].split("-")[0]
