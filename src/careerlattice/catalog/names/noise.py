"""What an ad's title says beside the job: pay, hours, numbers, home time, whom it looks for.

Remarks that no title of a job holds (`$21/hr`, `Req# 4481`, `home weekly`) go wherever they stand.
Words that a title may hold (`benefits`, `remote`, `urgent`) go only for who counts words, or where
they stand apart (`careerlattice.catalog.names.variants`).
"""

from __future__ import annotations

import re

_MONEY = r"(?:usd ?|\$ ?)\d[\d,.]*k?\+?"
_BY = r"(?:hr|hour|hourly|yr|year|annually|annual|wk|week|weekly|day|daily|shift|visit|mo|month)"
_ANYWHERE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # pay: "$18.50/hr", "$55k - $60k", "18-22 per hour", "70 cpm"
        rf"(?:up to |starting at |from |earn )?{_MONEY}"
        rf"(?:\s*(?:-|to|–)\s*\$?\d[\d,.]*k?(?:\s*/?\s*{_BY}\b)?)?(?:\s*(?:/|per|an?)?\s*{_BY}\b)?"
        r"(?:\s*(?:\+|and|plus)\s*(?:tips|bonus(?:es)?|benefits|commission|ote)\b)*",
        rf"\b\d[\d.]*\s*(?:/|per|an)\s*{_BY}\b",
        r"\b\d\d(?:\.\d+)?\s*cpm\b",
        r"\b(?:sign[- ]?on|signing|retention|hiring|relocation)[- ]"
        r"(?:bonus|assistance|incentive)\b",
        r"\bsign[- ]?on\b",
        # hours and home time
        r"\b\d{1,2}(?::\d\d)?\s*(?:am|pm|a|p)\s*(?:-|to)\s*\d{1,2}(?::\d\d)?\s*(?:am|pm|a|p)\b",
        r"\b\d{1,2}\s*-?\s*(?:hrs?|hours?)\b(?!\s+fitness)(?:\s*(?:/|per|a)\s*(?:wk|week))?",
        r"\bhome\s+(?:daily|nightly|weekly|weekends|every\s+(?:night|day|week|weekend))\b",
        r"\bm(?:on)?\s?-\s?f(?:ri)?\b(?:\s*\d{1,2}\s*-\s*\d{1,2}\b)?",
        # numbers of postings, stores, wage surveys and occupations
        r"\b(?:job|req|requisition|posting|position|ref|vacancy|store)\s*(?:id|no|num|number|code)?"
        r"\s*[#:.]*\s*[a-z]{0,3}-?\d{2,}[a-z0-9-]*\b",
        r"#\s*[a-z0-9-]*\d[a-z0-9-]*",
        # people asked for, not work done
        r"\b(?:m/f(?:/d|/x|/v)*|w/m/d|eoe|us citizens? only)\b",
    )
)
_WORDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:now hiring|urgently hiring|hiring now|hiring immediately|immediate (?:start|hire"
        r"|opening|need)s?|urgent|apply (?:now|today)|no experience (?:needed|necessary|required)"
        r"|great (?:pay|benefits)|benefits|bonus|training provided|will train|visa sponsorship)\b",
        r"\b(?:1st|2nd|3rd|first|second|third|night|day|evening|morning|overnight|graveyard"
        r"|swing|weekend|rotating|early|late|am|pm)[- ]shifts?\b",
        r"\b(?:nights|evenings|mornings|weekends|overnights?|weekdays|days only|noc)\b",
        r"\bshifts?\b(?!\s+(?:supervisor|leader|lead|manager|superintendent|foreman|boss|engineer))",
        r"\b(?:full|part)[- ]?time\b|\b(?:f/?t|p/?t)(?=\s*(?:$|[-,/)]))",
        r"\b(?:prn|per[- ]diem|on[- ]call"
        r"|w-?2|1099|contract to hire|temp to (?:hire|perm)|permanent|temporary|seasonal|casual"
        r"|remote|hybrid|on-?site|work from home|wfh|telecommute|h-?2[ab])\b",
        r"\b\d{2}-\d{4}(?:\.\d\d)?\b|\b\d{3}[.-]\d{3}[.-]\d{3}\b|\b[a-z]{0,2}-?\d{4,}\b",
        r"\bsca(?: wage)?\b",
        r"\b(?:llc|inc|corp|ltd)\b",
    )
)
_MAY_STAND_ANYWHERE = re.compile(
    r"[\d$#]|sign|bonus|assistance|incentive|home|m/f|w/m|eoe|citizen|\bm(?:on)?\s?-",
    re.IGNORECASE,
)
_MAY_BE_REMARK = re.compile(
    r"[\d$#@]|shift|time|night|evening|morning|week|overnight|noc\b|hiring|hire|urgent|bonus|apply"
    r"|experience|pay\b|benefit|train|visa|assistance|immediate|hour|permanent|temp|season|casual"
    r"|remote|hybrid|site|home|wfh|telecom|prn|diem|on.call|[fp]/?t\b|sca\b|llc|inc\b|corp\b|ltd"
    r"|m/f|eoe|citizen|w/m",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[a-z]", re.IGNORECASE)


def without_noise(text: str) -> str:
    """The text without pay, hours, home time and numbers of postings; itself where none is left.

    A bar stands where a remark stood between words: what follows it belongs to the remark.

    >>> without_noise("CDL A Driver Home Weekly $1,500/wk"), without_noise("Benefits Clerk")
    ('CDL A Driver', 'Benefits Clerk')
    >>> without_noise("Line Cook $21/hr DOE")
    'Line Cook | DOE'
    """
    if not _MAY_STAND_ANYWHERE.search(text):
        return text
    left = text
    for pattern in _ANYWHERE:
        left = pattern.sub(" | ", left)
    if left == text:
        return text
    left = " ".join(left.split()).strip(" -–—,:|+!*@")
    return left if _LETTER.search(left) else text


def without_remarks(text: str) -> str:
    """The text without any word of a remark, wherever it stands: for who counts words."""
    if not _MAY_BE_REMARK.search(text):
        return text
    for pattern in (*_ANYWHERE, *_WORDS):
        text = pattern.sub(" ", text)
    return text
