"""Figures the catalog sets itself or takes from a publisher's notes, each with its reason."""

from __future__ import annotations

from careerlattice.vocab.parameter import Parameter

TOP_CODE_USD = Parameter(
    value=239_200,
    unit="USD a year",
    why="pay the wage survey calls at least this much is counted as this much",
    label="Pay counted where the survey tells only that it is higher",
    source="BLS OEWS, May 2025, field descriptions",
)
HOURS_A_YEAR = Parameter(
    value=2_080,
    unit="hours",
    why="pay published by the hour only is put at 40 hours in each of 52 weeks, as the survey does "
    "for every other occupation",
    label="Hours of a year where pay is published by the hour only",
    source="BLS OEWS, technical notes",
)

SURE_SCORE = Parameter(
    value=0.80,
    unit="score of the title search",
    why="a title is taken for an occupation without asking only when it fits at least this well",
)
SURE_LEAD = Parameter(
    value=0.04,
    unit="score of the title search",
    why="and only when the next occupation fits clearly less",
)
CERTAIN_SCORE = Parameter(
    value=0.97,
    unit="score of the title search",
    why="a title that fits this well is taken whatever the next one scores",
)

OFFICIAL_BONUS = Parameter(
    value=0.06,
    unit="score before scaling",
    why="between titles that fit alike the official one comes first",
)
REPORTED_BONUS = Parameter(
    value=0.02,
    unit="score before scaling",
    why="then what workers call themselves",
)
ALTERNATE_BONUS = Parameter(
    value=0.015,
    unit="score before scaling",
    why="then other titles on record, short forms last",
)
IDENTICAL_BONUS = Parameter(
    value=0.05,
    unit="score before scaling",
    why="every word of the title was typed, and nothing else",
)
SUPPORT_BONUS = Parameter(
    value=0.06,
    unit="score before scaling, at most",
    why="an occupation with many titles that fit is meant more often than one with a single such "
    "title",
)
SUPPORT_POWER = Parameter(
    value=0.25,
    unit="power of the share of the occupation's titles that fit",
    why="damps the advantage of occupations with few titles",
)
