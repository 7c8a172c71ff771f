"""Re-checking a release: files and hashes, declarations, links, and counts known from outside."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from careerlattice.errors import CareerlatticeError
from careerlattice.release.file_reading import MOST_BYTES
from careerlattice.release.locate import SHIPPED
from careerlattice.release.manifest import FileRecord, Manifest, release_id
from careerlattice.release.opening import Release
from careerlattice.tables.area_tables import WAGE_FIELDS, WAGE_MARKS
from careerlattice.tables.check import check_table, dangling
from careerlattice.tables.known_counts import count_known
from careerlattice.tables.registry import TABLES
from careerlattice.vocab.files import read_regular

LIMIT_BYTES = 16_000_000
"""The most the shipped release may weigh."""


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
    manifest = release.manifest
    records = {**manifest.tables, **manifest.files}
    same_id = release_id(records.values()) == manifest.id
    named = f"{manifest.id} {'follows' if same_id else 'does not follow'} from the files' hashes"
    checks = [Check("release id", same_id, named)]
    sound: set[str] = set()
    for name, record in sorted(records.items()):
        progress(name)
        check = _file_check(release, name, record)
        checks.append(check)
        if check.holds and name in manifest.tables:
            sound.add(name)
    for name in sorted(set(TABLES) - set(manifest.tables)):
        if not TABLES[name].is_local:
            checks.append(Check(name, False, "the declared table is missing from the release"))
    checks += _links(release, sound)
    checks += _job_zones(release, sound)
    if release.folder.resolve() == SHIPPED.resolve():
        checks += _limits(manifest)
    return checks + _known_counts(release, sound) + _wages(release, sound)


def _file_check(release: Release, name: str, record: FileRecord) -> Check:
    """Whether a file is the one that was built and, for a table, keeps to its declaration."""
    try:
        data = read_regular(release.folder / record.file, MOST_BYTES)
    except OSError as error:
        return Check(name, False, f"{record.file} cannot be read: {error.strerror or error}")
    if hashlib.sha256(data).hexdigest() != record.sha256:
        cut = f"; {len(data):,} of {record.bytes:,} bytes" if len(data) != record.bytes else ""
        found = f"{record.file} is not the file that was built (SHA-256 differs{cut})"
        return Check(name, False, found)
    if name not in release.manifest.tables:
        return Check(name, True, f"{record.bytes:,} bytes, SHA-256 as built")
    try:
        frame = release.table(name)
        check_table(TABLES[name], frame)
    except CareerlatticeError as error:
        return Check(name, False, str(error))
    if frame.height != record.rows:
        return Check(name, False, f"{frame.height:,} rows where release.json says {record.rows}")
    return Check(name, True, f"{frame.height:,} rows, SHA-256 and declaration hold")


def _links(release: Release, sound: set[str]) -> list[Check]:
    """Foreign keys of the sound tables: one check for those that hold, one for each that fails."""
    frames = {name: release.table(name) for name in sound}
    held, failed = 0, []
    for name in sorted(sound):
        table = TABLES[name]
        lost = sorted({link.to for link in table.links} - sound)
        if lost:
            text = f"cannot be checked: {', '.join(lost)} did not pass"
            failed.append(Check(f"{name} links", False, text))
            continue
        dangle = dangling(table, frames[name], frames)
        failed += [Check(f"{name} links", False, text) for text in dangle]
        held += len(table.links) - len(dangle)
    return [Check("links between tables", not failed, f"{held} hold, {len(failed)} fail"), *failed]


def _job_zones(release: Release, sound: set[str]) -> list[Check]:
    """Whether the occupations keep to the scale of job zones that the release names."""
    scale = sorted(int(zone) for zone in release.manifest.job_zones)
    if not scale or "occupations" not in sound:
        return []
    found = release.table("occupations")["job_zone"].drop_nulls().unique().sort()
    other = [str(zone) for zone in found if zone not in scale]
    listed = ", ".join(map(str, scale))
    told = f"{', '.join(other)} outside {listed}" if other else listed
    return [Check("job zones on the scale", not other, told)]


def _limits(manifest: Manifest) -> list[Check]:
    """What the shipped release promises: its size, and no sentences of others."""
    total = sum(record.bytes for record in (*manifest.tables.values(), *manifest.files.values()))
    local = [name for name in manifest.tables if name in TABLES and TABLES[name].is_local]
    return [
        Check("size", total <= LIMIT_BYTES, f"{total:,} bytes of at most {LIMIT_BYTES:,}"),
        Check("no publisher's sentences", not local, ", ".join(local) or "none shipped"),
    ]


def _known_counts(release: Release, sound: set[str]) -> list[Check]:
    """Figures the publishers state themselves, and no table without a row."""
    frames = {name: release.table(name) for name in sound}
    empty = sorted(name for name, frame in frames.items() if not frame.height)
    return [
        Check("no table is empty", not empty, ", ".join(empty) or f"{len(frames)} hold rows"),
        *(
            Check(known.label, found == known.rows, f"{found:,} of {known.rows:,}")
            for known, found in count_known(frames)
        ),
    ]


def _wages(release: Release, sound: set[str]) -> list[Check]:
    """Percentiles rise, and a missing figure always says why."""
    import polars as pl

    if not {"wages", "hourly_wages"} <= sound:
        return []
    ordered = ("p10", "p25", "p50", "p75", "p90")
    wrong = 0
    for name in ("wages", "hourly_wages"):
        for low, high in pairwise(ordered):
            wrong += release.table(name).filter(pl.col(low) > pl.col(high)).height
    unsaid = 0
    for place, name in enumerate(WAGE_FIELDS):
        mark = pl.col("status").str.slice(place, 1)
        published = mark.replace_strict(WAGE_MARKS) == "published"
        unsaid += release.table("wages").filter(published == pl.col(name).is_null()).height
    return [
        Check("wage percentiles in order", wrong == 0, f"{wrong} out of order"),
        Check("missing wages say why", unsaid == 0, f"{unsaid} without a reason"),
    ]
