"""The rule of the entry conditions that names a move, with its source."""

from __future__ import annotations

from careerlattice.lattice.arrays.named_moves import Named
from careerlattice.lattice.moves.evidence import NamedEvidence
from careerlattice.requirements.entry import EntryCondition
from careerlattice.requirements.requirements import EntryRequirements
from careerlattice.vocab.codes import OnetSocCode


def find_named_rule(
    asked: EntryRequirements, origin: OnetSocCode, to: OnetSocCode, named: Named
) -> NamedEvidence | None:
    """The rule that names the move from `origin` to `to`; none where nothing does.

    `named` is what the lattice says of the pair: which part of the entry conditions to look in.
    """
    if named is Named.NONE:
        return None
    if named in (Named.STEP, Named.SIDEWAYS):
        for step in asked.get_entry(origin).next_steps:
            if step.code == to and step.is_advance == (named is Named.STEP):
                return NamedEvidence(named, step.months, step.asks, step.sources)
        return None
    for way in asked.get_entry(to).conditions:
        codes, months = _begins(way, named)
        if any(origin.startswith(beginning) for beginning in codes):
            return NamedEvidence(named, months, "", way.sources)
    return None


def _begins(way: EntryCondition, named: Named) -> tuple[tuple[str, ...], float | None]:
    """The beginnings of codes that a way in names in this part, and the months it asks in them."""
    if named is Named.RANK and way.promotion is not None:
        return way.promotion.from_codes, way.promotion.months
    if named is Named.BRIDGE:
        return way.from_license, None
    if named is Named.CREDIT and way.apprenticeship is not None:
        return tuple(way.apprenticeship.credit), None
    if named is Named.WORK and way.experience is not None:
        return way.experience.from_codes, way.experience.months
    return (), None
