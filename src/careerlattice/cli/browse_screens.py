"""Screens of what is looked up: titles found, clusters, a pathway; and the same as JSON."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from careerlattice.catalog.group_figures import group_figures
from careerlattice.cli.screen import console, remark
from careerlattice.content.words import cluster_words, pathway_words
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.amounts import usd
from careerlattice.vocab.levels import EducationLevel

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.catalog.model import Area, Cluster, Occupation, Pathway
    from careerlattice.vocab.codes import OnetSocCode

Found = Sequence[tuple["Occupation", str, float]]
"""Occupations with the title that matched and its score."""


# --- search -----------------------------------------------------------------------------------


def found_json(catalog: Catalog, found: Found) -> list[dict[str, Any]]:
    """What a search found, as JSON-ready values."""
    return [
        {
            **occupation.json_value(),
            "matched_title": matched,
            "score": score,
            "what_they_do": said.what_they_do if said else None,
        }
        for occupation, matched, score in found
        for said in [catalog.get_words(occupation.code)]
    ]


def print_found(catalog: Catalog, found: Found, *, words: bool) -> None:
    """What a search found, with `words` also what people do there."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Code", no_wrap=True)
    table.add_column("Occupation")
    table.add_column("Found as", style="dim")
    table.add_column("Zone", justify="right")
    for occupation, matched, _ in found:
        same = matched.lower() == occupation.title.lower()
        zone = str(occupation.job_zone or "–")
        name = Text(occupation.title)
        said = catalog.get_words(occupation.code) if words else None
        if said:
            sentence = said.what_they_do.partition(". ")[0].removesuffix(".")
            name.append(f"\n{sentence}.", style="dim")
        table.add_row(occupation.code, name, "" if same else matched, zone)
    console.print(table)
    console.print()
    _remark_zones(catalog)
    remark("More: careerlattice show CODE --state OH")


def _remark_zones(catalog: Catalog) -> None:
    zones = catalog.release.job_zones
    low, high = (
        f"{zone} ({zones.label(zone)})" if zones.label(zone) else f"{zone}"
        for zone in (zones.lowest, zones.highest)
    )
    remark(f"Zone: from {low} to {high}.")


# --- clusters ---------------------------------------------------------------------------------


def cluster_json(catalog: Catalog, cluster: Cluster) -> dict[str, Any]:
    """A cluster and its pathways, as JSON-ready values."""
    words = cluster_words(cluster.id)
    return {
        "cluster_id": cluster.id,
        "framework": cluster.framework,
        "name": cluster.name,
        "what_it_is": words.what_it_is if words else None,
        "pathways": [
            _group_row(
                catalog, pathway.id, pathway.name, catalog.frameworks.occupations_of(pathway.id)
            )
            for pathway in catalog.list_pathways(None, cluster.id)
        ],
    }


def clusters_json(catalog: Catalog, framework: str) -> list[dict[str, Any]]:
    """The clusters of a framework, as JSON-ready values."""
    rows = []
    for cluster in catalog.list_clusters(framework):
        codes = {
            code
            for pathway in catalog.list_pathways(framework, cluster.id)
            for code in catalog.frameworks.occupations_of(pathway.id)
        }
        rows.append(_group_row(catalog, cluster.id, cluster.name, sorted(codes)))
    return rows


def _group_row(
    catalog: Catalog, group_id: str, name: str, codes: Sequence[OnetSocCode]
) -> dict[str, Any]:
    """Size, pay and growth of a group of occupations, weighted by their jobs."""
    found = group_figures(catalog, codes)
    return {
        "id": group_id,
        "name": name,
        "occupations": found.occupations,
        "jobs": found.jobs or 0.0,
        "median_pay_usd": found.median_usd,
        "growth_pct": None if found.growth_pct is None else round(found.growth_pct, 1),
    }


def print_cluster(catalog: Catalog, cluster: Cluster, rows: Sequence[dict[str, Any]]) -> None:
    """A cluster and its pathways."""
    console.print(f"[bold]{cluster.name}[/bold]  [dim]framework of {cluster.framework}[/dim]")
    words = cluster_words(cluster.id)
    if words:
        console.print(f"{words.what_it_is} {words.who_thrives}")
    console.print()
    _print_groups(catalog, rows)
    remark('More: careerlattice pathway "NAME", careerlattice ladder "NAME"')


def print_clusters(catalog: Catalog, framework: str, rows: Sequence[dict[str, Any]]) -> None:
    """The clusters of a framework."""
    console.print(f"[bold]Career clusters, framework of {framework}[/bold]\n")
    _print_groups(catalog, rows)
    other = "2024" if framework == "2008" else "2008"
    remark(f"More: careerlattice clusters NAME; the other framework: --framework {other}")


def _print_groups(catalog: Catalog, rows: Sequence[dict[str, Any]]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Name")
    table.add_column("Occupations", justify="right")
    table.add_column("Typical pay", justify="right")
    table.add_column("Growth", justify="right")
    for row in rows:
        table.add_row(
            row["name"],
            f"{row['occupations']}",
            _dollars(row["median_pay_usd"]),
            _percent(row["growth_pct"]),
        )
    console.print(table)
    edition = catalog.release.source("bls-oews").edition
    remark(
        f"Typical pay: median over jobs of the occupations' median pay, United States, {edition}."
    )
    remark("Growth: 2024 to 2034, BLS.")


# --- a pathway --------------------------------------------------------------------------------


def pathway_json(catalog: Catalog, pathway: Pathway, area: Area) -> dict[str, Any]:
    """A pathway and its occupations in rising order of preparation, as JSON-ready values."""
    words = pathway_words(pathway.id)
    pay, outlook = catalog.pay_vectors(area), catalog.outlook_vectors
    typical = open_requirements(catalog).shares.level_opening(0.5)
    rows = []
    for occupation in catalog.list_pathway_occupations(pathway.id):
        at = catalog.row_of[occupation.code]
        rows.append(
            {
                **occupation.json_value(),
                "median_pay_usd": _number(pay.p50[at]),
                "growth_pct": _number(outlook.growth_pct[at]),
                "typical_education": EducationLevel(int(typical[at])).label,
            }
        )
    rows.sort(
        key=lambda row: (
            row["job_zone"] or math.inf,
            row["median_pay_usd"] or 0,
            row["onet_soc_code"],
        )
    )
    return {
        "pathway_id": pathway.id,
        "framework": pathway.framework,
        "name": pathway.name,
        "cluster": pathway.cluster_name,
        "basis": pathway.basis,
        "what_it_is": words.what_it_is if words else None,
        "area": area.name,
        "occupations": rows,
    }


def print_pathway(
    catalog: Catalog, pathway: Pathway, area: Area, rows: Sequence[dict[str, Any]]
) -> None:
    """A pathway and its occupations."""
    console.print(
        f"[bold]{pathway.name}[/bold]  [dim]{pathway.cluster_name}, {pathway.framework}[/dim]"
    )
    words = pathway_words(pathway.id)
    if words:
        console.print(f"{words.what_it_is} {words.who_thrives}")
    if not rows:
        console.print(
            "\nThe framework lists no occupations for this pathway. The others of its cluster are "
            "the closest to it."
        )
        return
    console.print()
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Zone", justify="right")
    table.add_column("Occupation", overflow="fold")
    table.add_column("Half of jobs ask", style="dim")
    table.add_column("Pay", justify="right")
    table.add_column("Growth", justify="right")
    for row in rows:
        table.add_row(
            str(row["job_zone"] or "–"),
            row["title"],
            row["typical_education"],
            _dollars(row["median_pay_usd"]),
            _percent(row["growth_pct"]),
        )
    console.print(table)
    _remark_zones(catalog)
    remark(
        f"Pay: median a year, {area.name} or the wider area that publishes it, "
        f"{catalog.release.source('bls-oews').edition}."
    )
    remark("Growth: 2024 to 2034, BLS.")
    if pathway.basis == "assigned":
        remark("Which occupations belong here is this project's own assignment, not Advance CTE's.")
    remark(f'As a ladder: careerlattice ladder "{pathway.name}"')


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(float(value), 1)


def _dollars(value: float | None) -> str:
    return usd(value) if value else "–"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:+.1f}%"
