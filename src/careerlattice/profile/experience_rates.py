"""At what rate experience counts, by the kind of work it comes from.

Paid work counts in full. Other experience is real learning that an employer or a school may ask to
see proven; until then it counts at a stated rate. The rates are judgments of this project, shown
wherever they act, and a person may set another rate for each piece of work.
"""

from __future__ import annotations

from typing import Literal

from careerlattice.profile.parameters import RECOGNITION

WorkKind = Literal["job", "military", "volunteer", "informal"]

WORK_KINDS: tuple[WorkKind, ...] = ("job", "military", "volunteer", "informal")

RECOGNITION_RATES: dict[WorkKind, float] = {kind: RECOGNITION[kind].value for kind in WORK_KINDS}
"""Share of the months that counts, by kind of work (`parameters.py`)."""
