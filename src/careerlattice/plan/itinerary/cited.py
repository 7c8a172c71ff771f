"""The sources of an entry condition or gate, as cited on a step."""

from __future__ import annotations

from collections.abc import Iterable

from careerlattice.requirements.entry import FactSource, SourceKind


def cited(sources: Iterable[FactSource]) -> tuple[str, ...]:
    """Each source in a line: the page read, or the rule; a rule not looked up says so."""
    found = []
    for source in sources:
        if source.kind is SourceKind.HANDBOOK:
            found.append(f"BLS Occupational Outlook Handbook, {source.title}: {source.section}")
        elif source.kind is SourceKind.JUDGMENT:
            found.append(f"this project's judgment: {source.citation}")
        else:
            found.append(
                source.citation if source.is_read else f"{source.citation} (to be checked)"
            )
    return tuple(dict.fromkeys(found))
