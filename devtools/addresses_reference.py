"""The reference of the addresses, written from what pages declare: `make reference`.

`python -m devtools.addresses_reference docs/reference/addresses.md`
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

HEAD = """\
# Addresses of the pages, and their JSON

Written by `python -m devtools.addresses_reference docs/reference/addresses.md` from what the pages
in `src/careerlattice/web` declare; change those, not this page.

`careerlattice serve` answers on <http://127.0.0.1:8000>. Every page answers as JSON at the same
address with `.json` before the query (`/index.json` for the first page), with the same values, the
release they come from and the credits that have to be shown with them:

    $ curl "http://127.0.0.1:8000/occupations/29-1141.00.json?state=OH"
    $ curl "http://127.0.0.1:8000/plan.json?from=cashier&goal_pay=60000&no_degree=1&state=OH"

`/openapi.json` tells all of it to programs (OpenAPI 3.1). Nothing is written and no key is needed:
all JSON pages answer to GET. [How to use them](../how-to/json.md) has examples, long lists and what
is promised. What is wrong is told as `application/problem+json` (RFC 9457):

| status | means |
|---|---|
| 200 | the values of the page |
| 302 | a name in another writing (a title, a code without dashes), led to its own address |
| 400 | a value, or a name of one, that cannot be read; `detail` says what is read |
| 404 | there is no such thing; `suggestions` may have been meant |
| 405 | only reading is possible |
| 429 | more plans than one visitor may ask for in a minute; `Retry-After` says when to ask again |

A plan asked for with a title that may mean several occupations is answered with 404 and the page's
values, which list what may be meant in `unclear`.

Beside the pages there are `/plan.pdf` and `/plan.ics` (a plan to hand over, and for a calendar;
they take what `/plan` takes, and `/plan.ics` also `start`, a day), `/profile-file` (the profile as
the file that `careerlattice plan --profile` reads) and `/suggest?q=` (titles that begin like what
is typed).
"""


def reference() -> str:
    """Every address with its parameters, as Markdown."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerlattice.web.settings")
    import django

    django.setup()
    from careerlattice.web.http.openapi import openapi_document
    from careerlattice.web.urls import PAGES

    paths: dict[str, Any] = openapi_document(PAGES)["paths"]
    return "\n".join([HEAD, *(_address(path, methods["get"]) for path, methods in paths.items())])


def _address(path: str, operation: dict[str, Any]) -> str:
    lines = [f"## `{path}`", "", f"{operation['summary']}.", ""]
    declared = [parameter for parameter in operation["parameters"] if parameter["in"] == "query"]
    # Sixty lines that differ in nothing but the number help nobody.
    items = [
        parameter
        for parameter in declared
        if parameter["description"].startswith("The answer to this item")
    ]
    shown = [parameter for parameter in declared if parameter not in items]
    if not shown:
        return "\n".join(lines)
    lines += ["| parameter | asks | values |", "|---|---|---|"]
    lines += [
        f"| `{parameter['name']}` | {_cell(parameter['description'])} "
        f"| {_values(parameter['schema'])} |"
        for parameter in shown
    ]
    if items:
        first, last = items[0]["name"], items[-1]["name"]
        lines.append(
            f"| `{first}` … `{last}` | {_cell(items[0]['description'])} | "
            f"{_values(items[0]['schema'])} |"
        )
    return "\n".join((*lines, ""))


def _values(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        choices = ", ".join(f"`{choice}`" for choice in schema["enum"])
        return choices + (f"; `{schema['default']}` without it" if "default" in schema else "")
    if schema["type"] == "integer":
        return f"{schema['minimum']:,} to {schema['maximum']:,}"
    if schema["type"] == "array":
        return f"up to {schema['maxItems']}, each named again"
    if "pattern" in schema:
        return "six numbers with commas"
    return f"up to {schema['maxLength']:,} characters"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(reference(), encoding="utf-8", newline="\n")
    else:
        sys.stdout.write(reference())
