"""`careerlattice assess`: interests and skills, asked on the terminal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careerlattice.cli.commands import App
from careerlattice.cli.errors import answers_failures
from careerlattice.cli.option_sets import Release

if TYPE_CHECKING:
    from careerlattice.assess.scoring import InterestResult
    from careerlattice.assess.session import InterestSession
    from careerlattice.assess.skills_check import SkillQuestion
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.cli.terminal import Terminal
    from careerlattice.profile.model import Profile

DEFAULT_ANSWERS = Path("interest-answers.json")
DEFAULT_PROFILE = Path("me.json")

assess_app = App(help="Find out what you like and what you can do. Answers stay on this machine.")

ProfileFile = Annotated[
    Path | None, typer.Option("--profile", "-p", help="Profile to write the result into.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    app.add_typer(assess_app, name="assess", rich_help_panel="Your profile")


@assess_app.command()
@answers_failures()
def interests(
    *,
    form: Annotated[
        str,
        typer.Option(
            "--form", help="adaptive (12 to 30 questions), short (30) or full (60, most reliable)."
        ),
    ] = "adaptive",
    out: Annotated[
        Path, typer.Option("--out", "-o", help="File that keeps the answers.")
    ] = DEFAULT_ANSWERS,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with the answers in the file.")
    ] = False,
    profile: ProfileFile = None,
    as_json: AsJson = False,
    release: Release = None,
) -> None:
    """Six interest scores from 12 to 60 short questions.

    Each answer is kept at once; stop with Ctrl-C and go on later with --resume.
    """
    from careerlattice.assess.session import InterestSession
    from careerlattice.cli.screen import console, errors
    from careerlattice.profile.files import load_profile, save_profile
    from careerlattice.profile.model import Profile

    me = load_profile(profile) if profile is not None and profile.exists() else Profile()
    session = _begin(form, out, resume)
    if not session.is_finished:
        screen = errors if as_json else console
        try:
            session = _ask_interests(session, out, screen)
        except (KeyboardInterrupt, EOFError):
            kept = InterestSession.load(out).answered if out.exists() else 0
            answers = "1 answer is" if kept == 1 else f"{kept} answers are"
            screen.print(
                f"\nStopped. {answers} kept in {out}. Go on with: "
                f"careerlattice assess interests --resume --out {out}",
                soft_wrap=True,
            )
            raise typer.Exit(130) from None
    result = session.result()
    if profile is not None:
        save_profile(replace(me, interests=result.interests), profile)
    if as_json:
        from careerlattice.cli.screen import print_json

        print_json(result.to_dict())
        return
    _print_interests(result, release)
    if profile is not None:
        console.print(f"\nWritten into {profile}. Next: careerlattice match --profile {profile}")
    else:
        scores = ",".join(f"{area.score:g}" for area in result.areas)
        console.print(f"\nNext: careerlattice match --interests {scores}", soft_wrap=True)


def _begin(form: str, out: Path, resume: bool) -> InterestSession:
    from careerlattice.assess.forms import FORMS
    from careerlattice.assess.session import InterestSession
    from careerlattice.errors import BadRequest

    if form not in FORMS:
        raise BadRequest(f"There is no form {form[:20]!r}. Choose one of: {', '.join(FORMS)}.")
    if resume:
        if not out.exists():
            raise BadRequest(f"{out} does not exist, so there is nothing to go on with.")
        return InterestSession.load(out)
    if out.exists():
        raise BadRequest(
            f"{out} already holds answers. Go on with --resume, or name another file with --out."
        )
    session = InterestSession(form)
    session.save(out)
    return session


def _ask_interests(session: InterestSession, out: Path, screen: Terminal) -> InterestSession:
    from careerlattice.assess.forms import ANSWERS, QUESTION
    from careerlattice.cli.screen import bar

    keys = "   ".join(f"[bold]{n}[/bold] {label}" for n, label in enumerate(ANSWERS))
    screen.print(f"[bold]{QUESTION}[/bold]  Forget pay and schooling; just the activity itself.")
    screen.print(f"{keys}   [dim]b back, q stop and keep[/dim]\n")
    while (item := session.next_item) is not None:
        done, most = session.answered, session.most_items
        limit = f"at most {most}" if session.form == "adaptive" else str(most)
        screen.print(
            f"[dim]Question {done + 1} of {limit}[/dim]  [cyan]{bar(done / most, 16):<16}[/cyan]"
        )
        screen.print(f"  {item.text}")
        said = _input(screen, "  0 to 4: ").strip().lower()
        if said == "q":
            raise KeyboardInterrupt
        if said == "b":
            session = session.without_last()
        elif said in ("0", "1", "2", "3", "4"):
            session = session.with_answer(item.item_id, int(said))
        else:
            screen.print(
                f"  [yellow]{said[:20]!r} is not an answer. Type a number from 0 to 4.[/yellow]"
            )
            continue
        session.save(out)
    return session


def _input(screen: Terminal, prompt: str) -> str:
    screen.print(prompt, end="")
    return input()


def _print_interests(result: InterestResult, release: str | None) -> None:
    from rich.table import Table

    from careerlattice.assess.norms import ORIGIN, compare_with_norms
    from careerlattice.catalog.catalog import open_release
    from careerlattice.cli.screen import bar, console, heading, remark
    from careerlattice.content.words import element_words
    from careerlattice.match.interests import rank_by_interests

    catalog = open_release(release)
    heading("Your interests", f"{result.answered} answers, {result.form} form")
    below = compare_with_norms(catalog, result.interests)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("Area", "Score", "", "Above", "What it is"):
        table.add_column(name, justify="right" if name in ("Score", "Above") else "left")
    for letter, area in zip("abcdef", result.areas, strict=True):
        words = element_words(f"1.B.1.{letter}")
        table.add_row(
            area.area.capitalize(),
            f"{area.score:.0f} ± {area.error:.0f}",
            f"[cyan]{bar(area.score / 40, 16)}[/cyan]",
            f"{below[area.area]}%",
            f"[dim]{words.explanation if words else ''}[/dim]",
        )
    console.print(table)
    remark("Scores run from 0 to 40; ± is the standard error.")
    remark(f"Above: share of workers with a lower score, {ORIGIN}.")
    remark(
        f"Reliability of the profile: {result.profile_reliability:.2f} (stated, not yet measured)."
    )
    for warning in result.warnings:
        console.print(f"[yellow]{warning}[/yellow]")
    if result.is_usable:
        heading("Nearest occupations by interests alone")
        for match in rank_by_interests(catalog, result.interests, limit=8):
            places = f"place {match.place_low} to {match.place_high}"
            console.print(f"  {match.title}  [dim]{match.onet_soc_code}, {places}[/dim]")
        remark("The range of places holds in four of five repetitions of the test.")


@assess_app.command()
@answers_failures()
def skills(
    *,
    profile: Annotated[
        Path, typer.Option("--profile", "-p", help="Profile to read and write.")
    ] = DEFAULT_PROFILE,
    knowledge: Annotated[
        bool, typer.Option("--knowledge", help="Rate the 33 knowledge areas instead.")
    ] = False,
    from_work: Annotated[
        bool, typer.Option("--from-work", help="Take the levels from your work; ask nothing.")
    ] = False,
    only_missing: Annotated[
        bool, typer.Option("--only-missing", help="Ask only what has no level yet.")
    ] = False,
    as_json: AsJson = False,
    release: Release = None,
) -> None:
    """Levels of 35 skills: rate them yourself, or take those usual in your work.

    Each answer is written into the profile at once.
    """
    from careerlattice.assess.skills_check import skill_questions, with_levels_from_work
    from careerlattice.catalog.catalog import open_release
    from careerlattice.cli.screen import console, errors
    from careerlattice.profile.files import load_profile, save_profile
    from careerlattice.profile.model import Profile

    catalog = open_release(release)
    me = load_profile(profile) if profile.exists() else Profile()
    domain = "knowledge" if knowledge else "skill"
    if from_work:
        me = with_levels_from_work(catalog, me)
        save_profile(me, profile)
    else:
        held = me.knowledge if knowledge else me.skills
        questions = skill_questions(catalog, me, domain)
        if only_missing:
            questions = [q for q in questions if q.element_id not in held]
        screen = errors if as_json else console
        try:
            me = _ask_skills(catalog, me, questions, profile, screen)
        except (KeyboardInterrupt, EOFError):
            screen.print(
                f"\nStopped. What you answered is in {profile}. Go on with: "
                f"careerlattice assess skills --only-missing --profile {profile}",
                soft_wrap=True,
            )
            raise typer.Exit(130) from None
    _print_skills(catalog, me, domain, as_json, profile)


def _ask_skills(
    catalog: Catalog, me: Profile, questions: list[SkillQuestion], path: Path, screen: Terminal
) -> Profile:
    from careerlattice.assess.skills_check import with_ratings
    from careerlattice.profile.files import save_profile

    screen.print(
        "Give a level from 0 (none) to 7 (as good as it gets). "
        "[dim]Enter takes the suggestion or skips; q stops and keeps.[/dim]\n"
    )
    at = 0
    while at < len(questions):
        asked = questions[at]
        screen.print(f"[dim]{at + 1} of {len(questions)}[/dim]  [bold]{asked.name}[/bold]")
        screen.print(f"  {asked.question}")
        for level, example in asked.anchors:
            screen.print(f"    [cyan]{level:>3g}[/cyan]  {example}")
        held = (me.knowledge if asked.domain == "knowledge" else me.skills).get(asked.element_id)
        start = held if held is not None else asked.suggested
        said = (
            _input(screen, f"  Level{'' if start is None else f' [{start:g}]'}: ").strip().lower()
        )
        if said == "q":
            raise KeyboardInterrupt
        if not said:
            if start is not None:
                me = with_ratings(catalog, me, {asked.element_id: start}, asked.domain)
                save_profile(me, path)
            at += 1
            continue
        try:
            level = float(said)
        except ValueError:
            level = -1.0
        if not 0 <= level <= 7:
            screen.print(
                f"  [yellow]{said[:20]!r} is not a level. Type a number from 0 to 7.[/yellow]"
            )
            continue
        me = with_ratings(catalog, me, {asked.element_id: level}, asked.domain)
        save_profile(me, path)
        at += 1
    return me


def _print_skills(catalog: Catalog, me: Profile, domain: str, as_json: bool, path: Path) -> None:
    from careerlattice.assess.skills_check import skill_questions
    from careerlattice.cli.screen import bar, console, heading, print_json

    levels = me.knowledge if domain == "knowledge" else me.skills
    if as_json:
        print_json({"basis": me.skills_basis, domain: dict(sorted(levels.items()))})
        return
    heading("Your levels", me.skills_basis)
    names = {q.element_id: q.name for q in skill_questions(catalog, None, domain)}
    for element, level in sorted(levels.items(), key=lambda kv: (-kv[1], kv[0])):
        console.print(f"  {level:>4.1f}  [cyan]{bar(level / 7, 14):<14}[/cyan]  {names[element]}")
    console.print(f"\nWritten into {path}. Next: careerlattice match --profile {path}")
