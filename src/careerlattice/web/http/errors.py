"""What a view raises when it cannot answer; `error_pages` turns each into a page or a problem."""

from __future__ import annotations

from careerlattice.errors import CareerlatticeError


class MethodNotAllowed(CareerlatticeError):
    """A request by a method its address does not take; `allowed` are those it does."""

    def __init__(self, allowed: tuple[str, ...]) -> None:
        super().__init__("This address can only be read.")
        self.allowed = allowed


class TooManyRequests(CareerlatticeError):
    """More plans than one visitor may request in a minute; `seconds` until the next is allowed."""

    def __init__(self, seconds: float) -> None:
        super().__init__("Too many plans were requested in a short time.")
        self.seconds = seconds
