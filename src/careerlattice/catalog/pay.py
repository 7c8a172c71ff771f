"""Pay of occupations in an area: for one as figures, for all as arrays.

One rule for both: the area asked for answers where it publishes a median or says that it is
top-coded or hourly; else its state does, else the nation (`Areas.chain`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.areas import NATION, Areas
from careerlattice.catalog.figures import Figure, Provenance, Status
from careerlattice.catalog.model import Area, Wage
from careerlattice.catalog.parameters import HOURS_A_YEAR, TOP_CODE_USD
from careerlattice.release.opening import Release
from careerlattice.tables.area_tables import WAGE_FIELDS, WAGE_MARKS, wage_mark
from careerlattice.vocab.codes import OnetSocCode

if TYPE_CHECKING:
    import polars as pl

_HOURLY = ("mean", "p10", "p25", "p50", "p75", "p90")
_PAY = ("p10", "p25", "p50", "p75", "p90")


@dataclass(frozen=True)
class PayVectors:
    """Yearly pay of every occupation in an area, each shape (occupations,), USD; nan where none.

    The state answers where a metro has no median, and the nation where the state has none:
    `level` is 0 for the area asked for, 1 for its state, 2 for the nation, -1 for none. A top-coded
    percentile counts as the top code (so pay is at least that). Pay published by the hour only is
    put at 2,080 hours and marked in `is_hourly`.
    """

    p10: NDArray[np.float64]
    p25: NDArray[np.float64]
    p50: NDArray[np.float64]
    p75: NDArray[np.float64]
    p90: NDArray[np.float64]
    employment: NDArray[np.float64]
    level: NDArray[np.int8]
    is_hourly: NDArray[np.bool_]


def read_wage(release: Release, areas: Areas, code: OnetSocCode, asked: Area) -> Wage:
    """The wage of the occupation in the area asked for.

    Where that area publishes neither a median nor says that it is top-coded, the state answers for
    a metropolitan area, and the nation for a state; `Wage.notes` says so.
    """
    line, is_aggregate = _line(release, code)
    notes = []
    if line is None:
        notes.append(
            "Military pay depends on grade and years of service. It is not in the wage survey."
            if code.startswith("55-")
            else "The wage survey does not cover this occupation."
        )
        return _empty(release, code, asked, tuple(notes))
    if is_aggregate:
        notes.append(f"Figures are for the wider group {line}, which covers several occupations.")
    elif code.is_specialty:
        notes.append(f"Figures are for all of {line}. None are published for this specialty alone.")
    chain = areas.chain(asked)
    rows = _rows(release, line, chain)
    for area in chain:
        row = rows.get(area.code)
        if row is None or not _answers(row):
            continue
        if area.code != asked.code:
            notes.append(f"No median is published for {asked.name}, so these are for {area.name}.")
        own = release.own_facts
        if own is not None and own.has_wage(area.code, line, release.published):
            notes.append(f"Pay in {area.name} is from your own facts (wages.csv).")
        return _wage(release, code, asked, area, line, row, tuple(notes))
    return _empty(release, code, asked, (*notes, "No area publishes pay for this occupation."))


def read_pay_vectors(release: Release, areas: Areas, area: Area) -> PayVectors:
    """Pay of all occupations in `area`, with the wider areas where it has none."""
    import polars as pl

    chain = [wider.code for wider in areas.chain(area)]
    occupations = release.table("occupations").select("onet_soc_code", "soc_code")
    lines = occupations.join(release.table("wage_links"), on="soc_code", how="left").sort(
        "onet_soc_code"
    )
    wages = release.table("wages").filter(pl.col("area_code").is_in(chain))
    hourly = release.table("hourly_wages").filter(pl.col("area_code").is_in(chain))
    size = lines.height
    pay = {name: np.full(size, np.nan) for name in (*_PAY, "employment")}
    level = np.full(size, -1, dtype=np.int8)
    is_hourly = np.zeros(size, dtype=np.bool_)
    for step, code in enumerate(chain):
        here = lines.join(
            wages.filter(pl.col("area_code") == code), on="oews_code", how="left"
        ).sort("onet_soc_code")
        by_hour = lines.join(
            hourly.filter(pl.col("area_code") == code), on="oews_code", how="left"
        ).sort("onet_soc_code")
        status = here["status"].fill_null("s" * len(WAGE_FIELDS))
        rank = 0 if code == area.code else 1 if code != NATION else 2
        has = here["p50"].is_not_null().to_numpy()
        topped = _is_marked(status, "p50", "top-coded")
        hour = by_hour["p50"].is_not_null().to_numpy()
        fresh = (level < 0) & (has | topped | hour)
        for name in _PAY:
            values = here[name].cast(pl.Float64).to_numpy().copy()
            top = _is_marked(status, name, "top-coded")
            values[top] = TOP_CODE_USD.value
            hours = by_hour[name].cast(pl.Float64).to_numpy() * HOURS_A_YEAR.value
            values = np.where(hour & np.isnan(values), hours, values)
            pay[name][fresh] = values[fresh]
        pay["employment"][fresh] = here["employment"].cast(pl.Float64).to_numpy()[fresh]
        is_hourly[fresh & hour & ~has & ~topped] = True
        level[fresh] = rank if step or rank else 0
    _fill_percentiles(pay)
    return PayVectors(**pay, level=level, is_hourly=is_hourly)


def _fill_percentiles(pay: dict[str, NDArray[np.float64]]) -> None:
    """Where a median is known and a neighbor percentile is not, the nearest known one stands in."""
    has = ~np.isnan(pay["p50"])
    for name, nearer in (("p25", "p50"), ("p10", "p25"), ("p75", "p50"), ("p90", "p75")):
        gap = has & np.isnan(pay[name])
        pay[name][gap] = pay[nearer][gap]


def _line(release: Release, code: OnetSocCode) -> tuple[str | None, bool]:
    import polars as pl

    links = release.table("wage_links").filter(pl.col("soc_code") == code.soc)
    if not links.height:
        return None, False
    return links["oews_code"][0], links["is_aggregate"][0]


def _rows(release: Release, line: str, areas: Sequence[Area]) -> dict[str, dict[str, Any]]:
    import polars as pl

    codes = [area.code for area in areas]
    frame = release.table("wages").filter(pl.col("oews_code") == line)
    frame = frame.filter(pl.col("area_code").is_in(codes))
    return {row["area_code"]: row for row in frame.iter_rows(named=True)}


def _wage(
    release: Release,
    code: OnetSocCode,
    asked: Area,
    area: Area,
    line: str,
    row: dict[str, Any],
    notes: tuple[str, ...],
) -> Wage:
    import polars as pl

    source = release.source("bls-oews")
    where = Provenance(source.id, source.vintage, area.name, line)
    figures = {
        name: Figure(row[name], _unit(name), where, _status(row, name)) for name in WAGE_FIELDS
    }
    hourly = None
    if _status(row, "p50") == "hourly only":
        frame = release.table("hourly_wages").filter(
            (pl.col("oews_code") == line) & (pl.col("area_code") == area.code)
        )
        if frame.height:
            values = frame.row(0, named=True)
            hourly = {
                name: Figure(
                    None if values[name] is None else round(values[name], 2),
                    "USD an hour",
                    where,
                    "published" if values[name] is not None else "suppressed",
                )
                for name in _HOURLY
            }
            notes = (*notes, "Paid by the hour: few people work year-round and full time.")
    return Wage(code, asked, area, **figures, hourly=hourly, notes=notes)


def _empty(release: Release, code: OnetSocCode, asked: Area, notes: tuple[str, ...]) -> Wage:
    source = release.source("bls-oews")
    where = Provenance(source.id, source.vintage, asked.name)
    none = {name: Figure(None, _unit(name), where, "not published") for name in WAGE_FIELDS}
    return Wage(code, asked, asked, **none, hourly=None, notes=notes)


def _answers(row: dict[str, Any]) -> bool:
    """Whether a wage row says anything of the median."""
    return row["p50"] is not None or _status(row, "p50") in ("top-coded", "hourly only")


def _status(row: dict[str, Any], field: str) -> Status:
    return cast("Status", wage_mark(row["status"], field))


def _is_marked(status: pl.Series, field: str, mark: str) -> NDArray[np.bool_]:
    """Where the rows' status gives this mark to the field, shape (rows,)."""
    letter = next(key for key, value in WAGE_MARKS.items() if value == mark)
    found = status.str.slice(WAGE_FIELDS.index(field), 1) == letter
    return np.asarray(found.to_numpy(), dtype=np.bool_)


def _unit(field: str) -> str:
    return "jobs" if field == "employment" else "USD a year"
