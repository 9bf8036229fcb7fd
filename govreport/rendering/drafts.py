"""The draft as it would be published, page and PDF, with a mark on every printed page."""

from django.utils.safestring import SafeString

from govreport.editions.cells import Content
from govreport.rendering import pdf as printed
from govreport.rendering.document import document
from govreport.rendering.html import article


def page(content: Content, mark: str) -> SafeString:
    """The article that the public would read."""
    return article(document(content, mark=mark, draft=True))


def pdf(content: Content, mark: str) -> bytes:
    """The printed report; takes about a second. Raises ForbiddenUrl."""
    return printed.pdf(document(content, mark=mark, draft=True))
