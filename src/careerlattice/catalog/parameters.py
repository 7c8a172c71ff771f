"""Figures the catalog sets itself or takes from a publisher's notes, each with its reason."""

from __future__ import annotations

from careerlattice.vocab.parameter import Parameter
from careerlattice.vocab.pay_words import HOURS_A_YEAR as HOURS_OF_FULL_TIME

TOP_CODE_USD = Parameter(
    value=239_200,
    unit="USD a year",
    why="pay the wage survey calls at least this much is counted as this much",
    label="Pay counted where the survey tells only that it is higher",
    source="BLS OEWS, May 2025, field descriptions",
)
HOURS_A_YEAR = Parameter(
    value=HOURS_OF_FULL_TIME,
    unit="hours",
    why="pay published by the hour only is put at 40 hours in each of 52 weeks, as the survey does "
    "for every other occupation",
    label="Hours of a year where pay is published by the hour only",
    source="BLS OEWS, technical notes",
)
BRIGHT_GROWTH_PCT = Parameter(
    value=5,
    unit="percent over ten years",
    why="O*NET calls an outlook bright when jobs are projected to grow faster than average, which "
    "in BLS's words for 2024 to 2034 begins here",
    label="Growth from which O*NET calls an outlook bright",
    source="O*NET, Bright Outlook criteria; BLS Occupational Outlook Handbook, key phrases",
)
BRIGHT_OPENINGS = Parameter(
    value=100_000,
    unit="openings over ten years",
    why="O*NET also calls an outlook bright when at least this many openings are projected",
    label="Openings from which O*NET calls an outlook bright",
    source="O*NET, Bright Outlook criteria",
)
AVERAGE_GROWTH_PCT = Parameter(
    value=3,
    unit="percent over ten years",
    why="in BLS's words for 2024 to 2034 growth about as fast as average begins here",
    source="BLS Occupational Outlook Handbook, key phrases",
)
COMMON_HERE = Parameter(
    value=1.2,
    unit="times the nation's share of jobs",
    why="a job is called more common in a state than elsewhere from here on",
)
RARE_HERE = Parameter(
    value=0.8,
    unit="times the nation's share of jobs",
    why="a job is called less common in a state than elsewhere below this",
)
PROJECTED_YEARS = Parameter(
    value=10,
    unit="years",
    why="BLS projects ten years ahead and publishes openings for one of them",
    source="BLS Employment Projections, technical notes",
)

SURE_SCORE = Parameter(
    value=0.80,
    unit="score of the title search",
    why="words that no list and no title has by name are taken for an occupation without asking "
    "only when a title fits at least this well",
)
SURE_LEAD = Parameter(
    value=0.04,
    unit="score of the title search",
    why="and only when the next occupation fits clearly less",
)
WORTH_ASKING = Parameter(
    value=0.55,
    unit="score of the title search",
    why="titles that fit less are not offered as what may be meant",
)
ASKED_WITHIN = Parameter(
    value=0.15,
    unit="score of the title search",
    why="occupations that fit almost as well as the best are asked about beside it",
)
NAMED_AS_NEAR = Parameter(
    value=0.45,
    unit="score of the title search",
    why="occupations that fit less are not named beside words that nobody uses",
)
HEARD_SHARE = Parameter(
    value=0.5,
    unit="share of the letters typed",
    why="occupations are named beside words that nobody uses, or asked about, only where at least "
    "half of what was typed stands in titles or is a slip away from a word of theirs: what happens "
    "to be near keys pressed at random helps nobody",
)
NAME_NEARNESS = Parameter(
    value=70,
    unit="of 100, weighted ratio of letters",
    why="names of clusters, pathways and areas that are less alike are not offered as what may be "
    "meant",
)
LOPSIDED = Parameter(
    value=4,
    unit="times as likely",
    why="a title that several occupations carry means the likeliest without asking from here on",
)
KIND_WEIGHTS = {
    "official": Parameter(8, "weight", "an official title tells most about what it names"),
    "reported": Parameter(3, "weight", "then what workers call themselves"),
    "alternate": Parameter(1, "weight", "other titles on record tell less"),
    "short": Parameter(1, "weight", "short forms tell as much as other titles on record"),
}
FEW_JOBS = Parameter(
    value=3_000,
    unit="jobs",
    why="occupations without a published number, and very small ones, count as this many",
)
CATCH_ALL_WEIGHT = Parameter(
    value=0.3,
    unit="weight",
    why="occupations called all other are meant less often than their number of jobs says",
)
DETAIL_WEIGHT = Parameter(
    value=0.5,
    unit="weight",
    why="O*NET's details share the jobs of their SOC line",
)
MOST_WORDS_BEHIND = Parameter(
    value=3,
    unit="words",
    why="a setting is named in a word or two (SNF, trucking co); more words tell other work",
)
SHORTEST_MENDED = Parameter(
    value=4,
    unit="letters",
    why="shorter words are short forms: nothing tells what a slip in them meant",
)
SHORTEST_WORD_MENDED = Parameter(
    value=5,
    unit="letters",
    why="titles on record have so many words that a slip in a shorter one may mean several",
)
SHORTEST_WORD_OF_TWO_SLIPS = Parameter(
    value=8,
    unit="letters",
    why="words of titles this long stay apart after two slips: recepsionst",
)
SHORTEST_PHRASE_MENDED = Parameter(
    value=8,
    unit="letters",
    why="listed wordings are compared as a whole only where a slip leaves enough of them",
)
SHORTEST_PHRASE_OF_TWO_SLIPS = Parameter(
    value=12,
    unit="letters",
    why="of several words two slips leave enough from here on",
)
SHORTEST_OF_TWO_SLIPS = Parameter(
    value=9,
    unit="letters",
    why="names of states this long stay apart after two slips: Massachusets, Conneticut",
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
