"""Where an agency comes from: what the database holds, and what the administrator is told."""

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse

from govreport.agencies.models import Agency, Predecessor

County = dict[str, Agency]
ClientOf = Callable[[str], Client]


def link(county: County, share: str = "1", **changed: object) -> Predecessor:
    """云溪县林业局 comes from 云溪县交通运输局, not saved."""
    origin: dict[str, object] = {
        "agency": county["yunxi-lyj"],
        "predecessor": county["yunxi-jtj"],
        "year": 2023,
    }
    return Predecessor(**{**origin, "share": Decimal(share), **changed})


def test_a_link_says_who_comes_from_whom_since_when(county: County) -> None:
    assert str(link(county)) == "云溪县交通运输局 → 云溪县林业局（2023）"


def test_without_a_share_everything_went_over(county: County) -> None:
    origin = Predecessor.objects.create(
        agency=county["yunxi-lyj"], predecessor=county["yunxi-jtj"], year=2023
    )

    assert Predecessor.objects.get() == origin
    assert origin.share == 1


@pytest.mark.parametrize("share", ["0.0001", "0.5", "1"])
def test_a_share_is_a_part_or_the_whole(county: County, share: str) -> None:
    link(county, share).save()

    assert Predecessor.objects.get().share == Decimal(share)


@pytest.mark.parametrize("share", ["0", "-0.5", "1.0001", "2"])
def test_any_other_share_is_refused(county: County, share: str) -> None:
    with pytest.raises(ValidationError, match="承接比例应大于 0、不大于 1"):
        link(county, share).full_clean()
    with pytest.raises(IntegrityError, match="predecessor_share_is_a_part"):
        link(county, share).save()


def test_no_agency_comes_from_itself(county: County) -> None:
    itself = link(county, predecessor=county["yunxi-lyj"])

    with pytest.raises(ValidationError, match="原单位不能是承接单位自己"):
        itself.full_clean()
    with pytest.raises(IntegrityError, match="predecessor_is_another_agency"):
        itself.save()


def test_a_link_is_there_once(county: County) -> None:
    link(county).save()

    with pytest.raises(ValidationError, match="这条沿革已经登记"):
        link(county, "0.5").full_clean()
    with pytest.raises(IntegrityError):
        link(county, "0.5").save()


def test_an_agency_may_come_from_several_and_again_in_another_year(county: County) -> None:
    link(county).save()
    link(county, predecessor=county["yunxi-gov"]).save()
    link(county, year=2025).save()

    assert county["yunxi-lyj"].predecessors.count() == 3


def test_an_agency_that_others_come_from_is_not_removed(county: County) -> None:
    link(county).save()

    with pytest.raises(ProtectedError):
        Agency.objects.get(code="yunxi-jtj").delete()


def page_of(agency: Agency) -> str:
    return reverse("admin:agencies_agency_change", args=[agency.pk])


def typed(county: County, *rows: Mapping[str, object]) -> dict[str, object]:
    """The page of 云溪县林业局 as it is, with new lines under 机构沿革."""
    forestry = county["yunxi-lyj"]
    lines = {
        f"predecessors-{number}-{name}": value
        for number, row in enumerate(rows)
        for name, value in {"agency": forestry.pk, "year": 2023, "share": "1", **row}.items()
    }
    return {
        "name": forestry.name,
        "kind": forestry.kind,
        "active": "on",
        "treebeard_position": "right",
        "treebeard_ref_node": county["yunxi-gov"].pk,
        "predecessors-TOTAL_FORMS": len(rows),
        "predecessors-INITIAL_FORMS": 0,
        **lines,
    }


def test_links_stand_on_the_page_of_the_agency(client_of: ClientOf, county: County) -> None:
    page = client_of("admin").get(page_of(county["yunxi-lyj"])).content.decode()

    assert all(word in page for word in ("机构沿革", "原单位", "自哪一年度的年报起", "承接比例"))


def test_a_link_is_saved_on_the_page(client_of: ClientOf, county: County) -> None:
    row = {"predecessor": county["yunxi-jtj"].pk, "share": "0.4"}

    response = client_of("admin").post(page_of(county["yunxi-lyj"]), typed(county, row))

    saved = Predecessor.objects.get()
    assert response.status_code == 302
    assert (saved.agency, saved.predecessor) == (county["yunxi-lyj"], county["yunxi-jtj"])
    assert (saved.year, saved.share) == (2023, Decimal("0.4"))


@pytest.mark.parametrize("share", ["0", "2"])
def test_a_wrong_share_is_explained_in_chinese(client_of: ClientOf, county: County, share: str) -> None:
    row = {"predecessor": county["yunxi-jtj"].pk, "share": share}

    response = client_of("admin").post(page_of(county["yunxi-lyj"]), typed(county, row))

    assert "承接比例应大于 0、不大于 1" in response.content.decode()
    assert not Predecessor.objects.exists()


def test_a_link_that_stands_there_twice_is_explained_in_chinese(client_of: ClientOf, county: County) -> None:
    row = {"predecessor": county["yunxi-jtj"].pk}

    response = client_of("admin").post(page_of(county["yunxi-lyj"]), typed(county, row, row))

    assert "重复" in response.content.decode()
    assert not Predecessor.objects.exists()


def test_the_agency_itself_is_explained_in_chinese(
    client_of: Callable[[str], Client], county: dict[str, Agency]
) -> None:
    forestry = county["yunxi-lyj"]
    typed = {
        "name": forestry.name,
        "kind": forestry.kind,
        "active": "on",
        "treebeard_position": "right",
        "treebeard_ref_node": county["yunxi-gov"].pk,
        "predecessors-TOTAL_FORMS": 1,
        "predecessors-INITIAL_FORMS": 0,
        "predecessors-0-agency": forestry.pk,
        "predecessors-0-predecessor": forestry.pk,
        "predecessors-0-year": 2023,
        "predecessors-0-share": "1",
    }

    response = client_of("admin").post(reverse("admin:agencies_agency_change", args=[forestry.pk]), typed)

    assert "原单位不能是承接单位自己" in response.content.decode()
