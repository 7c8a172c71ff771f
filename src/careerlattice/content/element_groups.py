"""Names of the groups that O*NET's content model puts its elements in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from careerlattice.vocab.csv_rows import read_rows

_LIST = Path(__file__).with_name("element_groups.csv")


@cache
def element_groups() -> dict[str, str]:
    """Name of each group by its id: `2.B.1` is called Social Skills."""
    return {row["element_id"]: row["name"] for row in read_rows(_LIST)}


def group_of(element_id: str) -> tuple[str, str]:
    """Id and name of the group an element stands in at the third place; itself where it is one.

    >>> group_of("2.B.1.a")
    ('2.B.1', 'Social Skills')
    """
    group = ".".join(element_id.split(".")[:3])
    return group, element_groups().get(group, "")
