"""Which of the six interests a job holds most, in words."""

from __future__ import annotations

from collections.abc import Mapping

from careerlattice.vocab.interests import INTEREST_AREAS
from careerlattice.wording.catalogue import capitalized, listed, say

# On the publisher's scale from 1 to 7: the middle, and what stands clearly above another.
_MIDDLE, _CLEAR = 4.0, 0.75


def mostly(scores: Mapping[str, float]) -> str:
    """The areas of interest a job holds most: `Mostly social, then artistic and investigative.`

    `scores` run from 1 to 7 by area; empty where none are published. It is `mostly` the first area
    where that stands clearly above the second.

    >>> mostly({"social": 6.5, "artistic": 5.1, "investigative": 4.2, "realistic": 2.0})
    'Mostly social, then artistic and investigative.'
    >>> mostly({"social": 6.5, "artistic": 6.1})
    'Social first, then artistic.'
    """
    if not scores:
        return ""
    order = sorted(INTEREST_AREAS, key=lambda area: -scores.get(area, 0.0))
    strong = [area for area in order if scores.get(area, 0.0) >= _MIDDLE] or order[:1]
    first, *rest = (_area(area) for area in strong[:3])
    if len(strong) < 2 or scores[strong[0]] - scores[strong[1]] >= _CLEAR:
        begun = say("mostly {area}", area=first)
    else:
        begun = say("{area} first", area=first)
    if not rest:
        return say("{first}.", first=capitalized(begun))
    return say("{first}, then {others}.", first=capitalized(begun), others=listed(rest))


def _area(area: str) -> str:
    names = {
        "realistic": say("hands-on"),
        "investigative": say("investigative"),
        "artistic": say("artistic"),
        "social": say("social"),
        "enterprising": say("enterprising"),
        "conventional": say("conventional"),
    }
    return names[area]
