"""Questions and their answers kept in one file, so that each distinct one is solved once.

SQLite keeps what was written through a kill, and answers by key without holding all in memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from careerlattice.bulk.planning import Rows, from_text, to_text

_TABLES = """
CREATE TABLE IF NOT EXISTS job (key TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS questions (question TEXT PRIMARY KEY, answer TEXT) WITHOUT ROWID;
"""


class QuestionStore:
    """The questions of one job. One process writes, others may read at the same time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._base = sqlite3.connect(path)
        self._base.executescript(_TABLES)

    def begin(self, key: str) -> None:
        """Keep what was solved for this key; let go of what was solved for another."""
        if self._base.execute("SELECT key FROM job").fetchall() != [(key,)]:
            self._base.executescript("DELETE FROM job; DELETE FROM questions;")
            self._base.execute("INSERT INTO job VALUES (?)", (key,))
        self._base.commit()

    def ask(self, questions: Iterable[str]) -> None:
        """Add questions; those known stay as they are."""
        pairs = ((question,) for question in questions)
        self._base.executemany("INSERT OR IGNORE INTO questions VALUES (?, NULL)", pairs)
        self._base.commit()

    def answer(self, solved: Iterable[tuple[str, Rows | str]]) -> None:
        """Add the answers to questions, all at once or none."""
        pairs = ((to_text(rows), question) for question, rows in solved)
        self._base.executemany("UPDATE questions SET answer = ? WHERE question = ?", pairs)
        self._base.commit()

    def get(self, question: str) -> Rows | str:
        """The answer to a question. Raises `KeyError` for one that was not solved."""
        asked = "SELECT answer FROM questions WHERE question = ?"
        found = self._base.execute(asked, (question,)).fetchone()
        if found is None or found[0] is None:
            raise KeyError(question)
        return from_text(found[0])

    def count(self) -> tuple[int, int]:
        """How many questions there are, and how many are solved."""
        found: tuple[int, int] = self._base.execute(
            "SELECT count(*), count(answer) FROM questions"
        ).fetchone()
        return found

    def open_questions(self, size: int) -> Iterator[list[str]]:
        """The questions not solved yet, in lists of at most `size`, in their order."""
        last = ""
        asked = (
            "SELECT question FROM questions WHERE answer IS NULL AND question > ? "
            "ORDER BY question LIMIT ?"
        )
        while found := [row[0] for row in self._base.execute(asked, (last, size))]:
            yield found
            last = found[-1]

    def close(self) -> None:
        """Close the file."""
        self._base.close()
