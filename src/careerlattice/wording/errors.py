"""Errors in words: what is wrong, named as the reader knows it, and what may have been meant."""

from __future__ import annotations

from collections.abc import Mapping

from careerlattice.errors import CareerlatticeError


def error_text(error: CareerlatticeError, labels: Mapping[str, str]) -> str:
    """The message with the reader's word for the part of the question it is about.

    `labels` are those words by field (`limits.max_months`): an option on the command line, the
    label of a form's field on a page. A field without a word leaves the message as it is.
    """
    label = labels.get(error.field, "")
    return f"{error} ({label})" if label and label not in str(error) else str(error)
