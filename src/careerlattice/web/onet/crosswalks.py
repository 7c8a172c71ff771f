"""Other classifications and the occupations they lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from careerlattice.catalog.catalog import Catalog
from careerlattice.web.onet.ask import Ask, Json
from careerlattice.web.onet.route import Route, nothing
from careerlattice.web.onet.shapes import occupation, services

Rows = Iterable[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Match:
    """A code of another classification with its title and our codes."""

    code: str
    title: str
    codes: tuple[str, ...]


def crosswalk_services(ask: Ask) -> list[Json]:
    """The crosswalks."""
    return services(
        ask,
        ("SOC", "SOC"),
        ("DOT", "DOT"),
        ("RAPIDS", "RAPIDS"),
        ("ESCO", "ESCO"),
        ("education", "Education (CIP)"),
        ("occupation_handbook", "Occupational Outlook Handbook"),
        ("military", "Military"),
    )


def crosswalk(read: Callable[[Catalog], Rows]) -> Callable[[Ask], Json]:
    """What answers one crosswalk: the codes or titles that hold every word of the keyword."""

    def matches(catalog: Catalog) -> tuple[Match, ...]:
        found: dict[str, tuple[str, dict[str, None]]] = {}
        for code, title, ours in read(catalog):
            found.setdefault(code, (title, {}))[1][ours] = None
        known = catalog.row_of
        return tuple(
            Match(code, title, tuple(one for one in ours if one in known))
            for code, (title, ours) in sorted(found.items())
        )

    def answer(ask: Ask) -> Json:
        words = ask.required("keyword").lower().split()
        rows = [
            one
            for one in ask.catalog.keep(matches)
            if all(word in f"{one.code} {one.title}".lower() for word in words)
        ]
        return ask.page("match", rows, lambda one: _shape(ask, one))

    return answer


def _shape(ask: Ask, one: Match) -> Json:
    rows = [ask.catalog.occupation(code) for code in one.codes]
    return {
        "code": one.code,
        "title": one.title,
        "occupation": [occupation(ask, row) for row in rows],
    }


def _soc(catalog: Catalog) -> Rows:
    """SOC 2018 codes, by the occupations that belong to each."""
    titles = {one.soc_code: one.title for one in catalog.list_occupations() if one.code[8:] == "00"}
    for one in catalog.list_occupations():
        yield one.soc_code, titles.get(one.soc_code, one.title), one.code


def _rapids(catalog: Catalog) -> Rows:
    frame = catalog.release.table("apprenticeships")
    yield from frame.select("rapids_code", "title", "onet_soc_code").iter_rows()


def _esco(catalog: Catalog) -> Rows:
    frame = catalog.release.table("esco_links")
    yield from frame.select("esco_code", "esco_title", "onet_soc_code").iter_rows()


def _education(catalog: Catalog) -> Rows:
    release = catalog.release
    frame = release.table("program_occupations").join(release.table("programs"), on="cip_code")
    by_soc: dict[str, list[str]] = {}
    for one in catalog.list_occupations():
        by_soc.setdefault(one.soc_code, []).append(one.code)
    for cip, title, soc in frame.select("cip_code", "title", "soc_code").iter_rows():
        for code in by_soc.get(soc, ()):
            yield cip, title, code


_QUERY = ("keyword",)
_BASE = "online/crosswalks"
ROUTES = (
    Route(f"{_BASE}/", crosswalk_services),
    Route(f"{_BASE}/SOC", crosswalk(_soc), query=_QUERY),
    Route(f"{_BASE}/DOT", nothing("match"), "not held", _QUERY),
    Route(f"{_BASE}/RAPIDS", crosswalk(_rapids), "partly", _QUERY, "RAPIDS list of March 2026"),
    Route(f"{_BASE}/ESCO", crosswalk(_esco), query=_QUERY),
    Route(f"{_BASE}/education", crosswalk(_education), query=_QUERY),
    Route(f"{_BASE}/occupation_handbook", nothing("match"), "not held", _QUERY),
)
