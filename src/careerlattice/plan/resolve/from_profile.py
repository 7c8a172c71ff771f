"""A plan's start and limits taken from a person's profile."""

from __future__ import annotations

from careerlattice.plan.request import Limits, PastJob, Start
from careerlattice.profile.model import Profile


def start_from_profile(profile: Profile) -> Start:
    """Where the person stands: the job that has not ended, earlier work, schooling.

    Work counts by its recognized months; work whose occupation the person has not confirmed is left
    to the title as typed. Without a job that goes on the latest one is where they start from.
    """
    known = [w for w in profile.work if w.onet_soc_code is not None or w.title]
    jobs = [w for w in known if w.kind in ("job", "military")]
    running = [w for w in jobs if not w.ended]
    latest = sorted(jobs, key=lambda w: w.ended or "9999", reverse=True)
    now = running[0] if running else latest[0] if latest else None
    past = tuple(
        PastJob(w.onet_soc_code or w.title, w.counted_months) for w in known if w is not now
    )
    education = profile.education
    field = None
    if education is not None and education.fields:
        first = education.fields[0]
        field = str(first.cip_code) if first.cip_code is not None else first.title or None
    return Start(
        PastJob(now.onet_soc_code or now.title, now.counted_months) if now else None,
        past,
        education.level if education is not None else None,
        field,
    )


def limits_from_profile(profile: Profile) -> Limits:
    """The limits the person has set down."""
    own = profile.limits
    return Limits(
        max_months=own.months,
        budget_usd=own.out_of_pocket_usd,
        min_pay_usd=own.lowest_pay_usd,
        max_credential=own.highest_education,
        study=own.study or "any",
        within=own.stay_in_clusters,
        avoid=tuple(str(code) for code in own.avoid),
    )
