"""`assess` and `profile` on the command line: answers are never lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from careerlattice.assess.session import InterestSession
from careerlattice.cli import assess, match, profile
from careerlattice.profile.files import load_profile

app = typer.Typer()
for module in (match, assess, profile):
    module.register(app)
runner = CliRunner()


def run(*words: str, code: int = 0, typed: str | None = None) -> str:
    result = runner.invoke(app, list(words), input=typed)
    assert result.exit_code == code, result.output
    return result.output


def test_a_whole_form_gives_scores_and_a_profile(tmp_path: Path) -> None:
    out, me = tmp_path / "a.json", tmp_path / "me.json"
    shown = run(
        "assess", "interests", "--form", "short", "--out", str(out), "--profile", str(me),
        typed="4\n2\n0\n1\n3\n2\n" * 5,
    )  # fmt: skip
    assert "Question 30 of 30" in shown
    assert "provisional" in shown
    interests = load_profile(me).interests
    assert interests is not None
    assert interests.scores == (40, 20, 0, 10, 30, 20)
    assert (interests.method, interests.answered) == ("short", 30)
    assert InterestSession.load(out).is_finished


def test_stopping_keeps_the_answers_and_resume_goes_on(tmp_path: Path) -> None:
    out = str(tmp_path / "a.json")
    shown = run(
        "assess", "interests", "--form", "short", "--out", out, typed="4\nx\n2\nq\n", code=130
    )
    assert "'x' is not an answer" in shown
    assert "2 answers are kept" in shown
    assert run("assess", "interests", "--out", out, code=2).count("already holds answers") == 1
    run("assess", "interests", "--out", out, "--resume", typed="1\nb\n3\n", code=130)
    assert list(InterestSession.load(out).answers.values()) == [4, 2, 3]
    told = run("assess", "interests", "--out", out, "--resume", "--json", typed="1\n" * 27)
    assert json.loads(told[told.index("{") :])["answered"] == 30


def test_the_adaptive_form_stops_by_itself(tmp_path: Path) -> None:
    out = tmp_path / "a.json"
    run("assess", "interests", "--out", str(out), typed="4\n0\n2\n" * 20)
    assert 12 <= InterestSession.load(out).answered <= 30


def test_a_form_that_does_not_exist_and_a_broken_file(tmp_path: Path) -> None:
    assert "no form 'long'" in run("assess", "interests", "--form", "long", code=2)
    broken = tmp_path / "a.json"
    broken.write_text("{")
    assert "line 1" in run("assess", "interests", "--resume", "--out", str(broken), code=2)


def test_skills_are_written_one_by_one(tmp_path: Path) -> None:
    me = str(tmp_path / "me.json")
    shown = run("assess", "skills", "--profile", me, typed="3\n9\n5.5\n\nq\n", code=130)
    assert "'9' is not a level" in shown
    assert list(load_profile(me).skills.values()) == [3, 5.5]
    run("assess", "skills", "--profile", me, "--only-missing", typed="1\nq\n", code=130)
    assert len(load_profile(me).skills) == 3


@pytest.mark.slow
def test_import_show_confirm_and_levels_from_work(tmp_path: Path) -> None:
    titles, me = tmp_path / "t.txt", str(tmp_path / "me.json")
    titles.write_text("Bakers\nforklift driver\n")
    shown = run("profile", "import", str(titles), "--out", me)
    assert "2 guesses to confirm" in shown
    assert "to confirm" in run("profile", "show", me)
    run("profile", "confirm", me, typed="1\n7\n0\n")
    work = load_profile(me).work
    assert (work[0].confirmed, work[0].onet_soc_code) == (True, "51-3011.00")
    assert (work[1].confirmed, work[1].onet_soc_code) == (False, None)
    run("assess", "skills", "--profile", me, "--from-work")
    assert load_profile(me).skills_basis == "from work"
    assert "exists already" in run("profile", "import", str(titles), "--out", me, code=2)


def test_a_new_profile(tmp_path: Path) -> None:
    me = str(tmp_path / "me.json")
    run("profile", "new", me, "--education", "ged", "--state", "Ohio", "--name", "Lu")
    assert "high school or GED" in run("profile", "show", me)
    assert load_profile(me).place.state == "OH"
    assert "exists already" in run("profile", "new", me, code=2)
    assert "is not a state" in run("profile", "new", me + "2", "--state", "Ohoi", code=2)
