"""Titles whose singular no rule gives, and the nouns of people that rules do not tell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from careerlattice.vocab.csv_rows import read_rows

_HERE = Path(__file__).parent

PEOPLE = frozenset(
    {
        "actuaries",
        "agents",
        "aides",
        "analysts",
        "architects",
        "athletes",
        "bailiffs",
        "blockmasons",
        "brickmasons",
        "captains",
        "chefs",
        "chiefs",
        "clerks",
        "coaches",
        "concierges",
        "cooks",
        "copilots",
        "critics",
        "detectives",
        "executives",
        "guards",
        "hostesses",
        "hosts",
        "interns",
        "jockeys",
        "judges",
        "magistrates",
        "maids",
        "masons",
        "mates",
        "mechanics",
        "midwives",
        "millwrights",
        "models",
        "nurses",
        "officials",
        "paralegals",
        "paramedics",
        "pilots",
        "police",
        "referees",
        "representatives",
        "roustabouts",
        "scouts",
        "secretaries",
        "stonemasons",
        "superintendents",
        "umpires",
        "valets",
        "waitresses",
    }
)
"""Plural nouns for people that do not end like `TELLING_ENDS`."""

TELLING_ENDS = ("ers", "ors", "ists", "ians", "ants", "persons", "men")
"""Ends of plural nouns for people."""

NOT_PEOPLE = frozenset(
    {"computers", "motors", "elevators", "plants", "numbers", "letters", "orders"}
)
"""Words that end like people and are none."""

PROPER = frozenset({"English", "American"})
"""Words that keep their capital."""

BEFORE = frozenset(
    {
        "Postsecondary",
        "Preschool",
        "Kindergarten",
        "Elementary School",
        "Middle School",
        "Secondary School",
        "Hand",
        "General",
        "Special Education",
    }
)
"""Parts after a comma that stand before the noun in running text."""


@lru_cache(maxsize=1)
def singulars() -> Mapping[str, str]:
    """Singulars in running text by title, from `singular_titles.csv`."""
    rows = read_rows(_HERE / "singular_titles.csv")
    return {row["title"]: row["singular"] for row in rows}
