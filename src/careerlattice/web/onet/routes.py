"""All addresses of the compatible API, family by family."""

from __future__ import annotations

from careerlattice.web.onet import (
    browse,
    career_report,
    clusters,
    crosswalks,
    database,
    elements,
    general,
    interest_profiler,
    military,
    my_next_move,
    related,
    reports,
    taxonomy,
    technology,
)
from careerlattice.web.onet.route import Route

FAMILIES: dict[str, tuple[Route, ...]] = {
    "General": general.ROUTES,
    "My Next Move and My Next Move for Veterans": my_next_move.ROUTES,
    "Reports on a career": career_report.ROUTES,
    "Interest profiler": interest_profiler.ROUTES,
    "Search and lists of O*NET OnLine": browse.ROUTES,
    "Reports on an occupation": reports.ROUTES,
    "Career clusters": clusters.ROUTES,
    "O*NET data and soft skills": elements.ROUTES,
    "Related occupations, activities and tasks": related.ROUTES,
    "Technology": technology.ROUTES,
    "Military": military.ROUTES,
    "Crosswalks": crosswalks.ROUTES,
    "Taxonomy": taxonomy.ROUTES,
    "Database": database.ROUTES,
}
"""The addresses by family, in the order of the published table."""
ROUTES: tuple[Route, ...] = tuple(route for family in FAMILIES.values() for route in family)
NOT_SERVED: dict[str, str] = {
    "mpp/": "Mi Próximo Paso, the service in Spanish: this release has no Spanish texts",
}
"""Parts of the publisher's service that have no address here, with why."""
