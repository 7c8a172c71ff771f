"""Military job codes of all branches, as people write them."""

from __future__ import annotations

import re
from functools import lru_cache

from careerlattice.catalog.names.keys import key
from careerlattice.content.names.lists import rows_of, wordings

_BRANCH = re.compile(
    r"\b(?:(?:u\.?\s?s\.?|united states)\s+)?"
    r"(?P<branch>army national guard|army reserves?|air national guard|national guard|army|navy|"
    r"marine corps|marines|marine|usmc|air force|usaf|space force|ussf|coast guard|uscg|usn)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:pmos|mos|afsc|nec|rating|rate|duty|code|specialty)\b[:#]?", re.IGNORECASE
)
_ARMY = re.compile(r"(\d{2}[A-Z])(?:\d{1,2}[A-Z0-9]{0,2})?|(\d{3}[A-Z])\d?")
_AIR = re.compile(r"-?(\d[A-Z]\d)[X\d](\d)[A-Z]?")
_ALONE = re.compile(r"\d[A-Z]\d[X\d]\d[A-Z]?|\d{2}[A-Z]|0\d{3}")
_NAMED_WITH_IT = ", named with it"
_MARINE = re.compile(r"\d{4}")
_RATE = re.compile(r"([A-Z]{2,4}?)(?:[123]|C|CS|CM)?")


_FILE_OF = {
    "national guard": "army", "marine": "marines", "marine corps": "marines", "usmc": "marines",
    "usaf": "air force", "space force": "air force", "ussf": "air force", "uscg": "coast guard",
    "usn": "navy", "air national guard": "air force", "army reserve": "army",
    "army reserves": "army", "army national guard": "army",
}  # fmt: skip
"""The list of job titles that a name of a branch stands for."""

_SERVICE = re.compile(
    r"\b(?:military|veteran|enlisted|space force|national guard)\b", re.IGNORECASE
)


def names_the_service(text: str) -> bool:
    """Whether the words name the armed forces: a job code, a branch, `veteran`.

    >>> names_the_service("68W"), names_the_service("Army truck driver")
    (True, True)
    >>> names_the_service("truck driver")
    False
    """
    if military_codes(text) is not None or rating_codes(text):
        return True
    return bool(_BRANCH.search(text) or _SERVICE.search(text))


def without_branch(text: str) -> str:
    """The words without the name of a branch: `sergeant` of `Army sergeant`."""
    return " ".join(_BRANCH.sub(" ", text).split())


def branch_titles(text: str, trade: str) -> tuple[str, ...]:
    """SOC codes of the jobs whose title in the branch that `text` names holds all words of `trade`.

    >>> branch_titles("Navy mechanic", "mechanic")[:2]
    ('49-3011', '49-3042')
    """
    match = _BRANCH.search(text)
    if match is None:
        return ()
    name = " ".join(match["branch"].lower().split())
    found: dict[str, int] = {}
    for row in rows_of("military"):
        if row["branch"].partition(",")[0] != _FILE_OF.get(name, name):
            continue
        titles = [set(key(title).split()) for title in wordings(row["title"])]
        if any(set(trade.split()) <= words for words in titles):
            code = row["codes"].split()[0]
            found[code] = found.get(code, 0) + 1
    return tuple(sorted(found, key=lambda code: -found[code]))


def certified_in_service(text: str) -> str:
    """The civilian certification that the job named is only served with; empty for most.

    >>> certified_in_service("68W"), certified_in_service("Army combat medic")
    ('emergency medical technician', 'emergency medical technician')
    >>> certified_in_service("88M")
    ''
    """
    found, rating = military_codes(text), _rating_alone(text)
    code = found[0] if found is not None else rating["code"] if rating is not None else ""
    words = key(text)
    for row in rows_of("certified_in_service"):
        titles = {key(title) for title in wordings(_codes()[row["code"]]["title"])}
        if code == row["code"] or words in titles:
            return row["license"]
    return ""


def is_service_title(text: str) -> bool:
    """Whether it is a title of the armed forces that everyday words do not use.

    >>> is_service_title("aviation machinist's mate"), is_service_title("truck driver")
    (True, False)
    """
    return key(text) in _titles()


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    """Keys of the titles that the services use and everyday words do not."""
    own = {key(form) for row in rows_of("military") for form in wordings(row["title"])}
    everyday = {key(form) for row in rows_of("everyday") for form in wordings(row["words"])}
    return frozenset(own - everyday)


@lru_cache(maxsize=1)
def _codes() -> dict[str, dict[str, str]]:
    """Rows by code; letters alone are kept apart from codes with digits by their own form."""
    return {row["code"]: row for row in reversed(rows_of("military")) if row["code"]}


def military_codes(text: str) -> tuple[str, tuple[str, ...], bool] | None:
    """The code named in `text`, the civilian SOC codes of it, and whether it is known itself.

    A code that is not listed gives the jobs of its career field, to choose from. None where the
    text holds no code.
    """
    bare = _LABEL.sub(" ", _BRANCH.sub(" ", text))
    has_branch = _BRANCH.search(text) is not None or _LABEL.search(text) is not None
    tokens = re.findall(r"[A-Za-z0-9]+", bare)
    if not tokens or len(tokens) > 12:
        return None
    in_brackets = [part.strip() for part in re.findall(r"\(([^()]*)\)", bare)]
    # Behind a title only a code that nothing else looks like: 2A3X3, 11B, 0311.
    last = tokens[-1:] if _ALONE.fullmatch(tokens[-1].upper()) else []
    for token in dict.fromkeys([tokens[0], *in_brackets, *last, *(tokens if has_branch else ())]):
        found = _one(token.upper(), has_branch, is_alone=len(tokens) == 1)
        if found is not None:
            return found
    return None


def _one(
    token: str, has_branch: bool, *, is_alone: bool
) -> tuple[str, tuple[str, ...], bool] | None:
    known = _codes()
    for form in (_AIR, _ARMY):
        match = form.fullmatch(token)
        if match is None:
            continue
        code = f"{match[1]}X{match[2]}" if form is _AIR else match[1] or match[2]
        if code in known:
            return code, tuple(known[code]["codes"].split()), True
        if not (is_alone or has_branch):
            return None
        stem = code[:3] if form is _AIR else code[:2]
        near = [
            soc
            for other, row in known.items()
            if other.startswith(stem) and form.fullmatch(other) and len(other) == len(code)
            for soc in row["codes"].split()[:1]
        ]
        return code, tuple(dict.fromkeys(near)), False
    if _MARINE.fullmatch(token) and token in known:
        return token, tuple(known[token]["codes"].split()), True
    match = _RATE.fullmatch(token) if has_branch else None
    if match is not None and match[1] in known:
        return match[1], tuple(known[match[1]]["codes"].split()), True
    return None


def rating_codes(text: str) -> tuple[str, ...]:
    """Civilian SOC codes of a Navy or Coast Guard rating typed alone in capitals (`HM`, `BM2`).

    Ratings whose letters mean something else to most people (`MS`, `PC`) count only beside the name
    of the branch.
    """
    row = _rating_alone(text)
    return () if row is None else tuple(row["codes"].split())


def _rating_alone(text: str) -> dict[str, str] | None:
    """The row of a rating typed alone in capitals; none where its letters need the branch."""
    stripped = text.strip()
    if not stripped.isupper() or not 2 <= len(stripped) <= 5:
        return None
    match = _RATE.fullmatch(stripped)
    row = _codes().get(match[1]) if match is not None else None
    return None if row is None or row["branch"].endswith(_NAMED_WITH_IT) else row
