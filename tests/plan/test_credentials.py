"""Licenses held here and elsewhere, training from abroad, and who has no job."""

from __future__ import annotations

import pytest

from careerlattice.errors import Ambiguous, BadRequest, NotFound
from careerlattice.plan.answer import Plan, PlanAnswer, Task
from careerlattice.plan.planner import Planner
from careerlattice.plan.request import Goal, PastJob, PlanRequest, Start, request_from_dict
from careerlattice.profile.model import HeldLicense
from careerlattice.vocab.levels import EducationLevel as Level


def ask(planner: Planner, goal: str, state: str | None, **start: object) -> PlanAnswer:
    return planner.plan(PlanRequest(Start(**start), Goal(goal), state=state))  # type: ignore[arg-type]


def tasks(plan: Plan) -> list[Task]:
    return [step.task for step in plan.steps]


def told(plan: Plan) -> str:
    return " ".join(str(note) for step in plan.steps for note in step.notes)


def held(title: str, state: str = "") -> tuple[HeldLicense, ...]:
    return (HeldLicense(title, state),)


# --- licenses -------------------------------------------------------------------------------------


def test_a_nurse_uses_a_compact_in_another_state(planner: Planner) -> None:
    answer = ask(
        planner, "registered nurse", "OH",
        job=PastJob("registered nurse", 60), licenses=held("RN", "TX"),
    )  # fmt: skip
    (plan,) = answer.plans
    assert tasks(plan) == [Task.COMPACT, Task.FIND_JOB, Task.ARRIVE]
    assert (plan.months, plan.cost_usd) == (2, 250)
    assert "both in the Nurse Licensure Compact, so your license counts in Ohio" in told(plan)
    assert "within 60 days" in told(plan)
    # Pay now is that of Texas, and said so.
    texas = planner.catalog.pay_vectors(planner.catalog.get_area("TX"))
    row = planner.catalog.row_of[plan.route[0].code]
    assert plan.money.stay_pay_usd == pytest.approx(float(texas.p50[row]))
    assert any("what your job pays in Texas" in notice.text for notice in answer.notices)


@pytest.mark.parametrize(
    ("job", "license_", "held_in", "state", "months"),
    [
        ("registered nurse", "registered nurse", "TX", "CA", 1),
        ("elementary school teacher", "teaching license", "CA", "NV", 1),
        ("emergency medical technician", "EMT", "TX", "TN", 1),
        ("cosmetologist", "cosmetology license", "FL", "GA", 1),
        ("lawyer", "attorney", "TX", "OH", 4),
        ("lawyer", "attorney", "TX", "CA", 6),
        ("family medicine physician", "medical license", "TX", "OH", 1),
    ],
)
def test_a_license_of_another_state_takes_its_own_time(
    planner: Planner, job: str, license_: str, held_in: str, state: str, months: float
) -> None:
    answer = ask(planner, job, state, job=PastJob(job, 84), licenses=held(license_, held_in))
    plan = answer.plans[0]
    assert tasks(plan) == [Task.ENDORSEMENT, Task.FIND_JOB, Task.ARRIVE]
    assert plan.steps[0].months == months
    assert plan.months == months + 2
    assert plan.steps[0].months_usual >= months
    assert plan.steps[0].sources


def test_a_license_held_here_leaves_no_step_and_proves_what_it_asks(planner: Planner) -> None:
    for name, goal in (("RN", "registered nurse"), ("cosmetology", "cosmetologist"),
                       ("journeyman electrician", "electrician")):  # fmt: skip
        answer = ask(
            planner, goal, "OH",
            job=PastJob("cashier", 12), education=Level.HIGH_SCHOOL, licenses=held(name, "Ohio"),
        )  # fmt: skip
        quickest = min(answer.plans, key=lambda plan: plan.months)
        assert tasks(quickest) == [Task.FIND_JOB, Task.ARRIVE], goal
        assert (quickest.months, quickest.cost_usd) == (2, 0)
        assert all(need.remedy is None for need in quickest.steps[-1].needs)


def test_one_license_serves_all_work_under_it(planner: Planner) -> None:
    answer = ask(
        planner, "cardiologist", "OH",
        job=PastJob("cashier", 12), education=Level.PROFESSIONAL,
        licenses=held("medical license", "OH"),
    )  # fmt: skip
    assert all(Task.LICENSE not in tasks(plan) for plan in answer.plans)


def test_a_license_without_a_state_is_taken_to_be_of_the_place(planner: Planner) -> None:
    answer = ask(planner, "registered nurse", "OH", licenses=held("RN"))
    assert tasks(answer.plans[0]) == [Task.FIND_JOB, Task.ARRIVE]
    assert any("so we assume Ohio" in notice.text for notice in answer.notices)


def test_a_license_that_the_job_does_not_ask_is_told(planner: Planner) -> None:
    answer = ask(
        planner, "accountant", "FL", job=PastJob("accountant", 60), licenses=held("CPA", "NY")
    )
    (plan,) = answer.plans
    assert tasks(plan) == [Task.FIND_JOB, Task.ARRIVE]
    assert "To go on using yours: Florida gives you its own license" in told(plan)


def test_license_words_that_cannot_be_read_are_asked(planner: Planner) -> None:
    with pytest.raises(NotFound) as caught:
        ask(planner, "registered nurse", "OH", licenses=held("pratical nurs qqqq", "TX"))
    assert caught.value.field == "start.licenses"
    assert caught.value.nearest
    with pytest.raises(Ambiguous):
        ask(planner, "cashier", "OH", licenses=held("teacher", "TX"))
    nowhere = Start(licenses=held("RN", "Narnia"))
    with pytest.raises(BadRequest, match="no state"):
        PlanRequest(nowhere, Goal("registered nurse"))


# --- training from abroad -------------------------------------------------------------------------


def test_a_physician_from_abroad_has_ecfmg_the_match_and_a_residency_ahead(
    planner: Planner,
) -> None:
    answer = ask(
        planner, "family medicine physician", "NJ",
        job=PastJob("medical assistant", 24), past=(PastJob("physician", 60),),
        education=Level.BACHELOR, trained_abroad="physician", pay_usd=39_520.0,
    )  # fmt: skip
    quickest = min(answer.plans, key=lambda plan: plan.months)
    assert tasks(quickest) == [
        Task.RECOGNITION, Task.RECOGNITION, Task.FIND_JOB, Task.PERMIT, Task.PRACTICE, Task.LICENSE,
        Task.ARRIVE,
    ]  # fmt: skip
    assert "ECFMG" in quickest.steps[0].title
    assert quickest.steps[0].pay_usd == 39_520
    assert quickest.money.stay_pay_usd == pytest.approx(39_520)
    assert quickest.months_usual > quickest.months


@pytest.mark.parametrize(
    ("trained", "goal", "first", "last"),
    [
        ("nurse", "registered nurse", Task.RECOGNITION, Task.LICENSE),
        ("civil engineer", "civil engineer", Task.RECOGNITION, Task.RECOGNITION),
        ("civil engineering", "civil engineer", Task.RECOGNITION, Task.RECOGNITION),
        ("pharmacist", "pharmacist", Task.RECOGNITION, Task.LICENSE),
        ("lawyer", "lawyer", Task.RECOGNITION, Task.LICENSE),
        ("electrician", "electrician", Task.RECOGNITION, Task.LICENSE),
    ],
)
def test_each_profession_has_its_own_bridge(
    planner: Planner, trained: str, goal: str, first: Task, last: Task
) -> None:
    answer = ask(
        planner, goal, "WA",
        job=PastJob("taxi driver", 24), education=Level.BACHELOR, trained_abroad=trained,
    )  # fmt: skip
    quickest = min(answer.plans, key=lambda plan: plan.months)
    assert tasks(quickest)[0] is first
    assert tasks(quickest)[-3] is last
    assert "from abroad" in " ".join(
        [need.has for step in quickest.steps for need in step.needs] + [quickest.steps[0].title]
    )


def test_dentists_from_abroad_take_the_advanced_standing_program(planner: Planner) -> None:
    answer = ask(
        planner, "dentists, general", "CA",
        job=PastJob("dental assistant", 12), trained_abroad="dentists, general",
    )  # fmt: skip
    for plan in answer.plans:
        assert Task.STUDY in tasks(plan)
    assert "trained abroad" in told(answer.plans[0])


def test_what_has_no_bridge_is_studied_here(planner: Planner) -> None:
    answer = ask(
        planner, "physician assistant", "OH",
        job=PastJob("medical assistant", 24), education=Level.MASTER,
        trained_abroad="physician assistant",
    )  # fmt: skip
    assert answer.plans
    assert all(Task.STUDY in tasks(plan) for plan in answer.plans)


def test_work_abroad_gives_no_license_here_and_a_license_here_needs_no_bridge(
    planner: Planner,
) -> None:
    was = {"job": PastJob("nursing assistant", 18), "past": (PastJob("registered nurse", 96),)}
    abroad = ask(planner, "registered nurse", "IL", **was, trained_abroad="registered nurse")
    assert all(Task.LICENSE in tasks(plan) for plan in abroad.plans)
    licensed = ask(
        planner, "registered nurse", "IL", **was,
        trained_abroad="registered nurse", licenses=held("RN", "IL"),
    )  # fmt: skip
    quickest = min(licensed.plans, key=lambda plan: plan.months)
    assert tasks(quickest) == [Task.FIND_JOB, Task.ARRIVE]


def test_words_for_no_training_are_asked(planner: Planner) -> None:
    with pytest.raises(NotFound) as caught:
        ask(planner, "registered nurse", "IL", trained_abroad="zzqqx vvwwk")
    assert caught.value.field == "start.trained_abroad"


# --- without a job --------------------------------------------------------------------------------


def test_who_has_no_job_is_set_against_their_last_work(planner: Planner) -> None:
    last = ask(planner, "registered nurse", "OH", past=(PastJob("electrician", 120),))
    none = ask(planner, "registered nurse", "OH", education=Level.HIGH_SCHOOL)
    assert last.plans[0].money.stay_pay_usd > 1.5 * none.plans[0].money.stay_pay_usd > 30_000
    # Schooling from abroad earns nothing here until it is recognized.
    doctor = ask(planner, "registered nurse", "OH", trained_abroad="physician")
    assert doctor.plans[0].money.stay_pay_usd == none.plans[0].money.stay_pay_usd


def test_licenses_and_training_survive_json() -> None:
    request = PlanRequest(
        Start(licenses=held("RN", "TX"), trained_abroad="nurse"), Goal("registered nurse")
    )
    assert request_from_dict(dict(request.to_dict())) == request
    assert request.to_dict()["start"]["licenses"] == [{"title": "RN", "state": "TX"}]


# --- certifications of national boards ------------------------------------------------------------


def test_what_employers_ask_where_the_state_has_no_license_is_a_certification(
    planner: Planner,
) -> None:
    """Michigan does not license radiographers; Ohio does."""
    job = PastJob("home health aide", 24)
    michigan, ohio = (
        ask(planner, "radiologic technologist", state, job=job, education=Level.HIGH_SCHOOL)
        for state in ("MI", "OH")
    )
    step = next(one for one in michigan.plans[0].steps if one.task is Task.CERTIFICATION)
    assert "(ARRT)" in step.license_name
    assert step.license_state == ""
    assert step.title.startswith("Earn the certification that employers ask: ")
    assert Task.LICENSE in tasks(ohio.plans[0])


@pytest.mark.parametrize("said", ["Mexico", "Philippines"])
def test_a_country_is_no_training(planner: Planner, said: str) -> None:
    with pytest.raises(NotFound, match="Say what you were trained as") as caught:
        ask(planner, "registered nurse", "CA", trained_abroad=said, education=Level.BACHELOR)
    assert caught.value.field == "start.trained_abroad"


def test_the_country_beside_the_training_is_left_out(planner: Planner) -> None:
    plain, full = (
        ask(planner, "registered nurse", "CA", trained_abroad=said, education=Level.BACHELOR)
        for said in ("registered nurse", "registered nurse from India")
    )
    assert [tasks(plan) for plan in full.plans] == [tasks(plan) for plan in plain.plans]


def test_a_certificate_in_nursing_is_no_registered_nurses_diploma(planner: Planner) -> None:
    """It is a nursing assistant's or a practical nurse's; the very program opens the job."""
    goal = Goal("registered nurse")
    wide = Start(education=Level.CERTIFICATE, field="nursing")
    plans = planner.plan(PlanRequest(wide, goal, state="OH")).plans
    assert plans
    assert all(any(step.task is Task.STUDY for step in plan.steps) for plan in plans)
    exact = Start(education=Level.CERTIFICATE, field="51.3801")
    quick = planner.plan(PlanRequest(exact, goal, state="OH")).plans[0]
    assert not any(step.task is Task.STUDY for step in quick.steps)


def test_a_field_with_a_guessed_level_opens_no_licensed_job(planner: Planner) -> None:
    start = Start(PastJob("33-3021.06", 240), field="51.38")
    plans = planner.plan(PlanRequest(start, Goal("registered nurse"), state="GA")).plans
    assert plans
    assert all(any(step.task is Task.STUDY for step in plan.steps) for plan in plans)


def test_a_credential_held_is_not_earned_again(planner: Planner) -> None:
    start = Start(
        PastJob("39-2011.00", 24),
        education=Level.BACHELOR,
        licenses=(HeldLicense("CPA"),),
    )
    plans = planner.plan(PlanRequest(start, Goal("CPA"), state="WY")).plans
    assert plans
    tasks = {step.task for plan in plans for step in plan.steps}
    assert Task.CREDENTIAL_IN_JOB not in tasks
