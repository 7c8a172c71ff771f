"""Reading a CTDL pathway, strictly where order rests on it and leniently in its forms.

Texts may be language maps or plain, references addresses or objects, parts `hasPart`, `hasChild` or
only `isPartOf`; the old misspelling `preceeds` is understood.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from careerlattice.errors import BadRequest

_PREFIX = re.compile(r"^(?:ceterms|ceasn|asn|skos|schema):")
_CODE = re.compile(r"\b\d\d-\d\d\d\d(?:\.\d\d)?\b")
_COMPONENT = "Component"
_MOST_NODES = 5_000
_MOST_CONDITIONS = 50_000


@dataclass(frozen=True, slots=True)
class TakenCondition:
    """What a component asks: `number` of its targets (component ids) or of its alternatives."""

    text: str
    number: int | None
    targets: tuple[str, ...]
    alternatives: tuple[TakenCondition, ...]

    @property
    def all_targets(self) -> tuple[str, ...]:
        """The targets of it and of its alternatives, each once."""
        below = (target for inner in self.alternatives for target in inner.all_targets)
        return tuple(dict.fromkeys((*self.targets, *below)))


@dataclass(frozen=True, slots=True)
class TakenComponent:
    """A component: its kind (`Job`, `Credential` …), SOC codes, level, and what comes after it."""

    id: str
    kind: str
    name: str
    description: str
    codes: tuple[str, ...]
    level: str
    precedes: tuple[str, ...]
    conditions: tuple[TakenCondition, ...]


@dataclass(frozen=True, slots=True)
class TakenPathway:
    """A pathway as read; `remarks` say what was odd or left out."""

    name: str
    description: str
    owner: str
    destination: str
    components: tuple[TakenComponent, ...]
    remarks: tuple[str, ...]

    @property
    def jobs(self) -> tuple[TakenComponent, ...]:
        """The components that are jobs."""
        return tuple(one for one in self.components if one.kind == "Job")

    def get(self, component_id: str) -> TakenComponent:
        """The component of this id. Raises `KeyError`."""
        for one in self.components:
            if one.id == component_id:
                return one
        raise KeyError(component_id)


def from_ctdl(value: Any) -> TakenPathway:
    """The pathway of a CTDL document (JSON values).

    Raises `BadRequest` where there is no pathway, more than one, no or several destinations, a part
    that is missing, or a circle among what components ask.
    """
    nodes = {str(node.get("@id", place)): node for place, node in enumerate(_nodes(value))}
    pathways = [node for node in nodes.values() if _type(node) == "Pathway"]
    if len(pathways) != 1:
        what = "no pathway" if not pathways else f"{len(pathways)} pathways; one is read at a time"
        raise BadRequest(f"This is CTDL with {what}." if nodes else "This holds no CTDL.")
    pathway = pathways[0]
    remarks: list[str] = []
    parts = _parts(pathway, nodes)
    met = itertools.count(1)
    components = tuple(_component(part, nodes[part], nodes, remarks, met) for part in parts)
    destination = _destination(pathway, parts)
    found = TakenPathway(
        name=_text(_get(pathway, "name")),
        description=_text(_get(pathway, "description")),
        owner=_owner(pathway, nodes),
        destination=destination,
        components=components,
        remarks=tuple(dict.fromkeys(remarks)),
    )
    _refuse_circles(found)
    return found


def _nodes(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every resource of a document, with conditions that stand by themselves."""
    graph = value.get("@graph", [value]) if isinstance(value, Mapping) else value
    if not isinstance(graph, list):
        raise BadRequest("This is no CTDL: a JSON object with @graph, or one resource, is read.")
    if len(graph) > _MOST_NODES:
        raise BadRequest(f"This CTDL has {len(graph):,} resources; {_MOST_NODES:,} are read.")
    for node in graph:
        if isinstance(node, Mapping):
            yield node


def _type(node: Mapping[str, Any]) -> str:
    kind = node.get("@type", "")
    kind = kind[0] if isinstance(kind, list) and kind else kind
    return _PREFIX.sub("", str(kind))


def _get(node: Mapping[str, Any], name: str) -> Any:
    """A property, whatever its prefix."""
    for key, value in node.items():
        if _PREFIX.sub("", str(key)) == name:
            return value
    return None


def _text(value: Any) -> str:
    """A text: plain, a language map (English before others), or the first of several."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return next((told for told in map(_text, value) if told), "")
    if isinstance(value, Mapping):
        if "@value" in value:
            return _text(value["@value"])
        english = [one for key, one in value.items() if str(key).lower().startswith("en")]
        return next((told for told in map(_text, [*english, *value.values()]) if told), "")
    return ""


def _references(value: Any) -> tuple[str, ...]:
    found = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, Mapping) and isinstance(one.get("@id"), str):
            found.append(one["@id"])
    return tuple(dict.fromkeys(found))


def _parts(pathway: Mapping[str, Any], nodes: Mapping[str, Mapping[str, Any]]) -> list[str]:
    own = pathway.get("@id")
    named = [*_references(_get(pathway, "hasPart")), *_references(_get(pathway, "hasChild"))]
    missing = [part for part in named if part not in nodes]
    if missing:
        raise BadRequest(
            f"The pathway names {len(missing)} parts that are not in the file, the first "
            f"{missing[0][:90]}. Export it with all of its components."
        )
    inside = [
        node_id
        for node_id, node in nodes.items()
        if own is not None and own in _references(_get(node, "isPartOf"))
    ]
    found = dict.fromkeys([*named, *inside])
    parts = [part for part in found if _type(nodes[part]).endswith(_COMPONENT)]
    if not parts:
        raise BadRequest("The pathway has no components.")
    return parts


def _destination(pathway: Mapping[str, Any], parts: list[str]) -> str:
    named = _references(_get(pathway, "hasDestinationComponent"))
    inside = [one for one in named if one in parts]
    if len(inside) != 1:
        raise BadRequest(
            f"A pathway has one destination among its components; this one has {len(inside)}."
        )
    return inside[0]


def _component(
    node_id: str,
    node: Mapping[str, Any],
    nodes: Mapping[str, Mapping[str, Any]],
    remarks: list[str],
    met: Iterator[int],
) -> TakenComponent:
    kind = _type(node).removesuffix(_COMPONENT)
    name = _text(_get(node, "name"))
    codes = _codes(_get(node, "occupationType"))
    if kind == "Job" and not codes:
        remarks.append(f"{name!r} has no O*NET-SOC code; its name is read instead.")
    after = [*_references(_get(node, "precedes")), *_references(_get(node, "preceeds"))]
    return TakenComponent(
        id=node_id,
        kind=kind,
        name=name,
        description=_text(_get(node, "description")),
        codes=codes,
        level=_level(node, nodes),
        precedes=tuple(one for one in dict.fromkeys(after) if one in nodes),
        conditions=tuple(_conditions(_get(node, "hasCondition"), nodes, met, 0)),
    )


def _level(node: Mapping[str, Any], nodes: Mapping[str, Mapping[str, Any]]) -> str:
    for level in _references(_get(node, "hasProgressionLevel")):
        if level in nodes:
            return _text(_get(nodes[level], "prefLabel")).lower()
    return ""


def _codes(value: Any) -> tuple[str, ...]:
    """SOC codes among the items of frameworks."""
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping):
            noted = f"{_text(_get(item, 'codedNotation'))} {_get(item, 'targetNode') or ''}"
            found += _CODE.findall(noted)[:1]
    return tuple(dict.fromkeys(found))


def _conditions(
    value: Any, nodes: Mapping[str, Mapping[str, Any]], met: Iterator[int], depth: int
) -> Iterable[TakenCondition]:
    """Conditions with their alternatives; `met` counts all of them.

    They name each other, so that a small file can unfold into any number.
    """
    if depth > 20:
        raise BadRequest("Conditions are nested too deeply.")
    for one in value if isinstance(value, list) else [value]:
        node = nodes.get(one) if isinstance(one, str) else one
        if isinstance(node, Mapping) and set(node) == {"@id"}:
            node = nodes.get(str(node["@id"]))
        if not isinstance(node, Mapping):
            continue
        if next(met) > _MOST_CONDITIONS:
            raise BadRequest(f"This CTDL has more than {_MOST_CONDITIONS:,} conditions.")
        number = _get(node, "requiredNumber")
        yield TakenCondition(
            text=_text(_get(node, "description")) or _text(_get(node, "name")),
            number=number if isinstance(number, int) and not isinstance(number, bool) else None,
            targets=_references(_get(node, "targetComponent")),
            alternatives=tuple(_conditions(_get(node, "hasCondition"), nodes, met, depth + 1)),
        )


def _owner(pathway: Mapping[str, Any], nodes: Mapping[str, Mapping[str, Any]]) -> str:
    for name in ("ownedBy", "offeredBy"):
        for one in _references(_get(pathway, name)):
            return _text(_get(nodes[one], "name")) if one in nodes else one
    return ""


def _refuse_circles(pathway: TakenPathway) -> None:
    """Raise `BadRequest` when a component asks itself, by whatever way round."""
    asks = {
        one.id: [target for asked in one.conditions for target in asked.all_targets]
        for one in pathway.components
    }
    names = {one.id: one.name for one in pathway.components}
    done: set[str] = set()
    for first, asked_by_first in asks.items():
        stack, on_way = [(first, iter(asked_by_first))], {first}
        while stack:
            here, rest = stack[-1]
            following = next((one for one in rest if one in asks and one not in done), None)
            if following is None:
                done.add(here)
                on_way.discard(here)
                stack.pop()
            elif following in on_way:
                raise BadRequest(
                    f"{names[following]!r} asks itself, by way of {names[here]!r}: a circle."
                )
            else:
                on_way.add(following)
                stack.append((following, iter(asks[following])))
