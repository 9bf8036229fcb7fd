"""References to figures: their names are unique, and both ways lead back to the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.editions.cells import Address
from govreport.editions.lookup import EDITIONS, edition
from govreport.editions.references import (
    Reference,
    addressed,
    name_of,
    named_in,
    references,
    resolved,
    without_values,
    worded,
)
from govreport.editions.schema import Edition

FORM = edition("2021")
RECEIVED = Reference(Address.parse("applications.new_received.total"))
NAME, STORED = "〔表三·本年新收·总计〕", "⟦applications.new_received.total⟧"
LAST_NAME, LAST_STORED = "〔上年·表三·本年新收·总计〕", "⟦last:applications.new_received.total⟧"
WORDS = [
    *list(references(FORM))[::40],
    "〔2021〕30号",
    "〔表三·没有〕",
    "收到",
    "\n",
    "〔",
    "〕",
    "·",
    "件。",
]
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=12).map("".join)


@pytest.mark.parametrize("form", EDITIONS.values(), ids=EDITIONS)
def test_every_cell_has_two_names_of_its_own(form: Edition) -> None:
    named = references(form)

    assert len(named) == 2 * len(form.cells)
    assert {one.address for one in named.values()} == set(form.cells)
    assert max(map(len, named)) <= 40
    assert [list(named_in(name)) for name in named] == [[name] for name in named]


@pytest.mark.parametrize(
    ("key", "address", "name"),
    [
        ("2021", "applications.new_received.total", NAME),
        ("2021", "applications.results_total.total", "〔表三·办理结果总计·总计〕"),
        ("2021", "applications.partially_granted.natural_person", "〔表三·部分公开·自然人〕"),
        ("2021", "applications.denied_state_secret.total", "〔表三·不予公开·属于国家秘密·总计〕"),
        (
            "2021",
            "applications.other_correction_overdue.total",
            "〔表三·其他处理·申请人无正当理由逾期不补正·总计〕",
        ),
        ("2021", "disclosure.administrative_fees.amount", "〔表二·行政事业性收费·本年收费金额〕"),
        ("2019", "disclosure.licenses.items_change", "〔表二·行政许可·本年增/减〕"),
        ("2019", "disputes.direct_litigation.upheld", "〔表四·行政诉讼·未经复议直接起诉·结果维持〕"),
    ],
)
def test_a_name_is_made_of_the_words_of_the_form(key: str, address: str, name: str) -> None:
    assert name_of(Reference(Address.parse(address)), edition(key)) == name


def test_names_are_stored_as_addresses_and_read_as_names() -> None:
    text = f"收到申请{NAME}件，上年{LAST_NAME}件。"

    stored = addressed(text, FORM)

    assert stored == f"收到申请{STORED}件，上年{LAST_STORED}件。"
    assert worded(stored, FORM) == text


@given(TEXTS.filter(lambda text: "⟦" not in text))
def test_any_text_comes_back_as_it_was_written(text: str) -> None:
    assert worded(addressed(text, FORM), FORM) == text


def test_a_value_stands_in_place_of_a_reference_and_what_has_none_stays_visible() -> None:
    values = {RECEIVED: "10"}

    assert resolved(f"{STORED}件，上年{LAST_STORED}件", FORM, values.get) == f"10件，上年{LAST_NAME}件"


@pytest.mark.parametrize("text", ["国办公开办函〔2021〕30号", "〔表三·没有这一行·总计〕", "⟦x.y.z⟧", "⟦书⟧"])
def test_what_is_no_reference_of_the_edition_stays(text: str) -> None:
    assert addressed(text, FORM) == worded(text, FORM) == resolved(text, FORM, lambda _: "1") == text


def test_what_is_meant_as_a_name_is_found_and_a_document_s_number_is_not() -> None:
    text = f"〔2021〕30号{NAME}〔表三·本年新收〕⟦x.y.z⟧〔总计〕〔上年·新收〕{NAME}"

    assert list(named_in(text)) == [NAME, "〔表三·本年新收〕", "〔上年·新收〕", "⟦x.y.z⟧"]


def test_a_text_is_compared_without_the_values() -> None:
    assert without_values(f"收到{STORED}件") == "收到0件"
