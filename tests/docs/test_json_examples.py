"""The examples of docs/how-to/json.md run as they stand, in every language at hand."""

from __future__ import annotations

import os
import re
import shutil
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
PAGE = (ROOT / "docs" / "how-to" / "json.md").read_text(encoding="utf-8")
SHOWN = "http://127.0.0.1:8000"
RUN = {
    "sh": (["bash", "-c"], r"\['.+'\]"),
    "python": ([sys.executable, "-c"], r"plan-1 [\d.]+ months, \d+ dollars"),
    "r": (["Rscript", "-e"], r"\d+ dollars a year in Ohio"),
    "js": (["node", "--input-type=module", "-e"], r"\d\d+ occupations"),
}


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


@pytest.mark.slow
@pytest.mark.parametrize("language", list(RUN))
def test_an_example_runs(address: str, language: str) -> None:
    command, expected = RUN[language]
    if shutil.which(command[0]) is None or (language == "sh" and shutil.which("curl") is None):
        pytest.skip(f"{command[0]} is not installed")
    (code,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    done = subprocess.run(
        [*command, code.replace(SHOWN, address)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert re.search(expected, done.stdout), done.stdout
