"""Making a CTDL graph: identifiers, texts, components, each once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from careerlattice.catalog.model import Occupation
from careerlattice.vocab.levels import EducationLevel, LadderLevel

Node = dict[str, Any]
CONTEXT = "https://credreg.net/ctdl/schema/context/json"
RESOURCES = "https://credentialengineregistry.org/resources/"
GRAPHS = "https://credentialengineregistry.org/graph/"
LANGUAGE = "en-US"
ONET_FRAMEWORK = "https://www.onetonline.org/"
JOB = "ceterms:JobComponent"
CREDENTIAL = "ceterms:CredentialComponent"
COURSE = "ceterms:CourseComponent"
WORK = "ceterms:WorkExperienceComponent"
BASIC = "ceterms:BasicComponent"
CREDENTIAL_TYPES = {
    EducationLevel.HIGH_SCHOOL: "ceterms:SecondarySchoolDiploma",
    EducationLevel.CERTIFICATE: "ceterms:Certificate",
    EducationLevel.ASSOCIATE: "ceterms:AssociateDegree",
    EducationLevel.BACHELOR: "ceterms:BachelorDegree",
    EducationLevel.POSTBACCALAUREATE_CERTIFICATE: "ceterms:PostBaccalaureateCertificate",
    EducationLevel.MASTER: "ceterms:MasterDegree",
    EducationLevel.POSTMASTER_CERTIFICATE: "ceterms:PostMasterCertificate",
    EducationLevel.PROFESSIONAL: "ceterms:ProfessionalDoctorate",
    EducationLevel.DOCTORAL: "ceterms:ResearchDoctorate",
}
LICENSE = "ceterms:License"
UNNAMED = "The organization that publishes this pathway. Name yours with --owner."


def ctid(*key: str) -> str:
    """A CTID that is always the same for a key: `ce-` and a UUID in the form of version 4.

    >>> ctid("a") == ctid("a"), ctid("a") == ctid("b"), len(ctid("a"))
    (True, False, 39)
    """
    digest = hashlib.sha256("\\n".join(("careerlattice", *key)).encode()).digest()
    return f"ce-{UUID(bytes=digest[:16], version=4)}"


def text(words: str) -> dict[str, str]:
    """A text in its language."""
    return {LANGUAGE: words}


class Graph:
    """A pathway with its components; `key` tells this pathway from every other."""

    def __init__(self, key: str, name: str, description: str, owner: str = "") -> None:
        self.key = key
        self.pathway = self._resource("ceterms:Pathway", "pathway", name, description)
        self.components: dict[str, Node] = {}
        self._levels: list[Node] = []
        self._owner = self._resource(
            "ceterms:CredentialOrganization",
            f"owner {owner}",
            owner or "Careerlattice",
            owner or UNNAMED,
        )
        self.pathway["ceterms:ownedBy"] = [self._owner["@id"]]

    def _resource(self, kind: str, key: str, name: str, description: str) -> Node:
        own = ctid(self.key, key)
        return {
            "@id": RESOURCES + own,
            "@type": kind,
            "ceterms:ctid": own,
            "ceterms:name": text(name),
            "ceterms:description": text(description),
        }

    def component(self, kind: str, key: str, name: str, description: str) -> Node:
        """A component of the pathway; the one already there where the key is known."""
        if key not in self.components:
            made = self._resource(kind, key, name, description)
            made["ceterms:isPartOf"] = [self.pathway["@id"]]
            self.components[key] = made
        return self.components[key]

    def job(self, one: Occupation, description: str, key: str = "") -> Node:
        """An occupation as a component with its O*NET-SOC code."""
        made = self.component(JOB, key or f"job {one.code}", one.title, description or one.title)
        made["ceterms:occupationType"] = [occupation_type(one)]
        return made

    def credential(self, name: str, kind: str, description: str = "") -> Node:
        """A credential as a component."""
        made = self.component(CREDENTIAL, f"{kind} {name}", name, description or name)
        made["ceterms:credentialType"] = kind
        return made

    def levels(self) -> dict[LadderLevel, str]:
        """The four levels of a ladder as a progression model; the address of each."""
        scheme = self._progression("asn:ProgressionModel", "levels", "Levels of the ladder")
        self.pathway["asn:hasProgressionModel"] = scheme["@id"]
        found = {}
        for level in LadderLevel:
            node = self._progression("asn:ProgressionLevel", level.label, level.label.title())
            node["skos:inScheme"] = scheme["@id"]
            self._levels.append(node)
            found[level] = node["@id"]
        scheme["skos:hasTopConcept"] = [node["@id"] for node in self._levels]
        self._levels.insert(0, scheme)
        return found

    def _progression(self, kind: str, key: str, label: str) -> Node:
        own = ctid(self.key, "progression", key)
        label_field = "skos:prefLabel" if kind.endswith("Level") else "ceasn:name"
        return {
            "@id": RESOURCES + own,
            "@type": kind,
            "ceterms:ctid": own,
            label_field: text(label),
        }

    def finish(self, destination: Node) -> Node:
        """The whole document with its destination."""
        destination["ceterms:isDestinationComponentOf"] = [self.pathway["@id"]]
        self.pathway["ceterms:hasDestinationComponent"] = [destination["@id"]]
        self.pathway["ceterms:hasPart"] = [node["@id"] for node in self.components.values()]
        return {
            "@context": CONTEXT,
            "@id": GRAPHS + self.pathway["ceterms:ctid"],
            "@graph": [self.pathway, *self.components.values(), *self._levels, self._owner],
        }


def occupation_type(one: Occupation) -> Node:
    """An occupation as an item of the O*NET-SOC taxonomy."""
    return {
        "@type": "ceterms:CredentialAlignmentObject",
        "ceterms:framework": ONET_FRAMEWORK,
        "ceterms:frameworkName": text("O*NET-SOC 2019"),
        "ceterms:codedNotation": str(one.code),
        "ceterms:targetNode": f"https://www.onetonline.org/link/summary/{one.code}",
        "ceterms:targetNodeName": text(one.title),
    }


def condition(
    description: str,
    *,
    name: str = "",
    targets: Sequence[Node] = (),
    number: int | None = None,
    alternatives: Iterable[Node] = (),
) -> Node:
    """A condition: `number` of its targets, or of its alternatives, have to be met."""
    made: Node = {"@type": "ceterms:ComponentCondition"}
    if name:
        made["ceterms:name"] = text(name)
    made["ceterms:description"] = text(description)
    if number is not None:
        made["ceterms:requiredNumber"] = number
    if targets:
        made["ceterms:targetComponent"] = [node["@id"] for node in targets]
    nested = list(alternatives)
    if nested:
        made["ceterms:hasCondition"] = nested
    return made


def follow(first: Node, then: Node) -> None:
    """Say that one component is usually done before another, on both."""
    for node, relation, other in (
        (first, "ceterms:precedes", then),
        (then, "ceterms:precededBy", first),
    ):
        known = node.setdefault(relation, [])
        if other["@id"] not in known:
            known.append(other["@id"])
