"""A user's own facts: rows of theirs that win over the release's, from a folder of small files.

`docs/how-to/own-facts.md` says which files there may be and what they hold. Each becomes rows of
the release's tables, held against the same declarations, so that everything that reads a table
reads them too; what is theirs stays recognizable.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from careerlattice.errors import MissingColumn, MissingFile
from careerlattice.release.own_files import (
    COLUMNS,
    LICENSES,
    PRICES,
    PROGRAMS,
    WAGES,
    Row,
    day,
    read_rows,
    refuse,
    whole,
)
from careerlattice.tables.area_tables import WAGE_FIELDS
from careerlattice.tables.check import check_table
from careerlattice.tables.registry import TABLES

if TYPE_CHECKING:
    import polars as pl

VARIABLE = "CAREERLATTICE_OVERRIDES"
OWN = "own"
"""The source of a user's own rows."""

OWN_NAME = " (from your own facts)"
"""Behind the name of a school that a user added."""

ROLE_OF = {"required": "own", "part": "part", "voluntary": "voluntary",
           "before_work": "before_work", "none": "listed", "local": "listed"}  # fmt: skip
Lookup = Callable[[str], "pl.DataFrame"]


def locate_own_facts(path: str | Path | None = None) -> OwnFacts | None:
    """The facts of the folder given, or of the one `CAREERLATTICE_OVERRIDES` names, if any.

    Raises `MissingFile` when the folder is none.
    """
    named = path if path is not None else os.environ.get(VARIABLE) or None
    return OwnFacts(Path(named)) if named is not None else None


class OwnFacts:
    """The files of one folder, read when the first table is asked for.

    Raises `MissingFile` for a folder that is none; reading raises `MissingColumn` for a file that
    lacks a column or has an unknown one, and `RowErrors` naming the rows that cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise MissingFile(f"{folder} is no folder of own facts ({VARIABLE}).")
        self.folder = folder

    def apply(self, name: str, frame: pl.DataFrame, lookup: Lookup) -> pl.DataFrame:
        """The table with the user's rows in place of those of the same key.

        `lookup` gives other tables of the release as they were published.
        """
        made = {
            "licenses": self._licenses,
            "license_occupations": self._license_occupations,
            "wages": self._wages,
            "hourly_wages": self._hourly_wages,
            "schools": self._schools,
            "school_programs": self._school_programs,
            "tuition": self._tuition,
        }.get(name)
        if made is None:
            return frame
        changed = made(frame, lookup)
        if changed is not frame:
            check_table(TABLES[name], changed)
        return changed

    @cached_property
    def files(self) -> Mapping[str, list[Row]]:
        """Rows of each file that the folder has, empty cells as none."""
        unknown = sorted(p.name for p in self.folder.glob("*.csv") if p.name not in COLUMNS)
        if unknown:
            raise MissingColumn(
                f"{self.folder} holds {', '.join(unknown)}; own facts are read from "
                f"{', '.join(COLUMNS)}."
            )
        return {
            name: read_rows(self.folder / name) if (self.folder / name).exists() else []
            for name in COLUMNS
        }

    def _licenses(self, frame: pl.DataFrame, lookup: Lookup) -> pl.DataFrame:
        rows = []
        for number, row in enumerate(self.files[LICENSES], 1):
            kept = {name: row.get(name) for name in COLUMNS[LICENSES][1]}
            rows.append(
                {
                    **kept,
                    "state": row["state"],
                    "license_id": _license_id(number, row),
                    "title": row["title"],
                    "asked": row.get("asked") or "required",
                    "updated": day(row.get("updated")),
                    "course_hours": whole(row.get("course_hours")),
                    "source": OWN,
                }
            )
        return _merged("licenses", frame, rows)

    def _license_occupations(self, frame: pl.DataFrame, lookup: Lookup) -> pl.DataFrame:
        """Own records named; what the release names there is only listed beside them."""
        import polars as pl

        codes = lookup("occupations")["onet_soc_code"].to_list()
        rows, faults = [], []
        for number, row in enumerate(self.files[LICENSES], 1):
            found = [c for c in codes if any(c.startswith(n) for n in row["occupation"].split())]
            if not found:
                faults.append(f"row {number + 1}: no occupation's code begins so: "
                              f"{row['occupation']}")  # fmt: skip
            asked = row.get("asked") or "required"
            rows += [
                {
                    "state": row["state"],
                    "license_id": _license_id(number, row),
                    "onet_soc_code": code,
                    "is_named": True,
                    "role": ROLE_OF.get(asked, "own"),
                    "rank": 0,
                }
                for code in found
            ]
        refuse(LICENSES, "names no occupation", faults)
        if not rows:
            return frame
        mine = pl.DataFrame([{k: r[k] for k in ("state", "onet_soc_code")} for r in rows]).unique()
        others = frame.join(
            mine.with_columns(pl.lit(value=True).alias("beside")),
            on=["state", "onet_soc_code"],
            how="left",
        ).with_columns(
            pl.when(pl.col("beside")).then(pl.lit("listed")).otherwise("role").alias("role"),
            (pl.col("is_named") & pl.col("beside").is_null()).alias("is_named"),
        )
        return _merged("license_occupations", others.select(frame.columns), rows)

    def _wage_rows(self, lookup: Lookup) -> list[Row]:
        areas = _area_codes(lookup("areas"))
        lines = dict(lookup("wage_links").select("soc_code", "oews_code").rows())
        rows, faults = [], []
        for number, row in enumerate(self.files[WAGES], 1):
            area = areas.get(row["area"].casefold())
            line = lines.get(row["occupation"][:7])
            if area is None or line is None:
                what = row["area"] if area is None else row["occupation"]
                faults.append(f"row {number + 1}: {what} has no place in the wage tables")
                continue
            values = {name: whole(row.get(name)) for name in WAGE_FIELDS}
            status = "".join("s" if value is None else "=" for value in values.values())
            rows.append({"area_code": area, "oews_code": line, **values, "status": status})
        refuse(WAGES, "cannot be placed", faults)
        return rows

    def _wages(self, frame: pl.DataFrame, lookup: Lookup) -> pl.DataFrame:
        return _merged("wages", frame, self._wage_rows(lookup))

    def _hourly_wages(self, frame: pl.DataFrame, lookup: Lookup) -> pl.DataFrame:
        """Without the rows that yearly pay of the user's own takes the place of."""
        import polars as pl

        rows = self._wage_rows(lookup)
        if not rows:
            return frame
        keys = ["area_code", "oews_code"]
        own = pl.DataFrame([{key: row[key] for key in keys} for row in rows])
        return frame.join(own, on=keys, how="anti")

    def _school_ids(self, lookup: Lookup) -> dict[tuple[str, str], int]:
        """A number for every school the user names: the release's, or one behind its last."""
        schools = lookup("schools")
        known = {
            (name.casefold(), state or ""): number
            for number, name, state in schools.select("school_id", "name", "state").rows()
        }
        following = int(schools["school_id"].max() or 0) + 1  # type: ignore[arg-type]
        for row in self.files[PROGRAMS]:
            key = (row["school"].casefold(), row["state"])
            if key not in known:
                known[key] = following
                following += 1
        return known

    def _schools(self, frame: pl.DataFrame, lookup: Lookup) -> pl.DataFrame:
        ids, known = self._school_ids(lookup), set(frame["school_id"])
        made = {}
        for row in self.files[PROGRAMS]:
            number = ids[row["school"].casefold(), row["state"]]
            if number not in known:
                made[number] = {
                    "school_id": number,
                    "unit_id": None,
                    "name": row["school"] + OWN_NAME,
                    "state": row["state"],
                    "control": row["control"],
                }
        return _merged("schools", frame, made.values())

    def _school_programs(self, frame: pl.DataFrame, lookup: Lookup) -> pl.DataFrame:
        ids = self._school_ids(lookup)
        rows = [
            {
                "school_id": ids[row["school"].casefold(), row["state"]],
                "cip_code": row["cip_code"][:5],
                "credential": row["credential"],
                **{name: whole(row.get(name)) for name in COLUMNS[PROGRAMS][1]},
            }
            for row in self.files[PROGRAMS]
        ]
        return _merged("school_programs", frame, rows)

    def _tuition(self, frame: pl.DataFrame, lookup: Lookup) -> pl.DataFrame:
        rows = []
        for row in self.files[PRICES]:
            typical = whole(row["typical_usd"])
            once = whole(row.get("once_usd")) or 0
            said = f": {row['citation']}" if row.get("citation") else ""
            rows.append(
                {
                    "field": row.get("field") or "any",
                    "sector": row["sector"],
                    "credential": row["credential"],
                    "low_usd": _or(whole(row.get("low_usd")), typical),
                    "typical_usd": typical,
                    "high_usd": _or(whole(row.get("high_usd")), typical),
                    "once_low_usd": once,
                    "once_typical_usd": once,
                    "once_high_usd": once,
                    "vintage": row.get("vintage") or "your own",
                    "citation": f"your own facts ({PRICES}){said}",
                }
            )
        return _merged("tuition", frame, rows)

    def has_wage(self, area_code: str, line: str, lookup: Lookup) -> bool:
        """Whether the pay of a line of the wage tables in an area is the user's own."""
        if not self.files[WAGES]:
            return False
        return any(
            (row["area_code"], row["oews_code"]) == (area_code, line)
            for row in self._wage_rows(lookup)
        )


def _merged(name: str, frame: pl.DataFrame, rows: Iterable[Row]) -> pl.DataFrame:
    import polars as pl

    found = list(rows)
    if not found:
        return frame
    table = TABLES[name]
    complete = [{column: row.get(column) for column in table.columns} for row in found]
    own = pl.DataFrame(complete, schema=table.schema(), orient="row").unique(
        table.key, keep="last", maintain_order=True
    )
    rest = frame.join(own.select(table.key), on=list(table.key), how="anti")
    return pl.concat([rest, own]).sort(table.key)


def _area_codes(areas: pl.DataFrame) -> dict[str, str]:
    """Area codes by code, name, and postal code of a state."""
    found = {}
    for code, kind, name, states in areas.select("area_code", "kind", "name", "states").rows():
        found[code.casefold()] = code
        found[name.casefold()] = code
        if kind == "state" and states:
            found[states.casefold()] = code
    return found


def _license_id(number: int, row: Row) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", str(row["title"]).lower()).strip("-")
    return f"{OWN}-{number}-{slug}"


def _or(value: int | None, other: int | None) -> int | None:
    return other if value is None else value
