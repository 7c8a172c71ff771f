"""Words for plans: their names, their way on one line, what a step needs."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerlattice.catalog.model import License
from careerlattice.plan.answer import Aim, NeedKind, Pay, PlanName, Step
from careerlattice.web.pages.occupation.moves import how_many as how_many_words
from careerlattice.wording import pay_text as pay_text_words
from careerlattice.wording import start_pay as start_pay_words
from careerlattice.wording.licenses import record_date as record_date_words

register = template.Library()

NAMES = {
    Aim.FASTEST: gettext_lazy("Fastest"),
    Aim.LOWEST_COST: gettext_lazy("Lowest cost"),
    Aim.HIGHEST_EARNINGS: gettext_lazy("Highest earnings"),
    Aim.EASIEST: gettext_lazy("Best odds"),
    Aim.BALANCED: gettext_lazy("Balanced"),
    Aim.USUAL_WAY: gettext_lazy("The usual way"),
    Aim.MOST_JOBS_OPEN: gettext_lazy("Most jobs open"),
    Aim.ANOTHER_WAY: gettext_lazy("Another way"),
    Aim.STEP_BY_STEP: gettext_lazy("Job by job"),
    Aim.MOST_OPENINGS: gettext_lazy("Most openings"),
    Aim.WITH_SCHOOLING: gettext_lazy("Best with schooling"),
    Aim.WITH_APPRENTICESHIP: gettext_lazy("Best with an apprenticeship"),
    Aim.OWN_LINE: gettext_lazy("Closest to your work"),
    Aim.INTERESTS: gettext_lazy("Closest to your interests"),
}
NEEDS = {
    NeedKind.EDUCATION: gettext_lazy("Education"),
    NeedKind.FIELD: gettext_lazy("Field of study"),
    NeedKind.EXPERIENCE: gettext_lazy("Experience"),
    NeedKind.LICENSE: gettext_lazy("License"),
}


@register.filter
def plan_names(names: tuple[PlanName, ...]) -> str:
    """What a plan is best at: `Fastest, lowest cost`."""
    first, *rest = (_name(name) for name in names)
    return ", ".join([first, *(_small(word) for word in rest)])


def _name(name: PlanName) -> str:
    own = str(NAMES[name.aim])
    return _("Next %(name)s") % {"name": _small(own)} if name.is_next else own


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


STRETCHES = {
    "study": gettext_lazy("school"),
    "beside": gettext_lazy("school"),
    "work": gettext_lazy("work"),
    "course": gettext_lazy("course"),
    "apprenticeship": gettext_lazy("apprentice"),
}


@register.filter
def stretch_name(kind: str) -> str:
    """What a stretch of a timeline is, in a word that fits into it."""
    return str(STRETCHES[kind])


@register.filter
def start_pay(pay: Pay) -> str:
    """What beginners earn, by the hour."""
    return start_pay_words(pay)


@register.filter
def record_date(item: License) -> str:
    """Whose word a license's record is, and of when."""
    return record_date_words(item)


@register.filter
def pay_text(pay: Pay) -> str:
    """What the job pays at the start and later, and where."""
    return pay_text_words(pay)


@register.filter
def step_look(step: Step) -> str:
    """How a step is drawn."""
    return step.look


@register.filter
def need_name(what: NeedKind) -> str:
    """The kind of a requirement in a word."""
    return str(NEEDS[what])


@register.filter
def how_many(likelihood: float) -> str:
    """A likelihood as people count."""
    return how_many_words(likelihood)


@register.filter
def host_of(address: str) -> str:
    """The site of an address, as people know it: studentaid.gov."""
    return address.partition("//")[2].partition("/")[0].removeprefix("www.")


COLUMNS = {
    "interests": gettext_lazy("Interests"),
    "skills": gettext_lazy("Skills"),
    "knowledge": gettext_lazy("Knowledge"),
    "education": gettext_lazy("Education"),
    "pay": gettext_lazy("Pay"),
    "outlook": gettext_lazy("Outlook"),
}


@register.filter
def column_name(name: str) -> str:
    """A column of a ranking in a word."""
    return str(COLUMNS.get(name, name))
