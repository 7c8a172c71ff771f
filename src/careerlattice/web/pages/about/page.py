"""`/methods` and `/accessibility`: what stands behind the answers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from careerlattice.release.manifest import SetAsideCount
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.page import Credit, Crumb, Page, all_credits
from careerlattice.web.http.page_view import page_view
from careerlattice.web.http.places import PLACE, place_of
from careerlattice.web.pages.about.validity import MEASURED, Measured


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table of the release: its rows and size."""

    name: str
    rows: int
    kilobytes: int


@dataclass(frozen=True, kw_only=True)
class MethodsPage(Page):
    """Sources, tables, what was set aside, and how full the data are."""

    release_id: str
    credits: tuple[Credit, ...]
    tables: tuple[TableLine, ...]
    set_aside: tuple[SetAsideCount, ...]
    occupations: int
    by_level: dict[str, int]
    measured: tuple[Measured, ...]
    with_pay: int
    with_outlook: int


@dataclass(frozen=True, kw_only=True)
class AccessibilityPage(Page):
    """The accessibility statement."""


@page_view("pages/methods.html", PLACE, cached=True)
def methods(request: HttpRequest) -> MethodsPage:
    """Figures come from the release's manifest and tables, so that they cannot go stale."""
    catalog = served_catalog()
    manifest = catalog.release.manifest
    tables = [
        TableLine(name=name, rows=record.rows or 0, kilobytes=max(1, round(record.bytes / 1024)))
        for name, record in sorted(manifest.tables.items())
    ]
    return MethodsPage(
        title=_("Methods and sources"),
        description=_("Where every number comes from, how answers are made, and their limits."),
        crumbs=(Crumb(_("Home"), "/"),),
        sources=tuple(all_credits()),
        place=place_of(request.GET),
        release_id=manifest.id,
        credits=tuple(all_credits().values()),
        tables=tuple(tables),
        set_aside=manifest.set_aside,
        occupations=len(catalog.codes),
        by_level=dict(Counter(occupation.data_level for occupation in catalog.list_occupations())),
        measured=MEASURED,
        with_pay=int((catalog.pay_vectors().level >= 0).sum()),
        with_outlook=int((catalog.outlook_vectors.employment > 0).sum()),
    )


@page_view("pages/accessibility.html", PLACE, cached=True)
def accessibility(request: HttpRequest) -> AccessibilityPage:
    """What is done, how it is checked, and what falls short."""
    return AccessibilityPage(
        title=_("Accessibility"),
        description=_("How this service is made to work for everyone, and where it falls short."),
        crumbs=(Crumb(_("Home"), "/"),),
        place=place_of(request.GET),
    )
