"""What a file of coded titles adds is measured on titles that taught nothing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerlattice.catalog.catalog import open_release
from careerlattice.match.titles.held_out import held_out_report
from careerlattice.match.titles.index import TitleIndex

WORDS = st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=3, unique=True).map(tuple)
CODES = st.sampled_from(["11-1011.00", "11-1011.03", "11-2021.00", "29-1141.00"])
PAIRS = st.dictionaries(st.tuples(WORDS, CODES), st.booleans(), min_size=2, max_size=20)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(PAIRS, st.data())
def test_an_index_without_titles_is_that_of_the_rest(
    rows: dict[tuple[tuple[str, ...], str], bool], data: st.DataObject
) -> None:
    gone = data.draw(st.lists(st.sampled_from(sorted(rows)), min_size=1, max_size=len(rows) - 1))
    left = {pair: official for pair, official in rows.items() if pair not in gone}
    if {code for _, code in left} != {code for _, code in rows}:
        return  # An index of the rest alone would have fewer occupations.
    whole = TitleIndex.build(rows)
    view, fresh = whole.without(gone), TitleIndex.build(left)
    assert set(view.vocabulary) == set(fresh.vocabulary)
    assert np.array_equal(view.words_held, fresh.words_held)
    assert np.array_equal(view.titles_held, fresh.titles_held)
    for words, code in rows:
        for one, other in zip(view.identical(words), fresh.identical(words), strict=True):
            assert np.array_equal(one, other)
        assert view.holds(words, code) is ((words, code) in left)
        assert (view.neighbor_votes(words) > 0).tolist() == (
            fresh.neighbor_votes(words) > 0
        ).tolist()
    for word, number in view.vocabulary.items():
        theirs = fresh.classes_of(fresh.vocabulary[word]).tolist()
        assert sorted(view.classes_of(number).tolist()) == sorted(theirs)
    # The whole index is as it was.
    assert np.array_equal(whole.titles_held, TitleIndex.build(rows).titles_held)


@pytest.mark.slow
def test_no_title_teaches_itself_or_those_of_the_same_words() -> None:
    """Codes that nothing else would give: right only if the answer had been told."""
    told = {
        "frumious gleaner": "23-1011.00",
        "zorbla tender": "29-1141.00",
        "Zorbla Tenders": "29-1141.00",
        "tender, zorbla": "29-1141.00",
    }
    report = held_out_report(open_release(), told)
    assert (report.titles, report.right_without, report.right_with) == (4, 0, 0)
