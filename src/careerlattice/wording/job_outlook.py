"""An outlook in a sentence for those who look at one career."""

from __future__ import annotations

from careerlattice.catalog.bright_outlook import OutlookClass
from careerlattice.wording.catalogue import say


def outlook_sentence(outlook: OutlookClass) -> str:
    """What an outlook means for who thinks of the career."""
    if outlook is OutlookClass.BRIGHT:
        return say("New job opportunities are likely in the years ahead.")
    if outlook is OutlookClass.AVERAGE:
        return say("Jobs are projected to grow about as fast as others.")
    return say("New job opportunities are less likely in the years ahead.")
