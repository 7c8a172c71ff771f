"""A figure that no table gives, set by this project, with its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assumption:
    """A figure we set, its unit and why; `label` is what people are told it is."""

    value: float
    unit: str
    why: str
    label: str = ""
