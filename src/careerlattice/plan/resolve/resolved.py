"""A request with everything it names looked up."""

from __future__ import annotations

from dataclasses import dataclass, replace

from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import NotFound
from careerlattice.plan.answer import Notice, NoticeKind, StartLabel
from careerlattice.plan.facts.area import AreaFacts
from careerlattice.plan.facts.occupations import OccupationFacts
from careerlattice.plan.facts.study_costs import StudyTable
from careerlattice.plan.request import PlanRequest
from careerlattice.plan.resolve.brought import Brought, brings
from careerlattice.plan.resolve.goal import GoalSet, resolve_goal, without_start
from careerlattice.plan.resolve.on_the_way import allowed_rows
from careerlattice.plan.resolve.proposals import worth_proposing
from careerlattice.plan.resolve.recognition import Recognition, recognize
from careerlattice.plan.resolve.start import Person, resolve_person


@dataclass(frozen=True)
class ResolvedRequest:
    """The request, the facts of its place and sector, the person, the goals, and notices so far.

    `brought` is what the person brings to every entry condition, `recognition` how their training
    from abroad comes to count, none without any.
    """

    request: PlanRequest
    catalog: Catalog
    facts: OccupationFacts
    area: AreaFacts
    study: StudyTable
    person: Person
    brought: Brought
    recognition: Recognition | None
    goals: GoalSet
    notices: tuple[Notice, ...]

    @property
    def start_label(self) -> StartLabel:
        """What the start is called by."""
        person = self.person
        held = person.occupation
        last = ""
        if held is None and person.at_home:
            row, _ = person.at_home[0]
            last = self.catalog.occupation(self.catalog.codes[row]).title
        return StartLabel(held.title if held else "", person.level, person.served, last)


def _is_level_told(request: PlanRequest) -> bool:
    """Whether the schooling is known from what a person says, not from what such workers have."""
    start = request.start
    return bool(start.education or start.licenses or start.trained_abroad or start.field is None)


def resolve_request(
    catalog: Catalog,
    facts: OccupationFacts,
    area: AreaFacts,
    study: StudyTable,
    request: PlanRequest,
) -> ResolvedRequest:
    """Look up what a request names; goals left empty leave nothing to plan.

    Raises `NotFound` for an occupation, pathway, cluster or field that is not known.
    """
    person = resolve_person(catalog, facts, area, request.start, _goal_row(catalog, request))
    brought = brings(facts, area, person, is_level_told=_is_level_told(request))
    recognition = recognize(catalog, facts, area, person, brought)
    if recognition is not None:
        brought = replace(brought, field=brought.field & ~recognition.refused)
    allowed = allowed_rows(catalog, request.limits)
    licenses = [held.title for held in request.start.licenses]
    goals = resolve_goal(catalog, facts, area, request.goal, allowed, licenses)
    notices = [*person.notices, *goals.notices]
    if not goals.is_goal.any():
        notices.append(Notice(NoticeKind.GOAL_EMPTY, {"goal": goals.label}, "goal"))
    elif person.row >= 0 and goals.fits[person.row] and not _moves(request, person):
        assert person.occupation is not None
        details = {
            "occupation": person.occupation.title,
            "is_licensed": bool(area.is_licensed[person.row]),
            "is_outcome": request.goal.is_outcome,
            "licenses": tuple(licenses),
            "area": area.area.name,
        }
        if _earns_enough(request):
            notices.append(Notice(NoticeKind.ALREADY_THERE, details, "goal"))
        goals = without_start(goals, request.goal, person.row)
    if request.goal.is_outcome:
        goals = worth_proposing(
            catalog, facts, goals, person, brought, request=request, study=study
        )
    return ResolvedRequest(
        request=request,
        catalog=catalog,
        facts=facts,
        area=area,
        study=study,
        person=person,
        brought=brought,
        recognition=recognition,
        goals=goals,
        notices=tuple(one for at, one in enumerate(notices) if one not in notices[:at]),
    )


def _earns_enough(request: PlanRequest) -> bool:
    """Whether they do not say that they earn less than they want, whatever others there earn."""
    pay, wanted = request.start.pay_usd, request.goal.min_pay_usd
    return pay is None or wanted is None or pay >= wanted


def _moves(request: PlanRequest, person: Person) -> bool:
    """Whether the person means to take up the job held in another state than they may now."""
    return request.goal.occupation is not None and person.moves_state


def _goal_row(catalog: Catalog, request: PlanRequest) -> int:
    """The place of the occupation aimed at; -1 where none is named or its name is not known."""
    if request.goal.occupation is None or not request.start.licenses:
        return -1
    try:
        return catalog.row_of[catalog.resolve(request.goal.occupation).occupation.code]
    except NotFound:
        return -1
