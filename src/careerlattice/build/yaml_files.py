"""YAML files of our own, in which the same key twice is a mistake."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from careerlattice.errors import DataError, MissingFile

try:  # libyaml takes a sixth of the time; not every PyYAML carries it.
    from yaml import CSafeLoader as _SafeLoader
except ImportError:
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]


class _Loader(_SafeLoader):
    """Refuses a key that stands twice."""


def _mapping(loader: _Loader, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
    seen = set()
    for key_node, _ in node.value:
        if key_node.tag == "tag:yaml.org,2002:merge":
            continue
        key = loader.construct_object(key_node, deep=True)
        if key in seen:
            raise yaml.YAMLError(f"line {key_node.start_mark.line + 1}: {key!r} stands twice")
        seen.add(key)
    return _SafeLoader.construct_mapping(loader, node, deep=True)


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def load_yaml(path: Path) -> Any:
    """The values of a YAML file. Raises `MissingFile` or `DataError` with the line."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise MissingFile(f"{path} cannot be read: {error.strerror or error}.") from error
    try:
        return yaml.load(text, _Loader)
    except yaml.YAMLError as error:
        raise DataError(f"{path.name} is not YAML: {' '.join(str(error).split())}") from error


def load_mapping(path: Path) -> dict[str, Any]:
    """A YAML file as a mapping. Raises `MissingFile` or `DataError`."""
    given = load_yaml(path)
    if not isinstance(given, dict):
        raise DataError(f"{path.name} holds no mapping.")
    return given
