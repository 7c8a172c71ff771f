"""The coder of a release: what is known by name first, questions and states abstained."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from careerlattice.catalog.catalog import open_release
from careerlattice.match.titles.coder import TitleCoder
from careerlattice.match.titles.held_out import held_out_report
from careerlattice.match.titles.learning import learned_titles
from careerlattice.match.titles.release_coder import title_coder

CATALOG = open_release()


@pytest.fixture(scope="module")
def coder() -> TitleCoder:
    """The coder of the shipped release: building it takes seconds."""
    return title_coder(CATALOG)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("68W", "29-2042"), ("88M Motor Transport", "53-3032"), ("0311", "55-3016"),
        ("USMC 3531 Motor Vehicle Operator", "53-3032"), ("Army medic", "29-2042"),
        ("Job Coach", "21-1015"), ("Career Counselor", "21-1012"), ("PT Cashier", "41-2011"),
        ("Benefits Coordinator", "13-1141"), ("HR Benefits Specialist", "13-1141"),
        ("Junior High School Teacher", "25-2022"), ("PT", "29-1123"), ("Pay Clerk", "43-3051"),
        ("conductor de autobús", "53-3052"), ("auxiliar contable", "43-3031"),
        ("phlebotomyst", "31-9097"), ("Cashier PT - Store 0427", "41-2011"),
        ("Urgent Care Nurse", "29-1141"),
    ],
)  # fmt: skip
def test_titles_that_were_coded_wrong(coder: TitleCoder, text: str, code: str) -> None:
    best = coder.code([text], 1)[0][0]
    assert best.onet_soc_code.startswith(code)
    assert not best.abstained


@pytest.mark.parametrize(
    "text",
    ["unemployed", "owner", "founder", "student", "Undergraduate Student", "associate",
     "see resume", "Team Lead", "volunteer", "driver", "teacher", "N/A"],
)  # fmt: skip
def test_what_is_no_occupation_or_could_be_several_is_abstained(
    coder: TitleCoder, text: str
) -> None:
    assert coder.code([text], 1)[0][0].abstained


def test_a_slip_lowers_the_score(coder: TitleCoder) -> None:
    right, slipped = (rows[0].score for rows in coder.code(["electrician", "electritian"], 1))
    assert slipped < right


@pytest.mark.slow
def test_published_titles_are_coded_as_published(coder: TitleCoder) -> None:
    by_title: dict[str, set[str]] = {}
    table = CATALOG.release.table("titles").select("onet_soc_code", "title")
    for code, title in table.iter_rows():
        by_title.setdefault(title, set()).add(code[:7])
    alone = sorted((t, min(codes)) for t, codes in by_title.items() if len(codes) == 1)[::40]
    coded = coder.code([title for title, _ in alone], 1)
    wrong = sum(
        not rows[0].abstained and rows[0].onet_soc_code[:7] != code
        for rows, (_, code) in zip(coded, alone, strict=True)
    )
    assert wrong / len(alone) <= 0.015


@pytest.fixture
def coded_by_hand(tmp_path: Path) -> Path:
    """A file of two titles that a user has coded."""
    file = tmp_path / "coded.csv"
    with file.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["title", "onet_soc_code"])
        writer.writerows([("Zed Floor Wrangler", "53-7065.00"), ("Zed Till Wrangler", "41-2011")])
    return file


def test_learned_titles_are_read(coded_by_hand: Path) -> None:
    learned = learned_titles(CATALOG, coded_by_hand)
    assert learned == {"zed floor wrangler": "53-7065.00", "zed till wrangler": "41-2011.00"}


@pytest.mark.slow
def test_learned_titles_come_first_and_their_gain_is_told(coded_by_hand: Path) -> None:
    learned = learned_titles(CATALOG, coded_by_hand)
    coder = title_coder(CATALOG, coded_by_hand)
    best = coder.code(["Zed floor wrangler"], 1)[0][0]
    assert (best.onet_soc_code, best.is_learned, best.abstained) == ("53-7065.00", True, False)
    assert not coder.code(["cashier"], 1)[0][0].is_learned
    report = held_out_report(CATALOG, learned)
    assert report.titles == 2
    assert 0 <= report.right_without <= report.titles
