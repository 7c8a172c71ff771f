"""Skills rated by the person or taken from their work."""

from __future__ import annotations

import pytest

from careerlattice.assess.skills_check import (
    skill_questions,
    with_levels_from_work,
    with_ratings,
)
from careerlattice.catalog.catalog import open_release
from careerlattice.errors import BadRequest
from careerlattice.profile.model import Profile, Work
from careerlattice.vocab.codes import OnetSocCode

CATALOG = open_release()
NURSE = Work("nurse", OnetSocCode("29-1141.00"), 60, confirmed=True)


def test_thirty_five_skills_and_thirty_three_knowledge_areas_with_anchors() -> None:
    skills, knowledge = skill_questions(CATALOG), skill_questions(CATALOG, None, "knowledge")
    assert (len(skills), len(knowledge)) == (35, 33)
    assert all(len(q.anchors) == 3 for q in (*skills, *knowledge))
    assert all(q.suggested is None for q in skills)


def test_a_long_held_job_gives_its_own_levels() -> None:
    profile = with_levels_from_work(CATALOG, Profile(work=(NURSE,)))
    own = {r.element_id: r.level for r in CATALOG.list_ratings(NURSE.onet_soc_code, "skill")}  # type: ignore[arg-type]
    assert profile.skills_basis == "from work"
    for element, level in own.items():
        if level >= 1.0:  # below that the publisher marks most as not relevant, which counts as 0
            assert profile.skills[element] == pytest.approx(level, abs=0.01)
    assert sum(level >= 1.0 for level in own.values()) > 20


def test_what_a_person_said_is_kept() -> None:
    said = Profile(work=(NURSE,), skills={"2.A.1.a": 1.0}, skills_basis="self-rating")
    profile = with_levels_from_work(CATALOG, said)
    assert profile.skills["2.A.1.a"] == 1.0
    assert profile.skills_basis == "self-rating"
    changed = with_ratings(CATALOG, profile, {"2.A.1.a": 6.0})
    assert changed.skills["2.A.1.a"] == 6.0
    assert len(changed.skills) == 35


def test_no_work_no_levels() -> None:
    with pytest.raises(BadRequest, match="lists no work"):
        with_levels_from_work(CATALOG, Profile(work=(Work("?"),)))
    with pytest.raises(BadRequest):
        with_ratings(CATALOG, Profile(), {"2.A.1.a": 8.0})
    with pytest.raises(BadRequest):
        with_ratings(CATALOG, Profile(), {"x": 1.0})
