"""The addresses of the pages; each has a JSON twin at the same address with `.json`."""

from __future__ import annotations

from django.urls import path

from careerlattice.web.http import error_pages as trouble
from careerlattice.web.http.assets import asset_view
from careerlattice.web.http.openapi import twins_api
from careerlattice.web.pages.about.page import accessibility, methods
from careerlattice.web.pages.atlas.clusters import cluster, clusters
from careerlattice.web.pages.atlas.pathway import pathway
from careerlattice.web.pages.home.page import home
from careerlattice.web.pages.match.page import match
from careerlattice.web.pages.occupation.compare import compare
from careerlattice.web.pages.occupation.page import occupation
from careerlattice.web.pages.person.assess import assess
from careerlattice.web.pages.person.profile import profile, profile_file
from careerlattice.web.pages.plan.files import plan_ics, plan_pdf
from careerlattice.web.pages.plan.page import plan
from careerlattice.web.pages.search.page import search
from careerlattice.web.pages.search.suggest import suggest

PAGES = (
    ("", home),
    ("clusters", clusters),
    ("clusters/<str:cluster_id>", cluster),
    ("pathways/<str:pathway_id>", pathway),
    ("occupations/<str:code>", occupation),
    ("plan", plan),
    ("assess", assess),
    ("match", match),
    ("compare", compare),
    ("search", search),
    ("profile", profile),
    ("methods", methods),
    ("accessibility", accessibility),
)
FILES = (
    ("plan.pdf", plan_pdf),
    ("plan.ics", plan_ics),
    ("profile-file", profile_file),
    ("suggest", suggest),
    ("static/<str:edition_asked>/<path:name>", asset_view),
)

api = twins_api(PAGES)
urlpatterns = [
    # The home page before the twins, whose API has a root of its own; the twins before the pages,
    # whose names would take in the ending.
    path("", home),
    path("", api.urls),
    *(path(address, view) for address, view in (*PAGES[1:], *FILES)),
]

handler400 = trouble.bad_question
handler404 = trouble.no_such_page
handler500 = trouble.broken
