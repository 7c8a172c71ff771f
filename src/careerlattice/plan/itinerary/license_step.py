"""The step in which a license is got: which one, from whom, what it asks, and what is not known."""

from __future__ import annotations

from careerlattice.plan.answer import Note, NoteKind, Step, Task
from careerlattice.plan.itinerary.cited import cited
from careerlattice.plan.itinerary.context import PlanContext
from careerlattice.plan.search.routes import Leg
from careerlattice.requirements.entry import AskedIn, LicenseGate
from careerlattice.requirements.license_names import LicensesToGet
from careerlattice.requirements.parameters import LICENSE_MONTHS, LICENSE_USD

LICENSES_SHOWN = 3
NO_LICENSES = LicensesToGet(())


def license_step(
    context: PlanContext, leg: Leg, at: float, *, is_beside_work: bool, is_brief: bool
) -> Step:
    """The step of a leg at a month, with the gate's name and what the state's record says."""
    entry = context.entry(leg.row)
    gate = entry.licenses[0] if entry.licenses else None
    home = context.catalog.get_area(context.place.state)
    found = NO_LICENSES if is_brief else context.offers.find_licenses(leg.row)
    is_federal = gate is not None and gate.granted_by == "federal"
    fee = LICENSE_USD.value
    return Step(
        task=Task.FEDERAL_LICENSE if is_federal else Task.LICENSE,
        occupation=context.occupation(leg.row),
        start_month=at,
        months=leg.waited,
        months_usual=leg.waited,
        is_beside_work=is_beside_work,
        cost_usd=fee,
        cost_high_usd=fee,
        licenses=found.licenses[:LICENSES_SHOWN],
        license_state="" if is_federal else home.state or "",
        license_name=gate.name if gate is not None else "",
        notes=() if is_brief else tuple(_notes(gate, home.state, home.name, found)),
        sources=(*(cited(gate.sources) if gate else ()), LICENSE_USD.why, LICENSE_MONTHS.why),
    )


def _notes(
    gate: LicenseGate | None, state: str | None, home: str, found: LicensesToGet
) -> list[Note]:
    notes = []
    if gate is not None:
        details = {
            "name": gate.name,
            "exam": gate.exam,
            "agency": gate.agency,
            "asks": dict(gate.asks),
            "asked_of": gate.asked_of,
        }
        notes.append(Note(NoteKind.LICENSE_ASKED, details))
        if state in gate.local_states or gate.asked_in is AskedIn.LOCAL:
            notes.append(Note(NoteKind.LICENSE_LOCAL, {"home": home}))
        elif state and not found.licenses and gate.granted_by == "state":
            notes.append(Note(NoteKind.LICENSE_NO_RECORD, {"home": home, "agency": gate.agency}))
    notes.append(Note(NoteKind.LICENSE_FEE))
    return notes
