"""What is held already: whoever does one occupation may do the other without starting again."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.lattice.arrays.held import holds_what_is_asked
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.arrays.named_moves import Named
from careerlattice.requirements.condition_arrays import read_condition_arrays

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def held(catalog, lattice):
    required = lattice.required
    return holds_what_is_asked(
        read_condition_arrays(catalog), required.typical_level, required.study.programs
    )


@pytest.mark.parametrize(
    ("origin", "to"),
    [
        ("29-1141.03", "29-1214.00"),  # a nurse is no physician
        ("29-1292.00", "29-1024.00"),  # a hygienist no dentist
        ("53-2021.00", "53-2011.00"),  # a controller no pilot
        ("25-4031.00", "25-4012.00"),  # a library technician no curator
        ("47-2152.04", "47-4021.00"),  # an installer has not served elevators
        ("29-1213.00", "29-1229.03"),  # one residency is not another
    ],
)
def test_another_profession_is_not_held(catalog, lattice, held, origin, to):
    a, b = catalog.row_of[origin], catalog.row_of[to]
    assert not held[a, b]
    assert lattice.arrays.kind[a, b] != Kind.LATERAL


def test_work_anybody_may_begin_is_held_by_all(catalog, held):
    cashiers = catalog.row_of["41-2011.00"]
    assert held[:, cashiers].all()


def test_everybody_holds_their_own(held):
    assert held.diagonal().all()


def test_no_change_sideways_that_nothing_names_asks_what_is_not_held(lattice, held):
    arrays = lattice.arrays
    plain = (arrays.named == Named.NONE) & (arrays.named.T == Named.NONE)
    assert held[plain & (arrays.kind == Kind.LATERAL)].all()
    assert np.count_nonzero(arrays.kind == Kind.LATERAL) > 1_000
