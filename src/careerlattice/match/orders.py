"""What the overall order weighs: four orders to choose from, and weights of one's own.

Each order is a set of weights that is shown with it. Which one a person meets first follows from
what they have said (`usual_order`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from careerlattice.errors import BadRequest
from careerlattice.match.fit import COLUMNS
from careerlattice.match.parameters import COLUMN_WEIGHTS
from careerlattice.profile.model import Profile

DEFAULT_WEIGHTS: Mapping[str, float] = {
    name: float(weight.value) for name, weight in COLUMN_WEIGHTS.items()
}
"""What the order "all" weighs: interests most, outlook least."""

ORDERS: Mapping[str, Mapping[str, float]] = {
    "interests": {"interests": 1.0},
    "pay": {"pay": 1.0},
    "open": {n: DEFAULT_WEIGHTS[n] for n in ("skills", "knowledge", "education", "outlook")},
    "all": DEFAULT_WEIGHTS,
}
"""The orders by name: what one likes, what pays, what is open now (schooling, skills and the
openings there are), and all columns together."""

HEAVIEST = 1_000.0
"""The largest weight taken from a person; only the proportions count."""


def usual_order(profile: Profile) -> str:
    """The order for a person who chose none: by interests if that is all they told, else by all.

    >>> from careerlattice.profile.model import Interests
    >>> usual_order(Profile(interests=Interests(8, 22, 6, 38, 8, 20)))
    'interests'
    """
    told_more = profile.work or profile.skills or profile.knowledge or profile.education
    return "interests" if profile.interests is not None and not told_more else "all"


def order_weights(
    order: str | None, weights: Mapping[str, float] | None, profile: Profile
) -> dict[str, float]:
    """Every column's weight in an order, with `weights` in place of its own column by column.

    Without an order weights of one's own change those of "all"; with neither, the order is the
    usual one. Raises `BadRequest` for an unknown order.
    """
    if order and order not in ORDERS:
        raise BadRequest(f"There is no order {order[:20]!r}. Choose: {', '.join(ORDERS)}.")
    base = ORDERS[order or ("all" if weights else usual_order(profile))]
    return {**dict.fromkeys(COLUMNS, 0.0), **base, **(weights or {})}


def read_weights(text: str) -> dict[str, float]:
    """Weights written as `pay=3,outlook=0`. Raises `BadRequest` for what is no such list.

    >>> read_weights("pay=3, outlook=0")
    {'pay': 3.0, 'outlook': 0.0}
    """
    found = {}
    for part in text.split(","):
        if not part.strip():
            continue
        name, sign, value = part.partition("=")
        try:
            found[name.strip().lower()] = float(value) if sign else float("nan")
        except ValueError:
            raise BadRequest(f"The weight {part.strip()[:30]!r} is no NAME=NUMBER.") from None
        if not sign:
            raise BadRequest(
                f"The weight {part.strip()[:30]!r} has no number. Write like pay=3,outlook=0; "
                f"columns are {', '.join(COLUMNS)}."
            )
    check_weights(found)
    return found


def check_weights(weights: Mapping[str, float]) -> None:
    """Raise `BadRequest` for a column there is not, or a weight that is no number of 0 to 1,000."""
    for name, value in weights.items():
        if name not in COLUMNS:
            raise BadRequest(
                f"There is no column {name[:30]!r} to weigh. Choose: {', '.join(COLUMNS)}."
            )
        if not math.isfinite(value) or not 0 <= value <= HEAVIEST:
            raise BadRequest(f"The weight of {name} is {value:g}. Weights are 0 to {HEAVIEST:,g}.")
