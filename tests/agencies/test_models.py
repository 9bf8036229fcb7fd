"""What an agency and a person must be."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from govreport.agencies.models import Agency, CodeIsFixed, User

County = dict[str, Agency]


def agency(**given: object) -> Agency:
    fields = {"code": "new", "name": "新单位", "kind": Agency.Kind.OTHER, "path": "0009", "depth": 1}
    return Agency(**{**fields, **given})


def test_the_code_cannot_be_changed(county: County) -> None:
    forestry = county["yunxi-lyj"]
    forestry.code = "yunxi-linyeju"

    with pytest.raises(CodeIsFixed, match="云溪县林业局"):
        forestry.save()


def test_the_name_can(county: County) -> None:
    forestry = county["yunxi-lyj"]
    forestry.name = "云溪县自然资源局"

    forestry.save()

    assert Agency.objects.get(code="yunxi-lyj").name == "云溪县自然资源局"
    assert [past.name for past in forestry.history.all()] == ["云溪县自然资源局"]


def test_saving_does_not_put_a_moved_agency_back(county: County) -> None:
    forestry, hekou = Agency.objects.get(code="yunxi-lyj"), Agency.objects.get(code="hekou")
    Agency.objects.move(Agency.objects.get(code="yunxi-lyj"), hekou, "first-child")

    forestry.save()

    assert Agency.objects.get_parent(Agency.objects.get(code="yunxi-lyj")) == hekou
    assert Agency.objects.find_problems() == ([], [], [], [], [])


@pytest.mark.parametrize("code", ["", "Yunxi", "yun xi", "yunxi_gov", "云溪", "yunxi\n"])
def test_the_database_refuses_a_code_that_is_no_address(db: None, code: str) -> None:
    with pytest.raises(IntegrityError, match="agency_code_is_plain"):
        agency(code=code).save()


def test_the_database_refuses_a_nameless_agency(db: None) -> None:
    with pytest.raises(IntegrityError, match="agency_has_a_name"):
        agency(name="").save()


def test_a_form_says_what_a_code_may_hold(db: None) -> None:
    with pytest.raises(ValidationError, match="代码只能由小写字母、数字和连字符组成"):
        agency(code="Yunxi").full_clean()


def test_an_agency_is_called_by_its_short_name(county: County) -> None:
    assert county["yunxi-lyj"].called == "县林业局"
    assert agency().called == "新单位"


def test_a_person_has_one_name() -> None:
    person = User(username="suhe", name="苏禾")

    assert (person.get_full_name(), person.get_short_name(), str(person)) == ("苏禾", "苏禾", "苏禾")
    assert str(User(username="suhe")) == "suhe"
