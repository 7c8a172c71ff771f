"""Licenses held and training from abroad: what they prove, and what is left to do for each job."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.names.places import country_called
from careerlattice.errors import Ambiguous, NotFound, about
from careerlattice.plan.answer import Notice, NoticeKind
from careerlattice.plan.facts.area import AreaFacts
from careerlattice.plan.facts.occupations import OccupationFacts
from careerlattice.plan.request import Start
from careerlattice.profile.model import HeldLicense
from careerlattice.requirements.field_names import resolve_field
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.states import find_state

if TYPE_CHECKING:
    from careerlattice.content.recognition import AbroadStep
    from careerlattice.requirements.license_transfer import LicenseTransfer

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]
Jobs = Sequence[tuple[int, float]]
NOTHING_LEFT: Mapping[int, LicenseTransfer] = {}


class Training(NamedTuple):
    """Training from abroad: the occupation's place (-1 for a field alone) and its programs."""

    row: int
    programs: frozenset[str]


_COUNTRY_LINK = re.compile(r"\s+(?:from|in)\s+(?:the\s+)?|\s*[,(]\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Credentials:
    """Licenses and training from abroad of a person, for n occupations in one place.

    `holds` (n,): the license of the occupation counts here. `proven` (n,): it is held, here or
    elsewhere, and so is what it asks. `transfers` are, by place of the occupation, what a license
    of another state takes to count here. `abroad` is the training from abroad, if any.
    """

    holds: Flags
    proven: Flags
    transfers: Mapping[int, LicenseTransfer] = field(default_factory=lambda: NOTHING_LEFT)
    abroad: Training | None = None
    notices: tuple[Notice, ...] = ()

    def terms(self, facts: OccupationFacts, area: AreaFacts) -> tuple[Floats, Floats]:
        """Months before one may work, and fees, of each occupation's license, shape (n,) each."""
        due = area.is_licensed & ~self.holds
        months = np.where(due, facts.license_months, 0.0)
        usd = np.where(due, facts.license_usd, 0.0)
        for row, transfer in self.transfers.items():
            if due[row]:
                months[row], usd[row] = transfer.months.low, transfer.usd.middle
        return months, usd

    def bridges(
        self, catalog: Catalog, area: AreaFacts, rows: Sequence[int]
    ) -> dict[int, tuple[AbroadStep, ...]]:
        """The steps by which training from abroad comes to count for occupations, by place."""
        requirements, state = open_requirements(catalog), area.area.state
        return {
            row: requirements.list_abroad_steps(catalog.codes[row], state)
            for row in rows
            if not self.proven[row]
        }


def is_done_again(steps: Sequence[AbroadStep]) -> bool:
    """Whether training abroad does not count and is done again here."""
    return any(step.is_again for step in steps)


def held_through_work(
    facts: OccupationFacts, jobs: Jobs, abroad: Training | None, *, has_job: bool
) -> tuple[Flags, Jobs]:
    """The licenses of the jobs worked in, shape (n,), and those jobs that were in this country.

    Who works under a license holds it: `has_job` says that the first job is held now, here. Earlier
    work in what one was trained for abroad was there.
    """
    at_home = [
        (row, months)
        for number, (row, months) in enumerate(jobs)
        if (number == 0 and has_job) or not is_work_abroad(facts, abroad, row)
    ]
    numbers = [facts.license[row] for row, _ in at_home]
    return np.isin(facts.license, numbers), at_home


def is_work_abroad(facts: OccupationFacts, abroad: Training | None, row: int) -> bool:
    """Whether earlier work in an occupation is taken to be work abroad."""
    if abroad is None:
        return False
    if abroad.row >= 0:
        return bool(facts.license[row] == facts.license[abroad.row])
    return bool(abroad.programs & facts.programs[row]) and bool(facts.is_specific[row])


def resolve_training(catalog: Catalog, facts: OccupationFacts, start: Start) -> Training | None:
    """What the person was trained as abroad: an occupation, else a field of study.

    Raises `NotFound` for words that are neither.
    """
    said = start.trained_abroad
    if said is None:
        return None
    if not said.strip():
        if start.field is None:
            raise NotFound(
                "training",
                said,
                hint="Say what you were trained as, or your field of study.",
                field="start.trained_abroad",
            )
        return Training(-1, resolve_field(catalog, start.field, place="start.field").programs)
    if country_called(said):
        raise NotFound(
            "training",
            said,
            hint="That is where you trained. Say what you were trained as, such as physician, or "
            "your field of study.",
            field="start.trained_abroad",
        )
    trained_as = _without_country(said)
    try:
        row = catalog.row_of[catalog.resolve(trained_as).occupation.code]
    except NotFound as error:
        row = _alike(catalog, facts, error)
        if row < 0:
            return _in_field(catalog, trained_as, error)
    return Training(row, facts.programs[row])


def _without_country(said: str) -> str:
    """What somebody was trained as, without the country: `physician from India`."""
    for match in _COUNTRY_LINK.finditer(said):
        if match.start() > 0 and country_called(said[match.end() :].strip(" .()")):
            return said[: match.start()]
    return said


def _alike(catalog: Catalog, facts: OccupationFacts, error: NotFound) -> int:
    """The first of the occupations that were meant, where all go by one license; else -1."""
    if not isinstance(error, Ambiguous):
        return -1
    rows = [catalog.row_of[OnetSocCode(code)] for code, _ in error.choices]
    return rows[0] if len({int(facts.license[row]) for row in rows}) == 1 else -1


def _in_field(catalog: Catalog, said: str, error: NotFound) -> Training:
    try:
        return Training(-1, resolve_field(catalog, said, place="start.trained_abroad").programs)
    except NotFound:
        error.field = "start.trained_abroad"
        raise error from None


def resolve_licenses(
    catalog: Catalog,
    facts: OccupationFacts,
    area: AreaFacts,
    held: Sequence[HeldLicense],
    near: Sequence[int],
) -> Credentials:
    """What the licenses held come to in the place planned for.

    `near` are the places of jobs held and of the goal: of several licenses alike theirs is meant.
    Raises `NotFound` and `Ambiguous` for words that name none, or several.
    """
    size = len(facts.license)
    holds, proven = np.zeros(size, dtype=np.bool_), np.zeros(size, dtype=np.bool_)
    requirements, place = open_requirements(catalog), area.area.state
    codes = [catalog.codes[row] for row in near]
    elsewhere: dict[int, LicenseTransfer] = {}
    notices: list[Notice] = []
    for one in held:
        state = find_state(one.state) if one.state else None
        with about("start.licenses"):
            found = requirements.find_license(one.title, state.postal if state else None, codes)
        rows = _rows_of(catalog, facts, found.codes, is_first=found.is_first)
        proven[rows] = True
        postal = state.postal if state else ""
        details = {"typed": one.title, "name": found.name, "state": state.name if state else ""}
        if found.is_everywhere or place is None or postal in ("", place):
            holds[rows] = True
            if not postal and place is not None and not found.is_everywhere:
                assumed = details | {"state": area.area.name}
                notices.append(Notice(NoticeKind.ASSUMED, assumed, "start.licenses"))
            continue
        for row in rows:
            transfer = requirements.transfer_license(catalog.codes[row], postal, place)
            known = elsewhere.get(row)
            if known is None or transfer.months.low < known.months.low:
                elsewhere[row] = transfer
    left = {row: transfer for row, transfer in elsewhere.items() if not holds[row]}
    return Credentials(holds, proven, left, notices=tuple(notices))


def _rows_of(
    catalog: Catalog, facts: OccupationFacts, codes: Sequence[OnetSocCode], *, is_first: bool
) -> list[int]:
    """The occupations that go by the license of these."""
    rows = [catalog.row_of[code] for code in codes]
    if not is_first:
        return rows
    numbers = [facts.license[row] for row in rows]
    return sorted({*rows, *np.flatnonzero(np.isin(facts.license, numbers)).tolist()})
