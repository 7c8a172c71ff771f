"""At what rate experience counts, by the kind of work it comes from.

Paid work counts in full. Other experience is real learning that an employer or a school may ask to
see proven; until then it counts at a stated rate. The rates are judgments of this project, shown
wherever they act, and a person may set another rate for each piece of work.
"""

from __future__ import annotations

from typing import Literal

WorkKind = Literal["job", "military", "volunteer", "informal"]

RECOGNITION_RATES: dict[WorkKind, float] = {
    "job": 1.0,
    "military": 0.75,
    "volunteer": 0.5,
    "informal": 0.5,
}
"""Share of the months that counts, by kind of work."""

WORK_KINDS: tuple[WorkKind, ...] = tuple(RECOGNITION_RATES)

HOW_RECOGNIZED: dict[WorkKind, str] = {
    "job": "Paid work counts in full.",
    "military": "Ask for a Joint Services Transcript; schools and licensing boards read it.",
    "volunteer": "Ask the organization for a letter that says what you did and for how long.",
    "informal": "Ask about a skills test or credit for prior learning.",
}
"""How experience of each kind is made to count in full."""
