"""What two occupations have in common and how they differ, as numbers for every ordered pair.

These are the features of the likelihood of a move (see `docs/methods/likelihood.md`). They are made
from plain arrays; nothing is read from files here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from careerlattice.lattice.parameters import (
    FITTED_SCHOOL_YEARS,
    OPENINGS_SHARE,
    SECOND_TIER_STEP,
    SMALLEST_EMPLOYMENT,
    STATES_THAT_LICENSE,
    THIRD_TIER_STEP,
)
from careerlattice.vocab.levels import EducationLevel

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Ints = NDArray[np.int64]

SKILL, KNOWLEDGE, ABILITY, ACTIVITY = ("2.A", "2.B"), ("2.C",), ("1.A",), ("4.A",)
KNOWLEDGE_AREAS = tuple(f"2.C.{area}" for area in range(1, 11))
PROFILE_NAMES = (
    *("realistic", "investigative", "artistic", "social", "enterprising", "conventional"),
    "job_zone",
    *KNOWLEDGE_AREAS,
)
SCHOOL_YEARS = np.array([FITTED_SCHOOL_YEARS[level].value for level in EducationLevel])
"""Years of school of the twelve education categories on the scale the model was fitted with."""

TIER_STEP = np.array([0.0, THIRD_TIER_STEP.value, SECOND_TIER_STEP.value, 1.0])
"""How far the publisher's tiers 1 to 3 reach in the walk over related occupations."""
SMALL_WORDS = frozenset(("and", "of", "the", "or", "for", "in", "all", "other", "to", "a"))
PER_OCCUPATION = (
    *("importance", "level", "interests", "work_styles", "job_zone", "education_shares"),
    *("experience_shares", "median_wage_usd", "employment", "openings", "transfer_rate_pct"),
    *("self_employed_pct", "line"),
)
NAMED_FEATURES = {"named_step": 3, "named_sideways": 2, "named_work": 1}
DESTINATION_FEATURES = ("size", "transfer", "openings", "self_employed", "education")


@dataclass(frozen=True, slots=True)
class LikelihoodInputs:
    """What the features are made from; `n` occupations, in any order. NaN stands for "not known".

    codes              n            O*NET-SOC codes, `29-1141.00`
    element_ids        e            content model ids of skills, knowledge, abilities, activities
    importance, level  (n, e)       ratings on the scales IM (1 to 5) and LV (0 to 7)
    interests          (n, 6)       scale OI, realistic to conventional
    work_styles        (n, s)       scale WI, -3 to 3
    job_zone           (n,)         1 to 5
    education_shares   (n, 12)      share of jobs by required education (RL), in percent
    experience_shares  (n, 11)      share of jobs by required related experience (RW), in percent
    median_wage_usd    (n,)         yearly
    employment         (n,)         jobs of the projections' line that speaks for the occupation
    openings           (n,)         openings a year of that line
    transfer_rate_pct  (n,)         workers of that line who change occupation in a year
    self_employed_pct  (n,)         of that line
    line               (n,)         number of that line; occupations with the same number share its
                                    jobs evenly; negative where there is none
    related            (r, 3)       origin row, destination row, tier (3 Primary-Short,
                                    2 Primary-Long, 1 Supplemental)
    title_rows, titles              a title (official, alternate or reported) and its occupation
    technology_rows, technology_codes   UNSPSC commodity codes of named technology, repeated per
                                    example
    cluster_rows, cluster_ids       memberships in career clusters
    program_rows, program_codes     CIP codes of linked programs, `51.3801`
    named              (m, 3)       origin row, destination row, what names the move: 3 a step up,
                                    2 a step sideways, 1 experience that counts
    license_rows, license_keys      licenses that list the occupation, `OH:123` (state:id)

    Each `..._rows` holds the occupation rows (0 to n - 1) of the values beside it.
    """

    codes: tuple[str, ...]
    element_ids: tuple[str, ...]
    importance: Floats
    level: Floats
    interests: Floats
    work_styles: Floats
    job_zone: Floats
    education_shares: Floats
    experience_shares: Floats
    median_wage_usd: Floats
    employment: Doubles
    openings: Doubles
    transfer_rate_pct: Doubles
    self_employed_pct: Doubles
    line: Ints
    related: Ints
    title_rows: Ints
    titles: tuple[str, ...]
    technology_rows: Ints
    technology_codes: Ints
    cluster_rows: Ints
    cluster_ids: tuple[str, ...]
    program_rows: Ints
    program_codes: tuple[str, ...]
    license_rows: Ints
    license_keys: tuple[str, ...]
    named: Ints

    def __post_init__(self) -> None:
        """Raise ValueError where a shape does not fit the number of occupations."""
        for name in PER_OCCUPATION:
            rows = len(getattr(self, name))
            if rows != len(self.codes):
                raise ValueError(f"{name} has {rows} rows, not {len(self.codes)}")
        if self.importance.shape[1] != len(self.element_ids):
            raise ValueError("importance must have one column for each of element_ids")


def line_members(inputs: LikelihoodInputs) -> Doubles:
    """How many occupations share an occupation's employment line, shape (n,); 1 where none."""
    _, back, count = np.unique(inputs.line, return_inverse=True, return_counts=True)
    return np.where(inputs.line < 0, 1.0, count[back]).astype(np.float64)


def employment_share(inputs: LikelihoodInputs) -> Doubles:
    """Each occupation's share of all jobs, shape (n,), summing to 1."""
    jobs = _jobs(inputs) / line_members(inputs)
    return np.asarray(jobs / jobs.sum(), dtype=np.float64)


def origin_profiles(inputs: LikelihoodInputs) -> Floats:
    """Interests, job zone and knowledge areas, shape (n, 17), not standardized; `PROFILE_NAMES`."""
    known = _filled(inputs.importance, inputs.codes)
    areas = []
    for area in KNOWLEDGE_AREAS:
        ids = enumerate(inputs.element_ids)
        of_area = [i for i, element in ids if f"{element}.".startswith(f"{area}.")]
        areas.append(known[:, of_area].mean(axis=1) if of_area else np.zeros(len(known)))
    interests = _filled(inputs.interests, inputs.codes)
    zone = _filled(inputs.job_zone, inputs.codes)
    return np.column_stack([interests, zone, *areas]).astype(np.float32)


def pair_features(inputs: LikelihoodInputs) -> dict[str, Floats]:
    """Every feature of every ordered pair, each (n, n): rows are origins, columns destinations.

    Features of the destination alone are read-only views that take no room. Unrated occupations
    borrow the mean of the rated ones nearest in the classification.
    """
    codes = inputs.codes
    importance, level = _filled(inputs.importance, codes), _filled(inputs.level, codes)
    zone = _filled(inputs.job_zone, codes)
    schooling = _filled(inputs.education_shares, codes)
    schooling /= schooling.sum(axis=1, keepdims=True)
    years = schooling @ SCHOOL_YEARS[: schooling.shape[1]]
    experience = _filled(inputs.experience_shares, codes)
    experience = (experience @ np.arange(1, experience.shape[1] + 1)) / experience.sum(axis=1)
    wage = np.log(np.maximum(_filled(inputs.median_wage_usd, codes), 1.0))
    interests = _filled(inputs.interests, codes)
    both = np.hstack([importance, level])
    of_knowledge = _of(inputs.element_ids, KNOWLEDGE)
    out = _destination_features(inputs, years)
    out["ratings"] = _cosine(both)
    out["knowledge"] = _cosine(_standard(both[:, np.tile(of_knowledge, 2)]))
    for name, prefixes in (("skill", SKILL), ("knowledge", KNOWLEDGE), ("activity", ACTIVITY)):
        of_domain = _of(inputs.element_ids, prefixes)
        out[f"{name}_short"] = _shortfall(importance[:, of_domain], level[:, of_domain])
    out["interests"] = _cosine(interests - interests.mean(axis=1, keepdims=True))
    out["work_styles"] = _cosine(_standard(_filled(inputs.work_styles, codes)))
    out["titles"] = title_likeness(inputs.title_rows, inputs.titles, len(codes))
    out["technology"] = _cosine(
        _counts(inputs.technology_rows, inputs.technology_codes.tolist(), len(codes))
    )
    out["related_walk"], out["first_tier"], out["first_tier_back"] = _related(inputs)
    majors = np.array([code[:2] for code in codes])
    out["same_major"] = (majors[:, None] == majors[None, :]).astype(np.float32)
    out["cluster"] = _cosine(
        _counts(inputs.cluster_rows, inputs.cluster_ids, len(codes), weigh=False)
    )
    fields4 = [code[:5] for code in inputs.program_codes]
    out["programs"] = _cosine(_counts(inputs.program_rows, fields4, len(codes), binary=True))
    out["new_license"] = _new_license(inputs)
    step = zone[None, :] - zone[:, None]
    out["zone_up"] = (step >= 1).astype(np.float32)
    out["zone_down"] = (step <= -1).astype(np.float32)
    out["zone_down2"] = (step <= -2).astype(np.float32)
    for name, height in (("wage", wage), ("education", years)):
        out[f"{name}_up"], out[f"{name}_down"] = _up_and_down(height)
    out["experience_up"] = _up_and_down(experience)[0]
    out["education_apart"] = _apart(schooling)
    for name, sort in NAMED_FEATURES.items():
        out[name] = np.zeros((len(codes), len(codes)), dtype=np.float32)
        of_sort = inputs.named[inputs.named[:, 2] == sort]
        out[name][of_sort[:, 0], of_sort[:, 1]] = 1
    return out


def title_likeness(rows: Ints, titles: Sequence[str], occupations: int) -> Floats:
    """Cosine of the words and word pairs of two occupations' titles, rare ones weighing more."""
    at: list[int] = []
    words: list[str] = []
    for row, title in zip(rows.tolist(), titles, strict=True):
        bare = re.sub(r"\(.*?\)", "", title.lower())
        found = [_singular(w) for w in re.findall("[a-z]+", bare) if w not in SMALL_WORDS]
        found += [f"{first} {second}" for first, second in pairwise(found)]
        at += [row] * len(found)
        words += found
    return _cosine(_counts(np.array(at, dtype=np.int64), words, occupations, least=2))


def _destination_features(inputs: LikelihoodInputs, years: Doubles) -> dict[str, Floats]:
    jobs = _jobs(inputs)
    openings = np.where(np.isnan(inputs.openings), OPENINGS_SHARE.value * jobs, inputs.openings)
    transfer = _filled(inputs.transfer_rate_pct, inputs.codes)
    values = (
        np.log(jobs),
        np.log(np.maximum(transfer, 0.1)),
        np.log(np.maximum(openings, 1.0) / jobs),
        np.nan_to_num(inputs.self_employed_pct) / 100,
        years,
    )
    shape = (len(jobs), len(jobs))
    named = zip(DESTINATION_FEATURES, values, strict=True)
    return {name: np.broadcast_to(v.astype(np.float32), shape) for name, v in named}


def _jobs(inputs: LikelihoodInputs) -> Doubles:
    known = np.isfinite(inputs.employment) & (inputs.line >= 0)
    jobs = np.where(known, inputs.employment, SMALLEST_EMPLOYMENT.value)
    return np.asarray(np.maximum(jobs, SMALLEST_EMPLOYMENT.value / 10), dtype=np.float64)


def _filled(values: NDArray[np.floating], codes: Sequence[str]) -> Doubles:
    """A copy without NaN: such a row becomes the mean of the rows that share most of its code."""
    out = values.astype(np.float64)
    wide = out.reshape(len(out), -1)
    known = ~np.isnan(wide).any(axis=1)
    if not known.any():
        wide[:] = 1.0
        return out
    whole = np.flatnonzero(known).tolist()
    for row in np.flatnonzero(~known).tolist():
        for length in (9, 7, 6, 5, 4, 2, 0):
            prefix = codes[row][:length]
            near = [i for i in whole if codes[i].startswith(prefix)]
            if near:
                wide[row] = wide[near].mean(axis=0)
                break
    return out


def _of(element_ids: Sequence[str], prefixes: tuple[str, ...]) -> NDArray[np.bool_]:
    return np.array([e.startswith(prefixes) for e in element_ids], dtype=np.bool_)


def _standard(values: Doubles) -> Doubles:
    spread = np.maximum(values.std(axis=0), 1e-6)
    return np.asarray((values - values.mean(axis=0)) / spread, dtype=np.float64)


def _cosine(values: NDArray[np.floating]) -> Floats:
    unit = values.astype(np.float32)
    unit /= np.maximum(np.linalg.norm(unit, axis=1, keepdims=True), 1e-6)
    return unit @ unit.T


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _counts(
    rows: Ints,
    labels: Iterable[object],
    occupations: int,
    *,
    least: int = 1,
    binary: bool = False,
    weigh: bool = True,
) -> Floats:
    """How often an occupation has a label, as log1p(count) times the label's rarity, shape (n, l).

    Labels of fewer than `least` occupations are left out; `binary` counts a label once; without
    `weigh` it is simply 1 where there is one.
    """
    listed = list(labels)
    if not listed:
        return np.zeros((occupations, 1), dtype=np.float32)
    number = {label: i for i, label in enumerate(sorted(set(listed), key=str))}
    cells, times = np.unique(
        rows * len(number) + np.array([number[x] for x in listed]), return_counts=True
    )
    row, label = np.divmod(cells, len(number))
    common = np.bincount(label, minlength=len(number))
    column = np.cumsum(common >= least) - 1
    kept = common[label] >= least
    out = np.zeros((occupations, max(int((common >= least).sum()), 1)), dtype=np.float32)
    amount = np.ones(len(times)) if binary or not weigh else np.log1p(times)
    rarity = np.log(occupations / common[label]) if weigh else np.ones(len(times))
    out[row[kept], column[label[kept]]] = (amount * rarity)[kept]
    return out


def _shortfall(importance: Doubles, level: Doubles) -> Floats:
    """Missing level in the origin, weighted by the importance in the destination."""
    weight = importance - 1
    weight = (weight / np.maximum(weight.sum(axis=1, keepdims=True), 1e-6)).astype(np.float32)
    height = level.astype(np.float32)
    out = np.zeros((len(level), len(level)), dtype=np.float32)
    for column in range(level.shape[1]):
        missing = np.maximum(height[None, :, column] - height[:, None, column], 0)
        missing *= weight[None, :, column]
        out += missing
    return out


def _related(inputs: LikelihoodInputs) -> tuple[Floats, Floats, Floats]:
    """Logarithm of a six-step walk over related occupations; first tier out; first tier back."""
    n = len(inputs.codes)
    tier = np.zeros((n, n), dtype=np.int64)
    if len(inputs.related):
        tier[inputs.related[:, 0], inputs.related[:, 1]] = inputs.related[:, 2]
    step = TIER_STEP[tier]
    step = (step + step.T + np.eye(n)).astype(np.float32)
    step /= step.sum(axis=1, keepdims=True)
    twice = step @ step
    walk = np.log(twice @ twice @ twice + np.float32(1e-5))
    first = (tier == 3).astype(np.float32)
    return walk, first, first.T


def _new_license(inputs: LikelihoodInputs) -> Floats:
    """Share of states that license the destination, less what the origin's licenses share."""
    n = len(inputs.codes)
    pairs = set(zip(inputs.license_rows.tolist(), inputs.license_keys, strict=True))
    places = {(row, key.split(":")[0]) for row, key in pairs}
    states = np.bincount([row for row, _ in places], minlength=n) if places else np.zeros(n)
    shared = _cosine(_counts(inputs.license_rows, inputs.license_keys, n, weigh=False))
    return (np.minimum(states / STATES_THAT_LICENSE.value, 1)[None, :] * (1 - shared)).astype(
        np.float32
    )


def _up_and_down(height: Doubles) -> tuple[Floats, Floats]:
    step = (height[None, :] - height[:, None]).astype(np.float32)
    return np.maximum(step, 0), np.maximum(-step, 0)


def _apart(shares: Doubles) -> Floats:
    """Distance of two education distributions: the sum of differences of cumulative shares."""
    reached = np.cumsum(shares, axis=1).astype(np.float32)
    out = np.zeros((len(shares), len(shares)), dtype=np.float32)
    for column in range(reached.shape[1]):
        out += np.abs(reached[:, None, column] - reached[None, :, column])
    return out
