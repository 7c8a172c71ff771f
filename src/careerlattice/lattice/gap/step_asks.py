"""What a step asks that who takes it does not have yet: schooling, a license, a term, years."""

from __future__ import annotations

from dataclasses import dataclass, replace

from careerlattice.lattice.gap.way import (
    Comer,
    asks_work,
    find_way,
    months_asked,
    names_comer,
)
from careerlattice.lattice.parameters import JOURNEY_MONTHS, WORTH_TELLING_MONTHS
from careerlattice.requirements.entry import (
    Apprenticeship,
    AskedIn,
    Door,
    Entry,
    EntryCondition,
    LicenseGate,
    Standing,
    Training,
    is_asked_by_law,
)
from careerlattice.requirements.parameters import WEEKS_A_MONTH
from careerlattice.requirements.requirements import EntryRequirements
from careerlattice.vocab.levels import EducationLevel

SERIES, MINOR, LINE = len("51.38"), len("23-1"), len("29-1141")
"""Digits of a series of programs, and of a minor group and a line of the SOC."""


_CERTIFICATES = (
    EducationLevel.POSTBACCALAUREATE_CERTIFICATE,
    EducationLevel.POSTMASTER_CERTIFICATE,
)


_ON_THE_JOB = (Training.SHORT, Training.MODERATE, Training.LONG)
_TAUGHT_LONG = (Training.MODERATE, Training.LONG)
_SOMEWHERE = (AskedIn.SOME_STATES, AskedIn.LOCAL)


@dataclass(frozen=True, slots=True)
class StepAsks:
    """What is asked on the way of a step, each none or 0 where it is not.

    `credential` to earn (`is_again`: in another field than one's own of that level), or else the
    one that is `usual` there and above one's own, `license`
    by law before the first day, by name (`later_license`: once hired; `local_license`: in some
    states or places), months of an `apprenticeship` still to serve (`is_one_way`: some learn on the
    job instead), months of supervised `practice` after schooling, by `practice_name`, months of
    `experience`, weeks of a short `course`, also one that the employer pays. `is_trained`: who is
    hired is trained on the job. `own_words`: what the origin says comes first, where none of these
    but work and training on the job does.
    """

    credential: EducationLevel | None = None
    is_again: bool = False
    usual: EducationLevel | None = None
    license: str = ""
    apprenticeship: float = 0.0
    experience: float = 0.0
    course: float = 0.0
    later_license: str = ""
    local_license: str = ""
    is_one_way: bool = False
    practice: float = 0.0
    practice_name: str = ""
    is_trained: bool = False
    own_words: str = ""

    @property
    def is_work_alone(self) -> bool:
        """Whether everywhere nothing but years of work and training on the job is asked."""
        licensed = self.license or self.later_license
        earned = self.credential or self.usual or self.practice
        return not (licensed or earned or self.apprenticeship or self.course)

    @property
    def is_credential_first(self) -> bool:
        """Whether schooling or a license has to be earned before."""
        return self.credential is not None or bool(self.license)

    @property
    def is_term(self) -> bool:
        """Whether an apprenticeship has to be served, as nobody learns it otherwise."""
        return self.apprenticeship > 0 and not self.is_one_way


def find_step_asks(
    asked: EntryRequirements,
    comer: Comer,
    to: str,
    row: int,
    typical: EducationLevel,
    studied: frozenset[str],
) -> StepAsks:
    """What the step of `comer` to the occupation `to` (place `row`) asks.

    Along the way in that names the comer's work, else along the usual door, so that who comes from
    elsewhere is told the same. Schooling is that of the usual door also where a way takes less of
    it. `typical` is the schooling usual there, which stands where
    no rule was read; `studied` are the programs (six-digit CIP codes) that the comer's work is
    learned in.
    """
    entry = asked.get_entry(to)
    later, local = _other_licenses(asked, comer.code, to)
    rest = StepAsks(later_license=later, local_license=local)
    if _is_specialty(asked.get_entry(comer.code), entry) and not _is_rank(entry, comer):
        months = _worth_telling(comer.step_months or 0.0)
        return replace(rest, experience=months, is_trained=not months)
    if entry.is_survey_only:
        earned = typical if typical > comer.level and _is_earned(typical) else None
        return replace(rest, credential=earned, license=_license(asked, comer.code, to))
    way = find_way(entry, comer, asked.prices_at(row))
    if way is None:
        return replace(rest, license=_license(asked, comer.code, to))
    is_named = names_comer(way, comer.code) or (comer.is_step_up and asks_work(way))
    # What leads only to the part without a license is no way to the occupation of this name.
    is_part = way.is_unlicensed and not entry.usual.is_unlicensed
    door = _usual(entry)
    if (not is_named or is_part) and door is not None:
        way, is_named = door, False
    else:
        is_named = True
    credential = _credential(way, comer, studied)
    least = _least(entry, way)
    if is_named and way.floor >= EducationLevel.ASSOCIATE and comer.level < least:
        credential = least
    left, is_one_way = _term(entry, way, comer.code)
    practice = _practice(way)
    return replace(
        rest,
        credential=credential,
        is_again=credential is not None
        and comer.level >= credential
        and not names_comer(way, comer.code),
        usual=_often(entry, typical, least, max(comer.level, credential or comer.level)),
        license=_license_on(asked, entry, way, comer),
        apprenticeship=left,
        is_one_way=is_one_way,
        # The months that who studied before names for the step are those of the practice.
        experience=0.0 if practice else _worth_telling(months_asked(way, comer)),
        course=_course_weeks(way),
        practice=practice,
        practice_name=way.practice.name if way.practice is not None and practice else "",
        is_trained=way.training in _ON_THE_JOB,
    )


def _is_specialty(origin: Entry, entry: Entry) -> bool:
    """Whether one is a specialty of the other's line that asks no more: no schooling again.

    A nurse goes on to critical care as the nurse they are, whichever degree they have.
    """
    if origin.code[:LINE] != entry.code[:LINE] or origin.is_survey_only or entry.is_survey_only:
        return False
    door, other = origin.usual, entry.usual
    is_held = max(other.floor, other.usual) <= max(door.floor, door.usual)
    return is_held and _practice(door) == _practice(other)


def _is_rank(entry: Entry, comer: Comer) -> bool:
    """Whether a way in takes years of the comer's work that the comer's own step does not name."""
    return comer.step_months is None and any(
        names_comer(way, comer.code) and not way.from_license and months_asked(way, comer) > 0
        for way in entry.conditions
    )


def _usual(entry: Entry) -> EntryCondition | None:
    """The usual door of those whose work no way names."""
    return next(
        (
            way
            for way in entry.conditions
            if not way.from_license and way.promotion is None and not way.is_title_only
        ),
        None,
    )


def _least(entry: Entry, way: EntryCondition) -> EducationLevel:
    """The schooling that the usual door asks, up to a bachelor's degree or what is usual on `way`.

    Employers who take less of some want it of most: a bookkeeper's associate degree opens few
    doors to accounting. Who teaches after years in the work needs no doctorate.
    """
    return min(entry.usual.floor, max(EducationLevel.BACHELOR, way.usual))


def _often(
    entry: Entry, typical: EducationLevel, least: EducationLevel, level: EducationLevel
) -> EducationLevel | None:
    """The degree that many there have, or that the usual door asks, above `level`; else none.

    Many have more than a door of its own program asks: one line of the surveys may hold two
    professions, as technologists and technicians of a laboratory. An associate degree is told where
    the usual door asks it. `level` is what the comer has, or has to earn in any case: some become
    scientists on a master's degree where most have a doctorate.
    """
    door, many, study = entry.usual.floor, typical, entry.usual.study
    if study is not None and entry.usual.field.is_binding:
        # Its own program is longer than the least a license takes.
        door = max(door, study.credential)
    if max(entry.usual.usual, door) >= EducationLevel.ASSOCIATE:
        many = min(typical, max(entry.usual.usual, door))
    for wanted in (many, least):
        is_asked = wanted >= EducationLevel.BACHELOR or wanted == door == EducationLevel.ASSOCIATE
        if is_asked and wanted > level and wanted not in _CERTIFICATES:
            return wanted
    return None


def _is_earned(level: EducationLevel) -> bool:
    return level >= EducationLevel.CERTIFICATE and level is not EducationLevel.SOME_COLLEGE


def _credential(
    way: EntryCondition, comer: Comer, studied: frozenset[str]
) -> EducationLevel | None:
    """The credential to earn for a way; the least it takes where it takes several."""
    wanted = way.floor
    if not _is_earned(wanted) and way.study is not None and way.field.is_binding:
        wanted = way.study.credential
    if not _is_earned(wanted):
        return None
    if comer.level < wanted:
        return wanted
    # A bridge is studied, by whoever crosses it; other ways that name the work take it as it is.
    is_taken = names_comer(way, comer.code) and not (way.study is not None and way.from_license)
    fits = not way.field.is_binding or is_taken
    if way.study is not None and way.from_license:
        pass
    elif way.programs:
        fits |= any(cip.startswith(one[:SERIES]) for cip in studied for one in way.programs)
    else:
        fits |= comer.field_fits
    return None if fits else wanted


def _license_on(asked: EntryRequirements, entry: Entry, way: EntryCondition, comer: Comer) -> str:
    """The license that a way asks; what is filled from a profession asks the one it holds already.

    A judge was admitted to the bar as a lawyer; a mate's license is another than a sailor's.
    """
    is_rank = way.promotion is not None and names_comer(way, comer.code)
    is_own = (
        is_rank
        and way.floor >= EducationLevel.PROFESSIONAL
        and comer.code[:MINOR] == entry.code[:MINOR]
    )
    if way.is_unlicensed or (is_own and is_asked_by_law(asked.entries.gates(comer.code))):
        return ""
    return _license(asked, comer.code, entry.code)


def _license(asked: EntryRequirements, origin: str, to: str) -> str:
    """The license by law that has to be held first and is not that of the work left."""
    first = next(iter(asked.entries.gates(to)), None)
    if first is None or first.is_after_hire or not first.asked_in.is_by_law:
        return ""
    return "" if first.name in _held(asked, origin) else first.name


def _held(asked: EntryRequirements, origin: str) -> set[str]:
    """The licenses that everybody in a work holds, by name."""
    gates: tuple[LicenseGate, ...] = asked.entries.gates(origin)
    return {one.name for one in gates if one.asked_in.is_by_law}


def _other_licenses(asked: EntryRequirements, origin: str, to: str) -> tuple[str, str]:
    """The license earned once hired, and the one that only some places ask; empty where held."""
    first = next(iter(asked.entries.gates(to)), None)
    if first is None or first.name in _held(asked, origin):
        return "", ""
    if first.asked_in in _SOMEWHERE:
        is_held = any(one.name == first.name for one in asked.entries.gates(origin))
        return "", "" if is_held else first.name
    return (first.name, "") if first.is_after_hire and first.asked_in.is_by_law else ("", "")


def _term(entry: Entry, way: EntryCondition, origin: str) -> tuple[float, bool]:
    """Months of a term still to serve, and whether some learn the trade on the job instead.

    Who comes in without schooling to a trade that has a term is told of it.
    """
    if way.apprenticeship is not None:
        is_one_way = way.apprenticeship.standing is Standing.ONE_OF_SEVERAL
        return _term_left(way.apprenticeship, origin), is_one_way and _is_open(entry.usual)
    if not _is_open(way) or way.training not in _TAUGHT_LONG:
        return 0.0, False
    for other in entry.conditions:
        term = other.apprenticeship
        if term is not None and other.least_term >= JOURNEY_MONTHS.value:
            return _term_left(term, origin), True
    return 0.0, False


def _is_open(way: EntryCondition) -> bool:
    """Whether who has a diploma may begin and learn the trade on the job."""
    in_school = way.door is Door.SCHOOL and not _is_earned(way.floor) and not way.field.is_binding
    return way.door is Door.DIRECT or in_school


def _term_left(term: Apprenticeship, origin: str) -> float:
    """Months of the term, less what work before counts for at most."""
    credited = max(
        (most for beginning, (_, most) in term.credit.items() if origin.startswith(beginning)),
        default=0.0,
    )
    return _worth_telling(max(0.0, term.months.low - credited))


def _practice(way: EntryCondition) -> float:
    """Months of supervised practice before one works alone."""
    return 0.0 if way.practice is None else _worth_telling(way.practice.months.low)


def _worth_telling(months: float) -> float:
    return months if months >= WORTH_TELLING_MONTHS.value else 0.0


def _course_weeks(way: EntryCondition) -> float:
    if way.course is None or way.course.weeks is None:
        return 0.0
    weeks = way.course.weeks.high
    return weeks if weeks >= WEEKS_A_MONTH.value else 0.0
