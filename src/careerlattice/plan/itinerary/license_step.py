"""The step in which a license is got: which one, from whom, and what the record lacks."""

from __future__ import annotations

from careerlattice.catalog.model import Area, Occupation
from careerlattice.plan.answer import Step
from careerlattice.plan.parameters import LICENSE_MONTHS
from careerlattice.requirements.license_names import FEDERAL, LicensesToGet
from careerlattice.requirements.license_words import asked_words, license_summary

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
    answer = found.answer
    is_federal = first.state == FEDERAL if first else answer is not None and answer.is_federal
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
    """What is asked, which licenses come beside it, and what the record lacks and whom to ask."""
    answer = found.answer
    if answer is None:
        return ()
    said = [] if answer.records else [license_summary(answer, home.name)]
    asked = asked_words(answer)
    if asked:
        said.append(f"Asked: {'; '.join(asked)}.")
    said += [
        f"Required too: {other.name}, from: {other.agency}."
        for other in answer.also
        if other.is_required
    ]
    return tuple(said)
