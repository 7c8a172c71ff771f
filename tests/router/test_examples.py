"""The examples in the room's docstrings run."""

import doctest

from careerlattice.router import search


def test_examples():
    result = doctest.testmod(search)
    assert (result.failed, result.attempted > 0) == (0, True)
