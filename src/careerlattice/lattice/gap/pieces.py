"""The pieces of a gap, each from what is asked and what a person brings."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Area
from careerlattice.lattice.gap.model import GapPiece
from careerlattice.profile.experience import Background
from careerlattice.profile.skill_shortfall import SkillItem
from careerlattice.requirements.arrays import Asks
from careerlattice.requirements.license_answer import Need
from careerlattice.requirements.license_words import license_summary
from careerlattice.requirements.prices import Prices
from careerlattice.requirements.requirements import open_requirements
from careerlattice.requirements.schooling import NO_MONTHS, NO_USD, schooling_to
from careerlattice.vocab.amounts import MonthsRange, UsdRange, months, pct
from careerlattice.vocab.levels import EducationLevel

_SMOOTHED = "requirement shares, smoothed toward the job zone and BLS"
# Institute for Justice, License to Work, 3rd edition 2022: mean fees of over 2,700 licenses of 102
# lower-income occupations in the states and DC. No mean over all occupations was found.
LICENSE_FEE_USD = 295.0
LICENSE_MONTHS = MonthsRange(1.0, 3.0)
SHOWN_LICENSES = 4
CREDENTIALS = {
    "high school equivalency": "high school equivalency",
    "certificate": "certificate",
    "associate": "associate degree",
    "bachelor": "bachelor's degree",
    "postbaccalaureate-certificate": "certificate after a bachelor's",
    "master": "master's degree",
    "graduate-certificate": "certificate after a master's",
    "professional": "professional degree",
    "doctoral": "doctoral degree",
}


def education_piece(asks: Asks, prices: Prices, person: Background, row: int) -> GapPiece:
    """The level of education; the field is a piece of its own."""
    accepted, typical = _levels(asks, row)
    has = person.level
    fits = field_fit(asks, person, row) > 0 or not asks.is_field_specific(row)
    least = schooling_to(prices, has, accepted, field_fits=True) if has < accepted else None
    usual = schooling_to(prices, has, typical, field_fits=fits) if has < typical else None
    if usual is not None and not usual.credentials:
        # A certificate stands for "some college courses".
        usual = None
    status = "met" if usual is None else "partly" if least is None else "missing"
    if accepted == typical:
        asked = f"{typical.label} ({_opens(asks, row, typical)})"
    else:
        asked = (
            f"{typical.label} ({_opens(asks, row, typical)}); "
            f"{accepted.label} is accepted by some ({_opens(asks, row, accepted)})"
        )
    degree = asks.degree_field(row)
    one = f"; in {degree} a professional degree and a doctorate are one" if degree else ""
    # A professional degree may be accepted and cost more than the doctorate that is typical.
    low = min(least.months.low, usual.months.typical) if least and usual else 0.0
    low_usd = min(least.usd.low, usual.usd.low) if least and usual else 0.0
    return GapPiece(
        "education",
        status,
        asked,
        f"{has.label} ({_opens(asks, row, has)})",
        "" if usual is None else ", then ".join(CREDENTIALS[one] for one in usual.credentials),
        MonthsRange(low, usual.months.typical) if usual else NO_MONTHS,
        UsdRange(low_usd, usual.usd.typical, usual.usd.high) if usual else NO_USD,
        "before",
        f"{_onet(asks)}{one}; prices and lengths as cited in the release",
    )


def field_fit(asks: Asks, person: Background, row: int) -> float:
    """How well the fields a person knows fit an occupation: 1 same series, 0.5 same family, 0."""
    wanted = asks.fields[row]
    known = person.fields | person.work_fields
    if {field[:5] for field in wanted} & {field[:5] for field in known}:
        return 1.0
    return 0.5 if {field[:2] for field in wanted} & {field[:2] for field in known} else 0.0


def field_piece(
    catalog: Catalog, asks: Asks, prices: Prices, person: Background, row: int
) -> GapPiece:
    """The field of study, where it matters; study of a level still to reach can be in the field."""
    source = "NCES CIP-SOC crosswalk 2020"
    titles = [program.title for program in catalog.list_programs(catalog.codes[row])]
    named = ", ".join(titles[:3]) + (f" and {len(titles) - 3} more" if len(titles) > 3 else "")
    if not asks.is_field_specific(row):
        asked = f"any field; linked programs: {named}" if titles else "any field"
        return GapPiece("field of study", "met", asked, "", "", NO_MONTHS, NO_USD, "before", source)
    fit = field_fit(asks, person, row)
    has = {1.0: "a field that leads there", 0.5: "a related field", 0.0: "another field"}[fit]
    accepted, typical = _levels(asks, row)
    if fit == 1.0 or person.level < accepted:
        # A level still to be earned is earned in the right field at no extra time.
        what = "met" if fit == 1.0 else "comes with the credential"
        status = "met" if fit == 1.0 else "missing"
        return GapPiece(
            "field of study", status, named, has, "" if status == "met" else what,
            NO_MONTHS, NO_USD, "before", source,
        )  # fmt: skip
    change = schooling_to(prices, min(person.level, typical), accepted, field_fits=False)
    part = 0.5 if fit == 0.5 else 1.0
    least = part / 2
    if asks.degree_field(row):
        # No courses of another field count toward a first professional degree.
        part = least = 1.0
    return GapPiece(
        "field of study",
        "partly" if fit == 0.5 else "missing",
        named,
        has,
        f"courses of a {accepted.label} in the field",
        MonthsRange(change.months.low * least, change.months.typical * part),
        UsdRange(change.usd.low * least, change.usd.typical * part, change.usd.high * part),
        "before",
        source,
    )


def experience_piece(
    catalog: Catalog, asks: Asks, nearness: NDArray[np.float32], person: Background, row: int
) -> GapPiece:
    """Related experience: months in each occupation count in proportion to its nearness."""
    accepted = float(asks.accepted_experience_months[row])
    typical = float(asks.typical_experience_months[row])
    counted = {r: m * float(nearness[r, row]) for r, m in person.months.items()}
    credit = sum(counted.values())
    low, usual = max(0.0, accepted - credit), max(0.0, typical - credit)
    status = "met" if usual < 1 else "partly" if low < 1 else "missing"
    items = tuple(
        f"{months(person.months[r])} as {catalog.occupation(catalog.codes[r]).title} count as "
        f"{months(credit_r)} (nearness {float(nearness[r, row]):.2f})"
        for r, credit_r in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    )
    return GapPiece(
        "experience",
        status,
        f"{months(typical)} of related work" if typical >= 1 else "none",
        months(credit) if credit >= 1 else "none that counts",
        "" if status == "met" else f"{months(usual)} of related work",
        MonthsRange(round(low, 1), round(max(low, usual), 1)) if status != "met" else NO_MONTHS,
        NO_USD,
        "before",
        _onet(asks),
        items,
    )


def training_piece(asks: Asks, person: Background, row: int) -> GapPiece:
    """Training in the job, mostly paid; it happens after the first day, so it delays nothing."""
    low = float(asks.accepted_training_months[row])
    typical = float(asks.typical_training_months[row])
    done = person.months.get(row, 0.0)
    low, typical = max(0.0, low - done), max(0.0, typical - done)
    kind = "apprenticeship or training" if asks.is_apprenticed[row] else "training"
    status = "met" if typical < 1 else "missing"
    return GapPiece(
        "training",
        status,
        f"{months(asks.typical_training_months[row])} of {kind} in the job"
        if asks.typical_training_months[row] >= 1
        else "little or none",
        months(done) + " in the job" if done else "none",
        "" if status == "met" else f"{months(typical)}, usually paid",
        MonthsRange(low, max(low, typical)) if status != "met" else NO_MONTHS,
        NO_USD,
        "in the job",
        _onet(asks),
    )


def license_piece(
    catalog: Catalog, asks: Asks, person: Background, row: int, area: Area
) -> GapPiece:
    """What the state asks, with the records of it; in the nation only how many states have one."""
    code = catalog.codes[row]
    requirements = open_requirements(catalog)
    answer = requirements.license_to_hold(code, area.state)
    if area.state is None:
        count, of = len(asks.licensed_states[row]), len(asks.recorded_states)
        if not count and not answer.is_required:
            return _license(asks, "met", "no state license on record", "", "")
        status = "unknown" if row not in person.months else "met"
        asked = f"{count} of {of} states with records license it; name a state for its rules"
        return _license(
            asks, status, asked, "", "depends on the state" if status == "unknown" else ""
        )
    asked = license_summary(answer, area.name)
    required = [one for one in (answer, *answer.also) if one.is_required]
    held = [
        one
        for one in requirements.list_licenses(code, area.state)
        if (one.state, one.license_id) in person.licenses
        or (one.state, one.title.casefold()) in person.licenses
    ]
    if held:
        return _license(asks, "met", asked, held[0].title, "")
    if not required:
        if answer.need in (Need.NONE, Need.VOLUNTARY):
            return _license(asks, "met", asked, "", "")
        lacking = "ask the city or county" if answer.need is Need.LOCAL else "for some jobs only"
        return _license(asks, "unknown", asked, "none known", lacking)
    items = tuple(
        f"{record.title} ({record.state}): {record.agency}"
        + (f", {record.url}" if record.url else "")
        + (f" (record of {record.updated:%Y-%m})" if record.updated else "")
        for one in required
        for record in one.records
    )[:SHOWN_LICENSES]
    return GapPiece(
        "license", "missing", asked, "none known", f"{answer.name}: application and exam",
        LICENSE_MONTHS, UsdRange(0.0, LICENSE_FEE_USD, LICENSE_FEE_USD), "before",
        f"{asks.citations['careeronestop']}; fee: License to Work, 3rd ed. 2022, mean over 102 "
        "lower-income occupations, "
        "an estimate for others; months: this project's assumption",
        items,
    )  # fmt: skip


def skills_piece(asks: Asks, shortfall: float, items: list[SkillItem]) -> GapPiece:
    """Skills and knowledge, largest items first."""
    status = "met" if not items else "missing" if shortfall >= 0.5 else "partly"
    return GapPiece(
        "skills",
        status,
        "the levels of its skills and knowledge",
        f"{shortfall:.2f} level points short on average (of 7)",
        ", ".join(item.plain_name for item in items[:3]),
        NO_MONTHS,
        NO_USD,
        "throughout",
        f"{asks.citations['onet']} ratings of skills and knowledge",
        tuple(item.sentence for item in items),
    )


def _onet(asks: Asks) -> str:
    return f"{asks.citations['onet']} {_SMOOTHED}"


def _license(
    asks: Asks, status: str, asked: str, has: str, missing: str, items: tuple[str, ...] = ()
) -> GapPiece:
    return GapPiece(
        "license",
        status,
        asked,
        has,
        missing,
        NO_MONTHS,
        NO_USD,
        "before",
        asks.citations["careeronestop"],
        items,
    )


def _levels(asks: Asks, row: int) -> tuple[EducationLevel, EducationLevel]:
    return (
        EducationLevel(int(asks.accepted_level[row])), EducationLevel(int(asks.typical_level[row]))
    )  # fmt: skip


def _opens(asks: Asks, row: int, level: EducationLevel) -> str:
    return f"opens {pct(float(min(asks.access[row, level - 1], 1.0)))} of jobs"
