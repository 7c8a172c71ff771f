"""What a person brings to every entry condition: work that counts, ranks, licenses, schooling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.plan.facts.area import AreaFacts
from careerlattice.plan.facts.occupations import Flags, OccupationFacts
from careerlattice.plan.parameters import LONG_CERTIFICATE, MAX_CREDIT_MONTHS
from careerlattice.plan.resolve.side_by_side import months_counted
from careerlattice.plan.resolve.start import Person
from careerlattice.requirements.credit_for_schooling import ENGINEERING_FAMILY
from careerlattice.vocab.levels import EducationLevel

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Brought:
    """What the start brings, each (conditions,).

    `field`: the schooling held is in one of the programs asked, `is_vague`: what is held is not
    taken for what is asked, as its field is wider or its level guessed, `near_field` in one of
    their families, `from_field` of those of the degree a bridge starts from; `unprepared`: it lacks
    the courses a program asks first; `counts_before`: it counts in full toward a bachelor's asked
    before, as it prepares or need not; `may_transfer`: an associate degree in a field that is not
    told may be the first half of a bachelor's; `lacks_first_half`: without schooling in engineering
    no degree or certificate is the first half of one in it; `ranks` and `rank_months` of work in
    ranks a position is filled from; `licensed`: work in the occupation whose license a bridge
    starts from, that license itself, or the program entered with it; `experience` months of work
    that count; `credit` months that shorten a term.
    """

    field: Flags
    is_vague: Flags
    from_field: Flags
    near_field: Flags
    unprepared: Flags
    counts_before: Flags
    may_transfer: Flags
    lacks_first_half: Flags
    ranks: Flags
    rank_months: Floats
    licensed: Flags
    experience: Floats
    credit: Floats


def brings(
    facts: OccupationFacts, area: AreaFacts, person: Person, *, is_level_told: bool = True
) -> Brought:
    """What a person brings to the entry conditions of all occupations.

    With a field told and the schooling guessed (`is_level_told` false) no licensed job is opened.
    """
    ways = facts.ways
    size = len(ways.row)
    every = np.arange(size)
    ranks = np.zeros(size, dtype=np.bool_)
    credentials = person.credentials
    licensed: Flags = np.asarray(
        ways.is_licensed_before[:, credentials.holds | credentials.proven].any(axis=1),
        dtype=np.bool_,
    )
    at_home = {row for row, _ in person.at_home}
    rows, months = [row for row, _ in person.jobs], [months for _, months in person.jobs]
    for row in rows:
        ranks |= ways.is_rank[:, row]
        if row in at_home:
            licensed = licensed | ways.is_licensed_before[:, row]

    def counted(weights: list[Floats]) -> Floats:
        total = months_counted(weights, months, person.spans)
        return total if rows else np.zeros(size)

    experience = counted([facts.work_counts(np.full(size, row), every) for row in rows])
    rank_months = counted([ways.is_rank[:, row].astype(np.float64) for row in rows])
    credit = counted([ways.credit[:, row].astype(np.float64) for row in rows])
    most = MAX_CREDIT_MONTHS.value
    studied = person.programs
    is_vague = _is_vague(facts, person)
    if not is_level_told:
        is_vague = is_vague | area.is_licensed[ways.row]
    field = _among(studied, ways.programs) & ~is_vague
    prepared = _among(studied, ways.prepared_programs)
    is_engineer = facts.is_engineer[ways.row]
    is_untold = person.level is EducationLevel.ASSOCIATE and not studied
    # Work as a technician tells of programs of both kinds.
    lacks_half: Flags = np.asarray(is_engineer & np.bool_(not _is_engineering(studied)))
    from_half = np.array([_is_engineering(one) for one in ways.from_programs], dtype=np.bool_)
    if credentials.abroad is None:
        # Who has done the program has held the license that it is entered with.
        licensed = licensed | (field & (ways.study_level > 0) & (person.level >= ways.study_level))
    return Brought(
        field=field,
        is_vague=is_vague,
        from_field=_among(studied, ways.from_programs) & ~(lacks_half & from_half),
        near_field=_among(frozenset(cip[:2] for cip in studied), ways.families),
        unprepared=_unprepared(facts, person, prepared),
        counts_before=(ways.prerequisite == 0) | prepared,
        may_transfer=np.asarray(~is_engineer & np.bool_(is_untold)),
        lacks_first_half=lacks_half,
        ranks=ranks,
        rank_months=np.minimum(rank_months, most),
        licensed=licensed,
        experience=np.minimum(experience, most),
        credit=credit,
    )


def _is_vague(facts: OccupationFacts, person: Person) -> Flags:
    """Where a certificate in a wider field is not taken for one of years in this very program.

    A certificate in "nursing" is a nursing assistant's or a practical nurse's, not a registered
    nurse's diploma.
    """
    ways = facts.ways
    is_long = (ways.study_level == int(EducationLevel.CERTIFICATE)) & (
        ways.study_months >= LONG_CERTIFICATE.value
    )
    is_certificate = person.level == EducationLevel.CERTIFICATE
    is_wider = np.array([not person.programs <= one for one in ways.programs], dtype=np.bool_)
    return np.asarray(is_long & is_wider & np.bool_(is_certificate))


def _among(held: frozenset[str], asked: Sequence[frozenset[str]]) -> Flags:
    """Where something held is among what is asked, shape (len(asked),)."""
    return np.array([not held.isdisjoint(one) for one in asked], dtype=np.bool_)


def _is_engineering(programs: frozenset[str]) -> bool:
    return bool(programs) and all(one.startswith(ENGINEERING_FAMILY) for one in programs)


def _unprepared(facts: OccupationFacts, person: Person, prepared: Flags) -> Flags:
    """Where what is held lacks the courses asked first; for a degree, if its field is told.

    College without a degree is not taken to have them.
    """
    ways = facts.ways
    lacks = (ways.prerequisite > 0) & ~prepared
    if person.level < EducationLevel.BACHELOR:
        return np.asarray(lacks & (ways.from_level == int(EducationLevel.SOME_COLLEGE)))
    return np.asarray(lacks & np.bool_(person.programs))
