"""What a step of a ladder asks, in words: schooling, a license, a term, years, a course."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from careerlattice.lattice.gap.step_asks import StepAsks
from careerlattice.lattice.json_shapes import StepAsksJson
from careerlattice.lattice.ladder.model import Ladder
from careerlattice.vocab.levels import EducationLevel
from careerlattice.wording.catalogue import say as _
from careerlattice.wording.spans import months_told

_DEGREES = (
    EducationLevel.ASSOCIATE,
    EducationLevel.BACHELOR,
    EducationLevel.MASTER,
    EducationLevel.PROFESSIONAL,
    EducationLevel.DOCTORAL,
)


def ask_words(asks: StepAsks) -> tuple[str, ...]:
    """What a step asks, one thing each; empty where who takes it may begin as they are.

    >>> ask_words(StepAsks(credential=EducationLevel.ASSOCIATE, license="Registered nurse"))
    ('associate degree', 'license')
    >>> ask_words(StepAsks(experience=48, own_words="promotional exam"))
    ('4 years of experience', 'promotional exam')
    """
    found = []
    if asks.credential is not None:
        level = asks.credential.label
        is_other = asks.is_again and asks.credential >= EducationLevel.ASSOCIATE
        found.append(_("%(level)s in the field") % {"level": level} if is_other else level)
    if asks.usual is not None:
        found.append(_("often %(level)s") % {"level": asks.usual.phrase})
    found += _license_words(asks)
    if asks.apprenticeship:
        found.append(
            _("apprenticeship or training on the job") if asks.is_one_way else _("apprenticeship")
        )
    if asks.practice:
        found.append(_practice_words(asks.practice_name))
    if asks.course:
        found.append(_("training course"))
    if asks.experience:
        found.append(_("%(time)s of experience") % {"time": months_told(asks.experience)})
    if asks.own_words:
        found.append(asks.own_words)
    if not found and asks.is_trained:
        found.append(_("training on the job"))
    return tuple(found)


def _license_words(asks: StepAsks) -> tuple[str, ...]:
    if asks.license:
        return (_("license"),)
    if asks.later_license:
        return (_("license once hired"),)
    return (_("license in some places"),) if asks.local_license else ()


def _practice_words(name: str) -> str:
    """The sort of supervised practice after schooling."""
    called = name.lower()
    if "residency" in called:
        return _("residency")
    if "fellowship" in called:
        return _("fellowship")
    return _("internship") if "internship" in called else _("supervised practice")


def ask_line(asks: StepAsks) -> str:
    """What a step asks, in a line; empty for nothing."""
    return ", ".join(ask_words(asks))


def mark_words(every: Iterable[StepAsks]) -> str:
    """What several steps into one occupation ask, in a few words; empty where none asks anything.

    >>> mark_words([StepAsks(license="Plumber"), StepAsks(license="Plumber", experience=24)])
    'may need license, experience'
    """
    marks = [tuple(_marks(asks)) for asks in every]
    named = list(dict.fromkeys(mark for one in marks for mark in one))
    if not named:
        return ""
    told = ", ".join(named)
    is_same = all(set(one) == set(named) for one in marks)
    return (_("needs %(marks)s") if is_same else _("may need %(marks)s")) % {"marks": told}


def _marks(asks: StepAsks) -> Iterable[str]:
    """The sorts of things a step asks, without their measure."""
    if asks.credential is not None:
        yield _("degree") if asks.credential in _DEGREES else _("school")
    elif asks.usual is not None:
        yield _("often a degree")
    if asks.license or asks.later_license:
        yield _("license")
    if asks.apprenticeship:
        yield _("apprenticeship or training") if asks.is_one_way else _("apprenticeship")
    if asks.practice:
        yield _practice_words(asks.practice_name)
    if asks.course:
        yield _("course")
    if asks.experience:
        yield _("experience")


def sequence_words(ladder: Ladder, codes: tuple[str, ...]) -> str:
    """A main sequence in a line: after each occupation what the step to it asks."""
    asked = {(move.from_code, move.to_code): move.asks for move in ladder.moves if move.is_main}
    told = [ladder.get(codes[0]).occupation.title]
    for before, code in pairwise(codes):
        line = ask_line(asked[before, code])
        title = ladder.get(code).occupation.title
        told.append(f"{title} ({line})" if line else title)
    return " → ".join(told)


def asks_json(asks: StepAsks) -> StepAsksJson:
    """What a step asks as JSON-ready values."""
    return {
        "credential": None if asks.credential is None else asks.credential.slug,
        "usual": None if asks.usual is None else asks.usual.slug,
        "license": asks.license,
        "apprenticeship_months": asks.apprenticeship,
        "experience_months": asks.experience,
        "course_weeks": asks.course,
        "later_license": asks.later_license,
        "local_license": asks.local_license,
        "practice_months": asks.practice,
        "words": list(ask_words(asks)),
    }
