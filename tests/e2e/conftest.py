"""A real server and a real browser. Skipped where Chromium is missing."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = (
    os.environ.get("CAREERLATTICE_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
SCREENS = Path(__file__).parents[2] / "artifacts" / "screens"
START_SECONDS = 90


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests here need the browser."""
    here = str(Path(__file__).parent)
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)
            if not Path(CHROMIUM).exists():
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of `careerlattice serve` on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    code = f"from careerlattice.web.server import run_server; run_server('127.0.0.1', {port}, 1)"
    environment = {**os.environ, "CAREERLATTICE_PLANS_A_MINUTE": "100000"}
    process = subprocess.Popen(
        [sys.executable, "-c", code], env=environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"{address}/accessibility", timeout=5):
                break
        except OSError:
            if time.monotonic() > until or process.poll() is not None:
                process.kill()
                pytest.fail("the server did not start")
            time.sleep(0.3)
    yield address
    process.terminate()
    process.wait(20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def screens() -> Path:
    """Where pictures of pages are kept, outside git."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    return SCREENS
