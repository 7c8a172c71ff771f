"""What a person says of themselves, read from an address and written back into one.

Nothing is kept here: the profile lives in the address a person has, and, if they want, in their
browser. Interests are six scores; skills are `element:level` pairs; jobs are titles with months.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerlattice.catalog.model import Area, Occupation
from careerlattice.errors import BadRequest, NotFound
from careerlattice.match.interests import read_scores
from careerlattice.profile.model import HIGHEST_LEVEL, Education, Interests, Place, Profile, Work
from careerlattice.vocab.levels import PLANNED_LEVELS, EducationLevel
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.parameters import ChoiceParam, IntegerParam, RiasecParam, TextParam
from careerlattice.web.http.places import PLACE, place_of, place_word
from careerlattice.web.http.work import spend_on_titles

EDUCATIONS = tuple(level.slug for level in PLANNED_LEVELS)
METHODS = ("adaptive", "short", "full", "entered")
MOST_JOBS = 4
MOST_SKILLS = 80

INTERESTS = RiasecParam(
    "interests", "Interest scores R, I, A, S, E, C, each from 0 to 40.", low=0, high=40
)
RELIABILITY = RiasecParam(
    "reliability", "How reliable each score is, each from 0 to 1.", low=0, high=1
)
INSTRUMENT = ChoiceParam("instrument", "What the scores come from.", choices=METHODS)
EDUCATION = ChoiceParam(
    "education", "Highest schooling.", choices=EDUCATIONS, label=gettext_lazy("Your schooling")
)
SKILLS = TextParam(
    "skills", "Skills with levels from 0 to 7, as 2.A.1.a:4, with commas.", max_length=2_000
)
JOB = TextParam("job", "A job held, its title or code; may be given up to four times.")
JOB_MONTHS = IntegerParam("job_months", "Months in the job in the same place.", low=0, high=720)
PERSON_PARAMETERS = (INTERESTS, RELIABILITY, INSTRUMENT, EDUCATION, SKILLS, JOB, JOB_MONTHS, *PLACE)


@dataclass(frozen=True, slots=True)
class JobLine:
    """A job as typed with its months, and the occupation it was taken to mean."""

    title: str
    months: str
    occupation: Occupation | None
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """What was said: the texts of the fields and what they mean."""

    interests: Interests | None
    interests_text: str
    reliability_text: str
    method: str
    jobs: tuple[JobLine, ...]
    education: str
    skills: tuple[tuple[str, float], ...]
    place: Area | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said that a ranking could rest on."""
        return not (self.interests or self.skills or any(job.occupation for job in self.jobs))

    @property
    def unclear(self) -> tuple[JobLine, ...]:
        """Jobs that could not be read as one occupation."""
        return tuple(job for job in self.jobs if job.occupation is None)

    @property
    def skills_text(self) -> str:
        """The skills as `element:level` with commas."""
        return ",".join(f"{element}:{level:g}" for element, level in self.skills)

    def pairs(self) -> list[tuple[str, str]]:
        """The values by their names in addresses."""
        pairs = [
            ("interests", self.interests_text),
            ("reliability", self.reliability_text),
            ("instrument", self.method),
            ("education", self.education),
            ("skills", self.skills_text),
            (
                "area" if self.place and self.place.kind == "metro" else "state",
                place_word(self.place),
            ),
        ]
        for job in self.jobs:
            pairs += [("job", job.title), ("job_months", job.months)]
        # Months without a number hold their place, so that jobs and months stay side by side.
        return [(name, value) for name, value in pairs if value or name == "job_months"]

    def query(self) -> str:
        """The values as text of an address."""
        return urlencode(self.pairs())

    def profile(self) -> Profile:
        """The profile that the library's rooms work with."""
        work = tuple(
            Work(
                title=job.title,
                onet_soc_code=job.occupation.code,
                months=float(job.months) if job.months else None,
                confirmed=True,
            )
            for job in self.jobs
            if job.occupation is not None
        )
        skills = {element: level for element, level in self.skills if element.startswith("2.")}
        state = self.place.state or "" if self.place is not None else ""
        metro = self.place.code if self.place is not None and self.place.kind == "metro" else ""
        return Profile(
            education=Education(EducationLevel.parse(self.education)) if self.education else None,
            work=work,
            skills={k: v for k, v in skills.items() if not k.startswith("2.C.")},
            knowledge={k: v for k, v in skills.items() if k.startswith("2.C.")},
            skills_basis="self-rating" if skills else "",
            interests=self.interests,
            place=Place(state=state, metro=metro),
        )


def read_person(query: QueryDict) -> Person:
    """What the address says of a person. Raises `BadRequest` for what cannot be read."""
    interests_text = INTERESTS.read(query)
    reliability_text = RELIABILITY.read(query)
    method = INSTRUMENT.read(query)
    return Person(
        interests=_interests(interests_text, reliability_text, method),
        interests_text=interests_text,
        reliability_text=reliability_text,
        method=method,
        jobs=_jobs(query),
        education=EDUCATION.read(query),
        skills=_skills(SKILLS.read(query)),
        place=place_of(query),
    )


def _interests(text: str, reliability: str, method: str) -> Interests | None:
    scores = INTERESTS.numbers(text)
    if scores is None:
        return None
    stated = RELIABILITY.numbers(reliability)
    if stated is None:
        return read_scores(scores)
    r, i, a, s, e, c = scores
    return Interests(
        realistic=r,
        investigative=i,
        artistic=a,
        social=s,
        enterprising=e,
        conventional=c,
        reliability=stated,
        method=method or "entered",
    )


def _jobs(query: QueryDict) -> tuple[JobLine, ...]:
    titles = JOB.read_all(query, MOST_JOBS)
    spend_on_titles(titles)
    months = query.getlist("job_months")
    found = []
    for place, title in enumerate(titles):
        if not title:
            continue
        number = JOB_MONTHS.check(months[place]) if place < len(months) else None
        known: Occupation | None = None
        nearest: tuple[str, ...] = ()
        try:
            known = served_catalog().resolve(title).occupation
        except NotFound as error:
            nearest = error.nearest
        shown = known.title if known is not None and title == known.code else title
        found.append(
            JobLine(
                title=shown,
                months="" if number is None else str(number),
                occupation=known,
                nearest=nearest,
            )
        )
    return tuple(found)


def _skills(text: str) -> tuple[tuple[str, float], ...]:
    found: dict[str, float] = {}
    parts = [part for part in text.split(",") if part]
    if len(parts) > MOST_SKILLS:
        raise BadRequest(_("We can read at most %(n)d skills.") % {"n": MOST_SKILLS})
    known = known_elements()
    for part in parts:
        element, _colon, level = part.partition(":")
        try:
            value = float(level)
        except ValueError:
            value = -1.0
        if element not in known or not 0 <= value <= HIGHEST_LEVEL:
            raise BadRequest(
                _("“%(part)s” is not a skill with a level from 0 to 7, such as 2.A.1.a:4.")
                % {"part": part[:40]}
            )
        found[element] = value
    return tuple(sorted(found.items()))


def known_elements() -> frozenset[str]:
    """The ids of the skills and fields of knowledge a person may rate."""
    from careerlattice.assess.skills_check import skill_questions

    catalog = served_catalog()
    return frozenset(
        question.element_id
        for domain in ("skill", "knowledge")
        for question in skill_questions(catalog, domain=domain)
    )
