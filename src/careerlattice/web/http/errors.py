"""What a view raises when it cannot answer; `error_pages` turns each into a page or a problem."""

from __future__ import annotations

from careerlattice.errors import CareerlatticeError


class TooManyRequests(CareerlatticeError):
    """More plans than one visitor may request in a minute; `seconds` until the next is allowed."""

    def __init__(self, seconds: float) -> None:
        super().__init__("Too many plans were requested in a short time.")
        self.seconds = seconds


class TookTooLong(CareerlatticeError):
    """A request that has worked for as long as one may."""

    def __init__(self) -> None:
        super().__init__("The answer takes longer than one request may.")
