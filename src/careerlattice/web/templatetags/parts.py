"""Links that remember the place, addresses of files, and names of sources."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote, urlencode

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from careerlattice.vocab.levels import LadderLevel
from careerlattice.web.http.assets import asset_address
from careerlattice.web.http.frame import Site
from careerlattice.web.http.page import all_credits
from careerlattice.web.pages.atlas.level_words import LEVEL_WORDS
from careerlattice.wording.work_names import area_in_text

register = template.Library()


@register.simple_tag(takes_context=True)
def to(context: dict[str, Any], *path: object, **query: object) -> str:
    """An address on this site that keeps the place chosen: `{% to "/occupations/" code %}`.

    Parts after the first are escaped; named values become the question. `state=""` drops the place.
    """
    head, *rest = path
    address = str(head) + "".join(quote(str(part), safe="") for part in rest)
    site: Site | None = context.get("site")
    if "state" not in query and site is not None:
        query["state"] = site.state
    given = {key.rstrip("_"): value for key, value in query.items() if value not in ("", None)}
    return address + ("?" + urlencode(given) if given else "")


@register.simple_tag
def asset(name: str) -> str:
    """The address of a style, script or picture."""
    return asset_address(name)


@register.simple_tag
def source(source_id: str) -> SafeString:
    """The short name of a source, linked to its entry among the credits."""
    known = all_credits().get(source_id)
    if known is None:
        return mark_safe("")
    return format_html(
        '<a href="/methods#source-{}">{}</a>, <span translate="no">{}</span>',
        source_id,
        known.title,
        known.edition,
    )


@register.filter
def json_ld(value: Any) -> SafeString:
    """Values as JSON that is safe inside a `script` element."""
    text = json.dumps(value, ensure_ascii=True, sort_keys=True)
    escaped = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return mark_safe(escaped)


@register.filter
def at(values: Any, key: Any) -> Any:
    """The entry of a mapping."""
    return values.get(key)


@register.filter
def percent(share: float) -> float:
    """A share of one as percent of a width."""
    return round(100 * share, 1)


@register.filter
def importance_percent(importance: float) -> float:
    """An importance from 1 to 5 as percent of a width."""
    return round(100 * (importance - 1) / 4, 1)


@register.filter
def the_area(name: str) -> str:
    """The name of an area inside a sentence: `the United States`, `Ohio`."""
    return area_in_text(name)


@register.filter
def level_word(level: LadderLevel) -> str:
    """A level of a ladder as a word: `Entry`."""
    return str(LEVEL_WORDS[level])
