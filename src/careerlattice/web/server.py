"""Running the pages with Granian."""

from __future__ import annotations

import ipaddress
import os
import secrets

LEAN = {"POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1"}


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
    if not os.environ.get("CAREERLATTICE_SECRET_KEY"):
        missing.append(
            "CAREERLATTICE_SECRET_KEY 50 random characters, the same at every start\n"
            "                           (python -c 'import secrets; "
            "print(secrets.token_urlsafe(40))')"
        )
    if os.environ.get("CAREERLATTICE_HTTPS") != "1":
        missing.append(
            "CAREERLATTICE_HTTPS=1    once a proxy in front serves HTTPS; with it also\n"
            "  CAREERLATTICE_PROXY=1    (the proxy sets X-Forwarded-For and X-Forwarded-Proto)\n"
            "  CAREERLATTICE_ORIGINS    https://careers.example.org"
        )
    if not missing:
        return ""
    lines = "\n  ".join(missing)
    return f"{host} can be reached by other machines. Set in the environment:\n  {lines}\n"


def preload() -> None:
    """Import what every worker needs into this process, for workers forked from it to share.

    Only what starts no threads: the compiled search, Django and the libraries. The release is
    opened by each worker, since Polars' threads would not outlive a fork. Where workers are not
    forked (macOS, Windows) nothing would be shared and nothing is done.
    """
    import gc
    import multiprocessing

    if multiprocessing.get_start_method() != "fork":
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerlattice.web.settings")
    import django

    from careerlattice.plan.planner import warm_search

    django.setup()
    import careerlattice.web.urls  # noqa: F401

    warm_search()
    gc.collect()
    # A collection in a worker must not touch, and so copy, what it shares with the others.
    gc.freeze()


def run_server(host: str, port: int, workers: int) -> None:
    """Serve the pages until stopped. Raises `OSError` when the port is taken."""
    import socket

    from granian.constants import Interfaces, Loops
    from granian.server import Server

    # Granian's workers find a taken port late and one by one; asking first gives one clear message.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host.strip("[]"), port))
    # Pages ask many small questions at once: threads inside each would cost and win nothing.
    for name, value in LEAN.items():
        os.environ.setdefault(name, value)
    # Workers are processes of their own: form tokens signed by one must hold in the other.
    os.environ.setdefault("CAREERLATTICE_SECRET_KEY", secrets.token_urlsafe(48))
    preload()
    server = Server(
        "careerlattice.web.wsgi:application",
        address=host.strip("[]"),
        port=port,
        interface=Interfaces.WSGI,
        loop=Loops.asyncio,
        workers=workers,
        blocking_threads=2,
        backlog=1024,
        log_access=False,
        log_enabled=True,
        websockets=False,
        respawn_failed_workers=True,
    )
    server.serve()
