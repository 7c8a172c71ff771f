"""Where schooling counts only in its field: one rule, and the same answer in every room."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.lattice.lattice import open_lattice
from careerlattice.match.occupation_arrays import field_arrays
from careerlattice.plan.facts.occupations import build_occupation_facts
from careerlattice.requirements.entry import Door, Standing
from careerlattice.requirements.field_names import resolve_field
from careerlattice.requirements.fields_of_study import share_of_families
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return open_release()


@pytest.mark.parametrize(
    ("programs", "share"),
    [
        (frozenset(), 0.0),
        (frozenset({"51.3801"}), 1.0),
        (frozenset({"14.0101", "14.0201", "15.0101", "51.0101"}), 0.75),
        (frozenset({"11.0101", "30.0101", "52.0101", "45.0101"}), 0.5),
    ],
)
def test_programs_are_counted_by_their_two_largest_families(
    programs: frozenset[str], share: float
) -> None:
    assert share_of_families(programs) == share


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("29-1141.00", "nurses: one family, a degree"),
        ("17-2199.08", "robotics engineers: 31 of 32 programs of two families"),
        ("29-2055.00", "surgical technologists: one family, BLS names an award"),
        ("25-2031.00", "secondary teachers: eleven families, but licensed nearly everywhere"),
        ("29-1229.03", "urologists: 17 four-digit fields, all of medicine"),
        ("19-3011.00", "economists: many families, but a master's degree is typical"),
    ],
)
def test_schooling_counts_only_in_its_field(catalog: Catalog, code: str, why: str) -> None:
    assert open_requirements(catalog).fields_of_study.is_specific[catalog.row_of[code]], why


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("11-1021.00", "general managers: many families, some college"),
        ("15-1252.00", "software developers: 17 of 20 programs of two families"),
        ("47-2111.00", "electricians: learned by apprenticeship"),
        ("53-3032.00", "truck drivers: half of the jobs ask for high school alone"),
        ("43-6012.00", "legal secretaries: neither survey nor BLS names a credential"),
        ("41-2031.00", "retail salespersons: no schooling is asked"),
    ],
)
def test_any_schooling_counts(catalog: Catalog, code: str, why: str) -> None:
    assert not open_requirements(catalog).fields_of_study.is_specific[catalog.row_of[code]], why


def test_gaps_and_fits_judge_by_the_same_rule(catalog: Catalog) -> None:
    specific = open_requirements(catalog).fields_of_study.is_specific
    lattice = open_lattice(catalog)
    asked = [lattice.required.is_field_specific(row) for row in range(len(catalog.codes))]
    assert np.array_equal(asked, specific)
    assert np.array_equal(field_arrays(catalog).is_specific, specific)


def test_plans_take_the_field_from_the_entry_conditions(catalog: Catalog) -> None:
    """Where every condition that asks schooling asks it in its own programs, only they count."""
    facts = build_occupation_facts(catalog, open_lattice(catalog).arrays)
    entries = open_requirements(catalog)
    for row, code in enumerate(catalog.codes):
        # Apprenticeships that exist as a title alone are no way in.
        schooled = [
            way
            for way in entries.get_entry(code).conditions
            if way.floor >= EducationLevel.CERTIFICATE
            and not (
                way.door is Door.APPRENTICESHIP
                and way.apprenticeship is not None
                and way.apprenticeship.standing is Standing.TITLE_ONLY
            )
        ]
        own = [way.field.is_binding and bool(way.programs) for way in schooled]
        assert facts.is_specific[row] == (bool(own) and all(own)), code


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "is_specific", "why"),
    [
        ("29-1141.00", True, "nurses: a nursing program, by law"),
        ("23-1011.00", True, "lawyers: a law degree, by law"),
        ("13-2011.00", True, "accountants: employers ask accounting, though few are licensed"),
        ("11-2032.00", False, "public relations managers: promoted with a degree of any field"),
        ("41-2031.00", False, "retail salespersons: no schooling is asked"),
    ],
)
def test_practice_says_whether_plans_ask_the_own_field(
    catalog: Catalog, code: str, is_specific: bool, why: str
) -> None:
    facts = build_occupation_facts(catalog, open_lattice(catalog).arrays)
    assert facts.is_specific[catalog.row_of[code]] == is_specific, why


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("B.A. Psychology", "42.01"),
        ("M.B.A. in marketing", "52.14"),
        ("BTech computer science", "11.07"),
        ("history BA", "54.01"),
        ("associate of arts", "24.01"),
        ("applied math", "27.03"),
    ],
)
def test_a_degree_beside_a_field_is_no_part_of_it(catalog: Catalog, text: str, code: str) -> None:
    assert str(resolve_field(catalog, text).cip_code).startswith(code)
