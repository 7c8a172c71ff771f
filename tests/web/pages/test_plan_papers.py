"""Licenses and training from abroad on the page of plans, and pay in words."""

from __future__ import annotations

from html import unescape
from urllib.parse import urlencode

from django.test import Client


def text_of(client: Client, status: int = 200, **query: object) -> str:
    response = client.get(f"/plan?{urlencode(query, doseq=True)}")
    assert response.status_code == status
    return unescape(response.content.decode())


NURSE = {"from": "registered nurse", "to": "registered nurse", "state": "OH"}


def test_a_license_of_another_state_is_a_step(client: Client) -> None:
    text = text_of(client, **NURSE, license="RN", licensed_in="TX", months_in_job=60)
    assert "Use your license from Texas" in text
    assert "both in the Nurse Licensure Compact" in text
    assert 'name="license" type="text" maxlength="120" value="RN"' in text
    assert '<option value="TX" selected>' in text
    data = client.get(
        f"/plan.json?{urlencode(NURSE | {'license': 'RN', 'licensed_in': 'TX'})}"
    ).json()["data"]
    assert data["answer"]["request"]["start"]["licenses"] == [{"title": "RN", "state": "TX"}]


def test_several_licenses_keep_their_states(client: Client) -> None:
    text = text_of(
        client, **NURSE, license=["EMT", "RN", "CNA"], licensed_in=["", "TX"], months_in_job=60
    )
    assert "Use your license from Texas" in text
    assert '<input type="hidden" name="license" value="CNA">' in text


def test_license_words_that_could_mean_several_are_asked(client: Client) -> None:
    text = text_of(
        client, 404,
        **{"from": "cashier", "to": "registered nurse", "license": "teacher", "licensed_in": "TX"},
    )  # fmt: skip
    assert "Which license do you mean by “teacher”?" in text
    assert "license=Elementary+teaching+license" in text
    assert "Which license do you mean?" in text
    assert "Which job do you mean?" not in text
    unknown = text_of(client, 404, **{"from": "cashier", "to": "registered nurse"}, license="qzxv")
    assert "We do not know a license called “qzxv”." in unknown


def test_training_from_abroad_is_recognized_first(client: Client) -> None:
    text = text_of(
        client,
        **{"from": "taxi driver", "to": "registered nurse", "state": "IL"},
        trained_abroad="nurse",
        pay="$18 an hour",
    )
    assert "credential evaluation (CGFNS)" in text
    assert 'name="pay" type="text"' in text
    assert 'value="37440"' in text
    unknown = text_of(
        client, 404, **{"from": "cashier", "to": "registered nurse"}, trained_abroad="zzqq vvw"
    )
    assert "zzqq vvw" in unknown


def test_a_license_alone_is_a_start(client: Client) -> None:
    data = client.get("/plan.json?to=registered+nurse&state=OH&license=RN").json()["data"]
    (first, *_) = data["answer"]["plans"]
    assert first["months"] == 2
