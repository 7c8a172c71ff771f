"""The skills check: self-rating of 35 skills and chosen knowledge areas, or levels from work.

Levels are those of scale LV, 0 to 7. The three anchors of each element (content's own words) stand
at levels 1.5, 4 and 6; a person may answer any level between.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from careerlattice.assess.parameters import ANCHOR_LEVELS
from careerlattice.catalog.ratings import rated_matrix
from careerlattice.content.words import element_words
from careerlattice.errors import BadRequest
from careerlattice.profile.experience import levels_from_work
from careerlattice.profile.model import HIGHEST_LEVEL, Profile

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog


@dataclass(frozen=True, slots=True)
class SkillQuestion:
    """One element to rate: what it is, examples at rising levels, and a level to start from.

    `suggested` is the level usual in the person's work, none when there is none.
    """

    element_id: str
    domain: str
    name: str
    official_name: str
    explanation: str
    question: str
    anchors: tuple[tuple[float, str], ...]
    suggested: float | None


def skill_questions(
    catalog: Catalog, profile: Profile | None = None, domain: str = "skill"
) -> list[SkillQuestion]:
    """The questions of the check: 35 skills, or with `domain` "knowledge" the 33 knowledge areas.

    With a profile, the levels usual in its work are suggested as a start.
    """
    arrays = rated_matrix(catalog, domain)
    usual = levels_from_work(catalog, profile.work, domain) if profile else {}
    questions = []
    for element, official in zip(arrays.element_ids, arrays.names, strict=True):
        words = element_words(element)
        anchors: tuple[tuple[float, str], ...] = ()
        if words is not None:
            texts = (words.low, words.middle, words.high)
            anchors = tuple(
                (level.value, text)
                for level, text in zip(ANCHOR_LEVELS, texts, strict=True)
                if text
            )
        name = words.name if words else official
        asked = words.question if words and words.question else f"How good are you at this: {name}?"
        questions.append(
            SkillQuestion(
                element_id=element,
                domain=domain,
                name=name,
                official_name=official,
                explanation=words.explanation if words else "",
                question=asked,
                anchors=anchors,
                suggested=usual.get(element),
            )
        )
    return questions


def with_ratings(
    catalog: Catalog, profile: Profile, ratings: Mapping[str, float], domain: str = "skill"
) -> Profile:
    """The profile with the person's ratings set, others kept. Raises `BadRequest`."""
    known = set(rated_matrix(catalog, domain).element_ids)
    for element, level in ratings.items():
        if element not in known:
            raise BadRequest(f"{element[:20]!r} is no {domain} of this release.")
        if not 0.0 <= level <= HIGHEST_LEVEL:
            raise BadRequest(f"The level of {element} is {level:g}. Levels run from 0 to 7.")
    if domain == "skill":
        skills = {**profile.skills, **ratings}
        return replace(profile, skills=MappingProxyType(skills), skills_basis="self-rating")
    return replace(profile, knowledge=MappingProxyType({**profile.knowledge, **ratings}))


def with_levels_from_work(catalog: Catalog, profile: Profile) -> Profile:
    """The profile with skills and knowledge taken from its work, where the person gave none.

    Raises `BadRequest` when no work has an occupation.
    """
    skills = levels_from_work(catalog, profile.work, "skill")
    knowledge = levels_from_work(catalog, profile.work, "knowledge")
    if not skills:
        raise BadRequest(
            "The profile lists no work with an occupation. Add one with 'careerlattice profile "
            "import', or rate the skills yourself."
        )
    return replace(
        profile,
        skills=MappingProxyType({**skills, **profile.skills}),
        knowledge=MappingProxyType({**knowledge, **profile.knowledge}),
        skills_basis=profile.skills_basis if profile.skills else "from work",
    )
