"""O*NET text files: the column names they share, and reading one of them."""

from __future__ import annotations

import polars as pl

from careerlattice.errors import DataError
from careerlattice.sources.location import Location
from careerlattice.sources.reading import read_text

SOURCE = "onet"
CODE, ELEMENT, NAME, TITLE = "O*NET-SOC Code", "Element ID", "Element Name", "Title"
SAMPLED = ("N", "Standard Error", "Lower CI Bound", "Upper CI Bound", "Recommend Suppress")
DATED = ("Date", "Domain Source")


def read_tabbed(
    location: Location, file: str, columns: tuple[str, ...], numbers: tuple[str, ...] = ()
) -> pl.DataFrame:
    """A file of the text edition: tabs between fields, no quotation marks around them."""
    return read_text(location, file, columns, separator="\t", numbers=numbers)


def read_occupations(location: Location) -> pl.DataFrame:
    """`Occupation Data.txt`, which lists the codes of the taxonomy."""
    return read_tabbed(location, "Occupation Data.txt", (CODE, TITLE, "Description"))


def known_codes(frame: pl.DataFrame, codes: pl.Series, file: str) -> pl.DataFrame:
    """Rows whose code is in the taxonomy; a code outside it stops the build."""
    strange = frame.filter(~pl.col(CODE).is_in(codes.implode()))
    if strange.height:
        some = ", ".join(strange[CODE].unique().sort().head(5))
        raise DataError(
            f"The file {file!r} has {strange.height} row(s) with codes outside the taxonomy of "
            f"'Occupation Data.txt': {some}. The files are of different editions."
        )
    return frame
