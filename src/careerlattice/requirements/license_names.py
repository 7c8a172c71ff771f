"""Which of the licenses on record for an occupation is the one to get.

The source lists under an occupation licenses of narrower or other trades (tow trucks under truck
drivers) and of the federal government (the Coast Guard's nurses). What the occupation's own license
is called is read from what most states call it and from the occupation's own name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from careerlattice.catalog.model import License
from careerlattice.requirements.parameters import (
    AGREED_NAME_SHARE,
    COMMON_WORD_SHARE,
    LICENSE_OF_MANY,
    LICENSED_NEARLY_EVERYWHERE,
)
from careerlattice.vocab.names import fold

if TYPE_CHECKING:
    import polars as pl

    from careerlattice.release.opening import Release

FEDERAL = "US"
STEM = 5
"""Letters by which two words of a name are compared: `nursing` and `nurse` are one word."""
_LEGAL_WORDS = """
license licensed licensee licensure certificate certified certification permit registration registry
state commission credential initial renewal active standard exam examination of the and or in for a
an to by with all type class
"""
_LEGAL = frozenset(_LEGAL_WORDS.split())
_LATER = {
    "Secondary license (other license is prerequisite)": 1,
    "Preliminary/temporary license": 2,
}


@dataclass(frozen=True, slots=True)
class LicensesToGet:
    """The licenses to get for an occupation in a place, the one to get first; perhaps none.

    Where the place's record lacks what most states list, `usual` is what they call it and `states`
    of the `recorded` states list it by such a name; `usual` is empty where they have no one name.
    """

    licenses: tuple[License, ...]
    usual: str = ""
    states: int = 0
    recorded: int = 0


@dataclass(frozen=True, slots=True)
class LicenseNames:
    """How the states name the license of one occupation.

    `own` are the words of the occupation's name; `core` those of the name that most states give the
    license, `usual` their usual spelling of it, both empty where most states do not agree; `common`
    the words that a quarter of the states use. `states` list a license by the core name, `listing`
    any license, of the `recorded` ones.
    """

    own: frozenset[str]
    core: frozenset[str]
    common: frozenset[str]
    usual: str
    states: int
    listing: int
    recorded: int

    @property
    def is_federal(self) -> bool:
        """Whether few states license the occupation, so that a federal license is the one."""
        return self.listing < AGREED_NAME_SHARE.value * self.recorded

    def choose(self, found: list[License]) -> LicensesToGet:
        """The licenses to get out of those on record in a place.

        Where most states license the occupation, federal licenses are left out (the Coast Guard's
        nurses); where few do, they come first. Licenses of the usual name, else of the occupation's
        whole name, leave out all others, and among them those with the fewest other words the rest.
        Without one, those that resemble the usual name or the occupation's stay; where most states
        agree on a name and none resembles it, the place's record lacks it.
        """
        federal = [record for record in found if record.state == FEDERAL]
        own = [record for record in found if record.state != FEDERAL]
        groups = [federal, own] if self.is_federal else [own]
        for name in (self.core, self.own):
            for group in groups:
                whole = [record for record in group if name and name <= _words(record.title)]
                if whole:
                    least = min(map(self._strange, whole))
                    kept = (record for record in whole if self._strange(record) == least)
                    return LicensesToGet(tuple(sorted(kept, key=self._order)))
        rest = [record for group in groups for record in sorted(group, key=self._order)]
        if self.core:
            rest = [record for record in rest if self._resembles(record)]
        if rest or self.is_federal:
            return LicensesToGet(tuple(rest))
        states = self.states if self.usual else self.listing
        return LicensesToGet((), self.usual, states, self.recorded)

    def _strange(self, record: License) -> int:
        return len(_words(record.title) - self.own - self.common)

    def _resembles(self, record: License) -> bool:
        """Whether the name is another wording of it, and speaks of no narrower trade."""
        words = {word[:STEM] for word in _words(record.title)}
        if words and not _words(record.title) - self.own - self.common:
            return True
        for name in (self.core, self.own):
            stems = {word[:STEM] for word in name}
            if 2 * len(stems & words) > len(stems):
                return True
        return False

    def _order(self, record: License) -> tuple[int, int, int, int, str, str]:
        words = _words(record.title)
        return (
            _LATER.get(record.kind or "", 0),
            self._strange(record),
            -len(words & self.own),
            record.occupations,
            record.title,
            record.license_id,
        )


def read_license_names(named: pl.DataFrame, code: str, title: str) -> LicenseNames:
    """How states name the license of an occupation, by its code and title.

    `named` is the answer of `named_licenses`.
    """
    import polars as pl

    states = named.filter(pl.col("state") != FEDERAL)
    recorded = states["state"].n_unique()
    here = states.filter(pl.col("onet_soc_code") == code)
    by_state: dict[str, list[str]] = {}
    for state, name in here.select("state", "title").rows():
        by_state.setdefault(state, []).append(name)
    own, listing = _words(title), len(by_state)
    unnamed = LicenseNames(
        own=own,
        core=frozenset(),
        common=frozenset(),
        usual="",
        states=0,
        listing=listing,
        recorded=recorded,
    )
    if listing < AGREED_NAME_SHARE.value * recorded:
        return unnamed
    sets = {state: {_words(name) for name in names} for state, names in by_state.items()}
    used = Counter(word for names in sets.values() for word in set[str]().union(*names))
    common = frozenset(w for w, count in used.items() if count >= COMMON_WORD_SHARE.value * listing)
    counts = Counter(words for names in sets.values() for words in names if words)
    core = min(counts, key=lambda words: (-counts[words], sorted(words)))
    bearing = sum(any(core <= words for words in names) for names in sets.values())
    if bearing < AGREED_NAME_SHARE.value * recorded:
        return replace(unnamed, common=common)
    spellings = Counter(
        name for names in by_state.values() for name in set(names) if _words(name) == core
    )
    usual = min(spellings, key=lambda name: (-spellings[name], name))
    return replace(unnamed, core=core, common=common, usual=usual, states=bearing)


def named_licenses(release: Release) -> pl.DataFrame:
    """Licenses that speak of an occupation in particular: state, id, occupation, title.

    Left out are licenses whose name speaks of another occupation, licenses of businesses, and those
    listed under more than `LICENSE_OF_MANY` occupations.
    """
    import polars as pl

    links = release.table("license_occupations")
    sizes = links.group_by("state", "license_id").len("size")
    persons = release.table("licenses").filter(
        pl.col("kind").is_null() | (pl.col("kind") != "Tied to business")
    )
    return (
        links.filter("is_named")
        .join(sizes.filter(pl.col("size") <= LICENSE_OF_MANY.value), on=["state", "license_id"])
        .join(persons.select("state", "license_id", "title"), on=["state", "license_id"])
        .select("state", "license_id", "onet_soc_code", "title")
    )


def licensed_nearly_everywhere(named: pl.DataFrame) -> frozenset[str]:
    """Codes of the occupations that at least three quarters of the states on record license.

    Where so many do, a state whose record has none is more likely a gap in the record. `named` is
    the answer of `named_licenses`.
    """
    import polars as pl

    states = named.filter(pl.col("state") != FEDERAL)
    least = LICENSED_NEARLY_EVERYWHERE.value * states["state"].n_unique()
    listing = states.group_by("onet_soc_code").agg(pl.col("state").n_unique())
    return frozenset(listing.filter(pl.col("state") >= least)["onet_soc_code"])


def _words(text: str) -> frozenset[str]:
    """The telling words of a name in the singular, without brackets and legal words."""
    outside = " ".join(part.split(")")[-1] for part in text.split("("))
    plain = fold(outside.replace("'s", "").replace("’s", "")).split()
    return frozenset(_singular(word) for word in plain) - _LEGAL


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "su" else word
