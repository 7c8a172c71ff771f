"""Names in capitals as people write them; no name loses a letter."""

from __future__ import annotations

import pytest

from careerlattice.release.opening import Release
from careerlattice.vocab.capitals import unshouted


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("PEACE OFFICER", "Peace Officer"),
        ("COUNSELOR, PROFESSIONAL", "Counselor, Professional"),
        ("ACTIVE CPA", "Active CPA"),
        ("EMERGENCY COMMUNICATIONS REGISTERED NURSE (RN)",
         "Emergency Communications Registered Nurse (RN)"),
        ("ESTHETICIAN II", "Esthetician II"),
        ("VENDOR OF THE TRACK", "Vendor of the Track"),
        ("BOXING/WRESTLING", "Boxing/Wrestling"),
        ("WATER'S EDGE GUIDE", "Water's Edge Guide"),
        ("PLUMBER", "Plumber"),
        ("LCSW", "LCSW"),
        ("K-12 Instructional", "K-12 Instructional"),
        ("State Tested Nurse Aide", "State Tested Nurse Aide"),
        ("", ""),
    ],
)  # fmt: skip
def test_names_are_not_shouted(name: str, told: str) -> None:
    assert unshouted(name) == told


def test_every_license_keeps_its_letters(shipped_release: Release) -> None:
    for title in shipped_release.table("licenses")["title"]:
        told = unshouted(title)
        assert told.upper() == title.upper()
        assert told == title or title.isupper()
