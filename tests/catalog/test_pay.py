"""Pay: one rule for one occupation and for all, and no missing figure becomes a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import polars as pl
import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.parameters import HOURS_A_YEAR, TOP_CODE_USD
from careerlattice.catalog.pay import PayVectors
from careerlattice.tables.area_tables import WAGE_FIELDS, WAGE_MARKS

PLACES = ["Columbus, OH", "M10900", "Northwest Alabama nonmetropolitan area", "WY", "US"]


# --- the two readings agree -------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_one_occupation_and_all_of_them_get_pay_from_the_same_area(
    catalog: Catalog, place: str
) -> None:
    area = catalog.areas.get(place)
    vectors = catalog.pay_vectors(area)
    chain = [wider.code for wider in catalog.areas.chain(area)]
    steps = {code: 2 if code == "N00" and area.code != "N00" else n for n, code in enumerate(chain)}
    for row, code in enumerate(catalog.codes):
        wage = catalog.get_wage(code, area)
        if vectors.level[row] < 0:
            assert wage.p50.status == "not published", code
            assert wage.notes, code
            continue
        assert steps[wage.area.code] == vectors.level[row], code
        assert wage.is_fallback == (wage.area.code != area.code)
        _same_figures(wage, vectors, row)


def _same_figures(wage: Any, vectors: PayVectors, row: int) -> None:
    for name in ("p10", "p25", "p50", "p75", "p90"):
        figure, all_at_once = getattr(wage, name), getattr(vectors, name)[row]
        if figure.value is not None:
            assert all_at_once == figure.value, (wage.occupation, name)
        elif figure.status == "top-coded":
            assert all_at_once == TOP_CODE_USD.value, (wage.occupation, name)
        elif wage.hourly and wage.hourly[name].value is not None:
            year = wage.hourly[name].value * HOURS_A_YEAR.value
            assert all_at_once == pytest.approx(year, abs=0.005 * HOURS_A_YEAR.value + 0.01)
    hourly = wage.p50.status == "hourly only"
    assert bool(vectors.is_hourly[row]) == hourly, wage.occupation
    jobs = vectors.employment[row]
    assert (wage.employment.value is None) == bool(np.isnan(jobs))
    assert wage.employment.value is None or wage.employment.value == jobs


@pytest.mark.parametrize("place", PLACES)
def test_percentiles_rise_where_there_is_a_median(catalog: Catalog, place: str) -> None:
    pay = catalog.pay_vectors(catalog.areas.get(place))
    known = pay.level >= 0
    columns = np.stack([pay.p10, pay.p25, pay.p50, pay.p75, pay.p90])[:, known]
    assert not np.isnan(columns).any(), "where a percentile is not known the nearest one stands in"
    assert (np.diff(columns, axis=0) >= 0).all()


def test_an_area_of_two_states_falls_back_to_the_state_named(catalog: Catalog) -> None:
    metro = "Allentown-Bethlehem-Easton, PA-NJ"
    levels = []
    for state in ("PA", "NJ"):
        area = catalog.areas.within(state, metro)
        pay = catalog.pay_vectors(area)
        row = int(np.flatnonzero(pay.level == 1)[0])
        wage = catalog.get_wage(catalog.codes[row], area)
        assert wage.area.states == (state,)
        assert wage.p50.value == pay.p50[row]
        levels.append(pay.p50)
    assert not np.array_equal(*levels, equal_nan=True)


# --- statuses, each from a row drawn by hand --------------------------------------------------

NURSE = "29-1141"
AREAS = [
    ("N00", "nation", "United States", None),
    ("S39", "state", "Ohio", "OH"),
    ("M17140", "metro", "Cincinnati, OH-KY-IN", "OH-KY-IN"),
]
YEARLY = (40_000, 50_000, 60_000, 70_000, 80_000)
NO_PAY = (None,) * 5


def _drawn_rows(
    *wages: tuple[Any, ...], hourly: tuple[tuple[Any, ...], ...] = ()
) -> dict[str, Any]:
    nurse = (f"{NURSE}.00", "Registered Nurses", NURSE, "rated", 3, f"{NURSE}.00", False)
    return {
        "occupations": [nurse],
        "areas": AREAS,
        "wages": list(wages),
        "hourly_wages": list(hourly),
        "wage_links": [(NURSE, NURSE, False)],
    }


def _wage_row(area: str, pay: tuple[int | None, ...], status: str) -> tuple[Any, ...]:
    return (area, NURSE, 1_000, pay[2], *pay, status)


Draw = Callable[..., Catalog]


def test_a_suppressed_metro_is_answered_by_its_state_with_a_note(drawn: Draw) -> None:
    catalog = drawn(
        _drawn_rows(
            _wage_row("M17140", NO_PAY, "=ssssss"),
            _wage_row("S39", YEARLY, "======="),
            _wage_row("N00", tuple(usd + 1_000 for usd in YEARLY), "======="),
        )
    )
    area = catalog.areas.get("M17140")
    wage = catalog.get_wage(catalog.codes[0], area)
    assert (wage.p50.value, wage.area.code, wage.is_fallback) == (60_000, "S39", True)
    assert wage.p50.provenance.area == "Ohio"
    note = "No median is published for Cincinnati, OH-KY-IN, so these are for Ohio."
    assert note in wage.notes
    pay = catalog.pay_vectors(area)
    assert (pay.p50[0], pay.level[0]) == (60_000, 1)


def test_a_suppressed_state_is_answered_by_the_nation(drawn: Draw) -> None:
    catalog = drawn(
        _drawn_rows(_wage_row("S39", NO_PAY, "=ssssss"), _wage_row("N00", YEARLY, "======="))
    )
    for text in ("M17140", "S39"):
        area = catalog.areas.get(text)
        wage = catalog.get_wage(catalog.codes[0], area)
        assert wage.notes == (f"No median is published for {area.name}, so these are for United "
                              "States.",)  # fmt: skip
        pay = catalog.pay_vectors(area)
        assert (pay.p50[0], pay.level[0]) == (60_000, 2)


def test_no_area_at_all_is_a_note_and_no_number(drawn: Draw) -> None:
    catalog = drawn(_drawn_rows(_wage_row("N00", NO_PAY, "=ssssss")))
    wage = catalog.get_wage(catalog.codes[0])
    assert wage.p50.value is None
    assert wage.p50.why_missing
    assert wage.notes == ("No area publishes pay for this occupation.",)
    pay = catalog.pay_vectors()
    assert np.isnan(pay.p50[0])
    assert pay.level[0] == -1


def test_top_coded_pay_answers_and_counts_as_the_top_code(drawn: Draw) -> None:
    catalog = drawn(
        _drawn_rows(
            _wage_row("S39", (150_000, 200_000, None, None, None), "=t==ttt"),
            _wage_row("N00", YEARLY, "======="),
        )
    )
    area = catalog.areas.get("OH")
    wage = catalog.get_wage(catalog.codes[0], area)
    assert (wage.area.code, wage.p50.value, wage.p50.status) == ("S39", None, "top-coded")
    assert "or more" in wage.p50.why_missing
    pay = catalog.pay_vectors(area)
    shown = [pay.p10[0], pay.p25[0], pay.p50[0], pay.p75[0], pay.p90[0]]
    assert shown == [150_000, 200_000, *[TOP_CODE_USD.value] * 3]


def test_hourly_pay_is_put_at_the_hours_of_a_year_and_marked(drawn: Draw) -> None:
    hours = ("S39", NURSE, 21.0, 15.0, 18.0, 20.0, 25.0, 30.0)
    catalog = drawn(
        _drawn_rows(
            _wage_row("S39", NO_PAY, "=hhhhhh"),
            _wage_row("N00", YEARLY, "======="),
            hourly=(hours,),
        )
    )
    area = catalog.areas.get("OH")
    wage = catalog.get_wage(catalog.codes[0], area)
    assert wage.p50.status == "hourly only"
    assert wage.hourly is not None
    assert wage.hourly["p50"].value == 20.0
    assert any("by the hour" in note for note in wage.notes)
    pay = catalog.pay_vectors(area)
    assert pay.p50[0] == 20.0 * 2_080
    assert (bool(pay.is_hourly[0]), pay.level[0]) == (True, 0)


def test_an_unknown_percentile_is_the_nearest_known_one(drawn: Draw) -> None:
    catalog = drawn(_drawn_rows(_wage_row("N00", (None, None, 60_000, 70_000, None), "==ss==s")))
    pay = catalog.pay_vectors()
    assert [pay.p10[0], pay.p25[0], pay.p75[0], pay.p90[0]] == [60_000, 60_000, 70_000, 70_000]
    assert catalog.get_wage(catalog.codes[0]).p25.status == "suppressed"


# --- lines ------------------------------------------------------------------------------------


def test_a_wider_line_and_a_specialty_say_so(catalog: Catalog) -> None:
    assert "the wider group 13-1020" in catalog.get_wage(_code(catalog, "13-1021.00")).notes[0]
    assert (
        "None are published for this specialty alone"
        in (catalog.get_wage(_code(catalog, "29-1141.01")).notes[0])
    )
    assert "grade and years of service" in catalog.get_wage(_code(catalog, "55-3016.00")).notes[0]


def test_provenance_is_the_opened_releases(catalog: Catalog) -> None:
    wage = catalog.get_wage(_code(catalog, "29-1141.00"))
    source = catalog.release.source("bls-oews")
    assert (wage.p50.provenance.source, wage.p50.provenance.vintage) == (source.id, source.vintage)


def test_every_mark_of_the_release_is_known(catalog: Catalog) -> None:
    wages = catalog.release.table("wages")
    marks = set("".join(wages["status"].unique()))
    assert marks <= WAGE_MARKS.keys()
    for place, name in enumerate(WAGE_FIELDS):
        shown = pl.col("status").str.slice(place, 1) == "="
        assert wages.filter(shown != pl.col(name).is_not_null()).is_empty(), name


def _code(catalog: Catalog, text: str) -> Any:
    return catalog.occupation(text).code
