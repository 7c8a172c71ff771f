"""Typed titles find the occupation a person means, fast and without ever failing."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerlattice.catalog.search import TitleHit, TitleSearch

ROOT = Path(__file__).parents[2]
ONET = ROOT.parent / "shared/data/onet-30.1"
QUERIES = Path(__file__).parent / "data/search_queries.csv"

FEW = [
    ("29-1141.00", "Registered Nurses", "official"),
    ("29-1141.00", "Dialysis RN (Dialysis Registered Nurse)", "reported"),
    ("29-1171.00", "Nurse Practitioners", "official"),
    ("31-1131.00", "Nursing Assistants", "official"),
    ("31-1131.00", "Certified Nurse Aide (CNA)", "alternate"),
    ("47-2111.00", "Electricians", "official"),
    ("47-3013.00", "Helpers--Electricians", "official"),
    ("47-2152.00", "Plumbers, Pipefitters, and Steamfitters", "official"),
    ("47-2152.00", "Plumber", "reported"),
    ("53-3032.00", "Heavy and Tractor-Trailer Truck Drivers", "official"),
    ("53-3032.00", "Truck Driver", "alternate"),
    ("43-3031.00", "Bookkeeper", "alternate"),
]


@pytest.fixture(scope="module")
def small() -> TitleSearch:
    return TitleSearch.build(FEW)


@pytest.fixture(scope="module")
def whole() -> TitleSearch:
    if not ONET.is_dir():
        pytest.skip(f"the O*NET files are not at {ONET}")

    def rows(name: str) -> list[list[str]]:
        with (ONET / name).open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]

    entries = [(r[0], r[1], "official") for r in rows("Occupation Data.txt")]
    entries += [(r[0], r[1], "alternate") for r in rows("Alternate Titles.txt")]
    entries += [(r[0], r[1], "reported") for r in rows("Sample of Reported Titles.txt")]
    return TitleSearch.build(entries)


def first(index: TitleSearch, text: str) -> str:
    return index.find(text)[0].onet_soc_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Registered Nurses", "29-1141.00"),
        ("regis nur", "29-1141.00"),
        ("nurse, registered", "29-1141.00"),
        ("the REGISTERED nurse", "29-1141.00"),
        ("rn", "29-1141.00"),
        ("regsitered nurse", "29-1141.00"),
        ("electrican", "47-2111.00"),
        ("plummer", "47-2152.00"),
        ("truck drvier", "53-3032.00"),
        ("cna", "31-1131.00"),
        ("book keeper", "43-3031.00"),
        ("nurse pract", "29-1171.00"),
    ],
)
def test_what_people_type_finds_what_they_mean(small: TitleSearch, text: str, code: str) -> None:
    assert first(small, text) == code


def test_each_occupation_comes_once_and_the_best_title_is_shown(small: TitleSearch) -> None:
    hits = small.find("nurse")
    assert len({hit.onet_soc_code for hit in hits}) == len(hits) >= 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    exact = small.find("plumber")[0]
    assert exact == TitleHit("47-2152.00", "Plumber", exact.score, "reported")


def test_limit_bounds_the_answer(small: TitleSearch) -> None:
    assert len(small.find("nurse", limit=2)) == 2
    assert small.find("nurse", limit=0) == []


def test_arrays_give_the_same_index_again(small: TitleSearch, tmp_path: Path) -> None:
    np.savez(tmp_path / "search.npz", **small.to_arrays())  # type: ignore[arg-type]
    with np.load(tmp_path / "search.npz") as stored:
        again = TitleSearch.from_arrays(dict(stored))
    for text in ("regis nur", "electrican", "truck", "helper"):
        assert again.find(text) == small.find(text)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="nickname"):
        TitleSearch.build([("29-1141.00", "Nurse", "nickname")])


def test_an_empty_index_finds_nothing() -> None:
    empty = TitleSearch.build([])
    assert len(empty) == 0
    assert empty.find("nurse") == []
    assert empty.nearest("nurse") == []
    assert TitleSearch.from_arrays(empty.to_arrays()).find("nurse") == []


def test_nearest_names_official_titles(small: TitleSearch) -> None:
    assert small.nearest("plmber")[0] == "Plumbers, Pipefitters, and Steamfitters"
    assert len(small.nearest("nurs", n=2)) == 2


@pytest.mark.parametrize(
    "text", ["", "   ", "日本語", "🙂🙂", "\x00\x07\x1b", "%%%", None, 12, "-" * 10_000]
)
def test_unreadable_text_finds_nothing(small: TitleSearch, text: object) -> None:
    assert small.find(text) == []  # type: ignore[arg-type]
    assert small.nearest(text) == []  # type: ignore[arg-type]


def test_a_long_text_is_cut_not_refused(small: TitleSearch) -> None:
    assert first(small, "electrician " * 2_000) == "47-2111.00"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_it_and_order_holds(text: str) -> None:
    hits = TitleSearch.build(FEW).find(text)
    assert all(0 < hit.score <= 1 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_queries_of_the_relevance_set(whole: TitleSearch) -> None:
    with QUERIES.open(encoding="utf-8") as file:
        queries = list(csv.DictReader(file))
    assert len(queries) >= 80
    missed = []
    for query in queries:
        wanted = set(query["expected"].split("|"))
        found = {hit.onet_soc_code for hit in whole.find(query["query"])[: int(query["within"])]}
        if not wanted & found:
            missed.append(query["query"])
    assert len(missed) <= 0.05 * len(queries), missed


def test_every_official_title_finds_its_own_occupation_first(whole: TitleSearch) -> None:
    with (ONET / "Occupation Data.txt").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    wrong = [row[1] for row in rows[::2] if first(whole, row[1]) != row[0]]
    assert wrong == []


def test_a_warm_query_is_quick(whole: TitleSearch) -> None:
    whole.find("electrican")
    times = []
    for text in ("regsitered nurse", "truck drvier", "softwar enginer", "cook", "hvac tech") * 4:
        started = time.perf_counter()
        whole.find(text)
        times.append(time.perf_counter() - started)
    assert np.median(times) < 0.05  # 1 to 3 ms on an idle core; the bound only catches blunders
