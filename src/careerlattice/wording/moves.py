"""Moves and ladders in words, and as the JSON that carries these words."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.lattice.arrays.kinds import KindReason, MoveLabel
from careerlattice.lattice.arrays.named_moves import Named
from careerlattice.lattice.json_shapes import (
    LadderJson,
    LadderMoveJson,
    LadderOccupationJson,
    MoveJson,
)
from careerlattice.lattice.ladder.model import Ladder, LadderMove, LadderOccupation
from careerlattice.lattice.moves.evidence import (
    AgainstTheGrain,
    Evidence,
    LikelihoodEvidence,
    NamedEvidence,
    NearnessEvidence,
    OutlookEvidence,
    PayEvidence,
    RelatedEvidence,
    SharedFieldsEvidence,
)
from careerlattice.lattice.moves.model import Move
from careerlattice.lattice.parameters import WORTH_NAMING_MONTHS
from careerlattice.vocab.amounts import count, months, pct, usd
from careerlattice.vocab.levels import LadderLevel
from careerlattice.vocab.titles import singular_title, with_article
from careerlattice.wording.catalogue import say as _
from careerlattice.wording.entry import describe_sources
from careerlattice.wording.gaps import gap_json
from careerlattice.wording.step_asks import asks_json

KIND_RULE = (
    "A move is an advance when entry rules name it as a step up (a rank, a bridge from a license, "
    "the trade a helper learns), or when near work clearly pays more or asks a higher credential "
    "and the height (half preparation: job zone, schooling, experience with training; half median "
    "pay) rises by at least 2 of 100 points; a step back when it falls so; lateral between. "
    "A move to another field, where what was learned counts little, is a pivot. "
    "A move whose preparation and pay disagree keeps its kind and carries a label, such as "
    "'credential first, pay later'."
)
SMALLEST_SHARE_SHOWN = 0.0005


def no_next_step() -> str:
    """What stands where an occupation has no move."""
    return _("no usual next step known")


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
        case MoveLabel.PROMOTED:
            return _("a step up, with less pay at first")
        case MoveLabel.SAME_LINE:
            return _("same published pay")
        case MoveLabel.MORE_PAID:
            return _("less preparation, more pay")
    return ""


def label_sentence(label: MoveLabel) -> str:
    """What goes against the grain, as a sentence with its name in front."""
    match label:
        case MoveLabel.PAY_LATER:
            told = _("it takes more preparation at first, for lower median pay.")
        case MoveLabel.LESS_PAID:
            told = _("its median pay is lower, and you need no schooling first.")
        case MoveLabel.PROMOTED:
            told = _("it counts as a promotion, yet its median pay is lower.")
        case MoveLabel.SAME_LINE:
            told = _("the wage survey gives both the same median, often as one line for several.")
        case MoveLabel.MORE_PAID:
            told = _("it takes less preparation, yet its median pay is higher.")
    name = label_words(label)
    return f"{name[0].upper()}{name[1:]}: {told}"


def kind_sentence(reason: KindReason) -> str:
    """Why a move is of its kind, without the full stop."""
    parts = [named_words(reason.named)] if reason.named else []
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
            _("%(months)s months more experience and training required")
            if more > 0
            else _("%(months)s months less experience and training required")
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
        "%(kind)s in %(area)s: median pay %(change)s there, with no more schooling required; "
        "nationwide %(reason)s"
    ) % {
        "kind": reason.local.kind.label,
        "area": reason.local.area,
        "change": usd(reason.local.pay_change_usd, sign=True),
        "reason": sentence,
    }


def named_words(named: Named) -> str:
    """What names a move, in a few words; empty where nothing does.

    >>> named_words(Named.RANK)
    'the job is filled from this one'
    """
    match named:
        case Named.STEP:
            return _("a usual step up")
        case Named.RANK:
            return _("the job is filled from this one")
        case Named.BRIDGE:
            return _("a shorter way for those with this license")
        case Named.CREDIT:
            return _("this work counts toward the apprenticeship")
        case Named.SIDEWAYS:
            return _("a usual change")
        case Named.WORK:
            return _("this work counts as experience")
    return ""


def _named_sentence(evidence: NamedEvidence) -> str:
    words = named_words(evidence.named)
    parts = [f"{words[0].upper()}{words[1:]}"]
    if evidence.months:
        parts.append(_("after about %(time)s") % {"time": months(evidence.months)})
    if evidence.asks:
        parts.append(_("with %(asks)s") % {"asks": evidence.asks})
    told = "; ".join(
        f"{source.text} ({source.standing})" if source.standing else source.text
        for source in describe_sources(evidence.sources)
    )
    sentence = ", ".join(parts)
    return f"{sentence}. {told}." if told else f"{sentence}."


def named_asks(move: Move) -> str:
    """What the rule that names a move asks besides, as a sentence; empty where nothing."""
    asks = next((one.asks for one in move.evidence if isinstance(one, NamedEvidence)), "")
    return _("You need: %(asks)s.") % {"asks": asks} if asks else ""


def evidence_sentence(evidence: Evidence) -> str:
    """What speaks for a move, as one sentence with its figures and source."""
    match evidence:
        case KindReason():
            return f"{kind_sentence(evidence)}."
        case NamedEvidence():
            return _named_sentence(evidence)
        case AgainstTheGrain(label=label):
            return label_sentence(label)
        case LikelihoodEvidence():
            return _likelihood_sentence(evidence)
        case RelatedEvidence():
            text = (
                _(
                    "%(source)s lists these two as related (%(tier)s, number %(rank)d of 20, "
                    "seen from the destination)."
                )
                if evidence.is_seen_from_destination
                else _("%(source)s lists these two as related (%(tier)s, number %(rank)d of 20).")
            )
            return text % {
                "source": evidence.citation,
                "tier": evidence.tier,
                "rank": evidence.rank,
            }
        case NearnessEvidence(nearness=nearness):
            return _(
                "How alike the work is: %(nearness)s of 1 (profiles, activities, related tier, "
                "SOC)."
            ) % {"nearness": f"{nearness:.2f}"}
        case PayEvidence():
            return _pay_sentence(evidence)
        case OutlookEvidence() | SharedFieldsEvidence():
            return _figures_sentence(evidence)


def _figures_sentence(evidence: OutlookEvidence | SharedFieldsEvidence) -> str:
    if isinstance(evidence, OutlookEvidence):
        return _("%(openings)s openings a year and %(growth)s jobs, %(source)s.") % {
            "openings": count(evidence.openings),
            "growth": f"{evidence.growth_pct:+.1f}%",
            "source": evidence.citation,
        }
    text = (
        _("%(n)d fields of study lead to both (NCES CIP-SOC crosswalk 2020).")
        if evidence.fields > 1
        else _("%(n)d field of study leads to both (NCES CIP-SOC crosswalk 2020).")
    )
    return text % {"n": evidence.fields}


def _likelihood_sentence(evidence: LikelihoodEvidence) -> str:
    small = evidence.likelihood < SMALLEST_SHARE_SHOWN
    share = _("less than 0.1%") if small else pct(evidence.likelihood, digits=1)
    values = {"origin": with_article(singular_title(evidence.origin)), "share": share}
    if evidence.lift is None:
        return (
            _(
                "Of people who leave work as %(origin)s, an estimated %(share)s take this next "
                "(model fitted on moves observed in the CPS ASEC)."
            )
            % values
        )
    lift = f"{evidence.lift:.0f}" if evidence.lift >= 3 else f"{evidence.lift:.1f}"
    return _(
        "Of people who leave work as %(origin)s, an estimated %(share)s take this next, "
        "%(lift)s times what its share of all jobs would give (model fitted on moves observed in "
        "the CPS ASEC)."
    ) % {**values, "lift": lift}


def _pay_sentence(evidence: PayEvidence) -> str:
    hourly = _(" (hourly pay times 2,080 hours)") if evidence.is_hourly else ""
    wider = _(", a wider area's figures where it has none") if evidence.is_wider else ""
    return _("Median pay %(before)s to %(after)s%(hourly)s, %(source)s, %(area)s%(wider)s.") % {
        "before": usd(evidence.before_usd),
        "after": usd(evidence.after_usd),
        "hourly": hourly,
        "source": evidence.citation,
        "area": evidence.area,
        "wider": wider,
    }


def move_json(move: Move) -> MoveJson:
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


def ladder_json(ladder: Ladder) -> LadderJson:
    """A ladder as JSON-ready values."""

    def moves(found: tuple[LadderMove, ...]) -> list[LadderMoveJson]:
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


@dataclass(frozen=True, slots=True)
class SaidLadder:
    """A pathway, or the neighborhood of one occupation, with its labels in words."""

    ladder: Ladder

    def to_dict(self) -> LadderJson:
        """The ladder as JSON-ready values."""
        return ladder_json(self.ladder)


def _ladder_occupation_json(member: LadderOccupation) -> LadderOccupationJson:
    return {
        "onet_soc_code": str(member.code),
        "title": member.occupation.title,
        "level": member.level.label,
        "height": round(member.status_index, 1),
        "job_zone": member.occupation.job_zone,
        "median_pay_usd": member.pay_usd,
        "growth_pct": member.growth_pct,
        "openings_per_year": member.openings,
        "line": member.line,
    }


def _ladder_move_json(move: LadderMove) -> LadderMoveJson:
    return {
        "from": move.from_code,
        "to": move.to_code,
        "kind": move.kind.slug,
        "likelihood": round(move.likelihood, 6),
        "ease": round(move.ease, 3),
        "nearness": round(move.nearness, 3),
        "wage_change_usd": move.wage_change_usd,
        "label": label_words(move.label),
        "asks": asks_json(move.asks),
        "is_backbone": move.is_main,
        "is_drawn": move.is_drawn,
    }
