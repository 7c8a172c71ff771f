"""Reading what it takes to enter each occupation from the release's entry tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Any

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
    Permit,
    PlaceSearch,
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
from careerlattice.vocab.levels import EducationLevel

if TYPE_CHECKING:
    import polars as pl

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

    def floors(self, code: str) -> Sequence[tuple[EducationLevel, FieldRule]]:
        """The least schooling of each of its ways, and whether the field counts; as `gates`."""
        exact = self._catalog.codes[self._catalog.row_of[code]]
        if exact in self._tables.heads:
            return self._tables.floors(exact)
        return [(way.floor, way.field) for way in self._surveyed(exact).conditions]

    def person(self, code: str) -> Mapping[str, str]:
        """Its conditions of the person alone, by what they are about."""
        exact = self._catalog.codes[self._catalog.row_of[code]]
        return self._tables.person(exact)

    def __iter__(self) -> Iterator[str]:
        return iter(self._catalog.codes)

    def __len__(self) -> int:
        return len(self._catalog.codes)


class _Rows:
    """The rows of a wide table by occupation, told by column when their occupation is asked for."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._columns = frame.columns
        place = self._columns.index("onet_soc_code")
        self._of: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for row in frame.iter_rows():
            self._of[row[place]].append(row)

    def of(self, code: str) -> list[Row]:
        return [dict(zip(self._columns, row, strict=True)) for row in self._of.get(code, ())]


class _Tables:
    """The entry tables by occupation: only what is asked for is made of them, and kept small."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        rows = self._table("entry_occupations").iter_rows(named=True)
        self.heads = {row["onet_soc_code"]: row for row in rows}
        self._gates: dict[str, tuple[LicenseGate, ...]] = {}

    def _table(self, name: str) -> pl.DataFrame:
        return self._catalog.release.table(name)

    @cached_property
    def _every_condition(self) -> _Rows:
        return _Rows(self._table("entry_conditions"))

    def _conditions(self, code: str) -> list[Row]:
        """The ways that are open over the states."""
        return [row for row in self._every_condition.of(code) if not row["states"]]

    def own_ways(self, code: OnetSocCode, state: str) -> tuple[EntryCondition, ...]:
        """The ways that the law of a state alone opens."""
        rows = self._every_condition.of(code)
        found = [row for row in rows if state in _states(row["states"])]
        return tuple(self._condition(code, self.heads[code]["block"], row) for row in found)

    @cached_property
    def _codes(self) -> dict[tuple[str, int, str], list[tuple[str, float, float]]]:
        """Occupations that a condition names in a role: code, share and most months credited."""
        found: dict[tuple[str, int, str], list[tuple[str, float, float]]] = defaultdict(list)
        columns = ("onet_soc_code", "condition", "role", "code", "share", "most_months")
        for *key, code, share, most in self._table("entry_condition_codes").select(columns).rows():
            found[tuple(key)].append((code, share or 0.0, most or 0.0))
        return dict(found)

    @cached_property
    def _programs(self) -> dict[tuple[str, int, str], list[tuple[int, str]]]:
        """Programs that a condition names in a role, with their rank."""
        found: dict[tuple[str, int, str], list[tuple[int, str]]] = defaultdict(list)
        columns = ("onet_soc_code", "condition", "role", "rank", "cip")
        for *key, rank, cip in self._table("entry_condition_programs").select(columns).rows():
            found[tuple(key)].append((int(rank), cip))
        return dict(found)

    @cached_property
    def _permits(self) -> dict[tuple[str, int], list[Permit]]:
        """What a condition asks to have in hand first, in order."""
        found: dict[tuple[str, int], list[Permit]] = defaultdict(list)
        table = self._table("entry_condition_permits")
        for row in table.sort("onet_soc_code", "condition", "number").iter_rows(named=True):
            found[row["onet_soc_code"], row["condition"]].append(
                Permit(
                    name=row["name"],
                    exam=row["exam"] or "",
                    usd=_span(row, "fee_usd"),
                    months=_span(row, "months"),
                    note=row["note"] or "",
                )
            )
        return dict(found)

    @cached_property
    def _licenses(self) -> _Rows:
        return _Rows(self._table("entry_licenses"))

    @cached_property
    def _asks(self) -> dict[tuple[str, int], dict[str, str]]:
        """What a license asks, by what it is about."""
        found: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
        columns = ("onet_soc_code", "license", "asks", "value")
        for code, number, asks, value in self._table("entry_license_asks").select(columns).rows():
            found[code, number][asks] = value
        return dict(found)

    @cached_property
    def _person(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = defaultdict(dict)
        columns = ("onet_soc_code", "condition_of", "value")
        for code, about, value in self._table("entry_person").select(columns).rows():
            found[code][about] = value
        return dict(found)

    @cached_property
    def _next(self) -> _Rows:
        return _Rows(self._table("entry_next"))

    @cached_property
    def _sources(self) -> dict[tuple[str, str], list[FactSource]]:
        """Sources by block and part; those of a part of a condition count for the condition."""
        named = self._table("handbook_pages").select("page", "title", "address").rows()
        pages = {page: (title, address) for page, title, address in named}
        made: dict[tuple[Any, ...], FactSource] = {}
        found: dict[tuple[str, str], list[FactSource]] = defaultdict(list)
        columns = ("block", "part", "kind", "how", "page", "section", "citation")
        for block, part, *told in self._table("entry_sources").select(columns).rows():
            key = tuple(told)
            if key not in made:
                made[key] = _source(pages, *key)
            cited = found[block, " ".join(part.split()[:2])]
            if made[key] not in cited:
                cited.append(made[key])
        return dict(found)

    def _cited(self, block: str, part: str) -> tuple[FactSource, ...]:
        """What a part of a block rests on."""
        return tuple(self._sources.get((block, part), ()))

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
                for row in sorted(self._next.of(code), key=lambda row: int(row["step"]))
            ),
            is_promotion_only=head["is_promotion_only"],
            is_full_time_only=head["is_full_time_only"],
            note=head["note"] or "",
        )

    def person(self, code: OnetSocCode) -> dict[str, str]:
        """Conditions of the person, by what they are about; none without a block."""
        return dict(self._person.get(code, {}))

    def gates(self, code: OnetSocCode) -> tuple[LicenseGate, ...]:
        """The licenses of an occupation that has a block, the typical worker's first."""
        if code not in self._gates:
            block = self.heads[code]["block"]
            rows = self._licenses.of(code)
            self._gates[code] = tuple(self._license(code, block, row) for row in rows)
        return self._gates[code]

    def floors(self, code: OnetSocCode) -> list[tuple[EducationLevel, FieldRule]]:
        """The least schooling of each way that is open over the states, and if its field counts."""
        return [
            (LEVEL_OF[row["education_floor"]], FieldRule(row["field"]))
            for row in self._conditions(code)
        ]

    def _cips(self, code: str, number: int, role: str) -> tuple[str, ...]:
        ranked = self._programs.get((code, number, role), ())
        return tuple(cip for _, cip in sorted(ranked, key=itemgetter(0)))

    def _condition(self, code: OnetSocCode, block: str, row: Row) -> EntryCondition:
        number = row["condition"]

        def codes(role: str) -> tuple[str, ...]:
            return tuple(named for named, *_ in self._codes.get((code, number, role), ()))

        given = self._codes.get((code, number, "apprentice_credit"), ())
        credit = {named: (share, most) for named, share, most in given}
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
            permits=tuple(self._permits.get((code, number), ())),
            search=_search(row),
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
            asks=dict(self._asks.get((code, number), {})),
            states=_states(row["states"]),
            except_states=_states(row["except_states"]),
            local_states=_states(row["local_states"]),
            note=row["note"] or "",
            sources=self._cited(block, f"license {number}"),
        )


def _source(
    pages: Mapping[str, tuple[str, str]],
    kind: str,
    how: str,
    page: str | None,
    section: str | None,
    citation: str | None,
) -> FactSource:
    title, address = pages.get(page or "", ("", ""))
    return FactSource(
        kind=SourceKind(kind),
        is_read=how == "read",
        title=title,
        address=address,
        section=(section or "").replace("_", " "),
        citation=citation or "",
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


def _search(row: Row) -> PlaceSearch | None:
    months = _span(row, "search_months")
    if months is None:
        return None
    return PlaceSearch(
        months=months, note=row["search_note"] or "", is_first=bool(row["search_is_first"])
    )


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
