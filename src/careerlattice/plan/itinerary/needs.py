"""What a job on the way asks, what the person has by then, and what is missing."""

from __future__ import annotations

from careerlattice.plan.answer import Need, NeedKind, Remedy
from careerlattice.plan.facts.occupations import OccupationFacts
from careerlattice.plan.search.problem import RoutingProblem
from careerlattice.plan.search.routes import Leg
from careerlattice.requirements.entry import EntryCondition
from careerlattice.requirements.license_transfer import TransferKind
from careerlattice.vocab.levels import EducationLevel

HALF_A_MONTH = 0.5
"""Less is lost in rounding to whole months, and not shown."""


def needs_of(problem: RoutingProblem, leg: Leg, way: EntryCondition) -> tuple[Need, ...]:
    """Education, field, experience and license that the leg's way in asks, and what is missing."""
    facts, proof = problem.facts, problem.proof
    is_proven = proof is not None and bool(proof.ways[leg.way])
    needs = [_education(problem, leg, way, is_proven=is_proven)]
    if facts.ways.is_own[leg.way]:
        needs.append(_field(facts, leg, is_proven=is_proven))
    if way.experience is not None or way.promotion is not None:
        is_worked = proof is not None and bool(proof.work[leg.way])
        needs.append(_experience(leg, way, is_proven=is_worked))
    transfer = problem.person.credentials.transfers.get(leg.row)
    if transfer is not None and problem.area.is_licensed[leg.row]:
        remedy = {
            TransferKind.MULTISTATE: None,
            TransferKind.EXAM: Remedy.APPLICATION,
            TransferKind.UNLICENSED: Remedy.APPLICATION,
        }.get(transfer.kind, Remedy.ENDORSEMENT)
        needs.append(Need(NeedKind.LICENSE, {"held_in": transfer.held_in}, remedy))
    elif leg.waited:
        needs.append(Need(NeedKind.LICENSE, remedy=Remedy.APPLICATION))
    return tuple(needs)


def _education(problem: RoutingProblem, leg: Leg, way: EntryCondition, *, is_proven: bool) -> Need:
    facts, person, held = problem.facts, problem.person, EducationLevel(leg.held)
    # What a bridge builds on is no other field, though it count for less by itself.
    is_bridge = bool(facts.ways.is_bridge[leg.way])
    is_other = leg.counted < held and held > EducationLevel.HIGH_SCHOOL and not is_bridge
    details = {
        "accepted": EducationLevel(int(facts.ways.asked[leg.way])),
        "typical": max(way.usual, EducationLevel(int(facts.ways.asked[leg.way]))),
        "held": held,
        "is_of_program": not (facts.ways.is_own[leg.way] and is_other),
        "is_field_named": bool(person.programs) or held != person.level,
        "credential": EducationLevel(leg.level) if leg.level else None,
        "is_proven": is_proven,
        "is_abroad": leg.bridged,
    }
    return Need(NeedKind.EDUCATION, details, Remedy.CREDENTIAL if leg.level else None)


def _field(facts: OccupationFacts, leg: Leg, *, is_proven: bool) -> Need:
    is_missing = leg.counted < facts.ways.asked[leg.way]
    leads_there = leg.counted > EducationLevel.HIGH_SCHOOL
    details = {"leads_there": leads_there, "is_proven": is_proven}
    return Need(NeedKind.FIELD, details, Remedy.PROGRAM if is_missing else None)


def _experience(leg: Leg, way: EntryCondition, *, is_proven: bool) -> Need:
    asked = max(
        way.experience.months if way.experience else 0.0,
        way.promotion.months if way.promotion else 0.0,
    )
    lacking = 0.0 if is_proven else max(0.0, asked - leg.experience)
    details = {
        "asked": asked,
        "what": way.experience.what if way.experience else "",
        "in_rank": way.promotion is not None,
        "counted": leg.experience,
        "lacking": lacking,
        "is_proven": is_proven,
        # Work in the job before counts by its nearness, so that it may take longer than is asked.
        "worked": leg.worked if leg.worked > lacking + HALF_A_MONTH else None,
    }
    return Need(NeedKind.EXPERIENCE, details, Remedy.MORE_WORK if lacking > HALF_A_MONTH else None)
