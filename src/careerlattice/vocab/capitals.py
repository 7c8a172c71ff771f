"""Names that publishers print in capitals, as people write them."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Z]+(?:'[A-Z]+)?")
_SMALL = frozenset({"AND", "AT", "BY", "FOR", "IN", "OF", "OR", "THE", "TO", "WITH"})
_SHORT_FORMS = frozenset(
    re.findall(
        r"\w+",
        "APRN BLS CDL CNA CPA CRNA CSR DC DDS DMD DO EIT EMD EMR EMS EMT HVAC II III IV LLC LPN "
        "LVN MD MSW NP OD PA PE RN TN UDC US USA",
    )
)
_LONGEST_ALONE = 4
"""A single word of so few letters may be a short form: `LCSW`."""


def unshouted(name: str) -> str:
    """The name with capitals only where words begin; others are left as they are.

    >>> unshouted("COUNSELOR, PROFESSIONAL")
    'Counselor, Professional'
    >>> unshouted("NURSE (RN) OF THE STATE")
    'Nurse (RN) of the State'
    >>> unshouted("K-12 Instructional"), unshouted("PLUMBER"), unshouted("LCSW")
    ('K-12 Instructional', 'Plumber', 'LCSW')
    """
    if not name.isupper() or len(name) <= _LONGEST_ALONE:
        return name

    def written(found: re.Match[str]) -> str:
        word = found[0]
        if word in _SHORT_FORMS:
            return word
        return word.lower() if word in _SMALL and found.start() > 0 else word.capitalize()

    return _WORD.sub(written, name)
