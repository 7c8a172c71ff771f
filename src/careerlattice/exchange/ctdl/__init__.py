"""Pathways of the Credential Transparency Description Language (CTDL), written and read.

A ladder or a plan becomes a `ceterms:Pathway`: jobs, credentials, courses and work as components,
and what each job asks as conditions with their alternatives.
"""

from __future__ import annotations

from careerlattice.exchange.ctdl.beside import Beside, beside_ours
from careerlattice.exchange.ctdl.ladder import to_ctdl_ladder
from careerlattice.exchange.ctdl.plan import to_ctdl_plan
from careerlattice.exchange.ctdl.reading import (
    TakenComponent,
    TakenCondition,
    TakenPathway,
    from_ctdl,
)

__all__ = [
    "Beside",
    "TakenComponent",
    "TakenCondition",
    "TakenPathway",
    "beside_ours",
    "from_ctdl",
    "to_ctdl_ladder",
    "to_ctdl_plan",
]
