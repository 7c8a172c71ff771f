"""The step in which a license is got: which one, from whom, what it asks, and what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from careerlattice.plan.answer import LaterCredential, Note, NoteKind, Step, Task
from careerlattice.plan.itinerary.cited import cited
from careerlattice.plan.itinerary.context import PlanContext
from careerlattice.plan.search.routes import Leg
from careerlattice.requirements.license_answer import LicenseAnswer, LicenseGap, Need
from careerlattice.requirements.license_names import LicensesToGet
from careerlattice.requirements.license_terms import LicenseTerms, license_terms
from careerlattice.requirements.over_states import split_asks
from careerlattice.requirements.parameters import LICENSE_MONTHS, LICENSE_USD
from careerlattice.requirements.state_entry import varies_by_state

LICENSES_SHOWN = 3
NO_LICENSES = LicensesToGet(())


def license_step(
    context: PlanContext, leg: Leg, at: float, *, is_beside_work: bool, is_brief: bool
) -> Step:
    """The step of a leg at a month, with what law asks and what the state's record says."""
    home = context.catalog.get_area(context.place.state)
    found = NO_LICENSES if is_brief else context.offers.find_licenses(leg.row)
    answer = found.answer
    task, entry = _task(answer), context.entry(leg.row)
    terms = license_terms(entry.licenses)
    is_range = home.state is not None and varies_by_state(entry)
    return Step(
        task=task,
        occupation=context.occupation(leg.row),
        start_month=at,
        months=leg.waited,
        months_usual=max(leg.waited, terms.months_usual),
        is_beside_work=is_beside_work,
        cost_usd=terms.usd,
        cost_low_usd=terms.usd_low,
        cost_high_usd=terms.usd_high,
        licenses=found.licenses[:LICENSES_SHOWN],
        license_state=home.state or "" if task is Task.LICENSE else "",
        license_name="" if answer is None else answer.name,
        notes=() if answer is None else tuple(_notes(answer, home.name, terms, is_range=is_range)),
        sources=(
            *(() if answer is None else cited(answer.sources)),
            *((LICENSE_USD.why,) if terms.is_estimate else ()),
            *((LICENSE_MONTHS.why,) if terms.is_wait_estimate else ()),
        ),
    )


def license_in_job(context: PlanContext, leg: Leg, at: float, *, is_brief: bool) -> Step:
    """The license earned once hired: no wait, and no fee that is known."""
    step = license_step(context, leg, at, is_beside_work=True, is_brief=is_brief)
    asked = [note for note in step.notes if note.kind is NoteKind.LICENSE_ASKED]
    experience = asked[0].details["asks"].get("experience_months", "") if asked else ""
    is_certification = step.task is Task.CERTIFICATION
    notes = (
        Note(
            NoteKind.LICENSE_IN_JOB,
            {"experience": experience, "is_certification": is_certification},
        ),
        *(note for note in step.notes if note.kind is not NoteKind.LICENSE_FEE),
    )
    return replace(
        step,
        task=Task.CERTIFICATION_IN_JOB if is_certification else Task.LICENSE_IN_JOB,
        months=0.0,
        months_usual=0.0,
        cost_usd=0.0,
        cost_low_usd=0.0,
        cost_high_usd=0.0,
        notes=notes,
    )


def _task(answer: LicenseAnswer | None) -> Task:
    if answer is not None and answer.is_federal:
        return Task.FEDERAL_LICENSE
    is_certification = answer is not None and answer.is_certification
    return Task.CERTIFICATION if is_certification else Task.LICENSE


def credential_step(context: PlanContext, leg: Leg, at: float) -> Step:
    """The credential that the goal's title names, earned in the job; its own time is told only."""
    named = context.credential_at(leg.row)
    assert named is not None
    details = {
        "asks": named.asks,
        "exam": named.exam,
        "agency": named.agency,
        "months": named.months,
        "usd": named.usd,
    }
    return Step(
        task=Task.CREDENTIAL_IN_JOB,
        occupation=context.occupation(leg.row),
        start_month=at,
        is_beside_work=True,
        license_name=named.credential,
        notes=(Note(NoteKind.CREDENTIAL_ASKS, details),),
        sources=(named.cite,),
    )


def later_credential(context: PlanContext, row: int) -> LaterCredential | None:
    """The same for the plan as a whole, where its time is known."""
    named = context.credential_at(row)
    if named is None or named.months is None:
        return None
    return LaterCredential(name=named.credential, months=named.months, usd=named.usd)


def _notes(answer: LicenseAnswer, home: str, terms: LicenseTerms, *, is_range: bool) -> list[Note]:
    """`is_range`: hours asked are a range over the states, as the state's own are not known."""
    notes = []
    for one in (answer, *answer.also):
        if one.is_required:
            rule = one.rule
            details = {
                "name": one.name,
                "is_certification": one.is_certification,
                "exam": one.exam_asked,
                "agency": one.agency,
                "asks": _asked_here(one),
                "asked_of": one.asked_of,
                "home": home if rule else "",
                "place": "" if one.is_federal or one.is_certification or not one.state else home,
                "is_without_course": rule is not None and rule.hours == 0,
                "works_before": rule.works_before if rule else "",
                "wait": one.wait,
                "note": rule.note if rule else "",
                "doubt": rule.doubt if rule else "",
            }
            notes.append(Note(NoteKind.LICENSE_ASKED, details))
        if one.need is Need.LOCAL:
            notes.append(Note(NoteKind.LICENSE_LOCAL, {"home": home}))
        elif one.gap is LicenseGap.NO_RECORD:
            notes.append(Note(NoteKind.LICENSE_NO_RECORD, {"home": home, "agency": one.agency}))
    told = any("hours" in about for about in split_asks(answer.asks)[1])
    if is_range and answer.is_required and not told:
        notes.append(Note(NoteKind.STATE_RANGE, {"home": home, "agency": answer.agency}))
    if terms.is_estimate:
        notes.append(Note(NoteKind.LICENSE_FEE))
    return notes


def _asked_here(answer: LicenseAnswer) -> Mapping[str, str]:
    """What the license asks; a compact only where the state is a member."""
    is_member = answer.compact is not None and answer.state in answer.compact.members
    return {key: value for key, value in answer.asks.items() if key != "compact" or is_member}
