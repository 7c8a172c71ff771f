"""The options of `careerlattice match`: a person, a place, what to keep, and how to order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from careerlattice.catalog.catalog import Catalog
    from careerlattice.catalog.model import Area
    from careerlattice.match.filters import Filters
    from careerlattice.profile.model import Profile


@dataclass(frozen=True)
class MatchOptions:
    """What the options say, as typed. Each field is an option, in the order of the help screen."""

    profile: Annotated[Path | None, typer.Option("--profile", "-p", help="Your profile file.")] = (
        None
    )
    interests: Annotated[
        str | None,
        typer.Option("--interests", "-i", metavar="R,I,A,S,E,C", help="Six scores, 0 to 40."),
    ] = None
    education: Annotated[
        str | None, typer.Option("--education", "-e", help="Your level of education.")
    ] = None
    state: Annotated[str | None, typer.Option("--state", "-s", help="Pay in this state.")] = None
    metro: Annotated[
        str | None, typer.Option("--metro", "-m", help='Pay in this area: "Columbus, OH".')
    ] = None
    zone: Annotated[
        str | None, typer.Option("--zone", "-z", help="Job zones to keep: 3, 2-4 or 2,4.")
    ] = None
    min_pay: Annotated[
        str | None,
        typer.Option(
            "--min-pay",
            metavar="PAY",
            help="Typical pay (the median) of at least: 45,000, 45k or '$20 an hour'. Jobs whose "
            "pay is published by the hour only are left out: their yearly pay is not known.",
        ),
    ] = None
    min_growth: Annotated[
        float | None, typer.Option("--min-growth", help="Least growth in ten years, percent.")
    ] = None
    max_education: Annotated[
        str | None,
        typer.Option("--max-education", help="Keep what a quarter of employers give this level."),
    ] = None
    cluster: Annotated[
        list[str] | None, typer.Option("--cluster", "-c", help="Keep this cluster (repeatable).")
    ] = None
    pathway: Annotated[str | None, typer.Option("--pathway", help="Keep this pathway.")] = None
    framework: Annotated[
        str, typer.Option("--framework", help="Clusters framework: 2008 or 2024.")
    ] = "2008"
    order: Annotated[
        str | None,
        typer.Option(
            "--order", help="What to order by: interests, pay, open (to you now) or all of it."
        ),
    ] = None
    weights: Annotated[
        str | None,
        typer.Option(
            "--weights",
            "-w",
            metavar="NAME=N,…",
            help="Weigh interests, skills, knowledge, education, pay, outlook: pay=3,outlook=0.",
        ),
    ] = None
    by: Annotated[
        str, typer.Option("--by", help="Interests alone: order by distance or correlation.")
    ] = "distance"
    why: Annotated[
        str | None, typer.Option("--why", help="Explain why this occupation stands where it does.")
    ] = None
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=1, help="How many.")] = None

    @property
    def says_more_than_interests(self) -> bool:
        """Whether there is a profile or an education to weigh beside interests."""
        return self.profile is not None or self.education is not None

    def person(self) -> Profile:
        """The profile asked about. Raises `BadRequest` where nothing is said of a person."""
        from careerlattice.errors import BadRequest
        from careerlattice.match.interests import read_scores
        from careerlattice.profile.files import load_profile
        from careerlattice.profile.model import Education, Profile
        from careerlattice.vocab.interests import parse_scores
        from careerlattice.vocab.levels import EducationLevel

        if self.interests is None and not self.says_more_than_interests:
            raise BadRequest(
                "Say something about yourself: --profile me.json, --interests R,I,A,S,E,C (six "
                "scores of 0 to 40) or --education LEVEL. 'careerlattice assess interests' finds "
                "the scores."
            )
        me = load_profile(self.profile) if self.profile is not None else Profile()
        if self.interests is not None:
            me = replace(me, interests=read_scores(parse_scores(self.interests)))
        if self.education is not None:
            level = EducationLevel.parse(self.education)
            fields = me.education.fields if me.education else ()
            me = replace(me, education=Education(level, fields))
        return me

    def area(self, catalog: Catalog, me: Profile) -> Area:
        """Where pay is looked up: the area named, else the profile's."""
        if self.state is None and self.metro is None:
            return catalog.get_area(me.place.asked)
        return catalog.areas.within(self.state, self.metro)

    def filters(self, me: Profile) -> Filters:
        """What to keep: what was typed, else what the profile limits."""
        from careerlattice.match.filters import Filters
        from careerlattice.vocab.levels import EducationLevel
        from careerlattice.vocab.pay_words import read_yearly_usd

        most = self.max_education
        named = tuple(self.cluster or ())
        return Filters(
            zones=zones_in(self.zone),
            max_education=EducationLevel.parse(most) if most else me.limits.max_credential,
            min_pay_usd=None
            if self.min_pay is None
            else read_yearly_usd(self.min_pay, "min_pay_usd"),
            min_growth_pct=self.min_growth,
            clusters=named or me.limits.within,
            pathway=self.pathway,
            framework=self.framework if named or self.pathway else None,
            avoid=me.limits.avoid,
        )


def zones_in(text: str | None) -> tuple[int, ...]:
    """The job zones written as `3`, `2-4` or `2,4`. Raises `BadRequest`."""
    from careerlattice.errors import BadRequest

    zones: set[int] = set()
    for part in (text or "").split(","):
        first, _, last = part.strip().partition("-")
        if not first:
            continue
        if not (first.isdecimal() and (last or first).isdecimal() and len(first + last) <= 2):
            raise BadRequest(
                f"{part.strip()[:20]!r} is not a job zone. Write 3, 2-4 or 2,4.", field="zone"
            )
        zones.update(range(int(first), int(last or first) + 1))
    return tuple(sorted(zones))
