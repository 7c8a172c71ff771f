"""The title coder of an opened release, and suggestions for a person to confirm."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerlattice.errors import BadCode, NotFound
from careerlattice.match.titles.learning import learned_titles
from careerlattice.match.titles.parameters import KNOWN_SCORES
from careerlattice.profile.confirming import Suggestion
from careerlattice.vocab.codes import OnetSocCode

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from careerlattice.catalog.catalog import Catalog
    from careerlattice.match.titles.coder import TitleCoder
    from careerlattice.match.titles.index import TitleIndex


CODER_FILE = "title-coder.npz"
"""The index of titles in a release, made at build (:func:`coder_arrays`)."""


@lru_cache(maxsize=2)
def title_coder(catalog: Catalog, learned: Path | None = None) -> TitleCoder:
    """The coder over all titles of the release, opened from its index.

    `learned` is a CSV file of titles the user has coded, which come first and whose words count;
    the index is then made anew, which takes a few seconds. Raises `BadProfile`.
    """
    return build_coder(catalog, learned_titles(catalog, learned) if learned else {})


def build_coder(catalog: Catalog, learned: dict[str, str]) -> TitleCoder:
    """A coder over the titles of the release and those learned, by title with their codes."""
    from careerlattice.match.titles.coder import KnownTitles, TitleCoder, carried_once

    occupations = [(o.title, str(o.code)) for o in catalog.list_occupations()]
    table = catalog.release.table("titles").select("title", "short_title", "onet_soc_code", "kind")
    rows = title_rows(occupations, table.rows())
    rows += [(title, code, "reported") for title, code in learned.items()]
    titles, codes, kinds = zip(*rows, strict=True)
    known = KnownTitles(catalog.read_title, carried_once(titles, codes), learned)
    if not learned and CODER_FILE in catalog.release.manifest.files:
        return TitleCoder(*_stored_index(catalog), known=known, jobs=jobs_by_line(catalog))
    return TitleCoder.build(titles, codes, kinds, known=known, jobs=jobs_by_line(catalog))


def jobs_by_line(catalog: Catalog) -> dict[str, float]:
    """National jobs by six-digit code, where they are published."""
    codes = [str(o.code) for o in catalog.list_occupations()]
    jobs = catalog.outlook_vectors.employment
    return {
        code[:7]: float(jobs[catalog.row_of[code]])
        for code in reversed(codes)
        if jobs[catalog.row_of[code]] > 0
    }


def title_rows(
    occupations: list[tuple[str, str]], titles: list[tuple[str, str | None, str, str]]
) -> list[tuple[str, str, str]]:
    """Title, code and kind of all that the coder learns from: official, other and short titles."""
    rows = [(title, code, "official") for title, code in occupations]
    for title, short, code, kind in titles:
        rows.append((title, code, kind))
        if short:
            rows.append((short, code, "short"))
    return rows


def coder_arrays(rows: list[tuple[str, str, str]]) -> dict[str, NDArray[Any]]:
    """The index of titles and the short forms they write out, to be stored in a release."""
    import numpy as np

    from careerlattice.match.titles.coder import build_index

    index, short_forms = build_index(*zip(*rows, strict=True))
    lines = [f"{short}\t{long}" for short, long in sorted(short_forms.items())]
    text = np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)
    return index.to_arrays() | {"short_forms": text}


def _stored_index(catalog: Catalog) -> tuple[TitleIndex, dict[str, str]]:
    from careerlattice.match.titles.index import TitleIndex

    arrays = catalog.release.arrays(CODER_FILE)
    lines = arrays["short_forms"].tobytes().decode().split("\n")
    short_forms = dict(line.split("\t") for line in lines if line)
    return TitleIndex.from_arrays(arrays), short_forms


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
    if resolved.how in ("code", "title"):
        sure = 1.0
    elif reading.how in ("listed", "military code"):
        sure = KNOWN_SCORES[reading.how].value
    else:
        return None
    found = [Suggestion(resolved.occupation.code, resolved.occupation.title, sure)]
    left = 1.0 - sure
    found += [Suggestion(o.code, o.title, round(left / 2, 4)) for o in resolved.others[:4]]
    return tuple(found), False
