"""Every ladder of both frameworks: no orphan, no cycle, rising pay, labels where it falls."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from careerlattice.errors import BadRequest, NotFound
from careerlattice.lattice.arrays.kinds import Kind
from careerlattice.lattice.arrays.named_moves import LEAST_UP, Named
from careerlattice.lattice.arrays.supervisors import is_leader, is_supervisor
from careerlattice.lattice.ladder.edges import BESIDE_AT_MOST
from careerlattice.lattice.ladder.lines import is_rest
from careerlattice.lattice.moves.order import own_line_of
from careerlattice.lattice.parameters import LEAP, NEAR_ENOUGH_AGAIN, RARE_STEP
from careerlattice.requirements.entry import is_asked_by_law
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.levels import EducationLevel, LadderLevel
from careerlattice.wording.moves import evidence_sentence, ladder_json, move_json


def test_all_pathways_with_occupations_have_ladders(catalog, ladders):
    published = {one.pathway for one in ladders if one.framework == "2008"}
    assigned = {one.pathway for one in ladders if one.framework == "2024"}
    assert len(published) == 73
    assert len(assigned) == 72


def test_every_occupation_stands_on_one_rung(catalog, ladders):
    for ladder in ladders:
        codes = [one.code for one in ladder.occupations]
        assert sorted(codes) == sorted(catalog.frameworks.occupations_of(ladder.id)), ladder.id


def test_few_have_no_move_at_all(ladders):
    """A career in itself: physicians of a specialty, disc jockeys; no one else."""
    alone = set()
    for ladder in ladders:
        inside = {code for move in ladder.moves for code in (move.from_code, move.to_code)}
        alone |= {
            one.code
            for one in ladder.occupations
            if one.code not in inside and not ladder.outside[one.code]
        }
    assert 0 < len(alone) <= 32


def test_no_cycles_among_advances(ladders):
    for ladder in ladders:
        for move in ladder.advances:
            start, end = ladder.get(move.from_code), ladder.get(move.to_code)
            assert start.level <= end.level, ladder.id
        assert is_acyclic(ladder), ladder.id


def is_acyclic(ladder) -> bool:
    """Whether the advances can be taken off one by one, from where none leads on."""
    onward: dict[str, set[str]] = {one.code: set() for one in ladder.occupations}
    for move in ladder.advances:
        onward[move.from_code].add(move.to_code)
    while onward:
        ends = {code for code, found in onward.items() if not found}
        if not ends:
            return False
        onward = {code: found - ends for code, found in onward.items() if code not in ends}
    return True


def test_pay_rises_along_nine_in_ten_drawn_advances_and_the_rest_is_labeled(ladders):
    drawn = [
        (ladder, move)
        for ladder in ladders
        for move in ladder.advances
        if move.is_drawn and move.wage_change_usd is not None
    ]
    falls = [(ladder, move) for ladder, move in drawn if move.wage_change_usd <= 0]
    assert len(drawn) > 2000
    assert 1 - len(falls) / len(drawn) >= 0.90
    for ladder, move in falls:
        # Against the pay of a whole line, which a specialty wears, nothing falls.
        wears = ladder.get(move.from_code).line or ladder.get(move.to_code).line
        assert bool(move.label) != bool(wears and move.wage_change_usd < 0)


def test_reduction_hides_nothing_that_cannot_be_walked(ladders):
    """Each advance that is not drawn is told by a way of drawn ones."""
    for ladder in ladders:
        onward: dict[str, set[str]] = {}
        for move in ladder.advances:
            if move.is_drawn:
                onward.setdefault(move.from_code, set()).add(move.to_code)
        for move in ladder.advances:
            if move.is_drawn:
                continue
            seen, todo = set(), [move.from_code]
            while todo:
                code = todo.pop()
                seen.add(code)
                todo += [n for n in onward.get(code, ()) if n not in seen]
            assert move.to_code in seen, (ladder.id, move)


def test_main_sequences_climb_rung_by_rung_over_advances(ladders):
    for ladder in ladders:
        moves = {(m.from_code, m.to_code): m for m in ladder.advances}
        for codes in ladder.main_sequences:
            assert len(codes) >= 2
            for a, b in pairwise(codes):
                assert ladder.get(a).level <= ladder.get(b).level
                assert moves[a, b].is_main
                assert moves[a, b].is_drawn


@pytest.mark.parametrize(
    ("pathway", "steps"),
    [
        ("2008-therapeutic-services", "31-1131 > 29-2061 > 29-1141 > 29-1171"),
        ("2008-construction", "47-3013 > 47-2111 > 47-1011 > 11-9021"),
        ("2024-skilled-trades", "47-2061 > 47-2031 > 47-1011"),
        # A supervisor is told to patrol and detective, and passes neither by.
        ("2008-law-enforcement-services", "33-3051 > 33-3021 > 33-1012"),
        ("2008-restaurants-and-food-beverage-services", "35-3031 > 35-1012 > 11-9051"),
        ("2024-accounting", "43-3031 > 13-2011"),
        ("2008-network-systems", "15-1231 > 15-1244 > 15-1212"),
        ("2024-banking-and-credit", "43-3071 > 43-4141 > 13-2072"),
        ("2008-teaching-training", "25-3031 > 25-2031"),
        ("2024-real-estate", "41-9022 > 41-9021"),
        ("2024-ground-and-rail-transportation", "53-4022 > 53-4031"),
    ],
)
def test_the_main_sequences_that_practitioners_name(lattice, pathway, steps):
    wanted = tuple(f"{code}.00" for code in steps.split(" > "))
    found = lattice.ladder(pathway).main_sequences
    size = len(wanted)
    assert any(
        codes[at : at + size] == wanted for codes in found for at in range(len(codes) - size + 1)
    ), found


def test_feeders_and_exits_cross_the_border(ladders):
    for ladder in ladders:
        inside = {one.code for one in ladder.occupations}
        for move in ladder.feeders:
            assert move.from_code not in inside
            assert move.to_code in inside
            assert move.kind != Kind.STEP_BACK
        for move in ladder.exits:
            assert move.from_code in inside
            assert move.to_code not in inside


def test_the_json_has_the_agreed_shape(lattice):
    value = ladder_json(lattice.ladder("Restaurants and Food/Beverage Services"))
    assert {"framework", "cluster", "pathway", "levels", "moves", "backbones"} <= set(value)
    assert [level["level"] for level in value["levels"]] == [level.label for level in LadderLevel]
    first = value["levels"][0]["occupations"][0]
    assert {"onet_soc_code", "title"} <= set(first)
    assert {"from", "to", "kind", "likelihood"} <= set(value["moves"][0])
    assert value["moves"][0]["kind"] in {kind.slug for kind in Kind}


def test_pay_of_an_area_changes_pay_and_nothing_else(catalog, lattice):
    area = catalog.get_area("OH")
    nation = lattice.ladder("Construction")
    ohio = lattice.ladder("Construction", area=area)
    assert ohio.area == "Ohio"
    assert [one.code for one in ohio.occupations] == [one.code for one in nation.occupations]
    assert ohio.main_sequences == nation.main_sequences
    pay = catalog.pay_vectors(area).p50
    for one in ohio.occupations:
        assert one.pay_usd == pytest.approx(round(pay[catalog.row_of[one.code]]), nan_ok=True)


def test_questions_without_an_answer(catalog, lattice):
    empty = next(
        p for p in catalog.list_pathways("2008") if not catalog.frameworks.occupations_of(p.id)
    )
    with pytest.raises(BadRequest, match="carries no occupations"):
        lattice.ladder(empty.id)
    with pytest.raises(NotFound):
        lattice.ladder("no such pathway")


class TestMoves:
    def test_one_kind_its_own_line_first_then_the_likeliest(self, lattice):
        found = lattice.moves("registered nurse", "advance", limit=30)
        row = lattice.row("registered nurse")
        own = own_line_of(lattice.catalog.codes, lattice.arrays, row)
        rows = [lattice.row(move.to.code) for move in found]
        order = [
            (lattice.arrays.named[row, to] != Named.STEP, not own[to], -move.likelihood)
            for to, move in zip(rows, found, strict=True)
        ]
        assert order == sorted(order)
        assert {move.kind for move in found} == {Kind.ADVANCE}

    def test_all_kinds_share_the_places(self, lattice):
        found = lattice.moves("29-1141.00", limit=12)
        kinds = [move.kind for move in found]
        assert len(found) == 12
        assert kinds == sorted(kinds)
        assert kinds.count(Kind.ADVANCE) >= 6
        assert Kind.STEP_BACK in kinds

    def test_evidence_names_figures_and_sources(self, catalog, lattice):
        move = lattice.move("29-2061.00", "29-1141.00", catalog.get_area("OH"))
        told = " ".join(map(evidence_sentence, move.evidence))
        for words in ("CPS ASEC", "O*NET 30.1", "BLS OEWS May 2025, Ohio", "openings a year"):
            assert words in told
        pay = catalog.pay_vectors(catalog.get_area("OH")).p50
        rows = [catalog.row_of[code] for code in ("29-2061.00", "29-1141.00")]
        assert move.wage_change_usd == pay[rows[1]] - pay[rows[0]]
        assert move.zone_change == 1

    def test_the_json_has_the_agreed_keys(self, lattice):
        value = move_json(lattice.moves("29-1141.00", limit=1)[0])
        assert {
            "onet_soc_code", "title", "kind", "likelihood", "ease", "wage_change_usd",
            "zone_change", "gap", "evidence",
        } <= set(value)  # fmt: skip

    def test_bad_questions(self, lattice):
        with pytest.raises(BadRequest):
            lattice.moves("29-1141.00", "upward")
        with pytest.raises(BadRequest):
            lattice.moves("29-1141.00", limit=0)
        with pytest.raises(BadRequest):
            lattice.move("29-1141.00", "29-1141.00")


def test_main_steps_are_named_or_common_and_to_specialties_only_by_name(ladders, lattice):
    row_of, arrays = lattice.catalog.row_of, lattice.arrays
    for ladder in ladders:
        for before, after in {pair for codes in ladder.main_sequences for pair in pairwise(codes)}:
            a, b = row_of[before], row_of[after]
            assert arrays.named[a, b] >= LEAST_UP or arrays.likelihood[a, b] >= RARE_STEP.value
            if not (before.endswith(".00") and after.endswith(".00")):
                assert arrays.named[a, b] == Named.STEP, ladder.id
                assert before[:7] != after[:7], ladder.id


def test_on_main_sequences_schooling_or_experience_counts_on(ladders, lattice):
    """Where nothing names the step: one field of study, or near work."""
    required, arrays, row_of = lattice.required, lattice.arrays, lattice.catalog.row_of
    for ladder in ladders:
        for before, after in {pair for codes in ladder.main_sequences for pair in pairwise(codes)}:
            a, b = row_of[before], row_of[after]
            series = [{cip[:5] for cip in required.fields[row]} for row in (a, b)]
            is_free = not required.is_field_specific(b) or series[0] & series[1]
            if is_free or arrays.named[a, b] >= LEAST_UP:
                continue
            assert arrays.nearness[a, b] >= 0.5, (ladder.id, before, after)


def test_no_main_sequence_leads_from_trade_to_trade_or_between_engineers(ladders, lattice):
    apprenticed, row_of = lattice.required.is_apprenticed, lattice.catalog.row_of
    for ladder in ladders:
        for codes in ladder.main_sequences:
            for before, after in pairwise(codes):
                assert not (apprenticed[row_of[before]] and apprenticed[row_of[after]])
                assert not (before.startswith("17-2") and after.startswith("17-2"))


def test_every_member_is_tied_to_the_supervisor_it_is_promoted_to(ladders, lattice):
    row_of, named = lattice.catalog.row_of, lattice.arrays.named
    for ladder in ladders:
        drawn = {(move.from_code, move.to_code) for move in ladder.advances if move.is_drawn}
        codes = [one.code for one in ladder.occupations]
        rows = np.array([row_of[code] for code in codes])
        told = dict(zip(codes, lattice.ladder_facts.is_told(rows), strict=True))
        for lead in filter(is_supervisor, codes):
            if lead[-2:] != "00" and f"{lead[:7]}.00" in codes:
                continue  # a specialty of a supervisor who stands there
            for code in codes:
                a, b = row_of[code], row_of[lead]
                if named[a, b] < Named.RANK or not told[code][codes.index(lead)]:
                    continue
                if named[a, b] == Named.RANK and is_rest(ladder.get(lead).occupation.title):
                    continue  # who leads what remains of a group is told where the work names it
                # Borrowed pay lifts nobody: a specialty may stand above who leads its line.
                if code.endswith(".00") or ladder.get(code).level < ladder.get(lead).level:
                    assert (code, lead) in drawn, (ladder.id, code, lead)
                    assert ladder.get(code).level <= ladder.get(lead).level


def test_nobody_is_shown_to_rise_to_other_work_for_clearly_less_pay(ladders, lattice):
    pay, row_of = lattice.status.pay_usd, lattice.catalog.row_of
    for ladder in ladders:
        for move in ladder.advances:
            a, b = row_of[move.from_code], row_of[move.to_code]
            # Who teaches the work they did stays in it.
            near = lattice.arrays.nearness[a, b] >= NEAR_ENOUGH_AGAIN.value
            if move.from_code[:2] != move.to_code[:2] and (is_leader(move.to_code) or not near):
                assert not pay[b] < pay[a] * 0.9, (ladder.id, move.from_code, move.to_code)


def test_a_step_that_nothing_names_asks_no_schooling_and_no_license(ladders, lattice):
    row_of, named = lattice.catalog.row_of, lattice.arrays.named
    for ladder in ladders:
        for move in ladder.advances:
            if named[row_of[move.from_code], row_of[move.to_code]] < LEAST_UP:
                assert not move.asks.is_credential_first, (ladder.id, move)
                assert not move.asks.is_term, (ladder.id, move)


def test_a_main_sequence_earns_one_degree_at_a_time(ladders):
    for ladder in ladders:
        steps = {(move.from_code, move.to_code): move.asks for move in ladder.moves}
        for codes in ladder.main_sequences:
            for pair in pairwise(codes):
                asks = steps[pair]
                degree = asks.credential is not None and asks.credential >= EducationLevel.ASSOCIATE
                assert not (degree and asks.is_again), (ladder.id, pair)
                if pair[1].startswith("11-"):
                    assert asks.credential is None or asks.credential < EducationLevel.BACHELOR


def test_sideways_pays_alike_and_crosses_no_license(ladders, lattice):
    row_of, named = lattice.catalog.row_of, lattice.arrays.named
    gates = open_requirements(lattice.catalog).entries.gates
    for ladder in ladders:
        for move in ladder.laterals:
            a, b = row_of[move.from_code], row_of[move.to_code]
            if named[a, b] != Named.NONE or named[b, a] != Named.NONE:
                continue
            names = [
                {one.name for one in gates(code)[:1]} for code in (move.from_code, move.to_code)
            ]
            law = [is_asked_by_law(gates(code)) for code in (move.from_code, move.to_code)]
            shared = {f[:5] for f in lattice.required.fields[a]} & {
                f[:5] for f in lattice.required.fields[b]
            }
            assert not all(law) or names[0] == names[1] or shared, (ladder.id, move)


def test_helpers_begin_and_a_pathway_begins_with_whom_conditions_let(ladders, lattice):
    bounds, row_of = lattice.arrays.bounds, lattice.catalog.row_of
    for ladder in ladders:
        for one in ladder.occupations:
            if one.occupation.title.startswith("Helpers--"):
                assert one.level == LadderLevel.ENTRY, (ladder.id, one.code)
        if not ladder.rungs[0]:
            for one in ladder.rungs[LadderLevel.INTERMEDIATE]:
                assert bounds[0, row_of[one.code]] > LadderLevel.ENTRY, (ladder.id, one.code)


def test_no_main_sequence_leads_from_one_licensed_profession_into_another(lattice):
    sequences = lattice.ladder("Therapeutic Services").main_sequences
    steps = {pair for sequence in sequences for pair in pairwise(sequence)}
    assert ("29-1123.00", "29-1051.00") not in steps  # physical therapists to pharmacists
    assert any("29-1141.00" in sequence or "29-1171.00" in sequence for sequence in sequences)


def test_steps_over_the_border_pass_the_tests_of_steps_inside(ladders, lattice):
    row_of, level = lattice.catalog.row_of, lattice.arrays.level
    for ladder in ladders:
        outside = [move for moves in ladder.outside.values() for move in moves]
        for move in (*ladder.feeders, *ladder.exits, *outside):
            a, b = row_of[move.from_code], row_of[move.to_code]
            if move.kind == Kind.ADVANCE:
                own = is_supervisor(move.to_code) and lattice.arrays.named[a, b] == Named.STEP
                assert own or level[b] - level[a] < LEAP.value, (ladder.id, move)
                assert lattice.ladder_facts.crosses(a, b)
            elif move.kind == Kind.LATERAL and move in (*ladder.feeders, *ladder.exits):
                assert lattice.ladder_facts.is_beside(a, b)


def test_sideways_stays_on_a_level_and_is_three_at_most(ladders):
    for ladder in ladders:
        level = {member.code: member.level for member in ladder.occupations}
        count: dict[str, int] = {}
        for move in ladder.laterals:
            assert level[move.from_code] == level[move.to_code]
            for code in (move.from_code, move.to_code):
                count[code] = count.get(code, 0) + 1
        assert max(count.values(), default=0) <= BESIDE_AT_MOST


def test_no_main_step_pays_a_tenth_less(ladders):
    for ladder in ladders:
        for codes in ladder.main_sequences:
            for a, b in pairwise(map(ladder.get, codes)):
                if a.pay_usd is not None and b.pay_usd is not None:
                    assert b.pay_usd >= a.pay_usd * 0.9


def test_no_main_step_earns_the_degree_of_a_profession(ladders):
    for ladder in ladders:
        for move in ladder.moves:
            degree = move.asks.credential
            assert not move.is_main or degree is None or degree < EducationLevel.PROFESSIONAL


def steps_of(lattice, pathway: str, *, drawn: bool = True) -> set[str]:
    ladder = lattice.ladder(pathway)
    return {
        f"{move.from_code[:7]} > {move.to_code[:7]}"
        for move in ladder.advances
        if move.is_drawn or not drawn
    }


@pytest.mark.parametrize(
    ("pathway", "step"),
    [
        ("2008-therapeutic-services", "29-1141 > 29-1161"),  # a nurse turns nurse midwife
        ("2024-physical-health", "29-1141 > 25-1072"),  # and teaches nursing
        ("2008-teaching-training", "25-9043 > 25-2056"),  # an aide to the children one aids
        ("2008-emergency-and-fire-management-services", "29-2042 > 33-2011"),
        ("2008-securities-and-investments", "41-3031 > 13-2052"),
        ("2008-transportation-operations", "53-3052 > 53-4041"),
        ("2024-public-safety", "33-9032 > 33-3051"),
        ("2024-leadership-and-operations", "43-6011 > 11-3012"),
        # No rung that asks a degree first hides what work alone opens.
        ("2024-early-childhood-development", "25-2011 > 11-9031"),
        ("2008-family-and-community-services", "21-1021 > 11-9151"),
        ("2008-production", "51-9161 > 51-9162"),  # nor one that few more go by way of
        ("2008-construction", "47-2061 > 47-2151"),
        ("2008-diagnostic-services", "29-2034 > 29-2032"),
        ("2008-therapeutic-services", "29-1141 > 29-1141"),  # to critical care, one line
        ("2008-national-security", "55-3016 > 55-1016"),
    ],
)
def test_the_fields_own_next_step_is_drawn(lattice, pathway, step):
    assert step in steps_of(lattice, pathway)


@pytest.mark.parametrize(
    ("pathway", "step"),
    [
        ("2008-operations-management", "13-1199 > 11-3012"),  # promoted to lead unlike work
        ("2008-information-support-and-services", "15-1253 > 13-1082"),  # less pay, unlike work
        ("2024-clean-and-alternative-energy", "17-2161 > 11-9041"),  # a specialty's own rank
        ("2024-lighting-and-sound-technology", "27-4099 > 27-4011"),  # what remains, for less
        ("2008-teaching-training", "25-2021 > 25-2058"),  # a second license on the same degree
        ("2008-programming-and-software-development", "15-1211 > 15-1252"),
        ("2024-purchasing-and-warehousing", "53-7064 > 53-1043"),  # not the supervisor of its work
        ("2024-skilled-trades", "47-2111 > 49-1011"),  # of unlike work, beside one's own
    ],
)
def test_what_is_no_step_up_is_not_told(lattice, pathway, step):
    assert step not in steps_of(lattice, pathway, drawn=False)


def test_setters_become_tool_makers_by_way_of_machinists(lattice):
    drawn = steps_of(lattice, "2008-production")
    assert {"51-4031 > 51-4041", "51-4041 > 51-4111"} <= drawn
    assert "51-4031 > 51-4111" not in drawn


def test_a_main_sequence_takes_no_detour_and_no_step_between_peers(lattice):
    def pairs(pathway: str) -> set[str]:
        sequences = lattice.ladder(pathway).main_sequences
        return {f"{a[:7]} > {b[:7]}" for codes in sequences for a, b in pairwise(codes)}

    assert "25-9042 > 25-2021" in pairs("2008-teaching-training")
    assert "25-9042 > 25-2011" not in pairs("2008-teaching-training")
    assert "17-3013 > 17-3027" not in pairs("2008-manufacturing-production-process-development")
    assert "13-1161 > 11-2021" in pairs("2024-marketing-and-advertising")
    assert not pairs("2008-agribusiness-systems")


def test_the_supervisor_of_ones_work_is_shown_over_the_border(lattice):
    exits = lattice.ladder("2008-plant-systems").exits
    assert ("45-2092.00", "45-1011.00") in {(move.from_code, move.to_code) for move in exits}


def test_the_very_top_is_told_to_managers_who_name_it_after_ten_years(ladders):
    tops = [
        (ladder, move)
        for ladder in ladders
        for move in (*ladder.moves, *ladder.feeders, *ladder.exits)
        if move.to_code[:7] == "11-1011" and move.from_code[:7] != "11-1011"
    ]
    assert len(tops) > 20
    for ladder, move in tops:
        if move.to_code == "11-1011.00" and move.from_code != "11-1031.00":
            assert move.from_code.startswith("11-"), (ladder.id, move.from_code)
            assert move.asks.experience >= 120, (ladder.id, move.from_code)
