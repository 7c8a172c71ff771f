"""Limits in words, and what giving way in one of them would open."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from careerlattice.plan.answer import Notice, NoticeKind, PlanAnswer
from careerlattice.vocab.amounts import usd
from careerlattice.vocab.levels import EducationLevel
from careerlattice.web.pages.plan.form import RELAXED_NAMES, PlanForm, without_limits
from careerlattice.web.pages.plan.options import way_of
from careerlattice.web.templatetags.amounts import months

MOST_PAIRS = 3

Plans = Callable[[PlanForm, dict[str, str | tuple[str, ...]]], PlanAnswer]
"""Plans the question of a form with some of its values changed."""


@dataclass(frozen=True, slots=True)
class LimitSet:
    """A limit that is set: its words, and the question without it."""

    name: str
    text: str
    query: str


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A change of the limits that opens routes: what one gives, and what one gets.

    `query` asks the question so. `way`, `months`, `cost_usd` and `pay_usd` (middle pay at the goal)
    are those of the quickest route it opens; `routes` is how many are then shown.
    """

    text: str
    query: str
    way: tuple[str, ...]
    months: float
    cost_usd: float
    pay_usd: float | None
    routes: int


def limits_set(form: PlanForm) -> tuple[LimitSet, ...]:
    """The limits of a form that are set, in the order of the form."""
    found: list[tuple[str, str]] = []
    if form.max_months:
        found.append(
            ("max_months", _("at most %(time)s") % {"time": months(float(form.max_months))})
        )
    if form.budget:
        found.append(("budget", _("tuition of at most %(usd)s") % {"usd": usd(float(form.budget))}))
    if form.min_pay:
        text = _("at least %(usd)s a year on the way") % {"usd": usd(float(form.min_pay))}
        found.append(("min_pay", text))
    if form.study != "any":
        found.append(("study", _study(form.study)))
    if form.max_credential:
        text = _("%(credential)s at most") % {"credential": _label(form.max_credential)}
        found.append(("max_credential", text))
    if form.max_job_changes:
        text = _("job changes: at most %(n)s") % {"n": form.max_job_changes}
        found.append(("max_job_changes", text))
    if form.within:
        found.append(("within", _("only in %(names)s") % {"names": ", ".join(form.within)}))
    if form.avoid:
        found.append(("avoid", _("not through %(names)s") % {"names": ", ".join(form.avoid)}))
    return tuple(
        LimitSet(name=name, text=text, query=form.query(**{name: ()})) for name, text in found
    )


def relaxations_of(
    form: PlanForm, notices: tuple[Notice, ...], plans: Plans
) -> tuple[Relaxation, ...]:
    """What would open a way: each limit alone as the notices say, or two of them together.

    With no way by one or two limits the last resort is to take all of them off.
    """
    found = []
    for notice in notices:
        if notice.kind is not NoticeKind.RELAXATION:
            continue
        together = notice.values or ((notice.field, notice.value),)
        named = [
            (RELAXED_NAMES[field.removeprefix("limits.")], value)
            for field, value in together
            if field.removeprefix("limits.") in RELAXED_NAMES
        ]
        if not named:
            continue
        change = {name: _changed(name, value) for name, value in named}
        gives = [_gives(form, name, value) for name, value in named]
        text = "; ".join((gives[0], *(one[:1].lower() + one[1:] for one in gives[1:])))
        found.append(_opened(text, form.query(**change), plans(form, change)))
    known = [one for one in found if one is not None]
    if not known:
        known = _in_pairs(form, plans)
    if not known and form.has_limits:
        every: dict[str, str | tuple[str, ...]] = dict.fromkeys(RELAXED_NAMES.values(), ())
        last = _opened(_("Take all limits off"), without_limits(form), plans(form, every))
        known = [] if last is None else [last]
    return tuple(known)


def _in_pairs(form: PlanForm, plans: Plans) -> list[Relaxation]:
    found = []
    for one, other in itertools.combinations(limits_set(form), 2):
        change: dict[str, str | tuple[str, ...]] = {one.name: (), other.name: ()}
        text = _("Take off two limits: “%(one)s” and “%(other)s”") % {
            "one": one.text,
            "other": other.text,
        }
        opened = _opened(text, form.query(**change), plans(form, change))
        if opened is not None:
            found.append(opened)
    return sorted(found, key=lambda way: (way.months, way.cost_usd))[:MOST_PAIRS]


def _opened(text: str, query: str, answer: PlanAnswer) -> Relaxation | None:
    if not answer.plans:
        return None
    plan = min(answer.plans, key=lambda one: (one.months, one.cost_usd))
    return Relaxation(
        text=text,
        query=query,
        way=way_of(plan),
        months=plan.months,
        cost_usd=plan.cost_usd,
        pay_usd=plan.pay_at_goal.p50,
        routes=len(answer.plans),
    )


def _changed(name: str, value: float | None) -> str | tuple[str, ...]:
    if value is None:
        return ()
    return EducationLevel(int(value)).slug if name == "max_credential" else str(int(value))


def _gives(form: PlanForm, name: str, value: float | None) -> str:
    """What a person gives to open a way, as something to do."""
    if name == "max_months" and value is not None:
        return _("Take %(new)s instead of %(old)s") % {
            "new": months(value),
            "old": months(float(form.max_months)),
        }
    if name == "budget" and value is not None:
        return _("Spend %(new)s on tuition instead of %(old)s") % {
            "new": usd(value),
            "old": usd(float(form.budget)),
        }
    if name == "min_pay":
        if value is None:
            return _("Go without pay while at school, instead of %(old)s a year on the way") % {
                "old": usd(float(form.min_pay))
            }
        return _("Live on %(new)s a year on the way instead of %(old)s") % {
            "new": usd(value),
            "old": usd(float(form.min_pay)),
        }
    if name == "study":
        return _("Study at any pace, instead of only “%(old)s”") % {"old": _study(form.study)}
    if name == "max_credential" and value is not None:
        return _("Go as far as this: %(new)s, instead of this: %(old)s") % {
            "new": EducationLevel(int(value)).label,
            "old": _label(form.max_credential),
        }
    if name == "max_job_changes" and value is not None:
        return _("Change jobs up to %(n)d times") % {"n": int(value)}
    if name == "within":
        return _("Look outside these fields too: %(names)s") % {"names": ", ".join(form.within)}
    return _("Pass through the jobs you want to stay out of: %(names)s") % {
        "names": ", ".join(form.avoid)
    }


def _study(study: str) -> str:
    return {
        "part": _("study beside a job"),
        "full": _("study full time"),
        "none": _("no study"),
    }[study]


def _label(slug: str) -> str:
    return EducationLevel.parse(slug).label
