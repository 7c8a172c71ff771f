"""The lattice: all moves between occupations, and the ladders cut from them."""

from __future__ import annotations

from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Area
from careerlattice.catalog.ratings import LEARNED_DOMAINS, RatedMatrix, read_ratings
from careerlattice.errors import BadRequest
from careerlattice.lattice.arrays.kinds import Kind, KindReason, Rows, explain_kind, no_step_there
from careerlattice.lattice.arrays.local_kinds import local_kinds
from careerlattice.lattice.arrays.status_index import Heights, read_heights
from careerlattice.lattice.arrays.stored import (
    LATTICE_FILE,
    LatticeArrays,
    build_arrays,
    from_stored,
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
from careerlattice.lattice.ladder.ladder import Ladder, cut_ladder, in_area
from careerlattice.lattice.ladder.neighborhood import cut_neighborhood
from careerlattice.lattice.moves.evidence import explain_move
from careerlattice.lattice.moves.model import Move
from careerlattice.profile.experience import (
    ASSUMED_MONTHS,
    Background,
    assume_background,
    profile_background,
)
from careerlattice.profile.model import Profile
from careerlattice.profile.skill_shortfall import largest_items, mean_shortfall
from careerlattice.release.arrays import read_arrays
from careerlattice.requirements.arrays import Asks, read_asks
from careerlattice.requirements.requirements import open_requirements

KIND_PLACES: dict[Kind, float] = {
    Kind.ADVANCE: 0.5,
    Kind.LATERAL: 0.25,
    Kind.PIVOT: 0.15,
    Kind.STEP_BACK: 0.10,
}

_OPENED: WeakKeyDictionary[Catalog, Lattice] = WeakKeyDictionary()


def open_lattice(catalog: Catalog) -> Lattice:
    """The lattice of a release: read from it, or built when it holds none; kept with the catalog.

    >>> from careerlattice.catalog.catalog import open_release
    >>> lattice = open_lattice(open_release())
    >>> lattice.kind("29-2061.00", "29-1141.00").slug
    'advance'
    """
    if catalog not in _OPENED:
        _OPENED[catalog] = Lattice(catalog)
    return _OPENED[catalog]


class Lattice:
    """All moves between the occupations of a release."""

    def __init__(self, catalog: Catalog, arrays: LatticeArrays | None = None) -> None:
        self.catalog = catalog
        if arrays is not None:
            self.arrays = arrays
        elif LATTICE_FILE in catalog.release.manifest.files:
            self.arrays = from_stored(read_arrays(catalog.release.path_of(LATTICE_FILE)))
        else:
            self.arrays = build_arrays(catalog)
        self._ladders: dict[str, Ladder] = {}

    @cached_property
    def heights(self) -> Heights:
        """What kinds and levels rest on."""
        return read_heights(self.catalog)

    @cached_property
    def asks(self) -> Asks:
        """What all occupations ask."""
        return read_asks(self.catalog)

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
        return local_kinds(national, self.heights, self.asks.typical_level, pay, a, b)

    def explain_kind(self, origin: str, to: str) -> KindReason:
        """Why the move is of its kind."""
        a, b = self.row(origin), self.row(to)
        return explain_kind(
            Kind(int(self.arrays.kind[a, b])), self.heights, self.asks.typical_level, a, b
        )

    def gap(
        self,
        start: str | Profile,
        to: str,
        area: Area | None = None,
        *,
        months_in_job: float | None = None,
    ) -> Gap:
        """The gap from an occupation or a profile to an occupation; see `lattice.gap.gap`."""
        if isinstance(start, Profile):
            person = profile_background(self.catalog, self.asks, self.ratings, start)
        else:
            months = ASSUMED_MONTHS if months_in_job is None else months_in_job
            person = assume_background(
                self.catalog, self.asks, self.ratings, self.row(start), months
            )
        return self._gap(person, self.row(to), area or self.catalog.areas.nation)

    def moves(
        self,
        code: str,
        kind: str | Kind | None = None,
        area: Area | None = None,
        limit: int = 12,
    ) -> list[Move]:
        """The likeliest moves from an occupation, of one kind, or of each kind in turn.

        Without a kind, half the places go to advances, a quarter to laterals, the rest to pivots
        and step backs (`KIND_PLACES`); places a kind cannot fill go to the others. Kinds stand in
        that order, the likeliest move of each first; they are those of the area (`kinds_in`).
        Raises `NotFound` for an unknown occupation, `BadRequest` for an unknown kind or a limit
        below 1.
        """
        if limit < 1:
            raise BadRequest(f"The limit must be at least 1, not {limit}.")
        wanted = Kind.parse(kind) if isinstance(kind, str) else kind
        row = self.row(code)
        kinds = self.kinds_in(row, np.arange(len(self.catalog.codes)), area)
        order = np.lexsort((np.arange(len(kinds)), -self.arrays.likelihood[row]))
        by_kind = {
            one: [int(r) for r in order[kinds[order] == int(one)][:limit]] for one in KIND_PLACES
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
            self._ladders[found.id] = cut_ladder(
                self.catalog, self.arrays, self.heights, self.asks, found
            )
        return self._paid(self._ladders[found.id], area)

    def neighborhood(self, code: str, area: Area | None = None) -> Ladder:
        """The moves around one occupation as a ladder: what leads there, and on from it."""
        ladder = cut_neighborhood(
            self.catalog, self.arrays, self.heights, self.asks, self.row(code)
        )
        return self._paid(ladder, area)

    def _paid(self, ladder: Ladder, area: Area | None) -> Ladder:
        if area is None or area.code == self.catalog.areas.nation.code:
            return ladder
        return in_area(ladder, self.catalog, self.heights, self.asks, area)

    def _person(self, row: int) -> Background:
        return assume_background(self.catalog, self.asks, self.ratings, row)

    def _gap(self, person: Background, row: int, area: Area) -> Gap:
        catalog, asks, prices = (
            self.catalog,
            self.asks,
            open_requirements(self.catalog).prices_at(row),
        )
        has = {domain: person.levels[domain] for domain in self.ratings}
        items = largest_items(self.ratings, has, row)
        shortfall = mean_shortfall(self.ratings, has, row)
        origin = None if person.from_row is None else catalog.codes[person.from_row]
        assumptions = []
        if person.is_assumed and origin is not None:
            title = catalog.occupation(origin).title
            months = next(iter(person.months.values()))
            assumptions.append(
                f"Someone with {months:.0f} months as {title} and its usual education, "
                f"{person.level.label}."
            )
        if asks.is_stand_in[row]:
            title = catalog.occupation(catalog.codes[row]).title
            assumptions.append(
                f"No requirements are published for {title}; a similar occupation's stand in."
            )
        return Gap(
            origin,
            catalog.codes[row],
            (
                education_piece(asks, prices, person, row),
                field_piece(catalog, asks, prices, person, row),
                experience_piece(catalog, asks, self.arrays.nearness, person, row),
                training_piece(asks, person, row),
                license_piece(catalog, asks, person, row, area),
                skills_piece(asks, shortfall, items),
            ),
            shortfall,
            tuple(items),
            tuple(assumptions),
        )

    def _move(self, a: int, b: int, area: Area) -> Move:
        catalog, arrays = self.catalog, self.arrays
        origin, to = (catalog.occupation(catalog.codes[row]) for row in (a, b))
        pay = catalog.pay_vectors(area).p50
        reason = explain_kind(
            Kind(int(arrays.kind[a, b])), self.heights, self.asks.typical_level, a, b,
            float(pay[b] - pay[a]),
        )  # fmt: skip
        here = Kind(int(self.kinds_in(a, b, area)))
        if here != reason.kind:
            reason = no_step_there(reason, here, area.name, float(pay[b] - pay[a]))
        zones = self.heights.zone
        return Move(
            origin,
            to,
            reason.kind,
            float(arrays.likelihood[a, b]),
            float(arrays.ease[a, b]),
            float(arrays.nearness[a, b]),
            _dollars(pay[b] - pay[a]),
            int(zones[b] - zones[a]) if zones[a] and zones[b] else None,
            reason.labels,
            self._gap(self._person(a), b, area),
            explain_move(
                catalog, reason, origin, to, area,
                likelihood=float(arrays.likelihood[a, b]),
                nearness=float(arrays.nearness[a, b]),
                shared_fields=len(self.asks.fields[a] & self.asks.fields[b]),
            ),
        )  # fmt: skip


def _mixed(by_kind: dict[Kind, list[int]], limit: int) -> list[int]:
    """Up to `limit` rows: each kind its share of places, spare places to kinds in order."""
    places = {
        kind: min(round(share * limit), len(by_kind[kind])) for kind, share in KIND_PLACES.items()
    }
    for kind in KIND_PLACES:
        spare = limit - sum(places.values())
        places[kind] = max(0, min(len(by_kind[kind]), places[kind] + spare))
    return [row for kind in KIND_PLACES for row in by_kind[kind][: places[kind]]]


def _dollars(amount: float | NDArray[np.float64]) -> float | None:
    return None if np.isnan(amount) else float(np.rint(amount))
