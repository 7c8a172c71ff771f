"""The lattice: all moves between occupations, and the ladders cut from them."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Area
from careerlattice.catalog.ratings import LEARNED_DOMAINS, RatedMatrix, read_ratings
from careerlattice.errors import BadRequest
from careerlattice.lattice.arrays.kinds import Kind, KindReason, Rows, explain_kind
from careerlattice.lattice.arrays.local_kinds import explain_local_kind, local_kinds
from careerlattice.lattice.arrays.named_moves import LEAST_UP, Named
from careerlattice.lattice.arrays.opening import open_arrays
from careerlattice.lattice.arrays.status_index import StatusIndex, read_status_index
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.lattice.gap.details import (
    AssumedWorker,
    Assumption,
    StandInRequirements,
)
from careerlattice.lattice.gap.model import Gap
from careerlattice.lattice.gap.pieces import (
    education_piece,
    experience_piece,
    field_piece,
    license_piece,
    skills_piece,
    training_piece,
)
from careerlattice.lattice.gap.way import along, find_way, schooling_along
from careerlattice.lattice.ladder.cutting import LadderFacts, cut_ladder, in_area
from careerlattice.lattice.ladder.model import Ladder
from careerlattice.lattice.ladder.neighborhood import cut_neighborhood
from careerlattice.lattice.moves.evidence import explain_move
from careerlattice.lattice.moves.model import Move
from careerlattice.lattice.moves.named_rules import find_named_rule
from careerlattice.lattice.moves.order import list_order, own_line_of, worth_listing
from careerlattice.lattice.parameters import IMPORTANT_RATING
from careerlattice.profile.experience import Background, assume_background, profile_background
from careerlattice.profile.model import Profile
from careerlattice.profile.parameters import ASSUMED_MONTHS
from careerlattice.profile.skill_shortfall import largest_items, mean_shortfall
from careerlattice.requirements.arrays import RequirementArrays, read_requirement_arrays
from careerlattice.requirements.requirements import open_requirements
from careerlattice.requirements.schooling import Schooling, schooling_to
from careerlattice.vocab.levels import EducationLevel

MANY_ITEMS, SHOWN_ITEMS = 40, 5
"""Items of a domain that are looked through, and how many a gap names."""
KIND_PLACES: dict[Kind, float] = {
    Kind.ADVANCE: 0.5,
    Kind.LATERAL: 0.25,
    Kind.PIVOT: 0.15,
    Kind.STEP_BACK: 0.10,
}
"""The share of the places of a list that each kind gets where no kind is asked for."""


def open_lattice(catalog: Catalog) -> Lattice:
    """The lattice of a release: read from it, or built when it holds none; kept with the catalog.

    >>> from careerlattice.catalog.catalog import open_release
    >>> lattice = open_lattice(open_release())
    >>> lattice.kind("29-2061.00", "29-1141.00").slug
    'advance'
    """
    return catalog.keep(Lattice)


def gap(
    catalog: Catalog,
    start: str | Profile,
    to_code: str,
    area: Area | None = None,
    *,
    months_in_job: float | None = None,
) -> Gap:
    """The gap of a move: from an occupation's code or a person's profile to an occupation's code.

    From an occupation, two years in it and its usual education, fields and license are assumed
    (`months_in_job` says otherwise) and stated in `assumptions`. `area` decides on licenses; the
    nation knows only how many states license. Raises `NotFound` for an unknown occupation.

    >>> from careerlattice.catalog.catalog import open_release
    >>> found = gap(open_release(), "29-2061.00", "29-1141.00")
    >>> found.piece("education").status.value
    'missing'
    """
    return open_lattice(catalog).gap(start, to_code, area, months_in_job=months_in_job)


class Lattice:
    """All moves between the occupations of a release."""

    def __init__(self, catalog: Catalog, arrays: LatticeArrays | None = None) -> None:
        self.catalog = catalog
        self.arrays = open_arrays(catalog) if arrays is None else arrays
        self._ladders: dict[str, Ladder] = {}

    def __repr__(self) -> str:
        return f"<Lattice {self.catalog.release.id}>"

    @cached_property
    def status(self) -> StatusIndex:
        """What kinds and levels rest on."""
        return read_status_index(self.catalog)

    @cached_property
    def required(self) -> RequirementArrays:
        """What all occupations ask."""
        return read_requirement_arrays(self.catalog)

    @cached_property
    def ladder_facts(self) -> LadderFacts:
        """What ladders are cut from."""
        return LadderFacts(
            catalog=self.catalog,
            arrays=self.arrays,
            status=self.status,
            required=self.required,
        )

    @cached_property
    def ratings(self) -> dict[str, RatedMatrix]:
        """Skills and knowledge of all occupations."""
        return read_ratings(self.catalog, LEARNED_DOMAINS)

    def row(self, text: str) -> int:
        """The row of the occupation meant by a code or title. Raises `NotFound`."""
        known = self.catalog.row_of.get(text)
        if known is not None:
            return known
        return self.catalog.row_of[self.catalog.get_occupation(text).code]

    def kind(self, origin: str, to: str) -> Kind:
        """The kind of the move between two occupations."""
        return Kind(int(self.arrays.kind[self.row(origin), self.row(to)]))

    def kinds_in(self, a: Rows, b: Rows, area: Area | None = None) -> NDArray[np.int8]:
        """Kinds of the moves from rows `a` to rows `b` as they are in an area; see `local_kinds`.

        >>> from careerlattice.catalog.catalog import open_release
        >>> lattice = open_lattice(open_release())
        >>> every = np.arange(len(lattice.catalog.codes))
        >>> lattice.kinds_in(lattice.row("tellers"), every).shape == every.shape
        True
        """
        national = self.arrays.kind[a, b]
        if area is None or area.code == self.catalog.areas.nation.code:
            return np.asarray(national)
        pay = self.catalog.pay_vectors(area).p50
        is_named = np.asarray(self.arrays.named[a, b] >= LEAST_UP)
        return local_kinds(national, self.status, self.required.typical_level, pay, is_named, a, b)

    def explain_kind(self, origin: str, to: str) -> KindReason:
        """Why the move is of its kind."""
        a, b = self.row(origin), self.row(to)
        return self._reason(a, b, None)

    def _reason(self, a: int, b: int, pay_there: float | None) -> KindReason:
        kind, named = Kind(int(self.arrays.kind[a, b])), Named(int(self.arrays.named[a, b]))
        typical = self.required.typical_level
        first = self.ladder_facts.asks(a, b).is_credential_first
        return explain_kind(kind, self.status, typical, (a, b), pay_there, named, is_more=first)

    def gap(
        self,
        start: str | Profile,
        to: str,
        area: Area | None = None,
        *,
        months_in_job: float | None = None,
    ) -> Gap:
        """The gap from an occupation or a profile to an occupation; see `gap` above."""
        if isinstance(start, Profile):
            person = profile_background(self.catalog, self.required, self.ratings, start)
        else:
            months = ASSUMED_MONTHS.value if months_in_job is None else months_in_job
            person = self._worker(self.row(start), months)
        return self._gap(person, self.row(to), area or self.catalog.areas.nation)

    def moves(
        self,
        code: str,
        kind: str | Kind | None = None,
        area: Area | None = None,
        limit: int = 12,
    ) -> list[Move]:
        """Moves from an occupation, of one kind or of each in turn: own line first, then likeliest.

        Without a kind, half the places go to advances, a quarter to laterals, the rest to pivots
        and step backs (`KIND_PLACES`); places a kind cannot fill go to the others. Kinds stand in
        that order; they are those of the area (`kinds_in`).
        Raises `NotFound` for an unknown occupation, `BadRequest` for an unknown kind or a limit
        below 1.
        """
        if limit < 1:
            raise BadRequest(f"The limit must be at least 1, not {limit}.")
        wanted = Kind.parse(kind) if isinstance(kind, str) else kind
        row = self.row(code)
        kinds = self.kinds_in(row, np.arange(len(self.catalog.codes)), area)
        own = own_line_of(self.catalog.codes, self.arrays, row)
        steps = self.arrays.named[row] == Named.STEP
        order = list_order(self.arrays.likelihood[row], own, steps)
        if wanted is None:
            # Far-fetched work fills no places of a mixed list.
            near = worth_listing(self.arrays, row) | (kinds == Kind.PIVOT)
            order = order[near[order] | (kinds[order] == Kind.STEP_BACK)]
        by_kind = {
            sort: [int(r) for r in order[kinds[order] == int(sort)][:limit]] for sort in KIND_PLACES
        }
        rows = _mixed(by_kind, limit) if wanted is None else by_kind[wanted][:limit]
        return [self._move(row, r, area or self.catalog.areas.nation) for r in rows]

    def move(self, origin: str, to: str, area: Area | None = None) -> Move:
        """One move, likely or not. Raises `BadRequest` when both ends are the same."""
        a, b = self.row(origin), self.row(to)
        if a == b:
            title = self.catalog.occupation(self.catalog.codes[a]).title
            raise BadRequest(f"Both ends of the move are {title}. Name two occupations.")
        return self._move(a, b, area or self.catalog.areas.nation)

    def ladder(
        self, pathway: str, framework: str | None = None, area: Area | None = None
    ) -> Ladder:
        """The ladder of a pathway by id or name, with an area's pay.

        Raises `NotFound`, and `BadRequest` for a pathway without occupations.
        """
        found = self.catalog.get_pathway(pathway, framework)
        if found.id not in self._ladders:
            self._ladders[found.id] = cut_ladder(self.ladder_facts, found)
        return self._in_area(self._ladders[found.id], area)

    def neighborhood(self, code: str, area: Area | None = None) -> Ladder:
        """The moves around one occupation as a ladder: what leads there, and on from it."""
        return self._in_area(cut_neighborhood(self.ladder_facts, self.row(code)), area)

    def _in_area(self, ladder: Ladder, area: Area | None) -> Ladder:
        if area is None or area.code == self.catalog.areas.nation.code:
            return ladder
        return in_area(ladder, self.ladder_facts, area)

    def _gap(self, person: Background, row: int, area: Area) -> Gap:
        catalog, required = self.catalog, self.required
        prices = open_requirements(catalog).prices_at(row)
        has = {domain: person.levels[domain] for domain in self.ratings}
        items = [
            item
            for item in largest_items(self.ratings, has, row, limit=len(has) * MANY_ITEMS)
            if item.importance >= IMPORTANT_RATING.value
        ][:SHOWN_ITEMS]
        shortfall = mean_shortfall(self.ratings, has, row)
        return Gap(
            from_code=None if person.from_row is None else catalog.codes[person.from_row],
            to_code=catalog.codes[row],
            pieces=(
                education_piece(required, prices, person, row),
                field_piece(catalog, required, prices, person, row),
                experience_piece(catalog, required, self.arrays.nearness, person, row),
                training_piece(required, person, row),
                license_piece(catalog, required, person, row, area),
                skills_piece(required, shortfall, items),
            ),
            skill_shortfall=shortfall,
            skill_items=tuple(items),
            assumptions=self._assumptions(person, row),
        )

    def _assumptions(self, person: Background, row: int) -> tuple[Assumption, ...]:
        catalog = self.catalog
        found: list[Assumption] = []
        if person.is_assumed and person.from_row is not None:
            title = catalog.occupation(catalog.codes[person.from_row]).title
            months = next(iter(person.months.values()))
            found.append(AssumedWorker(title=title, months=months, level=person.level))
        if self.required.is_stand_in[row]:
            found.append(StandInRequirements(catalog.occupation(catalog.codes[row]).title))
        return tuple(found)

    def _move(self, a: int, b: int, area: Area) -> Move:
        catalog, arrays = self.catalog, self.arrays
        origin, to = (catalog.occupation(catalog.codes[row]) for row in (a, b))
        pay = catalog.pay_vectors(area).p50
        change = float(pay[b] - pay[a])
        reason = self._reason(a, b, change)
        here = Kind(int(self.kinds_in(a, b, area)))
        if here != reason.kind:
            reason = explain_local_kind(reason, here, area.name, change)
        zones = self.status.zone
        evidence = explain_move(
            catalog,
            reason,
            origin,
            to,
            area,
            likelihood=float(arrays.likelihood[a, b]),
            nearness=float(arrays.nearness[a, b]),
            shared_fields=len(self.required.fields[a] & self.required.fields[b]),
        )
        rule = find_named_rule(open_requirements(catalog), origin.code, to.code, reason.named)
        if rule is not None:
            evidence = (evidence[0], rule, *evidence[1:])
        return Move(
            origin=origin,
            to=to,
            reason=reason,
            likelihood=float(arrays.likelihood[a, b]),
            ease=float(arrays.ease[a, b]),
            nearness=float(arrays.nearness[a, b]),
            wage_change_usd=None if np.isnan(change) else float(np.rint(change)),
            zone_change=int(zones[b] - zones[a]) if zones[a] and zones[b] else None,
            gap=self._move_gap(a, b, area),
            evidence=evidence,
        )

    def schooling_of(self, origin: str, to: str, area: Area | None = None) -> Schooling:
        """The schooling that a move asks along the way in that people from there take.

        In an area as its state's own law has it.
        """
        state = None if area is None else area.state
        a, b = self.row(origin), self.row(to)
        asked = open_requirements(self.catalog)
        prices, comer = asked.prices_at(b), self.ladder_facts.comer(a, b)
        way = find_way(asked.get_entry(self.catalog.codes[b], state), comer, prices)
        if way is None:
            wanted = EducationLevel(int(self.required.typical_level[b]))
            return schooling_to(prices, comer.level, wanted, field_fits=True)
        return schooling_along(way, comer.level, prices, field_fits=comer.field_fits)

    def _move_gap(self, a: int, b: int, area: Area) -> Gap:
        """What the move asks along the way in that people from there take."""
        person, asked = self._worker(a), open_requirements(self.catalog)
        found = self._gap(person, b, area)
        prices, comer = asked.prices_at(b), self.ladder_facts.comer(a, b)
        way = find_way(asked.get_entry(self.catalog.codes[b], area.state), comer, prices)
        return found if way is None else along(found, way, comer, prices, person.months[a])

    def _worker(self, row: int, months: float = ASSUMED_MONTHS.value) -> Background:
        person = assume_background(self.catalog, self.required, self.ratings, row, months)
        # As plans do: who works has a diploma, unless they say otherwise.
        return replace(person, level=max(person.level, EducationLevel.HIGH_SCHOOL))


def _mixed(by_kind: dict[Kind, list[int]], limit: int) -> list[int]:
    """Up to `limit` rows: each kind its share of places, spare places to kinds in order."""
    places = {
        kind: min(round(share * limit), len(by_kind[kind])) for kind, share in KIND_PLACES.items()
    }
    for kind in KIND_PLACES:
        spare = limit - sum(places.values())
        places[kind] = max(0, min(len(by_kind[kind]), places[kind] + spare))
    return [row for kind in KIND_PLACES for row in by_kind[kind][: places[kind]]]
