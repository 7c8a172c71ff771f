"""What is depended on: no copyleft for everybody, a lock that holds all, bounds that are told."""

from __future__ import annotations

import json
import re
from pathlib import Path

from packaging.utils import canonicalize_name

from devtools.dependencies import asked, installed, licence_of, lowest, notice

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements" / "dev.lock").read_text(encoding="utf-8")


def test_no_package_of_the_base_install_is_copyleft() -> None:
    base = {
        name: licence_of(package) for name, (package, extra) in installed().items() if not extra
    }
    assert {name for name, licence in base.items() if "GPL" in licence} == set()
    assert {name for name, licence in base.items() if licence == "not named"} == set()


def test_notice_names_every_package_with_its_licence() -> None:
    told = (ROOT / "NOTICE").read_text(encoding="utf-8")
    named = {line.split()[0] for line in told.splitlines() if line[:1].islower()}
    assert {line.split()[0] for line in notice().splitlines()} <= named


def test_the_lock_holds_every_requirement_with_hashes_and_no_address() -> None:
    pinned = re.findall(r"^([a-z0-9.-]+)(?:\[[^]]*\])?==\S+.*\\$", LOCK, re.MULTILINE)
    wanted = {canonicalize_name(one.name) for group in asked().values() for one in group}
    assert wanted <= set(pinned)
    assert LOCK.count("--hash=sha256:") >= len(pinned) > 50
    assert "://" not in LOCK


def test_the_lowest_versions_are_those_of_the_project() -> None:
    assert (ROOT / "requirements" / "lowest.txt").read_text(encoding="utf-8") == lowest()


def test_the_bill_of_materials_lists_what_the_wheel_needs() -> None:
    bill = json.loads((ROOT / "requirements" / "sbom.cdx.json").read_text(encoding="utf-8"))
    listed = {component["name"] for component in bill["components"]}
    wanted = {canonicalize_name(one.name) for group in asked().values() for one in group}
    assert wanted <= listed
