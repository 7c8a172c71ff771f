"""A number with its unit, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from careerlattice.catalog.json_shapes import FigureJson, ProvenanceJson

Status = Literal["published", "suppressed", "top-coded", "hourly only", "not published"]

WHY: dict[str, str] = {
    "published": "published",
    "suppressed": "not released by the publisher (too few answers)",
    "top-coded": "$239,200 a year or more; the publisher gives no exact figure",
    "hourly only": "published by the hour only, since few work year-round and full time",
    "not published": "not published for this occupation",
}


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a number comes from: source id, vintage, area, the publisher's line, a remark."""

    source: str
    vintage: str
    area: str = ""
    line: str = ""
    note: str = ""

    def json_value(self) -> ProvenanceJson:
        """The fields that say something."""
        names = ("source", "vintage", "area", "line", "note")
        said = {name: getattr(self, name) for name in names if getattr(self, name)}
        return cast("ProvenanceJson", said)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, its unit and its provenance; without a value, `status` says why."""

    value: float | None
    unit: str
    provenance: Provenance
    status: Status = "published"

    @property
    def why_missing(self) -> str:
        """Why there is no value, in words; empty when there is one."""
        return "" if self.value is not None else WHY[self.status]

    def json_value(self) -> FigureJson:
        """The figure as JSON-ready values."""
        return {
            "value": self.value,
            "unit": self.unit,
            "status": self.status,
            "provenance": self.provenance.json_value(),
        }
