"""The documents are true: commands, links, credits, records, and a voice of the project's own."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from careerlattice.tables.sources_of_record import ONET_CREDIT, SOURCES
from devtools.cli_reference import list_commands, options_of, reference
from devtools.table_dictionary import dictionary

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
COMMANDS = list_commands()
SKIPPED = {".venv", ".git", "build-out", "dist", "node_modules", ".pytest_cache", "artifacts"}


def _files(*endings: str) -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if path.is_file() and path.suffix in endings and not SKIPPED & set(parts):
            yield path


PAGES = list(_files(".md"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# --- the reference ----------------------------------------------------------------------------


def test_the_reference_of_the_command_line_is_up_to_date() -> None:
    written = (REFERENCE / "cli.md").read_text(encoding="utf-8")
    assert written == reference(), "run: make reference"


def test_the_reference_of_the_addresses_is_up_to_date() -> None:
    from devtools.addresses_reference import reference as addresses

    written = (REFERENCE / "addresses.md").read_text(encoding="utf-8")
    assert written == addresses(), "run: make reference"


def test_the_data_dictionary_is_up_to_date() -> None:
    written = (REFERENCE / "tables.md").read_text(encoding="utf-8")
    assert written.strip() == dictionary().strip(), "run: make reference"


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_every_command_and_option_is_documented(name: str, command: Any) -> None:
    page = (REFERENCE / "cli.md").read_text(encoding="utf-8")
    _, found, rest = page.partition(f"\n## careerlattice {name}\n")
    assert found
    section = rest.split("\n## ", 1)[0]
    assert (command.help or "").strip(), "a command says what it does"
    assert [o for o in options_of(command) if f"`{o}`" not in section] == []
    for param in command.params:
        assert (param.help or "").strip(), f"{name}: {param.name} says nothing"


def _shell_lines(text: str) -> Iterator[str]:
    for block in re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        for line in block.replace("\\\n", " ").splitlines():
            yield line.strip().removeprefix("$ ")


def _unknown_in(line: str, commands: dict[str, Any]) -> str:
    """What a `careerlattice …` line of a page uses that does not exist; empty when all does."""
    words = line.split("#", maxsplit=1)[0].split()[1:]
    name = next((n for n in (" ".join(words[:2]), " ".join(words[:1])) if n in commands), None)
    if name is None:
        known = not words or words[0].startswith("-") or words[0].isupper()
        return "" if known else f"no such command: {line}"
    used = set(re.findall(r"(?<!\S)--?[a-z][a-z0-9-]*", line))
    unknown = used - set(options_of(commands[name])) - {"--help", "-h"}
    return f"{name} has no {sorted(unknown)}: {line}" if unknown else ""


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_commands_shown_in_pages_exist(page: Path) -> None:
    commands = dict(COMMANDS)
    lines = [
        line
        for line in _shell_lines(page.read_text(encoding="utf-8"))
        if line.startswith("careerlattice ")
    ]
    assert [wrong for line in lines if (wrong := _unknown_in(line, commands))] == []


def test_a_command_that_does_not_exist_would_be_found() -> None:
    commands = dict(COMMANDS)
    assert _unknown_in("careerlattice fly --to moon", commands)
    assert _unknown_in("careerlattice search nurse --sideways", commands)
    assert not _unknown_in("careerlattice data build --from DIR --out DIR", commands)


def test_make_targets_shown_in_pages_exist() -> None:
    made = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    shown = set()
    for page in PAGES:
        shown |= set(re.findall(r"`make ([a-z-]+)", page.read_text(encoding="utf-8")))
        lines = _shell_lines(page.read_text(encoding="utf-8"))
        shown |= {line.split()[1] for line in lines if re.match(r"make [a-z]", line)}
    assert {"plan", "test"} <= shown
    assert shown <= made


# --- links ------------------------------------------------------------------------------------


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ +(.+?) *$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


def _broken_links(page: Path) -> list[str]:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", text)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = unquote(target).partition("#")
        file = (page.parent / path) if path else page
        if not file.exists() or (
            anchor and file.suffix == ".md" and anchor.lower() not in _anchors(file)
        ):
            broken.append(target)
    return broken


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    assert _broken_links(page) == []


def test_a_broken_link_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One\n[a](#one) [b](#two) [c](gone.md) [d](https://example.org)\n")
    assert _broken_links(page) == ["#two", "gone.md"]


# --- what every project page has to hold ------------------------------------------------------


def test_every_publisher_is_credited_in_the_notice() -> None:
    notice = " ".join((ROOT / "NOTICE").read_text(encoding="utf-8").split())
    for source in SOURCES.values():
        if source.id != "careerlattice":
            assert source.credit in notice, source.id
            assert f"{source.title}, {source.edition}" in notice, source.id
    assert ONET_CREDIT in notice


def test_the_readme_begins_with_what_it_is_one_picture_and_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)
    assert pictures, "one picture, with a text for those who do not see it"
    assert all((ROOT / picture).is_file() for picture in pictures)
    beginning = text[: text.index("\n## ")]
    assert pictures[0] in beginning
    assert "make plan" in beginning
    assert "make test" in beginning
    assert ONET_CREDIT in " ".join(text.replace("\\*", "*").split())


def test_python_shown_in_the_readme_runs_as_shown() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert blocks
    names: dict[str, Any] = {}
    for number, block in enumerate(blocks):
        example = doctest.DocTestParser().get_doctest(block, names, f"block {number}", None, 0)
        said: list[str] = []
        runner = doctest.DocTestRunner(verbose=False)
        runner.run(example, out=said.append, clear_globs=False)
        names = example.globs
        assert runner.tries > 0
        assert said == [], "".join(said)


def test_version_is_the_same_everywhere() -> None:
    from careerlattice import __version__

    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_room_papers_are_indexed_in_the_architecture() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for paper in (ROOT / "src" / "careerlattice").glob("*/README.md"):
        assert f"(src/careerlattice/{paper.parent.name}/README.md)" in text, paper.parent.name


def test_pages_of_docs_are_indexed() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    pages = [p.relative_to(ROOT / "docs").as_posix() for p in (ROOT / "docs").rglob("*.md")]
    assert [p for p in pages if p != "index.md" and f"({p})" not in index] == []


_PARTS = ("Question", "Decision", "Why not otherwise")


def test_decision_records_have_the_parts_of_the_template() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(path.name[:4]) for path in records] == list(range(len(records)))
    for path in records:
        text = path.read_text(encoding="utf-8")
        number = re.match(r"# (\d+)\.? \S", text)
        assert number, path.name
        assert int(number[1]) == int(path.name[:4]), path.name
        assert re.search(r"^Date: .+\. (?:Status|State): .+\.$", text, re.MULTILINE), path.name
        for part in _PARTS:
            begins = rf"^(?:\*\*{part}\.\*\* |## {part}$)"
            assert re.search(begins, text, re.MULTILINE), f"{path.name}: {part}"
        assert len(text.splitlines()) <= 60, f"{path.name}: a record is one page"


def test_decision_records_are_indexed_in_the_architecture() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    records = (ROOT / "docs" / "decisions").glob("[0-9]*.md")
    absent = [p.name for p in records if f"(docs/decisions/{p.name})" not in text]
    assert absent == ["0000-template.md"]


# --- a voice of its own -----------------------------------------------------------------------

# Written apart, so that this file does not hold what it forbids.
_PATTERNS = (
    r"\b(?:ai|coding|code|language|virtual|chat)[ -]?" + r"(?:assistants?|agents?|models?)\b",
    r"\b(?:l" + r"lms?|chat" + r"gpt|g" + r"pt-\d|co" + r"pilot|cl" + r"aude|anth" + r"ropic)\b",
    r"\bgenerated (?:by|with) (?:an? )?" + r"(?:ai|model)\b",
    r"\b(?:previous|earlier|last|my) " + r"(?:session|prompt)s?\b",
    r"\bsub" + r"-?agents?\b",
    r"(?<![\w.])/(?:wo" + r"rk|ro" + r"ot|home/\w+|Users/\w+)/",
    r"(?<![\w.])/op" + r"t/(?:pypi|wheels)",
    r"(?<![\w.])/tm" + r"p/\w",
    r"\b(?:regis" + r"try\.npmjs|files\.python" + r"hosted|py" + r"pi\.org)\b",
)
_FORBIDDEN = re.compile("|".join(_PATTERNS), re.IGNORECASE)
_TEXT = {".md", ".py", ".toml", ".cff", ".txt", ".html", ".css", ".js", ".yaml", ".yml", ".svg"}


# Names of licenses as states write them.
_OF_LICENSES = re.compile(r"\bspeech language assis" + r"tant\b|\bairline pilot cop" + r"ilot\b")


def _forbidden_in(text: str) -> list[str]:
    return [match.group() for match in _FORBIDDEN.finditer(_OF_LICENSES.sub("", text))]


def _own_files() -> list[Path]:
    named = [ROOT / name for name in ("Makefile", "NOTICE", "LICENSE", ".ci/run")]
    return [*named, *_files(*_TEXT)]


@pytest.mark.slow
def test_the_project_speaks_of_itself_alone() -> None:
    found = {}
    for path in _own_files():
        hits = _forbidden_in(path.read_text(encoding="utf-8"))
        if hits:
            found[_name(path)] = sorted(set(hits))
    assert found == {}


def test_words_of_occupations_are_not_taken_for_forbidden_ones() -> None:
    fair = "Nursing assistants, sales agents and a counseling session. Models of aircraft."
    assert _forbidden_in(fair) == []
    for bad in ("an A" + "I assistant", "in the last ses" + "sion", "see /wo" + "rk/main"):
        assert len(_forbidden_in(bad)) == 1
