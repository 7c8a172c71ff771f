"""Tables keyed by occupation: the taxonomy, ratings, requirements, relations and titles."""

from __future__ import annotations

from careerlattice.tables.model import Field, Link, Table

ONET_CODE = r"\d{2}-\d{4}\.\d{2}"
SOC_CODE = r"\d{2}-\d{4}"

CODE = Field("onet_soc_code", "text", "O*NET-SOC 2019 code", pattern=ONET_CODE)
TO_OCCUPATION = Link(("onet_soc_code",), "occupations", ("onet_soc_code",))
TO_SOC = Link(("soc_code",), "occupations", ("soc_code",))

DOMAINS = (
    "skill",
    "knowledge",
    "ability",
    "work_activity",
    "interest",
    "work_value",
    "work_style",
)

OCCUPATION_TABLES: tuple[Table, ...] = (
    Table(
        "occupations",
        "Every O*NET-SOC 2019 occupation: its name, its SOC 2018 line and how much is published of "
        "it",
        ("onet",),
        ("onet_soc_code",),
        (
            CODE,
            Field("title", "text", "official title"),
            Field("soc_code", "text", "SOC 2018 code", pattern=SOC_CODE),
            Field(
                "data_level",
                "text",
                "rated: with ratings of skills; described: with zone and interests only; "
                "listed: a name in the taxonomy",
                choices=("rated", "described", "listed"),
            ),
            Field(
                "job_zone",
                "int8",
                "job zone as published; `job_zones` of release.json says the scale",
                nullable=True,
                low=1,
                high=9,
            ),
            Field(
                "stand_in_code",
                "text",
                "nearest rated occupation of the same SOC family whose ratings stand in where none "
                "are published; itself when rated",
                pattern=ONET_CODE,
            ),
            Field(
                "is_military", "bool", "whether it is a military-specific occupation (SOC group 55)"
            ),
        ),
        (Link(("stand_in_code",), "occupations", ("onet_soc_code",)),),
    ),
    Table(
        "elements",
        "What is rated: skills, knowledge, abilities, work activities, interests, work values, "
        "styles",
        ("onet",),
        ("element_id",),
        (
            Field("element_id", "text", "O*NET content model id"),
            Field("name", "text", "official name"),
            Field("domain", "text", "kind of element", choices=DOMAINS),
        ),
    ),
    Table(
        "ratings",
        "Importance and level of skills, knowledge, abilities and work activities",
        ("onet",),
        ("onet_soc_code", "element_id"),
        (
            CODE,
            Field("element_id", "text", "O*NET content model id"),
            Field("importance", "float", "scale IM, 1 to 5", "1-5", low=0, high=5),
            Field("level", "float", "scale LV, 0 to 7", "0-7", low=0, high=7),
            Field("is_not_relevant", "bool", "marked not relevant by the publisher (level)"),
            Field("is_uncertain", "bool", "the publisher recommends to suppress it (small sample)"),
        ),
        (TO_OCCUPATION, Link(("element_id",), "elements", ("element_id",))),
    ),
    Table(
        "interests",
        "Six interest scores (scale OI)",
        ("onet",),
        ("onet_soc_code",),
        (
            CODE,
            *(
                Field(name, "float", f"{name} interest, 1 to 7", "1-7", low=1, high=7)
                for name in (
                    "realistic",
                    "investigative",
                    "artistic",
                    "social",
                    "enterprising",
                    "conventional",
                )
            ),
        ),
        (TO_OCCUPATION,),
    ),
    Table(
        "work_values",
        "Six work value scores (scale EX)",
        ("onet",),
        ("onet_soc_code",),
        (
            CODE,
            *(
                Field(name, "float", f"{name.replace('_', ' ')}, 1 to 7", "1-7", low=1, high=7)
                for name in (
                    "achievement",
                    "working_conditions",
                    "recognition",
                    "relationships",
                    "support",
                    "independence",
                )
            ),
        ),
        (TO_OCCUPATION,),
    ),
    Table(
        "work_styles",
        "How much a work style helps in the occupation (WI) and how distinctive it is (DR)",
        ("onet",),
        ("onet_soc_code", "element_id"),
        (
            CODE,
            Field("element_id", "text", "O*NET content model id"),
            Field("impact", "float", "scale WI, -3 to 3", "-3-3", low=-3, high=3),
            Field("distinctiveness", "float", "scale DR, 0 to 10", "0-10", low=0, high=10),
        ),
        (TO_OCCUPATION, Link(("element_id",), "elements", ("element_id",))),
    ),
    Table(
        "requirement_shares",
        "What share of jobs asks what: education (RL), related experience (RW), on-site training "
        "(PT) and on-the-job training (OJ)",
        ("onet",),
        ("onet_soc_code", "scale", "category"),
        (
            CODE,
            Field("scale", "text", "RL, RW, PT or OJ", choices=("RL", "RW", "PT", "OJ")),
            Field("category", "int8", "the publisher's category", low=1, high=12),
            Field("share_pct", "float", "share of jobs", "percent", low=0, high=100),
            Field(
                "standard_error", "float", "of the share", "percent", nullable=True, low=0, high=100
            ),
            Field("respondents", "int16", "number asked", nullable=True, low=0, high=2000),
            Field("is_uncertain", "bool", "the publisher recommends to suppress it (small sample)"),
        ),
        (
            TO_OCCUPATION,
            Link(("scale", "category"), "requirement_categories", ("scale", "category")),
        ),
    ),
    Table(
        "requirement_categories",
        "The categories of the four requirement scales with the months they stand for",
        ("onet", "careerlattice"),
        ("scale", "category"),
        (
            Field("scale", "text", "RL, RW, PT or OJ", choices=("RL", "RW", "PT", "OJ")),
            Field("category", "int8", "the publisher's category", low=1, high=12),
            Field("label", "text", "short label in our words"),
            Field("months_low", "float", "least months", "months", nullable=True, low=0, high=180),
            Field("months_high", "float", "most months", "months", nullable=True, low=0, high=180),
        ),
    ),
    Table(
        "related_occupations",
        "The publisher's twenty related occupations of each described occupation",
        ("onet",),
        ("onet_soc_code", "related_code"),
        (
            CODE,
            Field("related_code", "text", "related occupation", pattern=ONET_CODE),
            Field(
                "tier",
                "text",
                "strength of the relation",
                choices=("Primary-Short", "Primary-Long", "Supplemental"),
            ),
            Field("rank", "int8", "1 is nearest", low=1, high=20),
        ),
        (TO_OCCUPATION, Link(("related_code",), "occupations", ("onet_soc_code",))),
    ),
    Table(
        "titles",
        "Other names an occupation goes by",
        ("onet",),
        ("onet_soc_code", "title", "kind"),
        (
            CODE,
            Field("title", "text", "the name"),
            Field("short_title", "text", "abbreviation that goes with it", nullable=True),
            Field(
                "kind",
                "text",
                "alternate title or reported by workers",
                choices=("alternate", "reported"),
            ),
        ),
        (TO_OCCUPATION,),
    ),
    Table(
        "technology_skills",
        "Software and tools named for an occupation",
        ("onet",),
        ("onet_soc_code", "example", "commodity"),
        (
            CODE,
            Field("example", "text", "product or tool"),
            Field(
                "commodity_code",
                "int32",
                "UNSPSC commodity; O*NET names none since 30.3",
                nullable=True,
                low=10000000,
                high=99999999,
            ),
            Field("commodity", "text", "UNSPSC commodity title; since 30.3 O*NET's own category"),
            Field("is_hot", "bool", "often asked for in employers' postings"),
            Field("is_in_demand", "bool", "often asked for in postings of this occupation"),
        ),
        (TO_OCCUPATION,),
    ),
    Table(
        "occupation_activities",
        "Detailed work activities of an occupation, by code only",
        ("onet",),
        ("onet_soc_code", "activity_id"),
        (
            CODE,
            Field("activity_id", "text", "detailed work activity id"),
            Field(
                "tasks", "int8", "number of the occupation's tasks linked to it", low=1, high=100
            ),
        ),
        (TO_OCCUPATION,),
    ),
    Table(
        "soc2010_links",
        "Successors of retired SOC 2010 codes",
        ("soc",),
        ("soc2010_code", "soc_code"),
        (
            Field("soc2010_code", "text", "SOC 2010 code", pattern=SOC_CODE),
            Field("soc2010_title", "text", "its title"),
            Field("soc_code", "text", "SOC 2018 code", pattern=SOC_CODE),
        ),
        (TO_SOC,),
    ),
    Table(
        "isco_links",
        "ISCO-08 unit groups linked to SOC 2018",
        ("isco",),
        ("isco08_code", "soc_code"),
        (
            Field("isco08_code", "text", "ISCO-08 unit group", pattern=r"\d{4}"),
            Field("isco08_title", "text", "its title"),
            Field("soc_code", "text", "SOC 2018 code", pattern=SOC_CODE),
        ),
        (TO_SOC,),
    ),
    Table(
        "esco_links",
        "ESCO occupations linked to O*NET-SOC",
        ("esco",),
        ("esco_code", "esco_title", "onet_soc_code"),
        (
            Field("esco_code", "text", "ESCO code"),
            Field("esco_title", "text", "ESCO preferred label"),
            CODE,
        ),
        (TO_OCCUPATION,),
    ),
    Table(
        "occupation_texts",
        "The publisher's own descriptions of occupations",
        ("onet",),
        ("onet_soc_code",),
        (CODE, Field("description", "text", "description")),
        (TO_OCCUPATION,),
        is_local=True,
    ),
    Table(
        "task_texts",
        "The publisher's own task statements",
        ("onet",),
        ("onet_soc_code", "task_id"),
        (
            CODE,
            Field("task_id", "int32", "task id", low=1),
            Field("task", "text", "task statement"),
            Field("is_core", "bool", "core, not supplemental"),
        ),
        (TO_OCCUPATION,),
        is_local=True,
    ),
    Table(
        "element_texts",
        "The publisher's own descriptions of elements",
        ("onet",),
        ("element_id",),
        (
            Field("element_id", "text", "O*NET content model id"),
            Field("name", "text", "official name"),
            Field("description", "text", "description"),
        ),
        is_local=True,
    ),
)
