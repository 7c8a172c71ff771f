"""What is said of the states together, which no single state asks in those words."""

from __future__ import annotations

import re
from collections.abc import Mapping

_STATES = re.compile(r"\bstates\b|\bdepend\w* on the state\b", re.IGNORECASE)
_RANGE = re.compile(r"^\d[\d,.]* to \d[\d,.]*\b")
_OF_NONE = ("compact",)
"""An agreement between states is the same in each of its members."""


def is_over_states(text: str) -> bool:
    """Whether a remark or a value tells what states ask one here, another there.

    >>> is_over_states("12 to 36"), is_over_states("with a physician in about half the states")
    (True, True)
    >>> is_over_states("1500")
    False
    """
    return bool(_STATES.search(text) or _RANGE.match(text))


def split_asks(asks: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """What a license of the states asks: the same in every one of them, and over the states."""
    alike = {
        about: value
        for about, value in asks.items()
        if about in _OF_NONE or not is_over_states(value)
    }
    return alike, {about: value for about, value in asks.items() if about not in alike}
