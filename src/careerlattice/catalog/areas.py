"""Finding an area by state name, postal code or metropolitan name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from careerlattice.catalog.model import Area
from careerlattice.catalog.names.places import (
    counties_called,
    country_called,
    nicknamed,
    state_called,
    state_in,
    zip_place,
)
from careerlattice.catalog.parameters import NAME_NEARNESS
from careerlattice.errors import Ambiguous, BadRequest, NotFound, about
from careerlattice.release.opening import Release
from careerlattice.vocab.names import fold
from careerlattice.vocab.states import State, find_state

NATION = "N00"
_STATE = re.compile(r"^(?:the )?(?:state|commonwealth) of |\s+state$", re.IGNORECASE)
_ZIP = re.compile(r"\d{5}(?:-\d{4})?")
_COUNTRY = re.compile(r"\b(?:united states|usa|u\.s\.a?\.?|us)\b|,", re.IGNORECASE)


class Areas:
    """The areas of a release, by code, name and state."""

    def __init__(self, release: Release) -> None:
        self._by_code: dict[str, Area] = {}
        self._by_name: dict[str, Area] = {}
        for code, kind, name, states in release.table("areas").iter_rows():
            area = Area(code, kind, name, tuple(states.split("-")) if states else ())
            self._by_code[code] = area
            self._by_name[fold(name)] = area
        for word in ("us", "usa", "u s", "united states", "national", "nation"):
            self._by_name[word] = self._by_code[NATION]

    def __iter__(self) -> Iterator[Area]:
        return iter(self._by_code.values())

    @property
    def nation(self) -> Area:
        """The United States."""
        return self._by_code[NATION]

    def of_state(self, postal: str) -> Area:
        """The area of a state by postal code. Raises `NotFound`."""
        return self.get(postal)

    def get(self, text: str, *, metro: bool = False) -> Area:
        """The area meant: an area code, a state's name or postal code, or a metro's name.

        With `metro` a metropolitan area comes before a state of the same name ("New York").

        A metro may be named by its first city when only one has it ("Akron"), or by city and state
        ("Columbus, OH"). Raises `NotFound` with the nearest names, or with all that fit.
        """
        stripped = text.strip()
        if stripped.upper() in self._by_code:
            return self._by_code[stripped.upper()]
        if _ZIP.fullmatch(stripped):
            return self._of_zip(stripped)
        if metro:
            return self._metro(stripped)
        state = find_state(stripped) or find_state(_STATE.sub("", stripped))
        if state is not None and f"S{state.fips}" in self._by_code:
            return self._by_code[f"S{state.fips}"]
        folded = fold(stripped)
        if folded in self._by_name:
            return self._by_name[folded]
        return self._metro(stripped, folded)

    def _metro(self, stripped: str, folded: str = "") -> Area:
        """The metropolitan area meant by its name, a city of it, a nickname or a suburb."""
        folded = folded or fold(stripped)
        own = self._by_name.get(folded)
        if own is not None and own.kind == "metro":
            return own
        country = country_called(stripped)
        if country:
            raise self._abroad(stripped, country)
        counties = counties_called(stripped)
        if len({state for state, _ in counties}) == 1:
            return self._of_counties(stripped, counties)
        spelled = stripped.rstrip(". ")
        spelled = re.sub(r"^ft\b[\W_]*(?=\w)", "Fort ", spelled, flags=re.IGNORECASE)
        if not counties:
            spelled = re.sub(r"(?<=\w)\s+county$", "", spelled, flags=re.IGNORECASE)
        fitting = [self._by_name[fold(name)] for name in nicknamed(spelled)]
        fitting = fitting or self._metros(spelled) or self._nicknamed_in_state(spelled)
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            pairs = [(area.code, area.name) for area in fitting[:6]]
            raise Ambiguous("area", stripped, pairs)
        state = state_in(stripped)
        if state is not None and f"S{state.fips}" in self._by_code:
            home = self._by_code[f"S{state.fips}"]
            if find_state(stripped) is not None or not re.search(r"[,\s]", stripped):
                return home
            if fold(re.sub(_COUNTRY, " ", stripped)) in (fold(state.name), state.postal.lower()):
                return home
        if counties:
            return self._of_counties(stripped, counties)
        meant = state_called(stripped)
        if meant is not None and f"S{meant.fips}" in self._by_code:
            return self._by_code[f"S{meant.fips}"]
        if re.search(r"\b(?:county|parish|borough)\b", folded):
            raise NotFound(
                "area",
                stripped,
                hint="No county of that name lies in a metropolitan area, and pay is not published "
                "by county. Give a state (OH or Ohio) or a metropolitan area (Columbus, OH).",
            )
        raise NotFound(
            "area",
            stripped,
            self._near(folded),
            "Give a state (OH or Ohio) or a metropolitan area (Columbus, OH).",
        )

    def _abroad(self, typed: str, country: str) -> NotFound:
        """A country or a province of one is not taken for a city here of the same name."""
        here = [self._by_name[fold(name)] for name in nicknamed(typed)] or self._metros(typed)
        return NotFound(
            "area",
            typed,
            [area.name for area in here[:3]],
            f"It reads like a place abroad ({country}), and the figures here are for the United "
            "States only. For a US city, add its state, like Columbus, OH.",
        )

    def _of_zip(self, typed: str) -> Area:
        """The metropolitan area of a ZIP code, its own state first; outside of metros its state."""
        found = zip_place(typed)
        if found is None:
            raise NotFound(
                "area",
                typed,
                hint="No state uses this ZIP code. Check the digits, or give a state (OH or Ohio) "
                "or a metropolitan area (Columbus, OH).",
            )
        postal, code = found
        area = self._by_code.get(code)
        if area is None:
            return self.of_state(postal)
        return _seen_from(area, postal)

    def _of_counties(self, typed: str, counties: tuple[tuple[str, str], ...]) -> Area:
        """The metropolitan area that a county lies in, its own state first."""
        names = dict.fromkeys(fold(area) for _, area in counties)
        areas = [self._by_name[name] for name in names if name in self._by_name]
        if len(areas) != 1:
            raise Ambiguous("area", typed, [(area.code, area.name) for area in areas[:6]])
        return _seen_from(areas[0], counties[0][0])

    def within(self, state: str | None, metro: str | None) -> Area:
        """The area meant by a state and a metropolitan area, either of them or none (the nation).

        An area of several states becomes the one of the state named, so that schools and licenses
        are that state's. Raises `NotFound`, and `BadRequest` where the area lies elsewhere.
        """
        with about("state"):
            home = self.get(state) if state is not None else None
        if metro is None:
            return home or self.nation
        with about("metro"):
            area = self.get(metro, metro=True)
        if home is None or home.state is None:
            return area
        if home.state not in area.states:
            raise BadRequest(
                f"{area.name} does not lie in {home.name}. Leave one of them out or correct it.",
                field="metro",
            )
        return _seen_from(area, home.state)

    def chain(self, asked: Area) -> tuple[Area, ...]:
        """The areas that answer for one that publishes nothing: itself, its state, the nation."""
        found = [asked]
        if asked.kind == "metro" and asked.states:
            found.append(self.of_state(asked.states[0]))
        if asked.kind != "nation":
            found.append(self.nation)
        return tuple(found)

    def _nicknamed_in_state(self, text: str) -> list[Area]:
        """The area of a suburb named with its state: `Plano, TX`."""
        city, _, tail = text.rpartition(",")
        state = find_state(tail) if city else None
        if state is None:
            city, state = _city_and_state(text)
        areas = [self._by_name[fold(name)] for name in nicknamed(city)] if state else []
        return [area for area in areas if state is not None and state.postal in area.states]

    def _metros(self, text: str) -> list[Area]:
        head, _, tail = text.rpartition(",")
        wanted_state = (find_state(tail) or state_in(tail)) if head else None
        if not head:
            head, wanted_state = _city_and_state(text)
        city = fold(head if wanted_state else text)
        city = re.sub(r"^saint ", "st ", re.sub(r"^(?:ft|fort) ", "fort ", city))
        if not city:
            return []
        found = []
        for area in self._by_code.values():
            if area.kind != "metro" or (wanted_state and wanted_state.postal not in area.states):
                continue
            cities = [fold(part) for part in area.name.rsplit(",", 1)[0].split("-")]
            cities += [part.split(" davidson")[0] for part in cities if " davidson" in part]
            if city in cities:
                found.append((cities.index(city), area.code, area))
        found.sort(key=lambda item: item[:2])
        first = [area for place, _, area in found if place == 0]
        return first or [area for _, _, area in found]

    def _near(self, folded: str) -> list[str]:
        from rapidfuzz import fuzz, process

        hits = process.extract(folded, list(self._by_name), scorer=fuzz.WRatio, limit=8)
        names: list[str] = []
        for name, score, _ in hits:
            shown = self._by_name[name].name
            if score >= NAME_NEARNESS.value and shown not in names:
                names.append(shown)
        return names[:3]


def _seen_from(area: Area, postal: str) -> Area:
    """The area with this state first: schools and licenses are that state's."""
    return replace(area, states=(postal, *(state for state in area.states if state != postal)))


def _city_and_state(text: str) -> tuple[str, State | None]:
    """`Columbus Ohio` and `Portland ME` as a city and a state; the text itself where it is none."""
    words = text.split()
    for size in (1, 2):
        if len(words) > size:
            tail = " ".join(words[-size:])
            state = find_state(tail) if size > 1 or len(tail) > 2 or tail.isupper() else None
            if state is not None:
                return " ".join(words[:-size]), state
    return "", None
