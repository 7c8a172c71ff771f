"""From typed text to one occupation: codes of both editions, titles, and what is asked back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import Ambiguous, BadCode, NotFound
from careerlattice.wording.understood import understood_text

Draw = Callable[[dict[str, list[tuple[Any, ...]]]], Catalog]


@pytest.mark.parametrize("text", ["29-1141.00", "29-1141", "29114100", " 29-1141.00 "])
def test_a_code_may_be_written_in_several_ways(catalog: Catalog, text: str) -> None:
    found = catalog.resolve(text)
    assert (found.occupation.code, found.how, found.note) == ("29-1141.00", "code", None)


def test_a_title_in_the_singular_is_the_official_one(catalog: Catalog) -> None:
    assert catalog.resolve("registered nurses").how == "title"
    found = catalog.resolve("Registered Nurse")
    assert found.occupation.code == "29-1141.00"
    assert found.note is None


def test_another_title_says_what_it_was_taken_for(catalog: Catalog) -> None:
    found = catalog.resolve("RN")
    assert (found.occupation.code, found.how) == ("29-1141.00", "other title")
    assert understood_text(found.note).startswith("We read 'RN' as Registered Nurses")


def test_a_soc_2010_code_with_one_successor_gives_it_with_a_note(catalog: Catalog) -> None:
    found = catalog.resolve("11-9061")
    assert (found.occupation.code, found.how) == ("11-9171.00", "successor")
    assert understood_text(found.note) == "11-9061 is a SOC 2010 code. It is now 11-9171.00."


def test_a_divided_soc_2010_code_is_asked_back_with_its_parts(catalog: Catalog) -> None:
    with pytest.raises(Ambiguous, match="SOC 2010 code that is now 2 occupations") as caught:
        catalog.resolve("11-2031")
    assert {code for code, _ in caught.value.choices} == {"11-2032.00", "11-2033.00"}


def test_every_soc_2010_code_is_answered_or_asked_back(catalog: Catalog) -> None:
    links = catalog.release.table("soc2010_links")
    for old, soc_codes in links.group_by("soc2010_code").agg("soc_code").iter_rows():
        try:
            found = catalog.resolve(old)
        except NotFound as error:
            names = error.nearest
        else:
            names = (found.occupation.title,)
            assert found.how == "code" or found.occupation.code.soc in soc_codes, old
        assert names, old


def test_a_line_that_only_has_specialties_names_them(drawn: Draw) -> None:
    codes = ("29-1141.01", "29-1141.02")
    catalog = drawn(
        {
            "occupations": [
                (code, f"Nurse {code[-1]}", code[:7], "rated", 3, code, False) for code in codes
            ]
        }
    )
    with pytest.raises(NotFound) as caught:
        catalog.resolve("29-1141")
    assert caught.value.nearest == ("29-1141.01 Nurse 1", "29-1141.02 Nurse 2")


def test_a_code_of_no_occupation_gets_its_neighbors(catalog: Catalog) -> None:
    with pytest.raises(NotFound) as caught:
        catalog.resolve("29-1145.00")
    assert all(name.startswith("29-1141.") for name in caught.value.nearest)


def test_digits_of_no_major_group_are_not_a_code(catalog: Catalog) -> None:
    with pytest.raises(BadCode, match="there is no major group 98"):
        catalog.resolve("98-1234.00")


def test_a_title_that_could_be_several_occupations_is_asked_back(catalog: Catalog) -> None:
    with pytest.raises(NotFound) as caught:
        catalog.resolve("nurs")
    assert len(caught.value.nearest) == 3


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_typed_is_told_what_to_type(catalog: Catalog, text: str) -> None:
    with pytest.raises(NotFound, match="Type a job title"):
        catalog.resolve(text)


def test_every_official_title_leads_to_its_occupation(catalog: Catalog) -> None:
    for occupation in catalog.list_occupations():
        assert catalog.get_occupation(occupation.title) == occupation
