"""Which named moves a ladder tells as steps up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.arrays.kinds import falls_clearly, gains_clearly
from careerlattice.lattice.arrays.named_moves import LEAST_UP, Named
from careerlattice.lattice.arrays.supervisors import MILITARY
from careerlattice.lattice.gap.step_asks import StepAsks
from careerlattice.lattice.ladder.lines import leaves_for_less
from careerlattice.lattice.parameters import (
    NEAR_ENOUGH_AROUND,
    NEAR_ENOUGH_TO_ADVANCE,
    NEAR_ENOUGH_TO_STEP,
    NEAR_ENOUGH_TO_TELL,
    RARE_STEP,
    SELDOM_STEP,
    SENIOR_MONTHS,
)

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """What is known of each two of m occupations; (m, m) are pairs, origins in rows.

    `is_leap`: a step to the very top past the rank most rise through. Of each one (m,): whether it
    `leads` or `supervises` others, is a line of the surveys (`is_line`), is what remains of a group
    (`is_rest`), and whether the work itself names its supervisor, on the ladder or not.
    """

    rows: list[int]
    codes: list[str]
    is_advance: Flags
    named: NDArray[np.int8]
    nearness: Floats
    likelihood: Floats
    pay_usd: Floats
    index: Floats
    typical: NDArray[np.int64]
    is_apprenticed: Flags
    is_leap: Flags
    leads: Flags
    supervises: Flags
    is_line: Flags
    is_rest: Flags
    has_supervisor: Flags


class StepRules(Protocol):
    """What is known of a step between two rows."""

    def asks(self, a: int, b: int) -> StepAsks:
        """What the step asks."""

    def rises_to(self, a: int, b: int) -> bool:
        """Whether who does unlike work is promoted to lead there."""

    def are_trades(self, a: int, b: int) -> bool:
        """Whether both are trades with an apprenticeship of years."""


def told_steps(pairs: Pairs, rules: StepRules) -> Flags:
    """Which named advances a ladder tells as steps up, and the changes that pay makes one."""
    named, pay = pairs.named, pairs.pay_usd
    up = (named >= LEAST_UP) & pairs.is_advance & ~pairs.is_leap
    up &= ~leaves_for_less(pairs.codes, pay, pairs.nearness, named) & ~_pays_less(pairs, rules)
    up &= ~_by_destination(pairs)
    for a, b in np.argwhere(up & (named == Named.BRIDGE)):
        # A second license on the schooling one has is a change in one's profession.
        asked = rules.asks(pairs.rows[a], pairs.rows[b]).credential
        up[a, b] = asked is not None and asked > pairs.typical[a]
    unlike = pairs.nearness < NEAR_ENOUGH_AROUND.value
    for b in np.flatnonzero(pairs.leads):
        for a in np.flatnonzero(up[:, b] & unlike[:, b]):
            up[a, b] = rules.rises_to(pairs.rows[a], pairs.rows[b])
    return np.asarray(up | _raised(pairs, rules))


def _by_destination(pairs: Pairs) -> Flags:
    """Steps that only the destination names and that are none for who comes.

    A rank of others is told where it pays, where enough rise so, and to no specialty; to the leader
    of unlike work where many do; to a supervisor beside one's own, not at all. What leads nobody
    is a step for like work alone, and a trade that credits another unlike one begins again.
    """
    named, pay, near = pairs.named, pairs.pay_usd, pairs.nearness
    leads, supervises, is_line = pairs.leads, pairs.supervises, pairs.is_line
    is_rank = named == Named.RANK
    none = is_rank & ((pay[None, :] < pay[:, None]) | ~is_line[None, :])
    is_civil = ~np.array([code[:2] == MILITARY for code in pairs.codes])
    seldom = (pairs.likelihood < SELDOM_STEP.value) & is_civil[:, None]
    none |= is_rank & seldom & (~supervises[None, :] | pairs.has_supervisor[:, None])
    is_unlike = near < NEAR_ENOUGH_AROUND.value
    rare = pairs.likelihood < RARE_STEP.value
    none |= is_rank & is_unlike & ~supervises[None, :] & rare
    none |= is_rank & is_unlike & supervises[None, :] & pairs.has_supervisor[:, None]
    by_other = is_rank | (named == Named.BRIDGE)
    alike = (near >= NEAR_ENOUGH_TO_ADVANCE.value) & is_line[None, :]
    none |= by_other & ~leads[None, :] & ~alike
    trade = pairs.is_apprenticed
    is_branch = (named == Named.CREDIT) & trade[:, None] & trade[None, :]
    return np.asarray(none | (is_branch & (near < NEAR_ENOUGH_TO_ADVANCE.value)))


def _pays_less(pairs: Pairs, rules: StepRules) -> Flags:
    """Steps to less pay that are none, though conditions name them; leaders aside.

    To unlike work of another group, however little less. A tenth less from what remains of a group,
    or to who stands lower by preparation as well and needs no long work before, as a judge does.
    """
    pay, leads, is_line = pairs.pay_usd, pairs.leads, pairs.is_line
    minor = np.array([code[:4] for code in pairs.codes])
    unlike = (pairs.nearness < NEAR_ENOUGH_TO_ADVANCE.value) & (minor[:, None] != minor[None, :])
    none = (pay[None, :] < pay[:, None]) & unlike
    falls = falls_clearly(pay)
    none |= falls & pairs.is_rest[:, None]
    lower = falls & (pairs.index[None, :] < pairs.index[:, None])
    lower &= is_line[:, None] & is_line[None, :] & (pairs.named >= LEAST_UP) & ~none
    for a, b in np.argwhere(lower & ~leads[None, :]):
        asks = rules.asks(pairs.rows[a], pairs.rows[b])
        none[a, b] = asks.experience < SENIOR_MONTHS.value and not asks.practice
    return np.asarray(none & ~leads[None, :])


def _raised(pairs: Pairs, rules: StepRules) -> Flags:
    """Changes that the origin calls sideways and that pay makes steps up, as people are.

    To a tenth more, in near work or where many go, and neither schooling, a license nor a term of
    apprenticeship comes first; to something one has to learn: an emergency medical technician turns
    firefighter. Not from trade to trade.
    """
    near, likelihood = pairs.nearness, pairs.likelihood
    leads, is_line, rest = pairs.leads, pairs.is_line, pairs.is_rest
    up = (pairs.named == Named.SIDEWAYS) & pairs.is_advance & gains_clearly(pairs.pay_usd)
    often = (near >= NEAR_ENOUGH_TO_ADVANCE.value) & (likelihood >= SELDOM_STEP.value)
    often |= (near >= NEAR_ENOUGH_TO_STEP.value) & (likelihood >= RARE_STEP.value)
    up &= (often | (near >= NEAR_ENOUGH_TO_TELL.value)) & ~leads[None, :] & ~leads[:, None]
    up &= is_line[:, None] & is_line[None, :] & ~rest[:, None] & ~rest[None, :]
    for a, b in np.argwhere(up):
        step = pairs.rows[a], pairs.rows[b]
        up[a, b] = _is_learned(rules.asks(*step)) and not rules.are_trades(*step)
    return np.asarray(up)


def _is_learned(asks: StepAsks) -> bool:
    """Whether a step asks something, and nothing that has to be earned before the first day."""
    first = asks.is_credential_first or asks.is_term or asks.practice > 0
    learned = asks.experience or asks.course or asks.apprenticeship or asks.is_trained
    return not first and bool(learned or asks.later_license or asks.usual)
