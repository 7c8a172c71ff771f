"""The link a counselor gives a class: `?class=TOKEN`, for the server's own tokens.

A whole classroom often comes from one address and would share what one visitor may ask for in a
minute. A link with a token of the setting `CAREERLATTICE_CLASSES` is counted apart. The token stays
in the address: every link and form of a page opened with it carries it on, so that no cookie is
needed. Pages themselves never see it, and their JSON and what is kept of them are the same for all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from hmac import compare_digest
from urllib.parse import unquote_plus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict

Answer = Callable[[HttpRequest], HttpResponse]

NAME = "class"
_NOTED = "careerlattice.class"
# An address of this site, but no file that never counts.
_LINK = re.compile(r'(<a\b[^>]*?\shref=")(/(?!/|static/)[^"#]*)([^"]*")')
_FORM = re.compile(r'<form\b[^>]*?\saction="(/(?!/)[^"]*)"[^>]*>')
_POSTS = re.compile(r'\smethod="post"')


def class_of(request: HttpRequest) -> str:
    """The token of the class a request belongs to; empty for everybody else."""
    return str(request.META.get(_NOTED, ""))


def class_in(request: HttpRequest) -> str:
    """The known token in the address of a request; empty for everybody else."""
    return _known(request.GET.get(NAME, "")) if settings.CLASSES else ""


def without_class(question: str) -> str:
    """A question of an address without the class, however its name is escaped.

    >>> without_class("class=room-12-abcdefgh&from=cashier&cl%61ss=room-12-abcdefgh")
    'from=cashier'
    """
    parts = question.split("&")
    return "&".join(part for part in parts if unquote_plus(part.partition("=")[0]) != NAME)


def class_link(answer: Answer) -> Answer:
    """Middleware: take a known token out of the address, and put it into every link of the page."""

    def linked(request: HttpRequest) -> HttpResponse:
        token = class_in(request)
        if not token:
            return answer(request)
        takes = request.META.pop("HTTP_ACCEPT_ENCODING", None)  # the page has to be read here
        _take_out(request, token)
        try:
            response = answer(request)
        finally:
            if takes is not None:
                request.META["HTTP_ACCEPT_ENCODING"] = takes
        location = response.headers.get("Location", "")
        if location.startswith("/") and not location.startswith("//"):
            response.headers["Location"] = _with(location, token, "&")
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.content = carry_on(response.content.decode(), token).encode()
        return response

    return linked


def carry_on(html: str, token: str) -> str:
    """A page whose links and forms lead on with the token.

    >>> carry_on('<a href="/plan?from=cashier#plan">', "room-12-abcdefgh")
    '<a href="/plan?from=cashier&amp;class=room-12-abcdefgh#plan">'
    """

    def in_link(found: re.Match[str]) -> str:
        return f"{found[1]}{_with(found[2], token, '&amp;')}{found[3]}"

    def in_form(found: re.Match[str]) -> str:
        whole = found[0]
        if _POSTS.search(whole):
            return whole.replace(f'"{found[1]}"', f'"{_with(found[1], token, "&amp;")}"', 1)
        return f'{whole}<input type="hidden" name="{NAME}" value="{token}">'

    return _FORM.sub(in_form, _LINK.sub(in_link, html))


def _with(address: str, token: str, mark: str) -> str:
    place, hash_mark, anchor = address.partition("#")
    return f"{place}{mark if '?' in place else '?'}{NAME}={token}{hash_mark}{anchor}"


def _known(given: str) -> str:
    """The token itself where it is one of ours; compared so that time tells nothing of them."""
    found = ""
    for token in settings.CLASSES:
        if compare_digest(token.encode(), given.encode()):
            found = token
    return found


def _take_out(request: HttpRequest, token: str) -> None:
    question = without_class(request.META.get("QUERY_STRING", ""))
    request.META["QUERY_STRING"] = question
    request.GET = QueryDict(question, encoding=request.encoding)
    request.META[_NOTED] = token
