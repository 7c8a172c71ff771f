"""BLS Employment Projections: tables 1.2, 1.10 and 5.3."""

from __future__ import annotations

import polars as pl

from careerlattice.errors import DataError
from careerlattice.sources.location import Location
from careerlattice.sources.reading import Reading, SetAside, keep, number, read_text

SOURCE = "bls-projections"
_PROJECTED = "table_1_2_projections_2024-34.csv"
_SEPARATED = "table_1_10_separations_openings_2024-34.csv"
_ATTAINED = "table_5_3_educational_attainment_2023-33vintage.csv"

_TITLE = "2024 National Employment Matrix title"
_MATRIX = "2024 National Employment Matrix code"
_TYPE = "Occupation type"
_OPENINGS = "Occupational openings, 2024–34 annual average"
_FIGURES = (
    "Employment, 2024",
    "Employment, 2034",
    "Employment change, percent, 2024–34",
    _OPENINGS,
)
_SHARED = (_TITLE, _MATRIX, _TYPE, "Employment change, numeric, 2024–34", *_FIGURES)
_WAGE = "Median annual wage, dollars, 2024[1]"
_EDUCATION = "Typical education needed for entry"
_EXPERIENCE = "Work experience in a related occupation"
_TRAINING = "Typical on-the-job training needed to attain competency in the occupation"
_EXIT = "Labor force exit rate, 2024–34 annual average"
_TRANSFER = "Occupational transfer rate, 2024–34 annual average"
_SELF = "Percent self employed, 2024"
_MATRIX_2023 = "2023 National Employment Matrix code"
_LEVELS = {
    "Less than high school diploma": "less_than_high_school",
    "High school diploma or equivalent": "high_school",
    "Some college, no degree": "some_college",
    "Associate's degree": "associate",
    "Bachelor's degree": "bachelor",
    "Master's degree": "master",
    "Doctoral or professional degree": "doctoral",
}

# Lines that gather SOC 2018 occupations which do not share the line's first six characters.
_MEMBERS = {
    "21-1018": ("21-1011", "21-1014"),
    "25-2052": ("25-2055", "25-2056"),
    "25-9045": ("25-9042", "25-9043", "25-9049"),
    "51-2028": ("51-2022", "51-2023"),
    "53-1047": ("53-1042", "53-1043", "53-1044", "53-1049"),
}


def read_projections(location: Location, soc_codes: list[str]) -> Reading:
    """Projections, separations and attainment, and which line speaks for each SOC 2018 code."""
    reading = Reading()
    first, second = _read_both(location)
    lines = keep(
        first,
        pl.col(_TYPE) == "Line item",
        reading,
        source=SOURCE,
        file=_PROJECTED,
        why="a group of occupations, not a line",
        show=(_MATRIX, _TITLE),
    )
    rates = second.filter(pl.col(_TYPE) == "Line item").select(_MATRIX, _EXIT, _TRANSFER)
    frame = lines.join(rates, on=_MATRIX, how="left", validate="1:1")
    missing = frame.filter(pl.col(_EXIT).is_null())
    if missing.height:
        raise DataError(
            f"{_SEPARATED} lacks lines of {_PROJECTED}: {missing[_MATRIX].to_list()[:5]}."
        )
    frame = _figures(frame)
    reading.frames["projections"] = frame
    reading.frames["projection_links"] = _links(frame["matrix_code"].to_list(), soc_codes, reading)
    reading.frames["attainment"] = _attainment(location, reading)
    return reading


def _read_both(location: Location) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The tables of projections and of separations."""
    first = read_text(
        location,
        _PROJECTED,
        (
            *_SHARED,
            "Employment distribution, percent, 2024",
            "Employment distribution, percent, 2034",
            _SELF,
            _WAGE,
            _EDUCATION,
            _EXPERIENCE,
            _TRAINING,
            "Related Occupational Outlook Handbook (OOH) content xlsx",
        ),
        numbers=(*_FIGURES, _SELF),
    )
    second = read_text(
        location,
        _SEPARATED,
        (
            *_SHARED,
            _EXIT,
            _TRANSFER,
            "Total occupational separations rate, 2024–34 annual average",
            "Labor force exits, 2024–34 annual average",
            "Occupational transfers, 2024–34 annual average",
            "Total occupational separations, 2024–34 annual average",
        ),
        numbers=(_EXIT, _TRANSFER),
    )
    return first, second


def _figures(frame: pl.DataFrame) -> pl.DataFrame:
    """The table `projections` from the publisher's columns."""
    top_coded = pl.col(_WAGE).str.starts_with(">=")
    return frame.select(
        pl.col(_MATRIX).alias("matrix_code"),
        pl.col(_TITLE).str.replace(r"\[\d+\]$", "").str.strip_chars().alias("title"),
        number("Employment, 2024").cast(pl.Float32).alias("employment_2024"),
        number("Employment, 2034").cast(pl.Float32).alias("employment_2034"),
        number("Employment change, percent, 2024–34").cast(pl.Float32).alias("growth_pct"),
        number(_OPENINGS).cast(pl.Float32).alias("openings"),
        number(_EXIT).cast(pl.Float32).alias("exit_rate_pct"),
        number(_TRANSFER).cast(pl.Float32).alias("transfer_rate_pct"),
        number(_SELF).cast(pl.Float32).alias("self_employed_pct"),
        pl.when(top_coded.fill_null(value=False) | pl.col(_WAGE).is_in(["—", ""]))
        .then(None)
        .otherwise(pl.col(_WAGE).str.replace_all(",", ""))
        .cast(pl.Int32)
        .alias("median_wage_2024"),
        top_coded.fill_null(value=False).alias("is_top_coded"),
        pl.col(_EDUCATION).alias("entry_education"),
        pl.col(_EXPERIENCE).fill_null("").replace("", "None").alias("related_experience"),
        pl.col(_TRAINING).fill_null("").replace("", "None").alias("on_the_job_training"),
    ).sort("matrix_code")


def _links(lines: list[str], soc_codes: list[str], reading: Reading) -> pl.DataFrame:
    members = {soc: line for line, socs in _MEMBERS.items() for soc in socs}
    known, used, rows = set(lines), set(), []
    for soc in sorted(set(soc_codes)):
        line = soc if soc in known else members.get(soc)
        if line is None and soc[:6] + "0" in known:
            line = soc[:6] + "0"
        if line is None or line not in known:
            why = (
                "military: not projected"
                if soc.startswith("55-")
                else "the publisher has no line for this occupation"
            )
            reading.set_aside.append(SetAside(SOURCE, _PROJECTED, soc, why))
            continue
        used.add(line)
        rows.append((soc, line, line != soc))
    for line in sorted(known - used):
        reading.set_aside.append(
            SetAside(
                SOURCE, _PROJECTED, line, "a line that speaks for no occupation of the taxonomy"
            )
        )
    schema = {"soc_code": pl.String, "matrix_code": pl.String, "is_aggregate": pl.Boolean}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _attainment(location: Location, reading: Reading) -> pl.DataFrame:
    title = "2023 National Employment Matrix title"
    frame = read_text(location, _ATTAINED, (title, _MATRIX_2023, *_LEVELS), numbers=tuple(_LEVELS))
    frame = keep(
        frame,
        pl.col(_MATRIX_2023) != "00-0000",
        reading,
        source="bls-attainment",
        file=_ATTAINED,
        why="the total over all occupations",
        show=(_MATRIX_2023, title),
    )
    frame = keep(
        frame,
        pl.col(_MATRIX_2023).str.contains(r"^\d{2}-\d{4}$"),
        reading,
        source="bls-attainment",
        file=_ATTAINED,
        why="a note, not a line",
        show=(title,),
    )
    return frame.select(
        pl.col(_MATRIX_2023).alias("matrix_code"),
        *(number(name).cast(pl.Float32).alias(column) for name, column in _LEVELS.items()),
    ).sort("matrix_code")
