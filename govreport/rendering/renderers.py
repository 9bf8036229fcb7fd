"""PUBLISH 9 · The formats a report is published in: each makes bytes from content."""

from dataclasses import dataclass
from typing import Protocol

from govreport.editions.cells import Content
from govreport.rendering import html, interchange, pdf, xlsx
from govreport.rendering.document import document


class Render(Protocol):
    """Makes the bytes of a format; `mark` is a line above the title, where the format is for people."""

    def __call__(self, content: Content, mark: str = "", /) -> bytes: ...


@dataclass(frozen=True)
class Renderer:
    """One format: its media type, its file suffix without the dot, and the function."""

    media_type: str
    suffix: str
    render: Render


def _pdf(content: Content, mark: str = "", /) -> bytes:
    return pdf.pdf(document(content, mark=mark))


def _html(content: Content, mark: str = "", /) -> bytes:
    return html.page(document(content, mark=mark)).encode()


def _xlsx(content: Content, mark: str = "", /) -> bytes:
    """The workbook says where it comes from in its own words."""
    return xlsx.workbook(content)


def _json(content: Content, mark: str = "", /) -> bytes:
    """The canonical form, in which no mark has a place."""
    return interchange.canonical(content)


RENDERERS: dict[str, Renderer] = {
    "pdf": Renderer("application/pdf", "pdf", _pdf),
    "html": Renderer("text/html; charset=utf-8", "html", _html),
    "xlsx": Renderer("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", _xlsx),
    "json": Renderer("application/json", "json", _json),
}
