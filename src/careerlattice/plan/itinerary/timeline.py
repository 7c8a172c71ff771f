"""A route's steps and money in order; the timeline keeps the time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from careerlattice.plan.answer import Step
from careerlattice.plan.facts.pay_line import BEGINNER, EntryPay, PayLine
from careerlattice.plan.itinerary.money import Stretch


@dataclass
class Timeline:
    """Told what is done next, it appends the step and the stretch of money that goes with it.

    `at` and `usual` are months so far, if all goes well and as people usually take; money is
    reckoned as people usually take. `tenure_years` is experience in the job held. A step told has
    to begin `at` now. `entered` is what the job held pays, as it was taken. Pay goes on rising in
    the job held while one waits beside it (`waited_years`), though that is no experience.
    """

    tenure_years: float = 0.0
    waited_years: float = 0.0
    entered: EntryPay = BEGINNER
    at: float = 0.0
    usual: float = 0.0
    steps: list[Step] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)

    def as_held(self, line: PayLine | None) -> PayLine | None:
        """Pay of the job held, as it was taken."""
        return None if line is None else self.entered.on(line)

    def work(self, step: Step, line: PayLine | None) -> None:
        """Work in the job held; experience grows."""
        self._append(step, Stretch(step.months_usual, line, self._paid_years))
        self.tenure_years += step.months_usual / 12.0

    def study_beside(self, step: Step, line: PayLine | None) -> None:
        """Study beside the job held, paid for out of pocket; experience grows."""
        stretch = Stretch(step.months_usual, line, self._paid_years, tuition_usd=step.cost_usd)
        self._append(step, stretch)
        self.tenure_years += step.months_usual / 12.0

    def study(self, step: Step) -> None:
        """Study at full time, without pay."""
        self._append(step, Stretch(step.months_usual, None, 0.0, tuition_usd=step.cost_usd))

    def wait(
        self,
        step: Step,
        line: PayLine | None = None,
        *,
        share: float | None = None,
        fixed_usd: float | None = None,
    ) -> None:
        """Time that no experience is counted for: a search, a license, paid training.

        `share` of the line's median is earned, or `fixed_usd` a year; else pay by tenure.
        """
        is_employed = line is not None and share is None
        tenure = self._paid_years if is_employed else 0.0
        stretch = Stretch(
            step.months_usual,
            line,
            tenure,
            share=share,
            fixed_usd=fixed_usd,
            tuition_usd=step.cost_usd,
        )
        self._append(step, stretch)
        if is_employed and fixed_usd is None:
            self.waited_years += step.months_usual / 12.0

    def arrive(self, step: Step, carried_months: float, entered: EntryPay = BEGINNER) -> None:
        """Take a job, with the months of experience that count in it and what it pays so taken."""
        self.steps.append(replace(step, start_month_usual=self.usual))
        self.tenure_years, self.waited_years = carried_months / 12.0, 0.0
        self.entered = entered

    @property
    def _paid_years(self) -> float:
        """Years in the job held, by which its pay rises."""
        return self.tenure_years + self.waited_years

    def _append(self, step: Step, stretch: Stretch) -> None:
        self.steps.append(replace(step, start_month_usual=self.usual))
        self.stretches.append(stretch)
        self.at += step.months
        self.usual += step.months_usual
