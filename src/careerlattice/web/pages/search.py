"""`/search?q=`: occupations, clusters and pathways for what a person typed."""

from __future__ import annotations

import math
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from careerlattice.catalog.things import Cluster, Pathway
from careerlattice.content.words import occupation_words
from careerlattice.vocab.names import fold
from careerlattice.web.answers import page_view
from careerlattice.web.asked import PLACE, Text, place_of
from careerlattice.web.context import Crumb, Page
from careerlattice.web.serving import served_catalog

MOST_HITS = 25


@dataclass(frozen=True, slots=True)
class OccupationHit:
    """An occupation found: the other title that matched, what they do, pay and growth."""

    code: str
    title: str
    also: str
    what_they_do: str
    median_usd: float | None
    growth_pct: float | None


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """What was found for the words typed; `nearest` are titles that may have been meant."""

    q: str
    occupations: tuple[OccupationHit, ...]
    fields: tuple[Cluster | Pathway, ...]
    nearest: tuple[str, ...]


WORDS = Text("q", "A title, a field of work or a code.")


@page_view("pages/search.html", (WORDS, *PLACE))
def search(request: HttpRequest) -> SearchPage:
    """Best first; without words, an empty form."""
    catalog = served_catalog()
    q = WORDS.read(request.GET)
    place = place_of(request.GET)
    hits = occupation_hits(q, place) if q else ()
    return SearchPage(
        title=_("Search: %(words)s") % {"words": q} if q else _("Search"),
        crumbs=(Crumb(_("Home"), "/"),),
        sources=("onet", "bls-oews", "bls-projections", "careerlattice"),
        place=place,
        q=q,
        occupations=hits,
        fields=_fields(q),
        nearest=tuple(catalog._lookup.nearest(q)) if q and not hits else (),
    )


def occupation_hits(q: str, place: object) -> tuple[OccupationHit, ...]:
    """The occupations whose titles fit, with their figures; a code finds its occupation."""
    from careerlattice.errors import CareerlatticeError
    from careerlattice.vocab.codes import OnetSocCode

    catalog = served_catalog()
    pay, outlook = catalog.pay_vectors(place), catalog.outlook_vectors  # type: ignore[arg-type]
    pairs = [
        (hit.onet_soc_code, hit.matched_title) for hit in catalog.find_occupations(q, MOST_HITS)
    ]
    if OnetSocCode.looks_like(q):
        try:
            found = catalog.get_occupation(q)
            pairs = [(found.code, found.title)]
        except CareerlatticeError:
            pairs = []
    hits = []
    for code, matched in pairs:
        title = catalog.occupation(code).title
        words = occupation_words(code)
        row = catalog.row_of[code]
        hits.append(
            OccupationHit(
                code,
                title,
                "" if fold(matched) == fold(title) else matched,
                words.what_they_do if words else "",
                _known(pay.p50[row]),
                _known(outlook.growth_pct[row]),
            )
        )
    return tuple(hits)


def _known(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _fields(q: str) -> tuple[Cluster | Pathway, ...]:
    words = set(fold(q).split())
    if not words:
        return ()
    catalog = served_catalog()
    things: list[Cluster | Pathway] = [*catalog.list_clusters(), *catalog.list_pathways()]
    fits = [one for one in things if words <= set(fold(one.name).split())]
    return tuple(fits[:8])
