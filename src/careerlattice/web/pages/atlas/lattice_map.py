"""Occupations as dots by pay: all of them by cluster, and those of a cluster by pathway."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from careerlattice.draw.lattice_map import LatticeMap, draw_map
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.json_pages import NOT_IN_JSON

# The framework in which every occupation has a place.
WHOLE = "2024"


@dataclass(frozen=True, slots=True)
class NamedStrip:
    """A cluster or pathway as a strip: its name, and its dots as a path in a box of 1,000 by 24."""

    id: str
    name: str
    occupations: int
    path: str = field(metadata=NOT_IN_JSON)


@cache
def lattice_map() -> LatticeMap:
    """All occupations by the cluster each mainly belongs to, and by the nation's pay."""
    catalog = served_catalog()
    members: dict[str, list[OnetSocCode]] = {
        cluster.id: [] for cluster in catalog.list_clusters(WHOLE)
    }
    for code in catalog.codes:
        members[catalog.list_pathways_of(code, WHOLE)[0].cluster_id].append(code)
    return draw_map(tuple((cluster, _with_pay(codes)) for cluster, codes in members.items()))


@cache
def lattice_strips() -> tuple[NamedStrip, ...]:
    """The clusters of the map with their names."""
    names = {cluster.id: cluster.name for cluster in served_catalog().list_clusters(WHOLE)}
    return _named(lattice_map(), names)


def scale_marks() -> tuple[tuple[float, int], ...]:
    """Places on the scale of pay in percent of the width, each with its yearly dollars."""
    return lattice_map().marks


@cache
def pathway_strips(cluster_id: str) -> tuple[NamedStrip, ...]:
    """The pathways of a cluster, each with all of its occupations."""
    catalog = served_catalog()
    pathways = catalog.list_pathways(cluster_id=cluster_id)
    drawn = draw_map(
        tuple((one.id, _with_pay(catalog.frameworks.occupations_of(one.id))) for one in pathways)
    )
    return _named(drawn, {one.id: one.name for one in pathways})


def _named(drawn: LatticeMap, names: dict[str, str]) -> tuple[NamedStrip, ...]:
    return tuple(
        NamedStrip(
            id=strip.key, name=names[strip.key], occupations=strip.occupations, path=strip.path
        )
        for strip in drawn.strips
    )


def _with_pay(codes: Iterable[OnetSocCode]) -> list[tuple[str, float | None]]:
    """The codes with the nation's median pay, none where no yearly pay is published."""
    catalog = served_catalog()
    pay = catalog.pay_vectors(None)
    rows = [(code, catalog.row_of[code]) for code in codes]
    return [(code, None if pay.is_hourly[row] else float(pay.p50[row])) for code, row in rows]
