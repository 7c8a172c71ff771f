"""Words for plans: their names, their way on one line, what a step needs."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext_lazy

from careerlattice.plan.answer import Step
from careerlattice.web.pages.occupation.moves import how_many as how_many_words

register = template.Library()

NAMES = {
    "fastest": gettext_lazy("Fastest"),
    "lowest cost": gettext_lazy("Lowest cost"),
    "highest earnings": gettext_lazy("Highest earnings"),
    "easiest": gettext_lazy("Easiest"),
    "balanced": gettext_lazy("Balanced"),
    "most jobs open": gettext_lazy("Most jobs open"),
    "another way": gettext_lazy("Another way"),
    "step by step": gettext_lazy("Job by job"),
    "most openings": gettext_lazy("Most openings"),
    "best with schooling": gettext_lazy("Best with schooling"),
    "best with an apprenticeship": gettext_lazy("Best with an apprenticeship"),
    "closest to your interests": gettext_lazy("Closest to your interests"),
    "next fastest": gettext_lazy("Next fastest"),
    "next lowest cost": gettext_lazy("Next lowest cost"),
    "next highest earnings": gettext_lazy("Next highest earnings"),
    "next easiest": gettext_lazy("Next easiest"),
    "next balanced": gettext_lazy("Next balanced"),
    "next most openings": gettext_lazy("Next most openings"),
    "next best with schooling": gettext_lazy("Next best with schooling"),
    "next best with an apprenticeship": gettext_lazy("Next best with an apprenticeship"),
    "next closest to your interests": gettext_lazy("Next closest to your interests"),
}
NEEDS = {
    "education": gettext_lazy("Schooling"),
    "field": gettext_lazy("Field of study"),
    "experience": gettext_lazy("Experience"),
    "license": gettext_lazy("License"),
    "training": gettext_lazy("Training"),
    "skills": gettext_lazy("Skills"),
}


@register.filter
def plan_names(names: tuple[str, ...]) -> str:
    """What a plan is best at: `Fastest, lowest cost`."""
    words = [str(NAMES.get(name, name)) for name in names]
    return ", ".join([words[0], *(word[:1].lower() + word[1:] for word in words[1:])])


@register.filter
def step_look(step: Step) -> str:
    """How a step is drawn."""
    return step.look


@register.filter
def need_name(what: str) -> str:
    """The kind of a requirement in a word."""
    return str(NEEDS.get(what, what))


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
    "education": gettext_lazy("Schooling"),
    "pay": gettext_lazy("Pay"),
    "outlook": gettext_lazy("Outlook"),
}


@register.filter
def column_name(name: str) -> str:
    """A column of a ranking in a word."""
    return str(COLUMNS.get(name, name))
