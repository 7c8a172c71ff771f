"""`python -m devtools.content_check`: every check on every text, and what it found.

    --shared FOLDER   the publishers' files (default ../shared/data); without them the checks
                      against the publishers' lists and sentences are skipped, and this is said
    --exceptions      also the counts by sub-cluster, and the occupations none of whose 2024
                      places is in an expected successor of their 2008 cluster
    --tables          no checks: the 2024 assignment as Markdown tables and its judgement calls
    --sample SEED     no checks: the texts of 100 occupations drawn at random, for an editor
Ends with 0 when every rule holds and 1 when one is broken.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Column, Table

import careerlattice.content
from careerlattice.errors import CareerlatticeError
from devtools.content_check.coverage import check_coverage, coverage_of, read_expected
from devtools.content_check.fields import check_fields
from devtools.content_check.framework import (
    LINKS_2008,
    Agreement,
    agreement_with_2008,
    check_framework,
    check_successors,
    counts_by_cluster,
    read_links_2008,
)
from devtools.content_check.likeness import check_duplicates, check_overlap, read_sentences
from devtools.content_check.reading import check_reading, grade_texts, spread_of
from devtools.content_check.spelling import check_spelling, read_allowed
from devtools.content_check.style import check_style
from devtools.content_check.tables import assignment_tables, drawn_occupations
from devtools.content_check.texts import Content, Problem, Text, all_texts, read_content

CONTENT = Path(careerlattice.content.__file__).parent


def main(arguments: Sequence[str] | None = None, console: Console | None = None) -> int:
    """Run every check and print what it found. Returns 0 when all rules hold, else 1."""
    options = _options(arguments)
    console = console or Console()
    shared: Path = options.shared
    try:
        content = read_content(options.content)
    except CareerlatticeError as error:
        console.print(str(error), markup=False, soft_wrap=True)
        return 1
    if options.tables:
        links = read_links_2008(shared) if (shared / LINKS_2008).exists() else {}
        console.out(assignment_tables(content, agreement_with_2008(content, links)))
        return 0
    if options.sample is not None:
        console.out(drawn_occupations(content, options.sample))
        return 0
    texts = list(all_texts(content.files))
    problems: list[Problem] = []
    for file, entries in content.files.items():
        problems += check_fields(file, entries)
    problems += check_style(texts)
    problems += check_duplicates(content)
    problems += check_framework(content)
    agreements: list[Agreement] = []
    if (shared / "onet-30.1").is_dir():
        problems += check_coverage(content, read_expected(shared, content))
        problems += check_overlap(texts, read_sentences(shared / "onet-30.1"))
        links = read_links_2008(shared)
        problems += check_successors(content, links)
        agreements = agreement_with_2008(content, links)
    else:
        problems += check_coverage(content)
        console.print(
            f"[yellow]Skipped:[/] the lists and sentences of O*NET and the 2008 links are not in "
            f"{shared}. Coverage is held against the published numbers alone, and overlap and "
            f"agreement are not checked. Name the folder with --shared."
        )
    _print_coverage(console, content)
    problems += _read_and_spell(console, content, texts, options.content)
    _print_framework(console, content, agreements, details=options.exceptions)
    _print_problems(console, problems)
    return 1 if problems else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m devtools.content_check", description="Check the project's words."
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--content", type=Path, default=CONTENT, help="the content folder")
    parser.add_argument("--exceptions", action="store_true")
    parser.add_argument("--tables", action="store_true")
    parser.add_argument("--sample", type=int, metavar="SEED")
    return parser.parse_args(arguments)


def _read_and_spell(
    console: Console, content: Content, texts: list[Text], folder: Path
) -> list[Problem]:
    """Reading grade and spelling, which need packages that only writers have."""
    problems: list[Problem] = []
    try:
        graded = list(grade_texts(content.files))
        problems += check_reading(graded)
        table = Table(
            "texts", "graded", "median", "9 in 10 at most", "hardest", title="School grade"
        )
        for line in spread_of(graded):
            grades = (f"{g:.1f}" for g in (line.median, line.ninth_decile, line.hardest))
            table.add_row(line.kind, str(line.count), *grades)
        console.print(table)
    except ModuleNotFoundError:
        problems.append(_not_installed("reading grade", "textstat==0.7.4"))
    try:
        problems += check_spelling(texts, read_allowed(folder / "spelling_allowed.txt"))
    except ModuleNotFoundError:
        problems.append(_not_installed("spelling", "pyspellchecker"))
    return problems


def _not_installed(rule: str, package: str) -> Problem:
    return Problem("", "", rule, f"not checked: run `pip install {package}` and check again")


def _print_coverage(console: Console, content: Content) -> None:
    table = Table("texts", "expected", "written", "coverage", title="Coverage")
    for line in coverage_of(content):
        share = f"{line.present / line.expected:.0%}"
        table.add_row(line.kind, str(line.expected), str(line.present), share)
    console.print(table)


def _print_framework(
    console: Console, content: Content, agreements: list[Agreement], *, details: bool
) -> None:
    counts = counts_by_cluster(content)
    table = Table("cluster", "sub-clusters", "first place", "further", title="2024 framework")
    for cluster in dict.fromkeys(line[0] for line in counts):
        mine = [line for line in counts if line[0] == cluster]
        first, further = sum(line[2] for line in mine), sum(line[3] for line in mine)
        table.add_row(cluster, str(len(mine)), str(first), str(further))
    console.print(table)
    if details:
        table = Table("cluster", "sub-cluster", "first place", "further", title="Sub-clusters")
        for cluster, name, *numbers in counts:
            table.add_row(cluster, name, *map(str, numbers))
        console.print(table)
    if not agreements:
        return
    table = Table(
        Column("2008 cluster", overflow="fold"),
        "occupations",
        "first place",
        "any place",
        "exceptions",
        title="In an expected 2024 successor",
    )
    for line in agreements:
        shares = (
            f"{part / max(line.occupations, 1):.0%}" for part in (line.primary, line.any_rank)
        )
        exceptions = str(len(line.exceptions))
        table.add_row(line.cluster_2008, str(line.occupations), *shares, exceptions)
    total = sum(line.occupations for line in agreements)
    sums = (sum(line.primary for line in agreements), sum(line.any_rank for line in agreements))
    table.add_row(
        "all links",
        str(total),
        *(f"{part / max(total, 1):.1%}" for part in sums),
        str(sum(len(line.exceptions) for line in agreements)),
    )
    console.print(table)
    if details:
        for line in agreements:
            for code, cluster in line.exceptions:
                console.print(f"{line.cluster_2008}: {code} is in {cluster}", soft_wrap=True)


def _print_problems(console: Console, problems: list[Problem]) -> None:
    for item in problems:
        place = " ".join(part for part in (item.file, item.key) if part)
        console.print(f"{place}: {item.rule}: {item.what}", markup=False, soft_wrap=True)
    if not problems:
        console.print("Every rule holds: 0 problems.")
        return
    table = Table("rule", "problems", title="Broken rules")
    for rule, count in sorted(Counter(item.rule for item in problems).items()):
        table.add_row(rule, str(count))
    console.print(table)


if __name__ == "__main__":
    sys.exit(main())
