"""Whose report a file is: the names it may go by, and those that may not be guessed."""

import pytest

from govreport.importing.history.names import Known, Register, Signs, Unrecognised, recognise, year_in

LYJ = Known(1, "yunxi-lyj", "云溪县林业局", "县林业局", ("云溪县林业和草原局",))
GOV = Known(2, "yunxi", "云溪县人民政府", "县政府")
OFFICE = Known(3, "yunxi-gov", "云溪县人民政府办公室", "县政府办")
ZRZY = Known(4, "yunxi-zrzy", "云溪县自然资源局（云溪县海洋局）", "县自然资源局")
HEKOU = Known(5, "hekou-lyj", "河口县林业局", "县林业局")
REGISTER = Register((LYJ, GOV, OFFICE, ZRZY, HEKOU))


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("云溪县林业局", LYJ),
        ("云溪县 林 业 局", LYJ),
        ("云溪县林业局（盖章）", LYJ),
        ("云溪县林业和草原局", LYJ),
        ("县政府办", OFFICE),
        ("云溪县自然资源局(云溪县海洋局)", ZRZY),
        ("云溪县人民政府办公室", OFFICE),
        ("青川省晋阳市云溪县人民政府", GOV),
        ("关于云溪县林业局", LYJ),
    ],
)
def test_an_agency_is_known_by_its_names(name: str, agency: Known) -> None:
    assert recognise(Signs(name), REGISTER) == agency


@pytest.mark.parametrize(
    "name",
    ["云溪县林业局种苗站", "云溪县人民政府扶贫办公室", "南云溪县林业局", "云溪县教育局", "林业局"],
)
def test_another_agency_with_the_same_words_in_its_name_is_not_taken_for_it(name: str) -> None:
    with pytest.raises(Unrecognised, match=f"没有叫“{name}”的单位"):
        recognise(Signs(name), REGISTER)


def test_a_name_that_two_agencies_bear_is_not_decided_by_chance() -> None:
    with pytest.raises(Unrecognised, match="“县林业局”可能是云溪县林业局、河口县林业局，分不清是哪一个"):
        recognise(Signs("县林业局"), REGISTER)


def test_where_two_agencies_bear_a_name_the_folder_decides() -> None:
    assert recognise(Signs("县林业局", places=("2019", "hekou-lyj")), REGISTER) == HEKOU


def test_a_title_without_agency_gives_way_to_the_name_below_the_report() -> None:
    signs = Signs(texts=("2019年政府信息公开工作年度报告", "河口县林业局"))

    assert recognise(signs, REGISTER) == HEKOU


def test_two_agencies_in_a_title_are_not_decided_between() -> None:
    with pytest.raises(Unrecognised, match="分不清"):
        recognise(Signs(texts=("云溪县林业局", "河口县林业局")), REGISTER)


@pytest.mark.parametrize(
    ("place", "agency"),
    [
        ("yunxi-lyj-2019", LYJ),
        ("2019_hekou-lyj", HEKOU),
        ("云溪县林业局2019年", LYJ),
        ("云溪县人民政府办公室2019年度报告", OFFICE),
    ],
)
def test_a_file_that_says_nothing_is_known_by_its_own_name(place: str, agency: Known) -> None:
    assert recognise(Signs(places=(place,)), REGISTER) == agency


@pytest.mark.parametrize("place", ["yunxi-lyjx-2019", "yunxi-zzz-2019", "report", "2019", "林业局2019年"])
def test_a_name_of_a_file_that_is_no_agencys_says_nothing(place: str) -> None:
    with pytest.raises(Unrecognised, match="没有读出是哪个单位的年报"):
        recognise(Signs(places=(place,)), REGISTER)


def test_what_the_file_says_outweighs_its_name() -> None:
    assert recognise(Signs("云溪县林业局", places=("hekou-lyj-2019",)), REGISTER) == LYJ


def test_the_code_of_the_interchange_form_counts_unless_the_name_contradicts() -> None:
    assert recognise(Signs("林业局", code="yunxi-lyj"), REGISTER) == LYJ
    with pytest.raises(Unrecognised, match="分不清"):
        recognise(Signs("河口县林业局", code="yunxi-lyj"), REGISTER)


@pytest.mark.parametrize(
    ("places", "year"),
    [
        (("yunxi-lyj-2019",), 2019),
        (("report", "2020年"), 2020),
        (("20200131",), None),
        (("2019-2020",), None),
    ],
)
def test_a_year_is_read_from_the_names_of_file_and_folder(places: tuple[str, ...], year: int | None) -> None:
    assert year_in(places) == year
