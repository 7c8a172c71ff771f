"""The judgments of the lower rooms: each has a unit and a reason, and one home."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.lattice.lattice import gap
from careerlattice.lattice.parameters import FITTED_SCHOOL_YEARS
from careerlattice.requirements.license_terms import license_terms
from careerlattice.requirements.parameters import LICENSE_USD, SCHOOL_YEARS
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel as Level
from careerlattice.vocab.parameter import Parameter

ROOMS = ("requirements", "profile", "lattice", "match", "match.titles", "assess")


def declared(room: str) -> Iterator[tuple[str, Parameter]]:
    for name, value in vars(import_module(f"careerlattice.{room}.parameters")).items():
        if isinstance(value, Parameter):
            yield name, value
        elif isinstance(value, dict):
            yield from (
                (f"{name}[{key!r}]", part)
                for key, part in value.items()
                if isinstance(part, Parameter)
            )
        elif isinstance(value, tuple):
            yield from ((name, part) for part in value if isinstance(part, Parameter))


@pytest.mark.parametrize("room", ROOMS)
def test_every_judgment_has_a_unit_and_a_reason(room: str) -> None:
    found = list(declared(room))
    assert found
    for name, item in found:
        assert item.unit, name
        assert len(item.why) >= 12, name
        assert item.source, name
        assert item.since, name


def test_gaps_take_the_one_time_and_fee_of_a_license() -> None:
    catalog: Catalog = open_release()
    piece = gap(catalog, "29-2061.00", "29-1141.00", catalog.get_area("OH")).piece("license")
    terms = license_terms(open_requirements(catalog).entries.gates(OnetSocCode("29-1141.00")))
    assert (piece.months.low, piece.months.typical) == (terms.months, terms.months_usual)
    assert piece.usd.typical == terms.usd
    assert "records name no fees" in LICENSE_USD.why


def test_only_three_levels_differ_on_the_scale_the_likelihood_was_fitted_with() -> None:
    differ = {
        level for level in Level if FITTED_SCHOOL_YEARS[level].value != SCHOOL_YEARS[level].value
    }
    assert differ == {Level.SOME_COLLEGE, Level.PROFESSIONAL, Level.POSTDOCTORAL}
    assert all("fitted" in FITTED_SCHOOL_YEARS[level].why for level in differ)
    years = [SCHOOL_YEARS[level].value for level in Level]
    assert years == sorted(years)
