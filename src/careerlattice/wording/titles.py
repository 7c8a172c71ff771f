"""What is said of titles a user has coded."""

from __future__ import annotations

from careerlattice.match.titles.held_out import HeldOutReport
from careerlattice.wording.catalogue import say


def held_out_sentence(report: HeldOutReport) -> str:
    """What the user's own titles add to the coding of titles like them.

    >>> held_out_sentence(HeldOutReport(titles=40, right_without=20, right_with=30))
    'On your own 40 titles, each coded without itself: 50.0% right before, 75.0% with what the \
others teach.'
    """
    return say(
        "Tested on your own {titles} titles, each coded without itself: {before} correct "
        "before, {now} correct with what the others teach.",
        titles=f"{report.titles:,}",
        before=f"{report.right_without / report.titles:.1%}",
        now=f"{report.right_with / report.titles:.1%}",
    )
