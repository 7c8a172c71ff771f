"""Codes of occupations and programs of study."""

from __future__ import annotations

import re
from typing import Self

from careerlattice.errors import BadCode

_ONET = re.compile(r"([0-9]{2})-?([0-9]{4})(?:\.?([0-9]{2}))?")
_CIP = re.compile(r"([0-9]{1,2})\.?([0-9]{2})([0-9]{2})?")


class OnetSocCode(str):
    """An O*NET-SOC 2019 code in its written form, `29-1141.00`.

    `OnetSocCode.parse` accepts `29-1141.00`, `29-1141`, `29114100` and `291141`; a code without
    the two detail digits means the occupation's main line, `.00`.
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """The code written in `text`. Raises `BadCode` when it is none."""
        match = _ONET.fullmatch(text.strip())
        if match is None:
            raise BadCode(
                f"{text[:40]!r} is not an occupation code. Write it like 29-1141.00, 29-1141 or "
                f"29114100."
            )
        major, minor, detail = match.groups()
        return cls(f"{major}-{minor}.{detail or '00'}")

    @classmethod
    def looks_like(cls, text: str) -> bool:
        """Whether `text` is written like a code, well or badly: only digits, dots and dashes."""
        stripped = text.strip()
        return bool(stripped) and re.fullmatch(r"[0-9.\-]+", stripped) is not None

    @property
    def soc(self) -> str:
        """The SOC 2018 code, `29-1141`."""
        return self[:7]

    @property
    def major_group(self) -> str:
        """The first two digits: the SOC major group, `29`."""
        return self[:2]

    @property
    def is_specialty(self) -> bool:
        """Whether the code is an O*NET detail line below a SOC occupation (not `.00`)."""
        return not self.endswith(".00")


class CipCode(str):
    """A CIP 2020 code of a program of study: `51.3801` (six digits) or `51.38` (four)."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """The code written in `text`. Raises `BadCode` when it is none."""
        match = _CIP.fullmatch(text.strip())
        if match is None:
            raise BadCode(f"{text[:40]!r} is not a program code. Write it like 51.3801 or 51.38.")
        family, four, six = match.groups()
        return cls(f"{int(family):02d}.{four}{six or ''}")

    @property
    def family(self) -> str:
        """The two-digit family, `51`."""
        return self[:2]

    @property
    def four(self) -> str:
        """The four-digit series, `51.38`."""
        return self[:5]
