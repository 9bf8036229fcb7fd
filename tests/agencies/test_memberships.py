"""Which roles a person has, and where."""

import pytest
from django.db import IntegrityError
from pytest_django import DjangoAssertNumQueries

from govreport.agencies.memberships import agencies_of, authorities_over, open_administration, roles_of
from govreport.agencies.models import Agency, Membership, Role, User
from tests import people

County = dict[str, Agency]
Cast = dict[str, User]


def test_a_role_holds_at_its_agency_only(county: County, cast: Cast) -> None:
    assert roles_of(cast["clerk"], county["yunxi-lyj"]) == {Role.CLERK}
    assert roles_of(cast["clerk"], county["yunxi-jtj"]) == frozenset()


def test_a_person_can_have_several_roles_at_an_agency(county: County, cast: Cast) -> None:
    Membership.objects.create(user=cast["clerk"], agency=county["yunxi-lyj"], role=Role.SUPERVISOR)

    assert roles_of(cast["clerk"], county["yunxi-lyj"]) == {Role.CLERK, Role.SUPERVISOR}


def test_agencies_are_found_by_role_and_once_each(county: County, cast: Cast) -> None:
    for role in (Role.SUPERVISOR, Role.AUTHORITY):
        Membership.objects.create(user=cast["clerk"], agency=county["yunxi-lyj"], role=role)
    Membership.objects.create(user=cast["clerk"], agency=county["yunxi-qhz"], role=Role.CLERK)

    assert list(agencies_of(cast["clerk"])) == [county["yunxi-lyj"], county["yunxi-qhz"]]
    assert list(agencies_of(cast["clerk"], Role.SUPERVISOR, Role.AUTHORITY)) == [county["yunxi-lyj"]]
    assert list(agencies_of(cast["clerk"], Role.ADMINISTRATOR)) == []


@pytest.mark.parametrize(
    ("code", "authority"), [("yunxi-lyj", "yunxi-gov"), ("yunxi", "yunxi-gov"), ("hekou-gov", "hekou-gov")]
)
def test_the_authority_over_an_agency_is_that_of_its_county(
    county: County, cast: Cast, code: str, authority: str
) -> None:
    assert list(authorities_over(county[code])) == [county[authority]]


def test_the_nearest_authority_comes_first(county: County, cast: Cast) -> None:
    Membership.objects.create(user=cast["stranger"], agency=county["yunxi"], role=Role.AUTHORITY)

    assert list(authorities_over(county["yunxi-lyj"])) == [county["yunxi-gov"], county["yunxi"]]


def test_each_takes_one_query(
    county: County, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        roles_of(cast["clerk"], county["yunxi-lyj"])
        list(agencies_of(cast["clerk"], Role.CLERK))
        list(authorities_over(county["yunxi-lyj"]))


def test_the_same_role_twice_is_refused(county: County, cast: Cast) -> None:
    with pytest.raises(IntegrityError):
        Membership.objects.create(user=cast["clerk"], agency=county["yunxi-lyj"], role=Role.CLERK)


def test_administration_is_open_to_administrators_only(county: County, cast: Cast) -> None:
    Membership.objects.create(user=cast["clerk"], agency=county["yunxi-gov"], role=Role.ADMINISTRATOR)
    cast["admin"].memberships.all().delete()

    for person in ("clerk", "admin"):
        open_administration(cast[person])

    assert [user.username for user in User.objects.filter(is_staff=True, is_superuser=True)] == ["clerk"]


def test_the_whole_cast_is_made_in_few_queries(
    db: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(6):
        people.make_cast(people.make_county())
