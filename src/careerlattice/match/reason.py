"""One reason, and one thing that would change it: a kind with its values; `wording.fit` says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any


class Side(Enum):
    """Which way a reason speaks: for an occupation, against it, or only noting something."""

    FOR = auto()
    AGAINST = auto()
    NOTE = auto()


class ReasonKind(Enum):
    """What a reason is about; behind each the values it carries."""

    MUCH_LIKED = auto()  # areas: one or two interest areas
    LITTLE_LIKED = auto()  # area
    NEAR_OVER_ALL = auto()
    FAR_OVER_ALL = auto()
    FAR = auto()
    MORE_OF_AREA = auto()  # area
    LESS_OF_AREA = auto()  # area
    INTERESTS_OF_STAND_IN = auto()  # title
    RATINGS_OF_STAND_IN = auto()  # title
    COVERED = auto()  # column: skills or knowledge
    SHORT = auto()  # column, shortfall (share of the scale)
    OPEN_JOBS = auto()  # share, level (EducationLevel or none)
    PAY = auto()  # pay_usd, area (none: a wider one), below (share of occupations that pay less)
    OUTLOOK = auto()  # growth_pct, openings
    FIELD_LEADS = auto()
    FIELD_DOES_NOT_LEAD = auto()


class ChangeKind(Enum):
    """What would make an occupation suit better, or stand elsewhere; behind each its values."""

    FIELD_AT_SAME_LEVEL = auto()  # field, then, now (shares of jobs)
    HIGHER_LEVEL = auto()  # level, then, now
    SMALLER_GAP = auto()  # element_id, name, domain, needed, held, share
    SECOND_LOOK = auto()  # area, yours, theirs
    COLUMN_UNWEIGHED = auto()  # column, place


class NoticeKind(Enum):
    """What a person should know of a ranking; behind each the values it carries."""

    EQUAL_INTERESTS = auto()
    INTERESTS_OF_LETTERS = auto()
    FLAT_INTERESTS = auto()  # lowest, highest
    COLUMNS_LEFT_OUT = auto()  # columns
    WITHOUT_INTERESTS = auto()
    FIELD_WITHOUT_CODE = auto()
    ASSUMED_EDUCATION = auto()  # level
    UNCONFIRMED_WORK = auto()  # count
    NOTHING_KEPT = auto()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an occupation stands where it does."""

    kind: ReasonKind
    side: Side = Side.FOR
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What would change where an occupation stands."""

    kind: ChangeKind
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FitNotice:
    """What a person should know of a ranking before they trust it."""

    kind: NoticeKind
    values: Mapping[str, Any] = field(default_factory=dict)
