"""What the command line says of an error: the option, what is wrong, and what may be meant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from careerlattice.cli.errors import OPTIONS, message_of, option_of
from careerlattice.cli.main import app
from careerlattice.errors import Ambiguous, BadRequest, NotFound


@pytest.fixture
def options() -> Iterator[None]:
    """A command with a few options runs."""
    named = {"max_months": "--max-months", "budget": "--budget", "to": "--to", "from_": "--from"}
    token = OPTIONS.set(named)
    yield
    OPTIONS.reset(token)


@pytest.mark.parametrize(
    ("field", "option"),
    [
        ("max_months", "--max-months"),
        ("limits.max_months", "--max-months"),
        ("limits.budget_usd", "--budget"),
        ("goal", "--to"),
        ("goal.occupation", "--to"),
        ("start.job", "--from"),
        ("start.past", "--from"),
        ("weather", ""),
        ("", ""),
    ],
)
def test_a_field_of_a_question_has_its_option(options: None, field: str, option: str) -> None:
    assert option_of(field) == option


def test_the_option_stands_before_the_message(options: None) -> None:
    error = BadRequest("Months are at least 1.", field="limits.max_months")
    assert message_of(error) == "--max-months: Months are at least 1."


def test_an_option_that_is_named_already_is_not_named_twice(options: None) -> None:
    error = BadRequest("Give --max-months of at least 1.", field="limits.max_months")
    assert message_of(error) == str(error)


def test_a_field_without_an_option_leaves_the_message_as_it_is(options: None) -> None:
    assert message_of(BadRequest("No.", field="weather")) == "No."


def test_the_nearest_names_are_offered_last() -> None:
    error = NotFound("pathway", "nursng", ["Nursing", "Nurse's aide work"], "Names are in English.")
    assert message_of(error) == (
        "No pathway is called 'nursng'. Names are in English. Did you mean 'Nursing' or "
        '"Nurse\'s aide work"?'
    )


def test_a_question_is_asked_behind_its_option(options: None) -> None:
    choices = (("53-3032.00", "Truck Drivers"), ("53-3054.00", "Taxi Drivers"))
    error = Ambiguous("occupation", "driver", choices, field="goal")
    assert message_of(error) == (
        "--to: 'driver' could mean 'Truck Drivers' or 'Taxi Drivers'. Which one?"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("match", "-i", "1,2,3", "--state", "OH"), "Error: --interests: '1,2,3'"),
        (("match", "-e", "bachelor", "-s", "TX", "-m", "Columbus, OH"), "Error: --metro: "),
        (("show", "nurse", "-s", "TX", "-m", "Columbus, OH"), "Error: --metro: "),
        (("match", "-i", "1,2,3,4,5,6", "--zone", "1-9"), "Error: --zone: Job zones run from 1"),
    ],
)
def test_a_command_names_its_own_option(words: tuple[str, ...], said: str) -> None:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())


def test_a_question_names_the_option_it_is_about() -> None:
    result = CliRunner().invoke(app, ["plan", "--from", "driver", "--to", "accountant"])
    assert result.exit_code == 1
    assert "Error: --from: 'driver' could mean 'Heavy and" in " ".join(result.output.split())
