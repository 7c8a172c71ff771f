"""What states ask by their own law, as written: what is refused, and where it is said to stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerlattice.build.entry_files import Block
from careerlattice.build.state_rules import read_state_rules
from careerlattice.errors import DataError

ROW = """
rules:
  - codes: [39-5012]
    license: Cosmetologist
    source: {{cite: "state acts", how: known}}
    states:
      {states}
"""


def written(folder: Path, states: str) -> Path:
    (folder / "states").mkdir()
    (folder / "states" / "care.yaml").write_text(ROW.format(states=states), encoding="utf-8")
    return folder


def test_a_rule_has_the_source_of_its_state_or_else_of_the_row(
    tmp_path: Path, blocks: dict[str, Block]
) -> None:
    text = "TX: {hours: 1000, source: {cite: 16 TAC 83.20, how: read}}\n      NJ: {hours: 1200}"
    rules = read_state_rules(blocks, written(tmp_path, text))
    assert [(rule.state, rule.given["hours"]) for rule in rules] == [("TX", 1000), ("NJ", 1200)]
    assert [rule.source["how"] for rule in rules] == ["read", "known"]


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ("ZZ: {hours: 1}", "'ZZ' is no state"),
        ("TX: {hour: 1}", "no key 'hour'"),
        ("TX: {hours: many}", "hours must be a number"),
        ("TX: {closed: [promotion]}", "the block has no door 'promotion'"),
        ("TX: {closed: [school, apprenticeship, bridge]}", "every door of the block is closed"),
        ("TX: {apprenticeship: {weeks: 3}}", "apprenticeship must be"),
        ("TX: {degree: phd}", "degree 'phd' is not one of"),
        ("TX: {url: 'https://web.archive.org/x'}", "an archive's"),
        ("TX: {ways: [{door: direct}]}", "way 1: "),
        ("TX: {source: {book: x}}", "a source must be"),
    ],
)
def test_a_mistake_is_named_with_file_row_and_state(
    tmp_path: Path, blocks: dict[str, Block], states: str, said: str
) -> None:
    with pytest.raises(DataError, match=r"care\.yaml.*Cosmetologist") as caught:
        read_state_rules(blocks, written(tmp_path, states))
    assert said in str(caught.value)


def test_the_same_license_of_a_code_stands_once_in_a_state(
    tmp_path: Path, blocks: dict[str, Block]
) -> None:
    folder = written(tmp_path, "TX: {hours: 1000}")
    again = (folder / "states" / "care.yaml").read_text(encoding="utf-8")
    (folder / "states" / "hair.yaml").write_text(again, encoding="utf-8")
    with pytest.raises(DataError, match="stands already in care"):
        read_state_rules(blocks, folder)
