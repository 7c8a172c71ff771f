"""Job zones: what each asks, from what the occupations of the zone ask."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from careerlattice.catalog.catalog import Catalog
from careerlattice.requirements.arrays import RequirementArrays, read_requirement_arrays
from careerlattice.vocab.levels import EducationLevel
from careerlattice.web.onet.ask import Ask, Json
from careerlattice.web.onet.shapes import zone_title
from careerlattice.wording.job_zones import zone_education, zone_experience, zone_training

# O*NET's ranges of Specific Vocational Preparation belong to the scale of five zones.
_SVP_OF_FIVE = (
    "(Below 4.0)",
    "(4.0 to < 6.0)",
    "(6.0 to < 7.0)",
    "(7.0 to < 8.0)",
    "(8.0 and above)",
)
_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class ZoneAsks:
    """What half of the occupations of a zone ask at most, in sentences, and some of their names."""

    education: str
    experience: str
    training: str
    examples: str
    svp_range: str


def zone_asks(catalog: Catalog, number: int) -> ZoneAsks:
    """What the occupations of a zone ask. Each zone is worked out once a catalog."""
    return catalog.keep(_all_zones)[number]


def zone_report(ask: Ask, number: int) -> Json:
    """A job zone as a section of an occupation's report."""
    asks = zone_asks(ask.catalog, number)
    return {
        "code": number,
        "title": zone_title(ask.catalog, number),
        "education": asks.education,
        "related_experience": asks.experience,
        "job_training": asks.training,
        "job_zone_examples": asks.examples,
        "svp_range": asks.svp_range,
    }


def zone_summary(ask: Ask, number: int) -> Json:
    """A job zone as the head of a list of careers."""
    asks = zone_asks(ask.catalog, number)
    return {
        "title": zone_title(ask.catalog, number),
        "experience": asks.experience,
        "training": asks.training,
        "education": asks.education,
    }


def _all_zones(catalog: Catalog) -> dict[int, ZoneAsks]:
    arrays = catalog.keep(read_requirement_arrays)
    zones = catalog.release.job_zones.numbers
    return {number: _zone(catalog, arrays, number, len(zones)) for number in zones}


def _zone(catalog: Catalog, arrays: RequirementArrays, number: int, zones: int) -> ZoneAsks:
    members = [
        one
        for one in catalog.list_occupations()
        if one.job_zone == number and one.data_level == "rated"
    ]
    rows = [catalog.row_of[one.code] for one in members]
    jobs = catalog.outlook_vectors.employment * catalog.outlook_vectors.share
    largest = sorted(
        (one for one in members if jobs[catalog.row_of[one.code]] > 0),
        key=lambda one: (-jobs[catalog.row_of[one.code]], one.code),
    )
    level = EducationLevel(int(median(arrays.typical_level[rows].tolist())))
    return ZoneAsks(
        education=zone_education(level),
        experience=zone_experience(median(arrays.typical_experience_months[rows].tolist())),
        training=zone_training(median(arrays.typical_training_months[rows].tolist())),
        examples=", ".join(one.title for one in largest[:_EXAMPLES]),
        svp_range=_SVP_OF_FIVE[number - 1] if zones == len(_SVP_OF_FIVE) else "",
    )
