"""From what a person typed to an occupation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from careerlattice.catalog.model import Occupation
from careerlattice.catalog.names.codes import TypedCode, listed_line, looks_like_digits, typed_code
from careerlattice.catalog.names.keys import key
from careerlattice.catalog.names.military import is_service_title, names_the_service
from careerlattice.catalog.names.title_reader import MOST_CHOICES, Reading, TitleReader
from careerlattice.catalog.outlook import read_outlook_vectors
from careerlattice.catalog.parameters import NAMED_AS_NEAR
from careerlattice.catalog.search import TitleHit, TitleSearch
from careerlattice.catalog.understood import Reading as How
from careerlattice.catalog.understood import Understood
from careerlattice.errors import Ambiguous, BadCode, NoOccupation, NotFound
from careerlattice.release.opening import Release
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.names import fold

SEARCH_FILE = "title-search.npz"


@dataclass(frozen=True, slots=True)
class Resolved:
    """An occupation found from typed text, how, and a remark when it was not by its own name.

    `others` are occupations that the text may mean as well, the likeliest first. `was_served`: the
    words name work in the armed forces, and the occupation is the civilian work nearest to it.
    """

    occupation: Occupation
    how: Literal["code", "title", "other title", "successor"]
    note: Understood | None = None
    others: tuple[Occupation, ...] = ()
    was_served: bool = False


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
        return TitleSearch.from_arrays(self._release.arrays(SEARCH_FILE))

    @cached_property
    def reader(self) -> TitleReader:
        """The one reading of wordings, for every door."""
        official = {key(o.title): code for code, o in self.occupations.items()}
        return TitleReader(self.search, official, self.occupations, self.jobs_of)

    @cached_property
    def _jobs(self) -> dict[str, float]:
        jobs = read_outlook_vectors(self._release).employment
        return dict(zip(sorted(self.occupations), jobs.tolist(), strict=True))

    def jobs_of(self, code: str) -> float:
        """The jobs of the published line of an occupation; nan where none is published."""
        return self._jobs[code]

    def resolve(self, text: str) -> Resolved:
        """The occupation meant by a code or any wording of a job.

        Codes may be written `29-1141.00`, `29-1141`, `SOC 291141` or with the title behind; a
        retired code with one successor gives the successor, a military code the civilian work
        nearest to it. Raises `Ambiguous` with the choices where several occupations are meant,
        `NoOccupation` for a state of life or a bare rank, `NotFound` for words nobody uses, and
        `BadCode` for digits that are not a code.
        """
        stripped = text.strip()
        if not stripped:
            raise NotFound("occupation", text, hint="Type a job title or an O*NET-SOC code.")
        official = self._by_title.get(fold(stripped))
        if official is not None:
            return Resolved(official, "title")
        code = typed_code(stripped)
        if code is not None:
            return self._by_code(stripped, code)
        if looks_like_digits(stripped):
            OnetSocCode.parse(stripped)
        reading = self.reader.read(stripped)
        found = self._by_reading(stripped, reading)
        if found.occupation.is_military:
            return found
        # Civilians, too, go by what O*NET lists as a title: there a branch has to tell.
        was_served = names_the_service(stripped) or (
            reading.how != "title" and is_service_title(stripped)
        )
        return replace(found, was_served=was_served)

    def find(self, text: str, limit: int) -> list[TitleHit]:
        """Occupations for a list of hits: those the wording stands for, then those like it."""
        code = typed_code(text)
        if code is not None or not text.strip():
            return self._hits_of_code(text, code, limit)
        reading = self.reader.read_known(text)
        if reading.kind == "state":
            return []
        leads = reading.codes if reading.kind in ("one", "ask") else ()
        hits = [TitleHit(code, reading.wording, 1.0, "short") for code in leads[:limit]]
        if reading.how != "military code":
            seen = set(leads)
            found = self.search.find(text, limit + len(leads)) if self.reader.is_heard(text) else []
            hits = [self._as_found(hit, found) for hit in hits]
            hits += [hit for hit in found if hit.onet_soc_code not in seen]
        return hits[:limit]

    def _as_found(self, lead: TitleHit, found: list[TitleHit]) -> TitleHit:
        """A leading hit with the title that the search matched for the same occupation."""
        for hit in found:
            if hit.onet_soc_code == lead.onet_soc_code and hit.score >= 0.5:
                return TitleHit(
                    hit.onet_soc_code, hit.matched_title, max(hit.score, 0.99), hit.kind
                )
        return lead

    def _hits_of_code(self, text: str, code: TypedCode | None, limit: int) -> list[TitleHit]:
        if code is None:
            return []
        try:
            found = [self._by_code(text, code).occupation]
        except Ambiguous as error:
            found = [self.occupations[chosen] for chosen, _ in error.choices]
        except NotFound:
            found = []
        return [TitleHit(o.code, o.title, 1.0, "official") for o in found[:limit]]

    def nearest(self, text: str, n: int = 3) -> list[str]:
        """The official titles of the `n` occupations nearest to the text, where any are near."""
        if not self.reader.is_heard(text):
            return []
        hits = [hit for hit in self.search.find(text, n) if hit.score >= NAMED_AS_NEAR.value]
        return list(dict.fromkeys(self.occupations[hit.onet_soc_code].title for hit in hits))

    def _by_reading(self, text: str, reading: Reading) -> Resolved:
        if reading.kind in ("state", "rank"):
            state = reading.state or "rank"
            raise NoOccupation(text, state)
        if reading.kind == "unknown":
            near = self.nearest(text)
            raise NotFound("occupation", text, near)
        found = [self.occupations[code] for code in reading.codes]
        if reading.kind == "ask" and len(found) > 1:
            raise Ambiguous("occupation", text, [(o.code, o.title) for o in found[:MOST_CHOICES]])
        if not found:
            raise NotFound(
                "occupation", text, hint="It looks like a military job code. Type its title."
            )
        note = self._how_understood(text, reading, found)
        return Resolved(found[0], "other title", note, tuple(found[1:]))

    def _how_understood(
        self, typed: str, reading: Reading, found: list[Occupation]
    ) -> Understood | None:
        """A remark where what was typed is more than the official title in the singular."""
        title = found[0].title
        others = tuple(o.title for o in found[1:4])
        if reading.how == "military code":
            return Understood(How.MILITARY, typed, title, others=others)
        if fold(title) in (fold(typed), fold(typed) + "s", fold(typed) + "es"):
            return None
        how = How.SPANISH if reading.is_spanish else How.WORDING
        matched = ""
        if reading.how == "title" and not others:
            matched = self._shortest_title(typed, found[0], reading.wording)
        tells_more = fold(matched) != fold(title)
        return Understood(how, typed, title, matched if tells_more else "", others)

    def _shortest_title(self, text: str, occupation: Occupation, matched: str) -> str:
        """The shortest title of the occupation that holds every word typed; else the one matched.

        `RN` is "Registered Nurse (RN)" to people, whichever of its longer titles matched best.
        """
        import polars as pl

        words = set(fold(text).split())
        titles = self._release.table("titles").filter(pl.col("onet_soc_code") == occupation.code)
        fitting = [title for title in titles["title"] if words <= set(fold(title).split())]
        return min(fitting, key=lambda title: (len(title), title), default=matched)

    def _by_code(self, text: str, typed: TypedCode) -> Resolved:
        if typed.kind != "soc":
            return self._by_foreign_code(text, typed)
        code = OnetSocCode(f"{typed.code}.{typed.detail or '00'}")
        found = self.occupations.get(code)
        if found is not None:
            return Resolved(found, "code")
        details = [o for c, o in self.occupations.items() if c.startswith(code.soc)]
        if details:
            raise NotFound("occupation", text, [f"{o.code} {o.title}" for o in details[:5]])
        line = self._members_of_line(code.soc)
        if line:
            return self._one_of(text, line, How.BLS_LINE, code.soc)
        successors = self._successors(code.soc)
        if typed.detail and successors:
            same = [
                o
                for s in successors
                for o in [self.occupations.get(f"{s.code.soc}.{typed.detail}")]
                if o is not None
            ]
            successors = [*same, *(o for o in successors if o not in same)]
        if len(successors) == 1:
            now = successors[0]
            note = Understood(How.SOC_2010, code.soc, now.title, str(now.code))
            return Resolved(now, "successor", note)
        if successors:
            return self._one_of(text, successors, How.SOC_2010_PART, code.soc)
        group = self._members_of_group(code.soc)
        if group:
            return self._one_of(text, group, How.SOC_GROUP, code.soc)
        if typed.dotted:
            return self._by_foreign_code(text, TypedCode("cip", typed.dotted))
        raise self._no_code(text, code)

    def _by_foreign_code(self, text: str, typed: TypedCode) -> Resolved:
        """The occupation of a CIP, ISCO or ESCO code, where it leads to one."""
        import polars as pl

        table, column, name, how = {
            "cip": ("program_occupations", "cip_code", "field of study", How.PROGRAM),
            "isco": ("isco_links", "isco08_code", "ISCO code", How.ISCO),
            "esco": ("esco_links", "esco_code", "ESCO code", How.ESCO),
        }[typed.kind]
        rows = self._release.table(table).filter(pl.col(column).str.starts_with(typed.code))
        soc = "onet_soc_code" if typed.kind == "esco" else "soc_code"
        codes = dict.fromkeys(c if "." in c else f"{c}.00" for c in rows[soc].to_list())
        found = [self.occupations[c] for c in codes if c in self.occupations]
        if not found:
            raise NotFound(name, text, hint="No occupation in this release is linked to it.")
        found.sort(key=lambda o: (-self._size(o), o.code))
        return self._one_of(text, found, how, typed.code)

    def _size(self, occupation: Occupation) -> float:
        jobs = self.jobs_of(occupation.code)
        return jobs if jobs > 0 else 0.0

    def _one_of(self, text: str, found: list[Occupation], how: How, code: str) -> Resolved:
        if len(found) == 1:
            return Resolved(found[0], "code", Understood(how, text, found[0].title, code))
        names = [(str(o.code), o.title) for o in found[:8]]
        hint = f"{code} is {_GATHERS[how]} {len(found)} occupations."
        raise Ambiguous("occupation", text, names, hint)

    def _members_of_line(self, code: str) -> list[Occupation]:
        import polars as pl

        links = self._release.table("projection_links").filter(
            (pl.col("matrix_code") == code) & pl.col("is_aggregate")
        )
        codes = links["soc_code"].to_list() or list((listed_line(code) or ("", ()))[1])
        return [self.occupations[f"{c}.00"] for c in codes if f"{c}.00" in self.occupations]

    def _members_of_group(self, code: str) -> list[Occupation]:
        stem = code.rstrip("0")
        if len(stem) == len(code):
            return []
        members = [o for c, o in self.occupations.items() if c.startswith(stem) and c[8:] == "00"]
        return sorted(members, key=lambda o: (-self._size(o), o.code))

    def _no_code(self, text: str, code: OnetSocCode) -> NotFound | BadCode:
        near = sorted(self.occupations, key=lambda c: (abs(_number(c) - _number(code)), c))[:3]
        if not near or code.major_group not in {c[:2] for c in self.occupations}:
            return BadCode(
                f"{text!r} is not an O*NET-SOC code: there is no major group {code.major_group}. "
                "Codes look like 29-1141.00; try 'careerlattice search' with a job title."
            )
        return NotFound("occupation", text, [f"{c} {self.occupations[c].title}" for c in near])

    def _successors(self, soc2010: str) -> list[Occupation]:
        import polars as pl

        links = self._release.table("soc2010_links").filter(pl.col("soc2010_code") == soc2010)
        found = []
        for soc in links["soc_code"]:
            own = self.occupations.get(OnetSocCode(f"{soc}.00"))
            if own is not None:
                found.append(own)
        return found


_GATHERS = {
    How.BLS_LINE: "a line of BLS that holds",
    How.SOC_2010_PART: "a SOC 2010 code that is now",
    How.SOC_GROUP: "a SOC group that holds",
    How.PROGRAM: "a field of study that leads to",
    How.ISCO: "an ISCO code that leads to",
    How.ESCO: "an ESCO code that leads to",
}


def _number(code: str) -> int:
    return int(code[:2] + code[3:7] + code[8:10])
