"""Starting without a job: the word for it in addresses and the label of the choice."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from careerlattice.profile.no_job import NO_JOB, WORDS, means_no_job
from careerlattice.vocab.names import fold

__all__ = ["NO_JOB", "NO_JOB_LABEL", "may_mean_no_job", "means_no_job"]

NO_JOB_LABEL = _("I have no job now")

LEAST_TYPED = 3


def may_mean_no_job(typed: str) -> bool:
    """Whether what has been typed so far is the beginning of such words."""
    begun = fold(typed)
    return len(begun) >= LEAST_TYPED and any(word.startswith(begun) for word in WORDS)
