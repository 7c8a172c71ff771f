"""How long and how dear it is to get from one education level and field to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from careerlattice.catalog.education import CredentialPrice
from careerlattice.vocab.amounts import MonthsRange, UsdRange
from careerlattice.vocab.levels import EducationLevel as Level

Prices = Mapping[tuple[str, str], CredentialPrice]

NO_MONTHS = MonthsRange(0.0, 0.0)
NO_USD = UsdRange(0.0, 0.0, 0.0)

# The credential that stands for each level, and what a person needs before starting it.
_CREDENTIAL: dict[Level, tuple[str, Level]] = {
    Level.CERTIFICATE: ("certificate", Level.HIGH_SCHOOL),
    Level.SOME_COLLEGE: ("certificate", Level.HIGH_SCHOOL),
    Level.ASSOCIATE: ("associate", Level.HIGH_SCHOOL),
    Level.BACHELOR: ("bachelor", Level.HIGH_SCHOOL),
    Level.POSTBACCALAUREATE_CERTIFICATE: ("postbaccalaureate-certificate", Level.BACHELOR),
    Level.MASTER: ("master", Level.BACHELOR),
    Level.POSTMASTER_CERTIFICATE: ("graduate-certificate", Level.MASTER),
    Level.PROFESSIONAL: ("professional", Level.BACHELOR),
    Level.DOCTORAL: ("doctoral", Level.BACHELOR),
    Level.POSTDOCTORAL: ("doctoral", Level.BACHELOR),
}
# What part of a credential is left for somebody who has an earlier one in the same field.
_LEFT: dict[tuple[Level, Level], float] = {
    (Level.CERTIFICATE, Level.ASSOCIATE): 0.6,
    (Level.SOME_COLLEGE, Level.ASSOCIATE): 0.5,
    (Level.CERTIFICATE, Level.BACHELOR): 0.85,
    (Level.SOME_COLLEGE, Level.BACHELOR): 0.75,
    (Level.ASSOCIATE, Level.BACHELOR): 0.5,
    (Level.MASTER, Level.DOCTORAL): 0.7,
    (Level.POSTMASTER_CERTIFICATE, Level.DOCTORAL): 0.7,
}
# With a degree of the level in another field: the part of the field's own degree still to do.
_CHANGE_OF_FIELD = 0.5
_EQUIVALENCY = "high school equivalency"
_HIGH_SCHOOL_MONTHS = MonthsRange(3.0, 6.0)
_HIGH_SCHOOL_USD = UsdRange(0.0, 150.0, 400.0)


@dataclass(frozen=True, slots=True)
class Schooling:
    """Study from where a person is to a level: credentials to earn, full-time months, tuition.

    `months.low` is full-time study, `months.typical` what students usually take. `usd` spans public
    schools (low, typical) and the highest published price of the sectors asked for.
    """

    credentials: tuple[str, ...]
    months: MonthsRange
    usd: UsdRange


NO_SCHOOLING = Schooling((), NO_MONTHS, NO_USD)


def schooling_to(
    prices: Prices,
    has: Level,
    wanted: Level,
    *,
    field_fits: bool,
    sectors: tuple[str, ...] = ("public", "private nonprofit"),
) -> Schooling:
    """The study that leads from `has` to `wanted`; none where both level and field are there.

    `field_fits` says whether what the person studied (or works in) counts in the wanted field. An
    earlier credential in the field shortens the next one; a degree of the level in another field
    leaves half of the new one to do, as general courses carry over.
    """
    parts: list[tuple[str, float]] = []
    # A certificate is at least "some college courses": the two differ in name more than in time.
    reached = max(has, Level.SOME_COLLEGE) if has == Level.CERTIFICATE else has
    if reached < wanted:
        _climb(parts, has, wanted, field_fits=field_fits)
    elif not field_fits and wanted in _CREDENTIAL:
        parts.append((_CREDENTIAL[wanted][0], _CHANGE_OF_FIELD))
    return _total(prices, parts, sectors)


def _climb(parts: list[tuple[str, float]], has: Level, wanted: Level, *, field_fits: bool) -> None:
    if wanted <= Level.HIGH_SCHOOL:
        if has < wanted:
            parts.append((_EQUIVALENCY, 1.0))
        return
    credential, entry = _CREDENTIAL[wanted]
    if has < entry:
        _climb(parts, has, entry, field_fits=field_fits)
        has = entry
    left = _LEFT.get((has, wanted), 1.0)
    # General courses of another field carry over to half of what the same field's would.
    parts.append((credential, left if field_fits else (1 + left) / 2))


def _total(prices: Prices, parts: list[tuple[str, float]], sectors: tuple[str, ...]) -> Schooling:
    low = typical = usd_low = usd_typical = usd_high = 0.0
    for credential, share in parts:
        if credential == _EQUIVALENCY:
            low, typical = low + _HIGH_SCHOOL_MONTHS.low, typical + _HIGH_SCHOOL_MONTHS.typical
            usd_typical += _HIGH_SCHOOL_USD.typical
            usd_high += _HIGH_SCHOOL_USD.high
            continue
        offers = [prices[sector, credential] for sector in sectors]
        low += offers[0].full_time_months * share
        typical += offers[0].usual_months * share
        usd_low += min(offer.tuition_usd.low for offer in offers) * share
        usd_typical += offers[0].tuition_usd.typical * share
        usd_high += max(offer.tuition_usd.high for offer in offers) * share
    return Schooling(
        tuple(credential for credential, _ in parts),
        MonthsRange(round(low, 1), round(typical, 1)),
        UsdRange(round(usd_low), round(usd_typical), round(usd_high)),
    )
