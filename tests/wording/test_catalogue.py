"""Sentences come from one catalogue; a language is a file, not a rewrite."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from careerlattice import wording
from careerlattice.plan.answer import Aim, Notice, NoticeKind, PlanName
from careerlattice.wording.catalogue import LOCALE, listed, say, say_many, speaking
from careerlattice.wording.notices import notice_text
from careerlattice.wording.plans import name_text

ROOM = Path(wording.__file__).parent
CUT = Notice(NoticeKind.SEARCH_CUT)
SPANISH = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n != 1;\\n"

msgid "The search stopped at its limit, so there may be better routes. Set tighter limits."
msgstr "La búsqueda se detuvo en su límite."

msgid "fastest"
msgstr "más rápida"

msgid "next {name}"
msgstr "la siguiente {name}"

msgid "{most} job change"
msgid_plural "{most} job changes"
msgstr[0] "{most} cambio de trabajo"
msgstr[1] "{most} cambios de trabajo"
"""


@pytest.fixture
def locale(tmp_path: Path) -> Path:
    if shutil.which("msgfmt") is None:
        pytest.skip("msgfmt is not installed")
    place = tmp_path / "es" / "LC_MESSAGES"
    place.mkdir(parents=True)
    source = tmp_path / "es.po"
    source.write_text(SPANISH, encoding="utf-8")
    subprocess.run(["msgfmt", source, "-o", place / "careerlattice.mo"], check=True)
    return tmp_path


def test_another_language_is_spoken_inside_its_block_alone(locale: Path) -> None:
    english = notice_text(CUT)
    with speaking("es", locale):
        assert notice_text(CUT) == "La búsqueda se detuvo en su límite."
        assert name_text(PlanName(Aim.FASTEST, is_next=True)) == "la siguiente más rápida"
        assert say_many("{most} job change", "{most} job changes", 3, most=3) == (
            "3 cambios de trabajo"
        )
        # What is not translated yet stays English.
        assert name_text(PlanName(Aim.BALANCED)) == "balanced"
    assert notice_text(CUT) == english


def test_a_language_without_a_catalogue_is_spoken_in_english() -> None:
    with speaking("tlh"):
        assert say("no study") == "no study"


def test_words_are_listed() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"


def _sentences() -> set[str]:
    found = set()
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            many = {"say": 1, "_": 1, "say_many": 2}.get(node.func.id, 0)
            for text in node.args[:many]:
                assert isinstance(text, ast.Constant), f"{path.name}:{node.lineno}: no literal"
                found.add(text.value)
    return found


def test_the_list_for_translators_has_every_sentence() -> None:
    text = (LOCALE / "careerlattice.pot").read_text(encoding="utf-8")
    blocks = re.findall(r'^msgid(?:_plural)? ((?:"(?:[^"\\]|\\.)*"\n?)+)', text, re.MULTILINE)
    listed_ = {
        "".join(ast.literal_eval(line) for line in block.split("\n") if line) for block in blocks
    }
    assert listed_ - {""} == _sentences(), "write it again: wording/README.md says how"


@pytest.mark.parametrize("name", wording.__all__)
def test_public_words_can_be_had(name: str) -> None:
    assert callable(getattr(wording, name))
