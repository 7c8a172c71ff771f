"""The declarations hold together, and the data dictionary says what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careerlattice.tables.registry import TABLES, declaration_flaws
from careerlattice.tables.sources_of_record import SOURCES
from devtools.table_dictionary import dictionary

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "tables.md"


def test_the_declarations_hold_together():
    assert declaration_flaws() == []


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_says_all_that_a_reader_needs(table):
    assert table.help
    assert table.sources
    assert table.key
    assert len(set(table.columns)) == len(table.columns)
    for field in table.fields:
        assert field.help, f"{table.name}.{field.name}"
        assert not (field.name in table.key and field.nullable)
        if field.type in {"int8", "int16", "int32", "float"}:
            assert field.low is not None, f"{table.name}.{field.name} has no range"
            assert field.high is not None or field.name == "task_id"
        if field.pattern:
            re.compile(field.pattern)
    assert list(table.schema()) == list(table.columns)


def test_a_source_has_edition_licence_address_and_credit():
    used = {source for table in TABLES.values() for source in table.sources}
    assert used == set(SOURCES)
    for source in SOURCES.values():
        for name in set(source.__slots__) - {"short"}:
            assert getattr(source, name), f"{source.id} lacks {name}"
        assert source.citation.endswith(source.edition)
        assert source.address.startswith("https://") or source.id == "careerlattice"


def test_only_local_tables_hold_sentences_of_others():
    local = {name for name, table in TABLES.items() if table.is_local}
    assert local == {"occupation_texts", "task_texts", "element_texts"}


def test_the_data_dictionary_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == dictionary(), (
        "write it again: python -m devtools.table_dictionary docs/reference/tables.md"
    )


def test_the_data_dictionary_names_every_table_field_and_source():
    page = dictionary()
    for table in TABLES.values():
        assert f"\n## {table.name}\n" in page
        for field in table.fields:
            assert f"| `{field.name}` |" in page
    for source in SOURCES.values():
        assert f"\n### {source.id}\n" in page
        assert source.credit in page
