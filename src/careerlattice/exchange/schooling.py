"""Degrees, diplomas and certificates as people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from careerlattice.content.names.lists import rows_of, wordings
from careerlattice.vocab.levels import EducationLevel
from careerlattice.vocab.names import fold

_UNDER_WAY = re.compile(
    r"\b(?:in progress|candidate|pursuing|expected|ongoing|under way|underway|currently enrolled"
    r"|enrolled|anticipated|present|studying|prep|en curso|working (?:on|toward|towards))\b"
)
_INCOMPLETE = re.compile(
    r"\b(?:incomplete|unfinished|not (?:finished|completed)|did not (?:finish|graduate)|withdrew"
    r"|dropped out|partial|some|no degree|all but dissertation|abd|coursework|credits)\b"
)
# Trade certificates that say "master", and courses that share letters with a degree.
_TRADE = re.compile(
    r"\b(?:electrician|plumber|plumbing|barber|mechanic|automobile|auto|carpenter|welder|mason"
    r"|cosmetologist|cosmetology|hvac|pipefitter|gardener|naturalist|locksmith|chef|sommelier"
    r"|captain|technician|journeyman|pilot|at arms|ase|stylist|groomer|locksmithing|builder)\b"
)
_CERTIFICATE = re.compile(
    r"\b(?:certificate|certification|certified|license|licensed|licensure|medical assistant"
    r"|nail|cosmetology|cna|cdl|emt|phlebotomy)\b"
)
_DEGREE_WORD = re.compile(r"\b(?:degree|bachelors?|masters? (?:of|in|degree)|associates?|doctor)\b")
_BRACKETS = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Schooling:
    """A level of education named in a text, and whether it was finished."""

    level: EducationLevel
    status: Literal["finished", "under way", "incomplete"]


def read_schooling(text: str, area: str = "", school: str = "") -> Schooling | None:
    """The level that a degree's name tells, with the field and the school beside it; or none.

    >>> read_schooling("M.Ed. in progress")
    Schooling(level=<EducationLevel.MASTER: 8>, status='under way')
    """
    folded = _folded(text)
    level = _level(folded, _folded(area), _folded(school))
    if level is None:
        return None
    if _UNDER_WAY.search(folded):
        return Schooling(level, "under way")
    if _INCOMPLETE.search(folded) and level > EducationLevel.HIGH_SCHOOL:
        return Schooling(level, "incomplete")
    return Schooling(level, "finished")


def _level(folded: str, area: str, school: str) -> EducationLevel | None:
    words = f" {folded} "
    if folded in ("diploma", "diplome"):
        is_school = "high school" in school or (not area and not school)
        return EducationLevel.HIGH_SCHOOL if is_school else EducationLevel.CERTIFICATE
    if _TRADE.search(folded) and not _DEGREE_WORD.search(folded):
        return EducationLevel.CERTIFICATE
    if _CERTIFICATE.search(folded) and not _DEGREE_WORD.search(folded):
        for graduate in ("postbaccalaureate", "post baccalaureate", "graduate certificate"):
            if graduate in folded:
                return EducationLevel.POSTBACCALAUREATE_CERTIFICATE
        if "ged" not in words.split() and "high school" not in folded:
            return EducationLevel.CERTIFICATE
    for spelled, level in _listed():
        if f" {spelled} " in words:
            return level
    return None


@lru_cache(maxsize=1)
def _listed() -> tuple[tuple[str, EducationLevel], ...]:
    """The listed wordings with their levels, the longest first."""
    found = [
        (_folded(wording), EducationLevel.parse(row["level"]))
        for row in rows_of("degrees")
        for wording in wordings(row["words"])
    ]
    return tuple(sorted(dict(found).items(), key=lambda pair: (-len(pair[0]), -pair[1])))


def _folded(text: str) -> str:
    """Lower-case words with dotted and spaced single letters joined: `B.S.` gives `bs`."""
    bare = fold(text.replace("'s", "s").replace("\u2019s", "s").replace("'", ""))
    return re.sub(r"\b([a-z]) (?=[a-z]\b)", r"\1", bare)
