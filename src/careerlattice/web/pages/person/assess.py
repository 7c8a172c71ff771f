"""`/assess`: interests by three forms, skills, and jobs.

The answers to interest items stand in the address, in the order they were given, so that Back,
Forward, reload and a second tab lose none of them; the server keeps nothing. The result has an
address of its own that holds six scores and no answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerlattice.assess.adaptive import next_item, progress
from careerlattice.assess.forms import form_items, items_by_id
from careerlattice.assess.scoring import InterestResult, score_answers
from careerlattice.assess.skills_check import SkillQuestion, skill_questions
from careerlattice.content.words import InterestItem, skill_elements
from careerlattice.errors import BadRequest
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.addresses import wants_json
from careerlattice.web.http.json_pages import NOT_IN_JSON
from careerlattice.web.http.page import Crumb, Page
from careerlattice.web.http.page_view import page_view
from careerlattice.web.http.parameters import (
    ChoiceParam,
    FlagParam,
    IntegerParam,
    QueryParameter,
    TextParam,
)
from careerlattice.web.http.plain_text import error_text
from careerlattice.web.pages.person.person import PERSON_PARAMETERS, Person, read_person

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
    """The start, a form of items, one adaptive item, or the skills check.

    `result` is the address of the result once it is known. Of the adaptive form `number` counts the
    question from 1, `given_before` and `given_after` are the answers to those before and after it,
    `back` is the address of the one before, and `onward` the item after it if that was asked.
    """

    form: str
    items: tuple[AskedItem, ...] = ()
    answered: int = 0
    most: int = 0
    skills: tuple[SkillQuestion, ...] = ()
    problem: str = ""
    result: str = ""
    number: int = field(default=0, metadata=NOT_IN_JSON)
    given_before: tuple[tuple[str, str], ...] = field(default=(), metadata=NOT_IN_JSON)
    given_after: tuple[tuple[str, str], ...] = field(default=(), metadata=NOT_IN_JSON)
    back: str = field(default="", metadata=NOT_IN_JSON)
    onward: str = field(default="", metadata=NOT_IN_JSON)
    answers: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_JSON)
    levels: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_JSON)
    carried: tuple[tuple[str, str], ...] = field(metadata=NOT_IN_JSON)

    @property
    def first_skills(self) -> tuple[SkillQuestion, ...]:
        """The skills asked at once."""
        return self.skills[:FIRST_SKILLS]

    @property
    def more_skills(self) -> tuple[SkillQuestion, ...]:
        """The skills asked of those who want to rate more."""
        return self.skills[FIRST_SKILLS:]


QUESTIONS = ChoiceParam(
    "questions",
    "Which questions: 12 to 30 chosen as you answer, 30, 60, or about skills.",
    choices=FORMS,
)


def _item_parameters() -> tuple[QueryParameter, ...]:
    """The answers to single items, as a program may give them."""
    means = "The answer to this item: 0 dislike a lot, 4 like a lot."
    return tuple(IntegerParam(item, means, low=0, high=4) for item in items_by_id())


def rating_of(element_id: str) -> ChoiceParam:
    """How well a person says they can do something."""
    means = "How well you can do this, a level from 0 to 6."
    levels = tuple(level for level, _word in SKILL_LEVELS if level)
    return ChoiceParam(f"skill-{element_id}", means, choices=levels)


def _skill_parameters() -> tuple[QueryParameter, ...]:
    """The ratings of the skills there are words for, as the form sends them."""
    return tuple(rating_of(element) for element in skill_elements())


AT = TextParam(
    "at", "The item of the adaptive form to ask (again); the next one without it.", max_length=8
)
SENT = FlagParam(
    "sent", "Whether the form was filled in: what is missing is named, the rest scored."
)
RESULT = FlagParam("result", "Whether to score what there is, though answers are missing.")
PARAMETERS: tuple[QueryParameter, ...] = (
    QUESTIONS,
    AT,
    SENT,
    RESULT,
    *_item_parameters(),
    *_skill_parameters(),
    *PERSON_PARAMETERS,
)


@page_view("pages/assess.html", PARAMETERS, personal=True)
def assess(request: HttpRequest) -> AssessPage | HttpResponse:
    """Show a form; score what was sent and lead to the result."""
    query = request.GET
    form = QUESTIONS.read(query)
    person = read_person(query)
    page = _page(form, person)
    if not form:
        return page
    read = _skills if form == "skills" else _interests
    page = read(page, person, query)
    if page.result and not wants_json(request):
        return _to(page.result)
    return page


def _answers(query: QueryDict) -> dict[str, int]:
    found = {}
    for item in items_by_id():
        value = query.get(item, "")
        if value in ("0", "1", "2", "3", "4"):
            found[item] = int(value)
        elif value:
            raise BadRequest(_("Answers are whole numbers from 0 to 4."))
    return found


def _interests(page: AssessPage, person: Person, query: QueryDict) -> AssessPage:
    """The page with the answers so far, or with the result's address once they are enough."""
    form, is_sent = page.form, SENT.read(query)
    answers = _answers(query)
    wants_result = RESULT.read(query)
    again = AT.read(query)
    if form == "adaptive":
        page = _adaptive_form(page, query, answers, again)
        is_done = next_item(answers) is None and again not in answers
        if not (is_done or wants_result):
            return page
    else:
        page = _whole_form(page, answers)
        missing = [item for item in page.items if not item.answer]
        if not (is_sent or wants_result):
            return page
        if missing and not wants_result:
            text = _(
                "%(n)d questions have no answer yet. Answer them, or see your result with the "
                "answers so far."
            )
            return replace(page, problem=text % {"n": len(missing)})
    try:
        result = score_answers(answers, form)  # type: ignore[arg-type]
    except BadRequest as error:
        return replace(page, problem=error_text(error))
    return replace(page, result=_result_address(person, result))


def _to(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response


def _result_address(person: Person, result: InterestResult) -> str:
    interests = result.interests
    kept = [
        pair for pair in person.pairs() if pair[0] not in ("interests", "reliability", "instrument")
    ]
    pairs = [
        ("interests", ",".join(f"{score:g}" for score in map(_short, interests.scores))),
        ("reliability", ",".join(f"{share:g}" for share in interests.reliability)),
        ("instrument", interests.method),
        *kept,
    ]
    return "/match?" + urlencode(pairs)


def _short(score: float) -> float:
    return round(score, 1)


def _skills(page: AssessPage, person: Person, query: QueryDict) -> AssessPage:
    """The page with the skills to rate, or with the result's address once they were sent."""
    asked = tuple(skill_questions(served_catalog(), person.profile(), "skill"))
    if not SENT.read(query):
        return replace(page, skills=asked)
    rated = dict(person.skills)
    for question in asked:
        level = rating_of(question.element_id).read(query)
        if level:
            rated[question.element_id] = float(level)
    pairs = [pair for pair in person.pairs() if pair[0] != "skills"]
    pairs.append(("skills", ",".join(f"{k}:{v:g}" for k, v in sorted(rated.items()))))
    return replace(page, result="/match?" + urlencode(pairs))


def _whole_form(page: AssessPage, answers: dict[str, int]) -> AssessPage:
    """A form that asks all its items at once."""
    items = tuple(
        AskedItem(item=item, answer=str(answers[item.item_id]) if item.item_id in answers else "")
        for item in form_items(page.form)  # type: ignore[arg-type]
    )
    answered = sum(bool(item.answer) for item in items)
    return replace(page, items=items, answered=answered, most=len(items))


def _adaptive_form(
    page: AssessPage, query: QueryDict, answers: dict[str, int], again: str
) -> AssessPage:
    """One item: the next, or one asked before with its answer; answers keep their order."""
    order = [name for name in query if name in answers]
    known = items_by_id()
    item = known[again] if again in answers else next_item(answers)
    if item is None:
        return replace(page, answered=len(order), most=len(order))
    place = order.index(item.item_id) if item.item_id in answers else len(order)

    def pairs(names: list[str]) -> tuple[tuple[str, str], ...]:
        return tuple((name, str(answers[name])) for name in names)

    carried = [("questions", page.form), *page.carried, *pairs(order)]
    back = urlencode([*carried, ("at", order[place - 1])]) if place else ""
    after = order[place + 1 :]
    return replace(
        page,
        items=(AskedItem(item=item, answer=str(answers.get(item.item_id, ""))),),
        answered=len(order),
        most=progress(answers)[1],
        number=place + 1,
        given_before=pairs(order[:place]),
        given_after=pairs(after),
        back=f"/assess?{back}" if back else "",
        onward=after[0] if after else "",
    )


def _page(form: str, person: Person) -> AssessPage:
    crumbs = [Crumb(_("Home"), "/")]
    if form:
        crumbs.append(Crumb(_("Find what suits you"), "/assess"))
    return AssessPage(
        title=_("What can you do well?")
        if form == "skills"
        else _("What do you like to do?")
        if form
        else _("Find what suits you"),
        description=_(
            "Questions about what you like and what you can do, and the fields and jobs that fit."
        ),
        crumbs=tuple(crumbs),
        sources=("careerlattice", "onet"),
        place=person.place,
        form=form,
        answers=tuple((value, str(word)) for value, word in ANSWER_WORDS),
        levels=tuple((value, str(word)) for value, word in SKILL_LEVELS),
        carried=tuple(person.pairs()),
    )
