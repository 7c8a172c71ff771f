"""Answers to interest items: six scores, how sure they are, and what is odd about them.

The measurement model is the simplest that can be defended. A person's liking of an area is one
number t on the answer scale (0 to 4), over people normal with standard deviation `LIKING_SD` around
the middle of the scale; an answer is t plus noise of its own. The noise follows from the stated
reliability of ten items, `TEN_ITEM_RELIABILITY`, by the Spearman-Brown relation, and is corrected
for each person and area by how far the answers of that area disagree. The reliability is an
assumption until the items have been answered by many people: published ten-item interest scales
report .78 to .93.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from careerlattice.assess.forms import ANSWERS, Form, form_items, items_by_id
from careerlattice.assess.parameters import (
    LEAST_PER_AREA,
    LEAST_TO_DISAGREE,
    LIKING_SD,
    MIDDLE_ANSWER,
    NOISE_PRIOR_ANSWERS,
    SAME_ANSWER_SHARE,
)
from careerlattice.errors import BadRequest
from careerlattice.match.parameters import FLAT_RELIABILITY
from careerlattice.profile.model import Interests
from careerlattice.profile.parameters import TEN_ITEM_RELIABILITY
from careerlattice.vocab.interests import INTEREST_AREAS

LIKING_VARIANCE = LIKING_SD.value**2
NOISE_VARIANCE = (
    10.0 * LIKING_VARIANCE * (1.0 - TEN_ITEM_RELIABILITY.value) / TEN_ITEM_RELIABILITY.value
)
"""Variance of an answer around the true liking, by the Spearman-Brown relation."""

_CHI_SQUARE_99 = (6.63, 9.21, 11.34, 13.28, 15.09, 16.81, 18.48, 20.09, 21.67)
"""Ninety-ninth percentiles of the chi-square distribution with 1 to 9 degrees of freedom."""


@dataclass(frozen=True, slots=True)
class AreaEstimate:
    """What the answers say of one area.

    `mean` is the average answer, 0 to 4, `score` ten times that. `estimate` and `variance` are of
    the true liking after the answers (answer scale); `reliability` is 1 - variance / variance over
    people.
    """

    area: str
    answered: int
    mean: float
    score: float
    estimate: float
    variance: float
    noise: float
    reliability: float

    @property
    def error(self) -> float:
        """Standard error of the score, in points of 0 to 40."""
        return 10.0 * float(self.variance**0.5)


@dataclass(frozen=True, slots=True)
class InterestResult:
    """Scores with everything that qualifies them.

    `profile_reliability` says how far the differences among the six scores are more than error;
    `is_flat` that they mostly are not; `is_usable` that a ranking by them means anything.
    """

    form: str
    areas: tuple[AreaEstimate, ...]
    answered: int
    asked: int
    profile_reliability: float
    is_flat: bool
    is_usable: bool
    warnings: tuple[str, ...]

    @property
    def interests(self) -> Interests:
        """The scores for a profile."""
        return Interests(
            **{area.area: area.score for area in self.areas},
            reliability=tuple(round(area.reliability, 3) for area in self.areas),
            method=self.form,
            answered=self.answered,
        )

    def to_dict(self) -> dict[str, Any]:
        """The result as JSON-ready values."""
        return {
            "form": self.form,
            "answered": self.answered,
            "asked": self.asked,
            "scores": {area.area: round(area.score, 1) for area in self.areas},
            "reliability": {area.area: round(area.reliability, 3) for area in self.areas},
            "error": {area.area: round(area.error, 1) for area in self.areas},
            "profile_reliability": round(self.profile_reliability, 3),
            "is_flat": self.is_flat,
            "is_usable": self.is_usable,
            "warnings": list(self.warnings),
        }


def check_answers(answers: Mapping[str, int]) -> None:
    """Raise `BadRequest` unless every key is an item id and every answer is 0, 1, 2, 3 or 4."""
    items = items_by_id()
    for item, answer in answers.items():
        if item not in items:
            raise BadRequest(
                f"There is no interest item {str(item)[:20]!r}. Items are called R01 to C10."
            )
        if isinstance(answer, bool) or not isinstance(answer, int) or not 0 <= answer <= 4:
            raise BadRequest(
                f"The answer to {item} is {str(answer)[:20]!r}. Answers are whole numbers from 0 "
                f"({ANSWERS[0]}) to 4 ({ANSWERS[4]})."
            )


def estimate_area(area: str, values: list[int]) -> AreaEstimate:
    """What the answers of one area say, with as many as there are (also none)."""
    n = len(values)
    mean = sum(values) / n if n else MIDDLE_ANSWER.value
    scatter = sum((value - mean) ** 2 for value in values)
    assumed, prior = NOISE_PRIOR_ANSWERS.value, LIKING_VARIANCE
    noise = (assumed * NOISE_VARIANCE + scatter) / (assumed + max(0, n - 1))
    variance = 1.0 / (1.0 / prior + n / noise)
    estimate = variance * (MIDDLE_ANSWER.value / prior + n * mean / noise)
    return AreaEstimate(
        area=area,
        answered=n,
        mean=mean,
        score=10.0 * mean,
        estimate=estimate,
        variance=variance,
        noise=noise,
        reliability=1 - variance / prior,
    )


def estimate_areas(answers: Mapping[str, int]) -> tuple[AreaEstimate, ...]:
    """What the answers say of each of the six areas."""
    items = items_by_id()
    values: dict[str, list[int]] = {area: [] for area in INTEREST_AREAS}
    for item, answer in sorted(answers.items()):
        values[items[item].area].append(answer)
    return tuple(estimate_area(area, values[area]) for area in INTEREST_AREAS)


def profile_reliability_of(areas: tuple[AreaEstimate, ...]) -> float:
    """How far the differences among six estimates are more than error, 0 to 1.

    The variance among the estimated likings over that variance plus their mean error variance.
    """
    center = sum(area.estimate for area in areas) / len(areas)
    spread = sum((area.estimate - center) ** 2 for area in areas) / (len(areas) - 1)
    error = sum(area.variance for area in areas) / len(areas)
    return spread / (spread + error)


def score_answers(answers: Mapping[str, int], form: Form = "full") -> InterestResult:
    """Score answers (item id to 0..4). Missing answers lower the reliability and are named.

    Raises `BadRequest` for unknown items or values, and when an area has fewer than two answers: a
    score from one question would be no score.

    >>> result = score_answers({item.item_id: 4 if item.area == "social" else 1
    ...                         for item in form_items("short")}, "short")
    >>> result.interests.social, result.is_flat
    (40.0, False)
    """
    check_answers(answers)
    areas = estimate_areas(answers)
    short = [area for area in areas if area.answered < LEAST_PER_AREA.value]
    if short:
        named = ", ".join(f"{area.area} ({area.answered})" for area in short)
        raise BadRequest(
            f"Too few answers for a score in: {named}. Each area needs {LEAST_PER_AREA.value:g}. "
            "The answers given are kept; take the assessment up again with --resume."
        )
    certainty = profile_reliability_of(areas)
    asked = len(answers) if form == "adaptive" else len(form_items(form))
    values = list(answers.values())
    most = max(values.count(value) for value in set(values)) / len(values)
    all_equal = most == 1.0
    is_flat = all_equal or certainty < FLAT_RELIABILITY.value
    warnings = _warnings(answers, areas, form, certainty, most)
    return InterestResult(
        form=form,
        areas=areas,
        answered=len(answers),
        asked=asked,
        profile_reliability=certainty,
        is_flat=is_flat,
        is_usable=not all_equal,
        warnings=warnings,
    )


def _warnings(
    answers: Mapping[str, int],
    areas: tuple[AreaEstimate, ...],
    form: Form,
    certainty: float,
    most: float,
) -> tuple[str, ...]:
    warnings = []
    if most == 1.0:
        warnings.append(
            "All of your answers are the same, so the scores cannot tell what you like. Answer "
            "again and use the whole range, from dislike a lot to like a lot."
        )
    elif most >= SAME_ANSWER_SHARE.value:
        warnings.append(
            f"{most:.0%} of your answers are the same, so the scores rest on very few different "
            "answers. Look at the questions again."
        )
    if most < 1.0 and certainty < FLAT_RELIABILITY.value:
        warnings.append(
            "Your six scores are close together, so the differences may be chance. Many kinds of "
            "work may suit you: let skills, education, and pay decide more than interests."
        )
    missing = [i.item_id for i in form_items(form) if i.item_id not in answers]
    if form != "adaptive" and missing:
        shown = ", ".join(missing[:6]) + ("…" if len(missing) > 6 else "")
        warnings.append(
            f"{len(missing)} of {len(form_items(form))} questions have no answer ({shown}). The "
            "scores rest on the others and are less reliable."
        )
    return (*warnings, *consistency_warnings(answers, areas))


def consistency_warnings(
    answers: Mapping[str, int], areas: tuple[AreaEstimate, ...]
) -> tuple[str, ...]:
    """Areas whose answers disagree more than one in a hundred would by the assumed noise.

    Each names the two most opposed items, so that the person can see whether that is a slip or a
    real preference inside the area (liking to design machines but not to wash them).
    """
    items = items_by_id()
    found = []
    for area in areas:
        own = sorted((a, i) for i, a in answers.items() if items[i].area == area.area)
        if len(own) < LEAST_TO_DISAGREE.value:
            continue
        mean = sum(answer for answer, _ in own) / len(own)
        scatter = sum((answer - mean) ** 2 for answer, _ in own) / NOISE_VARIANCE
        if scatter > _CHI_SQUARE_99[min(len(own), 10) - 2]:
            low, high = own[0], own[-1]
            found.append(
                f"Your {area.area} answers disagree: {ANSWERS[high[0]]} for "
                f"{items[high[1]].text.lower()!r}, {ANSWERS[low[0]]} for "
                f"{items[low[1]].text.lower()!r}. If you mean both, that is fine: the score is the "
                "average of the two."
            )
    return tuple(found)
