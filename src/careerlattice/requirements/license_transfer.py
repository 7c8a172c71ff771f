"""What a license held in one state takes to count in another: a compact, or endorsement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from careerlattice.requirements.entry import FactSource, SourceKind
from careerlattice.requirements.license_answer import Compact, Need
from careerlattice.requirements.license_terms import license_terms
from careerlattice.requirements.parameters import EXPEDITED_MONTHS
from careerlattice.vocab.amounts import Span
from careerlattice.vocab.codes import OnetSocCode

if TYPE_CHECKING:
    from careerlattice.content.recognition import Endorsement
    from careerlattice.requirements.requirements import EntryRequirements

_NOT_LICENSED = (Need.NONE, Need.LOCAL)


class TransferKind(StrEnum):
    """How a license of one state comes to count in another.

    `MULTISTATE`: it counts at once, by a compact, and is exchanged after the move. `EXPEDITED`: a
    compact shortens the way to the new license. `ENDORSEMENT`: the new state gives its own on proof
    of the old. `EXAM`: the new state knows no endorsement and asks its own exam. `UNLICENSED`: the
    other state licenses nobody in this work, so that there is nothing to go by: one applies anew.
    """

    MULTISTATE = "multistate"
    EXPEDITED = "expedited"
    ENDORSEMENT = "endorsement"
    EXAM = "exam"
    UNLICENSED = "unlicensed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenseTransfer:
    """What it takes to use a license of the state `held_in` in `state` (postal codes).

    `months` before one may work there (low, and what it may take), `usd` fees. `compact` is the
    agreement that helps, if one is in force between the two; `asks` is what the state wants to see.
    """

    kind: TransferKind
    held_in: str
    state: str
    months: Span
    usd: Span
    asks: str
    compact: Compact | None
    sources: tuple[FactSource, ...]


def transfer_license(
    requirements: EntryRequirements, code: OnetSocCode, held_in: str, state: str
) -> LicenseTransfer:
    """What the license of an occupation held in one state takes in another.

    >>> from careerlattice.catalog.catalog import open_release
    >>> from careerlattice.requirements.requirements import open_requirements
    >>> asked = open_requirements(open_release())
    >>> transfer_license(asked, OnetSocCode("29-1141.00"), "TX", "OH").kind.value
    'multistate'
    >>> transfer_license(asked, OnetSocCode("29-1141.00"), "TX", "CA").kind.value
    'endorsement'
    """
    from careerlattice.content.recognition import endorsement_of

    row = endorsement_of(code)
    compact = _compact(requirements, code, held_in, state)
    kind, months, asks = _terms(row, compact, state)
    usd = row.usd
    if requirements.license_to_hold(code, held_in).need in _NOT_LICENSED:
        terms = license_terms(requirements.get_entry(code, state).licenses)
        kind, asks, compact = TransferKind.UNLICENSED, "", None
        months = Span(max(1.0, terms.months), max(1.0, terms.months_usual))
        usd = Span(terms.usd_low, terms.usd_high)
    sources = [FactSource(kind=_kind(row), is_read=row.how == "read", citation=row.cite)]
    if compact is not None:
        sources.insert(0, compact.source)
    return LicenseTransfer(
        kind=kind,
        held_in=held_in,
        state=state,
        months=months,
        usd=usd,
        asks=asks,
        compact=compact,
        sources=tuple(sources),
    )


def _terms(row: Endorsement, compact: Compact | None, state: str) -> tuple[TransferKind, Span, str]:
    kind = "" if compact is None else compact.kind
    if kind == "multistate_license":
        return TransferKind.MULTISTATE, Span(0, 0), row.asks
    if kind == "expedited_license":
        least = min(EXPEDITED_MONTHS.value, row.months.low)
        return TransferKind.EXPEDITED, Span(least, row.months.low), row.asks
    if state in row.not_in and row.instead_months is not None:
        return TransferKind.EXAM, row.instead_months, row.instead
    return TransferKind.ENDORSEMENT, row.months, row.asks


def _kind(row: Endorsement) -> SourceKind:
    return SourceKind.JUDGMENT if row.how == "judgment" else SourceKind.CITATION


def _compact(
    requirements: EntryRequirements, code: str, held_in: str, state: str
) -> Compact | None:
    """The agreement in force between both states that speaks of the whole line, the widest first.

    One that speaks of some workers alone (of service members) is not counted on.
    """
    order = ("multistate_license", "expedited_license", "privilege_to_practice", "endorsement")
    found = [
        one
        for one in requirements.license_tables.compacts_of(code)
        if not one.asked_of and one.helps(held_in, state)
    ]
    return min(found, key=lambda one: (order.index(one.kind), one.short), default=None)
