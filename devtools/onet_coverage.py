"""How far `/onet/v2/` answers as O*NET Web Services do: `make reference`.

`python -m devtools.onet_coverage docs/reference/onet-api-coverage.md`
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

HEAD = """\
# The O*NET-compatible API: what it answers

Written by `python -m devtools.onet_coverage docs/reference/onet-api-coverage.md` from the routes in
`src/careerlattice/web/onet`; change those, not this page. How to move a program over:
[how-to](../how-to/onet-api.md).

`careerlattice serve` answers the addresses of O*NET Web Services, version 2, below `/onet/v2/`:
same paths, same parameters, same fields and no others, from the release on your own machine; only
`database/` has tables and columns of its own. It is no service of the U.S. Department of Labor or
the National Center for O*NET Development.

| coverage | means | addresses |
|---|---|---|
"""
RULES = """
How missing data are told: an address of a list answers an empty list or page; an address of one
thing (`job_zone`) answers 404 with `error`; optional fields are left out; the lists of sections of
a report name only those that hold something. A parameter that is missing or cannot be read answers
422 with `error`, and so does an occupation code in another form; a well-written code that nothing
has answers 404 with `error`. A parameter that an address does not know is ignored, and a page has
at most 2,000 rows: read on by `next`.

Ratings stand on the scale of 0 to 100 that the publisher uses: (rating − lowest) / (highest −
lowest) of importance (1 to 5), level (0 to 7), interests (1 to 7) and the impact of work styles
(−3 to 3). Occupations without ratings of their own have none here; figures of a stand-in are never
told.
"""


def reference() -> str:
    """The coverage of every address, as Markdown."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerlattice.web.settings")
    from careerlattice.web.onet.route import COVERAGES
    from careerlattice.web.onet.routes import FAMILIES, NOT_SERVED, ROUTES

    counts = Counter(route.coverage for route in ROUTES)
    lines = [HEAD.rstrip("\n")]
    lines += [f"| {name} | {means} | {counts[name]} |" for name, means in COVERAGES.items()]
    lines.append(f"| all | | {len(ROUTES)} |")
    lines.append(RULES.rstrip("\n"))
    for family, routes in FAMILIES.items():
        lines += ["", f"## {family}", "", "| address | parameters | coverage | remark |"]
        lines.append("|---|---|---|---|")
        for route in routes:
            query = ", ".join(f"`{name}`" for name in route.query)
            path = f"`/{route.path}`"
            lines.append(f"| {path} | {query} | {route.coverage} | {route.remark} |")
    lines += ["", "## Not served", "", "| address | why |", "|---|---|"]
    lines += [f"| `/{path}…` | {why} |" for path, why in NOT_SERVED.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(reference(), encoding="utf-8", newline="\n")
    else:
        sys.stdout.write(reference())
