"""Our own printed reports come back: every figure, every paragraph."""

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from govreport.editions.cells import Content, ProcessingFee, Signature
from govreport.importing.grid import Source
from govreport.importing.matching import match
from govreport.importing.readers import pdf
from govreport.rendering import interchange
from govreport.rendering.document import document
from govreport.rendering.pdf import pdf as printed
from tests.contents import CORPUS, filled
from tests.importing.layouts.noise import clean
from tests.importing.layouts.pdf import without_upright_lines

LONG = "本单位按照条例要求推进主动公开和依申请公开，完善信息管理，用好公开平台，加强监督保障。" * 4
NARRATIVE = {
    "preamble": f"{LONG}\n联系电话：0000-0000000，网址：http://www.example.gov.cn/zwgk/。",
    "overview": f"（一）主动公开情况\n{LONG}\n1.加强平台建设\n全年公开 Word 文件1,234件（占12.5%）。\n{LONG}",
    "problems": f"（一）更新不够及时。{LONG}\n（二）解读形式单一。",
    "other_matters": LONG,
}


def paragraphs(content: Content) -> list[str]:
    """What the report prints outside its tables, the lines of the title as one."""
    made = document(content)
    texts = ["".join(made.title), *(paragraph.text for paragraph in made.preamble)]
    for part in made.parts:
        texts += [part.heading, *(paragraph.text for paragraph in part.paragraphs)]
        texts += part.table.notes if part.table else ()
    return texts + ([made.signoff.name, made.signoff.date] if made.signoff else [])


def as_printed(content: Content) -> Source:
    """The report's PDF as read, the lines of the title as one."""
    return pdf.read(printed(document(content)))


def joined(found: Source, wanted: list[str]) -> list[str]:
    """The paragraphs found, the two lines of a title as one."""
    first, second, *rest = found.paragraphs
    return [first + second, *rest] if first + second == wanted[0] else list(found.paragraphs)


def figures_come_back(path: Path) -> None:
    """Print a published report and compare what is read."""
    content = interchange.read(path.read_bytes()).content

    source = as_printed(content)

    found = match(source, year=content.year)
    assert found is not None
    assert found.figures == content.figures
    assert [doubt.cell for doubt in found.doubts if not doubt.cell.endswith("procurement.amount")] == []
    assert joined(source, paragraphs(content)) == paragraphs(content)


def test_paragraphs_headings_notes_and_signature_come_back_from_our_own_pdf() -> None:
    content = replace(
        filled("2021"),
        narrative=NARRATIVE,
        notes={"applications": LONG, "disclosure.regulations.made": "含修订16件"},
        processing_fee=ProcessingFee(2, Decimal(100), Decimal(100)),
        signature=Signature("云溪县林业局", datetime.date(2024, 1, 20)),
    )

    source = as_printed(content)

    assert joined(source, paragraphs(content)) == paragraphs(content)
    assert source.removed == ("页码",)


def test_the_figures_of_a_published_report_come_back_from_our_own_pdf() -> None:
    figures_come_back(next(path for path in CORPUS if path.stem == "jiangsu-suqian-2023"))


def test_a_report_without_upright_lines_is_read_by_where_its_words_stand() -> None:
    content = interchange.read(
        next(p for p in CORPUS if p.stem == "jiangsu-suqian-2023").read_bytes()
    ).content

    found = match(pdf.read(without_upright_lines(content, clean(content))[1]), year=content.year)

    assert found is not None
    assert found.figures == content.figures


@pytest.mark.matrix
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_the_figures_of_every_published_report_come_back_from_our_own_pdf(path: Path) -> None:
    figures_come_back(path)
