"""Which occupations lead others, by the code alone."""

from __future__ import annotations

FIRST_GROUP_WITH_SUPERVISORS = 33
"""From this major group on, the SOC lines xx-10xx are the first-line supervisors of the group."""
MANAGEMENT = "11"
"""The major group of managers."""
MILITARY, OFFICERS, ENLISTED_SUPERVISORS, ENLISTED = "55", "55-1", "55-2", "55-3"
"""The major group of the military: its officers, its first-line enlisted supervisors, the ranks."""


def is_supervisor(code: str) -> bool:
    """Whether the code is one of the first-line supervisors of its SOC major group."""
    if code[:2] == MILITARY:
        return code.startswith(ENLISTED_SUPERVISORS)
    return code[3:5] == "10" and int(code[:2]) >= FIRST_GROUP_WITH_SUPERVISORS


def is_enlisted(code: str) -> bool:
    """Whether the code is that of military ranks below the first supervisors."""
    return code.startswith(ENLISTED)


def is_leader(code: str) -> bool:
    """Whether the code is a supervisor's, a manager's or that of a military officer or sergeant.

    >>> is_leader("47-1011.00"), is_leader("11-9021.00"), is_leader("47-2031.00")
    (True, True, False)
    """
    return is_supervisor(code) or code[:2] == MANAGEMENT or code.startswith(OFFICERS)
