"""Every label, piece of a gap and piece of evidence has its words."""

from __future__ import annotations

import json

import pytest

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.lattice.arrays.kinds import MoveLabel
from careerlattice.lattice.gap.details import LicenseCase
from careerlattice.lattice.lattice import Lattice, open_lattice
from careerlattice.wording.gaps import piece_words
from careerlattice.wording.moves import (
    evidence_sentence,
    kind_sentence,
    label_sentence,
    label_words,
    ladder_json,
    move_json,
)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return open_release()


@pytest.fixture(scope="module")
def lattice(catalog: Catalog) -> Lattice:
    return open_lattice(catalog)


def test_every_label_has_words_and_a_sentence_that_begins_with_them() -> None:
    for label in MoveLabel:
        assert label_words(label)
        sentence = label_sentence(label)
        assert sentence.lower().startswith(f"{label_words(label)}: ")
        assert sentence.endswith(".")
    assert label_words(None) == ""
    assert len({label_words(label) for label in MoveLabel}) == len(MoveLabel)


def test_moves_across_the_taxonomy_are_said_in_full(catalog: Catalog, lattice: Lattice) -> None:
    cases = set()
    areas = [catalog.get_area(name) for name in ("US", "OH", "CA")]
    for place, origin in enumerate(catalog.codes[::37]):
        to = catalog.codes[(place * 53 + 11) % len(catalog.codes)]
        if to == origin:
            continue
        move = lattice.move(origin, to, areas[place % 3])
        told = [evidence_sentence(evidence) for evidence in move.evidence]
        assert told[0] == f"{kind_sentence(move.reason)}."
        assert all(text.endswith(".") and "%(" not in text for text in told)
        cases.add(move.gap.piece("license").details.case)
        for piece in move.gap.pieces:
            words = piece_words(piece)
            assert words.asked
            assert words.source
            assert not (piece.is_met and words.missing), piece
        assert json.dumps(move_json(move), allow_nan=False)
    assert len(cases & set(LicenseCase)) >= 4


def test_a_ladder_writes_its_labels_in_words(lattice: Lattice) -> None:
    ladder = lattice.ladder("Therapeutic Services")
    value = ladder_json(ladder)
    assert [move["label"] for move in value["moves"]] == [
        label_words(move.label) for move in ladder.moves
    ]
