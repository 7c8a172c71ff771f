"""Who accredits the programs of a profession, read from `requirements/accreditors.csv`.

Known from each body's own statements, to be checked before it is relied on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from careerlattice.vocab.csv_rows import read_rows
from careerlattice.vocab.levels import EducationLevel

_FILE = Path(__file__).parent / "requirements" / "accreditors.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accreditor:
    """A body that accredits programs of an occupation and lists them at its address.

    `line` is the occupation's code, its SOC line or the beginning of several, `least` the least
    credential whose programs it accredits (all of the line's where it is empty).
    """

    line: str
    short: str
    name: str
    address: str
    least: str

    def accredits(self, credential: EducationLevel) -> bool:
        """Whether programs of the credential are among those it accredits."""
        return not self.least or credential >= EducationLevel[self.least.upper()]

    @property
    def named(self) -> str:
        """Its name with its short one: `Commission on Dental Accreditation (CODA)`."""
        return self.name if self.short == self.name else f"{self.name} ({self.short})"


@lru_cache(maxsize=1)
def list_accreditors() -> tuple[Accreditor, ...]:
    """All of them, in the order of their lines."""
    return tuple(Accreditor(**row) for row in read_rows(_FILE))


def accreditors_of(code: str) -> tuple[Accreditor, ...]:
    """Those of an occupation: of the longest beginning of its code that is listed."""
    fitting = [item for item in list_accreditors() if code.startswith(item.line)]
    longest = max((len(item.line) for item in fitting), default=0)
    return tuple(item for item in fitting if len(item.line) == longest)
