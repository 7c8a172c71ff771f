"""Which work conditions name, kept small: most conditions name none, and states share the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class NamedWork:
    """A value for each condition and each occupation worked in, read as an array (c, n).

    `values` (k, n) are the rows that differ, the first of nothing; `at` (c,) says which is each
    condition's.
    """

    values: NDArray[Any]
    at: Ints

    @classmethod
    def of(cls, rows: NDArray[Any]) -> NamedWork:
        """Of an array (c, n)."""
        nothing = np.zeros((1, rows.shape[1]), dtype=rows.dtype)
        return cls(nothing, np.zeros(0, dtype=np.int64))._with(rows)

    @property
    def shape(self) -> tuple[int, int]:
        """Conditions and occupations."""
        return len(self.at), self.values.shape[1]

    @cached_property
    def names_any(self) -> NDArray[np.bool_]:
        """Where a condition names any work, shape (c,)."""
        names: NDArray[np.bool_] = np.asarray(self.values.any(axis=1))
        return names[self.at]

    def __getitem__(self, key: Any) -> NDArray[Any]:
        """As an array (c, n) is indexed: by conditions, or by conditions and occupations."""
        if not isinstance(key, tuple):
            found: NDArray[Any] = self.values[self.at[key]]
            return found
        way, origin = key
        if isinstance(way, slice):
            found = self.values[:, origin][self.at[way]]
        else:
            found = self.values[self.at[way], origin]
        return found

    def is_beyond(self, other: NamedWork) -> bool:
        """Whether some work is named that the other names in no condition."""
        known = {row.tobytes() for row in other.values}
        return any(row.tobytes() not in known for row in self.values[len(other.values) :])

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        """The whole array (c, n)."""
        whole: NDArray[Any] = self.values[self.at]
        return whole if dtype is None else whole.astype(dtype)

    def spliced(self, other: NamedWork, order: Sequence[int] | Ints) -> NamedWork:
        """Rows of this and then of the other, in an order of both."""
        both = self._with(other.values)
        at = np.concatenate([self.at, both.at[len(self.at) :][other.at]])
        return NamedWork(both.values, at[order])

    def _with(self, rows: NDArray[Any]) -> NamedWork:
        """These conditions and then those of the rows (r, n); a row that is known is not added."""
        known = {row.tobytes(): place for place, row in enumerate(self.values)}
        size = len(known)
        at = [known.setdefault(row.tobytes(), len(known)) for row in rows]
        fresh = {place: row for place, row in zip(at, rows, strict=True) if place >= size}
        values = np.concatenate([self.values, np.stack(list(fresh.values()))]) if fresh else None
        return NamedWork(
            self.values if values is None else values,
            np.concatenate([self.at, np.array(at, dtype=np.int64)]),
        )
