"""What we print ourselves comes back: text, figures, fee, signature and notes of every kind of report."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from govreport.editions.cells import Content, ProcessingFee, Signature
from govreport.importing.reading import Reading, read
from govreport.rendering.interchange import as_dict
from govreport.rendering.interchange import read as read_interchange
from govreport.rendering.renderers import RENDERERS
from tests.contents import CORPUS, NARRATIVE, filled
from tests.rendering.reports import NAMES, report


def reread(content: Content) -> Reading:
    """A content printed as a web page and read from it."""
    return read("report.html", RENDERERS["html"].render(content))


def told(content: Content) -> dict[str, object]:
    """What a report prints; how to reach the agency is read out of its text besides."""
    return {key: value for key, value in as_dict(content).items() if key != "contact"}


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_published_report_comes_back_from_our_page(path) -> None:  # type: ignore[no-untyped-def]
    content = read_interchange(path.read_bytes()).content

    assert told(reread(content).content) == told(content)


@pytest.mark.parametrize("name", NAMES)
def test_narrative_fee_signature_and_note_come_back_and_no_text_is_doubted(name: str) -> None:
    reading = reread(report(name))

    assert told(reading.content) == told(report(name))
    assert [doubt for doubt in reading.doubts if not doubt.cell.startswith("disclosure.")] == []


@pytest.mark.parametrize(
    "fee",
    [
        ProcessingFee(0, Decimal(0), Decimal(0)),
        ProcessingFee(3, Decimal("1200.5"), None),
        ProcessingFee(None, None, Decimal("380")),
        ProcessingFee(12, None, None),
    ],
)
def test_our_own_sentence_on_the_fee_is_the_fee_again_and_no_text(fee: ProcessingFee) -> None:
    content = replace(filled("2021"), processing_fee=fee)

    found = reread(content).content

    assert (found.processing_fee, found.part("other_matters")) == (fee, NARRATIVE["other_matters"])


@pytest.mark.parametrize(
    "signature",
    [
        Signature("云溪县林业局", datetime.date(2024, 1, 9)),
        Signature("云溪县林业局", None),
        Signature(None, datetime.date(2024, 1, 9)),
        None,
    ],
)
def test_a_signature_comes_back_whole_or_in_part(signature: Signature | None) -> None:
    assert reread(replace(filled("2021"), signature=signature)).content.signature == signature


def test_notes_of_cells_and_of_tables_come_back_in_their_places() -> None:
    notes = {
        "disclosure": "数据由县司法局核对",
        "disclosure.administrative_fees.amount": "含上年欠缴",
        "disclosure.licenses.decisions": "含委托实施的许可",
        "applications.new_received.total": "其中网上申请2件",
    }

    reading = reread(replace(filled("2021"), notes=notes))

    assert (dict(reading.content.notes), reading.doubts) == (notes, ())


def test_a_title_of_its_own_is_kept_and_the_forms_own_is_not() -> None:
    untitled = replace(filled("2021"), agency_name=None, title="2023年全县政府信息公开工作年度报告")

    assert reread(untitled).content.title == untitled.title
    assert reread(filled("2021")).content.title is None
