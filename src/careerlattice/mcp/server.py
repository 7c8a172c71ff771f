"""The tools over the Model Context Protocol, with the official Python SDK."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
from mcp.server.lowlevel import Server
from mcp_types import (
    INVALID_PARAMS,
    CallToolResult,
    ListToolsResult,
    TextContent,
    ToolAnnotations,
)
from mcp_types import Tool as ToolTold

from careerlattice import __version__
from careerlattice.mcp.calling import TOOLS, call
from careerlattice.mcp.served import Served

if TYPE_CHECKING:
    from starlette.applications import Starlette

AT_ONCE = 2
"""How many answers are worked out at a time."""
HTTP_PATH = "/mcp"
INSTRUCTIONS = (
    "Careerlattice plans careers in the United States from public data (O*NET, BLS, College "
    "Scorecard, license records). Use find_occupation first when a title may mean several "
    "occupations. Take figures from the answers and do not make up any; tell the area and the "
    "notices that belong to them, and name the sources in credits. A figure that is null is not "
    "published: say so. Plans are proposals, not advice on law or money."
)


def make_server(path: str | Path | None = None) -> Server[Any]:
    """A server of the release in `path`, else as `open_release` finds it."""
    served = Served(path)
    limiter = anyio.CapacityLimiter(AT_ONCE)
    told = [_told(name) for name in TOOLS]

    async def list_tools(_context: Any, _params: Any) -> ListToolsResult:
        # Whoever lists the tools will call one soon: the release is opened meanwhile.
        threading.Thread(target=_open, args=(served,), daemon=True).start()
        return ListToolsResult(tools=told)

    async def call_tool(_context: Any, params: Any) -> CallToolResult:
        if params.name not in TOOLS:
            from mcp.shared.exceptions import MCPError

            raise MCPError(INVALID_PARAMS, f"Unknown tool: {params.name[:60]}")
        outcome = await anyio.to_thread.run_sync(
            call, served, params.name, params.arguments, limiter=limiter
        )
        text = json.dumps(outcome.values, ensure_ascii=False)
        return CallToolResult(
            content=[TextContent(type="text", text=text)],
            structured_content=None if outcome.is_mistake else outcome.values,
            is_error=outcome.is_mistake,
        )

    return Server(
        "careerlattice",
        version=__version__,
        title="Careerlattice",
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _open(served: Served) -> None:
    import contextlib

    from careerlattice.errors import CareerlatticeError

    # A release that cannot be opened is told by the first tool called.
    with contextlib.suppress(CareerlatticeError):
        _ = served.lattice


def _told(name: str) -> ToolTold:
    tool = TOOLS[name]
    return ToolTold(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.input_schema(),
        output_schema=tool.output_schema(),
        annotations=ToolAnnotations(
            title=tool.title,
            read_only_hint=True,
            destructive_hint=False,
            idempotent_hint=True,
            open_world_hint=False,
        ),
    )


def run_stdio(path: str | Path | None = None) -> None:
    """Answer on standard input and output until they close."""
    from mcp.server.stdio import stdio_server

    async def run() -> None:
        server = make_server(path)
        async with stdio_server() as (read, write):
            await server.run(read, write, server.create_initialization_options())

    anyio.run(run)


def http_app(path: str | Path | None = None, host: str = "127.0.0.1") -> Starlette:
    """The server as an ASGI application at `/mcp`: no sessions, one answer for each request."""
    return make_server(path).streamable_http_app(
        streamable_http_path=HTTP_PATH, json_response=True, stateless_http=True, host=host
    )


def run_http(host: str, port: int, path: str | Path | None = None) -> None:
    """Answer over streamable HTTP until stopped."""
    import uvicorn

    uvicorn.run(http_app(path, host), host=host, port=port, log_level="warning")
