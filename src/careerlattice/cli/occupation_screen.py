"""One occupation on one screen, and the same as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.table import Table
from rich.text import Text

from careerlattice.catalog.group_figures import group_figures
from careerlattice.cli.entry_screen import print_entry
from careerlattice.cli.screen import bar, console, heading, print_credits, remark, say
from careerlattice.requirements.leading_programs import list_leading
from careerlattice.requirements.requirements import open_requirements
from careerlattice.vocab.amounts import count, months, pct, usd
from careerlattice.vocab.job_zones import JobZones
from careerlattice.vocab.json_values import to_json
from careerlattice.vocab.levels import EducationLevel
from careerlattice.vocab.states import BY_POSTAL
from careerlattice.wording.entry_gates import describe_entry
from careerlattice.wording.licenses import asked_words, license_summary, record_date
from careerlattice.wording.understood import understood_text

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.catalog.figures import Figure
    from careerlattice.catalog.lookup import Resolved
    from careerlattice.catalog.model import Area, Occupation, Requirements, Wage

BAR = 16
LICENSES_SHOWN = 4
_USED = (
    "onet",
    "bls-oews",
    "bls-projections",
    "onet-clusters",
    "advance-cte",
    "careeronestop",
    "scorecard",
    "nces-cip",
    "ooh",
)


def occupation_json(catalog: Catalog, occupation: Occupation, area: Area) -> dict[str, Any]:
    """Everything `show` says, as JSON-ready values."""
    code = occupation.code
    words = catalog.get_words(code)
    return {
        **occupation.json_value(),
        "release": catalog.release.id,
        "what_they_do": words.what_they_do if words else None,
        "on_the_job": list(words.on_the_job) if words else [],
        "good_to_know": words.good_to_know if words else None,
        "wage": to_json(catalog.get_wage(code, area)),
        "wage_nation": to_json(catalog.get_wage(code)),
        "outlook": to_json(catalog.get_outlook(code)),
        "entry": to_json(describe_entry(catalog, code, area.state), digits=4),
        "requirements": to_json(open_requirements(catalog).get_requirements(code)),
        "licenses": [
            x.to_dict() for x in open_requirements(catalog).list_licenses(code, area.state)
        ]
        if area.state
        else None,
        "license": to_json(open_requirements(catalog).license_to_hold(code, area.state)),
        "apprenticeships": open_requirements(catalog).list_apprenticeships(code, area.state),
        "interests": catalog.get_interests(code),
        **{
            name: [
                {
                    "element_id": e.element_id,
                    "name": e.name,
                    "importance": round(e.importance, 2),
                    "level": round(e.level, 2),
                }
                for e in catalog.list_ratings(code, domain, 10)
            ]
            for name, domain in (("skills", "skill"), ("knowledge", "knowledge"))
        },
        "programs": [
            {"cip_code": p.cip_code, "title": p.title}
            for p in list_leading(open_requirements(catalog), code)
        ],
        "related": [
            {"onet_soc_code": str(o.code), "title": o.title, "tier": tier}
            for o, tier in catalog.list_related(code)
        ],
        "pathways": [
            {
                "pathway_id": p.id,
                "framework": p.framework,
                "name": p.name,
                "cluster": p.cluster_name,
                "basis": p.basis,
            }
            for p in catalog.list_pathways_of(code)
        ],
        "credits": [catalog.release.source(source).credit for source in _USED],
    }


def print_occupation(catalog: Catalog, resolved: Resolved, area: Area) -> None:
    """The occupation's screen."""
    occupation = resolved.occupation
    code = occupation.code
    if resolved.note:
        console.print(f"[yellow]{escape(understood_text(resolved.note))}[/yellow]")
    console.print(
        f"[bold]{occupation.title}[/bold]  [dim]{code}"
        + (
            f" · {zone_text(catalog.release.job_zones, occupation.job_zone)}"
            if occupation.job_zone
            else ""
        )
        + "[/dim]"
    )
    words = catalog.get_words(code)
    if words is not None:
        console.print(words.what_they_do)
        for phrase in words.on_the_job:
            say(f"· {phrase}")
        console.print(Text(words.good_to_know, style="dim"))
    if occupation.stand_in != code:
        other = catalog.occupation(occupation.stand_in)
        remark(f"Little is published about this job; the ratings shown are those of {other.title}.")
    _print_pay(
        catalog.get_wage(code, area),
        catalog.get_wage(code),
        catalog.release.source("bls-oews").edition,
    )
    _print_outlook(catalog, occupation)
    print_entry(catalog, code, area.state)
    _print_requirements(
        catalog, occupation, open_requirements(catalog).get_requirements(code), area
    )
    _print_traits(catalog, occupation)
    _print_neighbors(catalog, occupation)
    used = ["onet", "bls-oews", "bls-projections", "ooh", "onet-clusters"]
    if area.state:
        used.append("careeronestop")
    lines = [catalog.release.source(source).credit for source in used]
    print_credits([*lines, f"Release {catalog.release.id}."])


def zone_text(zones: JobZones, number: int) -> str:
    """A job zone with what it stands for."""
    label = zones.label(number)
    return f"job zone {number} of {zones.highest}" + (f", {label}" if label else "")


def _print_pay(here: Wage, nation: Wage, edition: str) -> None:
    heading("Pay", f"a year, before tax, {edition}")
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("")
    for name in ("lowest 10%", "25%", "half earn", "75%", "top 10%"):
        table.add_column(name, justify="right")
    table.add_column("jobs", justify="right")
    wages = [here] if here.asked.kind == "nation" else [here, nation]
    for wage in wages:
        figures: list[Figure] = [wage.p10, wage.p25, wage.p50, wage.p75, wage.p90]
        if wage.hourly:
            cells = [
                f"${wage.hourly[k].value:,.2f}/h" if wage.hourly[k].value is not None else "–"
                for k in ("p10", "p25", "p50", "p75", "p90")
            ]
        else:
            cells = [_pay(figure) for figure in figures]
        jobs = count(wage.employment.value) if wage.employment.value is not None else "–"
        table.add_row(wage.area.name, *cells, jobs)
    console.print(table)
    for note in dict.fromkeys([*here.notes, *(nation.notes if len(wages) > 1 else ())]):
        remark(note)


def _pay(figure: Figure) -> str:
    if figure.value is not None:
        return usd(figure.value)
    return {"top-coded": "$239,200+", "suppressed": "withheld"}.get(figure.status, "–")


def _print_outlook(catalog: Catalog, occupation: Occupation) -> None:
    outlook = catalog.get_outlook(occupation.code)
    heading("Outlook", "United States, 2024 to 2034")
    if outlook.growth_pct.value is not None:
        growth = outlook.growth_pct.value
        average = group_figures(catalog, catalog.codes).growth_pct
        every = "–" if average is None else f"{average:+.1f}%"
        word = "shrinking" if growth < 0 else "about steady" if growth < 2 else "growing"
        say(
            f"{growth:+.1f}% ({word}; all occupations {every}), "
            f"{count(outlook.openings_per_year.value)} openings a year, "
            f"{count(outlook.employment.value)} jobs"
        )
    for note in outlook.notes:
        remark(note)


def _print_requirements(
    catalog: Catalog, occupation: Occupation, asked: Requirements, area: Area
) -> None:
    by = (
        f"{asked.respondents} workers or experts asked" if asked.respondents else "experts' answers"
    )
    heading("What you need", by)
    _print_shares(asked)
    if asked.is_stand_in:
        remark("These are the shares of the most similar occupation that has them.")
    say(
        f"Related experience: a quarter of jobs require at most "
        f"{_span(asked.accepted_experience_months)}, half at most "
        f"{_span(asked.typical_experience_months)}. Training after hiring: about "
        f"{_span(asked.training_months)}."
    )
    if asked.bls_education:
        say(
            f"BLS, usual way in: {asked.bls_education}; experience in a related job: "
            f"{asked.bls_experience}; training: {asked.bls_training}."
        )
    apprenticeships = open_requirements(catalog).list_apprenticeships(occupation.code, area.state)
    if apprenticeships:
        say(f"Registered apprenticeship: {', '.join(apprenticeships[:3])}")
    if area.state:
        _print_licenses(catalog, occupation, area.state)


def _print_shares(asked: Requirements) -> None:
    """What employers ask of schooling, as bars."""
    table = Table(box=None, padding=(0, 1, 0, 2), pad_edge=True, show_header=False)
    table.add_column("level")
    table.add_column("bar", min_width=BAR)
    table.add_column("share", justify="right")
    table.add_column("opens", style="dim", no_wrap=True)
    for share in asked.education:
        if share.share >= 0.005:
            level = EducationLevel(share.category)
            table.add_row(
                share.label,
                Text(bar(share.share, BAR), style="cyan"),
                pct(share.share),
                f"opens {pct(asked.access[level])} of jobs",
            )
    console.print(table)


def _print_licenses(catalog: Catalog, occupation: Occupation, state: str) -> None:
    """What a state asks, and the licenses on record, the occupation's own first."""
    requirements, name = open_requirements(catalog), BY_POSTAL[state].name
    to_get = requirements.find_licenses_to_get(occupation.code, state)
    if to_get.answer is not None:
        say(f"License: {license_summary(to_get.answer, name)}")
        asked = asked_words(to_get.answer)
        if asked:
            say(f"You need: {'; '.join(asked)}.", inset=4)
    known = requirements.list_licenses(occupation.code, state)
    licenses = [
        *to_get.licenses,
        *(license_ for license_ in known if license_ not in to_get.licenses),
    ]
    if licenses:
        say(f"Licenses in {name}, and federal ones:")
        for item in licenses[:LICENSES_SHOWN]:
            told = (item.agency or "agency not named", record_date(item))
            say(f"{item.readable_title}: {', '.join(filter(None, told))}", inset=4)
            if item.url:
                console.print(f"      [dim]{escape(item.url)}[/dim]", soft_wrap=True)
        if len(licenses) > LICENSES_SHOWN:
            say(f"and {len(licenses) - LICENSES_SHOWN} more (--json lists all)", "dim", inset=4)


def _span(amount: float) -> str:
    return "none" if amount == 0 else "a month or less" if amount <= 1 else months(amount)


def _print_traits(catalog: Catalog, occupation: Occupation) -> None:
    from careerlattice.content.words import element_words

    interests = catalog.get_interests(occupation.code)
    if interests:
        heading("Interests", "1 to 7")
        table = Table(box=None, pad_edge=False, show_header=False)
        for _ in range(2):
            table.add_column(min_width=15)
            table.add_column(min_width=12)
            table.add_column(justify="right")
        items = list(interests.items())
        for left, right in zip(items[:3], items[3:], strict=True):
            cells: list[str | Text] = []
            for name, score in (left, right):
                filled = Text(bar((score - 1) / 6, 12), style="magenta")
                cells += [f"  {name.capitalize()}", filled, f"{score:.1f}"]
            table.add_row(*cells)
        console.print(table)
    lists = []
    for label, domain in (("Top skills", "skill"), ("Top knowledge", "knowledge")):
        names = []
        for element in catalog.list_ratings(occupation.code, domain, 6):
            words = element_words(element.element_id)
            names.append(words.name if words else element.name)
        lists.append((label, names))
    for label, names in lists:
        if names:
            heading(label)
            say(", ".join(names))


def _print_neighbors(catalog: Catalog, occupation: Occupation) -> None:
    related = catalog.list_related(occupation.code)
    if related:
        heading("Related jobs")
        say(", ".join(o.title for o, _ in related[:6]))
    pathways = catalog.list_pathways_of(occupation.code)
    if pathways:
        heading("Pathways it belongs to")
        for pathway in pathways:
            by = ", this project's assignment" if pathway.basis == "assigned" else ""
            line = Text(pathway.name)
            line.append(f" ({pathway.cluster_name}, {pathway.framework}{by})", style="dim")
            say(line)
