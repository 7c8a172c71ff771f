"""A page per framework with every ladder as a small picture, and one of neighborhoods.

python -m devtools.contact_sheet --out docs/ladders
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.draw.ladder_svg import render_ladder
from careerlattice.draw.palette import stylesheet
from careerlattice.draw.text import escape
from careerlattice.lattice.ladder.model import Ladder
from careerlattice.lattice.lattice import Lattice, open_lattice

NEIGHBORHOODS = (
    "29-1141.00",
    "25-2021.00",
    "47-2111.00",
    "15-1252.00",
    "35-2014.00",
    "53-3032.00",
)
FRAMEWORKS = {"2008": "16 career clusters (2008)", "2024": "14 career clusters (2024)"}
_PAGE_STYLE = """
body{font-family:system-ui,sans-serif;margin:1.5rem;color-scheme:light dark;line-height:1.5}
main{display:grid;grid-template-columns:repeat(auto-fill,minmax(26rem,1fr));gap:1.25rem}
figure{margin:0;border:1px solid #8a97a6;border-radius:8px;overflow:auto;max-height:24rem}
figure svg{width:100%;height:auto;display:block}
figure:target{grid-column:1/-1;max-height:none}
figure:target svg{width:auto}
figcaption{padding:.4rem .75rem;font-size:.9rem;position:sticky;left:0}
@media print{main{display:block}figure{break-inside:avoid;max-height:none;margin-bottom:1rem}}
""".strip()


def contact_sheets(catalog: Catalog, lattice: Lattice) -> dict[str, str]:
    """The pages by file name: one per framework, the neighborhoods, and an index."""
    pages = {}
    for framework, heading in FRAMEWORKS.items():
        ladders = [
            lattice.ladder(pathway.id)
            for pathway in catalog.list_pathways(framework)
            if catalog.frameworks.occupations_of(pathway.id)
        ]
        pages[f"{framework}.html"] = _page(catalog, f"{len(ladders)} ladders: {heading}", ladders)
    around = [lattice.neighborhood(code) for code in NEIGHBORHOODS]
    pages["neighborhoods.html"] = _page(catalog, "Ladders around six occupations", around)
    links = "".join(
        f'<li><a href="{name}">{escape(_heading(page))}</a></li>' for name, page in pages.items()
    )
    pages["index.html"] = _wrap("Ladders", f"<h1>Ladders</h1><ul>{links}</ul>", "")
    return pages


def _page(catalog: Catalog, heading: str, ladders: list[Ladder]) -> str:
    figures = []
    for ladder in ladders:
        picture = render_ladder(ladder, standalone=False, hints=False, element_id=f"p-{ladder.id}")
        rungs = "/".join(str(len(rung)) for rung in ladder.rungs)
        figures.append(
            f'<figure id="{escape(ladder.id)}">'
            f'<figcaption><a href="#{escape(ladder.id)}">{escape(ladder.pathway)}</a> '
            f"· {escape(ladder.cluster)} · {rungs}</figcaption>{picture}</figure>"
        )
    body = (
        f"<h1>{escape(heading)}</h1><p>Choose a name to see its ladder in full size. The numbers "
        "are occupations at entry, intermediate, advanced and expert level. "
        f"Pay: {escape(catalog.release.source('bls-oews').citation)}, nation. "
        f"Release {escape(catalog.release.id)}. "
        "<a href='index.html'>All pages</a></p>"
        f"<main>{''.join(figures)}</main>"
    )
    return _wrap(heading, body, stylesheet())


def _wrap(heading: str, body: str, style: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(heading)}</title><style>{_PAGE_STYLE}\n{style}</style></head>"
        f"<body>{body}</body></html>\n"
    )


def _heading(page: str) -> str:
    found = re.search(r"<title>(.*?)</title>", page)
    return found.group(1) if found else ""


def main() -> None:
    """Write the pages to the folder named by `--out`."""
    parser = argparse.ArgumentParser(description="Draw every ladder on a few pages.")
    parser.add_argument("--out", type=Path, required=True, help="folder for the pages")
    parser.add_argument("--release", default=None, help="folder of another release")
    asked = parser.parse_args()
    catalog = open_release(asked.release)
    asked.out.mkdir(parents=True, exist_ok=True)
    for name, page in contact_sheets(catalog, open_lattice(catalog)).items():
        (asked.out / name).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
