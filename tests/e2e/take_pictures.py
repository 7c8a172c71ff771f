"""The pictures of the README: `python tests/e2e/take_pictures.py --out docs/pictures`."""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURES = {
    "plan": ("/plan?from=nursing+assistant&to=registered+nurse&state=OH", 1280, 1000),
    "ladder": ("/pathways/2008-therapeutic-services#ladder-picture", 1440, 1000),
    "home": ("/", 1280, 800),
    "occupation": ("/occupations/29-1141.00?state=OH", 1280, 1000),
}
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def main() -> None:
    """Start the pages, take the pictures, stop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("docs/pictures"))
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    code = f"from careerlattice.web.server import run_server; run_server('127.0.0.1', {port}, 1)"
    process = subprocess.Popen([sys.executable, "-c", code], env=os.environ)
    server = f"http://127.0.0.1:{port}"
    try:
        until = time.monotonic() + 120
        while True:
            try:
                urllib.request.urlopen(f"{server}/accessibility", timeout=5).close()
                break
            except OSError:
                if process.poll() is not None or time.monotonic() > until:
                    sys.exit("the server did not start")
                time.sleep(0.3)
        with sync_playwright() as playwright:
            chromium = shutil.which("chromium") or "/usr/bin/chromium"
            browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
            for name, (address, width, height) in PICTURES.items():
                page = browser.new_page(viewport={"width": width, "height": height})
                page.goto(server + address)
                page.wait_for_timeout(300)
                page.screenshot(path=str(out / f"{name}.png"))
                page.close()
                print(out / f"{name}.png")
            browser.close()
    finally:
        process.terminate()
        process.wait(20)


if __name__ == "__main__":
    main()
