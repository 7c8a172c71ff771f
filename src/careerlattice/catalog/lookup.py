"""From what a person typed to an occupation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from careerlattice.catalog.model import Occupation
from careerlattice.catalog.parameters import CERTAIN_SCORE, SURE_LEAD, SURE_SCORE
from careerlattice.catalog.search import TitleHit, TitleSearch
from careerlattice.errors import BadCode, NotFound
from careerlattice.release.arrays import read_arrays
from careerlattice.release.opening import Release
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.names import fold

SEARCH_FILE = "title-search.npz"


@dataclass(frozen=True, slots=True)
class Resolved:
    """An occupation found from typed text, how, and a remark when it was not by its own name."""

    occupation: Occupation
    how: Literal["code", "title", "other title", "successor"]
    note: str = ""


class Lookup:
    """Codes and titles of a release, and how to get from text to one occupation."""

    def __init__(self, release: Release) -> None:
        self._release = release
        self.occupations: dict[str, Occupation] = {}
        for row in release.table("occupations").iter_rows(named=True):
            code = OnetSocCode(row["onet_soc_code"])
            self.occupations[code] = Occupation(
                code=code,
                title=row["title"],
                job_zone=row["job_zone"],
                data_level=row["data_level"],
                stand_in=OnetSocCode(row["stand_in_code"]),
                is_military=row["is_military"],
            )
        self._by_title = {fold(o.title): o for o in self.occupations.values()}

    @cached_property
    def search(self) -> TitleSearch:
        """The title search of the release."""
        return TitleSearch.from_arrays(read_arrays(self._release.path_of(SEARCH_FILE)))

    def resolve(self, text: str) -> Resolved:
        """The occupation meant by a code or a title.

        Codes may be written `29-1141.00`, `29-1141` or `29114100`; a retired SOC 2010 code with one
        successor gives the successor. A title is an official one, or another title that points to
        one occupation clearly. Raises `NotFound` with the nearest names, `BadCode` for digits that
        are not a code.
        """
        stripped = text.strip()
        if not stripped:
            raise NotFound("occupation", text, hint="Type a job title or an O*NET-SOC code.")
        if OnetSocCode.looks_like(stripped):
            return self._by_code(stripped)
        official = self._by_title.get(fold(stripped))
        if official is not None:
            return Resolved(official, "title")
        hits = self.search.find(stripped, 4)
        if hits and self._is_sure(hits):
            occupation = self.occupations[hits[0].onet_soc_code]
            matched = self._shortest_title(stripped, occupation, hits[0].matched_title)
            note = _how_understood(stripped, occupation.title, matched)
            return Resolved(occupation, "other title", note)
        raise NotFound("occupation", stripped, self.nearest(stripped))

    def nearest(self, text: str, n: int = 3) -> list[str]:
        """The official titles of the `n` occupations nearest to the text."""
        names = [self.occupations[hit.onet_soc_code].title for hit in self.search.find(text, n)]
        if len(names) < n:
            from rapidfuzz import fuzz, process

            near = process.extract(fold(text), list(self._by_title), scorer=fuzz.WRatio, limit=n)
            names += [self._by_title[key].title for key, score, _ in near if score >= 55]
        return list(dict.fromkeys(names))[:n]

    def _is_sure(self, hits: list[TitleHit]) -> bool:
        best = hits[0]
        lead = best.score - hits[1].score if len(hits) > 1 else 1.0
        return best.score >= SURE_SCORE.value and (
            lead >= SURE_LEAD.value or best.score >= CERTAIN_SCORE.value
        )

    def _shortest_title(self, text: str, occupation: Occupation, matched: str) -> str:
        """The shortest title of the occupation that holds every word typed; else the one matched.

        `RN` is "Registered Nurse (RN)" to people, whichever of its longer titles matched best.
        """
        import polars as pl

        words = set(fold(text).split())
        titles = self._release.table("titles").filter(pl.col("onet_soc_code") == occupation.code)
        fitting = [title for title in titles["title"] if words <= set(fold(title).split())]
        return min(fitting, key=lambda title: (len(title), title), default=matched)

    def _by_code(self, text: str) -> Resolved:
        code = OnetSocCode.parse(text)
        found = self.occupations.get(code)
        if found is not None:
            return Resolved(found, "code")
        details = [o for c, o in self.occupations.items() if c.startswith(code.soc)]
        if details:
            names = [f"{o.code} {o.title}" for o in details[:5]]
            raise NotFound("occupation", text, names)
        successors = self._successors(code.soc)
        if len(successors) == 1:
            note = f"{code.soc} is a SOC 2010 code; it is now {successors[0].code}."
            return Resolved(successors[0], "successor", note)
        if successors:
            names = [f"{o.code} {o.title}" for o in successors[:5]]
            hint = f"{code.soc} is a SOC 2010 code that was divided into {len(successors)}."
            raise NotFound("occupation", text, names, hint)
        near = sorted(self.occupations, key=lambda c: (abs(_number(c) - _number(code)), c))[:3]
        if not near or code.major_group not in {c[:2] for c in self.occupations}:
            raise BadCode(
                f"{text!r} is not an O*NET-SOC code: there is no major group {code.major_group}. "
                "Codes look like 29-1141.00; try 'careerlattice search' with a job title."
            )
        raise NotFound("occupation", text, [f"{c} {self.occupations[c].title}" for c in near])

    def _successors(self, soc2010: str) -> list[Occupation]:
        import polars as pl

        links = self._release.table("soc2010_links").filter(pl.col("soc2010_code") == soc2010)
        found = []
        for soc in links["soc_code"]:
            own = self.occupations.get(OnetSocCode(f"{soc}.00"))
            if own is not None:
                found.append(own)
        return found


def _how_understood(typed: str, title: str, matched: str) -> str:
    """A remark where what was typed is more than the official title in the singular."""
    if fold(title) in (fold(typed), fold(typed) + "s", fold(typed) + "es"):
        return ""
    if fold(title) == fold(matched):
        return f"Taken to mean {title}."
    return f"Taken to mean {title}, which is also called {matched!r}."


def _number(code: str) -> int:
    return int(code[:2] + code[3:7] + code[8:10])
