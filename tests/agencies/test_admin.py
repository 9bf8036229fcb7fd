"""The administrator's pages: who gets in, and what cannot be broken there."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from govreport.agencies.models import Agency, Membership, Role, User

County = dict[str, Agency]
Cast = dict[str, User]
ClientOf = Callable[[str], Client]


def test_strangers_are_sent_to_the_one_sign_in(client: Client, db: None) -> None:
    response = client.get("/admin/", follow=True)

    assert response.redirect_chain[-1][0] == "/accounts/login/?next=%2Fadmin%2F"


@pytest.mark.parametrize("person", ["clerk", "supervisor", "authority"])
def test_who_is_no_administrator_is_refused(client_of: ClientOf, person: str) -> None:
    assert client_of(person).get("/admin/", follow=True).status_code == 403


PAGES = [
    "/admin/",
    "/admin/agencies/user/",
    "/admin/agencies/user/add/",
    "/admin/agencies/agency/",
    "/admin/agencies/agency/?q=林业",
    "/admin/agencies/agency/add/",
    "/admin/years/reportingyear/",
    "/admin/years/reportingyear/add/",
]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens(client_of: ClientOf, page: str) -> None:
    assert client_of("admin").get(page).status_code == 200


def test_nothing_but_master_data_is_there(client_of: ClientOf) -> None:
    apps = client_of("admin").get("/admin/").context["app_list"]

    assert {model["object_name"] for app in apps for model in app["models"]} == {
        "User",
        "Agency",
        "ReportingYear",
    }


def fields_of(agency: Agency, **changed: object) -> dict[str, object]:
    return {
        "name": agency.name,
        "kind": agency.kind,
        "active": "on",
        "treebeard_position": "first-child",
        "treebeard_ref_node": "",
        "predecessors-TOTAL_FORMS": "0",
        "predecessors-INITIAL_FORMS": "0",
        **changed,
    }


def test_an_agency_is_added_below_another(client_of: ClientOf, county: County) -> None:
    new = Agency(name="云溪县司法局", kind=Agency.Kind.DEPARTMENT)
    data = fields_of(new, code="yunxi-sfj", treebeard_ref_node=county["yunxi"].pk)

    response = client_of("admin").post("/admin/agencies/agency/add/", data)

    assert response.status_code == 302
    added = Agency.objects.get(code="yunxi-sfj")
    assert Agency.objects.get_parent(added) == county["yunxi"]
    assert {past.history_user.username for past in added.history.all()} == {"admin"}


def test_the_code_is_not_taken_from_the_form(client_of: ClientOf, county: County) -> None:
    forestry = county["yunxi-lyj"]
    place = {"treebeard_position": "right", "treebeard_ref_node": county["yunxi-gov"].pk}
    address = reverse("admin:agencies_agency_change", args=[forestry.pk])

    client_of("admin").post(address, fields_of(forestry, name="云溪县林草局", code="yunxi-lcj", **place))

    forestry.refresh_from_db()
    assert (forestry.name, forestry.code) == ("云溪县林草局", "yunxi-lyj")


@pytest.mark.parametrize(("code", "status"), [("yunxi-qhz", 200), ("yunxi", 403)])
def test_only_an_agency_with_none_below_it_can_be_removed(
    client_of: ClientOf, county: County, code: str, status: int
) -> None:
    address = reverse("admin:agencies_agency_delete", args=[county[code].pk])

    assert client_of("admin").get(address).status_code == status


def person_form(user: User, *memberships: Membership) -> dict[str, object]:
    rows = {
        f"memberships-{number}-{field}": value
        for number, membership in enumerate(memberships)
        for field, value in {"agency": membership.agency_id, "role": membership.role, "user": user.pk}.items()
    }
    forms = {"memberships-TOTAL_FORMS": len(memberships), "memberships-INITIAL_FORMS": 0}
    return {"username": user.username, "name": user.name, "is_active": "on", **forms, **rows}


def test_the_role_of_administrator_opens_these_pages(client_of: ClientOf, cast: Cast, county: County) -> None:
    stranger = cast["stranger"]
    role = Membership(agency=county["yunxi-gov"], role=Role.ADMINISTRATOR)
    address = reverse("admin:agencies_user_change", args=[stranger.pk])

    response = client_of("admin").post(address, person_form(stranger, role))

    stranger.refresh_from_db()
    assert response.status_code == 302
    assert (stranger.is_staff, stranger.is_superuser) == (True, True)


def test_administrators_cannot_lock_themselves_out(client_of: ClientOf, cast: Cast) -> None:
    admin = cast["admin"]
    admin.memberships.all().delete()

    client_of("admin").post(reverse("admin:agencies_user_change", args=[admin.pk]), person_form(admin))

    admin.refresh_from_db()
    assert admin.is_superuser


def test_a_page_saved_without_a_change_of_roles_takes_nothing_away(client_of: ClientOf, cast: Cast) -> None:
    first = User.objects.create_superuser("first", name="首位管理员")

    client_of("admin").post(reverse("admin:agencies_user_change", args=[first.pk]), person_form(first))

    first.refresh_from_db()
    assert (first.is_staff, first.is_superuser) == (True, True)
