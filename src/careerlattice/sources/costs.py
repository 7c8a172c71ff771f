"""Published prices of a year of study and lengths of credentials, each with its citation.

Every figure was read in the publication named beside it, or in the page named as quoting it. What
no publication gave says "estimate" and what it rests on; `docs/methods/plans.md` lists the pages. A
user with better local figures overrides them in the plan request; these are the nation's. Fields
with a price or length of their own stand in `costs_of_fields.py`.
"""

from __future__ import annotations

import polars as pl

from careerlattice.sources.costs_of_fields import (
    FIELD_LENGTHS,
    FIELD_PROGRAMS,
    NONPROFIT_QUARTILES,
    PUBLIC_QUARTILES,
    around,
    field_tuition,
)
from careerlattice.sources.reading import Reading
from careerlattice.tables.education_tables import ANY_FIELD

_STATES = "low and high: cheapest and dearest state"
_CB = "College Board, Trends in College Pricing 2025"
_CB_TWO_YEAR = f"{_CB} (quoted by Community College Daily), public two-year; {_STATES}"
_CB_FOUR_YEAR = (
    f"{_CB} (quoted by Community College Daily and NCAN), public four-year in-state; {_STATES}"
)
_CB_NONPROFIT = (
    f"{_CB} (quoted by Trader News and NewsEdge), private nonprofit four-year, published price; "
    "low: average after grants; high: the average too, no range was found"
)
_CB_FOR_PROFIT = "College Board 2023 (quoted by Savingforcollege.com), for-profit schools"
_DIGEST_2022 = "NCES, Digest 2022, table 330.10 (quoted by Intelligent.com)"
_TWO_YEAR_NONPROFIT = f"{_DIGEST_2022}, private nonprofit two-year"
_TWO_YEAR_FOR_PROFIT = f"{_DIGEST_2022}, private for-profit two-year"
_GRADUATE = "NCES, Digest 2021, table 330.50 (quoted by Intelligent.com), all graduate programs"
_QUARTILES = "low and high: quartiles of 2016-17"
_RESEARCH = "many research doctoral students pay none of it"
_PROFESSIONAL = (
    "U.S. News survey (quoted by WTOP), public medical schools in-state; low: law schools in-state "
    "2022-23 (Apply Point); high: dearest medical school 2018-19"
)
_PROFESSIONAL_PRIVATE = (
    "U.S. News survey (quoted by WTOP), private medical schools, to the $1,000; low: private law "
    "schools (Apply Point); high: dearest medical school"
)
_AS_NONPROFIT = "estimate, no price of for-profit schools was found; private nonprofit ones"

_NOTHING_ONCE = (0, 0, 0)
_LIKE_PUBLIC = "range: estimate, as wide as public graduate tuition"
_LIKE_NONPROFIT = "range: estimate, as wide as nonprofit graduate tuition"

_GRADUATE_CREDENTIALS = ("postbaccalaureate-certificate", "master", "graduate-certificate")
_GRADUATE_ROWS = (
    ("public", (8500, 12394, 13509), f"{_GRADUATE}; {_QUARTILES}"),
    ("private nonprofit", (13826, 28445, 42305), f"{_GRADUATE}; {_QUARTILES}"),
    ("private for-profit", around(14301, PUBLIC_QUARTILES), f"{_GRADUATE}; {_LIKE_PUBLIC}"),
)

_TUITION = (
    # sector, credential, (low, typical, high), school year of typical, citation
    ("public", "certificate", (1440, 4150, 8900), "2025-26", _CB_TWO_YEAR),
    ("public", "associate", (1440, 4150, 8900), "2025-26", _CB_TWO_YEAR),
    ("public", "bachelor", (6360, 11950, 18090), "2025-26", _CB_FOUR_YEAR),
    ("public", "professional", (26917, 37387, 56896), "2020-21", _PROFESSIONAL),
    ("private nonprofit", "certificate", around(18480, NONPROFIT_QUARTILES), "2021-22",
     f"{_TWO_YEAR_NONPROFIT}; {_LIKE_NONPROFIT}"),
    ("private nonprofit", "associate", around(18480, NONPROFIT_QUARTILES), "2021-22",
     f"{_TWO_YEAR_NONPROFIT}; {_LIKE_NONPROFIT}"),
    ("private nonprofit", "bachelor", (16910, 45000, 45000), "2025-26", _CB_NONPROFIT),
    ("private nonprofit", "professional", (52325, 63000, 73000), "2022-23",
     _PROFESSIONAL_PRIVATE),
    ("private for-profit", "certificate", around(15826, PUBLIC_QUARTILES), "2021-22",
     f"{_TWO_YEAR_FOR_PROFIT}; {_LIKE_PUBLIC}"),
    ("private for-profit", "associate", around(15826, PUBLIC_QUARTILES), "2021-22",
     f"{_TWO_YEAR_FOR_PROFIT}; {_LIKE_PUBLIC}"),
    ("private for-profit", "bachelor", around(15740, PUBLIC_QUARTILES), "2023-24",
     f"{_CB_FOR_PROFIT}; {_LIKE_PUBLIC}"),
    ("private for-profit", "professional", (52325, 63000, 73000), "2022-23",
     f"{_AS_NONPROFIT}: {_PROFESSIONAL_PRIVATE}"),
    *((sector, credential, usd, "2020-21", citation)
      for sector, usd, citation in _GRADUATE_ROWS for credential in _GRADUATE_CREDENTIALS),
    *((sector, "doctoral", usd, "2020-21", f"{citation}; {_RESEARCH}")
      for sector, usd, citation in _GRADUATE_ROWS),
)  # fmt: skip

_BPS = "NCES, Beginning Postsecondary Students 2004/09 (quoted by Completion Arch), mean months"
_AS_CERTIFICATE = "estimate: a year full time, usual months as for a certificate"
_LENGTHS = (
    # credential, full-time months, usual months, school years of tuition, citation
    ("certificate", 12, 18, 1.0, f"{_BPS} of who began in a certificate program"),
    ("associate", 24, 39, 2.0, f"{_BPS} of who began in a community college"),
    ("bachelor", 48, 61, 4.0,
     "National Student Clearinghouse, Time to Degree 2016, 5.1 academic years enrolled"),
    ("postbaccalaureate-certificate", 12, 18, 1.0, _AS_CERTIFICATE),
    ("master", 24, 30, 2.0, "program of 18 months to two years (WTOP 2025); usual: estimate"),
    ("graduate-certificate", 12, 18, 1.0, _AS_CERTIFICATE),
    ("doctoral", 60, 80, 5.0,
     "NSF, Doctorate Recipients 2016, median from entering graduate school in life sciences (other "
     "sciences 6.1 to 7.9 years, education 11.7); full time: estimate"),
    ("professional", 36, 48, 4.0,
     "law school three years, medical school four (College Ave); tuition: four years for both"),
)  # fmt: skip


def read_costs() -> Reading:
    """The tables of tuition and lengths, and the fields that have their own."""
    reading = Reading()
    tuition = [
        *((ANY_FIELD, sector, name, *usd, *_NOTHING_ONCE, year, text)
          for sector, name, usd, year, text in _TUITION),
        *field_tuition({(sector, name): usd for sector, name, usd, _, _ in _TUITION}),
    ]  # fmt: skip
    lengths = [
        *((ANY_FIELD, *row[:4], False, row[4]) for row in _LENGTHS),
        *FIELD_LENGTHS,
    ]
    reading.frames["priced_fields"] = pl.DataFrame(
        FIELD_PROGRAMS,
        schema={"cip_family": pl.String, "field": pl.String, "is_entry": pl.Boolean},
        orient="row",
    ).sort("cip_family")
    reading.frames["tuition"] = pl.DataFrame(
        tuition,
        schema={
            "field": pl.String, "sector": pl.String, "credential": pl.String,
            "low_usd": pl.Int32, "typical_usd": pl.Int32, "high_usd": pl.Int32,
            "once_low_usd": pl.Int32, "once_typical_usd": pl.Int32, "once_high_usd": pl.Int32,
            "vintage": pl.String, "citation": pl.String,
        },
        orient="row",
    ).sort("field", "sector", "credential")  # fmt: skip
    reading.frames["credential_lengths"] = pl.DataFrame(
        lengths,
        schema={
            "field": pl.String, "credential": pl.String, "full_time_months": pl.Int16,
            "usual_months": pl.Int16, "school_years": pl.Float32,
            "is_full_time_only": pl.Boolean, "citation": pl.String,
        },
        orient="row",
    ).sort("field", "credential")  # fmt: skip
    return reading
