"""The lists of names hold together: every entry can fail here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.catalog.names.keys import key
from careerlattice.catalog.names.military import military_codes
from careerlattice.catalog.names.phrases import phrases
from careerlattice.content.names.lists import rows_of, wordings
from careerlattice.requirements.field_names import resolve_field
from careerlattice.vocab.levels import EducationLevel

CATALOG = open_release()


def listed_codes() -> Iterator[tuple[str, str, str]]:
    for name, columns in (("everyday", ("words",)), ("spanish", ("masculine", "feminine"))):
        for row in rows_of(name):
            for column in columns:
                for wording in wordings(row[column]):
                    yield name, wording, row["codes"]
    for row in rows_of("military"):
        yield "military", row["code"] or row["title"], row["codes"]


def test_every_code_is_an_occupation_of_the_release() -> None:
    wrong = [
        (name, wording, code)
        for name, wording, codes in listed_codes()
        for code in codes.split()
        if (code if "." in code else f"{code}.00") not in CATALOG.row_of
    ]
    assert not wrong


def test_every_everyday_wording_is_read_as_it_is_listed() -> None:
    wrong = []
    for row in rows_of("everyday"):
        first = row["codes"].split()[0]
        for wording in wordings(row["words"]):
            found = CATALOG.read_title(wording)
            if found.is_official:
                continue
            if found.kind != row["means"] or not found.codes[0].startswith(first):
                wrong.append((wording, row["codes"], found.kind, found.codes[:2]))
    assert not wrong


def test_no_wording_of_a_list_stands_in_it_twice() -> None:
    for name, column in (
        ("everyday", "words"), ("fields_of_study", "words"), ("places", "words"),
        ("states_of_life", "words"),
    ):  # fmt: skip
        seen: dict[str, str] = {}
        for row in rows_of(name):
            for wording in wordings(row[column]):
                other = [value for key_, value in row.items() if key_ != column]
                assert seen.setdefault(wording, str(other)) == str(other), (name, wording)


def test_every_military_code_is_read() -> None:
    wrong = []
    for row in rows_of("military"):
        code = row["code"]
        if not code:
            continue
        found = military_codes(code if code[0].isdigit() else f"Navy {code}")
        if found is None or found[1] != tuple(row["codes"].split()):
            wrong.append(code)
    assert not wrong


def test_states_and_ranks_are_no_occupation() -> None:
    for row in rows_of("states_of_life"):
        for wording in wordings(row["words"]):
            assert phrases().find(key(wording)) is not None, wording
            assert CATALOG.read_title(wording).kind == "state", wording


def test_every_field_of_study_is_found_by_every_wording() -> None:
    for row in rows_of("fields_of_study"):
        if row["means"] != "one":
            continue
        for wording in wordings(row["words"]):
            assert str(resolve_field(CATALOG, wording).cip_code) == row["cips"].split(";")[0]


def test_places_groups_and_degrees_name_what_is_there() -> None:
    names = {area.name for area in CATALOG.areas}
    assert {area for row in rows_of("places") for area in row["areas"].split(";")} <= names
    groups = {group.id for group in (*CATALOG.list_clusters(), *CATALOG.list_pathways())}
    assert {row["group"] for row in rows_of("groups")} <= groups
    assert all(EducationLevel.parse(row["level"]) for row in rows_of("degrees"))


@pytest.mark.parametrize(
    ("name", "least"), [("everyday", 600), ("spanish", 280), ("military", 500), ("places", 100)]
)
def test_the_lists_are_broad(name: str, least: int) -> None:
    assert len(rows_of(name)) >= least


def test_every_certification_of_service_is_of_a_listed_job_and_a_known_license() -> None:
    jobs = {(row["branch"], row["code"]) for row in rows_of("military")}
    known = {row["license"].lower() for row in rows_of("licenses")}
    for row in rows_of("certified_in_service"):
        assert (row["branch"], row["code"]) in jobs
        assert row["license"] in known
        assert row["source"].startswith(("known: ", "read: "))
