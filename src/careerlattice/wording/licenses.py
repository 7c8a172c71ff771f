"""A license answer in words, the same on every screen."""

from __future__ import annotations

from careerlattice.requirements.license_answer import LicenseAnswer, LicenseGap, Need


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
    said = [answer.record_exam or answer.exam, answer.record_education, answer.record_experience]
    found = [words for words in said if words and not words.startswith("No ")]
    found += [
        f"{name.replace('_', ' ')}: {value}"
        for name, value in answer.asks.items()
        if name not in _NOT_ASKED
    ]
    return tuple(dict.fromkeys(found))


_NOT_ASKED = frozenset({"price_usd", "fee", "note", "compact", "trained_abroad"})
