"""Which outlooks are bright, and where a job is common."""

from __future__ import annotations

import pytest

from careerlattice.catalog.bright_outlook import (
    BrightOutlook,
    OutlookClass,
    bright_outlook_of,
    bright_outlooks,
    outlook_class,
)
from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.catalog.concentration import (
    Concentration,
    concentration_of,
    location_quotients,
)
from careerlattice.catalog.stem import StemType, stem_type
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.job_families import JOB_FAMILIES, job_family_of


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The shipped release."""
    return open_release()


def test_the_rule_holds_for_every_occupation(catalog: Catalog) -> None:
    bright = bright_outlooks(catalog)
    for code in catalog.codes:
        outlook = catalog.get_outlook(code)
        growth, openings = outlook.growth_pct.value, outlook.openings_per_year.value
        gathers = any("wider group" in note for note in outlook.notes)
        grows = growth is not None and growth >= 4.5
        many = openings is not None and openings * 10 >= 100_000 and not gathers
        wanted = [BrightOutlook.GROW] * grows + [BrightOutlook.OPENINGS] * many
        assert list(bright.get(code, ())) == wanted, code


def test_known_outlooks(catalog: Catalog) -> None:
    nurse = OnetSocCode("29-1141.00")
    assert bright_outlook_of(catalog, nurse) == (BrightOutlook.GROW, BrightOutlook.OPENINGS)
    assert outlook_class(catalog, nurse) is OutlookClass.BRIGHT
    assert outlook_class(catalog, OnetSocCode("55-1011.00")) is OutlookClass.BELOW_AVERAGE
    assert {outlook_class(catalog, code) for code in catalog.codes} == set(OutlookClass)


def test_quotients_of_the_states_surround_the_nations(catalog: Catalog) -> None:
    quotients = location_quotients(catalog, OnetSocCode("29-1141.00"))
    assert len(quotients) > 45
    assert min(quotients.values()) < 1 < max(quotients.values())
    miners = location_quotients(catalog, OnetSocCode("47-5041.00"))
    assert max(miners.values()) > 5
    assert location_quotients(catalog, OnetSocCode("55-1011.00")) == {}


def test_what_a_quotient_says() -> None:
    told = [concentration_of(one) for one in (0.79, 0.8, 1.2, 1.21)]
    below, average, above = Concentration.BELOW, Concentration.AVERAGE, Concentration.ABOVE
    assert told == [below, average, average, above]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("15-1252.00", StemType.PRACTICE),
        ("15-1232.00", StemType.TECHNICAL),
        ("17-3023.00", StemType.TECHNICAL),
        ("11-9121.01", StemType.MANAGERIAL),
        ("25-1021.00", StemType.TEACHING),
        ("25-1123.00", None),
        ("41-9031.00", StemType.SALES),
        ("35-3031.00", None),
    ],
)
def test_stem_types(code: str, kind: StemType | None) -> None:
    assert stem_type(code) is kind


def test_every_occupation_has_a_family(catalog: Catalog) -> None:
    assert {job_family_of(code)[0] for code in catalog.codes} == set(JOB_FAMILIES)
