"""Every way through a small network of states, one by one, and those no other way beats.

The rules of the states are written here a second time, for one move at a time in plain Python, from
`docs/methods/plans.md` and what the arrays say of themselves; nothing of the search or the router
is used.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

BUCKETS = (0.0, 6.0, 12.0, 24.0, 48.0, 60.0)
EARNED_FOR = {4: 5, 12: 11}
HIGH_SCHOOL, CERTIFICATE, SOME_COLLEGE, ASSOCIATE, BACHELOR, PREPARATION = 2, 3, 4, 5, 6, 7
SEARCH, VACANCY, STAY, MOST_WORK, MOST_CREDITED = 2, 6, 12, 120, 180
NEAR, NEAR_NAMED = 0.15, 0.8
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


@dataclass(frozen=True)
class Option:
    """One way to meet an entry condition, before license, practice, course and jobs open.

    `idle_pay` is earned a year while waiting for a license, `has_left` where the job before was
    left to study.
    """

    months: float
    usd: float
    lost: float
    difficulty: float
    arrive: int
    worked: float
    idle_pay: float
    aim: int = 0
    served: float = 0.0
    has_left: bool = False


@dataclass(frozen=True)
class Taken:
    """One move: the state it leads to, its price in units, the condition and the credential."""

    after: State
    price: Costs
    way: int
    aim: int


def front(problem: Any) -> set[tuple[Costs, int]]:
    """Costs and job changes of all ways within the limits that no other way beats."""
    found = _every_way(problem, lambda _: True)
    return {one for one in found if not any(_beats(other, one) for other in found)}


def usual(problem: Any) -> tuple[Costs, int] | None:
    """The quickest way that enters a goal by its first condition and earns nothing held before."""

    def is_taken(move: Taken) -> bool:
        by_door = move.way == problem.facts.ways.first[move.after.job]
        is_new = move.aim == 0 or move.aim > int(problem.person.level)
        return is_new and (by_door or not _is_goal(problem, move.after.job))

    return min(_every_way(problem, is_taken), default=None)


def _every_way(problem: Any, is_taken: Callable[[Taken], bool]) -> set[tuple[Costs, int]]:
    """Costs and job changes of all ways to a goal within the limits, over the moves taken."""
    limits, person = problem.limits, problem.person
    own = 0
    if person.row >= 0:
        own = min(int(person.level), int(problem.facts.typical[person.row]))
    start = State(person.row, int(person.level), problem.start_in_goal_field, own, False, 0, 0.0)
    found: set[tuple[Costs, int]] = set()
    seen: set[tuple[State, Costs, int]] = set()
    known: dict[tuple[State, bool], set[tuple[State, Costs]]] = {}
    stack: list[tuple[State, Costs, int]] = [(start, (0, 0, 0, 0), 0)]
    while stack:
        state, paid, hops = stack.pop()
        if hops and _is_goal(problem, state.job):
            found.add((paid, hops))
            continue
        if hops == limits.max_job_changes:
            continue
        if (state, hops == 0) not in known:
            every = moves(problem, state, is_start=hops == 0)
            known[state, hops == 0] = {(one.after, one.price) for one in every if is_taken(one)}
        for after, price in known[state, hops == 0]:
            total = (paid[0] + price[0], paid[1] + price[1], paid[2] + price[2], paid[3] + price[3])
            if limits.max_months is not None and total[0] > limits.max_months:
                continue
            if limits.budget_usd is not None and total[1] > limits.budget_usd:
                continue
            label = (after, total, hops + 1)
            if label not in seen:
                seen.add(label)
                stack.append(label)
    return found


def _beats(other: tuple[Costs, int], one: tuple[Costs, int]) -> bool:
    pairs = [*zip(other[0], one[0], strict=True), (other[1], one[1])]
    return all(a <= b for a, b in pairs) and other != one


def _is_goal(problem: Any, row: int) -> bool:
    return bool(problem.is_goal[row] and problem.is_allowed[row])


def moves(problem: Any, at: State, *, is_start: bool) -> Iterator[Taken]:
    """All ways to take a next job."""
    facts, floor = problem.facts, problem.limits.min_pay_usd or 0
    if is_start:
        targets = [b for b in range(len(problem.is_goal)) if problem.is_start_target[b]]
    else:
        targets = facts.move_to[facts.move_start[at.job] : facts.move_start[at.job + 1]].tolist()
    for b in targets:
        is_same = b == at.job and not (is_start and problem.moves_state)
        if is_same or not (problem.is_allowed[b] or b == problem.person.row):
            continue
        reached = _is_goal(problem, b)
        is_fall = at.job >= 0 and facts.falls[at.job, b] and not facts.is_named[at.job, b]
        if is_fall and not (is_start and (reached or _is_rung(problem, b))):
            # Down from where one is, but only to the goal itself or onto its ladder.
            continue
        if floor and not reached and not problem.area.pay50[b] >= floor:
            continue
        if not is_start and b == problem.person.row:
            continue
        if is_start and at.job >= 0 and not reached:
            # A job that pays less than the one held, and leads on by no rule, is no step.
            leads = _is_rung(problem, b) or facts.is_named[at.job, b]
            if not leads and not problem.area.pay50[b] >= 0.9 * problem.person.stay_pay:
                continue
        for way in range(int(facts.ways.first[b]), int(facts.ways.first[b + 1])):
            move = _Move(problem, at, b, way, is_start=is_start)
            if move.is_admitted():
                for option in move.options():
                    if not move.is_open(option):
                        continue
                    yield Taken(move.after(option), move.price(option), way, option.aim)


def _is_rung(problem: Any, row: int) -> bool:
    """Whether a goal's ladder leads through an occupation; outcomes have no ladder."""
    goals = [b for b in range(len(problem.is_goal)) if _is_goal(problem, b)]
    return problem.is_one_front and any(problem.facts.is_ladder[row, goal] for goal in goals)


class _Move:
    """Entering one occupation by one of its ways in, from one state."""

    def __init__(self, problem: Any, at: State, b: int, way: int, *, is_start: bool) -> None:
        self.problem, self.at, self.b, self.way, self.is_start = problem, at, b, way, is_start
        self.facts, self.ways = problem.facts, problem.facts.ways
        self.reached, self.has_job = _is_goal(problem, b), at.job >= 0
        self.floor = problem.limits.min_pay_usd or 0
        self.jobs = problem.person.jobs if is_start else ((at.job, at.carried),)
        self.is_named = self.has_job and bool(self.facts.is_named[at.job, b])
        self.pay = float(problem.area.pay50[at.job]) if self.has_job else 0.0
        if math.isnan(self.pay):
            self.pay = problem.person.stay_pay
        self.is_rank = bool(self.ways.is_rank[way].any())
        self.has_program = self._has_program()
        # A degree shows that a bridge is crossed; a certificate of the same code may be another.
        ways = self.ways
        is_crossed = self.has_program and problem.person.level >= BACHELOR
        self.is_bridge = bool(ways.is_bridge[way]) and ways.study_level[way] > 0 and not is_crossed
        proof, abroad = problem.proof, problem.recognition
        # Who holds the license has met all that it asks, by one way in.
        self.is_proven = proof is not None and bool(proof.ways[way])
        self.is_closed = proof is not None and bool(proof.held[b]) and not self.is_proven
        self.is_closed = self.is_closed or (abroad is not None and bool(abroad.closed[way]))
        self.is_worked = proof is not None and bool(proof.work[way])
        self.is_bridge = self.is_bridge and not self.is_proven
        is_learned = abroad is not None and bool(abroad.learned[way])
        self.term = 0.0 if self.is_proven or is_learned else float(ways.term[way])
        self.is_opened_abroad = (
            abroad is not None and bool(abroad.opens[way]) and not self.is_proven
        )
        if self.is_opened_abroad and not is_start and self.has_job:
            crossed = int(abroad.crossed[at.job])
            self.is_opened_abroad = crossed == 0 or crossed != int(abroad.key[b])
        self._work()
        self._schooling()
        self.practice = 0.0 if self.is_proven else float(self.ways.practice[way])
        # What has to be in hand first is got by who does not skip the course or hold the license.
        has_course = bool(ways.course_months[way] > 0)
        self.has_permits = self.is_proven or is_learned or (has_course and self.skips_course)
        self.permit = 0.0 if self.has_permits else float(ways.permit[way])
        self.permit_usd = 0.0 if self.has_permits else float(ways.permit_usd[way])
        self.look = max(SEARCH, 0.0 if self.has_permits else float(ways.search[way]))
        self.search = self._search(self.worked)
        self.wait, self.license_usd = self._license()

    def _search(self, worked: float) -> float:
        """Who is promoted waits for an opening, and works or studies meanwhile."""
        is_promoted = self.is_rank and self.has_job
        return max(VACANCY - worked, 0) if is_promoted else self.look

    def _license(self) -> tuple[float, float]:
        """Months and dollars of the license: none where it is held, its own where it is brought."""
        problem, b = self.problem, self.b
        is_asked = problem.area.is_licensed[b] and not self.ways.is_unlicensed[self.way]
        if not is_asked or self._holds_license_of(b):
            return 0, 0
        brought = problem.person.credentials.transfers.get(b)
        if brought is None:
            return float(self.facts.license_months[b]), float(self.facts.license_usd[b])
        return brought.months.low, (brought.usd.low + brought.usd.high) / 2

    def _has_program(self) -> bool:
        """Whether the way's own program, or more in its field, was done before the start."""
        person, level = self.problem.person, int(self.ways.study_level[self.way])
        if not self.is_start or level == 0 or person.level < level:
            return False
        return self._studied()

    def _studied(self) -> bool:
        """Whether what was studied is of the way's programs, and counts here."""
        abroad = self.problem.recognition
        if abroad is not None and abroad.refused[self.way]:
            return False
        return bool(self.problem.person.programs & self.ways.programs[self.way])

    def _holds_license_of(self, row: int) -> bool:
        """Whether some job held now or at the start goes by the same license.

        Where a license of another state is named, work at the start was done on that one.
        """
        number, person = self.facts.license, self.problem.person
        on_the_way = [] if self.is_start or self.at.job < 0 else [self.at.job]
        if person.credentials.transfers or person.credentials.proven.any():
            at_start = bool(person.credentials.holds[row])
        else:
            at_start = any(number[job] == number[row] for job, _ in person.at_home)
        return at_start or any(number[job] == number[row] for job in on_the_way)

    def is_admitted(self) -> bool:
        """Whether the way is for people who stand here."""
        ways, way, at, person = self.ways, self.way, self.at, self.problem.person
        if self.is_closed:
            return False
        if self.is_rank and not any(ways.is_rank[way, job] for job, _ in self.jobs):
            return False
        if self.is_proven:
            return True
        before = ways.is_licensed_before[way]
        home = person.at_home if self.is_start else self.jobs
        if before.any() and not any(before[job] for job, _ in home):
            # Who has done the program has held the license that it is entered with.
            named = [row for row in range(len(before)) if before[row]]
            is_held = any(
                self._holds_license_of(row) or person.credentials.proven[row] for row in named
            )
            is_held = is_held or (self.has_program and person.credentials.abroad is None)
            if not (self.is_start and is_held):
                return False
        degree = int(ways.from_level[way])
        if degree and at.level < degree:
            return False
        if degree and ways.from_own[way]:
            in_field = bool(person.programs & ways.from_programs[way])
            # Half of engineering is not what comes with a technician's programs.
            asked, held = (
                {one[:2] for one in found} for found in (ways.from_programs[way], person.programs)
            )
            in_field &= not (self.facts.is_engineer[ways.row[way]] and asked == {"14"} != held)
            if not self.is_start:
                in_field = bool(self.facts.same_program[at.job, self.b])
                in_field = in_field and at.own_field >= degree
            if not in_field:
                return False
        if ways.is_prep[way] and at.level < ways.floor[way]:
            return False
        return not self.practice or bool(self._practice_pay(way) >= self.floor)

    def _weight(self, job: int) -> float:
        """What a month of work in a job counts for this way in."""
        ways, way = self.ways, self.way
        if job == self.b or ways.counts[way, job] or ways.is_rank[way, job]:
            return 1.0
        near = float(self.facts.near(job, self.b))
        least = NEAR_NAMED if ways.names_work[way] or self.is_rank else NEAR
        return near if near >= least else 0.0

    def _work(self) -> None:
        ways, way, at = self.ways, self.way, self.at
        self.weight = self._weight(at.job) if self.has_job else 0.0
        # What the start brings counts for what this condition names, not by way of the job between.
        brought = sum(self._weight(job) * months for job, months in self.problem.person.jobs)
        brought = min(brought, MOST_CREDITED)
        self.gained = 0.0 if self.is_start else self.weight * at.carried
        have = brought + self.gained
        # Months in a rank are served in that rank: what was worked before the job held is carried
        # as experience, but is no time in the rank.
        served = self.jobs if self.is_start else ()
        ranked = sum(float(ways.is_rank[way, job]) * months for job, months in served)
        self.have = have
        in_rank = float(self.has_job and ways.is_rank[way, at.job])
        worked = max(
            0.0
            if self.is_worked
            else _months(float(ways.experience[way]) - self.have, self.weight),
            _months(float(ways.promotion[way]) - min(ranked, MOST_CREDITED), in_rank),
        )
        self.lacks = worked > MOST_WORK
        self.worked = max(0.0 if self.lacks else worked, 0.0 if self.is_start else STAY)

    def _schooling(self) -> None:
        """The level that counts here, that in the field, and that credited toward more."""
        problem, facts, ways, at, b = self.problem, self.facts, self.ways, self.at, self.b
        in_field = line = at.in_goal if self.reached else 0
        if self.has_job:
            chosen = at.is_chosen and facts.common_program[at.job, b]
            if facts.same_program[at.job, b] or chosen:
                in_field = max(in_field, at.own_field)
            line = at.own_field if facts.same_line[at.job, b] else 0
        if self._studied():
            in_field = max(in_field, int(problem.person.level))
        families = {program[:2] for program in problem.person.programs}
        if families & {program[:2] for program in ways.programs[self.way]}:
            line = max(line, int(problem.person.level))
        self.in_field, self.in_line = in_field, max(in_field, line)
        is_own = bool(ways.is_own[self.way])
        self.counted = max(in_field, min(at.level, HIGH_SCHOOL)) if is_own else at.level
        asked = int(ways.asked[self.way])
        self.is_schooled = in_field >= max(asked, CERTIFICATE)
        has_studied = self._studied()
        if not self.is_start:
            has_studied = at.is_chosen
        self.skips_course = (is_own and self.is_schooled and has_studied) or self.is_proven
        meets = self.is_schooled if ways.is_prep[self.way] else self.counted >= asked
        self.meets = (meets and not self.is_bridge) or self.is_proven
        if self.is_proven:
            self.counted = max(self.counted, asked)

    def _practice_pay(self, way: int) -> float:
        known, begins = float(self.facts.ways.practice_usd[way]), self.problem.area.starting_pay
        row = int(self.facts.ways.row[way])
        return known if math.isnan(begins[row]) else min(known, float(begins[row]))

    def _lost(self, pay: float, months: float) -> float:
        return max(0.0, float(self.problem.goal_pay) - pay) * months / 12

    def options(self) -> Iterator[Option]:
        """At once or after work, by study, by a term."""
        if self.lacks:
            return
        if self.term > 0:
            yield from self._term()
            return
        scarce = float(self.facts.scarcity[self.b])
        base = float(self.facts.difficulty(self.at.job, self.b)) if self.has_job else 1.0 + scarce
        eased = min(base, 1.0 + scarce)
        is_made = not self.has_job or self.facts.is_made[self.at.job, self.b]
        # A first job may be one that the schooling held is for.
        is_graduate = self.is_start and self._studied() and self.ways.asked[self.way] >= CERTIFICATE
        if self.meets and (self.reached or self.is_named or is_made or is_graduate):
            yield Option(
                months=self.worked + self.search,
                usd=0,
                lost=self._lost(self.pay, self.worked + self.search),
                difficulty=eased if self.is_named else base,
                arrive=self.counted,
                worked=self.worked,
                idle_pay=self.pay,
            )
        for aim in self._aims():
            yield from self._study(aim, eased)

    def _aims(self) -> list[int]:
        """The credentials that make sense: the least the way accepts, and the usual one."""
        ways, way, at, limits = self.ways, self.way, self.at, self.problem.limits
        is_prep, own = bool(ways.is_prep[way]), int(ways.study_level[way])
        asked, usual = (
            EARNED_FOR.get(int(level), int(level)) for level in (ways.asked[way], ways.usual[way])
        )
        least = own or (PREPARATION if is_prep else asked)
        is_whole = self.is_bridge or is_prep
        aims = []
        if is_whole and not self.meets:
            aims = [least]
        elif not is_whole:
            aims = [least] if not self.meets else []
            aims += [usual] if usual > least else []
            aims = [aim for aim in aims if aim > max(self.counted, at.earned)]
        most = 12 if limits.max_credential is None else int(limits.max_credential)
        # The way's own program is the award it comes to, which may be more than its name.
        award = {aim: max(aim, int(self.facts.award[way])) if aim == own else aim for aim in aims}
        return [aim for aim in aims if aim >= HIGH_SCHOOL and award[aim] <= most]

    def _study(self, aim: int, eased: float) -> Iterator[Option]:
        limits, table = self.problem.limits, self.problem.study
        months, usd, is_own = self._length(aim)
        if months <= 0:
            return
        field = int(self.facts.field[self.b])
        full_time_only = bool(table.is_full_time_only[field, aim])
        if is_own:
            full_time_only = bool(self.ways.is_full_time_only[self.way])
        hard = eased + 0.25 * months / 12
        may_leave = limits.study in ("any", "full") and not self.floor
        if aim == HIGH_SCHOOL and self.has_job and limits.study != "full":
            # No one leaves a job for the high school equivalency.
            may_leave = False
        if may_leave:
            # Who has left is promoted nowhere, and looks for the job.
            yield Option(
                months=self.worked + months + self.look,
                usd=usd,
                lost=self._lost(self.pay, self.worked) + self._lost(0, months + self.look),
                difficulty=hard,
                arrive=aim,
                worked=self.worked,
                idle_pay=0.0,
                aim=aim,
                has_left=True,
            )
        first = self._before(aim)[0] + self._prerequisites()[0] if is_own else 0.0
        if may_leave and limits.study == "any" and self.has_job and full_time_only and first:
            # What comes before a program that is only taught full time goes beside the job.
            worked = max(self.worked, 2 * first)
            yield Option(
                months=worked + months - first + self.look,
                usd=usd,
                lost=self._lost(self.pay, worked) + self._lost(0, months - first + self.look),
                difficulty=hard,
                arrive=aim,
                worked=worked,
                idle_pay=0.0,
                aim=aim,
                has_left=True,
            )
        # Without a job study is part time only where the person said so.
        may_part = self.has_job or (limits.study == "part" and not self.floor)
        if limits.study in ("any", "part") and may_part and not full_time_only:
            is_graduate = aim > BACHELOR and (is_own or self.at.level >= BACHELOR)
            longer = 2 * first + math.ceil((1.5 if is_graduate else 2) * (months - first))
            worked = max(self.worked, longer)
            yield Option(
                months=worked + self._search(worked),
                usd=usd,
                lost=self._lost(self.pay, worked + self._search(worked)),
                difficulty=hard,
                arrive=aim,
                worked=worked,
                idle_pay=self.pay,
                aim=aim,
            )

    def _length(self, aim: int) -> tuple[float, float, bool]:
        """Months and dollars of a credential; the way's own program has its own."""
        ways, way, level, table = self.ways, self.way, self.at.level, self.problem.study
        credited = self._credited(aim)
        field, held = int(self.facts.field[self.b]), level
        if level >= aim and table.months[field, level, credited, aim] == 0:
            # A higher degree in another field is no credential of this one.
            held = HIGH_SCHOOL
        cell = (field, held, credited, aim)
        months, usd = float(table.months[cell]), float(table.usd[cell])
        own = float(ways.study_months[way])
        if aim != ways.study_level[way] or math.isnan(own):
            return months, usd, False
        before, before_usd = self._before(aim)
        share = 1.0
        if not (self.is_bridge or ways.is_prep[way] or aim > BACHELOR):
            # A certificate has no general courses, which are all that count toward a day cohort.
            brings = credited > CERTIFICATE or not ways.is_full_time_only[way]
            general = credited if brings else 0
            left = float(table.months[0, max(held, HIGH_SCHOOL), general, aim])
            whole = float(table.months[0, HIGH_SCHOOL, 0, aim])
            share = min(left / whole, 1.0) if whole else 1.0
            # A day cohort is shortened by a quarter at most, and never below its clinical terms.
            share = max(share, max(0.75, min(20 / own, 1)) if ways.is_full_time_only[way] else 0.0)
        price = float(ways.study_usd[way])
        if not math.isnan(price):
            usd = before_usd + round(price * share)
        first, first_usd = self._prerequisites()
        return before + first + math.ceil(own * share), usd + first_usd, True

    def _credited(self, aim: int) -> int:
        """What counts toward a credential; an associate's half of a bachelor's may or may not."""
        credited = self.in_field if self.in_line >= aim else self.in_line
        person = self.problem.person
        if aim != BACHELOR:
            return credited
        if self.facts.is_engineer[self.b]:
            families = {program[:2] for program in person.programs}
            has_begun = families == {"14"}
            return credited if has_begun or credited > ASSOCIATE else 0
        is_untold = int(person.level) == ASSOCIATE and not person.programs
        return max(credited, ASSOCIATE) if is_untold else credited

    def _before(self, aim: int) -> tuple[float, float]:
        """Months and dollars of the diploma or the bachelor's that a program of its own asks."""
        ways, way, level, table = self.ways, self.way, self.at.level, self.problem.study
        base = BACHELOR if aim > BACHELOR else HIGH_SCHOOL
        given = self.is_bridge and (aim <= BACHELOR or ways.from_level[way] > 0)
        if level >= base or given or ways.is_prep[way]:
            return 0.0, 0.0
        # A bachelor's of any field is finished from what is held, one that prepares only from that.
        prepares = bool(self.problem.person.programs & ways.prepared_programs[way])
        counts = base == BACHELOR and (ways.prerequisite[way] == 0 or prepares)
        cell = (0, level, level if counts else 0, base)
        return float(table.months[cell]), float(table.usd[cell])

    def _prerequisites(self) -> tuple[float, float]:
        """Months and dollars of the courses asked first of a degree in another field."""
        person, prepared = self.problem.person, self.ways.prepared_programs[self.way]
        is_graduate = person.level >= BACHELOR and bool(person.programs)
        # College without a degree is not taken to hold what a program open to it asks.
        after_college = person.level < BACHELOR
        after_college = after_college and self.ways.from_level[self.way] == SOME_COLLEGE
        if not (is_graduate or after_college) or person.programs & prepared:
            return 0.0, 0.0
        return float(self.ways.prerequisite[self.way]), float(self.ways.prerequisite_usd[self.way])

    def _term(self) -> Iterator[Option]:
        """An apprenticeship, or learning on the job: for pay, shortened by work that counts.

        Where it asks a diploma that is lacking, the equivalency comes first, beside a job held.
        """
        ways, way = self.ways, self.way
        wage = float(ways.term_share[way]) * float(self.problem.area.pay50[self.b])
        idle, beside, usd = 0.0, self.worked, 0.0
        if not wage >= self.floor:
            return
        if not self.meets:
            ged = self._equivalency()
            if ged is None:
                return
            months, usd, is_beside = ged
            idle, beside = (0.0, max(self.worked, months)) if is_beside else (months, self.worked)
        if self.problem.limits.study == "none" and ways.is_apprenticeship[way]:
            return
        whole = float(ways.term[way])
        worked = self.jobs if self.is_start else ()
        worked = (*worked, (self.at.job, beside)) if self.has_job else worked
        credit = sum(float(ways.credit[way, job]) * months for job, months in worked)
        credit = math.floor(min(credit, float(ways.credit_most[way]), whole / 2) + 1e-5)
        term = math.ceil(whole - credit)
        scarce = float(self.facts.scarcity[self.b])
        base = float(self.facts.difficulty(self.at.job, self.b)) if self.has_job else 1.0 + scarce
        before = self.search + beside
        schooled = 0.0 if self.meets else months
        yield Option(
            months=before + idle + term,
            usd=usd,
            lost=self._lost(self.pay, before) + self._lost(0, idle) + self._lost(wage, term),
            difficulty=min(base, 1.0 + scarce) + 0.25 * 0.5 * (term + schooled) / 12,
            arrive=max(self.counted, CERTIFICATE),
            worked=beside,
            idle_pay=wage,
            aim=0 if self.meets else HIGH_SCHOOL,
            served=term,
        )

    def _equivalency(self) -> tuple[float, float, bool] | None:
        """Months, dollars of the diploma a term asks, and whether beside the job; none if shut."""
        limits, table, level = self.problem.limits, self.problem.study, self.at.level
        most = 12 if limits.max_credential is None else int(limits.max_credential)
        if self.ways.asked[self.way] != HIGH_SCHOOL or not level < HIGH_SCHOOL <= most:
            return None
        is_beside = self.has_job
        if limits.study == "none" or (self.floor and not is_beside):
            return None
        at = (int(self.facts.field[self.b]), level, 0, HIGH_SCHOOL)
        is_slower = is_beside or limits.study == "part"
        return float(table.months[at]) * (2 if is_slower else 1), float(table.usd[at]), is_beside

    def is_open(self, option: Option) -> bool:
        """Nobody is sent on the way into a job that hardly any employer would give them.

        Who wants no study takes no course of some 100 hours or more, nor one that costs a week's
        pay, unless the employer teaches it.
        """
        course = 0.0 if self.skips_course else float(self.ways.course_months[self.way])
        is_day = self.has_job and not self.ways.is_evening_course[self.way]
        is_study = course > (0.25 if is_day else 1.0) and not self.ways.is_paid_course[self.way]
        if is_study and self.problem.limits.study == "none":
            return False
        if self.reached:
            return option.arrive >= self.problem.goal_floor
        return self._share(option) >= 0.1

    def _share(self, option: Option) -> float:
        """The share of jobs open; a license held opens what it opens, whatever the schooling."""
        return 1.0 if self.is_proven else float(self.facts.share_open[self.b, option.arrive])

    def price(self, option: Option) -> Costs:
        """Months, dollars, thousands lost and tenths of difficulty, rounded up."""
        ways, way = self.ways, self.way
        course = 0.0 if self.skips_course else float(ways.course_months[way])
        course_usd = 0.0 if self.skips_course else float(ways.course_usd[way])
        course_pay = 0.0
        if ways.is_paid_course[way]:
            # The employer hires first and teaches at its own pay, a beginner's at an academy, or
            # six tenths of it in a course of weeks.
            starting = float(self.problem.area.starting_pay[self.b])
            starting *= 1.0 if ways.course_months[way] >= 2 else 0.6
            starting = starting if math.isnan(ways.course_pay[way]) else float(ways.course_pay[way])
            course_usd, course_pay = 0.0, 0.0 if math.isnan(starting) else starting
        elif ways.is_evening_course[way] and self.has_job and not option.has_left:
            course_pay = self.pay
        lost = option.lost + self._lost(option.idle_pay, self.wait + self.permit)
        lost += self._lost(course_pay, course)
        lost += self._lost(self._practice_pay(way), self.practice)
        bridge, bridge_usd, bridge_lost = self._recognition(option)
        lost += bridge_lost
        is_open = max(self._share(option), 0.02)
        return (
            _up(option.months + self.wait + self.permit + self.practice + course + bridge),
            _up(option.usd + course_usd + self.license_usd + self.permit_usd + bridge_usd),
            _up(lost / 1000),
            _up((option.difficulty - math.log(is_open)) / 0.1),
        )

    def _recognition(self, option: Option) -> tuple[float, float, float]:
        """Months, dollars and earnings lost until training from abroad counts."""
        if not self.is_opened_abroad or (option.aim and not self.is_bridge):
            return 0.0, 0.0, 0.0
        months = dollars = lost = 0.0
        for step in self.problem.recognition.steps[self.b]:
            months += step.months.low
            dollars += (step.usd.low + step.usd.high) / 2
            lost += self._lost(self.pay if step.is_beside_work else step.pay_usd, step.months.low)
        return months, dollars, lost

    def after(self, option: Option) -> State:
        """Where the person stands then. Who is promoted begins anew; all goals are one."""
        at, b = self.at, self.b
        gained = 0.0 if self.is_rank else self.gained + self.weight * option.worked
        gained += option.served
        is_chosen = option.aim >= CERTIFICATE
        own = self.in_field
        toward = option.aim > 0 and not option.served and bool(self.problem.goal_program[b])
        return State(
            job=b,
            level=max(at.level, option.arrive) if option.aim or option.served else at.level,
            in_goal=max(at.in_goal, option.arrive) if toward else at.in_goal,
            own_field=option.aim if is_chosen else own,
            is_chosen=is_chosen,
            earned=max(at.earned, option.aim),
            carried=max(months for months in BUCKETS if months <= gained + 1e-9),
        )


def _months(short: float, weight: float) -> float:
    """Whole months of work where so many are short; without end where the work counts nothing."""
    if short <= 1e-9:
        return 0.0
    return math.inf if weight <= 0 else float(math.ceil(short / weight - 1e-9))


def _up(amount: float) -> int:
    return math.ceil(amount - 1e-9)
