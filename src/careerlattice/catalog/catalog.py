"""An opened release as things: what can be asked of it."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from careerlattice.catalog.areas import Areas
from careerlattice.catalog.domains import rated_domain
from careerlattice.catalog.frameworks import Frameworks
from careerlattice.catalog.lookup import Lookup, Resolved
from careerlattice.catalog.model import (
    Area,
    Cluster,
    Occupation,
    Outlook,
    Pathway,
    Program,
    RatedElement,
    SchoolProgram,
    Wage,
)
from careerlattice.catalog.names.title_reader import Reading
from careerlattice.catalog.outlook import OutlookVectors, read_outlook, read_outlook_vectors
from careerlattice.catalog.pay import PayVectors, read_pay_vectors, read_wage
from careerlattice.catalog.programs import (
    check_credentials,
    read_programs,
    read_school_programs,
)
from careerlattice.catalog.search import TitleHit
from careerlattice.catalog.texts import Task, read_description, read_tasks
from careerlattice.catalog.traits import WorkStyle, read_work_styles, read_work_values
from careerlattice.errors import Ambiguous, NotFound
from careerlattice.release.opening import Release
from careerlattice.release.own_facts import locate_own_facts
from careerlattice.tables.registry import TABLES
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.interests import INTEREST_AREAS
from careerlattice.vocab.states import find_state

if TYPE_CHECKING:
    import polars as pl

    from careerlattice.content.words import OccupationWords

Kept = TypeVar("Kept")


def open_release(path: str | Path | None = None, *, overrides: str | Path | None = None) -> Catalog:
    """Open a release and return its catalog.

    Without `path` the folder named by `CAREERLATTICE_RELEASE`, or else the release shipped with
    the package. `overrides` is a folder of own facts that win over the release's, without it the
    one named by `CAREERLATTICE_OVERRIDES`, if any. Raises `ReleaseError` when the release cannot be
    read and `MissingFile` when the folder of own facts is none.

    >>> catalog = open_release()
    >>> catalog.get_occupation("registered nurse").code
    '29-1141.00'
    """
    catalog = Catalog(Release(path, locate_own_facts(overrides)))
    _ = catalog.release.manifest
    return catalog


class Catalog:
    """What a release holds, asked by `get_` (raises), `find_` (may be empty) and `list_`."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self._pay: dict[tuple[str, str | None], PayVectors] = {}
        self._kept: dict[Callable[[Catalog], object], object] = {}

    def __repr__(self) -> str:
        return f"<Catalog {self.release.id}: {len(self.codes):,} occupations>"

    def keep(self, make: Callable[[Catalog], Kept]) -> Kept:
        """What `make` works out of this catalog, worked out once and kept beside it.

        Rooms above hold their own facts of a release here: one catalog, one of each.
        """
        if make not in self._kept:
            self._kept.setdefault(make, make(self))
        return self._kept[make]  # type: ignore[return-value]

    def frame(self, table: str) -> pl.DataFrame:
        """A whole table of the release as a Polars frame: every row, every declared column.

        `docs/reference/tables.md` names the tables and says what each column holds. It is a copy:
        what is changed in it changes no answer. Raises `NotFound` with the nearest names for a
        table there is none of, `ReleaseError` for one this release does not carry.

        >>> open_release().frame("interests").columns[:2]
        ['onet_soc_code', 'realistic']
        """
        if table not in TABLES:
            near = get_close_matches(table, TABLES, n=3) or sorted(TABLES)[:3]
            raise NotFound("table", table, near, "All are in docs/reference/tables.md.")
        return self.release.table(table).clone()

    @cached_property
    def areas(self) -> Areas:
        """The areas wages are published for."""
        return Areas(self.release)

    @cached_property
    def frameworks(self) -> Frameworks:
        """Clusters and pathways of both frameworks."""
        return Frameworks(self.release)

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self.release)

    @cached_property
    def codes(self) -> tuple[OnetSocCode, ...]:
        """All occupation codes in the order of every array."""
        return tuple(OnetSocCode(code) for code in self._lookup.occupations)

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The place of each code in every array."""
        return {code: row for row, code in enumerate(self.codes)}

    def resolve(self, text: str) -> Resolved:
        """The occupation meant by a code or title, and how it was found. Raises `NotFound`."""
        return self._lookup.resolve(text)

    def get_occupation(self, text: str) -> Occupation:
        """The occupation meant by a code or title. Raises `NotFound` with the nearest names."""
        return self._lookup.resolve(text).occupation

    def find_occupations(self, text: str, limit: int = 10) -> list[TitleHit]:
        """Occupations whose titles fit the text, best first; typos and beginnings are allowed."""
        return self._lookup.find(text, limit)

    def read_title(self, text: str) -> Reading:
        """What a wording of a job stands for, without raising: one, a question, or nothing."""
        return self._lookup.reader.read(text)

    def find_nearest_titles(self, text: str, limit: int = 3) -> list[str]:
        """The official titles nearest to a text that no title fits, best first."""
        return self._lookup.nearest(text, limit)

    def list_occupations(self) -> list[Occupation]:
        """All occupations, by code."""
        return list(self._lookup.occupations.values())

    def code_of(self, text: str) -> OnetSocCode:
        """The code of the occupation meant by a code or title: the door of every question.

        Raises `NotFound` with the nearest names, `Ambiguous`, `BadCode`.
        """
        if text in self._lookup.occupations:
            return text if isinstance(text, OnetSocCode) else OnetSocCode(text)
        return self.resolve(text).occupation.code

    def area_of(self, place: Area | str | None) -> Area:
        """The area meant; the nation for none. Raises `NotFound`."""
        return place if isinstance(place, Area) else self.get_area(place)

    def state_of(self, text: str) -> str:
        """The postal code of the state meant by a postal code or name. Raises `NotFound`."""
        state = find_state(text)
        if state is None:
            raise NotFound("state", text, hint="Use a postal code such as OH, or a name.")
        return state.postal

    def occupation(self, code: str) -> Occupation:
        """The occupation of this exact code. Raises `KeyError`."""
        return self._lookup.occupations[code]

    def list_clusters(self, framework: str | None = None) -> list[Cluster]:
        """The clusters of a framework, or of both."""
        return self.frameworks.list_clusters(framework)

    def get_cluster(self, text: str, framework: str | None = None) -> Cluster:
        """The cluster of this id or name. Raises `NotFound`."""
        return self.frameworks.get_cluster(text, framework)

    def list_pathways(
        self, framework: str | None = None, cluster_id: str | None = None
    ) -> list[Pathway]:
        """The pathways of a framework or cluster (its id or name), or all. Raises `NotFound`."""
        if cluster_id is not None and cluster_id not in self.frameworks.clusters:
            cluster_id = self.get_cluster(cluster_id, framework).id
        return self.frameworks.list_pathways(framework, cluster_id)

    def get_pathway(self, text: str, framework: str | None = None) -> Pathway:
        """The pathway of this id or name, or the main one of the occupation named.

        Raises `NotFound`.
        """
        try:
            return self.frameworks.get_pathway(text, framework)
        except Ambiguous:
            raise
        except NotFound:
            reading = self._lookup.reader.read_known(text)
            if reading.kind != "one" or reading.how not in ("listed", "title"):
                raise
            theirs = self.frameworks.pathways_of(OnetSocCode(reading.codes[0]), framework)
            if not theirs:
                raise
            return theirs[0]

    def list_pathway_occupations(self, pathway_id: str) -> list[Occupation]:
        """The occupations of a pathway (its id or name), by code; some pathways carry none.

        Raises `NotFound`.
        """
        if pathway_id not in self.frameworks.pathways:
            pathway_id = self.get_pathway(pathway_id).id
        return [self.occupation(code) for code in self.frameworks.occupations_of(pathway_id)]

    def list_pathways_of(self, code: str, framework: str | None = None) -> list[Pathway]:
        """The pathways an occupation belongs to, its main ones first."""
        return self.frameworks.pathways_of(self.code_of(code), framework)

    def get_area(self, text: str | None) -> Area:
        """The area meant by a state, postal code or metro name; the nation for none."""
        return self.areas.nation if text is None else self.areas.get(text)

    def get_wage(self, code: str, area: Area | str | None = None) -> Wage:
        """Pay in the area, with the wider area where it has none, and a note that says so."""
        return read_wage(self.release, self.areas, self.code_of(code), self.area_of(area))

    def get_outlook(self, code: str) -> Outlook:
        """National growth and openings, 2024 to 2034."""
        return read_outlook(self.release, self.code_of(code))

    def list_programs(self, code: str) -> list[Program]:
        """Fields of study that lead to the occupation."""
        return read_programs(self.release, self.code_of(code))

    def find_school_programs(
        self,
        code: str,
        state: str | None = None,
        credentials: tuple[str, ...] = (),
        limit: int = 20,
    ) -> tuple[list[SchoolProgram], int]:
        """Schools' programs that lead to the occupation, and how many there are in all.

        `state` by postal code or name. Raises `NotFound`, and `BadRequest` for a credential that
        no school awards.
        """
        place = None if state is None else self.state_of(state)
        check_credentials(self.release, credentials)
        return read_school_programs(self.release, self.code_of(code), place, credentials, limit)

    def list_titles(self, code: str) -> list[tuple[str, str]]:
        """Other titles of the occupation with their kind, reported ones first."""
        import polars as pl

        rows = self.release.table("titles").filter(pl.col("onet_soc_code") == self.code_of(code))
        return rows.sort("kind", "title", descending=[True, False]).select("title", "kind").rows()

    def list_related(self, code: str) -> list[tuple[Occupation, str]]:
        """The publisher's related occupations with their tier, nearest first."""
        import polars as pl

        own = pl.col("onet_soc_code") == self.code_of(code)
        rows = self.release.table("related_occupations").filter(own)
        return [
            (self.occupation(related), tier)
            for related, tier in rows.sort("rank").select("related_code", "tier").rows()
        ]

    def list_technology(self, code: str, limit: int = 10) -> list[str]:
        """Software and tools, those in demand first."""
        import polars as pl

        own = pl.col("onet_soc_code") == self.code_of(code)
        rows = self.release.table("technology_skills").filter(own)
        ordered = rows.sort("is_in_demand", "is_hot", "example", descending=[True, True, False])
        return ordered["example"].unique(maintain_order=True).head(limit).to_list()

    def list_ratings(self, code: str, domain: str, limit: int | None = None) -> list[RatedElement]:
        """Rated elements of one domain, most important first; the stand-in's where unrated.

        `domain` is skill, knowledge, ability or work_activity. Raises `BadRequest` for another.
        """
        import polars as pl

        known = rated_domain(domain)
        stand_in = self.occupation(self.code_of(code)).stand_in
        rows = self.release.table("ratings").filter(pl.col("onet_soc_code") == stand_in)
        elements = self.release.table("elements").filter(pl.col("domain") == known)
        joined = rows.join(elements, on="element_id").sort(
            "importance", "level", "element_id", descending=[True, True, False]
        )
        shown = joined.head(limit if limit is not None else joined.height)
        return [
            RatedElement(element, name, known, round(importance, 2), round(level, 2))
            for element, name, importance, level in shown.select(
                "element_id", "name", "importance", "level"
            ).iter_rows()
        ]

    def get_interests(self, code: str) -> dict[str, float]:
        """The six interest scores, 1 to 7; empty when none are published."""
        import polars as pl

        rows = self.release.table("interests").filter(pl.col("onet_soc_code") == self.code_of(code))
        return {k: round(rows[k][0], 2) for k in INTEREST_AREAS} if rows.height else {}

    def list_work_styles(self, code: str) -> list[WorkStyle]:
        """Work styles, most helpful first; empty when none are published."""
        return read_work_styles(self.release, self.code_of(code))

    def get_work_values(self, code: str) -> dict[str, float]:
        """The six work values, 1 to 7; empty when none are published."""
        return read_work_values(self.release, self.code_of(code))

    def list_tasks(self, code: str) -> list[Task]:
        """O*NET's task statements; empty unless the release was made by `data pull`."""
        return read_tasks(self.release, self.code_of(code))

    def get_description(self, code: str) -> str:
        """What people in the occupation do: O*NET's sentence where pulled, else our own."""
        return read_description(self.release, self.code_of(code))

    def get_words(self, code: str) -> OccupationWords | None:
        """The plain words this project wrote about the occupation."""
        from careerlattice.content.words import occupation_words

        return occupation_words(self.code_of(code))

    def pay_vectors(self, area: Area | str | None = None) -> PayVectors:
        """Pay of all occupations in an area as arrays."""
        place = self.area_of(area)
        # The state that answers for an area of several states is the first of them.
        key = (place.code, place.state)
        if key not in self._pay:
            self._pay[key] = read_pay_vectors(self.release, self.areas, place)
        return self._pay[key]

    @cached_property
    def outlook_vectors(self) -> OutlookVectors:
        """Projections of all occupations as arrays."""
        return read_outlook_vectors(self.release)
