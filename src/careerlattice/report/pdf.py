"""A report as a tagged PDF."""

from __future__ import annotations

from careerlattice.errors import CareerlatticeError
from careerlattice.report.html_page import render_html
from careerlattice.report.model import Report


class PdfMissing(CareerlatticeError):
    """WeasyPrint or the libraries it needs are not installed."""


def render_pdf(report: Report) -> bytes:
    """The report as PDF/UA-1: tagged, titled, with its language. Raises `PdfMissing`."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        raise PdfMissing(
            f"PDFs need more packages ({error}): pip install 'careerlattice[pdf]' "
            "and the system library Pango, or write the report as HTML: --out plan.html."
        ) from error
    found: bytes = HTML(string=render_html(report)).write_pdf(pdf_variant="pdf/ua-1")
    return found
