"""What a job on the way asks, what the person has by then, and what is missing."""

from __future__ import annotations

from careerlattice.plan.answer import Need, NeedKind, Remedy
from careerlattice.plan.facts.occupations import OccupationFacts
from careerlattice.plan.search.routes import Leg
from careerlattice.requirements.entry import EntryCondition
from careerlattice.vocab.levels import EducationLevel

HALF_A_MONTH = 0.5
"""Less is lost in rounding to whole months, and not shown."""


def needs_of(facts: OccupationFacts, leg: Leg, way: EntryCondition) -> tuple[Need, ...]:
    """Education, field, experience and license that the leg's way in asks, and what is missing."""
    needs = [_education(facts, leg, way)]
    if facts.ways.is_own[leg.way]:
        needs.append(_field(facts, leg))
    if way.experience is not None or way.promotion is not None:
        needs.append(_experience(leg, way))
    if leg.waited:
        needs.append(Need(NeedKind.LICENSE, remedy=Remedy.APPLICATION))
    return tuple(needs)


def _education(facts: OccupationFacts, leg: Leg, way: EntryCondition) -> Need:
    held = EducationLevel(leg.held)
    is_other = leg.counted < held and held > EducationLevel.HIGH_SCHOOL
    details = {
        "accepted": EducationLevel(int(facts.ways.asked[leg.way])),
        "typical": max(way.usual, EducationLevel(int(facts.ways.asked[leg.way]))),
        "held": held,
        "is_of_program": not (facts.ways.is_own[leg.way] and is_other),
        "credential": EducationLevel(leg.level) if leg.level else None,
    }
    return Need(NeedKind.EDUCATION, details, Remedy.CREDENTIAL if leg.level else None)


def _field(facts: OccupationFacts, leg: Leg) -> Need:
    is_missing = leg.counted < facts.ways.asked[leg.way]
    leads_there = leg.counted > EducationLevel.HIGH_SCHOOL
    return Need(
        NeedKind.FIELD, {"leads_there": leads_there}, Remedy.PROGRAM if is_missing else None
    )


def _experience(leg: Leg, way: EntryCondition) -> Need:
    asked = max(
        way.experience.months if way.experience else 0.0,
        way.promotion.months if way.promotion else 0.0,
    )
    lacking = max(0.0, asked - leg.experience)
    details = {
        "asked": asked,
        "what": way.experience.what if way.experience else "",
        "in_rank": way.promotion is not None,
        "counted": leg.experience,
        "lacking": lacking,
        # Work in the job before counts by its nearness, so that it may take longer than is asked.
        "worked": leg.worked if leg.worked > lacking + HALF_A_MONTH else None,
    }
    return Need(NeedKind.EXPERIENCE, details, Remedy.MORE_WORK if lacking > HALF_A_MONTH else None)
