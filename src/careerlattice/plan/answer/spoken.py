"""The door to the words: what an answer holds is said by the room `wording`, which stands above.

Answers hold values, no sentences. So that an answer in hand still speaks (`notice.text`,
`step.title`, `answer.to_dict()`), its doors open `wording` when used: the one climb between rooms
that the import contract names. Nothing that plans reads what they give.
"""

from __future__ import annotations

from types import ModuleType


def words() -> ModuleType:
    """The room that has the sentences of plans."""
    from careerlattice import wording

    return wording
