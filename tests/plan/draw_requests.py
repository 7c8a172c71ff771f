"""Random plan requests with a seed: persons, goals and limits of every kind the planner takes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from careerlattice.catalog.catalog import Catalog
from careerlattice.plan.request import Goal, Limits, PastJob, PlanRequest, Start
from careerlattice.profile.model import HeldLicense
from careerlattice.vocab.levels import EducationLevel

STATES = ("OH", "TX", "CA", "NY", "FL", "WY", "VT", "MI", "WA", "GA", "PR", None)
METROS = ("Columbus, OH", "Boise City, ID", "Akron, OH")
LEVELS = (
    EducationLevel.LESS_THAN_HIGH_SCHOOL, EducationLevel.HIGH_SCHOOL, EducationLevel.HIGH_SCHOOL,
    EducationLevel.CERTIFICATE, EducationLevel.SOME_COLLEGE, EducationLevel.ASSOCIATE,
    EducationLevel.BACHELOR, EducationLevel.BACHELOR, EducationLevel.MASTER,
)  # fmt: skip
LICENSES = (
    "registered nurse", "licensed practical nurse", "attorney", "physical therapist", "CPA",
    "journeyman electrician", "cosmetologist", "CDL", "EMT", "physician", "real estate license",
    "elementary teacher", "dentist", "FAA mechanic",
)  # fmt: skip
UNAIMED = {"journeyman electrician", "CDL", "real estate license", "FAA mechanic", "physician"}
"""Names of licenses that are no names of occupations."""
TRAINED = (
    "registered nurses", "family medicine physicians", "dentists, general", "civil engineers",
    "pharmacists", "lawyers", "veterinarians", "accountants and auditors", "software developers",
    "physical therapists", "electricians", "physician assistants",
)  # fmt: skip
FIELDS = ("51.38", "11.0701", "52.03", "nursing", "13.12", "accounting", "14.19")


def draw_requests(catalog: Catalog, count: int, seed: int) -> Iterator[PlanRequest]:
    """`count` requests; the same seed gives the same ones."""
    chance = random.Random(seed)
    told = random.Random(f"{seed}: what is told of the job")
    papers = random.Random(f"{seed}: licenses and training from abroad")
    codes = [str(code) for code in catalog.codes]
    weights = [1.0 if code[:2] != "55" else 0.2 for code in codes]
    clusters = [cluster.name for cluster in catalog.list_clusters("2008")]
    pathways = [p.name for p in catalog.list_pathways("2008")]

    def job() -> str:
        return chance.choices(codes, weights)[0]

    def start() -> Start:
        return with_papers(plain_start())

    def with_papers(plain: Start) -> Start:
        kind = papers.random()
        if kind < 0.12:
            where = papers.choice(("", "TX", "CA", "OH", "NY"))
            return replace(plain, licenses=(HeldLicense(papers.choice(LICENSES), where),))
        if kind < 0.2:
            trained = papers.choice(TRAINED)
            was = PastJob(trained, papers.choice((24, 96)))
            past = (*plain.past, was) if papers.random() < 0.5 else plain.past
            return replace(plain, trained_abroad=trained, past=past)
        return plain

    def plain_start() -> Start:
        kind = chance.random()
        level = chance.choice(LEVELS)
        field = chance.choice(FIELDS) if level >= 3 and chance.random() < 0.3 else None
        if kind < 0.15:
            return Start(None, education=level, field=field)
        if kind < 0.25:
            past = tuple(PastJob(job(), chance.choice((6, 24, 120))) for _ in range(2))
            return Start(None, past, level, field)
        months = chance.choice((0, 3, 12, 24, 60, 240))
        held = PastJob(job(), None if told.random() < 0.2 else months)
        past = (PastJob(job(), chance.choice((12, 48))),) if chance.random() < 0.2 else ()
        pay = told.choice((18_000.0, 33_500.0, 71_000.0)) if told.random() < 0.3 else None
        return Start(held, past, None if chance.random() < 0.3 else level, field, pay)

    def goal() -> Goal:
        kind = chance.random()
        if kind < 0.7:
            return Goal(job())
        if kind < 0.85:
            return Goal(
                min_pay_usd=chance.choice((40_000, 55_000, 70_000, 100_000)),
                min_growth_pct=chance.choice((None, None, 5.0)),
                no_degree=chance.random() < 0.3,
            )
        return Goal(
            pathway=chance.choice(pathways),
            level=chance.choice((None, "entry", "intermediate", "advanced", "expert")),
        )

    def limits() -> Limits:
        def maybe(values: tuple[float, ...], share: float = 0.3) -> float | None:
            return chance.choice(values) if chance.random() < share else None

        return Limits(
            maybe((6, 14, 24, 36, 60, 120)),
            maybe((0, 4150, 5000, 8300, 12_000, 50_000)),
            maybe((25_000, 35_000, 45_000), 0.15),
            chance.choice(LEVELS) if chance.random() < 0.15 else None,
            chance.choices(("any", "none", "part", "full"), (6, 1, 1, 1))[0],  # type: ignore[arg-type]
            (chance.choice(clusters),) if chance.random() < 0.08 else (),
            (job(), job()) if chance.random() < 0.1 else (),
            chance.choice((1, 2, 4, 4, 6)),
        )

    def aimed(stands: Start, wanted: Goal) -> Goal:
        """Half of those with papers aim at the work that these are for."""
        papers_for = [one.title for one in stands.licenses] or [stands.trained_abroad]
        is_for = papers_for[0] is not None and papers_for[0] not in UNAIMED
        return Goal(papers_for[0]) if is_for and papers.random() < 0.5 else wanted

    for _ in range(count):
        metro = chance.choice(METROS) if chance.random() < 0.1 else None
        stands = start()
        yield PlanRequest(
            stands, aimed(stands, goal()), limits(),
            None if metro else chance.choice(STATES), metro,
            chance.choices(("public", "private nonprofit", "private for-profit"), (6, 1, 1))[0],  # type: ignore[arg-type]
            chance.choice((10, None, 20, 5)),
            chance.choice((0.03, 0.03, 0.0)),
            tuple(chance.uniform(1, 7) for _ in range(6)) if chance.random() < 0.15 else None,
        )  # fmt: skip
