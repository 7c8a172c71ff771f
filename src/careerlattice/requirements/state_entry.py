"""What entering an occupation takes in one state, where its own law says so.

The law's value stands in place of the range over the states: hours of the course, doors that are
open, the term, practice, experience, degree, and age. Lengths and prices that go with hours are
those of the nation's range at its own pace and price an hour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from careerlattice.requirements.entry import (
    AskedIn,
    Course,
    Door,
    Entry,
    EntryCondition,
    Experience,
    FieldRule,
    Permit,
    Practice,
    Standing,
    StateRule,
    Study,
)
from careerlattice.requirements.over_states import is_over_states
from careerlattice.requirements.parameters import (
    EVENING_COURSE_HOURS,
    SCHOOL_HOURS_A_MONTH,
    WEEKS_A_MONTH,
    WORK_HOURS_A_MONTH,
)
from careerlattice.requirements.state_licenses import hours_of, ruled_gates
from careerlattice.vocab.amounts import Span
from careerlattice.vocab.levels import EducationLevel

Ways = tuple[EntryCondition, ...]
_PLAIN = (Door.SCHOOL, Door.COURSE, Door.DIRECT)
_SCHOOLED = (Door.SCHOOL, Door.COURSE)


def entry_in_state(entry: Entry, rules: Sequence[StateRule], own_ways: Ways = ()) -> Entry:
    """The entry as the law of a state has it; `own_ways` are those that it alone opens.

    The first of `rules` is that of the typical worker's license, which the ways in lead to. Where
    it is that of some workers only, their course alone is the state's.
    """
    rule = rules[0]
    is_of_some = _is_of_some(entry, rule)
    ways = entry.conditions
    ways = _with_hours(ways, rule.hours, of_some=True) if is_of_some else _lawful(entry, rule)
    told = [way if way in entry.conditions else _cited(way, rule) for way in ways]
    has_age = rule.age is not None and not is_of_some
    sources = (rule.source,) if has_age and rule.source is not None else ()
    return replace(
        entry,
        conditions=_with_a_way((*told, *own_ways)),
        licenses=ruled_gates(entry, entry.licenses, rules),
        person=entry.person if is_of_some else _person(entry.person, rule),
        person_sources=(*sources, *entry.person_sources),
        state=rule.state,
    )


def _person(person: Mapping[str, str], rule: StateRule) -> Mapping[str, str]:
    """Conditions of the person; what some states ask otherwise is not told where this one's is."""
    says_more = rule.age is not None or rule.degree is not None or bool(rule.education)
    found = {
        about: value
        for about, value in person.items()
        if not (says_more and about == "other" and is_over_states(value))
    }
    return found if rule.age is None else {**found, "age_least": str(rule.age)}


def _is_of_some(entry: Entry, rule: StateRule) -> bool:
    """Whether a rule is of a license that only some who work in the line need."""
    return any(
        gate.asked_in is AskedIn.PART and gate.name.casefold() == rule.license.casefold()
        for gate in entry.licenses[1:]
    )


def _lawful(entry: Entry, rule: StateRule) -> Ways:
    """The ways that are open in the state, each asking what its law asks."""
    after_hire = bool(entry.licenses) and entry.licenses[0].is_after_hire
    ways = _open_ways(entry.conditions, rule)
    ways = _with_program(_with_hours(ways, rule.hours), rule.program)
    if rule.works_before:
        ways = _with_course_in_job(ways, rule.hours)
    ways = _with_term(ways, rule)
    ways = _with_permits(_with_practice(ways, rule), rule)
    ways = _with_experience(ways, rule.experience_months, may_add=not after_hire)
    # What needs no license asks nothing for it.
    free = {way.number: way for way in entry.conditions if way.is_unlicensed}
    return tuple(free.get(way.number, way) for way in _with_degree(ways, rule.degree))


def varies_by_state(entry: Entry) -> bool:
    """Whether the hours of the usual course or program are a range over the states.

    Only where the state's license asks hours, or a program that states approve: the length of a
    course of federal law, or one that is customary alone, is no state's to set.
    """
    first = next(iter(entry.licenses), None)
    if first is None or first.granted_by != "state":
        return False
    if not any(about == "program" or "hours" in about for about in first.asks):
        return False
    spans = [
        span
        for way in entry.conditions
        if way.door is not Door.BRIDGE and not way.is_unlicensed and (span := hours_of(way))
    ]
    return bool(spans) and spans[0].low < spans[0].high


def _open_ways(ways: Ways, rule: StateRule) -> Ways:
    """The ways whose doors are open in the state."""
    return tuple(way for way in ways if way.door not in rule.closed)


def _with_a_way(ways: Ways) -> Ways:
    """The ways; where nothing but a registered title is left, the title is a way."""
    if all(way.is_title_only for way in ways):
        return tuple(
            replace(way, apprenticeship=replace(way.apprenticeship, standing=Standing.USUAL))
            for way in ways
            if way.apprenticeship is not None
        )
    return ways


def _cited(way: EntryCondition, rule: StateRule) -> EntryCondition:
    """A way as the state has it, with the source of that, without remarks on other states."""
    sources = () if rule.source is None else (rule.source,)
    note = "" if is_over_states(way.note) else way.note
    return replace(way, note=note, sources=(*sources, *way.sources))


def _with_hours(ways: Ways, hours: int | None, *, of_some: bool = False) -> Ways:
    """The course or program of the law with the state's hours; none of them where it asks none.

    Of several courses the law's is the one whose range lies nearest, with those of the same range.
    Parts that need no license of the line have hours of their own (`of_some`: those are meant), and
    so have bridges where other ways are taught.
    """
    taught = {
        at: span
        for at, way in enumerate(ways)
        if way.is_unlicensed is of_some and (span := hours_of(way)) is not None
    }
    spans = {at: span for at, span in taught.items() if ways[at].door is not Door.BRIDGE} or taught
    if hours is None or not spans:
        return ways
    first = min(spans, key=lambda at: (_distance(spans[at], hours) if hours else 0.0, at))
    return tuple(
        _taught(way, float(hours)) if spans.get(at) == spans[first] else way
        for at, way in enumerate(ways)
    )


def _with_program(ways: Ways, months: Span | None) -> Ways:
    """The usual program, at the length that schools of the state teach it."""
    at = next((at for at, way in enumerate(ways) if way.door is Door.SCHOOL and way.study), None)
    if months is None or at is None:
        return ways
    study = ways[at].study
    assert study is not None
    usual = replace(ways[at], study=replace(study, months=months))
    return (*ways[:at], usual, *ways[at + 1 :])


def _with_course_in_job(ways: Ways, hours: int | None) -> Ways:
    """The law's short course once hired, where the job may begin before the license is in hand."""
    spans = {
        at: way.course.hours
        for at, way in enumerate(ways)
        if way.course is not None
        and way.course.hours is not None
        and way.course.hours.high <= EVENING_COURSE_HOURS.value
        and way.door is not Door.BRIDGE
        and not (way.course.is_paid or way.is_unlicensed or way.field.is_binding)
    }
    if not spans:
        return ways
    meant = next(iter(spans.values())) if hours is None else Span(hours, hours)
    return tuple(
        replace(way, course=replace(way.course, is_in_job=True))
        if way.course is not None and spans.get(at) == meant
        else way
        for at, way in enumerate(ways)
    )


def _distance(span: Span, hours: float) -> float:
    return max(span.low - hours, hours - span.high, 0.0)


def _taught(way: EntryCondition, hours: float) -> EntryCondition:
    if way.course is not None and way.course.hours is not None:
        if hours:
            return replace(way, course=_course(way.course, way.course.hours, hours))
        door = Door.DIRECT if way.door is Door.COURSE else way.door
        return replace(way, course=None, door=door)
    assert way.study is not None
    if hours:
        return replace(way, study=_study(way.study, hours))
    return replace(
        way, study=None, door=Door.DIRECT, field=FieldRule.ANY, programs=(), usual=way.floor
    )


def _course(course: Course, over: Span, hours: float) -> Course:
    weeks = _at_its_rate(course.weeks, over, hours)
    if weeks is None and not course.is_paid:
        length = hours / SCHOOL_HOURS_A_MONTH.value * WEEKS_A_MONTH.value
        weeks = Span(length, length)
    if course.is_paid and weeks is not None and course.weeks is not None:
        # The law's hours are the least: academies of employers teach more.
        weeks = Span(weeks.low, max(weeks.high, course.weeks.high))
    return replace(
        course,
        hours=Span(hours, hours),
        weeks=None if weeks is None else Span(_weeks(weeks.low), _weeks(weeks.high)),
        usd=_dollars(_at_its_rate(course.usd, over, hours)),
    )


def _weeks(length: float) -> float:
    """Whole weeks; less than one as it is."""
    return float(round(length)) if length >= 1 else round(length, 1)


def _study(study: Study, hours: float) -> Study:
    assert study.hours is not None
    months = _at_its_rate(study.months, study.hours, hours)
    if months is None:
        months = Span(*2 * (hours / SCHOOL_HOURS_A_MONTH.value,))
    return replace(
        study,
        hours=Span(hours, hours),
        months=Span(round(months.low, 1), round(months.high, 1)),
        usd=_dollars(_at_its_rate(study.usd, study.hours, hours)),
    )


def _at_its_rate(amount: Span | None, over: Span, hours: float) -> Span | None:
    """What goes with so many hours, at the rates an hour of the two ends of a range."""
    if amount is None or over.high <= 0:
        return amount
    low = amount.low / over.low if over.low > 0 else amount.high / over.high
    return Span(*sorted((hours * low, hours * amount.high / over.high)))


def _dollars(usd: Span | None) -> Span | None:
    return None if usd is None else Span(float(round(usd.low)), float(round(usd.high)))


def _with_term(ways: Ways, rule: StateRule) -> Ways:
    """Apprenticeships as the state has them: open where it says so, with a term of its own."""
    if not rule.is_apprenticeship_open:
        return ways
    return tuple(_served(way, rule) if way.apprenticeship else way for way in ways)


def _served(way: EntryCondition, rule: StateRule) -> EntryCondition:
    term = way.apprenticeship
    assert term is not None
    hours, months = term.hours, term.months
    if rule.apprenticeship_months is not None:
        hours, months = None, Span(*2 * (rule.apprenticeship_months,))
    elif rule.apprenticeship_hours is not None:
        hours = rule.apprenticeship_hours
        months = _worked(hours, term.hours, term.months)
    is_title = way.is_title_only
    return replace(
        way,
        apprenticeship=replace(
            term,
            hours=hours,
            months=months,
            standing=Standing.ONE_OF_SEVERAL if is_title else term.standing,
        ),
        training_months=None if way.training_months is None else months,
        note="" if is_title else way.note,
    )


def _worked(hours: float, over: float | None, months: Span | None) -> Span:
    """Months that so many hours of work take, at the pace of `months` over `over` if known."""
    if over and months is not None:
        return Span(*(round(hours * end / over, 1) for end in (months.low, months.high)))
    return Span(*2 * (round(hours / WORK_HOURS_A_MONTH.value, 1),))


def _with_practice(ways: Ways, rule: StateRule) -> Ways:
    """Supervised practice as the state asks it; behind schooling where no way has any."""
    hours, months = rule.practice_hours, rule.practice_months
    if hours is None and months is None:
        return ways
    has_any = any(way.practice for way in ways)
    if not hours and not months:
        return tuple(replace(way, practice=None) for way in ways)

    def asked(way: EntryCondition) -> EntryCondition:
        given = way.practice
        if given is None and (has_any or way.door not in _SCHOOLED or way.is_unlicensed):
            return way
        if months is not None:
            span = Span(months, months)
        else:
            pace = (given.hours, given.months) if given else (None, None)
            span = _worked(float(hours or 0), *pace)
        base = given or Practice(name="supervised practice", months=span, before="full_license")
        return replace(way, practice=replace(base, hours=hours, months=span))

    return tuple(asked(way) for way in ways)


def _with_permits(ways: Ways, rule: StateRule) -> Ways:
    """What one practices or serves a term on before the license, as the state calls it.

    It goes first among the permits of a way: where the block names one the state has its own name
    for it, or none at all. What one may work on before a license is in hand is it where practice
    comes before the license.
    """

    def asked(way: EntryCondition) -> EntryCondition:
        name = rule.permit or (rule.works_before if way.practice else "")
        if not name or way.is_unlicensed or not (way.practice or way.apprenticeship):
            return way
        first, *rest = way.permits or (None,)
        if rule.permit == "none":
            return replace(way, permits=tuple(rest))
        own = replace(first or Permit(name=name), name=name)
        own = replace(own, note="" if is_over_states(own.note) else own.note)
        if rule.permit_exam:
            own = replace(own, exam="" if rule.permit_exam == "none" else rule.permit_exam)
        return replace(way, permits=(own, *(one for one in rest if one is not None)))

    return tuple(asked(way) for way in ways)


def _with_experience(ways: Ways, months: float | None, *, may_add: bool) -> Ways:
    """Work before the license as the state asks it.

    Ways that ask the same all ask the state's; of ways that differ those that ask less ask it. It
    is added to plain ways where none asks any, unless the license is earned once hired.
    """
    if months is None:
        return ways
    asked = [worked for way in ways if (worked := _months_before(way)) > 0]
    if not asked:
        may = may_add and months > 0
        return tuple(
            replace(way, experience=Experience(months=months))
            if may and way.door in _PLAIN and not way.is_unlicensed
            else way
            for way in ways
        )
    is_one = len(set(asked)) == 1
    return tuple(
        _after(way, months if is_one else max(months, before))
        if (before := _months_before(way)) > 0
        else way
        for way in ways
    )


def _months_before(way: EntryCondition) -> float:
    if way.promotion is not None:
        return way.promotion.months
    return way.experience.months if way.experience is not None else 0.0


def _after(way: EntryCondition, months: float) -> EntryCondition:
    if way.promotion is not None:
        return replace(way, promotion=replace(way.promotion, months=months))
    assert way.experience is not None
    return replace(way, experience=replace(way.experience, months=months) if months else None)


def _with_degree(ways: Ways, degree: EducationLevel | None) -> Ways:
    """The least degree the state asks, which parts without a license do not ask.

    Ways that people with less take are closed, or ask it where all are such. Where every way asks
    more, the first of the least is entered with the state's degree.
    """
    licensed = [way for way in ways if not way.is_unlicensed]
    if degree is None or not licensed:
        return ways
    least = min(way.floor for way in licensed)
    if degree < least:
        first = next(way for way in licensed if way.floor == least)
        return tuple(_lowered(way, degree) if way is first else way for way in ways)
    reach = [way for way in licensed if max(way.usual, _earned(way)) >= degree]
    if degree <= EducationLevel.HIGH_SCHOOL or not reach:
        reach = licensed
    return tuple(
        way
        if way.is_unlicensed
        else replace(way, floor=max(way.floor, degree), usual=max(way.usual, degree))
        for way in ways
        if way.is_unlicensed or any(way is one for one in reach)
    )


def _earned(way: EntryCondition) -> EducationLevel:
    return way.floor if way.study is None else way.study.credential


def _lowered(way: EntryCondition, degree: EducationLevel) -> EntryCondition:
    study = way.study
    if study is not None and study.credential > degree:
        study = Study(credential=degree) if degree >= EducationLevel.CERTIFICATE else None
    return replace(way, floor=degree, study=study)
