"""Tools about moves between occupations: from one, and along a pathway."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypedDict

from careerlattice.lattice.json_shapes import LadderLevelJson, LadderMoveJson, MoveJson
from careerlattice.mcp.arguments import said
from careerlattice.mcp.look_up import METRO, OCCUPATION, STATE, NamedJson
from careerlattice.mcp.served import AnswerJson, Served
from careerlattice.mcp.tool import Tool
from careerlattice.wording.understood import understood_text

SOURCES = ("onet", "bls-oews", "bls-projections", "nces-cip", "careerlattice")
_SHOWN = 8


class MovesJson(AnswerJson):
    """Where people go next from an occupation."""

    onet_soc_code: str
    title: str
    moves: list[MoveJson]


@dataclass(frozen=True, kw_only=True)
class Moves:
    """From where, and which moves."""

    occupation: str = field(metadata=said(OCCUPATION))
    kind: Literal["advance", "lateral", "pivot", "step_back"] | None = field(
        default=None, metadata=said("Only moves up, sideways, to other work, or back.")
    )
    state: str | None = field(default=None, metadata=said(STATE))
    metro: str | None = field(default=None, metadata=said(METRO))
    limit: int = field(default=6, metadata=said("How many at most.", low=1, high=25))


def moves(served: Served, asked: Moves) -> MovesJson:
    """The likeliest moves with what each asks, costs and brings."""
    from careerlattice.wording.moves import move_json

    resolved = served.catalog.resolve(asked.occupation)
    area = served.catalog.areas.within(asked.state, asked.metro)
    found = served.lattice.moves(resolved.occupation.code, asked.kind, area, asked.limit)
    nothing = "" if found else "No such moves are known from this occupation."
    return {
        **served.answer(SOURCES, [understood_text(resolved.note), nothing]),
        "onet_soc_code": str(resolved.occupation.code),
        "title": resolved.occupation.title,
        "moves": [move_json(move) for move in found],
    }


# "from" cannot be the name of an attribute.
LadderStepJson = TypedDict(
    "LadderStepJson",
    {"from": str, "to": str, "kind": str, "likelihood": float, "wage_change_usd": float | None},
)


class LadderAnswerJson(AnswerJson):
    """A pathway as rungs from entry to expert.

    `main_sequences` carry it, by code. `moves` are those a picture of it would show; `feeders` lead
    in from other pathways and `exits` out, the likeliest of them.
    """

    id: str
    framework: str
    cluster: str
    pathway: str
    area: str
    center: str | None
    levels: list[LadderLevelJson]
    main_sequences: list[list[str]]
    moves: list[LadderStepJson]
    feeders: list[LadderStepJson]
    exits: list[LadderStepJson]
    others: list[NamedJson]


@dataclass(frozen=True, kw_only=True)
class Ladder:
    """Which ladder: a pathway's, or the one around an occupation."""

    pathway: str | None = field(
        default=None,
        metadata=said("A career pathway or sub-cluster, by name or id, or an occupation in it."),
    )
    around: str | None = field(
        default=None, metadata=said("In its place: the occupation to draw the ladder around.")
    )
    framework: Literal["2008", "2024"] | None = field(
        default=None, metadata=said("Edition of the career clusters framework.")
    )
    state: str | None = field(default=None, metadata=said(STATE))
    metro: str | None = field(default=None, metadata=said(METRO))


def ladder(served: Served, asked: Ladder) -> LadderAnswerJson:
    """The rungs of a pathway, or around an occupation, with the moves between them."""
    from careerlattice.errors import BadRequest
    from careerlattice.wording.moves import ladder_json

    if (asked.pathway is None) == (asked.around is None):
        raise BadRequest("Give a pathway, or an occupation in around: one of the two.")
    area = served.catalog.areas.within(asked.state, asked.metro)
    note = ""
    if asked.around is not None:
        resolved = served.catalog.resolve(asked.around)
        note = understood_text(resolved.note)
        found = served.lattice.neighborhood(resolved.occupation.code, area)
    else:
        found = served.lattice.ladder(str(asked.pathway), asked.framework, area)
    told = ladder_json(found)
    feeders, exits = (likeliest(told[name]) for name in ("feeders", "exits"))
    beside = {move[end] for end in ("from", "to") for move in (*feeders, *exits)}
    sources = (*SOURCES, "onet-clusters", "advance-cte")
    return {
        **served.answer(sources, [note]),
        "id": told["id"],
        "framework": told["framework"],
        "cluster": told["cluster"],
        "pathway": told["pathway"],
        "area": told["area"],
        "center": told["center"],
        "levels": told["levels"],
        "main_sequences": told["backbones"],
        "moves": [step_of(move) for move in told["moves"] if move["is_drawn"]],
        "feeders": feeders,
        "exits": exits,
        "others": [
            {"onet_soc_code": code, "title": told["others"][code]["title"]}
            for code in sorted(beside & told["others"].keys())
        ],
    }


def likeliest(moves: list[LadderMoveJson]) -> list[LadderStepJson]:
    """The likeliest few of some moves."""
    ranked = sorted(moves, key=lambda move: (-move["likelihood"], move["from"], move["to"]))
    return [step_of(move) for move in ranked[:_SHOWN]]


def step_of(move: LadderMoveJson) -> LadderStepJson:
    """A move of a ladder without what only a picture needs."""
    return {
        "from": move["from"],
        "to": move["to"],
        "kind": move["kind"],
        "likelihood": round(move["likelihood"], 4),
        "wage_change_usd": move["wage_change_usd"],
    }


TOOLS = (
    Tool(
        "moves",
        "Moves from an occupation",
        "Where people who leave an occupation go next: how likely, what is missing for each, "
        "the time and money that takes, and the change of pay.",
        Moves,
        MovesJson,
        moves,
    ),
    Tool(
        "ladder",
        "The ladder of a pathway",
        "A career pathway as a ladder of entry, intermediate, advanced and expert occupations "
        "with pay, outlook and the moves between them; or the ladder around one occupation.",
        Ladder,
        LadderAnswerJson,
        ladder,
    ),
)
