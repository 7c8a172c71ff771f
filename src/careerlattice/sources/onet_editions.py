"""What O*NET's editions call their files and columns; the reader is chosen by the edition found.

As published in the data dictionaries of 30.1, 30.2 and 30.3 and the migration reference of 30.3.
An edition newer than the newest layout is read by that layout: it builds, or the reader names the
file or column that has changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from careerlattice.errors import DataError
from careerlattice.tables.model import Source
from careerlattice.tables.sources_of_record import SOURCES, onet_credit
from careerlattice.vocab.job_zones import JobZones

FIVE_ZONES = JobZones(
    {
        1: "little or no preparation",
        2: "some preparation",
        3: "medium preparation",
        4: "considerable preparation",
        5: "extensive preparation",
    }
)
FOUR_ZONES = JobZones(
    {
        2: "very little to some preparation",
        3: "medium preparation",
        4: "considerable preparation",
        5: "extensive preparation",
    }
)
"""Since 30.2 the lowest two bands are one, which keeps the number of the second."""


@dataclass(frozen=True, slots=True)
class TechnologyFile:
    """The file of software and tools: its columns of example, category and, if any, code."""

    file: str
    example: str
    category: str
    code: str | None
    other: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OnetLayout:
    """The files of the editions from `since` on.

    `rated` names the files of each rated domain. `requirements` are the files with the shares of
    jobs by education, experience and training; `alternate_titles` a file and its column of titles;
    `activities` a file, its column of activity ids and further columns. `work_values` is none where
    an edition has them no more.
    """

    since: tuple[int, int]
    job_zones: JobZones
    rated: dict[str, tuple[str, ...]]
    interests: str
    work_values: str | None
    requirements: tuple[str, ...]
    alternate_titles: tuple[str, str]
    technology: TechnologyFile
    activities: tuple[str, str, tuple[str, ...]]

    @property
    def files(self) -> tuple[str, ...]:
        """Every file a build reads."""
        named = (
            "Occupation Data.txt",
            "Job Zones.txt",
            *(file for files in self.rated.values() for file in files),
            self.interests,
            self.work_values or "",
            "Work Styles.txt",
            *self.requirements,
            "Related Occupations.txt",
            self.alternate_titles[0],
            "Sample of Reported Titles.txt",
            self.technology.file,
            self.activities[0],
        )
        return tuple(name for name in named if name)


_AS_OF_30_1 = OnetLayout(
    since=(30, 1),
    job_zones=FIVE_ZONES,
    rated={
        "skill": ("Skills.txt",),
        "knowledge": ("Knowledge.txt",),
        "ability": ("Abilities.txt",),
        "work_activity": ("Work Activities.txt",),
    },
    interests="Interests.txt",
    work_values="Work Values.txt",
    requirements=("Education, Training, and Experience.txt",),
    alternate_titles=("Alternate Titles.txt", "Alternate Title"),
    technology=TechnologyFile(
        file="Technology Skills.txt",
        example="Example",
        category="Commodity Title",
        code="Commodity Code",
    ),
    activities=("Tasks to DWAs.txt", "DWA ID", ()),
)
_AS_OF_30_2 = replace(_AS_OF_30_1, since=(30, 2), job_zones=FOUR_ZONES)
_AS_OF_30_3 = replace(
    _AS_OF_30_2,
    since=(30, 3),
    rated=_AS_OF_30_2.rated | {"skill": ("Essential Skills.txt", "Transferable Skills.txt")},
    interests="Career Interest Types.txt",
    work_values=None,
    requirements=("Education.txt", "Training and Experience.txt"),
    alternate_titles=("Job Titles.txt", "Job Title"),
    technology=TechnologyFile(
        file="Software Skills.txt",
        example="Workplace Example",
        category="Element Name",
        code=None,
        other=("Element ID",),
    ),
    activities=("Tasks to DWAs.txt", "DWA Element ID", ("DWA Element Name",)),
)
LAYOUTS = (_AS_OF_30_1, _AS_OF_30_2, _AS_OF_30_3)

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def edition_in(read_me: str) -> str:
    """The edition a Read Me names, `30.1`; empty where it names none."""
    for before, after in pairwise(read_me.split()):
        if before == "O*NET" and re.fullmatch(r"\d+\.\d+", after):
            return after
    return ""


def vintage_in(read_me: str) -> str:
    """The month a Read Me names, `2025-12`; empty where it names none."""
    found = re.search(rf"({'|'.join(_MONTHS)}) (\d{{4}}) Release", read_me)
    return f"{found[2]}-{_MONTHS.index(found[1]) + 1:02d}" if found else ""


def layout_of(edition: str, has: Callable[[str], bool] = lambda _: False) -> OnetLayout:
    """The newest layout that is not newer than the edition.

    Without an edition, the newest layout that has a file of its own there (`has`), else the one of
    the edition on record. Raises `DataError` for an edition older than all layouts.
    """
    if not edition:
        shared = set(_AS_OF_30_1.files)
        for layout in reversed(LAYOUTS):
            if any(has(name) for name in layout.files if name not in shared):
                return layout
        return layout_of(SOURCES["onet"].edition)
    number = tuple(int(part) for part in edition.split("."))
    fitting = [layout for layout in LAYOUTS if layout.since <= number]
    if not fitting:
        known = SOURCES["onet"]
        raise DataError(
            f"The files are of O*NET {edition}; this version reads O*NET "
            f"{'.'.join(map(str, LAYOUTS[0].since))} and later. Take {known.address}"
        )
    return fitting[-1]


def source_of(edition: str, vintage: str) -> Source:
    """The record of an edition, with its credit line and address."""
    known = SOURCES["onet"]
    if edition in ("", known.edition):
        return known
    return replace(
        known,
        edition=edition,
        vintage=vintage or known.vintage,
        address=known.address.replace(known.edition.replace(".", "_"), edition.replace(".", "_")),
        credit=onet_credit(edition),
    )
