"""What an occupation asks, as CTDL conditions with their alternatives."""

from __future__ import annotations

from careerlattice.catalog.catalog import Catalog
from careerlattice.exchange.ctdl.graph import (
    COURSE,
    CREDENTIAL_TYPES,
    LICENSE,
    WORK,
    Graph,
    Node,
    condition,
)
from careerlattice.requirements.entry import Entry, EntryCondition, LicenseGate
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel
from careerlattice.wording.catalogue import capitalized
from careerlattice.wording.entry import way_heading, way_sentences
from careerlattice.wording.spans import months_told
from careerlattice.wording.work_names import WorkNames


class Conditions:
    """The conditions of the occupations of one pathway.

    Credentials, courses and work that several ask stand in the graph once.
    """

    def __init__(self, catalog: Catalog, graph: Graph, jobs: dict[str, Node]) -> None:
        self._requirements = open_requirements(catalog)
        self._names = WorkNames(catalog)
        self._graph = graph
        self._jobs = jobs
        self._asked: dict[str, set[str]] = {}

    def of(self, code: OnetSocCode) -> list[Node]:
        """What the occupation asks: any one of its ways in, and each license law asks."""
        entry = self._requirements.get_entry(code)
        ways = [self._way(way, code) for way in entry.conditions]
        found = [self._ways(ways)] if ways else []
        found += [self._license(gate) for gate in _asked(entry)]
        return found

    def _ways(self, ways: list[Node]) -> Node:
        if len(ways) == 1:
            return ways[0]
        return condition(
            "Any one of these ways leads in; the first is the usual one.",
            name="Ways in",
            number=1,
            alternatives=ways,
        )

    def _way(self, way: EntryCondition, code: OnetSocCode) -> Node:
        targets = self._targets(way, code)
        return condition(
            " ".join(way_sentences(way, self._names)) or way_heading(way),
            name=way_heading(way),
            targets=targets,
            number=len(targets) or None,
        )

    def _targets(self, way: EntryCondition, code: OnetSocCode) -> list[Node]:
        """All that one way asks, as components."""
        found = [self._schooling(way)]
        if way.course is not None:
            name = capitalized(way.course.name)
            found.append(self._graph.component(COURSE, f"course {name}", name, name))
        if way.apprenticeship is not None:
            months = way.apprenticeship.months
            found.append(self._work(f"Apprenticeship, {months_told(months.high)}"))
        if way.experience is not None:
            asked = way.experience
            what = asked.what or (
                f"work as {self._names.workers(asked.from_codes)}"
                if asked.from_codes
                else "related work"
            )
            found.append(self._work(f"About {months_told(asked.months)} of {what}"))
        if way.practice is not None:
            found.append(self._work(capitalized(way.practice.name or "supervised practice")))
        if way.promotion is not None:
            found.append(self._promotion(way, code))
        return [node for node in found if node is not None]

    def _schooling(self, way: EntryCondition) -> Node | None:
        """The credential of a way; none where none is usual."""
        level = way.study.credential if way.study is not None else way.usual
        kind = CREDENTIAL_TYPES.get(level)
        if kind is None:
            return None
        name = way.study.name if way.study is not None and way.study.name else level.label
        return self._graph.credential(capitalized(name), kind)

    def _promotion(self, way: EntryCondition, code: OnetSocCode) -> Node | None:
        """The rank a position is filled from: a job of the pathway, else work of that kind.

        A job that itself is filled from this one would make a circle and is not taken.
        """
        asked = way.promotion
        if asked is None:
            return None
        for other, node in self._jobs.items():
            fits = any(other.startswith(start) for start in asked.from_codes)
            if fits and not self._leads_to(other, code):
                self._asked.setdefault(code, set()).add(other)
                return node
        return self._work(f"Work as {self._names.ranks(asked.from_codes)}")

    def _leads_to(self, code: str, goal: str) -> bool:
        """Whether a job asks another, by whatever way round."""
        left, seen = [code], set[str]()
        while left:
            here = left.pop()
            if here == goal:
                return True
            if here not in seen:
                seen.add(here)
                left += self._asked.get(here, ())
        return False

    def _work(self, name: str) -> Node:
        return self._graph.component(WORK, f"work {name}", name, name)

    def _license(self, gate: LicenseGate) -> Node:
        made = self._graph.credential(capitalized(gate.name), LICENSE)
        who = gate.agency or gate.granted_by
        told = f"{gate.name}, granted by {who}." if who else f"{gate.name}."
        return condition(told, name="License", targets=[made], number=1)


def _asked(entry: Entry) -> list[LicenseGate]:
    """The licenses that law asks of the typical worker before the work begins."""
    return [gate for gate in entry.licenses if gate.asked_in.is_by_law and not gate.is_after_hire]


def credential_type(level: EducationLevel | None) -> str:
    """The CTDL type of what is earned at a level; a certificate where there is no other."""
    found = None if level is None else CREDENTIAL_TYPES.get(level)
    return found or "ceterms:Certificate"
