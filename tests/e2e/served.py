"""`careerlattice serve` on a free port, for browser tests and the pictures of the README."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 120
CHROMIUM = (
    os.environ.get("CAREERLATTICE_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


class NotStarted(RuntimeError):
    """The server did not answer in time; the message has what it printed last."""


@contextmanager
def served_pages(**settings: str) -> Iterator[str]:
    """The address of the pages while they are served with the settings. Raises `NotStarted`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    code = f"from careerlattice.web.server import run_server; run_server('127.0.0.1', {port}, 1)"
    # Tests ask for more plans in a minute than a person would.
    environment = {**os.environ, "CAREERLATTICE_PLANS_A_MINUTE": "100000", **settings}
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen(
            [sys.executable, "-c", code], env=environment, stdout=printed, stderr=printed
        )
        try:
            address = f"http://127.0.0.1:{port}"
            until = time.monotonic() + START_SECONDS
            while not _answers(address):
                if process.poll() is not None or time.monotonic() > until:
                    printed.seek(0)
                    raise NotStarted(printed.read().decode(errors="replace")[-2_000:])
                time.sleep(0.3)
            yield address
        finally:
            process.terminate()
            process.wait(20)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/accessibility", timeout=5):
            return True
    except OSError:
        return False


def chromium_is_there() -> bool:
    """Whether the browser is installed."""
    return Path(CHROMIUM).exists()
