"""The codes O*NET gives the clusters of the 2024 framework.

O*NET numbers the sub-clusters too; those numbers are not held, so each sub-cluster has the number
of its cluster and its place in the framework's list.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from careerlattice.vocab.csv_rows import read_rows

_LIST = Path(__file__).parent / "framework_2024" / "sub_clusters.csv"


@cache
def cluster_codes() -> dict[str, str]:
    """The code of each cluster by its id, `2024-construction` to `010200`."""
    return {f"2024-{row['cluster']}": row["onet_cluster_code"] for row in read_rows(_LIST)}


@cache
def sub_cluster_codes() -> dict[str, str]:
    """Our code of each sub-cluster by cluster id and name: `010201`."""
    counted: dict[str, int] = {}
    codes = {}
    for row in read_rows(_LIST):
        code = row["onet_cluster_code"]
        counted[code] = counted.get(code, 0) + 1
        codes[f"2024-{row['cluster']}/{row['name']}"] = f"{code[:4]}{counted[code]:02d}"
    return codes
