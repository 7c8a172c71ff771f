"""Who is answered now, who waits, and who is asked to come again.

Requests work in lanes: files and the catalog's pages, plans, PDFs. Each lane lets a few work at
once and a few wait, so that an hour of plans never stands before a page that takes milliseconds.
Beyond that a request is refused at once with 503 and the seconds to wait: a queue nobody can see
the end of helps no one. Turns are fair: who has waited longest since their last turn comes first,
and in a full queue the visitor with most requests makes room.

A class that comes with a link of its own counts as one visitor, and waits in a room of its own:
thirty who press a button at once wait for each other instead of being turned away.
"""

from __future__ import annotations

import ipaddress
import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerlattice.web.http.addresses import asks_as_of_onet, wants_json
from careerlattice.web.http.class_link import class_in, without_class
from careerlattice.web.http.work import work_of_request
from careerlattice.web.parameters import CLASS_SIZE, CLASS_WAIT

Answer = Callable[[HttpRequest], HttpResponse]
MOST_REMEMBERED = 4_096
CLASS_PLACES = int(CLASS_SIZE.value)
_class_room = threading.BoundedSemaphore(CLASS_PLACES)
"""Where the requests of classes wait, in whatever lane: a class at its computers finds room."""


class Busy(Exception):
    """There is no room, or none came in time; `seconds` until it is worth trying again."""

    def __init__(self, seconds: int) -> None:
        super().__init__("no room")
        self.seconds = seconds


@dataclass(eq=False, slots=True)
class _Waiting:
    visitor: str
    is_class: bool = False
    called: threading.Event = field(default_factory=threading.Event)
    may_work: bool = False


class Lane:
    """At most `at_once` requests work, at most `places` wait, none longer than `longest_wait_s`.

    `work_s` is how long one of them may work. All counts are of this process.
    """

    def __init__(self, at_once: int, places: int, longest_wait_s: float, work_s: float) -> None:
        self.at_once, self.places = at_once, places
        self.longest_wait_s, self.work_s = longest_wait_s, work_s
        self._working = Counter[str]()
        self._waiting: list[_Waiting] = []
        self._last_turn: OrderedDict[str, int] = OrderedDict()
        self._turns = 0
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, visitor: str, *, is_class: bool = False) -> Iterator[None]:
        """Wait for a turn and hold it. Raises `Busy`."""
        self._enter(_Waiting(visitor, is_class))
        try:
            yield
        finally:
            self._leave(visitor)

    def _enter(self, me: _Waiting) -> None:
        with self._lock:
            if self._working.total() < self.at_once:
                self._begin(me.visitor)
                return
            if not self._has_place(me):
                raise Busy(self._seconds())
            self._waiting.append(me)
        me.called.wait(CLASS_WAIT.value if me.is_class else self.longest_wait_s)
        with self._lock:
            if me.is_class:
                _class_room.release()
            if me.may_work:
                return
            if me in self._waiting:
                self._waiting.remove(me)
            raise Busy(self._seconds())

    def _leave(self, visitor: str) -> None:
        with self._lock:
            self._working[visitor] -= 1
            if not self._working[visitor]:
                del self._working[visitor]
            if self._waiting:
                longest = min(self._waiting, key=self._claim)
                self._waiting.remove(longest)
                self._begin(longest.visitor)
                longest.may_work = True
                longest.called.set()

    def _claim(self, one: _Waiting) -> tuple[int, int]:
        return self._working[one.visitor], self._last_turn.get(one.visitor, 0)

    def _begin(self, visitor: str) -> None:
        self._working[visitor] += 1
        self._turns += 1
        self._last_turn[visitor] = self._turns
        self._last_turn.move_to_end(visitor)
        while len(self._last_turn) > MOST_REMEMBERED:
            self._last_turn.popitem(last=False)

    def _has_place(self, me: _Waiting) -> bool:
        if me.is_class:
            return _class_room.acquire(blocking=False)
        others = [one for one in self._waiting if not one.is_class]
        return len(others) < self.places or self._has_made_room(me.visitor, others)

    def _has_made_room(self, visitor: str, others: list[_Waiting]) -> bool:
        """Whether another visitor's last request gave way to one who has fewer waiting."""
        waiting = Counter(one.visitor for one in others)
        greediest, most = waiting.most_common(1)[0] if waiting else (visitor, 0)
        if waiting[visitor] + 1 >= most:
            return False
        last = next(one for one in reversed(others) if one.visitor == greediest)
        self._waiting.remove(last)
        last.called.set()
        return True

    def _seconds(self) -> int:
        return max(1, round(self.longest_wait_s))


PAGES = Lane(at_once=2, places=8, longest_wait_s=0.5, work_s=5.0)
PLANS = Lane(at_once=1, places=8, longest_wait_s=2.0, work_s=10.0)
PAPER = Lane(at_once=1, places=3, longest_wait_s=8.0, work_s=20.0)
CLASSES = Lane(at_once=1, places=1, longest_wait_s=20.0, work_s=60.0)
_HANDED_OVER = ("/static/", "/health")
_LANES = {
    "/plan": PLANS,
    "/plan.json": PLANS,
    "/plan.ics": PLANS,
    "/plan.pdf": PAPER,
}


# The first page plans when it is asked something; a class alone asks nothing.
_PLANS_WHEN_ASKED = ("/", "/index.json")


def lane_of(path: str, method: str = "GET", question: str = "") -> Lane | None:
    """The lane in which an address is answered; none for what is only handed over."""
    if method == "POST":
        return CLASSES
    if path in _PLANS_WHEN_ASKED and without_class(question):
        return PLANS
    return None if path.startswith(_HANDED_OVER) else _LANES.get(path, PAGES)


def visitor(request: HttpRequest) -> str:
    """The address a request came from; behind a proxy of ours, the one it names last.

    An IPv6 address counts by its first 64 bits, which one household or machine has all of.
    """
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    text = forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))
    try:
        address = ipaddress.ip_address(text.strip("[]"))
    except ValueError:
        return text
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return text


def admission(answer: Answer) -> Answer:
    """Middleware: a turn in a lane and a budget of work, or 503 with `Retry-After`."""

    def admitted(request: HttpRequest) -> HttpResponse:
        question = request.META.get("QUERY_STRING", "")
        lane = lane_of(request.path_info, request.method or "GET", question)
        if lane is None:
            return answer(request)
        token = class_in(request)
        try:
            with (
                lane.turn(token or visitor(request), is_class=bool(token)),
                work_of_request(lane.work_s),
            ):
                return answer(request)
        except Busy as busy:
            return _come_again(request, busy.seconds)

    return admitted


def _come_again(request: HttpRequest, seconds: int) -> HttpResponse:
    """503, without a template: refusing has to cost next to nothing."""
    title, detail = (
        _("Many people are here right now"),
        ngettext(
            "We will try again by ourselves in %(n)d second. Nothing you typed is lost.",
            "We will try again by ourselves in %(n)d seconds. Nothing you typed is lost.",
            seconds,
        )
        % {"n": seconds},
    )
    response: HttpResponse
    if asks_as_of_onet(request):
        response = JsonResponse({"error": f"{title}. {detail}"}, status=503)
    elif wants_json(request):
        body = {"title": title, "status": 503, "detail": detail, "suggestions": []}
        response = JsonResponse(body, status=503, content_type="application/problem+json")
    else:
        page = (
            '<!doctype html><html lang="en"><meta charset="utf-8">'
            f"<title>{title}</title><h1>{title}</h1><p>{detail}</p></html>"
        )
        response = HttpResponse(page, status=503)
        response.headers["Refresh"] = str(seconds)  # a browser comes again by itself
    response.headers["Retry-After"] = str(seconds)
    response.headers["Cache-Control"] = "no-store"
    return response
