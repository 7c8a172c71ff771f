"""Whether figures of a four-digit series of programs are those of one profession.

College Scorecard knows four digits: 51.09 alone holds radiography, respiratory care, paramedics and
surgical technology. Its graduates and earnings tell of a profession only if the series mostly leads
there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from careerlattice.catalog.model import SchoolProgram
from careerlattice.requirements.parameters import OWN_SERIES_SHARE
from careerlattice.requirements.program_facts import program_facts
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.titles import singular_title, with_article

if TYPE_CHECKING:
    from careerlattice.requirements.requirements import EntryRequirements


def own_figures(
    requirements: EntryRequirements, code: OnetSocCode, offered: Iterable[SchoolProgram]
) -> tuple[SchoolProgram, ...]:
    """Schools' programs, those of own series first; figures of a group are not told as its own."""
    title = requirements.catalog.occupation(code).title
    told = [
        (
            program
            if is_own_series(requirements, code, program.cip_code)
            else replace(
                program,
                program=group_note(program.program, title),
                completers=None,
                earnings_usd=None,
                debt_usd=None,
            ),
            not is_own_series(requirements, code, program.cip_code),
        )
        for program in offered
    ]
    return tuple(program for program, _ in sorted(told, key=lambda pair: pair[1]))


def is_own_series(requirements: EntryRequirements, code: OnetSocCode, series: str) -> bool:
    """Whether the crosswalk links at least half of a series' six-digit programs to the occupation.

    Programs that entry conditions name besides do not count: their graduates do other work, too.
    """
    facts = program_facts(requirements.catalog)
    members = facts.members(series)
    leading = set(facts.programs_of(code.soc)).intersection(members)
    return bool(members) and len(leading) >= OWN_SERIES_SHARE.value * len(members)


def group_note(series: str, title: str) -> str:
    """How a series is called whose programs mostly lead elsewhere than to the titled occupation."""
    worker = with_article(singular_title(title))
    return f"programs of the group {series}; ask whether one trains you to be {worker}"
