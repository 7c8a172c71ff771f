"""How a score compares with other people's: a provisional table.

Nobody has answered the items yet in numbers that would make norms. Until then the table is
simulated: workers are drawn in proportion to the jobs of their occupation, each is given the
interest profile of that occupation and the error of a ten-item scale. It tells how a score compares
with what the jobs of the United States are like, not with what people like, and says so wherever it
is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from careerlattice.match.interests import score_spread
from careerlattice.match.occupation_arrays import Floats, interest_arrays
from careerlattice.profile.model import Interests
from careerlattice.profile.parameters import TEN_ITEM_RELIABILITY
from careerlattice.vocab.interests import INTEREST_AREAS

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog

SIMULATED = 20_000
SEED = 20_251_202
ORIGIN = (
    "provisional: simulated from the interest profiles of occupations, weighted by their jobs; "
    "not from people's answers"
)


@dataclass(frozen=True)
class NormTable:
    """Percentiles 1 to 99 of each area's score, shape (6, 99), with mean and standard deviation."""

    percentiles: Floats
    mean: Floats
    sd: Floats
    origin: str = ORIGIN

    def percentile(self, area: str, score: float) -> int:
        """The share of simulated workers below this score, in percent, 0 to 99."""
        row = self.percentiles[INTEREST_AREAS.index(area)]
        return int(np.searchsorted(row, score, side="left"))


@lru_cache(maxsize=2)
def provisional_norms(catalog: Catalog) -> NormTable:
    """The norm table of a release; the same release gives the same table."""
    arrays, outlook = interest_arrays(catalog), catalog.outlook_vectors
    jobs = np.nan_to_num(outlook.employment * outlook.share)
    jobs[np.isnan(arrays.scores[:, 0])] = 0.0
    if jobs.sum() <= 0:
        jobs = (~np.isnan(arrays.scores[:, 0])).astype(np.float64)
    rng = np.random.default_rng(SEED)
    drawn = rng.choice(len(jobs), size=SIMULATED, p=jobs / jobs.sum())
    error = score_spread(arrays) * np.sqrt(1.0 - TEN_ITEM_RELIABILITY.value)
    scores = arrays.scores[drawn] + rng.standard_normal((SIMULATED, 6)) * error
    scores = np.clip(np.round(scores), 0.0, 40.0)
    percentiles = np.percentile(scores, np.arange(1, 100), axis=0).T
    return NormTable(percentiles, scores.mean(axis=0), scores.std(axis=0))


def compare_with_norms(catalog: Catalog, interests: Interests) -> dict[str, int]:
    """Percent of simulated workers below each of the six scores; provisional, see `ORIGIN`."""
    table = provisional_norms(catalog)
    return {
        area: table.percentile(area, score)
        for area, score in zip(INTEREST_AREAS, interests.scores, strict=True)
    }
