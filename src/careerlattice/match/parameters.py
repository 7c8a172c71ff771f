"""The judgments of this room: weights, what is worth naming, what counts as no fit.

Reasons and measured effects in full: `docs/methods/fit.md` and `docs/methods/interests.md`.
"""

from __future__ import annotations

from careerlattice.vocab.parameter import Parameter

_NOT_FITTED = (
    "a judgment: nobody has data on which weights people would choose, so a person chooses"
)
COLUMN_WEIGHTS: dict[str, Parameter] = {
    "interests": Parameter(4, "weight", f"weighs most; {_NOT_FITTED}"),
    "skills": Parameter(1, "weight", _NOT_FITTED),
    "knowledge": Parameter(1, "weight", _NOT_FITTED),
    "education": Parameter(2, "weight", _NOT_FITTED),
    "pay": Parameter(2, "weight", _NOT_FITTED),
    "outlook": Parameter(1, "weight", f"weighs least; {_NOT_FITTED}"),
}
_ONE_IN_TWENTY = (
    "counts as no fit: one in twenty observed job changes goes beyond it (python "
    "benchmarks/fit.py; CPS ASEC moves, 6,043 pairs of occupation groups)"
)
WORST_SHORTFALL: dict[str, Parameter] = {
    "skills": Parameter(0.115, "share of the scale", _ONE_IN_TWENTY, source="measured"),
    "knowledge": Parameter(0.18, "share of the scale", _ONE_IN_TWENTY, source="measured"),
}
MIDDLING = Parameter(
    0.5, "score", "what a figure missing for one occupation counts as: neither for it nor against"
)
GROUP_PULL = Parameter(
    2, "average occupations", "added to a group's best, so that a single hit is no trend"
)
LEAST_OF_GROUP = Parameter(
    3, "occupations", "at least so many of a group's best make its score, or the square root of all"
)
NEXT_TO = Parameter(
    0.05, "overall score", "occupations this close stand next to each other: some 25 places"
)

# What is worth naming.
LOW_SCORE = Parameter(0.35, "score", "below it a column is named as what speaks against")
CLEAR_GAIN = Parameter(
    0.15, "share of jobs", "what another level of education must open to be worth naming"
)
OPEN_ENOUGH = Parameter(
    0.75, "share of jobs", "where so many jobs are open, more education is not suggested"
)
CLEAR_GAP = Parameter(
    0.75, "standard deviations", "from here a difference in one interest area is worth naming"
)
APART_PENALTY = Parameter(
    0.5, "share of the distance", "what an area shared by both loses for how far the two are apart"
)
LOOK_AGAIN_FROM = Parameter(
    1.0,
    "standard deviations",
    "a distance in one area that a second look at the answers may change",
)
MOVED_PLACES = Parameter(
    20, "places", "a column whose removal moves the place this far, and as far as the place itself"
)

# What the counselor's view calls unexpected.
HIGH_PLACE = Parameter(0.10, "share of the order", "the first tenth of the order is a high place")
LOW_PLACE = Parameter(0.50, "share of the order", "the farther half is a low place")
LOW_SKILLS = Parameter(0.5, "score", "a skills score below one half does not fit a high place")
CLOSED = Parameter(0.25, "share of jobs", "an occupation with fewer jobs open is hardly open")

# Interests.
FLAT_RELIABILITY = Parameter(
    0.60, "reliability", "below it the ups and downs of a profile may be chance"
)
LEAST_SPREAD = Parameter(
    7, "points of 40", "least deviation of scores over people that ten-item scales usually show"
)
LARGEST_SPREAD = Parameter(
    11, "points of 40", "largest deviation of scores over people that they usually show"
)
TOP_SHARE = Parameter(0.05, "share of occupations", "what counts as the top of a ranking: 1 in 20")
