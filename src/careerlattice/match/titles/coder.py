"""Free-text job titles to occupations, with a calibrated score and the courage to abstain.

A title is folded to words (:mod:`careerlattice.match.titles.words`); every six-digit occupation is
scored by a weighted sum of a few features: how typical the title's words are of the occupation's
titles (:mod:`careerlattice.match.titles.word_ratios`), votes of the nearest indexed titles and an
identical indexed title (:mod:`careerlattice.match.titles.index`), the jobs of the occupations that
carry one, the number of indexed titles, and what a fitted model of words and pieces of words says
(:mod:`careerlattice.match.titles.title_model`). The weights are those of a conditional logit; they
and the calibration are in ``title_coder.json``, fitted with the model by
``benchmarks/titles.py --fit``. Measured validity and limits: ``docs/methods/titles.md``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.names.keys import key
from careerlattice.catalog.names.title_reader import Reading
from careerlattice.catalog.parameters import FEW_JOBS
from careerlattice.match.titles.index import TitleIndex, Words
from careerlattice.match.titles.parameters import (
    INDUSTRY_WEIGHT,
    KNOWN_SCORES,
    LEARNED_SCORE,
    MENDED_SHARE,
    PART_SCORE,
    SHORT_OF_THRESHOLD,
    SLIP_SCORE,
    SLIPS_OF_ONE_WORD,
)
from careerlattice.match.titles.title_model import TitleModel, fitted_model
from careerlattice.match.titles.word_ratios import Floats, WordRatios
from careerlattice.match.titles.words import (
    industry_words,
    learn_abbreviations,
    place_stripped,
    plain_text,
    restated_words,
    title_forms,
    title_words,
)

FEATURES = (
    "words", "neighbors", "titles_held", "residual", "model", "identical", "identical_official",
    "identical_jobs",
)  # fmt: skip
"""Names of the feature columns, in order."""

_MODEL = FEATURES.index("model")
_IDENTICAL = FEATURES.index("identical")


@dataclass(frozen=True, slots=True)
class CodedTitle:
    """One suggestion for one text.

    ``rank`` 1 is the best. ``score`` is the estimated probability that the six-digit part of
    ``onet_soc_code`` is right. ``abstained`` is true on every row of a text whose best score is
    below the threshold: the rows are then suggestions to a person, not an answer. A text without a
    readable word gives one row with the code ``""`` and the score 0. ``is_learned`` tells that the
    text was coded so in the user's own file.
    """

    rank: int
    onet_soc_code: str
    score: float
    abstained: bool
    is_learned: bool = False


@dataclass(frozen=True, slots=True)
class KnownTitles:
    """What is known by name, before anything is guessed.

    ``read`` is the reading of wordings that lists and titles know; ``published`` maps plain titles
    of several words that stand in one occupation to its code; ``learned``, plain titles with the
    codes a user gave them, comes before both. Without ``read`` everything is guessed.
    """

    read: Callable[[str], Reading] | None = None
    published: Mapping[str, str] = field(default_factory=dict)
    learned: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=1)
def fitted_parameters() -> dict[str, Any]:
    """The content of ``title_coder.json``: weights, temperature, calibration, threshold, origin."""
    path = files("careerlattice.match.titles") / "title_coder.json"
    parameters: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return parameters


class TitleCoder:
    """Codes free-text titles against an index of published ones. Make one with :meth:`build`."""

    def __init__(
        self,
        index: TitleIndex,
        abbreviations: dict[str, str],
        parameters: dict[str, Any] | None = None,
        *,
        known: KnownTitles | None = None,
        model: TitleModel | None = None,
        jobs: Mapping[str, float] | None = None,
    ) -> None:
        self._index = index
        self._jobs = jobs or {}
        self._log_jobs = np.log(
            [max(FEW_JOBS.value, self._jobs.get(code, 0.0)) for code in index.six_digit]
        ).astype(np.float32)
        self._known = known or KnownTitles()
        self._abbreviations = abbreviations
        self.model = model or fitted_model()
        place = {code: number for number, code in enumerate(self.model.six_digit)}
        self._in_model = np.array([place.get(code, -1) for code in index.six_digit])
        self._ratios = WordRatios(index)
        self._held = np.log1p(index.titles_held)
        self._residual = np.array([code.endswith("9") for code in index.six_digit], np.float32)
        parameters = parameters or fitted_parameters()
        weights = parameters["weights"]
        self._weights = np.array([weights[name] for name in FEATURES], dtype=np.float32)
        self._temperature = float(parameters["temperature"])
        self._calibration = {
            name: np.array(knots, dtype=np.float64)
            for name, knots in parameters["calibration"].items()
        }
        self.threshold = float(parameters["threshold"])

    @classmethod
    def build(
        cls,
        titles: Sequence[str],
        codes: Sequence[str],
        kinds: Sequence[str],
        *,
        parameters: dict[str, Any] | None = None,
        known: KnownTitles | None = None,
        model: TitleModel | None = None,
        jobs: Mapping[str, float] | None = None,
    ) -> TitleCoder:
        """A coder over published titles, their O*NET-SOC codes and kinds, in equal lengths.

        Kinds are official, alternate, reported and short; a title in brackets after another counts
        as a second title of the same code. ``parameters`` replaces ``title_coder.json`` and
        ``model`` the fitted model; ``known`` is what is known by name, which comes first. ``jobs``
        are national jobs by six-digit code: of those that carry one title the larger is likelier.
        Raises ``ValueError`` on unequal lengths or when no title is readable.
        """
        index, short_forms = build_index(titles, codes, kinds)
        return cls(index, short_forms, parameters, known=known, model=model, jobs=jobs)

    def weighed(self, parameters: dict[str, Any]) -> TitleCoder:
        """The same coder with other weights, calibration and threshold."""
        return TitleCoder(
            self._index,
            self._abbreviations,
            parameters,
            known=self._known,
            model=self.model,
            jobs=self._jobs,
        )

    def without(self, rows: Iterable[tuple[Words, str]], like: TitleCoder) -> TitleCoder:
        """The coder without some titles of its index, knowing by name only what `like` knows."""
        return TitleCoder(
            self._index.without(rows),
            self._abbreviations,
            known=like._known,
            model=self.model,
            jobs=self._jobs,
        )

    @property
    def index(self) -> TitleIndex:
        """The indexed titles."""
        return self._index

    @property
    def abbreviations(self) -> dict[str, str]:
        """The short forms that the titles themselves write out."""
        return self._abbreviations

    @property
    def six_digit_codes(self) -> tuple[str, ...]:
        """The six-digit codes the coder can answer with, in the order of :meth:`features`."""
        return self._index.six_digit

    def words(self, text: object, state: str | None = None) -> tuple[str, ...]:
        """The words ``text`` is compared by: folded, expanded, typing slips mended."""
        if state and isinstance(text, str):
            text = place_stripped(text, state)
        return self._index.mended(tuple(title_words(text, self._abbreviations)))

    def readings(self, text: object, state: str | None = None) -> tuple[Words, ...]:
        """The words of ``text`` and, where a bracket says the title again, the words in it."""
        found: tuple[Words, ...] = (self.words(text, state),)
        again = restated_words(text, self._abbreviations)
        if again:
            found += (self._index.mended(tuple(again)),)
        return tuple(words for words in found if words)

    def features(self, words: Sequence[str]) -> tuple[Floats, NDArray[np.float32]]:
        """Feature columns, shape (six-digit codes, ``FEATURES``), and votes per O*NET-SOC code."""
        size = len(self._index.six_digit)
        table = np.zeros((size, len(FEATURES)), dtype=np.float32)
        table[:, 0] = self._ratios.sum(words)
        votes = self._index.neighbor_votes(words)
        by_class = self._index.to_six_digit(votes)
        table[:, 1] = np.log(by_class / (by_class.sum() + 1e-9) + 1e-3)
        table[:, 2] = self._held
        table[:, 3] = self._residual
        table[:, _MODEL] = self._log_shares(words)
        table[:, 5], table[:, 6] = self._index.identical(words)
        table[:, 7] = np.where(table[:, 5] > 0, self._log_jobs, 0)
        return table, votes

    def _odds(self, score: Floats) -> NDArray[np.float64]:
        odds: NDArray[np.float64] = np.exp(
            self._temperature * (score - score.max()).astype(np.float64)
        )
        odds /= odds.sum()
        return odds

    def _log_shares(self, words: Sequence[str]) -> Floats:
        """The model's logarithms of shares; 0 everywhere where it knows nothing of the words."""
        shares = self.model.log_shares(words)
        if shares is None:
            return np.zeros(len(self._in_model), dtype=np.float32)
        # An occupation that the model was not fitted on is as likely to it as its least likely one.
        found: Floats = np.where(self._in_model >= 0, shares[self._in_model], shares.min())
        return found

    def code(
        self,
        texts: Iterable[object],
        top: int = 5,
        state: str | Sequence[str | None] | None = None,
        industry: str | Sequence[str | None] | None = None,
    ) -> list[list[CodedTitle]]:
        """Up to ``top`` suggestions for each text, best first, one per six-digit occupation.

        ``state`` (postal code or name) is taken out of the text as a place; it does not change the
        odds of occupations. ``industry`` (words, or a NAICS code of two digits or more) adds its
        words at a low weight. Both may be one value or one per text. Raises ``ValueError`` when
        ``top`` is below 1 or a sequence has another length than ``texts``.
        """
        if top < 1:
            raise ValueError(f"top must be at least 1, not {top}")
        asked = list(texts)
        states = _per_text(state, len(asked), "state")
        industries = _per_text(industry, len(asked), "industry")
        known: dict[tuple[tuple[Words, ...], Words], list[CodedTitle]] = {}
        answers = []
        for text, place, branch in zip(asked, states, industries, strict=True):
            asked_as = (self.readings(text, place), industry_words(branch))
            if asked_as not in known:
                known[asked_as] = self._answer(*asked_as, top)
            answers.append(self._with_reading(text, known[asked_as], top))
        return answers

    def _with_reading(self, text: object, guessed: list[CodedTitle], top: int) -> list[CodedTitle]:
        """The answer with what is known by name put first, and slips paid for in the score."""
        if not isinstance(text, str) or self._known.read is None:
            return list(guessed)
        own = self._known.learned.get(plain_text(text).strip())
        if own is not None:
            rows = _led((own,), LEARNED_SCORE.value, guessed, top, abstained=False)
            return [replace(rows[0], is_learned=True), *rows[1:]]
        return self._by_name(text, self._known.read(text), guessed, top)

    def _by_name(
        self, text: str, reading: Reading, guessed: list[CodedTitle], top: int
    ) -> list[CodedTitle]:
        """The answer where a list or a title has the text by name; else by its parts."""
        if reading.kind == "state":
            return [CodedTitle(1, "", 0.0, True)]
        # A list goes before a published title only where it has the whole wording.
        is_listed = reading.how == "listed" and key(reading.wording) == key(text)
        if not (is_listed or reading.how == "military code" or reading.is_official):
            own = self._known.published.get(plain_text(text).strip())
            if own is not None:
                return _led((own,), KNOWN_SCORES["title"].value, guessed, top, abstained=False)
        if reading.kind == "one" and reading.how in KNOWN_SCORES:
            sort = "official" if reading.is_official else reading.how
            score = KNOWN_SCORES[sort].value
            return _led(reading.codes[:1], score, guessed, top, abstained=False)
        low = SHORT_OF_THRESHOLD.value * self.threshold
        if reading.kind == "rank":
            return [replace(row, score=min(row.score, low), abstained=True) for row in guessed]
        if reading.kind == "ask" and reading.how in ("listed", "military code"):
            return _led(reading.codes, low, guessed, top, abstained=True)
        return self._by_parts(text, reading, guessed, top)

    def _by_parts(
        self, text: str, reading: Reading, guessed: list[CodedTitle], top: int
    ) -> list[CodedTitle]:
        """The answer where slips were mended or a part is known by name; else the guess."""
        if reading.kind == "one" and reading.how == "mended":
            is_guess = " " not in text.strip() and reading.slips > SLIPS_OF_ONE_WORD.value
            score = SHORT_OF_THRESHOLD.value * self.threshold if is_guess else SLIP_SCORE.value
            return _led(reading.codes[:1], score, guessed, top, abstained=is_guess)
        paid = self._paid_for_slips(text, guessed)
        is_telling = " " in reading.wording or paid[0].abstained
        if reading.kind == "one" and reading.how == "part" and is_telling:
            return _led(reading.codes[:1], PART_SCORE.value, paid, top, abstained=False)
        return paid

    def _paid_for_slips(self, text: str, guessed: list[CodedTitle]) -> list[CodedTitle]:
        typed = title_words(text, self._abbreviations)
        mended = [word for word in typed if word not in self._index.vocabulary]
        if not mended or not guessed:
            return list(guessed)
        share = MENDED_SHARE.value ** len(mended)
        best = guessed[0].score * share
        # A single word bent to another is a guess at what it could be, not an answer.
        abstained = best < self.threshold or len(typed) == 1
        return [
            replace(row, score=round(row.score * share, 4), abstained=abstained) for row in guessed
        ]

    def _answer(self, readings: tuple[Words, ...], branch: Words, top: int) -> list[CodedTitle]:
        if not readings:
            return [CodedTitle(1, "", 0.0, True)]
        table, votes = self.features(readings[0])
        if not self._ratios.known(readings[0]) and not table[:, _MODEL].any():
            return [CodedTitle(1, "", 0.0, True)]
        score = table @ self._weights
        if branch:
            mean = self._ratios.sum(branch) / max(1, len(self._ratios.known(branch)))
            score += INDUSTRY_WEIGHT.value * np.clip(mean, -1.0, 4.0)
        odds = self._odds(score)
        for words in readings[1:]:
            other, more = self.features(words)
            odds = np.sqrt(odds * self._odds(other @ self._weights))
            votes = votes + more
        odds /= odds.sum()
        order = np.lexsort((np.arange(len(odds)), -odds))[:top]
        sort = "identical" if table[order[0], _IDENTICAL] > 0 else "other"
        knots = self._calibration[sort]
        best = float(np.interp(odds[order[0]], knots[:, 0], knots[:, 1]))
        rest = (1.0 - best) / max(1e-9, 1.0 - float(odds[order[0]]))
        abstained = best < self.threshold
        return [
            CodedTitle(
                rank,
                self._index.detailed(int(number), votes),
                round(best if rank == 1 else min(best, rest * float(odds[number])), 4),
                abstained,
            )
            for rank, number in enumerate(order, start=1)
        ]


def build_index(
    titles: Sequence[str], codes: Sequence[str], kinds: Sequence[str]
) -> tuple[TitleIndex, dict[str, str]]:
    """The index of published titles, and the short forms they write out themselves.

    Raises ``ValueError`` on unequal lengths or when no title is readable.
    """
    if not len(titles) == len(codes) == len(kinds):
        raise ValueError(
            f"titles, codes and kinds must be equally long, not {len(titles)}, {len(codes)} "
            f"and {len(kinds)}"
        )
    short_forms = learn_abbreviations(titles)
    rows: dict[tuple[tuple[str, ...], str], bool] = {}
    for title, code, kind in zip(titles, codes, kinds, strict=True):
        for words in indexed_forms(title, short_forms):
            pair = (words, code)
            rows[pair] = rows.get(pair, False) or kind == "official"
    if not rows:
        raise ValueError("no readable title to build the title index from")
    return TitleIndex.build(rows), short_forms


def indexed_forms(title: str, abbreviations: Mapping[str, str]) -> list[Words]:
    """The words a title is indexed by: its own and those of a bracket."""
    found = (tuple(title_words(form, abbreviations)) for form in title_forms(title))
    return [words for words in dict.fromkeys(found) if words]


def carried_once(titles: Sequence[str], codes: Sequence[str]) -> dict[str, str]:
    """Plain titles of several words that stand in one six-digit occupation, with its code."""
    carried: dict[str, set[str]] = {}
    for title, code in zip(titles, codes, strict=True):
        if " " in title.strip():
            carried.setdefault(plain_text(title).strip(), set()).add(code)
    return {
        title: min(members)
        for title, members in carried.items()
        if len({code[:7] for code in members}) == 1
    }


def _led(
    codes: Sequence[str], score: float, guessed: list[CodedTitle], top: int, *, abstained: bool
) -> list[CodedTitle]:
    """Rows that begin with the codes known by name, the guesses of other occupations behind."""
    lines = {code[:7] for code in codes}
    rest = [row for row in guessed if row.onet_soc_code and row.onet_soc_code[:7] not in lines]
    left = max(0.0, 1.0 - score)
    rows = [
        CodedTitle(0, code, score / (1 if place == 0 else 2 + place), abstained)
        for place, code in enumerate(codes)
    ] + [replace(row, score=min(row.score, left), abstained=abstained) for row in rest]
    return [
        replace(row, rank=rank, score=round(row.score, 4))
        for rank, row in enumerate(rows[:top], start=1)
    ]


def _per_text(
    value: str | Sequence[str | None] | None, size: int, name: str
) -> Sequence[str | None]:
    if value is None or isinstance(value, str):
        return [value] * size
    if len(value) != size:
        raise ValueError(f"{name} has {len(value)} values for {size} texts")
    return value
