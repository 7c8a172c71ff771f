"""From any wording of a job to the occupations it stands for: one reading for every door."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from careerlattice.catalog.names.employers import employed
from careerlattice.catalog.names.keys import key, written_out
from careerlattice.catalog.names.military import (
    branch_titles,
    military_codes,
    rating_codes,
    without_branch,
)
from careerlattice.catalog.names.noise import without_noise
from careerlattice.catalog.names.openings import is_telling_head, openings
from careerlattice.catalog.names.paraphrases import as_worker, doers, head_of, spelled_out
from careerlattice.catalog.names.phrases import Meaning, phrases
from careerlattice.catalog.names.slips import near_texts, slips_allowed, slips_between
from careerlattice.catalog.names.variants import variants
from careerlattice.catalog.parameters import (
    ASKED_WITHIN,
    CATCH_ALL_WEIGHT,
    DETAIL_WEIGHT,
    FEW_JOBS,
    HEARD_SHARE,
    KIND_WEIGHTS,
    LOPSIDED,
    SHORTEST_MENDED,
    SHORTEST_PHRASE_MENDED,
    SHORTEST_PHRASE_OF_TWO_SLIPS,
    SHORTEST_WORD_OF_TWO_SLIPS,
    SURE_LEAD,
    SURE_SCORE,
    WORTH_ASKING,
)
from careerlattice.catalog.search import KINDS, TitleSearch
from careerlattice.content.names.lists import words_in, words_of

How = Literal["military code", "listed", "title", "mended", "part", "likely", "unknown"]

MOST_CHOICES = 6
_AND = re.compile(r"\s*(?:/|&|\+|\bor\b|\band\b)\s*", re.IGNORECASE)
_AT_SCHOOL = frozenset(("at", "in", "of", "from"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a wording stands for.

    `codes` are O*NET-SOC codes, the likeliest first: the first is meant when `kind` is `one`, one
    of them when it is `ask`. `how` says what decided, `wording` is the listed wording, the title
    or the military code that did; `is_official` says that an official title did, `slips` how many
    letters were mended, `is_spanish` that the wording is Spanish.
    """

    kind: Literal["one", "ask", "state", "rank", "unknown"]
    codes: tuple[str, ...] = ()
    how: How = "unknown"
    wording: str = ""
    state: str = ""
    is_official: bool = False
    slips: int = 0
    is_spanish: bool = False


class TitleReader:
    """Reads wordings against the titles of a release and the lists of names.

    `jobs_of` gives the national jobs of an O*NET-SOC code's published line (nan for none);
    `official` maps the keys of official titles to their codes.
    """

    def __init__(
        self,
        search: TitleSearch,
        official: Mapping[str, str],
        codes: Mapping[str, object],
        jobs_of: Callable[[str], float],
    ) -> None:
        self._search, self._official, self._jobs_of = search, official, jobs_of
        self._codes = codes

    def read(self, text: str) -> Reading:
        """What `text` stands for; never raises."""
        found = self.read_known(text)
        if found.kind not in ("unknown", "rank") or phrases().find(key(text)) is not None:
            return found
        said = without_noise(text)
        rank = found if found.kind == "rank" else None
        steps: tuple[Callable[[str], Reading | None], ...] = (
            self._several,
            _going_to_school,
            self._in_service,
            self._at_employer,
            self._said_otherwise,
            self._in_spanish,
            *(() if rank else (self._mended,)),
            self._opening,
            self._part,
            _rank_in_service,
        )
        for step in steps:
            told = step(said)
            if told is not None and told.kind != "rank":
                return told
            rank = rank or told
        return rank or self._likely(said) or self._by_head(said) or Reading("unknown")

    def is_heard(self, text: str) -> bool:
        """Whether enough of the words are known for anything to be near to them."""
        return self._search.heard(text, phrases().vocabulary) >= HEARD_SHARE.value

    def _several(self, text: str) -> Reading | None:
        """A question where a title names two jobs: cook/dishwasher, LPN or RN."""
        outside = (variants(text)[:2] or [""])[-1 if "(" in text else 0]
        parts = [part for part in _AND.split(outside) if part]
        if not 2 <= len(parts) <= 4:
            return None
        found = [self.read_known(part) for part in parts]
        if any(reading.kind not in ("one", "ask") for reading in found):
            return None
        codes = tuple(dict.fromkeys(reading.codes[0] for reading in found))
        return Reading("ask", codes, "part", text) if len(codes) > 1 else found[0]

    def _in_service(self, text: str) -> Reading | None:
        """A branch with a trade: the branch's own titles that hold the words, else the trade."""
        trade = without_branch(text)
        if not trade or trade == " ".join(text.split()):
            return None
        found = self.read_known(trade)
        if found.kind in ("rank", "state"):
            return None
        own = self._full(branch_titles(text, key(trade)))
        if found.kind == "one" and (not own or found.codes[0] in own):
            return _as_part(found)
        if not own:
            return found if found.kind == "ask" else None
        if found.kind == "one":
            own = tuple(dict.fromkeys((found.codes[0], *own)))
        return Reading("ask" if len(own) > 1 else "one", own[:MOST_CHOICES], "part", trade)

    def _at_employer(self, text: str) -> Reading | None:
        """A job at a known employer, or the work most people do there where none is named."""
        found = employed(text)
        if found is None:
            return None
        usual = self._full(found.codes)
        if not found.job:
            kind: Literal["one", "ask"] = "one" if found.is_one or len(usual) == 1 else "ask"
            return Reading(kind, usual, "listed", text)
        job = self.read_known(found.job)
        if job.kind == "unknown":
            job = self._said_otherwise(found.job) or job
        if job.kind == "one":
            return _as_part(job)
        # What is a question elsewhere is none where one of its answers is usual: cook at Wendy's.
        fitting = [code for code in usual if code in job.codes]
        if job.kind == "ask":
            codes = tuple(dict.fromkeys((*fitting, *job.codes)))[:MOST_CHOICES]
            return replace(job, kind="one" if len(fitting) == 1 else "ask", codes=codes, how="part")
        if job.kind == "rank":
            holding = [c for c in usual if all(self._search.holds(c, w) for w in found.job.split())]
            if len(holding) == 1:
                return Reading("one", tuple(holding), "part", found.job)
            return job if _is_leading(found.job) else Reading("ask", usual, "listed", text)
        return None

    def _said_otherwise(self, text: str) -> Reading | None:
        """The reading with short forms written out, without place, or of what somebody does."""
        for variant in variants(text)[:5]:
            found = self._first_known(spelled_out(key(variant)))
            if found is not None:
                return found
        head = head_of(text)
        found = self._known_or_several(head) if head else None
        if found is not None:
            return self._narrowed(found, text) if found.kind == "ask" else _as_part(found)
        for variant in variants(text)[:5]:
            found = self._first_known(as_worker(key(variant)))
            if found is not None:
                return _as_part(found)
        last = key(text).rpartition(" ")[2]
        if " " in key(text) and self.read_known(last).kind in ("one", "ask"):
            return None  # Its last word names the worker: a tow boat deckhand tows no cars.
        found = self._first_known(doers(key(text)))
        return _as_part(found) if found is not None else None

    def _in_spanish(self, text: str) -> Reading | None:
        """The longest listed Spanish beginning of a title: Spanish names the worker first."""
        words = key(text).split()
        if words_of("spanish_small_words").isdisjoint(words[1:]):
            return None
        for end in range(len(words) - 1, 0, -1):
            meaning = phrases().find(" ".join(words[:end]))
            if meaning is not None and meaning.is_spanish:
                return self._of(meaning, "part")
        return None

    def _first_known(self, wordings: list[str]) -> Reading | None:
        """The first wording that names one occupation, else the first that asks which."""
        asking: Reading | None = None
        for wording in wordings:
            found = self._plain(wording, "")
            if found is not None and found.kind == "one":
                return found
            if found is not None and found.kind == "ask":
                asking = asking or found
        return asking

    def _known_or_several(self, text: str) -> Reading | None:
        found = self.read_known(text)
        return found if found.kind != "unknown" else self._several(text)

    @lru_cache(maxsize=4096)  # noqa: B019 - a reader lives as long as its release
    def read_known(self, text: str) -> Reading:
        """What `text` stands for by lists and titles alone, without guessing."""
        military = military_codes(text)
        if military is not None:
            code, socs, is_own = military
            kind: Literal["one", "ask"] = "one" if is_own else "ask"
            return Reading(kind, self._full(socs), "military code", code)
        waiting: Reading | None = None
        readings = variants(text)
        for place, variant in enumerate(readings):
            found = self._plain(variant, text if place == 0 else "")
            if found is None:
                continue
            if found.kind in ("one", "state"):
                is_head_alone = place > 0 and " " not in key(variant) and f"{variant}," in text
                is_by_name = found.kind == "state" or not is_head_alone or _is_short_form(variant)
                return found if is_by_name else replace(found, how="part", is_official=False)
            if place > 0 and f"({variant})" in text.replace("[", "(").replace("]", ")"):
                continue  # A remark in brackets, such as (Full Time), is no title to ask about.
            # A rank or a question waits for what the rest of the title says.
            waiting = waiting or found
        if waiting is None:
            return Reading("unknown")
        return self._narrowed(waiting, text)

    def _plain(self, variant: str, typed: str) -> Reading | None:
        spelled = key(variant)
        if not spelled:
            return None
        official = self._official.get(spelled)
        if official is not None:
            return Reading("one", (official,), "title", variant, is_official=True)
        meaning = phrases().find(spelled)
        if meaning is not None:
            return self._of(meaning)
        rating = rating_codes(typed)
        if rating:
            return Reading("one", self._full(rating), "military code", typed)
        carriers = self._search.carriers(spelled) or self._search.carriers(written_out(spelled))
        return self._agreed(self._by_carriers(carriers, variant), spelled) if carriers else None

    def _agreed(self, reading: Reading, spelled: str) -> Reading:
        """A reading by one stray title becomes a question when all other titles point elsewhere."""
        if reading.kind != "one" or reading.is_official:
            return reading
        hits = self._search.find(spelled, 1)
        if not hits or hits[0].onet_soc_code[:7] == reading.codes[0][:7]:
            return reading
        codes = dict.fromkeys((*reading.codes[:1], hits[0].onet_soc_code, *reading.codes[1:]))
        return replace(reading, kind="ask", codes=tuple(codes), how="likely")

    def _of(self, meaning: Meaning, how: How = "listed") -> Reading:
        return Reading(
            meaning.kind,
            self._full(meaning.codes),
            how,
            meaning.wording,
            meaning.state,
            is_spanish=meaning.is_spanish,
        )

    def _full(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        full = (code if "." in code else f"{code}.00" for code in codes)
        return tuple(code for code in full if code in self._codes)

    def _by_carriers(self, carriers: Mapping[str, tuple[int, int]], wording: str) -> Reading:
        """The reading of a title that occupations carry: jobs and kinds of titles decide."""
        lines: dict[str, list[str]] = {}
        for code in sorted(carriers):
            lines.setdefault(code[:7], []).append(code)
        weights: dict[str, float] = {}
        for line, members in lines.items():
            own = f"{line}.00"
            code = own if own in members or len(members) > 1 else members[0]
            kind = min(carriers[member][0] for member in members)
            holding = sum(carriers[member][1] for member in members)
            jobs = max(FEW_JOBS.value, self._jobs_of(code) if self._jobs_of(code) > 0 else 0.0)
            catch_all = CATCH_ALL_WEIGHT.value if line.endswith("9") else 1.0
            detail = 1.0 if code.endswith(".00") else DETAIL_WEIGHT.value
            weights[code if code in self._codes else members[0]] = (
                KIND_WEIGHTS[KINDS[kind]].value
                * (1 + holding) ** 0.5
                * jobs**0.5
                * catch_all
                * detail
            )
        ordered = sorted(weights, key=lambda code: (-weights[code], code))
        if len(ordered) == 1:
            kind = min(kind for kind, _ in carriers.values())
            if " " not in key(wording) and KINDS[kind] in ("alternate", "short"):
                # One word that a single source gives to a single occupation says too little.
                return Reading("one", tuple(ordered), "likely", wording)
            return Reading("one", tuple(ordered), "title", wording)
        is_clear = weights[ordered[0]] >= LOPSIDED.value * weights[ordered[1]]
        return Reading(
            "one" if is_clear else "ask",
            tuple(ordered[:MOST_CHOICES]),
            "title" if is_clear else "likely",
            wording,
        )

    def _narrowed(self, waiting: Reading, text: str) -> Reading:
        """A question decided by the words beside it: laborer (construction)."""
        beside = set(key(text).split()) - set(key(waiting.wording).split())
        beside = {word for word in beside if len(word) > 3 and self._search.knows(word)}
        if not beside or waiting.kind != "ask":
            return waiting
        fitting = []
        for code in waiting.codes:
            known = {word for word in beside if self._search.holds(code, word)}
            fitting.append(len(known))
        best = max(fitting, default=0)
        if best and fitting.count(best) == 1:
            code = waiting.codes[fitting.index(best)]
            rest = tuple(other for other in waiting.codes if other != code)
            return replace(waiting, kind="one", codes=(code, *rest), how="part")
        return waiting

    def _mended(self, text: str) -> Reading | None:
        """The reading after slips in unknown words are mended, or of a listed wording like it."""
        for variant in variants(text)[:5]:
            words = key(variant).split()
            mended = []
            for word in words:
                is_known = self._is_word(word) or len(word) < SHORTEST_MENDED.value
                mended.append(word if is_known else self._near_word(word))
            if mended != words:
                found = self._plain(" ".join(mended), "")
                if found is not None and found.kind in ("one", "ask"):
                    return replace(found, how="mended", slips=slips_between(words, mended))
            spelled = " ".join(words)
            if len(spelled) >= SHORTEST_PHRASE_MENDED.value:
                near = self._near_phrase(spelled)
                if near is not None:
                    return replace(self._of(near[0]), how="mended", slips=near[1])
        return None

    @lru_cache(maxsize=4096)  # noqa: B019 - as above
    def _near_word(self, word: str) -> str:
        from rapidfuzz.distance import OSA

        near = near_texts(word, phrases().vocabulary, SHORTEST_WORD_OF_TWO_SLIPS)
        title_word = self._search.mended(word)
        if title_word is not None:
            near.append((OSA.distance(word, title_word), title_word))
        return min(near)[1] if near else word

    @lru_cache(maxsize=4096)  # noqa: B019 - as above
    def _near_phrase(self, spelled: str) -> tuple[Meaning, int] | None:
        """The listed wording one or two letters away, and how many."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        by_key = phrases().by_key
        hit = process.extractOne(
            spelled,
            by_key.keys(),
            scorer=OSA.distance,
            score_cutoff=slips_allowed(spelled, SHORTEST_PHRASE_OF_TWO_SLIPS),
        )
        if hit is None or hit[0][0] != spelled[0]:
            return None
        typed, meant = (set(text.split()) for text in (spelled, hit[0]))
        strange = [word for word in typed - meant if not self._is_word(word)]
        letters = [sorted("".join(sorted(words))) for words in (typed - meant, meant - typed)]
        # A word that others use is no slip, unless its letters only changed places: costumer.
        is_slip = strange or letters[0] == letters[1]
        return (by_key[hit[0]], int(hit[1])) if is_slip else None

    def _is_word(self, word: str) -> bool:
        return word in phrases().vocabulary or self._search.knows(word)

    def _opening(self, text: str) -> Reading | None:
        """The longest title that begins what was typed, where only its setting stands behind it."""
        typed = text.split()
        for spelled in map(key, variants(text)[:2]):
            for begun in openings(spelled, lambda rest: self.read_known(rest).kind == "one"):
                size = len(begun.split())
                # Ratings are known by their capitals: BM3 deck department.
                is_whole = len(typed) == len(spelled.split())
                found = self.read_known(" ".join(typed[:size]) if is_whole else begun)
                if found.kind == "unknown":
                    found = self._first_known(spelled_out(begun)) or found
                if found.kind in ("one", "ask") and found.how != "likely":
                    return _as_part(found) if found.kind == "one" else found
        return None

    def _part(self, text: str) -> Reading | None:
        """The longest listed wording that ends a title: English names the worker last."""
        for variant in variants(text)[:5]:
            words = key(variant).split()
            for start in range(1, len(words)):
                tail = " ".join(words[start:])
                is_single = start == len(words) - 1
                if is_single and not is_telling_head(tail, text):
                    continue
                meaning = phrases().find(tail)
                if meaning is not None and meaning.kind == "one":
                    if self._is_surer(variant, self._full(meaning.codes)[0]):
                        continue
                    return self._of(meaning, "part")
        return None

    def _is_surer(self, variant: str, code: str) -> bool:
        """Whether the search is sure of another occupation for the whole title."""
        hits = self._search.find(variant, 3)
        return bool(
            len(hits) > 1
            and hits[0].onet_soc_code[:7] != code[:7]
            and hits[0].score >= SURE_SCORE.value
            and hits[0].score - hits[1].score >= SURE_LEAD.value
        )

    def _likely(self, text: str) -> Reading | None:
        """The reading by likeness to titles: sure, a question, or nothing."""
        best: Reading | None = None
        if not self.is_heard(text):
            return None
        for variant in variants(text)[:5]:
            if len(key(variant)) < SHORTEST_MENDED.value:
                continue
            hits = self._search.find(variant, MOST_CHOICES)
            if not hits or hits[0].score < WORTH_ASKING.value:
                continue
            codes = tuple(
                hit.onet_soc_code for hit in hits if hit.score >= hits[0].score - ASKED_WITHIN.value
            )
            lead = hits[0].score - hits[1].score if len(hits) > 1 else 1.0
            if hits[0].score >= SURE_SCORE.value and lead >= SURE_LEAD.value:
                return Reading("one", codes, "likely", hits[0].matched_title)
            best = best or Reading("ask", codes, "likely", hits[0].matched_title)
        return best

    def _by_head(self, text: str) -> Reading | None:
        """A question among what a title's last word can mean and what is nearest to the whole."""
        if not self.is_heard(text):
            return None
        for variant in variants(text)[:3]:
            words = key(variant).split()
            head = self.read_known(words[-1]) if len(words) > 1 else Reading("unknown")
            if head.kind not in ("one", "ask") or head.how == "military code":
                continue
            near = [hit.onet_soc_code for hit in self._search.find(variant, 2)]
            codes = tuple(dict.fromkeys((*head.codes[: MOST_CHOICES - 2], *near)))
            if len(codes) > 1:
                return Reading("ask", codes, "likely", words[-1])
        return None


def _as_part(reading: Reading) -> Reading:
    """A reading of a part of what was typed."""
    return replace(reading, how="part", is_official=False) if reading.kind == "one" else reading


def _is_leading(job: str) -> bool:
    """Whether a rank leads others: what most people do at a place is not what its manager does."""
    return not words_in("title_words", "leading").isdisjoint(job.split())


def _going_to_school(text: str) -> Reading | None:
    """Who calls themselves a student of anything: welding student, student at Ohio State."""
    words = key(text).split()
    is_student = words[-1:] == ["student"] or (
        len(words) > 2 and words[0] == "student" and words[1] in _AT_SCHOOL
    )
    meaning = phrases().find("student") if is_student else None
    return Reading("state", how="listed", wording=text, state=meaning.state) if meaning else None


def _rank_in_service(text: str) -> Reading | None:
    """A branch and a rank in it, such as Army sergeant: hundreds of jobs have both."""
    rank = without_branch(text)
    meaning = phrases().find(key(rank)) if rank != " ".join(text.split()) else None
    if meaning is None or meaning.kind != "rank":
        return None
    return Reading("state", how="listed", wording=text, state="military")


def _is_short_form(variant: str) -> bool:
    """Whether a title's first part is a short form of its own: RN, LPN, CNA."""
    return len(variant) <= 5 and variant.isupper()
