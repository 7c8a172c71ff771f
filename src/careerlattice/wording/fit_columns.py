"""The columns of a ranking in words: their names, their scales, what levels rest on."""

from __future__ import annotations

from careerlattice.profile.experience import LevelsBasis
from careerlattice.wording.catalogue import say as _


def column_words(column: str) -> str:
    """A column of a ranking in a word."""
    return {
        "interests": _("interests"),
        "skills": _("skills"),
        "knowledge": _("knowledge"),
        "education": _("education"),
        "pay": _("pay"),
        "outlook": _("outlook"),
    }.get(column, column)


def scale_words(column: str) -> str:
    """How a column becomes a score of 0 to 1."""
    match column:
        case "interests":
            return _("1 for the closest interests, 0 for the middle of all occupations and farther")
        case "skills" | "knowledge":
            return _("1 if nothing is lacking, 0 for a gap that few people who change jobs close")
        case "education":
            return _("share of jobs open at your education")
        case "pay":
            return _("share of occupations whose typical pay in the area is lower")
    return _("share of occupations with less growth and fewer openings, each half")


def basis_words(basis: LevelsBasis) -> str:
    """Where levels of skills and knowledge come from; empty where there are none."""
    match basis:
        case LevelsBasis.NOTHING:
            return ""
        case LevelsBasis.WORK:
            return _("your work")
        case LevelsBasis.RATINGS:
            return _("your ratings")
        case LevelsBasis.RATINGS_AND_WORK:
            return _("your ratings, the rest from your work")
