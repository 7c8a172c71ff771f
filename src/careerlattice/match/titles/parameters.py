"""The judgments of title coding beside its fitted weights; see `docs/methods/titles.md`."""

from __future__ import annotations

from careerlattice.vocab.parameter import Parameter

INDUSTRY_WEIGHT = Parameter(
    0.7, "weight", "weight of an industry's words, averaged and held between -1 and 4; not fitted"
)
NEIGHBORS = Parameter(40, "titles", "as many nearest known titles vote for their occupations")
NEIGHBOR_POWER = Parameter(
    4, "power", "of likeness in a vote, so that the nearest titles decide over the many"
)

SMOOTHING = {
    "minor group": Parameter(
        8, "words", "weight of an occupation's minor group where its own words are few"
    ),
    "major group": Parameter(200, "words", "weight of the major group in a minor group's words"),
    "all titles": Parameter(1_000, "words", "weight of all titles in a major group's words"),
}

_BY_NAME = (
    "an estimated chance of being right, held by the titles of the tests whose occupation is known"
)
KNOWN_SCORES: dict[str, Parameter] = {
    "official": Parameter(0.99, "score", f"an official title is known by name: {_BY_NAME}"),
    "listed": Parameter(0.93, "score", f"a wording of our lists is known by name: {_BY_NAME}"),
    "military code": Parameter(0.93, "score", f"a military job code is known: {_BY_NAME}"),
    "title": Parameter(0.9, "score", f"a published title is known by name: {_BY_NAME}"),
}
LEARNED_SCORE = Parameter(
    0.98,
    "score",
    "a title that the user has coded is coded so again; slips of theirs stay possible",
)
PART_SCORE = Parameter(0.6, "score", f"the part of a title that names the worker: {_BY_NAME}")
SLIP_SCORE = Parameter(0.65, "score", f"a title known by name without its slips: {_BY_NAME}")
MENDED_SHARE = Parameter(
    0.7, "share of the score", "what is left of a score for each word that was mended"
)
SLIPS_OF_ONE_WORD = Parameter(
    1, "letters", "a single word with more slips than this is a guess at a word, not an answer"
)
SHORT_OF_THRESHOLD = Parameter(
    0.95, "share of the threshold", "a question or a rank stays below what is taken as an answer"
)
