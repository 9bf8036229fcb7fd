"""PUBLISH 9 · The formats a report is published in: each makes bytes from content."""

from collections.abc import Callable
from dataclasses import dataclass

from govreport.editions.cells import Content
from govreport.rendering import html, interchange, pdf, xlsx
from govreport.rendering.document import document


@dataclass(frozen=True)
class Renderer:
    """One format: its media type, its file suffix without the dot, and the function."""

    media_type: str
    suffix: str
    render: Callable[[Content], bytes]


def _pdf(content: Content) -> bytes:
    return pdf.pdf(document(content))


def _html(content: Content) -> bytes:
    return html.page(document(content)).encode()


RENDERERS: dict[str, Renderer] = {
    "pdf": Renderer("application/pdf", "pdf", _pdf),
    "html": Renderer("text/html; charset=utf-8", "html", _html),
    "xlsx": Renderer(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", xlsx.workbook
    ),
    "json": Renderer("application/json", "json", interchange.canonical),
}
