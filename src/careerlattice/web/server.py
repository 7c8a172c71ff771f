"""Running the pages with Granian."""

from __future__ import annotations

import ipaddress
import logging
import os
from collections.abc import Callable

logger = logging.getLogger(__name__)
THREADS = 80
"""Threads of a worker: more than may work and wait in all lanes, so that refusing never waits."""
HEADERS_WITHIN_MS = 10_000
STOP_WITHIN_S = 10
"""How long requests at work may go on after the server was told to stop."""
LEAN = {
    "POLARS_MAX_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    # Polars' allocator gives back at once what reading a table took for a moment.
    "_RJEM_MALLOC_CONF": "dirty_decay_ms:0,muzzy_decay_ms:0,narenas:1",
}
ONE_HEAP = {-8: 1, -3: 128 * 1024, -1: 128 * 1024}
"""What glibc's `mallopt` is told, by its numbers: threads share one heap (M_ARENA_MAX); blocks from
128 KiB are mapped alone (M_MMAP_THRESHOLD) and that much free at its end goes back
(M_TRIM_THRESHOLD). Left to itself it lets both grow to the largest block ever freed."""


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the host.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def what_to_set(host: str) -> str:
    """What a person who opens the pages to others has to set; empty for this machine only."""
    if is_loopback(host):
        return ""
    missing = []
    if not os.environ.get("CAREERLATTICE_HOSTS"):
        missing.append(
            "CAREERLATTICE_HOSTS      the names people will type, for example careers.example.org\n"
            "                           (until it is set, only localhost is answered)"
        )
    if os.environ.get("CAREERLATTICE_HTTPS") != "1":
        missing.append(
            "CAREERLATTICE_HTTPS=1    once a proxy in front serves HTTPS; with it also\n"
            "  CAREERLATTICE_PROXY=1    (the proxy sets X-Forwarded-For and X-Forwarded-Proto)"
        )
    if not missing:
        return ""
    lines = "\n  ".join(missing)
    return f"{host} can be reached by other machines. Set in the environment:\n  {lines}\n"


def preload() -> None:
    """Import what every worker needs into this process, for workers forked from it to share.

    Where workers are not forked (macOS, Windows) nothing would be shared and nothing is done.
    """
    import multiprocessing

    if multiprocessing.get_start_method() != "fork":
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerlattice.web.settings")
    import django

    django.setup()
    from careerlattice.web.warm_up import warm_up_shared

    warm_up_shared()


def share_one_heap() -> None:
    """Let all threads of this process and its forks take memory from one heap, where glibc is used.

    Each thread's own heap would keep what its largest answer took: with 64 threads a worker grew by
    60 MB over 12,000 requests, with one heap by 15. Threads of Python seldom allocate at once, so
    none waits for it. Who set MALLOC_ARENA_MAX has decided otherwise.
    """
    import ctypes

    if "MALLOC_ARENA_MAX" in os.environ:
        return
    try:
        mallopt = ctypes.CDLL(None).mallopt
        for number, value in ONE_HEAP.items():
            mallopt(number, value)
    except (OSError, AttributeError, TypeError):
        logger.debug("This C library has no mallopt; threads keep heaps of their own.")


def check_settings() -> None:
    """Read the settings and the release once, so that what is wrong is said before anything starts.

    Raises `BadSetting` and `ReleaseError`.
    """
    from importlib import import_module

    from careerlattice.release.opening import Release

    import_module("careerlattice.web.settings")
    Release().check_files()


def run_server(
    host: str, port: int, workers: int, announce: Callable[[], None] | None = None
) -> None:
    """Serve the pages until stopped; `announce` is called when nothing stands in the way of it.

    Raises `OSError` when the port is taken, and what `check_settings` raises.
    """
    import socket

    from granian.constants import HTTPModes, Interfaces, Loops
    from granian.http import HTTP1Settings
    from granian.server import Server

    check_settings()
    # Granian's workers find a taken port late and one by one; asking first gives one clear message.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host.strip("[]"), port))
    if announce is not None:
        announce()
    # Pages ask many small questions at once: threads inside each would cost and win nothing.
    for name, value in LEAN.items():
        os.environ.setdefault(name, value)
    share_one_heap()
    preload()
    # Most of a worker's threads wait for a turn: Granian need not warn that there are many.
    logging.getLogger("_granian").addFilter(lambda said: "Python threads" not in said.getMessage())
    server = Server(
        "careerlattice.web.wsgi:application",
        address=host.strip("[]"),
        port=port,
        interface=Interfaces.WSGI,
        loop=Loops.asyncio,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS_WITHIN_MS),
        workers=workers,
        blocking_threads=THREADS,
        backlog=1024,
        log_access=False,
        log_enabled=True,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_WITHIN_S,
    )
    server.serve()
