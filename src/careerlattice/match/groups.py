"""Pathways and clusters in the order of how well their best occupations suit."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from careerlattice.match.json_shapes import GroupFitJson
from careerlattice.match.occupation_arrays import Bools
from careerlattice.match.parameters import GROUP_PULL, LEAST_OF_GROUP
from careerlattice.match.ranking import FitRanking, ordered_rows

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog


@dataclass(frozen=True, slots=True)
class GroupFit:
    """A cluster or pathway beside a profile: score 0 to 1 and its best occupations by place."""

    place: int
    id: str
    framework: str
    name: str
    cluster_name: str
    score: float
    occupations: int
    best: tuple[tuple[str, str], ...]

    def to_dict(self) -> GroupFitJson:
        """The group as JSON-ready values."""
        return {
            "place": self.place,
            "id": self.id,
            "framework": self.framework,
            "name": self.name,
            "cluster": self.cluster_name,
            "score": round(self.score, 4),
            "occupations": self.occupations,
            "best": [{"onet_soc_code": code, "title": title} for code, title in self.best],
        }


def rank_pathways(
    catalog: Catalog, ranking: FitRanking, framework: str = "2008", limit: int | None = None
) -> list[GroupFit]:
    """The pathways of a framework by how well their best occupations suit, best first.

    A pathway's score is the mean overall score of its best occupations (as many as the square root
    of its size, three at least) with two average occupations added. Occupations judged by the
    same ratings count once. Only kept occupations count; pathways left without any are not listed.
    """
    groups = [
        (p.id, p.name, p.cluster_name, catalog.frameworks.occupations_of(p.id))
        for p in catalog.list_pathways(framework)
    ]
    return _rank_groups(catalog, ranking, framework, groups, limit)


def rank_clusters(
    catalog: Catalog, ranking: FitRanking, framework: str = "2008", limit: int | None = None
) -> list[GroupFit]:
    """The clusters of a framework by how well their best occupations suit, as `rank_pathways`."""
    groups = []
    for cluster in catalog.list_clusters(framework):
        codes = {
            code
            for p in catalog.list_pathways(framework, cluster.id)
            for code in catalog.frameworks.occupations_of(p.id)
        }
        groups.append((cluster.id, cluster.name, cluster.name, sorted(codes)))
    return _rank_groups(catalog, ranking, framework, groups, limit)


def _rank_groups(
    catalog: Catalog,
    ranking: FitRanking,
    framework: str,
    groups: list[tuple[str, str, str, Any]],
    limit: int | None,
) -> list[GroupFit]:
    usable = ranking.is_kept & ~np.isnan(ranking.overall)
    average = float(ranking.overall[usable].mean()) if usable.any() else 0.0
    judged_by = [catalog.row_of[catalog.occupation(code).stand_in] for code in catalog.codes]
    pull, found = GROUP_PULL.value, []
    for key, name, cluster, codes in groups:
        rows = np.array([catalog.row_of[c] for c in codes if usable[catalog.row_of[c]]], dtype=int)
        if not len(rows):
            continue
        mask = _mask(len(catalog.codes), rows)
        best = ordered_rows(catalog, ranking.columns, ranking.overall, mask)
        best = _once_each(best, judged_by)
        count = max(int(LEAST_OF_GROUP.value), math.ceil(math.sqrt(len(best))))
        top = ranking.overall[best[:count]]
        score = float((top.sum() + pull * average) / (len(top) + pull))
        named = tuple(
            (str(catalog.codes[i]), catalog.occupation(catalog.codes[i]).title) for i in best[:5]
        )
        found.append((score, key, name, cluster, len(rows), named))
    found.sort(key=lambda group: (-round(group[0], 9), group[1]))
    return [
        GroupFit(
            place=place,
            id=key,
            framework=framework,
            name=name,
            cluster_name=cluster,
            score=score,
            occupations=size,
            best=named,
        )
        for place, (score, key, name, cluster, size, named) in enumerate(found[:limit], start=1)
    ]


def _mask(size: int, rows: np.ndarray[Any, Any]) -> Bools:
    mask = np.zeros(size, dtype=np.bool_)
    mask[rows] = True
    return mask


def _once_each(rows: np.ndarray[Any, Any], judged_by: list[int]) -> np.ndarray[Any, Any]:
    """The rows without those judged by the ratings of one that already stands before them."""
    seen: set[int] = set()
    first = []
    for row in rows.tolist():
        if judged_by[row] not in seen:
            seen.add(judged_by[row])
            first.append(row)
    return np.array(first, dtype=int)
