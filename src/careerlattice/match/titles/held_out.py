"""What a user's own coded titles add to the coding of titles like theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerlattice.match.titles.release_coder import build_coder

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.match.titles.coder import CodedTitle, TitleCoder

FOLDS = 5
"""Parts a file is cut into: each is coded by what the other parts teach."""


@dataclass(frozen=True, slots=True)
class HeldOutReport:
    """What a file of coded titles adds, measured on parts of it that were held out.

    Of `titles`, `right_without` are coded right by the release alone and `right_with` when the
    rest of the file has been learned.
    """

    titles: int
    right_without: int
    right_with: int


def held_out_report(catalog: Catalog, learned: dict[str, str]) -> HeldOutReport:
    """How much a file adds to the coding of titles like its own, each held out in its turn."""
    titles = sorted(learned)
    alone = build_coder(catalog, {})
    without = sum(_is_right(rows[0], learned[t]) for t, rows in _coded(alone, titles))
    right = 0
    for fold in range(min(FOLDS, len(titles))):
        held = titles[fold::FOLDS]
        rest = {title: code for title, code in learned.items() if title not in set(held)}
        coder = build_coder(catalog, rest) if rest else alone
        right += sum(_is_right(rows[0], learned[t]) for t, rows in _coded(coder, held))
    return HeldOutReport(len(titles), without, right)


def _coded(coder: TitleCoder, titles: list[str]) -> list[tuple[str, list[CodedTitle]]]:
    return list(zip(titles, coder.code(titles, 1), strict=True))


def _is_right(best: CodedTitle, code: str) -> bool:
    return best.onet_soc_code[:7] == code[:7] and not best.abstained
