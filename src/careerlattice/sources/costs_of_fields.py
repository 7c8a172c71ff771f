"""Fields of study whose credentials take another time or price than others of their level.

Two kinds stand here: the degrees that open a licensed profession, which NCES called first
professional and O*NET's answers call "professional" as often as "doctoral"; and flight training,
whose flight hours are paid beside tuition. Citations follow the rules of `costs.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

# Graduate tuition 2016-17: 25th percentile, average, 75th percentile (NCES, Digest of Education
# Statistics 2017, table 330.50). Ranges nobody publishes are estimated as this wide.
PUBLIC_QUARTILES = (8500, 11617, 13509)
NONPROFIT_QUARTILES = (13826, 26551, 42305)


def around(typical: int, quartiles: tuple[int, int, int]) -> tuple[int, int, int]:
    """Low, typical, high: the quartiles' distances from their average, applied to `typical`."""
    low, average, high = quartiles
    return round(typical * low / average), typical, round(typical * high / average)


FIELD_PROGRAMS = (
    # CIP family, field, whether its programs award what opens the field's work. The fields are
    # NCES's ten of first-professional degrees (IPEDS glossary) less theology, without which nearly
    # half of clergy jobs do, and physical therapy, where the degree has replaced the master's.
    ("51.12", "medicine", False),
    ("51.1201", "medicine", True),
    ("51.1202", "medicine", True),
    ("51.1203", "podiatric medicine", True),
    ("51.04", "dentistry", True),
    ("51.05", "dentistry", False),
    ("51.20", "pharmacy", False),
    ("51.2001", "pharmacy", True),
    ("01.80", "veterinary medicine", True),
    ("01.81", "veterinary medicine", False),
    ("51.17", "optometry", True),
    ("51.01", "chiropractic", True),
    ("22.01", "law", True),
    ("22.02", "law", False),
    ("51.2308", "physical therapy", True),
    ("49.0102", "flight", True),
    ("49.0108", "flight", True),
)

_NO_PART_TIME = "estimate: not offered beside a job"
_AS_LONG = "usual: estimate, as full time"
FIELD_LENGTHS = (
    # field, credential, full-time months, usual months, school years, full time only, citation
    ("medicine", "professional", 48, 48, 4.0, True,
     f"medical school four years (College Ave); usual: four in five take four (AAMC, quoted by the "
     f"AMA, 2024); {_NO_PART_TIME}"),
    ("podiatric medicine", "professional", 48, 48, 4.0, True,
     f"four years (AACPM); {_AS_LONG}; {_NO_PART_TIME}"),
    ("dentistry", "professional", 48, 48, 4.0, True,
     f"four years (College Ave); {_AS_LONG}; {_NO_PART_TIME}"),
    ("pharmacy", "professional", 48, 48, 4.0, True,
     f"four years (AACP, quoted by Different Medical Careers); {_AS_LONG}; {_NO_PART_TIME}"),
    ("veterinary medicine", "professional", 48, 48, 4.0, True,
     f"four years (VIN Foundation); {_AS_LONG}; {_NO_PART_TIME}"),
    ("optometry", "professional", 48, 48, 4.0, True,
     f"four years (BoosterPrep); {_AS_LONG}; {_NO_PART_TIME}"),
    ("chiropractic", "professional", 42, 48, 10 / 3, True,
     f"ten trimesters (Northwestern Health Sciences University), 3.5 to 4 years (CleansePlan); "
     f"{_NO_PART_TIME}"),
    ("law", "professional", 36, 36, 3.0, False,
     f"three years (U.S. News, quoted by ByLegal, 2023); {_AS_LONG}"),
    ("physical therapy", "professional", 36, 36, 3.0, True,
     f"three years (Stony Brook University); {_AS_LONG}; {_NO_PART_TIME}"),
    ("flight", "certificate", 12, 24, 1.0, False,
     "private pilot 3 to 6 months, then commercial 6 to 12 (Airspeed Online); usual: eight "
     "quarters (Clover Park Technical College, catalog 2024-25)"),
)  # fmt: skip

_WIDE_PUBLIC = "range: estimate, as wide as public graduate tuition"
_WIDE_NONPROFIT = "range: estimate, as wide as nonprofit graduate tuition"
_MEDICINE_PUBLIC = (
    "U.S. News survey (quoted by WTOP, 2021), 74 public medical schools in-state; low: University "
    "of New Mexico; high: University of Pittsburgh 2018-19"
)
_MEDICINE_PRIVATE = (
    "U.S. News survey (quoted by WTOP, 2023), 43 private medical schools, to the $1,000; low: "
    "Baylor 2024 (Becker's); high: Case Western Reserve"
)
_LAW = "U.S. News (quoted by Apply Point)"
_DENTISTRY = "American Dental Association (quoted by Becker's Dental), first year"
_OPTOMETRY = "MedCMP, list for 2022, median of five schools with the cheapest and dearest"
_CAPTE = "CAPTE (quoted by Today in PT, 2012), to the $1,000, with the range of schools"
_PROFESSIONAL_TUITION = (
    # field, sector, (low, typical, high), school year of typical, citation
    ("medicine", "public", (18559, 37387, 56896), "2020-21", _MEDICINE_PUBLIC),
    ("medicine", "private nonprofit", (19425, 63000, 73000), "2022-23", _MEDICINE_PRIVATE),
    ("podiatric medicine", "public", (18559, 37387, 56896), "2020-21",
     f"estimate, the price of medical schools: {_MEDICINE_PUBLIC}"),
    ("podiatric medicine", "private nonprofit", (19425, 63000, 73000), "2022-23",
     f"estimate, the price of medical schools: {_MEDICINE_PRIVATE}"),
    ("dentistry", "public", around(41711, PUBLIC_QUARTILES), "2019-20",
     f"{_DENTISTRY}, public schools; {_WIDE_PUBLIC}"),
    ("dentistry", "private nonprofit", around(75161, NONPROFIT_QUARTILES), "2019-20",
     f"{_DENTISTRY}, private schools; {_WIDE_NONPROFIT}"),
    ("pharmacy", "public", around(23000, PUBLIC_QUARTILES), "2022-23",
     f"PharmD Degree (November 2022), public in-state with fees, over $23,000; {_WIDE_PUBLIC}"),
    ("pharmacy", "private nonprofit", around(36459, NONPROFIT_QUARTILES), "2014-15",
     f"AACP (quoted by Pharmacy Times), private schools; {_WIDE_NONPROFIT}"),
    ("veterinary medicine", "public", around(31979, PUBLIC_QUARTILES), "2018-19",
     f"AAVMC (quoted by EquiManagement), in-state; {_WIDE_PUBLIC}"),
    ("veterinary medicine", "private nonprofit", (50000, 65332, 70000), "2022-23",
     "estimate, one school's price: Tufts University; low and high: Freeportecon, 2023"),
    ("optometry", "public", (17060, 29052, 35134), "2022-23", f"{_OPTOMETRY}, public in-state"),
    ("optometry", "private nonprofit", (40782, 44291, 47025), "2022-23", f"{_OPTOMETRY}, private"),
    ("chiropractic", "public", around(37977, NONPROFIT_QUARTILES), "undated",
     f"estimate, nearly all schools are private: their price; {_WIDE_NONPROFIT}"),
    ("chiropractic", "private nonprofit", around(37977, NONPROFIT_QUARTILES), "undated",
     "estimate, one school's price: Northwestern Health Sciences University, $126,590 for ten "
     f"trimesters; {_WIDE_NONPROFIT}"),
    ("law", "public", (around(26917, PUBLIC_QUARTILES)[0], 26917, 39800), "2022-23",
     f"{_LAW}, in-state; low: estimate, as public graduate tuition; high: University of Illinois"),
    ("law", "private nonprofit", (37364, 52325, 73998), "2022-23",
     f"{_LAW}; low: University of Dayton; high: University of Southern California"),
    ("physical therapy", "public", (5000, 14000, 34000), "2011-12", f"{_CAPTE}, public in-state"),
    ("physical therapy", "private nonprofit", (10000, 27000, 45000), "2011-12",
     f"{_CAPTE}, private and out-of-state"),
)  # fmt: skip
_AS_NONPROFIT = "estimate, no price of for-profit schools was found; private nonprofit ones"
_NOTHING_ONCE = (0, 0, 0)

_FLIGHT_CREDENTIALS = ("certificate", "associate", "bachelor")
_FLIGHT_HOURS = {
    # sector: (low, typical, high) from the first lesson to a commercial certificate, citation
    "public": (
        (49266, 49508, 90000),
        "Ohio State University (undated), what students pay on average; high: TinyGrab",
    ),
    "private nonprofit": (
        (60000, 80000, 90000),
        "one pilot's in Business Insider, October 2021; low and high: TinyGrab",
    ),
    "private for-profit": (
        (60000, 80000, 90000),
        "one pilot's in Business Insider, October 2021; low and high: TinyGrab",
    ),
}


def field_tuition(
    general: Mapping[tuple[str, str], tuple[int, int, int]],
) -> Iterator[tuple[str | int, ...]]:
    """Rows of the table `tuition` of fields with their own price.

    `general` is the yearly price of (sector, credential) where no field has its own: flight hours
    are paid beside it. A flight school that is no college asks for nothing else.
    """
    for field, sector, usd, year, text in _PROFESSIONAL_TUITION:
        yield (field, sector, "professional", *usd, *_NOTHING_ONCE, year, text)
        if sector == "private nonprofit":
            yield (
                field, "private for-profit", "professional", *usd, *_NOTHING_ONCE, year,
                f"{_AS_NONPROFIT}: {text}",
            )  # fmt: skip
    for sector, (once, text) in _FLIGHT_HOURS.items():
        for credential in _FLIGHT_CREDENTIALS:
            is_school = sector == "private for-profit" and credential == "certificate"
            usd = (0, 0, 0) if is_school else general[sector, credential]
            yield (
                "flight", sector, credential, *usd, *once, "2025-26",
                f"flight hours, estimate: {text}; tuition: "
                + ("none beside them" if is_school else "as of other fields"),
            )  # fmt: skip
