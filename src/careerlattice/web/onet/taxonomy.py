"""From one edition of the taxonomy to another."""

from __future__ import annotations

from careerlattice.catalog.catalog import Catalog
from careerlattice.web.onet.ask import Ask, Json, NoSuchThing
from careerlattice.web.onet.route import Route
from careerlattice.web.onet.shapes import services

EDITIONS = ("2010", "2019", "active")
SIX_DIGITS = "2010 codes at six digits (SOC 2010); details of O*NET-SOC 2010 are not held"


def editions(ask: Ask) -> list[Json]:
    """Every pair of editions."""
    pairs = [(a, b) for a in EDITIONS for b in EDITIONS if a != b]
    return services(ask, *((f"{a}/{b}/", f"{a} to {b}") for a, b in pairs))


def pair(ask: Ask) -> list[Json]:
    """The address of one pair of editions."""
    _editions(ask)
    return services(ask, ("29-1141.00", "Registered Nurses"))


def _editions(ask: Ask) -> tuple[str, str]:
    source, target = (ask.part(name, "|".join(EDITIONS)) for name in ("source", "target"))
    return source, target


def _successors(catalog: Catalog) -> list[tuple[str, str, str]]:
    """SOC 2010 codes with their titles, and the codes of 2018 that follow them."""
    frame = catalog.release.table("soc2010_links")
    return frame.select("soc2010_code", "soc2010_title", "soc_code").rows()


def convert(ask: Ask) -> Json:
    """An occupation of one edition with those of another that it became."""
    source, target = _editions(ask)
    code = ask.part("any_code", r"\d\d-\d\d\d\d\.\d\d")
    if source == "2010":
        return _from_2010(ask, code, target)
    one = ask.occupation_of(code)
    here = _described(ask, code)
    if target != "2010":
        return {**here, "occupation": [here]}
    old = [
        {"code": f"{old_code}.00", "title": title, "description": ""}
        for old_code, title, new in ask.catalog.keep(_successors)
        if new == one.soc_code
    ]
    return {**here, "occupation": old}


def _from_2010(ask: Ask, code: str, target: str) -> Json:
    rows = [row for row in ask.catalog.keep(_successors) if row[0] == code[:7]]
    if not rows:
        raise NoSuchThing(f"There was no occupation {code} in 2010.")
    here = {"code": code, "title": rows[0][1], "description": ""}
    if target == "2010":
        return {**here, "occupation": [here]}
    known = ask.catalog.row_of
    found = [
        f"{new}.{code[8:]}" if f"{new}.{code[8:]}" in known else f"{new}.00" for *_, new in rows
    ]
    return {**here, "occupation": [_described(ask, one) for one in found if one in known]}


def _described(ask: Ask, code: str) -> Json:
    one = ask.occupation_of(code)
    text = ask.catalog.get_description(one.code)
    return {"code": str(one.code), "title": one.title, "description": text}


ROUTES = (
    Route("taxonomy/", editions),
    Route("taxonomy/{source}/{target}/", pair),
    Route("taxonomy/{source}/{target}/{any_code}", convert, "partly", remark=SIX_DIGITS),
)
