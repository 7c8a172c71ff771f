"""How schooling carries over: what residual codes, licenses and higher schooling establish."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.facts.occupations import OccupationFacts
from careerlattice.plan.planner import Planner
from careerlattice.requirements.fields_of_study import is_residual, telling
from careerlattice.requirements.requirements import open_requirements


@pytest.fixture(scope="module")
def facts(planner: Planner) -> OccupationFacts:
    return planner.facts


def test_residual_codes_are_those_of_programs_called_other(catalog: Catalog) -> None:
    titles = dict(catalog.release.table("programs").select("cip_code", "title").rows())
    for cip, title in titles.items():
        if len(cip) == len("51.3999") and title != "Reserved":
            assert is_residual(cip) == title.rstrip(". ").endswith("Other"), (cip, title)


def test_where_only_residual_codes_lead_they_are_still_told() -> None:
    assert telling(frozenset({"51.3999", "51.3901"})) == {"51.3901"}
    assert telling(frozenset({"51.3999"})) == {"51.3999"}
    assert telling(frozenset()) == frozenset()


def test_residual_codes_establish_nothing_in_common(
    catalog: Catalog, facts: OccupationFacts
) -> None:
    chance = np.random.default_rng(3)
    size = len(facts.programs)
    for _ in range(4_000):
        a, b = (int(x) for x in chance.integers(size, size=2))
        told = {cip for cip in facts.programs[a] & facts.programs[b] if not cip.endswith("99")}
        if not facts.needs_degree[b]:
            assert facts.common_program[a, b] == bool(told), (a, b)
            assert not facts.same_program[a, b] or told


def _row(catalog: Catalog, title: str) -> int:
    return catalog.row_of[catalog.get_occupation(title).code]


@pytest.mark.parametrize(
    ("origin", "to", "same", "below"),
    [
        ("nursing assistants", "licensed practical nurses", False, False),
        ("registered nurses", "licensed practical nurses", False, True),
        ("registered nurses", "nursing assistants", False, True),
        ("critical care nurses", "registered nurses", True, False),
        ("respiratory therapists", "licensed practical nurses", False, False),
        ("physical therapists", "registered nurses", False, False),
        ("physical therapists", "occupational therapists", False, False),
        ("nurse midwives", "registered nurses", False, True),
        ("nurse anesthetists", "registered nurses", False, True),
        ("pharmacists", "nurse anesthetists", False, False),
        ("credit analysts", "loan officers", True, False),
        ("civil engineers", "environmental engineers", False, False),
        ("paramedics", "emergency medical technicians", True, False),
    ],
)
def test_pairs(
    catalog: Catalog, facts: OccupationFacts, origin: str, to: str, *, same: bool, below: bool
) -> None:
    a, b = _row(catalog, origin), _row(catalog, to)
    is_below = bool(facts.opens_below[a, b]) and facts.typical[a] > facts.accepted[b]
    assert facts.same_program[a, b] == same
    assert (is_below and not facts.same_program[a, b]) == below


def test_the_law_is_met_only_by_those_who_surely_earned_its_program(
    catalog: Catalog, facts: OccupationFacts
) -> None:
    study = open_requirements(catalog).fields_of_study
    licensed = [r for r in range(len(facts.programs)) if study.is_licensed(r)]
    for b in licensed:
        if not facts.is_specific[b] or facts.needs_degree[b]:
            continue
        for a in np.flatnonzero(facts.same_program[:, b]):
            own = {cip for cip in facts.programs[a] if not cip.endswith("99")}
            share = len(own & facts.programs[b]) / len(own)
            assert facts.is_specific[a]
            assert share == 1 or (study.is_licensed(int(a)) and share >= 0.5)


def test_more_schooling_never_stands_in_across_families_or_for_a_profession(
    facts: OccupationFacts,
) -> None:
    for a, b in np.argwhere(facts.opens_below)[::97]:
        families = [{cip[:2] for cip in facts.programs[row]} for row in (a, b)]
        assert families[0] & families[1]
        assert not facts.needs_degree[b]
        assert facts.is_specific[a]
