"""How long ranking takes, and how large the shortfalls are that people who change jobs overcome.

python benchmarks/fit.py                          # speed
python benchmarks/fit.py --data ../shared/data    # and the quantiles of docs/methods/fit.md
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.catalog.ratings import rated_matrix
from careerlattice.match.alike import join_alike
from careerlattice.match.explain import explain_fit, explain_occupation
from careerlattice.match.groups import rank_pathways
from careerlattice.match.interests import rank_by_interests
from careerlattice.match.ranking import rank_occupations
from careerlattice.profile.model import Education, Interests, Place, Profile, Work
from careerlattice.profile.skill_shortfall import shortfall_column
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel

QUANTILES = (0.5, 0.75, 0.9, 0.95, 0.99)
ME = Profile(
    education=Education(EducationLevel.ASSOCIATE),
    work=(Work("cna", OnetSocCode("31-1131.00"), 36, confirmed=True),),
    interests=Interests(14, 24, 8, 36, 10, 22),
    place=Place("OH"),
)


def milliseconds(work: Callable[[], object], times: int = 30) -> str:
    """The least and the median of several warm runs."""
    work()
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - start))
    return f"least {min(took):.1f} ms, median {np.median(took):.1f} ms"


def report_speed(catalog: Catalog) -> None:
    """Ranking, groups and explanation."""
    ranking = rank_occupations(catalog, ME)
    stories: dict[str, Callable[[], object]] = {
        "rank_by_interests, 1,016 rows": lambda: rank_by_interests(catalog, [8, 22, 6, 38, 8, 20]),
        "rank_occupations, 25 rows": lambda: rank_occupations(catalog, ME),
        "rank_occupations, 1,016 rows": lambda: rank_occupations(catalog, ME, limit=None),
        "rank_pathways": lambda: rank_pathways(catalog, ranking),
        "join_alike, 16 entries": lambda: join_alike(catalog, ME, ranking, 16),
        "explain_fit, 6 rows": lambda: explain_fit(
            catalog, ME, ranking, [row.onet_soc_code for row in ranking.rows[:6]]
        ),
        "explain_occupation": lambda: explain_occupation(catalog, ME, "29-1141.00"),
    }
    for name, work in stories.items():
        print(f"{name}: {milliseconds(work)}")


def report_shortfalls(catalog: Catalog, moves: Path) -> None:
    """Quantiles of the shortfall over observed changes, weighted by the people who make them."""
    links: dict[str, set[str]] = {}
    table = catalog.release.table("soc2010_links").select("soc2010_code", "soc_code")
    for old, soc in table.iter_rows():
        links.setdefault(f"{old[:6]}0", set()).add(soc)
    rated: dict[str, list[int]] = {}
    for code in catalog.codes:
        if catalog.occupation(code).stand_in == code:
            rated.setdefault(code.soc, []).append(catalog.row_of[code])
    members = {
        old: [row for soc in sorted(socs) for row in rated.get(soc, [])]
        for old, socs in links.items()
    }
    with moves.open(encoding="utf-8", newline="") as file:
        pairs = [
            (row["from_soc2010_broad"], row["to_soc2010_broad"],
             float(row["probability"]) * float(row["from_employment"] or 0))
            for row in csv.DictReader(file)
        ]  # fmt: skip
    pairs = [(a, b, n) for a, b, n in pairs if a != b and members.get(a) and members.get(b)]
    for domain in ("skill", "knowledge"):
        arrays = rated_matrix(catalog, domain)
        shortfall = {}
        for row in {r for a, _, _ in pairs for r in members[a]}:
            levels = dict(zip(arrays.element_ids, arrays.level[row].tolist(), strict=True))
            column = shortfall_column(catalog, domain, levels)
            assert column is not None
            shortfall[row] = column.shortfall
        values = np.array(
            [np.mean([shortfall[r][members[b]].mean() for r in members[a]]) for a, b, _ in pairs]
        )
        order = np.argsort(values)
        reached = np.cumsum(np.array([n for _, _, n in pairs])[order])
        found = [
            round(float(values[order][np.searchsorted(reached, q * reached[-1])]), 3)
            for q in QUANTILES
        ]
        print(f"{domain}: {len(pairs)} pairs, quantiles {dict(zip(QUANTILES, found, strict=True))}")


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=None)
    data = parser.parse_args().data
    catalog = open_release()
    report_speed(catalog)
    if data is not None:
        report_shortfalls(catalog, data / "observed-moves" / "cps_asec_moves.csv")


if __name__ == "__main__":
    main()
