"""Pages for when something is wrong: what it is, and what to do next."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import DisallowedHost, SuspiciousOperation
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    JsonResponse,
)
from django.utils.translation import gettext as _

from careerlattice.errors import (
    Ambiguous,
    BadCode,
    BadProfile,
    BadRequest,
    CareerlatticeError,
    NoOccupation,
    NotFound,
)
from careerlattice.web.http.addresses import asks_as_of_onet, wants_json, with_query_of
from careerlattice.web.http.errors import TookTooLong, TooManyRequests
from careerlattice.web.http.json_pages import problem_response
from careerlattice.web.http.page import Page
from careerlattice.web.http.page_view import show
from careerlattice.web.http.plain_text import error_text

logger = logging.getLogger(__name__)
Answer = Callable[[HttpRequest], HttpResponse]


@dataclass(frozen=True, kw_only=True)
class ErrorPage(Page):
    """What is wrong, what may have been meant, and what to search for instead."""

    status: int
    what: str
    suggestions: tuple[str, ...] = ()
    typed: str = ""


def error_response(
    request: HttpRequest,
    status: int,
    title: str,
    what: str,
    suggestions: tuple[str, ...] = (),
    typed: str = "",
) -> HttpResponse:
    """The page, or the problem as JSON where a JSON page was requested."""
    if asks_as_of_onet(request):
        return JsonResponse({"error": f"{title}. {what}"}, status=status)
    if wants_json(request):
        return problem_response(status, title, what, list(suggestions))
    page = ErrorPage(
        title=title, status=status, what=what, suggestions=suggestions, typed=typed[:100]
    )
    return show(request, "pages/error.html", page, status)


def _not_found_title(error: NotFound) -> str:
    kind = {"kind": error.kind.removeprefix("single ")}
    if isinstance(error, Ambiguous):
        return _("Which %(kind)s do you mean?") % kind
    if isinstance(error, NoOccupation):
        return _("That is not a job title")
    return _("We could not find that %(kind)s") % kind


def answer_errors(answer: Answer) -> Answer:
    """Middleware: turn exceptions of views into pages that help."""

    def view(request: HttpRequest) -> HttpResponse:
        return answer(request)

    def process_exception(request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, NotFound):
            title = _not_found_title(error)
            what = error_text(error)
            return error_response(request, 404, title, what, error.nearest, error.asked)
        if isinstance(error, (BadRequest, BadCode, BadProfile)):
            what = error_text(error)
            return error_response(request, 400, _("We could not read that question"), what)
        if isinstance(error, Http404):
            return no_such_page(request)
        if isinstance(error, DisallowedHost):
            return None
        if isinstance(error, TooManyRequests | TookTooLong):
            return come_again(request, error)
        if isinstance(error, SuspiciousOperation):
            return error_response(
                request, 400, _("We could not read that question"), str(error)[:200]
            )
        if isinstance(error, CareerlatticeError):
            logger.error("%s: %s", request.path, error)
            return error_response(request, 500, _("Something is wrong on our side"), str(error))
        logger.exception("unexpected error at %s", request.path)
        return broken(request)

    view.process_exception = process_exception  # type: ignore[attr-defined]
    return view


def no_such_page(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no page has this address; an address with a slash too many is led to the right one."""
    path = request.path
    if len(path) > 1 and path.endswith("/") and not path.startswith("//"):
        return HttpResponsePermanentRedirect(with_query_of(request, "/" + path.strip("/")))
    words = path.strip("/").replace("/", " ").replace("-", " ")
    return error_response(
        request,
        404,
        _("There is no page at this address"),
        _("Check the address for typos, or search for the job or field you are looking for."),
        typed=words if len(words) <= 60 else "",
    )


def bad_question(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400 from Django itself: a host or form that cannot be read."""
    return error_response(
        request,
        400,
        _("We could not read that question"),
        _("Your browser sent something we cannot read. Go back and try again."),
    )


def too_long(request: HttpRequest) -> HttpResponse:
    """400: an address longer than any question needs."""
    return error_response(
        request,
        400,
        _("That address is too long"),
        _("Start over from the home page, or use fewer words."),
    )


def too_many(request: HttpRequest, error: TooManyRequests) -> HttpResponse:
    """429: more plans than one visitor may ask for in a minute."""
    wait = max(1, round(error.seconds))
    response = error_response(
        request,
        429,
        _("Please wait a moment"),
        _("You have asked for a lot in a short time. Try again in %(wait)d seconds.")
        % {"wait": wait},
    )
    response.headers["Retry-After"] = str(wait)
    return response


def come_again(request: HttpRequest, error: TooManyRequests | TookTooLong) -> HttpResponse:
    """429 or 503, with the seconds to wait."""
    if isinstance(error, TooManyRequests):
        return too_many(request, error)
    return took_too_long(request)


def took_too_long(request: HttpRequest) -> HttpResponse:
    """503: an answer that would take longer than one visitor may keep the others waiting."""
    response = error_response(
        request,
        503,
        _("That took too long"),
        _("Try again in a minute, or ask for less at a time."),
    )
    response.headers["Retry-After"] = "60"
    return response


def wrong_method(request: HttpRequest, allowed: tuple[str, ...]) -> HttpResponse:
    """405: a page that can only be read was sent something."""
    response = error_response(
        request, 405, _("This page can only be read"), _("Open it as a link, not as a form.")
    )
    response.headers["Allow"] = ", ".join(allowed)
    return response


def broken(request: HttpRequest, *_args: object) -> HttpResponse:
    """500: a fault of ours, logged."""
    return error_response(
        request,
        500,
        _("Something is wrong on our side"),
        _("We have logged the problem. Try again in a minute, or start from the home page."),
    )
