"""All declared tables by name."""

from __future__ import annotations

from careerlattice.tables.area_tables import AREA_TABLES
from careerlattice.tables.education_tables import EDUCATION_TABLES
from careerlattice.tables.entry_tables import ENTRY_TABLES
from careerlattice.tables.framework_tables import FRAMEWORK_TABLES
from careerlattice.tables.license_tables import LICENSE_TABLES
from careerlattice.tables.model import Table
from careerlattice.tables.occupation_tables import OCCUPATION_TABLES
from careerlattice.tables.sources_of_record import SOURCES

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        *OCCUPATION_TABLES,
        *AREA_TABLES,
        *LICENSE_TABLES,
        *EDUCATION_TABLES,
        *FRAMEWORK_TABLES,
        *ENTRY_TABLES,
    )
}


def declaration_flaws() -> list[str]:
    """What is wrong with the declarations themselves: an empty list when all hold together."""
    flaws = []
    for table in TABLES.values():
        columns = set(table.columns)
        flaws += [
            f"{table.name}: key {name} is not a field" for name in table.key if name not in columns
        ]
        flaws += [f"{table.name}: unknown source {s}" for s in table.sources if s not in SOURCES]
        for link in table.links:
            if not set(link.fields) <= columns or len(link.fields) != len(link.to_fields):
                flaws.append(f"{table.name}: link {', '.join(link.fields)} is not a field")
            if link.to not in TABLES or not set(link.to_fields) <= set(TABLES[link.to].columns):
                flaws.append(f"{table.name}: link to {link.to} leads nowhere")
    return flaws
