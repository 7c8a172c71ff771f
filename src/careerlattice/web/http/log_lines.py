"""A log of one line for each event, whatever a visitor sent."""

from __future__ import annotations

import logging


class OneLine(logging.Formatter):
    """Writes line ends and other control characters as escapes, in tracebacks too.

    So that a line of the log is an event, and nobody can write lines of their own into it.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The event as one line."""
        text = super().format(record)
        return "".join(one if one.isprintable() else _escaped(one) for one in text)


def _escaped(one: str) -> str:
    return one.encode("unicode_escape").decode("ascii")
