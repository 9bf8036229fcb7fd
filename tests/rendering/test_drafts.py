"""The draft as it would be published, marked on every printed page."""

from io import BytesIO

from pypdf import PdfReader

from govreport.rendering import drafts
from govreport.rendering.document import document
from govreport.rendering.html import article
from tests.contents import blank, filled
from tests.rendering.reports import squeezed

MARK = "草稿（填写中，2024年1月12日 10:42），不是正式文本"


def test_the_page_is_the_published_one_and_says_in_words_that_it_is_a_draft() -> None:
    content = filled("2021")

    page = drafts.page(content, MARK)

    marked = f'  <p class="report-mark">{MARK}</p>\n'
    assert page.replace(marked, "").replace(" report-draft", "") == article(document(content))
    assert marked in page


def test_a_blank_cell_is_printed_blank() -> None:
    page = drafts.page(blank(), MARK)

    assert '<td id="applications.granted.total" class="report-figure"></td>' in page


def test_the_mark_stands_on_every_page_of_the_pdf() -> None:
    printed = PdfReader(BytesIO(drafts.pdf(filled("2021"), MARK)))

    pages = [squeezed(page.extract_text()) for page in printed.pages]

    assert len(pages) == 3
    assert [page for page in pages if squeezed(MARK) not in page] == []
