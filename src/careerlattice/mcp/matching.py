"""The tool that says which occupations suit a person."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from careerlattice.match.json_shapes import FitRowJson
from careerlattice.mcp.arguments import said
from careerlattice.mcp.look_up import METRO, STATE
from careerlattice.mcp.planning import EDUCATION, level_of
from careerlattice.mcp.served import AnswerJson, Served
from careerlattice.mcp.tool import Tool
from careerlattice.wording.understood import understood_text

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.profile.model import Profile


class MatchJson(AnswerJson):
    """Occupations in order of how well they suit; `kept` how many passed the filters."""

    area: str
    weights: dict[str, float]
    scales: dict[str, str]
    kept: int
    left_out: dict[str, int]
    occupations: list[FitRowJson]


@dataclass(frozen=True, kw_only=True)
class Match:
    """What is known of a person, and what to leave out."""

    interests: str | None = field(
        default=None,
        metadata=said(
            "Six scores of 0 to 40 with commas: realistic, investigative, artistic, social, "
            "enterprising, conventional; or a code of two or three letters such as SAE."
        ),
    )
    education: str | None = field(default=None, metadata=said(EDUCATION))
    occupations: tuple[str, ...] = field(
        default=(), metadata=said("Jobs held, by title or code, latest first.", most=8)
    )
    months: tuple[float, ...] = field(
        default=(), metadata=said("Months in each of them.", low=0, high=720, most=8)
    )
    state: str | None = field(default=None, metadata=said(STATE))
    metro: str | None = field(default=None, metadata=said(METRO))
    min_pay_usd: float | None = field(
        default=None, metadata=said("Only median pay of at least this.", low=0, high=10_000_000)
    )
    max_education: str | None = field(
        default=None, metadata=said("Only jobs that accept this schooling or less.")
    )
    limit: int = field(default=10, metadata=said("How many at most.", low=1, high=50))


def match(served: Served, asked: Match) -> MatchJson:
    """The occupations that suit, with reasons."""
    from careerlattice.match.filters import Filters
    from careerlattice.match.ranking import rank_occupations
    from careerlattice.wording.fit import ranking_json

    catalog = served.catalog
    me, notes = person(catalog, asked)
    filters = Filters(
        max_education=level_of(asked.max_education, "max_education"),
        min_pay_usd=asked.min_pay_usd,
    )
    area = catalog.areas.within(asked.state, asked.metro)
    ranking = rank_occupations(catalog, me, None, filters, area=area, limit=asked.limit)
    told = ranking_json(ranking)
    sources = ("onet", "bls-oews", "bls-projections", "nces-cip", "careerlattice")
    return {
        **served.answer(sources, [*notes, *told["notices"]]),
        "area": told["area"],
        "weights": told["weights"],
        "scales": told["scales"],
        "kept": told["kept"],
        "left_out": told["left_out"],
        "occupations": told["rows"],
    }


def person(catalog: Catalog, asked: Match) -> tuple[Profile, list[str]]:
    """The profile of what was told, and how titles were understood. Raises `BadRequest`."""
    from careerlattice.errors import BadRequest
    from careerlattice.match.interests import read_scores
    from careerlattice.profile.model import Education, Profile, Work
    from careerlattice.vocab.interests import parse_scores

    if not (asked.interests or asked.education or asked.occupations):
        raise BadRequest("Say something of the person: interests, education or occupations.")
    if len(asked.months) > len(asked.occupations):
        raise BadRequest("There are more months than occupations.", field="months")
    me, notes = Profile(), []
    if asked.interests:
        me = replace(me, interests=read_scores(parse_scores(asked.interests)))
    level = level_of(asked.education or None, "education")
    if level is not None:
        me = replace(me, education=Education(level))
    work = []
    for place, title in enumerate(asked.occupations):
        resolved = catalog.resolve(title)
        notes.append(understood_text(resolved.note))
        months = asked.months[place] if place < len(asked.months) else None
        work.append(Work(title, resolved.occupation.code, months=months, confirmed=True))
    return replace(me, work=tuple(work)), notes


TOOLS = (
    Tool(
        "match",
        "Occupations that suit a person",
        "Which occupations suit someone by interests, schooling and work so far, with reasons, "
        "what speaks against each, pay and outlook. Not a judgment of the person.",
        Match,
        MatchJson,
        match,
    ),
)
