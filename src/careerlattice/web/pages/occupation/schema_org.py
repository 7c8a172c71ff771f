"""An occupation as schema.org JSON-LD, for search engines and other readers of pages."""

from __future__ import annotations

from careerlattice.catalog.model import Occupation, Requirements, Wage
from careerlattice.content.words import OccupationWords


def occupation_json_ld(
    occupation: Occupation,
    words: OccupationWords | None,
    wage: Wage,
    requirements: Requirements,
) -> dict[str, object]:
    """The type `Occupation` with national pay, and the education most jobs ask for."""
    value: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Occupation",
        "name": occupation.title,
        "occupationalCategory": {
            "@type": "CategoryCode",
            "codeValue": str(occupation.code),
            "inCodeSet": {"@type": "CategoryCodeSet", "name": "O*NET-SOC 2019"},
        },
        "occupationLocation": [{"@type": "Country", "name": "US"}],
        "educationRequirements": requirements.typical.label,
    }
    if words is not None:
        value["description"] = words.what_they_do
        value["responsibilities"] = list(words.on_the_job)
    percentiles = {
        name: getattr(wage, field).value
        for name, field in (
            ("percentile10", "p10"),
            ("percentile25", "p25"),
            ("median", "p50"),
            ("percentile75", "p75"),
            ("percentile90", "p90"),
        )
        if getattr(wage, field).value is not None
    }
    if percentiles:
        value["estimatedSalary"] = [
            {
                "@type": "MonetaryAmountDistribution",
                "name": "base",
                "currency": "USD",
                "duration": "P1Y",
                **percentiles,
            }
        ]
    return value
