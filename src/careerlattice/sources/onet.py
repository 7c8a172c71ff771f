"""O*NET Database, text edition."""

from __future__ import annotations

import polars as pl

from careerlattice.errors import DataError
from careerlattice.sources.location import Location
from careerlattice.sources.reading import Reading, keep, number, read_text

SOURCE = "onet"
_CODE, _ELEMENT, _NAME = "O*NET-SOC Code", "Element ID", "Element Name"
_SAMPLED = ("N", "Standard Error", "Lower CI Bound", "Upper CI Bound", "Recommend Suppress")
_DATED = ("Date", "Domain Source")
_TITLE = "Title"

_RATED = {
    "Skills": "skill",
    "Knowledge": "knowledge",
    "Abilities": "ability",
    "Work Activities": "work_activity",
}
_TRAIT_FILES = {"Interests": "interest", "Work Values": "work_value", "Work Styles": "work_style"}
_DESCRIPTORS = {
    "interests": ("Interests", "OI"),
    "work_values": ("Work Values", "EX"),
}


def read_onet(location: Location) -> Reading:
    """Occupations, elements, ratings, requirements, relations, titles and technology.

    Reads the text edition's files, or for abilities and work activities the reduced
    `*.IM_LV.tsv` files that hold values only. Raises `DataError` and its kinds.
    """
    reading = Reading()
    occupations = read_text(
        location, "Occupation Data.txt", (_CODE, _TITLE, "Description"), separator="\t"
    )
    zones = read_text(
        location, "Job Zones.txt", (_CODE, "Job Zone", *_DATED), separator="\t"
    )
    codes = occupations[_CODE]
    rated = [_rated(location, name, domain, codes, reading) for name, domain in _RATED.items()]
    ratings = pl.concat([frame for frame, _ in rated])
    elements = [names for _, names in rated]
    traits, trait_names = _traits(location, codes, reading)
    reading.frames["ratings"] = ratings.sort("onet_soc_code", "element_id")
    reading.frames.update(traits)
    reading.frames["elements"] = (
        pl.concat([*elements, *trait_names]).unique().sort("element_id")
    )
    reading.frames["occupations"] = _occupations(occupations, zones, ratings)
    reading.frames["requirement_shares"] = _requirements(location, codes, reading)
    reading.frames["requirement_categories"] = _categories()
    reading.frames["related_occupations"] = _related(location, codes, reading)
    reading.frames["titles"] = _titles(location, codes, reading)
    reading.frames["technology_skills"] = _technology(location, codes, reading)
    reading.frames["occupation_activities"] = _activities(location, codes, reading)
    return reading


def read_onet_texts(location: Location) -> Reading:
    """O*NET's own sentences: occupation descriptions, tasks and element descriptions.

    They are not shipped; a local release made by `careerlattice data pull` holds them.
    """
    reading = Reading()
    occupations = read_text(
        location, "Occupation Data.txt", (_CODE, _TITLE, "Description"), separator="\t"
    )
    reading.frames["occupation_texts"] = occupations.select(
        pl.col(_CODE).alias("onet_soc_code"), pl.col("Description").alias("description")
    ).sort("onet_soc_code")
    tasks = read_text(
        location,
        "Task Statements.txt",
        (_CODE, "Task ID", "Task", "Task Type", "Incumbents Responding", *_DATED),
        separator="\t",
    )
    reading.frames["task_texts"] = tasks.select(
        pl.col(_CODE).alias("onet_soc_code"),
        pl.col("Task ID").cast(pl.Int32).alias("task_id"),
        pl.col("Task").alias("task"),
        (pl.col("Task Type") == "Core").alias("is_core"),
    ).sort("onet_soc_code", "task_id")
    model = read_text(
        location, "Content Model Reference.txt", (_ELEMENT, _NAME, "Description"), separator="\t"
    )
    reading.frames["element_texts"] = model.select(
        pl.col(_ELEMENT).alias("element_id"),
        pl.col(_NAME).alias("name"),
        pl.col("Description").alias("description"),
    ).sort("element_id")
    return reading


def read_edition(location: Location) -> str:
    """The edition named in the Read Me, for example `30.1`, or an empty text when there is none."""
    if not location.has("Read Me.txt"):
        return ""
    words = location.read("Read Me.txt").decode("utf-8", "replace").split()
    for before, after in zip(words, words[1:], strict=False):
        if before == "O*NET" and after.replace(".", "").isdigit():
            return after
    return ""


def _known(frame: pl.DataFrame, codes: pl.Series, reading: Reading, file: str) -> pl.DataFrame:
    """Rows whose code is in the taxonomy; a code outside it stops the build."""
    strange = frame.filter(~pl.col(_CODE).is_in(codes.implode()))
    if strange.height:
        some = ", ".join(strange[_CODE].unique().sort().head(5))
        raise DataError(
            f"The file {file!r} has {strange.height} row(s) with codes outside the taxonomy of "
            f"'Occupation Data.txt': {some}. The files are of different editions."
        )
    return frame


def _rated(
    location: Location, name: str, domain: str, codes: pl.Series, reading: Reading
) -> tuple[pl.DataFrame, pl.DataFrame]:
    reduced = f"{name}.IM_LV.tsv"
    bare = (_CODE, _ELEMENT, _NAME, "Scale ID", "Data Value")
    if location.has(f"{name}.txt"):
        file = f"{name}.txt"
        frame = read_text(
            location, file, (*bare, *_SAMPLED, "Not Relevant", *_DATED), separator="\t"
        )
    else:
        file = reduced
        frame = read_text(location, file, bare, separator="\t").with_columns(
            pl.lit("N").alias("Recommend Suppress"), pl.lit("N").alias("Not Relevant")
        )
    frame = _known(frame, codes, reading, file)
    frame = keep(
        frame, pl.col("Scale ID").is_in(["IM", "LV"]), reading, source=SOURCE, file=file,
        why="a scale other than importance and level", show=(_CODE, _ELEMENT, "Scale ID"),
    )  # fmt: skip
    keys = (_CODE, _ELEMENT)
    importance = frame.filter(pl.col("Scale ID") == "IM").select(
        *keys, number("Data Value").alias("importance"),
        (pl.col("Recommend Suppress") == "Y").alias("uncertain_im"),
    )  # fmt: skip
    level = frame.filter(pl.col("Scale ID") == "LV").select(
        *keys, number("Data Value").alias("level"),
        (pl.col("Not Relevant") == "Y").alias("is_not_relevant"),
        (pl.col("Recommend Suppress") == "Y").alias("uncertain_lv"),
    )  # fmt: skip
    joined = importance.join(level, on=keys, how="full", coalesce=True)
    joined = keep(
        joined, pl.col("importance").is_not_null() & pl.col("level").is_not_null(), reading,
        source=SOURCE, file=file, why="importance without level or level without importance",
        show=keys,
    )  # fmt: skip
    ratings = joined.select(
        pl.col(_CODE).alias("onet_soc_code"),
        pl.col(_ELEMENT).alias("element_id"),
        pl.col("importance").cast(pl.Float32),
        pl.col("level").cast(pl.Float32),
        "is_not_relevant",
        (pl.col("uncertain_im") | pl.col("uncertain_lv")).alias("is_uncertain"),
    )
    return ratings, _names(frame, domain)


def _names(frame: pl.DataFrame, domain: str) -> pl.DataFrame:
    return frame.select(
        pl.col(_ELEMENT).alias("element_id"),
        pl.col(_NAME).alias("name"),
        pl.lit(domain).alias("domain"),
    ).unique()


def _traits(
    location: Location, codes: pl.Series, reading: Reading
) -> tuple[dict[str, pl.DataFrame], list[pl.DataFrame]]:
    columns = (_CODE, _ELEMENT, _NAME, "Scale ID", "Data Value", *_DATED)
    frames: dict[str, pl.DataFrame] = {}
    names = []
    for table, (file_name, scale) in _DESCRIPTORS.items():
        file = f"{file_name}.txt"
        frame = _known(read_text(location, file, columns, separator="\t"), codes, reading, file)
        scored = frame.filter(pl.col("Scale ID") == scale)
        high_points = frame.filter(pl.col("Scale ID") != scale)
        # A high point is the number of one of the scores; zero names none.
        keep(
            high_points, pl.col("Data Value").cast(pl.Float64) >= 1, reading, source=SOURCE,
            file=file, why="high point below the scale's start (not used: derived from the scores)",
            show=(_CODE, _NAME, "Data Value"),
        ) if table == "work_values" else None  # fmt: skip
        names.append(_names(scored, _TRAIT_FILES[file_name]))
        wide = scored.with_columns(
            pl.col(_NAME).str.to_lowercase().str.replace_all(" ", "_"),
            number("Data Value").cast(pl.Float32).alias("value"),
        ).pivot(on=_NAME, index=_CODE, values="value")
        frames[table] = wide.rename({_CODE: "onet_soc_code"}).sort("onet_soc_code")
    file = "Work Styles.txt"
    styles = _known(read_text(location, file, columns, separator="\t"), codes, reading, file)
    names.append(_names(styles, "work_style"))
    frames["work_styles"] = (
        styles.with_columns(number("Data Value").cast(pl.Float32).alias("value"))
        .pivot(on="Scale ID", index=[_CODE, _ELEMENT], values="value")
        .select(
            pl.col(_CODE).alias("onet_soc_code"),
            pl.col(_ELEMENT).alias("element_id"),
            pl.col("WI").alias("impact"),
            pl.col("DR").alias("distinctiveness"),
        )
        .sort("onet_soc_code", "element_id")
    )
    return frames, names


def _occupations(
    occupations: pl.DataFrame, zones: pl.DataFrame, ratings: pl.DataFrame
) -> pl.DataFrame:
    rated = ratings["onet_soc_code"].unique()
    frame = occupations.join(zones, on=_CODE, how="left").select(
        pl.col(_CODE).alias("onet_soc_code"),
        pl.col(_TITLE).str.strip_chars().alias("title"),
        pl.col(_CODE).str.slice(0, 7).alias("soc_code"),
        pl.when(pl.col(_CODE).is_in(rated.implode()))
        .then(pl.lit("rated"))
        .when(pl.col("Job Zone").is_not_null())
        .then(pl.lit("described"))
        .otherwise(pl.lit("listed"))
        .alias("data_level"),
        pl.col("Job Zone").cast(pl.Int8).alias("job_zone"),
        pl.col(_CODE).str.starts_with("55-").alias("is_military"),
    )
    rows = frame.sort("onet_soc_code").select("onet_soc_code", "job_zone").rows()
    zone_of = dict(rows)
    candidates = sorted(rated.to_list())
    stand_in = [nearest_rated(code, candidates, zone_of) for code, _ in rows]
    return (
        frame.sort("onet_soc_code")
        .with_columns(pl.Series("stand_in_code", stand_in))
        .select(
            "onet_soc_code", "title", "soc_code", "data_level", "job_zone", "stand_in_code",
            "is_military",
        )  # fmt: skip
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
        apart = abs((zone or 3) - (other_zone or 3))
        return (-shared, apart, abs(int(other[3:7]) - int(code[3:7])), other)

    if code.startswith("55-"):
        # Officers lead, enlisted supervisors direct, others serve: civilian lines that do the same.
        stand_in = {"55-1": "11-9161.00", "55-2": "33-1012.00", "55-3": "33-3051.00"}[code[:4]]
        return stand_in if stand_in in rated else min(rated, key=distance)
    return min(rated, key=distance)


def _requirements(location: Location, codes: pl.Series, reading: Reading) -> pl.DataFrame:
    file = "Education, Training, and Experience.txt"
    frame = read_text(
        location, file,
        (_CODE, _ELEMENT, _NAME, "Scale ID", "Category", "Data Value", *_SAMPLED, *_DATED),
        separator="\t",
    )  # fmt: skip
    frame = _known(frame, codes, reading, file)
    frame = keep(
        frame, pl.col("Scale ID").is_in(["RL", "RW", "PT", "OJ"]), reading, source=SOURCE,
        file=file, why="importance of a requirement, not a share of jobs",
        show=(_CODE, _NAME, "Scale ID", "Data Value"),
    )  # fmt: skip
    return frame.select(
        pl.col(_CODE).alias("onet_soc_code"),
        pl.col("Scale ID").alias("scale"),
        pl.col("Category").cast(pl.Int8).alias("category"),
        number("Data Value").cast(pl.Float32).alias("share_pct"),
        number("Standard Error").cast(pl.Float32).alias("standard_error"),
        number("N").cast(pl.Int16).alias("respondents"),
        (pl.col("Recommend Suppress") == "Y").alias("is_uncertain"),
    ).sort("onet_soc_code", "scale", "category")


_MONTHS = {
    "RW": ((0, 0), (0, 1), (1, 3), (3, 6), (6, 12), (12, 24), (24, 48), (48, 72), (72, 96),
           (96, 120), (120, 180)),
    "PT": ((0, 0), (0, 1), (1, 3), (3, 6), (6, 12), (12, 24), (24, 48), (48, 120), (120, 180)),
    "OJ": ((0, 0), (0, 1), (1, 3), (3, 6), (6, 12), (12, 24), (24, 48), (48, 120), (120, 180)),
}  # fmt: skip
_SPANS = {
    (0, 0): "none", (0, 1): "up to 1 month", (1, 3): "1 to 3 months", (3, 6): "3 to 6 months",
    (6, 12): "6 months to 1 year", (12, 24): "1 to 2 years", (24, 48): "2 to 4 years",
    (48, 72): "4 to 6 years", (72, 96): "6 to 8 years", (96, 120): "8 to 10 years",
    (48, 120): "4 to 10 years", (120, 180): "more than 10 years",
}  # fmt: skip


def _categories() -> pl.DataFrame:
    from careerlattice.vocab.levels import EducationLevel

    rows: list[tuple[str, int, str, float | None, float | None]] = [
        ("RL", int(level), level.label, None, None) for level in EducationLevel
    ]
    for scale, spans in _MONTHS.items():
        rows += [
            (scale, number_, _SPANS[span], float(span[0]), float(span[1]))
            for number_, span in enumerate(spans, start=1)
        ]
    return pl.DataFrame(
        rows,
        schema={
            "scale": pl.String, "category": pl.Int8, "label": pl.String,
            "months_low": pl.Float32, "months_high": pl.Float32,
        },
        orient="row",
    ).sort("scale", "category")  # fmt: skip


def _related(location: Location, codes: pl.Series, reading: Reading) -> pl.DataFrame:
    file, related = "Related Occupations.txt", "Related O*NET-SOC Code"
    frame = read_text(
        location, file, (_CODE, related, "Relatedness Tier", "Index"), separator="\t"
    )
    frame = _known(_known(frame, codes, reading, file), codes, reading, file)
    return frame.select(
        pl.col(_CODE).alias("onet_soc_code"),
        pl.col(related).alias("related_code"),
        pl.col("Relatedness Tier").alias("tier"),
        pl.col("Index").cast(pl.Int8).alias("rank"),
    ).sort("onet_soc_code", "rank")


def _titles(location: Location, codes: pl.Series, reading: Reading) -> pl.DataFrame:
    alternate, reported = "Alternate Titles.txt", "Sample of Reported Titles.txt"
    first = read_text(
        location, alternate, (_CODE, "Alternate Title", "Short Title", "Source(s)"), separator="\t"
    ).select(
        pl.col(_CODE).alias("onet_soc_code"),
        pl.col("Alternate Title").str.strip_chars().alias("title"),
        pl.when(pl.col("Short Title") == "n/a")
        .then(None)
        .otherwise(pl.col("Short Title").str.strip_chars())
        .alias("short_title"),
        pl.lit("alternate").alias("kind"),
    )
    second = read_text(
        location, reported, (_CODE, "Reported Job Title", "Shown in My Next Move"), separator="\t"
    ).select(
        pl.col(_CODE).alias("onet_soc_code"),
        pl.col("Reported Job Title").str.strip_chars().alias("title"),
        pl.lit(None, dtype=pl.String).alias("short_title"),
        pl.lit("reported").alias("kind"),
    )
    both = pl.concat([first, second])
    _known(both.rename({"onet_soc_code": _CODE}), codes, reading, alternate)
    return _once(both, ("onet_soc_code", "title", "kind"), reading, alternate, ("short_title",))


def _once(
    frame: pl.DataFrame, key: tuple[str, ...], reading: Reading, file: str, order: tuple[str, ...]
) -> pl.DataFrame:
    """One row per key, the first in the order given; repeats are set aside."""
    ordered = frame.sort(*key, *order, nulls_last=True)
    return keep(
        ordered, pl.struct(key).is_first_distinct(), reading, source=SOURCE, file=file,
        why="the same row stands twice", show=key,
    )  # fmt: skip


def _technology(location: Location, codes: pl.Series, reading: Reading) -> pl.DataFrame:
    file = "Technology Skills.txt"
    frame = read_text(
        location, file,
        (_CODE, "Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand"),
        separator="\t",
    )  # fmt: skip
    frame = _known(frame, codes, reading, file).select(
        pl.col(_CODE).alias("onet_soc_code"),
        pl.col("Example").str.strip_chars().alias("example"),
        pl.col("Commodity Code").cast(pl.Int32).alias("commodity_code"),
        pl.col("Commodity Title").alias("commodity"),
        (pl.col("Hot Technology") == "Y").alias("is_hot"),
        (pl.col("In Demand") == "Y").alias("is_in_demand"),
    )
    return _once(frame, ("onet_soc_code", "example", "commodity_code"), reading, file, ())


def _activities(location: Location, codes: pl.Series, reading: Reading) -> pl.DataFrame:
    file = "Tasks to DWAs.txt"
    frame = read_text(location, file, (_CODE, "Task ID", "DWA ID", *_DATED), separator="\t")
    return (
        _known(frame, codes, reading, file)
        .group_by(pl.col(_CODE).alias("onet_soc_code"), pl.col("DWA ID").alias("activity_id"))
        .agg(pl.col("Task ID").n_unique().cast(pl.Int8).alias("tasks"))
        .sort("onet_soc_code", "activity_id")
    )
