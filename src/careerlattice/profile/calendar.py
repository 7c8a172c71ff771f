"""Work on the calendar: which job goes on, and months of several jobs at once counted once."""

from __future__ import annotations

from datetime import date

from careerlattice.profile.model import Work

ENDED_UNKNOWN = "unknown"
"""`Work.ended` of work that has ended at a time nobody can tell."""


def current_work(work: tuple[Work, ...]) -> Work | None:
    """The job a person starts from: of those that go on, the one begun last.

    A job whose occupation is known comes before one whose is not. Without any that goes on, the one
    ended last.
    """
    jobs = [w for w in work if w.kind in ("job", "military") and not w.no_occupation]
    placed = [w for w in jobs if w.onet_soc_code is not None]
    running = [w for w in placed if not w.ended]
    if running:
        return max(running, key=lambda w: w.started)
    unplaced = [w for w in jobs if w.onet_soc_code is None and w.title and not w.ended]
    if unplaced and not placed:
        return max(unplaced, key=lambda w: w.started)
    return max(placed, key=lambda w: w.ended if w.ended != ENDED_UNKNOWN else "", default=None)


def calendar_months(
    work: tuple[Work, ...], today: date | None = None
) -> list[tuple[Work, float | None]]:
    """Each piece of work with its counted months, months of one occupation counted only once.

    The job that goes on keeps its months; others in the same occupation count what lies outside.
    """
    now = today or date.today()  # noqa: DTZ011 - a day's difference does not matter
    covered: dict[str, set[int]] = {}
    counted: dict[int, float | None] = {}
    current = current_work(work)
    order = sorted(range(len(work)), key=lambda i: work[i] is not current)
    for place in order:
        piece = work[place]
        counted[place] = piece.counted_months
        months = _months_of(piece, now)
        if piece.onet_soc_code is None or not months or piece.months is None:
            continue
        known = covered.setdefault(str(piece.onet_soc_code), set())
        new = months - known
        known |= months
        if len(new) < len(months):
            counted[place] = min(piece.months, float(len(new))) * piece.rate
    return [(piece, counted[place]) for place, piece in enumerate(work)]


def months_ago(piece: Work, today: date | None = None) -> tuple[float, float] | tuple[None, None]:
    """How many months ago a piece of work began and ended; none where its dates are not known."""
    now = today or date.today()  # noqa: DTZ011 - as above
    held = _months_of(piece, now)
    if not held:
        return None, None
    this_month = 12 * now.year + now.month
    began, ended = this_month - min(held), this_month - max(held) - 1
    return float(max(began, 0)), float(max(ended, 0))


def overlapping(work: tuple[Work, ...], today: date | None = None) -> list[tuple[Work, Work]]:
    """Pairs of pieces of work in one occupation that share months."""
    now = today or date.today()  # noqa: DTZ011 - as above
    found = []
    for place, first in enumerate(work):
        for second in work[place + 1 :]:
            if first.onet_soc_code is None or first.onet_soc_code != second.onet_soc_code:
                continue
            if _months_of(first, now) & _months_of(second, now):
                found.append((first, second))
    return found


def _months_of(piece: Work, now: date) -> set[int]:
    if len(piece.started) < len("2014-05") or piece.ended == ENDED_UNKNOWN:
        return set()
    first = _number(piece.started)
    last = _number(piece.ended) if piece.ended else 12 * now.year + now.month
    return set(range(first, max(last, first + 1)))


def _number(written: str) -> int:
    return 12 * int(written[:4]) + int(written[5:7] or 1)
