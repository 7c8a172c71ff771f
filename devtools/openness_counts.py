"""Counts occupations asked for more schooling than their workers have, before and after.

    python -m devtools.openness_counts

"Before" are O*NET's answers alone, "after" the answers held against what workers have, BLS's entry
education and licenses. Jobs of a line are split evenly over its occupations.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.requirements.openness import Openness
from careerlattice.requirements.parameters import ACCEPTED_SHARE
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel

DIPLOMA_SHARE, NO_DEGREE_SHARE = 0.25, 0.35


def main() -> None:
    """Print both counts with jobs, and what the shares rest on."""
    catalog = open_release()
    asked = open_requirements(catalog)
    openness = asked.openness
    jobs = _jobs(catalog)
    print("asked for more than workers have (occupations, million jobs)")
    for name, accepted in (
        ("before", asked.shares.level_opening(ACCEPTED_SHARE.value)),
        ("after", openness.level_opening(ACCEPTED_SHARE.value)),
    ):
        for told, over in (
            ("above a diploma, a quarter has a diploma or less", _over_diploma(openness, accepted)),
            ("a degree, 35 % have none", _over_degree(openness, accepted)),
        ):
            print(f"  {name:6} {told:50} {over.sum():4} {jobs[over].sum():6.1f}")
            if name == "after":
                for row in np.flatnonzero(over):
                    code = catalog.codes[row]
                    basis = openness.basis[row].value
                    print(f"         {code} {catalog.occupation(code).title} ({basis})")
    print("rest on", dict(Counter(str(basis) for basis in openness.basis)))
    print("answers beyond sampling error", int(openness.disagrees.sum()))


def _jobs(catalog: Catalog) -> NDArray[np.float64]:
    """Million jobs of each occupation."""
    release = catalog.release
    links = dict(release.table("projection_links").select("soc_code", "matrix_code").rows())
    lines = dict(release.table("projections").select("matrix_code", "employment_2024").rows())
    line_of = [links.get(code.soc, "") for code in catalog.codes]
    sharing = Counter(line_of)
    return np.array([(lines.get(line) or 0.0) / sharing[line] / 1000 for line in line_of])


def _over_diploma(openness: Openness, accepted: NDArray[np.int64]) -> NDArray[np.bool_]:
    attained = openness.attained[:, EducationLevel.HIGH_SCHOOL]
    return np.asarray((accepted > EducationLevel.HIGH_SCHOOL) & (attained >= DIPLOMA_SHARE))


def _over_degree(openness: Openness, accepted: NDArray[np.int64]) -> NDArray[np.bool_]:
    attained = openness.attained[:, EducationLevel.SOME_COLLEGE]
    return np.asarray((accepted >= EducationLevel.ASSOCIATE) & (attained >= NO_DEGREE_SHARE))


if __name__ == "__main__":
    main()
