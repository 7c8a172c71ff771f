"""Planning a way: plan, explain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careerlattice.cli.errors import answers_failures
from careerlattice.cli.option_sets import Release
from careerlattice.cli.plan_options import PlanOptions, takes_plan_options

if TYPE_CHECKING:
    from careerlattice.plan.answer import PlanAnswer

AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
Trace = Annotated[
    bool,
    typer.Option(
        "--trace", help="Say of every route found whether it is shown, and why not if it is not."
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the app."""
    panel = "Plan a way"
    app.command(rich_help_panel=panel)(plan)
    app.command(rich_help_panel=panel)(explain)


@answers_failures()
@takes_plan_options
def plan(
    options: PlanOptions,
    show: Annotated[
        str | None,
        typer.Option("--show", metavar="PLAN", help="The plan to tell in full: plan-2, fastest …"),
    ] = None,
    as_json: AsJson = False,
    trace: Trace = False,
    release: Release = None,
) -> None:
    """Plan ways from where you are to where you want to be.

    Shows several ways side by side, then one as a timeline with what each step asks, takes and
    pays.

    Example: careerlattice plan --from "nursing assistant" --to "registered nurse" --state OH
    """
    answer = _answer(options, release, trace=trace)
    if as_json:
        from careerlattice.cli.screen import print_json
        from careerlattice.wording import answer_to_json

        print_json(answer_to_json(answer))
    else:
        from careerlattice.cli.plan_screen import print_answer

        print_answer(answer, show)
    if not answer.plans and not _is_there(answer):
        raise typer.Exit(1)


@answers_failures()
@takes_plan_options
def explain(
    options: PlanOptions,
    which: Annotated[
        str,
        typer.Argument(metavar="PLAN", help="The plan: plan-2, fastest, 'lowest cost' …"),
    ],
    as_json: AsJson = False,
    trace: Trace = False,
    release: Release = None,
) -> None:
    """One plan in full: every need, school, license, figure and its source, year by year.

    Give the options that you gave to 'careerlattice plan'.

    Example: careerlattice explain fastest --from "nursing assistant" --to "registered nurse"
    --state OH
    """
    answer = _answer(options, release, trace=trace)
    if not answer.plans:
        from careerlattice.cli.plan_screen import print_answer

        print_answer(answer, None)
        raise typer.Exit(1)
    chosen = answer.get_plan(which)
    if as_json:
        from careerlattice.cli.screen import print_json
        from careerlattice.wording.plan_json import plan_to_json, trace_to_json

        trace_of = {} if answer.trace is None else {"trace": trace_to_json(answer.trace)}
        print_json({**plan_to_json(chosen), **trace_of})
        return
    from careerlattice.cli.plan_screen import print_explained

    print_explained(answer, chosen)


def _is_there(answer: PlanAnswer) -> bool:
    from careerlattice.plan.answer import NoticeKind

    return any(notice.kind is NoticeKind.ALREADY_THERE for notice in answer.notices)


def _answer(options: PlanOptions, release: str | None, *, trace: bool) -> PlanAnswer:
    from careerlattice.cli.screen import errors
    from careerlattice.plan.planner import open_planner

    request = options.request()
    for remark in options.remarks(request):
        errors.print(f"Note: {remark}", soft_wrap=True, markup=False)
    return open_planner(release).plan(request, trace=trace)
