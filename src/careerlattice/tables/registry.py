"""All declared tables by name."""

from __future__ import annotations

from careerlattice.tables.area_tables import AREA_TABLES
from careerlattice.tables.education_tables import EDUCATION_TABLES
from careerlattice.tables.framework_tables import FRAMEWORK_TABLES
from careerlattice.tables.model import Table
from careerlattice.tables.occupation_tables import OCCUPATION_TABLES
from careerlattice.tables.sources_of_record import SOURCES

TABLES: dict[str, Table] = {
    table.name: table
    for table in (*OCCUPATION_TABLES, *AREA_TABLES, *EDUCATION_TABLES, *FRAMEWORK_TABLES)
}


def declaration_flaws() -> list[str]:
    """What is wrong with the declarations themselves: an empty list when all hold together."""
    flaws = []
    for table in TABLES.values():
        columns = set(table.columns)
        flaws += [f"{table.name}: key {name} is no field" for name in table.key if name not in columns]
        flaws += [f"{table.name}: unknown source {s}" for s in table.sources if s not in SOURCES]
        for link in table.links:
            if link.field not in columns:
                flaws.append(f"{table.name}: link {link.field} is no field")
            if link.to not in TABLES or link.to_field not in TABLES[link.to].columns:
                flaws.append(f"{table.name}: link to {link.to}.{link.to_field} leads nowhere")
    return flaws
