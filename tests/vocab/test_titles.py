"""Titles in running text, over every occupation of the release."""

from __future__ import annotations

import re

import pytest

from careerlattice.release.opening import Release
from careerlattice.vocab.title_exceptions import singulars
from careerlattice.vocab.titles import singular_title, with_article

ACRONYMS = re.compile(r"\b(?:English|[A-Z]{2,4})\b")
NO_PLURALS = ("nurses", "workers", "managers", "operators", "technicians", "teachers", "engineers")


@pytest.fixture(scope="module")
def titles(shipped_release: Release) -> list[str]:
    return list(shipped_release.table("occupations")["title"])


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Registered Nurses", "registered nurse"),
        ("Accountants and Auditors", "accountant or auditor"),
        ("Compensation and Benefits Managers", "compensation and benefits manager"),
        ("Business Teachers, Postsecondary", "college business teacher"),
        ("English Language and Literature Teachers, Postsecondary",
         "college English language and literature teacher"),
        ("Preschool Teachers, Except Special Education", "preschool teacher"),
        ("Gambling and Sports Book Writers and Runners",
         "gambling and sports book writer or runner"),
        ("Arbitrators, Mediators, and Conciliators", "arbitrator, mediator, or conciliator"),
        ("Helpers--Electricians", "electrician's helper"),
        ("First-Line Supervisors of Police and Detectives",
         "police supervisor"),
        ("First-Line Supervisors of Food Preparation and Serving Workers",
         "food service supervisor"),
        ("Heating, Air Conditioning, and Refrigeration Mechanics and Installers",
         "HVAC mechanic or installer"),
        ("Secondary School Teachers, Except Special and Career/Technical Education",
         "high school teacher"),
        ("Engineers, All Other", "engineer of another kind"),
        ("Derrick Operators, Oil and Gas", "derrick operator (oil and gas)"),
        ("Actuaries", "actuary"),
        ("Midwives", "midwife"),
        ("Coaches and Scouts", "coach or scout"),
        ("Clergy", "member of the clergy"),
        ("Physicians, Pathologists", "pathologist"),
    ],
)  # fmt: skip
def test_a_title_is_told_as_one_worker(title: str, told: str) -> None:
    assert singular_title(title) == told


def test_every_title_is_singular_lower_case_and_its_own(titles: list[str]) -> None:
    told = {title: singular_title(title) for title in titles}
    assert len(told) >= 1_016
    assert len(set(told.values())) == len(told)
    for title, text in told.items():
        assert text, title
        assert ACRONYMS.sub(lambda found: found[0].lower(), text) == text.lower(), title
        assert "first-line" not in text, title
        assert "--" not in text, title
        assert "all other" not in text, title
        # What follows "of" or stands in parentheses may be plural.
        head = text.split(" of ")[0].split(" (")[0]
        assert not set(head.replace(",", "").split()) & set(NO_PLURALS), title


def test_every_exception_is_a_title(titles: list[str]) -> None:
    assert not set(singulars()) - set(titles)


def test_an_article_follows_the_sound() -> None:
    assert with_article("electrician") == "an electrician"
    assert with_article("registered nurse") == "a registered nurse"
    assert with_article("union organizer") == "a union organizer"
    assert with_article("urban planner") == "an urban planner"
