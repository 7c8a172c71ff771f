"""How many plans or PDFs one address may ask for: a bucket of tokens that fills over time."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

MOST_ADDRESSES = 10_000


@dataclass
class TokenBuckets:
    """A bucket per key holding `size` tokens that fills at `size` tokens a minute.

    Counts live in this process: with several workers an address may get up to that many times the
    limit, which is fine for keeping one visitor from slowing the others.
    """

    size: int
    clock: Callable[[], float] = time.monotonic
    _buckets: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, key: str) -> float:
        """Take one token: 0.0 when there was one, else the seconds until there is."""
        now = self.clock()
        with self._lock:
            tokens, then = self._buckets.pop(key, (float(self.size), now))
            tokens = min(float(self.size), tokens + (now - then) * self.size / 60)
            wait = 0.0 if tokens >= 1 else (1 - tokens) * 60 / self.size
            self._buckets[key] = (tokens - 1 if not wait else tokens, now)
            while len(self._buckets) > MOST_ADDRESSES:
                self._buckets.popitem(last=False)
        return wait
