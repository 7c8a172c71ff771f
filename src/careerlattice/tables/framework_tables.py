"""Tables of the career clusters frameworks of 2008 and 2024."""

from __future__ import annotations

from careerlattice.tables.model import Field, Link, Table
from careerlattice.tables.occupation_tables import CODE, TO_OCCUPATION

FRAMEWORKS = ("2008", "2024")
_FRAMEWORK = Field("framework", "text", "edition of the framework", choices=FRAMEWORKS)
_ID = r"[a-z0-9-]+"

FRAMEWORK_TABLES: tuple[Table, ...] = (
    Table(
        "clusters",
        "Career clusters",
        ("onet-clusters", "advance-cte"),
        ("cluster_id",),
        (
            Field("cluster_id", "text", "id, unique over both frameworks", pattern=_ID),
            _FRAMEWORK,
            Field("name", "text", "name as published"),
            Field("grouping", "text", "group of clusters (2024)", nullable=True),
            Field("is_cross_cutting", "bool", "serves all others (2024)"),
        ),
    ),
    Table(
        "pathways",
        "Career pathways (2008) and sub-clusters (2024)",
        ("onet-clusters", "advance-cte"),
        ("pathway_id",),
        (
            Field("pathway_id", "text", "id, unique over both frameworks", pattern=_ID),
            _FRAMEWORK,
            Field("cluster_id", "text", "its cluster", pattern=_ID),
            Field("name", "text", "name as published"),
        ),
        (Link(("cluster_id",), "clusters", ("cluster_id",)),),
    ),
    Table(
        "pathway_occupations",
        "Occupations of a pathway; published for 2008, this project's assignment for 2024",
        ("onet-clusters", "careerlattice"),
        ("pathway_id", "onet_soc_code"),
        (
            Field("pathway_id", "text", "pathway", pattern=_ID),
            CODE,
            Field("rank", "int8", "1 is the occupation's main pathway", low=1, high=9),
            Field(
                "basis",
                "text",
                "who made the link",
                choices=("published", "assigned"),
            ),
            Field("reason", "text", "why, where assigned", nullable=True),
        ),
        (Link(("pathway_id",), "pathways", ("pathway_id",)), TO_OCCUPATION),
    ),
)
