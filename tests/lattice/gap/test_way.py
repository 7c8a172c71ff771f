"""Moves ask what the way in asks that people from there take."""

from __future__ import annotations

import pytest

from careerlattice.lattice.gap.details import TakenWay
from careerlattice.requirements.entry import Door
from careerlattice.wording.gaps import assumption_sentence, piece_words


def door(move) -> Door | None:
    return next((one.door for one in move.gap.assumptions if isinstance(one, TakenWay)), None)


@pytest.mark.parametrize(
    ("origin", "to", "expected"),
    [
        ("47-2111.00", "47-1011.00", Door.PROMOTION),
        ("35-2014.00", "35-1011.00", Door.PROMOTION),
        ("47-3013.00", "47-2111.00", Door.APPRENTICESHIP),
        ("41-2011.00", "41-2031.00", Door.DIRECT),
    ],
)
def test_the_way_that_people_from_there_take(lattice, origin, to, expected):
    move = lattice.move(origin, to)
    assert door(move) is expected
    assert move.gap.piece("education").is_met
    assert move.gap.usd.high == 0
    assert "one way in" in assumption_sentence(move.gap.assumptions[-1])


def test_a_promotion_asks_years_in_the_rank_and_counts_them_in_full(lattice):
    piece = lattice.move("47-2111.00", "47-1011.00").gap.piece("experience")
    assert piece.details.asked_months == 60
    assert piece.details.counted_months == 24
    assert piece.months.typical == 36


def test_a_helper_s_work_counts_toward_the_term(lattice):
    piece = lattice.move("47-3013.00", "47-2111.00").gap.piece("training")
    assert piece.happens == "in the job"
    assert piece.details.is_apprenticeship
    assert piece.details.done_months == 12  # half of two years


def test_who_works_is_taken_to_have_a_diploma(lattice):
    for to in ("41-2031.00", "43-4051.00", "41-1011.00"):
        piece = lattice.move("41-2011.00", to).gap.piece("education")
        assert "equivalency" not in piece_words(piece).missing


def test_a_degree_way_tells_its_own_length_and_cost(lattice):
    schooling = lattice.schooling_of("29-2061.00", "29-1141.00")
    assert schooling.credentials[-1] == "associate"
    assert 0 < schooling.months.low <= schooling.months.typical
    assert schooling.usd.low <= schooling.usd.typical <= schooling.usd.high
    assert lattice.schooling_of("47-2111.00", "47-1011.00").credentials == ()


def test_no_way_is_taken_that_asks_a_license_or_degree_not_held(lattice):
    """An aide takes neither the bridge for practical nurses nor the program after a degree."""
    schooling = lattice.schooling_of("31-1131.00", "29-1141.00")
    assert schooling.credentials[-1] == "associate"
    assert schooling.months.low >= 18


def test_who_studied_in_the_field_earns_no_second_degree(lattice):
    assert lattice.schooling_of("29-1141.00", "29-1141.03").credentials == ()


def test_a_step_that_the_origin_names_is_open_by_promotion(lattice):
    assert lattice.schooling_of("19-4031.00", "51-1011.00").credentials == ()


def test_every_move_has_a_gap_that_adds_up(lattice):
    for origin in lattice.catalog.codes[::60]:
        for move in lattice.moves(origin, limit=6):
            gap = move.gap
            assert gap.months.low <= gap.months.typical + 1e-9
            assert gap.usd.low <= gap.usd.typical + 1e-9 <= gap.usd.high + 1e-6
            for piece in gap.pieces:
                assert piece_words(piece).asked, (origin, move.to.code, piece.name)


def test_a_move_asks_what_the_state_s_own_law_asks(lattice):
    areas = lattice.catalog.areas
    texas, jersey = (
        lattice.move("41-2011.00", "39-5012.00", areas.of_state(state)).gap.piece("education")
        for state in ("TX", "NJ")
    )
    # 1,000 hours of school, and 1,200.
    assert texas.months.typical == 9.0
    assert jersey.months.typical == 10.8
    school = lattice.schooling_of("41-2011.00", "39-5012.00", areas.of_state("TX"))
    assert school.months.typical == 9.0
    assert lattice.schooling_of("41-2011.00", "39-5012.00").months.typical == 15.0
