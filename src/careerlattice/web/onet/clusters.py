"""Career clusters of the 2024 framework, for O*NET OnLine and My Next Move."""

from __future__ import annotations

from careerlattice.catalog.catalog import Catalog
from careerlattice.catalog.model import Cluster, Occupation, Pathway
from careerlattice.content.framework_codes import cluster_codes, sub_cluster_codes
from careerlattice.content.words import cluster_words, pathway_words
from careerlattice.web.onet.ask import Ask, Json, NoSuchThing
from careerlattice.web.onet.route import Route, under
from careerlattice.web.onet.shapes import career, careers, occupation, ordered, prefix_of

FRAMEWORK = "2024"
LINKS = "links from occupations are this project's own assignment, not O*NET's"
NUMBERS = "sub-clusters are numbered by their place in the framework's list"


def clusters_by_code(catalog: Catalog) -> dict[str, Cluster]:
    """The clusters of the 2024 framework by O*NET's code."""
    codes = cluster_codes()
    found = {codes[one.id]: one for one in catalog.list_clusters(FRAMEWORK) if one.id in codes}
    return dict(sorted(found.items()))


def sub_clusters_by_code(catalog: Catalog) -> dict[str, Pathway]:
    """The sub-clusters of the 2024 framework by our code."""
    codes = sub_cluster_codes()
    named = {f"{one.cluster_id}/{one.name}": one for one in catalog.list_pathways(FRAMEWORK)}
    return {code: named[name] for name, code in sorted(codes.items(), key=_second) if name in named}


def _second(pair: tuple[str, str]) -> str:
    return pair[1]


def mnm_list(ask: Ask) -> list[Json]:
    """The clusters as links of My Next Move."""
    return [
        {
            "href": ask.url(prefix_of(ask), "career_clusters", code),
            "code": code,
            "title": one.name,
            "cluster_grouping": one.grouping or "",
        }
        for code, one in clusters_by_code(ask.catalog).items()
    ]


def online_list(ask: Ask) -> list[Json]:
    """The clusters as links of O*NET OnLine, all occupations first."""
    everything = {
        "href": ask.url("online/career_clusters/all"),
        "title": "All Career Clusters",
    }
    return [everything, *mnm_list(ask)]


def mnm_cluster(ask: Ask) -> Json:
    """The careers of a cluster."""
    one = _cluster(ask)
    subs = _subs_of(ask.catalog, one)
    shown = {member.code for sub in subs.values() for member in _members(ask.catalog, sub)}
    rows = [member for member in careers(ask.catalog) if member.code in shown]
    summary = {
        **_words(one),
        "sub_clusters": [sub.name for sub in subs.values()],
        "example_programs": [],
        "source_url": _source_url(ask.catalog),
    }
    return ask.page("career", rows, lambda row: career(ask, row), [("summary", summary)])


def online_cluster(ask: Ask) -> Json:
    """The occupations of a cluster with their sub-clusters."""
    one = _cluster(ask)
    subs = _subs_of(ask.catalog, one)
    links = _links_by_occupation(ask, subs)
    rows = _sorted(ask, links, ("sub_cluster", "title", "code"))
    summary = {**_words(one), "source_url": _source_url(ask.catalog)}
    return ask.page(
        "occupation",
        rows,
        lambda row: {**occupation(ask, row), "sub_cluster": links[row.code]},
        [("summary", summary)],
    )


def online_all(ask: Ask) -> Json:
    """All occupations with their clusters and sub-clusters."""
    subs = sub_clusters_by_code(ask.catalog)
    links = _links_by_occupation(ask, subs)
    codes = cluster_codes()
    clusters: dict[str, list[Json]] = {}
    for sub in subs.values():
        link = _cluster_link(ask, codes[sub.cluster_id], sub.cluster_name)
        for member in _members(ask.catalog, sub):
            if link not in clusters.setdefault(member.code, []):
                clusters[member.code].append(link)
    rows = _sorted(ask, links, ("cluster", "sub_cluster", "title", "code"), clusters)
    return ask.page(
        "occupation",
        rows,
        lambda row: {
            **occupation(ask, row),
            "career_cluster": clusters[row.code],
            "sub_cluster": links[row.code],
        },
    )


def online_sub_cluster(ask: Ask) -> Json:
    """The occupations of a sub-cluster."""
    code = ask.part("sub_cluster", r"\d{6}")
    one = sub_clusters_by_code(ask.catalog).get(code)
    if one is None:
        raise NoSuchThing(f"There is no sub-cluster {code}.")
    rows = ordered(_members(ask.catalog, one), ask.choice("sort", ("title", "code")))
    words = pathway_words(one.id)
    summary = {
        "title": one.name,
        "overview": words.what_it_is if words is not None else "",
        "example_programs": [],
        "source_url": _source_url(ask.catalog),
    }
    cluster = _cluster_link(ask, cluster_codes()[one.cluster_id], one.cluster_name)
    return ask.page(
        "occupation",
        rows,
        lambda row: occupation(ask, row),
        [("summary", summary), ("cluster", cluster)],
    )


def _cluster(ask: Ask) -> Cluster:
    code = ask.part("cluster", r"\d{4}00")
    one = clusters_by_code(ask.catalog).get(code)
    if one is None:
        raise NoSuchThing(f"There is no career cluster {code}.")
    return one


def _subs_of(catalog: Catalog, cluster: Cluster) -> dict[str, Pathway]:
    everything = sub_clusters_by_code(catalog).items()
    return {code: sub for code, sub in everything if sub.cluster_id == cluster.id}


def _members(catalog: Catalog, sub: Pathway) -> list[Occupation]:
    return catalog.list_pathway_occupations(sub.id)


def _links_by_occupation(ask: Ask, subs: dict[str, Pathway]) -> dict[str, list[Json]]:
    links: dict[str, list[Json]] = {}
    for code, sub in subs.items():
        link = {
            "href": ask.url("online/career_clusters/sub_clusters", code),
            "code": code,
            "title": sub.name,
        }
        for member in _members(ask.catalog, sub):
            links.setdefault(member.code, []).append(link)
    return links


def _sorted(
    ask: Ask,
    links: dict[str, list[Json]],
    choices: tuple[str, ...],
    clusters: dict[str, list[Json]] | None = None,
) -> list[Occupation]:
    by = ask.choice("sort", choices)
    rows = [ask.catalog.occupation(code) for code in links]
    if by in ("title", "code"):
        return ordered(rows, by)
    first = clusters if by == "cluster" and clusters is not None else links
    return sorted(rows, key=lambda one: (first[one.code][0]["title"], one.title, one.code))


def _cluster_link(ask: Ask, code: str, title: str) -> Json:
    return {"href": ask.url("online/career_clusters", code), "code": code, "title": title}


def _words(one: Cluster) -> Json:
    words = cluster_words(one.id)
    return {"title": one.name, "overview": words.what_it_is if words is not None else ""}


def _source_url(catalog: Catalog) -> str:
    return catalog.release.source("advance-cte").address


ROUTES = (
    *under(
        ("mnm/", "veterans/"),
        (
            Route("career_clusters/", mnm_list),
            Route(
                "career_clusters/{cluster}",
                mnm_cluster,
                "partly",
                remark=f"{LINKS}; example programs are not held",
            ),
        ),
    ),
    Route("online/career_clusters/", online_list),
    Route(
        "online/career_clusters/all", online_all, "partly", ("sort",), remark=f"{LINKS}; {NUMBERS}"
    ),
    Route(
        "online/career_clusters/{cluster}",
        online_cluster,
        "partly",
        ("sort",),
        remark=f"{LINKS}; {NUMBERS}",
    ),
    Route(
        "online/career_clusters/sub_clusters/{sub_cluster}",
        online_sub_cluster,
        "partly",
        ("sort",),
        remark=f"{LINKS}; {NUMBERS}; example programs are not held",
    ),
)
