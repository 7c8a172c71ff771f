"""Between which levels entry conditions put an occupation, whatever it pays."""

from __future__ import annotations

from careerlattice.lattice.arrays.supervisors import is_enlisted, is_leader, is_supervisor
from careerlattice.lattice.parameters import (
    JOURNEY_MONTHS,
    LEADS_ADVANCED_MONTHS,
    RANK_MONTHS,
    SENIOR_MONTHS,
)
from careerlattice.requirements.entry import (
    Door,
    Entry,
    EntryCondition,
    Training,
    is_asked_by_law,
)
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel, LadderLevel

Bounds = tuple[LadderLevel, LadderLevel]
ENTRY, MIDDLE, ADVANCED, EXPERT = LadderLevel
HELPERS = "Helpers--"
"""How titles of those who help a trade begin."""


def bounds_of(code: OnetSocCode, title: str, entry: Entry) -> Bounds:
    """The lowest and the highest level of an occupation, by what its usual door asks.

    Helpers, recruits, and work learned in a few weeks without schooling or experience are entry. A
    trade that may be served as an apprenticeship is intermediate: all journey workers stand on one
    rung. What a bachelor's degree opens without experience is not yet expert. Who leads is advanced
    at least, save a shift leader of a year's experience.
    """
    usual = _usual(entry)
    months = _months(usual)
    if title.startswith(HELPERS) or _is_beginner(usual) or (is_enlisted(code) and not months):
        return ENTRY, ENTRY
    if is_supervisor(code):
        return (ADVANCED if months >= LEADS_ADVANCED_MONTHS.value else MIDDLE), ADVANCED
    least, most = _by_schooling(usual)
    if any(way.least_term >= JOURNEY_MONTHS.value for way in entry.conditions):
        # Who serves years for it stands beside other journey workers, whichever door is usual.
        least, most = max(least, MIDDLE), max(most, MIDDLE)
        if usual.usual < EducationLevel.ASSOCIATE:
            least, most = MIDDLE, MIDDLE
    if least is MIDDLE and usual.field.is_binding and is_asked_by_law(entry.licenses):
        # A profession's own degree and license: all its members stand on one rung.
        least = ADVANCED if usual.usual >= EducationLevel.BACHELOR else MIDDLE
    if months >= RANK_MONTHS.value:
        least, most = max(least, MIDDLE), max(most, ADVANCED)
    if months >= SENIOR_MONTHS.value and usual.usual >= EducationLevel.BACHELOR:
        least, most = max(least, ADVANCED), EXPERT
    if is_leader(code):
        least, most = max(least, ADVANCED), EXPERT
    return least, most


def _usual(entry: Entry) -> EntryCondition:
    """The usual door, or the first that is more than a registered title."""
    return next((way for way in entry.conditions if not way.is_title_only), entry.usual)


def _is_beginner(way: EntryCondition) -> bool:
    """Whether anybody may begin and is trained in a few weeks."""
    return (
        way.door is Door.DIRECT
        and way.usual <= EducationLevel.HIGH_SCHOOL
        and way.training in (None, Training.NONE, Training.SHORT)
        and way.experience is None
        and way.course is None
    )


def _months(way: EntryCondition) -> float:
    """Months of work that a way asks before."""
    rank = way.promotion.months if way.promotion else 0.0
    work = way.experience.months if way.experience else 0.0
    return max(rank, work)


def _by_schooling(way: EntryCondition) -> Bounds:
    """The bounds that schooling and training alone give."""
    if way.usual >= EducationLevel.MASTER:
        return ADVANCED, EXPERT
    if way.usual >= EducationLevel.BACHELOR:
        return MIDDLE, ADVANCED
    if way.usual >= EducationLevel.ASSOCIATE:
        return MIDDLE, ADVANCED if way.field.is_binding else MIDDLE
    if way.apprenticeship is not None or way.training is Training.APPRENTICESHIP:
        return MIDDLE, MIDDLE
    if way.training is Training.LONG:
        return MIDDLE, ADVANCED
    return ENTRY, MIDDLE
