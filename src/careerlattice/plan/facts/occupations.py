"""Facts about all occupations that every plan needs, worked out once per catalog.

`OccupationFacts` is laid out as arrays in the order of the catalog's codes, so that all arcs out of
a layer of states are worked out side by side. What occupations ask comes from their entry
conditions (`requirements`); what changes of jobs exist from the lattice and from the conditions and
next steps that name them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Occupation
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.arrays.named_moves import next_pairs, pairs_of
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.plan.facts.shared_programs import OwnPrograms, build_overlaps
from careerlattice.plan.facts.whose_pay import whose_pay
from careerlattice.plan.parameters import (
    FEW_OPENINGS,
    FEW_OPENINGS_DIFFICULTY,
    FEWEST_OPENINGS,
    MIN_EASE,
    MIN_NEARNESS,
    MOVES_BY_EASE,
    MOVES_BY_LIKELIHOOD,
    NEAR_NAMED_WORK,
    OFTEN_MADE,
    SCARCEST_OPENINGS,
    SELDOM_MADE,
    WIDELY_NAMED,
)
from careerlattice.requirements.condition_arrays import (
    ConditionArrays,
    conditions_in,
    read_condition_arrays,
)
from careerlattice.requirements.credit_for_schooling import ENGINEERS
from careerlattice.requirements.entry import AskedIn, is_asked_by_law
from careerlattice.requirements.license_terms import license_terms
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel as Level

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
_WORK = ("counts", "is_rank", "is_licensed_before", "credit")


@dataclass(frozen=True)
class OccupationFacts:
    """Person-independent facts, n occupations.

    `ways` are the entry conditions of all. `accepted` is the least education that any of them
    accepts, `typical` what people usually have at the usual door (levels 1 to 12), `experience` the
    least months of work asked; `share_open` (n, 13) the share of jobs open at each level;
    `is_specific` whether schooling counts only in its own field; `field` its place among the fields
    with prices of their own (0 for none); `programs` the six-digit programs that lead there; `line`
    the number of its SOC line, `license` that of the license law asks first, `license_months` and
    `license_usd` what it takes at best and costs, `major_group` the first two digits of its code,
    `is_engineer` whether it is one of engineers.
    How schooling carries over from the row to the column, each (n, n): `same_program`: who works in
    the row has most likely studied a program that leads to the column; `common_program`: a program
    can be chosen that leads to both; `same_line`: schooling for the row is credited toward the
    column. `award` (conditions,) is the level of what is earned that a highest credential is held
    against. `nearness`, `ease` (n, n) are the lattice's own; `openings` a year in the nation (nan
    where unpublished), `scarcity` (n,) what few of them add to a move's difficulty; `falls` (n, n)
    whether a move is a step back; `move_start`, `move_to` the job changes that exist, as CSR;
    `is_named` (n, n) those that a condition or a next step names, `is_ladder` those up a ladder of
    ranks, licenses or terms, `is_made` those that more than a few in a thousand make. `is_common`
    flags those one can plan to work in without having named them: no catch-all line, not the
    military, not one with hardly any openings; `has_own_figures` those whose pay and openings are
    published for them alone, `is_whole_line` those that are no specialty of a line, `pay_of` (n,)
    the place of the occupation whose pay stands for each.
    """

    ways: ConditionArrays
    award: Ints
    accepted: Ints
    typical: Ints
    experience: Floats
    share_open: Floats
    is_specific: Flags
    field: Ints
    needs_degree: Flags
    programs: tuple[frozenset[str], ...]
    line: Ints
    license: Ints
    license_months: Floats
    license_usd: Floats
    major_group: Ints
    is_engineer: Flags
    same_program: Flags
    common_program: Flags
    same_line: Flags
    nearness: NDArray[np.float32]
    ease: NDArray[np.float32]
    openings: Floats
    move_start: Ints
    move_to: Ints
    scarcity: Floats
    falls: Flags
    is_named: Flags
    is_ladder: Flags
    is_made: Flags
    is_often_made: Flags
    is_common: Flags
    has_own_figures: Flags
    is_whole_line: Flags
    pay_of: Ints

    def near(self, origin: Any, row: Any) -> Any:
        """How near the work of `row` is to that of `origin`, 0 to 1; places or slices of them."""
        # Held as 32 bits, compared with declared figures as 64.
        return self.nearness[origin, row].astype(np.float64)

    def difficulty(self, origin: Any, row: Any) -> Any:
        """How hard a move is: minus the logarithm of its ease, plus what few openings add."""
        ease = self.ease[origin, row].astype(np.float64)
        return -np.log(np.clip(ease, MIN_EASE.value, 1.0)) + self.scarcity[row]

    def work_counts(self, origin: Ints, way: Ints) -> Floats:
        """How much of a month's work in `origin` counts for a condition, 0 to 1, side by side.

        Work that the condition names counts in full. Where it names some, other work counts only
        if it is near; where it asks related work of any kind, by its nearness.
        """
        ways = self.ways
        near = self.near(origin, ways.row[way])
        least = np.where(
            ways.names_work[way] | ways.asks_rank[way], NEAR_NAMED_WORK.value, MIN_NEARNESS.value
        )
        counted = np.where(near >= least, near, 0.0)
        named = ways.counts[way, origin] | ways.is_rank[way, origin]
        return np.where(named | (origin == ways.row[way]), 1.0, counted)


def build_occupation_facts(catalog: Catalog, arrays: LatticeArrays) -> OccupationFacts:
    """Work the facts out from the catalog and the lattice."""
    requirements = open_requirements(catalog)
    priced = requirements.priced_fields
    ways = read_condition_arrays(catalog)
    accepted = np.asarray(ways.least(ways.floor), dtype=np.int64)
    usual = np.asarray(np.maximum(ways.at_door(ways.usual), accepted), dtype=np.int64)
    license_months, license_usd = _license_terms(catalog)
    line, has_own = _lines(catalog), _has_own_figures(catalog)
    programs, is_specific = _programs(catalog, ways)
    own = _own_program(catalog, ways)
    overlaps = build_overlaps(programs, is_specific, priced, arrays.nearness, own)
    openings = catalog.outlook_vectors.openings * catalog.outlook_vectors.share
    ladder = _ladder_moves(ways)
    named = _named_moves(catalog, ways) | ladder
    move_start, move_to = _moves(arrays, named)
    return OccupationFacts(
        ways=ways,
        award=_award(ways),
        accepted=accepted,
        typical=usual,
        experience=np.asarray(ways.least(np.maximum(ways.experience, ways.promotion))),
        share_open=requirements.openness.open,
        is_specific=is_specific,
        field=priced.of,
        needs_degree=priced.is_first_professional,
        programs=programs,
        line=line,
        license=_licenses(catalog),
        license_months=license_months,
        license_usd=license_usd,
        is_engineer=np.array([str(code).startswith(ENGINEERS) for code in catalog.codes]),
        major_group=np.array([int(str(code)[:2]) for code in catalog.codes]),
        same_program=overlaps.same_program,
        common_program=overlaps.common_program,
        same_line=overlaps.same_line,
        nearness=arrays.nearness,
        ease=arrays.ease,
        openings=openings,
        move_start=move_start,
        move_to=move_to,
        scarcity=_scarcity(openings),
        falls=arrays.kind == int(Kind.STEP_BACK),
        is_named=named,
        is_ladder=ladder,
        is_made=arrays.likelihood >= SELDOM_MADE.value,
        is_often_made=arrays.likelihood >= OFTEN_MADE.value,
        is_common=_is_common(catalog, openings),
        has_own_figures=has_own,
        is_whole_line=np.array([not code.is_specialty for code in catalog.codes]),
        pay_of=whose_pay(
            catalog,
            asked=accepted,
            usual=usual,
            line=line,
            programs=programs,
            nearness=arrays.nearness,
            has_own=has_own,
        ),
    )


def facts_in(catalog: Catalog, facts: OccupationFacts, state: str | None) -> OccupationFacts:
    """The facts as the own law of a state has them; `facts` themselves where none is known.

    What fields of study lead where, and whose pay stands for whom, is the nation's.
    """
    requirements = open_requirements(catalog)
    codes = requirements.ruled_codes(state) if state else ()
    if state is None or not codes:
        return facts
    months, usd = facts.license_months.copy(), facts.license_usd.copy()
    for code in codes:
        terms, row = license_terms(requirements.entries.gates(code, state)), catalog.row_of[code]
        months[row], usd[row] = terms.months, terms.usd
    here = replace(facts, license_months=months, license_usd=usd)
    ways = conditions_in(catalog, facts.ways, state)
    if ways is facts.ways:
        return here
    accepted = np.asarray(ways.least(ways.floor), dtype=np.int64)
    here = replace(
        here,
        ways=ways,
        award=_award(ways),
        accepted=accepted,
        typical=np.asarray(np.maximum(ways.at_door(ways.usual), accepted), dtype=np.int64),
        experience=np.asarray(ways.least(np.maximum(ways.experience, ways.promotion))),
    )
    is_new = any(getattr(ways, name).is_beyond(getattr(facts.ways, name)) for name in _WORK)
    if not is_new:
        return here
    # Ways that the state alone opens may name work that no other way does.
    ladder = _joined(facts.is_ladder, _ladder_moves(ways))
    named = _joined(facts.is_named, ladder | _work_moves(ways))
    if named is facts.is_named:
        return replace(here, is_ladder=ladder)
    start, to = _joined_moves(facts, named)
    return replace(here, is_named=named, is_ladder=ladder, move_start=start, move_to=to)


def _award(ways: ConditionArrays) -> Ints:
    """The level of what is earned on each condition, shape (c,).

    A certificate that takes as long as the degree by which the occupation is entered otherwise
    counts as that degree: a hospital's diploma in nursing is no short course.
    """
    found = np.maximum(ways.study_level, ways.floor)
    is_degree = (ways.study_level > Level.SOME_COLLEGE) & ~ways.is_bridge
    for row in np.unique(ways.row[is_degree]):
        places = ways.of[row]
        degrees = places[is_degree[places]]
        for place in places:
            as_long = [d for d in degrees if ways.study_months[d] <= ways.study_months[place]]
            if as_long and not ways.is_bridge[place]:
                found[place] = max(found[place], min(ways.study_level[d] for d in as_long))
    return found


def _programs(catalog: Catalog, ways: ConditionArrays) -> tuple[tuple[frozenset[str], ...], Flags]:
    """The programs that lead to each occupation, and whether only they count.

    Those of its conditions that bind, promotions and bridges aside unless all are; where none
    binds, those that the crosswalk links to it.
    """
    linked = open_requirements(catalog).fields_of_study.programs
    found, specific = [], []
    for row, places in enumerate(ways.of):
        bound = [place for place in places if ways.is_own[place]]
        doors = [at for at in bound if not (ways.asks_rank[at] or ways.is_bridge[at])]
        binding = doors or bound
        own = frozenset().union(*(ways.programs[place] for place in binding))
        named = frozenset().union(*(ways.programs[place] for place in places))
        found.append(own or named or linked[row])
        schooled = [place for place in places if ways.floor[place] >= Level.CERTIFICATE]
        specific.append(bool(schooled) and all(ways.is_own[place] for place in schooled))
    return tuple(found), np.array(specific)


def _own_program(catalog: Catalog, ways: ConditionArrays) -> OwnPrograms:
    """What program each occupation's own schooling is, and whether the law asks it."""
    level = np.full(len(ways.of), int(Level.POSTDOCTORAL) + 1, dtype=np.int64)
    months = np.zeros(len(ways.of))
    for place in np.flatnonzero((ways.study_level > 0) & ~ways.is_bridge):
        row = ways.row[place]
        if ways.study_level[place] < level[row]:
            level[row], months[row] = ways.study_level[place], ways.study_months[place]
    gates = open_requirements(catalog).entries.gates
    by_law = np.array([is_asked_by_law(gates(code)) for code in catalog.codes])
    return OwnPrograms(level=level, months=np.nan_to_num(months), is_by_law=by_law)


def _license_terms(catalog: Catalog) -> tuple[Floats, Floats]:
    """Months at best and dollars of each occupation's license, shape (n,) each."""
    gates = open_requirements(catalog).entries.gates
    terms = [license_terms(gates(code)) for code in catalog.codes]
    return np.array([one.months for one in terms]), np.array([one.usd for one in terms])


def _licenses(catalog: Catalog) -> Ints:
    """A number for each license that law asks first, shape (n,); of its own where it asks none."""
    requirements, numbers = open_requirements(catalog), dict[str, int]()
    found = []
    for code in catalog.codes:
        first = next(iter(requirements.entries.gates(code)), None)
        is_asked = first is not None and (
            first.asked_in.is_by_law or first.asked_in is AskedIn.SOME_STATES
        )
        name = first.name if first is not None and is_asked else code
        found.append(numbers.setdefault(name, len(numbers)))
    return np.array(found)


def _lines(catalog: Catalog) -> Ints:
    """A number for each SOC line, shape (n,)."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(code.soc, len(numbers)) for code in catalog.codes])


def _has_own_figures(catalog: Catalog) -> Flags:
    """Whether pay and openings are published for the occupation alone, not for a wider line."""
    links = dict(catalog.release.table("wage_links").select("soc_code", "is_aggregate").rows())
    return np.array(
        [not code.is_specialty and not links.get(code.soc, True) for code in catalog.codes]
    )


def _ladder_moves(ways: ConditionArrays) -> Flags:
    """Job changes up a ladder: from ranks below, from a license held, from a helper's work."""
    named = (ways.is_rank, ways.is_licensed_before, ways.credit)
    below = np.any([np.asarray(work) > 0 for work in named], axis=0)
    return pairs_of(ways, below, WIDELY_NAMED.value)


def _named_moves(catalog: Catalog, ways: ConditionArrays) -> Flags:
    """Job changes from work that a condition names as counting, or by a next step."""
    up, aside = next_pairs(catalog)
    return _work_moves(ways) | up | aside


def _work_moves(ways: ConditionArrays) -> Flags:
    """Job changes from work that a condition names as counting."""
    return pairs_of(ways, np.asarray(ways.counts), WIDELY_NAMED.value)


def occupation_at(catalog: Catalog, row: int) -> Occupation:
    """The occupation at a place of the arrays."""
    return catalog.occupation(OnetSocCode(catalog.codes[row]))


def _is_common(catalog: Catalog, openings: Floats) -> Flags:
    named = np.array(
        [
            not (o.is_military or o.data_level == "listed" or o.title.endswith("All Other"))
            for o in catalog.list_occupations()
        ]
    )
    return np.asarray(named & (np.nan_to_num(openings, nan=0.0) >= FEWEST_OPENINGS.value))


def _scarcity(openings: Floats) -> Floats:
    """What few openings add to a move's difficulty; unpublished ones count as the fewest."""
    known = np.clip(
        np.nan_to_num(openings, nan=FEWEST_OPENINGS.value), SCARCEST_OPENINGS.value, None
    )
    return FEW_OPENINGS_DIFFICULTY.value * np.maximum(0.0, np.log(FEW_OPENINGS.value / known))


def _moves(arrays: LatticeArrays, named: Flags) -> tuple[Ints, Ints]:
    """The job changes that exist: of each occupation the easiest and likeliest, and those named."""
    size = arrays.ease.shape[0]
    keep = named.copy()
    for matrix, most in ((arrays.ease, MOVES_BY_EASE), (arrays.likelihood, MOVES_BY_LIKELIHOOD)):
        count = int(most.value)
        scores = matrix.astype(np.float32)
        np.fill_diagonal(scores, -1.0)
        least = np.partition(scores, size - count, axis=1)[:, size - count]
        keep |= scores >= least[:, None]
    np.fill_diagonal(keep, val=False)
    return _in_rows(keep)


def _joined(known: Flags, more: Flags) -> Flags:
    """Both; `known` itself where no more is said, so that states share it."""
    both = known | more
    return known if np.array_equal(both, known) else both


def _joined_moves(facts: OccupationFacts, named: Flags) -> tuple[Ints, Ints]:
    """The job changes of `facts`, and those that are `named`."""
    keep = named.copy()
    size = len(facts.line)
    keep[np.repeat(np.arange(size), np.diff(facts.move_start)), facts.move_to] = True
    np.fill_diagonal(keep, val=False)
    return _in_rows(keep)


def _in_rows(keep: Flags) -> tuple[Ints, Ints]:
    """Flags of moves as CSR."""
    start = np.zeros(len(keep) + 1, dtype=np.int64)
    np.cumsum(keep.sum(axis=1), out=start[1:])
    return start, np.nonzero(keep)[1].astype(np.int64)
