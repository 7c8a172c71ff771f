"""O*NET's bands of preparation, as many as an edition has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class JobZones:
    """The job zones of a release by number, each with how much preparation it stands for.

    There were five up to O*NET 30.1 and are four since: the release says which scale it carries.

    >>> zones = JobZones({2: "some preparation", 3: "medium preparation"})
    >>> zones.lowest, zones.highest, zones.label(3), zones.label(1)
    (2, 3, 'medium preparation', '')
    """

    labels: Mapping[int, str]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers in rising order."""
        return tuple(sorted(self.labels))

    @property
    def lowest(self) -> int:
        """The number of the zone that asks least; 0 where there is none."""
        return min(self.labels, default=0)

    @property
    def highest(self) -> int:
        """The number of the zone that asks most; 0 where there is none."""
        return max(self.labels, default=0)

    def label(self, number: int) -> str:
        """How much preparation the zone stands for; empty where the release does not say."""
        return self.labels.get(number, "")
