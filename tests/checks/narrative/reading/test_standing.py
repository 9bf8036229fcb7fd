"""Whose figures a sentence tells: the agency's own, under any of its names, or somebody else's."""

import pytest

from govreport.checks.narrative.reading.standing import Speaker, speaker, standing, with_selves
from govreport.checks.narrative.reading.tokens import tokens
from govreport.checks.subject import AgencyFacts, Subject
from govreport.editions.cells import Scope
from tests.checks.narrative.telling import BUREAU, COUNTY, content

AN_AGENCY = Speaker(2023, ("云溪县发展和改革局",), aggregate=False, area_wide=False)
A_COUNTY = Speaker(2023, ("云溪县人民政府",), aggregate=True, area_wide=True)


@pytest.mark.parametrize(
    ("organ", "meant"),
    [
        ("云溪县发展和改革局", True),
        ("县发改局", True),
        ("发改局", True),
        ("县教育局", False),
        ("县", False),
        ("改发局", False),
    ],
)
def test_an_agency_is_meant_by_its_name_and_by_what_is_left_of_it(organ: str, meant: bool) -> None:
    assert AN_AGENCY.is_meant_by(organ) is meant


@pytest.mark.parametrize(
    ("agency", "scope", "area_wide"),
    [
        (BUREAU, "own", False),
        (COUNTY, "own", True),
        (COUNTY, "aggregate", True),
        (AgencyFacts("云溪县青石镇", "town"), "own", True),
        (AgencyFacts("云溪县工业园区管理委员会", "management_committee"), "own", True),
    ],
)
def test_the_whole_area_is_the_own_matter_of_those_who_govern_one(
    agency: AgencyFacts, scope: Scope, area_wide: bool
) -> None:
    assert speaker(Subject(content("", scope=scope, agency=agency), agency=agency)).area_wide is area_wide


def partial(sentence: str, who: Speaker) -> int:
    """How many numbers of the sentence are told of a part only."""
    return len(standing(with_selves(tokens(sentence), who), who).partial)


@pytest.mark.parametrize(
    ("sentence", "of_a_part"),
    [
        ("全县收到申请9件，县本级收到申请4件", 1),
        ("县本级及各部门收到申请9件", 0),
        ("全县各乡镇收到申请9件", 0),
        ("代表县政府答复申请4件", 1),
        ("县公安局收到申请4件，县教育局收到申请5件", 2),
    ],
)
def test_in_an_aggregate_a_part_of_it_is_told_from_the_whole(sentence: str, of_a_part: int) -> None:
    assert partial(sentence, A_COUNTY) == of_a_part


@pytest.mark.parametrize(
    ("sentence", "of_a_part"),
    [
        ("县发改局收到申请9件", 0),
        ("县本级财政安排经费，收到申请9件", 0),
        ("全县收到申请9件，我局收到申请4件", 1),
        ("按县政府办公室要求，收到申请9件", 0),
        ("通过县政府门户网站收到申请9件", 0),
    ],
)
def test_in_an_own_report_others_are_told_from_the_agency(sentence: str, of_a_part: int) -> None:
    assert partial(sentence, AN_AGENCY) == of_a_part


@pytest.mark.parametrize(
    ("sentence", "silent"),
    [
        ("2022年收到申请9件，2023年收到申请8件", 1),
        ("收到申请9件，比上年增加2件", 1),
        ("截至2023年底累计收到申请9件", 1),
        ("2023年累计收到申请9件", 0),
        ("收到申请9件，由2021年结转2件", 1),
    ],
)
def test_numbers_of_another_time_are_silent(sentence: str, silent: int) -> None:
    assert len(standing(tokens(sentence), AN_AGENCY).silent) == silent
