"""A ladder as a CTDL pathway."""

from __future__ import annotations

from typing import Any

from careerlattice.catalog.catalog import Catalog
from careerlattice.content.words import pathway_words
from careerlattice.exchange.ctdl.conditions import Conditions
from careerlattice.exchange.ctdl.graph import BASIC, Graph, Node, condition, follow, occupation_type
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.ladder.model import Ladder, LadderMove
from careerlattice.vocab.codes import OnetSocCode


def to_ctdl_ladder(catalog: Catalog, ladder: Ladder, owner: str = "") -> dict[str, Any]:
    """The ladder as a JSON-LD document with one `ceterms:Pathway`.

    Every occupation is a job with its level, what it asks as conditions, and the steps drawn from
    it as `precedes`. A pathway has one destination: where the ladder ends in several occupations,
    it is reached with any one of them. `owner` names the organization that publishes it. The same
    ladder gives the same document.
    """
    words = pathway_words(ladder.id)
    about = words.what_it_is if words is not None else f"The ladder of {ladder.pathway}."
    graph = Graph(f"ladder {ladder.id}", ladder.pathway, about, owner)
    levels = graph.levels()
    jobs: dict[str, Node] = {}
    for member in ladder.occupations:
        one = member.occupation
        jobs[one.code] = graph.job(one, catalog.get_description(one.code))
        jobs[one.code]["asn:hasProgressionLevel"] = [levels[member.level]]
    for move in _shown(ladder):
        follow(jobs[move.from_code], jobs[move.to_code])
    conditions = Conditions(catalog, graph, jobs)
    for member in ladder.occupations:
        asked = conditions.of(OnetSocCode(member.code))
        if asked:
            jobs[member.code]["ceterms:hasCondition"] = asked
    graph.pathway["ceterms:occupationType"] = [
        occupation_type(member.occupation) for member in ladder.occupations
    ]
    return graph.finish(_destination(graph, ladder, jobs))


def _shown(ladder: Ladder) -> list[LadderMove]:
    """The moves up that a picture shows; a move sideways is told from the lower to the higher."""
    height = {member.code: (member.status_index, member.code) for member in ladder.occupations}
    return [
        move
        for move in ladder.moves
        if move.is_drawn
        and (move.kind is Kind.ADVANCE or height[move.from_code] < height[move.to_code])
        and move.from_code in height
        and move.to_code in height
    ]


def _destination(graph: Graph, ladder: Ladder, jobs: dict[str, Node]) -> Node:
    """The occupation the ladder ends in, or what is reached with any one of several."""
    ends = exits_of(ladder)
    if len(ends) == 1:
        return jobs[ends[0]]
    names = [ladder.get(code).occupation.title for code in ends]
    about = f"Work at the top of {ladder.pathway}: {'; '.join(names)}."
    made = graph.component(BASIC, "destination", f"The top of {ladder.pathway}", about)
    made["ceterms:hasCondition"] = [
        condition(
            "Any one of these occupations.",
            name="Where the ladder ends",
            targets=[jobs[code] for code in ends],
            number=1,
        )
    ]
    for code in ends:
        follow(jobs[code], made)
    return made


def exits_of(ladder: Ladder) -> list[str]:
    """The occupations of the highest level reached, highest first."""
    top = next(rung for rung in reversed(ladder.rungs) if rung)
    return [member.code for member in reversed(top)]
