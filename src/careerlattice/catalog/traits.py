"""Work styles and work values of an occupation."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.release.opening import Release


@dataclass(frozen=True, slots=True)
class WorkStyle:
    """A personal characteristic that affects how well a job is done.

    `impact` says how much it helps (3) or hinders (-3), `distinctiveness` how far it sets the
    occupation apart (0 to 10).
    """

    element_id: str
    name: str
    impact: float
    distinctiveness: float


def read_work_styles(release: Release, code: str) -> list[WorkStyle]:
    """The work styles of an occupation, most helpful first; empty where none are published."""
    import polars as pl

    rows = release.table("work_styles").filter(pl.col("onet_soc_code") == code)
    rows = rows.join(release.table("elements"), on="element_id")
    rows = rows.sort("impact", "element_id", descending=[True, False])
    return [
        WorkStyle(element, name, round(impact, 2), round(apart, 2))
        for element, name, impact, apart in rows.select(
            "element_id", "name", "impact", "distinctiveness"
        ).iter_rows()
    ]


def read_work_values(release: Release, code: str) -> dict[str, float]:
    """The six work values, 1 to 7, by name; empty where none are published."""
    import polars as pl

    rows = release.table("work_values").filter(pl.col("onet_soc_code") == code)
    values = rows.drop("onet_soc_code").row(0, named=True) if rows.height else {}
    return {name: round(value, 2) for name, value in values.items()}
