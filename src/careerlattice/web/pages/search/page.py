"""`/search?q=`: occupations, clusters and pathways for what a person typed."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from careerlattice.catalog.model import Area, Cluster, Pathway
from careerlattice.content.words import cluster_words, occupation_words, pathway_words
from careerlattice.errors import CareerlatticeError
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.names import fold
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.page import Crumb, Page
from careerlattice.web.http.page_view import page_view
from careerlattice.web.http.paging import LIMIT, START, Window, window_of
from careerlattice.web.http.parameters import TextParam
from careerlattice.web.http.places import PLACE, place_of
from careerlattice.web.pages.atlas.cluster_figures import figures_of, pathway_figures
from careerlattice.web.pages.atlas.clusters import DEFAULT_FRAMEWORK

MOST_HITS = 25
# Fields shown for their names, and for the occupations found in them (at least so many).
MOST_NAMED, MOST_HOLDING, LEAST_HELD = 4, 2, 3


@dataclass(frozen=True, slots=True)
class OccupationHit:
    """An occupation found: the other title that matched, what they do, pay and growth."""

    code: str
    title: str
    also: str
    what_they_do: str
    median_usd: float | None
    growth_pct: float | None


@dataclass(frozen=True, slots=True)
class FieldHit:
    """A cluster, or a pathway of one (`cluster_name`), whose name fits or that holds many hits.

    `holds` counts the occupations found that lie in it, when that is why it is here.
    """

    id: str
    framework: str
    name: str
    cluster_name: str
    what_it_is: str
    occupations: int
    holds: int


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """What was found for the words typed; `nearest` are titles that may have been meant."""

    q: str
    occupations: tuple[OccupationHit, ...]
    fields: tuple[FieldHit, ...]
    nearest: tuple[str, ...]


WORDS = TextParam("q", "A title, a field of work or a code.")


@page_view("pages/search.html", (WORDS, START, LIMIT, *PLACE))
def search(request: HttpRequest) -> SearchPage:
    """Best first; without words, an empty form."""
    catalog = served_catalog()
    q = WORDS.read(request.GET)
    place = place_of(request.GET)
    window = window_of(request.GET, MOST_HITS)
    hits, total = occupation_hits(q, place, window) if q else ((), 0)
    return SearchPage(
        title=_("Search: %(words)s") % {"words": q} if q else _("Search"),
        crumbs=(Crumb(_("Home"), "/"),),
        sources=("onet", "bls-oews", "bls-projections", "careerlattice"),
        place=place,
        part=window.of(len(hits), total),
        q=q,
        occupations=hits,
        fields=field_hits(q, hits),
        nearest=tuple(catalog.find_nearest_titles(q)) if q and not hits else (),
    )


def occupation_hits(
    q: str, place: Area | None, window: Window
) -> tuple[tuple[OccupationHit, ...], int]:
    """The occupations whose titles fit, with their figures, and how many there are in all.

    A code finds its occupation.
    """
    catalog = served_catalog()
    pay, outlook = catalog.pay_vectors(place), catalog.outlook_vectors
    found = catalog.find_occupations(q, len(catalog.codes))
    pairs = [(hit.onet_soc_code, hit.matched_title) for hit in found]
    if OnetSocCode.looks_like(q):
        try:
            meant = catalog.get_occupation(q)
            pairs = [(meant.code, meant.title)]
        except CareerlatticeError:
            pairs = []
    hits = []
    for code, matched in pairs[window.start - 1 : window.last]:
        title = catalog.occupation(code).title
        words = occupation_words(code)
        row = catalog.row_of[code]
        hits.append(
            OccupationHit(
                code=code,
                title=title,
                also="" if fold(matched) == fold(title) else matched,
                what_they_do=words.what_they_do if words else "",
                median_usd=_known(pay.p50[row]),
                growth_pct=_known(outlook.growth_pct[row]),
            )
        )
    return tuple(hits), len(pairs)


def _known(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def field_hits(q: str, hits: tuple[OccupationHit, ...]) -> tuple[FieldHit, ...]:
    """Clusters and pathways whose names begin with the words typed, and where most hits lie."""
    words = fold(q).split()
    if not words:
        return ()
    catalog = served_catalog()
    things: list[Cluster | Pathway] = [*catalog.list_clusters(), *catalog.list_pathways()]
    named = [
        _field(group, 0)
        for group in things
        if all(any(part.startswith(word) for part in fold(group.name).split()) for word in words)
    ]
    holds = Counter(
        pathway
        for hit in hits
        for pathway in catalog.list_pathways_of(OnetSocCode(hit.code))
        if pathway.framework == DEFAULT_FRAMEWORK
    )
    named.sort(key=lambda hit: not hit.occupations)
    known = {hit.id for hit in named}
    holding = [
        _field(pathway, n)
        for pathway, n in sorted(holds.items(), key=lambda pair: (-pair[1], pair[0].id))
        if n >= LEAST_HELD and pathway.id not in known
    ]
    return (*named[:MOST_NAMED], *holding[:MOST_HOLDING])


def _field(group: Cluster | Pathway, holds: int) -> FieldHit:
    if isinstance(group, Pathway):
        words, figures = pathway_words(group.id), pathway_figures(group.id)
        cluster_name = group.cluster_name
    else:
        words, figures = cluster_words(group.id), figures_of(group.framework)[group.id]
        cluster_name = ""
    return FieldHit(
        id=group.id,
        framework=group.framework,
        name=group.name,
        cluster_name=cluster_name,
        what_it_is=words.what_it_is if words else "",
        occupations=figures.occupations,
        holds=holds,
    )
