"""Fields of study that lead to an occupation, and schools that teach them."""

from __future__ import annotations

from careerlattice.catalog.model import Program, SchoolProgram
from careerlattice.errors import BadRequest
from careerlattice.release.opening import Release
from careerlattice.vocab.codes import OnetSocCode


def read_programs(release: Release, code: OnetSocCode) -> list[Program]:
    """Fields of study (six digits) that the crosswalk links to the occupation."""
    import polars as pl

    links = release.table("program_occupations").filter(pl.col("soc_code") == code.soc)
    named = links.join(release.table("programs"), on="cip_code", how="left").sort("cip_code")
    return [Program(cip, title) for cip, title in named.select("cip_code", "title").rows()]


def check_credentials(release: Release, credentials: tuple[str, ...]) -> None:
    """Raise `BadRequest` for a credential that no school of the release awards."""
    if not credentials:
        return
    known = sorted(release.table("school_programs")["credential"].unique().to_list())
    for credential in credentials:
        if credential not in known:
            names = ", ".join(known)
            raise BadRequest(
                f"No school awards {credential[:40]!r}. Credentials: {names}.", field="credentials"
            )


def read_school_programs(
    release: Release,
    code: OnetSocCode,
    state: str | None,
    credentials: tuple[str, ...] = (),
    limit: int = 20,
) -> tuple[list[SchoolProgram], int]:
    """Schools' programs in the fields that lead to the occupation, and how many there are in all.

    Ordered by number of graduates, most first; fields are compared at four digits, as College
    Scorecard has no finer ones. Programs without graduates in the data come last.
    """
    import polars as pl

    fields = release.table("program_occupations").filter(pl.col("soc_code") == code.soc)
    series = fields["cip_code"].str.slice(0, 5).unique()
    rows = release.table("school_programs").filter(pl.col("cip_code").is_in(series.implode()))
    if credentials:
        rows = rows.filter(pl.col("credential").is_in(list(credentials)))
    rows = rows.join(release.table("schools"), on="school_id", how="left")
    if state is not None:
        rows = rows.filter(pl.col("state") == state)
    titles = release.table("programs").select("cip_code", pl.col("title").alias("program"))
    rows = rows.join(titles, on="cip_code", how="left").sort(
        "completers",
        "name",
        "cip_code",
        "credential",
        descending=[True, False, False, False],
        nulls_last=True,
    )
    found = [
        SchoolProgram(
            school=row["name"],
            state=row["state"],
            control=row["control"],
            cip_code=row["cip_code"],
            program=row["program"] or "",
            credential=row["credential"],
            completers=row["completers"],
            earnings_usd=row["earnings_usd"],
            debt_usd=row["debt_usd"],
            unit_id=row["unit_id"],
        )
        for row in rows.head(limit).iter_rows(named=True)
    ]
    return found, rows.height
