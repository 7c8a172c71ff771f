"""What stands on papers and in calendars around a plan: lines to fill in, where to come back."""

from __future__ import annotations

from careerlattice.vocab.amounts import usd
from careerlattice.wording.catalogue import say


def name_word() -> str:
    """Before the name of whom a paper is for."""
    return say("Name")


def date_word() -> str:
    """Before the day a paper was made."""
    return say("Date")


def come_back_text() -> str:
    """Before the address of the plan on paper."""
    return say("To open this plan again, go to:")


def first_text(what: str, url: str) -> str:
    """What to do first in a step, and where."""
    return say("First: {what} {url}", what=what, url=url)


def plan_text(address: str) -> str:
    """Where the plan of an entry in a calendar is."""
    return say("Your plan: {address}", address=address)


def cost_text(cost_usd: float) -> str:
    """What a step costs, in a row of short facts."""
    return say("cost {cost}", cost=usd(cost_usd))
