"""The addresses of the pages; each answers as JSON at the same address with `.json`."""

from __future__ import annotations

from django.urls import path

from careerlattice.web.http import error_pages
from careerlattice.web.http.addresses import json_address
from careerlattice.web.http.assets import asset_view
from careerlattice.web.http.openapi import openapi_view
from careerlattice.web.http.upkeep import health, security_txt
from careerlattice.web.onet.views import onet_addresses
from careerlattice.web.pages.about.page import accessibility, methods
from careerlattice.web.pages.atlas.clusters import cluster, clusters
from careerlattice.web.pages.atlas.pathway import pathway
from careerlattice.web.pages.home.page import home
from careerlattice.web.pages.many.page import class_list, many
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
    ("class", many),
    ("methods", methods),
    ("accessibility", accessibility),
)
FILES = (
    ("plan.pdf", plan_pdf),
    ("plan.ics", plan_ics),
    ("profile-file", profile_file),
    ("class-list.csv", class_list),
    ("suggest", suggest),
    ("health", health),
    (".well-known/security.txt", security_txt),
    ("openapi.json", openapi_view(PAGES)),
    ("static/<str:edition_requested>/<path:name>", asset_view),
)

# The JSON pages before the pages, whose names would take in the ending.
JSON_PAGES = tuple((json_address(f"/{address}").removeprefix("/"), view) for address, view in PAGES)
urlpatterns = [
    *(path(address, view) for address, view in (*JSON_PAGES, *FILES, *PAGES)),
    *onet_addresses(),
]

handler400 = error_pages.bad_question
handler404 = error_pages.no_such_page
handler500 = error_pages.broken
