"""Which license words mean, and what it takes in another state."""

from __future__ import annotations

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.content.recognition import (
    AGAIN,
    abroad_steps_of,
    list_abroad_steps,
    list_endorsements,
)
from careerlattice.errors import Ambiguous, NotFound
from careerlattice.release.opening import Release
from careerlattice.requirements.license_transfer import TransferKind
from careerlattice.requirements.requirements import EntryRequirements, open_requirements
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.states import BY_POSTAL


@pytest.fixture(scope="module")
def catalog(shipped_release: Release) -> Catalog:
    return Catalog(shipped_release)


@pytest.fixture(scope="module")
def asked(catalog: Catalog) -> EntryRequirements:
    return open_requirements(catalog)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("registered nurse", "Registered nurse"),
        ("RN license", "Registered nurse"),
        ("Licensed Vocational Nurse", "Licensed practical nurse"),
        ("EMT", "Emergency medical technician"),
        ("state bar", "Bar admission (attorney license)"),
        ("cosmetology license", "Cosmetologist"),
        ("CPA", "Certified public accountant"),
        ("LCSW", "Licensed clinical social worker"),
        ("medical license", "Physician"),
        ("journeyman electrician", "Journeyman electrician"),
    ],
)
def test_a_license_is_found_by_what_people_call_it(
    asked: EntryRequirements, said: str, name: str
) -> None:
    assert asked.find_license(said).name == name


def test_of_several_licenses_that_of_the_persons_work_is_meant(asked: EntryRequirements) -> None:
    near = [OnetSocCode("25-2031.00")]
    for said in ("teacher", "teaching license", "teaching credential"):
        assert asked.find_license(said, near=near).name == "Secondary teaching license"
        with pytest.raises(Ambiguous) as caught:
            asked.find_license(said)
        assert caught.value.field == "start.licenses"


def test_unknown_words_are_asked_with_the_nearest_names(asked: EntryRequirements) -> None:
    assert asked.find_license("registred nruse").name == "Registered nurse"
    with pytest.raises(NotFound) as caught:
        asked.find_license("pratical nurs qqqq")
    assert "Licensed practical nurse" in caught.value.nearest
    assert caught.value.field == "start.licenses"


@pytest.mark.parametrize(
    ("code", "held_in", "state", "kind"),
    [
        ("29-1141.00", "TX", "OH", TransferKind.MULTISTATE),
        ("29-1141.00", "TX", "CA", TransferKind.ENDORSEMENT),
        ("29-1141.00", "CA", "OH", TransferKind.ENDORSEMENT),
        ("53-3032.00", "TX", "CA", TransferKind.MULTISTATE),
        ("29-1215.00", "TX", "OH", TransferKind.EXPEDITED),
        ("29-1123.00", "TX", "OH", TransferKind.ENDORSEMENT),
        ("23-1011.00", "TX", "CA", TransferKind.EXAM),
        ("23-1011.00", "TX", "OH", TransferKind.ENDORSEMENT),
    ],
)
def test_what_a_license_takes_in_another_state(
    asked: EntryRequirements, code: str, held_in: str, state: str, kind: TransferKind
) -> None:
    found = asked.transfer_license(OnetSocCode(code), held_in, state)
    assert found.kind is kind
    assert (found.months.low == 0) is (kind is TransferKind.MULTISTATE)
    assert found.usd.high > 0
    assert found.asks
    assert found.sources


def test_rows_name_states_sources_and_occupations(catalog: Catalog) -> None:
    codes = [str(code) for code in catalog.codes]
    for row in list_endorsements():
        assert any(code.startswith(row.line) for code in codes), row.line
        assert set(row.not_in) <= set(BY_POSTAL)
        assert row.cite
        assert row.how in ("read", "known", "judgment")
    for step in list_abroad_steps():
        own = step.line[:1].isdigit()
        assert not own or any(code.startswith(step.line) for code in codes), step.line
        assert step.kind in ("evaluation", "exam", "program", "practice", AGAIN)
        assert step.text
        assert step.cite
        assert step.kind == AGAIN or step.months.high > 0


def test_training_abroad_has_a_bridge_for_every_line() -> None:
    assert [step.kind for step in abroad_steps_of("29-1215.00", is_licensed=True)] == [
        "exam",
        "exam",
    ]
    assert abroad_steps_of("29-1071.00", is_licensed=True)[0].kind == AGAIN
    assert abroad_steps_of("39-5012.00", is_licensed=True)[0].line == "licensed"
    assert abroad_steps_of("15-1252.00", is_licensed=False)[0].line == "other"
