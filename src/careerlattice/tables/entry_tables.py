"""Tables of entry requirements: what it takes to enter an occupation, fact by fact with its source.

They are made from `content/requirements`. A condition is one way in; all of an occupation's
conditions are alternatives. Gates hold whatever the way.
"""

from __future__ import annotations

from careerlattice.tables.model import Field, Link, Table
from careerlattice.tables.occupation_tables import ONET_CODE, TO_OCCUPATION

LEVEL_NAMES = (
    "less_than_high_school",
    "high_school",
    "certificate",
    "some_college",
    "associate",
    "bachelor",
    "post_bachelor",
    "master",
    "post_master",
    "professional",
    "doctoral",
)
DOORS = ("school", "course", "direct", "apprenticeship", "promotion", "bridge")
FIELD_RULES = ("own", "prep_program", "preferred", "any")
TRAININGS = (
    "none",
    "short_ojt",
    "moderate_ojt",
    "long_ojt",
    "apprenticeship",
    "internship_residency",
)
STANDINGS = ("usual", "one_of_several", "title_only")
PRACTICE_BEFORE = ("license", "full_license", "none")
LICENSED_BY = ("state", "federal", "local", "national_board")
LICENSED_IN = (
    "all_states",
    "most_states",
    "federal",
    "some_states",
    "local",
    "voluntary",
    "part",
)
TERMS = ("closed", "open")
SOURCE_KINDS = ("handbook", "citation", "judgment")
SOURCES = ("careerlattice", "ooh")
TEXT_LINKS = (TO_OCCUPATION,)


def _code(name: str = "onet_soc_code", text: str = "occupation") -> Field:
    return Field(name, "text", text, pattern=ONET_CODE)


def _number(name: str, text: str) -> Field:
    return Field(name, "int8", text, low=1, high=60)


def _months(name: str, text: str, high: float = 144) -> Field:
    return Field(name, "float", text, unit="months", nullable=True, low=0, high=high)


def _usd(name: str, text: str) -> Field:
    return Field(name, "int32", text, unit="USD", nullable=True, low=0, high=500_000)


def _hours(name: str, text: str) -> Field:
    return Field(name, "int32", text, unit="hours", nullable=True, low=0, high=16_000)


def _choice(name: str, text: str, choices: tuple[str, ...], *, nullable: bool = False) -> Field:
    return Field(name, "text", text, choices=choices, nullable=nullable)


def _text(name: str, text: str) -> Field:
    return Field(name, "text", text, nullable=True)


def _flag(name: str, text: str) -> Field:
    return Field(name, "bool", text, nullable=True)


ENTRY_TABLES: tuple[Table, ...] = (
    Table(
        "entry_occupations",
        "Occupations whose way in was read and written down, and what holds for all ways",
        SOURCES,
        ("onet_soc_code",),
        (
            _code(),
            Field("block", "text", "the block of content/requirements it is told in"),
            _text("page", "page of the Occupational Outlook Handbook it was read in"),
            Field("is_promotion_only", "bool", "whether it is entered only from a rank below"),
            Field("is_full_time_only", "bool", "whether its programs are day cohorts"),
            _text("note", "remark"),
        ),
        TEXT_LINKS,
    ),
    Table(
        "entry_conditions",
        "Ways into an occupation: alternatives, the usual door first",
        SOURCES,
        ("onet_soc_code", "condition"),
        (
            _code(),
            _number("condition", "number of the way; 1 is the usual door"),
            _choice("door", "what kind of way it is", DOORS),
            _choice("education_floor", "least education law or practice accepts", LEVEL_NAMES),
            _choice("education_usual", "education people usually have this way", LEVEL_NAMES),
            _choice("field", "whether the field of study matters", FIELD_RULES),
            _choice("training", "training after hire", TRAININGS, nullable=True),
            _months("training_months_low", "training after hire, least"),
            _months("training_months_high", "training after hire, most"),
            _choice("study_credential", "what is earned", LEVEL_NAMES, nullable=True),
            _text("study_name", "what the program is called"),
            _months("study_months_low", "length of the program, least"),
            _months("study_months_high", "length of the program, most"),
            _hours("study_hours_low", "hours of the program, least"),
            _hours("study_hours_high", "hours of the program, most"),
            _usd("study_usd_low", "price of the program, low"),
            _usd("study_usd_high", "price of the program, high"),
            _flag("study_full_time_only", "whether it cannot be done beside a job"),
            _text("prerequisites_name", "courses asked first of who studied another field"),
            _months("prerequisites_months_low", "length of the courses asked first, least"),
            _months("prerequisites_months_high", "length of the courses asked first, most"),
            _usd("prerequisites_usd_low", "price of the courses asked first, low"),
            _usd("prerequisites_usd_high", "price of the courses asked first, high"),
            _text("course_name", "short course by law or custom"),
            _hours("course_hours_low", "hours of the course, least"),
            _hours("course_hours_high", "hours of the course, most"),
            Field("course_weeks_low", "float", "length, least", "weeks", True, 0, 160),
            Field("course_weeks_high", "float", "length, most", "weeks", True, 0, 160),
            _usd("course_usd_low", "price of the course, low"),
            _usd("course_usd_high", "price of the course, high"),
            _flag("course_is_paid", "whether the employer pays for it and a wage with it"),
            _usd("course_pay_usd_low", "pay a year during a course the employer pays, low"),
            _usd("course_pay_usd_high", "pay a year during a course the employer pays, high"),
            _months("apprenticeship_months_low", "term, least"),
            _months("apprenticeship_months_high", "term, most"),
            _hours("apprenticeship_hours", "hours of the term"),
            Field("apprentice_pay_low", "float", "share of full pay at first", "", True, 0, 1.5),
            Field("apprentice_pay_high", "float", "share of full pay at last", "", True, 0, 1.5),
            _choice("apprenticeship_standing", "how usual it is", STANDINGS, nullable=True),
            _months("experience_months", "work asked before", 240),
            _text("experience_what", "what work that is"),
            _months("promotion_months", "time in the ranks below", 240),
            _text("practice_name", "supervised practice after schooling"),
            _months("practice_months_low", "supervised practice, least"),
            _months("practice_months_high", "supervised practice, most"),
            _hours("practice_hours", "hours of supervised practice"),
            _flag("practice_is_paid", "whether it is paid"),
            _usd("practice_usd_low", "its pay a year, low"),
            _usd("practice_usd_high", "its pay a year, high"),
            _text("practice_as", "what one is called meanwhile"),
            _choice("practice_before", "which license follows it", PRACTICE_BEFORE, nullable=True),
            _months("search_months_low", "looking for a place that is scarce, least"),
            _months("search_months_high", "looking for a place that is scarce, most"),
            _text("search_note", "what finding a place depends on"),
            _flag("search_is_first", "whether a place has to be found before the course"),
            Field("is_unlicensed", "bool", "whether it leads to work that needs no license"),
            _choice("from_degree_level", "degree held before", LEVEL_NAMES, nullable=True),
            _choice("from_degree_field", "field of that degree", FIELD_RULES, nullable=True),
            _text("note", "remark"),
            _text("states", "postal codes of the states whose law alone opens it, joined by -"),
        ),
        TEXT_LINKS,
    ),
    Table(
        "entry_condition_permits",
        "What has to be in hand before a job, a term or practice may begin: lesser licenses, tests",
        SOURCES,
        ("onet_soc_code", "condition", "number"),
        (
            _code(),
            _number("condition", "number of the way"),
            _number("number", "order in which they are got"),
            Field("name", "text", "what it is called"),
            _text("exam", "exam to pass"),
            _usd("fee_usd_low", "fees, low"),
            _usd("fee_usd_high", "fees, high"),
            _months("months_low", "time it takes, least", 24),
            _months("months_high", "time it takes, most", 24),
            _text("note", "remark"),
        ),
        TEXT_LINKS,
    ),
    Table(
        "entry_condition_codes",
        "Occupations a way names: work that counts, ranks below, licenses held, helpers credited",
        SOURCES,
        ("onet_soc_code", "condition", "role", "code"),
        (
            _code(),
            _number("condition", "number of the way"),
            _choice(
                "role",
                "what for",
                ("experience_from", "promotion_from", "from_license", "apprentice_credit"),
            ),
            Field("code", "text", "occupation, SOC line or the beginning of one"),
            Field("share", "float", "part of that work credited", "", True, 0, 1),
            _months("most_months", "credited at most"),
        ),
        TEXT_LINKS,
    ),
    Table(
        "entry_condition_programs",
        "Fields of study a way asks, best first",
        SOURCES,
        ("onet_soc_code", "condition", "role", "rank"),
        (
            _code(),
            _number("condition", "number of the way"),
            _choice(
                "role",
                "asked, the field of the degree held before, or fields that hold the prerequisites",
                ("asked", "held", "prepared"),
            ),
            Field("rank", "int8", "order, 1 leads there most surely", low=1, high=60),
            Field(
                "cip", "text", "CIP 2020 code of 2, 4 or 6 digits", pattern=r"\d\d(\.\d\d(\d\d)?)?"
            ),
        ),
        TEXT_LINKS,
    ),
    Table(
        "entry_licenses",
        "Licenses and certifications an occupation asks, the typical worker's first",
        SOURCES,
        ("onet_soc_code", "license"),
        (
            _code(),
            _number("license", "number; 1 is the typical worker's"),
            _choice("granted_by", "who grants it", LICENSED_BY),
            _choice("asked_in", "where it must be held", LICENSED_IN),
            Field("name", "text", "what it is usually called"),
            _text("exam", "exam to pass"),
            _text("agency", "who grants it, in words"),
            _text("asked_of", "who needs it, where not everyone does"),
            Field("is_after_hire", "bool", "whether it is earned after hire, none before a job"),
            _usd("fee_usd_low", "application, exams, and first license, low"),
            _usd("fee_usd_high", "application, exams, and first license, high"),
            _months("wait_months_low", "from application to license, least", 24),
            _months("wait_months_high", "from application to license, most", 24),
            _text("states", "postal codes of the states that ask it, joined by -"),
            _text("except_states", "postal codes of the states that do not, joined by -"),
            _text("local_states", "postal codes of states that leave it to cities, joined by -"),
            _text("note", "remark"),
        ),
        TEXT_LINKS,
    ),
    Table(
        "entry_license_asks",
        "What a license asks of who applies",
        SOURCES,
        ("onet_soc_code", "license", "asks"),
        (
            _code(),
            _number("license", "number of the license"),
            Field("asks", "text", "what is asked: hours, degree, age …"),
            Field("value", "text", "how much or which"),
        ),
        TEXT_LINKS,
    ),
    Table(
        "entry_person",
        "Conditions of the person: age, citizenship, medical, background, driving",
        SOURCES,
        ("onet_soc_code", "condition_of"),
        (
            _code(),
            _choice(
                "condition_of",
                "what the condition is about",
                (
                    "age_least",
                    "age_most",
                    "citizen",
                    "medical",
                    "background",
                    "drug_test",
                    "driving",
                    "physical",
                    "exam",
                    "clearance",
                    "other",
                ),
            ),
            Field("value", "text", "the condition; 'asked' where no more is said"),
        ),
        TEXT_LINKS,
    ),
    Table(
        "state_rules",
        "What one state's own law asks for a license, in place of the range over the states",
        ("careerlattice",),
        ("onet_soc_code", "state", "license"),
        (
            _code(),
            Field("state", "text", "postal code", pattern=r"[A-Z]{2}"),
            Field("license", "text", "plain name of the license the rule is about"),
            _number("rank", "order among the rules of the state; 1 is the typical worker's"),
            _text("name", "what the state calls the license"),
            _hours("hours", "hours of the course or program the law asks; 0 for none"),
            _choice(
                "apprenticeship", "whether one counts in place of school", TERMS, nullable=True
            ),
            _hours("apprenticeship_hours", "hours of the term"),
            _months("apprenticeship_months", "months of the term"),
            _text("closed_doors", "doors that the state's law does not open, joined by -"),
            _hours("practice_hours", "supervised hours after schooling"),
            _months("practice_months", "supervised practice after schooling"),
            _months("experience_months", "paid work asked before the license", 240),
            _choice("degree", "least degree the law asks", LEVEL_NAMES, nullable=True),
            _text("education", "schooling asked, in words"),
            Field("age", "int8", "least age", "years", nullable=True, low=0, high=30),
            _text("exam", "exams as the state names them"),
            _usd("fee_usd_low", "application, exams, and first license, low"),
            _usd("fee_usd_high", "application, exams, and first license, high"),
            _months("wait_months_low", "from the end of schooling to the license, least", 24),
            _months("wait_months_high", "from the end of schooling to the license, most", 24),
            _text("works_before", "what one may work on before the license is in hand"),
            _text("permit", "what one practices on before the license; none if nothing"),
            _text("asks", "further matters the law asks, as what=how much, joined by |"),
            _months("program_months_low", "length of the usual program there, least"),
            _months("program_months_high", "length of the usual program there, most"),
            _text("permit_exam", "exam of what one practices on before the license"),
            _text("agency", "who grants it"),
            Field("url", "text", "its page", nullable=True, pattern=r"https?://\S+"),
            _text("note", "remark"),
            _text("doubt", "what is least certain"),
            Field("citation", "text", "law, rule, or the reason of a judgment"),
            Field("how", "text", "read in the source, or known", choices=("read", "known")),
        ),
        TEXT_LINKS,
    ),
    Table(
        "entry_next",
        "Steps that lead on from an occupation, as the Handbook or the field names them",
        SOURCES,
        ("onet_soc_code", "to_code"),
        (
            _code(),
            _number("step", "number of the step in its block"),
            _code("to_code", "occupation it leads to"),
            _choice("kind", "up or sideways", ("advance", "lateral")),
            _months("months", "time in the occupation before", 240),
            _text("asks", "what has to come first"),
        ),
        (TO_OCCUPATION, Link(("to_code",), "occupations", ("onet_soc_code",))),
    ),
    Table(
        "handbook_pages",
        "Pages of the Occupational Outlook Handbook",
        ("ooh",),
        ("page",),
        (
            Field("page", "text", "name of the page"),
            Field("title", "text", "title of the page"),
            Field("address", "text", "address of the page", pattern=r"https://www\.bls\.gov/.+"),
        ),
    ),
    Table(
        "entry_sources",
        "Where each fact of an occupation's entry was read, or how it is known",
        SOURCES,
        ("block", "part", "number"),
        (
            Field("block", "text", "block of content/requirements"),
            Field("part", "text", "what it is the source of: condition 1, license 2, next 3 …"),
            Field("number", "int8", "number of the source", low=1, high=60),
            _choice("kind", "what kind of source", SOURCE_KINDS),
            _text("page", "page of the Handbook"),
            _text("section", "section of that page"),
            _text("citation", "law, rule, publication, or the reason of a judgment"),
            _choice("how", "read in the source, or known and to be checked", ("read", "known")),
        ),
    ),
)
