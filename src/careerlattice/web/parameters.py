"""The judgments of this room; `http/parameters.py` has those of addresses."""

from __future__ import annotations

from careerlattice.vocab.parameter import Parameter

WORTH_A_MOVE = Parameter(
    value=1.1,
    unit="times the pay now",
    why="who has a job and names no goal is shown jobs whose median pay is at least a tenth above "
    "that of their own: less is seldom worth a search, and more would leave out the next rung",
)
WORTH_A_START = Parameter(
    value=40_000.0,
    unit="dollars a year",
    why="who names no goal is shown no job whose median pay is lower: it is a tenth above what "
    "workers with a high school diploma earn in the nation",
)
CLASS_SIZE = Parameter(
    value=40,
    unit="visitors",
    why="a class that comes with a link of its own may ask for as much as so many visitors: a "
    "large class and its counselor, all behind one address",
)
CLASS_WAIT = Parameter(
    value=30,
    unit="seconds",
    why="how long a request of a class waits for its turn at most: thirty plans or PDFs at once "
    "come one after another at .05 to .8 seconds each; who waits longer takes the page for broken",
)
