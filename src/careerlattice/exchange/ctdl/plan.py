"""A person's plan as a CTDL pathway."""

from __future__ import annotations

from typing import Any

from careerlattice.catalog.catalog import Catalog
from careerlattice.exchange.ctdl.conditions import credential_type
from careerlattice.exchange.ctdl.graph import COURSE, LICENSE, WORK, Graph, Node, condition, follow
from careerlattice.plan.answer import Plan, PlanAnswer, Step, StepKind
from careerlattice.vocab.amounts import usd
from careerlattice.wording import goal_title, names_text, start_title, step_title
from careerlattice.wording.catalogue import capitalized
from careerlattice.wording.spans import months_told

# Looking for a job, and taking it, are no components: the job itself is one.
_LEFT_OUT = (StepKind.SEARCH, StepKind.ARRIVE)


def to_ctdl_plan(
    catalog: Catalog, answer: PlanAnswer, plan: Plan, owner: str = ""
) -> dict[str, Any]:
    """The plan as a JSON-LD document with one `ceterms:Pathway`.

    Its destination is the goal; every job on the way is a component with one condition: all that
    the plan does before it. Study, courses, licenses and work are components in their order. It
    names occupations and what is learned, nothing of the person. `owner` names who publishes it.
    """
    start, goal = start_title(answer.start), goal_title(answer.goal)
    months = months_told(round(plan.months_usual))
    about = (
        f"{capitalized(start)} to {goal} in {answer.area}: usually {months}, about "
        f"{usd(plan.cost_usd)} for tuition ({names_text(plan.names)})."
    )
    key = f"plan {answer.release} {answer.request!r} {plan.id}"
    graph = Graph(key, capitalized(f"{start} to {goal}"), about, owner)
    made: Node | None = None
    if answer.request.start.job is not None and plan.route:
        made = graph.job(plan.route[0], catalog.get_description(plan.route[0].code), "start")
    before: list[Node] = []
    last = made
    for place, step in enumerate(plan.steps):
        if step.kind is StepKind.ARRIVE:
            last = made = _arrival(catalog, graph, step, before, last, place)
            before = []
        elif step.kind not in _LEFT_OUT:
            node = _component(graph, step, place)
            if last is not None:
                follow(last, node)
            before.append(node)
            last = node
    assert made is not None, "a plan arrives somewhere"
    return graph.finish(made)


def _arrival(
    catalog: Catalog,
    graph: Graph,
    step: Step,
    before: list[Node],
    last: Node | None,
    place: int,
) -> Node:
    """The job taken, which asks all that was done before it."""
    one = step.occupation
    assert one is not None, "who arrives, arrives in an occupation"
    made = graph.job(one, catalog.get_description(one.code), f"job {place} {one.code}")
    if before:
        made["ceterms:hasCondition"] = [
            condition(
                f"All of this comes before {one.title}.",
                name="What comes before",
                targets=before,
                number=len(before),
            )
        ]
    if last is not None:
        follow(last, made)
    return made


def _component(graph: Graph, step: Step, place: int) -> Node:
    name = step_title(step)
    about = _about(step)
    key = f"{place} {name}"
    if step.kind is StepKind.COURSE:
        return graph.component(COURSE, key, name, about)
    if step.kind in (StepKind.STUDY, StepKind.LICENSE):
        made = graph.component("ceterms:CredentialComponent", key, name, about)
        is_license = step.kind is StepKind.LICENSE
        made["ceterms:credentialType"] = LICENSE if is_license else credential_type(step.credential)
        return made
    return graph.component(WORK, key, name, about)


def _about(step: Step) -> str:
    """When, how long and at what price, in a sentence or two."""
    told = [f"{step_title(step)}."]
    if step.months:
        told.append(f"It usually takes {months_told(round(step.months_usual))}.")
    if step.cost_usd:
        told.append(f"It costs about {usd(step.cost_usd)}.")
    if step.programs:
        told.append(f"Programs: {'; '.join(step.programs[:5])}.")
    return " ".join(told)
