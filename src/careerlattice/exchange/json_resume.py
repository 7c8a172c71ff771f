"""JSON Resume (jsonresume.org, schema 1.0) to a profile.

Taken over: name, state, work, volunteering, education, certificates and languages. Every occupation
is a guess from a job title and comes back as a proposal to confirm; the profile holds it
unconfirmed. What is not taken over is named in the notices.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerlattice.catalog.names.places import state_in
from careerlattice.errors import BadCode, BadProfile, NotFound
from careerlattice.exchange.dates import Month, Span, is_now, read_month, read_span, written
from careerlattice.exchange.forces import is_armed_force
from careerlattice.exchange.remarks import field_without_work, unplaced, work_remarks
from careerlattice.exchange.schooling import Schooling, read_schooling
from careerlattice.match.titles.release_coder import suggest_occupations
from careerlattice.profile.calendar import ENDED_UNKNOWN
from careerlattice.profile.confirming import ImportedProfile, TitleProposal
from careerlattice.profile.experience_rates import WorkKind
from careerlattice.profile.fields import LONGEST_LIST, LONGEST_TEXT, kind_of
from careerlattice.profile.files import read_json
from careerlattice.profile.model import (
    Education,
    FieldOfStudy,
    HeldLicense,
    Language,
    LanguageLevel,
    Place,
    Profile,
    Work,
)
from careerlattice.profile.no_job import SCHOOLING_WITHOUT_JOB
from careerlattice.requirements.field_names import resolve_field
from careerlattice.vocab.levels import EducationLevel

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog

_NOT_TAKEN = ("skills", "awards", "publications", "interests", "references", "projects")
_WORK_KEYS = (
    "work",
    "experience",
    "workExperience",
    "work_experience",
    "employment",
    "jobs",
    "positions",
    "employmentHistory",
    "work_history",
)
_TITLE_KEYS = ("position", "title", "jobTitle", "job_title", "role", "occupation", "name")
_START_KEYS = ("startDate", "start_date", "start", "from", "startedOn", "started_on", "started")
_END_KEYS = ("endDate", "end_date", "end", "to", "finishedOn", "finished_on", "until", "ended")
_INNER_KEYS = ("positions", "roles")
_KNOWN = (
    "basics",
    "education",
    "volunteer",
    "certificates",
    "languages",
    "meta",
    "$schema",
    "coverLetter",
    "format",
    *_WORK_KEYS,
    *_NOT_TAKEN,
)
_FLUENCY: tuple[tuple[str, LanguageLevel], ...] = (
    ("native", "native"),
    ("mother", "native"),
    ("bilingual", "native"),
    ("fluent", "fluent"),
    ("full professional", "fluent"),
    ("advanced", "fluent"),
    ("c1", "fluent"),
    ("c2", "fluent"),
    ("conversational", "conversational"),
    ("intermediate", "conversational"),
    ("working", "conversational"),
    ("b1", "conversational"),
    ("b2", "conversational"),
    ("basic", "basic"),
    ("beginner", "basic"),
    ("elementary", "basic"),
    ("a1", "basic"),
    ("a2", "basic"),
)


@dataclass
class _Reader:
    """Collects what is read and what is not."""

    notices: list[str] = field(default_factory=list)

    def entries(self, values: dict[str, Any], name: str) -> list[tuple[int, dict[str, Any]]]:
        given = values.get(name)
        if given is None:
            return []
        if not isinstance(given, list):
            self.notices.append(f"{name} is {kind_of(given)}, not a list; it was left out.")
            return []
        if len(given) > LONGEST_LIST:
            self.notices.append(
                f"{name} has {len(given):,} entries; the first {LONGEST_LIST} were read."
            )
        kept = []
        for i, entry in enumerate(given[:LONGEST_LIST]):
            if isinstance(entry, dict):
                kept.append((i, entry))
            else:
                self.notices.append(f"{name}[{i}] is {kind_of(entry)}; it was left out.")
        return kept

    def text(self, entry: dict[str, Any], name: str, where: str) -> str:
        value = entry.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.notices.append(f"{where}.{name} is {kind_of(value)}, not a text; it was left out.")
            return ""
        shown = " ".join(value.split())
        if len(shown) > LONGEST_TEXT:
            self.notices.append(f"{where}.{name} was cut to {LONGEST_TEXT} characters.")
            shown = shown[:LONGEST_TEXT].rstrip()
        return shown


def from_json_resume(
    catalog: Catalog,
    source: str | Path | dict[str, Any],
    *,
    today: date | None = None,
    top: int = 5,
) -> ImportedProfile:
    """The profile in a JSON Resume (a path, or its values already read).

    `today` closes work without an end date (default: the current date). Raises `BadProfile` when
    the file cannot be read as a JSON Resume; single entries that cannot be used are left out and
    named in the notices.
    """
    values: Any = source if isinstance(source, dict) else read_json(source, "résumé")
    name = "résumé" if isinstance(source, dict) else Path(source).name
    if not isinstance(values, dict):
        raise BadProfile(f"{name}: the file holds {kind_of(values)}, not a JSON Resume object.")
    known = ("basics", "education", "volunteer", "certificates", "languages", *_NOT_TAKEN)
    if not any(key in values for key in (*known, *_WORK_KEYS)):
        raise BadProfile(
            f"{name}: none of the parts of a JSON Resume are there (basics, work, education …). "
            "See jsonresume.org/schema, or import a list of job titles as CSV or text."
        )
    reader = _Reader()
    basics = values.get("basics")
    if basics is not None and not isinstance(basics, dict):
        reader.notices.append(f"basics is {kind_of(basics)}, not an object; it was left out.")
    basics = basics if isinstance(basics, dict) else {}
    now = today or date.today()  # noqa: DTZ011 - a day's difference at the date line does not matter
    read, remarks = _work(reader, values, now)
    studied = [field_without_work(catalog, item.title) for item in read]
    work = [item for item, field in zip(read, studied, strict=True) if field is None]
    notes = [said for said, field in zip(remarks, studied, strict=True) if field is None]
    reader.notices += [field[1] for field in studied if field is not None]
    suggested = suggest_occupations(catalog, [w.title for w in work], top)
    proposals, guessed = [], []
    for i, (item, (suggestions, abstained)) in enumerate(zip(work, suggested, strict=True)):
        best = suggestions[0].onet_soc_code if suggestions and not abstained else None
        guessed.append(replace(item, onet_soc_code=best))
        said = notes[i] if best is not None else (*notes[i], unplaced(catalog, item.title))
        proposals.append(TitleProposal(i, item.title, item.months, suggestions, abstained, said))
    _name_what_is_left_out(reader, values)
    reader.notices += work_remarks(catalog, tuple(guessed), now)
    profile = Profile(
        name=reader.text(basics, "name", "basics"),
        education=_with_fields(
            _education(catalog, reader, values, now),
            tuple(field[0] for field in studied if field is not None),
        ),
        work=tuple(guessed),
        licenses=_licenses(reader, values),
        languages=_languages(reader, values),
        place=_place(reader, basics),
    )
    return ImportedProfile(profile, tuple(proposals), tuple(reader.notices))


def months_between(
    started: object, ended: object, today: date, *, is_current: bool = False
) -> tuple[float | None, tuple[str, ...]]:
    """Months from one date to another, and remarks on what they do not tell.

    An empty or "present" end means today. Years alone are taken from January to January, a month
    given once counts as begun and finished in its middle.
    """
    span = read_span(started, ended, is_current=is_current)
    return _months_of(span, started, ended, today)


def _months_of(
    span: Span, started: object, ended: object, today: date
) -> tuple[float | None, tuple[str, ...]]:
    first = span.start
    if first is None and not span.unread:
        told = f" It ended in {ended}." if not is_now(ended) else ""
        return None, (f"No start date, so the months are not known.{told} Add them.",)
    if span.unread:
        which = "end" if first is not None else "start"
        shown = span.unread[-1 if first is not None else 0][:30]
        return None, (f"The {which} date {shown!r} cannot be read; write it like 2021-06.",)
    assert first is not None
    notes: list[str] = []
    last: Month = span.end or (today.year, today.month)
    if span.end is None:
        notes.append("No end date: counted until today.")
    only_years = first[1] is None or last[1] is None
    months = 12 * (last[0] - first[0]) + ((last[1] or 1) - (first[1] or 1))
    if only_years:
        notes.append("Only the year is given; the months are a rough count.")
        if months == 0:
            months = 6
    if months < 0 and (span.end is not None or first <= (today.year, today.month)):
        return None, ("The end lies before the start; correct the dates.",)
    if first > (today.year, today.month if first[1] else None) and first[0] >= today.year:
        return None, ("The start lies in the future; correct the dates.",)
    return float(max(months, 1)), tuple(notes)


def _work(
    reader: _Reader, values: dict[str, Any], today: date
) -> tuple[list[Work], list[tuple[str, ...]]]:
    work: list[Work] = []
    notes: list[tuple[str, ...]] = []
    parts = [key for key in _WORK_KEYS if values.get(key)]
    if parts and parts[0] != "work":
        reader.notices.append(f"{parts[0]} was read as work.")
    for part in (*parts[:1], "volunteer"):
        for where, entry in _pieces(reader, values, part):
            title = _title(reader, entry, where)
            if not title:
                reader.notices.append(f"{where} names no position; it was left out.")
                continue
            piece, remarks = _piece(reader, entry, where, title, today)
            work.append(replace(piece, kind="volunteer") if part == "volunteer" else piece)
            notes.append(remarks)
    for part in parts[1:]:
        reader.notices.append(f"{part} was left out, as {parts[0]} was read already.")
    return work, notes


def _pieces(
    reader: _Reader, values: dict[str, Any], part: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The jobs of a part: an employer with several positions is one for each of them."""
    for i, entry in reader.entries(values, part):
        where = f"{part}[{i}]"
        inner_key = next((k for k in _INNER_KEYS if isinstance(entry.get(k), list)), None)
        if inner_key is None and isinstance(entry.get("position"), list):
            inner_key = "position"
        if inner_key is None:
            yield where, entry
            continue
        shared = {k: v for k, v in entry.items() if k not in (inner_key, *_TITLE_KEYS[:-1])}
        for j, position in enumerate(entry[inner_key][:LONGEST_LIST]):
            own = position if isinstance(position, dict) else {"position": position}
            own = dict(own)
            if "position" not in own and isinstance(own.get("name"), str):
                own["position"] = own.pop("name")
            yield f"{where}.{inner_key}[{j}]", {**shared, **own}


def _title(reader: _Reader, entry: dict[str, Any], where: str) -> str:
    for name in _TITLE_KEYS[:-1]:
        value = entry.get(name)
        if isinstance(value, dict):
            value = value.get("title") or value.get("name") or value.get("position")
        if isinstance(value, str) and value.strip():
            return reader.text({name: value}, name, where)
    return reader.text(entry, "position", where)


def _piece(
    reader: _Reader, entry: dict[str, Any], where: str, title: str, today: date
) -> tuple[Work, tuple[str, ...]]:
    employer = next(
        (
            reader.text(entry, name, where)
            for name in ("name", "organization", "company", "employer", "companyName")
            if isinstance(entry.get(name), str) and entry[name] != title
        ),
        "",
    )
    started = next((entry[name] for name in _START_KEYS if entry.get(name) is not None), None)
    ended = next((entry[name] for name in _END_KEYS if entry.get(name) is not None), None)
    is_current = any(entry.get(name) is True for name in ("current", "isCurrent", "is_current"))
    span = read_span(started, ended, is_current=is_current)
    months, remarks = _months_of(span, started, ended, today)
    kind: WorkKind = "job"
    if is_armed_force(employer):
        kind = "military"
        remarks = (*remarks, "Taken to be military service, by the employer's name.")
    ended_text = written(span.end) or (ENDED_UNKNOWN if span.is_over else "")
    piece = Work(
        title=title,
        onet_soc_code=None,
        months=months,
        kind=kind,
        employer=employer,
        started=written(span.start),
        ended=ended_text,
    )
    return piece, remarks


def _education(
    catalog: Catalog, reader: _Reader, values: dict[str, Any], today: date
) -> Education | None:
    finished: list[EducationLevel] = []
    under_way: list[EducationLevel] = []
    fields: list[FieldOfStudy] = []
    for i, entry in reader.entries(values, "education"):
        where = f"education[{i}]"
        said = reader.text(entry, "studyType", where) or reader.text(entry, "degree", where)
        area = reader.text(entry, "area", where) or reader.text(entry, "fieldOfStudy", where)
        school = reader.text(entry, "institution", where)
        schooling = read_schooling(said or area, area, school)
        if schooling is None:
            reader.notices.append(
                f"{where}: no level of education is seen in {said[:40]!r}; set it in the profile."
            )
        else:
            _sort_level(reader, entry, where, schooling, today, finished, under_way)
        if area and (schooling is None or schooling.level is not EducationLevel.HIGH_SCHOOL):
            fields.append(_field(catalog, reader, area, where))
    if not finished and not under_way:
        return None
    if not finished:
        reader.notices.append("No finished level is given; high school is assumed. Correct it.")
    level = max(finished, default=EducationLevel.HIGH_SCHOOL)
    higher = [x for x in under_way if x > level]
    return Education(level, tuple(dict.fromkeys(fields)), max(higher, default=None))


def _sort_level(
    reader: _Reader,
    entry: dict[str, Any],
    where: str,
    schooling: Schooling,
    today: date,
    finished: list[EducationLevel],
    under_way: list[EducationLevel],
) -> None:
    """Put a level with those finished or those under way, by its words and its dates."""
    if schooling.status == "incomplete":
        finished.append(EducationLevel.SOME_COLLEGE)
        reader.notices.append(
            f"{where} was not finished; it counts as {EducationLevel.SOME_COLLEGE.label}."
        )
        return
    ended = next((entry[name] for name in _END_KEYS if entry.get(name) is not None), None)
    parsed = read_month(ended)
    started = any(entry.get(name) for name in _START_KEYS)
    open_end = bool(started) and is_now(ended)
    future = parsed is not None and (parsed[0], parsed[1] or 1) > (today.year, today.month)
    if schooling.status == "under way" or open_end or future:
        under_way.append(schooling.level)
        reader.notices.append(f"{where} has no past end date and is counted as under way.")
    else:
        finished.append(schooling.level)


def level_of(text: str) -> EducationLevel | None:
    """The level of education named in a text, or none: `B.S. in Nursing` gives bachelor."""
    try:
        return EducationLevel.parse(text)
    except BadCode:
        pass
    schooling = read_schooling(text)
    return schooling.level if schooling is not None else None


def _name_what_is_left_out(reader: _Reader, values: dict[str, Any]) -> None:
    for key in _NOT_TAKEN:
        if values.get(key):
            why = " (words without levels; rate them with 'careerlattice assess skills')"
            reader.notices.append(f"{key} was not taken over{why if key == 'skills' else ''}.")
    unknown = [str(key)[:30] for key in values if key not in _KNOWN]
    if unknown:
        named = ", ".join(repr(key) for key in unknown[:6])
        reader.notices.append(f"Unknown parts of the file were left out: {named}.")


def _with_fields(education: Education | None, fields: tuple[FieldOfStudy, ...]) -> Education | None:
    """The education with the fields that were told in place of a job."""
    if not fields:
        return education
    own = education or Education(SCHOOLING_WITHOUT_JOB)
    return replace(own, fields=tuple(dict.fromkeys((*own.fields, *fields))))


def _field(catalog: Catalog, reader: _Reader, area: str, where: str) -> FieldOfStudy:
    """The field an entry names; by name alone where it could mean several, or none."""
    try:
        reading = resolve_field(catalog, area)
    except NotFound as error:
        reader.notices.append(
            f"{where}: {error} Until then it counts for no occupation: add its cip_code (such as "
            "51.3801)."
        )
        return FieldOfStudy(None, area)
    if not reading.is_by_code:
        reader.notices.append(f"{where}: {area!r}, {reading.echo}.")
    return FieldOfStudy(reading.cip_code, area)


def _licenses(reader: _Reader, values: dict[str, Any]) -> tuple[HeldLicense, ...]:
    found = []
    for i, entry in reader.entries(values, "certificates"):
        name = reader.text(entry, "name", f"certificates[{i}]")
        if name:
            found.append(HeldLicense(name))
    return tuple(found)


def _languages(reader: _Reader, values: dict[str, Any]) -> tuple[Language, ...]:
    found = []
    for i, entry in reader.entries(values, "languages"):
        name = reader.text(entry, "language", f"languages[{i}]")
        if not name:
            continue
        said = reader.text(entry, "fluency", f"languages[{i}]").lower()
        level = next((level for word, level in _FLUENCY if word in said), None)
        if level is None:
            reader.notices.append(
                f"languages[{i}]: how well {name} is spoken is not clear; "
                "conversational is assumed."
            )
        found.append(Language(name, level or "conversational"))
    return tuple(found)


def _place(reader: _Reader, basics: dict[str, Any]) -> Place:
    location = basics.get("location")
    if isinstance(location, str):
        location = {"address": location}
    if not isinstance(location, dict):
        return Place()
    region = reader.text(location, "region", "basics.location")
    for name in ("region", "state", "address", "city"):
        text = location.get(name)
        state = state_in(text) if isinstance(text, str) and text.strip() else None
        if state is not None:
            return Place(state.postal)
    if region:
        reader.notices.append(f"basics.location.region {region[:40]!r} is not a state of the US.")
    return Place()
