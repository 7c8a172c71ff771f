"""Words for plans: their names, their way on one line, what a step needs."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext_lazy

from careerlattice.catalog.model import License
from careerlattice.plan.answer import NeedKind, Pay, PlanName, Step
from careerlattice.web.pages.occupation.moves import how_many as how_many_words
from careerlattice.web.pages.plan.figure_links import FigureLink
from careerlattice.web.pages.plan.figure_links import figure_links as links_of_step
from careerlattice.wording import gain_unknown as gain_unknown_words
from careerlattice.wording import names_text
from careerlattice.wording import need_name as need_name_words
from careerlattice.wording import pay_text as pay_text_words
from careerlattice.wording import start_pay as start_pay_words
from careerlattice.wording import whose_pay as whose_pay_words
from careerlattice.wording.catalogue import capitalized
from careerlattice.wording.fit_columns import column_words
from careerlattice.wording.licenses import record_date as record_date_words

register = template.Library()


@register.filter
def plan_names(names: tuple[PlanName, ...]) -> str:
    """What a plan is best at: `Fastest, lowest cost`."""
    return capitalized(names_text(names))


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
def whose_pay(pay: Pay) -> str:
    """Whose pay is shown where it is that of a wider group."""
    return whose_pay_words(pay)


@register.filter
def gain_unknown(pay: Pay) -> str:
    """Why no gain is told."""
    return gain_unknown_words(pay)


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
    return need_name_words(what)


@register.filter
def how_many(likelihood: float) -> str:
    """A likelihood as people count."""
    return how_many_words(likelihood)


@register.filter
def host_of(address: str) -> str:
    """The site of an address, as people know it: studentaid.gov."""
    return address.partition("//")[2].partition("/")[0].removeprefix("www.")


@register.filter
def figure_links(step: Step) -> tuple[FigureLink, ...]:
    """The pages behind the figures of a job entered."""
    return links_of_step(step)


@register.filter
def column_name(name: str) -> str:
    """A column of a ranking in a word."""
    return capitalized(column_words(name))
