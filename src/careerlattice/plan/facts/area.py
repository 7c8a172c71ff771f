"""Facts about all occupations in one area: pay and licenses, worked out once per area."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Area
from careerlattice.plan.facts.occupations import Flags, Floats, OccupationFacts
from careerlattice.plan.facts.pay_line import PayLine, beginners_pay
from careerlattice.plan.facts.unusual_pay import unusual_pay
from careerlattice.requirements.requirements import open_requirements


@dataclass(frozen=True)
class AreaFacts:
    """Facts of one area: yearly pay (nan where none), and license kinds by occupation.

    `starting_pay` is what beginners earn: halfway from the lowest tenth to the lower quarter;
    `lowest_tenth` (the lower quarter where unpublished) what the lowest paid tenth earns at most.
    `is_licensed_in_job`: law here asks a license of who works in the line, earned once hired.
    `is_licensed` is true where law asks a license to be hired into the line, whatever the state's
    record lacks. `entry_pay` is what someone without an occupation can earn at each
    education level. `is_own_pay`: the pay is the area's own, or its state's where a metro publishes
    none; `is_unusual_pay`: it is out of line. `jobs_share` is how common an occupation is in `area`
    against the nation (1 where unpublished).
    """

    starting_pay: Floats
    lowest_tenth: Floats
    pay25: Floats
    pay50: Floats
    pay75: Floats
    is_own_pay: Flags
    is_licensed: Flags
    is_licensed_in_job: Flags
    entry_pay: Floats
    is_unusual_pay: Flags
    jobs_share: Floats
    area: Area

    def pay_line(self, row: int) -> PayLine:
        """Pay of an occupation by experience."""
        p25, p50, p75 = (float(pay[row]) for pay in (self.pay25, self.pay50, self.pay75))
        return PayLine(p25, p50, p75, float(self.starting_pay[row]))


NATION_LEVEL = 2
"""How the pay arrays say that a figure is the nation's."""


def build_area_facts(catalog: Catalog, facts: OccupationFacts, area: Area) -> AreaFacts:
    """Work the area's facts out."""
    pay = catalog.pay_vectors(area)
    p10, p25, p50, p75 = (part[facts.pay_of] for part in (pay.p10, pay.p25, pay.p50, pay.p75))
    is_nation = area.kind == "nation"
    licenses = open_requirements(catalog).license_vectors(area.state)
    return AreaFacts(
        starting_pay=beginners_pay(p10, p25),
        lowest_tenth=np.where(np.isnan(p10), p25, p10),
        pay25=p25,
        pay50=p50,
        pay75=p75,
        is_own_pay=pay.level >= 0 if is_nation else pay.level != NATION_LEVEL,
        is_licensed=licenses.before_hire,
        is_licensed_in_job=licenses.required & ~licenses.before_hire,
        entry_pay=_entry_pay(catalog, facts, p25),
        is_unusual_pay=unusual_pay(catalog, area),
        jobs_share=_jobs_share(catalog, area),
        area=area,
    )


def _jobs_share(catalog: Catalog, area: Area) -> Floats:
    """The area's share of each occupation's jobs against its share of all jobs."""
    here, nation = catalog.pay_vectors(area).employment, catalog.pay_vectors().employment
    known = ~(np.isnan(here) | np.isnan(nation))
    usual = here[known].sum() / max(float(nation[known].sum()), 1.0)
    share = here / nation / max(float(usual), 1e-9)
    return np.where(np.isnan(share), 1.0, share)


def _entry_pay(catalog: Catalog, facts: OccupationFacts, pay25: Floats) -> Floats:
    """Median over jobs of the lower-quartile pay of occupations open without experience."""
    jobs = catalog.outlook_vectors.employment * catalog.outlook_vectors.share
    entry = np.zeros(13)
    for level in range(1, 13):
        open_ = (
            (facts.accepted <= level) & (facts.experience <= 1) & ~np.isnan(pay25) & ~np.isnan(jobs)
        )
        if open_.any():
            order = np.argsort(pay25[open_], kind="stable")
            weight = np.cumsum(jobs[open_][order])
            entry[level] = pay25[open_][order][int(np.argmax(weight >= weight[-1] / 2))]
    return entry
