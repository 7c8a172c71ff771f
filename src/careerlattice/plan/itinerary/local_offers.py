"""Schools, licenses and programs of one place, laid out for many lookups.

A plan names a dozen of them; the catalog's own lookups read whole tables each time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import SchoolProgram
from careerlattice.plan.answer import Note, NoteKind
from careerlattice.plan.facts.occupations import OccupationFacts
from careerlattice.plan.parameters import FEWEST_PROGRAMS
from careerlattice.plan.request import SECTORS
from careerlattice.requirements.leading_programs import LeadingProgram, programs_for
from careerlattice.requirements.license_names import FEDERAL, LicensesToGet
from careerlattice.requirements.own_series import own_figures
from careerlattice.requirements.priced_fields import CREDENTIAL_LEVELS
from careerlattice.requirements.prices import control_of
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.titles import singular_title

SchoolAnswer = tuple[tuple[SchoolProgram, ...], int]


@dataclass(frozen=True, slots=True)
class Graduates:
    """Graduates of the programs that lead to an occupation: how many, and their typical earnings.

    `earnings_usd` is a year's earnings four years after completion: the median over graduates of
    the programs' medians (College Scorecard), in whatever job they then have.
    """

    earnings_usd: float
    programs: int
    people: int


def _own_titles(worker: str, listed: Sequence[str]) -> tuple[str, ...]:
    """The registered titles that say what the worker is called, the plainest first; all if none do.

    A trade's list holds its corners too: coppersmiths of shipyards beside plumbers.
    """
    words = set(re.findall(r"[a-z]{4,}", worker.lower()))
    own = [title for title in listed if words & set(re.findall(r"[a-z]{4,}", title.lower()))]
    return tuple(sorted(own, key=lambda title: (len(title), title)) or listed)


class LocalOffers:
    """What a state (or, with none, the nation) has; answers are kept."""

    def __init__(self, catalog: Catalog, facts: OccupationFacts, state: str | None) -> None:
        self._catalog = catalog
        self._facts = facts
        self._state = state
        self._schools: dict[tuple[int, str, str, int], SchoolAnswer] = {}
        self._notes: dict[tuple[int, str], tuple[Note, ...]] = {}
        self._graduates: dict[tuple[int, str], Graduates | None] = {}
        self._programs: dict[tuple[int, str, tuple[int, ...]], tuple[str, ...]] = {}
        self._licenses: dict[int, LicensesToGet] = {}
        self._apprenticeships: dict[int, tuple[str, ...]] = {}

    def find_schools(self, row: int, credential: str, sector: str, limit: int) -> SchoolAnswer:
        """Schools' programs that lead to the occupation, and how many there are in all.

        Schools of the sector whose prices count come first, then public, nonprofit and for-profit
        ones, the most graduates first in each; programs without graduates on record come last.
        """
        key = (row, credential, sector, limit)
        if key not in self._schools:
            self._schools[key] = self._read_schools(row, credential, sector, limit)
        return self._schools[key]

    def find_graduates(self, row: int, credential: str) -> Graduates | None:
        """What the place's graduates of programs that lead to the occupation earn; none if few."""
        key = (row, credential)
        if key not in self._graduates:
            self._graduates[key] = self._read_graduates(row, credential)
        return self._graduates[key]

    def list_programs(self, row: int, credential: str, toward: tuple[int, ...]) -> tuple[str, ...]:
        """Titles of programs that lead to the occupation by the credential.

        Those that entry conditions name come first, then those that also lead to the occupations
        at the places `toward`.
        """
        key = (row, credential, toward)
        if key not in self._programs:
            found = self._leading(row, credential, toward)
            self._programs[key] = tuple(program.title for program in found)
        return self._programs[key]

    def list_school_notes(self, row: int, credential: str) -> tuple[Note, ...]:
        """What to ask schools of a group of programs, and who accredits programs that lead here."""
        key = (row, credential)
        if key not in self._notes:
            self._notes[key] = self._read_notes(row, credential)
        return self._notes[key]

    def _read_notes(self, row: int, credential: str) -> tuple[Note, ...]:
        code = self._catalog.codes[row]
        leading = self._leading(row, credential)
        if not leading:
            return ()
        notes = []
        first = leading[0]
        if not first.is_own_series:
            details = {
                "series": self._titles.get(first.series, first.series),
                "title": self._catalog.occupation(code).title,
            }
            notes.append(Note(NoteKind.SCHOOL_GROUP, details))
        accreditors = open_requirements(self._catalog).list_accreditors(code)
        level = CREDENTIAL_LEVELS[credential]
        notes += [
            Note(NoteKind.ACCREDITED, {"by": item.named})
            for item in accreditors
            if item.accredits(level)
        ]
        return tuple(notes)

    def find_licenses(self, row: int) -> LicensesToGet:
        """The licenses to get for the occupation in the state (or the nation)."""
        if row not in self._licenses:
            catalog = self._catalog
            self._licenses[row] = open_requirements(catalog).find_licenses_to_get(
                catalog.codes[row], self._state or FEDERAL
            )
        return self._licenses[row]

    def list_apprenticeships(self, row: int) -> tuple[str, ...]:
        """Registered titles of apprenticeships that lead to the occupation."""
        if row not in self._apprenticeships:
            code = self._catalog.codes[row]
            listed = open_requirements(self._catalog).list_apprenticeships(code)
            self._apprenticeships[row] = _own_titles(
                singular_title(self._catalog.occupation(code).title), listed
            )
        return self._apprenticeships[row]

    @cached_property
    def _titles(self) -> dict[str, str]:
        return dict(self._catalog.release.table("programs").select("cip_code", "title").rows())

    @cached_property
    def _schools_here(self) -> pl.DataFrame:
        schools = self._catalog.release.table("schools")
        return schools if self._state is None else schools.filter(pl.col("state") == self._state)

    @cached_property
    def _offered(self) -> pl.DataFrame:
        """What the place's schools offer, in no order: only what is shown is put in order."""
        offered = self._catalog.release.table("school_programs")
        if self._state is None:
            return offered
        return offered.join(self._schools_here, on="school_id", how="semi")

    def _leading(
        self, row: int, credential: str, toward: tuple[int, ...] = ()
    ) -> list[LeadingProgram]:
        """The programs in which the credential is earned, the surest first."""
        codes = self._catalog.codes
        return programs_for(
            open_requirements(self._catalog),
            codes[row],
            credential,
            self._state,
            [codes[other] for other in toward],
        )

    def _fitting(self, row: int, credential: str) -> pl.DataFrame:
        """What the place's schools offer in the series of those programs, and whose series it is.

        Of named programs alone where there are any.
        """
        leading = self._leading(row, credential)
        named = [program for program in leading if program.is_named] or leading
        is_own = {program.series: program.is_own_series for program in named}
        return self._offered.filter(
            pl.col("credential") == credential, pl.col("cip_code").is_in(list(is_own))
        ).with_columns(
            pl.col("cip_code").replace_strict(is_own, return_dtype=pl.Boolean).alias("is_own")
            if is_own
            else pl.lit(False).alias("is_own")
        )

    def _read_graduates(self, row: int, credential: str) -> Graduates | None:
        """Of series that are the profession's own: others' graduates tell nothing of it."""
        known = self._fitting(row, credential).drop_nulls(["earnings_usd", "completers"])
        known = known.filter("is_own", pl.col("completers") > 0).sort("earnings_usd")
        if known.height < FEWEST_PROGRAMS.value:
            return None
        people = known["completers"].cum_sum()
        middle = int((people >= people[-1] / 2).arg_max() or 0)
        return Graduates(float(known["earnings_usd"][middle]), known.height, int(people[-1]))

    def _read_schools(self, row: int, credential: str, sector: str, limit: int) -> SchoolAnswer:
        fitting = self._fitting(row, credential)
        order = list(dict.fromkeys(map(control_of, (sector, *SECTORS))))
        shown = (
            fitting.join(self._schools_here, on="school_id")
            .sort(
                ~pl.col("is_own"),
                pl.col("completers").fill_null(0) == 0,
                pl.col("control").cast(pl.Enum(order)),
                "completers",
                "name",
                "cip_code",
                "school_id",
                descending=[False, False, False, True, False, False, False],
                nulls_last=True,
            )
            .unique("name", keep="first", maintain_order=True)
            .head(limit)
        )
        found = own_figures(
            open_requirements(self._catalog),
            self._catalog.codes[row],
            [self._school(item) for item in shown.iter_rows(named=True)],
        )
        return tuple(found), fitting.height

    def _school(self, item: dict[str, Any]) -> SchoolProgram:
        return SchoolProgram(
            school=item["name"],
            state=item["state"],
            control=item["control"],
            cip_code=item["cip_code"],
            program=self._titles.get(item["cip_code"], ""),
            credential=item["credential"],
            completers=item["completers"],
            earnings_usd=item["earnings_usd"],
            debt_usd=item["debt_usd"],
            unit_id=item["unit_id"],
        )
