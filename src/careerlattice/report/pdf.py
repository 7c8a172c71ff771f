"""A report as a tagged PDF."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from careerlattice.errors import CareerlatticeError
from careerlattice.report.html_page import render_html
from careerlattice.report.model import Report
from careerlattice.vocab.extras import how_to_add

VARIANT = "pdf/ua-1"


class PdfMissing(CareerlatticeError):
    """WeasyPrint or the libraries it needs are not installed."""


def render_pdf(report: Report) -> bytes:
    """The report as PDF/UA-1: tagged, titled, with its language. Raises `PdfMissing`."""
    return write_pdf(lay_out(report))


def lay_out(report: Report) -> Any:
    """The report on pages, to be written alone or with others. Raises `PdfMissing`."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        raise PdfMissing(
            f"PDFs need more packages ({error}) and the system library Pango; "
            f"{how_to_add('pdf')}. Or write the report as HTML: --out plan.html."
        ) from error
    return HTML(string=render_html(report)).render(pdf_variant=VARIANT)


def write_pdf(document: Any) -> bytes:
    """Pages laid out, as PDF/UA-1."""
    found: bytes = document.write_pdf(pdf_variant=VARIANT)
    return found


def join_pdfs(documents: Sequence[Any]) -> bytes:
    """The pages of several documents as one PDF/UA-1."""
    pages = [page for document in documents for page in document.pages]
    return write_pdf(documents[0].copy(pages))
