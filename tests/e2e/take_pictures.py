"""The pictures of the README: `python tests/e2e/take_pictures.py --out docs/pictures`."""

from __future__ import annotations

import argparse
from pathlib import Path

from playwright.sync_api import sync_playwright
from served import CHROMIUM, FLAGS, served_pages

PICTURES = {
    "plan": ("/plan?from=nursing+assistant&to=registered+nurse&state=OH", 1280, 1000),
    "ladder": ("/pathways/2008-therapeutic-services#ladder-picture", 1440, 1000),
    "home": ("/?from=cashier&state=OH", 1280, 860),
    "map": ("/clusters", 1280, 900),
    "occupation": ("/occupations/29-1141.00?state=OH", 1280, 1000),
}


def main() -> None:
    """Start the pages, take the pictures, stop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("docs/pictures"))
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    with served_pages() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for name, (address, width, height) in PICTURES.items():
            page = browser.new_page(
                viewport={"width": width, "height": height}, reduced_motion="reduce"
            )
            page.goto(server + address)
            page.wait_for_timeout(300)
            page.screenshot(path=str(out / f"{name}.png"))
            page.close()
            print(out / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
