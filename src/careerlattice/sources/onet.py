"""O*NET Database, text edition."""

from __future__ import annotations

import polars as pl

from careerlattice.errors import RowErrors
from careerlattice.sources.location import Location
from careerlattice.sources.onet_editions import (
    OnetLayout,
    edition_in,
    layout_of,
    source_of,
    vintage_in,
)
from careerlattice.sources.onet_files import (
    CODE,
    DATED,
    ELEMENT,
    NAME,
    TITLE,
    known_codes,
    read_occupations,
    read_tabbed,
)
from careerlattice.sources.onet_lists import (
    read_activities,
    read_related,
    read_technology,
    read_titles,
)
from careerlattice.sources.onet_ratings import read_rated, read_traits
from careerlattice.sources.onet_requirements import read_requirements, requirement_categories
from careerlattice.sources.reading import Reading

_MIDDLE_ZONE = 3
"""Taken for an occupation without a job zone when a stand-in is looked for."""


def read_onet(location: Location) -> Reading:
    """Occupations, elements, ratings, requirements, relations, titles and technology.

    Reads the files of the official text edition as the edition found names them, or for abilities
    and work activities the reduced `*.IM_LV.tsv` files that hold values only. Raises `DataError`
    and its kinds, which name the file or column that an edition lacks.
    """
    read_me = _read_me(location)
    edition = edition_in(read_me)
    layout = read_layout(location)
    reading = Reading(job_zones=layout.job_zones)
    reading.editions["onet"] = source_of(edition, vintage_in(read_me))
    occupations = read_occupations(location)
    zones = read_tabbed(location, "Job Zones.txt", (CODE, "Job Zone", *DATED), ("Job Zone",))
    codes = occupations[CODE]
    known_codes(zones, codes, "Job Zones.txt")
    _refuse_other_zones(zones, layout, edition)
    rated = [
        read_rated(location, file, domain, codes, reading)
        for domain, files in layout.rated.items()
        for file in files
    ]
    ratings = pl.concat([frame for frame, _ in rated])
    elements = [names for _, names in rated]
    traits, trait_names = read_traits(location, layout, codes, reading)
    reading.frames["ratings"] = ratings.sort("onet_soc_code", "element_id")
    reading.frames.update(traits)
    reading.frames["elements"] = pl.concat([*elements, *trait_names]).unique().sort("element_id")
    reading.frames["occupations"] = _occupations(occupations, zones, ratings)
    reading.frames["requirement_shares"] = read_requirements(
        location, layout.requirements, codes, reading
    )
    reading.frames["requirement_categories"] = requirement_categories()
    reading.frames["related_occupations"] = read_related(location, codes)
    reading.frames["titles"] = read_titles(location, layout, codes, reading)
    reading.frames["technology_skills"] = read_technology(
        location, layout.technology, codes, reading
    )
    reading.frames["occupation_activities"] = read_activities(location, layout.activities, codes)
    return reading


def read_onet_texts(location: Location) -> Reading:
    """O*NET's own sentences: occupation descriptions, tasks and element descriptions.

    They are not shipped; a local release made by `careerlattice data pull` holds them.
    """
    reading = Reading()
    occupations = read_occupations(location)
    reading.frames["occupation_texts"] = occupations.select(
        pl.col(CODE).alias("onet_soc_code"), pl.col("Description").alias("description")
    ).sort("onet_soc_code")
    tasks = read_tabbed(
        location,
        "Task Statements.txt",
        (CODE, "Task ID", "Task", "Task Type", "Incumbents Responding", *DATED),
        ("Task ID",),
    )
    known_codes(tasks, occupations[CODE], "Task Statements.txt")
    reading.frames["task_texts"] = tasks.select(
        pl.col(CODE).alias("onet_soc_code"),
        pl.col("Task ID").cast(pl.Int32).alias("task_id"),
        pl.col("Task").alias("task"),
        (pl.col("Task Type") == "Core").alias("is_core"),
    ).sort("onet_soc_code", "task_id")
    model = read_tabbed(location, "Content Model Reference.txt", (ELEMENT, NAME, "Description"))
    reading.frames["element_texts"] = model.select(
        pl.col(ELEMENT).alias("element_id"),
        pl.col(NAME).alias("name"),
        pl.col("Description").alias("description"),
    ).sort("element_id")
    return reading


def read_edition(location: Location) -> str:
    """The edition named in the Read Me beside the files, `30.1`, or an empty text without one."""
    return edition_in(_read_me(location))


def read_layout(location: Location) -> OnetLayout:
    """How the edition beside `Occupation Data.txt` names its files. Raises `DataError`."""
    return layout_of(read_edition(location), location.has)


def _read_me(location: Location) -> str:
    return location.read_beside("Occupation Data.txt", "Read Me.txt").decode("utf-8", "replace")


def _refuse_other_zones(zones: pl.DataFrame, layout: OnetLayout, edition: str) -> None:
    known = [str(number) for number in layout.job_zones.numbers]
    other = zones.filter(~pl.col("Job Zone").is_in(known))
    if other.height:
        rows = [f"{code}: {zone}" for code, zone in other.select(CODE, "Job Zone").rows()]
        raise RowErrors(
            "Job Zones.txt",
            f"a job zone that O*NET {edition or 'of this layout'} does not have, which are "
            f"{', '.join(known)},",
            rows,
        )


def _occupations(
    occupations: pl.DataFrame, zones: pl.DataFrame, ratings: pl.DataFrame
) -> pl.DataFrame:
    rated = ratings["onet_soc_code"].unique()
    frame = occupations.join(zones, on=CODE, how="left").select(
        pl.col(CODE).alias("onet_soc_code"),
        pl.col(TITLE).str.strip_chars().alias("title"),
        pl.col(CODE).str.slice(0, 7).alias("soc_code"),
        pl.when(pl.col(CODE).is_in(rated.implode()))
        .then(pl.lit("rated"))
        .when(pl.col("Job Zone").is_not_null())
        .then(pl.lit("described"))
        .otherwise(pl.lit("listed"))
        .alias("data_level"),
        pl.col("Job Zone").cast(pl.Int8).alias("job_zone"),
        pl.col(CODE).str.starts_with("55-").alias("is_military"),
    )
    rows = frame.sort("onet_soc_code").select("onet_soc_code", "job_zone").rows()
    zone_of = dict(rows)
    candidates = sorted(rated.to_list())
    stand_in = [nearest_rated(code, candidates, zone_of) for code, _ in rows]
    return (
        frame.sort("onet_soc_code")
        .with_columns(pl.Series("stand_in_code", stand_in))
        .select(
            "onet_soc_code",
            "title",
            "soc_code",
            "data_level",
            "job_zone",
            "stand_in_code",
            "is_military",
        )
    )


def nearest_rated(code: str, rated: list[str], zone_of: dict[str, int | None]) -> str:
    """The rated occupation whose figures stand in for `code`; `code` itself when it is rated.

    Nearest means the longest shared start of the code, then the same job zone, then the lower
    code. Military lines without ratings have none of their own group to fall back on and take the
    protective-service or other civilian line that shares nothing but the taxonomy's order, so
    their figures are marked as standing in.
    """
    if code in rated:
        return code
    zone = zone_of.get(code)

    def distance(other: str) -> tuple[int, int, int, str]:
        shared = next(
            (n for n in (7, 6, 5, 4, 2) if other[:n] == code[:n]), 0
        )  # soc, broad, minor, major
        other_zone = zone_of.get(other)
        apart = abs((zone or _MIDDLE_ZONE) - (other_zone or _MIDDLE_ZONE))
        return (-shared, apart, abs(int(other[3:7]) - int(code[3:7])), other)

    if code.startswith("55-"):
        # Officers lead, enlisted supervisors direct, others serve: civilian lines that do the same.
        stand_in = {"55-1": "11-9161.00", "55-2": "33-1012.00", "55-3": "33-3051.00"}[code[:4]]
        return stand_in if stand_in in rated else min(rated, key=distance)
    return min(rated, key=distance)
