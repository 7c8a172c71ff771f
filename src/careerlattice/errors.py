"""Every exception of the library.

    CareerlatticeError
    ├── NotFound (LookupError)        nothing has this code or name; carries the nearest names
    │   ├── Ambiguous                 several things have it; carries them as choices
    │   └── NoOccupation              words for a state of life or a rank, not for an occupation
    ├── BadCode (ValueError)          text that is not a code of the kind asked for
    ├── BadRequest (ValueError)       a question with impossible or contradictory limits
    ├── BadProfile (ValueError)       a profile file or value that cannot be used
    ├── BadSetting (ValueError)       an environment variable that cannot be used
    ├── DataError                     a publisher's file or a table breaks its declaration
    │   ├── MissingFile
    │   ├── MissingColumn
    │   └── RowErrors                 rows out of range, unknown codes, duplicate keys
    ├── ReleaseError                  a release folder that cannot be opened or trusted
    └── NoNetwork                     a publisher's address could not be reached

A question that has no answer is not an error: planners return notices instead.
Messages say what is wrong, where (file, row, field), and what to do next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any


class CareerlatticeError(Exception):
    """Root of all errors raised on purpose by this library.

    `field` names the part of the question that is wrong (`limits.max_months`), where one is; the
    command line shows its option for it, a page its label. `nearest` holds what may have been
    meant, best first, where something is near.
    """

    nearest: tuple[str, ...] = ()

    def __init__(self, message: str = "", *, field: str = "", nearest: Sequence[str] = ()) -> None:
        self.field = field
        if nearest:
            self.nearest = tuple(nearest)
        super().__init__(message)

    def __reduce__(self) -> tuple[Any, ...]:
        """How the error travels between processes: whole, whatever its class was made from."""
        return _made_again, (type(self), self.args, self.__dict__.copy())


def _made_again(
    kind: type[CareerlatticeError], args: tuple[Any, ...], values: dict[str, Any]
) -> CareerlatticeError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(values)
    return error


@contextmanager
def about(field: str) -> Iterator[None]:
    """Name the field in the errors of the block that name none."""
    try:
        yield
    except CareerlatticeError as error:
        error.field = error.field or field
        raise


def close_to(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """Up to three of the names that `text` may be a slip of, best first."""
    from difflib import get_close_matches

    return tuple(get_close_matches(text.strip().lower(), names, n=3, cutoff=0.6))


class NotFound(CareerlatticeError, LookupError):
    """Nothing has this code or name.

    `kind` is the kind of thing asked for ("occupation"), `asked` the text given, `nearest` up to
    a few names that may have been meant, best first. `what` is the message without them.
    """

    def __init__(
        self,
        kind: str,
        asked: str,
        nearest: Sequence[str] = (),
        hint: str = "",
        *,
        field: str = "",
    ) -> None:
        self.kind = kind
        self.asked = asked
        self.hint = hint
        shown = asked if len(asked) <= 80 else asked[:77] + "..."
        message = f"No {kind} is called {shown!r}."
        self.what = f"{message} {hint}".rstrip()
        if nearest:
            message += " Did you mean " + either(nearest) + "?"
        if hint:
            message += f" {hint}"
        super().__init__(message, field=field, nearest=nearest)


class Ambiguous(NotFound):
    """Several things are called this; the person has to choose.

    `choices` are (code, name) pairs, likeliest first, `nearest` their names. A door that can ask
    offers them; any other prints the message, which does.
    """

    def __init__(
        self,
        kind: str,
        asked: str,
        choices: Sequence[tuple[str, str]],
        hint: str = "",
        *,
        field: str = "",
    ) -> None:
        self.choices = tuple(choices)
        super().__init__(kind, asked, [name for _, name in choices], hint, field=field)
        shown = asked if len(asked) <= 80 else asked[:77] + "..."
        self.what = f"{shown!r} could mean more than one {kind.removeprefix('single ')}."
        names = either(self.nearest)
        message = f"{shown!r} could mean {names}. Which one?"
        if hint:
            self.what = f"{self.what} {hint}"
            message += f" {hint}"
        self.args = (message,)


class NoOccupation(NotFound):
    """Words that people use about work, but that name no occupation.

    `state` says what they name: `rank`, or a state of life such as `retired` or `student`.
    """

    def __init__(self, asked: str, state: str, *, field: str = "") -> None:
        self.state = state
        super().__init__(
            "occupation",
            asked,
            hint=f"It says where someone stands ({state}), not what work they do.",
            field=field,
        )


class BadCode(CareerlatticeError, ValueError):
    """Text that is not a code of the kind asked for."""


class BadRequest(CareerlatticeError, ValueError):
    """A question with impossible or contradictory limits."""


class BadProfile(CareerlatticeError, ValueError):
    """A profile, or a file that should hold one, that cannot be used."""


class BadSetting(CareerlatticeError, ValueError):
    """An environment variable whose value cannot be used."""

    def __init__(self, name: str, value: str, wanted: str) -> None:
        shown = value if len(value) <= 80 else value[:77] + "..."
        super().__init__(f"{name} is {shown!r}. It has to be {wanted}.")


class DataError(CareerlatticeError):
    """A publisher's file or a table that breaks its declaration."""


class MissingFile(DataError):
    """A publisher's file that is not where it should be."""


class MissingColumn(DataError):
    """A publisher's file without a column we read, or with one we do not know."""


class RowErrors(DataError):
    """Rows that break a table's declaration. `rows` holds one line of text per row."""

    def __init__(self, table: str, what: str, rows: Sequence[str]) -> None:
        self.table = table
        self.rows = tuple(rows)
        shown = "; ".join(self.rows[:5])
        more = f"; and {len(self.rows) - 5} more" if len(self.rows) > 5 else ""
        super().__init__(f"Table {table}: {what} in {len(self.rows)} row(s): {shown}{more}.")


class ReleaseError(CareerlatticeError):
    """A release folder that cannot be opened or trusted."""


class NoNetwork(CareerlatticeError, ConnectionError):
    """A publisher's address could not be reached."""


def either(names: Sequence[str]) -> str:
    """Names to choose from, quoted: `'a', 'b' or 'c'`."""
    quoted = [f"{name!r}" if "'" not in name else f'"{name}"' for name in names]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " or " + quoted[-1]


MOST_OF_A_NAME, MOST_NAMES = 60, 12


def listed(names: Sequence[str]) -> str:
    """Names in a message: not more than can be read, each cut where it is no name any more."""
    shown = [name if len(name) <= MOST_OF_A_NAME else f"{name[:MOST_OF_A_NAME]}…" for name in names]
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return ", ".join(shown[:MOST_NAMES]) + more or "none"
