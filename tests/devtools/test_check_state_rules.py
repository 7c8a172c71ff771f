"""The check of the states' rules from the command line."""

from __future__ import annotations

import pytest

from devtools.check_state_rules import main


def test_help_is_given_and_nothing_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert "usage: python -m devtools.check_state_rules" in told
    assert "WRONG" not in told
