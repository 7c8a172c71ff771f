"""Whether an employer is one of the armed forces."""

from __future__ import annotations

import re

from careerlattice.content.names.lists import words_of
from careerlattice.vocab.names import fold

_UNIT = re.compile(r"\s*[,;(/–—]\s*|\s+-\s+|\s+\bat\b\s+")


def is_armed_force(employer: str) -> bool:
    """Whether the employer's whole name, apart from a unit behind it, is that of a force.

    >>> is_armed_force("U.S. Army, Fort Hood"), is_armed_force("Old Navy")
    (True, False)
    """
    whole = f" {fold(employer)} "
    if any(f" {fold(other)} " in whole for other in words_of("employers_no_forces")):
        return False
    head = re.sub(r"\bu s\b", "us", fold(_UNIT.split(employer.strip(), maxsplit=1)[0]))
    head = head.removeprefix("the ").removesuffix(" veteran").removesuffix(" active duty")
    return head in {fold(force) for force in words_of("forces")}
