"""Career clusters and pathways of both frameworks."""

from __future__ import annotations

from typing import TypeVar

from careerlattice.catalog.model import Cluster, Pathway
from careerlattice.catalog.names.groups import group_called
from careerlattice.catalog.parameters import NAME_NEARNESS
from careerlattice.errors import Ambiguous, BadRequest, NotFound
from careerlattice.release.opening import Release
from careerlattice.tables.framework_tables import FRAMEWORKS
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.names import fold, slug


class Frameworks:
    """The clusters and pathways of a release, with their occupations."""

    def __init__(self, release: Release) -> None:
        self.clusters: dict[str, Cluster] = {}
        for row in release.table("clusters").iter_rows(named=True):
            self.clusters[row["cluster_id"]] = Cluster(
                id=row["cluster_id"],
                framework=row["framework"],
                name=row["name"],
                grouping=row["grouping"],
                is_cross_cutting=row["is_cross_cutting"],
            )
        links = release.table("pathway_occupations").sort("pathway_id", "onet_soc_code")
        self._occupations: dict[str, list[OnetSocCode]] = {}
        self._pathways_of: dict[str, list[tuple[int, str]]] = {}
        basis: dict[str, str] = {}
        for pathway, code, rank, why in links.select(
            "pathway_id", "onet_soc_code", "rank", "basis"
        ).iter_rows():
            self._occupations.setdefault(pathway, []).append(OnetSocCode(code))
            self._pathways_of.setdefault(code, []).append((rank, pathway))
            basis[pathway] = why
        self.pathways: dict[str, Pathway] = {}
        for row in release.table("pathways").iter_rows(named=True):
            key = row["pathway_id"]
            self.pathways[key] = Pathway(
                id=key,
                framework=row["framework"],
                name=row["name"],
                cluster_id=row["cluster_id"],
                cluster_name=self.clusters[row["cluster_id"]].name,
                basis=basis.get(key, "none"),  # type: ignore[arg-type]
            )

    def list_clusters(self, framework: str | None = None) -> list[Cluster]:
        """The clusters of a framework ("2008" or "2024"), or of both. Raises `BadRequest`."""
        _check(framework)
        return [c for c in self.clusters.values() if framework in (None, c.framework)]

    def list_pathways(
        self, framework: str | None = None, cluster_id: str | None = None
    ) -> list[Pathway]:
        """The pathways of a framework, of a cluster, or all. Raises `BadRequest`.

        Of a cluster those that carry occupations come first.
        """
        _check(framework)
        found = [
            p
            for p in self.pathways.values()
            if framework in (None, p.framework) and cluster_id in (None, p.cluster_id)
        ]
        return found if cluster_id is None else sorted(found, key=self._is_empty)

    def _is_empty(self, pathway: Pathway) -> bool:
        return pathway.id not in self._occupations

    def occupations_of(self, pathway_id: str) -> list[OnetSocCode]:
        """The codes of a pathway's occupations, by code."""
        return self._occupations.get(pathway_id, [])

    def pathways_of(self, code: OnetSocCode, framework: str | None = None) -> list[Pathway]:
        """The pathways an occupation belongs to, its main one first in each framework."""
        found = [self.pathways[p] for _, p in sorted(self._pathways_of.get(code, []))]
        return [p for p in found if framework in (None, p.framework)]

    def get_cluster(self, text: str, framework: str | None = None) -> Cluster:
        """The cluster of this id or name. Raises `NotFound` with the nearest names."""
        _check(framework)
        return _get("cluster", text, framework, self.clusters)

    def get_pathway(self, text: str, framework: str | None = None) -> Pathway:
        """The pathway of this id or name; `cluster/pathway` where two share a name.

        Of a name that stands in both frameworks the one of 2008 is meant unless `framework` says
        otherwise, as it has published links. Raises `NotFound` with the nearest names.
        """
        _check(framework)
        try:
            return _get("pathway", text, framework, self.pathways)
        except NotFound:
            try:
                cluster = _get("cluster", text, framework, self.clusters)
            except NotFound:
                cluster = None
            if cluster is None:
                raise
            names = [pathway.name for pathway in self.list_pathways(None, cluster.id)]
            raise NotFound(
                "pathway",
                text,
                names[:4],
                f"{cluster.name} is a cluster: 'careerlattice clusters' with its name lists all "
                "of its pathways.",
            ) from None


def _check(framework: str | None) -> None:
    if framework is not None and framework not in FRAMEWORKS:
        raise BadRequest(
            f"There is no framework {framework[:20]!r}. Choose 2008 (16 clusters, 79 pathways) or "
            "2024 (14 clusters, 72 sub-clusters)."
        )


_Thing = TypeVar("_Thing", Cluster, Pathway)


def _get(kind: str, text: str, framework: str | None, things: dict[str, _Thing]) -> _Thing:
    stripped = text.strip()
    allowed = {k: t for k, t in things.items() if framework in (None, t.framework)}
    if stripped.lower() in allowed:
        return allowed[stripped.lower()]
    cluster, _, name = stripped.rpartition("/") if "/" in stripped else ("", "", stripped)
    wanted, wanted_cluster = slug(name), slug(cluster)
    whole = slug(stripped)
    fits = [
        t
        for t in allowed.values()
        if slug(t.name) == whole
        or (
            slug(t.name) == wanted
            and (not wanted_cluster or wanted_cluster == slug(getattr(t, "cluster_name", "")))
        )
    ]
    for edition in FRAMEWORKS:
        same = [t for t in fits if t.framework == edition]
        if len(same) == 1:
            return same[0]
        if same:
            raise Ambiguous(f"single {kind}", stripped, [(t.id, t.id) for t in same[:5]])
    called = group_called(kind, stripped)
    if called in allowed:
        return allowed[called]
    from rapidfuzz import fuzz, process

    names = {f"{key}": fold(t.name) for key, t in allowed.items()}
    near = process.extract(fold(stripped), names, scorer=fuzz.WRatio, limit=3)
    listed = "'careerlattice clusters'"
    raise NotFound(
        kind,
        stripped,
        [allowed[key].name for _, score, key in near if score >= NAME_NEARNESS.value],
        f"{listed} lists them all.",
    )
