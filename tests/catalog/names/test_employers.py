"""Titles that name an employer or a branch of the armed forces."""

from __future__ import annotations

import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.catalog.names.employers import employed
from careerlattice.catalog.names.military import branch_titles
from careerlattice.content.names.lists import rows_of

CATALOG = open_release()


@pytest.mark.parametrize(
    ("text", "kind", "first"),
    [
        ("Wendy's crew", "one", "35-3023.00"),
        ("Kroger clerk", "ask", "41-2011.00"),
        ("Walmart employee", "ask", "41-2031.00"),
        ("post office worker", "ask", "43-5052.00"),
        ("Chipotle cook", "one", "35-2011.00"),
        ("driver at Waste Management", "one", "53-3032.00"),
        ("bagger at Publix", "one", "53-7064.00"),
        ("Manager at Wendy's", "one", "35-1012.00"),
        ("IRS worker", "ask", "13-2081.00"),
    ],
)
def test_an_employer_tells_what_most_people_do_there(text: str, kind: str, first: str) -> None:
    found = CATALOG.read_title(text)
    assert (found.kind, found.codes[0]) == (kind, first)


def test_an_employer_counts_at_either_end_only_where_it_is_set_apart() -> None:
    assert employed("Walmart cashier").job == "cashier"  # type: ignore[union-attr]
    assert employed("cook (Taco Bell)").job == "cook"  # type: ignore[union-attr]
    assert employed("store manager Target") is None
    assert employed("cashier") is None


def test_every_employer_has_codes_of_the_release() -> None:
    codes = {code for row in rows_of("employers") for code in row["codes"].split()}
    assert {c if "." in c else f"{c}.00" for c in codes} <= set(CATALOG.row_of)


@pytest.mark.parametrize(
    ("text", "kind", "among"),
    [
        ("navy mechanic", "ask", "49-3011.00"),
        ("army infantry", "one", "55-3016.00"),
        ("avionics tech air force", "one", "49-2091.00"),
        ("Marine Corps truck driver", "one", "53-3032.00"),
        ("army cook", "one", "35-2012.00"),
    ],
)
def test_a_trade_in_a_branch_is_a_job_of_that_branch(text: str, kind: str, among: str) -> None:
    found = CATALOG.read_title(text)
    assert (found.kind, among in found.codes) == (kind, True)


@pytest.mark.parametrize("text", ["soldier", "marine", "Space Force guardian", "Army sergeant"])
def test_serving_alone_is_told_as_service(text: str) -> None:
    assert CATALOG.read_title(text).state == "military"


def test_titles_of_another_branch_do_not_count() -> None:
    assert branch_titles("Coast Guard mechanic", "mechanic") != branch_titles(
        "Navy mechanic", "mechanic"
    )
    assert branch_titles("mechanic", "mechanic") == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("secretaria bilingüe", "43-6014.00"),
        ("varillero", "47-2171.00"),
        ("trailera", "53-3032.00"),
    ],
)
def test_spanish_titles_of_both_genders(text: str, code: str) -> None:
    assert CATALOG.read_title(text).codes[0] == code


def test_a_factory_worker_is_asked_which_the_commonest_first() -> None:
    found = CATALOG.read_title("production worker")
    assert (found.kind, found.codes[0]) == ("ask", "51-9199.00")


def test_a_house_of_an_employer_is_the_employer() -> None:
    assert employed("stocker at the Walmart DC").job == "stocker"  # type: ignore[union-attr]
    assert employed("Amazon fulfillment center") == employed("Amazon")
    assert employed("DC") is None
