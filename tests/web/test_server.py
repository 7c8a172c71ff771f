"""What workers share with the process they are forked from."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

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


HEAPS = """
import ctypes, os, sys, threading
from careerlattice.web.server import share_one_heap

share_one_heap()
libc = ctypes.CDLL(None)
libc.malloc.restype = libc.fopen.restype = ctypes.c_void_p
libc.free.argtypes = libc.fclose.argtypes = [ctypes.c_void_p]
libc.malloc_info.argtypes = [ctypes.c_int, ctypes.c_void_p]
together = threading.Barrier(8)

def take() -> None:
    libc.free(libc.malloc(1_000))
    together.wait()

def heaps() -> int:
    told = libc.fopen(sys.argv[1].encode(), b"w")
    libc.malloc_info(0, told)
    libc.fclose(told)
    with open(sys.argv[1]) as file:
        return file.read().count("<heap nr=")

if os.fork() == 0:
    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    os._exit(heaps())
_pid, status = os.wait()
print(os.waitstatus_to_exitcode(status))
"""


@pytest.mark.skipif(
    not hasattr(ctypes.CDLL(None), "malloc_info"), reason="this C library is not glibc"
)
@pytest.mark.parametrize(("setting", "most"), [(None, 1), ("4", 4)])
def test_threads_of_a_worker_share_a_heap(tmp_path: Path, setting: str | None, most: int) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "MALLOC_ARENA_MAX"}
    if setting:
        environment["MALLOC_ARENA_MAX"] = setting
    done = subprocess.run(
        [sys.executable, "-c", HEAPS, str(tmp_path / "heaps.xml")],
        env=environment, timeout=60, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert int(done.stdout) == most
