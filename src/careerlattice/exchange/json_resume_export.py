"""A profile as a JSON Resume (schema 1.0.0), to be read by other programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from careerlattice.catalog.catalog import Catalog
from careerlattice.profile.calendar import ENDED_UNKNOWN
from careerlattice.profile.model import Education, Profile, Work
from careerlattice.vocab.states import BY_POSTAL
from careerlattice.wording.spans import months_told

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_FLUENCY = {
    "basic": "Elementary proficiency",
    "conversational": "Conversational",
    "fluent": "Fluent",
    "native": "Native speaker",
}


@dataclass(frozen=True, slots=True)
class ExportedResume:
    """A JSON Resume as JSON values, and what of the profile it has no place for."""

    values: dict[str, Any]
    notices: tuple[str, ...]


def to_json_resume(catalog: Catalog, profile: Profile) -> ExportedResume:
    """The profile as a JSON Resume; nothing is added to what the person said.

    A confirmed occupation stands beside the title the person used. Interests, ratings, work values
    and limits have no place in the format and are named in the notices.
    """
    values: dict[str, Any] = {"$schema": SCHEMA}
    basics: dict[str, Any] = {"name": profile.name} if profile.name else {}
    if profile.place.state in BY_POSTAL:
        region = BY_POSTAL[profile.place.state].name
        basics["location"] = {"region": region, "countryCode": "US"}
    if basics:
        values["basics"] = basics
    work = [_job(catalog, piece) for piece in profile.work if piece.kind != "volunteer"]
    unpaid = [_job(catalog, piece) for piece in profile.work if piece.kind == "volunteer"]
    parts = {
        "work": work,
        "volunteer": [{_renamed(name): one for name, one in piece.items()} for piece in unpaid],
        "education": _education(profile.education),
        "certificates": [_license(one.title, one.state) for one in profile.licenses],
        "languages": [
            {"language": one.name, "fluency": _FLUENCY[one.level]} for one in profile.languages
        ],
    }
    values |= {name: part for name, part in parts.items() if part}
    return ExportedResume(values, tuple(_left_out(profile)))


def _job(catalog: Catalog, piece: Work) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if piece.employer:
        found["name"] = piece.employer
    found["position"] = piece.title
    if piece.started:
        found["startDate"] = piece.started
    if piece.ended and piece.ended != ENDED_UNKNOWN:
        found["endDate"] = piece.ended
    told = []
    if piece.confirmed and piece.onet_soc_code is not None:
        one = catalog.occupation(piece.onet_soc_code)
        told.append(f"O*NET-SOC {one.code}, {one.title}")
    if piece.months is not None and not piece.started:
        told.append(months_told(round(piece.months)))
    if told:
        found["summary"] = "; ".join(told)
    return found


def _renamed(name: str) -> str:
    """The field of `volunteer` for a field of `work`."""
    return "organization" if name == "name" else name


def _education(education: Education | None) -> list[dict[str, Any]]:
    """One entry for the level finished and its fields, one for a level under way."""
    if education is None:
        return []
    label = education.level.label
    found = [
        {"studyType": label[:1].upper() + label[1:], "area": one.title}
        for one in education.fields
        if one.title
    ] or [{"studyType": label[:1].upper() + label[1:]}]
    if education.studying_for is not None:
        found.append({"studyType": f"{education.studying_for.label} (in progress)"})
    return found


def _license(title: str, state: str) -> dict[str, str]:
    return (
        {"name": title, "issuer": BY_POSTAL[state].name} if state in BY_POSTAL else {"name": title}
    )


def _left_out(profile: Profile) -> list[str]:
    """What the profile knows and the format has no place for, part by part."""
    parts = {
        "interests": profile.interests is not None,
        "skills": bool(profile.skills),
        "knowledge": bool(profile.knowledge),
        "work values": bool(profile.work_values),
        "limits": profile.limits != Profile().limits,
        "the metropolitan area": bool(profile.place.metro),
    }
    named = [name for name, is_there in parts.items() if is_there]
    return [f"JSON Resume has no place for: {', '.join(named)}."] if named else []
