"""`careerlattice match`: occupations, pathways and clusters that suit a person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careerlattice.cli.errors import NO_ANSWER, answers_failures

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.catalog.model import Area
    from careerlattice.match.filters import Filters
    from careerlattice.profile.model import Interests, Profile

SHOWN = 20
EDUCATION_OPTION = "--education"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(rich_help_panel="Your profile")(match)


@answers_failures()
def match(
    *,
    profile: Annotated[
        Path | None, typer.Option("--profile", "-p", help="Your profile file.")
    ] = None,
    interests: Annotated[
        str | None,
        typer.Option("--interests", "-i", metavar="R,I,A,S,E,C", help="Six scores, 0 to 40."),
    ] = None,
    education: Annotated[
        str | None, typer.Option("--education", "-e", help="Your level of education.")
    ] = None,
    state: Annotated[str | None, typer.Option("--state", "-s", help="Pay in this state.")] = None,
    metro: Annotated[
        str | None, typer.Option("--metro", "-m", help='Pay in this area: "Columbus, OH".')
    ] = None,
    zone: Annotated[
        str | None, typer.Option("--zone", "-z", help="Job zones to keep: 3, 2-4 or 2,4.")
    ] = None,
    min_pay: Annotated[
        float | None, typer.Option("--min-pay", min=0, help="Least middle pay (the median) a year.")
    ] = None,
    min_growth: Annotated[
        float | None, typer.Option("--min-growth", help="Least growth in ten years, percent.")
    ] = None,
    max_education: Annotated[
        str | None,
        typer.Option("--max-education", help="Keep what a quarter of employers give this level."),
    ] = None,
    cluster: Annotated[
        list[str] | None, typer.Option("--cluster", "-c", help="Keep this cluster (repeatable).")
    ] = None,
    pathway: Annotated[str | None, typer.Option("--pathway", help="Keep this pathway.")] = None,
    framework: Annotated[
        str, typer.Option("--framework", help="Clusters framework: 2008 or 2024.")
    ] = "2008",
    order: Annotated[
        str | None,
        typer.Option(
            "--order", help="What to order by: interests, pay, open (to you now) or all of it."
        ),
    ] = None,
    weights: Annotated[
        str | None,
        typer.Option(
            "--weights", "-w", metavar="NAME=N,…",
            help="Weigh interests, skills, knowledge, education, pay, outlook: pay=3,outlook=0.",
        ),
    ] = None,
    by: Annotated[
        str, typer.Option("--by", help="Interests alone: order by distance or correlation.")
    ] = "distance",
    why: Annotated[
        str | None, typer.Option("--why", help="Explain why this occupation stands where it does.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=1, help="How many.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
    release: Annotated[
        str | None, typer.Option("--release", help="Folder of another release.", metavar="DIR")
    ] = None,
) -> None:  # fmt: skip
    """Occupations, pathways and clusters that suit you, with reasons.

    With --interests alone the order is by interests; with a profile or --education it is by
    weights you see and can change.
    """
    from careerlattice.catalog.catalog import open_release
    from careerlattice.errors import BadRequest
    from careerlattice.match.orders import order_weights, read_weights

    me, is_person = _person(profile, interests, education)
    if profile is None and interests is None and education is None:
        raise BadRequest(
            "Say something about yourself: --profile me.json, --interests R,I,A,S,E,C (six scores "
            "of 0 to 40) or --education LEVEL. 'careerlattice assess interests' finds the scores."
        )
    catalog = open_release(release)
    area = _area(catalog, me, state, metro)
    filters = _filters(
        me, zone=zone, max_education=max_education, min_pay=min_pay, min_growth=min_growth,
        cluster=cluster, pathway=pathway, framework=framework,
    )  # fmt: skip
    weighed = order_weights(order, read_weights(weights or ""), me)
    if why is not None:
        _explain(catalog, me, why, weights=weighed, area=area, as_json=as_json)
    elif is_person or order is not None or weights is not None:
        _by_weights(
            catalog, me, weighed, filters,
            area=area, framework=framework, limit=limit, as_json=as_json,
        )  # fmt: skip
    else:
        assert me.interests is not None
        _by_interests(catalog, me.interests, by, filters, area=area, limit=limit, as_json=as_json)


def _person(
    profile: Path | None, interests: str | None, education: str | None
) -> tuple[Profile, bool]:
    """The profile asked about, and whether it says more than interests."""
    from dataclasses import replace

    from careerlattice.profile.files import load_profile
    from careerlattice.profile.model import Education, Profile
    from careerlattice.vocab.levels import EducationLevel

    me = load_profile(profile) if profile is not None else Profile()
    if interests is not None:
        me = replace(me, interests=_scores(interests))
    if education is not None:
        level = EducationLevel.parse(education)
        fields = me.education.fields if me.education else ()
        me = replace(me, education=Education(level, fields))
    return me, profile is not None or education is not None


def _scores(text: str) -> Interests:
    from careerlattice.match.interests import read_scores
    from careerlattice.vocab.interests import parse_scores

    return read_scores(parse_scores(text))


def _area(catalog: Catalog, me: Profile, state: str | None, metro: str | None) -> Area:
    from careerlattice.cli.browse import pick_area

    if state is None and metro is None:
        return catalog.get_area(me.place.asked)
    return pick_area(catalog, state, metro)


def _filters(
    me: Profile,
    *,
    zone: str | None,
    max_education: str | None,
    min_pay: float | None,
    min_growth: float | None,
    cluster: list[str] | None,
    pathway: str | None,
    framework: str,
) -> Filters:
    from careerlattice.match.filters import Filters
    from careerlattice.vocab.levels import EducationLevel

    highest = EducationLevel.parse(max_education) if max_education else me.limits.highest_education
    named = tuple(cluster or ())
    return Filters(
        zones=_zones(zone),
        max_education=highest,
        min_pay_usd=min_pay,
        min_growth_pct=min_growth,
        clusters=named or me.limits.stay_in_clusters,
        pathway=pathway,
        framework=framework if named or pathway else None,
        avoid=me.limits.avoid,
    )


def _zones(text: str | None) -> tuple[int, ...]:
    from careerlattice.errors import BadRequest

    zones: set[int] = set()
    for part in (text or "").split(","):
        first, _, last = part.strip().partition("-")
        if not first:
            continue
        if not (first.isdecimal() and (last or first).isdecimal()):
            raise BadRequest(f"{part.strip()[:20]!r} is no job zone. Write 3, 2-4 or 2,4.")
        zones.update(range(int(first), int(last or first) + 1))
    if zones and not zones <= {1, 2, 3, 4, 5}:
        raise BadRequest("Job zones run from 1 to 5.")
    return tuple(sorted(zones))


def _by_interests(
    catalog: Catalog,
    scores: Interests,
    by: str,
    filters: Filters,
    *,
    area: Area,
    limit: int | None,
    as_json: bool,
) -> None:
    from careerlattice.cli.match_screen import print_interest_ranking, print_none_left
    from careerlattice.cli.screen import errors, print_json
    from careerlattice.errors import BadRequest
    from careerlattice.match.filters import keep
    from careerlattice.match.fit import fit_columns
    from careerlattice.match.interests import rank_by_interests
    from careerlattice.profile.model import Profile
    from careerlattice.wording.fit import interest_match_json, notice_sentence

    if by not in ("distance", "correlation"):
        raise BadRequest(f"There is no order {by[:20]!r}. Choose distance or correlation.")
    ranking = rank_by_interests(catalog, scores, order=by)  # type: ignore[arg-type]
    kept, left_out = keep(catalog, fit_columns(catalog, Profile(), area), filters)
    rows = [row for row in ranking if kept[catalog.row_of[row.onet_soc_code]]]
    if as_json:
        for warning in ranking.warnings:
            errors.print(f"Note: {notice_sentence(warning)}", soft_wrap=True)
        print_json([interest_match_json(row) for row in rows[:limit]])
        return
    if not rows:
        print_none_left(left_out)
        raise typer.Exit(NO_ANSWER)
    print_interest_ranking(ranking, rows[: limit or SHOWN], left_out, len(rows))


def _by_weights(
    catalog: Catalog,
    me: Profile,
    weights: dict[str, float],
    filters: Filters,
    *,
    area: Area,
    framework: str,
    limit: int | None,
    as_json: bool,
) -> None:
    from careerlattice.cli.match_screen import print_groups, print_none_left, print_ranking
    from careerlattice.cli.screen import print_json
    from careerlattice.match.alike import join_alike
    from careerlattice.match.groups import rank_clusters, rank_pathways
    from careerlattice.match.ranking import rank_occupations
    from careerlattice.profile.checking import check_profile
    from careerlattice.wording.fit import ranking_json

    remarks = check_profile(catalog, me)
    ranking = rank_occupations(
        catalog, me, weights, filters, area=area, limit=(limit or 25) if as_json else 0
    )
    pathways = rank_pathways(catalog, ranking, framework, 10)
    clusters = rank_clusters(catalog, ranking, framework, 5)
    if as_json:
        print_json(
            {
                **ranking_json(ranking, EDUCATION_OPTION),
                "release": catalog.release.id,
                "remarks": list(remarks),
                "pathways": [group.to_dict() for group in pathways],
                "clusters": [group.to_dict() for group in clusters],
            }
        )
        return
    if not ranking.kept:
        print_none_left(ranking.left_out)
        raise typer.Exit(NO_ANSWER)
    print_ranking(ranking, join_alike(catalog, me, ranking, limit or SHOWN), remarks)
    print_groups(pathways, clusters, framework)


def _explain(
    catalog: Catalog,
    me: Profile,
    code: str,
    *,
    weights: dict[str, float],
    area: Area,
    as_json: bool,
) -> None:
    from careerlattice.cli.match_screen import print_explanation
    from careerlattice.cli.screen import print_json
    from careerlattice.match.explain import explain_occupation
    from careerlattice.wording.fit import explanation_json

    told = explain_occupation(catalog, me, code, weights, area=area)
    if as_json:
        print_json(explanation_json(told, EDUCATION_OPTION))
        return
    print_explanation(told)
