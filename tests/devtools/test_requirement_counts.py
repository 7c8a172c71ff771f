"""No pair that law licenses goes untold, and no license is demanded of open work."""

from __future__ import annotations

import pytest

from devtools.requirement_counts import count_licenses


@pytest.mark.slow
def test_the_counts_that_must_be_nothing(shipped_catalog) -> None:
    counts = count_licenses(shipped_catalog)
    assert counts["of these: neither named nor told"] == 0
    assert counts["pairs required of work that no license bars"] == 0
    assert counts["pairs that demand a corner's license of everybody"] == 0
    assert counts["records shown with a broken or missing agency"] == 0
    assert counts["of these: required, by a record of the state"] > 5_000
