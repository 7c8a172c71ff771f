"""Training from abroad against entry conditions: which it opens, and by which steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.facts.area import AreaFacts
from careerlattice.plan.facts.occupations import Flags, OccupationFacts
from careerlattice.plan.resolve.brought import Brought
from careerlattice.plan.resolve.credentials import Training, is_done_again
from careerlattice.plan.resolve.start import Person
from careerlattice.vocab.levels import EducationLevel

if TYPE_CHECKING:
    from careerlattice.content.recognition import AbroadStep

    Steps = tuple[AbroadStep, ...]


@dataclass(frozen=True)
class Recognition:
    """How training from abroad comes to count, c conditions of n occupations.

    `opens` (c,): conditions met by it once the `steps` of their occupation (by place) are done.
    `refused` (c,): conditions whose own schooling counts only if it is done here. `learned` (c,):
    the way into a trade learned abroad, whose term is served; its other terms are `closed`. `key`
    (n,) is a number for each bridge, 0 for none; `crossed` (n,) the bridge that who works there
    has crossed, or has schooling from here: it is not crossed again.
    """

    opens: Flags
    refused: Flags
    learned: Flags
    closed: Flags
    key: NDArray[np.int64]
    crossed: NDArray[np.int64]
    steps: Mapping[int, Steps]


def recognize(
    catalog: Catalog, facts: OccupationFacts, area: AreaFacts, person: Person, brought: Brought
) -> Recognition | None:
    """What training from abroad opens to the person; none for who was trained here."""
    credentials, ways = person.credentials, facts.ways
    if credentials.abroad is None:
        return None
    level = int(person.level)
    own = brought.field & (ways.asked >= EducationLevel.CERTIFICATE)
    general = ~ways.is_own & ~ways.is_prep
    general &= (ways.asked >= EducationLevel.ASSOCIATE) & (level >= ways.asked)
    door = _doors(facts, brought)
    # What the degree itself is a way in from.
    general |= ways.is_bridge & ways.from_own & (ways.study_level == 0) & brought.from_field
    learned, closed = _learned(facts, credentials.abroad)
    asks_board = learned & area.is_licensed[ways.row]
    touched = (own | general | door | asks_board) & ~credentials.proven[ways.row]
    steps = credentials.bridges(catalog, area, np.unique(ways.row[touched]).tolist())
    again = np.array([is_done_again(steps.get(int(row), ())) for row in ways.row])
    has_door = np.isin(ways.row, ways.row[door])
    refused = touched & own & (again | (has_door & ~door))
    opens, key = touched & ~refused & ~again, _keys(facts, steps)
    # What can be entered without a degree tells nothing of whether one was recognized.
    plain = ~opens & (ways.asked < EducationLevel.ASSOCIATE) & (ways.study_level == 0)
    return Recognition(
        opens=opens,
        # A course by law is taken here, whatever was studied.
        refused=refused | (touched & door) | (brought.field & ~own),
        learned=learned & ~credentials.proven[ways.row],
        closed=closed,
        key=key,
        crossed=np.where(np.isin(np.arange(len(key)), ways.row[plain]), 0, key),
        steps={row: own_steps for row, own_steps in steps.items() if not is_done_again(own_steps)},
    )


def _learned(facts: OccupationFacts, abroad: Training) -> tuple[Flags, Flags]:
    """The first way by a term into each trade learned abroad, and the other ones, (c,) each."""
    ways = facts.ways
    first: Flags = np.zeros(len(ways.row), dtype=np.bool_)
    others: Flags = np.zeros(len(ways.row), dtype=np.bool_)
    if abroad.row < 0:
        return first, others
    for row in np.flatnonzero(facts.license == facts.license[abroad.row]):
        terms = [at for at in ways.of[row] if ways.term[at] > 0 and not ways.asks_rank[at]]
        first[terms[:1]] = True
        others[terms[1:]] = True
    return first, others


def _doors(facts: OccupationFacts, brought: Brought) -> Flags:
    """Bridges that start from the same degree: they are for those who earned it abroad."""
    ways = facts.ways
    is_same = ways.is_bridge & ways.from_own & (ways.from_level == ways.study_level)
    return np.asarray(is_same & (ways.study_level > 0) & brought.from_field)


def _keys(facts: OccupationFacts, steps: Mapping[int, Steps]) -> NDArray[np.int64]:
    numbers: dict[tuple[str, int], int] = {}
    key = np.zeros(len(facts.license), dtype=np.int64)
    for row, own_steps in steps.items():
        line = own_steps[0].line
        # What a board makes of schooling counts for its own license.
        bridge = (line, int(facts.license[row]) if own_steps[0].is_general else 0)
        key[row] = numbers.setdefault(bridge, len(numbers) + 1)
    return key
