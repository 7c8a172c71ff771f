"""Education levels and levels of a ladder."""

from __future__ import annotations

from enum import IntEnum

from careerlattice.errors import BadCode, close_to
from careerlattice.vocab.names import fold


class EducationLevel(IntEnum):
    """The twelve answers O*NET offers to "what level of education does a new hire need?".

    The numbers are O*NET's category numbers (scale RL), in rising order.
    """

    LESS_THAN_HIGH_SCHOOL = 1
    HIGH_SCHOOL = 2
    CERTIFICATE = 3
    SOME_COLLEGE = 4
    ASSOCIATE = 5
    BACHELOR = 6
    POSTBACCALAUREATE_CERTIFICATE = 7
    MASTER = 8
    POSTMASTER_CERTIFICATE = 9
    PROFESSIONAL = 10
    DOCTORAL = 11
    POSTDOCTORAL = 12

    @property
    def label(self) -> str:
        """The level in words."""
        return _LABELS[self]

    @property
    def phrase(self) -> str:
        """The level in words with its article: `an associate degree`."""
        if self in _UNCOUNTED:
            return self.label
        return f"an {self.label}" if self.label[0] in "aeiou" else f"a {self.label}"

    @property
    def slug(self) -> str:
        """The level as written in requests and files: `high-school`."""
        return self.name.lower().replace("_", "-")

    @classmethod
    def parse(cls, text: str) -> EducationLevel:
        """The level meant by `text`. Raises `BadCode` with the levels that exist."""
        key = _spoken(text)
        level = _SPOKEN.get(key)
        if level is None:
            names = [level.slug for level in PLANNED_LEVELS]
            raise BadCode(
                f"{text[:40]!r} is not an education level. Choose one of: {', '.join(names)}.",
                nearest=close_to(text[:40], names),
            )
        return level


_LABELS = {
    EducationLevel.LESS_THAN_HIGH_SCHOOL: "less than high school",
    EducationLevel.HIGH_SCHOOL: "high school or GED",
    EducationLevel.CERTIFICATE: "certificate after high school",
    EducationLevel.SOME_COLLEGE: "some college courses",
    EducationLevel.ASSOCIATE: "associate degree",
    EducationLevel.BACHELOR: "bachelor's degree",
    EducationLevel.POSTBACCALAUREATE_CERTIFICATE: "certificate after a bachelor's",
    EducationLevel.MASTER: "master's degree",
    EducationLevel.POSTMASTER_CERTIFICATE: "specialist degree or post-master's certificate",
    EducationLevel.PROFESSIONAL: "professional degree",
    EducationLevel.DOCTORAL: "doctoral degree",
    EducationLevel.POSTDOCTORAL: "training after a doctorate",
}

_UNCOUNTED = (
    EducationLevel.LESS_THAN_HIGH_SCHOOL,
    EducationLevel.HIGH_SCHOOL,
    EducationLevel.SOME_COLLEGE,
    EducationLevel.POSTDOCTORAL,
)

PLANNED_LEVELS = (
    EducationLevel.LESS_THAN_HIGH_SCHOOL,
    EducationLevel.HIGH_SCHOOL,
    EducationLevel.CERTIFICATE,
    EducationLevel.SOME_COLLEGE,
    EducationLevel.ASSOCIATE,
    EducationLevel.BACHELOR,
    EducationLevel.MASTER,
    EducationLevel.PROFESSIONAL,
    EducationLevel.DOCTORAL,
)
"""The levels a person may name as their own or as the highest they would go for."""


def _spoken(text: str) -> str:
    """Level names are compared as plain words; `Bachelor's` and `bachelors` are the same."""
    return fold(text.replace("'", "").replace("’", ""))


_SPOKEN = {_spoken(level.slug): level for level in EducationLevel}
_SPOKEN.update({_spoken(label): level for level, label in _LABELS.items()})
_SPOKEN.update(
    {
        _spoken("certificate after a master's"): EducationLevel.POSTMASTER_CERTIFICATE,
        "specialist degree": EducationLevel.POSTMASTER_CERTIFICATE,
        "none": EducationLevel.LESS_THAN_HIGH_SCHOOL,
        "no diploma": EducationLevel.LESS_THAN_HIGH_SCHOOL,
        "hs": EducationLevel.HIGH_SCHOOL,
        "ged": EducationLevel.HIGH_SCHOOL,
        "high school diploma": EducationLevel.HIGH_SCHOOL,
        "diploma": EducationLevel.HIGH_SCHOOL,
        "postsecondary certificate": EducationLevel.CERTIFICATE,
        "cert": EducationLevel.CERTIFICATE,
        "college": EducationLevel.SOME_COLLEGE,
        "associates": EducationLevel.ASSOCIATE,
        "associate degree": EducationLevel.ASSOCIATE,
        "associates degree": EducationLevel.ASSOCIATE,
        "aa": EducationLevel.ASSOCIATE,
        "as": EducationLevel.ASSOCIATE,
        "bachelors": EducationLevel.BACHELOR,
        "bachelor degree": EducationLevel.BACHELOR,
        "bachelors degree": EducationLevel.BACHELOR,
        "ba": EducationLevel.BACHELOR,
        "bs": EducationLevel.BACHELOR,
        "masters": EducationLevel.MASTER,
        "masters degree": EducationLevel.MASTER,
        "ma": EducationLevel.MASTER,
        "ms": EducationLevel.MASTER,
        "professional degree": EducationLevel.PROFESSIONAL,
        "jd": EducationLevel.PROFESSIONAL,
        "md": EducationLevel.PROFESSIONAL,
        "doctorate": EducationLevel.DOCTORAL,
        "phd": EducationLevel.DOCTORAL,
        "doctoral degree": EducationLevel.DOCTORAL,
    }
)


class LadderLevel(IntEnum):
    """Our rung inside a pathway: how far up an occupation stands."""

    ENTRY = 0
    INTERMEDIATE = 1
    ADVANCED = 2
    EXPERT = 3

    @property
    def label(self) -> str:
        """The level in a word."""
        return self.name.lower()


LADDER_LEVELS: tuple[str, ...] = tuple(level.label for level in LadderLevel)
