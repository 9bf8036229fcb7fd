"""The web page reader: HTML of any hand (browser, Word, WPS, page editors) to grids and paragraphs."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from govreport.importing.grid import (
    MOST_SIGNS,
    TOO_MUCH_TEXT,
    Drawn,
    Grid,
    Paragraph,
    Piece,
    Source,
    Unreadable,
    flattened,
    place,
)
from govreport.importing.readers.decoding import decoded
from govreport.importing.readers.html_limits import check_page, check_parsed
from govreport.importing.readers.html_text import SHIFTED, Line, is_hidden, is_struck

# fmt: off
_SKIPPED = frozenset({
    "script", "style", "head", "noscript", "template", "select", "textarea", "button", "object", "iframe",
    "svg", "math",
})
_DELETED = frozenset({"del", "s", "strike"})
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt",
    "fieldset", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
    "ol", "p", "pre", "section", "ul",
})
# fmt: on
_MOST_COLUMNS = 1000
_LONGEST_CELL = 300  # of a table of figures


@dataclass
class _Table:
    """A table while it is read: its rows so far."""

    rows: list[list["_Cell"]] = field(default_factory=list)


@dataclass
class _Cell:
    """A cell while it is read: its pieces in order."""

    rowspan: int
    colspan: int
    pieces: list[Piece] = field(default_factory=list)
    remark: str = ""

    @property
    def text(self) -> str:
        """The cell's lines, joined by line feeds."""
        return "\n".join(paragraph.text for paragraph in flattened(self.pieces))


def read(data: bytes) -> Source:
    """Read a web page. Nothing it links to is fetched. Raises Unreadable, MemoryError."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=False)
    text = decoded(data)
    check_page(text)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.ParseError:
        root = None
    check_parsed(parser)
    if root is None:
        raise Unreadable("文件是空的，没有可以读取的内容")
    page = _Page()
    page.walk(root)
    heading = root.findtext(".//title") or ""
    return Source(tuple(page.pieces), " ".join(heading.split()), tuple(page.removed), page.pictures)


class _Page:
    """Walks a page once and collects its pieces; no recursion, so that depth costs nothing."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.removed: list[str] = []
        self.pictures = 0
        self._line = Line()
        self._tables: list[_Table] = []
        self._flows: list[list[Piece]] = [self.pieces]
        self._cells: list[_Cell] = []
        self._shifts: list[str] = []
        self._signs = 0

    def walk(self, root: "etree._Element") -> None:
        """Read everything below an element, in the order of the source."""
        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, node in walker:
            if event == "start":
                if self._left_out(node):
                    walker.skip_subtree()
                else:
                    self._open(node)
                    self._say(node.text)
            else:
                if event == "end" and not self._left_out(node):
                    self._close(node)
                if node is not root:
                    self._say(node.tail)
        self._end_line()

    def _left_out(self, node: "etree._Element") -> bool:
        return node.tag in _SKIPPED or node.tag in _DELETED or is_hidden(node) or is_struck(node)

    def _open(self, node: "etree._Element") -> None:
        tag = str(node.tag)
        if tag in _BLOCKS or tag == "br":
            self._end_line()
        if tag in SHIFTED:
            self._shifts.append(tag)
        elif tag == "img":
            self.pictures += 1
        elif tag in _OPENERS:
            _OPENERS[tag](self, node)

    def _close(self, node: "etree._Element") -> None:
        tag = str(node.tag)
        if tag in _BLOCKS:
            self._end_line()
        if tag in SHIFTED:
            self._shifts.pop()
        elif tag in ("td", "th"):
            self._close_cell()
        elif tag == "table":
            self._close_table()

    def _say(self, text: str | None) -> None:
        if text:
            self._signs += len(text)
            if self._signs > MOST_SIGNS:
                raise Unreadable(TOO_MUCH_TEXT)
            self._line.add(text.translate(SHIFTED[self._shifts[-1]]) if self._shifts else text)

    def _end_line(self) -> None:
        text = self._line.take()
        if text.strip():
            self._flows[-1].append(Paragraph(text))
        elif text and self._cells and not self._flows[-1]:
            self._cells[-1].pieces.append(Paragraph(text))  # a lone NBSP is what the cell says

    def _open_table(self, _node: "etree._Element") -> None:
        self._end_line()
        self._tables.append(_Table())

    def _open_row(self, _node: "etree._Element") -> None:
        if self._tables:
            self._tables[-1].rows.append([])

    def _open_cell(self, node: "etree._Element") -> None:
        self._end_line()
        if not self._tables:  # a cell without a table is only text
            return
        table = self._tables[-1]
        parent = node.getparent()
        if not table.rows or (parent is not None and parent.tag != "tr" and node.getprevious() is None):
            table.rows.append([])
        cell = _Cell(_span(node.get("rowspan"), lowest=0), min(_span(node.get("colspan")), _MOST_COLUMNS))
        if any(inner.tag in _DELETED or is_struck(inner) for inner in node.iter(etree.Element)):
            cell.remark = "有删除线标出的文字，没有采用"
        table.rows[-1].append(cell)
        self._cells.append(cell)
        self._flows.append(cell.pieces)

    def _close_cell(self) -> None:
        self._end_line()
        if not self._tables:
            return
        self._cells.pop()
        self._flows.pop()

    def _close_table(self) -> None:
        self._end_line()
        self._flows[-1].extend(_pieces(self._tables.pop()))


_OPENERS: dict[str, Callable[[_Page, "etree._Element"], None]] = {
    "table": _Page._open_table,
    "tr": _Page._open_row,
    "td": _Page._open_cell,
    "th": _Page._open_cell,
}


def _span(text: str | None, lowest: int = 1) -> int:
    """A span as a browser reads it: leading digits, 1 when there are none."""
    digits = ""
    for sign in (text or "").strip():
        if not sign.isascii() or not sign.isdigit():
            break
        digits += sign
    return max(int(digits[:6]), lowest) if digits else 1


def _pieces(table: _Table) -> list[Piece]:
    """What a table amounts to: a grid; or, when it only lays out the page, what stands in it."""
    rows = [row for row in table.rows if row]
    cells = [cell for row in rows for cell in row]
    if all(len(row) == 1 for row in rows) or _lays_out(cells):
        return [piece for cell in cells for piece in cell.pieces if not _is_blank(piece)]
    drawn = ([Drawn(cell.text, cell.rowspan, cell.colspan, cell.remark) for cell in row] for row in rows)
    return [place(drawn)]


def _lays_out(cells: list[_Cell]) -> bool:
    """Whether a table is there for the page: it holds grids that are larger than itself, or long texts."""
    within = sum(len(piece.cells) for cell in cells for piece in cell.pieces if isinstance(piece, Grid))
    return within >= len(cells) or (within > 0 and any(len(cell.text) > _LONGEST_CELL for cell in cells))


def _is_blank(piece: Piece) -> bool:
    return isinstance(piece, Paragraph) and not piece.text.strip()
