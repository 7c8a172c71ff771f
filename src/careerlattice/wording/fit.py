"""How a profile suits occupations in words, and as the JSON that carries these words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from careerlattice.catalog.model import Area
from careerlattice.content.words import element_words
from careerlattice.match.explain import ColumnEffect, Explanation, InterestSide, Verdict
from careerlattice.match.interests import InterestMatch
from careerlattice.match.json_shapes import (
    ColumnEffectJson,
    ExplanationJson,
    FitRankingJson,
    FitRowJson,
    InterestMatchJson,
    InterestSideJson,
)
from careerlattice.match.ranking import FitRanking, FitRow
from careerlattice.match.reason import (
    Change,
    ChangeKind,
    FitNotice,
    NoticeKind,
    Reason,
    ReasonKind,
    Side,
)
from careerlattice.profile.skill_shortfall import ElementGap
from careerlattice.vocab.amounts import count, usd
from careerlattice.vocab.levels import EducationLevel
from careerlattice.wording.catalogue import say as _
from careerlattice.wording.fit_columns import basis_words, column_words, scale_words
from careerlattice.wording.work_names import area_in_text

NEARLY_ALL = 0.995
"""A share from here on would be written as 100 %, and its rest as 0 %; both are said in words."""


def reason_sentence(reason: Reason) -> str:
    """A reason as a sentence that stands by itself.

    >>> reason_sentence(Reason(ReasonKind.FAR, Side.AGAINST))
    'It is far from your interests.'
    """
    text = _said(reason)
    return text[:1].upper() + text[1:]


def reason_in_row(reason: Reason) -> str:
    """A reason as one of a row of sentences, in which those against begin with "But".

    >>> reason_in_row(Reason(ReasonKind.FAR, Side.AGAINST))
    'But it is far from your interests.'
    """
    text = _said(reason)
    if reason.side is not Side.AGAINST:
        return text
    return _("But %(reason)s") % {"reason": text[:1].lower() + text[1:]}


def _said(reason: Reason) -> str:
    values = reason.values
    match reason.kind:
        case ReasonKind.SHORT | ReasonKind.COVERED:
            return _skills_sentence(reason)
        case ReasonKind.OPEN_JOBS:
            return _open_jobs_sentence(reason)
        case ReasonKind.PAY:
            return _pay_sentence(values["pay_usd"], values["area"], values["below"])
        case ReasonKind.OUTLOOK:
            return _outlook_sentence(values["growth_pct"], values["openings"])
        case ReasonKind.FIELD_LEADS:
            return _("Your field of study or work leads here.")
        case ReasonKind.FIELD_DOES_NOT_LEAD:
            return _("Your field of study is not one that leads here.")
        case ReasonKind.RATINGS_OF_STAND_IN:
            return _("It has no ratings of its own, so we used those of %(title)s.") % values
    return _interest_sentence(reason)


def _interest_sentence(reason: Reason) -> str:
    values = reason.values
    match reason.kind:
        case ReasonKind.MUCH_LIKED:
            named = _(" and ").join(values["areas"])
            return _("Strong on what you like: %(areas)s.") % {"areas": named}
        case ReasonKind.LITTLE_LIKED:
            return _("Light on %(area)s work, which suits you.") % values
        case ReasonKind.NEAR_OVER_ALL:
            return _("Close to your answers across all six interests.")
        case ReasonKind.FAR_OVER_ALL:
            return _("It is far from your answers across all six interests.")
        case ReasonKind.MORE_OF_AREA:
            return _("more %(area)s work than your answers ask for.") % values
        case ReasonKind.LESS_OF_AREA:
            return _("less %(area)s work than your answers ask for.") % values
        case ReasonKind.INTERESTS_OF_STAND_IN:
            return _("No interests are published for it, so we used those of %(title)s.") % values
    return _("It is far from your interests.")


def _skills_sentence(reason: Reason) -> str:
    is_skills = reason.values["column"] == "skills"
    if reason.kind is ReasonKind.COVERED:
        if is_skills:
            return _("Your skills cover what the work uses.")
        return _("Your knowledge covers what the work uses.")
    if reason.side is Side.AGAINST:
        text = (
            _("Your skills fall short by %(share)s of the scale.")
            if is_skills
            else _("Your knowledge falls short by %(share)s of the scale.")
        )
    else:
        text = (
            _("Your skills fall short by only %(share)s of the scale.")
            if is_skills
            else _("Your knowledge falls short by only %(share)s of the scale.")
        )
    return text % {"share": f"{reason.values['shortfall']:.0%}"}


def _open_jobs_sentence(reason: Reason) -> str:
    level: EducationLevel | None = reason.values["level"]
    share = _share(reason.values["share"])
    values = {"share": share, "level": "" if level is None else f" ({level.label})"}
    if reason.side is Side.AGAINST and share[0].isdigit():
        return (
            _("Only %(share)s of these jobs are open to people with your education%(level)s.")
            % values
        )
    return _("%(share)s of these jobs are open to people with your education%(level)s.") % values


def _pay_sentence(pay_usd: float, area: Area | None, below: float) -> str:
    is_more = below >= 0.5
    part = below if is_more else 1.0 - below
    values = {
        "pay": usd(pay_usd),
        "area": _("a wider area") if area is None else area_in_text(area.name),
        "many": _("nearly all") if part >= NEARLY_ALL else _("%(n)s of") % {"n": f"{part:.0%}"},
    }
    text = (
        _("Typical pay is %(pay)s a year in %(area)s, more than %(many)s other occupations pay.")
        if is_more
        else _(
            "Typical pay is %(pay)s a year in %(area)s, less than %(many)s other occupations pay."
        )
    )
    return text % values


def _outlook_sentence(growth_pct: float, openings: float) -> str:
    text = (
        _(
            "The number of jobs is expected to grow by %(growth)s in ten years, with %(openings)s "
            "openings a year."
        )
        if growth_pct >= 0
        else _(
            "The number of jobs is expected to shrink by %(growth)s in ten years, with "
            "%(openings)s openings a year."
        )
    )
    return text % {"growth": f"{abs(growth_pct):.1f}%", "openings": count(openings)}


def _share(share: float) -> str:
    """A share that begins a sentence; one that would round to all or nothing, in words."""
    if 1.0 - NEARLY_ALL < share < NEARLY_ALL:
        return f"{share:.0%}"
    if share >= 0.5:
        return _("All") if share >= 1.0 - 1e-9 else _("Nearly all")
    return _("Hardly any") if share > 1e-9 else _("None")


def change_sentence(change: Change) -> str:
    """What would change where an occupation stands."""
    values = change.values
    match change.kind:
        case ChangeKind.FIELD_AT_SAME_LEVEL:
            return _(
                "The same level in a field that leads here (%(field)s) would open %(opened)s."
            ) % {"field": values["field"], "opened": _opened(values["then"], values["now"])}
        case ChangeKind.HIGHER_LEVEL:
            return _("%(level)s would open %(opened)s.") % {
                "level": _level_first(values["level"]),
                "opened": _opened(values["then"], values["now"]),
            }
        case ChangeKind.SMALLER_GAP:
            return _gap_change_sentence(change)
        case ChangeKind.SECOND_LOOK:
            return _(
                "Your %(area)s score is %(yours)s of 40; this work's is %(theirs)s. If your "
                "score does not sound like you, look at those questions again."
            ) % {
                "area": values["area"],
                "yours": f"{values['yours']:.0f}",
                "theirs": f"{values['theirs']:.0f}",
            }
        case ChangeKind.COLUMN_UNWEIGHED:
            return _("If %(column)s counted for nothing, it would be number %(place)s.") % {
                "column": column_words(values["column"]),
                "place": values["place"],
            }


def _gap_change_sentence(change: Change) -> str:
    values = change.values
    is_skill = values["domain"] == "skill"
    text = (
        _(
            "%(name)s: level %(needed)s is usual, yours is %(held)s. Closing that gap would cut "
            "what you lack in skills by %(share)s."
        )
        if is_skill
        else _(
            "%(name)s: level %(needed)s is usual, yours is %(held)s. Closing that gap would cut "
            "what you lack in knowledge by %(share)s."
        )
    )
    return text % {
        "name": element_name(values["element_id"], values["name"]),
        "needed": f"{values['needed']:.1f}",
        "held": f"{values['held']:.1f}",
        "share": f"{values['share']:.0%}",
    }


def _opened(then: float, now: float) -> str:
    """What more schooling opens beside what is open now."""
    return _("%(then)s of the jobs, not %(now)s") % {
        "then": _share(then).lower(),
        "now": _share(now).lower(),
    }


def _level_first(level: EducationLevel) -> str:
    """The level with its article, at the beginning of a sentence."""
    if level in (EducationLevel.SOME_COLLEGE, EducationLevel.HIGH_SCHOOL):
        return level.label[0].upper() + level.label[1:]
    return ("An " if level.label[0] in "aeiou" else "A ") + level.label


@lru_cache(maxsize=512)
def element_name(element_id: str, official: str) -> str:
    """The element's name in plain words with the official one, or the official one alone."""
    words = element_words(element_id)
    if words is None or words.name.lower() == official.lower():
        return official
    return f"{words.name} ({official})"


def gap_sentence(gap: ElementGap) -> str:
    """A gap in one element as one line, without the full stop."""
    return _("%(name)s: level %(needed)s is usual, yours is %(held)s") % {
        "name": element_name(gap.element_id, gap.name),
        "needed": f"{gap.needed:.1f}",
        "held": f"{gap.held:.1f}",
    }


def notice_sentence(notice: FitNotice, education_option: str = "") -> str:
    """What a person should know of a ranking; `education_option` names where to state schooling."""
    values = notice.values
    match notice.kind:
        case (
            NoticeKind.EQUAL_INTERESTS | NoticeKind.INTERESTS_OF_LETTERS | NoticeKind.FLAT_INTERESTS
        ):
            return _scores_sentence(notice)
        case NoticeKind.COLUMNS_LEFT_OUT:
            return _("Your profile says nothing about %(columns)s, so we left that out.") % {
                "columns": ", ".join(map(column_words, values["columns"]))
            }
        case NoticeKind.WITHOUT_INTERESTS:
            return _("Answer the interest questions to make this order more accurate.")
        case NoticeKind.FIELD_WITHOUT_CODE:
            return _(
                "Your profile has no code for your field of study, so we count your degree for "
                "every occupation. Add the field's CIP code to see where it does not lead."
            )
        case NoticeKind.ASSUMED_EDUCATION:
            return _assumed_education_sentence(values["level"], education_option)
        case NoticeKind.UNCONFIRMED_WORK:
            return (
                _("Jobs in the work history that are still a guess: %(count)d. Please check them.")
                % values
            )
        case NoticeKind.NOTHING_KEPT:
            return _("No job passes all of your filters. Loosen the one that leaves out the most.")


def _scores_sentence(notice: FitNotice) -> str:
    """What a person's six scores tell less than they seem to."""
    values = notice.values
    match notice.kind:
        case NoticeKind.EQUAL_INTERESTS:
            return _(
                "Your six interest scores are all the same, so they cannot tell which jobs suit "
                "you. The order by interests is close to random. Take the assessment again, or "
                "go by skills, education, and pay."
            )
        case NoticeKind.INTERESTS_OF_LETTERS:
            return _(
                "A letter code says which areas come first, not by how much, and it often "
                "changes on a second test. Take the order below as a first look; the full "
                "assessment is more reliable."
            )
    return _(
        "Your six interest scores are close together (from %(lowest)s to %(highest)s of 40), so "
        "many jobs fit you about equally well. Look beyond the first few."
    ) % {"lowest": f"{values['lowest']:.0f}", "highest": f"{values['highest']:.0f}"}


def _assumed_education_sentence(level: EducationLevel, education_option: str) -> str:
    text = _("Your profile lists no education. From your work we assume %(level)s.") % {
        "level": level.label
    }
    if not education_option:
        return text
    remedy = _("Add your own with %(option)s or in the profile.")
    return f"{text} {remedy % {'option': education_option}}"


def verdict_sentence(verdict: Verdict) -> str:
    """The place of an occupation and what moves it most."""
    parts = [
        _("Number %(place)s of %(of)s in the order by your weights.")
        % {"place": f"{verdict.place:,}", "of": f"{verdict.of:,}"}
    ]
    if verdict.lifted_by is not None:
        text = _("What lifts it most is %(column)s: without it, it would be number %(place)s.")
        parts.append(text % _moved(verdict.lifted_by))
    if verdict.held_back_by is not None:
        text = _("What holds it back most is %(column)s: without it, it would be number %(place)s.")
        parts.append(text % _moved(verdict.held_back_by))
    if verdict.against is not None:
        parts.append(reason_sentence(verdict.against))
    return " ".join(parts)


def _moved(effect: ColumnEffect) -> dict[str, Any]:
    return {"column": column_words(effect.column), "place": effect.place_without}


def fit_row_json(row: FitRow) -> FitRowJson:
    """A row of a ranking as JSON-ready values."""
    return {
        "place": row.place,
        "onet_soc_code": row.onet_soc_code,
        "title": row.title,
        "job_zone": row.job_zone,
        "overall": _rounded(row.overall),
        "interest_distance": _rounded(row.interest_distance),
        "interest_correlation": _rounded(row.interest_correlation),
        "skill_shortfall": _rounded(row.skill_shortfall),
        "knowledge_shortfall": _rounded(row.knowledge_shortfall),
        "education_access": _rounded(row.education_access),
        "field_matches": row.field_matches,
        "pay_p50_usd": _rounded(row.pay_p50_usd),
        "pay_level": row.pay_level,
        "growth_pct": _rounded(row.growth_pct),
        "openings_per_year": _rounded(row.openings_per_year),
        "is_stand_in": row.is_stand_in,
        "scores": {name: round(score, 4) for name, score in row.scores.items()},
        "contributions": {name: round(part, 4) for name, part in row.contributions.items()},
        "missing": list(row.missing),
        "reasons": [reason_in_row(reason) for reason in row.reasons],
        "what_would_change": [change_sentence(change) for change in row.what_would_change],
    }


@dataclass(frozen=True, slots=True)
class SaidFitRow:
    """One occupation beside a profile, columns apart, with its reasons in sentences."""

    fit: FitRow

    def to_dict(self) -> FitRowJson:
        """The row as JSON-ready values."""
        return fit_row_json(self.fit)


def ranking_json(ranking: FitRanking, education_option: str = "") -> FitRankingJson:
    """A ranking as JSON-ready values; `education_option` as `notice_sentence` has it."""
    return {
        "area": ranking.area.name,
        "weights": {name: round(weight, 4) for name, weight in ranking.weights.items()},
        "scales": {name: scale_words(name) for name in ranking.weights},
        "levels_basis": basis_words(ranking.levels_basis),
        "kept": ranking.kept,
        "left_out": dict(ranking.left_out),
        "notices": [notice_sentence(notice, education_option) for notice in ranking.notices],
        "rows": [fit_row_json(row) for row in ranking.rows],
    }


def explanation_json(told: Explanation, education_option: str = "") -> ExplanationJson:
    """The counselor's view of an occupation as JSON-ready values."""
    return {
        "onet_soc_code": told.row.onet_soc_code,
        "title": told.row.title,
        "place": told.place,
        "of": told.of,
        "verdict": verdict_sentence(told.verdict),
        "is_unexpected": told.is_unexpected,
        "effects": [_effect_json(effect) for effect in told.effects],
        "interests": [_side_json(side) for side in told.interests],
        "skill_gaps": [gap.to_dict() for gap in told.skill_gaps],
        "knowledge_gaps": [gap.to_dict() for gap in told.knowledge_gaps],
        "levels_basis": basis_words(told.levels_basis),
        "row": fit_row_json(told.row),
        "what_would_change": [change_sentence(change) for change in told.what_would_change],
        "notices": [notice_sentence(notice, education_option) for notice in told.notices],
    }


def _effect_json(effect: ColumnEffect) -> ColumnEffectJson:
    return {
        "column": effect.column,
        "scale": scale_words(effect.column),
        "weight": round(effect.weight, 4),
        "score": None if effect.score is None else round(effect.score, 4),
        "place_in_column": effect.place_in_column,
        "place_without": effect.place_without,
    }


def _side_json(side: InterestSide) -> InterestSideJson:
    return {
        "area": side.area,
        "yours": round(side.yours, 1),
        "theirs": round(side.theirs, 1),
        "apart": round(side.apart, 2),
    }


def interest_match_json(found: InterestMatch) -> InterestMatchJson:
    """An occupation of the ranking by interests as JSON-ready values."""
    is_flat = math.isnan(found.correlation)
    return {
        "onet_soc_code": found.onet_soc_code,
        "title": found.title,
        "distance": round(found.distance, 4),
        "correlation": None if is_flat else round(found.correlation, 4),
        "reasons": [reason_in_row(reason) for reason in found.reasons],
        "place": found.place,
        "place_low": found.place_low,
        "place_high": found.place_high,
        "top_share": round(found.top_share, 3),
        "is_stand_in": found.is_stand_in,
    }


def _rounded(value: Any) -> Any:
    return round(value, 4) if isinstance(value, float) else value
