"""The pages under a steady load: `python benchmarks/web.py [--seconds 20] [--rate 20]`.

Starts `careerlattice serve` with two workers, then asks for each kind of page at a steady rate:
first every time another occupation, pathway or question, then the same ones again. Tells the
median, the 95th percentile and the slowest answer, page weights as sent, and memory. Requests start
on a fixed beat whether or not earlier ones are answered, so that a slow answer cannot hide by
holding back the next.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

GOALS_MS = {"other": 30, "occupation": 60, "pathway": 60, "plan": 60}
STATES = ("OH", "TX", "CA", "NY", "FL")
JOBS = (
    "cashier",
    "nursing assistant",
    "construction laborer",
    "receptionist",
    "barber",
    "janitor",
    "waiter",
    "bank teller",
    "electrician",
    "dental assistant",
    "data entry clerk",
)
GOALS = (
    "registered nurse",
    "accountant",
    "construction manager",
    "software developer",
    "electrician",
    "human resources specialist",
    "web developer",
    "firefighter",
    "dental hygienist",
    "paralegal",
    "civil engineer",
)


def questions(kind: str, chance: random.Random) -> list[str]:
    """Many addresses of one kind of page in a random order."""
    from careerlattice.catalog.catalog import open_release

    catalog = open_release()
    if kind == "occupation":
        found = [f"/occupations/{c}?state={chance.choice(STATES)}" for c in catalog.codes]
    elif kind == "pathway":
        found = [f"/pathways/{p.id}" for p in catalog.list_pathways() if p.basis != "none"]
    elif kind == "plan":
        pairs = [(a, b, s) for a in JOBS for b in GOALS if a != b for s in STATES]
        found = ["/plan?" + urlencode({"from": a, "to": b, "state": s}) for a, b, s in pairs]
    else:
        found = ["/", "/clusters", "/search?q=nurse", "/methods", "/compare?codes=29-1141.00"]
    chance.shuffle(found)
    return found


def ask(address: str) -> tuple[float, int]:
    """Milliseconds to the whole answer, and its size as sent."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    begun = time.perf_counter()
    with urllib.request.urlopen(request, timeout=60) as response:
        body = response.read()
    return (time.perf_counter() - begun) * 1000, len(body)


def load(server: str, addresses: list[str], rate: float, seconds: float) -> list[tuple[float, int]]:
    """Answers to a steady beat of requests."""
    beats = int(rate * seconds)
    with ThreadPoolExecutor(64) as pool:
        begun = time.perf_counter()
        waiting = []
        for beat in range(beats):
            time.sleep(max(0.0, begun + beat / rate - time.perf_counter()))
            waiting.append(pool.submit(ask, server + addresses[beat % len(addresses)]))
        return [answer.result() for answer in waiting]


def told(kind: str, answers: list[tuple[float, int]]) -> None:
    """One line of the table."""
    times = sorted(ms for ms, _size in answers)
    weight = max(size for _ms, size in answers)
    p95 = times[int(len(times) * 0.95)]
    goal_ms = GOALS_MS.get(kind.split(maxsplit=1)[0])
    goal = f"(goal {goal_ms})" if goal_ms else ""
    print(
        f"{kind:16} n {len(times):4}  p50 {times[len(times) // 2]:6.0f} ms  p95 {p95:6.0f} ms "
        f"{goal:11} most {times[-1]:6.0f} ms  heaviest page {weight / 1000:5.1f} kB"
    )


def memory_mb(parent: int) -> tuple[float, float]:
    """Memory of the server and its workers: proportional share, and resident summed."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    share = resident = 0
    for pid in (str(parent), *children):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
            name, value = line.split(":")
            share += int(value.split()[0]) if name == "Pss" else 0
            resident += int(value.split()[0]) if name == "Rss" else 0
    return share / 1024, resident / 1024


def main() -> None:
    """Run the benchmark and print its table."""
    # An installed package is compiled: what is started here shall not compile it every time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--rate", type=float, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--port", type=int, default=8765)
    asked = parser.parse_args()
    code = (
        "from careerlattice.web.server import run_server;"
        f"run_server('127.0.0.1', {asked.port}, {asked.workers})"
    )
    environment = {**os.environ, "CAREERLATTICE_PLANS_A_MINUTE": "1000000"}
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    server = f"http://127.0.0.1:{asked.port}"
    try:
        begun = time.perf_counter()
        while True:
            try:
                ask(server + "/accessibility")
                break
            except OSError:
                if process.poll() is not None or time.perf_counter() - begun > 120:
                    sys.exit("the server did not start")
                time.sleep(0.2)
        print(f"first answer after {time.perf_counter() - begun:.1f} s")
        time.sleep(6)  # the second worker warms up too
        chance = random.Random(1)
        for kind in ("other", "occupation", "pathway", "plan"):
            addresses = questions(kind, chance)
            load(server, addresses[:40], asked.rate, 2)
            addresses = addresses[40:] or addresses
            told(kind, load(server, addresses, asked.rate, asked.seconds))
            told(f"{kind} again", load(server, addresses, asked.rate, asked.seconds))
        share, resident = memory_mb(process.pid)
        print(f"memory of {asked.workers} workers: {share:.0f} MB (resident {resident:.0f} MB)")
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
    from careerlattice.web.http.assets import all_assets

    weight = sum(len(asset.body) for asset in all_assets().values())
    print(f"styles, scripts and pictures: {weight / 1000:.1f} kB compressed")
    print(f"load average while measuring: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
