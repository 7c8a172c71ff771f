"""Looking things up: search, show, clusters, pathway, titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careerlattice.cli.errors import answers_failures
from careerlattice.cli.option_sets import Release

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog

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
    from careerlattice.cli.browse_screens import found_json, print_found
    from careerlattice.cli.screen import console, print_json
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
        print_json(found_json(catalog, found))
        return
    print_found(catalog, found, words=console.width >= 100 if words is None else words)


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
    area = catalog.areas.within(state, metro)
    resolved = catalog.resolve(occupation)
    if as_json:
        print_json(occupation_json(catalog, resolved.occupation, area))
        return
    print_occupation(catalog, resolved, area)


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
    from careerlattice.cli import browse_screens
    from careerlattice.cli.screen import print_json

    catalog = _open(release)
    if cluster is not None:
        chosen = catalog.get_cluster(cluster, framework)
        told = browse_screens.cluster_json(catalog, chosen)
        if as_json:
            print_json(told)
        else:
            browse_screens.print_cluster(catalog, chosen, told["pathways"])
        return
    rows = browse_screens.clusters_json(catalog, framework or "2008")
    if as_json:
        print_json(rows)
    else:
        browse_screens.print_clusters(catalog, framework or "2008", rows)


@answers_failures()
def pathway(
    name: Annotated[str, typer.Argument(help="Name or id of a pathway, or cluster/pathway.")],
    framework: Framework = None,
    state: Annotated[str | None, typer.Option("--state", "-s", help="Pay in this state.")] = None,
    as_json: AsJson = False,
    release: Release = None,
) -> None:
    """The occupations of a career pathway, with preparation, pay and growth."""
    from careerlattice.cli.browse_screens import pathway_json, print_pathway
    from careerlattice.cli.screen import print_json

    catalog = _open(release)
    area = catalog.get_area(state)
    chosen = catalog.get_pathway(name, framework)
    told = pathway_json(catalog, chosen, area)
    if as_json:
        print_json(told)
        return
    print_pathway(catalog, chosen, area, told["occupations"])


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
        print_json({**found.json_value(), "titles": listed})
        return
    console.print(f"[bold]{found.title}[/bold]  [dim]{found.code}[/dim]")
    for kind, label in (("reported", "Reported by workers"), ("alternate", "Other titles")):
        here = [title for title, k in names if k == kind]
        if here:
            heading(label, f"{len(here)}")
            console.print(Columns(here, padding=(0, 3)))
