"""The printed report as PDF: the HTML page, set by WeasyPrint with print.css (GB/T 9704)."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from govreport.rendering.document import Document, Paragraph
from govreport.rendering.html import STATIC, page
from govreport.rendering.justification import justify_chinese

# Chinese lines break around quotation marks; Pango treats them as Western and keeps both sides together.
_BREAKS = re.compile("(?<=[、-。\u3400-\u9fff，：；])(?=[“‘])|(?<=[”’])(?=[\u3400-\u9fff“‘])")


class ForbiddenUrl(ValueError):
    """A report may read nothing but our own static files."""


class StaticFilesOnly(URLFetcher):  # type: ignore[misc]  # weasyprint has no types
    """Reads files below `static/`, refuses every other address: network, other files, data."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("file",), allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The file behind a `file:` address below `static/`. Raises ForbiddenUrl for any other."""
        address = urlsplit(url)
        path = Path(unquote(address.path)).resolve()
        if address.scheme != "file" or address.netloc or not path.is_relative_to(STATIC.resolve()):
            raise ForbiddenUrl(f"不允许读取“{url}”")
        return super().fetch(path.as_uri(), headers)


def pdf(document: Document) -> bytes:
    """The report as tagged PDF; the same document gives the same bytes. Raises ForbiddenUrl."""
    justify_chinese()
    options: dict[str, Any] = {"pdf_variant": "pdf/ua-1"}
    source = HTML(
        string=page(_breakable(document)), base_url=f"{STATIC.as_uri()}/", url_fetcher=StaticFilesOnly()
    )
    try:
        result: bytes = source.write_pdf(**options)
    except FatalURLFetchingError as error:
        raise ForbiddenUrl(str(error)) from error
    return result


def _breakable(document: Document) -> Document:
    """The document with zero-width spaces where a line may break; they leave no trace in the PDF's text."""
    parts = tuple(replace(part, paragraphs=_broken(part.paragraphs)) for part in document.parts)
    return replace(document, preamble=_broken(document.preamble), parts=parts)


def _broken(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(replace(paragraph, text=_BREAKS.sub("\u200b", paragraph.text)) for paragraph in paragraphs)
