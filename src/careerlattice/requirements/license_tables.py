"""License records, exceptions and compacts of a release, laid out by occupation and state."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from careerlattice.catalog.model import License
from careerlattice.release.opening import Release
from careerlattice.requirements.entry import FactSource, SourceKind
from careerlattice.requirements.license_answer import Compact

FEDERAL = "US"
OF_THE_TRADE = ("own", "part", "own_business", "voluntary", "before_work")
"""Roles of records whose name is that of the very trade, not merely alike."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenseException:
    """What a state is known to do otherwise: local, contractor_only, none, only_in or remark."""

    what: str
    text: str
    asked_of: str
    doubt: str
    source: FactSource


class LicenseTables:
    """The license tables of one release, read once; records of a state when it is first asked."""

    def __init__(self, release: Release) -> None:
        self._release = release
        self._here: dict[str, dict[str, tuple[License, ...]]] = {}

    def records(self, code: str, state: str | None) -> tuple[License, ...]:
        """Records of the very trade in the state, then federal ones; those alone for no state."""
        own = self._state(state).get(code, ()) if state else ()
        return own + self._state(FEDERAL).get(code, ())

    def roles(self, code: str, state: str | None) -> frozenset[str]:
        """What the state's own records of the very trade are to the occupation."""
        return self._roles.get((code, state), frozenset())

    def own_fact(self, code: str, state: str | None) -> Row | None:
        """The user's own record for the occupation in the state, if there is one."""
        return self._own_facts.get((code, state or FEDERAL))

    @cached_property
    def _own_facts(self) -> dict[tuple[str, str], Row]:
        if self._release.own_facts is None:
            return {}
        import polars as pl

        own = self._release.table("licenses").filter(pl.col("source") == "own")
        links = self._release.table("license_occupations")
        rows = links.join(own, on=["state", "license_id"]).sort("license_id")
        return {(row["onet_soc_code"], row["state"]): row for row in rows.iter_rows(named=True)}

    def exceptions(self, code: str, state: str | None) -> dict[str, LicenseException]:
        """What the state is known to do otherwise for the whole line, by kind."""
        return self._exceptions.get((code, state or ""), {})

    def compacts_of(self, code: str) -> tuple[Compact, ...]:
        """The agreements between states that speak of an occupation."""
        return self._compacts.get(code, ())

    def states_with_record(self, code: str) -> tuple[int, int]:
        """States with a record of the trade's own license, and states with any record at all."""
        here = {
            state
            for (one, state), roles in self._roles.items()
            if one == code and state != FEDERAL and roles & {"own", "part"}
        }
        return len(here), self._recorded

    def is_title_of_a_line(self, title: str) -> bool:
        """Whether it is the published title of an occupation that lists several kinds of work."""
        return "," in title and _plain(title) in self._line_titles

    @cached_property
    def _line_titles(self) -> frozenset[str]:
        titles = self._release.table("occupations")["title"]
        return frozenset(_plain(title) for title in titles if "," in title)

    @cached_property
    def _recorded(self) -> int:
        states = set(self._release.table("licenses")["state"])
        return len(states - {FEDERAL})

    @cached_property
    def _roles(self) -> dict[tuple[str, str | None], frozenset[str]]:
        import polars as pl

        links = self._release.table("license_occupations").filter(
            pl.col("role").is_in(OF_THE_TRADE)
        )
        found: dict[tuple[str, str | None], set[str]] = defaultdict(set)
        for code, state, role in links.select("onet_soc_code", "state", "role").rows():
            found[code, state].add(role)
        # Nine thousand pairs of occupation and state have a dozen sets of roles among them.
        same: dict[frozenset[str], frozenset[str]] = {}
        every = ((key, frozenset(roles)) for key, roles in found.items())
        return {key: same.setdefault(roles, roles) for key, roles in every}

    def _state(self, state: str) -> dict[str, tuple[License, ...]]:
        if state not in self._here:
            self._here[state] = self._read_state(state)
        return self._here[state]

    def _read_state(self, state: str) -> dict[str, tuple[License, ...]]:
        import polars as pl

        links = self._release.table("license_occupations").filter(pl.col("state") == state)
        counts = links.group_by("license_id").len("occupations")
        rows = (
            links.filter(pl.col("role").is_in(OF_THE_TRADE))
            .join(counts, on="license_id")
            .join(self._release.table("licenses"), on=["state", "license_id"])
            .sort("onet_soc_code", "rank", "title", "license_id")
        )
        names = License.__slots__
        found: dict[str, list[License]] = defaultdict(list)
        for row in rows.iter_rows(named=True):
            found[row["onet_soc_code"]].append(License(**{name: row[name] for name in names}))
        return {code: tuple(records) for code, records in found.items()}

    @cached_property
    def _exceptions(self) -> dict[tuple[str, str], dict[str, LicenseException]]:
        found: dict[tuple[str, str], dict[str, LicenseException]] = defaultdict(dict)
        for row in self._release.table("license_exceptions").iter_rows(named=True):
            # What is said of some workers of a line does not decide for the line.
            if not row["asked_of"]:
                found[row["onet_soc_code"], row["state"]][row["what"]] = LicenseException(
                    what=row["what"],
                    text=row["text"],
                    asked_of=row["asked_of"] or "",
                    doubt=row["doubt"] or "",
                    source=_source(row),
                )
        return dict(found)

    @cached_property
    def _compacts(self) -> dict[str, tuple[Compact, ...]]:
        states: dict[tuple[str, str], set[str]] = defaultdict(set)
        for short, state, standing in self._release.table("compact_states").rows():
            states[short, standing].add(state)
        made = {
            row["compact"]: Compact(
                short=row["compact"],
                name=row["name"],
                kind=row["kind"],
                is_in_force=row["is_in_force"],
                is_complete=row["is_complete"],
                members=tuple(sorted(states[row["compact"], "member"])),
                enacted=tuple(sorted(states[row["compact"], "enacted"])),
                text=row["text"],
                asked_of=row["asked_of"] or "",
                doubt=row["doubt"] or "",
                source=_source(row),
            )
            for row in self._release.table("compacts").iter_rows(named=True)
        }
        found: dict[str, list[Compact]] = defaultdict(list)
        for short, code in self._release.table("compact_occupations").rows():
            found[code].append(made[short])
        return {code: tuple(compacts) for code, compacts in found.items()}


def _source(row: Row) -> FactSource:
    return FactSource(
        kind=SourceKind.CITATION, is_read=row["how"] == "read", citation=row["citation"]
    )


def _plain(title: str) -> str:
    """Its words in lower case, one and many alike."""
    return " ".join(word.rstrip("s") for word in re.findall(r"[a-z]+", title.lower()))
