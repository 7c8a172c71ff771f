"""The command line and every file it reads: odd outputs, devices, hostile files, forks, memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from careerlattice.assess.session import InterestSession
from careerlattice.build.assignment import read_assignment
from careerlattice.catalog.catalog import Catalog
from careerlattice.errors import CareerlatticeError
from careerlattice.exchange.json_resume import from_json_resume
from careerlattice.exchange.title_list import read_title_rows
from careerlattice.match.titles.learning import learned_titles
from careerlattice.profile.files import load_profile
from careerlattice.release.own_facts import OwnFacts
from careerlattice.sources.location import Location

Run = Callable[..., subprocess.CompletedProcess[str]]
DOORS: dict[str, Callable[[Catalog, Path], object]] = {
    "profile": lambda _, path: load_profile(path),
    "answers": lambda _, path: InterestSession.load(path),
    "résumé": from_json_resume,
    "titles": lambda _, path: read_title_rows(path),
    "coded titles": learned_titles,
    "assignment": lambda _, path: read_assignment(path),
}
HOSTILE = {
    "empty": b"",
    "binary": bytes(range(256)) * 8,
    "brackets": b"[" * 200_000,
    "braces": b'{"a":' * 100_000,
    "digits": b'{"format": ' + b"9" * 10_000 + b"}",
    "infinity": b'{"version": 1e309}',
    "surrogates": b'{"name": "\\ud800"}',
    "quotation": b'title,onet_soc_code\n"open',
    "nothing": b"title\x00,code\n",
    "long cell": b"title,onet_soc_code\n" + b"x" * 200_000 + b",29-1141.00\n",
    "more cells": b"title,onet_soc_code\nnurse,29-1141.00,and,more\n",
    "latin": "title,onet_soc_code\nrésumé,29-1141.00\n".encode("latin-1"),
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_answered_or_refused_in_words(
    catalog: Catalog, tmp_path: Path, door: str, data: bytes
) -> None:
    path = tmp_path / "given.csv"
    path.write_bytes(data)
    said = ""
    try:
        DOORS[door](catalog, path)
    except CareerlatticeError as error:
        said = str(error)
    assert len(said) < 1_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
@pytest.mark.parametrize("door", DOORS)
def test_devices_and_pipes_are_not_read(catalog: Catalog, tmp_path: Path, door: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (Path("/dev/zero"), tmp_path / "pipe"):
        with pytest.raises(CareerlatticeError, match=r"no regular file"):
            DOORS[door](catalog, path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_own_facts_are_regular_files(catalog: Catalog, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "wages.csv")
    facts = OwnFacts(tmp_path)
    with pytest.raises(CareerlatticeError, match=r"no regular file"):
        facts.apply("wages", catalog.release.published("wages"), catalog.release.published)


def test_a_member_of_an_archive_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Skills.txt", b"x" * 2_000_000)
    monkeypatch.setattr("careerlattice.sources.location.LARGEST_BYTES", 1_000_000)
    with pytest.raises(CareerlatticeError, match=r"more than 1,000,000 bytes"):
        Location.of(tmp_path / "all.zip").read("Skills.txt")


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "latin-1"])
def test_any_encoding_of_the_output(run: Run, encoding: str) -> None:
    shown = run("show", "29-1141.00", PYTHONIOENCODING=encoding)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Registered Nurses" in shown.stdout


@pytest.mark.slow
def test_json_is_the_same_in_any_encoding(run: Run) -> None:
    told = [
        run("search", "nurse", "--json", PYTHONIOENCODING=encoding).stdout
        for encoding in ("ascii", "utf-8")
    ]
    assert json.loads(told[0]) == json.loads(told[1])


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the shell's redirections are tried on Linux")
@pytest.mark.parametrize(
    ("words", "shell", "code", "said"),
    [
        (("search", "nurse", "--json"), ">&-", 3, "closed"),
        (("--help",), ">/dev/full", 3, "No space left on device"),
        (("search", "nurse"), ">/dev/full", 3, "No space left on device"),
        (("show", "29-1141.00"), "| head -1; exit ${PIPESTATUS[0]}", 0, ""),
        (("--help",), "2>&-", 0, ""),
    ],
)
def test_outputs_that_take_nothing(
    run: Run, words: tuple[str, ...], shell: str, code: int, said: str
) -> None:
    done = run(*words, shell=shell)
    assert (done.returncode, said in done.stderr) == (code, True)
    assert "Traceback" not in done.stderr + done.stdout
    assert "Exception ignored" not in done.stderr


@pytest.mark.parametrize("columns", ["0", "1", "x"])
def test_a_terminal_without_width_is_written_to(run: Run, columns: str) -> None:
    assert "Usage" in run("--help", COLUMNS=columns).stdout


def test_a_setting_or_release_that_is_wrong_ends_serving_in_a_sentence(run: Run) -> None:
    for name, value, code in (
        ("CAREERLATTICE_PLANS_A_MINUTE", "0", 2),
        ("CAREERLATTICE_RELEASE", "/nowhere", 3),
    ):
        done = run("serve", "--port", "8999", **{name: value})
        assert done.returncode == code
        assert value in done.stderr
        assert "Traceback" not in done.stderr


FORKED = """
import os, signal
from careerlattice.catalog.catalog import open_release
from careerlattice.errors import ReleaseError
catalog = open_release()
catalog.release.table("wages").filter(catalog.release.table("wages")["p50"] > 1)
if os.fork() == 0:
    signal.alarm(20)
    try:
        catalog.release.table("wages")
    except ReleaseError as error:
        os._exit(7 if "spawn" in str(error) else 8)
    os._exit(9)
raise SystemExit(os.waitstatus_to_exitcode(os.wait()[1]))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")
def test_a_child_forked_after_use_is_told() -> None:
    done = subprocess.run([sys.executable, "-c", FORKED], check=False, timeout=60)
    assert done.returncode == 7


# The peak is read as VmHWM: `ru_maxrss` outlives exec, so that a child of a test worker that has
# grown to a gigabyte would report the worker's.
BOUNDED = """
import sys
from pathlib import Path
from careerlattice.cli.main import run
try:
    run()
finally:
    status = Path("/proc/self/status").read_text()
    print(int(status.split("VmHWM:")[1].split()[0]) // 1024, file=sys.stderr)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured on Linux")
@pytest.mark.parametrize(
    "words",
    [
        ("match", "--profile", "/dev/zero"),
        ("match", "--profile", "{big}"),
        ("data", "info", "--release", "{deep}"),
        ("code-titles", "{big}"),
        ("search", "x" * 100_000),
    ],
    ids=lambda words: " ".join(words)[:30],
)
def test_no_command_takes_a_gigabyte(tmp_path: Path, words: tuple[str, ...]) -> None:
    big = tmp_path / "big.json"
    with big.open("wb") as file:
        file.truncate(10 * 1024**3)
    (tmp_path / "release.json").write_text("[" * 200_000)
    asked = [word.format(big=big, deep=tmp_path) for word in words]
    done = subprocess.run(
        [sys.executable, "-c", BOUNDED, *asked], capture_output=True, text=True, check=False,
        timeout=120,
    )  # fmt: skip
    lines = done.stderr.strip().splitlines()
    assert int(lines[-1]) < 1_024
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1, 2, 3)
