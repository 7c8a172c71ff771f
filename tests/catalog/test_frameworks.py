"""Clusters and pathways of both frameworks, by id and by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import BadRequest, NotFound

Draw = Callable[[dict[str, list[tuple[Any, ...]]]], Catalog]


@pytest.mark.parametrize(
    ("framework", "clusters", "pathways"), [("2008", 16, 79), ("2024", 14, 72)]
)
def test_a_framework_has_its_published_groups(
    catalog: Catalog, framework: str, clusters: int, pathways: int
) -> None:
    assert len(catalog.list_clusters(framework)) == clusters
    found = catalog.list_pathways(framework)
    assert len(found) == pathways
    named = {cluster.id: cluster.name for cluster in catalog.list_clusters(framework)}
    assert all(named[pathway.cluster_id] == pathway.cluster_name for pathway in found)


def test_links_are_published_in_2008_and_assigned_in_2024(catalog: Catalog) -> None:
    assert {p.basis for p in catalog.list_pathways("2008")} == {"published", "none"}
    assert {p.basis for p in catalog.list_pathways("2024")} <= {"assigned", "none"}
    bare = [p for p in catalog.list_pathways("2008") if p.basis == "none"]
    assert len(bare) == 6
    assert all(not catalog.list_pathway_occupations(p.id) for p in bare)


def test_every_occupation_has_a_place_in_2024(catalog: Catalog) -> None:
    assert all(catalog.list_pathways_of(code, "2024") for code in catalog.codes)


def test_pathways_of_an_occupation_begin_with_its_main_one(catalog: Catalog) -> None:
    links = catalog.release.table("pathway_occupations")
    for code in catalog.codes[::50]:
        for framework in ("2008", "2024"):
            rows = [
                (row["rank"], row["pathway_id"])
                for row in links.iter_rows(named=True)
                if row["onet_soc_code"] == code and row["pathway_id"].startswith(framework)
            ]
            found = [pathway.id for pathway in catalog.list_pathways_of(code, framework)]
            assert found == [pathway for _, pathway in sorted(rows)]


def test_a_group_is_found_by_id_name_and_cluster(catalog: Catalog) -> None:
    assert catalog.get_cluster("2008-health-science").name == "Health Science"
    assert catalog.get_cluster("health science").id == "2008-health-science"
    pathway = catalog.get_pathway("therapeutic services")
    assert catalog.get_pathway("Health Science/Therapeutic Services") == pathway
    assert catalog.get_pathway(pathway.id.upper()) == pathway


def test_a_name_of_both_frameworks_is_the_one_of_2008_unless_said(catalog: Catalog) -> None:
    names = Counter(p.name for p in catalog.list_pathways())
    both = [
        name
        for name, times in names.items()
        if times == 2
        and {p.framework for p in catalog.list_pathways() if p.name == name} == {"2008", "2024"}
    ]
    assert both
    for name in both:
        assert catalog.get_pathway(name).framework == "2008"
        assert catalog.get_pathway(name, "2024").framework == "2024"


def test_a_name_that_two_clusters_share_is_asked_back(drawn: Draw) -> None:
    catalog = drawn(
        {
            "clusters": [
                ("2008-a", "2008", "Arts", None, False),
                ("2008-b", "2008", "Building", None, False),
            ],
            "pathways": [
                ("2008-a-design", "2008", "2008-a", "Design"),
                ("2008-b-design", "2008", "2008-b", "Design"),
            ],
            "pathway_occupations": [],
        }
    )
    with pytest.raises(NotFound) as caught:
        catalog.get_pathway("Design")
    assert caught.value.nearest == ("2008-a-design", "2008-b-design")
    assert catalog.get_pathway("Building/Design").id == "2008-b-design"


def test_a_cluster_in_place_of_a_pathway_names_its_pathways(catalog: Catalog) -> None:
    with pytest.raises(NotFound, match="Health Science is a cluster") as caught:
        catalog.get_pathway("Health Science")
    own = [p.name for p in catalog.list_pathways(None, "2008-health-science")]
    assert list(caught.value.nearest) == own[:4]


def test_a_slip_gets_the_nearest_names(catalog: Catalog) -> None:
    with pytest.raises(NotFound) as caught:
        catalog.get_cluster("Helth Science")
    assert caught.value.nearest[0] == "Health Science"


def test_there_are_two_frameworks(catalog: Catalog) -> None:
    with pytest.raises(BadRequest, match="There is no framework '2012'"):
        catalog.list_clusters("2012")


def test_pathways_without_occupations_come_last_in_their_cluster(catalog):
    for cluster in catalog.list_clusters("2008"):
        found = catalog.list_pathways("2008", cluster.id)
        empty = [not catalog.frameworks.occupations_of(pathway.id) for pathway in found]
        assert empty == sorted(empty), cluster.name
