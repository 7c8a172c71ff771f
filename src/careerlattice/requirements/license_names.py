"""Which of the licenses on record for an occupation is the one to get.

The source lists under an occupation licenses of narrower or other trades (tow trucks under truck
drivers) and of the federal government (the Coast Guard's nurses). What the occupation's own license
is called is read from what most states call it and from the occupation's own name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerlattice.catalog.model import License
from careerlattice.vocab.names import fold

if TYPE_CHECKING:
    import polars as pl

    from careerlattice.release.opening import Release

FEDERAL = "US"
MANY_OCCUPATIONS = 12
NEARLY_ALL, MOST_STATES, COMMON_SHARE = 0.75, 0.5, 0.25
STEM = 5
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
        return self.listing < MOST_STATES * self.recorded

    def choose(self, found: list[License]) -> LicensesToGet:
        """The licenses to get out of those on record in a place.

        Where most states license the occupation, federal licenses are left out (the Coast Guard's
        nurses); where few do, they come first. Licenses of the usual name, else of the occupation's
        whole name, leave out all others, and among them those with the fewest other words the rest.
        Without one, those that resemble the usual name or the occupation's stay; where most states
        agree on a name and none resembles it, the place's record lacks it.
        """
        federal = [one for one in found if one.state == FEDERAL]
        own = [one for one in found if one.state != FEDERAL]
        groups = [federal, own] if self.is_federal else [own]
        for name in (self.core, self.own):
            for group in groups:
                whole = [one for one in group if name and name <= _words(one.title)]
                if whole:
                    least = min(self._strange(one) for one in whole)
                    kept = (one for one in whole if self._strange(one) == least)
                    return LicensesToGet(tuple(sorted(kept, key=self._order)))
        rest = [one for group in groups for one in sorted(group, key=self._order)]
        if self.core:
            rest = [one for one in rest if self._resembles(one)]
        if rest or self.is_federal:
            return LicensesToGet(tuple(rest))
        states = self.states if self.usual else self.listing
        return LicensesToGet((), self.usual, states, self.recorded)

    def _strange(self, one: License) -> int:
        return len(_words(one.title) - self.own - self.common)

    def _resembles(self, one: License) -> bool:
        """Whether the name is another wording of it, and speaks of no narrower trade."""
        words = {word[:STEM] for word in _words(one.title)}
        if words and not _words(one.title) - self.own - self.common:
            return True
        for name in (self.core, self.own):
            stems = {word[:STEM] for word in name}
            if 2 * len(stems & words) > len(stems):
                return True
        return False

    def _order(self, one: License) -> tuple[int, int, int, int, str, str]:
        words = _words(one.title)
        return (
            _LATER.get(one.kind or "", 0), self._strange(one), -len(words & self.own),
            one.occupations, one.title, one.license_id,
        )  # fmt: skip


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
    if listing < MOST_STATES * recorded:
        return LicenseNames(own, frozenset(), frozenset(), "", 0, listing, recorded)
    sets = {state: {_words(name) for name in names} for state, names in by_state.items()}
    used = Counter(word for names in sets.values() for word in set[str]().union(*names))
    common = frozenset(w for w, count in used.items() if count >= COMMON_SHARE * listing)
    counts = Counter(words for names in sets.values() for words in names if words)
    core = min(counts, key=lambda words: (-counts[words], sorted(words)))
    bearing = sum(any(core <= words for words in names) for names in sets.values())
    if bearing < MOST_STATES * recorded:
        return LicenseNames(own, frozenset(), common, "", 0, listing, recorded)
    spellings = Counter(
        name for names in by_state.values() for name in set(names) if _words(name) == core
    )
    usual = min(spellings, key=lambda name: (-spellings[name], name))
    return LicenseNames(own, core, common, usual, bearing, listing, recorded)


def named_licenses(release: Release) -> pl.DataFrame:
    """Licenses that speak of an occupation in particular: state, id, occupation, title.

    Left out are licenses whose name speaks of another occupation, licenses of businesses, and those
    listed under more than `MANY_OCCUPATIONS` occupations.
    """
    import polars as pl

    links = release.table("license_occupations")
    sizes = links.group_by("state", "license_id").len("size")
    persons = release.table("licenses").filter(
        pl.col("kind").is_null() | (pl.col("kind") != "Tied to business")
    )
    return (
        links.filter("is_named")
        .join(sizes.filter(pl.col("size") <= MANY_OCCUPATIONS), on=["state", "license_id"])
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
    least = NEARLY_ALL * states["state"].n_unique()
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
