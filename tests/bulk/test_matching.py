"""Matching many answers each row as matching one does, and names what is wrong with a row."""

from __future__ import annotations

import math
import random

import numpy as np
import polars as pl
import pytest

from careerlattice.bulk import matching
from careerlattice.bulk.fit_kernels import room_for
from careerlattice.bulk.matching import MatchOptions, match_frame
from careerlattice.bulk.nearest_kernels import nearest_block
from careerlattice.bulk.rows import answered, refused
from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import BadRequest
from careerlattice.match.occupation_arrays import interest_arrays
from careerlattice.match.orders import order_weights
from careerlattice.match.ranking import FitRow, rank_occupations
from careerlattice.match.reason import Reason, ReasonKind, Side
from tests.bulk.conftest import Asked, random_person

TOP = 25
DIGITS = {"growth_pct": 0.006, "openings_per_year": 0.06}
"""How far the answers to many are rounded, where it is more than a millionth."""


def code_of(reason: Reason) -> str:
    mark = {Side.FOR: "", Side.AGAINST: "-", Side.NOTE: "~"}[reason.side]
    values = reason.values
    detail = values.get("column") or values.get("area") or "+".join(values.get("areas", ()))
    if reason.kind in (ReasonKind.PAY, ReasonKind.RATINGS_OF_STAND_IN):
        detail = ""
    return f"{mark}{reason.kind.name.lower()}" + (f":{detail}" if detail else "")


def as_cells(row: FitRow) -> dict[str, object]:
    return {
        "place": row.place,
        "onet_soc_code": row.onet_soc_code,
        "title": row.title,
        "overall": row.overall,
        "interest_distance": row.interest_distance,
        "skill_shortfall": row.skill_shortfall,
        "knowledge_shortfall": row.knowledge_shortfall,
        "education_access": row.education_access,
        "field_matches": row.field_matches,
        "pay_p50_usd": row.pay_p50_usd,
        "pay_level": row.pay_level,
        "growth_pct": row.growth_pct,
        "openings_per_year": row.openings_per_year,
        "is_stand_in": row.is_stand_in,
        "reasons": ";".join(code_of(reason) for reason in row.reasons),
    }


@pytest.mark.slow
def test_each_row_is_answered_as_the_library_answers_one(catalog: Catalog) -> None:
    draw = random.Random(20)
    people: list[Asked] = [random_person(catalog, draw) for _ in range(50)]
    frame = pl.DataFrame([person.row for person in people], infer_schema_length=None)
    for order, weights in ((None, {}), ("open", {}), (None, {"pay": 5.0, "interests": 1.0})):
        found = answered(match_frame(catalog, frame, MatchOptions(TOP, order, weights)))
        for number, person in enumerate(people, start=1):
            wanted = order_weights(order, weights, person.profile)
            ranking = rank_occupations(catalog, person.profile, wanted, person.filters, limit=TOP)
            rows = found.filter(row=number).to_dicts()
            assert [row["onet_soc_code"] for row in rows] == [r.onet_soc_code for r in ranking]
            assert all(row["kept"] == ranking.kept for row in rows)
            for row, one in zip(rows, ranking, strict=True):
                for name, cell in as_cells(one).items():
                    wanted = cell
                    if isinstance(cell, float) and not math.isnan(cell):
                        wanted = pytest.approx(cell, abs=DIGITS.get(name, 2e-6))
                    assert row[name] == wanted, (name, row)


@pytest.mark.parametrize("top", [1, 20, 200])
def test_the_fused_product_gives_what_the_long_way_gives(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch, top: int
) -> None:
    draw = random.Random(11)
    scores = [[draw.randint(0, 40) for _ in range(6)] for _ in range(400)]
    # Equal scores, letters, and a person on the spot of an occupation.
    scores += [[20] * 6, [0] * 6, [34, 27, 21, 11, 11, 11]]
    scores += np.round(interest_arrays(catalog).scores[:200], 4).tolist()
    frame = pl.DataFrame({"interests": [",".join(map(str, one)) for one in scores]})
    fused = match_frame(catalog, frame, MatchOptions(top))
    long_way = np.zeros(len(scores), dtype=np.bool_)
    monkeypatch.setattr(matching, "_tells_interests_only", lambda _: long_way)
    assert fused.equals(match_frame(catalog, frame, MatchOptions(top)))


def test_the_fused_product_leaves_what_it_cannot_tell() -> None:
    theirs = np.zeros((40, 6))
    left = nearest_block(
        np.zeros((1, 6)), theirs, np.zeros(40, dtype=np.int64), np.arange(1), room_for(1, 5)
    )
    assert left.tolist() == [0]


def test_a_row_has_the_same_answer_beside_other_rows(catalog: Catalog) -> None:
    draw = random.Random(7)
    rows = [random_person(catalog, draw).row for _ in range(20)]
    frame = pl.DataFrame(rows, infer_schema_length=None)
    whole = match_frame(catalog, frame)
    parts = [match_frame(catalog, frame[at : at + 6], None, at + 1) for at in range(0, 20, 6)]
    assert whole.equals(pl.concat(parts))


def test_bad_rows_are_named_and_the_others_answered(catalog: Catalog) -> None:
    frame = pl.DataFrame(
        {
            "Person": ["a", "b", "c", "d", "e", "f", "g", "h"],
            "education": ["bachelor", "wizardry", None, "ged", "ged", "ged", "ged", "x" * 400],
            "occupation": [None, None, None, "xyzzy", "cook", None, None, None],
            "months_in_job": [None, None, None, None, None, "-3", "many", None],
            "state": [None, None, None, None, None, None, None, None],
        }
    )
    found = match_frame(catalog, frame, MatchOptions(2))
    assert set(answered(found)["person"]) == {"a"}
    problems = {row["person"]: row for row in refused(found).to_dicts()}
    assert set(problems) == set("bcdefgh")
    assert "not an education level" in problems["b"]["problem"]
    assert "says nothing" in problems["c"]["problem"]
    assert problems["d"]["column"] == "occupation"
    assert problems["d"]["value"] == "xyzzy"
    assert "could mean" in problems["e"]["problem"]
    assert problems["f"]["problem"] == "must be a number from 0 to 720"
    assert problems["g"]["value"] == "many"
    assert "400 characters" in problems["h"]["problem"]
    assert problems["h"]["row"] == 8


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"realistic": "3"}, "all six scores"),
        ({"interests": "1,2"}, "six numbers"),
        ({"interests": "41,2,3,4,5,6"}, "40"),
        ({"education": "ged", "state": "Atlantis"}, "Atlantis"),
        ({"education": "ged", "cluster": "Alchemy"}, "Alchemy"),
        ({"education": "ged", "avoid": "xyzzy"}, "xyzzy"),
        ({"education": "ged", "field": "alchemy"}, "not a program code"),
        ({"past_jobs": "nursing assistant: -4"}, "from 0 to 720"),
        ({"education": "ged", "min_pay_usd": "nan"}, "not an amount of dollars"),
        ({"education": "ged", "min_growth_pct": "inf"}, "must be a number"),
        ({"education": "ged", "2.a.1.a": "9"}, "from 0 to 7"),
    ],
)
def test_each_kind_of_bad_cell_is_told(catalog: Catalog, cells: dict[str, str], says: str) -> None:
    found = match_frame(catalog, pl.DataFrame([cells]))
    assert answered(found).is_empty()
    assert says in found["error"][0]


def test_tables_that_cannot_be_read_are_refused(catalog: Catalog) -> None:
    with pytest.raises(BadRequest, match="no column that can be read"):
        match_frame(catalog, pl.DataFrame({"person": ["a"], "salary": ["3"]}))
    with pytest.raises(BadRequest, match="twice"):
        match_frame(catalog, pl.DataFrame({"State": ["OH"], "state": ["OH"]}))
    with pytest.raises(BadRequest, match="no order"):
        match_frame(catalog, pl.DataFrame({"education": ["ged"]}), MatchOptions(order="best"))


def test_schooling_in_place_of_a_job_is_schooling(catalog: Catalog) -> None:
    said = pl.DataFrame({"occupation": ["10th grade", "GED"], "education": [None, "bachelor"]})
    meant = pl.DataFrame({"education": ["high school", "bachelor"]})
    assert match_frame(catalog, said).equals(match_frame(catalog, meant))


def test_an_empty_table_has_an_empty_answer(catalog: Catalog) -> None:
    assert match_frame(catalog, pl.DataFrame({"education": []})).is_empty()


def test_numbers_may_come_as_numbers(catalog: Catalog) -> None:
    as_text = pl.DataFrame({"occupation": ["31-1131.00"], "months_in_job": ["24"]})
    as_numbers = as_text.with_columns(pl.col("months_in_job").cast(pl.Int32))
    assert match_frame(catalog, as_text).equals(match_frame(catalog, as_numbers))
