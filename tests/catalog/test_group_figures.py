"""Size, pay and growth of a group, against the same worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.group_figures import group_figures, weighted_quantiles

FINITE = st.floats(1, 1e6)


def test_quantiles_count_a_value_as_often_as_its_weight() -> None:
    values, weights = np.array([30.0, 10.0, 20.0]), np.array([1.0, 2.0, 1.0])
    # Written out: 10, 10, 20, 30.
    assert weighted_quantiles(values, weights, (0.25, 0.5, 0.75, 1.0)) == (10, 10, 20, 30)


def test_nothing_has_no_quantile() -> None:
    empty = np.array([])
    assert weighted_quantiles(empty, empty, (0.5,)) == (None,)
    assert weighted_quantiles(np.array([1.0]), np.array([0.0]), (0.25, 0.5)) == (None, None)


@given(st.lists(st.tuples(FINITE, FINITE), min_size=1, max_size=20))
def test_quantiles_are_members_and_rise(pairs: list[tuple[float, float]]) -> None:
    values, weights = (np.array(column) for column in zip(*pairs, strict=True))
    found = weighted_quantiles(values, weights, (0.25, 0.5, 0.75))
    assert set(found) <= set(values.tolist())
    assert list(found) == sorted(found)  # type: ignore[type-var]


def test_a_group_of_one_has_that_occupations_figures(catalog: Catalog) -> None:
    code = catalog.occupation("29-1141.00").code
    found = group_figures(catalog, [code])
    outlook, wage = catalog.get_outlook(code), catalog.get_wage(code)
    assert found.occupations == 1
    assert found.median_usd == found.p25_usd == found.p75_usd == wage.p50.value
    assert found.growth_pct == pytest.approx(outlook.growth_pct.value, abs=0.06)
    members = [other for other in catalog.codes if other.soc == code.soc]
    assert found.jobs == pytest.approx(outlook.employment.value / len(members), rel=1e-6)
    zone = catalog.occupation(code).job_zone
    assert [n for n, count in enumerate(found.by_zone, start=1) if count] == [zone]


def test_a_pathway_by_hand(catalog: Catalog) -> None:
    pathway = catalog.get_pathway("Therapeutic Services", "2008")
    codes = catalog.frameworks.occupations_of(pathway.id)
    found = group_figures(catalog, codes)
    outlook, pay = catalog.outlook_vectors, catalog.pay_vectors()
    jobs, paid = [], []
    for code in codes:
        row = catalog.row_of[code]
        own = outlook.employment[row] * outlook.share[row]
        if not np.isnan(own):
            jobs.append(own)
            if not np.isnan(pay.p50[row]):
                paid.append((pay.p50[row], own))
    assert found.jobs == pytest.approx(sum(jobs))
    paid.sort()
    half, reached = sum(weight for _, weight in paid) / 2, 0.0
    for value, weight in paid:  # noqa: B007
        reached += weight
        if reached >= half:
            break
    assert found.median_usd == value
    assert sum(found.by_zone) == sum(catalog.occupation(c).job_zone is not None for c in codes)


def test_everyone_together_grows_as_the_lines_do(catalog: Catalog) -> None:
    found = group_figures(catalog, catalog.codes)
    lines = catalog.release.table("projections").join(
        catalog.release.table("projection_links").select("matrix_code").unique(), on="matrix_code"
    )
    growth = np.average(lines["growth_pct"].to_numpy(), weights=lines["employment_2024"].to_numpy())
    assert found.growth_pct == pytest.approx(growth, abs=0.01)


def test_a_group_without_figures_has_none(catalog: Catalog) -> None:
    military = [code for code in catalog.codes if code.startswith("55-")]
    found = group_figures(catalog, military)
    assert (found.jobs, found.median_usd, found.growth_pct) == (None, None, None)
    assert found.occupations == len(military)
    assert group_figures(catalog, []).occupations == 0
