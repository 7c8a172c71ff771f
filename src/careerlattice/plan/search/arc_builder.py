"""The arcs out of a layer of states: each is one entry condition, met in one way.

From a state (a job with schooling and experience) to an occupation there are as many arcs as the
occupation has ways in that are open or can be opened from there: at once, after work, after a
course or a credential at full time or beside the job, by serving a term for pay. All arcs of a
layer are worked out side by side. `docs/methods/plans.md` says the rules;
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
    PREPARATION,
    UNITS,
    Flags,
    Floats,
    Ints,
    Mode,
)
from careerlattice.plan.search.papers import Papers, admitted_by_papers
from careerlattice.plan.search.study import BACHELOR, StudyOptions, course_pay, study_options
from careerlattice.plan.search.terms import term_option


class ArcBuilder:
    """The arcs out of a layer: pairs of a state and an entry condition of an occupation.

    All columns have shape (pairs,): `origin` the job held, `way` the condition and `row` its
    occupation, `level` the highest education, `goal_credential` the highest of a program that leads
    to the goal.
    """

    def __init__(self, context: SearchContext, layer: list[Ints], begin: int, hop: int) -> None:
        self.context = context
        problem = context.problem
        facts, area, person = problem.facts, problem.area, problem.person
        job, level, in_goal, own_field, is_chosen, earned, bucket = layer
        self.is_start, self.has_job = hop == 0, bool(job[0] >= 0)
        at, row = self._moves(job)
        keep = self._open(job[at], row, hop)
        at, way = self._conditions(at[keep], row[keep])
        keep = self._admits(job[at], way, level[at], own_field[at])
        at, way = at[keep], way[keep]
        self.tail, self.origin, self.way = begin + at, job[at], way
        self.row = facts.ways.row[way]
        self.reached = context.is_goal[self.row]
        self.level, self.goal_credential = level[at], in_goal[at]
        self.own_field, self.is_chosen = own_field[at], is_chosen[at] > 0
        self.earned = earned[at]
        self.is_named = self._named()
        self.papers = Papers(context, self.origin, way, is_start=self.is_start)
        self.is_proven = self.papers.is_proven
        self.term = np.where(self.papers.is_learned, 0.0, facts.ways.term[way])
        pay = area.pay50[self.origin] if self.has_job else np.zeros(len(way))
        self.pay = np.where(np.isnan(pay), person.stay_pay, pay)
        self._experience(BUCKET_MONTHS[bucket[at]])
        self._education()
        self.base = self._difficulty()
        self.residency = np.where(self.is_proven, 0.0, facts.ways.practice[way])
        # Who works on the way under the same license has got it by then.
        is_got = self.has_job and not self.is_start
        is_held = facts.license[self.origin] == facts.license[self.row] if is_got else False
        is_free = is_held | facts.ways.is_unlicensed[way]
        self.wait = np.where(is_free, 0.0, problem.license_months[self.row])
        self.license_usd = np.where(is_free, 0.0, problem.license_usd[self.row])
        self._courses()
        self._permits()
        self.search = self._searched(self.worked)

    def _open(self, origin: Ints, row: Ints, hop: int) -> Flags:
        """Which pairs may stand on a way to a goal within the changes left and the pay floor."""
        context = self.context
        problem = context.problem
        reached = context.is_goal[row]
        left = problem.limits.max_job_changes - hop - 1
        is_other = (row != origin) | (self.is_start & problem.moves_state)
        keep = is_other & context.is_allowed[row] & (context.hops_left[row] <= left)
        if self.has_job:
            # Who stands higher than the goal may go down to it or to the foot of its ladder, but no
            # one climbs above it first.
            falls = problem.facts.falls[origin, row] & ~problem.facts.is_named[origin, row]
            keep &= ((reached | context.is_on_ladder[row]) & self.is_start) | ~falls
        if self.is_start and self.has_job:
            # Nobody who wants to rise takes other work that pays less than theirs.
            pay = problem.area.pay50[row] >= assume.STEP_DOWN_SHARE.value * problem.person.stay_pay
            keep &= reached | context.is_on_ladder[row] | problem.facts.is_named[origin, row] | pay
        elif not self.is_start:
            keep &= row != problem.person.row
        if context.pay_floor > 0:
            keep &= reached | (problem.area.pay50[row] >= context.pay_floor)
        return np.asarray(keep)

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

    def _conditions(self, at: Ints, row: Ints) -> tuple[Ints, Ints]:
        """The pairs, one for each entry condition of the occupation."""
        first = self.context.problem.facts.ways.first
        counts = first[row + 1] - first[row]
        place = np.repeat(np.arange(len(row)), counts)
        before = np.concatenate([[0], np.cumsum(counts)[:-1]])[: len(row)]
        return at[place], np.arange(len(place)) - before[place] + first[row[place]]

    def _admits(self, origin: Ints, way: Ints, level: Ints, own_field: Ints) -> Flags:
        """Whether a way is for people who come from there.

        A rank is filled from the ranks below; a bridge starts from a license or a degree held, a
        preparation program from any degree.
        """
        problem = self.context.problem
        ways = problem.facts.ways
        is_rank, from_license = ways.asks_rank[way], ways.asks_license[way]
        if self.is_start:
            in_rank, is_licensed = problem.brought.ranks[way], problem.brought.licensed[way]
        else:
            in_rank, is_licensed = ways.is_rank[way, origin], ways.is_licensed_before[way, origin]
        admits = (~is_rank | in_rank) & (~from_license | is_licensed)
        degree = ways.from_level[way]
        holds = level >= degree
        if self.is_start:
            holds &= ~ways.from_own[way] | problem.brought.from_field[way]
        else:
            in_own = problem.facts.same_program[origin, ways.row[way]] & (own_field >= degree)
            holds &= ~ways.from_own[way] | in_own
        admits &= (degree == 0) | holds
        admits &= ~ways.is_prep[way] | (level >= ways.floor[way])
        return admitted_by_papers(problem, way, admits, in_rank)

    def _named(self) -> Flags:
        """Whether an entry condition or a next step names the change of jobs."""
        if not self.has_job:
            return np.zeros(len(self.way), dtype=np.bool_)
        return np.asarray(self.context.problem.facts.is_named[self.origin, self.row])

    def _experience(self, carried: Floats) -> None:
        """Months to work in the job held, and where no such work leads to enough experience.

        Work that the condition names counts in full; other work by its nearness, and where work is
        named only if it is near. Months in a rank are served in that rank. What the start brings
        counts for what the condition names, whatever jobs come between.
        """
        problem = self.context.problem
        ways, way = problem.facts.ways, self.way
        if self.has_job:
            weight = problem.facts.work_counts(self.origin, way)
            rank = ways.is_rank[way, self.origin].astype(np.float64)
        else:
            weight = rank = np.zeros(len(way))
        # What was worked before this job was worked in no rank of it.
        served = problem.brought.rank_months[way] * self.is_start
        self.near, self.gained = weight, weight * carried
        self.have = have = problem.brought.experience[way] + self.gained
        asked, in_rank = ways.experience[way], ways.promotion[way]
        if problem.proof is not None:
            asked = np.where(problem.proof.work[way], 0.0, asked)
        worked = np.maximum(
            self._missing(asked - have, weight), self._missing(in_rank - served, rank)
        )
        self.lacks = ~(worked <= assume.MAX_WORK_MONTHS.value)
        self.stay = 0.0 if self.is_start else assume.STAY_MONTHS.value
        self.worked = np.maximum(np.where(self.lacks, 0.0, worked), self.stay)

    @staticmethod
    def _missing(short: Floats, weight: Floats) -> Floats:
        """Whole months to work where so much is short; infinite where work counts for nothing."""
        with np.errstate(divide="ignore", invalid="ignore"):
            needed = np.where(short > NO_SPARE, short / weight, 0.0)
        return np.asarray(np.ceil(needed - NO_SPARE))

    def _education(self) -> None:
        """What of the schooling held meets the condition, and what is credited toward more of it.

        What meets it is schooling in a program it names, or all schooling where the field does not
        bind. What is credited is wider: schooling of the same line.
        """
        problem = self.context.problem
        facts, origin, row, way = problem.facts, self.origin, self.row, self.way
        is_vague = problem.brought.is_vague[way] & (self.goal_credential <= problem.person.level)
        in_field = np.where(self.reached & ~is_vague, self.goal_credential, 0)
        line = in_field
        if self.has_job:
            leads = facts.same_program[origin, row]
            leads = leads | (self.is_chosen & facts.common_program[origin, row])
            in_field = np.where(leads, np.maximum(in_field, self.own_field), in_field)
            line = np.where(facts.same_line[origin, row], self.own_field, 0)
        start_level = int(problem.person.level)
        in_field = np.where(problem.brought.field[way], np.maximum(in_field, start_level), in_field)
        line = np.where(problem.brought.near_field[way], np.maximum(line, start_level), line)
        self.in_field, self.in_line = in_field, np.maximum(in_field, line)
        specific = np.maximum(in_field, np.minimum(self.level, HIGH_SCHOOL))
        self.counted = np.where(facts.ways.is_own[way], specific, self.level)
        floor = facts.ways.asked[way]
        # A preparation program is asked after schooling of any field, unless that was in it.
        prepared = in_field >= np.maximum(floor, CERTIFICATE)
        self.meets = np.where(facts.ways.is_prep[way], prepared, self.counted >= floor)
        # A bridge adds its own program to what is held, unless that was done.
        is_bridge = facts.ways.is_bridge[way] & (facts.ways.study_level[way] > 0)
        if self.is_start:
            # Certificates of one code differ in length: only a degree shows that it was done.
            earned = np.maximum(facts.ways.study_level[way], BACHELOR)
            has_crossed = problem.brought.field[way] & (start_level >= earned)
            is_bridge &= ~has_crossed
        is_bridge &= ~self.is_proven
        self.meets = (self.meets & ~is_bridge) | self.is_proven
        self.counted = np.where(self.is_proven, np.maximum(self.counted, floor), self.counted)
        self.is_bridge = is_bridge

    def _difficulty(self) -> Floats:
        """How hard the change of jobs is; one that a condition names is no harder than prepared."""
        facts = self.context.problem.facts
        if not self.has_job:
            return np.asarray(assume.FIRST_JOB_DIFFICULTY.value + facts.scarcity[self.row])
        base = facts.difficulty(self.origin, self.row)
        return np.asarray(np.where(self.is_named, np.minimum(base, self.eased(base)), base))

    def eased(self, base: Floats) -> Floats:
        """Difficulty of a move that schooling prepares: the work held before matters less."""
        scarce = self.context.problem.facts.scarcity[self.row]
        near = np.minimum(base - scarce, assume.SCHOOLED_DIFFICULTY.value)
        return np.asarray(near + scarce)

    def _courses(self) -> None:
        """Months and dollars of the short course a condition asks, for who has no schooling in it.

        An evening course is taken beside the job; a longer one in place of it; what the employer
        teaches is paid as a beginner's work.
        """
        ways, way = self.context.problem.facts.ways, self.way
        taught = self.in_field >= np.maximum(ways.asked[way], CERTIFICATE)
        studied = self.context.problem.brought.field[way] if self.is_start else self.is_chosen
        skips = (ways.is_own[way] & taught & studied) | self.is_proven
        self.course = np.where(skips, 0.0, ways.course_months[way])
        self.course_usd = np.where(skips, 0.0, ways.course_usd[way])
        self.is_studied = self._is_study()
        beside = ways.is_evening_course[way] & self.has_job
        paid = course_pay(self.context.problem, way)
        self.course_pay = np.where(ways.is_paid_course[way], paid, 0.0)
        self.course_pay_employed = np.where(
            beside & ~ways.is_paid_course[way], self.pay, self.course_pay
        )

    def _is_study(self) -> Flags:
        """Where the course is study to who wants none: long, or taken in place of work.

        What the employer teaches is work.
        """
        ways, way = self.context.problem.facts.ways, self.way
        is_day = self.has_job & ~ways.is_evening_course[way]
        most = np.where(
            is_day, assume.COURSE_COSTS_PAY_MONTHS.value, assume.COURSE_IS_STUDY_MONTHS.value
        )
        return np.asarray((self.course > most) & ~ways.is_paid_course[way])

    def _permits(self) -> None:
        """Months and dollars of what has to be in hand first, and of looking for a scarce place.

        Who skips the course or holds the license has it.
        """
        ways, way = self.context.problem.facts.ways, self.way
        skips = (ways.course_months[way] > 0) & (self.course == 0)
        self.is_permitted = ~(self.is_proven | self.papers.is_learned | skips)
        self.permit = self.is_permitted * ways.permit[way]
        self.permit_usd = self.is_permitted * ways.permit_usd[way]
        scarce = self.is_permitted * ways.search[way]
        self.look = np.maximum(assume.JOB_SEARCH_MONTHS.value, scarce)

    def _searched(self, worked: Floats) -> Floats:
        """Months of looking for the job, or of waiting for an opening where one works.

        The wait runs while the months asked of a rank are worked, or a credential is earned.
        """
        inside = self.context.problem.facts.ways.asks_rank[self.way] & self.has_job
        waited = np.maximum(assume.VACANCY_MONTHS.value - worked, 0.0)
        return np.where(inside, waited, self.look)

    def without_study(self) -> tuple[Arcs, Ints]:
        """Taking the job with what is there, after the work it takes.

        A job on the way has to be a change people make, or one that a condition names or the
        schooling held prepares for.
        """
        problem, facts = self.context.problem, self.context.problem.facts
        lost = self.context.lost
        zero, none = np.zeros(len(self.way)), np.zeros_like(self.way)
        usual = self.reached | self.is_named | (not self.has_job)
        if self.has_job:
            usual = usual | facts.is_made[self.origin, self.row]
        is_graduate = problem.brought.field[self.way] & (facts.ways.asked[self.way] >= CERTIFICATE)
        usual = usual | (is_graduate & self.is_start)
        return self._arcs(
            ArcOption(
                keep=usual & ~self.lacks & self.meets & (self.term == 0),
                mode=Mode.NONE,
                aim=none,
                worked=self.worked,
                studied=zero,
                searched=self.search,
                months=self.worked + self.search,
                usd=zero,
                forgone=lost(self.pay, self.worked + self.search),
                difficulty=self.base,
                arrive=self.counted,
                credited=none,
                waiting_pay=self.pay,
            )
        )

    def studies(self, *, is_usual: bool) -> StudyOptions:
        """Where study makes sense: the level to earn, its months and dollars.

        The aim is the least the condition accepts, or what people usually bring. No level is earned
        twice on one way: who means to go on chooses a program that leads on.
        """
        context = self.context
        ways, way = context.problem.facts.ways, self.way
        own = ways.study_level[way]
        least = np.where(own > 0, own, context.earned_for[ways.asked[way]])
        least = np.where(ways.is_prep[way] & (own == 0), PREPARATION, least)
        aim = context.earned_for[ways.usual[way]] if is_usual else least
        award = np.where(aim == own, np.maximum(context.problem.facts.award[way], aim), aim)
        may = (award <= context.max_credential) & (aim >= HIGH_SCHOOL) & (self.term == 0)
        may &= ~self.lacks & (self.is_bridge | (~self.meets | is_usual))
        may &= self.is_bridge | ways.is_prep[way] | ((aim > self.counted) & (aim > self.earned))
        if is_usual:
            may &= (aim > least) & ~self.is_bridge & ~ways.is_prep[way]
        credited = np.where(self.in_line >= aim, self.in_field, self.in_line)
        return study_options(
            context.problem,
            way=way,
            may=may,
            aim=aim,
            level=self.level,
            credited=credited,
            is_bridge=self.is_bridge,
        )

    def with_study(self, study: StudyOptions, mode: Mode) -> tuple[Arcs, Ints]:
        """Earning a credential first, at full time or beside the job held.

        Of a program that is only taught full time what comes before may be studied beside the job.
        """
        context, lost = self.context, self.context.lost
        zero = np.zeros(len(self.way))
        keep, studied, worked = study.may, study.months, self.worked
        if mode.leaves_job:
            # Who left to study is promoted nowhere; who has a job takes the GED beside it.
            search = self.look
            if mode is Mode.MIXED:
                first = study.before_months + study.prerequisite_months
                keep = keep & self.has_job & study.is_own & study.is_full_time_only & (first > 0)
                worked = np.maximum(worked, assume.PART_TIME_FACTOR.value * first)
                studied = studied - first
            elif context.problem.limits.study != "full":
                keep = keep & ~(self.has_job & (study.aim == HIGH_SCHOOL))
            months = worked + studied + search
            forgone = lost(self.pay, worked) + lost(zero, studied + search)
        else:
            # Without a job study is part time only where the person said so.
            may = self.has_job or context.problem.limits.study == "part"
            keep = keep & np.bool_(may and (self.has_job or context.pay_floor == 0))
            keep = keep & ~study.is_full_time_only
            studied = study.part_time_months
            worked = np.maximum(worked, studied)
            search = self._searched(worked)
            months = worked + search
            forgone = lost(self.pay, worked + search)
        years = study.months / 12.0
        return self._arcs(
            ArcOption(
                keep=keep,
                mode=mode,
                aim=study.aim,
                worked=worked,
                studied=studied,
                searched=search,
                months=months,
                usd=study.usd,
                forgone=forgone,
                difficulty=self.eased(self.base) + assume.STUDY_DIFFICULTY_PER_YEAR.value * years,
                arrive=study.aim,
                credited=study.credited,
                waiting_pay=zero if mode.leaves_job else self.pay,
            )
        )

    def with_term(self) -> tuple[Arcs, Ints]:
        """Serving a term for pay: an apprenticeship, or learning a trade on the job."""
        return self._arcs(term_option(self))

    def _arcs(self, option: ArcOption) -> tuple[Arcs, Ints]:
        """The arcs of an option where it is open, with the keys of the states they lead to."""
        keep = option.keep & (
            (self.residency == 0)
            | (self.context.problem.practice_pay[self.way] >= self.context.pay_floor)
        )
        is_open = (
            self.context.problem.share_open(self.way, option.arrive) >= assume.OPEN_ON_THE_WAY.value
        )
        keep &= ~self.reached | (option.arrive >= self.context.problem.goal_floor)
        keep &= self.reached | is_open
        if self.context.problem.limits.study == "none":
            keep &= ~self.is_studied
        at = np.flatnonzero(keep)
        bridged = self.papers.bridged(option.mode, self.is_bridge)[at]
        arcs = Arcs(
            tail=self.tail[at],
            head=np.zeros(len(at), dtype=np.int64),
            row=self.row[at],
            way=self.way[at],
            aim=option.aim[at],
            mode=np.full(len(at), option.mode, dtype=np.int64),
            worked=option.worked[at],
            studied=option.studied[at],
            course=self.course[at],
            searched=option.searched[at],
            waited=self.wait[at],
            residency=self.residency[at],
            permitted=self.is_permitted[at],
            bridged=bridged,
            counted=self.counted[at],
            arrive=option.arrive[at],
            credited=option.credited[at],
            experience=self.have[at],
            costs=self._costs(option, at, bridged),
        )
        return arcs, self._keys(arcs, option.mode, at)

    def _costs(self, option: ArcOption, at: Ints, bridged: Flags) -> Ints:
        """Costs in units, rounded up, with waits, practice and shares of jobs, shape (arcs, 4)."""
        context = self.context
        practice, course = self.residency[at], self.course[at]
        wait = self.wait[at] + self.permit[at]
        forgone = (option.forgone + context.lost(option.waiting_pay, self.wait + self.permit))[at]
        # Who studied full time has left the job.
        has_left = option.mode.leaves_job
        course_pay = self.course_pay if has_left else self.course_pay_employed
        forgone += context.lost(course_pay, self.course)[at]
        forgone += context.lost(context.problem.practice_pay[self.way[at]], practice)
        bridge, bridge_usd, bridge_lost = context.bridges.costs(self.row[at], self.pay[at], bridged)
        forgone += bridge_lost
        open_share = context.problem.share_open(self.way[at], option.arrive[at])
        share = np.maximum(open_share, assume.MIN_SHARE_OPEN.value)
        amounts = (
            option.months[at] + wait + practice + course + bridge,
            (option.usd + self.course_usd + self.license_usd + self.permit_usd)[at] + bridge_usd,
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
        to_goal &= not is_apprentice
        toward = np.where(to_goal, np.maximum(goal_credential, arcs.arrive), goal_credential)
        in_line = self.context.problem.facts.ways.asks_rank[self.way[at]]
        # What the start brings counts for the next condition by itself, not by way of this job.
        gained = np.where(in_line, 0.0, self.gained[at] + self.near[at] * arcs.worked)
        if is_apprentice:
            gained = gained + arcs.studied
        bucket = np.searchsorted(BUCKET_MONTHS, gained + NO_SPARE, side="right") - 1
        in_field = self.in_field[at]
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
