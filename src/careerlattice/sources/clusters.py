"""The career clusters frameworks of 2008 (with O*NET's links) and 2024 (names)."""

from __future__ import annotations

import polars as pl

from careerlattice.errors import DataError
from careerlattice.sources.location import Location
from careerlattice.sources.reading import Reading, read_text
from careerlattice.vocab.names import slug

SOURCE = "onet-clusters"
_LINKS = "onet_legacy_16clusters_79pathways_exploded.csv"
_NAMES_2024 = "advancecte_2024_14clusters_72subclusters.csv"
_CLUSTER, _PATHWAY, _CODE = "Career Cluster", "Career Pathway", "O*NET-SOC Code"

# Pathways of the 2008 framework that O*NET links to no occupation.
_WITHOUT_OCCUPATIONS = (
    ("Arts, Audio/Video Technology & Communications", "Audio and Video Technology and Film"),
    ("Government & Public Administration", "Foreign Service"),
    ("Manufacturing", "Health, Safety and Environmental Assurance"),
    ("Manufacturing", "Logistics and Inventory Control"),
    ("Transportation, Distribution & Logistics", "Health, Safety and Environmental Management"),
    ("Transportation, Distribution & Logistics", "Warehousing and Distribution Center Operations"),
)


def read_clusters(location: Location) -> Reading:
    """Clusters and pathways of both frameworks, and the published links of 2008."""
    reading = Reading()
    links = read_text(location, _LINKS, (_CLUSTER, _PATHWAY, _CODE, "Occupation"))
    pairs = sorted({*links.select(_CLUSTER, _PATHWAY).rows(), *_WITHOUT_OCCUPATIONS})
    ids = _pathway_ids(pairs)
    names = read_text(
        location,
        _NAMES_2024,
        ("onet_cluster_code", "career_cluster", "cluster_grouping", "cross_cutting", "sub_cluster"),
    )
    new = list(names.iter_rows(named=True))
    reading.frames["clusters"] = _clusters(pairs, new)
    reading.frames["pathways"] = _pathways(ids, new)
    reading.frames["pathway_occupations"] = (
        links.with_row_index("line")
        .with_columns(
            pl.struct(_CLUSTER, _PATHWAY)
            .map_elements(lambda row: ids[(row[_CLUSTER], row[_PATHWAY])], return_dtype=pl.String)
            .alias("pathway_id"),
            pl.col("line").rank("ordinal").over(_CODE).cast(pl.Int8).alias("rank"),
        )
        .select(
            "pathway_id",
            pl.col(_CODE).alias("onet_soc_code"),
            "rank",
            pl.lit("published").alias("basis"),
            pl.lit(None, dtype=pl.String).alias("reason"),
        )
        .sort("pathway_id", "onet_soc_code")
    )
    return reading


def _clusters(pairs: list[tuple[str, str]], new: list[dict[str, str]]) -> pl.DataFrame:
    clusters: list[tuple[str, str, str, str | None, bool]] = [
        (f"2008-{slug(name)}", "2008", name, None, False) for name in sorted({c for c, _ in pairs})
    ]
    clusters += sorted(
        {
            (
                f"2024-{slug(row['career_cluster'])}",
                "2024",
                row["career_cluster"],
                row["cluster_grouping"],
                row["cross_cutting"] == "yes",
            )
            for row in new
        }
    )
    schema = {
        "cluster_id": pl.String,
        "framework": pl.String,
        "name": pl.String,
        "grouping": pl.String,
        "is_cross_cutting": pl.Boolean,
    }
    return pl.DataFrame(clusters, schema=schema, orient="row").sort("cluster_id")


def _pathways(ids: dict[tuple[str, str], str], new: list[dict[str, str]]) -> pl.DataFrame:
    pathways = [(ids[pair], "2008", f"2008-{slug(pair[0])}", pair[1]) for pair in sorted(ids)]
    pathways += [
        (
            f"2024-{slug(row['sub_cluster'])}",
            "2024",
            f"2024-{slug(row['career_cluster'])}",
            row["sub_cluster"],
        )
        for row in new
    ]
    schema = dict.fromkeys(("pathway_id", "framework", "cluster_id", "name"), pl.String)
    return pl.DataFrame(pathways, schema=schema, orient="row").sort("pathway_id")


def _pathway_ids(pairs: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Ids from the pathway's name; where two clusters share a name, the cluster's goes before."""
    named: dict[str, list[tuple[str, str]]] = {}
    for pair in pairs:
        named.setdefault(slug(pair[1]), []).append(pair)
    ids = {}
    for name, owners in named.items():
        for cluster, pathway in owners:
            prefix = f"{slug(cluster)}-" if len(owners) > 1 else ""
            ids[cluster, pathway] = f"2008-{prefix}{name}"
    if len(set(ids.values())) != len(ids):
        raise DataError("Two pathways of the 2008 framework would get the same id.")
    return ids
