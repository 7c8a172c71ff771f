"""Published prices of a year of study and lengths of credentials, each with its citation.

A user with better local figures overrides them in the plan request; these are the nation's.
"""

from __future__ import annotations

import polars as pl

from careerlattice.sources.reading import Reading

_CB = "College Board, Trends in College Pricing and Student Aid 2024"
_CB_RANGE = f"{_CB}; low and high: the cheapest and dearest state"
_NCES_OLD = "NCES, published prices of Title IV schools 2011-12 (no newer figure by this length)"
_NCES_GRAD = "NCES, Digest of Education Statistics 2022, table 330.50, to the nearest $1,000"
_SCHOOLS = "AAMC tuition survey and ABA law school prices 2023-24, to the nearest $1,000"

_TUITION = (
    # sector, credential, low, typical, high, school year, citation
    ("public", "certificate", 1440, 4050, 8660, "2024-25", f"{_CB_RANGE}, public two-year"),
    ("public", "associate", 1440, 4050, 8660, "2024-25", f"{_CB_RANGE}, public two-year"),
    ("public", "bachelor", 6360, 11610, 17490, "2024-25",
     f"{_CB_RANGE}, public four-year in-state"),
    ("public", "postbaccalaureate-certificate", 8000, 13000, 16000, "2021-22", _NCES_GRAD),
    ("public", "master", 8000, 13000, 16000, "2021-22", _NCES_GRAD),
    ("public", "graduate-certificate", 8000, 13000, 16000, "2021-22", _NCES_GRAD),
    ("public", "doctoral", 8000, 13000, 16000, "2021-22", _NCES_GRAD),
    ("public", "professional", 31000, 42000, 50000, "2023-24", _SCHOOLS),
    ("private nonprofit", "certificate", 4050, 14000, 20000, "2011-12", _NCES_OLD),
    ("private nonprofit", "associate", 4050, 14000, 20000, "2011-12", _NCES_OLD),
    ("private nonprofit", "bachelor", 16510, 43350, 43350, "2024-25",
     f"{_CB}, published price; low: average after grants"),
    ("private nonprofit", "postbaccalaureate-certificate", 15000, 29000, 43000, "2021-22",
     _NCES_GRAD),
    ("private nonprofit", "master", 15000, 29000, 43000, "2021-22", _NCES_GRAD),
    ("private nonprofit", "graduate-certificate", 15000, 29000, 43000, "2021-22", _NCES_GRAD),
    ("private nonprofit", "doctoral", 15000, 29000, 43000, "2021-22", _NCES_GRAD),
    ("private nonprofit", "professional", 50000, 66000, 75000, "2023-24", _SCHOOLS),
    ("private for-profit", "certificate", 6701, 14439, 18000, "2011-12", _NCES_OLD),
    ("private for-profit", "associate", 10000, 14131, 18000, "2011-12", _NCES_OLD),
    ("private for-profit", "bachelor", 10000, 15400, 18000, "2013-14",
     "NCES, published prices of Title IV schools 2013-14"),
    ("private for-profit", "postbaccalaureate-certificate", 10000, 15000, 20000, "2021-22",
     _NCES_GRAD),
    ("private for-profit", "master", 10000, 15000, 20000, "2021-22", _NCES_GRAD),
    ("private for-profit", "graduate-certificate", 10000, 15000, 20000, "2021-22", _NCES_GRAD),
    ("private for-profit", "doctoral", 10000, 15000, 20000, "2021-22", _NCES_GRAD),
    ("private for-profit", "professional", 31000, 42000, 50000, "2023-24", _SCHOOLS),
)  # fmt: skip

_BPS = "NCES, Beginning Postsecondary Students 2004/09, community college starters (mean months)"
_NSC = "National Student Clearinghouse, Time to Degree 2016 (5.1 academic years enrolled)"
_LENGTHS = (
    # credential, full-time months, usual months, school years of tuition, citation
    ("certificate", 12, 18, 1.0, _BPS),
    ("associate", 24, 39, 2.0, _BPS),
    ("bachelor", 48, 61, 4.0, _NSC),
    (
        "postbaccalaureate-certificate",
        12,
        18,
        1.0,
        "length of program; usual: the certificate's ratio",
    ),
    ("master", 24, 30, 2.0, "length of program; usual: one more term"),
    ("graduate-certificate", 12, 18, 1.0, "length of program; usual: the certificate's ratio"),
    ("doctoral", 60, 70, 5.0, "NSF, Survey of Earned Doctorates 2022 (median years from start)"),
    (
        "professional",
        36,
        48,
        4.0,
        "length of program: law three years, medicine and dentistry four",
    ),
)


def read_costs() -> Reading:
    """The tuition and length tables."""
    reading = Reading()
    reading.frames["tuition"] = pl.DataFrame(
        _TUITION,
        schema={
            "sector": pl.String, "credential": pl.String, "low_usd": pl.Int32,
            "typical_usd": pl.Int32, "high_usd": pl.Int32, "vintage": pl.String,
            "citation": pl.String,
        },
        orient="row",
    ).sort("sector", "credential")  # fmt: skip
    reading.frames["credential_lengths"] = pl.DataFrame(
        _LENGTHS,
        schema={
            "credential": pl.String, "full_time_months": pl.Int16, "usual_months": pl.Int16,
            "school_years": pl.Float32, "citation": pl.String,
        },
        orient="row",
    ).sort("credential")  # fmt: skip
    return reading
