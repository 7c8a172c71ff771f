"""The app as a whole: what starting loads, help screens, and values that cannot be read."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from typing import Any

import pytest
from typer.main import get_command, get_group
from typer.testing import CliRunner

from careerlattice.cli.commands import App
from careerlattice.cli.main import MODULES, app
from careerlattice.cli.plan_options import PlanOptions
from careerlattice.plan.request import PastJob
from devtools.cli_reference import list_commands, options_of

runner = CliRunner()
COMMANDS = list_commands()
NAMES = [name for name, _ in COMMANDS]


def _help(name: str, width: int = 80) -> str:
    result = runner.invoke(app, [*name.split(), "--help"], env={"COLUMNS": str(width)})
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("module", MODULES)
def test_each_module_has_the_commands_that_are_looked_for_in_it(module: str) -> None:
    part = App()
    importlib.import_module(f"careerlattice.cli.{module}").register(part)
    part.callback()(lambda: None)
    assert tuple(get_group(part).commands) == MODULES[module]


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [("--help",), ("search", "nurse"), ("show", "29-1141")])
def test_a_command_loads_neither_pydantic_nor_the_other_commands(
    arguments: tuple[str, ...], shipped_release: object
) -> None:
    code = (
        "import sys\nfrom careerlattice.cli.main import app\n"
        f"try:\n    app({list(arguments)!r})\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert not loaded & {"pydantic", "typer.rich_utils", "rich.markdown"}
    assert ("careerlattice.cli.plan" in loaded) == (arguments == ("--help",))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_first_screen_names_every_command_and_fits(width: int) -> None:
    text = _help("", width)
    for names in MODULES.values():
        for name in names:
            assert f"│ {name} " in text, name
    assert all(len(line) <= width for line in text.splitlines())


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=NAMES)
def test_a_help_screen_says_usage_and_every_option(name: str, command: Any) -> None:
    text = _help(name)
    assert f"Usage: careerlattice {name}" in " ".join(text.split()).replace("root", "careerlattice")
    for option in options_of(command):
        assert option in text, option
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "…│" not in text, "nothing is clipped"


def test_plan_explain_and_report_take_the_same_question() -> None:
    commands = dict(COMMANDS)
    plan = set(options_of(commands["plan"])) - {"--show", "--json", "--trace", "--release"}
    assert "--goal-pay" in plan
    assert plan <= set(options_of(commands["explain"]))
    assert plan <= set(options_of(commands["report"]))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("search", "nurse", "--limit", "many"), "'many' is not a whole number from 1 to 100."),
        (("search", "nurse", "--limit", "101"), "'101' is not a whole number from 1 to 100."),
        (("search", "nurse", "--limit", "2.5"), "'2.5' is not a whole number from 1 to 100."),
        (
            ("plan", "--from", "cook", "--to", "baker", "--budget", "-3"),
            "--budget: '-3' is not an amount of dollars. Write it like 5,000 or 5k.",
        ),
        (("plan", "--from", "cook", "--goal-pay", "18"), "--goal-pay: '18' is too little for"),
        (("plan", "--from", "cook", "--to", "baker", "--horizon", "99"), "from 1 to 45"),
        (("plan", "--goal-growth", "nan"), "'nan' is not a number."),
        (("plan", "--goal-pay", "6,00"), "--goal-pay: '6,00' is not an amount of dollars."),
        (("serch", "nurse"), "Did you mean 'search'"),
        (("search",), "Missing argument"),
        (("show", "nurse", "--stat", "OH"), "Possible options: --state"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(words: tuple[str, ...], says: str) -> None:
    result = runner.invoke(app, list(words), env={"COLUMNS": "120"})
    assert result.exit_code == 2
    assert says in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("typed", ["$60,000", "60,000", "60000.0", "60k", "$5,000 a month"])
def test_dollars_may_be_written_as_people_write_them(typed: str) -> None:
    asked = PlanOptions(from_=["cook"], goal_pay=typed, pay=typed, min_pay=typed).request()
    assert asked.goal.min_pay_usd == 60_000.0
    assert asked.start.pay_usd == 60_000.0
    assert asked.limits.min_pay_usd == 60_000.0


def test_who_has_no_job_may_say_so_and_name_the_last_one() -> None:
    asked = PlanOptions(from_=["unemployed", "cook"], months_in_job=[3, 24], to="baker").request()
    assert asked.start.job is None
    assert asked.start.past == (PastJob("cook", 24),)


def test_lists_and_files_come_as_they_are_declared() -> None:
    command = get_command(app).get_command(None, "plan")  # type: ignore[attr-defined]
    words = ["--from", "cashier", "--from", "cook", "--months-in-job", "12", "--profile", "me.json"]
    with command.make_context("plan", words) as context:
        assert context.params["from_"] == ["cashier", "cook"]
        assert context.params["months_in_job"] == [12.0]
        assert context.params["profile"].name == "me.json"
        assert context.params["to"] is None
        assert context.params["max_job_changes"] == 4


def test_no_address_is_told_where_a_setting_is_wrong() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "careerlattice", "serve", "--port", "8799"],
        env={**os.environ, "CAREERLATTICE_PLANS_A_MINUTE": "many"},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode != 0
    assert "CAREERLATTICE_PLANS_A_MINUTE" in ran.stderr
    assert "Careerlattice is at" not in ran.stdout
