"""What plans are called, and that every kind of value has its sentence."""

from __future__ import annotations

import json

import pytest

from careerlattice.plan.answer import (
    Aim,
    FirstAction,
    FirstActionKind,
    GoalLabel,
    NeedKind,
    Note,
    NoteKind,
    NoticeKind,
    PlanName,
    Reason,
    ReasonKind,
    Remedy,
    StartLabel,
    Task,
)
from careerlattice.vocab.levels import EducationLevel
from careerlattice.wording import need_name
from careerlattice.wording.needs import _REMEDIES
from careerlattice.wording.notices import _WRITERS
from careerlattice.wording.plans import goal_title, name_text, names_text, reason_text, start_title
from careerlattice.wording.steps import _ACTIONS, _NOTES, _TITLES

FIGURES = {
    "months": 28.0,
    "cost_usd": 8_100.0,
    "share_open": 0.43,
    "gain_usd": 120_000.0,
    "years": 10,
    "openings": 12_345.0,
}


SPOKEN_OTHERWISE = {Aim.EASIEST: "best odds"}
"""`easiest` is a name of JSON and addresses; people would read it as little work."""


@pytest.mark.parametrize("aim", list(Aim))
@pytest.mark.parametrize("is_next", [False, True])
def test_an_english_name_is_the_one_in_json(aim: Aim, is_next: bool) -> None:
    name = PlanName(aim, is_next)
    spoken = name.slug.replace(aim.value, SPOKEN_OTHERWISE.get(aim, aim.value))
    assert name_text(name) == spoken
    assert str(name) == name.slug
    assert json.dumps(name.json_value())


def test_names_are_listed() -> None:
    names = (PlanName(Aim.FASTEST), PlanName(Aim.LOWEST_COST, is_next=True))
    assert names_text(names) == "fastest, next lowest cost"


@pytest.mark.parametrize("aim", list(Aim))
def test_every_aim_has_its_reason(aim: Aim) -> None:
    text = reason_text(Reason(ReasonKind.BEST, {"aim": aim, **FIGURES}))
    assert text.endswith(".")
    assert "{" not in text
    following = reason_text(Reason(ReasonKind.NEXT, {"aim": aim, **FIGURES}))
    assert (
        following == f"The best route to a different job: {SPOKEN_OTHERWISE.get(aim, aim.value)}."
    )


def test_every_kind_has_its_sentence() -> None:
    # Kept for readers of JSON; no figures stand in for others today.
    assert set(_WRITERS) == set(NoticeKind) - {NoticeKind.STAND_IN}
    assert set(_TITLES) == set(Task)
    assert set(_NOTES) == set(NoteKind)
    assert set(_ACTIONS) == set(FirstActionKind)
    assert set(_REMEDIES) == set(Remedy)
    assert all(need_name(what) for what in NeedKind)


def test_an_outcome_is_named_by_what_it_asks() -> None:
    goal = GoalLabel(
        pathway="Construction",
        level="entry",
        min_pay_usd=60_000,
        min_growth_pct=2.5,
        is_no_degree=True,
    )
    assert goal_title(goal) == (
        "a job in Construction at the entry level with typical pay of $60,000 or more and growth "
        "of 2.5% or more that needs no degree"
    )
    assert goal_title(GoalLabel(occupation="Electricians")) == "electrician"
    assert start_title(StartLabel("", EducationLevel.BACHELOR)) == "no job yet, bachelor's degree"
    assert start_title(StartLabel("", EducationLevel.BACHELOR, last="Cashiers")) == (
        "cashier (out of work)"
    )


def test_notes_and_actions_name_their_values() -> None:
    note = Note(NoteKind.APPRENTICE_PAY, {"share": 0.65})
    assert str(note) == ("We count pay at 65% of the median during the term. Openings are limited.")
    action = FirstAction(FirstActionKind.ASK_AGENCY, "x", {"agency": None, "license": "Nurse"})
    assert str(action).startswith("Ask the agency what the license (Nurse) requires")
