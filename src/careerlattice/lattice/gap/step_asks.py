"""What a step asks that who takes it does not have yet: schooling, a license, a term, years."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.lattice.gap.way import Comer, find_way, is_title_only, months_asked, names_comer
from careerlattice.lattice.parameters import WORTH_TELLING_MONTHS
from careerlattice.requirements.entry import (
    Apprenticeship,
    Entry,
    EntryCondition,
    LicenseGate,
    is_asked_by_law,
)
from careerlattice.requirements.parameters import WEEKS_A_MONTH
from careerlattice.requirements.requirements import EntryRequirements
from careerlattice.vocab.levels import EducationLevel

SERIES, MINOR = len("51.38"), len("23-1")
"""Digits of a series of programs, and of a SOC minor group."""


_CERTIFICATES = (
    EducationLevel.POSTBACCALAUREATE_CERTIFICATE,
    EducationLevel.POSTMASTER_CERTIFICATE,
)


@dataclass(frozen=True, slots=True)
class StepAsks:
    """What is asked on the way of a step, each none or 0 where it is not.

    `credential` to earn (`is_again`: in another field than one's own of that level), or else the
    one that is `usual` there and above one's own, `license`
    by law before the first day, by name, months of an `apprenticeship` still to serve, months of
    `experience`, weeks of a short `course`, also one that the employer pays.
    """

    credential: EducationLevel | None = None
    is_again: bool = False
    usual: EducationLevel | None = None
    license: str = ""
    apprenticeship: float = 0.0
    experience: float = 0.0
    course: float = 0.0

    @property
    def is_credential_first(self) -> bool:
        """Whether schooling or a license has to be earned before."""
        return self.credential is not None or bool(self.license)


def find_step_asks(
    asked: EntryRequirements,
    comer: Comer,
    to: str,
    row: int,
    typical: EducationLevel,
    studied: frozenset[str],
) -> StepAsks:
    """What the step of `comer` to the occupation `to` (place `row`) asks.

    Along the way in that people from there take: one that names their work, else one their
    schooling opens, else the usual door. `typical` is the schooling usual there, which stands where
    no rule was read; `studied` are the programs (six-digit CIP codes) that the comer's work is
    learned in.
    """
    entry = asked.get_entry(to)
    if entry.is_survey_only:
        earned = typical if typical > comer.level and _is_earned(typical) else None
        return StepAsks(earned, license=_license(asked, comer.code, to))
    way = find_way(entry, comer, asked.prices_at(row))
    if way is None:
        return StepAsks(license=_license(asked, comer.code, to))
    credential = _credential(way, comer, studied)
    if credential is not None and not names_comer(way, comer.code):
        way = _usual(entry) or way
        credential = _credential(way, comer, studied)
    return StepAsks(
        credential=credential,
        is_again=credential is not None
        and comer.level >= credential
        and not names_comer(way, comer.code),
        usual=typical if credential is None and _is_above(typical, comer.level) else None,
        license=_license_on(asked, way, comer, to),
        apprenticeship=_term_left(way.apprenticeship, comer.code),
        experience=_worth_telling(months_asked(way, comer)),
        course=_course_weeks(way),
    )


def _usual(entry: Entry) -> EntryCondition | None:
    """The usual door of those whose work no way names."""
    return next(
        (
            way
            for way in entry.conditions
            if not way.from_license and way.promotion is None and not is_title_only(way)
        ),
        None,
    )


def _is_above(typical: EducationLevel, level: EducationLevel) -> bool:
    """Whether the schooling usual in a work is a four-year degree or more, above what one has."""
    has_degree = typical >= EducationLevel.BACHELOR
    return has_degree and typical > level and typical not in _CERTIFICATES


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


def _license_on(asked: EntryRequirements, way: EntryCondition, comer: Comer, to: str) -> str:
    """The license that a way asks; what is filled from a profession asks the one it holds already.

    A judge was admitted to the bar as a lawyer; a mate's license is another than a sailor's.
    """
    is_rank = way.promotion is not None and names_comer(way, comer.code)
    is_own = (
        is_rank and way.floor >= EducationLevel.PROFESSIONAL and comer.code[:MINOR] == to[:MINOR]
    )
    if way.is_unlicensed or (is_own and is_asked_by_law(asked.entries.gates(comer.code))):
        return ""
    return _license(asked, comer.code, to)


def _license(asked: EntryRequirements, origin: str, to: str) -> str:
    """The license by law that has to be held first and is not that of the work left."""
    first = next(iter(asked.entries.gates(to)), None)
    if first is None or first.is_after_hire or not first.asked_in.is_by_law:
        return ""
    held: tuple[LicenseGate, ...] = asked.entries.gates(origin)
    return "" if any(one.name == first.name for one in held) else first.name


def _term_left(term: Apprenticeship | None, origin: str) -> float:
    """Months of the term, less what work before counts for at most."""
    if term is None:
        return 0.0
    credited = max(
        (most for beginning, (_, most) in term.credit.items() if origin.startswith(beginning)),
        default=0.0,
    )
    return _worth_telling(max(0.0, term.months.low - credited))


def _worth_telling(months: float) -> float:
    return months if months >= WORTH_TELLING_MONTHS.value else 0.0


def _course_weeks(way: EntryCondition) -> float:
    if way.course is None or way.course.weeks is None:
        return 0.0
    weeks = way.course.weeks.high
    return weeks if weeks >= WEEKS_A_MONTH.value else 0.0
