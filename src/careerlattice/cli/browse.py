"""Looking things up: search, show, clusters, pathway, titles."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careerlattice.cli.errors import answers_failures
from careerlattice.requirements.requirements import open_requirements

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.catalog.model import Area

Release = Annotated[
    str | None, typer.Option("--release", help="Folder of another release.", metavar="DIR")
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
Framework = Annotated[
    str | None,
    typer.Option("--framework", help="Edition of the clusters framework: 2008 or 2024."),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    panel = "Look things up"
    app.command(rich_help_panel=panel)(search)
    app.command(rich_help_panel=panel)(show)
    app.command(rich_help_panel=panel)(clusters)
    app.command(rich_help_panel=panel)(pathway)
    app.command(rich_help_panel=panel)(titles)


def _open(release: str | None) -> Catalog:
    from careerlattice.catalog.catalog import open_release

    return open_release(release)


@answers_failures()
def search(
    text: Annotated[str, typer.Argument(help="A job title, or the beginning of one.")],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100, help="How many.")] = 10,
    words: Annotated[
        bool | None,
        typer.Option(
            "--words/--no-words", help="What each one does; shown on screens 100 wide or more."
        ),
    ] = None,
    as_json: AsJson = False,
    release: Release = None,
) -> None:
    """Find occupations by any title they go by; typing slips are forgiven."""
    from careerlattice.cli.screen import console, print_json, remark
    from careerlattice.errors import BadRequest, NotFound

    if not text.strip():
        raise BadRequest("Type a job title, or the beginning of one: careerlattice search nurse")
    catalog = _open(release)
    hits = catalog.find_occupations(text, limit)
    found = [(catalog.occupation(h.onet_soc_code), h.matched_title, h.score) for h in hits]
    if not found:
        # What is no occupation is told as such; anything else asks for other words.
        catalog.get_occupation(text)
        raise NotFound("occupation", text, hint="Try fewer or other words.")
    if as_json:
        print_json(
            [
                {
                    **occupation.to_dict(),
                    "matched_title": matched,
                    "score": score,
                    "what_they_do": said.what_they_do if said else None,
                }
                for occupation, matched, score in found
                for said in [catalog.get_words(occupation.code)]
            ]
        )
        return
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Code", no_wrap=True)
    table.add_column("Occupation")
    table.add_column("Found as", style="dim")
    table.add_column("Zone", justify="right")
    if words is None:
        words = console.width >= 100
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
    remark("Zone: how much preparation, from 1 (little or none) to 5 (extensive).")
    remark("More: careerlattice show CODE --state OH")


@answers_failures()
def show(
    occupation: Annotated[str, typer.Argument(help="A job title or an O*NET-SOC code.")],
    state: Annotated[
        str | None, typer.Option("--state", "-s", help="State, by name or postal code.")
    ] = None,
    metro: Annotated[
        str | None, typer.Option("--metro", "-m", help='Metropolitan area: "Columbus, OH".')
    ] = None,
    as_json: AsJson = False,
    release: Release = None,
) -> None:
    """What a person needs to know of one occupation, on one screen."""
    from careerlattice.cli.occupation_screen import occupation_json, print_occupation
    from careerlattice.cli.screen import print_json

    catalog = _open(release)
    area = pick_area(catalog, state, metro)
    resolved = catalog.resolve(occupation)
    if as_json:
        print_json(occupation_json(catalog, resolved.occupation, area))
        return
    print_occupation(catalog, resolved, area)


def pick_area(catalog: Catalog, state: str | None, metro: str | None) -> Area:
    """The area named by the options: the metro, or the state, or the nation."""
    return catalog.areas.within(state, metro)


@answers_failures()
def clusters(
    cluster: Annotated[
        str | None, typer.Argument(help="Show one cluster's pathways; leave out to list all.")
    ] = None,
    framework: Framework = None,
    as_json: AsJson = False,
    release: Release = None,
) -> None:
    """List the career clusters, or the pathways of one."""
    from rich.table import Table

    from careerlattice.cli.screen import console, print_json, remark
    from careerlattice.content.words import cluster_words
    from careerlattice.vocab.amounts import usd

    catalog = _open(release)
    if cluster is not None:
        chosen = catalog.get_cluster(cluster, framework)
        rows = [
            _pathway_summary(catalog, p.id, p.name) for p in catalog.list_pathways(None, chosen.id)
        ]
        words = cluster_words(chosen.id)
        if as_json:
            print_json(
                {
                    "cluster_id": chosen.id,
                    "framework": chosen.framework,
                    "name": chosen.name,
                    "what_it_is": words.what_it_is if words else None,
                    "pathways": rows,
                }
            )
            return
        console.print(f"[bold]{chosen.name}[/bold]  [dim]framework of {chosen.framework}[/dim]")
        if words:
            console.print(f"{words.what_it_is} {words.who_thrives}")
        console.print()
    else:
        wanted = framework or "2008"
        rows = []
        for item in catalog.list_clusters(wanted):
            codes = sorted(
                {
                    code
                    for p in catalog.list_pathways(wanted, item.id)
                    for code in catalog.frameworks.occupations_of(p.id)
                }
            )
            rows.append({"id": item.id, "name": item.name, **_codes_summary(catalog, codes)})
        if as_json:
            print_json(rows)
            return
        console.print(f"[bold]Career clusters, framework of {wanted}[/bold]\n")
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Name")
    table.add_column("Occupations", justify="right")
    table.add_column("Typical pay", justify="right")
    table.add_column("Growth", justify="right")
    for row in rows:
        growth = row["growth_pct"]
        table.add_row(
            row["name"],
            f"{row['occupations']}",
            usd(row["median_pay_usd"]) if row["median_pay_usd"] else "–",
            f"{growth:+.1f}%" if growth is not None else "–",
        )
    console.print(table)
    edition = catalog.release.source("bls-oews").edition
    remark(
        f"Typical pay: median over jobs of the occupations' median pay, United States, {edition}."
    )
    remark("Growth: 2024 to 2034, BLS.")
    if cluster is None:
        other = "2024" if (framework or "2008") == "2008" else "2008"
        remark(f"More: careerlattice clusters NAME; the other framework: --framework {other}")
    else:
        remark('More: careerlattice pathway "NAME", careerlattice ladder "NAME"')


def _pathway_summary(catalog: Catalog, pathway_id: str, name: str) -> dict[str, Any]:
    codes = catalog.frameworks.occupations_of(pathway_id)
    return {"id": pathway_id, "name": name, **_codes_summary(catalog, list(codes))}


def _codes_summary(catalog: Catalog, codes: list[Any]) -> dict[str, Any]:
    """Size, pay and growth of a group of occupations, weighted by their jobs."""
    from careerlattice.catalog.group_figures import group_figures

    found = group_figures(catalog, codes)
    return {
        "occupations": found.occupations,
        "jobs": found.jobs or 0.0,
        "median_pay_usd": found.median_usd,
        "growth_pct": None if found.growth_pct is None else round(found.growth_pct, 1),
    }


@answers_failures()
def pathway(
    name: Annotated[str, typer.Argument(help="Name or id of a pathway, or cluster/pathway.")],
    framework: Framework = None,
    state: Annotated[str | None, typer.Option("--state", "-s", help="Pay in this state.")] = None,
    as_json: AsJson = False,
    release: Release = None,
) -> None:
    """The occupations of a career pathway, with preparation, pay and growth."""
    from rich.table import Table

    from careerlattice.cli.screen import console, print_json, remark
    from careerlattice.content.words import pathway_words
    from careerlattice.vocab.amounts import usd

    catalog = _open(release)
    area = catalog.get_area(state)
    chosen = catalog.get_pathway(name, framework)
    words = pathway_words(chosen.id)
    pay, outlook, shares = (
        catalog.pay_vectors(area),
        catalog.outlook_vectors,
        open_requirements(catalog).shares,
    )
    typical = shares.level_opening(0.5)
    rows = []
    for occupation in catalog.list_pathway_occupations(chosen.id):
        at = catalog.row_of[occupation.code]
        rows.append(
            {
                **occupation.to_dict(),
                "median_pay_usd": _number(pay.p50[at]),
                "growth_pct": _number(outlook.growth_pct[at]),
                "typical_education": _level(int(typical[at])),
            }
        )
    rows.sort(key=lambda r: (r["job_zone"] or 9, r["median_pay_usd"] or 0, r["onet_soc_code"]))
    if as_json:
        print_json(
            {
                "pathway_id": chosen.id,
                "framework": chosen.framework,
                "name": chosen.name,
                "cluster": chosen.cluster_name,
                "basis": chosen.basis,
                "what_it_is": words.what_it_is if words else None,
                "area": area.name,
                "occupations": rows,
            }
        )
        return
    console.print(
        f"[bold]{chosen.name}[/bold]  [dim]{chosen.cluster_name}, {chosen.framework}[/dim]"
    )
    if words:
        console.print(f"{words.what_it_is} {words.who_thrives}")
    if not rows:
        console.print("\nThis pathway of the framework carries no occupation in O*NET's listing.")
        return
    console.print()
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Zone", justify="right")
    table.add_column("Occupation", overflow="fold")
    table.add_column("Half of jobs ask", style="dim")
    table.add_column("Pay", justify="right")
    table.add_column("Growth", justify="right")
    for row in rows:
        growth = row["growth_pct"]
        table.add_row(
            str(row["job_zone"] or "–"),
            row["title"],
            row["typical_education"],
            usd(row["median_pay_usd"]) if row["median_pay_usd"] else "–",
            f"{growth:+.1f}%" if growth is not None else "–",
        )
    console.print(table)
    remark("Zone: how much preparation, from 1 (little or none) to 5 (extensive).")
    remark(
        f"Pay: median a year, {area.name} or the wider area that publishes it, "
        f"{catalog.release.source('bls-oews').edition}."
    )
    remark("Growth: 2024 to 2034, BLS.")
    if chosen.basis == "assigned":
        remark("Which occupations belong here is this project's own assignment, not Advance CTE's.")
    remark(f'As a ladder: careerlattice ladder "{chosen.name}"')


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(float(value), 1)


def _level(number: int) -> str:
    from careerlattice.vocab.levels import EducationLevel

    return EducationLevel(number).label


@answers_failures()
def titles(
    occupation: Annotated[str, typer.Argument(help="A job title or an O*NET-SOC code.")],
    as_json: AsJson = False,
    release: Release = None,
) -> None:
    """All the names an occupation goes by."""
    from rich.columns import Columns

    from careerlattice.cli.screen import console, heading, print_json

    catalog = _open(release)
    found = catalog.get_occupation(occupation)
    names = catalog.list_titles(found.code)
    if as_json:
        listed = [{"title": title, "kind": kind} for title, kind in names]
        print_json({**found.to_dict(), "titles": listed})
        return
    console.print(f"[bold]{found.title}[/bold]  [dim]{found.code}[/dim]")
    for kind, label in (("reported", "Reported by workers"), ("alternate", "Other titles")):
        here = [title for title, k in names if k == kind]
        if here:
            heading(label, f"{len(here)}")
            console.print(Columns(here, padding=(0, 3)))
