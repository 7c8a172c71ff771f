"""Words and marks that no text may hold. The lists of STYLE.md live here for the machine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from devtools.content_check.texts import Problem, Text

FORBIDDEN = (
    "utilize", "utilizes", "utilizing", "facilitate", "facilitates", "facilitating",
    "leverage", "leverages", "leveraging", "various", "appropriate", "ensure", "ensures",
    "ensuring", "pertaining", "aforementioned", "individuals", "oversee the implementation",
    "in order to", "etc", "e.g", "i.e", "passionate", "exciting", "rewarding", "fast-paced",
    "dynamic", "low-skill", "low-skilled", "unskilled", "cutting-edge", "world-class",
)  # fmt: skip
GENDERED = (
    "he", "she", "his", "her", "him", "hers", "himself", "herself", "man", "men", "woman",
    "women", "girl", "girls", "boy", "boys", "lady", "ladies", "gentleman", "guys", "mankind",
    "manpower", "man-made", "manned", "unmanned", "stewardess", "stewardesses", "waitress",
    "waitresses", "hostess", "actress", "actresses", "seamstress", "housewife",
    "maid", "maids", "mother", "mothers", "father", "fathers",
)  # fmt: skip
# Words that end like "foreman" and are about nobody's sex.
_NO_MAN = frozenset({
    "human", "humans", "superhuman", "german", "roman", "ottoman", "talisman", "specimen",
    "regimen", "abdomen", "acumen", "omen", "stamen", "semen", "yemen",
})  # fmt: skip
BRITISH = {
    "colour": "color", "colours": "colors", "labour": "labor", "centre": "center",
    "centres": "centers", "metre": "meter", "metres": "meters", "litre": "liter",
    "litres": "liters", "fibre": "fiber", "fibres": "fibers", "theatre": "theater",
    "theatres": "theaters", "behaviour": "behavior", "neighbour": "neighbor",
    "neighbours": "neighbors", "harbour": "harbor", "favour": "favor", "odour": "odor",
    "mould": "mold", "moulds": "molds", "moulding": "molding", "tyre": "tire", "tyres": "tires",
    "kerb": "curb", "cheque": "check", "cheques": "checks", "programme": "program",
    "programmes": "programs", "organise": "organize", "organisation": "organization",
    "analyse": "analyze", "catalogue": "catalog", "defence": "defense", "licence": "license",
    "practise": "practice", "travelling": "traveling", "travellers": "travelers",
    "labelled": "labeled", "labelling": "labeling", "modelling": "modeling",
    "counselling": "counseling", "counsellor": "counselor", "jewellery": "jewelry",
    "grey": "gray", "plough": "plow", "ageing": "aging", "manoeuvre": "maneuver",
    "anaesthetic": "anesthetic", "paediatric": "pediatric", "aluminium": "aluminum",
    "aeroplane": "airplane", "storey": "story", "sceptical": "skeptical", "cosy": "cozy",
}  # fmt: skip
MARKS = {
    ";": "a semicolon", "!": "an exclamation mark", "&": "'&' for 'and'", "/": "a slash",
    '"': "a quotation mark", "“": "a quotation mark", "”": "a quotation mark",
    "…": "three dots", "...": "three dots", "(": "a parenthesis", "$": "a dollar sign",
    "—": "a dash", "–": "a dash", " - ": "a dash",
}  # fmt: skip
# Texts about work that is itself about one sex, and the words they may use.
GENDER_ALLOWED: dict[str, frozenset[str]] = {
    "29-1161.00": frozenset({"woman", "women", "mother"}),  # nurse midwives
    "29-1218.00": frozenset({"woman", "women", "mother"}),  # obstetricians and gynecologists
    "29-1229.03": frozenset({"men"}),  # urologists
    "29-9099.01": frozenset({"woman", "women", "mother"}),  # midwives
}

_FORBIDDEN = re.compile(
    r"(?<![\w-])(" + "|".join(re.escape(word) for word in FORBIDDEN) + r")(?![\w-])", re.IGNORECASE
)
_GENDERED = re.compile(
    r"(?<![\w-])(" + "|".join(re.escape(word) for word in GENDERED) + r")(?![\w])", re.IGNORECASE
)
_MAN = re.compile(r"\b[a-z]+(?:man|men|woman|women)\b", re.IGNORECASE)
_BRITISH = re.compile(r"\b(" + "|".join(BRITISH) + r")\b", re.IGNORECASE)


def check_style(texts: Iterable[Text]) -> Iterator[Problem]:
    """Forbidden words and marks, gendered words and spelling from outside the United States."""
    for item in texts:
        for rule, what in _broken(item.key, item.text):
            yield Problem(item.file, item.key, rule, f"{what} in {item.field}: {item.text}")


def _broken(key: str, text: str) -> Iterator[tuple[str, str]]:
    for found in _FORBIDDEN.findall(text):
        yield "forbidden word", repr(found.lower())
    allowed = GENDER_ALLOWED.get(key, frozenset())
    gendered = {word.lower() for word in _GENDERED.findall(text)}
    gendered |= {word.lower() for word in _MAN.findall(text)} - _NO_MAN
    for found in sorted(gendered - allowed):
        yield "gender", repr(found)
    for found in _BRITISH.findall(text):
        yield "American spelling", f"{found!r}, write {BRITISH[found.lower()]!r}"
    for mark, name in MARKS.items():
        if mark in text:
            yield "mark", name
