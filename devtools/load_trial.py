"""Trying the pages under load and under visitors who mean ill, and how a gentle one fares.

    python -m devtools.load_trial --port 8000 rate --per-second 100
    python -m devtools.load_trial --port 8000 overload --per-second 300
    python -m devtools.load_trial --port 8000 slow-bodies
    python -m devtools.load_trial --port 8000 addresses
    python -m devtools.load_trial --port 8000 pdfs
    python -m devtools.load_trial --port 8000 memory --main PID --requests 30000

It speaks to a server on this machine, started with `careerlattice serve --workers 2`. Each visitor
has an address of its own (127.0.0.2 and on), so that limits for one address tell them apart.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

GENTLE = "127.0.0.9"
JOBS = ("cashier", "nursing assistant", "cook", "electrician", "welder", "teacher", "truck driver")
STATES = ("OH", "TX", "CA", "NY", "FL")


@dataclass
class Seen:
    """What came back: counts by status, and the milliseconds of each answer."""

    statuses: Counter[str] = field(default_factory=Counter)
    took_ms: list[float] = field(default_factory=list)

    def line(self, name: str) -> str:
        """The figures in a line."""
        took = sorted(self.took_ms) or [0.0]
        at = [took[min(len(took) - 1, int(len(took) * share))] for share in (0.5, 0.95, 0.99)]
        figures = " ".join(f"p{p}={ms:.0f}" for p, ms in zip((50, 95, 99), at, strict=True))
        kinds = " ".join(f"{kind}:{n}" for kind, n in sorted(self.statuses.items()))
        return f"{name}: {figures} max={took[-1]:.0f} ms, {kinds}"


def mixed() -> Iterator[str]:
    """Addresses as visitors ask for them, without end: pages, searches, plans."""
    draws = random.Random(1)
    pages = ("/", "/clusters", "/occupations/29-1141.00", "/pathways/2008-therapeutic-services")
    while True:
        kind = draws.random()
        if kind < 0.5:
            yield draws.choice(pages)
        elif kind < 0.85:
            yield f"/search?q={quote(draws.choice(JOBS))}&state={draws.choice(STATES)}"
        else:
            start, goal = draws.sample(JOBS, 2)
            asked = f"from={quote(start)}&to={quote(goal)}&state={draws.choice(STATES)}"
            yield f"/plan?{asked}&max_months={draws.randint(24, 120)}"


async def get(port: int, path: str, seen: Seen, source: str, patience: float = 30.0) -> None:
    """Ask for one address from `source`, and note what came."""
    begun = time.perf_counter()
    try:
        async with asyncio.timeout(patience):
            reader, writer = await asyncio.open_connection(
                "127.0.0.1", port, local_addr=(source, 0)
            )
            head = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            writer.write(head.encode())
            first = await reader.readline()
            await reader.read()
            writer.close()
        status = first.split()[1].decode() if first else "nothing"
    except (TimeoutError, OSError) as error:
        status = type(error).__name__
    seen.statuses[status] += 1
    if status == "200":
        seen.took_ms.append(1_000 * (time.perf_counter() - begun))


async def at_rate(
    port: int, per_second: float, seconds: float, paths: Iterator[str], sources: Iterator[str]
) -> Seen:
    """Ask at an even rate, whether or not answers come."""
    seen, tasks, begun = Seen(), [], time.perf_counter()
    for number in range(int(per_second * seconds)):
        wait = begun + number / per_second - time.perf_counter()
        if wait > 0:
            await asyncio.sleep(wait)
        tasks.append(asyncio.create_task(get(port, next(paths), seen, next(sources))))
    await asyncio.gather(*tasks)
    return seen


@asynccontextmanager
async def gentle_visitor(port: int, name: str) -> AsyncIterator[None]:
    """Somebody who reads and searches, five times a second, while the rest goes on."""
    seen, ended = Seen(), asyncio.Event()
    paths = itertools.cycle(
        ("/search?q=nurse", "/occupations/29-1141.00", "/clusters", "/search?q=welder&state=OH")
    )

    async def visit() -> None:
        while not ended.is_set():
            await get(port, next(paths), seen, GENTLE)
            await asyncio.sleep(0.2)

    visits = asyncio.create_task(visit())
    try:
        yield
    finally:
        ended.set()
        await visits
        print(seen.line(f"gentle visitor, {name}"))


def many_addresses(count: int) -> Iterator[str]:
    """Source addresses in turn."""
    return itertools.cycle([f"127.0.{1 + n // 200}.{10 + n % 200}" for n in range(count)])


async def rate(port: int, asked: argparse.Namespace) -> None:
    """An even mixed load from many addresses."""
    seen = await at_rate(port, asked.per_second, asked.seconds, mixed(), many_addresses(200))
    print(seen.line(f"{asked.per_second:g} a second"))


async def overload(port: int, asked: argparse.Namespace) -> None:
    """More than can be answered, from many addresses; then how soon all is well again."""
    async with gentle_visitor(port, "overload"):
        seen = await at_rate(port, asked.per_second, asked.seconds, mixed(), many_addresses(200))
    print(seen.line(f"{asked.per_second:g} a second"))
    await asyncio.sleep(1)
    after = await at_rate(port, 20, 5, mixed(), many_addresses(50))
    print(after.line("a second later, 20 a second"))


async def _slow_body(port: int, source: str, seconds: float) -> str:
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(source, 0))
        writer.write(
            b"POST /assess HTTP/1.1\r\nHost: localhost\r\nCookie: csrftoken=" + b"a" * 32
            + b"\r\nContent-Length: 100000\r\n\r\n"
        )  # fmt: skip
        answer = asyncio.create_task(reader.readline())
        until = time.perf_counter() + seconds
        while time.perf_counter() < until and not answer.done():
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(1)
        answer.cancel()
        return answer.result().split()[1].decode() if answer.done() else "held"
    except (OSError, IndexError) as error:
        return type(error).__name__


async def slow_bodies(port: int, asked: argparse.Namespace) -> None:
    """Forms sent a byte a second."""
    async with gentle_visitor(port, "slow bodies"):
        ends = await asyncio.gather(
            *(_slow_body(port, "127.0.0.2", asked.seconds) for _ in range(asked.visitors))
        )
        await asyncio.sleep(2)
    print(f"{asked.visitors} slow bodies: {dict(Counter(ends))}")


async def _repeat(port: int, paths: Iterator[str], seen: Seen, source: str, seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        await get(port, next(paths), seen, source, 60)


def _hostile() -> Iterator[str]:
    draws = random.Random(2)

    def words(n: int) -> str:
        letters = "abcdefghijklmnopqrstuvwxyz"
        return "+".join("".join(draws.choices(letters, k=6)) for _ in range(n))

    while True:
        yield "/compare.json?codes=" + ",".join(words(1) for _ in range(888))
        yield "/compare.json?" + "&".join(f"codes={words(25)}" for _ in range(5))
        yield f"/search?q={words(28)}"
        avoid = "&".join(f"avoid={words(8)}" for _ in range(12))
        yield f"/plan?from={words(28)}&to={words(28)}&{avoid}"
        limits = "max_months=1&budget=1&min_pay=900000&max_job_changes=0&study=none"
        yield f"/plan?from=cashier&to=lawyer&{limits}&max_credential=high-school&n={words(1)}"
        yield "/match?" + "&".join(f"job={words(28)}" for _ in range(4))


async def addresses(port: int, asked: argparse.Namespace) -> None:
    """The most expensive addresses known, by some visitors at once."""
    seen = Seen()
    async with gentle_visitor(port, "hostile addresses"):
        await asyncio.gather(
            *(
                _repeat(port, _hostile(), seen, f"127.0.0.{20 + n}", asked.seconds)
                for n in range(asked.visitors)
            )
        )
    print(seen.line(f"{asked.visitors} with hostile addresses"))


async def pdfs(port: int, asked: argparse.Namespace) -> None:
    """PDFs, as many as are given."""
    seen = Seen()
    goals = (f"/plan.pdf?from=cashier&to={quote(job)}&state={s}" for job in JOBS for s in STATES)
    paths = itertools.cycle(list(goals))
    async with gentle_visitor(port, "PDFs"):
        await asyncio.gather(
            *(
                _repeat(port, paths, seen, f"127.0.0.{20 + n}", asked.seconds)
                for n in range(asked.visitors)
            )
        )
    print(seen.line(f"{asked.visitors} asking for PDFs"))


def _memory_mb(main: int) -> list[int]:
    """What each process that answers holds, in MB; the server's main process is `main`."""
    found = []
    for child in Path(f"/proc/{main}/task/{main}/children").read_text().split():
        lines = Path(f"/proc/{child}/status").read_text().splitlines()
        told = next(line for line in lines if line.startswith("VmRSS:"))
        found.append(int(told.split()[1]) // 1024)
    return found


async def memory(port: int, asked: argparse.Namespace) -> None:
    """Many requests, some at a time, and what the workers hold after each tenth of them."""
    paths, sources = mixed(), many_addresses(200)
    print(f"before: {_memory_mb(asked.main)} MB")
    for part in range(1, 11):
        seen, left = Seen(), itertools.repeat(None, asked.requests // 10)

        async def visit(left: Iterator[None] = left, seen: Seen = seen) -> None:
            for _ in left:
                await get(port, next(paths), seen, next(sources), 60)

        await asyncio.gather(*(visit() for _ in range(asked.visitors)))
        name = f"{part * asked.requests // 10:,} requests, {_memory_mb(asked.main)} MB"
        print(seen.line(name), flush=True)


TRIALS: dict[str, Callable[[int, argparse.Namespace], Awaitable[None]]] = {
    "rate": rate,
    "overload": overload,
    "slow-bodies": slow_bodies,
    "addresses": addresses,
    "pdfs": pdfs,
    "memory": memory,
}


async def _calm(port: int) -> None:
    async with gentle_visitor(port, "nobody else"):
        await asyncio.sleep(5)


def main() -> None:
    """Run the trial named."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--per-second", type=float, default=50)
    parser.add_argument("--visitors", type=int, default=8)
    parser.add_argument("--requests", type=int, default=30_000)
    parser.add_argument("--main", type=int, help="the server's main process, for memory")
    parser.add_argument("trial", choices=sorted(TRIALS))
    asked = parser.parse_args()
    asyncio.run(_calm(asked.port))
    asyncio.run(TRIALS[asked.trial](asked.port, asked))  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
