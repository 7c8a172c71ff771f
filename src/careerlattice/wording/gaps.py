"""Gaps in words, piece by piece, and as the JSON that carries these words."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.catalog.model import License
from careerlattice.lattice.gap.details import (
    AssumedWorker,
    Assumption,
    CountedWork,
    EducationDetails,
    ExperienceDetails,
    FieldDetails,
    FieldFit,
    FieldGap,
    LicenseCase,
    LicenseDetails,
    OpenLevel,
    SkillsDetails,
    TakenWay,
    TrainingDetails,
)
from careerlattice.lattice.gap.model import Gap, GapPiece
from careerlattice.lattice.json_shapes import GapJson, GapPieceJson, MonthsJson, UsdJson
from careerlattice.lattice.parameters import MET_MONTHS
from careerlattice.profile.skill_shortfall import SkillItem
from careerlattice.requirements.entry import Door
from careerlattice.vocab.amounts import MonthsRange, UsdRange, months, pct
from careerlattice.vocab.titles import singular_title, with_article
from careerlattice.wording.catalogue import say as _
from careerlattice.wording.licenses import license_summary

SHOWN_LICENSES = 4
SHOWN_PROGRAMS = 3
SHOWN_SKILLS = 3
FAR_MORE_POINTS, CLEARLY_MORE_POINTS = 2, 1
"""Points of level (of 7) from which a skill is asked far more, or clearly more."""
CREDENTIALS = {
    "high school equivalency": "high school equivalency",
    "certificate": "certificate",
    "associate": "associate degree",
    "bachelor": "bachelor's degree",
    "postbaccalaureate-certificate": "certificate after a bachelor's",
    "master": "master's degree",
    "graduate-certificate": "specialist degree or post-master's certificate",
    "professional": "professional degree",
    "doctoral": "doctoral degree",
}


DOORS = {
    Door.SCHOOL: "through school",
    Door.COURSE: "a short course",
    Door.DIRECT: "hired straight into the job",
    Door.APPRENTICESHIP: "an apprenticeship",
    Door.PROMOTION: "promotion from this work",
    Door.BRIDGE: "a bridge program from a license held",
}


@dataclass(frozen=True, slots=True)
class PieceWords:
    """A piece of a gap in words: what is asked, had and missing, single items, and the source."""

    asked: str
    has: str
    missing: str
    source: str
    items: tuple[str, ...] = ()


def piece_words(piece: GapPiece) -> PieceWords:
    """A piece of a gap in words."""
    match piece.details:
        case EducationDetails() as details:
            return _education_words(details, piece)
        case FieldDetails() as details:
            return _field_words(details)
        case ExperienceDetails() as details:
            return _experience_words(details, piece)
        case TrainingDetails() as details:
            return _training_words(details, piece)
        case LicenseDetails() as details:
            return _license_words(details, piece)
        case SkillsDetails() as details:
            return _skills_words(details, piece)


def _opens(opened: OpenLevel) -> str:
    if opened.share is None:
        return opened.level.label
    opens = _("opens %(share)s of jobs") % {"share": pct(opened.share)}
    return f"{opened.level.label} ({opens})"


def _smoothed(piece: GapPiece) -> str:
    return _("%(source)s requirement shares, smoothed toward the job zone and BLS") % {
        "source": piece.citation
    }


def _education_words(details: EducationDetails, piece: GapPiece) -> PieceWords:
    accepted, typical, held = details.accepted, details.typical, details.held
    asked = _opens(typical)
    if accepted.level != typical.level:
        asked += "; " + _("accepted by some: %(level)s") % {"level": _opens(accepted)}
    degree = ""
    if details.degree_field:
        degree = "; " + _("in %(field)s, a professional degree and a doctorate are the same") % {
            "field": details.degree_field
        }
    return PieceWords(
        asked=asked,
        has=_opens(held),
        missing=_(", then ").join(
            [*(CREDENTIALS[name] for name in details.credentials), *filter(None, [details.course])]
        ),
        source=f"{_smoothed(piece)}{degree}; " + _("prices and lengths as cited in the release"),
    )


def _field_words(details: FieldDetails) -> PieceWords:
    named = ", ".join(details.programs[:SHOWN_PROGRAMS])
    more = len(details.programs) - SHOWN_PROGRAMS
    if more > 0:
        named += _(" and %(n)d more") % {"n": more}
    source = "NCES CIP-SOC crosswalk 2020"
    match details.fit:
        case None:
            asked = _("any field")
            if details.programs:
                asked = _("any field; linked programs: %(programs)s") % {"programs": named}
            return PieceWords(asked=asked, has="", missing="", source=source)
        case FieldFit.SAME:
            has = _("a field that leads there")
        case FieldFit.RELATED:
            has = _("a related field")
        case FieldFit.OTHER:
            has = _("another field")
    missing = ""
    if details.gap is FieldGap.COMES_WITH_CREDENTIAL:
        missing = _("comes with the credential")
    elif details.gap is FieldGap.COURSES:
        missing = _("courses of a %(level)s in the field") % {"level": details.level.label}
    return PieceWords(asked=named, has=has, missing=missing, source=source)


def _experience_words(details: ExperienceDetails, piece: GapPiece) -> PieceWords:
    def of_related_work(amount: float) -> str:
        return _("%(months)s of related work") % {"months": months(amount)}

    least = MET_MONTHS.value
    counted = details.counted_months
    return PieceWords(
        asked=of_related_work(details.asked_months) if details.asked_months >= least else _("none"),
        has=months(counted) if counted >= least else _("none that counts"),
        missing="" if piece.is_met else of_related_work(details.missing_months),
        source=_smoothed(piece),
        items=tuple(map(_work_words, details.work)),
    )


def _work_words(work: CountedWork) -> str:
    return _("%(months)s as %(title)s count as %(counted)s (nearness %(nearness)s)") % {
        "months": months(work.months),
        "title": work.title,
        "counted": months(work.counted_months),
        "nearness": f"{work.nearness:.2f}",
    }


def _training_words(details: TrainingDetails, piece: GapPiece) -> PieceWords:
    asked = _("little or none")
    if details.asked_months >= MET_MONTHS.value:
        text = (
            _("%(months)s of apprenticeship or on-the-job training")
            if details.is_apprenticeship
            else _("%(months)s of on-the-job training")
        )
        asked = text % {"months": months(details.asked_months)}
    has = _("none")
    if details.done_months:
        has = _("%(months)s in the job") % {"months": months(details.done_months)}
    missing = ""
    if not piece.is_met:
        missing = _("%(months)s, usually paid") % {"months": months(details.missing_months)}
    return PieceWords(asked=asked, has=has, missing=missing, source=_smoothed(piece))


def _license_words(details: LicenseDetails, piece: GapPiece) -> PieceWords:
    source, answer = piece.citation, details.answer
    asked = license_summary(answer, details.area)

    def words(asked: str, has: str, missing: str) -> PieceWords:
        required = [one for one in (answer, *answer.also) if one.is_required]
        records = tuple(record for one in required for record in one.records)
        return PieceWords(asked, has, missing, source, _license_items(records))

    match details.case:
        case LicenseCase.NO_STATE_HAS_ONE:
            return words(_("no state license on record"), "", "")
        case LicenseCase.STATE_NOT_NAMED:
            asked = _(
                "%(count)d of the %(of)d states on record require a license; name a state to "
                "see its rules"
            ) % {"count": details.states, "of": details.recorded}
            return words(asked, "", "" if piece.is_met else _("depends on the state"))
        case LicenseCase.NOT_REQUIRED:
            return words(asked, "", "")
        case LicenseCase.LEFT_TO_CITIES:
            return words(asked, _("none known"), _("ask the city or county"))
        case LicenseCase.HELD:
            return words(asked, details.held.title if details.held is not None else "", "")
        case LicenseCase.FOR_SOME_JOBS:
            return words(asked, _("none known"), _("for some jobs only"))
        case LicenseCase.TO_GET:
            source = _(
                "%(source)s; fee: License to Work, 3rd ed. 2022, mean over 102 lower-income "
                "occupations, an estimate for others; months: this project's assumption"
            ) % {"source": piece.citation}
            missing = _("%(license)s: application and exam") % {"license": answer.name}
            return words(asked, _("none known"), missing)


def _license_items(licenses: tuple[License, ...]) -> tuple[str, ...]:
    items = []
    for record in licenses[:SHOWN_LICENSES]:
        agency = record.agency or _("agency not on record")
        text = f"{record.title} ({record.state}): {agency}"
        if record.url:
            text += f", {record.url}"
        if record.updated:
            text += _(" (record of %(month)s)") % {"month": f"{record.updated:%Y-%m}"}
        items.append(text)
    return tuple(items)


def _skills_words(details: SkillsDetails, piece: GapPiece) -> PieceWords:
    return PieceWords(
        asked=_("the levels of its skills and knowledge"),
        has=_("%(points)s level points short on average (of 7)")
        % {"points": f"{details.shortfall:.2f}"},
        missing=", ".join(item.plain_name for item in details.items[:SHOWN_SKILLS]),
        source=_("%(source)s ratings of skills and knowledge") % {"source": piece.citation},
        items=tuple(map(skill_sentence, details.items)),
    )


def skill_sentence(item: SkillItem) -> str:
    """A skill or field of knowledge that is asked at a higher level, with both levels."""
    by = item.asked - item.has
    if by >= FAR_MORE_POINTS:
        text = _("%(name)s: far more (level %(has)s to %(asked)s of 7)")
    elif by >= CLEARLY_MORE_POINTS:
        text = _("%(name)s: clearly more (level %(has)s to %(asked)s of 7)")
    else:
        text = _("%(name)s: somewhat more (level %(has)s to %(asked)s of 7)")
    return text % {
        "name": item.plain_name,
        "has": f"{item.has:.1f}",
        "asked": f"{item.asked:.1f}",
    }


def assumption_sentence(assumption: Assumption) -> str:
    """What a gap assumes, as a sentence."""
    match assumption:
        case AssumedWorker():
            return _(
                "Someone with %(months)s months as %(title)s and the usual education for it, "
                "%(level)s."
            ) % {
                "months": f"{assumption.months:.0f}",
                "title": with_article(singular_title(assumption.title)),
                "level": assumption.level.phrase,
            }
        case TakenWay(door=door):
            return _("These requirements are for one way in: %(way)s.") % {"way": DOORS[door]}
        case _:
            return _(
                "No requirements are published for %(title)s, so we used those of a similar "
                "occupation."
            ) % {"title": assumption.title}


def gap_json(gap: Gap) -> GapJson:
    """A gap as JSON-ready values."""
    return {
        "months": _months_json(gap.months),
        "cost_usd": _usd_json(gap.usd),
        "pieces": [_piece_json(piece) for piece in gap.pieces],
        "skill_shortfall": round(gap.skill_shortfall, 3),
        "assumptions": [assumption_sentence(assumption) for assumption in gap.assumptions],
    }


def _piece_json(piece: GapPiece) -> GapPieceJson:
    words = piece_words(piece)
    return {
        "name": piece.name.value,
        "status": piece.status.value,
        "asked": words.asked,
        "has": words.has,
        "missing": words.missing,
        "months": _months_json(piece.months),
        "cost_usd": _usd_json(piece.usd),
        "happens": piece.happens.value,
        "items": list(words.items),
        "source": words.source,
    }


def _months_json(span: MonthsRange) -> MonthsJson:
    return {"low": span.low, "typical": span.typical}


def _usd_json(span: UsdRange) -> UsdJson:
    return {"low": span.low, "typical": span.typical, "high": span.high}
