"""Agencies of an invented county, and what the checks say of a text that one of them wrote."""

from dataclasses import replace

from govreport.checks.finding import Finding
from govreport.checks.subject import AgencyFacts
from tests.contents import filled, judged

BUREAU = AgencyFacts("云溪县林业局", "department", ("县林业局",), "云溪县")
OFFICE = AgencyFacts("云溪县人民政府办公室", "department", ("县政府办",), "云溪县")
COMMISSION = AgencyFacts("云溪县发展和改革委员会", "department", ("县发改委",), "云溪县")
COUNTY = AgencyFacts("云溪县人民政府", "government", ("云溪县", "县政府"), "云溪县")
TOWN = AgencyFacts("云溪县白石镇人民政府", "town", ("白石镇",), "云溪县")
STREET = AgencyFacts("明湖区南屏街道办事处", "sub_district", ("南屏街道",), "明湖区")
ZONE = AgencyFacts("云溪经济开发区管理委员会", "management_committee", ("经开区管委会",), "云溪经济开发区")
CITY_BUREAU = AgencyFacts("北岭市市场监督管理局", "department", ("市市场监管局",), "北岭市")


def said(code: str, agency: AgencyFacts, text: str, part: str = "overview") -> list[Finding]:
    """The findings of this code on a report on 2023 of which this part alone is written."""
    content = replace(filled("2021"), agency_name=agency.name, narrative={part: text})
    return [finding for finding in judged(content, agency=agency).findings if finding.code == code]
