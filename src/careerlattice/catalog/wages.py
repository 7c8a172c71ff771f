"""Pay of an occupation in an area, with the wider area where the narrower one has none."""

from __future__ import annotations

from typing import Any

from careerlattice.catalog.areas import Areas
from careerlattice.catalog.figures import Figure, Provenance, Status
from careerlattice.catalog.model import Area, Outlook, Wage
from careerlattice.release.opening import Release
from careerlattice.tables.area_tables import WAGE_FIELDS
from careerlattice.tables.sources_of_record import SOURCES
from careerlattice.vocab.codes import OnetSocCode

_STATUS: dict[str, Status] = {
    "=": "published",
    "s": "suppressed",
    "t": "top-coded",
    "h": "hourly only",
}
_HOURLY = ("mean", "p10", "p25", "p50", "p75", "p90")


def read_wage(release: Release, areas: Areas, code: OnetSocCode, asked: Area) -> Wage:
    """The wage of the occupation in the area asked for.

    Where that area publishes neither a median nor says that it is top-coded, the state answers for
    a metropolitan area, and the nation for a state; `Wage.notes` says so.
    """
    line, is_aggregate = _line(release, code)
    notes = []
    if line is None:
        notes.append(
            "Military pay follows grade and years of service and is not in the wage survey."
            if code.startswith("55-")
            else "The wage survey has no line for this occupation."
        )
        return _empty(code, asked, tuple(notes))
    if is_aggregate:
        notes.append(f"Figures are for the wider line {line}, which gathers several occupations.")
    elif code.is_specialty:
        notes.append(f"Figures are for all of {line}; none are published for the specialty alone.")
    rows = _rows(release, line)
    chain = [asked]
    if asked.kind == "metro":
        chain += [areas.of_state(state) for state in asked.states[:1]]
    if asked.kind != "nation":
        chain.append(areas.nation)
    for area in chain:
        row = rows.get(area.code)
        if row is None or (row["p50"] is None and row["status"][4] not in "th"):
            continue
        if area.code != asked.code:
            notes.append(f"No median is published for {asked.name}; these are for {area.name}.")
        return _wage(release, code, asked, area, line, row, tuple(notes))
    return _empty(code, asked, (*notes, "No area publishes pay for this occupation."))


def read_outlook(release: Release, code: OnetSocCode) -> Outlook:
    """National employment, growth and openings of the occupation."""
    import polars as pl

    links = release.table("projection_links").filter(pl.col("soc_code") == code.soc)
    source = SOURCES["bls-projections"]
    notes: tuple[str, ...] = ()
    row: dict[str, Any] = {}
    line = ""
    if links.height:
        line, is_aggregate = links["matrix_code"][0], links["is_aggregate"][0]
        frame = release.table("projections").filter(pl.col("matrix_code") == line)
        row = frame.row(0, named=True)
        if is_aggregate:
            notes = (f"Figures are for the wider line {line}, {row['title']}.",)
        elif code.is_specialty:
            notes = (f"Figures are for all of {line}, {row['title']}.",)
    else:
        notes = ("The projections have no line for this occupation.",)

    def figure(name: str, unit: str, factor: float = 1.0) -> Figure:
        where = Provenance(source.id, source.edition, "United States", line)
        if not row:
            return Figure(None, unit, where, "not published")
        return Figure(round(row[name] * factor, 1), unit, where)

    return Outlook(
        code,
        figure("employment_2024", "jobs", 1000),
        figure("growth_pct", "percent, 2024 to 2034"),
        figure("openings", "openings a year", 1000),
        figure("exit_rate_pct", "percent a year"),
        figure("transfer_rate_pct", "percent a year"),
        notes,
    )


def _line(release: Release, code: OnetSocCode) -> tuple[str | None, bool]:
    import polars as pl

    links = release.table("wage_links").filter(pl.col("soc_code") == code.soc)
    if not links.height:
        return None, False
    return links["oews_code"][0], links["is_aggregate"][0]


def _rows(release: Release, line: str) -> dict[str, dict[str, Any]]:
    import polars as pl

    frame = release.table("wages").filter(pl.col("oews_code") == line)
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

    source = SOURCES["bls-oews"]
    where = Provenance(source.id, source.vintage, area.name, line)
    figures = {
        name: Figure(
            row[name], "jobs" if name == "employment" else "USD a year", where, _STATUS[mark]
        )
        for name, mark in zip(WAGE_FIELDS, row["status"], strict=True)
    }
    hourly = None
    if row["status"][4] == "h":
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
            notes = (*notes, "Paid by the hour: few work year-round and full time.")
    return Wage(code, asked, area, **figures, hourly=hourly, notes=notes)


def _empty(code: OnetSocCode, asked: Area, notes: tuple[str, ...]) -> Wage:
    source = SOURCES["bls-oews"]
    where = Provenance(source.id, source.vintage, asked.name)
    none = {
        name: Figure(None, "jobs" if name == "employment" else "USD a year", where, "not published")
        for name in WAGE_FIELDS
    }
    return Wage(code, asked, asked, **none, hourly=None, notes=notes)
