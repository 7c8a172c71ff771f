"""Months of jobs held side by side, counted once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from careerlattice.plan.request import PastJob

Floats = NDArray[np.float64]
Span = tuple[float, float]
"""When a job was held: how many months ago it ended and began."""


def span_of(job: PastJob, *, is_now: bool) -> Span | None:
    """When a job was held; none where that is not known. A job held now goes on."""
    ended = 0.0 if is_now and job.ended is None else job.ended
    began = job.began
    if began is None and is_now and job.months is not None:
        began = job.months
    if began is None or ended is None or began <= ended:
        return None
    return ended, began


def months_counted(
    weights: Sequence[Floats], months: Sequence[float], spans: Sequence[Span | None]
) -> Floats:
    """Months that jobs count for each condition, shape (conditions,).

    `weights` say what a month in each job counts for. In a month in which several jobs were held
    the one counts that counts most; jobs whose time is not known are taken to stand apart.
    """
    timed = [at for at, span in enumerate(spans) if span is not None]
    if len(timed) < len(("one job", "another")):
        timed = []
    total = np.zeros_like(weights[0]) if weights else np.zeros(0)
    for at, weight in enumerate(weights):
        if at not in timed:
            total = total + weight * months[at]
    held = [(span, at) for at in timed if (span := spans[at]) is not None]
    edges = sorted({edge for span, _ in held for edge in span})
    for begin, end in pairwise(edges):
        # Only part of a job's months may count: of work not yet recognized, or beside other work.
        worth = [
            weights[at] * (months[at] / (span[1] - span[0]))
            for span, at in held
            if span[0] <= begin and span[1] >= end
        ]
        if worth:
            total = total + (end - begin) * reduce(np.maximum, worth)
    return total
