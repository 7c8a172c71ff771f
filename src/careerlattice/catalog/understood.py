"""How the text of a job was understood, as values; `wording.understood` says it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Reading(Enum):
    """What decided which occupation a text means."""

    WORDING = "a wording of a job"
    MILITARY = "a military code"
    SPANISH = "a Spanish wording"
    SOC_2010 = "a code of the SOC of 2010 with one successor"
    BLS_LINE = "a line of BLS with one occupation"
    SOC_2010_PART = "a code of the SOC of 2010 of which one occupation is left"
    SOC_GROUP = "a group of the SOC with one occupation"
    PROGRAM = "a field of study that leads to one occupation"
    ISCO = "an ISCO code that leads to one occupation"
    ESCO = "an ESCO code that leads to one occupation"


@dataclass(frozen=True, slots=True)
class Understood:
    """How a text was understood.

    `typed` is what a person wrote, `title` the official title it is taken for. `decided_by` is the
    title or code that decided, where that tells more; `others` are titles it may mean as well.
    """

    reading: Reading
    typed: str
    title: str
    decided_by: str = ""
    others: tuple[str, ...] = ()
