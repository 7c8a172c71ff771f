"""The place a page is for: read from an address, chosen in a form, written into links."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from django.http import QueryDict
from django.utils.translation import gettext as _

from careerlattice.catalog.model import Area
from careerlattice.errors import BadRequest, NotFound
from careerlattice.vocab.states import STATES
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.parameters import TextParam

STATE = TextParam("state", "A state: postal code or name (OH, Ohio).")
AREA = TextParam(
    "area",
    "A metropolitan area: its code or name. Beside `state` it has to lie in that state, in part "
    "at least.",
)
PLACE = (STATE, AREA)


def place_of(query: QueryDict) -> Area | None:
    """The area (`area`) or state (`state`) named, or none. Raises `BadRequest`.

    An area counts only if it lies in the state named beside it, in part at least: else the state
    was changed in a form that still held an area of the one before, and the state counts. An area
    of several states is the one of the state named.
    """
    state, area = _area_called(STATE.read(query)), _area_called(AREA.read(query))
    if area is None or _lies_elsewhere(area, state):
        return state
    if state is None or state.state is None:
        return area
    home = state.state
    return replace(area, states=(home, *(postal for postal in area.states if postal != home)))


def refuse_contradiction(query: QueryDict) -> None:
    """Refuse an area of another state than the one named beside it.

    For programs: a page goes by the state, as people change it in a form that holds an area.
    """
    state, area = _area_called(STATE.read(query)), _area_called(AREA.read(query))
    if state is not None and area is not None and _lies_elsewhere(area, state):
        raise BadRequest(
            _("“area” (%(area)s) is not in “state” (%(state)s). Leave one of them out.")
            % {"area": area.name, "state": state.name}
        )


def _lies_elsewhere(area: Area, state: Area | None) -> bool:
    return state is not None and state.state not in area.states


def _area_called(text: str) -> Area | None:
    """The state or area of a name or code; none for the nation or no text."""
    if not text:
        return None
    try:
        found = served_catalog().get_area(text)
    except NotFound as error:
        raise BadRequest(str(error)) from error
    return found if found.kind != "nation" else None


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
    names = {state.postal: state.name for state in STATES}
    return PlaceChoice(
        metros=metros_of(state) if state else (),
        state=state or "",
        state_name=names.get(state or "", ""),
        area=place.code if place is not None and place.kind == "metro" else "",
    )


def place_word(place: Area | None) -> str:
    """The place as written in addresses: a postal code, or the code of a metropolitan area."""
    if place is None or place.kind == "nation":
        return ""
    return place.code if place.kind == "metro" or place.state is None else place.state
