"""The interchange form is read with its doubts and written in one spelling."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from govreport.editions.cells import Address, Contact, Period, ProcessingFee, Signature
from govreport.rendering.interchange import (
    SCHEMA_FILE,
    Unreadable,
    as_dict,
    canonical,
    fingerprint,
    read,
)
from tests.contents import CORPUS, blank, filled

LICENSES = Address("disclosure", "licenses", "decisions")


def report(**changes: Any) -> bytes:
    """A smallest report file with changes."""
    smallest = {"edition": "2021", "agency": {"name": "云溪县林业局"}, "year": 2023, "tables": {}}
    return json.dumps(smallest | changes).encode()


def with_cell(value: Any) -> bytes:
    return report(tables={"disclosure": {"licenses": {"decisions": value}}})


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_published_report_comes_back_equal(path: Path) -> None:
    content = read(path.read_bytes()).content

    again = read(canonical(content))

    assert again.content == content
    assert again.doubts == ()
    assert fingerprint(again.content) == fingerprint(content)


def test_everything_a_content_holds_comes_back() -> None:
    content = replace(
        filled("2021", {"disclosure.administrative_fees.amount": Decimal("24252.311082")}),
        agency_code="yunxi-lyj",
        scope="aggregate",
        period=Period(date(2023, 1, 1), date(2023, 12, 30)),
        title="云溪县林业局2023年政府信息公开工作年度报告",
        contact=Contact(office="办公室", telephone="0730-0000000"),
        processing_fee=ProcessingFee(1, Decimal("380"), Decimal("0.5")),
        notes={"disclosure.normative_documents.in_force": "其中修订1件"},
        signature=Signature("云溪县林业局", date(2024, 1, 20)),
        version=2,
    )

    assert read(canonical(content)).content == content


def test_the_canonical_form_is_sorted_dense_and_keeps_to_the_schema() -> None:
    content = filled("2021", {"disclosure.administrative_fees.amount": Decimal("1.50")})

    written = canonical(content)

    assert b'"amount":"1.5"' in written
    assert written.startswith('{"agency":{"name":"云溪县林业局"},"edition":"2021","narrative"'.encode())
    Draft202012Validator(json.loads(SCHEMA_FILE.read_bytes())).validate(json.loads(written))


def test_the_same_content_has_the_same_fingerprint_and_another_has_another() -> None:
    same = filled("2021", {str(LICENSES): 4}), filled("2021", {str(LICENSES): 4})

    assert fingerprint(same[0]) == fingerprint(same[1])
    assert fingerprint(same[0]) != fingerprint(filled("2021", {str(LICENSES): None}))


def test_blank_is_null_and_not_0() -> None:
    tables = as_dict(blank())["tables"]

    assert tables["disclosure"]["licenses"]["decisions"] is None
    assert len(tables["applications"]) == 25


def test_an_object_that_holds_the_report_under_content_is_read() -> None:
    wrapped = json.dumps({"content": json.loads(report()), "findings": []}).encode()

    assert read(wrapped).content.agency_name == "云溪县林业局"


@pytest.mark.parametrize("value", ["12abc", "１２", True, ["7"], {"n": 1}, 10**400, "9" * 200])
def test_a_cell_that_is_no_number_is_a_doubt_and_kept_as_text(value: Any) -> None:
    reading = read(with_cell(value))

    assert [doubt.cell for doubt in reading.doubts] == [str(LICENSES)]
    assert LICENSES in reading.content.unread
    assert reading.content.figure(LICENSES) is None


@pytest.mark.parametrize(("value", "number"), [(7, 7), ("7", 7), (7.0, 7), (-5, -5), (1.5, Decimal("1.5"))])
def test_a_number_is_kept_as_filed(value: Any, number: int | Decimal) -> None:
    reading = read(with_cell(value))

    assert reading.content.figure(LICENSES) == number
    assert reading.doubts == ()


def test_a_cell_that_the_edition_does_not_have_is_named() -> None:
    reading = read(report(tables={"disclosure": {"penalties": {"items_last_year": 3}}}))

    (doubt,) = reading.doubts
    assert (doubt.cell, doubt.seen) == ("disclosure.penalties.items_last_year", "3")
    assert doubt.reason == "2021年版格式没有这一格，数字没有采用"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "不是完整的 JSON"),
        (b"\xff\xfe", "不是 UTF-8"),
        (b"[]", "最外层应为 JSON 对象"),
        (b"{}", "edition 应为 2019 或 2021"),
        (b"[" * 200_000, "嵌套层数过多"),
        (b'{"edition": "2021", "edition": "2019"}', "“edition”重复出现"),
        (b'{"edition": NaN}', "不允许的数值 NaN"),
        (b'{"edition": "2021", "agency": {"name": "\\ud800"}}', "不是 UTF-8"),
        (b'{"edition": "2021"}', "文件：缺少必需的项 agency、year"),
        (report(year="去年"), "year：类型不对，应为整数或 null（原为“去年”）"),
        (report(year=1999), "year：不能小于 2019（原为“1999”）"),
        (report(extra=1), "有格式里没有的项 extra"),
        (report(tables={"grants": {}}), "tables：有格式里没有的项 grants"),
        (report(tables=[]), "tables：类型不对，应为对象"),
        (report(agency={"name": None, "code": "A B"}), "agency.code：写法不对（原为“A B”）"),
        (report(notes={"disclosure": ""}), "notes.disclosure：不能是空的"),
        (report(tables={"disclosure": {"licenses": 4}}), "disclosure.licenses：类型不对"),
        (report(signature={"date": "1月26日"}), "不是日期"),
        (report(scope="country"), "scope：不是允许的值，应为 own 或 aggregate（原为“country”）"),
    ],
)
def test_what_is_no_report_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        read(data)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda x: st.lists(x) | st.dictionaries(st.text(), x),
    )
)
def test_any_json_in_the_tables_is_read_or_refused(value: Any) -> None:
    with suppress(Unreadable):
        assert read(report(tables=value)).content.year == 2023


def test_a_number_beyond_all_bounds_is_told_in_a_sentence() -> None:
    cell = b'{"disputes": {"reconsideration": {"upheld": 1e99999999999999999999}}}'

    with pytest.raises(Unreadable, match="过大的数值"):
        read(b'{"edition": "2021", "tables": ' + cell + b"}")
