"""Programs of study as facts: what they lead to, where each award is taught, how many graduate.

College Scorecard knows four digits, the crosswalk to occupations six: graduates and awards are
those of a series, links those of a program.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from careerlattice.catalog.catalog import Catalog
from careerlattice.requirements.fields_of_study import is_residual

SIX_DIGITS, FOUR_DIGITS = len("51.3801"), len("51.38")
NATION = "US"
_NO_PROGRAM = "Reserved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """How many schools award a credential in a series, and their graduates a year on record."""

    schools: int
    graduates: int


NOWHERE = Taught(schools=0, graduates=0)


class ProgramFacts:
    """Programs of a release, laid out for many lookups; kept with its catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._taught: dict[str, Mapping[tuple[str, str], Taught]] = {}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Official titles by CIP code of four or six digits."""
        return dict(self._catalog.release.table("programs").select("cip_code", "title").rows())

    @cached_property
    def _members(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for cip, title in sorted(self.titles.items()):
            if len(cip) == SIX_DIGITS and title != _NO_PROGRAM:
                found[cip[:FOUR_DIGITS]].append(cip)
        return {
            series: tuple(cip for cip in cips if not is_residual(cip)) or tuple(cips)
            for series, cips in found.items()
        }

    def members(self, series: str) -> tuple[str, ...]:
        """The six-digit programs of a four-digit series whose code says what is taught."""
        return self._members.get(series, ())

    @cached_property
    def _lines(self) -> Mapping[str, tuple[str, ...]]:
        links = self._catalog.release.table("program_occupations").sort("cip_code", "soc_code")
        found: dict[str, list[str]] = defaultdict(list)
        for cip, line in links.select("cip_code", "soc_code").rows():
            found[cip].append(line)
        return {cip: tuple(lines) for cip, lines in found.items()}

    @cached_property
    def _programs(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for cip, lines in self._lines.items():
            for line in lines:
                found[line].append(cip)
        return {line: tuple(cips) for line, cips in found.items()}

    def programs_of(self, line: str) -> tuple[str, ...]:
        """The six-digit programs that the crosswalk links to a SOC line."""
        return self._programs.get(line, ())

    def share_taken(self, cip: str, line: str) -> float:
        """How much of a program's graduates a SOC line takes, 0 to 1: an estimate.

        The mean of two guesses: each of the lines the program leads to takes the same share, and
        each takes a share by its jobs.
        """
        lines = self._lines.get(cip, ())
        if line not in lines:
            return 0.0
        jobs = [self._jobs.get(linked, 0.0) for linked in lines]
        by_jobs = self._jobs.get(line, 0.0) / sum(jobs) if sum(jobs) else 1.0 / len(lines)
        return (1.0 / len(lines) + by_jobs) / 2

    @cached_property
    def _jobs(self) -> Mapping[str, float]:
        """Jobs of each SOC line; lines that share one of the projections share its jobs."""
        release = self._catalog.release
        jobs = dict(release.table("projections").select("matrix_code", "employment_2024").rows())
        links = release.table("projection_links").select("soc_code", "matrix_code").rows()
        sharing: dict[str, int] = defaultdict(int)
        for _, matrix in links:
            sharing[matrix] += 1
        return {line: (jobs.get(matrix) or 0.0) / sharing[matrix] for line, matrix in links}

    def taught(self, series: str, credential: str, state: str = NATION) -> Taught:
        """Schools of a state (or the nation) that award the credential in a series."""
        if state not in self._taught:
            self._taught[state] = self._read_taught(state)
        return self._taught[state].get((series, credential), NOWHERE)

    def _read_taught(self, state: str) -> Mapping[tuple[str, str], Taught]:
        import polars as pl

        release = self._catalog.release
        offered = release.table("school_programs")
        if state != NATION:
            here = release.table("schools").filter(pl.col("state") == state)
            offered = offered.join(here, on="school_id", how="semi")
        counted = offered.group_by("cip_code", "credential").agg(
            pl.len().alias("schools"), pl.col("completers").sum().alias("graduates")
        )
        columns = ("cip_code", "credential", "schools", "graduates")
        return {
            (series, credential): Taught(schools=int(schools), graduates=int(graduates or 0))
            for series, credential, schools, graduates in counted.select(columns).rows()
        }


def program_facts(catalog: Catalog) -> ProgramFacts:
    """The programs of a catalog; made once and kept with it."""
    return catalog.keep(ProgramFacts)
