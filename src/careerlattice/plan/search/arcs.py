"""The moves out of a layer of states: what has to be worked, studied and paid to take a next job.

All moves of a layer are worked out side by side. `docs/methods/plans.md` says the rules;
`tests/plan/brute_force.py` writes them a second time, one move at a time.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.plan import parameters as assume
from careerlattice.plan.search.problem import Question
from careerlattice.requirements.courses import EARNED_FOR
from careerlattice.vocab.levels import EducationLevel

LEVELS = 13
BUCKET_MONTHS = np.array([0.0, 6.0, 12.0, 24.0, 48.0])
BUCKETS = len(BUCKET_MONTHS)
MODE_NONE, MODE_FULL, MODE_PART, MODE_APPRENTICE = 0, 1, 2, 3
UNITS = (1.0, 1.0, 1000.0, 0.1)
"""What one unit of each criterion is: months, dollars, dollars forgone, difficulty."""

NO_SPARE = 1e-9
LONGEST_WORK = 120.0
LEAST_SHARE = 0.02
UNREACHABLE = 99
# Of level, in_goal, own_field, is_chosen, earned and bucket: with the occupation they make a state.
SIZES = (LEVELS, LEVELS, LEVELS, 2, LEVELS, BUCKETS)
HIGH_SCHOOL = int(EducationLevel.HIGH_SCHOOL)
CERTIFICATE = int(EducationLevel.CERTIFICATE)

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Arcs:
    """Arcs side by side, each array of shape (arcs,), costs of shape (arcs, 4) in `UNITS`.

    `tail` and `head` are states, `row` the occupation entered, `aim` the level of the credential
    aimed at (0 without study), `mode` how. Months: `worked` first in the job before, `studied`,
    `searched`, `waited` for a license, `residency`. `counted` is the level that counted for the
    occupation before and `arrive` that on arrival, `credited` the level in the field that is
    credited toward the study, `experience` the months that counted before.
    """

    tail: Ints
    head: Ints
    row: Ints
    aim: Ints
    mode: Ints
    worked: Floats
    studied: Floats
    searched: Floats
    waited: Floats
    residency: Floats
    counted: Ints
    arrive: Ints
    credited: Ints
    experience: Floats
    costs: Ints


def joined(parts: list[Arcs]) -> Arcs:
    names = Arcs.__dataclass_fields__
    return Arcs(**{name: np.concatenate([getattr(p, name) for p in parts]) for name in names})


def hops_to_goal(
    move_start: Ints, move_to: Ints, is_goal: Flags, is_allowed: Flags, most: int
) -> Ints:
    """Fewest job changes from every occupation to a goal over allowed ones; 99 if above `most`."""
    size = len(is_goal)
    origins = np.repeat(np.arange(size), np.diff(move_start))
    hops = np.where(is_goal, 0, UNREACHABLE)
    for step in range(1, most + 1):
        leads = np.zeros(size, dtype=np.bool_)
        leads[origins[hops[move_to] == step - 1]] = True
        hops[leads & is_allowed & (hops == UNREACHABLE)] = step
    return hops


class Setting:
    """What all moves of a request read: the question, and what follows from it once."""

    def __init__(self, question: Question) -> None:
        self.question = question
        facts, limits, person = question.facts, question.limits, question.person
        size = len(question.is_goal)
        self.is_goal = question.is_goal & question.is_allowed
        self.is_allowed = question.is_allowed | (np.arange(size) == person.row)
        self.hops_left = hops_to_goal(
            facts.move_start, facts.move_to, self.is_goal, self.is_allowed, limits.max_job_changes
        )
        self.earned_for = np.zeros(LEVELS, dtype=np.int64)
        for level, credential in EARNED_FOR.items():
            self.earned_for[int(level)] = int(credential)
        most = limits.max_credential
        self.most_credential = int(most if most is not None else EducationLevel.POSTDOCTORAL)
        self.floor = float(limits.min_pay_usd or 0.0)
        self.goal_pay = question.goal_pay

    def key(self, row: Ints, *others: Ints) -> Ints:
        """One number for a state; all states of a goal are one."""
        key = row
        for size, column in zip(SIZES, others, strict=True):
            key = key * size + np.where(self.is_goal[row], 0, column)
        return key


class Moves:
    """The moves out of a layer: pairs of a state and an occupation that may be entered next."""

    def __init__(self, setting: Setting, layer: list[Ints], begin: int, hop: int) -> None:
        self.setting = setting
        question = setting.question
        facts, area, person = question.facts, question.area, question.person
        occupation, level, in_goal, own_field, is_chosen, earned, bucket = layer
        is_start = hop == 0
        at, b = self._moves(occupation, is_start=is_start)
        a = occupation[at]
        has_job = bool(occupation[0] >= 0)
        reached = setting.is_goal[b]
        left = question.limits.max_job_changes - hop - 1
        keep = (b != a) & setting.is_allowed[b] & (setting.hops_left[b] <= left)
        if has_job:
            # Who stands higher than the goal may go down to it, but no one climbs above it first.
            keep &= (reached & is_start) | ~facts.falls[a, b]
        if setting.floor > 0:
            keep &= reached | (area.pay50[b] >= setting.floor)
        near = facts.nearness[a, b] if has_job else np.zeros(len(b))
        near = np.where(near < assume.MIN_NEARNESS.value, 0.0, near)
        have = person.credit[b] if is_start else near * BUCKET_MONTHS[bucket[at]]
        residency = self._residency(a, b, have, has_job=has_job, is_start=is_start)
        if setting.floor > assume.RESIDENCY_PAY_USD.value:
            keep &= residency == 0
        at, a, b, reached, near, have, residency = (
            column[keep] for column in (at, a, b, reached, near, have, residency)
        )
        self.has_job, self.is_start = has_job, is_start
        self.tail, self.a, self.b, self.reached = begin + at, a, b, reached
        self.near, self.have = near, have
        self.residency = residency.astype(np.float64)
        self.field = facts.field[b]
        self.g, self.s = level[at], in_goal[at]
        self.own_field, self.is_chosen = own_field[at], is_chosen[at] > 0
        self.earned = earned[at]
        pay = area.pay50[a] if has_job else np.zeros(len(b))
        self.pay = np.where(np.isnan(pay), person.stay_pay, pay)
        self._experience()
        self._education()
        self.base = assume.FIRST_JOB_DIFFICULTY.value + facts.scarcity[b]
        if has_job:
            self.base = facts.difficulty[a, b]
        self.wait = np.where(area.is_licensed[b], assume.LICENSE_MONTHS.value, 0.0)

    def _residency(self, a: Ints, b: Ints, have: Floats, *, has_job: bool, is_start: bool) -> Ints:
        """Months of residency; none for who has worked as long in work that one leads to."""
        question = self.setting.question
        term = question.facts.residency_months
        was_resident = (term[a] > 0) & has_job
        if is_start:
            was_resident = was_resident | any(term[row] > 0 for row, _ in question.person.jobs)
        return np.where(was_resident & (have >= term[b]), 0, term[b])

    def _moves(self, occupation: Ints, *, is_start: bool) -> tuple[Ints, Ints]:
        question = self.setting.question
        facts = question.facts
        if is_start:
            targets = np.flatnonzero(question.is_start_target)
            return np.zeros(len(targets), dtype=np.int64), targets
        # From a goal nothing is left to do.
        goes_on = ~self.setting.is_goal[occupation]
        first, last = facts.move_start[occupation], facts.move_start[occupation + 1]
        counts = np.where(goes_on, last - first, 0)
        at = np.repeat(np.arange(len(occupation)), counts)
        before = np.concatenate([[0], np.cumsum(counts)[:-1]])
        return at, facts.move_to[np.arange(len(at)) - before[at] + first[at]]

    def _experience(self) -> None:
        """Months to work in the job held, and where no such work leads to enough experience."""
        short = self.setting.question.facts.experience[self.b] - self.have
        is_short = short > NO_SPARE
        with np.errstate(divide="ignore", invalid="ignore"):
            needed = np.where(is_short, short / self.near, 0.0)
        self.lacks = is_short & ~(needed <= LONGEST_WORK)
        worked = np.where(is_short & ~self.lacks, np.ceil(needed - NO_SPARE), 0.0)
        self.stay = 0.0 if self.is_start else assume.STAY_MONTHS.value
        self.worked = np.maximum(worked, self.stay)

    def _education(self) -> None:
        """What of the education held opens the job, and what is credited toward more of it.

        What opens it is schooling in a program that leads there, higher schooling in its line, or
        all schooling where the field does not matter. What is credited is wider.
        """
        question = self.setting.question
        facts, a, b = question.facts, self.a, self.b
        by_work = self.own_field
        in_field = np.where(self.reached, self.s, 0)
        if self.has_job:
            leads = facts.same_program[a, b] | (self.is_chosen & facts.common_program[a, b])
            leads |= facts.opens_below[a, b] & (by_work > facts.accepted[b])
            in_field = np.where(leads, np.maximum(in_field, by_work), in_field)
        start_level = int(question.person.level)
        in_field = np.where(question.start_field[b], np.maximum(in_field, start_level), in_field)
        if self.is_start:
            in_field = np.maximum(in_field, self._above(b))
        line = in_field
        if self.has_job:
            line = np.where(facts.same_line[a, b], np.maximum(line, by_work), line)
        specific = np.maximum(in_field, np.minimum(self.g, HIGH_SCHOOL))
        self.in_field, self.in_line = in_field, line
        self.counted = np.where(facts.is_specific[b], specific, self.g)

    def _above(self, b: Ints) -> Ints:
        """The highest schooling of a past job that is more than a job of its line accepts."""
        facts, person = self.setting.question.facts, self.setting.question.person
        found = np.zeros_like(b)
        for row, _ in person.jobs:
            level = min(int(person.level), int(facts.typical[row]))
            stands_in = facts.opens_below[row, b] & (level > facts.accepted[b])
            found = np.where(stands_in, np.maximum(found, level), found)
        return found

    def without_study(self) -> tuple[Arcs, Ints]:
        """Taking the job with what is there, after the work it takes."""
        keep = ~self.lacks & (self.counted >= self.setting.question.facts.accepted[self.b])
        search = 0.0 if self.has_job else assume.JOB_SEARCH_MONTHS.value
        zero = np.zeros(len(self.b))
        lost = self._lost(self.pay, self.worked) + self._lost(zero, zero + search)
        return self._arcs(
            keep, np.zeros_like(self.b), MODE_NONE, self.worked, zero, zero + search,
            self.worked + search, zero, lost, self.base, self.counted, np.zeros_like(self.b),
            self.pay,
        )  # fmt: skip

    def aims(self, *, is_typical: bool) -> tuple[Flags, Ints, Ints]:
        """Where study makes sense, the level to earn, and the level credited toward it.

        The aim is what opens a quarter of the jobs, or what opens half of them. No level is earned
        twice on one way: who means to go on chooses a program that leads on.
        """
        facts, setting = self.setting.question.facts, self.setting
        accepted = setting.earned_for[facts.accepted[self.b]]
        aim = setting.earned_for[facts.typical[self.b]] if is_typical else accepted
        may = (aim > self.counted) & (aim <= setting.most_credential) & (aim >= HIGH_SCHOOL)
        may &= aim > self.earned
        may &= ~self.lacks | self._is_graduate(aim)
        if is_typical:
            may &= aim != accepted
        credited = np.where(self.in_line >= aim, self.in_field, self.in_line)
        may &= setting.question.study.months[self.field, self.g, credited, aim] > 0
        return may, aim, credited

    def with_study(self, aims: tuple[Flags, Ints, Ints], mode: int) -> tuple[Arcs, Ints]:
        """Earning a credential first, at full time or beside the job held.

        Who comes fresh from school is not asked for experience where graduates are hired.
        """
        keep, aim, credited = aims
        study = self.setting.question.study
        at = (self.field, self.g, credited, aim)
        full = study.months[at].astype(np.float64)
        zero = np.zeros(len(full))
        before = np.where(self._is_graduate(aim), self.stay, self.worked)
        if mode == MODE_FULL:
            search = assume.JOB_SEARCH_MONTHS.value
            studied, worked = full, before
            months = worked + studied + search
            lost = self._lost(self.pay, worked) + self._lost(zero, studied + search)
        else:
            keep = keep & self.has_job & ~study.is_full_time_only[self.field, aim]
            search = 0.0
            studied = assume.PART_TIME_FACTOR.value * full
            worked = np.maximum(before, studied)
            months = worked
            lost = self._lost(self.pay, worked)
        hard = self._eased() + assume.STUDY_DIFFICULTY_PER_YEAR.value * study.years[at]
        return self._arcs(
            keep, aim, mode, worked, studied, zero + search, months,
            study.usd[at], lost, hard, aim, credited,
            zero if mode == MODE_FULL else self.pay,
        )  # fmt: skip

    def with_apprenticeship(self) -> tuple[Arcs, Ints]:
        """Serving an apprenticeship, paid, in place of schooling and experience."""
        question = self.setting.question
        facts = question.facts
        term = facts.apprentice_months[self.b].astype(np.float64)
        wage = assume.APPRENTICE_PAY_SHARE.value * question.area.pay50[self.b]
        needed = (
            (self.counted < facts.accepted[self.b])
            | self.lacks
            | (self.worked > assume.STAY_MONTHS.value)
            | self.reached
        )
        keep = (term > 0) & (self.g >= HIGH_SCHOOL) & needed & (wage >= self.setting.floor)
        zero = np.zeros(len(term))
        search = 0.0 if self.has_job else assume.JOB_SEARCH_MONTHS.value
        spent = zero + self.stay
        lost = self._lost(zero, zero + search) + self._lost(self.pay, spent)
        lost = lost + self._lost(wage, term)
        hard = self._eased() + assume.STUDY_DIFFICULTY_PER_YEAR.value * 0.5 * term / 12.0
        return self._arcs(
            keep, np.zeros_like(self.b), MODE_APPRENTICE, spent, term, zero + search,
            search + spent + term, zero, lost, hard, np.maximum(self.counted, CERTIFICATE),
            np.zeros_like(self.b), wage,
        )  # fmt: skip

    def _is_graduate(self, aim: Ints) -> Flags:
        """Whether someone fresh from that schooling is hired without experience."""
        hires = self.setting.question.facts.hires_graduates[self.b]
        return np.asarray(hires & (aim >= CERTIFICATE))

    def _eased(self) -> Floats:
        """Difficulty of a move that schooling prepares: the work held before matters less."""
        scarce = self.setting.question.facts.scarcity[self.b]
        near = np.minimum(self.base - scarce, assume.SCHOOLED_DIFFICULTY.value)
        return np.asarray(near + scarce)

    def _lost(self, pay: Floats, months: Floats) -> Floats:
        """Earnings short of the goal's pay over months at a yearly pay."""
        short = np.maximum(0.0, self.setting.goal_pay - pay)
        return np.asarray(short * months / 12.0)

    def _arcs(
        self,
        keep: Flags,
        aim: Ints,
        mode: int,
        worked: Floats,
        studied: Floats,
        searched: Floats,
        months: Floats,
        usd: Floats,
        lost: Floats,
        hard: Floats,
        arrive: Ints,
        credited: Ints,
        waiting_pay: Floats,
    ) -> tuple[Arcs, Ints]:
        """The arcs of one option where it is open, with waits, residency and shares of jobs."""
        facts = self.setting.question.facts
        at = np.flatnonzero(keep)
        b, arrive, aim = self.b[at], arrive[at], aim[at]
        wait, residency = self.wait[at], self.residency[at]
        lost = lost[at] + self._lost(waiting_pay, self.wait)[at]
        lost += max(0.0, self.setting.goal_pay - assume.RESIDENCY_PAY_USD.value) * residency / 12.0
        share = np.maximum(facts.share_open[b, arrive], LEAST_SHARE)
        amounts = (months[at] + wait + residency, usd[at], lost, hard[at] - np.log(share))
        costs = np.stack(
            [
                np.ceil(amount / unit - NO_SPARE).astype(np.int64)
                for amount, unit in zip(amounts, UNITS, strict=True)
            ],
            axis=1,
        )
        g, s = self.g[at], self.s[at]
        level = g if mode == MODE_NONE else np.maximum(g, arrive)
        to_goal = self.setting.question.goal_program[b] & (aim > 0)
        new_s = np.where(to_goal, np.maximum(s, arrive), s)
        gained = self.have[at] + self.near[at] * worked[at]
        if mode == MODE_APPRENTICE:
            gained = gained + studied[at]
        bucket = np.searchsorted(BUCKET_MONTHS, gained + NO_SPARE, side="right") - 1
        arcs = Arcs(
            self.tail[at], np.zeros(len(at), dtype=np.int64), b, aim,
            np.full(len(at), mode, dtype=np.int64), worked[at], studied[at], searched[at], wait,
            residency, self.counted[at], arrive, credited[at], self.have[at], costs,
        )  # fmt: skip
        in_field = self.in_field[at]
        if mode == MODE_APPRENTICE:
            in_field = np.maximum(in_field, CERTIFICATE)
        is_chosen = aim >= CERTIFICATE
        own_field = np.where(is_chosen, aim, in_field)
        earned = np.maximum(self.earned[at], aim)
        keys = self.setting.key(
            b, level, new_s, own_field, is_chosen.astype(np.int64), earned,
            bucket.astype(np.int64),
        )  # fmt: skip
        return arcs, keys
