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
            assert told or not facts.common_program[a, b], (a, b)
            assert told or not facts.same_program[a, b], (a, b)


def _row(catalog: Catalog, title: str) -> int:
    return catalog.row_of[catalog.get_occupation(title).code]


@pytest.mark.parametrize(
    ("origin", "to", "same"),
    [
        ("nursing assistants", "licensed practical nurses", False),
        ("licensed practical nurses", "registered nurses", False),
        ("medical assistants", "registered nurses", False),
        ("critical care nurses", "registered nurses", True),
        ("respiratory therapists", "licensed practical nurses", False),
        ("physical therapists", "registered nurses", False),
        ("physical therapists", "occupational therapists", False),
        ("pharmacists", "nurse anesthetists", False),
        ("civil engineers", "environmental engineers", False),
        ("dental assistants", "dental hygienists", False),
        ("family medicine physicians", "pediatricians, general", True),
        ("family medicine physicians", "dentists, general", False),
    ],
)
def test_pairs(
    catalog: Catalog, facts: OccupationFacts, origin: str, to: str, *, same: bool
) -> None:
    """No profession is entered by a neighbor's credential."""
    assert facts.same_program[_row(catalog, origin), _row(catalog, to)] == same


def test_the_law_is_met_only_by_those_who_surely_earned_its_program(
    catalog: Catalog, facts: OccupationFacts
) -> None:
    everywhere = ("all_states", "most_states", "federal")
    for code, entry in open_requirements(catalog).entries.items():
        b = catalog.row_of[code]
        is_by_law = bool(entry.licenses) and entry.licenses[0].asked_in.value in everywhere
        if not is_by_law or facts.needs_degree[b]:
            continue
        for a in np.flatnonzero(facts.same_program[:, b]):
            if not facts.needs_degree[a]:
                own = {cip for cip in facts.programs[a] if not is_residual(cip)}
                assert facts.is_specific[a]
                assert (own or facts.programs[a]) <= facts.programs[b], (a, b)


def test_a_shorter_credential_of_the_same_code_never_opens_a_longer_one(
    catalog: Catalog, facts: OccupationFacts
) -> None:
    """A certificate and an associate degree share a code; who has the one has not the other."""
    hygienist, assistant = _row(catalog, "dental hygienists"), _row(catalog, "dental assistants")
    nurse, practical = _row(catalog, "registered nurses"), _row(catalog, "29-2061")
    assert not facts.common_program[assistant, hygienist]
    assert not facts.common_program[practical, nurse]
