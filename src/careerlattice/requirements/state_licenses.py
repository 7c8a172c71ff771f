"""The licenses of an occupation as one state asks them, where its own law says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careerlattice.requirements.entry import Entry, EntryCondition, LicenseGate, StateRule
from careerlattice.requirements.over_states import is_over_states
from careerlattice.vocab.amounts import Span

_PRACTICE = ("internship_hours", "intern_hours", "practice_months")


def ruled_gates(
    entry: Entry, gates: Sequence[LicenseGate], rules: Sequence[StateRule]
) -> tuple[LicenseGate, ...]:
    """The licenses as the state asks them: each rule at the license of its name.

    The first rule is of the typical worker's license, whatever it is called. `entry` is that over
    the states.
    """
    found = list(gates)
    is_practiced = any(way.practice is not None for way in entry.conditions)
    for number, rule in enumerate(rules):
        named = [
            at for at, gate in enumerate(gates) if gate.name.casefold() == rule.license.casefold()
        ]
        first = [at for at, gate in enumerate(gates) if gate.granted_by == "state"]
        for at in (named or (first if number == 0 else []))[:1]:
            if found[at].rule is None:
                asked = _ruled(found[at], rule, has_hours=has_hours(entry))
                practice = is_practiced or bool(rule.practice_hours or rule.practice_months)
                found[at] = replace(asked, is_after_practice=practice)
    return tuple(found)


def has_hours(entry: Entry) -> bool:
    """Whether some way in has a course or program of so many hours."""
    return any(hours_of(way) is not None for way in entry.conditions)


def hours_of(way: EntryCondition) -> Span | None:
    """The hours of a way's course or program, if it has any."""
    if way.course is not None and way.course.hours is not None:
        return way.course.hours
    return None if way.study is None else way.study.hours


def _ruled(gate: LicenseGate, rule: StateRule, *, has_hours: bool) -> LicenseGate:
    """A license as one state asks it; with `has_hours` its hours are of a course, not of work."""
    return replace(
        gate,
        exam=rule.exam or gate.exam,
        agency=rule.agency or gate.agency,
        fee=rule.fee or gate.fee,
        wait=rule.wait or gate.wait,
        asks=_asks(gate, rule, has_hours=has_hours),
        note=rule.note or ("" if is_over_states(gate.note) else gate.note),
        sources=gate.sources if rule.source is None else (rule.source, *gate.sources),
        rule=rule,
    )


def _asks(gate: LicenseGate, rule: StateRule, *, has_hours: bool) -> dict[str, str]:
    """What the license asks in the state: one value for each matter that its rule speaks of."""
    asks = dict(gate.asks)

    def put(key: str, value: float | None, *others: str) -> None:
        if value is None:
            return
        for other in (key, *others):
            asks.pop(other, None)
        if value:
            asks[key] = f"{value:g}"

    put("course_hours", rule.hours, *(("hours",) if has_hours else ()))
    put("age", rule.age)
    put("experience_months", rule.experience_months, "experience", "experience_hours")
    if not has_hours and rule.is_apprenticeship_open:
        # What a trade's license asks is the work served before it.
        put("hours", rule.apprenticeship_hours)
        put("experience_months", rule.apprenticeship_months, "hours", "experience")
    put("hours", rule.practice_hours, *_PRACTICE)
    if rule.practice_months is not None:
        is_internship = "internship_months" in asks or "internship_hours" in asks
        put("internship_months" if is_internship else "practice_months", rule.practice_months)
    asks |= rule.asks
    if rule.education:
        asks["education"] = rule.education
        if is_over_states(asks.get("degree", "")):
            del asks["degree"]
    if rule.degree is not None:
        told = asks.get("degree", "")
        # What holds everywhere may say more of the degree: its field, who accredits it.
        if rule.degree.label not in told or is_over_states(told):
            asks["degree"] = rule.degree.phrase
    return asks
