"""Choosing a state and a metropolitan area."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from careerlattice.catalog.model import Area
from careerlattice.vocab.states import STATES
from careerlattice.web.app_state import served_catalog


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """The place chosen in the form's words; `metros` are the areas of the state chosen."""

    metros: tuple[tuple[str, str], ...]
    state: str
    state_name: str
    area: str


@cache
def metros_of(postal: str) -> tuple[tuple[str, str], ...]:
    """Metropolitan and nonmetropolitan areas that lie (partly) in a state: code, name."""
    found = [
        (area.code, area.name)
        for area in served_catalog().areas
        if area.kind == "metro" and postal in area.states
    ]
    return tuple(sorted(found, key=lambda pair: pair[1]))


def place_choice(place: Area | None) -> PlaceChoice:
    """What stands in the form when `place` is chosen; empty when none is."""
    state = place.state if place is not None else None
    names = {one.postal: one.name for one in STATES}
    return PlaceChoice(
        metros_of(state) if state else (),
        state or "",
        names.get(state or "", ""),
        place.code if place is not None and place.kind == "metro" else "",
    )
