"""A profile held against a catalog: codes that do not exist, guesses not confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerlattice.errors import BadProfile, CareerlatticeError
from careerlattice.profile.model import Profile

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog


def check_profile(catalog: Catalog, profile: Profile) -> tuple[str, ...]:
    """Remarks on the profile, each saying what is left out of answers and what to do.

    Raises `BadProfile` when the profile names an occupation, element, cluster or place that the
    release does not hold, as nothing could be answered for it.
    """
    remarks = [
        remark for place in range(len(profile.work)) for remark in _on_work(catalog, profile, place)
    ]
    known = set(catalog.release.table("elements")["element_id"])
    for name, levels in (("skills", profile.skills), ("knowledge", profile.knowledge)):
        for element in levels:
            if element not in known:
                raise BadProfile(
                    f"profile: {name}: {element!r} is no element of this release. "
                    "'careerlattice assess skills' writes the right names."
                )
    for cluster in profile.limits.within:
        _asked(lambda text=cluster: catalog.get_cluster(text), "limits.within")
    for code in profile.limits.avoid:
        if code not in catalog.row_of:
            raise BadProfile(f"profile: limits.avoid: {code} is no occupation of this release.")
    if profile.place.asked is not None:
        _asked(lambda: catalog.get_area(profile.place.asked), "place")
    return tuple(remarks)


def _on_work(catalog: Catalog, profile: Profile, place: int) -> list[str]:
    """Remarks on one piece of work."""
    work = profile.work[place]
    shown = f"Job {place + 1} ({work.title or work.onet_soc_code!s})"
    if work.onet_soc_code is None:
        if work.no_occupation:
            return [f"{shown} counts for nothing: you said that no occupation fits."]
        return [f"{shown} has no occupation yet and counts for nothing."]
    if work.onet_soc_code not in catalog.row_of:
        try:
            catalog.get_occupation(work.onet_soc_code)
        except CareerlatticeError as error:
            raise BadProfile(f"profile: work[{place}].onet_soc_code: {error}") from None
        raise BadProfile(
            f"profile: work[{place}].onet_soc_code {work.onet_soc_code} is not a code of O*NET-SOC "
            "2019. Use 'careerlattice search' to find today's code."
        )
    remarks = []
    if not work.confirmed:
        name = catalog.occupation(work.onet_soc_code).title
        remarks.append(f"{shown} is taken to be {name}; confirm or correct it.")
    if work.months is None:
        remarks.append(f"{shown} has no length; add its months.")
    if work.needs_recognition:
        remarks.append(
            f"{shown} is {work.kind} experience and counts at {work.rate:.0%} "
            "until it is recognized."
        )
    return remarks


def _asked(ask: object, field: str) -> None:
    try:
        ask()  # type: ignore[operator]
    except CareerlatticeError as error:
        raise BadProfile(f"profile: {field}: {error}") from None
