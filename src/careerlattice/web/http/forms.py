"""Fields of a form as they were typed, with what is wrong at each.

What cannot be read does not throw the form away: the page shows it again with what was typed, a
summary of the mistakes and each mistake at its field. Programs get the first mistake as a problem.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from careerlattice.catalog.model import Area
from careerlattice.errors import BadRequest
from careerlattice.web.http.addresses import wants_json
from careerlattice.web.http.parameters import BadValue, ChoiceParam, IntegerParam
from careerlattice.web.http.places import AREA, STATE, place_of


@dataclass(frozen=True, slots=True)
class FormField:
    """A field: its name, which is its id on the page too, its label, and the text in it.

    `problem` says what to write instead; empty when nothing is wrong. `is_worded`: words may stand
    in it beside a number.
    """

    name: str
    label: str
    text: str
    problem: str = ""
    is_worded: bool = False

    @property
    def sentence(self) -> str:
        """The problem as a sentence that stands at the field."""
        return self.problem[:1].upper() + self.problem[1:] + "."


@dataclass
class FormReader:
    """Reads numbers, choices and the place of a form and keeps each as a field.

    A mistake in what has a label is kept at its field, unless the reader is `strict`: then it is
    raised.
    """

    query: QueryDict
    strict: bool = True
    fields: dict[str, FormField] = field(default_factory=dict)

    @classmethod
    def of(cls, request: HttpRequest) -> FormReader:
        """The reader of a page's form: strict when its JSON page was requested."""
        return cls(request.GET, strict=wants_json(request))

    @property
    def problems(self) -> tuple[FormField, ...]:
        """The fields that cannot be read, in the order they were read."""
        return tuple(field for field in self.fields.values() if field.problem)

    def number(self, parameter: IntegerParam) -> int | None:
        """The number; none when it is not given or cannot be read. Raises `BadValue` if strict."""
        text, problem, value = "", "", None
        try:
            value = parameter.read(self.query)
            text = "" if value is None else str(value)
        except BadValue as error:
            if self.strict or not parameter.label:
                raise
            text, problem = error.typed, error.problem
        self.fields[parameter.name] = FormField(
            name=parameter.name,
            label=str(parameter.label),
            text=text,
            problem=problem,
            is_worded=parameter.money is not None,
        )
        return value

    def choice(self, parameter: ChoiceParam) -> str:
        """The choice; its default when it cannot be read. Raises `BadValue` if strict."""
        problem, text, value = "", "", parameter.default
        try:
            value = text = parameter.read(self.query)
        except BadValue as error:
            if self.strict or not parameter.label:
                raise
            text, problem = error.typed, error.problem
        self.fields[parameter.name] = FormField(
            name=parameter.name, label=str(parameter.label), text=text, problem=problem
        )
        return value

    def place(self, name: str, label: str) -> Area | None:
        """The place, in the field of this name and label; none when it cannot be read.

        Raises `BadRequest` if strict.
        """
        typed, problem, found = AREA.read(self.query) or STATE.read(self.query), "", None
        try:
            found = place_of(self.query)
        except BadRequest:
            if self.strict:
                raise
            problem = _("we do not know “%(typed)s”; choose a state") % {"typed": typed[:40]}
        self.fields[name] = FormField(name=name, label=label, text=typed, problem=problem)
        return found
