"""Sentences for people stand in `wording`, `content` and templates: nowhere else below the doors.

A text counts as a sentence where it has three words or more and begins with a capital or ends with
a full stop. Docstrings, messages of errors and declared parameters are not for the pages and
screens: an error is raised in English where it is found, for whoever calls the library.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import careerlattice

PACKAGE = Path(careerlattice.__file__).parent
ROOMS = (
    "vocab", "router", "catalog", "requirements", "profile", "assess", "match", "lattice", "plan",
)  # fmt: skip
WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
NOT_FOR_PEOPLE = ("Parameter", "compile", "AttributeError")
DOOR_ERRORS = ("NotFound", "Ambiguous", "BadCode", "BadRequest", "BadProfile", "BadSetting", "fail")
ALLOWED = {
    "assess/forms.py": "the question of the published instrument, part of what is measured",
    "assess/scoring.py": "warnings of a result are part of its JSON, below `wording`",
    "assess/skills_check.py": "the question where `content` has none for an element",
    "catalog/outlook.py": "remarks on a figure are part of its JSON, below `wording`",
    "catalog/pay.py": "remarks on a figure are part of its JSON, below `wording`",
    "plan/itinerary/cited.py": "names a publication, as sources are named",
    "plan/itinerary/this_week.py": "names of official pages",
    "plan/parameters.py": "labels of declared parameters",
    "profile/fields.py": "part of an error's message",
    "profile/no_job.py": "words that people type",
    "requirements/field_names.py": "hints of errors",
    "requirements/fields_of_study.py": "names of the publisher's categories",
    "requirements/license_gates.py": "names the user's own facts as a source",
    "requirements/shares.py": "names of the publisher's categories",
    "requirements/survey_entry.py": "names of the publisher's categories",
    "router/compiling.py": "a warning in the log",
    "vocab/capitals.py": "a list of short forms",
}


def sentences(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    above = {id(child): node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        text = _text(node)
        if text is None or isinstance(above.get(id(node)), (ast.JoinedStr, ast.Expr)):
            continue
        if is_sentence(text) and not _is_for_others(node, above):
            yield f"{node.lineno}: {text}"  # type: ignore[attr-defined]


def is_sentence(text: str) -> bool:
    has_words = len(WORD.findall(text)) >= 3 and " " in text.strip() and "\n" not in text.strip()
    return has_words and (text.strip()[:1].isupper() or text.rstrip().endswith("."))


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) or "{}" for part in node.values)
    return None


def _is_for_others(node: ast.AST, above: dict[int, ast.AST]) -> bool:
    while id(node) in above:
        node = above[id(node)]
        if isinstance(node, ast.Raise):
            return True
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in (*NOT_FOR_PEOPLE, *DOOR_ERRORS):
                return True
        if isinstance(node, ast.ClassDef) and any(
            getattr(base, "id", "") in ("Enum", "StrEnum") for base in node.bases
        ):
            return True
    return False


def test_rooms_below_the_doors_have_no_sentences() -> None:
    found = {}
    for room in ROOMS:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            name = str(path.relative_to(PACKAGE))
            told = list(sentences(path))
            if told and name not in ALLOWED:
                found[name] = told
    assert not found, "\n".join(f"{name}:{one}" for name, all_ in found.items() for one in all_)


def test_what_is_allowed_is_needed() -> None:
    assert [name for name in ALLOWED if not list(sentences(PACKAGE / name))] == []
