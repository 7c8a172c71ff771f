"""`careerlattice profile`: make, show, import and confirm a profile file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careerlattice.cli.commands import App
from careerlattice.cli.errors import answers_failures
from careerlattice.cli.option_sets import Release

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.profile.confirming import TitleProposal
    from careerlattice.profile.model import Profile

profile_app = App(help="What is known of you, in one file that stays on this machine.")
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    app.add_typer(profile_app, name="profile", rich_help_panel="Your profile")


@profile_app.command()
@answers_failures()
def new(
    file: Annotated[Path, typer.Argument(help="File to write, such as me.json.")],
    name: Annotated[str, typer.Option("--name", help="Your name, if you like.")] = "",
    education: Annotated[
        str | None, typer.Option("--education", "-e", help="Highest level finished.")
    ] = None,
    state: Annotated[str | None, typer.Option("--state", "-s", help="State you live in.")] = None,
) -> None:
    """Write a new profile, empty but for what you say here."""
    from careerlattice.cli.screen import console
    from careerlattice.errors import BadRequest
    from careerlattice.profile.files import save_profile
    from careerlattice.profile.model import Education, Place, Profile
    from careerlattice.vocab.levels import EducationLevel
    from careerlattice.vocab.states import find_state

    if file.exists():
        raise BadRequest(f"{file} exists already. Choose another name, or edit it.")
    place = Place()
    if state is not None:
        found = find_state(state)
        if found is None:
            raise BadRequest(
                f"{state[:40]!r} is not a state. Write a name or postal code, like OH."
            )
        place = Place(found.postal)
    level = Education(EducationLevel.parse(education)) if education else None
    save_profile(Profile(name=name.strip(), education=level, place=place), file)
    console.print(f"Wrote {file}. Next: careerlattice assess interests --profile {file}")


@profile_app.command()
@answers_failures()
def show(
    file: Annotated[Path, typer.Argument(help="Profile file.")],
    as_json: AsJson = False,
    release: Release = None,
) -> None:
    """What the profile holds, and what is still open in it."""
    from careerlattice.catalog.catalog import open_release
    from careerlattice.cli.screen import print_json
    from careerlattice.profile.checking import check_profile
    from careerlattice.profile.files import load_profile
    from careerlattice.profile.reading import profile_to_values
    from careerlattice.wording.profiles import remark_text

    me = load_profile(file)
    catalog = open_release(release)
    remarks = tuple(map(remark_text, check_profile(catalog, me)))
    if as_json:
        print_json({"profile": profile_to_values(me), "remarks": list(remarks)})
        return
    _print_profile(catalog, me, remarks)


@profile_app.command("import")
@answers_failures()
def import_(
    source: Annotated[Path, typer.Argument(help="JSON Resume (.json), or titles (.csv, .txt).")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Profile to write.")] = Path("me.json"),
    ask: Annotated[
        bool | None,
        typer.Option("--ask/--no-ask", help="Confirm each guess now (default on a terminal)."),
    ] = None,
    as_json: AsJson = False,
    release: Release = None,
) -> None:
    """Read a résumé or a list of job titles; every guessed occupation is shown to confirm."""
    from careerlattice.catalog.catalog import open_release
    from careerlattice.cli.screen import console, print_json
    from careerlattice.errors import BadRequest
    from careerlattice.exchange.json_resume import from_json_resume
    from careerlattice.exchange.title_list import from_title_list
    from careerlattice.profile.files import save_profile
    from careerlattice.profile.reading import profile_to_values

    if out.exists():
        raise BadRequest(f"{out} exists already. Name another file with --out.")
    catalog = open_release(release)
    read = from_json_resume if source.suffix.lower() == ".json" else from_title_list
    imported = read(catalog, source)
    save_profile(imported.profile, out)
    if as_json:
        print_json(
            {
                "profile": profile_to_values(imported.profile),
                "proposals": [p.to_dict() for p in imported.proposals],
                "notices": list(imported.notices),
            }
        )
        return
    for notice in imported.notices:
        console.print(f"[dim]Note: {notice}[/dim]")
    me = imported.profile
    if sys.stdin.isatty() if ask is None else ask:
        me = _confirm(me, imported.proposals, out)
    else:
        for proposal in imported.proposals:
            _print_proposal(proposal)
    left = len(me.work) - len(me.confirmed_work)
    console.print(f"\nWrote {out}.")
    if left:
        guesses = "1 guess" if left == 1 else f"{left} guesses"
        console.print(f"{guesses} to confirm: careerlattice profile confirm {out}")


@profile_app.command()
@answers_failures()
def export(
    file: Annotated[Path, typer.Argument(help="Profile file.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="JSON Resume to write.")] = Path(
        "resume.json"
    ),
    release: Release = None,
) -> None:
    """Write the profile as a JSON Resume, which other programs read."""
    from careerlattice.catalog.catalog import open_release
    from careerlattice.cli.screen import console
    from careerlattice.errors import BadRequest
    from careerlattice.exchange.json_resume_export import to_json_resume
    from careerlattice.profile.files import load_profile, write_json

    me = load_profile(file)
    if out.exists():
        raise BadRequest(f"{out} exists already. Name another file with --out.")
    made = to_json_resume(open_release(release), me)
    write_json(made.values, out)
    for notice in made.notices:
        console.print(f"[dim]Note: {notice}[/dim]")
    console.print(f"Wrote {out}.")


@profile_app.command()
@answers_failures()
def confirm(
    file: Annotated[Path, typer.Argument(help="Profile file.")], release: Release = None
) -> None:
    """Confirm or correct the occupations guessed from your job titles."""
    from careerlattice.catalog.catalog import open_release
    from careerlattice.cli.screen import console
    from careerlattice.match.titles.release_coder import suggest_occupations
    from careerlattice.profile.confirming import TitleProposal
    from careerlattice.profile.files import load_profile

    me = load_profile(file)
    places = [i for i, w in enumerate(me.work) if not (w.confirmed or w.no_occupation) and w.title]
    if not places:
        console.print("Nothing to confirm.")
        return
    answers = suggest_occupations(open_release(release), [me.work[i].title for i in places])
    proposals = tuple(
        TitleProposal(i, me.work[i].title, me.work[i].months, suggestions, abstained)
        for i, (suggestions, abstained) in zip(places, answers, strict=True)
    )
    _confirm(me, proposals, file)
    console.print(f"\nWrote {file}.")


def _confirm(me: Profile, proposals: tuple[TitleProposal, ...], path: Path) -> Profile:
    """Ask about each proposal and write the profile after each answer."""
    from careerlattice.cli.screen import console
    from careerlattice.profile.confirming import confirm_work
    from careerlattice.profile.files import save_profile

    for proposal in proposals:
        _print_proposal(proposal)
        count = len(proposal.suggestions)
        if not count:
            continue
        while True:
            console.print(f"  1 to {count}, 0 for none of these, Enter to decide later: ", end="")
            try:
                said = input().strip()
            except EOFError:
                return me
            if not said:
                break
            if said.isdecimal() and int(said) <= count:
                chosen = proposal.suggestions[int(said) - 1] if int(said) else None
                code = chosen.onet_soc_code if chosen else None
                me = confirm_work(me, {proposal.work_index: code})
                if code is not None and me.work[proposal.work_index].months is None:
                    me = _with_months(me, proposal.work_index)
                save_profile(me, path)
                break
            console.print(f"  [yellow]{said[:20]!r} is not one of the choices.[/yellow]")
    return me


def _with_months(me: Profile, place: int) -> Profile:
    """Ask how long a job lasted, where the file did not tell; Enter leaves it open."""
    from dataclasses import replace

    from careerlattice.cli.screen import console
    from careerlattice.profile.reading import MOST_MONTHS

    while True:
        console.print("  How many months did you do it? Enter if you are not sure: ", end="")
        try:
            said = input().strip()
        except EOFError:
            return me
        if not said:
            return me
        if said.isdecimal() and 0 < int(said) <= MOST_MONTHS:
            work = list(me.work)
            work[place] = replace(work[place], months=float(said))
            return me.with_changes(work=tuple(work))
        console.print(f"  [yellow]{said[:20]!r} is not a number of months.[/yellow]")


def _print_proposal(proposal: TitleProposal) -> None:
    from rich.markup import escape

    from careerlattice.cli.screen import console
    from careerlattice.vocab.amounts import months

    length = f"  [dim]{months(proposal.months)}[/dim]" if proposal.months is not None else ""
    console.print(f"\n[bold]{escape(proposal.typed)}[/bold]{length}")
    for note in proposal.notes:
        console.print(f"  [dim]{escape(note)}[/dim]")
    if proposal.abstained:
        console.print("  [yellow]No occupation is sure; choose one.[/yellow]")
    for rank, found in enumerate(proposal.suggestions, start=1):
        console.print(
            f"  {rank}  {found.title}  [dim]{found.onet_soc_code}, {found.score:.0%}[/dim]"
        )


def _print_profile(catalog: Catalog, me: Profile, remarks: tuple[str, ...]) -> None:
    from rich.markup import escape

    from careerlattice.cli.screen import console, heading
    from careerlattice.vocab.amounts import months
    from careerlattice.vocab.interests import INTEREST_AREAS

    console.print(f"[bold]{escape(me.name or 'Profile')}[/bold]")
    if me.education:
        fields = ", ".join(f.title or str(f.cip_code) for f in me.education.fields)
        console.print(
            f"  Education: {me.education.level.label}{f' ({escape(fields)})' * bool(fields)}"
        )
    if me.place.asked:
        console.print(f"  Place: {escape(me.place.metro or me.place.state)}")
    if me.work:
        heading("Work")
        for work in me.work:
            known = catalog.occupation(work.onet_soc_code).title if work.onet_soc_code else "?"
            sure = "" if work.confirmed else " [yellow](to confirm)[/yellow]"
            length = months(work.months) if work.months is not None else "length not known"
            kind = "" if work.kind == "job" else f", {work.kind} at {work.rate:.0%}"
            console.print(
                f"  {escape(work.title or known)}: {known}{sure}  [dim]{length}{kind}[/dim]"
            )
    if me.interests:
        heading("Interests", f"{me.interests.method} form")
        shown = zip(INTEREST_AREAS, me.interests.scores, strict=True)
        console.print("  " + ", ".join(f"{area} {score:.0f}" for area, score in shown))
    for label, levels in (("skills", me.skills), ("knowledge areas", me.knowledge)):
        if levels:
            console.print(f"  Levels of {len(levels)} {label} {me.skills_basis}")
    for remark in remarks:
        console.print(f"[dim]- {escape(remark)}[/dim]")
