"""What a person brings to every entry condition: work that counts, ranks, licenses, schooling."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.plan.facts.occupations import Flags, OccupationFacts
from careerlattice.plan.parameters import MAX_CREDIT_MONTHS
from careerlattice.plan.resolve.side_by_side import months_counted
from careerlattice.plan.resolve.start import Person
from careerlattice.vocab.levels import EducationLevel

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Brought:
    """What the start brings, each (conditions,).

    `field`: the schooling held is in one of the programs asked, `near_field` in one of their
    families (the first two digits), `from_field` of those of the degree
    a bridge starts from; `ranks` and `rank_months` of work in ranks a position is filled from;
    `unprepared`: the degree held is in none of the fields whose graduates have taken the courses a
    program asks first; `on_the_way`: where a bachelor's is asked before, courses held count for it
    in full, as they prepare or need not; `licensed`: work in the occupation whose license a bridge
    starts from, that license itself, or the program entered with it; `experience` months of work
    that count; `credit` months that shorten a term.
    """

    field: Flags
    from_field: Flags
    near_field: Flags
    unprepared: Flags
    on_the_way: Flags
    ranks: Flags
    rank_months: Floats
    licensed: Flags
    experience: Floats
    credit: Floats


def brings(facts: OccupationFacts, person: Person) -> Brought:
    """What a person brings to the entry conditions of all occupations."""
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
    field = np.array([bool(person.programs & programs) for programs in ways.programs])
    if credentials.abroad is None:
        # Who has done the program has held the license that it is entered with.
        licensed = licensed | (field & (ways.study_level > 0) & (person.level >= ways.study_level))
    return Brought(
        field=field,
        from_field=np.array([bool(person.programs & programs) for programs in ways.from_programs]),
        near_field=_near_field(facts, person),
        unprepared=_unprepared(facts, person),
        on_the_way=_on_the_way(facts, person),
        ranks=ranks,
        rank_months=np.minimum(rank_months, most),
        licensed=licensed,
        experience=np.minimum(experience, most),
        credit=credit,
    )


def _near_field(facts: OccupationFacts, person: Person) -> Flags:
    """Where what was studied is of the family of a program asked."""
    # The first two digits of a CIP code name the family of its field.
    families = {program[:2] for program in person.programs}
    asked = [
        bool(families & {program[:2] for program in programs}) for programs in facts.ways.programs
    ]
    return np.array(asked, dtype=np.bool_)


def _unprepared(facts: OccupationFacts, person: Person) -> Flags:
    """Where what is held lacks the courses asked first; for a degree, if its field is told.

    College without a degree is not taken to have them.
    """
    ways = facts.ways
    lacks = np.array([not person.programs & prepared for prepared in ways.prepared_programs])
    if person.level < EducationLevel.BACHELOR:
        after_college = ways.from_level == int(EducationLevel.SOME_COLLEGE)
        return np.asarray((ways.prerequisite > 0) & after_college & lacks)
    if not person.programs:
        return np.zeros(len(ways.row), dtype=np.bool_)
    return np.asarray((ways.prerequisite > 0) & lacks)


def _on_the_way(facts: OccupationFacts, person: Person) -> Flags:
    """Where a bachelor's asked before may be of any field, or what is held prepares."""
    ways = facts.ways
    prepares = np.array([bool(person.programs & programs) for programs in ways.prepared_programs])
    return np.asarray((ways.prerequisite == 0) | prepares)
