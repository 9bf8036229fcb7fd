"""Chinese justification for WeasyPrint, which widens only spaces (see docs/decisions/0004)."""

from typing import Any

from weasyprint.formatting_structure.boxes import LineBox, TextBox
from weasyprint.layout import inline

# A line that lacks more than so many characters (before a long address, say) stays ragged.
WIDEST_GAP = 4


def justify_chinese() -> None:
    """Let WeasyPrint fill justified lines as Chinese is set. Calling it again changes nothing."""
    inline.justify_line = _justify


def _justify(context: Any, line: LineBox, extra_width: float) -> None:
    """Fill a line of plain text by setting all its characters a little wider."""
    box = line.children[0] if len(line.children) == 1 else None
    if not isinstance(box, TextBox) or extra_width > WIDEST_GAP * line.style["font_size"]:
        return
    box.style = box.style.copy()
    box.style["letter_spacing"] += extra_width / len(box.text)
    box.pango_layout = inline.create_layout(box.text, box.style, context, None, 0)
    box.pango_layout.deactivate()
    box.width += extra_width
    line.width += extra_width


inline.justify_line = _justify
