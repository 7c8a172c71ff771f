"""Which part of a request an error is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from careerlattice.errors import CareerlatticeError


@contextmanager
def about(field: str) -> Iterator[None]:
    """Name the field in the errors of the block that name none."""
    try:
        yield
    except CareerlatticeError as error:
        error.field = error.field or field
        raise
