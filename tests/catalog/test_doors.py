"""Plain words at every door of the catalog: understood, or refused with the nearest names."""

from __future__ import annotations

import pytest

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.errors import BadRequest, NotFound
from careerlattice.requirements.requirements import EntryRequirements, open_requirements

DOORS = (
    "get_wage",
    "get_outlook",
    "list_programs",
    "list_titles",
    "list_technology",
    "list_related",
    "get_words",
    "get_interests",
    "list_work_styles",
    "get_work_values",
    "list_tasks",
    "get_description",
    "list_pathways_of",
    "find_school_programs",
)
ASKED = ("get_entry", "get_requirements", "list_accreditors", "list_apprenticeships")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The shipped release."""
    return open_release()


@pytest.fixture(scope="module")
def asked(catalog: Catalog) -> EntryRequirements:
    """What its occupations ask."""
    return open_requirements(catalog)


@pytest.mark.parametrize("door", DOORS)
def test_a_code_in_any_form_or_a_title_is_the_same_occupation(catalog: Catalog, door: str) -> None:
    ask = getattr(catalog, door)
    whole = ask(catalog.occupation("29-1141.00").code)
    for text in ("29-1141.00", "29-1141", "registered nurse"):
        assert ask(text) == whole
    with pytest.raises(NotFound):
        ask("zzzz")


@pytest.mark.parametrize("door", ASKED)
def test_so_is_it_for_what_an_occupation_asks(asked: EntryRequirements, door: str) -> None:
    ask = getattr(asked, door)
    assert ask("29-1141") == ask("registered nurse")
    with pytest.raises(NotFound):
        ask("zzzz")


@pytest.mark.parametrize("state", ["OH", "oh", "Ohio", " ohio "])
def test_a_state_is_known_by_code_and_name(
    catalog: Catalog, asked: EntryRequirements, state: str
) -> None:
    assert [one.state for one in asked.list_licenses("registered nurse", state)] == ["OH", "US"]
    assert asked.find_licenses_to_get("registered nurse", state).licenses
    assert catalog.find_school_programs("registered nurse", state)[1] > 100
    assert catalog.get_wage("registered nurse", state).area.name == "Ohio"


def test_no_state_is_told_and_not_taken_for_one_without_licenses(
    catalog: Catalog, asked: EntryRequirements
) -> None:
    for ask in (
        lambda: asked.list_licenses("registered nurse", "XX"),
        lambda: asked.find_licenses_to_get("registered nurse", "Atlantis"),
        lambda: catalog.find_school_programs("registered nurse", "XX"),
        lambda: catalog.get_wage("registered nurse", "Atlantis"),
    ):
        with pytest.raises(NotFound):
            ask()


def test_credentials_domains_and_groups_that_are_none_are_told(catalog: Catalog) -> None:
    with pytest.raises(BadRequest, match="associate"):
        catalog.find_school_programs("registered nurse", "OH", ("associates",))
    assert len(catalog.list_ratings("registered nurse", "skills")) == 35
    with pytest.raises(BadRequest, match="list_work_styles"):
        catalog.list_ratings("registered nurse", "work_styles")
    with pytest.raises(BadRequest, match="Domains"):
        catalog.list_ratings("registered nurse", "nope")
    with pytest.raises(NotFound):
        catalog.list_pathway_occupations("nope")
    with pytest.raises(NotFound):
        catalog.list_pathways("2024", "nope")
    assert catalog.list_pathways("2008", "Finance")


def test_ratings_have_the_digits_that_are_published(catalog: Catalog) -> None:
    rated = catalog.list_ratings("registered nurse", "skill")
    assert all(one.importance == round(one.importance, 2) for one in rated)
    assert rated[0].importance == 4.12


def test_a_frame_is_the_users_own(catalog: Catalog) -> None:
    frame = catalog.frame("areas")
    before = catalog.frame("areas")
    frame[0, "name"] = "Elsewhere"
    frame.drop_in_place("kind")
    assert catalog.frame("areas").equals(before)
    assert before[0, "name"] != "Elsewhere"
