"""A license answer in words, the same on every screen."""

from __future__ import annotations

import re
from collections.abc import Mapping

from careerlattice.catalog.model import License
from careerlattice.requirements.license_answer import OURS, LicenseAnswer, LicenseGap, Need
from careerlattice.requirements.over_states import split_asks
from careerlattice.vocab.amounts import Span
from careerlattice.wording.catalogue import say
from careerlattice.wording.entry import sentence
from careerlattice.wording.spans import months_span

ASKED = "asked"
_ASKS = {
    "hours": "{} hours of practice or training",
    "course_hours": "a course of {} hours",
    "class_hours": "{} class hours",
    "degree": "{}",
    "education": "{}",
    "experience_months": "{} months of experience",
    "experience_hours": "{} hours of experience",
    "experience": "{}",
    "age": "age {}",
    "program": "{}",
    "course": "{}",
    "training": "{}",
    "residency": "residency: {}",
    "license": "{} license first",
    "supervised_days": "{} days of supervised work",
    "sea_days": "{} days at sea",
    "price_usd": "fee of about ${}",
    "months_to_certify": "to be earned within {} months",
    "internship_months": "an internship of {} months",
    "practice_months": "{} months of supervised practice",
    "internship_hours": "an internship of {} hours",
    "intern_hours": "{} intern hours",
    "part_141_hours": "{} flight hours in a Part 141 school",
    "interstate_age": "age {} for trips across state lines",
    "background_check": "a background check ({})",
    "background": "a background check ({})",
    "law_exam": "a law exam {}",
    "practice_agreement": "a practice agreement {}",
    "supervision": "{}",
    "fellowship": "{}",
    "skill": "{}",
    "preparation": "{}",
    "restricted_atp": "or {}",
    "sponsor": "sponsorship by {}",
}
_APART = {
    "trained_abroad": "If you trained abroad: {}",
    "compact": "Across states: {}",
    "note": "{}",
}
_ALONE = {
    "background_check": "a background check",
    "background": "a background check",
    "drug_test": "a drug test",
    "medical": "a medical exam",
    "fingerprints": "fingerprints",
    "law_exam": "a law exam",
    "diploma": "a high school diploma",
    "bond": "a bond",
    "fee": "a fee",
    "twic": "a port worker card (TWIC)",
    "cpr_aed": "CPR and AED training",
}
# A number of four digits and more, or a year with the word that tells it is one.
_THOUSANDS = re.compile(r"\b(?:since|from|until|after|before|in) (?:19|20)\d\d\b|\b\d{4,}\b")


def record_date(item: License) -> str:
    """Whose word a record is, and of when: `record of Jun 2024`; empty where no date is known.

    What this project knows is no record of the state.
    """
    if item.updated is None:
        return ""
    when = f"{item.updated:%b %Y}"
    if item.source == OURS:
        return say("as we know it, {when}", when=when)
    return say("record of {when}", when=when)


def license_summary(answer: LicenseAnswer, place: str) -> str:
    """Whether a license is needed in the place (its name), which, and whom to ask: a sentence or
    two.
    """
    who = f" ({answer.asked_of})" if answer.asked_of else ""
    if answer.gap is LicenseGap.NO_RECORD:
        return (
            f"A license is required{who}: {answer.name}. Our source has no record for {place}; "
            f"ask: {answer.agency}."
        )
    if answer.gap is LicenseGap.CONTRACTOR_ONLY or answer.need is Need.LOCAL:
        return answer.note or "No license of the state; cities and counties may ask one."
    if answer.need is Need.REQUIRED:
        more = (
            " Name your state to see whom to ask."
            if answer.gap is LicenseGap.STATE_NOT_NAMED
            else ""
        )
        return f"Required{who}: {answer.name}, from: {answer.agency}.{more}"
    if answer.need is Need.UNKNOWN:
        return f"Some states ask: {answer.name}. Name your state."
    if answer.need is Need.SOME_WORKERS:
        return f"Needed by some only{who}: {answer.name}."
    if answer.need is Need.VOLUNTARY:
        return f"No license is required; voluntary: {answer.name}."
    return (answer.name and answer.note) or "No license is known to be required."


def asked_words(answer: LicenseAnswer) -> tuple[str, ...]:
    """What the record and the law ask, each in a few words; nothing that is not asked."""
    told = set(answer.asks.values())
    said = [answer.exam_asked, answer.record_education, answer.record_experience]
    said = [words for words in said if words not in told]
    found = [words for words in said if words and not words.startswith("No ")]
    found += asked_things(answer.asks)
    return tuple(dict.fromkeys(found))


def asked_things(asks: Mapping[str, str]) -> list[str]:
    """What a license asks, each in a few words: `2,000 hours of practice or training`."""
    return [_asked(about, value) for about, value in asks.items() if about not in _APART]


def asks_sentences(asks: Mapping[str, str], home: str = "", place: str = "") -> list[str]:
    """What a license asks as sentences; who trained abroad and compacts have their own.

    `home` names the state whose own law it is, `place` the state in which it is asked: what holds
    over the states is told as that, and not as the state's own.
    """
    alike, apart = split_asks(asks) if home or place else (dict(asks), {})
    things, ranges = asked_things(alike), asked_things(apart)
    who = home or "It"
    told = [sentence(f"{who} requires: {'; '.join(things)}")] if things else []
    if ranges:
        told.append(
            say(
                "Ask about this, as we have only the range over the states: {things}.",
                things="; ".join(ranges),
            )
        )
    return told + [
        _APART[about].format(sentence(value)) for about, value in alike.items() if about in _APART
    ]


def rule_sentences(
    home: str, *, is_without_course: bool, works_before: str, wait: Span | None
) -> list[str]:
    """What the own law of the state `home` leaves out, and what one works on meanwhile."""
    told = []
    if is_without_course:
        told.append(say("{home} asks for no course.", home=home))
    if works_before:
        told.append(say("You may work before you have it: {card}.", card=works_before))
        if wait is not None and wait.high > 0:
            told.append(say("The license itself takes {time}.", time=months_span(wait)))
    return told


def range_sentence(home: str, agency: str) -> str:
    """That a range of hours is over the states, and whom to ask for that of one's own."""
    return say(
        "The hours are the range over the states; we do not have those of {home}. Ask: {agency}.",
        home=home,
        agency=agency or say("the state's licensing agency"),
    )


def doubt_sentence(doubt: str) -> str:
    """What is least certain of a state's rule."""
    return say("We are not sure of this: {doubt}.", doubt=doubt.rstrip("."))


def exam_and_agency(exam: str, agency: str) -> list[str]:
    """Which exam is taken and whom to ask, a sentence each; none for what is not known."""
    told = []
    if exam:
        told.append(say("Exam: {exam}.", exam=_exam(exam)))
    if agency:
        told.append(say("Ask: {agency}.", agency=agency))
    return told


def _exam(exam: str) -> str:
    """An exam by its name; where only a record is known, by who gives it."""
    return {
        "Third-party exam required": say("one that a testing company gives"),
        "State exam required": say("the state's own"),
        "Both state and third-party exams required": say("the state's own, and another body's"),
        "Choice of state or third-party exam": say("the state's own, or another body's"),
    }.get(exam, exam)


def _asked(about: str, value: str) -> str:
    if value == ASKED:
        return _ALONE.get(about, about.replace("_", " "))
    told = _THOUSANDS.sub(
        lambda found: f"{int(found[0]):,}" if found[0].isdigit() else found[0], value
    )
    if about == "residency" and "residency" in told:
        return told
    return _ASKS.get(about, about.replace("_", " ") + ": {}").format(told)
