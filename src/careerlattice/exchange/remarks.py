"""What is said about the work read: the job that goes on, overlaps, titles not placed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from careerlattice.profile.calendar import current_work, overlapping
from careerlattice.profile.model import Work

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog


def unplaced(catalog: Catalog, title: str) -> str:
    """Why a piece of work counts for nothing yet."""
    reading = catalog.read_title(title)
    if reading.kind in ("state", "rank"):
        return f"{title!r} names no occupation by itself and does not count until you choose one."
    return f"{title!r} could not be placed and does not count until you choose an occupation."


def work_remarks(catalog: Catalog, work: tuple[Work, ...], today: date) -> list[str]:
    """Notices on the jobs as a whole."""
    found = []
    now = current_work(work)
    running = [w for w in work if w.kind in ("job", "military") and not w.ended]
    if now is not None and len(running) > 1:
        title = catalog.occupation(now.onet_soc_code).title if now.onet_soc_code else now.title
        found.append(
            f"{len(running)} jobs have no end date. {now.title!r} ({title}), begun last, is taken "
            "as the current job; add an end date to the others if they are over."
        )
    told = set()
    for first, second in overlapping(work, today):
        if first.onet_soc_code not in told:
            told.add(first.onet_soc_code)
            found.append(
                f"{first.title!r} and {second.title!r} overlap: months at the same time are "
                "counted once."
            )
    return found
