"""The records of a CSV file whatever is wrong with it: each is read, or told with its line.

A file of many people comes from many hands. A line that is no UTF-8, a quotation mark left open, a
line of a gigabyte or cells too many spoil their own record and no other.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from typing import IO, NamedTuple

from careerlattice.errors import BadRequest

LONGEST_LINE = 1_000_000
"""Bytes of a line that are read; the rest of a longer one is passed over, never held."""
MOST_LINES = 50
"""Lines that one quoted cell may go over: from there on a quotation mark was left open."""
_DELIMITERS = (b",", b";", b"\t", b"|")


class Record(NamedTuple):
    """One record: the line it begins on (the first is 1), its bytes, and what is wrong with it."""

    line: int
    raw: bytes
    fault: str = ""


class Layout(NamedTuple):
    """How a file is written: the names of its columns, and what sets cells apart."""

    names: tuple[str, ...]
    delimiter: str


def read_records(file: IO[bytes], name: str) -> tuple[Layout, Iterator[Record]]:
    """The layout of a CSV file opened for reading, and its records one after the other.

    The file is closed when all are read. Raises `BadRequest`, naming the file, for one without a
    first line of column names, or in UTF-16.
    """
    start = file.read(4)
    file.seek(3 if start[:3] == b"\xef\xbb\xbf" else 0)
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise BadRequest(f"{name}: the file is UTF-16. Save it as CSV UTF-8 and try again.")
    records = _records(_lines(file))
    head = next(records, None)
    if head is None:
        raise BadRequest(f"{name}: the file is empty. Its first line names the columns.")
    delimiter = max(_DELIMITERS, key=head.raw.count).decode()
    try:
        names = None if head.fault else read_cells(head.raw, delimiter)
    except (UnicodeDecodeError, csv.Error):
        names = None
    if not names or not any(one.strip() for one in names):
        raise BadRequest(f"{name}: line 1 cannot be read as the names of columns.")
    return Layout(tuple(names), delimiter), records


def read_cells(raw: bytes, delimiter: str) -> list[str]:
    """The cells of one record. Raises `UnicodeDecodeError` and `csv.Error`."""
    text = raw.decode("utf-8")
    if '"' not in text:
        return text.rstrip("\r\n").split(delimiter)
    return next(csv.reader(text.splitlines(keepends=True), delimiter=delimiter), [])


def _lines(file: IO[bytes]) -> Iterator[Record]:
    """The physical lines; of one that is too long, only its beginning and the fault."""
    number = 0
    with file:
        while line := file.readline(LONGEST_LINE):
            number += 1
            if len(line) < LONGEST_LINE or line.endswith(b"\n"):
                yield Record(number, line)
                continue
            size = len(line)
            while rest := file.readline(LONGEST_LINE):
                size += len(rest)
                if rest.endswith(b"\n"):
                    break
            # The length belongs to the record, so that a change of it is a change of the part.
            yield Record(number, line[:80], f"the line has {size:,} bytes; no record is that long")


def _records(lines: Iterator[Record]) -> Iterator[Record]:
    waiting: deque[Record] = deque()
    while True:
        first = waiting.popleft() if waiting else next(lines, None)
        if first is None:
            return
        if first.fault or b'"' not in first.raw or not _is_open(first.raw):
            if first.fault or first.raw.strip():
                yield first
            continue
        taken = [first]
        while len(taken) < MOST_LINES and not taken[-1].fault:
            more = waiting.popleft() if waiting else next(lines, None)
            if more is None:
                break
            taken.append(more)
            whole = b"".join(one.raw for one in taken)
            if b'"' in more.raw and not more.fault and not _is_open(whole):
                yield Record(first.line, whole)
                taken = []
                break
        if taken:
            # The mark was left open: its line is told, and the lines after it are read for
            # themselves.
            yield first._replace(fault="a quotation mark is opened and never closed")
            waiting.extendleft(reversed(taken[1:]))


def _is_open(raw: bytes) -> bool:
    """Whether the text ends inside a quoted cell."""
    delimiter = max(_DELIMITERS, key=raw.count).decode()
    text = raw.decode("latin-1").splitlines(keepends=True)
    try:
        next(csv.reader(text, delimiter=delimiter, strict=True), None)
    except csv.Error as error:
        return "end of data" in str(error)
    return False
