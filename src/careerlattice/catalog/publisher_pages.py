"""Pages of the publishers that show an occupation's own rows."""

from __future__ import annotations


def onet_page(code: str) -> str:
    """The page of an occupation at O*NET OnLine, with its ratings.

    >>> onet_page("29-1141.00")
    'https://www.onetonline.org/link/details/29-1141.00'
    """
    return f"https://www.onetonline.org/link/details/{code}"


def oews_page(line: str) -> str:
    """The page of a line of the wage survey at BLS; empty for no line.

    >>> oews_page("29-1141")
    'https://www.bls.gov/oes/current/oes291141.htm'
    """
    return f"https://www.bls.gov/oes/current/oes{line.replace('-', '')}.htm" if line else ""
