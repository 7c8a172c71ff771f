"""What occupations of a release ask: the one door to education, licenses, prices and training."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import License, Requirements
from careerlattice.content.accreditors import Accreditor, accreditors_of
from careerlattice.requirements.entries import Entries
from careerlattice.requirements.entry import Door, Entry, StateRule
from careerlattice.requirements.fields_of_study import FieldsOfStudy, read_fields_of_study
from careerlattice.requirements.license_answer import LicenseAnswer
from careerlattice.requirements.license_gates import (
    LicenseVectors,
    license_to_hold,
    license_vectors,
)
from careerlattice.requirements.license_names import LicensesToGet, licenses_to_get
from careerlattice.requirements.license_records import read_licenses
from careerlattice.requirements.license_tables import FEDERAL, LicenseTables
from careerlattice.requirements.priced_fields import (
    PricedFields,
    programs_by_occupation,
    read_priced_fields,
)
from careerlattice.requirements.prices import Prices, read_prices
from careerlattice.requirements.shares import (
    RequirementShares,
    read_requirement_shares,
    requirements_of,
)
from careerlattice.requirements.state_rules import StateRules
from careerlattice.requirements.survey_entry import survey_entry
from careerlattice.tables.education_tables import ANY_FIELD
from careerlattice.vocab.codes import OnetSocCode

if TYPE_CHECKING:
    from careerlattice.content.credential_titles import CredentialTitle
    from careerlattice.content.recognition import AbroadStep
    from careerlattice.requirements.license_transfer import LicenseTransfer
    from careerlattice.requirements.license_words import NamedLicense
    from careerlattice.requirements.openness import Openness


def open_requirements(catalog: Catalog) -> EntryRequirements:
    """What the occupations of this catalog ask; kept with it.

    >>> from careerlattice.catalog.catalog import open_release
    >>> asked = open_requirements(open_release())
    >>> asked.get_requirements("29-1141.00").accepted_level.label
    "Associate's degree"
    """
    return catalog.keep(EntryRequirements)


class EntryRequirements:
    """What it takes to enter each occupation, in the order of `catalog.codes`."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._license_vectors: dict[str, LicenseVectors] = {}

    @cached_property
    def shares(self) -> RequirementShares:
        """Requirement shares of all occupations as arrays."""
        return read_requirement_shares(self.catalog.release, self.priced_fields)

    @cached_property
    def fields_of_study(self) -> FieldsOfStudy:
        """Fields that lead to each occupation, and where only they count, as arrays."""
        return read_fields_of_study(self.catalog.release, self.catalog.codes, self.shares)

    @cached_property
    def priced_fields(self) -> PricedFields:
        """Fields with a time and price of their own, and which occupations are of them."""
        programs = programs_by_occupation(self.catalog.release, self.catalog.codes)
        return read_priced_fields(self.catalog.release, self.catalog.codes, programs)

    @cached_property
    def field_prices(self) -> dict[str, Prices]:
        """Price and length of credentials by (sector, credential), for each priced field."""
        return read_prices(self.catalog.release)

    @property
    def prices(self) -> Prices:
        """Price and length of credentials by (sector, credential), of fields without their own."""
        return self.field_prices[ANY_FIELD]

    def prices_at(self, row: int) -> Prices:
        """The same of the schooling that leads to the occupation at this place of the arrays."""
        fields = self.priced_fields
        return self.field_prices[fields.names[int(fields.of[row])]]

    @cached_property
    def entries(self) -> Entries:
        """What it takes to enter each occupation, by code."""

        def surveyed(code: OnetSocCode) -> Entry:
            return survey_entry(self.catalog, self.shares, self.fields_of_study, code)

        return Entries(self.catalog, surveyed, self.rules_in)

    @cached_property
    def _state_rules(self) -> StateRules:
        return StateRules(self.catalog.release)

    def rules_in(self, code: OnetSocCode, state: str) -> tuple[StateRule, ...]:
        """What the own law of a state asks of an occupation, the typical worker's license first.

        Where the user has a fact of their own, it stands in place of what a rule says of the
        license and of the hours of its course.
        """
        rules = self._state_rules.of(state).get(code, ())
        own = self.license_tables.own_fact(code, state)
        if own is None or not rules:
            return rules
        if own["asked"] == "none":
            return ()
        first = rules[0].without_license()
        if own["course_hours"] is not None:
            first = replace(first, hours=own["course_hours"])
        return (first,)

    def ruled_codes(self, state: str) -> tuple[OnetSocCode, ...]:
        """The occupations of which a state's own law says something, in the catalog's order."""
        rules = self._state_rules.of(state)
        return tuple(code for code in self.catalog.codes if code in rules)

    @cached_property
    def openness(self) -> Openness:
        """The share of jobs open at each education, answers held against what workers have."""
        from careerlattice.requirements.openness import read_openness

        return read_openness(self.catalog, self.shares, self.entries)

    def get_entry(self, code: str, state: str | None = None) -> Entry:
        """What it takes to enter the occupation: ways in, gates, next steps, each with source.

        In a state (postal code) as its own law has it; without one, as it holds over the states.
        """
        place = None if state == FEDERAL else state
        return self.entries.at(self.catalog.code_of(code), place)

    def list_accreditors(self, code: str) -> tuple[Accreditor, ...]:
        """Who accredits programs that lead to the occupation; empty where nobody does."""
        return accreditors_of(self.catalog.code_of(code))

    def get_requirements(self, code: str) -> Requirements:
        """What the occupation asks: education, experience, training."""
        return requirements_of(self.catalog.release, self.shares, self.catalog.code_of(code))

    def list_licenses(self, code: str, state: str, *, with_listed: bool = False) -> list[License]:
        """Licenses that speak of the occupation in a state, and federal ones.

        `state` is a postal code or name, `US` for federal ones alone. `with_listed` adds those that
        the publisher lists under it for another occupation's sake.
        """
        place = self._state(state)
        return read_licenses(
            self.catalog.release, self.catalog.code_of(code), place, with_listed=with_listed
        )

    @cached_property
    def license_tables(self) -> LicenseTables:
        """License records, exceptions and compacts, by occupation and state."""
        return LicenseTables(self.catalog.release)

    @cached_property
    def licenses_by_name(self) -> Mapping[str, tuple[NamedLicense, ...]]:
        """Every license that law names, by the wordings of its name."""
        from careerlattice.requirements.license_words import licenses_by_name

        return licenses_by_name(self)

    def find_license(
        self, text: str, state: str | None = None, near: Collection[OnetSocCode] = ()
    ) -> NamedLicense:
        """The license that words mean; of several that of an occupation in `near`.

        Raises `Ambiguous`, and `NotFound` with the nearest names.
        """
        from careerlattice.requirements.license_words import find_license

        return find_license(self, text, state, near)

    def transfer_license(self, code: OnetSocCode, held_in: str, state: str) -> LicenseTransfer:
        """What the license of an occupation held in one state takes in another (postal codes)."""
        from careerlattice.requirements.license_transfer import transfer_license

        return transfer_license(self, code, held_in, state)

    def list_abroad_steps(self, code: OnetSocCode, state: str | None) -> tuple[AbroadStep, ...]:
        """By which steps training from abroad comes to count for an occupation in a place."""
        from careerlattice.content.recognition import abroad_steps_of

        is_licensed = bool(self.license_vectors(state).required[self.catalog.row_of[code]])
        return abroad_steps_of(code, is_licensed=is_licensed)

    def find_credential_title(
        self, typed: str, code: OnetSocCode, state: str | None = None
    ) -> CredentialTitle | None:
        """The credential that a typed title names beside the occupation it is read as.

        Where the state's own law on it is known, it asks what that says.
        """
        from careerlattice.content.credential_titles import credential_title_of

        found = credential_title_of(typed, code)
        if found is None or state is None:
            return found
        name = found.credential.split(" (")[0].casefold()
        rules = self.rules_in(code, state)
        rule = next((one for one in rules if one.license.casefold() == name), None)
        if rule is None or not rule.education:
            return found
        said = "; ".join(one for one in (rule.education, found.takes) if one)
        return replace(found, asks=said, exam=found.exam or rule.exam)

    def license_to_hold(self, code: OnetSocCode, state: str | None) -> LicenseAnswer:
        """Which license the occupation takes in a state (postal code; none for the nation)."""
        return license_to_hold(self, code, state)

    def license_vectors(self, state: str | None) -> LicenseVectors:
        """Where a license is required, or left to cities, for all occupations in one place."""
        key = state or ""
        if key not in self._license_vectors:
            self._license_vectors[key] = license_vectors(self, state)
        return self._license_vectors[key]

    def find_licenses_to_get(self, code: str, state: str) -> LicensesToGet:
        """The records of the license that the occupation takes, or what the record lacks.

        `state` is a postal code or name, `US` for the nation. Records are named only where law asks
        the license of everybody who works in the line.
        """
        return licenses_to_get(self, self.catalog.code_of(code), self._state(state))

    def _state(self, text: str) -> str:
        """The postal code of a state, or `US`. Raises `NotFound`."""
        return text if text == FEDERAL else self.catalog.state_of(text)

    def list_apprenticeships(self, code: str, state: str | None = None) -> list[str]:
        """Titles that registered apprenticeships exist for.

        None in a state (postal code) whose law does not open that door.
        """
        import polars as pl

        exact = self.catalog.code_of(code)
        rules = self.rules_in(exact, state) if state else ()
        if rules and Door.APPRENTICESHIP in rules[0].closed:
            return []
        own = pl.col("onet_soc_code") == exact
        rows = self.catalog.release.table("apprenticeships").filter(own)
        return rows.sort("title")["title"].unique(maintain_order=True).to_list()
