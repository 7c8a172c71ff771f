"""Titles that a user has coded: read from their own file, kept nowhere else."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from careerlattice.errors import BadProfile, CareerlatticeError
from careerlattice.match.titles.words import plain_text

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.match.titles.coder import CodedTitle, TitleCoder

_CODE_COLUMNS = ("onet_soc_code", "soc_code", "soc", "code")
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

    @property
    def sentence(self) -> str:
        """The gain in words."""
        return (
            f"On your own {self.titles:,} titles, each coded without itself: "
            f"{self.right_without / self.titles:.1%} right before, "
            f"{self.right_with / self.titles:.1%} with what the others teach."
        )


def learned_titles(catalog: Catalog, path: str | Path) -> dict[str, str]:
    """Titles of a CSV file (columns `title` and `onet_soc_code`) with their codes.

    Of a title coded twice the last row counts. Raises `BadProfile` naming line and column.
    """
    name = Path(path).name
    found: dict[str, str] = {}
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        columns = reader.fieldnames or []
        column = next((c for c in _CODE_COLUMNS if c in columns), None)
        if "title" not in columns or column is None:
            raise BadProfile(
                f"{name}: line 1 needs the columns 'title' and 'onet_soc_code'; it has "
                f"{', '.join(columns) or 'nothing'}."
            )
        for row in reader:
            title, code = (row["title"] or "").strip(), (row[column] or "").strip()
            if not title or not code:
                continue
            try:
                found[plain_text(title).strip()] = str(catalog.get_occupation(code).code)
            except CareerlatticeError as error:
                raise BadProfile(f"{name}: line {reader.line_num}: {error}") from None
    if not found:
        raise BadProfile(f"{name}: the file holds no coded title.")
    return found


def held_out_report(catalog: Catalog, learned: dict[str, str]) -> HeldOutReport:
    """How much a file adds to the coding of titles like its own, each held out in its turn."""
    from careerlattice.match.titles.release_coder import build_coder

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
