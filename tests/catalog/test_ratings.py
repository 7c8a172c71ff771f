"""Ratings as matrices: the publisher's figures, nothing asked of what is not relevant."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.ratings import DOMAINS, rated_matrix, read_ratings, stand_in_rows


@pytest.mark.parametrize(
    ("domain", "elements"),
    [("skill", 35), ("knowledge", 33), ("ability", 52), ("work_activity", 41)],
)
def test_a_matrix_has_a_row_for_every_occupation(
    catalog: Catalog, domain: str, elements: int
) -> None:
    matrix = rated_matrix(catalog, domain)
    shape = (len(catalog.codes), elements)
    assert matrix.importance.shape == matrix.level.shape == matrix.weight.shape == shape
    assert len(matrix.element_ids) == len(matrix.names) == elements
    assert list(matrix.element_ids) == sorted(matrix.element_ids)
    assert matrix.importance.min() >= 1
    assert matrix.importance.max() <= 5
    assert matrix.level.min() >= 0
    assert matrix.level.max() <= 7
    assert matrix.weight.min() >= 0
    assert matrix.weight.max() <= 1


def test_cells_are_the_published_ones_and_zero_where_not_relevant(catalog: Catalog) -> None:
    matrices = read_ratings(catalog)
    place = {
        element: (domain, column)
        for domain in DOMAINS
        for column, element in enumerate(matrices[domain].element_ids)
    }
    zeros = 0
    for row in catalog.release.table("ratings").gather_every(97).iter_rows(named=True):
        domain, column = place[row["element_id"]]
        at = catalog.row_of[row["onet_soc_code"]]
        level = 0.0 if row["is_not_relevant"] else row["level"]
        zeros += row["is_not_relevant"]
        assert matrices[domain].level[at, column] == level
        assert matrices[domain].importance[at, column] == row["importance"]
    assert zeros > 10


def test_an_unrated_occupation_has_its_stand_ins_row_and_is_marked(catalog: Catalog) -> None:
    matrix = rated_matrix(catalog, "skill")
    rows = stand_in_rows(catalog)
    for at, code in enumerate(catalog.codes):
        occupation = catalog.occupation(code)
        assert bool(matrix.is_stand_in[at]) == (occupation.data_level != "rated")
        assert (matrix.level[at] == matrix.level[rows[at]]).all()
    assert matrix.is_stand_in.any()


def test_a_matrix_is_read_once_and_cannot_be_written_to(catalog: Catalog) -> None:
    matrix = rated_matrix(catalog, "skill")
    assert matrix is read_ratings(catalog, ("skill",))["skill"]
    for array in (matrix.importance, matrix.level, matrix.weight):
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 1.0


def test_the_list_of_one_occupation_is_the_matrix_row(catalog: Catalog) -> None:
    code = catalog.occupation("29-1141.00").code
    matrix = rated_matrix(catalog, "knowledge")
    listed = {
        rated.element_id: rated.importance for rated in catalog.list_ratings(code, "knowledge")
    }
    row = matrix.importance[catalog.row_of[code]]
    assert np.array([listed[element] for element in matrix.element_ids]) == pytest.approx(row)


def test_a_domain_that_is_not_rated_is_refused(catalog: Catalog) -> None:
    with pytest.raises(ValueError, match="no ratings of the domain 'charm'"):
        rated_matrix(catalog, "charm")
