"""Areas are found as people name them, and the wider ones that answer for them are in order."""

from __future__ import annotations

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import BadRequest, NotFound


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("OH", "S39"),
        ("ohio", "S39"),
        ("S39", "S39"),
        ("United States", "N00"),
        ("us", "N00"),
        ("Columbus, OH", "M18140"),
        ("columbus, ohio", "M18140"),
        ("Akron", "M10420"),
        ("m18140", "M18140"),
    ],
)
def test_an_area_is_found_by_code_name_or_city(catalog: Catalog, text: str, code: str) -> None:
    assert catalog.areas.get(text).code == code


def test_a_city_that_several_states_have_is_asked_back_with_all_of_them(catalog: Catalog) -> None:
    with pytest.raises(NotFound) as caught:
        catalog.areas.get("Columbus")
    assert len(caught.value.nearest) > 1
    assert "Columbus, OH" in caught.value.nearest


def test_a_slip_gets_the_nearest_names(catalog: Catalog) -> None:
    with pytest.raises(NotFound) as caught:
        catalog.areas.get("Ohoi")
    assert "Ohio" in caught.value.nearest
    assert "Give a state" in str(caught.value)


def test_the_chain_runs_from_metro_to_state_to_nation(catalog: Catalog) -> None:
    areas = catalog.areas
    codes = [[area.code for area in areas.chain(areas.get(text))] for text in ("Akron", "OH", "US")]
    assert codes == [["M10420", "S39", "N00"], ["S39", "N00"], ["N00"]]


def test_a_metro_of_several_states_is_taken_in_the_state_named(catalog: Catalog) -> None:
    area = catalog.areas.within("NJ", "Allentown-Bethlehem-Easton, PA-NJ")
    assert area.states == ("NJ", "PA")
    assert [wider.code for wider in catalog.areas.chain(area)] == ["M10900", "S34", "N00"]
    assert catalog.areas.within(None, "M10900").states == ("PA", "NJ")


def test_a_metro_outside_the_state_named_is_refused(catalog: Catalog) -> None:
    with pytest.raises(BadRequest, match="does not lie in Texas") as caught:
        catalog.areas.within("TX", "Columbus, OH")
    assert caught.value.field == "metro"


def test_neither_state_nor_metro_is_the_nation(catalog: Catalog) -> None:
    assert catalog.areas.within(None, None) == catalog.areas.nation
    assert catalog.areas.within("US", "Columbus, OH").states == ("OH",)


def test_every_area_but_the_nation_lies_in_a_state(catalog: Catalog) -> None:
    for area in catalog.areas:
        assert bool(area.states) == (area.kind != "nation"), area
        assert catalog.areas.chain(area)[-1].kind == "nation"
