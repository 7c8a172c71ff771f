"""The pieces of a gap, each from what is asked and what a person brings."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Area, License
from careerlattice.lattice.gap.details import (
    CountedWork,
    EducationDetails,
    ExperienceDetails,
    FieldDetails,
    FieldFit,
    FieldGap,
    LicenseCase,
    LicenseDetails,
    OpenLevel,
    SkillsDetails,
    TrainingDetails,
)
from careerlattice.lattice.gap.model import GapPiece, Piece, Status, When
from careerlattice.lattice.parameters import (
    ACCEPTED_FIELD_PART,
    LARGE_SHORTFALL,
    MET_MONTHS,
    RELATED_FIELD_PART,
)
from careerlattice.profile.experience import Background
from careerlattice.profile.skill_shortfall import SkillItem
from careerlattice.requirements.arrays import RequirementArrays
from careerlattice.requirements.license_answer import LicenseAnswer, Need
from careerlattice.requirements.license_terms import license_terms
from careerlattice.requirements.prices import Prices
from careerlattice.requirements.requirements import open_requirements
from careerlattice.requirements.schooling import NO_MONTHS, NO_USD, schooling_to
from careerlattice.vocab.amounts import MonthsRange, UsdRange
from careerlattice.vocab.levels import EducationLevel


def education_piece(
    required: RequirementArrays, prices: Prices, person: Background, row: int
) -> GapPiece:
    """The level of education; the field is a piece of its own."""
    accepted, typical = _levels(required, row)
    has = person.level
    fits = field_fit(required, person, row) is not FieldFit.OTHER
    fits = fits or not required.is_field_specific(row)
    least = schooling_to(prices, has, accepted, field_fits=True) if has < accepted else None
    usual = schooling_to(prices, has, typical, field_fits=fits) if has < typical else None
    if usual is not None and not usual.credentials:
        # A certificate stands for "some college courses".
        usual = None
    months, usd, status = NO_MONTHS, NO_USD, Status.MET
    if usual is not None:
        status = Status.PARTLY if least is None else Status.MISSING
        # A professional degree may be accepted and cost more than the doctorate that is typical.
        low = min(least.months.low, usual.months.typical) if least else 0.0
        low_usd = min(least.usd.low, usual.usd.low) if least else 0.0
        months = MonthsRange(low, usual.months.typical)
        usd = UsdRange(low_usd, usual.usd.typical, usual.usd.high)
    return GapPiece(
        name=Piece.EDUCATION,
        status=status,
        happens=When.BEFORE,
        details=EducationDetails(
            accepted=_opens(required, row, accepted),
            typical=_opens(required, row, typical),
            held=_opens(required, row, has),
            credentials=() if usual is None else usual.credentials,
            degree_field=required.degree_field(row),
        ),
        citation=required.citations["onet"],
        months=months,
        usd=usd,
    )


def field_fit(required: RequirementArrays, person: Background, row: int) -> FieldFit:
    """How well the fields a person knows, by study or work, fit an occupation."""
    wanted = required.fields[row]
    known = person.fields | person.work_fields
    if {field[:5] for field in wanted} & {field[:5] for field in known}:
        return FieldFit.SAME
    shared = {field[:2] for field in wanted} & {field[:2] for field in known}
    return FieldFit.RELATED if shared else FieldFit.OTHER


def field_piece(
    catalog: Catalog, required: RequirementArrays, prices: Prices, person: Background, row: int
) -> GapPiece:
    """The field of study, where it matters; study of a level still to reach can be in the field."""
    programs = tuple(program.title for program in catalog.list_programs(catalog.codes[row]))
    accepted, typical = _levels(required, row)
    status, gap, months, usd = Status.MET, FieldGap.NOTHING, NO_MONTHS, NO_USD
    fit = field_fit(required, person, row) if required.is_field_specific(row) else None
    if fit not in (None, FieldFit.SAME):
        if person.level < accepted:
            # A level still to be earned is earned in the right field at no extra time.
            status, gap = Status.MISSING, FieldGap.COMES_WITH_CREDENTIAL
        else:
            status = Status.PARTLY if fit is FieldFit.RELATED else Status.MISSING
            gap = FieldGap.COURSES
            change = schooling_to(prices, min(person.level, typical), accepted, field_fits=False)
            part = RELATED_FIELD_PART.value if fit is FieldFit.RELATED else 1.0
            least = part * ACCEPTED_FIELD_PART.value
            if required.degree_field(row):
                # No courses of another field count toward a first professional degree.
                part = least = 1.0
            months = MonthsRange(change.months.low * least, change.months.typical * part)
            usd = UsdRange(
                change.usd.low * least, change.usd.typical * part, change.usd.high * part
            )
    return GapPiece(
        name=Piece.FIELD_OF_STUDY,
        status=status,
        happens=When.BEFORE,
        details=FieldDetails(programs=programs, fit=fit, gap=gap, level=accepted),
        citation="",
        months=months,
        usd=usd,
    )


def experience_piece(
    catalog: Catalog,
    required: RequirementArrays,
    nearness: NDArray[np.float32],
    person: Background,
    row: int,
) -> GapPiece:
    """Related experience: months in each occupation count in proportion to its nearness."""
    accepted = float(required.accepted_experience_months[row])
    typical = float(required.typical_experience_months[row])
    counted = {held: months * float(nearness[held, row]) for held, months in person.months.items()}
    credit = sum(counted.values())
    low, usual = max(0.0, accepted - credit), max(0.0, typical - credit)
    status, months = Status.MET, NO_MONTHS
    if usual >= MET_MONTHS.value:
        status = Status.PARTLY if low < MET_MONTHS.value else Status.MISSING
        months = MonthsRange(round(low, 1), round(max(low, usual), 1))
    work = tuple(
        CountedWork(
            title=catalog.occupation(catalog.codes[held]).title,
            months=person.months[held],
            counted_months=counts,
            nearness=float(nearness[held, row]),
        )
        for held, counts in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    )
    return GapPiece(
        name=Piece.EXPERIENCE,
        status=status,
        happens=When.BEFORE,
        details=ExperienceDetails(
            asked_months=typical, counted_months=credit, missing_months=usual, work=work
        ),
        citation=required.citations["onet"],
        months=months,
    )


def training_piece(required: RequirementArrays, person: Background, row: int) -> GapPiece:
    """Training in the job, mostly paid; it happens after the first day, so it delays nothing."""
    asked = float(required.typical_training_months[row])
    done = person.months.get(row, 0.0)
    low = max(0.0, float(required.accepted_training_months[row]) - done)
    typical = max(0.0, asked - done)
    is_met = typical < MET_MONTHS.value
    return GapPiece(
        name=Piece.TRAINING,
        status=Status.MET if is_met else Status.MISSING,
        happens=When.IN_THE_JOB,
        details=TrainingDetails(
            asked_months=asked,
            done_months=done,
            missing_months=typical,
            is_apprenticeship=bool(required.is_apprenticed[row]),
        ),
        citation=required.citations["onet"],
        months=NO_MONTHS if is_met else MonthsRange(low, max(low, typical)),
    )


def license_piece(
    catalog: Catalog, required: RequirementArrays, person: Background, row: int, area: Area
) -> GapPiece:
    """What the state asks, with the records of it; in the nation how many states have one."""
    requirements, code = open_requirements(catalog), catalog.codes[row]
    answer = requirements.license_to_hold(code, area.state)
    known = () if area.state is None else requirements.list_licenses(code, area.state)
    held = next((record for record in known if _is_held(record, person)), None)
    states = len(required.licensed_states[row])
    case = _license_case(answer, area, states, held)
    is_known_work = row in person.months
    months, usd = NO_MONTHS, NO_USD
    if case is LicenseCase.TO_GET:
        terms = license_terms(requirements.entries.gates(code, area.state))
        months = MonthsRange(terms.months, terms.months_usual)
        usd = UsdRange(terms.usd_low, terms.usd, terms.usd_high)
    return GapPiece(
        name=Piece.LICENSE,
        status=_license_status(case, is_known_work=is_known_work),
        happens=When.BEFORE,
        details=LicenseDetails(
            case=case,
            area=area.name,
            states=states,
            recorded=len(required.recorded_states),
            answer=answer,
            held=held,
            is_known_work=is_known_work,
        ),
        citation=required.citations["careeronestop"],
        months=months,
        usd=usd,
    )


def _is_held(record: License, person: Background) -> bool:
    names = {(record.state, record.license_id), (record.state, record.title.casefold())}
    return bool(names & person.licenses)


def _license_case(
    answer: LicenseAnswer, area: Area, states: int, held: License | None
) -> LicenseCase:
    if area.state is None:
        has_any = states > 0 or answer.is_required
        return LicenseCase.STATE_NOT_NAMED if has_any else LicenseCase.NO_STATE_HAS_ONE
    if held is not None:
        return LicenseCase.HELD
    if any(one.is_required for one in (answer, *answer.also)):
        return LicenseCase.TO_GET
    if answer.need in (Need.NONE, Need.VOLUNTARY):
        return LicenseCase.NOT_REQUIRED
    is_local = answer.need is Need.LOCAL
    return LicenseCase.LEFT_TO_CITIES if is_local else LicenseCase.FOR_SOME_JOBS


def _license_status(case: LicenseCase, *, is_known_work: bool) -> Status:
    match case:
        case LicenseCase.NO_STATE_HAS_ONE | LicenseCase.NOT_REQUIRED | LicenseCase.HELD:
            return Status.MET
        case LicenseCase.STATE_NOT_NAMED if is_known_work:
            return Status.MET
        case LicenseCase.TO_GET:
            return Status.MISSING
    return Status.UNKNOWN


def skills_piece(required: RequirementArrays, shortfall: float, items: list[SkillItem]) -> GapPiece:
    """Skills and knowledge, largest items first."""
    status = Status.MET
    if items:
        is_large = shortfall >= LARGE_SHORTFALL.value
        status = Status.MISSING if is_large else Status.PARTLY
    return GapPiece(
        name=Piece.SKILLS,
        status=status,
        happens=When.THROUGHOUT,
        details=SkillsDetails(shortfall=shortfall, items=tuple(items)),
        citation=required.citations["onet"],
    )


def _levels(required: RequirementArrays, row: int) -> tuple[EducationLevel, EducationLevel]:
    accepted, typical = required.accepted_level[row], required.typical_level[row]
    return EducationLevel(int(accepted)), EducationLevel(int(typical))


def _opens(required: RequirementArrays, row: int, level: EducationLevel) -> OpenLevel:
    return OpenLevel(level, float(min(required.access[row, level - 1], 1.0)))
