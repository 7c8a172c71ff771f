"""What the content says of entering occupations, read once for all tests of the build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from careerlattice.build.entry_files import Block, read_blocks
from careerlattice.build.state_rules import StateRule, read_state_rules


@pytest.fixture(scope="session")
def blocks() -> dict[str, Block]:
    return read_blocks()


@pytest.fixture(scope="session")
def rules(blocks: dict[str, Block]) -> list[StateRule]:
    return read_state_rules(blocks)


@pytest.fixture(scope="session")
def given(rules: list[StateRule]) -> Callable[[str, str], Mapping[str, Any]]:
    """What is written of a state for a code, by code and state."""

    def of(code: str, state: str) -> Mapping[str, Any]:
        return next(rule.given for rule in rules if code in rule.codes and rule.state == state)

    return of
