"""What occupations like and ask, as arrays in the order of `Catalog.codes`.

Rows without published figures carry the stand-in's and are marked. Arrays are read once for each
catalog and kept; nobody may write into them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
LOWEST_OI, HIGHEST_OI = 1.0, 7.0


@dataclass(frozen=True)
class InterestArrays:
    """Interests of all occupations.

    `scores` has shape (occupations, 6) on the person's scale, 0 to 40: the published score of 1 to
    7 stretched linearly; nan where neither the occupation nor its stand-in has any. `mean` and
    `sd`, shape (6,), are taken over the occupations with published scores of their own, `shape_sd`
    over their scores less the mean of their six.
    """

    scores: Floats
    is_stand_in: Bools
    mean: Floats
    sd: Floats
    shape_sd: Floats

    def shapes(self, scores: Floats) -> Floats:
        """Standardized scores without their overall level, shape (..., 6).

        People who answer high or low all through have the same shape as those who do not.
        """
        level = scores.mean(axis=-1, keepdims=True)
        return np.asarray((scores - level - (self.mean - self.mean.mean())) / self.shape_sd)


@dataclass(frozen=True)
class FieldArrays:
    """Fields of study (CIP, four digits) that lead to each occupation; which are field-specific."""

    fields: tuple[frozenset[str], ...]
    is_specific: Bools


def _locked(array: Floats) -> Floats:
    array.setflags(write=False)
    return array


@lru_cache(maxsize=4)
def interest_arrays(catalog: Catalog) -> InterestArrays:
    """Interests of all occupations of the catalog."""
    from careerlattice.vocab.interests import INTEREST_AREAS

    table = catalog.release.table("interests")
    own = np.full((len(catalog.codes), 6), np.nan)
    rows = [catalog.row_of[code] for code in table["onet_soc_code"]]
    own[rows] = table.select(INTEREST_AREAS).to_numpy()
    own = (own - LOWEST_OI) / (HIGHEST_OI - LOWEST_OI) * 40.0
    has = ~np.isnan(own[:, 0])
    stand_in = [catalog.row_of[catalog.occupation(code).stand_in] for code in catalog.codes]
    filled = np.where(has[:, None], own, own[stand_in])
    shape = own[has] - own[has].mean(axis=1, keepdims=True)
    return InterestArrays(
        scores=_locked(filled),
        is_stand_in=~has,
        mean=_locked(own[has].mean(axis=0)),
        sd=_locked(own[has].std(axis=0)),
        shape_sd=_locked(shape.std(axis=0)),
    )


@lru_cache(maxsize=4)
def field_arrays(catalog: Catalog) -> FieldArrays:
    """Fields of study that lead to each occupation, at four digits, and where only they count."""
    from careerlattice.requirements.requirements import open_requirements

    study = open_requirements(catalog).fields_of_study
    series = tuple(frozenset(cip[:5] for cip in programs) for programs in study.programs)
    return FieldArrays(series, study.is_specific)
