"""No text makes the checks on copied text, contents and formalities raise; a long one does not stall them."""

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport.checks import formalities
from govreport.checks.narrative import contents, copied
from govreport.checks.subject import AgencyFacts, Subject
from govreport.editions.cells import NARRATIVE_PARTS, Contact, Content, Signature
from tests.checks.narrative.agencies import BUREAU, COUNTY, TOWN
from tests.contents import filled

CHECKS = (*copied.CHECKS, *contents.CHECKS, *formalities.CHECKS)
KINDS = ("government", "department", "town", "sub_district", "management_committee", "other")
PIECES = (
    *(
        "2022年",
        "2023年",
        "二〇二二年",
        "1月1日至12月31日",
        "收到",
        "申请",
        "3件",
        "12",
        "，",
        "。",
        "\n",
        " ",
    ),
    *(
        "我局",
        "本镇",
        "我县",
        "河口县林业局",
        "青禾镇",
        "街道",
        "县",
        "镇",
        "政府",
        "办公室",
        "由",
        "编制",
        "联系",
    ),
    *("XX", "××", "{", "}", "{a.b}", "[bookmark", "待补充", "“", "”", "《", "》", "（", "@", ".com"),
    *("\0", "\u202e", "\u200f", "\u2028", "\U0001f600", "\u0301", "²", "\\", "(", "["),
)
texts = st.text() | st.lists(st.sampled_from(PIECES) | st.text(max_size=2), max_size=40).map("".join)


def _written(text: str) -> Content:
    """A content with this text wherever one may be written."""
    return replace(
        filled("2021"),
        agency_name=text,
        title=text,
        contact=Contact(office=text),
        narrative=dict.fromkeys(NARRATIVE_PARTS, text),
        signature=Signature(text, date(2024, 1, 9)),
    )


@settings(derandomize=True, database=None, deadline=None, max_examples=150)
@given(text=texts, name=texts, kind=st.sampled_from(KINDS))
def test_no_text_makes_them_raise_and_what_they_quote_stands_in_it(text: str, name: str, kind: str) -> None:
    agencies = (AgencyFacts(name, kind, (name[:4],), name[:3]), BUREAU, COUNTY, TOWN)
    for agency in agencies:
        for check in CHECKS:
            for item in check(Subject(_written(text), agency=agency)):
                assert getattr(item, "passage", "") in text


@pytest.mark.parametrize(
    "piece", [*PIECES, "2022年，我局", "由县局", "河口县林业局收到", "局编制", "，请", "我县收到申请"]
)
def test_a_very_long_text_ends_soon(piece: str) -> None:
    content = _written((piece * 50_000)[:50_000])
    begun = time.process_time()
    for check in CHECKS:
        for agency in (BUREAU, TOWN):
            list(check(Subject(content, agency=agency)))

    assert time.process_time() - begun < 2  # of CPU, for eight such parts: a square would take minutes
