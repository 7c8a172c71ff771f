"""Words for plans: their names, their way on one line, what a step needs."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from careerlattice.plan.answer import Plan, Step
from careerlattice.web.pages.moves import how_many as how_many_words
from careerlattice.web.plan_pictures import step_look as look_of

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
    """What a plan is best at: `Fastest and lowest cost`."""
    words = [str(NAMES.get(name, name)) for name in names]
    lowered = [words[0], *(word[:1].lower() + word[1:] for word in words[1:])]
    return str(pgettext("between names of a plan", " and ")).join(lowered)


@register.filter
def way_parts(plan: Plan) -> list[str]:
    """Schooling and jobs of a plan in order."""
    parts = []
    for step in plan.steps:
        if step.kind == "study" and step.credential is not None:
            label = step.credential.label
            parts.append(
                _("%(credential)s beside work") % {"credential": label}
                if step.is_beside_work
                else label
            )
        elif step.kind == "apprenticeship":
            parts.append(_("apprenticeship"))
        elif step.kind == "arrive" and step.occupation is not None:
            parts.append(step.occupation.title)
    return [part[:1].upper() + part[1:] for part in parts]


@register.filter
def step_look(step: Step) -> str:
    """How a step is drawn."""
    return look_of(step)


@register.filter
def need_name(what: str) -> str:
    """The kind of a requirement in a word."""
    return str(NEEDS.get(what, what))


@register.filter
def how_many(likelihood: float) -> str:
    """A likelihood as people count."""
    return how_many_words(likelihood)


@register.filter
def assumption_name(name: str) -> str:
    """`job_search_months` as words."""
    return name.replace("_", " ").capitalize()


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
