"""Areas are found as people name them, and the wider ones that answer for them are in order."""

from __future__ import annotations

from itertools import pairwise

import pytest

from careerlattice.catalog.areas import Areas
from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.content.names.lists import rows_of
from careerlattice.errors import Ambiguous, BadRequest, NotFound


@pytest.fixture(scope="module")
def shipped() -> Catalog:
    return open_release()


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


@pytest.mark.parametrize("text", ["Ft. Worth", "ft worth", "Ft-Worth", "Ft. Worth, TX"])
def test_fort_is_read_however_it_is_shortened(text: str) -> None:
    assert open_release().get_area(text).name == "Dallas-Fort Worth-Arlington, TX"


@pytest.mark.parametrize("text", ["ft/þ", "ft\u00feS\u0080", "ft-", "ft."])
def test_what_only_begins_like_fort_is_not_found(text: str) -> None:
    with pytest.raises(NotFound):
        open_release().get_area(text)


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


@pytest.mark.parametrize(
    ("text", "name", "first"),
    [
        ("43215", "Columbus, OH", "OH"),
        ("43216", "Columbus, OH", "OH"),  # a post office box, without an area of its own
        ("02139-1234", "Boston-Cambridge-Newton, MA-NH", "MA"),
        ("41011", "Cincinnati, OH-KY-IN", "KY"),
        ("24910", "West Virginia", "WV"),
        ("Cook County", "Chicago-Naperville-Elgin, IL-IN", "IL"),
        ("Fairfax County, VA", "Washington-Arlington-Alexandria, DC-VA-MD-WV", "VA"),
        ("Jefferson Parish", "New Orleans-Metairie, LA", "LA"),
        ("St. Louis Co., MO", "St. Louis, MO-IL", "MO"),
        ("Orange County, FL", "Orlando-Kissimmee-Sanford, FL", "FL"),
        ("LA county", "Los Angeles-Long Beach-Anaheim, CA", "CA"),
        ("Plano, TX", "Dallas-Fort Worth-Arlington, TX", "TX"),
    ],
)
def test_zip_codes_and_counties_lie_in_an_area(
    shipped: Catalog, text: str, name: str, first: str
) -> None:
    area = shipped.areas.within(None, text)
    assert area.name == name
    assert area.states[0] == first


def test_a_county_of_several_states_is_asked_back(shipped: Catalog) -> None:
    with pytest.raises(Ambiguous) as caught:
        shipped.areas.get("Washington County", metro=True)
    assert len(caught.value.choices) > 1


@pytest.mark.parametrize(
    ("text", "told"),
    [("00000", "No state uses this ZIP code"), ("Elk County, PA", "not published by county")],
)
def test_what_cannot_be_placed_says_so(shipped: Catalog, text: str, told: str) -> None:
    with pytest.raises(NotFound, match=told):
        shipped.areas.get(text, metro=True)


def test_every_listed_county_and_zip_code_is_in_an_area_of_the_release(shipped: Catalog) -> None:
    codes = {area.code for area in shipped.areas}
    names = {area.name for area in shipped.areas}
    assert {row["area"] for row in rows_of("counties")} <= names
    assert {row["area_code"] for row in rows_of("zip_codes")} - {""} <= codes
    runs = [(row["first"], row["last"]) for row in rows_of("zip_codes")]
    assert all(first <= last for first, last in runs)
    assert all(before[1] < after[0] for before, after in pairwise(runs))


def test_a_state_is_found_with_the_word_for_it(catalog: Catalog) -> None:
    assert catalog.areas.get("ohio state").code == "S39"
    assert catalog.areas.get("the State of Ohio").code == "S39"


@pytest.mark.parametrize(
    ("typed", "country", "nearest"),
    [
        ("Ontario", "Canada", "Riverside-San Bernardino-Ontario, CA"),
        ("lebanon", "Lebanon", "Lebanon, PA"),
        ("Mexico", "Mexico", None),
        ("British Columbia", "Canada", None),
    ],
)
def test_a_place_abroad_is_not_taken_for_a_city_here(
    shipped: Catalog, typed: str, country: str, nearest: str | None
) -> None:
    for metro in (False, True):
        with pytest.raises(NotFound, match=rf"a place abroad \({country}\)") as caught:
            shipped.areas.get(typed, metro=metro)
        assert caught.value.nearest == (() if nearest is None else (nearest,))


def test_with_its_state_the_city_is_meant(shipped: Catalog) -> None:
    assert shipped.areas.get("Ontario, CA").kind == "metro"
    assert shipped.areas.get("Lebanon PA").name == "Lebanon, PA"
    assert shipped.areas.get("New Mexico").kind == "state"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("New Yrok", "New York"),
        ("Missisippi", "Mississippi"),
        ("W Va", "West Virginia"),
        ("Sunshine State", "Florida"),
    ],
)
def test_a_state_is_found_by_nickname_old_form_or_with_a_slip(
    catalog: Catalog, text: str, name: str
) -> None:
    assert Areas(catalog.release).get(text).name == name
