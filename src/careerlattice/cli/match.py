"""`careerlattice match`: occupations, pathways and clusters that suit a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careerlattice.cli.errors import NO_ANSWER, answers_failures
from careerlattice.cli.match_options import MatchOptions
from careerlattice.cli.option_sets import Release, takes

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
@takes(MatchOptions)
def match(
    options: MatchOptions,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
    release: Release = None,
) -> None:
    """Occupations, pathways and clusters that suit you, with reasons.

    With --interests alone the order is by interests; with a profile or --education it is by
    weights you see and can change.
    """
    from careerlattice.catalog.catalog import open_release
    from careerlattice.match.orders import order_weights, read_weights

    me = options.person()
    catalog = open_release(release)
    area = options.area(catalog, me)
    filters = options.filters(me)
    weights = order_weights(options.order, read_weights(options.weights or ""), me)
    is_weighed = options.order is not None or options.weights is not None
    if options.why is not None:
        _explain(catalog, me, options.why, weights=weights, area=area, as_json=as_json)
    elif options.says_more_than_interests or is_weighed:
        _by_weights(
            catalog,
            me,
            weights,
            filters,
            area=area,
            framework=options.framework,
            limit=options.limit,
            as_json=as_json,
        )
    else:
        assert me.interests is not None
        _by_interests(
            catalog,
            me.interests,
            options.by,
            filters,
            area=area,
            limit=options.limit,
            as_json=as_json,
        )


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
        raise BadRequest(
            f"There is no order {by[:20]!r}. Choose distance or correlation.", field="by"
        )
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
    from careerlattice.wording.profiles import remark_text

    remarks = tuple(map(remark_text, check_profile(catalog, me)))
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
