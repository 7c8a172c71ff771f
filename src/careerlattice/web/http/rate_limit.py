"""How many plans or PDFs one address, or one class, may ask for: a bucket that fills over time.

Programs are told what is left in the headers of draft-ietf-httpapi-ratelimit-headers.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from django.http import HttpRequest, HttpResponse

from careerlattice.web.http.admission import visitor
from careerlattice.web.http.class_link import class_of
from careerlattice.web.http.errors import TooManyRequests
from careerlattice.web.parameters import CLASS_SIZE

MOST_ADDRESSES = 10_000


@dataclass
class TokenBuckets:
    """A bucket per key holding `size` tokens that fills at `size` tokens a minute.

    Counts live in this process: with several workers an address may get up to that many times the
    limit, which is fine for keeping one visitor from slowing the others.
    """

    size: int
    name: str = "plans"
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

    def left(self, key: str) -> tuple[int, int]:
        """The whole tokens left, and the seconds until the bucket is full again."""
        now = self.clock()
        with self._lock:
            tokens, then = self._buckets.get(key, (float(self.size), now))
        tokens = min(float(self.size), tokens + (now - then) * self.size / 60)
        return int(tokens), ceil((self.size - tokens) * 60 / self.size)

    @property
    def policy(self) -> str:
        """The limit as a header tells it: its name, how many, in how many seconds."""
        return f'"{self.name}";q={self.size};w=60'


class Limit:
    """What one address may ask for in a minute, and what a class with its own link may."""

    def __init__(self, size: int, name: str = "plans") -> None:
        self._for_one = TokenBuckets(size, name)
        self._for_class = TokenBuckets(size * int(CLASS_SIZE.value), name)

    def buckets_of(self, request: HttpRequest) -> tuple[TokenBuckets, str]:
        """The buckets that count for a request, and its key among them."""
        token = class_of(request)
        return (self._for_class, token) if token else (self._for_one, visitor(request))


def count_for(request: HttpRequest, limit: Limit) -> None:
    """Take a token for a visitor or a class, and note on the request what is left of them.

    Raises `TooManyRequests` when they have to wait.
    """
    buckets, key = limit.buckets_of(request)
    seconds = buckets.take(key)
    left, full_in = buckets.left(key)
    request.META[_NOTED] = (buckets.policy, f'"{buckets.name}";r={left};t={full_in}')
    if seconds:
        raise TooManyRequests(seconds)


def tell_limit(request: HttpRequest, response: HttpResponse) -> None:
    """Put into the headers what a request that was counted left of its visitor's tokens."""
    policy, left = request.META.get(_NOTED, ("", ""))
    if policy:
        response.headers["RateLimit-Policy"], response.headers["RateLimit"] = policy, left


_NOTED = "careerlattice.rate_limit"
