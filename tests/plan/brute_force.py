"""Every way through a small network of states, one by one, and those no other way beats.

The rules of the states are written here a second time, for one move at a time in plain Python,
from `docs/methods/plans.md`; nothing of `states.py` or the router is used.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

BUCKETS = (0.0, 6.0, 12.0, 24.0, 48.0)
EARNED_FOR = {4: 5, 12: 11}
Costs = tuple[int, int, int, int]


@dataclass(frozen=True)
class State:
    """Where a person stands: occupation, levels held, experience carried in whole buckets."""

    job: int
    level: int
    in_goal: int
    own_field: int
    is_chosen: bool
    earned: int
    carried: float


def front(problem: Any) -> set[tuple[Costs, int]]:
    """Costs and job changes of all ways within the limits that no other way beats."""
    limits, person = problem.limits, problem.person
    own = 0
    if person.row >= 0:
        own = min(int(person.level), int(problem.facts.typical[person.row]))
    start = State(person.row, int(person.level), problem.start_in_goal_field, own, False, 0, 0.0)
    found: set[tuple[Costs, int]] = set()
    seen: set[tuple[State, Costs, int]] = set()
    stack = [(start, (0, 0, 0, 0), 0)]
    while stack:
        state, paid, hops = stack.pop()
        if hops and _is_goal(problem, state.job):
            found.add((paid, hops))
            continue
        if hops == limits.max_job_changes:
            continue
        for after, price in moves(problem, state, is_start=hops == 0):
            total = tuple(a + b for a, b in zip(paid, price, strict=True))
            if limits.max_months is not None and total[0] > limits.max_months:
                continue
            if limits.budget_usd is not None and total[1] > limits.budget_usd:
                continue
            label = (after, total, hops + 1)
            if label not in seen:
                seen.add(label)  # type: ignore[arg-type]
                stack.append(label)  # type: ignore[arg-type]
    return {one for one in found if not any(_beats(other, one) for other in found)}


def _beats(other: tuple[Costs, int], one: tuple[Costs, int]) -> bool:
    pairs = [*zip(other[0], one[0], strict=True), (other[1], one[1])]
    return all(a <= b for a, b in pairs) and other != one


def _is_goal(problem: Any, row: int) -> bool:
    return bool(problem.is_goal[row] and problem.is_allowed[row])


def moves(problem: Any, at: State, *, is_start: bool) -> Iterator[tuple[State, Costs]]:
    """All ways to take a next job, each with the state it leads to and its price in units."""
    facts, limits = problem.facts, problem.limits
    if is_start:
        targets = [b for b in range(len(problem.is_goal)) if problem.is_start_target[b]]
    else:
        targets = list(facts.move_to[facts.move_start[at.job] : facts.move_start[at.job + 1]])
    for b in targets:
        b = int(b)
        if b == at.job or not (problem.is_allowed[b] or b == problem.person.row):
            continue
        reached = _is_goal(problem, b)
        if at.job >= 0 and facts.falls[at.job, b] and not (reached and is_start):
            continue
        floor = limits.min_pay_usd or 0
        if floor and not reached and not problem.area.pay50[b] >= floor:
            continue
        yield from _options(problem, at, b, is_start=is_start, reached=reached)


def _options(
    problem: Any, at: State, b: int, *, is_start: bool, reached: bool
) -> Iterator[tuple[State, Costs]]:
    facts, area, limits = problem.facts, problem.area, problem.limits
    floor = limits.min_pay_usd or 0
    has_job = at.job >= 0
    near = float(facts.nearness[at.job, b]) if has_job else 0.0
    near = near if near >= 0.15 else 0.0
    have = float(problem.person.credit[b]) if is_start else near * at.carried
    missing = float(facts.experience[b]) - have
    stay = 0 if is_start else 12
    lacks, worked = False, float(stay)
    if missing > 1e-9:
        if near > 0 and missing / near <= 120:
            worked = max(worked, math.ceil(missing / near - 1e-9))
        else:
            lacks = True
    jobs = [at.job] if has_job else []
    if is_start:
        jobs += [row for row, _ in problem.person.jobs]
    was_resident = any(facts.residency_months[row] for row in jobs)
    is_served = was_resident and have >= facts.residency_months[b]
    residency = 36 if facts.residency_months[b] and not is_served else 0
    if residency and floor > 70_655:
        return
    in_field = at.in_goal if reached else 0
    line = 0
    if has_job:
        if facts.same_program[at.job, b] or (at.is_chosen and facts.common_program[at.job, b]):
            in_field = max(in_field, at.own_field)
        if facts.opens_below[at.job, b] and at.own_field > facts.accepted[b]:
            in_field = max(in_field, at.own_field)
        if facts.same_line[at.job, b]:
            line = max(line, at.own_field)
    for row, _ in problem.person.jobs if is_start else ():
        held = min(int(problem.person.level), int(facts.typical[row]))
        if facts.opens_below[row, b] and held > facts.accepted[b]:
            in_field = max(in_field, held)
    if problem.start_field[b]:
        in_field = max(in_field, int(problem.person.level))
    line = max(line, in_field)
    counted = max(in_field, min(at.level, 2)) if facts.is_specific[b] else at.level
    here = float(area.pay50[at.job]) if has_job else 0.0
    if has_job and math.isnan(here):
        here = problem.person.stay_pay
    wait = 2 if area.is_licensed[b] else 0
    scarce = float(facts.scarcity[b])
    base = float(facts.difficulty[at.job, b]) if has_job else 1.0 + scarce
    eased = min(base - scarce, 1.0) + scarce
    goal_pay = problem.goal_pay

    def short(pay: float, months: float) -> float:
        return max(0.0, goal_pay - pay) * months / 12

    def arrived(
        months: float, usd: float, lost: float, hard: float, arrive: int, aim: int,
        work: float, served: float, waiting: float,
    ) -> tuple[State, Costs]:  # fmt: skip
        lost += short(waiting, wait) + short(70_655, residency)
        hard -= math.log(max(float(facts.share_open[b, arrive]), 0.02))
        price = tuple(
            math.ceil(x / unit - 1e-9)
            for x, unit in (
                (months + wait + residency, 1), (usd, 1), (lost, 1000), (hard, 0.1),
            )
        )  # fmt: skip
        gained = have + near * work + served
        chosen = aim >= 3
        own = aim if chosen else max(in_field, 3) if served else in_field
        after = State(
            b,
            max(at.level, arrive) if aim or served else at.level,
            max(at.in_goal, arrive) if problem.goal_program[b] and aim else at.in_goal,
            own, chosen, max(at.earned, aim), max(x for x in BUCKETS if x <= gained + 1e-9),
        )  # fmt: skip
        return after, price  # type: ignore[return-value]

    if not lacks and counted >= facts.accepted[b]:
        search = 0 if has_job else 2
        yield arrived(
            worked + search, 0, short(here, worked) + short(0, search), base, counted, 0, worked, 0,
            here,
        )  # fmt: skip
    most = 12 if limits.max_credential is None else int(limits.max_credential)
    accepted = EARNED_FOR.get(int(facts.accepted[b]), int(facts.accepted[b]))
    typical = EARNED_FOR.get(int(facts.typical[b]), int(facts.typical[b]))
    for aim in dict.fromkeys((accepted, typical)):
        fresh = aim >= 3 and bool(facts.hires_graduates[b])
        if aim <= max(counted, at.earned) or aim < 2 or aim > most or (lacks and not fresh):
            continue
        credited = line if line < aim else in_field
        cell = (facts.field[b], at.level, credited, aim)
        full = float(problem.study.months[cell])
        if full <= 0:
            continue
        usd = float(problem.study.usd[cell])
        hard = eased + 0.25 * float(problem.study.years[cell])
        before = stay if fresh else worked
        if limits.study in ("any", "full") and not floor:
            lost = short(here, before) + short(0, full + 2)
            yield arrived(before + full + 2, usd, lost, hard, aim, aim, before, 0, 0)
        beside_work = has_job and not problem.study.is_full_time_only[facts.field[b], aim]
        if limits.study in ("any", "part") and beside_work:
            work = max(before, 2 * full)
            yield arrived(work, usd, short(here, work), hard, aim, aim, work, 0, here)
    term = float(facts.apprentice_months[b])
    wage = 0.65 * float(area.pay50[b])
    wanted = counted < facts.accepted[b] or lacks or worked > 12 or reached
    if limits.study != "none" and term and at.level >= 2 and wanted and wage >= floor:
        search = 0 if has_job else 2
        lost = short(0, search) + short(here, stay) + short(wage, term)
        hard = eased + 0.25 * 0.5 * term / 12
        yield arrived(search + stay + term, 0, lost, hard, max(counted, 3), 0, stay, term, wage)
