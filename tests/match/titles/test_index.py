"""The index of titles that travels in the release, and the model of words beside it."""

from __future__ import annotations

import numpy as np
import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.match.titles.coder import build_index
from careerlattice.match.titles.index import TitleIndex
from careerlattice.match.titles.release_coder import CODER_FILE, coder_arrays, title_coder
from careerlattice.match.titles.title_model import TitleModel, fitted_model, packed, title_features
from careerlattice.match.titles.word_ratios import WordRatios

ROWS = [
    ("Registered Nurse", "29-1141.00", "official"),
    ("Acute Care Nurse", "29-1141.01", "official"),
    ("Line Cook", "35-2014.00", "reported"),
    ("Cook, Line", "35-2014.00", "alternate"),
    ("Cook", "35-2014.00", "alternate"),
    ("Cook", "35-2012.00", "alternate"),
    ("Electrician", "47-2111.00", "official"),
]


def index_of(rows: list[tuple[str, str, str]]) -> TitleIndex:
    titles, codes, kinds = zip(*rows, strict=True)
    return build_index(titles, codes, kinds)[0]


def test_an_index_opened_from_its_arrays_answers_the_same() -> None:
    made = index_of(ROWS)
    opened = TitleIndex.from_arrays(made.to_arrays())
    assert opened.six_digit == made.six_digit
    for words in (("cook",), ("line", "cook"), ("nurse",), ("cook", "line"), ("zyx",)):
        assert (opened.neighbor_votes(words) == made.neighbor_votes(words)).all()
        for left, right in zip(opened.identical(words), made.identical(words), strict=True):
            assert (left == right).all()
        assert (WordRatios(opened).sum(words) == WordRatios(made).sum(words)).all()


def test_the_order_of_the_rows_makes_no_difference() -> None:
    left, right = index_of(ROWS).to_arrays(), index_of(ROWS[::-1]).to_arrays()
    assert all((left[name] == right[name]).all() for name in left)


def test_identical_titles_share_their_occupations() -> None:
    index = index_of(ROWS)
    share, official = index.identical(("cook",))
    assert share[index.six_digit.index("35-2014")] == pytest.approx(0.5)
    assert not official.any()
    assert index.identical(("line", "cook"))[0].sum() == pytest.approx(1)
    assert not index.identical(("line", "nurse"))[0].any()


def test_slips_are_split_joined_and_mended() -> None:
    index = index_of([*ROWS, ("Electrician Helper", "47-3013.00", "official")])
    assert index.mended(("electrican",)) == ("electrician",)
    assert index.mended(("linecook",)) == ("line", "cook")
    assert index.mended(("elec", "trician")) == ("electrician",)


def test_a_model_keeps_what_it_was_given_up_to_a_step() -> None:
    names = ["w cook", "w nurse"]
    vectors = np.array([[1, -0.5], [-1, 0.25]], dtype=np.float32)
    outputs = np.array([[2, -2], [0.5, 1]], dtype=np.float32)
    arrays = packed(names, ["35-2014", "29-1141"], vectors, outputs, np.zeros(2, np.float32))
    model = TitleModel(arrays)
    cook, nurse = model.log_shares(["cook"]), model.log_shares(["nurse"])
    assert cook is not None
    assert nurse is not None
    assert cook.argmax() == 0
    assert nurse.argmax() == 1
    assert np.exp(cook).sum() == pytest.approx(1, abs=1e-5)
    assert model.log_shares(["zyx"]) is None
    assert TitleModel(model.to_arrays()).log_shares(["cook"]).tolist() == cook.tolist()  # type: ignore[union-attr]


def test_features_are_distinct_and_name_their_sort() -> None:
    found = title_features(["cook", "cook", "helper"])
    assert len(found) == len(set(found))
    assert {"w cook", "p cook helper", "l helper", "b cook", "<cook"} <= set(found)
    assert title_features([]) == []


def test_the_fitted_model_knows_the_occupations_of_the_release() -> None:
    index = title_coder(open_release()).index
    assert set(index.six_digit) <= set(fitted_model().six_digit)


@pytest.mark.slow
def test_the_index_of_the_release_is_that_of_its_titles() -> None:
    catalog = open_release()
    assert CODER_FILE in catalog.release.manifest.files
    from careerlattice.match.titles.release_coder import title_rows

    table = catalog.release.table("titles").select("title", "short_title", "onet_soc_code", "kind")
    occupations = [(o.title, str(o.code)) for o in catalog.list_occupations()]
    stored = catalog.release.arrays(CODER_FILE)
    made = coder_arrays(title_rows(occupations, table.rows()))
    assert made.keys() == stored.keys()
    assert all((made[name] == stored[name]).all() for name in made)
