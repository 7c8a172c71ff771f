"""Job titles from CSV and plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.errors import BadProfile
from careerlattice.exchange.title_list import from_title_list, read_title_rows

CATALOG = open_release()


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_table_of_titles(tmp_path: Path) -> None:
    path = write(tmp_path, "t.csv", b'Title,Months,State\n"Bakers",12,OH\n,5,OH\nCashiers,abc,\n')
    rows = read_title_rows(path)
    assert [(r.line, r.title, r.state) for r in rows] == [
        (2, "Bakers", "OH"), (3, "", "OH"), (4, "Cashiers", None),
    ]  # fmt: skip
    imported = from_title_list(CATALOG, path)
    assert [w.onet_soc_code for w in imported.profile.work] == ["51-3011.00", "41-2011.00"]
    assert [w.months for w in imported.profile.work] == [12, None]
    assert "'abc' are not a number" in imported.proposals[1].notes[0]
    assert "1 row(s) have no title" in imported.notices[0]


@pytest.mark.parametrize("mark", [b";", b"\t", b"|"])
def test_other_separators_and_byte_order_marks(tmp_path: Path, mark: bytes) -> None:
    data = b"\xef\xbb\xbf" + mark.join([b"id", b"job title"]) + b"\r\n" + mark.join([b"1", b"Cook"])
    assert [r.title for r in read_title_rows(write(tmp_path, "t.csv", data))] == ["Cook"]


def test_plain_text_has_one_title_a_line(tmp_path: Path) -> None:
    imported = from_title_list(CATALOG, write(tmp_path, "t.txt", b"Bakers\n\n  Cashiers \n"))
    assert [w.title for w in imported.profile.work] == ["Bakers", "Cashiers"]
    assert "No months are given" in imported.proposals[0].notes[0]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("t.csv", b"", "empty"),
        ("t.csv", b"name,pay\nx,1\n", "no column 'title' (it has 'name', 'pay')"),
        ("t.csv", b"title\n\xff\n", "line 2 is not UTF-8"),
        ("t.txt", b"\n\n", "holds no job title"),
        ("t.txt", b"PK\x03\x04\x00\x00", "binary"),
        ("t.csv", b"title\n" + b"x" * 200_000, "line 2"),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(BadProfile) as caught:
        from_title_list(CATALOG, write(tmp_path, name, data))
    assert said in str(caught.value)
    assert name in str(caught.value)


def test_a_major_in_place_of_a_job_is_a_field_of_study(tmp_path: Path) -> None:
    data = b"Biology major, no job\nCashiers\n"
    imported = from_title_list(CATALOG, write(tmp_path, "t.txt", data))
    assert [w.title for w in imported.profile.work] == ["Cashiers"]
    education = imported.profile.education
    assert education is not None
    assert [str(code) for code in education.cip_codes] == ["26.01"]
