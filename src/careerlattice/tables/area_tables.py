"""Tables of the labor market: areas, wages, projections, licenses, apprenticeships."""

from __future__ import annotations

from careerlattice.tables.model import Field, Link, Table
from careerlattice.tables.occupation_tables import ONET_CODE, SOC_CODE, TO_OCCUPATION, TO_SOC

WAGE_FIELDS = ("employment", "mean", "p10", "p25", "p50", "p75", "p90")
"""The figures of a wage row, in the order of the characters of its `status`."""

WAGE_MARKS = {"=": "published", "s": "suppressed", "t": "top-coded", "h": "hourly only"}
"""What a character of a wage row's `status` says of the figure at its place."""


def wage_mark(status: str, field: str) -> str:
    """What the status of a wage row says of one of `WAGE_FIELDS`: a value of `WAGE_MARKS`.

    >>> wage_mark("=======", "p50"), wage_mark("==sstss", "p50")
    ('published', 'top-coded')
    """
    return WAGE_MARKS[status[WAGE_FIELDS.index(field)]]


def _usd(name: str, text: str) -> Field:
    return Field(name, "int32", text, unit="USD a year", nullable=True, low=0, high=2_000_000)


def _hour(name: str, text: str) -> Field:
    return Field(name, "float", text, unit="USD an hour", nullable=True, low=0, high=1_000)


AREA_TABLES: tuple[Table, ...] = (
    Table(
        "areas",
        "The nation, states and metropolitan and nonmetropolitan areas that wages are published "
        "for",
        ("bls-oews",),
        ("area_code",),
        (
            Field(
                "area_code",
                "text",
                "kind letter and number, S39 or M17140",
                pattern=r"N00|S\d{2}|M\d{5}|M\d{7}",
            ),
            Field("kind", "text", "kind of area", choices=("nation", "state", "metro")),
            Field("name", "text", "official name"),
            Field(
                "states",
                "text",
                "postal codes of the states it lies in, joined by -",
                nullable=True,
            ),
        ),
    ),
    Table(
        "wages",
        "Employment and yearly wages by area and occupation",
        ("bls-oews",),
        ("area_code", "oews_code"),
        (
            Field("area_code", "text", "area"),
            Field("oews_code", "text", "the publisher's occupation line", pattern=SOC_CODE),
            Field("employment", "int32", "jobs", "jobs", nullable=True, low=0, high=200_000_000),
            _usd("mean", "mean yearly wage"),
            _usd("p10", "10th percentile yearly wage"),
            _usd("p25", "25th percentile yearly wage"),
            _usd("p50", "median yearly wage"),
            _usd("p75", "75th percentile yearly wage"),
            _usd("p90", "90th percentile yearly wage"),
            Field(
                "status",
                "text",
                "one character for each of employment, mean, p10, p25, p50, p75, p90: = published, "
                "s suppressed, t top-coded, h hourly only",
                pattern=r"[=sth]{7}",
            ),
        ),
        (Link(("area_code",), "areas", ("area_code",)),),
    ),
    Table(
        "hourly_wages",
        "Hourly wages of occupations that have no yearly wage (not year-round, full-time work)",
        ("bls-oews",),
        ("area_code", "oews_code"),
        (
            Field("area_code", "text", "area"),
            Field("oews_code", "text", "the publisher's occupation line", pattern=SOC_CODE),
            _hour("mean", "mean hourly wage"),
            _hour("p10", "10th percentile"),
            _hour("p25", "25th percentile"),
            _hour("p50", "median"),
            _hour("p75", "75th percentile"),
            _hour("p90", "90th percentile"),
        ),
        (
            Link(("area_code",), "areas", ("area_code",)),
            Link(("area_code", "oews_code"), "wages", ("area_code", "oews_code")),
        ),
    ),
    Table(
        "wage_links",
        "Which line of the wage statistics speaks for a SOC 2018 occupation",
        ("bls-oews",),
        ("soc_code",),
        (
            Field("soc_code", "text", "SOC 2018 code", pattern=SOC_CODE),
            Field("oews_code", "text", "the publisher's line", pattern=SOC_CODE),
            Field("is_aggregate", "bool", "whether the line gathers several SOC occupations"),
        ),
        (TO_SOC, Link(("oews_code",), "wages", ("oews_code",))),
    ),
    Table(
        "projections",
        "Employment, growth, openings, separations and typical entry requirements, nation, 2024-34",
        ("bls-projections",),
        ("matrix_code",),
        (
            Field("matrix_code", "text", "the publisher's line", pattern=SOC_CODE),
            Field("title", "text", "its title"),
            Field("employment_2024", "float", "jobs in 2024", "thousands", low=0, high=200_000),
            Field("employment_2034", "float", "jobs in 2034", "thousands", low=0, high=200_000),
            Field("growth_pct", "float", "change 2024 to 2034", "percent", low=-100, high=1000),
            Field("openings", "float", "openings a year", "thousands", low=0, high=100_000),
            Field(
                "exit_rate_pct",
                "float",
                "leave the labor force, a year",
                "percent",
                low=0,
                high=100,
            ),
            Field(
                "transfer_rate_pct",
                "float",
                "change occupation, a year",
                "percent",
                low=0,
                high=100,
            ),
            Field(
                "self_employed_pct",
                "float",
                "self-employed",
                "percent",
                nullable=True,
                low=0,
                high=100,
            ),
            Field(
                "median_wage_2024",
                "int32",
                "median yearly wage",
                "USD a year",
                nullable=True,
                low=0,
                high=2_000_000,
            ),
            Field("is_top_coded", "bool", "whether the median is published as $239,200 or more"),
            Field(
                "entry_education",
                "text",
                "typical education for entry",
                choices=(
                    "No formal educational credential",
                    "High school diploma or equivalent",
                    "Some college, no degree",
                    "Postsecondary nondegree award",
                    "Associate's degree",
                    "Bachelor's degree",
                    "Master's degree",
                    "Doctoral or professional degree",
                ),
            ),
            Field(
                "related_experience",
                "text",
                "work experience in a related occupation",
                choices=("None", "Less than 5 years", "5 years or more"),
            ),
            Field(
                "on_the_job_training",
                "text",
                "typical on-the-job training",
                choices=(
                    "None",
                    "Short-term on-the-job training",
                    "Moderate-term on-the-job training",
                    "Long-term on-the-job training",
                    "Internship/residency",
                    "Apprenticeship",
                ),
            ),
        ),
    ),
    Table(
        "projection_links",
        "Which line of the projections speaks for a SOC 2018 occupation",
        ("bls-projections",),
        ("soc_code",),
        (
            Field("soc_code", "text", "SOC 2018 code", pattern=SOC_CODE),
            Field("matrix_code", "text", "the publisher's line", pattern=SOC_CODE),
            Field("is_aggregate", "bool", "whether the line gathers several SOC occupations"),
        ),
        (TO_SOC, Link(("matrix_code",), "projections", ("matrix_code",))),
    ),
    Table(
        "attainment",
        "Education that workers of 25 and older hold",
        ("bls-attainment",),
        ("matrix_code",),
        (
            Field(
                "matrix_code", "text", "the publisher's line (2023-33 edition)", pattern=SOC_CODE
            ),
            *(
                Field(name, "float", text, "percent", low=0, high=100)
                for name, text in (
                    ("less_than_high_school", "less than a high school diploma"),
                    ("high_school", "high school diploma or equivalent"),
                    ("some_college", "some college, no degree"),
                    ("associate", "associate's degree"),
                    ("bachelor", "bachelor's degree"),
                    ("master", "master's degree"),
                    ("doctoral", "doctoral or professional degree"),
                )
            ),
        ),
    ),
    Table(
        "apprenticeships",
        "Titles that registered apprenticeships exist for",
        ("rapids",),
        ("rapids_code", "onet_soc_code"),
        (
            Field("rapids_code", "text", "RAPIDS code"),
            Field("title", "text", "apprenticeable title"),
            Field("onet_soc_code", "text", "O*NET-SOC 2019 code", pattern=ONET_CODE),
        ),
        (TO_OCCUPATION,),
    ),
)
