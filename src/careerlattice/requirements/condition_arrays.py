"""All entry conditions side by side, for whoever weighs many at once: plans, moves, fits.

A condition is a row of every array; those of one occupation stand together, the usual door first.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.requirements.entry import (
    Door,
    Entry,
    EntryCondition,
    FieldRule,
    Prerequisites,
    Standing,
    Training,
)
from careerlattice.requirements.named_work import NamedWork
from careerlattice.requirements.parameters import (
    APPRENTICE_PAY_SHARE,
    EVENING_COURSE_HOURS,
    LEARNED_ON_THE_JOB_MONTHS,
    PRACTICE_PAY_USD,
    TRAINEE_PAY_SHARE,
    WEEKS_A_MONTH,
)
from careerlattice.requirements.program_sets import families_of, program_sets
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.amounts import Span
from careerlattice.vocab.levels import EducationLevel

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
ENTRY_FILE = "entry.npz"
"""The file of a release that holds these arrays."""
_SETS = ("programs", "from_programs", "prepared_programs")
_NAMED = ("counts", "is_rank", "is_licensed_before", "credit")
_DOORS = tuple(Door)


@dataclass(frozen=True, kw_only=True)
class ConditionArrays:
    """Entry conditions of all occupations, c conditions of n occupations.

    `row` (c,) is the occupation's place in `catalog.codes`, `number` the condition's number, and
    `first` (n + 1,) where each occupation's begin. `floor` and `usual` are education levels,
    `asked` the floor or the credential of the condition's own program where that binds; with
    `is_own` schooling counts only in the condition's `programs` (six-digit CIP codes); with
    `is_prep` a degree in any field does for admission to them. `study_level` is the credential
    earned this way (0 for none beyond the floor); its own length and price stand in `study_months`
    and `study_usd` (nan where the ordinary ones hold), `study_usual` is the middle.
    `prerequisite` are months of courses asked first of who studied none of `prepared_programs`
    (0 where none are), for `prerequisite_usd`. `is_full_time_only`: it cannot be studied beside a
    job. `course_months`, `course_usd`: a short course before the job, `is_evening_course` where
    it fits beside one; what is taken once hired takes no months; with `is_paid_course` the
    employer hires first and trains at pay, `course_pay` a year (nan: a beginner's).
    `experience` are months of work asked before, `promotion` months in a rank below. `term` is
    what is served for pay before one is a full worker (apprenticeship, or learning on the job
    in a trade), at `term_share` of full pay; `is_apprenticeship` tells the two apart.
    `permit` are months of getting what has to be in hand first, for `permit_usd`; `search` of
    looking for a scarce place (0: a common search); `practice` of supervised practice, at
    `practice_usd` a year. Months are those of a straight way, the least of the range; `…_usual` its
    middle. `is_unlicensed`: the work it leads to needs no license.

    Who may take it, each (c, n) over the occupation worked in: `counts` 1 where that work is named
    as what counts, `is_rank` where it is a rank the position is filled from, `is_licensed_before`
    where it is the licensed work a bridge starts from, `credit` the share of work there that
    shortens the term, up to `credit_most` months (c,).
    """

    first: Ints
    row: Ints
    number: Ints
    door: tuple[Door, ...]
    floor: Ints
    asked: Ints
    usual: Ints
    is_own: Flags
    is_prep: Flags
    programs: tuple[frozenset[str], ...]
    study_level: Ints
    study_months: Floats
    study_usual: Floats
    study_usd: Floats
    prerequisite: Floats
    prerequisite_usd: Floats
    prepared_programs: tuple[frozenset[str], ...]
    is_full_time_only: Flags
    course_months: Floats
    course_usual: Floats
    course_usd: Floats
    is_evening_course: Flags
    course_pay: Floats
    is_paid_course: Flags
    experience: Floats
    names_work: Flags
    promotion: Floats
    term: Floats
    term_usual: Floats
    term_share: Floats
    is_apprenticeship: Flags
    is_usual_apprenticeship: Flags
    permit: Floats
    permit_usual: Floats
    permit_usd: Floats
    search: Floats
    search_usual: Floats
    practice: Floats
    practice_usual: Floats
    practice_usd: Floats
    from_level: Ints
    from_own: Flags
    from_programs: tuple[frozenset[str], ...]
    is_bridge: Flags
    is_unlicensed: Flags
    counts: NamedWork
    is_rank: NamedWork
    is_licensed_before: NamedWork
    credit: NamedWork
    credit_most: Floats

    @cached_property
    def asks_rank(self) -> Flags:
        """Where only ranks below are promoted, shape (c,)."""
        return self.is_rank.names_any

    @cached_property
    def asks_license(self) -> Flags:
        """Where a license of other work has to be held before, shape (c,)."""
        return self.is_licensed_before.names_any

    @cached_property
    def names_programs(self) -> Flags:
        """Where an occupation's usual door names fields of study, shape (n,)."""
        return np.array([bool(self.programs[door]) for door in self.first[:-1]])

    @cached_property
    def families(self) -> tuple[frozenset[str], ...]:
        """The families of fields (the first two digits of CIP codes) of each condition, (c,)."""
        return tuple(map(families_of, self.programs))

    @cached_property
    def of(self) -> tuple[Ints, ...]:
        """The places of each occupation's conditions, the usual door first."""
        return tuple(np.arange(a, b) for a, b in zip(self.first, self.first[1:], strict=False))

    def least(self, values: NDArray[np.generic]) -> NDArray[np.generic]:
        """The least value over each occupation's conditions, shape (n,)."""
        return np.minimum.reduceat(values, self.first[:-1])

    def at_door(self, values: NDArray[np.generic]) -> NDArray[np.generic]:
        """The value at each occupation's usual door, shape (n,)."""
        return values[self.first[:-1]]


def read_condition_arrays(catalog: Catalog) -> ConditionArrays:
    """The conditions of every occupation of the release: as stored in it, else worked out."""
    if ENTRY_FILE in catalog.release.manifest.files:
        return from_stored(catalog.release.arrays(ENTRY_FILE))
    return build_condition_arrays(catalog)


def to_stored(arrays: ConditionArrays) -> dict[str, NDArray[Any]]:
    """The arrays for the file: sets of programs as their codes one after another."""
    stored: dict[str, NDArray[Any]] = {}
    for item in fields(arrays):
        value = getattr(arrays, item.name)
        if item.name in _NAMED:
            value = np.asarray(value)
        if item.name in _SETS:
            every = [sorted(programs) for programs in value]
            stored[f"{item.name}.codes"] = np.array(
                [cip for programs in every for cip in programs], dtype="U7"
            )
            stored[f"{item.name}.sizes"] = np.array([len(one) for one in every], dtype=np.int32)
        elif item.name == "door":
            stored[item.name] = np.array([_DOORS.index(door) for door in value], dtype=np.int8)
        elif value.dtype == np.bool_ and value.ndim == 2:
            stored[item.name] = np.packbits(value, axis=1)
            stored[f"{item.name}.width"] = np.array([value.shape[1]], dtype=np.int32)
        else:
            stored[item.name] = value
    return stored


def from_stored(stored: dict[str, NDArray[Any]]) -> ConditionArrays:
    """The arrays of a file made by `to_stored`."""
    found: dict[str, Any] = {}
    for item in fields(ConditionArrays):
        name = item.name
        if name in _SETS:
            found[name] = program_sets(stored[f"{name}.codes"], stored[f"{name}.sizes"])
        elif name == "door":
            found[name] = tuple(_DOORS[place] for place in stored[name])
        elif f"{name}.width" in stored:
            width = int(stored[f"{name}.width"][0])
            found[name] = np.unpackbits(stored[name], axis=1, count=width).astype(np.bool_)
        else:
            found[name] = stored[name]
    return ConditionArrays(**found | {name: NamedWork.of(found[name]) for name in _NAMED})


def build_condition_arrays(catalog: Catalog) -> ConditionArrays:
    """The conditions of every occupation, from their tables, without title-only apprenticeships."""
    requirements = open_requirements(catalog)
    return _arrays_of(catalog, [requirements.get_entry(code) for code in catalog.codes])


def conditions_in(catalog: Catalog, base: ConditionArrays, state: str) -> ConditionArrays:
    """The conditions of every occupation in a state: `base`, save where its own law says otherwise.

    Which is `base` itself for a state of which no rule is known.
    """
    requirements = open_requirements(catalog)
    codes = requirements.ruled_codes(state)
    entries = [
        (requirements.get_entry(code), requirements.get_entry(code, state)) for code in codes
    ]
    changed = [here for over, here in entries if here.conditions != over.conditions]
    if not changed:
        return base
    return _spliced(base, _arrays_of(catalog, changed))


def _spliced(base: ConditionArrays, other: ConditionArrays) -> ConditionArrays:
    """The rows of `base`, those of the occupations of `other` replaced by its own."""
    size = len(base.row)
    kept = np.flatnonzero(~np.isin(base.row, other.row))
    every = np.concatenate([kept, size + np.arange(len(other.row))])
    row = np.concatenate([base.row, other.row])
    order = every[np.argsort(row[every], kind="stable")]
    first = np.searchsorted(row[order], np.arange(len(base.first)))
    found: dict[str, Any] = {"first": first.astype(np.int64)}
    for item in fields(ConditionArrays):
        old, new = getattr(base, item.name), getattr(other, item.name)
        if item.name in _NAMED:
            found[item.name] = old.spliced(new, order)
        elif isinstance(old, tuple):
            both = old + new
            found[item.name] = tuple(both[at] for at in order)
        elif item.name != "first":
            found[item.name] = np.concatenate([old, new])[order]
    return ConditionArrays(**found)


def _arrays_of(catalog: Catalog, entries: Sequence[Entry]) -> ConditionArrays:
    """The conditions of some entries side by side."""
    codes = [str(code) for code in catalog.codes]
    programs = _programs_beginning(catalog)
    ways: list[tuple[Entry, EntryCondition]] = []
    first = [0]
    for entry in entries:
        ways += [(entry, way) for way in entry.conditions if not _is_title_only(way)]
        first.append(len(ways))
    matcher = _Matcher(codes)

    def column(values: Sequence[float]) -> Floats:
        return np.array(values, dtype=np.float64)

    served = [_term(entry, way) for entry, way in ways]
    row_of = catalog.row_of
    return ConditionArrays(
        first=np.array(first, dtype=np.int64),
        row=np.array([row_of[entry.code] for entry, _ in ways], dtype=np.int64),
        number=np.array([way.number for _, way in ways], dtype=np.int64),
        door=tuple(way.door for _, way in ways),
        floor=np.array([int(way.floor) for _, way in ways], dtype=np.int64),
        asked=np.array([int(_asked(way)) for _, way in ways], dtype=np.int64),
        usual=np.array([int(way.usual) for _, way in ways], dtype=np.int64),
        is_own=np.array([way.field.is_binding and bool(way.programs) for _, way in ways]),
        is_prep=np.array([way.field.value == "prep_program" for _, way in ways]),
        programs=tuple(programs(way.programs) for _, way in ways),
        study_level=np.array(
            [int(way.study.credential) if way.study else 0 for _, way in ways], dtype=np.int64
        ),
        study_months=column([_low(way.study.months if way.study else None) for _, way in ways]),
        study_usual=column([_middle(way.study.months if way.study else None) for _, way in ways]),
        study_usd=column([_middle(way.study.usd if way.study else None) for _, way in ways]),
        prerequisite=column([_first_asked(way).months.low for _, way in ways]),
        prerequisite_usd=column([_middle(_first_asked(way).usd or Span(0, 0)) for _, way in ways]),
        prepared_programs=tuple(programs(_first_asked(way).programs) for _, way in ways),
        is_full_time_only=np.array([_is_full_time_only(entry, way) for entry, way in ways]),
        course_months=column([_course_months(way, is_usual=False) for _, way in ways]),
        course_usual=column([_course_months(way, is_usual=True) for _, way in ways]),
        course_usd=column([_course_usd(way) for _, way in ways]),
        is_evening_course=np.array([_is_evening(way) for _, way in ways]),
        course_pay=column([_middle(way.course.pay if way.course else None) for _, way in ways]),
        is_paid_course=np.array([way.course is not None and way.course.is_paid for _, way in ways]),
        experience=column([way.experience.months if way.experience else 0 for _, way in ways]),
        names_work=np.array(
            [way.experience is not None and bool(way.experience.from_codes) for _, way in ways]
        ),
        promotion=column([way.promotion.months if way.promotion else 0 for _, way in ways]),
        term=column([term[0] for term in served]),
        term_usual=column([term[1] for term in served]),
        term_share=column([term[2] for term in served]),
        is_apprenticeship=np.array([way.apprenticeship is not None for _, way in ways]),
        is_usual_apprenticeship=np.array(
            [
                way.apprenticeship is not None and way.apprenticeship.standing is Standing.USUAL
                for _, way in ways
            ]
        ),
        permit=column([sum(one.least for one in way.permits) for _, way in ways]),
        permit_usual=column([sum(one.usual for one in way.permits) for _, way in ways]),
        permit_usd=column([sum(one.price for one in way.permits) for _, way in ways]),
        search=column([way.search.months.low if way.search else 0 for _, way in ways]),
        search_usual=column([way.search.months.middle if way.search else 0 for _, way in ways]),
        practice=column([way.practice.months.low if way.practice else 0 for _, way in ways]),
        practice_usual=column(
            [_middle(way.practice.months) if way.practice else 0 for _, way in ways]
        ),
        practice_usd=column([_practice_usd(way) for _, way in ways]),
        from_level=np.array([int(way.from_degree or 0) for _, way in ways], dtype=np.int64),
        from_own=np.array([bool(way.from_degree_programs) for _, way in ways]),
        from_programs=tuple(programs(way.from_degree_programs) for _, way in ways),
        is_bridge=np.array([way.door is Door.BRIDGE for _, way in ways]),
        is_unlicensed=np.array([way.is_unlicensed for _, way in ways]),
        counts=matcher.named(
            [way.experience.from_codes if way.experience else () for _, way in ways]
        ),
        is_rank=matcher.named(
            [way.promotion.from_codes if way.promotion else () for _, way in ways]
        ),
        is_licensed_before=matcher.named([way.from_license for _, way in ways]),
        credit=NamedWork.of(np.stack([_credit(matcher, way) for _, way in ways])),
        credit_most=column([_credit_most(way) for _, way in ways]),
    )


class _Matcher:
    """Which occupations the beginnings of codes mean, as flags (n,)."""

    def __init__(self, codes: Sequence[str]) -> None:
        self._codes = codes
        self._of: dict[str, Flags] = {}

    def of(self, beginning: str) -> Flags:
        if beginning not in self._of:
            self._of[beginning] = np.array([code.startswith(beginning) for code in self._codes])
        return self._of[beginning]

    def flags(self, beginnings: Sequence[str]) -> Flags:
        found = np.zeros(len(self._codes), dtype=np.bool_)
        for beginning in beginnings:
            found |= self.of(beginning)
        return found

    def named(self, ways: Sequence[Sequence[str]]) -> NamedWork:
        """The work that each way names, shape (ways, n)."""
        return NamedWork.of(np.stack([self.flags(beginnings) for beginnings in ways]))


def _programs_beginning(catalog: Catalog):  # type: ignore[no-untyped-def]
    """A function from beginnings of CIP codes to the six-digit codes they mean."""
    every = sorted(
        cip for cip in catalog.release.table("programs")["cip_code"] if len(cip) == len("51.3801")
    )
    found: dict[str, frozenset[str]] = {}

    def programs(beginnings: tuple[str, ...]) -> frozenset[str]:
        for beginning in beginnings:
            if beginning not in found:
                first, last = bisect_left(every, beginning), bisect_right(every, f"{beginning}~")
                found[beginning] = frozenset(every[first:last])
        return frozenset().union(*(found[beginning] for beginning in beginnings))

    return programs


def _asked(way: EntryCondition) -> EducationLevel:
    """The schooling that opens a way: where its own program binds, that program's credential."""
    if way.study is not None and way.field is FieldRule.OWN and way.programs:
        return max(way.floor, way.study.credential)
    return way.floor


def _first_asked(way: EntryCondition) -> Prerequisites:
    """The courses asked first of who studied another field; none take no time."""
    return way.prerequisites or Prerequisites(name="", months=Span(0.0, 0.0))


def _is_full_time_only(entry: Entry, way: EntryCondition) -> bool:
    """Whether what the way asks cannot be studied beside a job."""
    if way.study is not None and way.study.is_full_time_only:
        return True
    return entry.is_full_time_only and way.field.is_binding and way.door is not Door.BRIDGE


def _is_title_only(way: EntryCondition) -> bool:
    """Whether a way is nothing but an apprenticeship that exists as a registered title alone."""
    return way.is_title_only and way.door is Door.APPRENTICESHIP


def _term(entry: Entry, way: EntryCondition) -> tuple[float, float, float]:
    """Months served for pay, the middle of the range, and the share of full pay meanwhile.

    In a trade whose usual door is an apprenticeship no other door makes a full worker sooner: what
    is learned on the job takes as long, less the time at a trade school, and half of it after work
    that counts.
    """
    if way.apprenticeship is not None:
        share = way.apprenticeship.pay_share
        months = way.apprenticeship.months
        return months.low, months.middle, share.middle if share else APPRENTICE_PAY_SHARE.value
    learned = way.training_months
    low = learned.low if learned is not None else 0.0
    trade = _usual_term(entry)
    if trade and way.training in (Training.LONG, Training.APPRENTICESHIP):
        spent = way.study.months.low if way.study and way.study.months else 0.0
        least = trade / 2 if way.experience or way.promotion else trade - spent
        low = max(low, least)
    elif low < LEARNED_ON_THE_JOB_MONTHS.value or way.floor >= EducationLevel.ASSOCIATE:
        return 0.0, 0.0, 0.0
    usual = max(low, learned.middle if learned is not None else low)
    return low, usual, TRAINEE_PAY_SHARE.value


def _usual_term(entry: Entry) -> float:
    """Months of the apprenticeship that is an occupation's usual door; 0 where none is."""
    terms = [
        way.apprenticeship.months.low
        for way in entry.conditions
        if way.apprenticeship is not None and way.apprenticeship.standing is Standing.USUAL
    ]
    return min(terms, default=0.0)


def _course_months(way: EntryCondition, *, is_usual: bool) -> float:
    if way.course is None or way.course.weeks is None or way.course.is_in_job:
        return 0.0
    weeks = way.course.weeks.middle if is_usual else way.course.weeks.low
    return weeks / WEEKS_A_MONTH.value


def _is_evening(way: EntryCondition) -> bool:
    """Whether the course is short enough to be taken beside a job."""
    hours = way.course.hours if way.course else None
    return hours is not None and hours.high <= EVENING_COURSE_HOURS.value


def _course_usd(way: EntryCondition) -> float:
    if way.course is None or way.course.is_paid or way.course.usd is None:
        return 0.0
    return way.course.usd.middle


def _practice_usd(way: EntryCondition) -> float:
    if way.practice is None or not way.practice.is_paid:
        return 0.0
    return way.practice.usd.middle if way.practice.usd else PRACTICE_PAY_USD.value


def _credit(matcher: _Matcher, way: EntryCondition) -> NDArray[np.float32]:
    given = way.apprenticeship.credit if way.apprenticeship else {}
    found = matcher.flags(()).astype(np.float32)
    for beginning, (share, _) in given.items():
        found = np.maximum(found, np.float32(share) * matcher.of(beginning))
    return found


def _credit_most(way: EntryCondition) -> float:
    given = way.apprenticeship.credit if way.apprenticeship else {}
    return max((most for _, most in given.values()), default=0.0)


def _low(span: object) -> float:
    return getattr(span, "low", float("nan"))


def _middle(span: object) -> float:
    return getattr(span, "middle", float("nan"))
