"""What a person brings: job, education, field, experience, and what staying put pays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.things import Occupation
from careerlattice.errors import BadCode, NotFound
from careerlattice.lattice.background import usual_level
from careerlattice.plan.answer import Notice, NoticeKind
from careerlattice.plan.area_facts import AreaFacts
from careerlattice.plan.assumptions import MIN_NEARNESS
from careerlattice.plan.network_facts import RouteFacts
from careerlattice.plan.request import PastJob, Start
from careerlattice.vocab.codes import CipCode, OnetSocCode
from careerlattice.vocab.levels import EducationLevel
from careerlattice.vocab.names import fold

MOST_CREDIT_MONTHS = 180.0
SIX_DIGITS = len("51.3801")


@dataclass(frozen=True)
class Person:
    """A resolved start.

    `row` is the occupation's place (-1 for none), `jobs` past and present ones as (row, months),
    `programs` the six-digit programs studied, `credit` (n,) the months of experience that count for
    each occupation, `stay_pay` the yearly pay of staying put.
    """

    row: int
    occupation: Occupation | None
    months_in_job: float
    jobs: tuple[tuple[int, float], ...]
    level: EducationLevel
    programs: frozenset[str]
    credit: NDArray[np.float64]
    stay_pay: float
    notices: tuple[Notice, ...]


def pay_after(p25: float, p50: float, p75: float, years: float) -> float:
    """Yearly pay after `years` in an occupation: p25 at entry, the median at 5, p75 at 15 years."""
    if years <= 5:
        return p25 + (p50 - p25) * max(years, 0.0) / 5
    return p50 + (p75 - p50) * min(years - 5, 10) / 10


def resolve_person(catalog: Catalog, facts: RouteFacts, area: AreaFacts, start: Start) -> Person:
    """Work out what the start means. Raises `NotFound` or `BadCode` for what is not known."""
    notices: list[Notice] = []
    jobs: list[tuple[int, float]] = []
    row, occupation = -1, None
    if start.job is not None:
        occupation = _occupation(catalog, start.job, notices)
        row = catalog.row_of[occupation.code]
        jobs.append((row, start.job.months))
    for past in start.past:
        jobs.append((catalog.row_of[_occupation(catalog, past, notices).code], past.months))
    level = start.education
    if level is None:
        level = max(
            (usual_level(int(facts.accepted[r]), int(facts.typical[r])) for r, _ in jobs),
            default=EducationLevel.HIGH_SCHOOL,
        )
        level = max(level, EducationLevel.HIGH_SCHOOL)
        what = occupation.title if occupation else "your past jobs"
        notices.append(
            Notice(
                NoticeKind.ASSUMED,
                f"No education was given; {level.label} is assumed, as is usual for {what}.",
                "start.education",
            )
        )
    programs = _programs(catalog, start.field)
    if start.field is None and level >= EducationLevel.CERTIFICATE:
        # Who has schooling and works where that field is asked for has most likely studied it.
        here = [r for r, _ in jobs if facts.is_specific[r] and facts.accepted[r] <= level]
        for r in here:
            programs |= facts.programs[r]
        if here:
            notices.append(
                Notice(
                    NoticeKind.ASSUMED,
                    f"No field of study was given; the field that leads to "
                    f"{catalog.list_occupations()[here[0]].title} is assumed.",
                    "start.field",
                )
            )
    credit = np.zeros(len(catalog.codes))
    for r, worked in jobs:
        near = facts.nearness[r].copy()
        near[near < MIN_NEARNESS.value] = 0.0
        near[r] = 1.0
        credit += near * worked
    months_in_job = start.job.months if start.job else 0.0
    stay = area.entry_pay[int(level)]
    if row >= 0:
        p25, p50, p75 = area.pay25[row], area.pay50[row], area.pay75[row]
        if np.isnan(p50):
            notices.append(
                Notice(
                    NoticeKind.PAY_MISSING,
                    f"No pay is published for {occupation.title if occupation else ''}; staying "
                    f"put is taken to pay ${stay:,.0f}, as typical entry jobs do.",
                )
            )
        else:
            stay = pay_after(p25, p50, p75, months_in_job / 12.0)
    return Person(
        row, occupation, months_in_job, tuple(jobs), level, frozenset(programs),
        np.minimum(credit, MOST_CREDIT_MONTHS), float(stay), tuple(notices),
    )  # fmt: skip


def _occupation(catalog: Catalog, job: PastJob, notices: list[Notice]) -> Occupation:
    resolved = catalog.resolve(job.occupation)
    if resolved.note:
        notices.append(Notice(NoticeKind.TAKEN_TO_MEAN, f"{job.occupation!r}: {resolved.note}"))
    return resolved.occupation


def _programs(catalog: Catalog, text: str | None) -> frozenset[str]:
    """The six-digit programs meant by a CIP code or by words of a program's title."""
    if text is None:
        return frozenset()
    titles = catalog.release.table("programs")
    try:
        code = CipCode.parse(text)
    except BadCode:
        code = None
    if code is not None:
        known = frozenset(
            cip for cip in titles["cip_code"] if len(cip) == SIX_DIGITS and cip.startswith(code)
        )
        if not known:
            raise NotFound("program of study", text, hint="Give a CIP code such as 51.38.")
        return known
    words = set(fold(text).split()) - {"and", "of", "in", "the", "general"}
    found: dict[str, int] = {}
    for cip, title in titles.rows():
        hits = sum(any(_alike(word, t) for t in fold(title).split()) for word in words)
        if hits:
            found[cip] = hits
    best = max(found.values(), default=0)
    if not words or best < len(words):
        from rapidfuzz import fuzz, process

        near = process.extract(text, titles["title"].to_list(), scorer=fuzz.WRatio, limit=3)
        names = [name for name, score, _ in near if score >= 55]
        raise NotFound("field of study", text, names, "Give a CIP code such as 51.38 or a title.")
    # A four-digit title stands for all programs under it.
    meant = {cip for cip, hits in found.items() if hits == best}
    return frozenset(
        cip
        for cip in titles["cip_code"]
        if len(cip) == SIX_DIGITS and (cip in meant or cip[:5] in meant)
    )


def _alike(word: str, other: str) -> bool:
    short = min(len(word), len(other))
    return word == other or (short >= 5 and word[: short - 1] == other[: short - 1])


def occupation_at(catalog: Catalog, row: int) -> Occupation:
    """The occupation at a place of the arrays."""
    return catalog.occupation(OnetSocCode(catalog.codes[row]))
