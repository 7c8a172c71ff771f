"""The schema of a type is what the JSON writer makes of its values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NotRequired, TypedDict

import pytest

from careerlattice.vocab.json_schema import Schemas
from careerlattice.vocab.json_values import to_json
from careerlattice.vocab.levels import EducationLevel

jsonschema_rs = pytest.importorskip("jsonschema_rs", reason="pip install jsonschema-rs")


class RangeJson(TypedDict):
    """A range."""

    low: float
    note: NotRequired[str]


@dataclass(frozen=True)
class Written:
    """A value with its own writer."""

    low: float

    def json_value(self) -> RangeJson:
        return {"low": self.low}


@dataclass(frozen=True)
class Older:
    """A value with the older kind of writer."""

    low: float

    def to_dict(self) -> RangeJson:
        return {"low": self.low, "note": "older"}


@dataclass(frozen=True)
class Inside:
    """All the forms a field may take."""

    level: EducationLevel
    dollars: float = field(metadata={"digits": 0})
    share: float | None = field(metadata={"json": "portion", "digits": 2})
    written: Written
    older: tuple[Older, ...]
    by_level: dict[EducationLevel, float]
    drawing: str = field(metadata={"json": False})


VALUE = Inside(
    level=EducationLevel.BACHELOR,
    dollars=12.6,
    share=0.123456,
    written=Written(low=1.5),
    older=(Older(low=2.0),),
    by_level={EducationLevel.MASTER: 0.5},
    drawing="<svg/>",
)


def test_a_value_is_as_its_type_is_told() -> None:
    schemas = Schemas()
    schema = {**schemas.of(Inside), "components": {"schemas": schemas.defs}}
    written = to_json(VALUE)
    jsonschema_rs.validator_for(schema).validate(written)
    assert list(written) == ["level", "dollars", "portion", "written", "older", "by_level"]
    assert schemas.defs["Inside"]["properties"]["dollars"] == {"type": "integer"}
    assert list(schemas.defs) == ["Inside", "Range"]
    assert schemas.defs["Range"]["required"] == ["low"]


def test_every_form_is_held() -> None:
    schemas = Schemas()
    schema = {**schemas.of(Inside), "components": {"schemas": schemas.defs}}
    check = jsonschema_rs.validator_for(schema)
    good = to_json(VALUE)
    for name, wrong in (
        ("level", "bachelors"),
        ("dollars", 12.6),
        ("portion", "none"),
        ("written", {}),
        ("older", [{"low": 1.0, "more": 2}]),
        ("by_level", {"master": None}),
        ("drawing", "<svg/>"),
    ):
        assert not check.is_valid({**good, name: wrong}), name


def test_two_classes_of_one_name_are_refused() -> None:
    @dataclass(frozen=True)
    class Range:
        low: float

    schemas = Schemas()
    schemas.of(Written)
    with pytest.raises(TypeError, match="name Range"):
        schemas.of(Range)


def test_a_writer_without_a_shape_is_named() -> None:
    class Vague:
        def to_dict(self) -> dict[str, object]:
            return {}

    @dataclass(frozen=True)
    class Holder:
        vague: tuple[Vague, ...]

    Holder.__annotations__["vague"] = tuple[Vague, ...]
    with pytest.raises(TypeError, match="Holder: Vague: no schema for"):
        Schemas().of(Holder)
