"""What a user's own coded titles add to the coding of titles like theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerlattice.match.titles.coder import indexed_forms
from careerlattice.match.titles.release_coder import build_coder

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.match.titles.coder import TitleCoder
    from careerlattice.match.titles.index import Words


@dataclass(frozen=True, slots=True)
class HeldOutReport:
    """What a file of coded titles adds, each title coded without itself.

    Of `titles`, `right_without` are coded right by the release alone and `right_with` when all
    other titles of the file have been learned.
    """

    titles: int
    right_without: int
    right_with: int


def held_out_report(catalog: Catalog, learned: dict[str, str]) -> HeldOutReport:
    """How much a file adds to the coding of titles like its own: leave one out.

    Each title is coded by what all others teach, without itself and without every other title of
    the file that has the same words once folded ("Cook II" and "cooks"): nothing that is asked has
    been told. Titles that the release itself has stay known, before and after.
    """
    alone, whole = build_coder(catalog, {}), build_coder(catalog, learned)
    forms = {title: indexed_forms(title, whole.abbreviations) for title in learned}
    taught: dict[Words, set[str]] = {}
    for title, code in learned.items():
        for words in forms[title]:
            if not alone.index.holds(words, code):
                taught.setdefault(words, set()).add(code)
    without = with_others = 0
    for title in sorted(learned):
        told = [(words, code) for words in forms[title] for code in taught.get(words, ())]
        without += _is_right(alone, title, learned[title])
        with_others += _is_right(whole.without(told, alone), title, learned[title])
    return HeldOutReport(len(learned), without, with_others)


def _is_right(coder: TitleCoder, title: str, code: str) -> bool:
    best = coder.code([title], 1)[0][0]
    return best.onet_soc_code[:7] == code[:7] and not best.abstained
