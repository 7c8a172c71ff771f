"""What a plan is, in a few words: the schooling and the jobs it leads over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from careerlattice.plan.answer import NoteKind, Plan, Step, StepKind, Task
from careerlattice.vocab.amounts import months, usd
from careerlattice.vocab.levels import EducationLevel
from careerlattice.vocab.states import find_state
from careerlattice.vocab.titles import singular_title
from careerlattice.wording.catalogue import capitalized, in_sentence, say
from careerlattice.wording.work_names import join


def way_parts(plan: Plan) -> tuple[str, ...]:
    """Schooling and jobs of a plan in order: `associate degree`, `registered nurse`."""
    return tuple(part for step in plan.steps if (part := _part(step)))


def _part(step: Step) -> str:
    if step.kind is StepKind.STUDY:
        return _study(step)
    if step.recognition:
        return step.recognition if step.task is Task.RECOGNITION_STUDY else ""
    if step.task is Task.PREREQUISITES:
        return say("prerequisite courses")
    if step.kind is StepKind.COURSE:
        return "" if step.is_in_job else say("short course")
    if step.kind is StepKind.PRACTICE:
        return step.practice
    if step.kind is StepKind.APPRENTICESHIP:
        return say("apprenticeship")
    if step.kind is StepKind.ARRIVE and step.occupation is not None:
        return singular_title(step.occupation.title)
    return ""


def _study(step: Step) -> str:
    if step.credential is None:
        return ""
    if step.credential is EducationLevel.HIGH_SCHOOL:
        return say("GED")
    earned = str(step.credential.label)
    if step.is_begun_at_college:
        earned = say("community college, then {credential}", credential=earned)
    return say("{credential} while you work", credential=earned) if step.is_beside_work else earned


def way_names(plans: Sequence[Plan]) -> tuple[str, ...]:
    """A name for each plan by what it is: `Through licensed practical nurse`.

    Plans that would be called alike are told apart by schooling, time and price, the first that
    does; where plans lead to different occupations, each name begins with its own.
    """
    names = [_name(plan) for plan in plans]
    if len({plan.route[-1].code for plan in plans}) > 1:
        names = [
            say("{goal}: {way}", goal=singular_title(plan.route[-1].title), way=name)
            for name, plan in zip(names, plans, strict=True)
        ]
    for tell in _TELLING_APART:
        twice = {name for name, times in Counter(names).items() if times > 1}
        if not twice:
            break
        told = [
            _with(name, tell(plan)) if name in twice else name
            for name, plan in zip(names, plans, strict=True)
        ]
        if len(set(told)) > len(set(names)):
            names = told
    return tuple(capitalized(name) for name in names)


def _with(name: str, more: str) -> str:
    return say("{name}, {more}", name=name, more=more) if more and more not in name else name


def _name(plan: Plan) -> str:
    over = _over(plan)
    if over:
        return say("through {jobs}", jobs=join(over, say("and")))
    earned = _earned(plan)
    if not earned:
        return _without_school(plan)
    return earned if _is_apprenticeship(plan) else say("{schooling} first", schooling=earned)


def _over(plan: Plan) -> list[str]:
    """The jobs between, as one worker of each."""
    arrivals = [step for step in plan.steps if step.kind is StepKind.ARRIVE]
    return [singular_title(step.occupation.title) for step in arrivals[:-1] if step.occupation]


def _earned(plan: Plan) -> str:
    """What is earned on the way: `associate degree and apprenticeship`; empty without schooling."""
    earned = [_study(step) for step in plan.steps if step.kind is StepKind.STUDY]
    # What is taken once hired is not earned on the way.
    kinds = {step.kind for step in plan.steps if not step.recognition and not step.is_in_job}
    if StepKind.APPRENTICESHIP in kinds:
        earned.append(say("apprenticeship"))
    if not earned and StepKind.COURSE in kinds:
        earned.append(say("paid training") if _is_paid_to_learn(plan) else say("short course"))
    return join(earned, say("and"))


def _course(plan: Plan) -> str:
    """The short courses taken before work begins, by name."""
    courses = [step.course for step in plan.steps if step.task is Task.COURSE]
    return join([in_sentence(course) for course in courses if course], say("and"))


def _is_paid_to_learn(plan: Plan) -> bool:
    """Whether the employer hires first and pays while it trains."""
    courses = [step for step in plan.steps if step.task is Task.COURSE and not step.is_in_job]
    return any(step.pay_usd is not None and not step.is_beside_work for step in courses)


def _program(plan: Plan) -> str:
    """The programs studied that have a name of their own."""
    notes = [note for step in plan.steps if step.kind is StepKind.STUDY for note in step.notes]
    named = [note.details["program"] for note in notes if note.kind is NoteKind.OWN_PROGRAM]
    return join([in_sentence(name) for name in named], say("and"))


def _is_apprenticeship(plan: Plan) -> bool:
    kinds = {step.kind for step in plan.steps}
    return StepKind.APPRENTICESHIP in kinds and StepKind.STUDY not in kinds


def _without_school(plan: Plan) -> str:
    brought = _brought(plan)
    if brought:
        return brought
    tasks = {step.task for step in plan.steps}
    if Task.SEEK_PROMOTION in tasks:
        return say("promotion from your job")
    if Task.PRACTICE in tasks:
        return next(step.practice for step in plan.steps if step.task is Task.PRACTICE)
    if Task.LEARN_TRADE in tasks:
        return say("learn the trade on the job")
    if Task.KEEP_WORKING in tasks:
        return say("more experience first")
    return say("straight into the job")


def _brought(plan: Plan) -> str:
    """The license of another state, or the training from abroad, that the plan rests on."""
    practices = [step.practice for step in plan.steps if step.practice]
    if any(step.recognition for step in plan.steps):
        if practices:
            return say("training from abroad recognized, then {practice}", practice=practices[0])
        return say("training from abroad recognized")
    held_in = next((step.license_held_in for step in plan.steps if step.license_held_in), "")
    state = find_state(held_in)
    return say("with your license from {state}", state=state.name) if state is not None else ""


_TELLING_APART: tuple[Callable[[Plan], str], ...] = (
    _earned,
    _course,
    _program,
    lambda plan: say("usually {time}", time=months(plan.months_usual)),
    lambda plan: say("{cost} in all", cost=usd(plan.cost_usd)),
)
