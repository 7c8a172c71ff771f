"""What a step asks: schooling, a license, a term, years of work."""

from __future__ import annotations

import pytest

from careerlattice.lattice.gap.step_asks import StepAsks
from careerlattice.vocab.levels import EducationLevel as Level
from careerlattice.wording.step_asks import ask_line, ask_words, asks_json, mark_words


@pytest.fixture(scope="module")
def asks(lattice):
    return lambda a, b: lattice.ladder_facts.asks(lattice.row(a), lattice.row(b))


def test_a_nurse_studies_and_is_licensed_at_every_rung(asks):
    practical = asks("31-1131.00", "29-2061.00")
    assert (practical.credential, practical.license) == (
        Level.CERTIFICATE,
        "Licensed practical nurse",
    )
    registered = asks("29-2061.00", "29-1141.00")
    assert (registered.credential, registered.license) == (Level.ASSOCIATE, "Registered nurse")
    assert registered.is_credential_first


def test_a_helper_serves_what_is_left_of_the_term(asks):
    found = asks("47-3013.00", "47-2111.00")
    assert 0 < found.apprenticeship < 48
    assert found.credential is None


def test_a_promotion_asks_years_and_no_credential(asks):
    found = asks("47-2111.00", "47-1011.00")
    assert found == StepAsks(experience=60.0)
    assert not found.is_credential_first


def test_the_license_of_ones_own_profession_is_not_asked_again(asks):
    assert asks("23-1011.00", "23-1023.00").license == ""
    assert asks("53-2012.00", "53-2011.00").license != ""  # another certificate of pilots
    assert asks("53-5011.00", "53-5021.00").license != ""  # a mate's is not a sailor's


def test_another_field_of_the_same_level_is_a_degree_again(asks):
    found = asks("27-1025.00", "17-1011.00")
    assert found.is_again
    assert "in the field" in ask_line(found)


def test_schooling_most_have_is_told_where_none_must_be_earned(asks):
    found = asks("15-1232.00", "15-1252.00")
    assert (found.credential, found.usual) == (None, Level.BACHELOR)
    assert "often a bachelor's degree" in ask_words(found)


@pytest.mark.parametrize("origin", ["43-3031.00", "43-3051.00", "13-2082.00"])
def test_every_origin_is_told_the_degree_of_the_usual_door(asks, origin):
    assert asks(origin, "13-2011.00").credential is Level.BACHELOR


@pytest.mark.parametrize("origin", ["25-4031.00", "43-4121.00"])
def test_a_way_to_the_part_without_a_license_is_not_that_to_the_profession(asks, origin):
    assert asks(origin, "25-4022.00").credential is Level.MASTER


def test_a_license_earned_in_the_job_is_told(asks):
    taxi = asks("53-3054.00", "53-3052.00")
    assert taxi.later_license.startswith("Commercial driver")
    assert "license once hired" in ask_words(taxi)
    assert not taxi.is_credential_first


def test_a_residency_is_no_experience(asks):
    found = asks("29-1021.00", "29-1023.00")
    assert (found.practice, found.experience) == (24.0, 0.0)
    assert ask_words(found) == ("residency",)


def test_a_school_is_no_apprenticeship(asks):
    assert ask_words(asks("31-9093.00", "29-2055.00"))[0] == "certificate after high school"


def test_a_trade_learned_either_way_says_so(asks):
    milling, helper = asks("51-4035.00", "51-4041.00"), asks("51-4034.00", "51-4041.00")
    for found in (milling, helper):
        assert "apprenticeship or training on the job" in ask_words(found)
        assert not found.is_term


def test_a_trade_that_a_school_begins_tells_its_term(asks):
    found = asks("51-4031.00", "51-4111.00")  # from a press to tool and die making
    assert "apprenticeship or training on the job" in ask_words(found)


def test_the_degree_of_the_usual_door_is_told_beside_a_lesser_one(asks):
    found = asks("19-4021.00", "19-1042.00")
    assert (found.credential, found.usual) == (Level.MASTER, Level.DOCTORAL)
    assert ask_words(found)[:2] == ("master's degree", "often a doctoral degree")


def test_an_associate_degree_is_told_where_the_usual_door_asks_it(asks):
    assert asks("29-2072.00", "29-9021.00").usual is Level.ASSOCIATE
    assert asks("51-3092.00", "19-4013.00").usual is Level.ASSOCIATE
    # Many technicians have more, as technologists are counted with them; the door asks no more.
    assert asks("31-9097.00", "29-2012.00").usual is not Level.BACHELOR


def test_training_is_told_where_nothing_else_is():
    assert ask_words(StepAsks(is_trained=True)) == ("training on the job",)
    assert ask_words(StepAsks(experience=24.0, is_trained=True)) == ("2 years of experience",)


def test_supervised_practice_has_its_own_name():
    for name, word in (
        ("Family medicine residency", "residency"),
        ("Administrative fellowship", "fellowship"),
        ("Funeral director internship", "internship"),
        ("Supervised clinical experience", "supervised practice"),
    ):
        assert ask_words(StepAsks(practice=12.0, practice_name=name)) == (word,)


def test_a_step_without_conditions_asks_nothing():
    nothing = StepAsks()
    assert ask_words(nothing) == ()
    assert ask_line(nothing) == ""
    assert mark_words([nothing]) == mark_words([]) == ""


def test_marks_say_what_all_steps_need_and_what_some_do():
    license_only, more = StepAsks(license="Plumber"), StepAsks(license="Plumber", experience=24)
    assert mark_words([more, more]) == "needs license, experience"
    assert mark_words([license_only, more]) == "may need license, experience"


def test_json_says_figures_and_words():
    told = asks_json(StepAsks(Level.MASTER, experience=36.0))
    assert told["credential"] == "master"
    assert told["experience_months"] == 36.0
    assert told["words"] == ["master's degree", "3 years of experience"]
