"""Replacing a folder so that at every moment, and after a power cut, it is the old one or the new.

The files are written through to the disk before the folders are exchanged. Where the system can
exchange two folders in one step, nobody finds none in between; elsewhere there are two renames,
and `.NAME.before` holds the old folder between them.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PREFIX = ".release-"
_AT_FDCWD, _EXCHANGE = -100, 2
_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM}


def write_through(path: Path, data: bytes) -> None:
    """Write a file and wait until the disk has it."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder, where the system can be asked to."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NOT_HERE:  # some network file systems know no such thing
            raise
    finally:
        os.close(handle)


def put_in_place(fresh: Path, folder: Path, before: Path) -> None:
    """Let `fresh` take the place of `folder`; what was there is then at `fresh` or at `before`."""
    if folder.exists():
        if _exchange(fresh, folder):
            return
        folder.rename(before)
    try:
        fresh.rename(folder)
    except OSError:
        if before.exists():
            before.rename(folder)
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; whether the system could."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    done = libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE)
    if done == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_HERE:
        return False
    raise OSError(code, os.strerror(code), str(other))


@contextlib.contextmanager
def scratch_beside(folder: Path) -> Iterator[Path]:
    """A folder beside `folder` to write into, gone afterwards; locked while it is used."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=PREFIX) as scratch, _held(scratch):
        yield Path(scratch)


def remove_left_over(parent: Path) -> None:
    """Remove what builds that were killed left in `parent`; those at work hold theirs."""
    if sys.platform == "win32":
        return
    for left in parent.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError), _held(left):
            shutil.rmtree(left, ignore_errors=True)


@contextlib.contextmanager
def _held(folder: Path | str) -> Iterator[None]:
    """Hold a folder so that no other process may. Raises `OSError` when another does."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)
