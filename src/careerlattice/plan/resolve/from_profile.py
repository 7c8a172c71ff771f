"""A plan's start and limits taken from a person's profile."""

from __future__ import annotations

from careerlattice.plan.request import Limits, PastJob, Start
from careerlattice.profile.calendar import calendar_months, current_work, months_ago
from careerlattice.profile.model import Profile


def start_from_profile(profile: Profile) -> Start:
    """Where the person stands: the job that has not ended, earlier work, schooling.

    Work counts by its recognized months, months of several jobs at once only once, where their
    dates are known.
    Of jobs that go on the one begun last is where they start from; without any, the latest one.
    Earlier work without an occupation goes by its title, which the plan may leave out.
    """
    now = current_work(profile.work)
    counted = calendar_months(profile.work)
    past = tuple(
        PastJob(w.onet_soc_code or w.title, months, *months_ago(w))
        for w, months in counted
        if w is not now and not w.no_occupation and (w.onet_soc_code or w.title)
    )
    own = next((months for w, months in counted if w is now), None)
    education = profile.education
    field = None
    if education is not None and education.fields:
        first = education.fields[0]
        field = str(first.cip_code) if first.cip_code is not None else first.title or None
    return Start(
        PastJob(now.onet_soc_code or now.title, own, *months_ago(now)) if now else None,
        past,
        education.level if education is not None else None,
        field,
        licenses=profile.licenses,
        trained_abroad=profile.trained_abroad or None,
    )


def limits_from_profile(profile: Profile) -> Limits:
    """The limits the person has set down."""
    own = profile.limits
    return Limits(
        max_months=own.max_months,
        budget_usd=own.budget_usd,
        min_pay_usd=own.min_pay_usd,
        max_credential=own.max_credential,
        study=own.study or "any",
        within=own.within,
        avoid=tuple(str(code) for code in own.avoid),
    )
