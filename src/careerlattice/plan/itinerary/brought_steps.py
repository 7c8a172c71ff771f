"""Steps by which a license of another state, or training from abroad, comes to count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerlattice.plan.answer import Note, NoteKind, Step, Task
from careerlattice.plan.itinerary.cited import cited
from careerlattice.plan.itinerary.context import PlanContext
from careerlattice.plan.search.routes import Leg
from careerlattice.requirements.license_transfer import LicenseTransfer, TransferKind

if TYPE_CHECKING:
    from careerlattice.content.recognition import AbroadStep

_TASKS = {
    "program": Task.RECOGNITION_STUDY,
    "practice": Task.RECOGNITION_PRACTICE,
}

_ANEW = (TransferKind.EXAM, TransferKind.UNLICENSED)


def transfer_step(context: PlanContext, step: Step, transfer: LicenseTransfer) -> Step:
    """The step in which the license is got, for who brings that of another state."""
    is_compact = transfer.kind is TransferKind.MULTISTATE
    notes = (Note(NoteKind.TRANSFER, transfer_details(context, transfer)),)
    return replace(
        step,
        task=Task.COMPACT if is_compact else Task.ENDORSEMENT,
        months=transfer.months.low,
        months_usual=transfer.months.middle,
        cost_usd=transfer.usd.middle,
        cost_low_usd=transfer.usd.low,
        cost_high_usd=transfer.usd.high,
        license_held_in="" if transfer.kind in _ANEW else transfer.held_in,
        notes=notes,
        sources=cited(transfer.sources),
    )


def transfer_details(context: PlanContext, transfer: LicenseTransfer) -> dict[str, object]:
    """What a note on a license of another state tells."""
    compact = transfer.compact
    return {
        "kind": transfer.kind,
        "held_in": context.catalog.get_area(transfer.held_in).name,
        "home": context.catalog.get_area(transfer.state).name,
        "asks": transfer.asks,
        "compact": "" if compact is None or compact.is_complete else compact.name,
        "text": "" if compact is None else compact.text,
        "is_privilege": compact is not None and compact.kind == "privilege_to_practice",
    }


def recognition_steps(context: PlanContext, leg: Leg) -> tuple[AbroadStep, ...]:
    """The steps by which training from abroad comes to count for the job of a leg."""
    recognition = context.problem.recognition
    if recognition is None or not leg.bridged:
        return ()
    return recognition.steps.get(leg.row, ())


def recognition_step(
    context: PlanContext, leg: Leg, way: AbroadStep, at: float, pay_usd: float | None
) -> Step:
    """One of these steps, begun at a month; `pay_usd` is earned meanwhile, a year."""
    return Step(
        task=_TASKS.get(way.kind, Task.RECOGNITION),
        occupation=context.occupation(leg.row),
        start_month=at,
        months=way.months.low,
        months_usual=way.months.middle,
        is_beside_work=way.is_beside_work and leg.origin >= 0,
        cost_usd=way.usd.middle,
        cost_low_usd=way.usd.low,
        cost_high_usd=way.usd.high,
        pay_usd=pay_usd,
        recognition=way.name,
        notes=(Note(NoteKind.ABROAD, {"by": way.by, "text": way.text}),),
        sources=(way.cite,),
    )
