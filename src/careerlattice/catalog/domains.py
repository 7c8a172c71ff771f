"""The domains that O*NET rates occupations in, by the words people use for them."""

from __future__ import annotations

from careerlattice.errors import BadRequest
from careerlattice.vocab.names import slug

_ASKED = {
    "skill": "skill",
    "skills": "skill",
    "knowledge": "knowledge",
    "ability": "ability",
    "abilities": "ability",
    "work-activity": "work_activity",
    "work-activities": "work_activity",
}
_ELSEWHERE = {
    "interest": "get_interests",
    "work-style": "list_work_styles",
    "work-value": "get_work_values",
}


def rated_domain(text: str) -> str:
    """The domain meant: skill, knowledge, ability or work_activity. Raises `BadRequest`.

    >>> rated_domain("Work activities")
    'work_activity'
    """
    asked = slug(text.replace("_", " "))
    if asked in _ASKED:
        return _ASKED[asked]
    other = _ELSEWHERE.get(asked.removesuffix("s"))
    if other is not None:
        raise BadRequest(f"{text!r} has no importance and level; ask {other}.", field="domain")
    names = ", ".join(dict.fromkeys(_ASKED.values()))
    raise BadRequest(f"There is no domain {text[:40]!r}. Domains: {names}.", field="domain")
