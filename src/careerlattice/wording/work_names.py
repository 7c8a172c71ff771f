"""Occupations, and groups of them, as one worker in running text; names of states and areas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from careerlattice.catalog.catalog import Catalog
from careerlattice.vocab.csv_rows import read_rows
from careerlattice.vocab.states import find_state
from careerlattice.vocab.titles import singular_title, with_article
from careerlattice.wording.catalogue import say

SHOWN = 4
_LINE = len("47-3013")
_NATION = "United States"


@lru_cache(maxsize=1)
def _groups() -> Mapping[str, str]:
    rows = read_rows(Path(__file__).with_name("work_groups.csv"))
    return {row["prefix"]: row["worker"] for row in rows}


def one_worker(title: str) -> str:
    """One who works in the occupation of this title, with the article: `a registered nurse`."""
    return with_article(singular_title(title))


def state_name(postal: str) -> str:
    """A state's name."""
    state = find_state(postal)
    return state.name if state is not None else say("the state")


def area_in_text(name: str) -> str:
    """The name of an area inside a sentence: `the United States`, `Ohio`."""
    return say("the {nation}", nation=name) if name == _NATION else name


class WorkNames:
    """Names of the occupations of a catalog in running text."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def name(self, code: str) -> str:
        """One worker of a code, a SOC line or the beginning of several: `registered nurse`.

        Raises `KeyError` where nothing is called so.
        """
        if len(code) < _LINE:
            return _groups()[code.rstrip("-")]
        own = next((exact for exact in self._catalog.codes if exact.startswith(code)), None)
        if own is None:
            raise KeyError(code)
        return singular_title(self._catalog.occupation(own).title)

    def workers(self, codes: Iterable[str]) -> str:
        """Some of them with articles: `an electrician or a solar photovoltaic installer`."""
        return self._some([with_article(self.name(code)) for code in codes], "in a similar job")

    def ranks(self, codes: Iterable[str]) -> str:
        """Some of them without: `police officer or detective`."""
        return self._some([self.name(code) for code in codes], "a similar job")

    def _some(self, names: list[str], similar: str) -> str:
        told = list(dict.fromkeys(names))
        return join(told if len(told) <= SHOWN else [*told[: SHOWN - 1], similar])


def join(parts: list[str], joint: str = "or") -> str:
    """Parts as a list in a sentence: `a, b, or c`; with commas where a part is a list itself."""
    if len(parts) <= 1:
        return "".join(parts)
    if len(parts) == 2 and not any(f" {joint} " in part for part in parts):
        return f"{parts[0]} {joint} {parts[1]}"
    return f"{', '.join(parts[:-1])}, {joint} {parts[-1]}"
