"""What the service is: its parts, and the editions it answers from."""

from __future__ import annotations

from careerlattice.web.onet.ask import Ask, Json
from careerlattice.web.onet.route import Route
from careerlattice.web.onet.shapes import services

API_VERSION = "2.0"


def root(ask: Ask) -> list[Json]:
    """The parts of the service."""
    return services(
        ask,
        ("about/", "About this service"),
        ("mnm/", "My Next Move"),
        ("veterans/", "My Next Move for Veterans"),
        ("online/", "O*NET OnLine"),
        ("taxonomy/", "Taxonomy"),
        ("database/", "Database"),
    )


def about(ask: Ask) -> Json:
    """The editions of the taxonomy and the database, as the opened release names them."""
    onet = ask.catalog.release.source("onet")
    return {
        "taxonomy": {
            "url": "https://www.onetcenter.org/taxonomy.html",
            "name": "O*NET-SOC 2019",
        },
        "database": {
            "url": onet.address,
            "name": f"{onet.title} {onet.edition}; Careerlattice release {ask.catalog.release.id}",
        },
        "api_version": API_VERSION,
    }


ROUTES = (Route("", root), Route("about/", about))
