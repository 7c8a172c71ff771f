"""Projections: figures in jobs, wider lines named, and the same for one occupation and for all."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.catalog.catalog import Catalog


def test_figures_are_the_published_ones_in_jobs(catalog: Catalog) -> None:
    nurse = catalog.occupation("29-1141.00").code
    outlook = catalog.get_outlook(nurse)
    table = catalog.release.table("projections")
    row = next(row for row in table.iter_rows(named=True) if row["matrix_code"] == "29-1141")
    assert outlook.employment.value == pytest.approx(row["employment_2024"] * 1_000, abs=0.1)
    assert outlook.openings_per_year.value == pytest.approx(row["openings"] * 1_000, abs=0.1)
    assert outlook.growth_pct.value == pytest.approx(row["growth_pct"], abs=0.05)
    assert outlook.growth_pct.provenance.line == "29-1141"
    source = catalog.release.source("bls-projections")
    assert outlook.growth_pct.provenance.vintage == source.edition
    assert outlook.notes == ()


def test_wider_lines_and_specialties_say_so(catalog: Catalog) -> None:
    assert "the wider group 13-1020" in catalog.get_outlook(_code(catalog, "13-1021.00")).notes[0]
    assert "for all of 29-1141" in catalog.get_outlook(_code(catalog, "29-1141.01")).notes[0]


def test_an_occupation_without_a_line_has_a_note_and_no_number(catalog: Catalog) -> None:
    outlook = catalog.get_outlook(_code(catalog, "55-3016.00"))
    assert outlook.notes == ("The projections do not cover this occupation.",)
    assert outlook.employment.value is None
    assert outlook.employment.status == "not published"


def test_one_occupation_and_all_of_them_have_the_same_figures(catalog: Catalog) -> None:
    vectors = catalog.outlook_vectors
    for row, code in enumerate(catalog.codes):
        outlook = catalog.get_outlook(code)
        for name, values in (
            ("employment", vectors.employment),
            ("openings_per_year", vectors.openings),
            ("growth_pct", vectors.growth_pct),
            ("exit_rate_pct", vectors.exit_rate_pct),
            ("transfer_rate_pct", vectors.transfer_rate_pct),
        ):
            value = getattr(outlook, name).value
            assert (value is None) == bool(np.isnan(values[row])), (code, name)
            assert value is None or value == pytest.approx(values[row], abs=0.06), (code, name)


def test_the_shares_of_a_line_add_up_to_the_line(catalog: Catalog) -> None:
    vectors = catalog.outlook_vectors
    total = np.nansum(vectors.employment * vectors.share)
    named = {}
    for row, code in enumerate(catalog.codes):
        line = catalog.get_outlook(code).employment.provenance.line
        if line:
            named[line] = vectors.employment[row]
    assert total == pytest.approx(sum(named.values()))


def _code(catalog: Catalog, text: str):
    return catalog.occupation(text).code
