"""A client generated from `/openapi.json` by a public generator type-checks and reads a plan."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import Client

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("generated client")]

# It asks for an older Typer than the command line does, so that it gets a folder of its own.
GENERATOR = "openapi-python-client>=0.26,<1"

PROGRAM = '''\
"""A program of someone else's that reads a plan."""

from typing import Any

from careerlattice_client import Client
from careerlattice_client.api.default import plan
from careerlattice_client.models import PlanAnswer, PlanPage


def quickest(**transport: Any) -> tuple[str, int, float]:
    """The last step, tuition and months of the quickest route."""
    with Client(base_url="http://localhost", httpx_args=transport) as client:
        page = plan.sync(client=client, from_="cashier", to="electrician", state="TX")
    assert isinstance(page, PlanPage)
    answer = page.data.answer
    assert isinstance(answer, PlanAnswer)
    best = min(answer.plans, key=lambda one: one.months)
    title: str = best.steps[-1].title
    tuition: int = best.cost_usd
    return title, tuition, best.months
'''
WRONG = PROGRAM.replace("best.cost_usd", "best.tuition")


@pytest.fixture(scope="module")
def generator(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the generator and what it needs, kept between runs where pytest has a cache."""
    cache = getattr(pytestconfig, "cache", None)  # absent under -p no:cacheprovider
    kept = cache.mkdir("client-generator") if cache else tmp_path_factory.mktemp("generator")
    whole = kept / "whole"
    if not whole.is_dir():
        # Moved there when all of it is there: another run may look at the same moment.
        made = tmp_path_factory.mktemp("generator-made")
        installed = run(
            "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1",
            "--target", str(made / "whole"), GENERATOR, folder=made,
        )  # fmt: skip
        if installed.returncode != 0:
            pytest.skip(f"no package index gave {GENERATOR}: {installed.stderr[-300:]}")
        with contextlib.suppress(FileExistsError, shutil.Error):
            shutil.move(made / "whole", whole)
    return whole


@pytest.fixture(scope="module")
def generated(client: Client, generator: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the generated client and a program that uses it."""
    folder = tmp_path_factory.mktemp("generated")
    document = folder / "openapi.json"
    document.write_bytes(client.get("/openapi.json").content)
    done = run(
        "openapi_python_client", "generate", "--path", document.name, "--meta", "none",
        "--output-path", "careerlattice_client", folder=folder, path=generator,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Unable to" not in done.stdout
    (folder / "program.py").write_text(PROGRAM, encoding="utf-8")
    (folder / "wrong.py").write_text(WRONG, encoding="utf-8")
    return folder


def run(
    module: str, *arguments: str, folder: Path, path: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """A module of Python's, of those in `path` first, run in a folder."""
    environment = {**os.environ, "MYPYPATH": str(folder), "COLUMNS": "200"}
    if path is not None:
        # The generator calls ruff, which came with it.
        environment["PYTHONPATH"] = str(path)
        environment["PATH"] = os.pathsep.join((str(path / "bin"), environment["PATH"]))
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_program_that_reads_a_plan_is_checked_by_its_types(generated: Path) -> None:
    # What is made of our document is checked; the generator's own transport is not ours to mend.
    strictly = ("--strict", "--follow-imports=silent")
    made = ("careerlattice_client/models", "careerlattice_client/api")
    checked = run("mypy", *strictly, "program.py", *made, folder=generated)
    assert checked.returncode == 0, checked.stdout
    wrong = run("mypy", *strictly, "wrong.py", folder=generated)
    assert 'has no attribute "tuition"' in wrong.stdout


def test_it_reads_what_the_page_says(
    client: Client, generated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import httpx

    monkeypatch.syspath_prepend(str(generated))
    import program  # type: ignore[import-not-found]

    found = program.quickest(transport=httpx.WSGITransport(app=get_wsgi_application()))
    body = client.get("/plan.json?from=cashier&to=electrician&state=TX").json()
    best = min(body["data"]["answer"]["plans"], key=lambda plan: plan["months"])
    assert found == (best["steps"][-1]["title"], best["cost_usd"], best["months"])


def test_every_page_has_its_function(generated: Path) -> None:
    functions = {
        path.stem for path in (generated / "careerlattice_client/api/default").glob("*.py")
    }
    from careerlattice.web.urls import PAGES

    assert {page.make.__name__ for _path, page in PAGES} <= functions
