"""What the wheel depends on, with licences: the table in NOTICE and a bill of materials.

    python -m devtools.dependencies --notice          the lines for NOTICE
    python -m devtools.dependencies --sbom FILE       CycloneDX 1.6, as JSON
    python -m devtools.dependencies --lowest          NAME==VERSION of each lower bound

Read from the packages installed here, from pyproject.toml on: what the base install, `web`, `pdf`
and `mcp` need, and what these need in turn.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
EXTRAS = ("web", "pdf", "mcp")
_SHORT = {
    "BSD License": "BSD", "MIT License": "MIT", "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "The Unlicense (Unlicense)": "Unlicense",
    "Python Software Foundation License": "PSF-2.0", "ISC License (ISCL)": "ISC",
}  # fmt: skip
# Where the package's own metadata name no licence, or only a family of them.
_READ_IN_THE_PACKAGE = {
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1", "numpy": "BSD-3-Clause",
    "llvmlite": "BSD-2-Clause AND Apache-2.0 WITH LLVM-exception", "numba": "BSD-2-Clause",
}  # fmt: skip


def asked() -> dict[str, list[Requirement]]:
    """The requirements of the base install and of each extra that is shipped."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    groups = {"": project["dependencies"]} | {name: extras[name] for name in EXTRAS}
    return {name: [Requirement(text) for text in texts] for name, texts in groups.items()}


def installed() -> dict[str, tuple[metadata.Distribution, str]]:
    """Every package that is needed, by name, with the extra that asks for it first."""
    found: dict[str, tuple[metadata.Distribution, str]] = {}
    for extra, requirements in asked().items():
        left = list(requirements)
        while left:
            requirement = left.pop()
            name = canonicalize_name(requirement.name)
            if name in found or (requirement.marker and not requirement.marker.evaluate()):
                continue
            package = metadata.distribution(name)
            found[name] = (package, extra)
            for text in package.requires or ():
                inner = Requirement(text)
                wanted = [{"extra": one} for one in ("", *requirement.extras)]
                if inner.marker is None or any(inner.marker.evaluate(one) for one in wanted):
                    left.append(inner)
    return dict(sorted(found.items()))


def licence_of(package: metadata.Distribution) -> str:
    """The licence a package names: as an expression, as a classifier, or in words."""
    about: Any = package.metadata
    name = canonicalize_name(about["Name"])
    if name in _READ_IN_THE_PACKAGE:
        return _READ_IN_THE_PACKAGE[name]
    named = about.get("License-Expression")
    classes = [
        text.rpartition(" :: ")[2]
        for text in about.get_all("Classifier") or ()
        if text.startswith("License :: ") and text.count(" :: ") > 1
    ]
    said = (about.get("License") or "").strip().splitlines()
    short = said[0] if said and len(said[0]) < 40 else ""
    return named or " OR ".join(_SHORT.get(one, one) for one in classes) or short or "not named"


def notice() -> str:
    """The lines for NOTICE: package, licence, and the extra that asks for it."""
    lines = []
    for name, (package, extra) in installed().items():
        asked_by = f" ({extra})" if extra else ""
        lines.append(f"{name + asked_by:<28} {licence_of(package)}")
    return "\n".join(lines) + "\n"


def sbom() -> str:
    """A bill of materials: every package with version, licence and package address."""
    import careerlattice

    components = []
    for name, (package, extra) in installed().items():
        address = f"pkg:pypi/{name}@{package.version}"
        licence = licence_of(package)
        is_expression = (
            bool(re.fullmatch(r"[A-Za-z0-9.+() -]+", licence)) and "named" not in licence
        )
        kind = {"expression": licence} if is_expression else {"license": {"name": licence}}
        components.append(
            {
                "type": "library", "name": name, "version": package.version, "purl": address,
                "bom-ref": address, "licenses": [kind],
                "properties": [{"name": "careerlattice:extra", "value": extra or "base"}],
            }
        )  # fmt: skip
    value = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application", "name": "careerlattice",
                "version": careerlattice.__version__,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            }
        },
        "components": components,
    }  # fmt: skip
    return json.dumps(value, indent=1) + "\n"


def lowest() -> str:
    """NAME==VERSION of each lower bound, for `pip install --constraint`."""
    lines = []
    for requirements in asked().values():
        for requirement in requirements:
            bound = next(one.version for one in requirement.specifier if one.operator == ">=")
            lines.append(f"{requirement.name}=={bound}")
    return "\n".join(sorted(lines)) + "\n"


def main() -> None:
    """Print or write what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--notice", action="store_true")
    parser.add_argument("--lowest", action="store_true")
    parser.add_argument("--sbom", type=Path)
    given = parser.parse_args()
    if given.notice:
        print(notice(), end="")
    if given.lowest:
        print(lowest(), end="")
    if given.sbom:
        given.sbom.write_text(sbom(), encoding="utf-8")


if __name__ == "__main__":
    main()
