"""Laying out the states and arcs of one request, compiled.

A state is (occupation, highest education level, highest credential in the goal's field, bucket of
experience carried). An arc leaves a job and takes another, with whatever has to be worked, studied
or licensed between. States are found breadth first by job changes; a state from which no goal can
be reached within the job changes left is never made.
"""

from __future__ import annotations

import numpy as np
from numba import njit

LEVELS = 13
BUCKETS = 5
BUCKET_MONTHS = np.array([0.0, 6.0, 12.0, 24.0, 48.0])
MODE_NONE, MODE_FULL, MODE_PART, MODE_APPRENTICE = 0, 1, 2, 3
UNITS = (1.0, 250.0, 1000.0, 0.1)
"""What one unit of each criterion is: months, dollars, dollars forgone, difficulty."""

NO_SPARE = 1e-9
LONGEST_WORK = 120.0


@njit(cache=True, nogil=True)
def hops_to_goal(move_start, move_to, is_goal, is_allowed):
    """Fewest job changes from every occupation to a goal, over allowed occupations; 99 if none."""
    n = is_goal.shape[0]
    hops = np.full(n, 99, dtype=np.int64)
    for a in range(n):
        if is_goal[a]:
            hops[a] = 0
    for step in range(1, 8):
        for a in range(n):
            if hops[a] == 99 and is_allowed[a]:
                for k in range(move_start[a], move_start[a + 1]):
                    if hops[move_to[k]] == step - 1:
                        hops[a] = step
                        break
    return hops


@njit(cache=True, nogil=True)
def _bucket(months):
    best = 0
    for k in range(BUCKETS):
        if months >= BUCKET_MONTHS[k] - NO_SPARE:
            best = k
    return best


@njit(cache=True, nogil=True)
def lay_out(
    move_start, move_to, accepted, typical, experience, share_open, is_specific, shares_programs,
    apprentice_months, residency_months, nearness, difficulty, falls, pay50, is_licensed,
    study_months, study_usd, study_years, earned_for,
    is_goal, is_allowed, is_start_target, hops_left, goal_line, start_field,
    start_row, start_level, start_in_goal_field, credit, stay_pay, goal_pay,
    max_hops, max_credential, may_full, may_part, may_apprentice, pay_floor,
    min_nearness, stay_months, search_months, license_months, apprentice_share, residency_pay,
    study_difficulty, most_arcs,
):  # fmt: skip
    """States and arcs of a request.

    Returns the number of states, each state's occupation, level, credential in the goal's field and
    bucket, and the arcs: tail, head, costs (m, 4) in units, and facts (m, 9): occupation entered,
    level aimed at (0 without study), mode, months worked first, months studied, months of search,
    months for a license, level held on arrival, months of residency. Earnings forgone are counted
    against `goal_pay`: what is earned on the way falls short of it. State 0 is the start. Also whether arcs were cut.
    """
    n = is_goal.shape[0]
    width = LEVELS * LEVELS * BUCKETS
    node_of = np.full(n * width, -1, dtype=np.int32)
    goal_node = np.full(n, -1, dtype=np.int32)
    room = 4096
    occupation = np.empty(room, dtype=np.int64)
    level = np.empty(room, dtype=np.int64)
    in_goal = np.empty(room, dtype=np.int64)
    bucket = np.empty(room, dtype=np.int64)
    depth = np.empty(room, dtype=np.int64)
    arc_room = 16384
    tail = np.empty(arc_room, dtype=np.int64)
    head = np.empty(arc_room, dtype=np.int64)
    costs = np.empty((arc_room, 4), dtype=np.int64)
    facts = np.empty((arc_room, 9), dtype=np.float64)
    occupation[0], level[0], in_goal[0], bucket[0], depth[0] = (
        start_row, start_level, start_in_goal_field, 0, 0,
    )  # fmt: skip
    states, arcs, at = 1, 0, 0
    was_cut = False
    while at < states:
        a, g, s = occupation[at], level[at], in_goal[at]
        is_start = at == 0
        carried = BUCKET_MONTHS[bucket[at]]
        hop = depth[at]
        if (not is_start and is_goal[a]) or hop >= max_hops:
            at += 1
            continue
        first = 0 if is_start else move_start[a]
        last = n if is_start else move_start[a + 1]
        has_job = a >= 0
        pay_here = pay50[a] if has_job else 0.0
        if np.isnan(pay_here):
            pay_here = stay_pay
        for k in range(first, last):
            b = k if is_start else move_to[k]
            if is_start and not is_start_target[b]:
                continue
            if b == a or not is_allowed[b] or hops_left[b] > max_hops - hop - 1:
                continue
            reached = is_goal[b]
            if has_job and not reached and falls[a, b]:
                continue
            if not reached and pay_floor > 0 and not pay50[b] >= pay_floor:
                continue
            near = nearness[a, b] if has_job else 0.0
            if near < min_nearness:
                near = 0.0
            have = credit[b] if is_start else near * carried
            short = experience[b] - have
            worked = 0.0
            lacks_experience = False
            if short > NO_SPARE:
                if near > 0 and short / near <= LONGEST_WORK:
                    worked = np.ceil(short / near - NO_SPARE)
                else:
                    lacks_experience = True
            if not is_start and worked < stay_months:
                worked = stay_months
            # What counts of the education held: all of it, or only that of the right field.
            in_line = has_job and shares_programs[a, b]
            by_work = min(g, typical[a]) if in_line else 0
            in_field = max(s if goal_line[b] else 0, by_work)
            if start_field[b]:
                in_field = max(in_field, start_level)
            counted = max(in_field, min(g, 2)) if is_specific[b] else g
            base = difficulty[a, b] if has_job else 1.0
            wait = license_months if is_licensed[b] else 0.0
            residency = float(residency_months[b]) if have < residency_months[b] else 0.0
            for option in range(4):
                aim = 0
                mode = MODE_NONE
                studied = 0.0
                search = 0.0
                usd = 0.0
                forgone = max(0.0, goal_pay - pay_here) * worked / 12.0
                hard = base
                total = worked
                arrive = counted
                if option == 3:
                    term = apprentice_months[b]
                    needed = counted < accepted[b] or lacks_experience or worked > stay_months
                    if term == 0 or g < 2 or not may_apprentice or not (needed or reached):
                        continue
                    wage = apprentice_share * pay50[b]
                    if not wage >= pay_floor:
                        continue
                    mode = MODE_APPRENTICE
                    spent = 0.0 if is_start else stay_months
                    studied = term
                    total = spent + term
                    forgone = (
                        max(0.0, goal_pay - pay_here) * spent + max(0.0, goal_pay - wage) * term
                    ) / 12.0
                    worked = spent
                    arrive = max(counted, 3)
                    hard = min(base, 1.0) + study_difficulty * 0.5 * term / 12.0
                elif lacks_experience:
                    continue
                elif option == 0:
                    if counted < accepted[b]:
                        continue
                    if not has_job:
                        search = search_months
                        forgone += goal_pay * search / 12.0
                        total += search
                else:
                    aim = earned_for[accepted[b] if option == 1 else typical[b]]
                    if aim <= counted or aim < 3 or aim > max_credential:
                        if not (aim == 2 and counted < 2 and max_credential >= 2):
                            continue
                    if option == 2 and aim == earned_for[accepted[b]]:
                        continue
                    full = float(study_months[g, in_field, aim])
                    if full <= 0:
                        continue
                    usd = study_usd[g, in_field, aim]
                    arrive = aim
                    hard = min(base, 1.0) + study_difficulty * study_years[g, in_field, aim]
                # Study at full time and beside the job are two arcs of the same option.
                for way in range(2):
                    if option == 0 or option == 3:
                        if way == 1:
                            continue
                        months_, forgone_, studied_, search_, worked_ = (
                            total, forgone, studied, search, worked,
                        )  # fmt: skip
                    elif way == 0:
                        if not may_full or pay_floor > 0:
                            continue
                        mode = MODE_FULL
                        studied_ = full
                        search_ = search_months
                        worked_ = worked
                        months_ = worked + full + search_
                        forgone_ = forgone + goal_pay * (full + search_) / 12.0
                    else:
                        if not may_part or not has_job:
                            continue
                        mode = MODE_PART
                        studied_ = 2.0 * full
                        search_ = 0.0
                        worked_ = max(worked, studied_)
                        months_ = worked_
                        forgone_ = max(0.0, goal_pay - pay_here) * worked_ / 12.0
                    months_ += wait + residency
                    if wait > 0:
                        idle = mode == MODE_FULL or not has_job
                        earning = 0.0 if idle else pay_here
                        forgone_ += max(0.0, goal_pay - earning) * wait / 12.0
                    forgone_ += max(0.0, goal_pay - residency_pay) * residency / 12.0
                    share = max(share_open[b, arrive], 0.02)
                    hard_ = hard - np.log(share)
                    new_level = max(g, arrive if (aim > 0 or mode == MODE_APPRENTICE) else g)
                    new_in_goal = s
                    if goal_line[b] and (aim > 0 or mode == MODE_APPRENTICE):
                        new_in_goal = max(s, arrive)
                    gained = near * (carried + worked_)
                    if is_start:
                        gained = credit[b] + near * worked_
                    new_bucket = _bucket(min(gained, 48.0))
                    if reached:
                        key = -1
                        target = goal_node[b]
                    else:
                        key = b * width + (new_level * LEVELS + new_in_goal) * BUCKETS + new_bucket
                        target = node_of[key]
                    if target < 0:
                        if states == room:
                            room *= 2
                            occupation = _longer(occupation, room)
                            level = _longer(level, room)
                            in_goal = _longer(in_goal, room)
                            bucket = _longer(bucket, room)
                            depth = _longer(depth, room)
                        target = states
                        occupation[target], level[target] = b, new_level
                        in_goal[target], bucket[target], depth[target] = (
                            new_in_goal, new_bucket, hop + 1,
                        )  # fmt: skip
                        states += 1
                        if reached:
                            goal_node[b] = target
                        else:
                            node_of[key] = target
                    if arcs == most_arcs:
                        was_cut = True
                        continue
                    if arcs == arc_room:
                        arc_room *= 2
                        tail = _longer(tail, arc_room)
                        head = _longer(head, arc_room)
                        costs = _taller(costs, arc_room)
                        facts = _taller_floats(facts, arc_room)
                    tail[arcs], head[arcs] = at, target
                    costs[arcs, 0] = int(np.ceil(months_ - NO_SPARE))
                    costs[arcs, 1] = int(np.ceil(usd / 250.0 - NO_SPARE))
                    costs[arcs, 2] = int(np.ceil(forgone_ / 1000.0 - NO_SPARE))
                    costs[arcs, 3] = int(np.ceil(hard_ / 0.1 - NO_SPARE))
                    facts[arcs, 0] = b
                    facts[arcs, 1] = aim
                    facts[arcs, 2] = mode
                    facts[arcs, 3] = worked_
                    facts[arcs, 4] = studied_
                    facts[arcs, 5] = search_
                    facts[arcs, 6] = wait
                    facts[arcs, 7] = arrive
                    facts[arcs, 8] = residency
                    arcs += 1
        at += 1
    return (
        states, occupation[:states], level[:states], in_goal[:states], bucket[:states],
        tail[:arcs], head[:arcs], costs[:arcs], facts[:arcs], was_cut,
    )  # fmt: skip


@njit(cache=True, nogil=True)
def _longer(values, size):
    grown = np.empty(size, dtype=values.dtype)
    grown[: values.shape[0]] = values
    return grown


@njit(cache=True, nogil=True)
def _taller(values, size):
    grown = np.empty((size, values.shape[1]), dtype=np.int64)
    grown[: values.shape[0]] = values
    return grown


@njit(cache=True, nogil=True)
def _taller_floats(values, size):
    grown = np.empty((size, values.shape[1]), dtype=np.float64)
    grown[: values.shape[0]] = values
    return grown
