"""The career map: all clusters of a framework, and one cluster with its pathways."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from careerlattice.catalog.group_figures import GroupFigures
from careerlattice.catalog.model import Cluster, Pathway
from careerlattice.content.words import FieldWords, cluster_words, pathway_words
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.page import Crumb, Page
from careerlattice.web.http.page_view import page_view
from careerlattice.web.http.parameters import ChoiceParam
from careerlattice.web.http.places import PLACE, place_of
from careerlattice.web.pages.atlas.cluster_figures import figures_of, pathway_figures
from careerlattice.web.pages.atlas.lattice_map import NamedStrip, pathway_strips, scale_marks
from careerlattice.web.pages.atlas.small_ladder import SmallLadder, small_ladder

FRAMEWORKS = ("2008", "2024")
DEFAULT_FRAMEWORK = "2008"
FRAMEWORK = ChoiceParam(
    "framework", "The career clusters framework.", choices=FRAMEWORKS, default=DEFAULT_FRAMEWORK
)
SOURCES = ("onet", "advance-cte", "careerlattice", "bls-oews", "bls-projections")


@dataclass(frozen=True, slots=True)
class ClusterCard:
    """A cluster with its words and figures; `jobs_share` is its size beside the largest.

    `strips` are its pathways with their occupations as dots by pay.
    """

    cluster: Cluster
    words: FieldWords | None
    figures: GroupFigures
    pathways: int
    jobs_share: float
    strips: tuple[NamedStrip, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Clusters that the framework puts side by side; without a name in the 2008 framework."""

    name: str
    cards: tuple[ClusterCard, ...]


@dataclass(frozen=True, kw_only=True)
class ClustersPage(Page):
    """All clusters of one framework."""

    framework: str
    frameworks: tuple[tuple[str, int, int], ...]
    groupings: tuple[Grouping, ...]

    @property
    def marks(self) -> tuple[tuple[float, int], ...]:
        """Pay on the scale of the strips: places in percent of the width, yearly dollars."""
        return scale_marks()


@dataclass(frozen=True, slots=True)
class PathwayCard:
    """A pathway with its words, its figures and its ladder as a small picture."""

    pathway: Pathway
    words: FieldWords | None
    figures: GroupFigures
    ladder: SmallLadder | None


@dataclass(frozen=True, kw_only=True)
class ClusterPage(Page):
    """One cluster and its pathways."""

    cluster: Cluster
    words: FieldWords | None
    figures: GroupFigures
    pathways: tuple[PathwayCard, ...]
    has_pathway_without_links: bool


def framework_crumbs(framework: str) -> tuple[Crumb, ...]:
    """Home and the map of one framework."""
    path = "/clusters" + ("" if framework == DEFAULT_FRAMEWORK else f"?framework={framework}")
    return (Crumb(_("Home"), "/"), Crumb(_("Career map"), path))


@page_view("pages/clusters.html", (FRAMEWORK, *PLACE), cached=True)
def clusters(request: HttpRequest) -> ClustersPage:
    """`/clusters?framework=2008|2024`."""
    catalog = served_catalog()
    framework = FRAMEWORK.read(request.GET)
    figures = figures_of(framework)
    most = max(group.jobs or 0 for group in figures.values()) or 1
    groups: dict[str, list[ClusterCard]] = {}
    for cluster in catalog.list_clusters(framework):
        card = ClusterCard(
            cluster=cluster,
            words=cluster_words(cluster.id),
            figures=figures[cluster.id],
            pathways=len(catalog.list_pathways(framework, cluster.id)),
            jobs_share=(figures[cluster.id].jobs or 0) / most,
            strips=pathway_strips(cluster.id),
        )
        groups.setdefault(cluster.grouping or "", []).append(card)
    return ClustersPage(
        title=_("Career map"),
        description=_("All career clusters with their size, pay and growth."),
        crumbs=(Crumb(_("Home"), "/"),),
        sources=SOURCES,
        place=place_of(request.GET),
        framework=framework,
        frameworks=tuple(
            (edition, len(catalog.list_clusters(edition)), len(catalog.list_pathways(edition)))
            for edition in FRAMEWORKS
        ),
        groupings=tuple(Grouping(name=name, cards=tuple(cards)) for name, cards in groups.items()),
    )


@page_view("pages/cluster.html", PLACE, cached=True)
def cluster(request: HttpRequest, cluster_id: str) -> ClusterPage:
    """`/clusters/<id>`."""
    catalog = served_catalog()
    found = catalog.get_cluster(cluster_id)
    cards = tuple(
        PathwayCard(
            pathway=pathway,
            words=pathway_words(pathway.id),
            figures=pathway_figures(pathway.id),
            ladder=small_ladder(pathway.id),
        )
        for pathway in catalog.list_pathways(found.framework, found.id)
    )
    words = cluster_words(found.id)
    return ClusterPage(
        title=found.name,
        description=words.what_it_is if words else "",
        crumbs=framework_crumbs(found.framework),
        sources=SOURCES,
        place=place_of(request.GET),
        cluster=found,
        words=words,
        figures=figures_of(found.framework)[found.id],
        pathways=cards,
        has_pathway_without_links=any(not card.figures.occupations for card in cards),
    )
