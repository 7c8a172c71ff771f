"""The method's page shows the assumptions as the code has them."""

from __future__ import annotations

from pathlib import Path

from careerlattice.plan.parameters import ALL, as_table

PAGE = Path(__file__).parents[2] / "docs" / "methods" / "plans.md"


def test_the_table_of_assumptions_is_the_codes() -> None:
    text = PAGE.read_text()
    shown = text.split("<!-- assumptions -->\n")[1].split("<!-- /assumptions -->")[0]
    assert shown == as_table(), "write plan.parameters.as_table() between the marks"
    assert len(shown.splitlines()) == len(ALL) + 2


def test_every_assumption_has_a_unit_and_a_reason() -> None:
    for name, item in ALL.items():
        assert item.unit, name
        assert len(item.why) > 20, name
