"""Why being hired takes longer in some work, in words."""

from __future__ import annotations

from careerlattice.plan.answer import Hiring
from careerlattice.wording.catalogue import say


def hiring_text(how: Hiring) -> str:
    """Why being hired takes longer there than elsewhere."""
    return {
        Hiring.PUBLIC_SAFETY: say(
            "Apply early: an exam, a physical test, interviews, and a background check usually "
            "take four to nine months. Keep your job while you wait."
        ),
        Hiring.FEDERAL: say(
            "Federal jobs are posted at usajobs.gov; applications and security checks usually take "
            "three to six months."
        ),
        Hiring.SCHOOL_YEAR: say(
            "Schools hire mostly in spring and summer for the year that begins in August."
        ),
        Hiring.MANAGERS: say(
            "Managers hired from outside usually go through several rounds of interviews over "
            "three to six months."
        ),
        Hiring.NEW_FIELD: say(
            "This is another family of work than yours: finding the first job in it usually takes "
            "three to nine months. Show work of your own: projects, samples, a volunteer post."
        ),
        Hiring.AFTER_COURSE: say(
            "Most people in this job have a degree in it. After a course, finding the first job "
            "usually takes four to twelve months, and not everyone finds one: ask the school how "
            "many of its graduates do."
        ),
        Hiring.FIRST_HERE: say(
            "The first job in your profession in this country usually takes four to nine months "
            "to find. A job one step below it, or a contract, gives you local experience."
        ),
        Hiring.PROMOTED_MANAGERS: say(
            "A manager's position above your own usually opens every one to three years; a second "
            "employer can shorten the wait."
        ),
    }[how]
