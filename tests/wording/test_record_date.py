"""A state's record says when it was made; what the project knows is called that."""

from __future__ import annotations

from dataclasses import replace

from careerlattice.catalog.catalog import open_release
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.wording.licenses import record_date


def test_only_a_state_s_record_is_called_one() -> None:
    requirements = open_requirements(open_release())
    told = {
        item.source: record_date(item)
        for state in ("OH", "IL")
        for item in requirements.list_licenses(OnetSocCode("29-1141.00"), state)
    }
    assert told["careeronestop"].startswith("record of ")
    assert told["careerlattice"].startswith("as we know it, ")


def test_without_a_date_nothing_is_said() -> None:
    requirements = open_requirements(open_release())
    item = requirements.list_licenses(OnetSocCode("29-1141.00"), "OH")[0]
    assert record_date(replace(item, updated=None)) == ""
