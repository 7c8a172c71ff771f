"""The part of an occupation's page that tells how to get in."""

from __future__ import annotations

import pytest
from django.test import Client


def test_ways_stand_side_by_side_with_the_usual_one_marked(client: Client) -> None:
    page = client.get("/occupations/47-2111.00").content.decode()
    assert page.count('<li class="card') == 4
    assert page.count('<li class="card usual-way">') == 1
    assert "Complete a paid apprenticeship of 4 to 5 years" in page
    assert "License to get: Journeyman electrician" in page
    assert "Be at least 18." in page
    assert 'href="/occupations/47-1011.00"' in page


def test_many_ways_are_folded(client: Client) -> None:
    page = client.get("/occupations/29-1141.00?state=OH").content.decode()
    assert "2 more ways in" in page
    assert "Other ways: Associate degree; Certificate after high school" in page
    assert "Accreditation Commission for Education in Nursing (ACEN)" in page


def test_sources_lead_to_the_page_and_say_how_sure_they_are(client: Client) -> None:
    page = client.get("/occupations/47-2111.00").content.decode()
    assert 'href="https://www.bls.gov/ooh/construction-and-extraction/electricians.htm"' in page
    for standing in ("read in", "known, to be checked", "our judgment"):
        assert f'<span class="tag">{standing}</span>' in page


def test_the_twin_holds_words_and_facts(client: Client) -> None:
    entry = client.get("/occupations/47-2111.00.json").json()["data"]["entry"]
    assert entry["ways"][0]["is_usual"]
    assert entry["ways"][0]["sentences"][1].startswith("Complete a paid apprenticeship")
    first = entry["facts"]["conditions"][0]
    assert first["door"] == "apprenticeship"
    assert first["apprenticeship"]["months"] == {"low": 48.0, "high": 60.0}
    assert entry["licenses"][0]["is_asked"]


@pytest.mark.parametrize("code", ["11-1011.03", "55-1011.00", "29-1299.02"])
def test_every_page_has_the_part(client: Client, code: str) -> None:
    page = client.get(f"/occupations/{code}").content.decode()
    assert '<h2 id="entry">How to get in</h2>' in page
    assert '<li class="card usual-way">' in page
