"""The arcs out of a layer of states: what has to be worked, studied and paid to take a next job.

All arcs of a layer are worked out side by side. `docs/methods/plans.md` says the rules;
`tests/plan/brute_force.py` writes them a second time, one arc at a time.
"""

from __future__ import annotations

import numpy as np

from careerlattice.plan import parameters as assume
from careerlattice.plan.search.arcs import ArcOption, Arcs, SearchContext
from careerlattice.plan.search.encoding import (
    BUCKET_MONTHS,
    CERTIFICATE,
    HIGH_SCHOOL,
    NO_SPARE,
    UNITS,
    Flags,
    Floats,
    Ints,
    Mode,
)
from careerlattice.requirements.parameters import APPRENTICE_PAY_SHARE, LICENSE_MONTHS


class ArcBuilder:
    """The arcs out of a layer: pairs of a state and an occupation that may be entered next.

    All columns have shape (pairs,): `origin` the job held, `row` the occupation entered, `level`
    the highest education, `goal_credential` the highest of a program that leads to the goal.
    """

    def __init__(self, context: SearchContext, layer: list[Ints], begin: int, hop: int) -> None:
        self.context = context
        problem = context.problem
        facts, area, person = problem.facts, problem.area, problem.person
        job, level, in_goal, own_field, is_chosen, earned, bucket = layer
        self.is_start, self.has_job = hop == 0, bool(job[0] >= 0)
        at, row = self._moves(job)
        origin = job[at]
        reached = context.is_goal[row]
        near = facts.nearness[origin, row] if self.has_job else np.zeros(len(row))
        near = np.where(near < assume.MIN_NEARNESS.value, 0.0, near)
        have = person.credit[row] if self.is_start else near * BUCKET_MONTHS[bucket[at]]
        residency = self._residency(origin, row, have)
        keep = self._open(origin, row, hop)
        if context.pay_floor > assume.RESIDENCY_PAY_USD.value:
            keep &= residency == 0
        at, origin, row, reached = at[keep], origin[keep], row[keep], reached[keep]
        near, have, residency = near[keep], have[keep], residency[keep]
        self.tail, self.origin, self.row, self.reached = begin + at, origin, row, reached
        self.near, self.have = near, have
        self.residency = residency.astype(np.float64)
        self.field = facts.field[row]
        self.level, self.goal_credential = level[at], in_goal[at]
        self.own_field, self.is_chosen = own_field[at], is_chosen[at] > 0
        self.earned = earned[at]
        pay = area.pay50[origin] if self.has_job else np.zeros(len(row))
        self.pay = np.where(np.isnan(pay), person.stay_pay, pay)
        self._experience()
        self._education()
        self.base = assume.FIRST_JOB_DIFFICULTY.value + facts.scarcity[row]
        if self.has_job:
            self.base = facts.difficulty[origin, row]
        self.wait = np.where(area.is_licensed[row], LICENSE_MONTHS.value, 0.0)

    def _open(self, origin: Ints, row: Ints, hop: int) -> Flags:
        """Which pairs may lead to a goal within the job changes left and the pay floor."""
        context = self.context
        problem = context.problem
        reached = context.is_goal[row]
        left = problem.limits.max_job_changes - hop - 1
        keep = (row != origin) & context.is_allowed[row] & (context.hops_left[row] <= left)
        if self.has_job:
            # Who stands higher than the goal may go down to it, but no one climbs above it first.
            keep &= (reached & self.is_start) | ~problem.facts.falls[origin, row]
        if context.pay_floor > 0:
            keep &= reached | (problem.area.pay50[row] >= context.pay_floor)
        return np.asarray(keep)

    def _residency(self, origin: Ints, row: Ints, have: Floats) -> Ints:
        """Months of residency; none for who has worked as long in work that one leads to."""
        problem = self.context.problem
        term = problem.facts.residency_months
        was_resident = (term[origin] > 0) & self.has_job
        if self.is_start:
            was_resident = was_resident | any(term[job] > 0 for job, _ in problem.person.jobs)
        return np.where(was_resident & (have >= term[row]), 0, term[row])

    def _moves(self, job: Ints) -> tuple[Ints, Ints]:
        """Places of states in the layer, and for each an occupation that may be entered."""
        problem = self.context.problem
        facts = problem.facts
        if self.is_start:
            targets = np.flatnonzero(problem.is_start_target)
            return np.zeros(len(targets), dtype=np.int64), targets
        # From a goal nothing is left to do.
        goes_on = ~self.context.is_goal[job]
        first, last = facts.move_start[job], facts.move_start[job + 1]
        counts = np.where(goes_on, last - first, 0)
        at = np.repeat(np.arange(len(job)), counts)
        before = np.concatenate([[0], np.cumsum(counts)[:-1]])
        return at, facts.move_to[np.arange(len(at)) - before[at] + first[at]]

    def _experience(self) -> None:
        """Months to work in the job held, and where no such work leads to enough experience."""
        short = self.context.problem.facts.experience[self.row] - self.have
        is_short = short > NO_SPARE
        with np.errstate(divide="ignore", invalid="ignore"):
            needed = np.where(is_short, short / self.near, 0.0)
        self.lacks = is_short & ~(needed <= assume.MAX_WORK_MONTHS.value)
        worked = np.where(is_short & ~self.lacks, np.ceil(needed - NO_SPARE), 0.0)
        self.stay = 0.0 if self.is_start else assume.STAY_MONTHS.value
        self.worked = np.maximum(worked, self.stay)

    def _education(self) -> None:
        """What of the education held opens the job, and what is credited toward more of it.

        What opens it is schooling in a program that leads there, higher schooling in its line, or
        all schooling where the field does not matter. What is credited is wider.
        """
        problem = self.context.problem
        facts, origin, row = problem.facts, self.origin, self.row
        by_work = self.own_field
        in_field = np.where(self.reached, self.goal_credential, 0)
        if self.has_job:
            leads = facts.same_program[origin, row]
            leads = leads | (self.is_chosen & facts.common_program[origin, row])
            leads |= facts.opens_below[origin, row] & (by_work > facts.accepted[row])
            in_field = np.where(leads, np.maximum(in_field, by_work), in_field)
        start_level = int(problem.person.level)
        in_field = np.where(problem.start_field[row], np.maximum(in_field, start_level), in_field)
        if self.is_start:
            in_field = np.maximum(in_field, self._above())
        line = in_field
        if self.has_job:
            line = np.where(facts.same_line[origin, row], np.maximum(line, by_work), line)
        specific = np.maximum(in_field, np.minimum(self.level, HIGH_SCHOOL))
        self.in_field, self.in_line = in_field, line
        self.counted = np.where(facts.is_specific[row], specific, self.level)

    def _above(self) -> Ints:
        """The highest schooling of a past job that is more than a job of its line accepts."""
        problem = self.context.problem
        facts, person = problem.facts, problem.person
        found = np.zeros_like(self.row)
        for job, _ in person.jobs:
            level = min(int(person.level), int(facts.typical[job]))
            stands_in = facts.opens_below[job, self.row] & (level > facts.accepted[self.row])
            found = np.where(stands_in, np.maximum(found, level), found)
        return found

    def without_study(self) -> tuple[Arcs, Ints]:
        """Taking the job with what is there, after the work it takes."""
        facts = self.context.problem.facts
        search = 0.0 if self.has_job else assume.JOB_SEARCH_MONTHS.value
        zero, none = np.zeros(len(self.row)), np.zeros_like(self.row)
        lost = self.context.lost
        return self._arcs(
            ArcOption(
                keep=~self.lacks & (self.counted >= facts.accepted[self.row]),
                mode=Mode.NONE,
                aim=none,
                worked=self.worked,
                studied=zero,
                searched=zero + search,
                months=self.worked + search,
                usd=zero,
                forgone=lost(self.pay, self.worked) + lost(zero, zero + search),
                difficulty=self.base,
                arrive=self.counted,
                credited=none,
                waiting_pay=self.pay,
            )
        )

    def aims(self, *, is_typical: bool) -> tuple[Flags, Ints, Ints]:
        """Where study makes sense, the level to earn, and the level credited toward it.

        The aim is what opens a quarter of the jobs, or what opens half of them. No level is earned
        twice on one way: who means to go on chooses a program that leads on.
        """
        context = self.context
        facts, study = context.problem.facts, context.problem.study
        accepted = context.earned_for[facts.accepted[self.row]]
        aim = context.earned_for[facts.typical[self.row]] if is_typical else accepted
        may = (aim > self.counted) & (aim <= context.max_credential) & (aim >= HIGH_SCHOOL)
        may &= aim > self.earned
        may &= ~self.lacks | self._is_graduate(aim)
        if is_typical:
            may &= aim != accepted
        credited = np.where(self.in_line >= aim, self.in_field, self.in_line)
        may &= study.months[self.field, self.level, credited, aim] > 0
        return may, aim, credited

    def with_study(self, aims: tuple[Flags, Ints, Ints], mode: Mode) -> tuple[Arcs, Ints]:
        """Earning a credential first, at full time or beside the job held.

        Who comes fresh from school is not asked for experience where graduates are hired.
        """
        keep, aim, credited = aims
        study, lost = self.context.problem.study, self.context.lost
        at = (self.field, self.level, credited, aim)
        studied = study.months[at].astype(np.float64)
        zero = np.zeros(len(studied))
        worked = np.where(self._is_graduate(aim), self.stay, self.worked)
        if mode is Mode.FULL:
            search = assume.JOB_SEARCH_MONTHS.value
            months = worked + studied + search
            forgone = lost(self.pay, worked) + lost(zero, studied + search)
        else:
            keep = keep & self.has_job & ~study.is_full_time_only[self.field, aim]
            search = 0.0
            studied = assume.PART_TIME_FACTOR.value * studied
            worked = np.maximum(worked, studied)
            months = worked
            forgone = lost(self.pay, worked)
        return self._arcs(
            ArcOption(
                keep=keep,
                mode=mode,
                aim=aim,
                worked=worked,
                studied=studied,
                searched=zero + search,
                months=months,
                usd=study.usd[at],
                forgone=forgone,
                difficulty=self._eased() + assume.STUDY_DIFFICULTY_PER_YEAR.value * study.years[at],
                arrive=aim,
                credited=credited,
                waiting_pay=zero if mode is Mode.FULL else self.pay,
            )
        )

    def with_apprenticeship(self) -> tuple[Arcs, Ints]:
        """Serving an apprenticeship, paid, in place of schooling and experience."""
        problem, lost = self.context.problem, self.context.lost
        facts = problem.facts
        term = facts.apprentice_months[self.row].astype(np.float64)
        wage = APPRENTICE_PAY_SHARE.value * problem.area.pay50[self.row]
        needed = (
            (self.counted < facts.accepted[self.row])
            | self.lacks
            | (self.worked > assume.STAY_MONTHS.value)
            | self.reached
        )
        zero, none = np.zeros(len(term)), np.zeros_like(self.row)
        search = 0.0 if self.has_job else assume.JOB_SEARCH_MONTHS.value
        spent = zero + self.stay
        per_year = assume.STUDY_DIFFICULTY_PER_YEAR.value * assume.APPRENTICE_STUDY_SHARE.value
        return self._arcs(
            ArcOption(
                keep=(term > 0)
                & (self.level >= HIGH_SCHOOL)
                & needed
                & (wage >= self.context.pay_floor),
                mode=Mode.APPRENTICE,
                aim=none,
                worked=spent,
                studied=term,
                searched=zero + search,
                months=search + spent + term,
                usd=zero,
                forgone=lost(zero, zero + search) + lost(self.pay, spent) + lost(wage, term),
                difficulty=self._eased() + per_year * term / 12.0,
                arrive=np.maximum(self.counted, CERTIFICATE),
                credited=none,
                waiting_pay=wage,
            )
        )

    def _is_graduate(self, aim: Ints) -> Flags:
        """Whether someone fresh from that schooling is hired without experience."""
        hires = self.context.problem.facts.hires_graduates[self.row]
        return np.asarray(hires & (aim >= CERTIFICATE))

    def _eased(self) -> Floats:
        """Difficulty of a move that schooling prepares: the work held before matters less."""
        scarce = self.context.problem.facts.scarcity[self.row]
        near = np.minimum(self.base - scarce, assume.SCHOOLED_DIFFICULTY.value)
        return np.asarray(near + scarce)

    def _arcs(self, option: ArcOption) -> tuple[Arcs, Ints]:
        """The arcs of an option where it is open, with the keys of the states they lead to."""
        at = np.flatnonzero(option.keep)
        arcs = Arcs(
            tail=self.tail[at],
            head=np.zeros(len(at), dtype=np.int64),
            row=self.row[at],
            aim=option.aim[at],
            mode=np.full(len(at), option.mode, dtype=np.int64),
            worked=option.worked[at],
            studied=option.studied[at],
            searched=option.searched[at],
            waited=self.wait[at],
            residency=self.residency[at],
            counted=self.counted[at],
            arrive=option.arrive[at],
            credited=option.credited[at],
            experience=self.have[at],
            costs=self._costs(option, at),
        )
        return arcs, self._keys(arcs, option.mode, at)

    def _costs(self, option: ArcOption, at: Ints) -> Ints:
        """Costs in units, rounded up, with waits, residency and shares of jobs, shape (arcs, 4)."""
        context = self.context
        wait, residency = self.wait[at], self.residency[at]
        forgone = option.forgone[at] + context.lost(option.waiting_pay, self.wait)[at]
        short = max(0.0, context.goal_pay - assume.RESIDENCY_PAY_USD.value)
        forgone += short * residency / 12.0
        open_share = context.problem.facts.share_open[self.row[at], option.arrive[at]]
        share = np.maximum(open_share, assume.MIN_SHARE_OPEN.value)
        amounts = (
            option.months[at] + wait + residency,
            option.usd[at],
            forgone,
            option.difficulty[at] - np.log(share),
        )
        columns = [
            np.ceil(amount / unit - NO_SPARE).astype(np.int64)
            for amount, unit in zip(amounts, UNITS, strict=True)
        ]
        return np.stack(columns, axis=1)

    def _keys(self, arcs: Arcs, mode: Mode, at: Ints) -> Ints:
        """The numbers of the states that arcs lead to; `at` are their pairs."""
        is_apprentice = mode is Mode.APPRENTICE
        level, goal_credential = self.level[at], self.goal_credential[at]
        new_level = level if mode is Mode.NONE else np.maximum(level, arcs.arrive)
        to_goal = self.context.problem.goal_program[arcs.row] & (arcs.aim > 0)
        toward = np.where(to_goal, np.maximum(goal_credential, arcs.arrive), goal_credential)
        gained = self.have[at] + self.near[at] * arcs.worked
        if is_apprentice:
            gained = gained + arcs.studied
        bucket = np.searchsorted(BUCKET_MONTHS, gained + NO_SPARE, side="right") - 1
        in_field = self.in_field[at]
        if is_apprentice:
            in_field = np.maximum(in_field, CERTIFICATE)
        is_chosen = arcs.aim >= CERTIFICATE
        return self.context.key(
            arcs.row,
            new_level,
            toward,
            np.where(is_chosen, arcs.aim, in_field),
            is_chosen.astype(np.int64),
            np.maximum(self.earned[at], arcs.aim),
            bucket.astype(np.int64),
        )
