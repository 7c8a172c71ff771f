"""The rows of a table as people to match: arrays, and what is shared between many of them.

Schooling, work, place and limits repeat from row to row. Each distinct one is worked out once, by
the functions that answer for one person, and named by its number.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from careerlattice.bulk.checks import Checked, Problem
from careerlattice.bulk.columns import SEPARATOR
from careerlattice.catalog.ratings import LEARNED_DOMAINS, rated_matrix
from careerlattice.errors import CareerlatticeError
from careerlattice.match.filters import Filters, keep
from careerlattice.match.fit import COLUMNS, FitColumns, fit_columns
from careerlattice.match.orders import order_weights
from careerlattice.match.ranking import usable_weights
from careerlattice.plan.request import MAX_MONTHS_IN_JOB
from careerlattice.profile.experience import known_levels
from careerlattice.profile.model import Education, FieldOfStudy, Interests, Profile, Work
from careerlattice.profile.no_job import SCHOOLING_WITHOUT_JOB, in_place_of_job
from careerlattice.profile.parameters import FULL_MONTHS
from careerlattice.requirements.field_names import resolve_field
from careerlattice.vocab.codes import CipCode, OnetSocCode
from careerlattice.vocab.interests import INTEREST_AREAS, parse_scores
from careerlattice.vocab.levels import EducationLevel
from careerlattice.wording.understood import error_text

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.catalog.model import Area

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
MOST_KEPT, MOST_SCHOOLINGS = 50_000, 4_000
"""Distinct texts, rows and limits kept beside a catalog, and schoolings, which are arrays of 24 KB.
Past them all are let go: memory stays bounded whatever a table holds."""
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, eq=False)
class Schooling:
    """The columns of a fit that schooling decides, shape (occupations,); none without any."""

    access: Floats | None
    in_field: Floats | None
    field_matches: Floats


class Known:
    """What was worked out for texts, schooling and limits met before; one for each catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._kept: dict[tuple[str, Hashable], Any] = {}
        self._schoolings = 0

    def get(self, kind: str, key: Hashable, make: Callable[[], _Value]) -> _Value:
        """The value of this key, made at first use; so is the complaint, where there is one."""
        place = (kind, key)
        if place not in self._kept:
            self._schoolings += kind == "school"
            if len(self._kept) >= MOST_KEPT or self._schoolings > MOST_SCHOOLINGS:
                self._kept.clear()
                self._schoolings = 0
            try:
                self._kept[place] = make()
            except (CareerlatticeError, CellError) as error:
                self._kept[place] = error
        found = self._kept[place]
        if isinstance(found, CareerlatticeError | CellError):
            raise found
        return found  # type: ignore[no-any-return]

    def code(self, text: str) -> OnetSocCode:
        """The occupation meant. Raises `NotFound`."""
        return self.get("code", text, lambda: self.catalog.get_occupation(text).code)

    def area(self, state: str | None, metro: str | None) -> Area:
        """The area meant, the nation for none. Raises `NotFound`."""
        return self.get("area", (state, metro), lambda: self.catalog.areas.within(state, metro))

    def of_area(self, area: Area) -> FitColumns:
        """The columns of who says nothing: pay in the area, and outlook."""
        return self.get(
            "pay", (area.code, area.state), lambda: fit_columns(self.catalog, Profile(), area)
        )

    def of_schooling(self, education: Education | None, work: tuple[Work, ...]) -> Schooling:
        """What a schooling opens; work counts where none is stated, or where fields are."""
        codes: tuple[Work, ...] = ()
        if education is None or education.fields:
            codes = tuple(Work("", one.onet_soc_code) for one in work)

        def make() -> Schooling:
            columns = fit_columns(self.catalog, Profile(education=education, work=codes))
            return Schooling(
                columns.education_access, columns.access_in_field, columns.field_matches
            )

        return self.get("school", (education, codes), make)

    def levels(self, work: tuple[Work, ...], domain: str) -> Floats:
        """Levels that work gives in a domain, shape (elements,); nan where nothing is known."""

        def make() -> Floats:
            levels, _basis = known_levels(self.catalog, Profile(work=work), domain)
            ids = rated_matrix(self.catalog, domain).element_ids
            return np.array([levels.get(element, np.nan) for element in ids])

        return self.get("levels", (work, domain), make)

    def kept(self, area: Area, filters: Filters) -> NDArray[np.bool_]:
        """Which occupations limits keep, shape (occupations,)."""
        columns = self.of_area(area)
        key = (area.code, area.state, filters)
        return self.get("kept", key, lambda: keep(self.catalog, columns, filters)[0])


@dataclass(frozen=True)
class People:
    """The rows that can be answered, as arrays; `rows` are their places in the table.

    `interests` has shape (people, 6), nan without; `levels` by domain (people, elements), nan where
    not known. `weights` (people, 6) sum to 1. The lists hold one value for each distinct schooling,
    place and limit, which `schooling_of`, `area_of` and `kept_of` number for each person.
    """

    rows: Ints
    interests: Floats
    levels: Mapping[str, Floats]
    weights: Floats
    schoolings: list[Schooling]
    schooling_of: Ints
    areas: list[FitColumns]
    area_of: Ints
    kept: list[NDArray[np.bool_]]
    kept_of: Ints
    problems: list[Problem]


def read_people(
    catalog: Catalog,
    table: Checked,
    order: str | None = None,
    weights: Mapping[str, float] | None = None,
) -> People:
    """The people of a checked table; rows that cannot be answered are told in `problems`.

    `order` and `weights` are those of `match`. Raises `BadRequest` for an unknown order.
    """
    reader = _RowReader(catalog.keep(Known), table, order, weights)
    problems = [*table.problems, *reader.problems]
    spoiled = table.spoiled() | reader.spoiled
    shared, rows = [], []
    for row in np.flatnonzero(~spoiled).tolist():
        try:
            shared.append(reader.read(row))
            rows.append(row)
        except CellError as error:
            problems.append(Problem(row, error.column, error.value, error.why))
    problems.sort(key=lambda problem: problem.row)
    at = np.array(rows, dtype=np.int64)
    schoolings, areas, kept = _Numbered(), _Numbered(), _Numbered()
    return People(
        rows=at,
        interests=reader.interests[at],
        levels={domain: levels[at] for domain, levels in reader.levels.items()},
        weights=np.array([one.weights for one in shared]).reshape(-1, len(COLUMNS)),
        schooling_of=schoolings.numbers([one.schooling for one in shared]),
        area_of=areas.numbers([one.area for one in shared]),
        kept_of=kept.numbers([one.kept for one in shared]),
        schoolings=schoolings.values,
        areas=areas.values,
        kept=kept.values,
        problems=problems,
    )


class CellError(Exception):
    """A cell that names nothing known: its column, its value, and what to write instead."""

    def __init__(self, column: str, value: str, why: str) -> None:
        super().__init__(why)
        self.column, self.value, self.why = column, value, why


@dataclass(frozen=True, slots=True)
class _Shared:
    """What one row has in common with others: columns of its schooling and place, its limits."""

    schooling: Schooling
    area: FitColumns
    kept: NDArray[np.bool_]
    weights: tuple[float, ...]


class _Numbered:
    """Distinct objects, in the order they are first met."""

    def __init__(self) -> None:
        self.values: list[Any] = []

    def numbers(self, objects: list[Any]) -> Ints:
        places: dict[int, int] = {}
        found = []
        for one in objects:
            if id(one) not in places:
                places[id(one)] = len(self.values)
                self.values.append(one)
            found.append(places[id(one)])
        return np.array(found, dtype=np.int64)


class _RowReader:
    """Reads the rows of a table one by one; numbers were read for all rows at once."""

    def __init__(
        self,
        known: Known,
        table: Checked,
        order: str | None,
        weights: Mapping[str, float] | None,
    ) -> None:
        self.known, self.order, self.asked = known, order, dict(weights or {})
        self.problems: list[Problem] = []
        self.interests = _interests(table, self.problems)
        self.has_interests: list[bool] = (~np.isnan(self.interests[:, 0])).tolist()
        self.levels = {d: _own_levels(known.catalog, table, d) for d in LEARNED_DOMAINS}
        self.has_own = {
            domain: [not np.isnan(levels[row]).all() for row in range(table.size)]
            for domain, levels in self.levels.items()
        }
        self.cells = list(
            zip(*(_hashable(name, table.values(name)) for name in _CELLS), strict=True)
        )
        self.spoiled: NDArray[np.bool_] = np.zeros(table.size, dtype=np.bool_)
        self.spoiled[[problem.row for problem in self.problems]] = True

    def read(self, row: int) -> _Shared:
        """The row's share of what is known. Raises `CellError` naming the cell."""
        cells = _Cells(*self.cells[row])
        if cells.months_in_job is not None:
            # From then on more months give no higher level.
            cells = cells._replace(months_in_job=min(cells.months_in_job, FULL_MONTHS.value))
        told = (
            self.has_interests[row],
            self.has_own["skill"][row],
            self.has_own["knowledge"][row],
        )
        if not (any(told) or cells.education or cells.occupation or cells.past_jobs):
            raise CellError("interests", "", _NOTHING)
        work, shared = self.known.get("row", (cells, told, self.order, *self.asked.items()),
                                      lambda: self._shared(cells, told))  # fmt: skip
        for domain in LEARNED_DOMAINS if work else ():
            own, given = self.levels[domain][row], self.known.levels(work, domain)
            self.levels[domain][row] = np.where(np.isnan(own), given, own)
        return shared

    def _shared(
        self, cells: _Cells, told: tuple[bool, bool, bool]
    ) -> tuple[tuple[Work, ...], _Shared]:
        known = self.known
        said = in_place_of_job(cells.occupation or "")
        if said is not None:
            level, fields = cells.education or said.schooling, cells.field
            if said.field is not None:
                code = _told(
                    "occupation", cells.occupation, resolve_field, known.catalog, said.field
                )
                level, fields = level or SCHOOLING_WITHOUT_JOB, (*fields, str(code.cip_code))
            cells = cells._replace(
                occupation=None, education=None if level is None else int(level), field=fields
            )
        place = "metro" if cells.metro else "state"
        area = _told(place, cells.metro or cells.state, known.area, cells.state, cells.metro)
        work = _work(known, cells)
        education = _education(cells)
        schooling = known.of_schooling(education, work)
        filters = _filters(known, cells)
        kept = _told("cluster", SEPARATOR.join(cells.cluster), known.kept, area, filters)
        columns = known.of_area(area)
        weights = self._weights(columns, schooling, education, work, told)
        return work, _Shared(schooling, columns, kept, weights)

    def _weights(
        self,
        area: FitColumns,
        schooling: Schooling,
        education: Education | None,
        work: tuple[Work, ...],
        told: tuple[bool, bool, bool],
    ) -> tuple[float, ...]:
        has_interests, has_skills, has_knowledge = told
        person = Profile(
            education=education,
            work=work,
            skills={"": 0.0} if has_skills else {},
            knowledge={"": 0.0} if has_knowledge else {},
            interests=Interests(0, 0, 0, 0, 0, 0) if has_interests else None,
        )
        wanted = order_weights(self.order, self.asked, person)
        speaks = {
            "interests": has_interests,
            "skills": has_skills or bool(work),
            "knowledge": has_knowledge or bool(work),
            "education": schooling.in_field is not None,
        }
        more = {name: area.pay.p50 for name, does in speaks.items() if does}
        columns = replace(area, scores={**area.scores, **more})
        column = "interests" if self.order == "interests" else "education"
        used = _told(column, "", usable_weights, wanted, columns)
        return tuple(used.get(name, 0.0) for name in COLUMNS)


class _Cells(NamedTuple):
    """The cells of a row that are shared with other rows."""

    education: int | None
    field: tuple[str, ...]
    occupation: str | None
    months_in_job: float | None
    past_jobs: tuple[str, ...]
    state: str | None
    metro: str | None
    max_education: int | None
    min_pay_usd: float | None
    min_growth_pct: float | None
    cluster: tuple[str, ...]
    avoid: tuple[str, ...]


_NOTHING = "the row says nothing of the person: give interests, an education or an occupation"
LACKS_A_SCORE = "is missing: all six scores are needed, or none"
_CELLS = _Cells._fields
_LISTS = ("field", "past_jobs", "cluster", "avoid")


def _told(column: str, value: str | None, ask: Callable[..., _Value], *given: Any) -> _Value:
    """What `ask` answers; its complaint as one of a cell."""
    try:
        return ask(*given)
    except CareerlatticeError as error:
        raise CellError(column, (value or "")[:80], error_text(error)) from None


def _hashable(name: str, values: list[Any]) -> list[Any]:
    if name not in _LISTS:
        return values
    return [tuple(value) if value is not None else () for value in values]


def _work(known: Known, cells: _Cells) -> tuple[Work, ...]:
    work = []
    if cells.occupation is not None:
        code = _told("occupation", cells.occupation, known.code, cells.occupation)
        work.append(Work(str(code), code, cells.months_in_job, confirmed=True))
    for part in cells.past_jobs:
        title, months = past_job(part)
        code = _told("past_jobs", title, known.code, title)
        work.append(Work(str(code), code, months, confirmed=True))
    return tuple(work)


def past_job(text: str) -> tuple[str, float | None]:
    """A job and its months, written `TITLE: MONTHS`. Raises `CellError`.

    >>> past_job("retail salesperson: 18")
    ('retail salesperson', 18.0)
    """
    title, sign, tail = text.rpartition(":")
    if not sign:
        return text.strip(), None
    try:
        months = float(tail)
    except ValueError:
        return text.strip(), None
    if not 0 <= months <= MAX_MONTHS_IN_JOB:
        raise CellError(
            "past_jobs", text[:80], f"months must be a number from 0 to {MAX_MONTHS_IN_JOB}"
        )
    return title.strip(), months


def _education(cells: _Cells) -> Education | None:
    if cells.education is None:
        return None
    codes = (_told("field", text, CipCode.parse, text) for text in cells.field)
    return Education(EducationLevel(cells.education), tuple(map(FieldOfStudy, codes)))


def _filters(known: Known, cells: _Cells) -> Filters:
    level = cells.max_education
    return Filters(
        max_education=None if level is None else EducationLevel(level),
        min_pay_usd=cells.min_pay_usd,
        min_growth_pct=cells.min_growth_pct,
        clusters=cells.cluster,
        avoid=tuple(str(_told("avoid", text, known.code, text)) for text in cells.avoid),
    )


def _own_levels(catalog: Catalog, table: Checked, domain: str) -> Floats:
    """The levels people gave themselves, shape (rows, elements); nan where none."""
    ids = rated_matrix(catalog, domain).element_ids
    return np.stack([table.numbers(element) for element in ids], axis=1)


def _interests(table: Checked, problems: list[Problem]) -> Floats:
    """Six scores of each row, shape (rows, 6); nan where none are given."""
    scores = np.stack([table.numbers(area) for area in INTEREST_AREAS], axis=1)
    given = ~np.isnan(scores)
    for row in np.flatnonzero(given.any(axis=1) & ~given.all(axis=1)).tolist():
        missing = INTEREST_AREAS[int(np.argmin(given[row]))]
        problems.append(Problem(row, missing, "", LACKS_A_SCORE))
    read: dict[str, tuple[float, ...] | str] = {}
    for row, text in enumerate(table.values("interests")):
        if text is None:
            continue
        if text not in read:
            try:
                read[text] = parse_scores(text)
            except CareerlatticeError as error:
                read[text] = error_text(error)
        found = read[text]
        if isinstance(found, str):
            problems.append(Problem(row, "interests", text[:80], found))
        else:
            scores[row] = found
    return scores
