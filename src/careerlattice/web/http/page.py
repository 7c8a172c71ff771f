"""What every page says of itself, and the credits of the sources it draws on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from careerlattice.catalog.model import Area
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.paging import Part


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way from the start page to this one."""

    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Credit:
    """A source with its edition and the sentence that credits it."""

    id: str
    title: str
    publisher: str
    edition: str
    vintage: str
    licence: str
    address: str
    credit: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """What every page says of itself; pages add their own fields.

    `sources` are the ids of the sources the page draws on; `place` is the area its figures are for,
    carried on by every link; `part` says which rows of a long list it holds. These fields stand
    outside the `data` of the JSON page.
    """

    title: str
    description: str = ""
    crumbs: tuple[Crumb, ...] = ()
    sources: tuple[str, ...] = ()
    place: Area | None = field(default=None)
    part: Part | None = field(default=None)


FRAME_FIELDS = frozenset(Page.__dataclass_fields__)


@cache
def all_credits() -> dict[str, Credit]:
    """Every source of the served release, by id."""
    names = Credit.__slots__
    return {
        row["id"]: Credit(**{name: row.get(name, "") for name in names})
        for row in served_catalog().release.manifest.sources
    }


def credits_of(sources: tuple[str, ...]) -> list[Credit]:
    """The credits of the sources named, in that order; ids this release lacks are passed over."""
    known = all_credits()
    return [known[source] for source in sources if source in known]
