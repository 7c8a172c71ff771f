"""Fields of study and the schools that teach them."""

from __future__ import annotations

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.vocab.codes import OnetSocCode

NURSE = OnetSocCode("29-1141.00")


def test_fields_of_study_are_the_crosswalks_with_their_titles(catalog: Catalog) -> None:
    programs = catalog.list_programs(NURSE)
    codes = [program.cip_code for program in programs]
    assert "51.3801" in codes
    assert codes == sorted(codes)
    assert all(program.title for program in programs)


def test_a_specialty_has_its_lines_fields(catalog: Catalog) -> None:
    assert catalog.list_programs(OnetSocCode("29-1141.01")) == catalog.list_programs(NURSE)


def test_schools_come_by_graduates_and_those_without_come_last(catalog: Catalog) -> None:
    programs, count = catalog.find_school_programs(NURSE, "OH", limit=10_000)
    assert count == len(programs) > 20
    graduates = [program.completers for program in programs]
    known = [number for number in graduates if number is not None]
    assert known == sorted(known, reverse=True)
    assert None not in graduates[: len(known)]
    assert {program.state for program in programs} == {"OH"}
    assert all(program.school and program.program for program in programs)


def test_a_limit_cuts_the_list_and_not_the_count(catalog: Catalog) -> None:
    few, count = catalog.find_school_programs(NURSE, "OH", limit=3)
    every, same = catalog.find_school_programs(NURSE, "OH", limit=10_000)
    assert few == every[:3]
    assert count == same


@pytest.mark.parametrize("credentials", [("associate",), ("associate", "bachelor")])
def test_only_the_credentials_asked_for_are_found(
    catalog: Catalog, credentials: tuple[str, ...]
) -> None:
    programs, _ = catalog.find_school_programs(NURSE, "OH", credentials, limit=10_000)
    assert {program.credential for program in programs} == set(credentials)


def test_fields_are_compared_at_four_digits(catalog: Catalog) -> None:
    series = {program.cip_code[:5] for program in catalog.list_programs(NURSE)}
    programs, _ = catalog.find_school_programs(NURSE, None, limit=500)
    assert {program.cip_code for program in programs} <= series


def test_an_occupation_without_a_field_has_no_school(catalog: Catalog) -> None:
    code = next(code for code in catalog.codes if not catalog.list_programs(code))
    assert catalog.find_school_programs(code, "OH") == ([], 0)
