"""A second language is one file: the list of all that pages and library say is complete."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from careerlattice.wording.catalogue import LOCALE
from devtools.page_messages import PAGES, all_messages

pytestmark = pytest.mark.skipif(
    shutil.which("xgettext") is None or shutil.which("msgcat") is None,
    reason="gettext's tools are not installed",
)
BLOCK = re.compile(r'^msgid(?:_plural)? ((?:"(?:[^"\\]|\\.)*"\n?)+)', re.MULTILINE)
TRANSLATED = re.compile(r"""\{%\s*translate (["'])(.*?)\1""")


def messages(text: str) -> set[str]:
    return {
        "".join(ast.literal_eval(line) for line in block.split("\n") if line)
        for block in BLOCK.findall(text)
    } - {""}


def test_one_list_has_all_that_pages_and_library_say() -> None:
    listed = messages(all_messages())
    assert messages((LOCALE / "careerlattice.pot").read_text(encoding="utf-8")) <= listed
    for path in (PAGES / "templates").rglob("*.html"):
        said = {text for _mark, text in TRANSLATED.findall(path.read_text(encoding="utf-8"))}
        assert {text.replace("%", "%%") for text in said} <= listed, path.name


def test_the_list_compiles(tmp_path: Path) -> None:
    whole = tmp_path / "es.po"
    whole.write_text(all_messages(), encoding="utf-8")
    subprocess.run(["msgfmt", whole, "-o", tmp_path / "django.mo"], check=True)
    assert (tmp_path / "django.mo").stat().st_size > 0
