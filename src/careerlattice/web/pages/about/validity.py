"""What was measured of the methods, as told on the methods page.

The figures are those of the method papers in `docs/methods/`, each with the text it stands as
there; a test holds the two together, so that a page never tells an older figure than the paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure: what it is of, the figure, what it means; the paper and its text there."""

    anchor: str
    what: str | Promise
    figure: str
    means: str | Promise
    paper: str
    as_written: str


MEASURED = (
    Measured(
        anchor="moves",
        what=_("Moves: telling a likely next job from a less likely one"),
        figure="0.870",
        means=_(
            "Area under the curve, tested on job changes from jobs never used in fitting. 0.5 "
            "is chance, 1 is perfect. Our own goal was 0.88."
        ),
        paper="likelihood.md",
        as_written=".870",
    ),
    Measured(
        anchor="ladders",
        what=_("Ladders: steps up along which pay rises"),
        figure="95.1%",
        means=_("Of 2,220 steps with published pay. Steps where pay does not rise are labeled."),
        paper="ladders.md",
        as_written="95.1 %",
    ),
    Measured(
        anchor="interests",
        what=_("Interests: a person's own job ranks in the top 5%, after 60 questions"),
        figure="89%",
        means=_(
            "Tested on simulated people whose answers are as reliable as those on published "
            "tests. With 30 questions it is 82%, with the quick form 80%. No large group of "
            "real people has answered yet."
        ),
        paper="interests.md",
        as_written="| like an occupation, .85 | full | 60 | .87 | 1 | .98 | 1 | .89 |",
    ),
    Measured(
        anchor="titles",
        what=_("Titles: the right occupation named first"),
        figure="67%",
        means=_("Of 3,412 titles that workers reported and that the search had not seen."),
        paper="titles.md",
        as_written=".674",
    ),
)
