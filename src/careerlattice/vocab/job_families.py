"""The major groups of the SOC 2018, which O*NET calls job families."""

from __future__ import annotations

_ROWS = """
11 Management
13 Business and Financial Operations
15 Computer and Mathematical
17 Architecture and Engineering
19 Life, Physical, and Social Science
21 Community and Social Service
23 Legal
25 Educational Instruction and Library
27 Arts, Design, Entertainment, Sports, and Media
29 Healthcare Practitioners and Technical
31 Healthcare Support
33 Protective Service
35 Food Preparation and Serving Related
37 Building and Grounds Cleaning and Maintenance
39 Personal Care and Service
41 Sales and Related
43 Office and Administrative Support
45 Farming, Fishing, and Forestry
47 Construction and Extraction
49 Installation, Maintenance, and Repair
51 Production
53 Transportation and Material Moving
55 Military Specific
"""

JOB_FAMILIES: dict[str, str] = {
    f"{number}-0000": name
    for number, _, name in (line.partition(" ") for line in _ROWS.strip().splitlines())
}
"""Name of each major group by its code, `29-0000`."""


def job_family_of(code: str) -> tuple[str, str]:
    """Code and name of the family of an occupation code.

    >>> job_family_of("29-1141.00")
    ('29-0000', 'Healthcare Practitioners and Technical')
    """
    family = f"{code[:2]}-0000"
    return family, JOB_FAMILIES[family]
