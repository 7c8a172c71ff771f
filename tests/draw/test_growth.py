"""Changes in jobs as written: the sign is true, and what is not nothing is not written as zero."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerlattice.draw.growth import FALLS, RISES, STAYS, mark, signed_pct


@pytest.mark.parametrize(
    ("growth", "text"),
    [
        (-0.4, "-0.4%"), (0.4, "+0.4%"), (0.0, "0%"), (-0.0, "0%"), (0.04, "0%"), (-0.04, "0%"),
        (0.5, "+0.5%"), (-0.5, "-0.5%"), (1.5, "+2%"), (-6.4, "-6%"),
        (15.4, "+15%"), (100.2, "+100%"),
    ],
)  # fmt: skip
def test_figures(growth: float, text: str) -> None:
    assert signed_pct(growth) == text


@given(st.floats(-60, 120).map(lambda x: round(x, 1)))
def test_sign_and_mark_agree_with_the_figure(growth: float) -> None:
    text = signed_pct(growth)
    shown = float(text.rstrip("%"))
    assert (shown > 0) == (growth > 0)
    assert (shown < 0) == (growth < 0)
    assert abs(shown - growth) <= 0.5
    assert mark(growth) == (STAYS if abs(growth) < 0.5 else RISES if growth > 0 else FALLS)
