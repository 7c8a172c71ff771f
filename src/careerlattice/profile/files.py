"""Loading and saving the one profile file."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from careerlattice.errors import BadProfile
from careerlattice.profile.model import Profile
from careerlattice.profile.reading import profile_from_values, profile_to_values
from careerlattice.vocab.files import read_regular

LARGEST_BYTES = 10 * 1024 * 1024
"""Files above ten megabytes are refused unread: no résumé or profile is that long."""


def load_profile(path: str | Path) -> Profile:
    """The profile in a file. Raises `BadProfile` with file, field and what to do.

    Unknown fields are refused by name, so that a misspelled limit is never ignored in silence.
    """
    return profile_from_values(read_json(path), Path(path).name)


def save_profile(profile: Profile, path: str | Path) -> None:
    """Write the profile; the file is replaced whole or not at all.

    The saved file is read back before it takes the old one's place, so what is saved can be loaded.
    Raises `BadProfile` when the profile holds values outside their range or the place cannot be
    written.
    """
    target = Path(path)
    values = profile_to_values(profile)
    again = profile_from_values(json.loads(json.dumps(values)), target.name)
    if again != profile:
        raise BadProfile(
            f"{target.name}: the profile holds values that the file format cannot keep (texts with "
            "spaces around them, levels under unknown names). Nothing was written."
        )
    write_json(values, target)


def read_text(path: str | Path, what: str = "profile") -> str:
    """The text of a UTF-8 file of at most ten megabytes. Raises `BadProfile`."""
    file = Path(path)
    try:
        data = read_regular(file, LARGEST_BYTES)
    except FileNotFoundError:
        raise BadProfile(f"{file}: there is no such file. Check the name and the folder.") from None
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise BadProfile(
                f"{file.name}: a {what} has at most {LARGEST_BYTES // 1024 // 1024} MB and this "
                "has more; check that it is the right file."
            ) from None
        raise BadProfile(f"{file}: cannot be read: {error.strerror or error}.") from None
    return decode(data, file.name)


def decode(data: bytes, name: str) -> str:
    """Bytes as UTF-8 text (with or without a byte order mark). Raises `BadProfile`."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise BadProfile(f"{name}: the file is UTF-16. Save it as UTF-8 and try again.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadProfile(
            f"{name}: line {line} is not UTF-8 text (byte 0x{data[error.start]:02x}). Save the "
            "file as UTF-8 (in a spreadsheet: 'CSV UTF-8') and try again."
        ) from None
    if "\x00" in text:
        raise BadProfile(
            f"{name}: the file holds binary data, not text. Word and PDF files must be saved as "
            "plain text, CSV or JSON Resume first."
        )
    return text


def read_json(path: str | Path, what: str = "profile") -> Any:
    """The JSON values of a file. Raises `BadProfile` with line and column of the fault."""
    text = read_text(path, what)
    name = Path(path).name
    try:
        return json.loads(text, object_pairs_hook=lambda pairs: _no_twins(pairs, name))
    except json.JSONDecodeError as error:
        raise BadProfile(
            f"{name}: line {error.lineno}, column {error.colno}: {error.msg}. The file is no JSON "
            "from there on; look for a missing comma, quote or bracket."
        ) from None
    except BadProfile:
        raise
    except ValueError:  # a number of thousands of digits
        raise BadProfile(
            f"{name}: it holds a number of more digits than any {what} needs."
        ) from None
    except RecursionError:
        raise BadProfile(f"{name}: the brackets are nested too deeply to be a {what}.") from None


def _no_twins(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        keys = [key for key, _ in pairs]
        twin = next(key for key in keys if keys.count(key) > 1)
        raise BadProfile(f"{name}: the field {twin[:40]!r} stands twice. Keep one of them.")
    return values


def write_json(values: Any, path: str | Path) -> None:
    """Write JSON values so that the file is whole at every moment. Raises `BadProfile`."""
    target = Path(path)
    text = json.dumps(values, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    folder = target.parent
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=folder)
    except OSError as error:
        raise BadProfile(f"{target}: cannot be written: {error.strerror or error}.") from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            Path(temporary).chmod(target.stat().st_mode & 0o777)
        Path(temporary).replace(target)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise BadProfile(f"{target}: cannot be written: {error.strerror or error}.") from None
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
