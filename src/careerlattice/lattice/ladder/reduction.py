"""Which advances are drawn: those that shorter drawn ones do not tell already."""

from __future__ import annotations

from careerlattice.lattice.arrays.named_moves import Named
from careerlattice.lattice.arrays.supervisors import MANAGEMENT
from careerlattice.lattice.ladder.edges import Edge, EdgeFinder
from careerlattice.lattice.parameters import SHARE_OF_BEST, WITHIN_ERROR

Onward = dict[int, set[int]]


def reduced(finder: EdgeFinder, advances: set[Edge], keep: set[Edge]) -> set[Edge]:
    """The transitive reduction of the advances, for drawing.

    `keep` stays in any case, and so do steps inside one's own line or that the origin names, save
    those to a manager whom a leader between leads to as well, and those by way of a rung that more
    take first.
    """
    place = {row: at for at, row in enumerate(finder.rows)}
    codes, standing = finder.members.codes, finder.members.standing
    onward: Onward = {}
    for a, b in advances:
        onward.setdefault(a, set()).add(b)
    reach: Onward = {}
    for row in sorted(onward, key=lambda r: -standing[place[r]]):
        reach[row] = set().union(*({b} | reach.get(b, set()) for b in onward[row]))

    def stays(a: int, b: int) -> bool:
        at = place[a], place[b]
        over = onward[a] - {b}
        if finder.in_line[at] or finder.named[at] == Named.STEP:
            manages = codes[at[1]].startswith(MANAGEMENT)
            leaders = _leaders_between(finder, at, over, place) if manages else set()
            over = leaders | _rungs_between(finder, (a, b), onward, place)
        return not any(b in reach.get(other, ()) for other in over)

    return {(a, b) for a, b in advances if (a, b) in keep or stays(a, b)}


def _leaders_between(
    finder: EdgeFinder, step: tuple[int, int], over: set[int], place: dict[int, int]
) -> set[int]:
    """Those of `over` that one rises through to a manager; `step` are the places of both ends.

    Supervisors who are paid for it, and other managers that more become at first.
    """
    pay, likelihood = finder.pay, finder.likelihood[step[0]]
    least = pay[step[0]] * (1 - WITHIN_ERROR.value)
    return {
        other
        for other in over
        if finder.leads[place[other]]
        and not pay[place[other]] < least
        and (finder.supervises[place[other]] or likelihood[place[other]] >= likelihood[step[1]])
    }


def _rungs_between(
    finder: EdgeFinder, edge: Edge, onward: Onward, place: dict[int, int]
) -> set[int]:
    """The rungs that more take first on the way, where work alone leads there.

    Setters become machinists, and machinists tool and die makers. Supervisors are told to all, and
    a school may be gone to straight from anywhere; nor is a rung that asks one on the way of work:
    a preschool teacher becomes director without a kindergarten teacher's license.
    """
    a, b = edge
    start, end = place[a], place[b]
    if finder.supervises[end] or finder.asks(a, b).is_credential_first:
        return set()
    likelihood, is_step = finder.likelihood[start], finder.named == Named.STEP
    return {
        other
        for other in onward[a]
        if b in onward.get(other, ())
        and is_step[start, place[other]]
        and is_step[place[other], end]
        and finder.members.is_own_rung[place[other]]
        and not finder.leads[place[other]]
        and likelihood[place[other]] * SHARE_OF_BEST.value >= likelihood[end]
        and not finder.asks(a, other).is_credential_first
    }
