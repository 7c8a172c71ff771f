"""Django without a project file: the settings of the pages, and a client."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerlattice.web.settings")
# Tests ask for more plans in a minute than a person would.
os.environ.setdefault("CAREERLATTICE_PLANS_A_MINUTE", "1000000")
os.environ.setdefault("CAREERLATTICE_PDFS_A_MINUTE", "1000000")

import django
import pytest
from django.test import Client

django.setup()

ADDRESSES = (
    "/",
    "/?from=cashier&to=registered+nurse&state=OH",
    "/?from=cashier",
    "/?from=driver",
    "/clusters",
    "/clusters?framework=2024",
    "/clusters/2008-health-science",
    "/clusters/2024-healthcare-and-human-services",
    "/pathways/2008-therapeutic-services",
    "/pathways/2008-accounting?education=associate&min_pay=50000&interest=conventional&state=TX",
    "/pathways/2024-physical-health",
    "/occupations/29-1141.00",
    "/occupations/29-1141.00?state=OH",
    "/occupations/29-1141.00?state=OH&area=M18140",
    "/occupations/55-1011.00",
    "/occupations/27-2011.00?state=CA",
    "/occupations/11-1011.03",
    "/plan",
    "/plan?from=cashier",
    "/plan?to=registered+nurse",
    "/plan?from=nursing+assistant&to=registered+nurse&state=OH",
    "/plan?from=nursing+assistant&to=registered+nurse&state=OH&show=plan-1",
    "/plan?from=nursing+assistant&to=registered+nurse&state=OH&max_months=3&budget=100",
    "/plan?from=high+school&goal_pay=60000&no_degree=1",
    "/plan?from=no+job&to=registered+nurse&state=OH&goal_pay=60000",
    "/plan?from=cashier&to=cashier",
    "/assess",
    "/assess?questions=adaptive",
    "/assess?questions=adaptive&R01=4&I01=2&A01=0&at=I01",
    "/assess?questions=short",
    "/assess?questions=full",
    "/assess?questions=skills",
    "/match",
    "/match?interests=8,22,6,38,8,20&state=OH",
    "/match?job=cashier&job_months=24&education=high-school&max_education=associate",
    "/match?interests=20,20,20,20,20,20",
    "/compare",
    "/compare?codes=29-1141.00,29-2061.00&state=OH",
    "/compare?codes=29-1141.00,55-1011.00,27-2011.00,53-3032.00",
    "/search",
    "/search?q=nurse",
    "/search?q=finance",
    "/search?q=xqzw",
    "/profile",
    "/class",
    "/profile?job=cashier&job_months=24&interests=8,22,6,38,8,20",
    "/methods",
    "/accessibility",
)
TROUBLES = (
    ("/nothing-here", 404),
    ("/occupations/driver", 404),
    ("/occupations/99-9999.99", 400),
    ("/clusters/none", 404),
    ("/pathways/none", 404),
    ("/clusters?framework=1999", 400),
    ("/plan?from=driver&to=registered+nurse", 404),
    ("/plan?from=cashier&to=registered+nurse&max_months=many", 400),
    ("/plan?from=cashier&to=registered+nurse&max_months=9999&months_in_job=-1&goal_pay=x", 400),
    ("/plan?from=cashier&to=registered+nurse&study=never", 400),
    ("/pathways/2008-accounting?min_pay=99999999&min_growth=much", 400),
    ("/plan?from=cashier&to=registered+nurse&state=Atlantis", 400),
    ("/plan?from=cashier&to=registered+nurse&show=plan-99", 404),
    ("/match?interests=1,2,3", 400),
    ("/match?skills=9.Z:4", 400),
    ("/compare?codes=29-1141.00,29-2061.00,31-1131.00,29-1171.00,29-1071.00", 400),
    ("/search?q=" + "x" * 500, 400),
    ("/search?q=" + "x" * 20_000, 400),
)


@pytest.fixture(scope="session")
def client() -> Client:
    """A visitor whose requests never raise: errors come back as pages, as in earnest."""
    return Client(raise_request_exception=False, SERVER_NAME="localhost")


@pytest.fixture(scope="session")
def pages() -> tuple[tuple[str, ...], tuple[tuple[str, int], ...]]:
    """All pages and all mistakes at once, for what checks many in one go."""
    return ADDRESSES, TROUBLES


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker of tests that take longer than a developer waits between two changes."""
    config.addinivalue_line("markers", "slow: takes more than some seconds")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give tests that ask for `address` every page, and for `trouble` every mistake."""
    if "address" in metafunc.fixturenames:
        metafunc.parametrize("address", ADDRESSES)
    if "trouble" in metafunc.fixturenames:
        metafunc.parametrize("trouble", TROUBLES, ids=[one[0][:60] for one in TROUBLES])
