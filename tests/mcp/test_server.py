"""The server spoken to by a real client, over each of its transports."""

from __future__ import annotations

import importlib.util
import json
import os
import resource
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

if importlib.util.find_spec("mcp") is None:
    pytest.skip("the MCP SDK is not installed: pip install 'mcp'", allow_module_level=True)

import anyio
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.shared.exceptions import MCPError

from careerlattice.mcp.calling import TOOLS
from careerlattice.mcp.server import http_app, make_server

ROOT = Path(__file__).parents[2]
COMMAND = StdioServerParameters(
    command=sys.executable,
    args=["-m", "careerlattice", "mcp"],
    env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
)
QUESTION = {
    "from_occupation": "nursing assistant",
    "to_occupation": "registered nurse",
    "state": "Ohio",
    "budget_usd": 6000,
}


def run_apart(ask: Callable[[], Awaitable[Any]]) -> Any:
    """What a client is told, in a thread of its own: browser tests leave a loop in theirs."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, ask).result()


@pytest.mark.slow
def test_a_client_asks_how_to_become_a_nurse() -> None:
    async def ask() -> tuple[Any, Any]:
        async with Client(stdio_client(COMMAND)) as client:
            return await client.list_tools(), await client.call_tool("plan", QUESTION)

    listed, answer = run_apart(ask)
    assert {tool.name for tool in listed.tools} == set(TOOLS)
    assert all(tool.output_schema and tool.annotations.read_only_hint for tool in listed.tools)
    assert not answer.is_error
    told = answer.structured_content
    assert json.loads(answer.content[0].text) == told
    assert told["goal"].lower().startswith("registered nurse")
    assert told["area"] == "Ohio"
    # Either a way within the money, or what the cheapest takes.
    assert told["plans"] or any(one["kind"] == "relaxation" for one in told["remarks"])
    assert {one["source"] for one in told["credits"]} >= {"onet", "bls-oews"}


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_mistakes_are_the_tools_own_and_unknown_tools_the_protocols(mode: str) -> None:
    async def ask() -> Any:
        async with Client(make_server(), mode=mode) as client:
            wrong = await client.call_tool("find_occupation", {"limit": 3})
            with pytest.raises(MCPError):
                await client.call_tool("no_such_tool", {})
            return wrong

    wrong = run_apart(ask)
    assert wrong.is_error
    assert json.loads(wrong.content[0].text)["argument"] == "text"


@pytest.fixture
def address() -> Iterator[str]:
    """The address of a server over streamable HTTP."""
    import uvicorn

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(http_app(), host="127.0.0.1", port=port, log_level="error")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/mcp"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.mark.slow
def test_the_same_over_http(address: str) -> None:
    async def ask() -> Any:
        async with Client(address) as client:
            return await client.call_tool("code_titles", {"titles": ["cna"]})

    answer = run_apart(ask).structured_content
    assert answer["titles"][0]["occupations"][0]["onet_soc_code"] == "31-1131.00"


@pytest.mark.slow
def test_the_server_starts_at_once() -> None:
    """Processor time until the first answer: wall time says more of the machine than of us."""
    hello = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "test", "version": "1"},
        },
    }
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [COMMAND.command, *COMMAND.args],
        input=json.dumps(hello) + "\n",
        env=COMMAND.env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = json.loads(done.stdout.splitlines()[0])["result"]
    assert told["serverInfo"]["name"] == "careerlattice"
    assert "find_occupation" in told["instructions"]
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    assert used < 1.5


@pytest.mark.slow
def test_the_conformance_suite_fails_only_where_expected(address: str, tmp_path: Path) -> None:
    """`make conformance` installs the suite; the list of expected failures says why each is."""
    suite = ROOT / "build-out" / "conformance" / "node_modules" / ".bin"
    node = suite / "node" if (suite / "node").exists() else shutil.which("node")
    if node is None or not (suite / "conformance").exists():
        pytest.skip("the conformance suite is not installed: make conformance (needs npm)")
    expected = Path(__file__).with_name("conformance_expected_failures.yaml")
    done = subprocess.run(
        [
            *(str(node), str(suite / "conformance"), "server", "--url", address),
            *("--expected-failures", str(expected), "--output-dir", str(tmp_path)),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
