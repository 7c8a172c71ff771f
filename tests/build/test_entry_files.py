"""Blocks of entry requirements: what is refused, what inherits, and what a table holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerlattice.build.entry_files import read_blocks
from careerlattice.build.entry_rows import read_entry_requirements
from careerlattice.errors import DataError, MissingFile

GOOD = """
47-2111:
  title: Electricians
  page: electricians
  conditions:
    - door: apprenticeship
      education: {floor: high_school, usual: high_school}
      field: any
      apprenticeship:
        {months: [48, 60], pay_share: [0.45, 0.85], standing: usual,
         credit: {47-3013: {share: 0.5, most_months: 24}}}
      training: {kind: apprenticeship}
      source: [education, training]
  gates:
    licenses:
      - {by: state, in: most_states, name: Journeyman electrician, asks: {hours: 8000},
         source: {cite: state boards, how: known}}
    person: {age_least: 18, source: training}
  next:
    - {to: 47-1011, kind: advance, months: 60, source: advancement}
47-2231:
  like: 47-2111
  title: Solar photovoltaic installers
  next: []
"""
PAGES = "page,title,address\nelectricians,Electricians,https://www.bls.gov/ooh/x.htm\n"
CODES = ("47-1011.00", "47-2111.00", "47-2231.00", "47-3013.00")


def written(folder: Path, text: str) -> Path:
    (folder / "47.yaml").write_text(text, encoding="utf-8")
    (folder / "pages.csv").write_text(PAGES, encoding="utf-8")
    return folder


def test_a_block_becomes_rows_and_like_takes_over_the_rest(tmp_path: Path) -> None:
    found = read_entry_requirements(CODES, ["46.0302"], written(tmp_path, GOOD))
    frames = found.frames
    assert frames["entry_occupations"]["onet_soc_code"].to_list() == ["47-2111.00", "47-2231.00"]
    terms = frames["entry_conditions"].select(
        "apprenticeship_months_low", "apprenticeship_months_high"
    )
    assert terms.rows() == [(48.0, 60.0), (48.0, 60.0)]
    credit = frames["entry_condition_codes"].filter(role="apprentice_credit")
    assert credit.select("code", "share", "most_months").row(0) == ("47-3013", 0.5, 24.0)
    assert frames["entry_next"].select("onet_soc_code", "to_code").rows() == [
        ("47-2111.00", "47-1011.00")
    ]
    asked = frames["entry_license_asks"].filter(onet_soc_code="47-2111.00")
    assert asked.select("asks", "value").row(0) == ("hours", "8000")
    how = dict(frames["entry_sources"].filter(block="47-2111").select("part", "how").rows())
    assert how == {"condition 1": "read", "license 1": "known", "person": "read", "next 1": "read"}
    assert found.set_aside == []


def test_what_another_taxonomy_lacks_is_set_aside_and_told(tmp_path: Path) -> None:
    found = read_entry_requirements(CODES[1:2], ["46.0302"], written(tmp_path, GOOD))
    assert {(row.row, row.why) for row in found.set_aside} == {
        ("47-2111: 47-3013", "begins no occupation's code"),
        ("47-2111: 47-1011", "is no occupation of the taxonomy"),
        ("47-2231", "the taxonomy has no such occupation"),
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("door: apprenticeship", "door: window", "door 'window' is not one of school"),
        ("[48, 60]", "[60, 48]", "apprenticeship months must be [low, high]"),
        ("[48, 60]", "48", "apprenticeship months must be [low, high]"),
        ("floor: high_school", "floor: master", "the floor lies above the usual education"),
        ("      source: [education, training]\n", "", "no source"),
        ("in: most_states", "in: everywhere", "license 1 in 'everywhere' is not one of"),
        ("  page: electricians", "  pages: electricians", "block has no key 'pages'"),
        ("kind: advance", "kind: up", "kind 'up' is not one of advance, lateral"),
        ("like: 47-2111", "like: 47-9999", "like 47-9999 leads nowhere"),
        ("like: 47-2111", "like: 47-2231", "like 47-2231 leads nowhere"),
        ("  title: Electricians", "  title: A\n  title: B", "stands twice"),
        ("{by: state,", "{by: state", "is not YAML"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in GOOD
    written(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(DataError, match=r"47") as caught:
        read_blocks(tmp_path)
    assert told in str(caught.value)


def test_a_block_of_another_group_and_an_unknown_page_are_refused(tmp_path: Path) -> None:
    written(tmp_path, GOOD.replace("47-2231:", "49-2231:"))
    with pytest.raises(DataError, match="49-2231 belongs into another file"):
        read_blocks(tmp_path)
    written(tmp_path, GOOD.replace("page: electricians", "page: sparks"))
    with pytest.raises(DataError, match="lacks the Handbook pages sparks"):
        read_entry_requirements(CODES, [], tmp_path)


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="No entry requirements"):
        read_blocks(tmp_path)


def test_every_occupation_has_a_block_with_sources() -> None:
    from careerlattice.catalog.catalog import open_release

    release = open_release().release
    occupations = set(release.table("occupations")["onet_soc_code"])
    assert set(release.table("entry_occupations")["onet_soc_code"]) == occupations
    parts = set(release.table("entry_sources").select("block", "part").rows())
    heads = dict(release.table("entry_occupations").select("onet_soc_code", "block").rows())
    ways = release.table("entry_conditions").select("onet_soc_code", "condition").rows()
    assert all((heads[code], f"condition {number}") in parts for code, number in ways)
    licenses = release.table("entry_licenses").select("onet_soc_code", "license").rows()
    assert all((heads[code], f"license {number}") in parts for code, number in licenses)
