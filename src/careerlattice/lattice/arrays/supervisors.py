"""Which occupations lead the others of their SOC major group, by the code alone."""

from __future__ import annotations

FIRST_GROUP_WITH_SUPERVISORS = 33
"""From this major group on, the SOC lines xx-10xx are the first-line supervisors of the group."""


def is_supervisor(code: str) -> bool:
    """Whether the code is one of the first-line supervisors of its SOC major group."""
    return code[3:5] == "10" and int(code[:2]) >= FIRST_GROUP_WITH_SUPERVISORS
