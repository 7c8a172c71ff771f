"""What is answered when it is asked which license an occupation takes in a state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from careerlattice.catalog.model import License
from careerlattice.requirements.entry import FactSource, StateRule
from careerlattice.vocab.amounts import Span
from careerlattice.vocab.codes import OnetSocCode

OURS = "careerlattice"
"""The source of records that this project keeps itself."""


class Need(StrEnum):
    """Whether who works in an occupation must hold a license.

    `LOCAL`: no license of the state, cities and counties may ask one. `SOME_WORKERS`: only those
    that `asked_of` names. `UNKNOWN`: it depends on the state, and none was named.
    """

    REQUIRED = "required"
    LOCAL = "local"
    SOME_WORKERS = "some_workers"
    VOLUNTARY = "voluntary"
    NONE = "none"
    UNKNOWN = "unknown"


class LicenseGap(StrEnum):
    """What the answer lacks, or why it is not a plain one; `NOTHING` where it is whole.

    `NO_RECORD`: the law asks a license and our source has no record of it for this state.
    `STATE_NOT_NAMED`: the answer depends on the state. `LEFT_TO_CITIES`: the state leaves it to
    them. `CONTRACTOR_ONLY`: the state licenses who contracts for the work, not the worker.
    """

    NOTHING = "nothing"
    NO_RECORD = "no_record"
    STATE_NOT_NAMED = "state_not_named"
    LEFT_TO_CITIES = "left_to_cities"
    CONTRACTOR_ONLY = "contractor_only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compact:
    """An agreement by which a license of one state counts in another.

    `kind` is multistate_license, privilege_to_practice, expedited_license or endorsement.
    `members` take part now; `enacted` passed its law and do not yet. `asked_of` names the workers
    it speaks of where not all.
    """

    short: str
    name: str
    kind: str
    is_in_force: bool
    is_complete: bool
    members: tuple[str, ...]
    enacted: tuple[str, ...]
    text: str
    asked_of: str = ""
    doubt: str = ""
    source: FactSource

    def helps(self, held_in: str, state: str) -> bool:
        """Whether who holds a license in one state uses it toward another."""
        return self.is_in_force and held_in in self.members and state in self.members


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenseAnswer:
    """Which license an occupation takes in a state (`None`: the nation), if any.

    `name` is the state's own where its record of the very trade is on hand, else the usual name.
    `agency` grants it, in the record's words or by its kind; `url` and `updated` are the record's.
    `asks` maps what the law asks (hours, degree, course_hours, experience_months, age …) to how
    much; the `record_…` words are those of the record. `records` name this trade's license, the
    one to get first; `own_business` the license of who contracts on their own account. `also` are
    further licenses that the state, cities or the nation ask beside this one. `note` tells what
    the state is known to do. `is_after_hire`: it is earned in the job, none is needed to be hired.
    `is_certification`: a national board grants it and employers ask it, no law.
    `fee` in dollars is all that the granting bodies are paid, `wait` the months until it is in
    hand. `rule` is what the state's own law asks, where it is known: it stands in these values.
    """

    code: OnetSocCode
    state: str | None
    need: Need
    gap: LicenseGap = LicenseGap.NOTHING
    name: str = ""
    exam: str = ""
    agency: str = ""
    url: str = ""
    updated: date | None = None
    asked_of: str = ""
    asks: Mapping[str, str] = field(default_factory=dict)
    record_exam: str = ""
    record_education: str = ""
    record_experience: str = ""
    is_federal: bool = False
    is_certification: bool = False
    is_after_hire: bool = False
    fee: Span | None = None
    wait: Span | None = None
    rule: StateRule | None = None
    note: str = ""
    records: tuple[License, ...] = ()
    own_business: tuple[License, ...] = ()
    compact: Compact | None = None
    sources: tuple[FactSource, ...] = ()
    also: tuple[LicenseAnswer, ...] = ()

    @property
    def is_required(self) -> bool:
        """Whether who works in the line must hold it."""
        return self.need is Need.REQUIRED

    @property
    def exam_asked(self) -> str:
        """The exam by its name; else what the state's record says of it, empty where none is asked.

        Records of the publisher say only who gives the exam, so that law's name of it goes first;
        one of ours knows the state's own.
        """
        ours, theirs = self.exam, self.record_exam
        if self.rule is None and self.whose_record == OURS:
            ours, theirs = theirs, ours
        told = ours or theirs
        return "" if told.startswith("No ") or told == "none" else told

    @property
    def whose_record(self) -> str:
        """Whose record the first one is: careeronestop, careerlattice, own, or empty."""
        return self.records[0].source if self.records else ""
