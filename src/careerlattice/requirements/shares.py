"""What occupations ask: education, experience and training as shares of jobs.

The method is METHODS section 1; see `docs/methods/requirements.md`. Shares come from samples of a
few dozen workers, so that decisions (accepted, typical) use shares smoothed lightly toward what
the job zone and the BLS requirements say: a prior worth `PRIOR_WEIGHT` answers. The shares shown
to people are the published ones. What a level opens is read from them by one rule more: where one
degree opens the profession, answers that call it by several names count as one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.model import Requirements, Share
from careerlattice.release.opening import Release
from careerlattice.requirements.parameters import (
    ACCEPTED_SHARE,
    BLS_PART,
    PRIOR_AT_BLS,
    PRIOR_BESIDE_BLS,
    PRIOR_WEIGHT,
    TYPICAL_SHARE,
    UNSTATED_RESPONDENTS,
)
from careerlattice.requirements.priced_fields import PricedFields
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel

_SCALES = {"RL": 12, "RW": 11, "PT": 9, "OJ": 9}
BLS_LEVEL = {
    "No formal educational credential": 1,
    "High school diploma or equivalent": 2,
    "Postsecondary nondegree award": 3,
    "Some college, no degree": 4,
    "Associate's degree": 5,
    "Bachelor's degree": 6,
    "Master's degree": 8,
    "Doctoral or professional degree": 11,
}
RESIDENCY = "Internship/residency"
_BLS_EXPERIENCE = {"None": 1, "Less than 5 years": 7, "5 years or more": 8}
_BLS_TRAINING = {
    "None": 1,
    "Short-term on-the-job training": 2,
    "Moderate-term on-the-job training": 4,
    "Long-term on-the-job training": 6,
    RESIDENCY: 6,
    "Apprenticeship": 7,
}
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class RequirementShares:
    """Requirement shares of all occupations, in the order of `codes`.

    `published` and `smoothed` hold one array per scale (RL, RW, PT, OJ), shape (occupations,
    categories), rows summing to 1. `respondents` is nan where not stated. `source_row` is the row
    whose published shares these are: its own, or the stand-in's. `priced_fields` says where one
    credential of a field opens the occupation.
    """

    codes: tuple[str, ...]
    published: dict[str, Floats]
    smoothed: dict[str, Floats]
    respondents: Floats
    is_stand_in: NDArray[np.bool_]
    bls: dict[str, list[str | None]]
    priced_fields: PricedFields

    @property
    def access(self) -> Floats:
        """Share of jobs open at each education level as published, shape (occupations, 12)."""
        return self._opened(self.published["RL"])

    @property
    def smoothed_access(self) -> Floats:
        """The same from the smoothed shares, on which decisions rest."""
        return self._opened(self.smoothed["RL"])

    @property
    def has_residency(self) -> NDArray[np.bool_]:
        """Where BLS names an internship or residency as typical training."""
        return np.array([answer == RESIDENCY for answer in self.bls["on_the_job_training"]])

    def level_opening(self, share: float) -> NDArray[np.int64]:
        """The lowest education level (1 to 12) that opens at least `share` of the jobs.

        Where one credential of a field opens the occupation, no lower level does.
        """
        reached = self.smoothed_access >= share - 1e-9
        found = np.argmax(reached, axis=1) + 1
        return np.asarray(np.maximum(found, self.priced_fields.least), dtype=np.int64)

    @property
    def accepted_level(self) -> NDArray[np.int64]:
        """The lowest education level that a quarter of the jobs accept, shape (occupations,)."""
        return self.level_opening(ACCEPTED_SHARE.value)

    @property
    def typical_level(self) -> NDArray[np.int64]:
        """The lowest education level that half of the jobs accept, shape (occupations,)."""
        return self.level_opening(TYPICAL_SHARE.value)

    def _opened(self, shares: Floats) -> Floats:
        """Cumulative shares; a first professional degree opens what a doctorate does.

        It opens what training after a doctorate does, too, where that is the residency.
        """
        opened = np.cumsum(shares, axis=1)
        degree = int(EducationLevel.PROFESSIONAL) - 1
        first_professional = self.priced_fields.is_first_professional
        trained = first_professional & self.has_residency
        opened[first_professional, degree] = opened[first_professional, degree + 1]
        opened[trained, degree:] = opened[trained, -1:]
        return opened

    def months_opening(self, scale: str, share: float, months: Floats) -> Floats:
        """Months of experience or training that at least `share` of the jobs are content with."""
        reached = np.cumsum(self.smoothed[scale], axis=1) >= share - 1e-9
        return np.asarray(months[np.argmax(reached, axis=1)], dtype=np.float64)


def category_months(release: Release, scale: str) -> Floats:
    """The middle of each category of an experience or training scale, in months."""
    import polars as pl

    frame = release.table("requirement_categories").filter(pl.col("scale") == scale)
    low, high = frame["months_low"].to_numpy(), frame["months_high"].to_numpy()
    return np.asarray((low + high) / 2.0, dtype=np.float64)


def read_requirement_shares(release: Release, priced_fields: PricedFields) -> RequirementShares:
    """The requirement shares of every occupation of the release."""
    occupations = release.table("occupations")
    codes = tuple(occupations["onet_soc_code"])
    row_of = {code: row for row, code in enumerate(codes)}
    raw = {scale: np.zeros((len(codes), width)) for scale, width in _SCALES.items()}
    respondents = np.full(len(codes), np.nan)
    shares = release.table("requirement_shares")
    rows = np.fromiter((row_of[c] for c in shares["onet_soc_code"]), dtype=np.int64)
    scales = shares["scale"].to_numpy()
    categories = shares["category"].to_numpy() - 1
    percents = shares["share_pct"].to_numpy()
    counts = shares["respondents"].cast(float).to_numpy()
    for scale, array in raw.items():
        here = scales == scale
        array[rows[here], categories[here]] = percents[here]
    education = scales == "RL"
    respondents[rows[education]] = counts[education]
    has = raw["RL"].sum(axis=1) > 0
    stand_in = _stand_in_rows(release, codes, row_of, has)
    published = {}
    for scale, array in raw.items():
        filled = array[stand_in]
        empty = filled.sum(axis=1) == 0
        filled[empty, 0] = 1.0
        published[scale] = filled / filled.sum(axis=1, keepdims=True)
    bls = _bls(release, [OnetSocCode(code).soc for code in codes])
    zones = np.array([zone or 0 for zone in occupations["job_zone"]])
    smoothed = _smooth(published, respondents[stand_in], zones[stand_in], bls)
    return RequirementShares(
        codes=codes,
        published=published,
        smoothed=smoothed,
        respondents=respondents[stand_in],
        is_stand_in=stand_in != np.arange(len(codes)),
        bls=bls,
        priced_fields=priced_fields,
    )


def _stand_in_rows(
    release: Release, codes: tuple[str, ...], row_of: dict[str, int], has: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """The row whose shares each occupation uses: its own, its stand-in's, or the nearest."""
    named = [row_of[code] for code in release.table("occupations")["stand_in_code"]]
    rows = np.arange(len(codes))
    holders = np.flatnonzero(has)
    for row, code in enumerate(codes):
        if has[row]:
            continue
        if has[named[row]]:
            rows[row] = named[row]
            continue
        digits = int(code[:2] + code[3:7])
        major = [h for h in holders if codes[h][:2] == code[:2]] or list(holders)
        rows[row] = min(major, key=lambda h: (abs(int(codes[h][:2] + codes[h][3:7]) - digits), h))
    return rows


def _bls(release: Release, socs: list[str]) -> dict[str, list[str | None]]:
    links = dict(release.table("projection_links").select("soc_code", "matrix_code").rows())
    names = ("entry_education", "related_experience", "on_the_job_training")
    lines = {
        row[0]: row[1:] for row in release.table("projections").select("matrix_code", *names).rows()
    }
    found = [lines.get(links.get(soc, ""), (None, None, None)) for soc in socs]
    return {name: [row[i] for row in found] for i, name in enumerate(names)}


def _smooth(
    published: dict[str, Floats],
    respondents: Floats,
    zones: NDArray[np.int64],
    bls: dict[str, list[str | None]],
) -> dict[str, Floats]:
    known: dict[str, tuple[list[str | None], dict[str, int]]] = {
        "RL": (bls["entry_education"], BLS_LEVEL),
        "RW": (bls["related_experience"], _BLS_EXPERIENCE),
        "OJ": (bls["on_the_job_training"], _BLS_TRAINING),
        "PT": ([None] * len(respondents), {}),
    }
    weight = np.where(np.isnan(respondents), UNSTATED_RESPONDENTS.value, respondents)[:, None]
    smoothed = {}
    for scale, shares in published.items():
        zone_mean = np.zeros_like(shares)
        for zone in np.unique(zones):
            members = zones == zone
            if members.any():
                zone_mean[members] = shares[members].mean(axis=0)
        answers, categories = known[scale]
        prior = zone_mean.copy()
        for row, answer in enumerate(answers):
            if answer is not None:
                spread = np.zeros(shares.shape[1])
                at = categories[answer] - 1
                spread[at] += PRIOR_AT_BLS.value
                spread[max(at - 1, 0)] += PRIOR_BESIDE_BLS.value
                spread[min(at + 1, shares.shape[1] - 1)] += PRIOR_BESIDE_BLS.value
                prior[row] = (1 - BLS_PART.value) * zone_mean[row] + BLS_PART.value * spread
        total = weight * shares + PRIOR_WEIGHT.value * prior
        smoothed[scale] = total / total.sum(axis=1, keepdims=True)
    return smoothed


def requirements_of(release: Release, shares: RequirementShares, code: OnetSocCode) -> Requirements:
    """The requirements of one occupation, for people."""
    row = shares.codes.index(code)
    labels: dict[str, dict[int, str]] = {scale: {} for scale in _SCALES}
    frame = release.table("requirement_categories").select("scale", "category", "label")
    for scale, category, label in frame.rows():
        labels[scale][category] = label

    def answers(scale: str) -> tuple[Share, ...]:
        values = shares.published[scale][row]
        return tuple(
            Share(i, labels[scale][i], float(value)) for i, value in enumerate(values, start=1)
        )

    opened = shares.access[row]
    months = {scale: category_months(release, scale) for scale in ("RW", "PT", "OJ")}

    def content_with(scale: str, share: float) -> float:
        reached = np.cumsum(shares.smoothed[scale][row]) >= share - 1e-9
        return float(months[scale][int(np.argmax(reached))])

    accepted, typical = (
        EducationLevel(int(levels[row])) for levels in (shares.accepted_level, shares.typical_level)
    )
    respondents = shares.respondents[row]
    training = content_with("PT", TYPICAL_SHARE.value) + content_with("OJ", TYPICAL_SHARE.value)
    return Requirements(
        occupation=code,
        education=answers("RL"),
        experience=answers("RW"),
        plant_training=answers("PT"),
        job_training=answers("OJ"),
        respondents=None if np.isnan(respondents) else int(respondents),
        is_stand_in=bool(shares.is_stand_in[row]),
        access={level: float(min(opened[level - 1], 1.0)) for level in EducationLevel},
        accepted=accepted,
        typical=typical,
        accepted_experience_months=content_with("RW", ACCEPTED_SHARE.value),
        typical_experience_months=content_with("RW", TYPICAL_SHARE.value),
        training_months=training,
        bls_education=shares.bls["entry_education"][row],
        bls_experience=shares.bls["related_experience"][row],
        bls_training=shares.bls["on_the_job_training"][row],
    )
