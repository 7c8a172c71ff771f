"""Errors travel between processes whole, whatever they were made from."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

import careerlattice
from careerlattice import errors

MADE = (
    errors.CareerlatticeError("wrong", field="start"),
    errors.NotFound("occupation", "CNA", ["Nursing Assistants"], "Try a title.", field="goal"),
    errors.Ambiguous("occupation", "driver", [("53-3032.00", "Truck Drivers")], field="start.job"),
    errors.NoOccupation("retired", "retired"),
    errors.BadCode("no code"),
    errors.BadRequest("no", field="limits"),
    errors.BadProfile("no"),
    errors.BadSetting("CAREERLATTICE_PORT", "x" * 100, "a number"),
    errors.DataError("no"),
    errors.MissingFile("no"),
    errors.MissingColumn("no"),
    errors.RowErrors("wages", "bad", ["a", "b"]),
    errors.ReleaseError("no"),
    errors.NoNetwork("no"),
)


def test_every_class_of_the_tree_is_tried() -> None:
    def below(kind: type) -> set[type]:
        return {kind}.union(*(below(one) for one in kind.__subclasses__()))

    own = {kind for kind in below(errors.CareerlatticeError) if kind.__module__ == errors.__name__}
    assert own <= {type(error) for error in MADE} | {
        kind for kind in own if kind.__init__ is errors.CareerlatticeError.__init__
    }


@pytest.mark.parametrize("error", MADE, ids=lambda error: type(error).__name__)
def test_it_comes_back_the_same(error: errors.CareerlatticeError) -> None:
    for back in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(back) is type(error)
        assert str(back) == str(error)
        assert vars(back) == vars(error)
        assert back.args == error.args


def ask(title: str) -> str:
    """A question in a process of its own."""
    raise errors.NotFound("occupation", title, ["Nursing Assistants"])


@pytest.mark.slow
def test_a_pool_outlives_an_error() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        found = [pool.submit(ask, title).exception() for title in ("CNA", "RN")]
    assert [error.asked for error in found] == ["CNA", "RN"]  # type: ignore[union-attr]


def test_public_names_are_listed_and_there() -> None:
    assert set(careerlattice.__all__) <= set(dir(careerlattice))
    for name in careerlattice.__all__:
        assert getattr(careerlattice, name) is not None
    assert careerlattice.errors.NotFound is careerlattice.NotFound


def test_an_error_carries_what_may_have_been_meant() -> None:
    from careerlattice import EducationLevel, Goal, Limits, PastJob, PlanRequest, Start

    with pytest.raises(errors.BadCode) as code:
        EducationLevel.parse("bachlor")
    assert code.value.nearest == ("bachelor",)
    job, goal = PastJob("cashier", 12), Goal("electrician")
    level = "highschol"
    for made, field, nearest in (
        (lambda: Start(job, education=level), "start.education", "high-school"),  # type: ignore[arg-type]
        (lambda: PlanRequest(Start(job), goal, Limits(study="prt")), "limits.study", "part"),
        (lambda: PlanRequest(Start(job), Goal(None, "Accounting", "entri")), "goal.level", "entry"),
    ):
        with pytest.raises(errors.BadRequest) as request:
            made()
        assert (request.value.field, request.value.nearest[0]) == (field, nearest)
    assert errors.BadRequest("no").nearest == ()


def test_a_place_that_is_not_known_is_told_with_its_part_of_the_request() -> None:
    areas = careerlattice.open_release().areas
    for field, asked in (("state", ("Ohoi", None)), ("metro", ("OH", "Colombus, OHIO xx"))):
        with pytest.raises(errors.CareerlatticeError) as error:
            areas.within(*asked)
        assert error.value.field == field


def test_what_is_looked_at_is_short() -> None:
    catalog = careerlattice.open_release()
    lattice = careerlattice.open_lattice(catalog)
    planner = careerlattice.open_planner()
    ladder = lattice.ladder("2008-accounting")
    looked_at = (catalog, lattice, planner, ladder, lattice.moves("cashier")[0])
    for value in (*looked_at, catalog.get_wage("registered nurse", "Ohio")):
        assert len(repr(value)) <= 120, repr(value)[:200]
    assert "82,510 USD a year" in repr(catalog.get_wage("registered nurse", "Ohio"))
    assert repr(ladder).startswith("<Ladder 2008-accounting occupations=")
