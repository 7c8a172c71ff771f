"""Answers kept in one JSON file, so that an assessment can be taken up again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from careerlattice.assess.adaptive import next_item
from careerlattice.assess.forms import FORMS, Form, form_items
from careerlattice.assess.parameters import MOST_ITEMS
from careerlattice.assess.scoring import InterestResult, check_answers, score_answers
from careerlattice.content.words import InterestItem
from careerlattice.errors import BadProfile, BadRequest
from careerlattice.profile.files import read_json, write_json

FORMAT = "careerlattice-interest-answers"
VERSION = 1


@dataclass(frozen=True, slots=True)
class InterestSession:
    """A form under way: answers by item id in the order given.

    >>> session = InterestSession("short").with_answer("R01", 3)
    >>> session.next_item.item_id, session.answered
    ('I01', 1)
    """

    form: Form = "adaptive"
    answers: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def next_item(self) -> InterestItem | None:
        """The next item to ask; none when the form is finished."""
        if self.form == "adaptive":
            return next_item(self.answers)
        return next((i for i in form_items(self.form) if i.item_id not in self.answers), None)

    @property
    def answered(self) -> int:
        """How many items are answered."""
        return len(self.answers)

    @property
    def is_finished(self) -> bool:
        """Whether no item is left to ask."""
        return self.next_item is None

    @property
    def most_items(self) -> int:
        """How many items there will be at most."""
        return int(MOST_ITEMS.value) if self.form == "adaptive" else len(form_items(self.form))

    def with_answer(self, item_id: str, answer: int) -> InterestSession:
        """The session with one answer more (or changed). Raises `BadRequest`."""
        check_answers({item_id: answer})
        return replace(self, answers=MappingProxyType({**self.answers, item_id: answer}))

    def without_last(self) -> InterestSession:
        """The session with the last answer taken back."""
        kept = dict(list(self.answers.items())[:-1])
        return replace(self, answers=MappingProxyType(kept))

    def result(self) -> InterestResult:
        """The scores so far. Raises `BadRequest` when an area has fewer than two answers."""
        return score_answers(self.answers, self.form)

    def save(self, path: str | Path) -> None:
        """Write the answers; the file is whole at every moment."""
        write_json(self.to_values(), path)

    def to_values(self) -> dict[str, Any]:
        """The session as JSON values."""
        answers = [[item, answer] for item, answer in self.answers.items()]
        return {"format": FORMAT, "version": VERSION, "form": self.form, "answers": answers}

    @classmethod
    def load(cls, path: str | Path) -> InterestSession:
        """The session in a file. Raises `BadProfile`."""
        return cls.from_values(read_json(path, "file of answers"), Path(path).name)

    @classmethod
    def from_values(cls, values: Any, file: str = "answers") -> InterestSession:
        """The session written in JSON values. Raises `BadProfile` naming file and field."""
        if not isinstance(values, dict) or values.get("format") != FORMAT:
            raise BadProfile(
                f'{file}: the file holds no interest answers (its field "format" is not '
                f"\"{FORMAT}\"). Give a file that 'careerlattice assess interests' wrote."
            )
        unknown = set(values) - {"format", "version", "form", "answers"}
        if unknown:
            raise BadProfile(f"{file}: unknown field(s) {', '.join(sorted(map(repr, unknown)))}.")
        if values.get("version") != VERSION:
            raise BadProfile(f"{file}: version is {values.get('version')!r}, not {VERSION}.")
        form = values.get("form")
        if form not in FORMS:
            raise BadProfile(f"{file}: form is {form!r}. Choose one of: {', '.join(FORMS)}.")
        session = cls(cast("Form", form))
        given = values.get("answers")
        if not isinstance(given, list):
            raise BadProfile(f'{file}: answers is no list. Write pairs like ["R01", 3].')
        for i, pair in enumerate(given):
            if not isinstance(pair, list) or len(pair) != 2 or not isinstance(pair[0], str):
                raise BadProfile(f'{file}: answers[{i}] is no pair like ["R01", 3].')
            if pair[0] in session.answers:
                raise BadProfile(f"{file}: answers[{i}]: {pair[0]} is answered twice.")
            try:
                session = session.with_answer(pair[0], pair[1])
            except BadRequest as error:
                raise BadProfile(f"{file}: answers[{i}]: {error}") from None
        return session
