"""The words as other rooms get them."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import FrozenInstanceError

import pytest

from careerlattice.content import words


def test_an_occupation_is_read_whole() -> None:
    found = words.occupation_words("29-1141.00")
    assert found is not None
    assert found.onet_soc_code == "29-1141.00"
    assert found.what_they_do.endswith(".")
    assert 3 <= len(found.on_the_job) <= 5
    assert found.good_to_know.endswith(".")
    with pytest.raises(FrozenInstanceError):
        found.what_they_do = "x"  # type: ignore[misc]


@pytest.mark.parametrize("code", ["99-9999.00", "29-0000.00", "", "../words", "..", "29", "\0"])
def test_a_code_without_words_gives_none(code: str) -> None:
    assert words.occupation_words(code) is None
    assert words.element_words(code) is None
    assert words.cluster_words(code) is None
    assert words.pathway_words(code) is None


def test_only_the_major_group_asked_for_is_read() -> None:
    words._entries.cache_clear()
    words.occupation_words("15-1252.00")
    words.occupation_words("15-1211.00")
    assert words._entries.cache_info().misses == 1


@pytest.mark.parametrize(
    ("element_id", "kind"),
    [
        ("1.A.1.a.1", "abilities"),
        ("1.B.1.a", "interests"),
        ("1.B.2.f", "work_values"),
        ("1.D.4.b", "work_styles"),
        ("2.A.1.a", "skills"),
        ("2.B.5.d", "skills"),
        ("2.C.10", "knowledge"),
        ("4.A.4.c.3", "work_activities"),
    ],
)
def test_every_kind_of_element_is_found_by_its_id(element_id: str, kind: str) -> None:
    found = words.element_words(element_id)
    assert found is not None
    assert (found.element_id, found.kind) == (element_id, kind)
    assert found.name
    assert found.explanation
    has_levels = kind in ("skills", "knowledge")
    assert all(bool(text) is has_levels for text in (found.low, found.middle, found.high))
    assert bool(found.question) is (kind == "skills")


def test_clusters_and_pathways_are_told_apart_by_their_framework() -> None:
    old, new = (words.pathway_words(f"{year}-accounting") for year in (2008, 2024))
    assert old is not None
    assert new is not None
    assert old.what_it_is != new.what_it_is
    cluster = words.cluster_words("2024-construction")
    assert cluster is not None
    assert cluster.who_thrives
    assert words.cluster_words("2008-construction") is None


def test_the_short_form_is_half_of_every_area() -> None:
    items = words.interest_items()
    assert len(items) == 60
    assert [item.item_id for item in items] == sorted(item.item_id for item in items)
    for area in {item.area for item in items}:
        assert sum(item.area == area for item in items) == 10
        assert sum(item.area == area and item.short for item in items) == 5


def test_words_are_read_without_a_table_engine() -> None:
    code = (
        "import sys; from careerlattice.content.words import occupation_words; "
        "occupation_words('29-1141.00'); "
        "print(sorted({'polars', 'rich', 'textstat', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_environment()
    )
    assert done.stdout.strip() == "[]"


def _environment() -> dict[str, str]:
    return {"PYTHONPATH": ":".join(path for path in sys.path if path)}
