"""What tests of plans share: the shipped release's catalog, arrays and planner, and the checker."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from careerlattice.catalog.catalog import Catalog
from careerlattice.lattice.arrays.stored import LatticeArrays
from careerlattice.lattice.lattice import open_lattice
from careerlattice.plan.answer import PlanAnswer
from careerlattice.plan.planner import Planner


def load_beside(name: str) -> ModuleType:
    """A module of this folder, which pytest's import mode does not put on the path."""
    key = f"plan_tests_{name}"
    if key not in sys.modules:
        spec = importlib.util.spec_from_file_location(key, Path(__file__).parent / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[key] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[key])
    return sys.modules[key]


@pytest.fixture(scope="session")
def catalog(shipped_catalog: Catalog) -> Catalog:
    return shipped_catalog


@pytest.fixture(scope="session")
def arrays(catalog: Catalog) -> LatticeArrays:
    return open_lattice(catalog).arrays


@pytest.fixture(scope="session")
def planner(catalog: Catalog, arrays: LatticeArrays) -> Planner:
    return Planner(catalog, arrays)


@pytest.fixture(scope="session")
def checker_module() -> ModuleType:
    return load_beside("checker")


@pytest.fixture(scope="session")
def objections(
    catalog: Catalog, arrays: LatticeArrays, checker_module: ModuleType
) -> Callable[[PlanAnswer], list[str]]:
    """What both checkers object to in an answer."""
    checkers = (
        load_beside("entry_checker").EntryChecker(catalog, arrays),
        checker_module.Checker(catalog, arrays),
    )
    return lambda answer: [text for checker in checkers for text in checker.check(answer)]


@pytest.fixture(scope="session")
def requests_module() -> ModuleType:
    return load_beside("draw_requests")


@pytest.fixture(scope="session")
def brute_force() -> ModuleType:
    return load_beside("brute_force")
