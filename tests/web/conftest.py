"""Django without a project file: the settings of the pages, and a client."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerlattice.web.settings")

import django
import pytest
from django.test import Client

django.setup()


@pytest.fixture(scope="session")
def client() -> Client:
    """A visitor whose requests never raise: errors come back as pages, as in earnest."""
    return Client(raise_request_exception=False, SERVER_NAME="localhost")
