"""`/assess`: interests by three forms, skills, and jobs; answers are scored and forgotten."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerlattice.assess.adaptive import next_item, progress
from careerlattice.assess.forms import form_items, items_by_id
from careerlattice.assess.scoring import InterestResult, score_answers
from careerlattice.assess.skills_check import SkillQuestion, skill_questions
from careerlattice.content.words import InterestItem
from careerlattice.errors import BadRequest
from careerlattice.web.answers import page_view
from careerlattice.web.asked import Choice, Parameter, Whole
from careerlattice.web.context import Crumb, Page
from careerlattice.web.json_twins import NOT_IN_TWIN
from careerlattice.web.pages.person import PERSON_ASKS, Person, read_person
from careerlattice.web.plain_text import for_pages
from careerlattice.web.serving import served_catalog

FORMS = ("adaptive", "short", "full", "skills")
ANSWER_WORDS = (
    ("0", gettext_lazy("Dislike a lot")),
    ("1", gettext_lazy("Dislike")),
    ("2", gettext_lazy("Not sure")),
    ("3", gettext_lazy("Like")),
    ("4", gettext_lazy("Like a lot")),
)
SKILL_LEVELS = (
    ("", gettext_lazy("Skip")),
    ("0", gettext_lazy("Not at all")),
    ("1.5", gettext_lazy("A little")),
    ("3", gettext_lazy("Somewhat")),
    ("4.5", gettext_lazy("Well")),
    ("6", gettext_lazy("Very well")),
)
FIRST_SKILLS = 12


@dataclass(frozen=True, slots=True)
class AskedItem:
    """An interest item with the answer given so far (empty when none)."""

    item: InterestItem
    answer: str


@dataclass(frozen=True, kw_only=True)
class AssessPage(Page):
    """The start, a form of items, one adaptive item, or the skills check."""

    form: str
    items: tuple[AskedItem, ...]
    answered: int
    most: int
    skills: tuple[SkillQuestion, ...]
    problem: str
    given: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_TWIN)
    before: tuple[tuple[str, str], ...] | None = field(metadata=NOT_IN_TWIN)
    answers: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_TWIN)
    levels: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_TWIN)
    carried: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_TWIN)

    @property
    def first_skills(self) -> tuple[SkillQuestion, ...]:
        """The skills asked at once."""
        return self.skills[:FIRST_SKILLS]

    @property
    def more_skills(self) -> tuple[SkillQuestion, ...]:
        """The skills asked of those who want to rate more."""
        return self.skills[FIRST_SKILLS:]


QUESTIONS = Choice(
    "questions",
    "Which questions: 12 to 30 chosen as you answer, 30, 60, or about skills.",
    FORMS,
)


def _item_asks() -> tuple[Parameter, ...]:
    """The answers to single items, as a program may give them."""
    means = "The answer to this item: 0 dislike a lot, 4 like a lot."
    return tuple(Whole(item, means, 0, 4) for item in items_by_id())


ASKS = (QUESTIONS, *_item_asks(), *PERSON_ASKS)


@page_view("pages/assess.html", ASKS, methods=("GET", "HEAD", "POST"))
def assess(request: HttpRequest) -> AssessPage | HttpResponse:
    """Show a form; score what was sent and lead to the result."""
    asked = request.POST if request.method == "POST" else request.GET
    form = QUESTIONS.read(asked)
    person = read_person(asked)
    if form == "skills":
        if request.method == "POST":
            return _with_skills(person, asked)
        return _page(form, person, skills=_asked_skills(person))
    if not form:
        return _page(form, person)
    answers = _answers(asked)
    if request.method == "POST":
        return _sent(form, person, answers, wants_result="result" in asked)
    return _ask(form, person, answers)


def _answers(asked: QueryDict) -> dict[str, int]:
    found = {}
    for item in items_by_id():
        value = asked.get(item, "")
        if value in ("0", "1", "2", "3", "4"):
            found[item] = int(value)
        elif value:
            raise BadRequest(_("Answers are whole numbers from 0 to 4."))
    return found


def _sent(
    form: str, person: Person, answers: dict[str, int], *, wants_result: bool
) -> AssessPage | HttpResponse:
    if form == "adaptive" and next_item(answers) is not None and not wants_result:
        return _ask(form, person, answers)
    missing = [one for one in _whole_form(form) if one.item_id not in answers]
    if missing and not wants_result:
        problem = _(
            "%(n)d questions have no answer yet. Answer them, or see the result with what you have."
        ) % {"n": len(missing)}
        return _ask(form, person, answers, problem)
    try:
        result = score_answers(answers, form)  # type: ignore[arg-type]
    except BadRequest as error:
        return _ask(form, person, answers, for_pages(str(error)))
    return _to_result(person, result)


def _to_result(person: Person, result: InterestResult) -> HttpResponse:
    interests = result.interests
    kept = [
        pair for pair in person.pairs() if pair[0] not in ("interests", "reliability", "instrument")
    ]
    pairs = [
        ("interests", ",".join(f"{score:g}" for score in map(_short, interests.scores))),
        ("reliability", ",".join(f"{one:g}" for one in interests.reliability)),
        ("instrument", interests.method),
        *kept,
    ]
    response = HttpResponseRedirect("/match?" + urlencode(pairs))
    response.status_code = 303
    return response


def _short(score: float) -> float:
    return round(score, 1)


def _with_skills(person: Person, asked: QueryDict) -> HttpResponse:
    levels = {value for value, _word in SKILL_LEVELS if value}
    rated = dict(person.skills)
    for question in _asked_skills(person):
        value = asked.get(f"skill-{question.element_id}", "")
        if value in levels:
            rated[question.element_id] = float(value)
        elif value:
            raise BadRequest(_("Choose one of the answers offered."))
    pairs = [pair for pair in person.pairs() if pair[0] != "skills"]
    pairs.append(("skills", ",".join(f"{k}:{v:g}" for k, v in sorted(rated.items()))))
    response = HttpResponseRedirect("/match?" + urlencode(pairs))
    response.status_code = 303
    return response


def _asked_skills(person: Person) -> tuple[SkillQuestion, ...]:
    return tuple(skill_questions(served_catalog(), person.profile(), "skill"))


def _whole_form(form: str) -> tuple[InterestItem, ...]:
    """The items of a form that asks all at once; none for the adaptive one."""
    return form_items(form) if form in ("short", "full") else ()  # type: ignore[arg-type]


def _ask(form: str, person: Person, answers: dict[str, int], problem: str = "") -> AssessPage:
    if form == "adaptive":
        item = next_item(answers)
        one = (AskedItem(item, ""),) if item is not None else ()
        answered, most = progress(answers)
        given = tuple((key, str(value)) for key, value in answers.items())
        before = _answers_before(answers)
        return _page(form, person, one, answered, most, given=given, before=before, problem=problem)
    items = tuple(
        AskedItem(item, str(answers[item.item_id]) if item.item_id in answers else "")
        for item in _whole_form(form)
    )
    return _page(form, person, items, len(answers), len(items), problem=problem)


def _answers_before(answers: dict[str, int]) -> tuple[tuple[str, str], ...] | None:
    """The answers without the latest, to ask its question again; none at the first question.

    The order of the questions follows from the answers: the same rule that chose each is asked
    again.
    """
    told: dict[str, int] = {}
    while (item := next_item(told)) is not None and item.item_id in answers:
        told[item.item_id] = answers[item.item_id]
    if not told:
        return None
    return tuple((key, str(value)) for key, value in list(told.items())[:-1])


def _page(
    form: str,
    person: Person,
    items: tuple[AskedItem, ...] = (),
    answered: int = 0,
    most: int = 0,
    *,
    skills: tuple[SkillQuestion, ...] = (),
    given: tuple[tuple[str, str], ...] = (),
    before: tuple[tuple[str, str], ...] | None = None,
    problem: str = "",
) -> AssessPage:
    crumbs = [Crumb(_("Home"), "/")]
    if form:
        crumbs.append(Crumb(_("Find what suits you"), "/assess"))
    return AssessPage(
        title=_("What can you do well?")
        if form == "skills"
        else _("What do you like to do?")
        if form
        else _("Find what suits you"),
        description=_("Questions about what you like and can do, with fields and jobs that suit."),
        crumbs=tuple(crumbs),
        sources=("careerlattice", "onet"),
        place=person.place,
        form=form,
        items=items,
        answered=answered,
        most=most,
        skills=skills,
        problem=problem,
        given=given,
        before=before,
        answers=tuple((value, str(word)) for value, word in ANSWER_WORDS),
        levels=tuple((value, str(word)) for value, word in SKILL_LEVELS),
        carried=tuple(person.pairs()),
    )
