"""A profile held against a catalog: codes that do not exist, guesses not confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from careerlattice.errors import BadProfile, CareerlatticeError
from careerlattice.profile.experience_rates import WorkKind
from careerlattice.profile.model import Profile

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog


class RemarkKind(Enum):
    """What of a piece of work is not as answers need it."""

    NO_OCCUPATION_FITS = "the person says that no occupation fits"
    NO_OCCUPATION_YET = "no occupation is named yet"
    UNCONFIRMED = "its occupation is a guess"
    NO_LENGTH = "its months are not given"
    NOT_RECOGNIZED = "it counts in part until it is recognized"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on one piece of work: its `place` in the profile, what it is called there.

    `title` is the occupation guessed, `rate` the share of an unrecognized `work_kind` that counts.
    """

    kind: RemarkKind
    place: int
    named: str
    title: str = ""
    work_kind: WorkKind = "job"
    rate: float = 1.0


def check_profile(catalog: Catalog, profile: Profile) -> tuple[Remark, ...]:
    """Remarks on the profile: what is left out of answers; `wording.profiles` says them.

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


def _on_work(catalog: Catalog, profile: Profile, place: int) -> list[Remark]:
    """Remarks on one piece of work."""
    work = profile.work[place]
    named = work.title or str(work.onet_soc_code)
    if work.onet_soc_code is None:
        fits_none = work.no_occupation
        kind = RemarkKind.NO_OCCUPATION_FITS if fits_none else RemarkKind.NO_OCCUPATION_YET
        return [Remark(kind, place, named)]
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
        title = catalog.occupation(work.onet_soc_code).title
        remarks.append(Remark(RemarkKind.UNCONFIRMED, place, named, title))
    if work.months is None:
        remarks.append(Remark(RemarkKind.NO_LENGTH, place, named))
    if work.needs_recognition:
        kind = RemarkKind.NOT_RECOGNIZED
        remarks.append(Remark(kind, place, named, work_kind=work.kind, rate=work.rate))
    return remarks


def _asked(ask: object, field: str) -> None:
    try:
        ask()  # type: ignore[operator]
    except CareerlatticeError as error:
        raise BadProfile(f"profile: {field}: {error}") from None
