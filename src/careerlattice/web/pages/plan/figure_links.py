"""Where a reader checks the figures of a step: our table, our rows, and the publishers' pages."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from careerlattice.catalog.publisher_pages import oews_page, onet_page
from careerlattice.plan.answer import Step
from careerlattice.web.app_state import served_catalog
from careerlattice.web.http.page import all_credits


@dataclass(frozen=True, slots=True)
class FigureLink:
    """A page that has the figures; `is_outside` when it is a publisher's."""

    text: str
    address: str
    is_outside: bool


def figure_links(step: Step) -> tuple[FigureLink, ...]:
    """The pages behind the figures of a job entered; none for another step."""
    if step.occupation is None:
        return ()
    code = step.occupation.code
    ours = f"/occupations/{code}"
    links = [
        FigureLink(_("pay as a table"), f"{ours}#pay", is_outside=False),
        FigureLink(_("each figure with its source and row (JSON)"), f"{ours}.json", False),
    ]
    line = served_catalog().get_wage(code).p50.provenance.line
    if line:
        text = _("this job's pay at BLS (%(edition)s)") % {"edition": _edition("bls-oews")}
        links.append(FigureLink(text, oews_page(line), is_outside=True))
    text = _("this job at O*NET OnLine (%(edition)s here)") % {"edition": _edition("onet")}
    links.append(FigureLink(text, onet_page(code), is_outside=True))
    return tuple(links)


def _edition(source: str) -> str:
    known = all_credits().get(source)
    return known.edition if known is not None else ""
