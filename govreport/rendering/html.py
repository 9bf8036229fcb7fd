"""The printed report as HTML: the article that every page shows, and a complete page to keep."""

from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from govreport.rendering.document import Document

STATIC = Path(settings.BASE_DIR) / "static"


def article(document: Document) -> SafeString:
    """The `<article class="report">`, without style or script of its own; looks come from report.css."""
    return render_to_string("report/_article.html", {"document": document})


def page(document: Document) -> str:
    """A complete HTML5 page that can be read alone; printed by a browser it follows print.css too."""
    return render_to_string(
        "report/page.html",
        {"document": document, "screen_css": _stylesheet("report"), "print_css": _stylesheet("print")},
    )


def _stylesheet(name: str) -> SafeString:
    """One of our own style sheets, safe to stand inside `<style>`."""
    return mark_safe((STATIC / "css" / f"{name}.css").read_text(encoding="utf-8"))  # noqa: S308 - our file
