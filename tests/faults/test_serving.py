"""A server of its own: forms sent a byte a second, half a header, killed processes, a flood."""

from __future__ import annotations

import http.client
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

pytest.importorskip("granian")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="addresses and processes of Linux"),
    pytest.mark.xdist_group("serving"),
]


@dataclass
class Served:
    """A running server: its port, its processes."""

    port: int
    main: subprocess.Popen[bytes]
    log: Path

    def get(self, path: str, source: str = "127.0.0.1", method: str = "GET") -> int:
        """The status of an answer, asked for from an address of this machine."""
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=30, source_address=(source, 0)
        )
        try:
            connection.request(method, path)
            return connection.getresponse().status
        finally:
            connection.close()

    def workers(self) -> list[int]:
        """The processes that answer."""
        children = Path(f"/proc/{self.main.pid}/task/{self.main.pid}/children").read_text()
        return [int(child) for child in children.split()]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Served]]:
    """Starts a server; all end with the tests."""
    started: list[Served] = []

    def start() -> Served:
        port = _free_port()
        log = tmp_path_factory.mktemp("serve") / "log"
        command = "from careerlattice.cli.main import run; run()"
        with log.open("wb") as file:
            main = subprocess.Popen(
                [sys.executable, "-c", command, "serve", "--port", str(port), "--workers", "1"],
                stdout=file, stderr=file, start_new_session=True,
            )  # fmt: skip
        served = Served(port, main, log)
        started.append(served)
        until = time.monotonic() + 120
        while time.monotonic() < until:
            with suppress(OSError, http.client.HTTPException):
                if served.get("/health") == 200:
                    return served
            time.sleep(0.2)
        raise AssertionError(log.read_text())

    yield start
    for served in started:
        with suppress(ProcessLookupError):
            os.killpg(served.main.pid, signal.SIGKILL)
        served.main.wait()


@pytest.fixture(scope="module")
def served(serve: Callable[[], Served]) -> Served:
    """One server for the tests that leave it as it was."""
    return serve()


def _begin_form(served: Served, path: str = "/methods") -> socket.socket:
    sender = socket.create_connection(("127.0.0.1", served.port), 30)
    sender.sendall(
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n".encode()
        + b"Cookie: csrftoken="
        + b"a" * 32
        + b"\r\n\r\nx"
    )
    return sender


def test_forms_sent_slowly_are_refused_unread(served: Served) -> None:
    senders = [_begin_form(served) for _ in range(16)]
    begun = time.monotonic()
    assert {sender.recv(12) for sender in senders} == {b"HTTP/1.1 405"}
    assert served.get("/search?q=nurse", "127.0.0.9") == 200
    assert time.monotonic() - begun < 10, "nobody waits for what is not read"
    for sender in senders:
        sender.close()


def test_a_list_sent_slowly_is_not_waited_for(served: Served) -> None:
    """Who stalls holds one place for lists, and nobody else notices."""
    senders = [_begin_form(served, "/class") for _ in range(8)]
    ready, _, _ = select.select(senders, [], [], 20)
    until = time.monotonic() + 20
    while len(ready) < 7 and time.monotonic() < until:
        ready, _, _ = select.select(senders, [], [], 1)
        time.sleep(0.05)
    assert [sender.recv(12) for sender in ready] == [b"HTTP/1.1 503"] * 7
    begun = time.monotonic()
    for number in range(10):
        assert served.get(f"/search?q=cook+{number}", "127.0.0.9") in (200, 404)
    assert time.monotonic() - begun < 10
    for sender in senders:
        sender.close()


@pytest.mark.parametrize(
    ("method", "status"), [("OPTIONS", 204), ("TRACE", 405), ("DELETE", 405), ("HEAD", 200)]
)
@pytest.mark.parametrize("path", ["/", "/suggest?q=n", "/openapi.json"])
def test_methods(served: Served, method: str, status: int, path: str) -> None:
    assert served.get(path, method=method) == status


def test_http_2_is_not_spoken_without_tls(served: Served) -> None:
    with socket.create_connection(("127.0.0.1", served.port), 20) as asker:
        asker.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes((0, 0, 0, 4, 0, 0, 0, 0, 0)))
        assert asker.recv(9)[:8] in (b"HTTP/1.1", b"")


def test_a_flood_is_shed_and_over_when_it_ends(served: Served) -> None:
    def ask(number: int) -> int:
        return served.get(f"/search?q=nurse+{number}", f"127.0.1.{1 + number % 50}")

    with ThreadPoolExecutor(64) as crowd:
        statuses = list(crowd.map(ask, range(256)))
    assert set(statuses) <= {200, 404, 503}
    assert statuses.count(503) > 0, "there is a limit to waiting"
    assert statuses.count(200) > 0
    assert served.get("/search?q=nurse", "127.0.0.9") == 200


def test_the_log_holds_no_traceback(served: Served) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
    connection.request("GET", "/", headers={"Host": "evil.example"})
    assert connection.getresponse().status == 400
    assert "Traceback" not in served.log.read_text()


def test_a_server_that_is_told_to_stop_stops(serve: Callable[[], Served]) -> None:
    """Half a header and a form without an end keep nobody."""
    served = serve()
    half = socket.create_connection(("127.0.0.1", served.port), 10)
    half.sendall(b"GET / HTTP/1.1\r\nHo")
    form = _begin_form(served)
    os.kill(served.main.pid, signal.SIGTERM)
    served.main.wait(25)
    half.close()
    form.close()


def test_workers_end_with_the_main_process(served: Served) -> None:
    """The last test of the server that the others share."""
    workers = served.workers()
    assert workers
    served.main.kill()
    served.main.wait()
    until = time.monotonic() + 20
    while time.monotonic() < until and any(_lives(worker) for worker in workers):
        time.sleep(0.1)
    assert not [worker for worker in workers if _lives(worker)]


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
