"""Job titles from a CSV file or a plain text (one title a line) to a profile's work history."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from careerlattice.errors import BadProfile
from careerlattice.exchange.dates import read_span, written
from careerlattice.exchange.forces import is_armed_force
from careerlattice.exchange.json_resume import months_between
from careerlattice.exchange.remarks import field_without_work, unplaced, work_remarks
from careerlattice.match.titles.release_coder import suggest_occupations
from careerlattice.profile.calendar import ENDED_UNKNOWN
from careerlattice.profile.confirming import ImportedProfile, TitleProposal
from careerlattice.profile.fields import LONGEST_LIST, LONGEST_TEXT
from careerlattice.profile.files import read_text
from careerlattice.profile.model import Education, Profile, Work
from careerlattice.profile.no_job import SCHOOLING_WITHOUT_JOB
from careerlattice.profile.reading import MOST_MONTHS
from careerlattice.vocab.names import fold

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog

_MORE_COLUMNS = {
    "state": ("state",),
    "industry": ("industry",),
    "months": ("months",),
    "started": ("started on", "start date", "startdate", "start", "started", "from"),
    "ended": ("finished on", "end date", "enddate", "end", "ended", "finished", "to"),
    "employer": ("company name", "company", "employer", "organization"),
}
_SECTION_TEXT = (
    "experience|work experience|education|skills|summary|objective|profile|references|employment|"
    "employment history|work history|professional experience|contact|certifications|languages|"
    "basics|work|interests|projects|awards|volunteer experience"
)
_SECTIONS = frozenset(_SECTION_TEXT.split("|"))
_FOREIGN = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+|https?://|^\s*<\?xml|^\s*<\w+|^---\s*$|^\s*[{\[]\s*$", re.MULTILINE
)
_TITLE_COLUMNS = ("title", "job title", "jobtitle", "position", "occupation", "job")


@dataclass(frozen=True, slots=True)
class TitleRow:
    """One row of a title file: its line, the title, and what else the row tells."""

    line: int
    title: str
    state: str | None = None
    industry: str | None = None
    months: str = ""
    started: str = ""
    ended: str = ""
    employer: str = ""


def read_title_rows(path: str | Path) -> list[TitleRow]:
    """The rows of a CSV file with a column `title` (optional `state`, `industry`, `months`).

    Rows without a title keep their place with an empty one, so that answers can be joined back by
    row. Raises `BadProfile` naming the file, line and column at fault.
    """
    name = Path(path).name
    text = read_text(path, "file of titles")
    try:
        sample = csv.Sniffer().sniff(text[:4096].split("\n", 1)[0], delimiters=",;\t|")
        delimiter = sample.delimiter
    except csv.Error:
        delimiter = ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = [fold(cell) for cell in next(reader, [])]
        if not any(header):
            raise BadProfile(
                f"{name}: the file is empty. It needs a first line with the column title."
            )
        column = next((header.index(c) for c in _TITLE_COLUMNS if c in header), None)
        if column is None:
            shown = ", ".join(repr(c[:30]) for c in header[:8])
            raise BadProfile(
                f"{name}: line 1 has no column 'title' (it has {shown}). Name the column with the "
                "job titles 'title'."
            )
        places = {
            name: header.index(spelled)
            for name, spellings in _MORE_COLUMNS.items()
            for spelled in spellings[::-1]
            if spelled in header
        }
        rows = []
        for cells in reader:
            if not cells:
                continue
            title = cells[column] if column < len(cells) else ""
            more = {key: cells[at].strip() for key, at in places.items() if at < len(cells)}
            rows.append(
                TitleRow(
                    line=reader.line_num,
                    title=" ".join(title.split()),
                    state=more.get("state") or None,
                    industry=more.get("industry") or None,
                    months=more.get("months", ""),
                    started=more.get("started", ""),
                    ended=more.get("ended", ""),
                    employer=more.get("employer", ""),
                )
            )
    except csv.Error as error:
        raise BadProfile(
            f"{name}: line {reader.line_num}: {error}. Check for a quotation mark left open."
        ) from None
    return rows


def from_title_list(catalog: Catalog, path: str | Path, *, top: int = 5) -> ImportedProfile:
    """A profile whose work history is a list of titles: CSV with a column `title`, or plain text.

    A file ending in .csv or .tsv, or whose first line names a column, is read as CSV; any other as
    one title a line. Months come from a column `months`; else they are not known, which is said.
    Raises `BadProfile`.
    """
    notices: list[str] = []
    rows = _rows(path, notices)
    if not rows:
        raise BadProfile(f"{Path(path).name}: the file holds no job title.")
    if len(rows) > LONGEST_LIST:
        notices.append(
            f"{len(rows):,} titles: the first {LONGEST_LIST} were taken. For many people's titles "
            "use 'careerlattice code-titles'."
        )
        rows = rows[:LONGEST_LIST]
    fields = []
    for row in list(rows):
        studied = field_without_work(catalog, row.title[:LONGEST_TEXT])
        if studied is not None:
            rows.remove(row)
            fields.append(studied[0])
            notices.append(studied[1])
    texts = [row.title[:LONGEST_TEXT].rstrip() for row in rows]
    suggested = suggest_occupations(catalog, texts, top)
    work, proposals = [], []
    for i, (row, text, (suggestions, abstained)) in enumerate(
        zip(rows, texts, suggested, strict=True)
    ):
        months, notes = _months(row)
        if len(row.title) > LONGEST_TEXT:
            notes = (*notes, f"The title was cut to {LONGEST_TEXT} characters.")
        best = suggestions[0].onet_soc_code if suggestions and not abstained else None
        if best is None:
            notes = (*notes, unplaced(catalog, text))
        span = read_span(row.started, row.ended)
        is_force = is_armed_force(row.employer)
        work.append(
            Work(
                title=text,
                onet_soc_code=best,
                months=months,
                kind="military" if is_force else "job",
                employer=row.employer[:LONGEST_TEXT],
                started=written(span.start),
                ended=written(span.end) or (ENDED_UNKNOWN if span.is_over else ""),
            )
        )
        proposals.append(TitleProposal(i, text, months, suggestions, abstained, notes))
    if any(row.started for row in rows):
        notices += work_remarks(catalog, tuple(work), date.today())  # noqa: DTZ011 - a day is nothing
    education = Education(SCHOOLING_WITHOUT_JOB, tuple(fields)) if fields else None
    profile = Profile(education=education, work=tuple(work))
    return ImportedProfile(profile, tuple(proposals), tuple(notices))


def _rows(path: str | Path, notices: list[str]) -> list[TitleRow]:
    file = Path(path)
    text = read_text(file, "file of titles")
    first = text.lstrip().split("\n", 1)[0]
    is_table = file.suffix.lower() in (".csv", ".tsv") or any(
        fold(cell) in _TITLE_COLUMNS
        for cell in first.replace(";", ",").replace("\t", ",").split(",")
    )
    if is_table:
        rows = read_title_rows(file)
        empty = [row.line for row in rows if not row.title]
        if empty:
            shown = ", ".join(map(str, empty[:5]))
            notices.append(f"{len(empty)} row(s) have no title and were left out (line {shown}).")
        return [row for row in rows if row.title]
    _refuse_a_whole_resume(file.name, text)
    lines = enumerate(text.splitlines(), start=1)
    return [TitleRow(n, " ".join(line.split())) for n, line in lines if line.strip()]


def _refuse_a_whole_resume(name: str, text: str) -> None:
    """Raise `BadProfile` for a text whose lines are no titles."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    headings = sum(fold(line.strip("#*:- ")) in _SECTIONS for line in lines)
    sentences = sum(len(line.split()) > 12 or line.endswith(".") for line in lines)
    if _FOREIGN.search(text) or headings >= 2 or sentences > max(2, len(lines) // 3):
        raise BadProfile(
            f"{name}: this looks like a whole résumé, and only a list of job titles, one on each "
            "line, can be read from plain text. Keep the titles alone, or export your résumé as "
            "JSON Resume (jsonresume.org) or your positions as CSV."
        )


def _months(row: TitleRow) -> tuple[float | None, tuple[str, ...]]:
    if not row.months and (row.started or row.ended):
        today = date.today()  # noqa: DTZ011 - a day's difference does not matter
        return months_between(row.started, row.ended, today)
    if not row.months:
        return None, ("No months are given; add them.",)
    try:
        months = float(row.months)
    except ValueError:
        return None, (f"The months {row.months[:20]!r} are not a number; add them.",)
    if not 0 <= months <= MOST_MONTHS:
        return None, (f"The months {row.months[:20]} cannot be; add them.",)
    return months, ()
