"""Every kind of reason, change and notice has its sentence, and says which way it speaks."""

from __future__ import annotations

from typing import Any

import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.match.reason import (
    Change,
    ChangeKind,
    FitNotice,
    NoticeKind,
    Reason,
    ReasonKind,
    Side,
)
from careerlattice.profile.experience import LevelsBasis
from careerlattice.vocab.levels import EducationLevel
from careerlattice.wording.fit import (
    basis_words,
    change_sentence,
    notice_sentence,
    reason_in_row,
    reason_sentence,
)

NATION = open_release().areas.nation
VALUES: dict[str, Any] = {
    "areas": ("social", "artistic"),
    "area": "social",
    "title": "Registered Nurses",
    "column": "skills",
    "shortfall": 0.12,
    "share": 0.43,
    "level": EducationLevel.BACHELOR,
    "pay_usd": 61_234.0,
    "below": 0.7,
    "growth_pct": -2.5,
    "openings": 12_345.0,
    "field": "Nursing",
    "then": 0.9,
    "now": 0.2,
    "element_id": "2.A.1.a",
    "name": "Reading Comprehension",
    "domain": "skill",
    "needed": 4.0,
    "held": 2.0,
    "yours": 10.0,
    "theirs": 30.0,
    "place": 12,
    "lowest": 10.0,
    "highest": 12.0,
    "columns": ("skills", "knowledge"),
    "count": 2,
}


@pytest.mark.parametrize("kind", ReasonKind)
@pytest.mark.parametrize("side", Side)
def test_every_reason_is_said_and_those_against_begin_with_but(
    kind: ReasonKind, side: Side
) -> None:
    area = {"area": NATION} if kind is ReasonKind.PAY else {}
    reason = Reason(kind, side, VALUES | area)
    alone, in_row = reason_sentence(reason), reason_in_row(reason)
    assert alone[0].isupper() or alone[0].isdigit()
    assert alone.endswith(".")
    assert "%(" not in alone
    assert in_row.startswith("But ") == (side is Side.AGAINST)
    assert in_row.removeprefix("But ").lower() == alone.lower()


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_change_is_said(kind: ChangeKind) -> None:
    text = change_sentence(Change(kind, VALUES))
    assert text.endswith(".")
    assert "%(" not in text


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_notice_is_said_and_names_an_option_only_where_one_is_given(
    kind: NoticeKind,
) -> None:
    text = notice_sentence(FitNotice(kind, VALUES))
    assert text.endswith(".")
    assert "--" not in text
    told = notice_sentence(FitNotice(kind, VALUES), "--education")
    assert ("--education" in told) == (kind is NoticeKind.ASSUMED_EDUCATION)


def test_where_levels_come_from() -> None:
    assert basis_words(LevelsBasis.NOTHING) == ""
    assert len({basis_words(basis) for basis in LevelsBasis}) == len(LevelsBasis)
