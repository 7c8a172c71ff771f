"""The opened release and random people, as a row of a table and as a profile."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

import pytest

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.catalog.ratings import rated_matrix
from careerlattice.match.filters import Filters
from careerlattice.profile.model import Education, FieldOfStudy, Interests, Place, Profile, Work
from careerlattice.vocab.codes import CipCode
from careerlattice.vocab.levels import PLANNED_LEVELS


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return open_release()


@dataclass(frozen=True)
class Asked:
    """A person twice: the cells of a row, and what one would ask of the library."""

    row: dict[str, Any]
    profile: Profile
    filters: Filters


def random_person(catalog: Catalog, draw: random.Random) -> Asked:
    """Somebody who tells some of what can be told."""
    row: dict[str, Any] = {}
    parts: dict[str, Any] = {}
    if draw.random() < 0.7:
        scores = [float(draw.randint(0, 40)) for _ in range(6)]
        if draw.random() < 0.1:
            scores = [20.0] * 6
        row["interests"] = ",".join(f"{score:g}" for score in scores)
        parts["interests"] = Interests(*scores)
    if draw.random() < 0.6 or not row:
        level = draw.choice(PLANNED_LEVELS)
        fields = draw.sample(["51.3801", "11.07", "52.0301", "13.1202"], draw.randint(0, 2))
        row |= {"education": level.slug, "field": "; ".join(fields)}
        parts["education"] = Education(level, tuple(FieldOfStudy(CipCode(f)) for f in fields))
    if draw.random() < 0.6:
        code, months = draw.choice(catalog.codes), float(draw.randint(0, 60))
        past, earlier = draw.choice(catalog.codes), float(draw.randint(0, 60))
        work = [Work("", code, months, confirmed=True)]
        row |= {"occupation": str(code), "months_in_job": f"{months:g}"}
        if draw.random() < 0.4:
            row["past_jobs"] = f"{past}: {earlier:g}"
            work.append(Work("", past, earlier, confirmed=True))
        parts["work"] = tuple(work)
    for domain, name in (("skill", "skills"), ("knowledge", "knowledge")):
        if draw.random() < 0.3:
            ids = rated_matrix(catalog, domain).element_ids
            chosen = ids if draw.random() < 0.5 else draw.sample(ids, draw.randint(1, len(ids)))
            parts[name] = {element: draw.randint(0, 70) / 10 for element in chosen}
            row |= parts[name]
    if draw.random() < 0.5:
        parts["place"] = Place(row.setdefault("state", draw.choice(["OH", "CA", "Texas"])))
    filters = Filters()
    if draw.random() < 0.3:
        row |= {"min_pay_usd": "40000", "max_education": "bachelor", "avoid": "29-1141.00"}
        filters = Filters(
            max_education=PLANNED_LEVELS[[p.slug for p in PLANNED_LEVELS].index("bachelor")],
            min_pay_usd=40_000,
            avoid=("29-1141.00",),
        )
    return Asked(row, Profile(**parts), filters)
