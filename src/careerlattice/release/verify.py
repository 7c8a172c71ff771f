"""Re-checking a release: files and hashes, declarations, links, and counts known from outside."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from careerlattice.errors import CareerlatticeError, DataError
from careerlattice.release.opening import Release
from careerlattice.tables.check import check_table, dangling
from careerlattice.tables.registry import TABLES


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what was looked at, whether it holds, and what was found."""

    subject: str
    holds: bool
    found: str


def verify_release(
    release: Release, progress: Callable[[str], None] = lambda _: None
) -> list[Check]:
    """Every check of the release, in order. Raises `ReleaseError` only without a manifest.

    `progress` is called with the name of each table before it is looked at.
    """
    checks: list[Check] = []
    frames = {}
    for name, record in sorted({**release.manifest.tables, **release.manifest.files}.items()):
        progress(name)
        path = release.folder / record.file
        try:
            data = path.read_bytes()
        except OSError as error:
            checks.append(Check(name, False, f"{record.file} cannot be read: {error.strerror}"))
            continue
        if hashlib.sha256(data).hexdigest() != record.sha256:
            checks.append(
                Check(name, False, f"{record.file} is not the file that was built (SHA-256 differs)")
            )
            continue
        if name not in release.manifest.tables:
            checks.append(Check(name, True, f"{record.bytes:,} bytes, SHA-256 as built"))
            continue
        try:
            frame = release.table(name)
            check_table(TABLES[name], frame)
        except KeyError:
            checks.append(Check(name, False, "is not a declared table"))
        except (CareerlatticeError, DataError) as error:
            checks.append(Check(name, False, str(error)))
        else:
            frames[name] = frame
            same = frame.height == record.rows
            found = f"{frame.height:,} rows, SHA-256 and declaration hold"
            checks.append(Check(name, same, found if same else f"{frame.height:,} rows, not as built"))
    for name, frame in frames.items():
        table = TABLES[name]
        if all(link.to in frames for link in table.links):
            checks += [Check(f"{name} links", False, text) for text in dangling(table, frame, frames)]
    for name in sorted(set(TABLES) - set(release.manifest.tables)):
        if not TABLES[name].is_local:
            checks.append(Check(name, False, "the declared table is missing from the release"))
    return checks + _known_counts(release, set(frames))


def _known_counts(release: Release, sound: set[str]) -> list[Check]:
    """Figures the publishers state themselves, so that a silent loss would show."""
    import polars as pl

    def count(table: str, keep: pl.Expr | None = None) -> int:
        frame = release.table(table)
        return frame.height if keep is None else frame.filter(keep).height

    known: list[tuple[str, str, Callable[[], int], int]] = [
        ("occupations", "occupations of the taxonomy", lambda: count("occupations"), 1016),
        (
            "occupations",
            "occupations with a job zone",
            lambda: count("occupations", pl.col("job_zone").is_not_null()),
            923,
        ),
        ("related_occupations", "related pairs", lambda: count("related_occupations"), 18460),
        ("projections", "lines of the projections", lambda: count("projections"), 832),
        (
            "clusters",
            "clusters of 2008",
            lambda: count("clusters", pl.col("framework") == "2008"),
            16,
        ),
        (
            "pathways",
            "pathways of 2008",
            lambda: count("pathways", pl.col("framework") == "2008"),
            79,
        ),
        (
            "clusters",
            "clusters of 2024",
            lambda: count("clusters", pl.col("framework") == "2024"),
            14,
        ),
        (
            "pathways",
            "sub-clusters of 2024",
            lambda: count("pathways", pl.col("framework") == "2024"),
            72,
        ),
    ]
    checks = []
    for table, label, counted, expected in known:
        if table in sound:
            found = counted()
            checks.append(Check(label, found == expected, f"{found:,} of {expected:,}"))
    if {"wages", "hourly_wages"} <= sound:
        ordered = ("p10", "p25", "p50", "p75", "p90")
        wrong = 0
        for name in ("wages", "hourly_wages"):
            for low, high in zip(ordered, ordered[1:], strict=False):
                wrong += count(name, pl.col(low) > pl.col(high))
        checks.append(Check("wage percentiles in order", wrong == 0, f"{wrong} out of order"))
    return checks
