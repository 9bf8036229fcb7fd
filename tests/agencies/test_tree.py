"""The area of an authority, and its inverse."""

import pytest
from django.db.models import QuerySet
from pytest_django import DjangoAssertNumQueries

from govreport.agencies.models import Agency
from govreport.agencies.tree import area_of, overseeing

YUNXI = ["yunxi", "yunxi-gov", "yunxi-lyj", "yunxi-jtj", "yunxi-qhz"]
HEKOU = ["hekou", "hekou-gov", "hekou-lyj"]

County = dict[str, Agency]


def codes(agencies: QuerySet[Agency]) -> list[str]:
    return list(agencies.values_list("code", flat=True))


@pytest.mark.parametrize(
    ("authority", "area"), [("yunxi-gov", YUNXI), ("yunxi", YUNXI), ("hekou-gov", HEKOU)]
)
def test_an_authority_oversees_its_government_and_all_below(
    county: County, authority: str, area: list[str]
) -> None:
    assert codes(area_of(county[authority])) == area


def test_the_office_of_a_county_below_a_city_oversees_the_county_only(county: County) -> None:
    city = Agency.objects.add_root({"code": "city", "name": "市人民政府", "kind": Agency.Kind.GOVERNMENT})
    Agency.objects.move(Agency.objects.get(code="hekou"), city, "last-child")

    office = Agency.objects.get(code="hekou-gov")

    assert codes(area_of(office)) == HEKOU
    assert codes(area_of(Agency.objects.get(code="hekou"))) == ["city", *HEKOU]


@pytest.mark.parametrize("code", [*YUNXI, *HEKOU])
def test_overseeing_is_the_inverse_of_area(county: County, code: str) -> None:
    agency = county[code]

    inverse = [other.code for other in county.values() if agency in area_of(other)]

    assert sorted(codes(overseeing(agency))) == sorted(inverse)


def test_each_takes_one_query(county: County, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(2):
        codes(area_of(county["yunxi-gov"]))
        codes(overseeing(county["yunxi-lyj"]))


def test_the_counties_of_the_cast_are_sound_trees(county: County) -> None:
    assert Agency.objects.find_problems() == ([], [], [], [], [])
