"""What is said about the work read: the job that goes on, overlaps, titles not placed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from careerlattice.errors import NotFound
from careerlattice.profile.calendar import current_work, overlapping
from careerlattice.profile.model import FieldOfStudy, Work
from careerlattice.profile.no_job import field_without_job
from careerlattice.requirements.field_names import resolve_field

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog


def unplaced(catalog: Catalog, title: str) -> str:
    """Why a piece of work counts for nothing yet."""
    reading = catalog.read_title(title)
    if reading.kind in ("state", "rank"):
        return f"{title!r} names no occupation by itself and does not count until you choose one."
    return f"{title!r} could not be placed and does not count until you choose an occupation."


def field_without_work(catalog: Catalog, title: str) -> tuple[FieldOfStudy, str] | None:
    """The field of study of a title that says there is no job, and what to tell; else none."""
    said = field_without_job(title)
    if said is None:
        return None
    told = f"{title!r} names no job: {said!r} is taken as a field of study"
    try:
        reading = resolve_field(catalog, said)
    except NotFound as error:
        return FieldOfStudy(None, said), f"{told}. {error}"
    return FieldOfStudy(reading.cip_code, said), f"{told}, {reading.echo}."


def work_remarks(catalog: Catalog, work: tuple[Work, ...], today: date) -> list[str]:
    """Notices on the jobs as a whole."""
    found = []
    now = current_work(work)
    running = [
        w for w in work if w.kind in ("job", "military") and not w.ended and not w.no_occupation
    ]
    if now is not None and len(running) > 1:
        title = catalog.occupation(now.onet_soc_code).title if now.onet_soc_code else now.title
        later = [w for w in running if w.started > now.started]
        why = "of those whose occupation is known the one begun last" if later else "begun last"
        found.append(
            f"{len(running)} jobs have no end date. {now.title!r} ({title}), {why}, is taken "
            "as the current job; add an end date to the others if they are over."
        )
        if later:
            newest = max(later, key=lambda w: w.started)
            found.append(
                f"{newest.title!r} began later: choose its occupation to start from it instead."
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
