"""How a plan is spoken of in a sentence: by what it is best at."""

from __future__ import annotations

from careerlattice.plan.answer import Plan

_SPOKEN = {
    "fastest": "fastest way",
    "lowest cost": "way of lowest cost",
    "highest earnings": "way of highest earnings",
    "easiest": "easiest way",
    "most jobs open": "way that opens most jobs",
    "most openings": "way to the job with most openings",
    "best with schooling": "best way with schooling",
    "best with an apprenticeship": "best way with an apprenticeship",
    "step by step": "way step by step",
    "balanced": "balanced way",
    "closest to your interests": "way closest to your interests",
}


def spoken(plan: Plan) -> str:
    """The plan inside a sentence: `the fastest way`."""
    name = plan.names[0]
    aim = name.removeprefix("next ")
    if aim in _SPOKEN:
        return f"the {'next ' if aim != name else ''}{_SPOKEN[aim]}"
    over = [step for step in plan.steps[:-1] if step.kind == "arrive" and step.occupation]
    earned = [step.credential for step in plan.steps if step.credential is not None]
    if over and over[0].occupation:
        return f"another way over {over[0].occupation.title}"
    return f"another way with {earned[-1].phrase}" if earned else "another way"


def listed(words: list[str]) -> str:
    """Words as a list in a sentence: `a, b and c`."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
