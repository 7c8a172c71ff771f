"""STEM occupations by groups of the SOC, and the type of work in them.

The groups follow the SOC Policy Committee's definition of STEM with its related domains
(architecture and health). O*NET's own list of single occupations is not held.
"""

from __future__ import annotations

from enum import IntEnum


class StemType(IntEnum):
    """What kind of STEM occupation it is, by O*NET's number."""

    MANAGERIAL = 1
    TEACHING = 2
    PRACTICE = 3
    SALES = 4
    TECHNICAL = 5


# The longest beginning that fits decides.
_GROUPS = """
11-3021 MANAGERIAL
11-9041 MANAGERIAL
11-9111 MANAGERIAL
11-9121 MANAGERIAL
15- PRACTICE
15-123 TECHNICAL
17- PRACTICE
17-3 TECHNICAL
19- PRACTICE
19-4 TECHNICAL
25-102 TEACHING
25-103 TEACHING
25-104 TEACHING
25-105 TEACHING
25-106 TEACHING
25-107 TEACHING
29-1 PRACTICE
29-2 TECHNICAL
29-9 TECHNICAL
41-4011 SALES
41-9031 SALES
"""
_TYPES = {
    start: StemType[name] for start, name in (line.split() for line in _GROUPS.strip().splitlines())
}


def stem_type(code: str) -> StemType | None:
    """The type of a STEM occupation; none when it is no STEM occupation.

    >>> stem_type("15-1252.00").name, stem_type("35-3031.00")
    ('PRACTICE', None)
    """
    fitting = [start for start in _TYPES if code.startswith(start)]
    return _TYPES[max(fitting, key=len)] if fitting else None
