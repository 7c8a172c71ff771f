"""One reason: a short plain sentence that knows which way it speaks."""

from __future__ import annotations

from typing import Literal

Side = Literal["for", "against", "note"]
BUT = "But "


class Reason(str):
    """A sentence that speaks for an occupation, against it, or only notes something.

    As text it is one of a row of sentences, in which those against begin with "But".

    >>> reason = Reason("It is far from your interests.", "against")
    >>> str(reason), reason.alone
    ('But it is far from your interests.', 'It is far from your interests.')
    """

    speaks: Side

    def __new__(cls, text: str, speaks: Side = "for") -> Reason:
        """The sentence; one against begins with "But" and goes on in lower case."""
        made = super().__new__(
            cls, BUT + text[:1].lower() + text[1:] if speaks == "against" else text
        )
        made.speaks = speaks
        return made

    @property
    def alone(self) -> str:
        """The sentence where it stands apart from the others: without "But"."""
        text = self.removeprefix(BUT)
        return text[:1].upper() + text[1:]
