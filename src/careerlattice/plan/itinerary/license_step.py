"""The step in which a license is got: which one, from whom, and what the record lacks."""

from __future__ import annotations

from careerlattice.catalog.model import Area, Occupation
from careerlattice.plan.answer import Note, NoteKind, Step, Task
from careerlattice.requirements.license_names import FEDERAL, LicensesToGet
from careerlattice.requirements.parameters import LICENSE_MONTHS

LICENSES_SHOWN = 3
NO_LICENSES = LicensesToGet(())


def license_step(
    entered: Occupation,
    found: LicensesToGet,
    home: Area,
    at: float,
    months: float,
    *,
    is_beside_work: bool,
    source: str,
) -> Step:
    """The step, from what is on record in `home`: the state planned for, or the nation."""
    first = found.licenses[0] if found.licenses else None
    is_federal = first is not None and first.state == FEDERAL
    return Step(
        task=Task.FEDERAL_LICENSE if is_federal else Task.LICENSE,
        occupation=entered,
        start_month=at,
        months=months,
        months_usual=months,
        is_beside_work=is_beside_work,
        licenses=found.licenses[:LICENSES_SHOWN],
        license_state="" if is_federal else home.state or "",
        notes=(*_lacking(found, home), Note(NoteKind.FEES_MISSING)),
        sources=(source, LICENSE_MONTHS.why),
    )


def _lacking(found: LicensesToGet, home: Area) -> tuple[Note, ...]:
    """What to say where no license on record is the one to get."""
    if found.licenses or not found.states:
        return ()
    details = {
        "states": found.states,
        "recorded": found.recorded,
        "usual": found.usual,
        "home": "" if home.state is None else home.name,
    }
    return (Note(NoteKind.MOST_LICENSE_IT, details),)
