"""The title coder of an opened release, and suggestions for a person to confirm."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from careerlattice.errors import BadCode, NotFound
from careerlattice.match.titles.learning import learned_titles
from careerlattice.profile.confirming import Suggestion
from careerlattice.vocab.codes import OnetSocCode

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.match.titles.coder import TitleCoder


@lru_cache(maxsize=2)
def title_coder(catalog: Catalog, learned: Path | None = None) -> TitleCoder:
    """A coder over all titles of the release; building takes a few seconds and is done once.

    `learned` is a CSV file of titles the user has coded, which come first. Raises `BadProfile`.
    """
    return build_coder(catalog, learned_titles(catalog, learned) if learned else {})


def build_coder(catalog: Catalog, learned: dict[str, str]) -> TitleCoder:
    """A coder over the titles of the release and those learned, by title with their codes."""
    from careerlattice.match.titles.coder import TitleCoder

    rows = [(o.title, str(o.code), "official") for o in catalog.list_occupations()]
    table = catalog.release.table("titles").select("title", "short_title", "onet_soc_code", "kind")
    for title, short, code, kind in table.iter_rows():
        rows.append((title, code, kind))
        if short:
            rows.append((short, code, "short"))
    rows += [(title, code, "reported") for title, code in learned.items()]
    titles, codes, kinds = zip(*rows, strict=True)
    return TitleCoder.build(titles, codes, kinds, read=catalog.read_title, learned=learned)


def suggest_occupations(
    catalog: Catalog, texts: list[str], top: int = 5
) -> list[tuple[tuple[Suggestion, ...], bool]]:
    """For each text up to `top` occupations, best first, and whether none is sure enough.

    A text that is itself a code or an official title is answered with that occupation and score 1,
    a listed wording or military code with a score a little below it, without building the coder.
    """
    found: list[tuple[tuple[Suggestion, ...], bool] | None] = [
        _exact(catalog, text) for text in texts
    ]
    open_places = [i for i, answer in enumerate(found) if answer is None]
    if open_places:
        coded = title_coder(catalog).code([texts[i] for i in open_places], top)
        for place, answers in zip(open_places, coded, strict=True):
            suggestions = tuple(
                Suggestion(
                    OnetSocCode(a.onet_soc_code), catalog.occupation(a.onet_soc_code).title, a.score
                )
                for a in answers
                if a.onet_soc_code
            )
            found[place] = suggestions, not answers or answers[0].abstained
    return [answer for answer in found if answer is not None]


def _exact(catalog: Catalog, text: str) -> tuple[tuple[Suggestion, ...], bool] | None:
    """What a text is known by: an official title or code, a listed wording, a military code."""
    reading = catalog.read_title(text)
    if reading.kind == "state":
        return (), True
    try:
        resolved = catalog.resolve(text)
    except (NotFound, BadCode):
        return None
    sure = 1.0 if resolved.how in ("code", "title") else 0.93
    if sure < 1.0 and reading.how not in ("listed", "military code"):
        return None
    found = [Suggestion(resolved.occupation.code, resolved.occupation.title, sure)]
    left = 1.0 - sure
    found += [Suggestion(o.code, o.title, round(left / 2, 4)) for o in resolved.others[:4]]
    return tuple(found), False
