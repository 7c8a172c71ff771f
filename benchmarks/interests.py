"""What interest scores can and cannot tell: simulated respondents.

    python benchmarks/interests.py                # the report of docs/methods/interests.md
    python benchmarks/interests.py --people 400   # quicker

Part 1 repeats the published comparison of indices: a person whose true profile is that of an
occupation answers with a given scale reliability; is that occupation in the first twentieth?
Part 2 answers the items themselves, on 0 to 4 with rounding, by two kinds of simulated people, and
compares the adaptive and short forms with the full one. All draws come from fixed seeds.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careerlattice.assess.forms import form_items, items_by_id
from careerlattice.assess.parameters import LIKING_SD
from careerlattice.assess.scoring import NOISE_VARIANCE
from careerlattice.assess.session import InterestSession
from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.match.interests import interest_columns, rank_by_interests
from careerlattice.match.occupation_arrays import interest_arrays
from careerlattice.profile.model import Interests
from careerlattice.profile.parameters import TEN_ITEM_RELIABILITY
from careerlattice.vocab.interests import INTEREST_AREAS

Floats = NDArray[np.float64]
RELIABILITIES = (0.95, 0.87, 0.81, 0.70)
DRAWS = 20


def top_share(distance: Floats, own: NDArray[np.int64], size: int) -> tuple[float, float]:
    """Share of rows whose own column is in the nearest twentieth, and its median place."""
    mine = distance[np.arange(len(own)), own]
    place = (distance < mine[:, None]).sum(axis=1) + 1
    return float((place <= 0.05 * size).mean()), float(np.median(place))


def compare_indices(catalog: Catalog) -> list[dict[str, object]]:
    """Own occupation in the top 5 % of 923, by index and scale reliability."""
    arrays = interest_arrays(catalog)
    theirs = arrays.scores[~arrays.is_stand_in]
    own = np.arange(len(theirs))
    z = (theirs - arrays.mean) / arrays.sd
    rng = np.random.default_rng(20_251_203)
    rows = []
    for reliability in RELIABILITIES:
        found: dict[str, list[tuple[float, float]]] = {}
        for _ in range(DRAWS):
            error = arrays.sd * np.sqrt((1 - reliability) / reliability)
            seen = theirs + rng.standard_normal(theirs.shape) * error
            kept = np.round(np.clip(seen, 0, 40))
            for name, people in (("exact", seen), ("rounded, 0 to 40", kept)):
                mine = (people - arrays.mean) / arrays.sd
                apart = ((mine[:, None, :] - z[None]) ** 2).sum(axis=2)
                raw = ((people[:, None, :] - theirs[None]) ** 2).sum(axis=2)
                found.setdefault(f"standardized distance, {name}", []).append(
                    top_share(apart, own, len(own))
                )
                found.setdefault(f"Pearson, {name}", []).append(
                    top_share(-_pearson(people, theirs), own, len(own))
                )
                found.setdefault(f"raw distance, {name}", []).append(top_share(raw, own, len(own)))
        for index, values in found.items():
            share, place = np.mean(values, axis=0)
            rows.append(
                {"reliability": reliability, "index": index, "top_5_pct": round(float(share), 3),
                 "median_place": round(float(place), 1)}
            )  # fmt: skip
    return rows


def compare_levels(catalog: Catalog) -> list[dict[str, object]]:
    """Own occupation in the top 5 % of people who answer lower or higher than most, as ranked.

    The person is an occupation's own profile with noise of 4 points, moved by `points` and held
    between 0 and 40.
    """
    arrays = interest_arrays(catalog)
    theirs = arrays.scores[~arrays.is_stand_in]
    own = np.arange(len(theirs))
    shapes = arrays.shapes(theirs)
    noise = np.random.default_rng(1).normal(0, 4, theirs.shape)
    rows: list[dict[str, object]] = []
    for points in (0, -4, -8, 8, 12):
        people = arrays.shapes(np.clip(theirs + noise + points, 0, 40))
        apart = ((people[:, None, :] - shapes[None]) ** 2).sum(axis=2)
        share, place = top_share(apart, own, len(own))
        rows.append({"points": points, "top_5_pct": round(share, 3), "median_place": place})
    return rows


def _pearson(people: Floats, theirs: Floats) -> Floats:
    a = people - people.mean(axis=1, keepdims=True)
    b = theirs - theirs.mean(axis=1, keepdims=True)
    a /= np.maximum(np.sqrt((a**2).sum(axis=1, keepdims=True)), 1e-9)
    b /= np.sqrt((b**2).sum(axis=1, keepdims=True))
    return np.asarray(a @ b.T)


@dataclass(frozen=True)
class People:
    """Simulated people: a name, true likings (answer scale, shape (people, 6)), own occupation."""

    name: str
    likings: Floats
    own: NDArray[np.int64] | None


def simulate_people(catalog: Catalog, size: int) -> list[People]:
    """Two kinds of people, since nobody knows yet what people's answers will look like.

    "Like an occupation": the profile of an occupation drawn at random. "Like the model": six
    likings around the middle of the scale with the standard deviation the scoring assumes and the
    hexagon's correlations (.3 beside, .1 across one, 0 opposite).
    """
    rng = np.random.default_rng(20_251_204)
    arrays = interest_arrays(catalog)
    rated = np.flatnonzero(~arrays.is_stand_in)
    own = rng.choice(rated, size=size)
    near = {0: 1.0, 1: 0.3, 2: 0.1, 3: 0.0}
    hexagon = np.array(
        [[near[min(abs(i - j), 6 - abs(i - j))] for j in range(6)] for i in range(6)]
    )
    likings = 2.0 + LIKING_SD.value * rng.multivariate_normal(np.zeros(6), hexagon, size=size)
    return [
        People("like an occupation", arrays.scores[own] / 10.0, own),
        People("like the model", likings, None),
    ]


def answer_all(people: People, alpha: float, steps: float) -> list[dict[str, int]]:
    """Each person's answers to all 60 items, rounded to 0 to 4.

    `alpha` sets the noise by which the simulated people really answer; `steps` is the standard
    deviation of a person's own liking for each preparation level inside an area, which the scoring
    does not know of.
    """
    rng = np.random.default_rng(20_251_205)
    noise = np.sqrt(10.0 * LIKING_SD.value**2 * (1.0 - alpha) / alpha)
    items = form_items("full")
    everybody = []
    for liking in people.likings:
        shift = {
            (area, level): rng.normal(0.0, steps) if steps else 0.0
            for area in INTEREST_AREAS
            for level in ("low", "medium", "high")
        }
        answers = {}
        for item in items:
            mean = liking[INTEREST_AREAS.index(item.area)] + shift[item.area, item.preparation]
            answers[item.item_id] = int(np.clip(round(mean + rng.normal(0.0, noise)), 0, 4))
        everybody.append(answers)
    return everybody


def take(form: str, answers: dict[str, int]) -> Interests:
    """The scores a person gets who gives these answers in this form."""
    session = InterestSession(form)  # type: ignore[arg-type]
    while (item := session.next_item) is not None:
        session = session.with_answer(item.item_id, answers[item.item_id])
    return session.result().interests


def compare_forms(
    catalog: Catalog, people: People, alpha: float, steps: float
) -> list[dict[str, object]]:
    """Adaptive and short form beside the full one: items, agreement, recovery."""
    everybody = answer_all(people, alpha, steps)
    size = len(catalog.codes)
    top = round(0.05 * size)
    full = [take("full", answers) for answers in everybody]
    first = [_nearest(catalog, scores, top) for scores in full]
    rows = []
    for form in ("full", "short", "adaptive"):
        mine = full if form == "full" else [take(form, answers) for answers in everybody]
        scores = np.array([m.scores for m in mine])
        base = np.array([m.scores for m in full])
        truth = np.clip(people.likings, 0, 4) * 10.0
        within = [np.corrcoef(a, b)[0, 1] for a, b in zip(scores, base, strict=True)
                  if a.std() > 0 and b.std() > 0]  # fmt: skip
        to_truth = [np.corrcoef(a, b)[0, 1] for a, b in zip(scores, truth, strict=True)
                    if a.std() > 0 and b.std() > 0]  # fmt: skip
        near = [_nearest(catalog, scores, top) for scores in mine]
        row: dict[str, object] = {
            "people": people.name, "alpha": alpha, "own_liking_by_preparation": steps, "form": form,
            "items_mean": round(float(np.mean([m.answered for m in mine])), 1),
            "items_p10_p90": [int(np.quantile([m.answered for m in mine], q)) for q in (0.1, 0.9)],
            "stated_reliability": round(float(np.mean([m.reliability for m in mine])), 3),
            "area_r_with_full": round(float(np.mean([
                np.corrcoef(scores[:, k], base[:, k])[0, 1] for k in range(6)])), 3),
            "profile_r_with_full_median": round(float(np.median(within)), 3),
            "profile_r_with_truth_median": round(float(np.median(to_truth)), 3),
            "top_20_also_in_top_51_of_full": round(float(np.mean([
                len(set(a[:20]) & set(b)) / 20 for a, b in zip(near, first, strict=True)])), 3),
            "rmse_to_truth_points": round(float(np.sqrt(((scores - truth) ** 2).mean())), 2),
        }  # fmt: skip
        if people.own is not None:
            hits = [own in set(rows_) for own, rows_ in zip(people.own, near, strict=True)]
            row["own_in_top_5_pct"] = round(float(np.mean(hits)), 3)
        rows.append(row)
    return rows


def _nearest(catalog: Catalog, scores: Interests, top: int) -> list[int]:
    columns = interest_columns(catalog, scores, resamples=0)
    return np.argsort(columns.place)[:top].tolist()


def measure_speed(catalog: Catalog) -> dict[str, float]:
    """Milliseconds to rank all occupations by interests, warm, median of 20."""
    scores = [8.0, 22.0, 6.0, 38.0, 8.0, 20.0]
    rank_by_interests(catalog, scores)
    times = []
    for _ in range(20):
        start = time.perf_counter()
        rank_by_interests(catalog, scores)
        times.append(1000 * (time.perf_counter() - start))
    return {"rank_by_interests_ms_p50": round(float(np.median(times)), 1)}


def main() -> None:
    """Print the report as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--people", type=int, default=1000)
    arguments = parser.parse_args()
    catalog = open_release()
    print(json.dumps({"release": catalog.release.id, "items": len(items_by_id()),
                      "alpha_of_ten": TEN_ITEM_RELIABILITY.value,
                      "noise_variance": round(NOISE_VARIANCE, 3),
                      **measure_speed(catalog)}))  # fmt: skip
    for row in (*compare_levels(catalog), *compare_indices(catalog)):
        print(json.dumps(row))
    for people in simulate_people(catalog, arguments.people):
        for alpha, steps in ((0.85, 0.0), (0.78, 0.0), (0.90, 0.0), (0.85, 0.5)):
            for row in compare_forms(catalog, people, alpha, steps):
                print(json.dumps(row))


if __name__ == "__main__":
    main()
