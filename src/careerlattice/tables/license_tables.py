"""Tables of licenses: records by state, compacts, and what states leave out."""

from __future__ import annotations

from careerlattice.tables.model import Field, Link, Table
from careerlattice.tables.occupation_tables import CODE, TO_OCCUPATION

RECORD_SOURCES = ("careeronestop", "careerlattice", "own")
"""Whose record a license is: the publisher's, this project's, or the user's own."""

RECORD_ROLES = ("own", "part", "own_business", "voluntary", "before_work", "alike", "listed")
"""What a record is to an occupation it stands under; the first five name its very trade."""

ASKED_OF = ("required", "part", "voluntary", "before_work", "local", "none")
"""What a record of ours or of the user's says of who must hold it; the last two name none."""

COMPACT_KINDS = (
    "multistate_license",
    "privilege_to_practice",
    "expedited_license",
    "endorsement",
)
EXCEPTIONS = ("local", "contractor_only", "none", "only_in", "remark")
FILE_SOURCES = ("careerlattice",)


def _state(text: str) -> Field:
    return Field("state", "text", text, pattern=r"[A-Z]{2}")


def _text(name: str, text: str) -> Field:
    return Field(name, "text", text, nullable=True)


LICENSE_TABLES: tuple[Table, ...] = (
    Table(
        "licenses",
        "Licenses by state: name, agency, link and date of the record",
        ("careeronestop", "careerlattice"),
        ("state", "license_id"),
        (
            _state("postal code; US for a federal license"),
            Field("license_id", "text", "the publisher's id; ours begin with the state"),
            Field("title", "text", "name of the license"),
            _text("kind", "stand-alone, registry, preliminary ..."),
            _text("exam", "exam required"),
            _text("education", "education required"),
            _text("experience", "experience required"),
            _text("certification", "certification required"),
            _text("background_check", "criminal record rule"),
            _text("agency", "agency that grants it"),
            Field("url", "text", "the agency's page", nullable=True, pattern=r"https?://\S+"),
            Field("updated", "date", "when the record was last checked", nullable=True),
            Field("source", "text", "whose record it is", choices=RECORD_SOURCES),
            _text("citation", "law or rule it rests on, in records of ours"),
            Field(
                "asked",
                "text",
                "who must hold it, in records of ours",
                nullable=True,
                choices=ASKED_OF,
            ),
            _text("asked_of", "which workers need it, where not everyone does"),
            Field(
                "course_hours",
                "int16",
                "hours of the course the law asks",
                "hours",
                nullable=True,
                low=0,
                high=10_000,
            ),
            _text("set_aside", "why it is no license of entry: a learner's, a renewal ..."),
        ),
    ),
    Table(
        "license_occupations",
        "Occupations a license stands under, and what it is to them",
        ("careeronestop", "careerlattice"),
        ("state", "license_id", "onet_soc_code"),
        (
            _state("postal code; US for a federal license"),
            Field("license_id", "text", "the publisher's id; ours begin with the state"),
            CODE,
            Field("is_named", "bool", "whether the license's name speaks of the occupation"),
            Field(
                "role",
                "text",
                "own: the trade's license; part: of some of its workers; own_business: of who "
                "contracts on their own; alike: the name resembles the occupation's; listed: only "
                "listed under it",
                choices=RECORD_ROLES,
            ),
            Field(
                "rank",
                "int16",
                "order among the records of a role, best first; 999 for none",
                low=0,
                high=999,
            ),
        ),
        (TO_OCCUPATION, Link(("state", "license_id"), "licenses", ("state", "license_id"))),
    ),
    Table(
        "license_exceptions",
        "What states leave to cities, license contractors only for, do not license, or alone do",
        FILE_SOURCES,
        ("onet_soc_code", "state", "what"),
        (
            CODE,
            _state("postal code"),
            Field("what", "text", "kind of exception", choices=EXCEPTIONS),
            Field("text", "text", "what it means"),
            _text("asked_of", "the workers of the line it speaks of, where not of all"),
            _text("doubt", "what is least certain"),
            Field("citation", "text", "law, rule, or the reason of a judgment"),
            Field("how", "text", "read in the source, or known", choices=("read", "known")),
        ),
        (TO_OCCUPATION,),
    ),
    Table(
        "compacts",
        "Agreements by which a license of one state counts in another",
        FILE_SOURCES,
        ("compact",),
        (
            Field("compact", "text", "short name"),
            Field("name", "text", "name"),
            Field("kind", "text", "what it gives a holder", choices=COMPACT_KINDS),
            Field("is_in_force", "bool", "whether it gives that now"),
            Field("is_complete", "bool", "whether its list of states is whole"),
            Field("since", "int16", "year it began", nullable=True, low=1900, high=2100),
            Field("text", "text", "what it means"),
            _text("asked_of", "the workers it speaks of, where not of all"),
            _text("doubt", "what is least certain"),
            Field("citation", "text", "where it is told"),
            Field("how", "text", "read in the source, or known", choices=("read", "known")),
        ),
    ),
    Table(
        "compact_states",
        "States of a compact",
        FILE_SOURCES,
        ("compact", "state"),
        (
            Field("compact", "text", "short name"),
            _state("postal code"),
            Field(
                "standing",
                "text",
                "takes part now, or passed the law only",
                choices=("member", "enacted"),
            ),
        ),
        (Link(("compact",), "compacts", ("compact",)),),
    ),
    Table(
        "compact_occupations",
        "Occupations of a compact",
        FILE_SOURCES,
        ("compact", "onet_soc_code"),
        (Field("compact", "text", "short name"), CODE),
        (TO_OCCUPATION, Link(("compact",), "compacts", ("compact",))),
    ),
)
