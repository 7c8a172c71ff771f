"""The publishers whose facts are in a release: edition, licence, address, credit line."""

from __future__ import annotations

from careerlattice.tables.model import Source


def onet_credit(edition: str) -> str:
    """The credit line that the licence of an edition of O*NET asks for."""
    return (
        f"This product includes information from the O*NET {edition} Database by the U.S. "
        "Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the "
        "CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. Careerlattice has modified all or "
        "some of this information. USDOL/ETA has not approved, endorsed, or tested these "
        "modifications."
    )


ONET_CREDIT = onet_credit("30.1")

SOURCES: dict[str, Source] = {
    source.id: source
    for source in (
        Source(
            "onet",
            "U.S. Department of Labor, Employment and Training Administration",
            "O*NET Database",
            "30.1",
            "2025-12",
            "CC BY 4.0",
            "https://www.onetcenter.org/dl_files/database/db_30_1_text.zip",
            ONET_CREDIT,
        ),
        Source(
            "onet-clusters",
            "U.S. Department of Labor, Employment and Training Administration; Advance CTE",
            "O*NET OnLine career cluster listing, 2008 framework",
            "16 clusters, 79 pathways",
            "2024",
            "CC BY 4.0",
            "https://www.onetonline.org/find/career",
            "Career clusters and pathways: States' Career Clusters framework (2008), Advance CTE, "
            "as "
            "linked to occupations by O*NET OnLine.",
        ),
        Source(
            "advance-cte",
            "Advance CTE",
            "National Career Clusters Framework",
            "2024",
            "2024-10",
            "names of clusters and sub-clusters, used as facts",
            "https://careertech.org/career-clusters/",
            "Names of clusters and sub-clusters: National Career Clusters® Framework (2024), "
            "Advance "
            "CTE. The links from occupations to sub-clusters are this project's own assignment, "
            "not "
            "Advance CTE's crosswalk.",
        ),
        Source(
            "careerlattice",
            "Careerlattice contributors",
            "Texts and assignments written for this project",
            "1",
            "2026-11",
            "Apache-2.0",
            "src/careerlattice/content of this package",
            "Plain-language texts and the assignment of occupations to the 2024 framework: "
            "Careerlattice contributors.",
        ),
        Source(
            "ooh",
            "U.S. Bureau of Labor Statistics",
            "Occupational Outlook Handbook, How to Become One",
            "2024-34",
            "2025-08-28",
            "public domain",
            "https://www.bls.gov/ooh/",
            "What occupations ask for entry: facts read in the Occupational Outlook Handbook, U.S. "
            "Bureau of Labor Statistics, August 28, 2025, told in this project's own words.",
        ),
        Source(
            "bls-projections",
            "U.S. Bureau of Labor Statistics",
            "Employment Projections",
            "2024-34",
            "2025-09",
            "public domain",
            "https://www.bls.gov/emp/tables.htm",
            "Employment, growth, openings, separations and typical entry requirements: U.S. Bureau "
            "of "
            "Labor Statistics, Employment Projections 2024-34.",
        ),
        Source(
            "bls-attainment",
            "U.S. Bureau of Labor Statistics",
            "Educational attainment for workers 25 years and older by detailed occupation",
            "2023-33 projections edition",
            "2024-09",
            "public domain",
            "https://www.bls.gov/emp/tables/educational-attainment.htm",
            "Education that workers hold: U.S. Bureau of Labor Statistics, Employment Projections "
            "2023-33, table 5.3.",
        ),
        Source(
            "bls-oews",
            "U.S. Bureau of Labor Statistics",
            "Occupational Employment and Wage Statistics",
            "May 2025",
            "2025-05",
            "public domain",
            "https://www.bls.gov/oes/tables.htm",
            "Employment and wages: U.S. Bureau of Labor Statistics, Occupational Employment and "
            "Wage "
            "Statistics, May 2025.",
        ),
        Source(
            "nces-cip",
            "National Center for Education Statistics",
            "Classification of Instructional Programs and CIP to SOC crosswalk",
            "2020",
            "2020",
            "public domain",
            "https://nces.ed.gov/ipeds/cipcode/resources.aspx?y=56",
            "Programs of study and their links to occupations: National Center for Education "
            "Statistics, CIP 2020 and CIP 2020 to SOC 2018 crosswalk.",
        ),
        Source(
            "scorecard",
            "U.S. Department of Education; Truewise",
            "College Scorecard, field of study",
            "June 2026",
            "2026-06-10",
            "CC BY 4.0",
            "https://truewise.dev",
            "Schools' programs with graduates, earnings and debt: College Scorecard (June 2026), "
            "U.S. "
            "Department of Education, in the edition of Truewise (https://truewise.dev), CC BY "
            "4.0.",
        ),
        Source(
            "careeronestop",
            "CareerOneStop, sponsored by the U.S. Department of Labor",
            "License Finder export",
            "October 2024",
            "2024-10",
            "public domain",
            "https://www.careeronestop.org/Toolkit/Training/find-licenses.aspx",
            "Licenses by state: CareerOneStop License Finder, October 2024. California is not in "
            "this "
            "export; many records are old: check with the agency named.",
        ),
        Source(
            "rapids",
            "U.S. Department of Labor, Office of Apprenticeship",
            "RAPIDS apprenticeable occupations linked to O*NET-SOC",
            "March 2026, subset",
            "2026-03",
            "public domain",
            "https://www.onetcenter.org/crosswalks.html",
            "Apprenticeable titles: U.S. Department of Labor, Office of Apprenticeship (RAPIDS).",
        ),
        Source(
            "soc",
            "U.S. Bureau of Labor Statistics",
            "SOC 2010 to SOC 2018 crosswalk",
            "2018",
            "2017-11",
            "public domain",
            "https://www.bls.gov/soc/2018/crosswalks.htm",
            "SOC 2010 to 2018: U.S. Bureau of Labor Statistics.",
        ),
        Source(
            "isco",
            "U.S. Bureau of Labor Statistics; International Labour Organization",
            "ISCO-08 to SOC crosswalk, carried forward to SOC 2018",
            "2018, derived",
            "2018",
            "public domain",
            "https://www.bls.gov/soc/isco_soc_crosswalk.xls",
            "ISCO-08 links: derived from the U.S. Bureau of Labor Statistics crosswalks.",
        ),
        Source(
            "esco",
            "European Commission; O*NET Resource Center",
            "ESCO to O*NET-SOC crosswalk",
            "O*NET-SOC 2019",
            "2022",
            "CC BY 4.0",
            "https://www.onetcenter.org/crosswalks.html",
            "ESCO links: European Commission (ESCO) and O*NET Resource Center.",
        ),
        Source(
            "costs",
            "College Board; NCES; National Student Clearinghouse; NSF; U.S. News; others, by row",
            "Published prices and times to a credential, gathered with their own citations",
            "2026-11",
            "2009 to 2025-26, by row",
            "figures, used as facts",
            "https://research.collegeboard.org/trends/college-pricing",
            "Tuition and lengths of study: see the citation beside each figure.",
        ),
    )
}
