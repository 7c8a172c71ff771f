"""What a job on the way asks, what the person has by then, and what is missing."""

from __future__ import annotations

from careerlattice.plan.answer import Need
from careerlattice.plan.facts.occupations import RouteFacts
from careerlattice.plan.search.arcs import MODE_APPRENTICE
from careerlattice.plan.search.routes import Leg
from careerlattice.vocab.amounts import months as spell
from careerlattice.vocab.levels import EducationLevel


def needs_of(facts: RouteFacts, leg: Leg) -> tuple[Need, ...]:
    """Education, field, experience and license the leg's occupation asks, and what is missing."""
    accepted = EducationLevel(int(facts.accepted[leg.row]))
    typical = EducationLevel(int(facts.typical[leg.row]))
    held = EducationLevel(leg.held)
    specific = bool(facts.is_specific[leg.row])
    asked = (
        accepted.label
        if accepted is typical
        else f"{accepted.label}; half of jobs: {typical.label}"
    )
    fits = leg.counted >= accepted
    has = held.label
    if specific and leg.counted < held and held > EducationLevel.HIGH_SCHOOL:
        has += ", not of its own program"
    missing = ""
    if leg.mode == MODE_APPRENTICE:
        missing = "" if held >= accepted and fits else "comes with the apprenticeship"
    elif leg.level:
        missing = EducationLevel(leg.level).label
    needs = [Need("education", asked, has, missing)]
    if specific:
        in_it = leg.counted > EducationLevel.HIGH_SCHOOL
        near = "in a field that leads there" if in_it else "not yet its own program"
        how = "comes with the program" if leg.level else "comes with the apprenticeship"
        needs.append(Need("field", "schooling in its own field", near, "" if fits else how))
    wanted = float(facts.experience[leg.row])
    if wanted > 1:
        lacking = max(0.0, wanted - leg.experience)
        # Work in the job before counts by its nearness, so that it may take longer than is asked.
        how = f"{spell(lacking)} more"
        if leg.worked > lacking + 0.5:
            how += f": {spell(leg.worked)} in the job before count for it"
        if leg.mode == MODE_APPRENTICE:
            how = "comes with the apprenticeship"
        elif leg.level >= EducationLevel.CERTIFICATE and facts.hires_graduates[leg.row]:
            how = "not asked of new graduates"
        needs.append(
            Need(
                "experience",
                f"{spell(wanted)} of related work",
                f"{spell(leg.experience)} counted",
                how if lacking > 0.5 else "",
            )
        )
    if leg.waited:
        needs.append(Need("license", "a license", "not known", "application and exam"))
    return tuple(needs)
