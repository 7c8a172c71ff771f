"""What an editor reads besides the problems: the 2024 assignment as tables, and texts by chance."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from devtools.content_check.framework import REASONS, Agreement, counts_by_cluster
from devtools.content_check.texts import Content

SAMPLE_SIZE = 100


def assignment_tables(content: Content, agreements: Sequence[Agreement]) -> str:
    """Markdown: occupations by sub-cluster (with every cluster's sum), by reason, the agreement
    with 2008 where its links were read, and the judgement calls by sub-cluster."""
    parts = [
        _table(("Cluster and sub-cluster", "First place", "Further"), _by_sub_cluster(content)),
        _table(("Reason", "First place", "Of these with a note", "Further"), _by_reason(content)),
    ]
    if agreements:
        head = ("2008 cluster", "Occupations", "First place", "Any place", "Exceptions")
        parts.append(_table(head, _agreement(agreements)))
    return "\n\n".join([*parts, *_judgement_calls(content)])


def drawn_occupations(content: Content, seed: int) -> str:
    """The texts and 2024 places of 100 occupations (of all, where there are fewer), drawn without
    replacement from the sorted codes by Python's `random.Random(seed).sample`, sorted."""
    occupations, places = content.occupations(), _places(content)
    codes = sorted(occupations)
    drawn = sorted(random.Random(seed).sample(codes, min(SAMPLE_SIZE, len(codes))))
    blocks = []
    for code in drawn:
        entry = occupations[code]
        where = ", ".join(row["sub_cluster"] for row in places[code])
        tasks = "".join(f"\n  - {task}" for task in entry["on_the_job"])
        blocks.append(
            f"{code}  {where}\n  {entry['what_they_do']}{tasks}\n  {entry['good_to_know']}"
        )
    return "\n\n".join([" ".join(drawn), *blocks])


def _places(content: Content) -> dict[str, list[Mapping[str, str]]]:
    places: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for rows in content.assignments.values():
        for row in rows:
            places[row["onet_soc_code"]].append(row)
    return places


def _by_sub_cluster(content: Content) -> Iterable[tuple[str, ...]]:
    counts = counts_by_cluster(content)
    for cluster in dict.fromkeys(line[0] for line in counts):
        mine = [line for line in counts if line[0] == cluster]
        first, further = sum(line[2] for line in mine), sum(line[3] for line in mine)
        yield f"**{cluster}**", f"**{first}**", f"**{further}**"
        yield from ((name, str(here), str(also)) for _, name, here, also in mine)
    total, rest = sum(line[2] for line in counts), sum(line[3] for line in counts)
    yield "**All**", f"**{total}**", f"**{rest}**"


def _by_reason(content: Content) -> Iterable[tuple[str, ...]]:
    rows = [row for place in _places(content).values() for row in place]
    first = [row for row in rows if row["rank"] == "1"]
    reasons = Counter(row["reason"] for row in first)
    noted = Counter(row["reason"] for row in first if row["note"])
    further = Counter(row["reason"] for row in rows if row["rank"] != "1")
    for reason in REASONS:
        yield reason, str(reasons[reason]), str(noted[reason]), str(further[reason])
    yield "all", str(reasons.total()), str(noted.total()), str(further.total())


def _agreement(agreements: Sequence[Agreement]) -> Iterable[tuple[str, ...]]:
    for name, occupations, primary, anywhere, exceptions in (
        *(
            (a.cluster_2008, a.occupations, a.primary, a.any_rank, len(a.exceptions))
            for a in agreements
        ),
        (
            "all links",
            sum(a.occupations for a in agreements),
            sum(a.primary for a in agreements),
            sum(a.any_rank for a in agreements),
            sum(len(a.exceptions) for a in agreements),
        ),
    ):
        shares = (f"{part / max(occupations, 1):.1%}" for part in (primary, anywhere))
        yield name, str(occupations), *shares, str(exceptions)


def _judgement_calls(content: Content) -> Iterable[str]:
    """First places with a note, under their sub-cluster; occupations that share a note together."""
    calls: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for code, rows in sorted(_places(content).items()):
        if rows[0]["note"]:
            calls[rows[0]["sub_cluster"]][rows[0]["note"]].append(code)
    for row in content.sub_clusters:
        if row["sub_cluster"] in calls:
            lines = (
                f"- {', '.join(codes)}: {note}" for note, codes in calls[row["sub_cluster"]].items()
            )
            yield "\n".join([f"{row['name']}:", *lines])


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
