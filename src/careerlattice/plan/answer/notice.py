"""What a person should read beside the plans, or in place of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import Enum
from typing import Any

from careerlattice.plan.answer.json_shapes import NoticeJson
from careerlattice.plan.answer.spoken import words


class NoticeKind(Enum):
    """Why something is missing, was left out, or deserves care."""

    NO_WAY_IN_LIMITS = "no way within the limits"
    RELAXATION = "what would open a way"
    NEAREST = "work toward the goal within the limits"
    UNREACHABLE = "no sequence of moves leads there"
    ALREADY_THERE = "already there"
    GOAL_EMPTY = "no occupation fits the goal"
    LEFT_OUT = "plans left out"
    SEARCH_CUT = "the search was stopped early"
    LICENSE_DATA = "license records incomplete"
    PAY_WIDER_AREA = "pay is a wider area's"
    PAY_MISSING = "pay is not published"
    UNUSUAL_PAY = "pay is out of line with the nation's"
    STAND_IN = "figures of a near occupation stand in"
    TAKEN_TO_MEAN = "how a title was understood"
    ASSUMED = "assumed because not given"
    SERVED = "work in the armed forces counts as experience"
    JOB_LEFT_OUT = "an earlier job is not counted"
    HORIZON = "money is compared over more years"
    UNLICENSED_PART = "part of the goal's work needs no license"
    CREDENTIAL_TITLE = "the title names a credential beside the occupation"
    COLLEGE_FIRST = "within the budget by way of a community college"
    NONE_PAYS = "no route earns more than staying put"
    USUAL_OVER = "the usual way is over the limits"
    TIME_AT_BEST = "the time limit holds only if all goes well"
    FEW_OPEN = "few jobs are open at this education"
    GRADUATES_EARNINGS = "graduates' earnings differ from the occupation's"


@dataclasses.dataclass(frozen=True, slots=True)
class Notice:
    """A remark a person should read: its kind and the values its sentences name.

    `field` names the part of the request it is about, `value` what that would have to be; `values`
    are names and values of several limits that have to change together (`field` is "limits"; none
    where a limit has to go).
    `details` are what its kind and field ask for; `wording.notices` lists them.
    """

    kind: NoticeKind
    details: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    field: str = ""
    value: float | None = None
    values: tuple[tuple[str, float | None], ...] = ()

    @property
    def text(self) -> str:
        """One or two sentences."""
        return str(words().notice_text(self))

    def to_dict(self) -> NoticeJson:
        """The notice as JSON-ready values, its sentences included."""
        pairs: NoticeJson = words().notice_to_json(self)
        return pairs
