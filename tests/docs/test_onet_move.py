"""A program moved over from O*NET Web Services with docs/how-to/onet-api.md alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

pytest.importorskip("django", reason="the pages are an extra: pip install 'django'")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerlattice.web.settings")

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "onet-api.md").read_text(encoding="utf-8")


class Quiet(WSGIRequestHandler):
    """No line on the screen for each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a server of this process."""
    import django
    from django.core.handlers.wsgi import WSGIHandler

    django.setup()
    server = make_server("127.0.0.1", 0, WSGIHandler(), handler_class=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_program_of_the_page_runs(address: str) -> None:
    section = PAGE.split("## A small program, moved\n", 1)[1].split("\n## ", 1)[0]
    (code,) = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", code.replace("http://127.0.0.1:8000", address)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    said = done.stdout.splitlines()
    assert said[0].startswith("Registered Nurses ['")
    assert "'Skills'" in said[0]
    assert said[1].startswith("35 skills, first ")
    assert said[2] == "20 related, first Acute Care Nurses"
    areas = [line.split() for line in said[3:9]]
    assert [area for area, _ in areas] == [
        "realistic",
        "investigative",
        "artistic",
        "social",
        "enterprising",
        "conventional",
    ]
    assert all(0 <= int(score) <= 40 for _, score in areas)
    assert "Paramedics" in said[9]
    assert "'status': 422, 'error': \"must have required property 'keyword'\"" in said[10]
    assert "'status': 404" in said[10]


def test_every_table_named_in_the_page_has_its_rows(address: str) -> None:
    from django.test import Client

    client = Client()
    section = PAGE.split("## Tables of the database\n", 1)[1].split("\n## ", 1)[0]
    lines = [line.split("|")[2:4] for line in section.splitlines() if line.startswith("| `")]
    assert len(lines) >= 10
    for ours, rows in lines:
        for table in re.findall(r"`(\w+)`", ours):
            question = next(iter(re.findall(r"`(filter=[^`]+)`", rows)), "")
            answer = client.get(f"/onet/v2/database/rows/{table}?{question}&end=1")
            assert answer.status_code == 200, (table, question, answer.content)
            assert answer.json()["total"] > 0
