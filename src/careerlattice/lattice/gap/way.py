"""The gap along one way in: the way that people in the work one comes from take."""

from __future__ import annotations

from dataclasses import dataclass, replace

from careerlattice.lattice.gap.details import (
    CountedWork,
    EducationDetails,
    ExperienceDetails,
    FieldDetails,
    FieldGap,
    OpenLevel,
    TakenWay,
    TrainingDetails,
)
from careerlattice.lattice.gap.model import Gap, GapPiece, Piece, Status, When
from careerlattice.lattice.parameters import MET_MONTHS
from careerlattice.requirements.entry import (
    Apprenticeship,
    Door,
    Entry,
    EntryCondition,
    Study,
)
from careerlattice.requirements.parameters import WEEKS_A_MONTH
from careerlattice.requirements.prices import Prices
from careerlattice.requirements.schooling import NO_MONTHS, NO_USD, Schooling, schooling_to
from careerlattice.vocab.amounts import MonthsRange, Span, UsdRange
from careerlattice.vocab.levels import EducationLevel


@dataclass(frozen=True, slots=True)
class Comer:
    """Who comes by a move: code worked in, schooling, whether what was studied leads there too.

    `is_step_up`: the origin itself names the destination as a step up, so that its promotions
    are open although they do not name the origin; `step_months` are those in the work that it names
    for the step, if it names any.
    """

    code: str
    level: EducationLevel
    field_fits: bool
    is_step_up: bool
    step_months: float | None = None


def find_way(entry: Entry, comer: Comer, prices: Prices) -> EntryCondition | None:
    """The way into an occupation that the comer takes.

    One that names the work (a rank below, a bridge, experience, credit), else one that asks no
    certain work; of these the first that schooling already opens, else the shortest to study. None
    for an occupation whose rules were not read.
    """
    if entry.is_survey_only:
        return None
    ways = [
        way
        for way in entry.conditions
        if not way.is_title_only and comer.level >= (way.from_degree or comer.level)
    ]
    named = [way for way in ways if names_comer(way, comer.code)]
    plain = [
        way for way in ways if not (way.from_license or (asks_work(way) and not comer.is_step_up))
    ]
    found = named or plain or ways
    opened = [way for way in found if comer.level >= way.floor and _studies(way) is None]
    if opened:
        return opened[0]

    def length(way: EntryCondition) -> float:
        return schooling_along(way, comer.level, prices, field_fits=comer.field_fits).months.low

    return min(found, key=length, default=None)


def asks_work(way: EntryCondition) -> bool:
    """Whether only who has done certain work can take the way."""
    work = way.promotion is not None or bool(way.from_license)
    return work or (way.experience is not None and bool(way.experience.from_codes))


def names_comer(way: EntryCondition, origin: str) -> bool:
    """Whether a way names the work in the occupation `origin`, by rank, license, term or months."""
    begins = list(way.from_license)
    if way.promotion is not None:
        begins += way.promotion.from_codes
    if way.experience is not None:
        begins += way.experience.from_codes
    if way.apprenticeship is not None:
        begins += way.apprenticeship.credit
    return any(origin.startswith(beginning) for beginning in begins)


def _studies(way: EntryCondition) -> Study | None:
    """The credential of the way's own program, where the way cannot do without."""
    return way.study if way.door in (Door.SCHOOL, Door.BRIDGE) else None


def along(gap: Gap, way: EntryCondition, comer: Comer, prices: Prices, origin_months: float) -> Gap:
    """The gap with schooling, field, experience and training as this way asks them.

    `origin_months` are the months in the work one comes from, which count in full where the way
    names it, and by nearness where it names none.
    """
    pieces = {piece.name: piece for piece in gap.pieces}
    schooling = schooling_along(way, comer.level, prices, field_fits=comer.field_fits)
    education = _education(pieces[Piece.EDUCATION], way, comer.level, schooling)
    names_origin = comer.is_step_up or names_comer(way, comer.code)
    changed = {
        Piece.EDUCATION: education,
        Piece.FIELD_OF_STUDY: _field(pieces[Piece.FIELD_OF_STUDY], way, education),
        Piece.EXPERIENCE: _experience(
            pieces[Piece.EXPERIENCE],
            months_asked(way, comer),
            origin_months if names_origin else None,
        ),
        Piece.TRAINING: _training(pieces[Piece.TRAINING], way, comer.code, origin_months),
    }
    return replace(
        gap,
        pieces=tuple(changed.get(piece.name, piece) for piece in gap.pieces),
        assumptions=(*gap.assumptions, TakenWay(way.door)),
    )


def schooling_along(
    way: EntryCondition, level: EducationLevel, prices: Prices, *, field_fits: bool
) -> Schooling:
    """The study that a worker of this schooling needs for a way, with its months and cost.

    `field_fits`: what the worker studied leads there as well. `months.low` and `usd.low` are to the
    least the way accepts. A short course that the employer does not pay counts in.
    """
    study = _studies(way)
    floor, usual = _asked(way, level)
    fits = study is None or field_fits
    wanted = schooling_to(prices, level, usual, field_fits=fits)
    least = schooling_to(prices, level, floor, field_fits=fits)
    months = MonthsRange(least.months.low, wanted.months.typical)
    usd = UsdRange(least.usd.low, wanted.usd.typical, wanted.usd.high)
    if study is not None and wanted.credentials:
        months = months if study.months is None else MonthsRange(*_ends(study.months))
        usd = usd if study.usd is None else _dollars(study.usd)
    course = way.course
    if course is not None and not course.is_paid:
        weeks = course.weeks or Span(0.0, 0.0)
        months = MonthsRange(
            months.low + weeks.low / WEEKS_A_MONTH.value,
            months.typical + weeks.high / WEEKS_A_MONTH.value,
        )
        paid = NO_USD if course.usd is None else _dollars(course.usd)
        usd = UsdRange(usd.low + paid.low, usd.typical + paid.typical, usd.high + paid.high)
    return Schooling(wanted.credentials, months, usd)


def _asked(way: EntryCondition, level: EducationLevel) -> tuple[EducationLevel, EducationLevel]:
    """The least and the usual schooling of a way; who may enter as they are has none to add."""
    study = _studies(way)
    if study is not None:
        return study.credential, study.credential
    return way.floor, way.floor if level >= way.floor else max(way.floor, way.usual)


def _education(
    piece: GapPiece, way: EntryCondition, level: EducationLevel, schooling: Schooling
) -> GapPiece:
    details = piece.details
    assert isinstance(details, EducationDetails)
    floor, usual = _asked(way, level)
    named = "" if way.course is None or way.course.is_paid else way.course.name
    is_met = not schooling.credentials and not named
    return replace(
        piece,
        status=Status.MET if is_met else Status.MISSING,
        details=replace(
            details,
            accepted=_with_level(details.accepted, floor, way.floor),
            typical=_with_level(details.typical, usual, way.usual),
            credentials=schooling.credentials,
            course=named,
        ),
        months=NO_MONTHS if is_met else schooling.months,
        usd=NO_USD if is_met else schooling.usd,
    )


def _with_level(opened: OpenLevel, level: EducationLevel, asked: EducationLevel) -> OpenLevel:
    """The level asked along the way; its share of jobs is that of all ways and told only there."""
    found = level if level > EducationLevel.LESS_THAN_HIGH_SCHOOL else asked
    return opened if opened.level == found else OpenLevel(found, None)


def _field(piece: GapPiece, way: EntryCondition, education: GapPiece) -> GapPiece:
    details = piece.details
    assert isinstance(details, FieldDetails)
    if not way.field.is_binding or not education.is_met:
        gap = FieldGap.NOTHING
        if way.field.is_binding:
            gap = FieldGap.COMES_WITH_CREDENTIAL
        status = Status.MISSING if way.field.is_binding else Status.MET
        fit = details.fit if way.field.is_binding else None
        return replace(
            piece,
            status=status,
            details=replace(details, fit=fit, gap=gap),
            months=NO_MONTHS,
            usd=NO_USD,
        )
    return piece


def months_asked(way: EntryCondition, comer: Comer) -> float:
    """Months of work before: as the origin names them for the step, or as the way asks them."""
    if comer.step_months is not None:
        return comer.step_months
    if way.promotion is not None:
        return way.promotion.months
    return way.experience.months if way.experience is not None else 0.0


def _experience(piece: GapPiece, asked: float, months: float | None) -> GapPiece:
    details = piece.details
    assert isinstance(details, ExperienceDetails)
    counted = details.counted_months
    work: tuple[CountedWork, ...] = details.work
    if months is not None:
        counted = months
        work = tuple(replace(one, counted_months=one.months) for one in details.work)
    missing = max(0.0, asked - counted)
    is_met = missing < MET_MONTHS.value
    return replace(
        piece,
        status=Status.MET if is_met else Status.MISSING,
        details=ExperienceDetails(
            asked_months=asked, counted_months=counted, missing_months=missing, work=work
        ),
        months=NO_MONTHS if is_met else MonthsRange(round(missing, 1), round(missing, 1)),
    )


def _training(piece: GapPiece, way: EntryCondition, origin: str, months: float) -> GapPiece:
    details = piece.details
    assert isinstance(details, TrainingDetails)
    term = way.apprenticeship
    span = way.training_months if term is None else term.months
    if span is None:
        return piece
    done = details.done_months if term is None else _credited(term, origin, months)
    low, high = max(0.0, span.low - done), max(0.0, span.high - done)
    is_met = high < MET_MONTHS.value
    return replace(
        piece,
        status=Status.MET if is_met else Status.MISSING,
        happens=When.IN_THE_JOB,
        details=TrainingDetails(
            asked_months=span.high,
            done_months=done,
            missing_months=high,
            is_apprenticeship=term is not None,
        ),
        months=NO_MONTHS if is_met else MonthsRange(low, high),
    )


def _credited(term: Apprenticeship, origin: str, months: float) -> float:
    """Months of the term that work before counts for."""
    return max(
        (
            min(months * share, most)
            for beginning, (share, most) in term.credit.items()
            if origin.startswith(beginning)
        ),
        default=0.0,
    )


def _ends(span: Span) -> tuple[float, float]:
    return span.low, span.high


def _dollars(span: Span) -> UsdRange:
    return UsdRange(span.low, span.middle, span.high)
