"""Word lists of :mod:`careerlattice.match.titles.words`; short forms and Spanish from content."""

from __future__ import annotations

from careerlattice.content.names.lists import pairs_of


def _pairs(text: str) -> dict[str, str]:
    """``"key=value; key=value"`` as a dictionary."""
    items = (item.split("=") for item in text.replace("\n", " ").split(";") if "=" in item)
    return {key.strip(): value.strip() for key, value in items}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP_WORDS = _words(
    "a an the of for in on at to and or with by from as de la el y en del los las our your we is"
    " etc needed wanted position job opportunity opening career"
)

GRADES = _words(
    "sr senior jr junior i ii iii iv v vi level entry experienced seasoned mid midlevel grade tier"
    " intermediate sgt ssgt sfc msgt cpl pvt pfc spc retired former"
)
"""Words that grade a job without changing its kind; trainee, lead and chief are kept."""

ABBREVIATIONS = dict(pairs_of("short_forms"))

IRREGULAR = _pairs("""
men=man; women=woman; people=person; persons=person; waitress=waiter; waitresse=waiter;
hostess=host; stewardess=steward; actress=actor; sales=sale; bus=bus; buses=bus;
lens=lens; glasses=glass; analyses=analysis; children=child; teeth=tooth; feet=foot; wives=wife;
midwives=midwife; knives=knife; shelves=shelf; aircraft=aircraft; news=news; physics=physics;
 forewoman=foreman; foremen=foreman; forelady=foreman; foreperson=foreman;
labourer=laborer; counsellor=counselor; programme=program; centre=center; theatre=theater;
adviser=advisor; moulder=molder; jeweller=jeweler; groundsman=groundskeeper;
groundskeeping=groundskeeper; grounds=ground; nursing=nursing; fisher=fisher; fisherman=fisher;
fishermen=fisher; techician=technician; technican=technician; waitstaff=waiter;
cashiering=cashier; aide=aide; aid=aide; childcare=childcare; human=human; german=german;
woman=woman; shaman=shaman; roman=roman; layout=layout; helpers=helper;
""")

SPANISH_PHRASES = {k: v for k, v in pairs_of("spanish_words").items() if " " in k}

SPANISH_WORDS = {k: v for k, v in pairs_of("spanish_words").items() if " " not in k}

SPANISH_HEADS = frozenset(
    set(SPANISH_WORDS) - {"conductor", "dental", "hotel", "vigilante"}
) | _words("cortador senora ama camion agente chofer bienes")
"""Words that show a title is written in Spanish (none of them a common English job word)."""

STATES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii"
    "|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan"
    "|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico"
    "|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|puerto rico"
    "|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington"
    "|west virginia|wisconsin|wyoming"
    "|al|ak|az|ar|ca|co|ct|de|dc|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj"
    "|nm|ny|nc|nd|oh|ok|or|pa|pr|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy"
)
"""Names and postal codes of states as one regular expression alternative."""


NAICS_SECTORS = _pairs("""
11=farm crop; 111=crop farm; 112=livestock farm animal; 113=logging forest tree; 114=fishing;
21=mining oil gas; 22=utility power water; 23=construction; 31=food textile manufacturing;
32=chemical paper plastic manufacturing; 33=metal machine manufacturing; 42=wholesale sales;
44=retail store; 45=retail store; 48=transportation truck; 49=mail warehouse; 491=postal mail;
492=courier delivery; 493=warehouse; 51=information software media; 52=bank insurance financial;
53=real estate rental; 54=professional engineering computer; 55=corporate management; 56=building
office security services; 61=school education; 62=health medical; 622=hospital; 621=clinic
medical; 623=nursing home; 624=social childcare; 71=recreation amusement entertainment;
72=restaurant hotel food; 721=hotel; 81=repair personal services; 811=repair; 92=public government
""")
"""Telling words of a NAICS sector or subsector."""
