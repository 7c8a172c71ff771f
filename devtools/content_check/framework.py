"""The assignment of occupations to the 2024 framework: its rules, and how far it agrees with what
the 2008 framework's clusters became."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from careerlattice.vocab.names import slug
from devtools.content_check.texts import Content, Problem

COLUMNS = ["onet_soc_code", "rank", "sub_cluster", "reason", "note"]
REASONS = ("program", "industry", "task", "title")
LINKS_2008 = Path("career-clusters") / "onet_legacy_16clusters_79pathways_exploded.csv"

# A note is a remark and starts small, except with a name of the framework itself.
_NAMES = ("Digital Technology ",)


@dataclass(frozen=True, slots=True)
class Agreement:
    """One cluster of 2008: how many of its occupations have their 2024 primary place, or any of
    their places, in an expected successor."""

    cluster_2008: str
    occupations: int
    primary: int
    any_rank: int
    exceptions: tuple[tuple[str, str], ...]


def check_framework(content: Content) -> Iterator[Problem]:
    """Each occupation once at rank 1 and at most twice more; known sub-clusters and reasons; no
    sub-cluster without a primary occupation."""
    sub_clusters = {row["sub_cluster"] for row in content.sub_clusters}
    described = set(content.occupations())
    seen: set[str] = set()
    primaries: Counter[str] = Counter()
    for file, rows in content.assignments.items():
        if rows and list(rows[0]) != COLUMNS:
            yield Problem(file, "", "framework", f"columns must be {','.join(COLUMNS)}")
            continue
        keys = [(row["onet_soc_code"], row["rank"]) for row in rows]
        if keys != sorted(keys):
            yield Problem(file, "", "order", "rows must be sorted by code, then rank")
        places: dict[str, list[Mapping[str, str]]] = defaultdict(list)
        for row in rows:
            places[row["onet_soc_code"]].append(row)
        seen |= places.keys()
        for code, mine in places.items():
            for what in _broken(code, mine, file, sub_clusters, described):
                yield Problem(file, code, "framework", what)
            primaries.update(row["sub_cluster"] for row in mine if row["rank"] == "1")
    for code in sorted(described - seen):
        yield Problem("framework_2024", code, "framework", "has no sub-cluster")
    for name in sorted(sub_clusters - primaries.keys()):
        yield Problem("framework_2024", name, "framework", "is not any occupation's first place")


def _broken(
    code: str,
    rows: list[Mapping[str, str]],
    file: str,
    sub_clusters: set[str],
    described: set[str],
) -> Iterator[str]:
    ranks = [row["rank"] for row in rows]
    if ranks not in (["1"], ["1", "2"], ["1", "2", "3"]):
        yield f"ranks must be 1, then 2 and 3 at most, not {' '.join(ranks)}"
    if code not in described:
        yield "is not a described occupation"
    if not file.endswith(f"{code[:2]}.csv"):
        yield "stands in another major group's file"
    if len({row["sub_cluster"] for row in rows}) != len(rows):
        yield "names a sub-cluster twice"
    for row in rows:
        if row["sub_cluster"] not in sub_clusters:
            yield f"unknown sub-cluster {row['sub_cluster']!r}"
        if row["reason"] not in REASONS:
            yield f"unknown reason {row['reason']!r}"
        note = row["note"] or ""
        length = len(note.split())
        if note and not 5 <= length <= 15:
            yield f"the note has {length} words, not 5 to 15"
        if note[:1].isupper() and not note.startswith(_NAMES):
            yield f"the note starts with a capital letter: {note}"
        if ";" in note or note.endswith("."):
            yield f"the note has a semicolon or a final period: {note}"


def counts_by_cluster(content: Content) -> list[tuple[str, str, int, int]]:
    """Cluster, sub-cluster, occupations whose first place it is, further ones; as listed."""
    ranks = Counter(
        (row["sub_cluster"], row["rank"] == "1")
        for rows in content.assignments.values()
        for row in rows
    )
    return [
        (row["cluster_name"], row["name"], ranks[name, True], ranks[name, False])
        for row in content.sub_clusters
        for name in [row["sub_cluster"]]
    ]


def read_links_2008(shared: Path) -> dict[str, set[str]]:
    """The occupations of every 2008 cluster, by the cluster's id without its framework."""
    links: dict[str, set[str]] = defaultdict(set)
    with (shared / LINKS_2008).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            links[slug(row["Career Cluster"])].add(row["O*NET-SOC Code"])
    return dict(links)


def agreement_with_2008(content: Content, links: Mapping[str, set[str]]) -> list[Agreement]:
    """How far the assignment follows the 2008 clusters into their expected successors."""
    cluster_of = {row["sub_cluster"]: row["cluster"] for row in content.sub_clusters}
    expected: dict[str, set[str]] = defaultdict(set)
    for row in content.successors:
        expected[row["cluster_2008"]].add(row["cluster_2024"])
    places: dict[str, list[str]] = defaultdict(list)
    for rows in content.assignments.values():
        for row in rows:
            places[row["onet_soc_code"]].append(cluster_of.get(row["sub_cluster"], ""))
    found = []
    for cluster, codes in sorted(links.items()):
        assigned = sorted(code for code in codes if code in places)
        found.append(
            Agreement(
                cluster,
                len(assigned),
                sum(places[code][0] in expected[cluster] for code in assigned),
                sum(not expected[cluster].isdisjoint(places[code]) for code in assigned),
                tuple(
                    (code, places[code][0])
                    for code in assigned
                    if expected[cluster].isdisjoint(places[code])
                ),
            )
        )
    return found


def check_successors(content: Content, links: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Every 2008 cluster has a successor, and every name is a cluster's."""
    file = "framework_2024/successors.csv"
    clusters = {row["cluster"] for row in content.sub_clusters}
    for row in content.successors:
        if row["cluster_2008"] not in links:
            yield Problem(file, row["cluster_2008"], "framework", "is not a 2008 cluster")
        if row["cluster_2024"] not in clusters:
            yield Problem(file, row["cluster_2024"], "framework", "is not a 2024 cluster")
    for name in sorted(set(links) - {row["cluster_2008"] for row in content.successors}):
        yield Problem(file, name, "framework", "has no expected successor")
