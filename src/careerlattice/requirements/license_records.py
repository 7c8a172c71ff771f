"""Licenses on record for an occupation in a state."""

from __future__ import annotations

from careerlattice.catalog.model import License
from careerlattice.release.opening import Release
from careerlattice.vocab.codes import OnetSocCode

UNNAMED_AGENCY = "agency not named in the record; ask the state's licensing agency"


def read_licenses(
    release: Release, code: OnetSocCode, state: str, *, with_listed: bool = False
) -> list[License]:
    """Licenses of the state that speak of the occupation, then federal ones, most specific first.

    The publisher lists many licenses under occupations they hardly concern; those are left out
    unless `with_listed`, and then come last.
    """
    import polars as pl

    links = release.table("license_occupations").filter(pl.col("state").is_in([state, "US"]))
    counts = links.group_by("state", "license_id").len("occupations")
    own = links.filter(pl.col("onet_soc_code") == code)
    rows = (
        (own if with_listed else own.filter("is_named"))
        .join(counts, on=["state", "license_id"])
        .join(release.table("licenses"), on=["state", "license_id"])
        .sort(
            ~pl.col("is_named"),
            pl.col("state") == "US",
            pl.col("role") != "own",
            "rank",
            "occupations",
            "title",
            "license_id",
        )
    )
    rows = rows.with_columns(pl.col("agency").fill_null(UNNAMED_AGENCY))
    fields = License.__slots__
    return [License(**{name: row[name] for name in fields}) for row in rows.iter_rows(named=True)]
