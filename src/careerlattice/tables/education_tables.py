"""Tables of programs of study: fields, schools, prices and lengths."""

from __future__ import annotations

from careerlattice.tables.model import Field, Link, Table
from careerlattice.tables.occupation_tables import SOC_CODE, TO_SOC

CREDENTIALS = (
    "certificate",
    "associate",
    "bachelor",
    "postbaccalaureate-certificate",
    "master",
    "doctoral",
    "professional",
    "graduate-certificate",
)

ANY_FIELD = "any"
"""The field of prices and lengths that hold where no field has its own."""

EDUCATION_TABLES: tuple[Table, ...] = (
    Table(
        "programs",
        "Fields of study (CIP 2020, four and six digits)",
        ("nces-cip",),
        ("cip_code",),
        (
            Field("cip_code", "text", "CIP 2020 code", pattern=r"\d{2}\.\d{2}(\d{2})?"),
            Field("title", "text", "official title"),
        ),
    ),
    Table(
        "program_occupations",
        "Occupations a field of study prepares for",
        ("nces-cip",),
        ("cip_code", "soc_code"),
        (
            Field("cip_code", "text", "CIP 2020 code, six digits", pattern=r"\d{2}\.\d{4}"),
            Field("soc_code", "text", "SOC 2018 code", pattern=SOC_CODE),
        ),
        (Link(("cip_code",), "programs", ("cip_code",)), TO_SOC),
    ),
    Table(
        "schools",
        "Schools with programs in College Scorecard",
        ("scorecard",),
        ("school_id",),
        (
            Field("school_id", "int32", "number of the school in the release", low=1, high=100_000),
            Field("unit_id", "text", "IPEDS unit id", nullable=True),
            Field("name", "text", "name of the school"),
            Field("state", "text", "postal code", nullable=True, pattern=r"[A-Z]{2}"),
            Field(
                "control",
                "text",
                "who runs it",
                choices=("public", "private nonprofit", "private for-profit"),
            ),
        ),
    ),
    Table(
        "school_programs",
        "A school's program: credential, graduates, earnings and debt",
        ("scorecard",),
        ("school_id", "cip_code", "credential"),
        (
            Field("school_id", "int32", "school", low=1, high=100_000),
            Field("cip_code", "text", "CIP code, four digits", pattern=r"\d{2}\.\d{2}"),
            Field("credential", "text", "what is awarded", choices=CREDENTIALS),
            Field("completers", "int32", "graduates", "people", nullable=True, low=0, high=100_000),
            Field(
                "earnings_usd",
                "int32",
                "graduates' median earnings four years after completion",
                "USD a year",
                nullable=True,
                low=0,
                high=1_000_000,
            ),
            Field(
                "debt_usd",
                "int32",
                "graduates' median federal debt",
                "USD",
                nullable=True,
                low=0,
                high=1_000_000,
            ),
        ),
        (Link(("school_id",), "schools", ("school_id",)),),
    ),
    Table(
        "priced_fields",
        "Fields of study whose credentials have a price or length of their own",
        ("costs",),
        ("cip_family",),
        (
            Field(
                "cip_family",
                "text",
                "beginning of the CIP 2020 codes of the field's programs",
                pattern=r"\d{2}(\.\d{2}(\d{2})?)?",
            ),
            Field("field", "text", "name of the field in the tables of prices and lengths"),
            Field("is_entry", "bool", "whether its programs award what opens the field's work"),
        ),
    ),
    Table(
        "tuition",
        "Published tuition and fees of one year of full-time study",
        ("costs",),
        ("field", "sector", "credential"),
        (
            Field("field", "text", f"field of study; `{ANY_FIELD}` where none has its own price"),
            Field(
                "sector",
                "text",
                "kind of school",
                choices=("public", "private nonprofit", "private for-profit"),
            ),
            Field("credential", "text", "what is awarded", choices=CREDENTIALS),
            Field("low_usd", "int32", "low", "USD a year", low=0, high=200_000),
            Field("typical_usd", "int32", "typical", "USD a year", low=0, high=200_000),
            Field("high_usd", "int32", "high", "USD a year", low=0, high=200_000),
            *(
                Field(
                    f"once_{name}_usd",
                    "int32",
                    f"{name}: paid once beside tuition by who holds no credential of the field",
                    "USD",
                    low=0,
                    high=200_000,
                )
                for name in ("low", "typical", "high")
            ),
            Field("vintage", "text", "school year of the typical price"),
            Field("citation", "text", "where the figures were read, and which are estimates"),
        ),
    ),
    Table(
        "credential_lengths",
        "How long a credential takes",
        ("costs",),
        ("field", "credential"),
        (
            Field("field", "text", f"field of study; `{ANY_FIELD}` where none has its own length"),
            Field("credential", "text", "what is awarded", choices=CREDENTIALS),
            Field(
                "full_time_months",
                "int16",
                "length of the program at full time",
                "months",
                low=1,
                high=120,
            ),
            Field(
                "usual_months", "int16", "what graduates took on average", "months", low=1, high=150
            ),
            Field("school_years", "float", "years of tuition", "years", low=0, high=12),
            Field("is_full_time_only", "bool", "whether it cannot be studied beside a job"),
            Field("citation", "text", "where the figures were read, and which are estimates"),
        ),
    ),
)
