"""Every rule of the check can fail, and the real words break none of them."""

from __future__ import annotations

import builtins
import io
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from devtools.content_check import __main__ as program
from devtools.content_check.coverage import check_coverage, coverage_of
from devtools.content_check.fields import check_fields
from devtools.content_check.framework import (
    agreement_with_2008,
    check_framework,
    check_successors,
)
from devtools.content_check.likeness import Sentences, check_duplicates, check_overlap
from devtools.content_check.reading import check_reading, grade_texts, school_grade, spread_of
from devtools.content_check.spelling import check_spelling
from devtools.content_check.style import BRITISH, FORBIDDEN, GENDERED, MARKS, check_style
from devtools.content_check.tables import assignment_tables
from devtools.content_check.texts import Content, Problem, Text, all_texts, read_content, words

REAL = program.CONTENT
SHARED = REAL.parents[3] / "shared" / "data"

GOOD: dict[str, Any] = {
    "what_they_do": "Grow mushrooms in dark rooms. They keep it damp and pick each crop by hand.",
    "on_the_job": [
        "Fill trays with warm compost",
        "Check the heat in every room",
        "Cut mushrooms and pack them in boxes",
    ],
    "good_to_know": "The rooms are dark and damp, and the work starts before sunrise.",
}
FILE = "occupations/45.toml"


def rules(problems: Iterable[Problem]) -> list[str]:
    return [problem.rule for problem in problems]


def with_fields(**changes: Any) -> dict[str, dict[str, Any]]:
    return {"45-2092.00": {**GOOD, **changes}}


def content_of(**files: dict[str, Any]) -> Content:
    names = {f"occupations/{name[1:]}.toml": entries for name, entries in files.items()}
    return Content(files=names, assignments={}, sub_clusters=(), successors=())


# --- fields and lengths ----------------------------------------------------------------------


def test_a_good_entry_breaks_no_rule() -> None:
    entries = with_fields()
    assert not list(check_fields(FILE, entries))
    assert not list(check_style(all_texts({FILE: entries})))
    assert not check_reading_of(entries)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"what_they_do": "Grow mushrooms."}, "length"),
        ({"what_they_do": "Grow " + "mushrooms and " * 20 + "beans."}, "length"),
        ({"what_they_do": GOOD["what_they_do"] + " They sell it."}, "form"),
        ({"what_they_do": GOOD["what_they_do"].rstrip(".")}, "form"),
        ({"what_they_do": GOOD["what_they_do"].lower()}, "form"),
        ({"what_they_do": GOOD["what_they_do"].replace(". ", ".  ")}, "form"),
        ({"what_they_do": ""}, "form"),
        ({"what_they_do": 5}, "form"),
        ({"on_the_job": GOOD["on_the_job"][:2]}, "form"),
        ({"on_the_job": [*GOOD["on_the_job"], "Pick by hand", "Sweep"]}, "length"),
        ({"on_the_job": [*GOOD["on_the_job"], "Sweep the floor each night."]}, "form"),
        ({"on_the_job": [*GOOD["on_the_job"], "Sweeping the floor each night"]}, "form"),
        ({"on_the_job": [*GOOD["on_the_job"], "The floor is swept clean"]}, "form"),
        ({"good_to_know": "It is damp."}, "length"),
        ({"pay": "Much."}, "field"),
    ],
)
def test_broken_fields_are_found(changes: dict[str, Any], rule: str) -> None:
    assert rule in rules(check_fields(FILE, with_fields(**changes)))


def test_missing_fields_and_unsorted_keys_are_found() -> None:
    without = {key: value for key, value in GOOD.items() if key != "good_to_know"}
    entries = {"45-2093.00": GOOD, "45-2092.00": without}
    assert rules(check_fields(FILE, entries)) == ["order", "field"]
    assert rules(check_fields("elements/unheard_of.toml", {})) == ["field"]


def test_a_question_is_one_question() -> None:
    skill = dict(
        read_content(REAL).files["elements/skills.toml"]["2.A.1.a"], question="Tell us how well."
    )
    assert rules(check_fields("elements/skills.toml", {"2.A.1.a": skill})) == ["length", "form"]


def test_items_out_of_balance_are_found() -> None:
    file = "interest_items.toml"
    items = {key: dict(item) for key, item in read_content(REAL).files[file].items()}
    assert not list(check_fields(file, items))
    items["A01"]["short"] = not items["A01"]["short"]
    assert "balance" in rules(check_fields(file, items))
    del items["A01"]
    items["C01"]["area"] = "social"
    items["C02"]["area"] = "sporty"
    items["C03"]["preparation"] = "some"
    found = [problem.what for problem in check_fields(file, items)]
    assert any("9 items, not 10" in what for what in found)
    assert any("does not begin" in what for what in found)
    assert any("sporty" in what for what in found)
    assert any("preparation must" in what for what in found)


# --- words and marks -------------------------------------------------------------------------


def style_of(text: str, key: str = "45-2092.00") -> list[str]:
    return rules(check_style([Text(FILE, key, "good_to_know", text)]))


@pytest.mark.parametrize("word", FORBIDDEN)
def test_forbidden_words_are_found(word: str) -> None:
    assert "forbidden word" in style_of(f"They {word.capitalize()} the work")


@pytest.mark.parametrize("word", [*GENDERED, "foreman", "chairman", "salesman", "policewomen"])
def test_gendered_words_are_found(word: str) -> None:
    assert "gender" in style_of(f"Ask the {word} about it.")


@pytest.mark.parametrize("mark", MARKS)
def test_marks_are_found(mark: str) -> None:
    assert "mark" in style_of(f"Ask{mark}and listen.")


def test_british_spelling_is_found() -> None:
    assert style_of("Pick the colour.") == ["American spelling"]
    assert not any(word in BRITISH for word in BRITISH.values())


def test_words_that_only_look_forbidden_pass() -> None:
    assert not style_of("The theme of this human specimen is there, and others adhere.")
    assert not style_of("Care for women.", key="29-1161.00")


# --- reading and spelling --------------------------------------------------------------------


def check_reading_of(entries: dict[str, dict[str, Any]]) -> list[Problem]:
    return list(check_reading(list(grade_texts({FILE: entries}))))


def test_hard_texts_are_found() -> None:
    hard = (
        "Coordinate interdisciplinary organizational initiatives facilitating comprehensive "
        "implementation of administrative modernization."
    )
    assert school_grade(hard) > 11 > school_grade(GOOD["what_they_do"])
    found = check_reading_of(with_fields(what_they_do=hard, good_to_know=hard, on_the_job=[hard]))
    assert rules(found) == ["reading grade"] * len(found)
    assert any("median" in problem.what for problem in found)


def test_phrases_are_graded_as_sentences() -> None:
    graded = {item.fields: item.grade for item in grade_texts({FILE: with_fields()})}
    assert graded["on_the_job"] == school_grade(". ".join(GOOD["on_the_job"]) + ".")
    spread = spread_of(list(grade_texts({FILE: with_fields()})))
    assert [line.kind for line in spread] == ["occupations", "all texts"]


def test_misspelled_words_are_found_unless_allowed() -> None:
    texts = [
        Text(FILE, "45-2092.00", "good_to_know", "The mashrooms grow in workers' rebar sheds.")
    ]
    assert [p.what.split("'")[1] for p in check_spelling(texts, [])] == ["mashrooms", "rebar"]
    assert len(list(check_spelling(texts, ["rebar"]))) == 1
    assert rules(check_spelling([], ["rebar", "app"])) == ["order"]


# --- likeness --------------------------------------------------------------------------------


def sentences_of(*sentences: str) -> Sentences:
    found = [tuple(words(sentence)) for sentence in sentences]
    runs = frozenset(line[i : i + 8] for line in found for i in range(len(line) - 7))
    examples = tuple((frozenset(line) - {"a", "the"}, " ".join(line)) for line in found)
    return Sentences(runs, frozenset(found), examples)


@pytest.mark.parametrize(
    ("field", "text", "count"),
    [
        ("what_they_do", "Sort mail, then carry the heavy bags to the green truck.", 1),
        ("what_they_do", "Carry the heavy bags to the green van.", 0),
        ("on_the_job", "Sell stamps daily", 1),
        ("on_the_job", "Sell daily stamps", 0),
        ("low", "Sell the stamps", 0),
        ("low", "Daily sell the stamps", 1),
    ],
)
def test_overlap_with_the_publisher_is_found(field: str, text: str, count: int) -> None:
    theirs = sentences_of("They carry the heavy bags to the green truck.", "Sell stamps daily.")
    assert rules(check_overlap([Text(FILE, "k", field, text)], theirs)) == ["overlap"] * count


def test_duplicates_are_found() -> None:
    other = {**GOOD, "what_they_do": "Pick apples from tall trees and carry them to a cool barn."}
    assert not list(check_duplicates(content_of(_45={"a": GOOD, "b": other})))
    near = {**GOOD, "what_they_do": GOOD["what_they_do"].replace("Grow", "Grow big")}
    assert rules(check_duplicates(content_of(_45={"a": GOOD}, _47={"b": near}))) == ["duplicate"]
    twice = {**other, "on_the_job": ["Pick the fruit by hand", "Pick the fruit by hand", "Eat it"]}
    assert rules(check_duplicates(content_of(_45={"b": twice}))) == ["duplicate"]


# --- coverage and assignment -----------------------------------------------------------------


def test_missing_and_unknown_texts_are_found() -> None:
    content = content_of(_45={"45-2092.00": GOOD, "47-2061.00": GOOD})
    found = list(check_coverage(content, {"occupations": {"45-2092.00", "45-2091.00"}}))
    about = {problem.key: problem.what for problem in found}
    assert about["45-2091.00"] == "has no text"
    assert "published list" in about["47-2061.00"]
    assert any("another major group" in problem.what for problem in found)
    assert any(problem.key == "" and "not 1016" in problem.what for problem in found)


def framework(*rows: tuple[str, str, str, str, str], name: str = "45.csv") -> Content:
    columns = ("onet_soc_code", "rank", "sub_cluster", "reason", "note")
    return Content(
        files={FILE: {"45-2092.00": GOOD, "45-2093.00": GOOD}},
        assignments={
            f"framework_2024/{name}": tuple(dict(zip(columns, row, strict=True)) for row in rows)
        },
        sub_clusters=(
            {
                "sub_cluster": "plants",
                "name": "Plants",
                "cluster": "farms",
                "cluster_name": "Farms",
            },
            {"sub_cluster": "pets", "name": "Pets", "cluster": "homes", "cluster_name": "Homes"},
        ),
        successors=({"cluster_2008": "agriculture", "cluster_2024": "farms"},),
    )


PLANTS = ("45-2092.00", "1", "plants", "task", "")
PETS = ("45-2093.00", "1", "pets", "title", "")


def test_a_good_assignment_breaks_no_rule() -> None:
    assert not list(check_framework(framework(PLANTS, PETS)))


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ([PLANTS], "has no sub-cluster"),
        ([PLANTS, ("45-2093.00", "1", "plants", "task", "")], "not any occupation's first place"),
        ([PLANTS, PLANTS, PETS], "ranks must be"),
        ([("45-2092.00", "2", "plants", "task", ""), PETS], "ranks must be"),
        ([PLANTS, ("45-2092.00", "2", "plants", "task", ""), PETS], "twice"),
        ([("45-2092.00", "1", "rocks", "task", ""), PETS], "unknown sub-cluster"),
        ([("45-2092.00", "1", "plants", "guess", ""), PETS], "unknown reason"),
        ([("45-2092.00", "1", "plants", "task", "not sure"), PETS], "the note has 2 words"),
        ([(*PLANTS[:4], "It grows all of them outdoors"), PETS], "starts with a capital letter"),
        ([(*PLANTS[:4], "grows them; sells none of them"), PETS], "a semicolon or a final"),
        ([(*PLANTS[:4], "it grows all of them outdoors."), PETS], "a semicolon or a final"),
        ([PLANTS, PETS, ("99-9999.00", "1", "pets", "task", "")], "not a described occupation"),
        ([PETS, PLANTS], "sorted"),
    ],
)
def test_broken_assignments_are_found(
    rows: list[tuple[str, str, str, str, str]], what: str
) -> None:
    assert any(what in problem.what for problem in check_framework(framework(*rows)))


def test_a_row_in_the_wrong_file_is_found() -> None:
    found = list(check_framework(framework(PLANTS, PETS, name="47.csv")))
    assert [problem.what for problem in found] == ["stands in another major group's file"] * 2


def test_no_sub_cluster_is_left_empty() -> None:
    places = {
        row["sub_cluster"]
        for rows in read_content(REAL).assignments.values()
        for row in rows
        if row["rank"] == "1"
    }
    assert places == {row["sub_cluster"] for row in read_content(REAL).sub_clusters}


def test_agreement_counts_first_and_further_places() -> None:
    further = ("45-2093.00", "2", "plants", "task", "")
    links = {"agriculture": {"45-2092.00", "45-2093.00", "45-9999.00"}}
    (line,) = agreement_with_2008(framework(PLANTS, PETS, further), links)
    assert (line.occupations, line.primary, line.any_rank, line.exceptions) == (2, 1, 2, ())
    (line,) = agreement_with_2008(framework(PLANTS, PETS), links)
    assert line.exceptions == (("45-2093.00", "homes"),)
    found = check_successors(framework(PLANTS, PETS), {"mining": set()})
    assert [problem.key for problem in found] == ["agriculture", "mining"]


# --- the whole program -----------------------------------------------------------------------


def run(*arguments: str) -> tuple[int, str]:
    page = io.StringIO()
    status = program.main(arguments, Console(file=page, width=120))
    return status, page.getvalue()


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the publishers' files are not at hand")
def test_the_real_words_break_no_rule_and_echo_no_publisher() -> None:
    status, page = run("--shared", str(SHARED))
    assert status == 0, page
    assert "Skipped" not in page
    assert "In an expected 2024 successor" in page


@pytest.mark.slow
def test_the_real_words_break_no_rule_without_the_publishers_files(tmp_path: Path) -> None:
    status, page = run("--shared", str(tmp_path))
    assert "Skipped" in page
    assert status == 0, page


@pytest.mark.slow
def test_one_bad_text_among_the_real_ones_fails_the_check(tmp_path: Path) -> None:
    folder = copy_of_content(tmp_path)
    path = folder / "frameworks" / "clusters.toml"
    path.write_text(path.read_text().replace("People here", "Dynamic individuals", 1))
    status, page = run("--shared", str(tmp_path), "--content", str(folder))
    assert status == 1
    assert "forbidden word: 'individuals'" in page


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    folder = copy_of_content(tmp_path)
    (folder / "elements" / "skills.toml").write_text("name = ")
    (folder / "elements" / "interests.toml").write_text("name = 3")
    status, page = run("--shared", str(tmp_path), "--content", str(folder))
    assert status == 1
    assert "elements/skills.toml" in page
    assert "name is not a block" in page


def test_a_missing_package_is_named_and_fails_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_import = builtins.__import__

    def without_tools(name: str, *rest: Any, **more: Any) -> Any:
        if name in ("textstat", "spellchecker"):
            raise ModuleNotFoundError(name)
        return real_import(name, *rest, **more)

    school_grade.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without_tools)
    status, page = run("--shared", str(tmp_path))
    assert status == 1
    assert "pip install textstat==0.7.4" in page
    assert "pip install pyspellchecker" in page


def test_exceptions_are_listed_when_asked_for() -> None:
    content = read_content(REAL)
    page = io.StringIO()
    lines = agreement_with_2008(content, {"finance": {"29-1141.00"}})
    program._print_framework(Console(file=page, width=120), content, lines, details=True)
    assert "finance: 29-1141.00 is in healthcare-and-human-services" in page.getvalue()


def test_tables_sum_to_all_places() -> None:
    further = ("45-2093.00", "2", "plants", "task", "some of them eat plants too")
    noted = (*PLANTS[:4], "fields decide over the greenhouse here")
    content = framework(noted, PETS, further)
    page = assignment_tables(content, agreement_with_2008(content, {"agriculture": {PLANTS[0]}}))
    assert "| **Farms** | **1** | **1** |\n| Plants | 1 | 1 |" in page
    assert "| **All** | **2** | **1** |" in page
    assert "| task | 1 | 1 | 1 |" in page
    assert "| agriculture | 1 | 100.0% | 100.0% | 0 |" in page
    assert page.endswith("Plants:\n- 45-2092.00: fields decide over the greenhouse here")


def test_tables_and_samples_are_printed_without_checking() -> None:
    status, page = run("--tables")
    assert status == 0
    assert "Unmanned Vehicle Technology" in page
    assert "**1016**" in page
    status, page = run("--sample", "20261122")
    codes = page.split("\n")[0].split()
    assert status == 0
    assert len(set(codes)) == 100
    assert codes == sorted(codes)
    assert run("--sample", "20261122")[1] == page
    assert run("--sample", "7")[1].split("\n")[0] != page.split("\n")[0]


def test_the_real_files_are_complete() -> None:
    assert all(line.present == line.expected for line in coverage_of(read_content(REAL)))


def copy_of_content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(REAL, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder
