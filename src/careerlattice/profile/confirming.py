"""Guesses from job titles to occupations, and the person's answer to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from careerlattice.errors import BadRequest
from careerlattice.profile.model import Profile
from careerlattice.vocab.codes import OnetSocCode


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An occupation a title may stand for, with the estimated probability that it does."""

    onet_soc_code: OnetSocCode
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class TitleProposal:
    """What one piece of work may have been; `work_index` is its place in `Profile.work`.

    `suggestions` come best first. `abstained` says that no suggestion is sure enough to be put
    forward: the person has to choose. `notes` say what the file did not tell (dates, a title).
    """

    work_index: int
    typed: str
    months: float | None
    suggestions: tuple[Suggestion, ...]
    abstained: bool
    notes: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The proposal as JSON-ready values."""
        return {
            "work_index": self.work_index,
            "typed": self.typed,
            "months": self.months,
            "suggestions": [
                {"onet_soc_code": str(s.onet_soc_code), "title": s.title, "score": s.score}
                for s in self.suggestions
            ],
            "abstained": self.abstained,
            "notes": list(self.notes),
        }


@dataclass(frozen=True, slots=True)
class ImportedProfile:
    """A profile read from another format, with every guess to confirm and what was left out."""

    profile: Profile
    proposals: tuple[TitleProposal, ...]
    notices: tuple[str, ...]


def confirm_work(profile: Profile, answers: Mapping[int, OnetSocCode | None]) -> Profile:
    """The profile with the person's answers: place in `work` to the occupation it was.

    None as an answer means that no occupation fits: the work keeps its title and months and loses
    the guess, and it is not asked about again. Raises `BadRequest` for a place that does not exist.
    """
    work = list(profile.work)
    for place, code in answers.items():
        if not 0 <= place < len(work):
            raise BadRequest(
                f"There is no work number {place}; the profile lists {len(work)}, counted from 0."
            )
        work[place] = replace(
            work[place], onet_soc_code=code, confirmed=code is not None, no_occupation=code is None
        )
    return replace(profile, work=tuple(work))
