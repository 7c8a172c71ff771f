"""Long lists of options, made once: states, areas of a state, pathways, schooling."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from careerlattice.vocab.states import STATES
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.places import metros_of

register = template.Library()


def _options(pairs: Iterable[tuple[str, str]], selected: str | None) -> str:
    return "".join(
        f'<option value="{escape(value)}"{" selected" if value == selected else ""}>'
        f"{escape(name)}</option>"
        for value, name in pairs
    )


@register.simple_tag
@lru_cache(maxsize=128)
def state_options(selected: str) -> SafeString:
    """The states as options."""
    return mark_safe(_options(((state.postal, state.name) for state in STATES), selected))


@register.simple_tag
@lru_cache(maxsize=512)
def metro_options(state: str, selected: str) -> SafeString:
    """The areas of a state as options."""
    return mark_safe(_options(metros_of(state), selected))


@register.simple_tag
@lru_cache(maxsize=128)
def pathway_options(selected: str | None) -> SafeString:
    """The pathways of the 2008 framework that hold occupations, by cluster."""
    catalog = served_catalog()
    groups = []
    for cluster in catalog.list_clusters("2008"):
        pairs = [
            (pathway.id, pathway.name)
            for pathway in catalog.list_pathways("2008", cluster.id)
            if pathway.basis != "none"
        ]
        groups.append(
            f'<optgroup label="{escape(cluster.name)}">{_options(pairs, selected)}</optgroup>'
        )
    return mark_safe("".join(groups))


@register.simple_tag
@lru_cache(maxsize=32)
def rung_options(rungs: tuple[object, ...]) -> SafeString:
    """The occupations of a ladder as options, by level."""
    groups = []
    for rung in rungs:
        pairs = [(line.code, line.title) for line in rung.lines]  # type: ignore[attr-defined]
        name = escape(rung.level)  # type: ignore[attr-defined]
        groups.append(f'<optgroup label="{name}">{_options(pairs, "")}</optgroup>')
    return mark_safe("".join(groups))
