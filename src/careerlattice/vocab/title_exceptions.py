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

BEFORE: Mapping[str, str] = {
    "Postsecondary": "college",
    "Preschool": "preschool",
    "Kindergarten": "kindergarten",
    "Elementary School": "elementary school",
    "Middle School": "middle school",
    "Secondary School": "high school",
    "Hand": "hand",
    "General": "general",
    "Special Education": "special education",
}
"""Parts after a comma that stand before the noun in running text, as people say them."""


@lru_cache(maxsize=1)
def singulars() -> Mapping[str, str]:
    """Names of one worker in running text by title, from `singular_titles.csv`.

    There too are the names people use where the published title is a list.
    """
    rows = read_rows(_HERE / "singular_titles.csv")
    return {row["title"]: row["singular"] for row in rows}
