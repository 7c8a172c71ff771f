"""Reading what it takes to enter each occupation from the release's entry tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from careerlattice.catalog.catalog import Catalog
from careerlattice.requirements.entry import (
    LEVEL_OF,
    Apprenticeship,
    AskedIn,
    Course,
    Door,
    Entry,
    EntryCondition,
    Experience,
    FactSource,
    FieldRule,
    LicenseGate,
    NextStep,
    Practice,
    Prerequisites,
    Promotion,
    SourceKind,
    Standing,
    StateRule,
    Study,
    Training,
)
from careerlattice.requirements.state_entry import entry_in_state
from careerlattice.vocab.amounts import Span
from careerlattice.vocab.codes import OnetSocCode

Row = dict[str, Any]


class Entries(Mapping[str, Entry]):
    """What it takes to enter every occupation, by code; each is made when it is first asked for.

    Occupations without a block have the entry that `surveyed` makes of the surveys. `rules` gives
    what a state's own law asks of an occupation: its value stands in place of the nation's range.
    """

    def __init__(
        self,
        catalog: Catalog,
        surveyed: Callable[[OnetSocCode], Entry],
        rules: Callable[[OnetSocCode, str], Sequence[StateRule]],
    ) -> None:
        self._catalog = catalog
        self._surveyed = surveyed
        self._rules = rules
        self._made: dict[str, Entry] = {}
        self._here: dict[tuple[str, str], Entry] = {}
        self._gates: dict[tuple[str, str], tuple[LicenseGate, ...]] = {}

    @cached_property
    def _tables(self) -> _Tables:
        return _Tables(self._catalog)

    def __getitem__(self, code: str) -> Entry:
        if code not in self._made:
            exact = self._catalog.codes[self._catalog.row_of[code]]
            tables = self._tables
            has_block = exact in tables.heads
            self._made[code] = tables.entry(exact) if has_block else self._surveyed(exact)
        return self._made[code]

    def at(self, code: str, state: str | None) -> Entry:
        """What it takes in a state (postal code; none for what holds over the states).

        The same as over the states where no rule of the state speaks of it.
        """
        if state is None:
            return self[code]
        if (code, state) not in self._here:
            exact = self._catalog.codes[self._catalog.row_of[code]]
            entry = self[code]
            rules = self._rules(exact, state)
            if rules:
                entry = entry_in_state(entry, rules, self._tables.own_ways(exact, state))
            self._here[code, state] = entry
        return self._here[code, state]

    def gates(self, code: str, state: str | None = None) -> tuple[LicenseGate, ...]:
        """Its licenses alone, in a state or over the states; many times quicker than the entry.

        Save where a state's own law speaks of them: then they are those of the entry there.
        """
        key = (code, state or "")
        if key not in self._gates:
            exact = self._catalog.codes[self._catalog.row_of[code]]
            if state and self._rules(exact, state):
                found = self.at(code, state).licenses
            elif exact in self._tables.heads:
                found = self._tables.gates(exact)
            else:
                found = self._surveyed(exact).licenses
            self._gates[key] = found
        return self._gates[key]

    def person(self, code: str) -> Mapping[str, str]:
        """Its conditions of the person alone, by what they are about."""
        exact = self._catalog.codes[self._catalog.row_of[code]]
        return self._tables.person(exact)

    def __iter__(self) -> Iterator[str]:
        return iter(self._catalog.codes)

    def __len__(self) -> int:
        return len(self._catalog.codes)


class _Tables:
    """The entry tables as rows by occupation."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self.heads = {row["onet_soc_code"]: row for row in self._rows("entry_occupations")}

    def _rows(self, table: str) -> Iterable[Row]:
        return self._catalog.release.table(table).iter_rows(named=True)

    def _grouped(self, table: str) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self._rows(table):
            found[row["onet_soc_code"]].append(row)
        return found

    @cached_property
    def _every_condition(self) -> dict[str, list[Row]]:
        return self._grouped("entry_conditions")

    def _conditions(self, code: str) -> list[Row]:
        """The ways that are open over the states."""
        return [row for row in self._every_condition[code] if not row["states"]]

    def own_ways(self, code: OnetSocCode, state: str) -> tuple[EntryCondition, ...]:
        """The ways that the law of a state alone opens."""
        rows = self._every_condition.get(code, ())
        found = [row for row in rows if state in _states(row["states"])]
        return tuple(self._condition(code, self.heads[code]["block"], row) for row in found)

    @cached_property
    def _codes(self) -> dict[str, list[Row]]:
        return self._grouped("entry_condition_codes")

    @cached_property
    def _programs(self) -> dict[str, list[Row]]:
        return self._grouped("entry_condition_programs")

    @cached_property
    def _licenses(self) -> dict[str, list[Row]]:
        return self._grouped("entry_licenses")

    @cached_property
    def _asks(self) -> dict[str, list[Row]]:
        return self._grouped("entry_license_asks")

    @cached_property
    def _person(self) -> dict[str, list[Row]]:
        return self._grouped("entry_person")

    @cached_property
    def _next(self) -> dict[str, list[Row]]:
        return self._grouped("entry_next")

    @cached_property
    def _pages(self) -> dict[str, Row]:
        return {row["page"]: row for row in self._rows("handbook_pages")}

    @cached_property
    def _sources(self) -> dict[tuple[str, str], list[Row]]:
        """Sources by block and part; those of a part of a condition count for the condition."""
        found: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in self._rows("entry_sources"):
            found[row["block"], " ".join(row["part"].split()[:2])].append(row)
        return found

    def _source(self, row: Row) -> FactSource:
        page = self._pages.get(row["page"] or "", {})
        return FactSource(
            kind=SourceKind(row["kind"]),
            is_read=row["how"] == "read",
            title=page.get("title", ""),
            address=page.get("address", ""),
            section=(row["section"] or "").replace("_", " "),
            citation=row["citation"] or "",
        )

    def _cited(self, block: str, part: str) -> tuple[FactSource, ...]:
        """What a part of a block rests on."""
        rows = self._sources.get((block, part), ())
        return tuple(dict.fromkeys(self._source(row) for row in rows))

    def entry(self, code: OnetSocCode) -> Entry:
        """The entry of an occupation that has a block."""
        head = self.heads[code]
        block = head["block"]
        return Entry(
            code=code,
            conditions=tuple(self._condition(code, block, row) for row in self._conditions(code)),
            licenses=self.gates(code),
            person=self.person(code),
            person_sources=self._cited(block, "person"),
            next_steps=tuple(
                NextStep(
                    code=OnetSocCode(row["to_code"]),
                    is_advance=row["kind"] == "advance",
                    months=row["months"],
                    asks=row["asks"] or "",
                    sources=self._cited(block, f"next {row['step']}"),
                )
                for row in sorted(self._next.get(code, ()), key=lambda row: int(row["step"]))
            ),
            is_promotion_only=head["is_promotion_only"],
            is_full_time_only=head["is_full_time_only"],
            note=head["note"] or "",
        )

    def person(self, code: OnetSocCode) -> dict[str, str]:
        """Conditions of the person, by what they are about; none without a block."""
        return {row["condition_of"]: row["value"] for row in self._person.get(code, ())}

    def gates(self, code: OnetSocCode) -> tuple[LicenseGate, ...]:
        """The licenses of an occupation that has a block, the typical worker's first."""
        block = self.heads[code]["block"]
        return tuple(self._license(code, block, row) for row in self._licenses.get(code, ()))

    def _named(self, code: str, number: int, role: str) -> list[Row]:
        return [
            row
            for row in self._codes.get(code, ())
            if row["condition"] == number and row["role"] == role
        ]

    def _cips(self, code: str, number: int, role: str) -> tuple[str, ...]:
        rows = [
            row
            for row in self._programs.get(code, ())
            if row["condition"] == number and row["role"] == role
        ]
        return tuple(row["cip"] for row in sorted(rows, key=lambda row: int(row["rank"])))

    def _condition(self, code: OnetSocCode, block: str, row: Row) -> EntryCondition:
        number = row["condition"]

        def codes(role: str) -> tuple[str, ...]:
            return tuple(named["code"] for named in self._named(code, number, role))

        credit = {
            named["code"]: (named["share"] or 0.0, named["most_months"] or 0.0)
            for named in self._named(code, number, "apprentice_credit")
        }
        held = row["from_degree_level"]
        held_field = row["from_degree_field"]
        return EntryCondition(
            number=number,
            door=Door(row["door"]),
            floor=LEVEL_OF[row["education_floor"]],
            usual=LEVEL_OF[row["education_usual"]],
            field=FieldRule(row["field"]),
            programs=self._cips(code, number, "asked"),
            training=Training(row["training"]) if row["training"] else None,
            training_months=_span(row, "training_months"),
            study=_study(row),
            prerequisites=_prerequisites(row, self._cips(code, number, "prepared")),
            course=_course(row),
            apprenticeship=_apprenticeship(row, credit),
            experience=_experience(row, codes("experience_from")),
            promotion=_promotion(row, codes("promotion_from")),
            practice=_practice(row),
            from_license=codes("from_license"),
            from_degree=LEVEL_OF[held] if held else None,
            from_degree_field=FieldRule(held_field) if held_field else None,
            from_degree_programs=self._cips(code, number, "held"),
            is_unlicensed=row["is_unlicensed"],
            note=row["note"] or "",
            sources=self._cited(block, f"condition {number}"),
        )

    def _license(self, code: OnetSocCode, block: str, row: Row) -> LicenseGate:
        number = row["license"]
        return LicenseGate(
            number=number,
            granted_by=row["granted_by"],
            asked_in=AskedIn(row["asked_in"]),
            name=row["name"],
            exam=row["exam"] or "",
            agency=row["agency"] or "",
            asked_of=row["asked_of"] or "",
            is_after_hire=row["is_after_hire"],
            fee=_span(row, "fee_usd"),
            wait=_span(row, "wait_months"),
            asks={
                asked["asks"]: asked["value"]
                for asked in self._asks.get(code, ())
                if asked["license"] == number
            },
            states=_states(row["states"]),
            except_states=_states(row["except_states"]),
            local_states=_states(row["local_states"]),
            note=row["note"] or "",
            sources=self._cited(block, f"license {number}"),
        )


def _span(row: Row, prefix: str) -> Span | None:
    low, high = row[f"{prefix}_low"], row[f"{prefix}_high"]
    return None if low is None else Span(float(low), float(high))


def _states(text: str | None) -> tuple[str, ...]:
    return tuple(text.split("-")) if text else ()


def _study(row: Row) -> Study | None:
    if row["study_credential"] is None:
        return None
    return Study(
        credential=LEVEL_OF[row["study_credential"]],
        name=row["study_name"] or "",
        months=_span(row, "study_months"),
        hours=_span(row, "study_hours"),
        usd=_span(row, "study_usd"),
        is_full_time_only=bool(row["study_full_time_only"]),
    )


def _prerequisites(row: Row, programs: tuple[str, ...]) -> Prerequisites | None:
    months = _span(row, "prerequisites_months")
    if months is None:
        return None
    return Prerequisites(
        name=row["prerequisites_name"],
        months=months,
        usd=_span(row, "prerequisites_usd"),
        programs=programs,
    )


def _course(row: Row) -> Course | None:
    if row["course_name"] is None:
        return None
    return Course(
        name=row["course_name"],
        hours=_span(row, "course_hours"),
        weeks=_span(row, "course_weeks"),
        usd=_span(row, "course_usd"),
        is_paid=bool(row["course_is_paid"]),
        pay=_span(row, "course_pay_usd"),
    )


def _apprenticeship(row: Row, credit: dict[str, tuple[float, float]]) -> Apprenticeship | None:
    months = _span(row, "apprenticeship_months")
    if months is None:
        return None
    return Apprenticeship(
        months=months,
        hours=row["apprenticeship_hours"],
        pay_share=_span(row, "apprentice_pay"),
        standing=Standing(row["apprenticeship_standing"] or "one_of_several"),
        credit=credit,
    )


def _experience(row: Row, codes: tuple[str, ...]) -> Experience | None:
    if not row["experience_months"]:
        return None
    return Experience(
        months=float(row["experience_months"]),
        from_codes=codes,
        what=row["experience_what"] or "",
    )


def _promotion(row: Row, codes: tuple[str, ...]) -> Promotion | None:
    if row["promotion_months"] is None or not codes:
        return None
    return Promotion(from_codes=codes, months=float(row["promotion_months"]))


def _practice(row: Row) -> Practice | None:
    months = _span(row, "practice_months")
    if months is None:
        return None
    return Practice(
        name=row["practice_name"] or "",
        months=months,
        hours=row["practice_hours"],
        is_paid=row["practice_is_paid"] is not False,
        usd=_span(row, "practice_usd"),
        called=row["practice_as"] or "",
        before=row["practice_before"] or "none",
    )
