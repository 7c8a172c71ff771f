"""The judgments of this room: the measurement model of the items, and when to stop asking.

Reasons and what a simulation shows: `docs/methods/interests.md`. The assumed reliability of ten
items and the line below which a profile is flat stand in `match/parameters.py`, where rankings rest
on them too.
"""

from __future__ import annotations

from careerlattice.vocab.parameter import Parameter

LIKING_SD = Parameter(
    0.83,
    "points of the answer scale, 0 to 4",
    "deviation of likings over people, normal around the middle of the scale",
)
MIDDLE_ANSWER = Parameter(
    2, "points of the answer scale, 0 to 4", "not sure: taken before anything is answered"
)
NOISE_PRIOR_ANSWERS = Parameter(
    8,
    "answers",
    "the assumed noise counts as much as this many answers against the person's own disagreement",
)
LEAST_PER_AREA = Parameter(2, "answers", "a score from one question would be no score")
SURE_ENOUGH = Parameter(
    0.80, "reliability of the profile", "the adaptive form stops once it is reached"
)
LEAST_ITEMS = Parameter(12, "items", "two of each area before the adaptive form may stop")
MOST_ITEMS = Parameter(
    30, "items", "as many as the short form: people whose likes lie close together gain by no more"
)
SAME_ANSWER_SHARE = Parameter(
    0.9, "share of answers", "from here on the same answer says too little of differences"
)
LEAST_TO_DISAGREE = Parameter(3, "answers", "fewer in an area cannot be said to disagree")
ANCHOR_LEVELS: tuple[Parameter, ...] = (
    Parameter(1.5, "level of 7", "where the low example of a skill stands"),
    Parameter(4.0, "level of 7", "where the middle example stands"),
    Parameter(6.0, "level of 7", "where the high example stands"),
)
