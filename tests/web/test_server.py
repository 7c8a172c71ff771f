"""What workers share with the process they are forked from."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys

import pytest

FORKED = """
import os
from careerlattice.web.server import preload
from careerlattice.web.app_state import served_catalog

preload()
assert served_catalog.cache_info().currsize == 0, "the release is opened by each worker"
if os.fork() == 0:
    wage = served_catalog().get_wage(served_catalog().codes[0])
    os._exit(0 if wage.p50.value else 1)
_pid, status = os.wait()
raise SystemExit(os.waitstatus_to_exitcode(status))
"""


@pytest.mark.slow
@pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="workers are not forked on this system"
)
def test_a_forked_worker_reads_tables() -> None:
    """Threads do not outlive a fork: had the parent used Polars, this would wait for ever."""
    done = subprocess.run(
        [sys.executable, "-c", FORKED], timeout=60, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
