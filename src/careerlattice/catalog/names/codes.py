"""Codes as people write them: SOC lines and groups, retired codes, CIP, ISCO and ESCO codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from careerlattice.content.names.lists import rows_of

_DASHES = re.compile(r"[‐‑‒–—−]")
_LABEL = re.compile(r"^(?:o\*?net(?:[- ]soc)?|soc|bls|oes|oews)(?:\s+code)?[\s:#-]*", re.IGNORECASE)
_SOC = re.compile(r"(\d{2})\s?[-. ]?\s?(\d{4})(?:\.(\d{1,2})|(\d{2}))?(?=$|[\s,;:)(-]+\D)")
_CIP = re.compile(r"(cip(?:\s+code)?[\s:#-]*)?(\d{1,2})\.(\d{2})(\d{2})?", re.IGNORECASE)
_FOREIGN = re.compile(r"(isco|esco)(?:-?08)?[\s:#-]*(\d{4}(?:\.\d+)*)", re.IGNORECASE)
_PLAIN = re.compile(r"[0-9.\- ]+")


@dataclass(frozen=True, slots=True)
class TypedCode:
    """A code found in what was typed, in its written form.

    `dotted` is a SOC code as typed with a dot for its dash, which may be a CIP code instead.
    """

    kind: Literal["soc", "cip", "isco", "esco"]
    code: str
    detail: str = ""
    dotted: str = ""


def typed_code(text: str) -> TypedCode | None:
    """The code that `text` is, alone or with a title behind it; none when it is none."""
    plain = _DASHES.sub("-", text.strip())
    foreign = _FOREIGN.fullmatch(plain)
    if foreign is not None:
        kind: Literal["isco", "esco"] = "isco" if foreign[1].lower() == "isco" else "esco"
        return TypedCode(kind, foreign[2])
    cip = _CIP.fullmatch(plain)
    if cip is not None and (cip[1] or len(plain) != len("29.1141")):
        return TypedCode("cip", f"{int(cip[2]):02d}.{cip[3]}{cip[4] or ''}")
    soc = _SOC.match(_LABEL.sub("", plain))
    if soc is not None:
        dotted = plain if cip is not None else ""
        detail = soc[3] or soc[4] or ""
        detail = detail and detail.ljust(2, "0")
        return TypedCode("soc", f"{soc[1]}-{soc[2]}", detail, dotted)
    return None


def looks_like_digits(text: str) -> bool:
    """Whether `text` is nothing but digits, dots and dashes, of more than four digits."""
    return bool(_PLAIN.fullmatch(text)) and sum(c.isdigit() for c in text) > 4


def listed_line(code: str) -> tuple[str, tuple[str, ...]] | None:
    """For a combined or SOC 2000 code that the release's own tables lack: its kind, its members."""
    for row in rows_of("code_lines"):
        if row["code"] == code:
            return row["kind"], tuple(row["codes"].split())
    return None
