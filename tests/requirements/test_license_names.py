"""Which licenses are to be got: the state's own, of the occupation's own trade."""

from __future__ import annotations

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.requirements.license_names import FEDERAL, LicensesToGet
from careerlattice.requirements.requirements import open_requirements


@pytest.fixture(scope="module")
def catalog(shipped_catalog: Catalog) -> Catalog:
    return shipped_catalog


def to_get(catalog: Catalog, title: str, state: str) -> LicensesToGet:
    return open_requirements(catalog).find_licenses_to_get(
        catalog.get_occupation(title).code, state
    )


@pytest.mark.parametrize(
    ("title", "state", "named", "why"),
    [
        ("registered nurse", "OH", ["Registered Nurse"], "not the Coast Guard's nurse"),
        ("commercial pilots", "TX", ["Commercial Pilot"], "not airlines', not private pilots'"),
        ("commercial pilots", "VA", ["Commercial Pilot"], "not the ship's pilots of Virginia"),
        ("pharmacists", "AK", ["Pharmacist"], "not the intern"),
        ("accountants and auditors", "GA", [], "the CPA is another goal"),
        ("nursing assistants", "VT", ["Licensed Nursing Assistant"], "not a hospital corpsman"),
        ("real estate brokers", "FL", ["Real Estate Broker"], "not a sales associate"),
    ],
)
def test_the_license_of_the_trade_is_named(
    catalog: Catalog, title: str, state: str, named: list[str], why: str
) -> None:
    found = to_get(catalog, title, state)
    assert [one.title for one in found.licenses] == named, why
    assert found.usual == ""


@pytest.mark.parametrize(
    ("title", "state", "usual"),
    [
        ("pharmacy technicians", "DE", "Pharmacy technician"),
        ("landscape architects", "GA", "Landscape architect"),
        ("embalmers", "ND", "Embalmer"),
    ],
)
def test_a_record_that_lacks_what_law_asks_says_so(
    catalog: Catalog, title: str, state: str, usual: str
) -> None:
    found = to_get(catalog, title, state)
    assert found.licenses == ()
    assert found.usual == usual
    assert found.recorded / 2 <= found.states <= found.recorded
    assert found.answer is not None
    assert found.answer.gap == "no_record"


def test_another_wording_of_the_name_is_not_lacking(catalog: Catalog) -> None:
    for title, state, wording in (
        ("registered nurse", "PA", "Registered Professional Nurse"),
        ("registered nurse", "CA", "Registered nurse"),
        ("physician assistants", "SC", "Physicians Assistant"),
        ("podiatrists", "UT", "PODIATRIC PHYSICIAN"),
        ("chiropractors", "MN", "Doctor of Chiropractic (DC)"),
        ("marriage and family therapists", "TN", "LICENSED MARITAL AND FAMILY THERAPIST"),
    ):
        assert wording in [one.title for one in to_get(catalog, title, state).licenses]


def test_federal_licenses_come_only_where_the_nation_licenses(catalog: Catalog) -> None:
    states = sorted(set(catalog.release.table("licenses")["state"]) - {FEDERAL})
    for title in ("registered nurse", "physician assistants", "pharmacists"):
        for state in states:
            found = to_get(catalog, title, state)
            assert all(one.state == state for one in found.licenses), (title, state)
    for title in ("air traffic controllers", "ship engineers", "commercial pilots"):
        for state in ("OH", "TX", "CA"):
            found = to_get(catalog, title, state)
            assert found.licenses[0].state == FEDERAL
            assert found.usual == ""
