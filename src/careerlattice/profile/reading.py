"""JSON values to a profile and back: the format `careerlattice-profile`, version 1."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Any, cast, get_args

from careerlattice.errors import BadProfile
from careerlattice.profile.calendar import ENDED_UNKNOWN
from careerlattice.profile.experience_rates import WORK_KINDS, WorkKind
from careerlattice.profile.fields import FieldReader, kind_of
from careerlattice.profile.model import (
    HIGHEST_INTEREST,
    HIGHEST_LEVEL,
    WORK_VALUES,
    Education,
    FieldOfStudy,
    HeldLicense,
    Interests,
    Language,
    LanguageLevel,
    Limits,
    Place,
    Profile,
    StudyMode,
    Work,
)
from careerlattice.profile.parameters import TEN_ITEM_RELIABILITY
from careerlattice.vocab.codes import CipCode, OnetSocCode
from careerlattice.vocab.interests import INTEREST_AREAS
from careerlattice.vocab.levels import EducationLevel
from careerlattice.vocab.pay_words import MOST_USD, read_usd, read_yearly_usd
from careerlattice.vocab.states import find_state

FORMAT = "careerlattice-profile"
VERSION = 1
SKILL_ID = r"2\.[AB]\.[0-9]\.[a-z]"
KNOWLEDGE_ID = r"2\.C\.[0-9]{1,2}(\.[a-z])?"
MOST_MONTHS = 840.0
"""Seventy years: more months than anybody has worked."""

_TOP = (
    "format", "version", "name", "education", "work", "licenses", "trained_abroad", "skills",
    "knowledge", "skills_basis", "interests", "work_values", "languages", "place", "limits",
)  # fmt: skip
_WORK = (
    "title", "onet_soc_code", "months", "kind", "confirmed", "recognition_rate", "employer",
    "started", "ended", "no_occupation",
)  # fmt: skip
_LIMITS = (
    "max_months", "budget_usd", "min_pay_usd", "max_credential", "study",
    "within", "avoid",
)  # fmt: skip

_FORMER_LIMITS = {
    "months": "max_months",
    "out_of_pocket_usd": "budget_usd",
    "lowest_pay_usd": "min_pay_usd",
    "highest_education": "max_credential",
    "stay_in_clusters": "within",
}
"""Names that limits had in files before they were called as in a plan request.

They are still read; where both stand, the present one holds.
"""


def profile_from_values(value: Any, file: str = "profile") -> Profile:
    """The profile written in JSON values; `file` names it in messages. Raises `BadProfile`."""
    if not isinstance(value, dict):
        raise BadProfile(
            f"{file}: the file holds {kind_of(value)}. A profile is one object {{...}}; "
            "'careerlattice profile new' writes one to start from."
        )
    if value.get("format") != FORMAT:
        told = "looks like a JSON Resume" if "basics" in value else "is no profile"
        raise BadProfile(
            f'{file}: the file {told}: its field "format" is not "{FORMAT}". '
            "Use 'careerlattice profile import' for other files."
        )
    if value.get("version") != VERSION or isinstance(value.get("version"), bool):
        raise BadProfile(
            f"{file}: version is {value.get('version')!r}. This program reads version {VERSION}; "
            "a newer file needs a newer careerlattice."
        )
    top = FieldReader(value, "", file, _TOP)
    return Profile(
        name=top.text("name"),
        education=_education(top),
        work=tuple(_work(top, i) for i in range(len(top.items("work")))),
        licenses=tuple(_license(top, i) for i in range(len(top.items("licenses")))),
        trained_abroad=top.text("trained_abroad"),
        skills=_frozen(top.levels("skills", SKILL_ID, "2.A.1.a", 0, HIGHEST_LEVEL)),
        knowledge=_frozen(top.levels("knowledge", KNOWLEDGE_ID, "2.C.1.a", 0, HIGHEST_LEVEL)),
        skills_basis=cast("Any", top.choice("skills_basis", ("self-rating", "from work"))),
        interests=_interests(top),
        work_values=_frozen(top.levels("work_values", "|".join(WORK_VALUES), "achievement", 1, 7)),
        languages=tuple(_language(top, i) for i in range(len(top.items("languages")))),
        place=_place(top),
        limits=_limits(top),
    )


def profile_to_values(profile: Profile) -> dict[str, Any]:
    """The profile as JSON values; what is not known is left out, and nothing else is."""
    values: dict[str, Any] = {"format": FORMAT, "version": VERSION, "name": profile.name}
    if profile.education is not None:
        values["education"] = _education_values(profile.education)
    values["work"] = [_work_values(work) for work in profile.work]
    values["licenses"] = [
        _kept({"title": held.title, "state": held.state, "license_id": held.license_id})
        for held in profile.licenses
    ]
    values["trained_abroad"] = profile.trained_abroad
    values["skills"] = dict(sorted(profile.skills.items()))
    values["knowledge"] = dict(sorted(profile.knowledge.items()))
    values["skills_basis"] = profile.skills_basis
    if profile.interests is not None:
        values["interests"] = _interest_values(profile.interests)
    values["work_values"] = dict(sorted(profile.work_values.items()))
    values["languages"] = [
        {"name": language.name, "level": language.level} for language in profile.languages
    ]
    values["place"] = _kept({"state": profile.place.state, "metro": profile.place.metro})
    values["limits"] = _limit_values(profile.limits)
    plain: dict[str, Any] = _plain({k: v for k, v in values.items() if v not in ("", [], {})})
    return plain


def _education_values(education: Education) -> dict[str, Any]:
    fields = [
        _kept({"cip_code": field.cip_code and str(field.cip_code), "title": field.title})
        for field in education.fields
    ]
    return _kept(
        {
            "level": education.level.slug,
            "fields": fields,
            "studying_for": education.studying_for and education.studying_for.slug,
        }
    )


def _work_values(work: Work) -> dict[str, Any]:
    return _kept(
        {
            "title": work.title,
            "onet_soc_code": work.onet_soc_code and str(work.onet_soc_code),
            "months": work.months,
            "kind": work.kind,
            "confirmed": work.confirmed,
            "recognition_rate": work.recognition_rate,
            "employer": work.employer,
            "started": work.started,
            "ended": work.ended,
            "no_occupation": work.no_occupation or None,
        }
    )


def _interest_values(interests: Interests) -> dict[str, Any]:
    return _kept(
        {
            **dict(zip(INTEREST_AREAS, interests.scores, strict=True)),
            "reliability": dict(zip(INTEREST_AREAS, interests.reliability, strict=True)),
            "method": interests.method,
            "answered": interests.answered,
        }
    )


def _limit_values(limits: Limits) -> dict[str, Any]:
    return _kept(
        {
            "max_months": limits.max_months,
            "budget_usd": limits.budget_usd,
            "min_pay_usd": limits.min_pay_usd,
            "max_credential": limits.max_credential and limits.max_credential.slug,
            "study": limits.study,
            "within": list(limits.within),
            "avoid": [str(code) for code in limits.avoid],
        }
    )


def _plain(value: Any) -> Any:
    """Whole numbers without a decimal point, so that equal profiles give equal bytes."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _kept(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def _frozen(levels: Any) -> Any:
    return MappingProxyType(dict(levels))


def _education(top: FieldReader) -> Education | None:
    if top.values.get("education") is None:
        return None
    inner = top.inside("education", ("level", "fields", "studying_for"))
    level = inner.parsed("level", EducationLevel.parse)
    if level is None:
        inner.fail("level", "is missing", "Write a level such as high-school or bachelor.")
    fields = []
    for i in range(len(inner.items("fields"))):
        one = inner.inside("fields", ("cip_code", "title"), i)
        code, title = one.parsed("cip_code", CipCode.parse), one.text("title")
        if code is None and not title:
            one.fail("", "is empty", "Give a cip_code, a title, or both.")
        fields.append(FieldOfStudy(code, title))
    return Education(
        level,
        tuple(fields),
        inner.parsed("studying_for", EducationLevel.parse),
    )


def _work(top: FieldReader, index: int) -> Work:
    inner = top.inside("work", _WORK, index)
    code = inner.parsed("onet_soc_code", OnetSocCode.parse)
    title = inner.text("title")
    if code is None and not title:
        inner.fail("", "is empty", "Give a title, an onet_soc_code, or both.")
    confirmed = inner.flag("confirmed", False)
    if confirmed and code is None:
        inner.fail("confirmed", "is true without an occupation", "Give its onet_soc_code.")
    kind = inner.choice("kind", WORK_KINDS, "job")
    return Work(
        title=title,
        onet_soc_code=code,
        months=inner.number("months", 0, MOST_MONTHS),
        kind=cast("WorkKind", kind),
        confirmed=confirmed,
        recognition_rate=inner.number("recognition_rate", 0, 1),
        employer=inner.text("employer"),
        started=_month(inner, "started"),
        ended=_month(inner, "ended"),
        no_occupation=inner.flag("no_occupation", False),
    )


def _month(inner: FieldReader, name: str) -> str:
    text = inner.text(name)
    if name == "ended" and text == ENDED_UNKNOWN:
        return text
    if text and re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text) is None:
        inner.fail(name, f"is {text[:40]!r}", "Write a date like 2021-06.")
    return text


def _license(top: FieldReader, index: int) -> HeldLicense:
    inner = top.inside("licenses", ("title", "state", "license_id"), index)
    title = inner.text("title")
    if not title:
        inner.fail("title", "is missing", "Write the license's name.")
    return HeldLicense(title, _postal(inner), inner.text("license_id"))


def _postal(inner: FieldReader) -> str:
    text = inner.text("state")
    if not text:
        return ""
    state = find_state(text)
    if state is None:
        inner.fail("state", f"is {text[:40]!r}", "Write a state's name or postal code, like OH.")
    return cast("Any", state).postal  # type: ignore[no-any-return]


def _interests(top: FieldReader) -> Interests | None:
    if top.values.get("interests") is None:
        return None
    inner = top.inside("interests", (*INTEREST_AREAS, "reliability", "method", "answered"))
    scores = [inner.number(area, 0, HIGHEST_INTEREST) for area in INTEREST_AREAS]
    missing = [a for a, s in zip(INTEREST_AREAS, scores, strict=True) if s is None]
    if missing:
        inner.fail(missing[0], "is missing", "All six scores are needed, each from 0 to 40.")
    given, assumed = inner.values.get("reliability"), TEN_ITEM_RELIABILITY.value
    if isinstance(given, dict):
        each = inner.inside("reliability", INTEREST_AREAS)
        reliability = tuple(_or(each.number(area, 0, 1), assumed) for area in INTEREST_AREAS)
    else:
        reliability = (_or(inner.number("reliability", 0, 1), assumed),) * 6
    answered = inner.number("answered", 0, 60)
    named = {area: _or(score, 0.0) for area, score in zip(INTEREST_AREAS, scores, strict=True)}
    return Interests(
        **named,
        reliability=reliability,
        method=inner.text("method", "entered"),
        answered=None if answered is None else int(answered),
    )


def _or(value: float | None, default: float) -> float:
    return default if value is None else value


def _language(top: FieldReader, index: int) -> Language:
    inner = top.inside("languages", ("name", "level"), index)
    name = inner.text("name")
    if not name:
        inner.fail("name", "is missing", "Write the language, like Spanish.")
    return Language(name, cast("Any", inner.choice("level", get_args(LanguageLevel), "fluent")))


def _place(top: FieldReader) -> Place:
    if top.values.get("place") is None:
        return Place()
    inner = top.inside("place", ("state", "metro"))
    return Place(_postal(inner), inner.text("metro"))


def _limits(top: FieldReader) -> Limits:
    if top.values.get("limits") is None:
        return Limits()
    given = top.values["limits"]
    if isinstance(given, dict):
        renamed = {now: given[name] for name, now in _FORMER_LIMITS.items() if name in given}
        others = {name: value for name, value in given.items() if name not in _FORMER_LIMITS}
        top.values = {**top.values, "limits": renamed | others}
    inner = top.inside("limits", _LIMITS)
    study = inner.choice("study", get_args(StudyMode))
    return Limits(
        max_months=inner.number("max_months", 0, MOST_MONTHS),
        budget_usd=inner.dollars("budget_usd", MOST_USD, read_usd),
        min_pay_usd=inner.dollars("min_pay_usd", MOST_USD, read_yearly_usd),
        max_credential=inner.parsed("max_credential", EducationLevel.parse),
        study=cast("Any", study or None),
        within=tuple(_texts(inner, "within")),
        avoid=tuple(OnetSocCode(_code(inner, "avoid", text)) for text in _texts(inner, "avoid")),
    )


def _texts(inner: FieldReader, name: str) -> list[str]:
    found = inner.items(name)
    for i, value in enumerate(found):
        if not isinstance(value, str):
            inner.fail(f"{name}[{i}]", f"is {kind_of(value)}", "Write a text in quotes.")
    return found


def _code(inner: FieldReader, name: str, text: str) -> str:
    try:
        return OnetSocCode.parse(text)
    except ValueError as error:
        raise BadProfile(f"{inner.file}: {inner.where}.{name}: {error}") from None
