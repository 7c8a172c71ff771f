"""Programs that lead to an occupation, checked by what practitioners name."""

from __future__ import annotations

import re

import pytest

from careerlattice.catalog.catalog import Catalog, open_release
from careerlattice.requirements.leading_programs import list_leading, programs_for
from careerlattice.requirements.own_series import is_own_series, own_figures
from careerlattice.requirements.priced_fields import CREDENTIAL_LEVELS
from careerlattice.requirements.program_facts import program_facts
from careerlattice.requirements.requirements import EntryRequirements, open_requirements
from careerlattice.vocab.codes import OnetSocCode
from careerlattice.vocab.levels import EducationLevel


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return open_release()


@pytest.fixture(scope="module")
def requirements(catalog: Catalog) -> EntryRequirements:
    return open_requirements(catalog)


@pytest.mark.parametrize(
    ("code", "credential", "state", "first", "never"),
    [
        ("29-1141.00", "associate", "CA", "^Registered Nursing", "Administration"),
        ("29-1171.00", "master", "CA", "^Family Practice", "Administration"),
        ("29-1171.00", "bachelor", "CA", "^Registered Nursing", "Administration"),
        ("29-2055.00", "certificate", "GA", "^Surgical Tech", "Pathology"),
        ("21-1021.00", "master", "NY", "^Social Work", "Thanatology"),
        ("19-3033.00", "doctoral", "MI", "^Clinical Psychology", "General|Developmental"),
        ("25-2011.00", "associate", "CA", "^Early Childhood", "Bilingual"),
        ("25-2021.00", "bachelor", "CA", "^Elementary", "Bilingual"),
        ("13-2052.00", "bachelor", "CA", "^Financial Planning", "Family Resource"),
        ("29-9092.00", "master", None, "^Genetic Counsel", "Genetics, General"),
        ("31-9099.01", "associate", "CA", "^Speech-Language Pathology Assist", "Unit Coord"),
        ("29-9091.00", "master", None, "^Athletic Training", "Fitness"),
        ("49-3011.00", "certificate", "WA", "^Airframe", "Agricult"),
        ("29-2011.00", "bachelor", "NY", "^Clinical Laboratory", "Cell Biology"),
        ("33-2011.00", "associate", "CA", "^Fire Science", "Environmental Law"),
        ("13-2011.00", "bachelor", "OH", "^Accounting$", "Computer Science"),
        ("11-1021.00", "associate", "OH", "^Business Administration", "Veterinary"),
        ("11-9111.00", "bachelor", "OH", "^Health/Health Care Admin", "Veterinary"),
        ("43-1011.00", "associate", "PA", "^Business Administration", "Agricult|Veterinary"),
        ("13-1051.00", "bachelor", "OH", "^Construction", "Materials"),
        ("29-2061.00", "certificate", "KY", "^Licensed Practical", "Health Aide"),
        ("23-2011.00", "associate", "FL", "^Legal Assistant", "Foreign"),
    ],
)
def test_the_first_two_programs_named(
    requirements: EntryRequirements,
    code: str,
    credential: str,
    state: str | None,
    first: str,
    never: str,
) -> None:
    found = programs_for(requirements, OnetSocCode(code), credential, state)
    titles = [program.title for program in found[:2]]
    assert re.search(first, titles[0])
    assert not any(re.search(never, title) for title in titles)


@pytest.mark.parametrize(
    ("code", "credential"),
    [
        ("29-1071.00", "bachelor"),  # physician assistants: a master's after any degree
        ("23-1011.00", "bachelor"),  # lawyers: any bachelor's
        ("29-1215.00", "bachelor"),  # physicians: any, with the sciences
    ],
)
def test_a_credential_before_the_one_asked_may_be_of_any_field(
    requirements: EntryRequirements, code: str, credential: str
) -> None:
    assert programs_for(requirements, OnetSocCode(code), credential) == []


@pytest.mark.parametrize(
    ("code", "credential", "state", "named", "never"),
    [
        # Kansas hires no psychology graduates as technicians without its license.
        ("29-2053.00", "certificate", "KS", "^Psychiatric", "Psychology|Social Work"),
        ("17-1022.00", "associate", "MT", "^Surveying", "Environmental|Civil"),
        # Work as an assistant leads there in Alabama, a degree in assisting does not.
        ("29-1292.00", "associate", "AL", "^Dental Hygiene", "Assist"),
        # What Arizona opens names no field of its own.
        ("25-2023.00", "certificate", "AZ", "^Technical Teacher", "Mechanic"),
    ],
)
def test_no_program_is_named_of_a_way_that_the_state_closes(
    requirements: EntryRequirements,
    code: str,
    credential: str,
    state: str,
    named: str,
    never: str,
) -> None:
    found = programs_for(requirements, OnetSocCode(code), credential, state)
    assert re.search(named, found[0].title)
    assert not any(re.search(never, program.title) for program in found)


def test_every_program_is_taught_somewhere_at_that_credential(
    catalog: Catalog, requirements: EntryRequirements
) -> None:
    facts = program_facts(catalog)
    for code in catalog.codes[::7]:
        for credential in CREDENTIAL_LEVELS:
            names = {credential}
            if credential in ("professional", "doctoral"):
                names = {"professional", "doctoral"}
            found = programs_for(requirements, code, credential, "OH")
            assert len({program.cip for program in found}) == len(found)
            for program in found:
                assert any(facts.taught(program.series, name).schools for name in names)
                assert 0 <= program.share_taken <= 1
                assert 0 <= program.likeness <= 1


def test_a_series_is_a_professions_own_from_half_of_its_programs(
    requirements: EntryRequirements,
) -> None:
    def is_own(code: str, series: str) -> bool:
        return is_own_series(requirements, OnetSocCode(code), series)

    assert is_own("29-1141.00", "51.38")
    assert is_own("23-1011.00", "22.01")
    assert not is_own("29-1292.00", "51.06")  # dental assisting is half of it and more
    assert not is_own("29-1071.00", "51.09")
    assert not is_own("41-3031.00", "52.08")


def test_programs_that_lead_further_come_first_among_those_no_condition_names(
    requirements: EntryRequirements,
) -> None:
    code, ahead = OnetSocCode("43-1011.00"), OnetSocCode("11-3012.00")
    found = programs_for(requirements, code, "bachelor", ahead=[ahead])
    others = [program for program in found if not program.is_named]
    linked = program_facts(requirements.catalog).programs_of(ahead.soc)
    leads = [program.cip in linked for program in others]
    assert leads == sorted(leads, reverse=True)


def test_accredited_professions_name_the_list(requirements: EntryRequirements) -> None:
    def shorts(code: str) -> list[str]:
        return [item.short for item in requirements.list_accreditors(OnetSocCode(code))]

    assert shorts("29-1292.00") == ["CODA"]
    assert shorts("29-1141.00") == ["ACEN", "CCNE"]
    assert shorts("21-1022.00") == ["CSWE"]
    assert shorts("29-1071.01") == ["CAAHEP"]
    assert shorts("41-2031.00") == []


def test_accreditors_of_bachelor_programs_do_not_accredit_lower_ones(
    requirements: EntryRequirements,
) -> None:
    accreditors = requirements.list_accreditors(OnetSocCode("29-1141.00"))

    def of_programs(level: EducationLevel) -> list[str]:
        return [item.short for item in accreditors if item.accredits(level)]

    assert of_programs(EducationLevel.ASSOCIATE) == ["ACEN"]
    assert of_programs(EducationLevel.BACHELOR) == ["ACEN", "CCNE"]


def test_all_programs_of_an_occupation_by_its_ways_in(requirements: EntryRequirements) -> None:
    titles = [program.title for program in list_leading(requirements, OnetSocCode("29-1141.00"))]
    assert titles[0].startswith("Registered Nursing/")
    codes = [program.cip_code for program in list_leading(requirements, OnetSocCode("13-2011.00"))]
    assert codes[0] == "52.0301"
    assert len(set(codes)) == len(codes)
    linked = program_facts(requirements.catalog).programs_of("13-2011")
    assert set(linked) <= set(codes)


def test_figures_of_a_group_are_not_told_as_a_professions(
    catalog: Catalog, requirements: EntryRequirements
) -> None:
    code = OnetSocCode("29-1292.00")
    offered, _ = catalog.find_school_programs(code, "WA", ("associate",))
    told = own_figures(requirements, code, offered)
    assert len(told) == len(offered)
    for program in told:
        assert program.program == (
            "programs of the group Dental Support Services and Allied Professions; ask whether one "
            "trains you to be a dental hygienist"
        )
        assert program.completers is program.earnings_usd is program.debt_usd is None
    nurse = OnetSocCode("29-1141.00")
    offered, _ = catalog.find_school_programs(nurse, "WA", ("associate",))
    assert list(own_figures(requirements, nurse, offered)) == offered
