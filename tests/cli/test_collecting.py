"""A command that ends seldom looks for garbage; one that serves does as Python usually does."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from careerlattice.cli.collecting import SELDOM, collect_as_usual, collected_seldom


@pytest.fixture(autouse=True)
def _python_s_own() -> Iterator[None]:
    usual = gc.get_threshold()
    yield
    gc.set_threshold(*usual)
    gc.unfreeze()


def test_a_command_looks_seldom_and_not_once_more_at_its_end() -> None:
    with collected_seldom():
        assert gc.get_threshold()[0] == SELDOM
        assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_a_command_that_serves_collects_as_python_does() -> None:
    usual = gc.get_threshold()
    with collected_seldom():
        collect_as_usual()
        assert gc.get_threshold() == usual
