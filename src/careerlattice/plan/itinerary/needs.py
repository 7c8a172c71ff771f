"""What a job on the way asks, what the person has by then, and what is missing."""

from __future__ import annotations

from careerlattice.plan.answer import Need, NeedKind, Remedy
from careerlattice.plan.facts.occupations import OccupationFacts
from careerlattice.plan.search.encoding import Mode
from careerlattice.plan.search.routes import Leg
from careerlattice.vocab.levels import EducationLevel

HALF_A_MONTH = 0.5
"""Less is lost in rounding to whole months, and not shown."""


def needs_of(facts: OccupationFacts, leg: Leg) -> tuple[Need, ...]:
    """Education, field, experience and license the leg's occupation asks, and what is missing."""
    needs = [_education(facts, leg)]
    if facts.is_specific[leg.row]:
        needs.append(_field(facts, leg))
    if facts.experience[leg.row] > 1:
        needs.append(_experience(facts, leg))
    if leg.waited:
        needs.append(Need(NeedKind.LICENSE, remedy=Remedy.APPLICATION))
    return tuple(needs)


def _education(facts: OccupationFacts, leg: Leg) -> Need:
    accepted, held = EducationLevel(int(facts.accepted[leg.row])), EducationLevel(leg.held)
    is_other = leg.counted < held and held > EducationLevel.HIGH_SCHOOL
    remedy = None
    if leg.mode is Mode.APPRENTICE:
        is_met = held >= accepted and leg.counted >= accepted
        remedy = None if is_met else Remedy.APPRENTICESHIP
    elif leg.level:
        remedy = Remedy.CREDENTIAL
    details = {
        "accepted": accepted,
        "typical": EducationLevel(int(facts.typical[leg.row])),
        "held": held,
        "is_of_program": not (facts.is_specific[leg.row] and is_other),
        "credential": EducationLevel(leg.level) if leg.level else None,
    }
    return Need(NeedKind.EDUCATION, details, remedy)


def _field(facts: OccupationFacts, leg: Leg) -> Need:
    remedy = None
    if leg.counted < facts.accepted[leg.row]:
        remedy = Remedy.PROGRAM if leg.level else Remedy.APPRENTICESHIP
    leads_there = leg.counted > EducationLevel.HIGH_SCHOOL
    return Need(NeedKind.FIELD, {"leads_there": leads_there}, remedy)


def _experience(facts: OccupationFacts, leg: Leg) -> Need:
    asked = float(facts.experience[leg.row])
    lacking = max(0.0, asked - leg.experience)
    remedy = Remedy.MORE_WORK
    if leg.mode is Mode.APPRENTICE:
        remedy = Remedy.APPRENTICESHIP
    elif leg.level >= EducationLevel.CERTIFICATE and facts.hires_graduates[leg.row]:
        remedy = Remedy.NOT_ASKED
    details = {
        "asked": asked,
        "counted": leg.experience,
        "lacking": lacking,
        # Work in the job before counts by its nearness, so that it may take longer than is asked.
        "worked": leg.worked if leg.worked > lacking + HALF_A_MONTH else None,
    }
    return Need(NeedKind.EXPERIENCE, details, remedy if lacking > HALF_A_MONTH else None)
