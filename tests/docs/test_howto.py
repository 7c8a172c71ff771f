"""What the how-to pages show in Python runs as shown, and the Python reference is complete."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import careerlattice
from devtools.api_reference import GROUPS, reference

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs" / "how-to").glob("*.md"))
# Run by a type checker as a user would: nothing of ours may be untyped or of the wrong type.
PROGRAM = """
from careerlattice import EducationLevel, Goal, Limits, NotFound, PastJob, PlanRequest, Start
from careerlattice import Plan, open_lattice, open_planner, open_release


def cheapest(goal: str, budget: float) -> Plan | None:
    start = Start(PastJob("cashier", 12), education=EducationLevel.HIGH_SCHOOL)
    request = PlanRequest(start, Goal(goal), Limits(budget_usd=budget, study="part"), state="OH")
    try:
        answer = open_planner().plan(request)
    except NotFound as error:
        names: tuple[str, ...] = error.nearest
        print(names)
        return None
    return min(answer.plans, key=lambda plan: plan.cost_usd, default=None)


catalog = open_release()
pay: float | None = catalog.get_wage("registered nurse", "Ohio").p50.value
titles: list[str] = [move.to.title for move in open_lattice(catalog).moves("cashier")]
"""


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_python_shown_in_a_page_runs_as_shown(page: Path) -> None:
    found = doctest.testfile(
        str(page),
        module_relative=False,
        optionflags=doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL,
    )
    assert found.failed == 0


def test_the_reference_tells_every_public_name() -> None:
    page = (ROOT / "docs" / "reference" / "python.md").read_text(encoding="utf-8")
    fresh = reference()
    for name in careerlattice.__all__:
        assert name.startswith("__") or f"`{name}" in page, f"run: make reference ({name})"
    told = [line.partition(":")[0] for line in fresh.splitlines() if line.startswith("- `.")]
    missing = [line for line in told if line.partition("(")[0] not in page]
    assert not missing, "run: make reference"
    assert {name for _, names in GROUPS for name in names} <= {
        *careerlattice.__all__,
        "open_requirements",
        "EntryRequirements",
    }


@pytest.mark.slow
def test_a_program_of_a_user_holds_under_strict_types(tmp_path: Path) -> None:
    pytest.importorskip("mypy", reason="pip install mypy")
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", str(program)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    mine = [line for line in done.stdout.splitlines() if line.startswith(str(program))]
    assert not mine, "\n".join(mine)
