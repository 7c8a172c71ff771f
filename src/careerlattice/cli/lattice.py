"""Moves and ladders on the command line: ladder, moves, compare, export moves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careerlattice.cli.commands import App
from careerlattice.cli.ctdl import beside, export_ctdl, export_plan_ctdl
from careerlattice.cli.errors import answers_failures
from careerlattice.cli.option_sets import Release

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.catalog.model import Area
    from careerlattice.lattice.lattice import Lattice

AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
State = Annotated[
    str | None,
    typer.Option("--state", help="State or metro area, for pay and licenses.", metavar="PLACE"),
]

export_app = App(name="export", help="Write tables for other programs.")


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    panel = "Moves and ladders"
    app.command(rich_help_panel=panel)(ladder)
    app.command(rich_help_panel=panel)(moves)
    app.command(rich_help_panel=panel)(compare)
    app.command(rich_help_panel=panel)(beside)
    if not export_app.registered_commands:
        export_app.command("moves")(export_moves)
        export_app.command("entry")(export_entry)
        export_app.command("ctdl")(export_ctdl)
        export_app.command("plan-ctdl")(export_plan_ctdl)
    app.add_typer(export_app, rich_help_panel=panel)


def _open(release: str | None) -> tuple[Catalog, Lattice]:
    from careerlattice.catalog.catalog import open_release
    from careerlattice.lattice.lattice import open_lattice

    catalog = open_release(release)
    return catalog, open_lattice(catalog)


def _area(catalog: Catalog, place: str | None) -> Area:
    return catalog.get_area(place)


@answers_failures()
def ladder(
    pathway: Annotated[
        str | None, typer.Argument(help="A pathway's name or id; none with --around.")
    ] = None,
    framework: Annotated[
        str | None, typer.Option("--framework", help="Edition of the framework: 2008 or 2024.")
    ] = None,
    around: Annotated[
        str | None,
        typer.Option("--around", help="The ladder around one occupation.", metavar="OCCUPATION"),
    ] = None,
    svg: Annotated[
        Path | None, typer.Option("--svg", help="Write the picture to this file.", metavar="FILE")
    ] = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="Draw every occupation of a large pathway by itself.")
    ] = False,
    state: State = None,
    as_json: AsJson = False,
    release: Release = None,
) -> None:
    """Show a pathway as a ladder from entry to expert, or the ladder around an occupation."""
    from careerlattice.cli.lattice_screens import print_ladder
    from careerlattice.cli.screen import console, print_json
    from careerlattice.errors import BadRequest

    if (pathway is None) == (around is None):
        raise BadRequest("Name a pathway, or an occupation with --around: one of the two.")
    catalog, lattice = _open(release)
    area = _area(catalog, state)
    if around is not None:
        code = catalog.get_occupation(around).code
        found = lattice.neighborhood(code, area)
    else:
        found = lattice.ladder(str(pathway), framework, area)
    if svg is not None:
        from careerlattice.draw.ladder_svg import render_ladder

        svg.write_text(render_ladder(found, whole=whole) + "\n", encoding="utf-8")
        if not as_json:
            console.print(f"{svg} holds the picture; it stands by itself in any browser.")
            return
    if as_json:
        from careerlattice.wording.moves import ladder_json

        print_json(ladder_json(found))
        return
    print_ladder(catalog, found)


@answers_failures()
def moves(
    occupation: Annotated[str, typer.Argument(help="Where the move starts: a title or code.")],
    kind: Annotated[
        str | None,
        typer.Option("--kind", help="Only one kind: advance, lateral, pivot or step_back."),
    ] = None,
    state: State = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=200, help="How many.")] = 12,
    as_json: AsJson = False,
    release: Release = None,
) -> None:
    """Where people go next from an occupation, with why, and what each move asks."""
    from careerlattice.cli.lattice_screens import print_moves
    from careerlattice.cli.screen import print_json

    catalog, lattice = _open(release)
    resolved = catalog.resolve(occupation)
    area = _area(catalog, state)
    found = lattice.moves(resolved.occupation.code, kind, area, limit)
    if as_json:
        from careerlattice.wording.moves import move_json

        print_json([move_json(move) for move in found])
        return
    print_moves(catalog, resolved, found, area)


@answers_failures()
def compare(
    first: Annotated[str, typer.Argument(metavar="A", help="One occupation.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The other occupation.")],
    state: State = None,
    as_json: AsJson = False,
    release: Release = None,
) -> None:
    """Two occupations side by side, with the gap of the move either way."""
    from careerlattice.cli.lattice_screens import compare_json, print_compare
    from careerlattice.cli.screen import print_json

    catalog, lattice = _open(release)
    area = _area(catalog, state)
    codes = [catalog.get_occupation(text).code for text in (first, second)]
    there, back = lattice.move(codes[0], codes[1], area), lattice.move(codes[1], codes[0], area)
    if as_json:
        print_json(compare_json(catalog, lattice, there, back, area))
        return
    print_compare(catalog, lattice, there, back, area)


@answers_failures()
def export_moves(
    file: Annotated[
        Path, typer.Argument(help="The file to write: .parquet or .csv.", metavar="FILE")
    ],
    release: Release = None,
) -> None:
    """Write every ordered pair: from_onet_soc_code, to_onet_soc_code, likelihood, ease, kind."""
    from careerlattice.cli.screen import console
    from careerlattice.errors import BadRequest

    if file.suffix.lower() not in (".parquet", ".csv"):
        raise BadRequest(f"{file.name}: moves are written as .parquet or .csv; name the file so.")
    catalog, lattice = _open(release)
    table = all_moves(catalog, lattice)
    if file.suffix.lower() == ".csv":
        table.write_csv(file)
    else:
        from careerlattice.tables.file_metadata import file_metadata

        manifest = catalog.release.manifest
        table.write_parquet(
            file,
            compression="zstd",
            metadata=file_metadata(
                "Every ordered pair of occupations: how likely a move is, how easy, of which kind",
                manifest.sources,
                _MOVE_COLUMNS,
                manifest.id,
            ),
        )
    console.print(
        f"{file} holds {table.height:,} moves between {len(catalog.codes):,} occupations."
    )


@answers_failures()
def export_entry(
    file: Annotated[Path, typer.Argument(help="The CSV file to write.", metavar="FILE")],
    release: Release = None,
) -> None:
    """Write what every occupation asks for entry: education, field, training, license, door.

    One row an occupation; docs/reference/entry.md says what each column means.
    """
    from careerlattice.cli.screen import console
    from careerlattice.exchange.entry_csv import to_entry_csv

    catalog = _open(release)[0]
    file.write_text(to_entry_csv(catalog), encoding="utf-8")
    console.print(f"{file} holds what {len(catalog.codes):,} occupations ask for entry.")


_MOVE_COLUMNS = {
    "from_onet_soc_code": {"meaning": "occupation that is left"},
    "to_onet_soc_code": {"meaning": "occupation that is entered"},
    "likelihood": {"meaning": "share of those who leave the first that enter the second"},
    "ease": {"meaning": "likelihood over chance, less the skill shortfall"},
    "kind": {"meaning": "advance, lateral, pivot or step_back"},
}


def all_moves(catalog: Catalog, lattice: Lattice) -> Any:
    """All ordered pairs as a data frame, by origin and destination, without pairs of one."""
    import numpy as np
    import polars as pl

    from careerlattice.lattice.arrays.kinds import Kind

    arrays = lattice.arrays
    origin, to = np.nonzero(~np.eye(len(catalog.codes), dtype=np.bool_))
    codes = pl.Series([str(code) for code in catalog.codes])
    kinds = pl.Series([kind.slug for kind in sorted(Kind)])
    return pl.DataFrame(
        {
            "from_onet_soc_code": codes.gather(origin),
            "to_onet_soc_code": codes.gather(to),
            "likelihood": arrays.likelihood[origin, to],
            "ease": arrays.ease[origin, to],
            "kind": kinds.gather(arrays.kind[origin, to].astype(np.uint32)),
        }
    )
