"""Moves, gaps and ladders in words, and as the JSON that carries these words."""

from __future__ import annotations

from dataclasses import dataclass
from gettext import gettext as _
from typing import Any

from careerlattice.catalog.model import License
from careerlattice.lattice.arrays.kinds import KindReason, MoveLabel
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
    TrainingDetails,
)
from careerlattice.lattice.gap.model import Gap, GapPiece
from careerlattice.lattice.ladder.model import Ladder, LadderMove, LadderOccupation
from careerlattice.lattice.moves.evidence import (
    AgainstTheGrain,
    Evidence,
    LikelihoodEvidence,
    NearnessEvidence,
    OutlookEvidence,
    PayEvidence,
    RelatedEvidence,
    SharedFieldsEvidence,
)
from careerlattice.lattice.moves.model import Move
from careerlattice.lattice.parameters import MET_MONTHS, WORTH_NAMING_MONTHS
from careerlattice.profile.skill_shortfall import SkillItem
from careerlattice.vocab.amounts import MonthsRange, UsdRange, count, months, pct, usd
from careerlattice.vocab.levels import LadderLevel

KIND_RULE = (
    "A move is an advance when the height (half preparation: job zone, schooling, experience with "
    "training; half median pay) rises by at least 2 of 100 points, a step back when it falls by as "
    "much, and lateral between. "
    "A move that is no step back, but leads out of the origin's clusters and occupational group to "
    "work less than half as near as the same job, is a pivot. "
    "A move whose preparation and pay disagree keeps its kind and carries a label, such as "
    "'credential first, pay later'."
)
SHOWN_LICENSES = 4
SHOWN_PROGRAMS = 3
SHOWN_SKILLS = 3
FAR_MORE_POINTS, CLEARLY_MORE_POINTS = 2, 1
"""Points of level (of 7) from which a skill is asked far more, or clearly more."""
SMALLEST_SHARE_SHOWN = 0.0005
CREDENTIALS = {
    "high school equivalency": "high school equivalency",
    "certificate": "certificate",
    "associate": "associate degree",
    "bachelor": "bachelor's degree",
    "postbaccalaureate-certificate": "certificate after a bachelor's",
    "master": "master's degree",
    "graduate-certificate": "certificate after a master's",
    "professional": "professional degree",
    "doctoral": "doctoral degree",
}


def label_words(label: MoveLabel | None) -> str:
    """What goes against the grain, in a few words; empty for none.

    >>> label_words(MoveLabel.PAY_LATER)
    'credential first, pay later'
    """
    match label:
        case MoveLabel.PAY_LATER:
            return _("credential first, pay later")
        case MoveLabel.LESS_PAID:
            return _("less pay, no more schooling")
        case MoveLabel.SAME_LINE:
            return _("same published pay")
        case MoveLabel.MORE_PAID:
            return _("less preparation, more pay")
    return ""


def label_sentence(label: MoveLabel) -> str:
    """What goes against the grain, as a sentence with its name in front."""
    match label:
        case MoveLabel.PAY_LATER:
            told = _("it asks more preparation at first for a lower median pay.")
        case MoveLabel.LESS_PAID:
            told = _("its median pay is lower, and no schooling has to come first.")
        case MoveLabel.SAME_LINE:
            told = _("the wage survey gives both the same median, often as one line for several.")
        case MoveLabel.MORE_PAID:
            told = _("it asks less preparation, yet its median pay is higher.")
    name = label_words(label)
    return f"{name[0].upper()}{name[1:]}: {told}"


def kind_sentence(reason: KindReason) -> str:
    """Why a move is of its kind, without the full stop."""
    parts = []
    before, after = reason.zones
    if before and after:
        parts.append(
            _("zone %(before)d to %(after)d") % {"before": before, "after": after}
            if before != after
            else _("same job zone %(zone)d") % {"zone": after}
        )
    first, second = reason.schooling
    if first != second:
        parts.append(
            _("typical education %(before)s to %(after)s")
            % {"before": first.label, "after": second.label}
        )
    more = reason.practice_change_months
    if abs(more) >= WORTH_NAMING_MONTHS.value:
        text = (
            _("%(months)s months more experience and training asked")
            if more > 0
            else _("%(months)s months less experience and training asked")
        )
        parts.append(text % {"months": f"{abs(more):.0f}"})
    parts.append(
        _("median pay not published")
        if reason.pay_change_usd is None
        else _("national median pay %(change)s") % {"change": usd(reason.pay_change_usd, sign=True)}
    )
    rise = round(reason.index_change)
    height = _("height %(rise)s") % {"rise": f"{rise:+d}"} if rise else _("same height")
    sentence = f"{reason.national.label}: {', '.join(parts)} ({height})"
    if reason.local is None:
        return sentence
    return _(
        "%(kind)s in %(area)s: median pay %(change)s there, with no more schooling asked; "
        "in the nation %(reason)s"
    ) % {
        "kind": reason.local.kind.label,
        "area": reason.local.area,
        "change": usd(reason.local.pay_change_usd, sign=True),
        "reason": sentence,
    }


def evidence_sentence(evidence: Evidence) -> str:
    """What speaks for a move, as one sentence with its figures and source."""
    match evidence:
        case KindReason():
            return f"{kind_sentence(evidence)}."
        case AgainstTheGrain(label=label):
            return label_sentence(label)
        case LikelihoodEvidence():
            return _likelihood_sentence(evidence)
        case RelatedEvidence():
            text = (
                _(
                    "%(source)s lists the two as related (%(tier)s, number %(rank)d of 20, "
                    "seen from the destination)."
                )
                if evidence.is_seen_from_destination
                else _("%(source)s lists the two as related (%(tier)s, number %(rank)d of 20).")
            )
            return text % {
                "source": evidence.citation,
                "tier": evidence.tier,
                "rank": evidence.rank,
            }
        case NearnessEvidence(nearness=nearness):
            return _(
                "Nearness of the work %(nearness)s of 1 (profiles, activities, related tier, SOC)."
            ) % {"nearness": f"{nearness:.2f}"}
        case PayEvidence():
            return _pay_sentence(evidence)
        case OutlookEvidence():
            return _("%(openings)s openings a year and %(growth)s jobs, %(source)s.") % {
                "openings": count(evidence.openings),
                "growth": f"{evidence.growth_pct:+.1f}%",
                "source": evidence.citation,
            }
        case SharedFieldsEvidence(fields=fields):
            text = (
                _("%(n)d fields of study lead to both (NCES CIP-SOC crosswalk 2020).")
                if fields > 1
                else _("%(n)d field of study leads to both (NCES CIP-SOC crosswalk 2020).")
            )
            return text % {"n": fields}


def _likelihood_sentence(evidence: LikelihoodEvidence) -> str:
    small = evidence.likelihood < SMALLEST_SHARE_SHOWN
    share = _("less than 0.1%") if small else pct(evidence.likelihood, digits=1)
    values = {"origin": evidence.origin, "share": share}
    if evidence.lift is None:
        return (
            _(
                "Of workers who leave %(origin)s, an estimated %(share)s take this next "
                "(model fitted on moves observed in the CPS ASEC)."
            )
            % values
        )
    lift = f"{evidence.lift:.0f}" if evidence.lift >= 3 else f"{evidence.lift:.1f}"
    return _(
        "Of workers who leave %(origin)s, an estimated %(share)s take this next, %(lift)s times "
        "what its share of all jobs would give (model fitted on moves observed in the CPS ASEC)."
    ) % {**values, "lift": lift}


def _pay_sentence(evidence: PayEvidence) -> str:
    hourly = _(" (hourly pay put at 2,080 hours)") if evidence.is_hourly else ""
    wider = _(", a wider area's figures where it has none") if evidence.is_wider else ""
    return _("Median pay %(before)s to %(after)s%(hourly)s, %(source)s, %(area)s%(wider)s.") % {
        "before": usd(evidence.before_usd),
        "after": usd(evidence.after_usd),
        "hourly": hourly,
        "source": evidence.citation,
        "area": evidence.area,
        "wider": wider,
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
    return _("opens %(share)s of jobs") % {"share": pct(opened.share)}


def _smoothed(piece: GapPiece) -> str:
    return _("%(source)s requirement shares, smoothed toward the job zone and BLS") % {
        "source": piece.citation
    }


def _education_words(details: EducationDetails, piece: GapPiece) -> PieceWords:
    accepted, typical, held = details.accepted, details.typical, details.held
    asked = f"{typical.level.label} ({_opens(typical)})"
    if accepted.level != typical.level:
        asked += "; " + _("%(level)s is accepted by some (%(opens)s)") % {
            "level": accepted.level.label,
            "opens": _opens(accepted),
        }
    degree = ""
    if details.degree_field:
        degree = "; " + _("in %(field)s a professional degree and a doctorate are one") % {
            "field": details.degree_field
        }
    return PieceWords(
        asked=asked,
        has=f"{held.level.label} ({_opens(held)})",
        missing=_(", then ").join(CREDENTIALS[name] for name in details.credentials),
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
            _("%(months)s of apprenticeship or training in the job")
            if details.is_apprenticeship
            else _("%(months)s of training in the job")
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
    source = piece.citation

    def words(asked: str, has: str, missing: str) -> PieceWords:
        return PieceWords(asked, has, missing, source, _license_items(details.licenses))

    match details.case:
        case LicenseCase.NO_STATE_HAS_ONE:
            return words(_("no state license on record"), "", "")
        case LicenseCase.STATE_NOT_NAMED:
            asked = _(
                "%(count)d of %(of)d states with records license it; name a state for its rules"
            ) % {"count": details.states, "of": details.recorded}
            return words(asked, "", "" if piece.is_met else _("depends on the state"))
        case LicenseCase.STATE_WITHOUT_RECORDS:
            asked = _("no licenses of %(area)s are on record") % {"area": details.area}
            return words(asked, "", _("ask the state"))
        case LicenseCase.NONE_IN_STATE:
            return words(_("none on record in %(area)s") % {"area": details.area}, "", "")
        case LicenseCase.HELD:
            held = details.held.title if details.held is not None else ""
            return words(_license_names(details.licenses), held, "")
        case LicenseCase.FOR_SOME_JOBS:
            return words(_license_names(details.licenses), _("none known"), _("for some jobs only"))
        case LicenseCase.TO_GET:
            source = _(
                "%(source)s; fee: License to Work, 3rd ed. 2022, mean over 102 lower-income "
                "occupations, an estimate for others; months: this project's assumption"
            ) % {"source": piece.citation}
            missing = _("%(license)s: application and exam") % {
                "license": details.licenses[0].title
            }
            return words(_license_names(details.licenses), _("none known"), missing)


def _license_names(licenses: tuple[License, ...]) -> str:
    first, more = licenses[0].title, len(licenses) - 1
    if not more:
        return first
    return _("%(license)s or one of %(n)d more") % {"license": first, "n": more}


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
                "Someone with %(months)s months as %(title)s and its usual education, %(level)s."
            ) % {
                "months": f"{assumption.months:.0f}",
                "title": assumption.title,
                "level": assumption.level.label,
            }
        case _:
            return _(
                "No requirements are published for %(title)s; a similar occupation's stand in."
            ) % {"title": assumption.title}


def move_json(move: Move) -> dict[str, Any]:
    """A move as JSON-ready values."""
    return {
        "onet_soc_code": str(move.to.code),
        "title": move.to.title,
        "kind": move.kind.slug,
        "likelihood": round(move.likelihood, 6),
        "ease": round(move.ease, 3),
        "nearness": round(move.nearness, 3),
        "wage_change_usd": move.wage_change_usd,
        "zone_change": move.zone_change,
        "labels": [label_words(label) for label in move.labels],
        "gap": gap_json(move.gap),
        "evidence": [evidence_sentence(evidence) for evidence in move.evidence],
    }


def gap_json(gap: Gap) -> dict[str, Any]:
    """A gap as JSON-ready values."""
    return {
        "months": _months_json(gap.months),
        "cost_usd": _usd_json(gap.usd),
        "pieces": [_piece_json(piece) for piece in gap.pieces],
        "skill_shortfall": round(gap.skill_shortfall, 3),
        "assumptions": [assumption_sentence(assumption) for assumption in gap.assumptions],
    }


def _piece_json(piece: GapPiece) -> dict[str, Any]:
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


def _months_json(span: MonthsRange) -> dict[str, float]:
    return {"low": span.low, "typical": span.typical}


def _usd_json(span: UsdRange) -> dict[str, float]:
    return {"low": span.low, "typical": span.typical, "high": span.high}


def ladder_json(ladder: Ladder) -> dict[str, Any]:
    """A ladder as JSON-ready values."""

    def moves(found: tuple[LadderMove, ...]) -> list[dict[str, Any]]:
        return [_ladder_move_json(move) for move in found]

    return {
        "id": ladder.id,
        "framework": ladder.framework,
        "cluster": ladder.cluster,
        "pathway": ladder.pathway,
        "area": ladder.area,
        "center": ladder.center,
        "levels": [
            {"level": level.label, "occupations": [_ladder_occupation_json(x) for x in rung]}
            for level, rung in zip(LadderLevel, ladder.rungs, strict=True)
        ],
        "moves": moves(ladder.moves),
        "backbones": [list(codes) for codes in ladder.main_sequences],
        "feeders": moves(ladder.feeders),
        "exits": moves(ladder.exits),
        "outside": {code: moves(found) for code, found in ladder.outside.items()},
        "others": {code: _ladder_occupation_json(x) for code, x in ladder.others.items()},
    }


def _ladder_occupation_json(member: LadderOccupation) -> dict[str, Any]:
    return {
        "onet_soc_code": str(member.code),
        "title": member.occupation.title,
        "level": member.level.label,
        "height": round(member.status_index, 1),
        "job_zone": member.occupation.job_zone,
        "median_pay_usd": member.pay_usd,
        "growth_pct": member.growth_pct,
        "openings_per_year": member.openings,
    }


def _ladder_move_json(move: LadderMove) -> dict[str, Any]:
    return {
        "from": move.from_code,
        "to": move.to_code,
        "kind": move.kind.slug,
        "likelihood": round(move.likelihood, 6),
        "ease": round(move.ease, 3),
        "nearness": round(move.nearness, 3),
        "wage_change_usd": move.wage_change_usd,
        "label": label_words(move.label),
        "is_backbone": move.is_main,
        "is_drawn": move.is_drawn,
    }
