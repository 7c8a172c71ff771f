"""The addresses of the pages. A twin has the same address with `.json` (see `json_twins`)."""

from __future__ import annotations

from django.urls import path

from careerlattice.web import trouble
from careerlattice.web.assets import asset_view
from careerlattice.web.pages.about import accessibility, methods
from careerlattice.web.pages.assess import assess
from careerlattice.web.pages.clusters import cluster, clusters
from careerlattice.web.pages.compare import compare
from careerlattice.web.pages.home import home
from careerlattice.web.pages.match import match
from careerlattice.web.pages.occupation import occupation
from careerlattice.web.pages.pathway import pathway
from careerlattice.web.pages.plan import plan
from careerlattice.web.pages.plan_files import plan_ics, plan_pdf
from careerlattice.web.pages.profile import profile, profile_file
from careerlattice.web.pages.search import search
from careerlattice.web.pages.suggest import suggest

urlpatterns = [
    path("", home),
    path("clusters", clusters),
    path("clusters/<str:cluster_id>", cluster),
    path("pathways/<str:pathway_id>", pathway),
    path("plan", plan),
    path("plan.pdf", plan_pdf),
    path("plan.ics", plan_ics),
    path("occupations/<str:code>", occupation),
    path("assess", assess),
    path("match", match),
    path("profile", profile),
    path("profile-file", profile_file),
    path("compare", compare),
    path("search", search),
    path("suggest", suggest),
    path("methods", methods),
    path("accessibility", accessibility),
    path("static/<str:edition_asked>/<path:name>", asset_view),
]

handler400 = trouble.bad_question
handler404 = trouble.no_such_page
handler500 = trouble.broken
