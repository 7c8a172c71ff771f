"""The judgments of this room: what work gives, and what a shortfall lets pass.

Reasons and limits in full: `docs/methods/fit.md` and `docs/reference/profile.md`.
"""

from __future__ import annotations

from careerlattice.vocab.parameter import Parameter

ASSUMED_MONTHS = Parameter(
    24, "months", "two years in a job: the least that employers tend to call experience"
)
FULL_MONTHS = Parameter(
    24, "months", "counted months after which a person has the levels usual in an occupation"
)
SHARE_AT_START = Parameter(
    0.5, "share of the usual levels", "what a person has when the work begins"
)
UNKNOWN_MONTHS = Parameter(12, "months", "counted for work whose length is not known")
FIELD_MONTHS = Parameter(
    12, "months", "a job of this length has taught the fields its programs teach"
)
LET_PASS = Parameter(
    0.5,
    "points of level of 7",
    "less than this below the need is within the spread of the ratings themselves",
)
LEAST_COVERAGE = Parameter(
    0.25,
    "share of importance",
    "below it too little of an occupation is known of a person to state a shortfall",
)
TEN_ITEM_RELIABILITY = Parameter(
    0.85,
    "reliability",
    "assumed of a scale of ten items until many people have answered: published ten-item interest "
    "scales report .78 to .93",
)
_PROVEN = (
    "real learning that an employer or a school may ask to see proven; until then it counts so"
)
RECOGNITION: dict[str, Parameter] = {
    "job": Parameter(1.0, "share of months", "paid work counts in full"),
    "military": Parameter(0.75, "share of months", _PROVEN),
    "volunteer": Parameter(0.5, "share of months", _PROVEN),
    "informal": Parameter(0.5, "share of months", _PROVEN),
}
