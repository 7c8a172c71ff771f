"""The moves into and out of an occupation, as lines with their reasons."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.vocab.codes import OnetSocCode


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A move to or from another occupation: what kind, how likely, what it changes, and why."""

    code: str
    title: str
    kind: str
    likelihood: float | None
    pay_change_usd: float | None
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moves:
    """Ways up, ways sideways, and where people come from."""

    next_steps: tuple[MoveLine, ...] = ()
    sideways: tuple[MoveLine, ...] = ()
    feeders: tuple[MoveLine, ...] = ()


def moves_around(code: OnetSocCode) -> Moves:
    """The moves of an occupation."""
    return Moves()
