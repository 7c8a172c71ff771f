"""JSON Resume (jsonresume.org, schema 1.0) to a profile.

Taken over: name, state, work, volunteering, education, certificates and languages. Every occupation
is a guess from a job title and comes back as a proposal to confirm; the profile holds it
unconfirmed. What is not taken over is named in the notices.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerlattice.errors import BadCode, BadProfile, NotFound
from careerlattice.match.titles.release_coder import suggest_occupations
from careerlattice.profile.confirming import ImportedProfile, TitleProposal
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
from careerlattice.profile.recognition import WorkKind
from careerlattice.requirements.field_names import resolve_field
from careerlattice.vocab.levels import EducationLevel
from careerlattice.vocab.names import fold
from careerlattice.vocab.states import find_state

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")
_NOW = ("present", "current", "now", "today", "ongoing")
_FORCES = (
    "army",
    "navy",
    "marine corps",
    "air force",
    "coast guard",
    "national guard",
    "space force",
)
_NOT_TAKEN = ("skills", "awards", "publications", "interests", "references", "projects")
_LEVEL_WORDS: tuple[tuple[str, EducationLevel], ...] = (
    ("postdoc", EducationLevel.POSTDOCTORAL),
    ("doctor of medicine|juris|md|jd|dds|pharmd|dvm", EducationLevel.PROFESSIONAL),
    ("phd|ph d|doctor|doctorate|edd", EducationLevel.DOCTORAL),
    ("master|masters|mba|msc|ms|ma|med|mfa|msw|mph", EducationLevel.MASTER),
    ("bachelor|bachelors|bsc|bs|ba|bsn|bfa|bba|beng", EducationLevel.BACHELOR),
    ("associate|associates|aas|aa|as|adn", EducationLevel.ASSOCIATE),
    ("certificate|vocational|trade school|apprenticeship", EducationLevel.CERTIFICATE),
    ("high school|ged|secondary|hs", EducationLevel.HIGH_SCHOOL),
    ("some college|college courses|coursework", EducationLevel.SOME_COLLEGE),
)
_FLUENCY: tuple[tuple[str, LanguageLevel], ...] = (
    ("native", "native"), ("mother", "native"), ("bilingual", "native"), ("fluent", "fluent"),
    ("full professional", "fluent"), ("advanced", "fluent"), ("c1", "fluent"), ("c2", "fluent"),
    ("conversational", "conversational"), ("intermediate", "conversational"),
    ("working", "conversational"), ("b1", "conversational"), ("b2", "conversational"),
    ("basic", "basic"), ("beginner", "basic"), ("elementary", "basic"), ("a1", "basic"),
    ("a2", "basic"),
)  # fmt: skip


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
    known = ("basics", "work", "education", "volunteer", "certificates", "languages", *_NOT_TAKEN)
    if not any(key in values for key in known):
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
    work, notes = _work(reader, values, now)
    suggested = suggest_occupations(catalog, [w.title for w in work], top)
    proposals, guessed = [], []
    for i, (item, (suggestions, abstained)) in enumerate(zip(work, suggested, strict=True)):
        best = suggestions[0].onet_soc_code if suggestions and not abstained else None
        guessed.append(Work(**{**_fields(item), "onet_soc_code": best}))
        proposals.append(
            TitleProposal(i, item.title, item.months, suggestions, abstained, notes[i])
        )
    for key in _NOT_TAKEN:
        if values.get(key):
            why = " (words without levels; rate them with 'careerlattice assess skills')"
            reader.notices.append(f"{key} was not taken over{why if key == 'skills' else ''}.")
    profile = Profile(
        name=reader.text(basics, "name", "basics"),
        education=_education(catalog, reader, values, now),
        work=tuple(guessed),
        licenses=_licenses(reader, values),
        languages=_languages(reader, values),
        place=_place(reader, basics),
    )
    return ImportedProfile(profile, tuple(proposals), tuple(reader.notices))


def months_between(started: str, ended: str, today: date) -> tuple[float | None, tuple[str, ...]]:
    """Months from one date text to another, and remarks on what the texts do not tell.

    An empty or "present" end means today. Years alone are taken from January to January, a month
    given once counts as begun and finished in its middle.
    """
    if not started:
        told = " It ended in " + ended + "." if ended else ""
        return None, (f"No start date, so the months are not known.{told} Add them.",)
    first = _parsed(started)
    if first is None:
        return None, (f"The start date {started[:30]!r} cannot be read; write it like 2021-06.",)
    notes: list[str] = []
    if not ended or fold(ended) in _NOW:
        last: tuple[int, int | None] = (today.year, today.month)
        notes.append("No end date: counted until today.")
    else:
        parsed = _parsed(ended)
        if parsed is None:
            return None, (f"The end date {ended[:30]!r} cannot be read; write it like 2021-06.",)
        last = parsed
    only_years = first[1] is None or last[1] is None
    months = 12 * (last[0] - first[0]) + ((last[1] or 1) - (first[1] or 1))
    if only_years:
        notes.append("Only the year is given; the months are a rough count.")
        if months == 0:
            months = 6
    if months < 0:
        return None, ("The end lies before the start; correct the dates.",)
    if first > (today.year, today.month if first[1] else None) and first[0] > today.year:
        return None, ("The start lies in the future; correct the dates.",)
    return float(max(months, 1)), tuple(notes)


def _parsed(text: str) -> tuple[int, int | None] | None:
    match = _DATE.fullmatch(text.strip()[:10])
    if match is None or not 1900 <= int(match[1]) <= 2100:
        return None
    month = int(match[2]) if match[2] else None
    return None if month is not None and not 1 <= month <= 12 else (int(match[1]), month)


def _work(
    reader: _Reader, values: dict[str, Any], today: date
) -> tuple[list[Work], list[tuple[str, ...]]]:
    work: list[Work] = []
    notes: list[tuple[str, ...]] = []
    for part, place_key in (("work", "name"), ("volunteer", "organization")):
        for i, entry in reader.entries(values, part):
            where = f"{part}[{i}]"
            title = reader.text(entry, "position", where)
            employer = reader.text(entry, place_key, where) or reader.text(entry, "company", where)
            if not title:
                reader.notices.append(f"{where} names no position; it was left out.")
                continue
            started = reader.text(entry, "startDate", where)
            ended = reader.text(entry, "endDate", where)
            months, remarks = months_between(started, ended, today)
            kind: WorkKind = "volunteer" if part == "volunteer" else "job"
            folded = f" {fold(employer)} "
            if kind == "job" and any(f" {force} " in folded for force in _FORCES):
                kind = "military"
                remarks = (*remarks, "Taken to be military service, by the employer's name.")
            work.append(
                Work(
                    title, None, months, kind, employer=employer,
                    started=_kept_date(started), ended=_kept_date(ended),
                )
            )  # fmt: skip
            notes.append(remarks)
    return work, notes


def _kept_date(text: str) -> str:
    return text if re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text) else ""


def _fields(work: Work) -> dict[str, Any]:
    return {name: getattr(work, name) for name in work.__slots__}


def _education(
    catalog: Catalog, reader: _Reader, values: dict[str, Any], today: date
) -> Education | None:
    finished: list[EducationLevel] = []
    under_way: list[EducationLevel] = []
    fields: list[FieldOfStudy] = []
    for i, entry in reader.entries(values, "education"):
        where = f"education[{i}]"
        said = reader.text(entry, "studyType", where)
        area = reader.text(entry, "area", where)
        level = level_of(f"{said} {'' if said else area}")
        if level is None:
            reader.notices.append(
                f"{where}: no level of education is seen in {said[:40]!r}; set it in the profile."
            )
        else:
            ended = reader.text(entry, "endDate", where)
            parsed = _parsed(ended) if ended else None
            open_end = bool(entry.get("startDate")) and (not ended or fold(ended) in _NOW)
            future = parsed is not None and (parsed[0], parsed[1] or 1) > (today.year, today.month)
            (under_way if open_end or future else finished).append(level)
            if open_end or future:
                reader.notices.append(f"{where} has no past end date and is counted as under way.")
        if area:
            fields.append(_field(catalog, reader, area, where))
    if not finished and not under_way:
        return None
    if not finished:
        reader.notices.append("No finished level is given; high school is assumed. Correct it.")
    level = max(finished, default=EducationLevel.HIGH_SCHOOL)
    higher = [x for x in under_way if x > level]
    return Education(level, tuple(dict.fromkeys(fields)), max(higher, default=None))


def level_of(text: str) -> EducationLevel | None:
    """The level of education named in a text, or none: `B.S. in Nursing` gives bachelor."""
    try:
        return EducationLevel.parse(text)
    except BadCode:
        pass
    # "B.S." folds to "b s"; single letters are joined so that it reads "bs".
    folded = " " + re.sub(r"\b([a-z]) (?=[a-z]\b)", r"\1", fold(text.replace("'", ""))) + " "
    for words, level in _LEVEL_WORDS:
        if any(f" {word} " in folded for word in words.split("|")):
            return level
    return None


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
            reader.notices.append(f"languages[{i}]: how well {name} is spoken is not clear; "
                                  "conversational is assumed.")  # fmt: skip
        found.append(Language(name, level or "conversational"))
    return tuple(found)


def _place(reader: _Reader, basics: dict[str, Any]) -> Place:
    location = basics.get("location")
    if not isinstance(location, dict):
        return Place()
    region = reader.text(location, "region", "basics.location")
    state = find_state(region) if region else None
    if region and state is None:
        reader.notices.append(f"basics.location.region {region[:40]!r} is no state of the US.")
    return Place(state.postal if state else "")
