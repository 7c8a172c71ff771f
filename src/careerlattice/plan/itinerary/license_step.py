"""The step in which a license is got: which one, from whom, and what the record lacks."""

from __future__ import annotations

from careerlattice.catalog.model import Area, Occupation
from careerlattice.plan.answer import Step
from careerlattice.plan.parameters import LICENSE_MONTHS
from careerlattice.requirements.license_names import FEDERAL, LicensesToGet

LICENSES_SHOWN = 3
NO_LICENSES = LicensesToGet(())


def license_step(
    entered: Occupation,
    found: LicensesToGet,
    place: Area,
    home: Area,
    at: float,
    months: float,
    *,
    is_beside_work: bool,
    source: str,
) -> Step:
    """The step, from what is on record in the place; `home` is its state, or the nation."""
    first = found.licenses[0] if found.licenses else None
    is_federal = first is not None and first.state == FEDERAL
    where = f" in {place.state}" if place.state and not is_federal else ""
    what = "federal license" if is_federal else "license"
    return Step(
        "license", f"Get the {what}{where}: {entered.title}", entered, at, months, months,
        is_beside_work, 0.0, 0.0, 0.0, None, None,
        licenses=found.licenses[:LICENSES_SHOWN],
        notes=(*_lacking(found, home), "Fees are not in the source; ask the agency."),
        sources=(source, LICENSE_MONTHS.why),
    )  # fmt: skip


def _lacking(found: LicensesToGet, home: Area) -> tuple[str, ...]:
    """What to say where no license on record is the one to get."""
    if found.licenses or not found.states:
        return ()
    most = (
        f"Most states ({found.states} of {found.recorded} on record) list: {found.usual}."
        if found.usual
        else f"Most states ({found.states} of {found.recorded} on record) license this work."
    )
    if home.state is None:
        return (f"{most} Name your state to see whom to ask.",)
    what = "no license by that name" if found.usual else "none"
    return (f"{most} The record of {home.name} has {what}: ask the state's licensing agency.",)
