"""The ladder around an occupation: every occupation has one, military and listed ones too."""

from __future__ import annotations

import pytest


@pytest.mark.slow
def test_every_occupation_has_neighbors(catalog, lattice):
    for code in catalog.codes:
        ladder = lattice.neighborhood(code)
        assert ladder.center == code
        assert len(ladder.occupations) >= 2, code
        assert code in {one.code for one in ladder.occupations}


def test_no_sequence_is_told_twice(catalog, lattice):
    for code in ("41-2011.00", "55-3016.00", *catalog.codes[::40]):
        found = lattice.neighborhood(code).main_sequences
        assert len(set(found)) == len(found), code


def test_hardly_anyone_stands_alone(catalog, lattice):
    alone = total = 0
    for code in catalog.codes[::25]:
        ladder = lattice.neighborhood(code)
        inside = {c for move in ladder.moves for c in (move.from_code, move.to_code)}
        total += len(ladder.occupations)
        alone += sum(
            one.code not in inside and not ladder.outside[one.code] for one in ladder.occupations
        )
    assert alone <= total / 50


@pytest.mark.parametrize(
    ("code", "below", "above"),
    [
        ("29-1141.00", "29-2061.00", "29-1171.00"),
        ("47-2111.00", "47-3013.00", "47-1011.00"),
        ("35-2014.00", "35-2011.00", "35-1011.00"),
        ("15-1252.00", "15-1251.00", "11-3021.00"),
    ],
)
def test_what_a_counselor_expects(lattice, code, below, above):
    ladder = lattice.neighborhood(code)
    low, middle, high = (ladder.get(end).status_index for end in (below, code, above))
    assert low < middle < high
    codes = {one.code for one in ladder.occupations}
    assert {below, above} <= codes


def test_the_military_reaches_civilian_work(catalog, lattice):
    codes = {one.code for one in lattice.neighborhood("55-3016.00").occupations}
    assert any(not code.startswith("55-") for code in codes)
