"""A profile held against the release."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.errors import BadProfile
from careerlattice.profile.checking import check_profile
from careerlattice.profile.model import Limits, Place, Profile, Work
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.wording.profiles import remark_text

CATALOG = open_release()


def test_what_is_open_is_said() -> None:
    profile = Profile(
        work=(
            Work("baker", OnetSocCode("51-3011.00")),
            Work("???"),
            Work("medic", OnetSocCode("29-2042.00"), 12, "military", confirmed=True),
        )
    )
    told = " ".join(map(remark_text, check_profile(CATALOG, profile)))
    assert "We read job 1 (baker) as Bakers." in told
    assert "Job 2 (???) has no occupation yet" in told
    assert "has no length" in told
    assert "counts at 75%" in told
    assert "Joint Services Transcript" in told


@pytest.mark.parametrize(
    "profile",
    [
        Profile(work=(Work("x", OnetSocCode("99-9999.00")),)),
        Profile(skills=MappingProxyType({"2.A.9.z": 1.0})),
        Profile(place=Place(metro="Nowhereville, OH")),
        Profile(limits=Limits(within=("no such cluster",))),
        Profile(limits=Limits(avoid=(OnetSocCode("99-9999.00"),))),
    ],
)
def test_what_the_release_does_not_know_is_refused(profile: Profile) -> None:
    with pytest.raises(BadProfile, match="profile: "):
        check_profile(CATALOG, profile)
