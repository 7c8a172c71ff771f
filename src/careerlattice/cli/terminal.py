"""The console all screens are drawn on."""

from __future__ import annotations

from rich.console import Console


class Terminal(Console):
    """Rich's console; that a reader (`| head`) has had enough is no failure."""

    def on_broken_pipe(self) -> None:
        """Hand the end of the pipe on to whoever ends the command."""
        raise BrokenPipeError
