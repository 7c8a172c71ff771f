"""How to get into an occupation, in sentences: each way in, with all it asks and its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from careerlattice.requirements.entry import (
    Apprenticeship,
    Course,
    Door,
    EntryCondition,
    FactSource,
    FieldRule,
    Permit,
    Practice,
    Prerequisites,
    SourceKind,
    Standing,
    Study,
    Training,
)
from careerlattice.vocab.amounts import pct
from careerlattice.vocab.levels import EducationLevel
from careerlattice.vocab.titles import with_article
from careerlattice.wording.spans import hours_span, months_span, months_told, usd_span, weeks_span
from careerlattice.wording.work_names import WorkNames

HEADINGS = {
    Door.SCHOOL: "Through school",
    Door.COURSE: "With a short course",
    Door.DIRECT: "Start and learn on the job",
    Door.APPRENTICESHIP: "Through an apprenticeship",
    Door.PROMOTION: "Move up from another job",
    Door.BRIDGE: "From related work",
}
_TRAINING = {
    Training.SHORT: "You learn the work on the job, in about a month or less.",
    Training.MODERATE: "You learn the work on the job, within about a year.",
    Training.LONG: "You learn the work on the job, which takes more than a year.",
}
_LEAST = {
    EducationLevel.LESS_THAN_HIGH_SCHOOL: "no diploma",
    EducationLevel.HIGH_SCHOOL: "a high school diploma or GED",
}
_BEFORE = {
    "license": "The license follows it.",
    "full_license": "You have a limited license meanwhile; the full one follows.",
}
_PROGRAM = re.compile(
    r"\b(?:program|course|coursework|school|academy|training|bridge|half|crossover|residency)\b",
    re.I,
)
_IN_PARENTHESES = re.compile(r"\([^)]*\)")
# Names that keep their capital: acronyms, degrees by their full name, services and agencies.
_PROPER = re.compile(
    r"[A-Z0-9]{2,}|[A-Z][A-Za-z]*[A-Z0-9+]|Ph\.D|J\.D|Part \d|Child Dev|Federal|Army|Navy|Coast"
    r"|Juris Doctor|(?:Bachelor|Master|Doctor|Associate) of"
)
# Names that take no article.
_UNCOUNTED = re.compile(
    r"\b(?:courses|coursework|hours|credits|training|classes|preparation|series|years|operations)\b",
    re.I,
)
_HEAD_END = re.compile(r",| (?:with|of|in|for|after|by|or) ")
_COUNTED_END = re.compile(r"\b(?:program|school|course|certificate|academy|diploma|degree)$")
_SPOKEN_VOWELS = "AEFHILMNORSX"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWords:
    """A source in words; `address` empty where there is none, `standing` how sure it is."""

    text: str
    address: str
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WayWords:
    """One way into an occupation in words."""

    heading: str
    is_usual: bool
    sentences: tuple[str, ...]
    note: str
    sources: tuple[SourceWords, ...]


def describe_way(way: EntryCondition, names: WorkNames, *, is_usual: bool) -> WayWords:
    """A way in as a heading and sentences."""
    return WayWords(
        heading=way_heading(way),
        is_usual=is_usual,
        sentences=tuple(way_sentences(way, names)),
        note=sentence(way.note),
        sources=describe_sources(way.sources),
    )


def way_heading(way: EntryCondition) -> str:
    """What kind of way it is: `Associate degree`, `Through an apprenticeship`."""
    if way.door is Door.BRIDGE and way.from_degree is not None:
        return "After other studies"
    if way.door is Door.SCHOOL:
        level = way.study.credential if way.study else way.usual
        if level >= EducationLevel.CERTIFICATE:
            return level.label[0].upper() + level.label[1:]
    return HEADINGS[way.door]


def way_sentences(way: EntryCondition, names: WorkNames) -> list[str]:
    """All that a way asks, in the order in which it is met."""
    told = [*_before(way, names)]
    if way.prerequisites is not None:
        told.append(prerequisites_sentence(way.prerequisites))
    if way.study is not None:
        told.append(study_sentence(way.study))
    else:
        told += _schooling(way)
    if way.course is not None:
        told.append(course_sentence(way.course))
    if way.apprenticeship is not None:
        told += apprenticeship_sentences(way.apprenticeship, names)
    if way.experience is not None:
        told.append(_experience(way, names))
    told += _training(way)
    if way.search is not None:
        told.append(f"Allow {months_span(way.search.months)} to find a place.")
        told += [sentence(way.search.note)] if way.search.note else []
    told += [permit_sentence(permit) for permit in way.permits]
    if way.practice is not None:
        told += practice_sentences(way.practice)
    return told


def permit_sentence(permit: Permit) -> str:
    """`Before you begin, get: EMT certification. Exam: NREMT cognitive exam and skills.`"""
    told = f"Before you begin, get: {permit.name}."
    if permit.exam:
        told += f" Exam: {permit.exam}."
    return f"{told} {sentence(permit.note)}" if permit.note else told


def _before(way: EntryCondition, names: WorkNames) -> list[str]:
    """Where a person stands who comes this way: a license, a degree, a rank."""
    told = []
    if way.from_license:
        told.append(f"For you if you are already {names.workers(way.from_license)}.")
    if way.from_degree is not None:
        field = ""
        if way.from_degree_field is FieldRule.ANY:
            field = " in any field"
        elif way.from_degree_field is not None and way.from_degree_field.is_binding:
            field = " in a related field"
        held = (
            "some college credits"
            if way.from_degree is EducationLevel.SOME_COLLEGE
            else (way.from_degree.phrase)
        )
        told.append(f"For you if you already hold {held}{field}.")
    if way.promotion is not None:
        after = f" after about {months_told(way.promotion.months)}" if way.promotion.months else ""
        told.append(f"Be promoted from {names.ranks(way.promotion.from_codes)}{after}.")
    return told


def study_sentence(study: Study) -> str:
    """`Earn an associate degree in nursing (ADN): 2 to 3 years, about $8,000 to $30,000.`"""
    name = _named(study.name or study.credential.label)
    plain = _IN_PARENTHESES.sub("", name)
    if " to " in plain and not _PROGRAM.search(plain):
        name, plain = f"{name} program", f"{plain} program"
    verb = "Complete" if _PROGRAM.search(plain) else "Earn"
    facts = []
    if study.months is not None:
        facts.append(months_span(study.months))
    if study.hours is not None:
        facts.append(hours_span(study.hours))
    if study.usd is not None:
        facts.append(usd_span(study.usd))
    told = f"{verb} {name}" + (f": {', '.join(facts)}." if facts else ".")
    return told + (" Classes are full time, by day." if study.is_full_time_only else "")


def prerequisites_sentence(asked: Prerequisites) -> str:
    """`If your degree is in another field, first take …: 9 to 24 months, about $5,000 to …`"""
    facts = [months_span(asked.months)]
    if asked.usd is not None:
        facts.append(usd_span(asked.usd))
    return (
        f"If your degree is in another field, first take {_named(asked.name)}: {', '.join(facts)}."
    )


def course_sentence(course: Course) -> str:
    """`Take a CDL class A school …: 120 to 240 hours, over 3 to 8 weeks, about $3,000 to …`"""
    facts = []
    if course.hours is not None:
        facts.append(hours_span(course.hours))
    if course.weeks is not None:
        facts.append(("over " if facts else "") + weeks_span(course.weeks))
    if course.usd is not None and not course.is_paid:
        facts.append(usd_span(course.usd))
    told = f"Complete {_named(course.name)}" + (f": {', '.join(facts)}." if facts else ".")
    if course.is_in_job:
        return f"{told} You may take it once you are hired."
    return told + (" Your employer pays for it, and pays you meanwhile." if course.is_paid else "")


def apprenticeship_sentences(served: Apprenticeship, names: WorkNames) -> list[str]:
    """`Complete a paid apprenticeship of 4 to 5 years. You start at about 45% of full pay.`"""
    if served.standing is Standing.TITLE_ONLY:
        return [
            f"An apprenticeship of {months_span(served.months)} is registered, but places are rare."
        ]
    hours = f" (about {served.hours:,} hours)" if served.hours else ""
    told = [f"Complete a paid apprenticeship of {months_span(served.months)}{hours}."]
    if served.pay_share is not None:
        told.append(
            f"You start at about {pct(served.pay_share.low)} of full pay and rise to "
            f"{pct(served.pay_share.high)}."
        )
    for code, (share, months) in served.credit.items():
        part = "half of your time" if share == 0.5 else f"{pct(share)} of your time"
        up_to = f", up to {months_told(months)}" if months else ""
        told.append(f"If you worked as {with_article(names.name(code))}, {part} counts{up_to}.")
    return told


def practice_sentences(practice: Practice) -> list[str]:
    """`Then work 2 to 3 years under supervision as an associate counselor: …, 3,000 hours.`"""
    facts = [practice.name] if practice.name else []
    if practice.hours:
        facts.append(f"{practice.hours:,} hours")
    called = f" as {with_article(practice.called)}" if practice.called else ""
    told = [
        f"Then work {months_span(practice.months)} under supervision{called}"
        + (f": {', '.join(facts)}." if facts else ".")
    ]
    if practice.usd is not None:
        told.append(f"It pays {usd_span(practice.usd)} a year.")
    elif not practice.is_paid:
        told.append("It is not paid.")
    if practice.before in _BEFORE:
        told.append(_BEFORE[practice.before])
    return told


def _schooling(way: EntryCondition) -> list[str]:
    usual, floor = way.usual, way.floor
    if way.course is not None and usual in (
        EducationLevel.CERTIFICATE,
        EducationLevel.SOME_COLLEGE,
    ):
        usual = max(floor, EducationLevel.LESS_THAN_HIGH_SCHOOL)  # the course is that schooling
    if usual <= EducationLevel.LESS_THAN_HIGH_SCHOOL:
        return ["No diploma is needed."]
    if usual is EducationLevel.HIGH_SCHOOL:
        if floor < usual:
            return ["Most have a high school diploma or GED; some employers ask for none."]
        return ["You need a high school diploma or GED."]
    field = {
        FieldRule.OWN: " in the field",
        FieldRule.PREP_PROGRAM: " and a preparation program in the field",
        FieldRule.PREFERRED: ", best in a related field",
        FieldRule.ANY: " in any field",
    }[way.field]
    verb = "Take" if usual is EducationLevel.SOME_COLLEGE else "Earn"
    told = [f"{verb if way.door is Door.SCHOOL else 'Most have'} {usual.phrase}{field}."]
    if floor < usual:
        told.append(f"Some accept {_LEAST.get(floor, floor.phrase)}.")
    return told


def _experience(way: EntryCondition, names: WorkNames) -> str:
    asked = way.experience
    if asked is None:
        return ""
    what = asked.what or (f"work as {names.workers(asked.from_codes)}" if asked.from_codes else "")
    return sentence(
        f"Bring about {months_told(asked.months)} of related work" + (f": {what}" if what else "")
    )


def _training(way: EntryCondition) -> list[str]:
    if way.training not in _TRAINING:
        return []
    if way.training_months is not None:
        return [f"You learn the work on the job: {months_span(way.training_months)}."]
    return [_TRAINING[way.training]]


def describe_source(source: FactSource) -> SourceWords:
    """A source: the Handbook's page and section, a citation, or our judgment."""
    return describe_sources([source])[0]


def describe_sources(sources: Iterable[FactSource]) -> tuple[SourceWords, ...]:
    """Sources, each once; a page of the Handbook once with all the sections read in it."""
    sections: dict[tuple[str, str, str], list[str]] = {}
    for source in dict.fromkeys(sources):
        if source.kind is SourceKind.HANDBOOK:
            text = f"Occupational Outlook Handbook, {source.title}"
        else:
            text = source.citation[:1].upper() + source.citation[1:]
        found = sections.setdefault((text, source.address, _standing(source)), [])
        if source.section and source.section not in found:
            found.append(source.section)
    return tuple(
        SourceWords(
            text=f"{text}: {', '.join(named)}" if named else text,
            address=address,
            standing=standing,
        )
        for (text, address, standing), named in sections.items()
    )


def _standing(source: FactSource) -> str:
    if source.kind is SourceKind.JUDGMENT:
        return "our judgment"
    return "read in" if source.is_read else "known, to be checked"


def sentence(text: str) -> str:
    """A remark as a sentence: capital first, period last."""
    told = text.strip().replace(".;", ";")
    if not told:
        return ""
    return told[0].upper() + told[1:] + ("" if told.endswith((".", "!", "?")) else ".")


_PLURAL_HEAD = re.compile(r"(?<![sui'’])s(?:\s+and\b.*)?$")
_ONE_OF_THEM = re.compile(r"\b(?:certificate|course|program)$")


def _is_plural(head: str, name: str) -> bool:
    """`premedical sciences`, but `plastics or machine technology certificate` is one."""
    return bool(_PLURAL_HEAD.search(head)) and not _ONE_OF_THEM.search(name)


def _named(name: str) -> str:
    """A program or course in a sentence: article and lower case, where it is no proper name."""
    plain = name if _PROPER.match(name) else name[:1].lower() + name[1:]
    if plain.startswith("upper half"):
        return f"the {plain}"
    head = _HEAD_END.split(_IN_PARENTHESES.sub("", plain), maxsplit=1)[0].strip()
    if plain.endswith("courses") or _is_plural(head, plain):
        return plain
    if _UNCOUNTED.search(head) and not _COUNTED_END.search(head):
        return plain
    if re.match(r"[A-Z]{2,}\b", plain):
        return f"{'an' if plain[0] in _SPOKEN_VOWELS else 'a'} {plain}"
    return with_article(plain)
