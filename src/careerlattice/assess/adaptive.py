"""Which interest item to ask next, and when enough is known.

The area asked next is the one known least well: the largest variance of the true liking given the
answers so far. As answers in an area disagree, its noise estimate grows, so it is asked about more.
Inside the area the preparation level asked least so far comes next. Ties go by the order of the
areas and of the items, so the same answers always lead to the same next item.
"""

from __future__ import annotations

from collections.abc import Mapping

from careerlattice.assess.forms import PREPARATIONS, form_items, items_by_id
from careerlattice.assess.parameters import (
    LEAST_ITEMS,
    LEAST_PER_AREA,
    MOST_ITEMS,
    SURE_ENOUGH,
)
from careerlattice.assess.scoring import estimate_areas, profile_reliability_of
from careerlattice.content.words import InterestItem
from careerlattice.vocab.interests import INTEREST_AREAS


def next_item(answers: Mapping[str, int]) -> InterestItem | None:
    """The item to ask next, or none when the adaptive form is finished (`is_sure` or 30 asked).

    >>> next_item({}).item_id
    'R01'
    """
    if len(answers) >= MOST_ITEMS.value or is_sure(answers):
        return None
    left: dict[str, list[InterestItem]] = {area: [] for area in INTEREST_AREAS}
    for item in form_items("adaptive"):
        if item.item_id not in answers:
            left[item.area].append(item)
    estimates = [e for e in estimate_areas(answers) if left[e.area]]
    if not estimates:
        return None
    # Every area is asked twice before any is asked a third time.
    least = min(estimate.answered for estimate in estimates)
    if least < LEAST_PER_AREA.value:
        estimates = [estimate for estimate in estimates if estimate.answered == least]
    area = max(estimates, key=lambda estimate: round(estimate.variance, 9)).area
    items = items_by_id()
    asked = [items[i].preparation for i in answers if items[i].area == area]
    return min(
        left[area],
        key=lambda item: (
            asked.count(item.preparation),
            PREPARATIONS.index(item.preparation),
            not item.short,
            item.item_id,
        ),
    )


def is_sure(answers: Mapping[str, int]) -> bool:
    """Whether the profile is known well enough to stop: 12 answers and reliability .80.

    The reliability is that of the profile, `profile_reliability_of`: a person with clear likes is
    known after fewer items than one whose scores lie close together.
    """
    if len(answers) < LEAST_ITEMS.value:
        return False
    areas = estimate_areas(answers)
    if min(area.answered for area in areas) < LEAST_PER_AREA.value:
        return False
    return profile_reliability_of(areas) >= SURE_ENOUGH.value


def progress(answers: Mapping[str, int]) -> tuple[int, int]:
    """Answers so far and the most that may still come in all: (12, 30)."""
    return len(answers), int(MOST_ITEMS.value) if next_item(answers) else len(answers)
