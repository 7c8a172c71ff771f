"""What a person may choose on `/match`: the order, its weights, the schooling, the filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerlattice.match.fit import COLUMNS, FitColumns
from careerlattice.match.orders import ORDERS, read_weights, usual_order
from careerlattice.vocab.amounts import usd
from careerlattice.vocab.levels import EducationLevel
from careerlattice.web.http.parameters import ChoiceParam, ListParam, TextParam
from careerlattice.web.pages.atlas.clusters import FRAMEWORK
from careerlattice.web.pages.atlas.pathway import MIN_GROWTH, MIN_PAY
from careerlattice.web.pages.person.person import EDUCATIONS, Person

WEIGHTS_TO_CHOOSE = (0, 1, 2, 3, 4, 6, 8, 10)
YEARS_AFTER_SCHOOL: Mapping[EducationLevel, int] = {
    EducationLevel.LESS_THAN_HIGH_SCHOOL: -1,
    EducationLevel.HIGH_SCHOOL: 0,
    EducationLevel.CERTIFICATE: 1,
    EducationLevel.SOME_COLLEGE: 1,
    EducationLevel.ASSOCIATE: 2,
    EducationLevel.BACHELOR: 4,
    EducationLevel.MASTER: 6,
    EducationLevel.PROFESSIONAL: 8,
    EducationLevel.DOCTORAL: 9,
}
"""Full-time years a level is meant to take after high school. Plans reckon with the time people
really take; this only names the choices of a filter."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights as `pay=3,outlook=0`; may be given several times."""

    name: str
    description: str

    def read(self, query: QueryDict) -> dict[str, float]:
        """The weights by column, the last given of each. Raises `BadRequest`."""
        return read_weights(
            ",".join(ListParam(self.name, self.description, max_values=len(COLUMNS)).read(query))
        )

    def schema(self) -> dict[str, Any]:
        """A list of strings."""
        one = f"({'|'.join(COLUMNS)})=[0-9]{{1,3}}"
        items = {"type": "string", "pattern": f"^{one}(,{one})*$", "maxLength": 200}
        return {"type": "array", "items": items, "maxItems": len(COLUMNS)}


ORDER = ChoiceParam(
    "order",
    "What to order by: interests, pay, what is open now, or all columns by weight. By interests "
    "if that is all that is known, else by all.",
    choices=tuple(ORDERS),
)
WEIGHTS = Weights(
    "weights", "Weights in place of the order's own, as pay=3,outlook=0; may be repeated."
)
MAX_EDUCATION = ChoiceParam(
    "max_education", "The most schooling an occupation may typically ask.", choices=EDUCATIONS
)
WHY = TextParam("why", "An occupation to set beside the person: its code or a title.", finds=True)

ORDER_WORDS = {
    "interests": (gettext_lazy("My interests"), gettext_lazy("what you like, and nothing else")),
    "pay": (gettext_lazy("What pays"), gettext_lazy("typical pay, highest first")),
    "open": (
        gettext_lazy("Open to me now"),
        gettext_lazy("your education, your skills, openings"),
    ),
    "all": (gettext_lazy("All of it"), gettext_lazy("weighted the way you choose below")),
}
WEIGHT_WORDS = {
    0: gettext_lazy("0, not at all"),
    1: gettext_lazy("1, a little"),
    4: gettext_lazy("4, much"),
    10: gettext_lazy("10, most of all"),
}


@dataclass(frozen=True, slots=True)
class MatchQuestion:
    """What the address asks of the ranking beside the person."""

    order: str
    weights: Mapping[str, float]
    framework: str
    max_education: str
    min_pay: int | None
    min_growth: int | None

    @property
    def max_level(self) -> EducationLevel | None:
        """The most schooling an occupation may ask; none for any."""
        return EducationLevel.parse(self.max_education) if self.max_education else None

    def filter_pairs(self) -> list[tuple[str, str]]:
        """The filters by their names in addresses."""
        values = (
            ("max_education", self.max_education),
            ("min_pay", "" if self.min_pay is None else str(self.min_pay)),
            ("min_growth", "" if self.min_growth is None else str(self.min_growth)),
        )
        return [(name, value) for name, value in values if value]

    def order_pairs(self) -> list[tuple[str, str]]:
        """The order and the changed weights by their names in addresses."""
        changed = ",".join(f"{name}={value:g}" for name, value in self.weights.items())
        return [pair for pair in (("order", self.order), ("weights", changed)) if pair[1]]

    def framework_pairs(self) -> list[tuple[str, str]]:
        """The framework, where it is not the usual one."""
        usual = self.framework == FRAMEWORK.default
        return [] if usual else [("framework", self.framework)]


@dataclass(frozen=True, slots=True)
class OrderChoice:
    """An order to choose: its words, its question, and what has to be told for it first."""

    order: str
    name: str
    means: str
    query: str
    is_current: bool
    needs: str


@dataclass(frozen=True, slots=True)
class WeightChoice:
    """The weight of a column: as used, its share of all, and the weights to choose."""

    column: str
    weight: float
    share: float
    options: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class FilterSet:
    """A filter that is set: its words, and the question without it."""

    text: str
    query: str


def read_match(query: QueryDict) -> MatchQuestion:
    """What the address asks of the ranking. Raises `BadRequest`."""
    return MatchQuestion(
        order=ORDER.read(query),
        weights=WEIGHTS.read(query),
        framework=FRAMEWORK.read(query),
        max_education=MAX_EDUCATION.read(query),
        min_pay=MIN_PAY.read(query),
        min_growth=MIN_GROWTH.read(query),
    )


def order_choices(person: Person, question: MatchQuestion) -> tuple[OrderChoice, ...]:
    """The four orders; one that nothing is known for leads to where it can be told."""
    chosen = question.order or ("all" if question.weights else usual_order(person.profile()))
    kept = [*person.pairs(), *question.filter_pairs(), *question.framework_pairs()]
    knows_more = bool(person.jobs or person.skills or person.education)
    needs = {
        "interests": "" if person.interests else _("answer the interest questions first"),
        "open": "" if knows_more else _("tell us your education or jobs first"),
    }
    return tuple(
        OrderChoice(
            order=order,
            name=str(name),
            means=str(means),
            query=urlencode([*kept, ("order", order)]),
            is_current=order == chosen,
            needs=needs.get(order, ""),
        )
        for order, (name, means) in ORDER_WORDS.items()
    )


def weight_choices(
    columns: FitColumns, wanted: Mapping[str, float], used: Mapping[str, float]
) -> tuple[WeightChoice, ...]:
    """The columns the profile speaks to, with the weights `wanted` and their shares `used`."""
    found = []
    for name in COLUMNS:
        if name not in columns.scores:
            continue
        weight = wanted[name]
        numbers = sorted({*map(float, WEIGHTS_TO_CHOOSE), weight})
        options = tuple(
            (
                f"{name}={n:g}",
                str(WEIGHT_WORDS.get(int(n), f"{n:g}") if n == int(n) else f"{n:g}"),
                n == weight,
            )
            for n in numbers
        )
        found.append(
            WeightChoice(column=name, weight=weight, share=used.get(name, 0.0), options=options)
        )
    return tuple(found)


def schooling_choices(level: EducationLevel | None, chosen: str) -> tuple[tuple[str, str], ...]:
    """What schooling a person may say they would take on, as levels an occupation may ask.

    From their own level, or from high school where it is not known: none now, up to two years, up
    to four. Another level that is chosen already is kept among them.
    """
    own = level or EducationLevel.HIGH_SCHOOL
    start = max(years for reached, years in YEARS_AFTER_SCHOOL.items() if reached <= own)
    words = (
        (0, _("None now: %(level)s")),
        (2, _("Up to 2 years: %(level)s")),
        (4, _("Up to 4 years: %(level)s")),
    )
    found: dict[str, str] = {}
    for years, text in words:
        within = [
            reached
            for reached, n in YEARS_AFTER_SCHOOL.items()
            if reached <= own or n <= start + years
        ]
        highest = max(within) if years else own
        found.setdefault(highest.slug, text % {"level": highest.label})
    if chosen and chosen not in found:
        label = EducationLevel.parse(chosen).label
        found[chosen] = _("At most %(level)s") % {"level": label}
    return (*found.items(), ("", _("Any")))


def filters_set(person: Person, question: MatchQuestion) -> tuple[FilterSet, ...]:
    """The filters that are set, each with the question without it."""
    words: dict[str, str] = {}
    if question.max_education:
        label = EducationLevel.parse(question.max_education).label
        words["max_education"] = _("education: %(level)s at most") % {"level": label}
    if question.min_pay is not None:
        text = _("typical pay of at least %(usd)s")
        words["min_pay"] = text % {"usd": usd(question.min_pay)}
    if question.min_growth is not None:
        text = _("growth of at least %(n)d percent")
        words["min_growth"] = text % {"n": question.min_growth}
    kept = [*person.pairs(), *question.order_pairs(), *question.framework_pairs()]
    values = question.filter_pairs()
    return tuple(
        FilterSet(
            text=words[name],
            query=urlencode([*kept, *(pair for pair in values if pair[0] != name)]),
        )
        for name, _value in values
    )
