"""What stands in a Word document: its body walked once, as one sees it printed with all changes accepted."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from govreport.importing.grid import Paragraph, Piece, Unreadable
from govreport.importing.readers.docx_numbering import Numbering
from govreport.importing.readers.docx_styles import PLAIN, Look, Styles, W, child, look_of, value
from govreport.importing.readers.docx_symbols import symbol
from govreport.importing.readers.docx_table import TOO_LARGE, Cell, Table, quoted
from govreport.importing.readers.html_text import SHIFTED, Line
from govreport.importing.readers.packages import DAMAGED

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_MOST_STEPS = 120_000  # elements that bear on the text; the official form has 4,000
_MOST_CELLS = 20_000  # of all tables; a report has about 350

DELETED = "修订时删除的文字"
STRUCK = "删除线标出的文字"
HIDDEN = "隐藏的文字"
PROMPT = "没有填写的提示文字"
NOTE = "脚注"
CONTENTS = "目录"

# fmt: off
_SKIPPED = frozenset(f"{W}{name}" for name in (
    "pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "rubyPr",
    "rt", "instrText", "delText", "delInstrText",
))
# fmt: on
_DELETED = frozenset((f"{W}del", f"{W}moveFrom"))
_SHOWN = (f"{W}t", f"{W}delText", f"{W}sym", _BLIP, _IMAGE)


@dataclass
class _Flow:
    """Text that runs on by itself: the body, a cell, a text box. The open paragraph and those before it."""

    pieces: list[Piece] = field(default_factory=list)
    cell: Cell | None = None
    line: Line = field(default_factory=Line)
    lines: list[str] = field(default_factory=list)
    boxes: list[Piece] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)


class Body:
    """Walks a document and collects its pieces; no recursion, so that depth costs nothing."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Callable[[str, str], str]) -> None:
        self.pieces: list[Piece] = []
        self.removed: list[str] = []
        self.pictures = 0
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._flows = [_Flow(self.pieces)]
        self._tables: list[Table] = []
        self._looks: list[Look] = [PLAIN]
        self._branches: list[etree._Element] = []
        self._cells = 0

    def walk(self, root: "etree._Element") -> None:
        """Read everything below an element, in the order of the source."""
        walker = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        steps = 0
        for event, node in walker:
            if event == "start":
                steps += 1
                if steps > _MOST_STEPS:
                    raise Unreadable("文档过大，不像是年度报告")
                if self._left_out(node):
                    skipped = node
                    walker.skip_subtree()
                elif node.tag in _OPENERS:
                    _OPENERS[node.tag](self, node)
            elif node is skipped:
                skipped = None
            elif node.tag in _CLOSERS:
                _CLOSERS[node.tag](self, node)
        self._end_paragraph("")

    def _left_out(self, node: "etree._Element") -> bool:
        """Whether an element is not part of what is printed; what is lost with it is named."""
        if node.tag in _SKIPPED:
            return True
        if node.tag in _DELETED:
            self._name(DELETED, text_of(node))
            return True
        judge = _JUDGES.get(node.tag)
        return judge is not None and judge(self, node)

    def _name(self, kind: str, text: str) -> None:
        """Note a text that is left out, with the cell or the paragraph that it stands in."""
        if text.strip():
            flow = self._flows[-1]
            kept = flow.left_out if flow.cell is None else flow.cell.left_out
            kept[kind] = quoted(kept.get(kind, "") + text.strip())

    def _open_branches(self, node: "etree._Element") -> None:
        """Choose the branch that Word draws: the first one that shows anything, for they say the same."""
        branches = list(node)
        telling = (branch for branch in branches if next(branch.iter(*_SHOWN), None) is not None)
        self._branches.append(next(telling, branches[0] if branches else node))

    def _close_branches(self, _node: "etree._Element") -> None:
        self._branches.pop()

    def _is_other_branch(self, node: "etree._Element") -> bool:
        return bool(self._branches) and node is not self._branches[-1]

    def _is_unseen(self, run: "etree._Element") -> bool:
        """Whether a run is hidden or struck out."""
        properties = run.find(f"{W}rPr")
        look = PLAIN
        if properties is not None:
            look = look_of(properties).over(self._styles.style(child(properties, "rStyle")).look)
        if look.hidden or look.struck:
            self._name(HIDDEN if look.hidden else STRUCK, text_of(run))
            return True
        self._looks.append(look)
        return False

    def _is_prompt(self, control: "etree._Element") -> bool:
        """Whether a content control is still empty, or holds the table of contents."""
        properties = control.find(f"{W}sdtPr")
        if properties is None:
            return False
        if child(properties.find(f"{W}docPartObj"), "docPartGallery") == "Table of Contents":
            self._name(CONTENTS, text_of(control))
            return True
        if properties.find(f"{W}showingPlcHdr") is None or next(control.iter(f"{W}p"), None) is not None:
            return False
        self._name(PROMPT, text_of(control))
        return True

    def _is_contents(self, paragraph: "etree._Element") -> bool:
        style = child(paragraph.find(f"{W}pPr"), "pStyle")
        if not self._styles.style(style).name.startswith("toc "):
            return False
        self._name(CONTENTS, text_of(paragraph))
        return True

    def _is_deleted_row(self, row: "etree._Element") -> bool:
        properties = row.find(f"{W}trPr")
        if properties is None or properties.find(f"{W}del") is None:
            return False
        self._name(DELETED, text_of(row))
        return True

    def _is_deleted_cell(self, cell: "etree._Element") -> bool:
        properties = cell.find(f"{W}tcPr")
        if properties is None or properties.find(f"{W}cellDel") is None:
            return False
        self._name(DELETED, text_of(cell))
        return True

    def _say(self, node: "etree._Element") -> None:
        self._add(node.text or "")

    def _add(self, text: str) -> None:
        shift = self._looks[-1].shift
        self._flows[-1].line.add(text.translate(SHIFTED[shift]) if shift else text)

    def _say_symbol(self, node: "etree._Element") -> None:
        self._add(symbol(value(node, "font"), value(node, "char")))

    def _break(self, _node: "etree._Element") -> None:
        flow = self._flows[-1]
        flow.lines.append(flow.line.take())

    def _note(self, node: "etree._Element") -> None:
        part = str(node.tag).removeprefix(W).removesuffix("Reference") + "s"
        self._name(NOTE, self._notes(part, value(node, "id")))

    def _picture(self, _node: "etree._Element") -> None:
        self.pictures += 1

    def _close_run(self, _node: "etree._Element") -> None:
        self._looks.pop()

    def _close_paragraph(self, node: "etree._Element") -> None:
        """End a paragraph; one whose mark was deleted runs on into the next."""
        properties = node.find(f"{W}pPr")
        mark = None if properties is None else properties.find(f"{W}rPr")
        if mark is not None and any(mark.find(tag) is not None for tag in _DELETED):
            return
        self._end_paragraph(self._numbering.label(properties, child(properties, "pStyle")))

    def _end_paragraph(self, label: str) -> None:
        flow = self._flows[-1]
        first, *others = [*flow.lines, flow.line.take()]
        if first.strip() or flow.cell is not None:
            first = label + first
        for text in (first, *others):
            # a lone NBSP is what a cell says
            if text.strip() or (text and flow.cell is not None and not flow.pieces):
                flow.pieces.append(Paragraph(text))
        flow.pieces.extend(flow.boxes)
        self.removed.extend(f"{kind}“{text}”" for kind, text in flow.left_out.items())
        flow.lines, flow.boxes, flow.left_out = [], [], {}

    def _open_box(self, _node: "etree._Element") -> None:
        self._flows.append(_Flow())
        self._looks.append(PLAIN)

    def _close_box(self, _node: "etree._Element") -> None:
        self._end_paragraph("")
        self._looks.pop()
        box = self._flows.pop()
        self._flows[-1].boxes.extend(box.pieces)

    def _open_table(self, _node: "etree._Element") -> None:
        self._end_paragraph("")
        self._tables.append(Table())

    def _table(self) -> Table:
        if not self._tables:
            raise Unreadable(DAMAGED)
        return self._tables[-1]

    def _close_table(self, _node: "etree._Element") -> None:
        self._flows[-1].pieces.extend(self._tables.pop().pieces())

    def _open_row(self, node: "etree._Element") -> None:
        self._table().open_row(node)

    def _open_cell(self, node: "etree._Element") -> None:
        self._cells += 1
        if self._cells > _MOST_CELLS:
            raise Unreadable(TOO_LARGE)
        cell = self._table().open_cell(node)
        self._flows.append(_Flow(cell.pieces, cell))

    def _close_cell(self, _node: "etree._Element") -> None:
        self._end_paragraph("")
        self._flows.pop()


_Handler = Callable[[Body, "etree._Element"], None]

_OPENERS: dict[object, _Handler] = {
    f"{W}t": Body._say,
    f"{_MATH}t": Body._say,
    f"{W}sym": Body._say_symbol,
    f"{W}tab": lambda body, _node: body._add("\t"),
    f"{W}ptab": lambda body, _node: body._add("\t"),
    f"{W}noBreakHyphen": lambda body, _node: body._add("-"),
    f"{W}br": Body._break,
    f"{W}cr": Body._break,
    f"{W}footnoteReference": Body._note,
    f"{W}endnoteReference": Body._note,
    f"{W}txbxContent": Body._open_box,
    f"{W}tbl": Body._open_table,
    f"{W}tr": Body._open_row,
    f"{W}tc": Body._open_cell,
    f"{_MC}AlternateContent": Body._open_branches,
    _BLIP: Body._picture,
    _IMAGE: Body._picture,
}
_CLOSERS: dict[object, _Handler] = {
    f"{_MC}AlternateContent": Body._close_branches,
    f"{W}r": Body._close_run,
    f"{W}p": Body._close_paragraph,
    f"{W}txbxContent": Body._close_box,
    f"{W}tbl": Body._close_table,
    f"{W}tc": Body._close_cell,
}
_JUDGES: dict[object, Callable[[Body, "etree._Element"], bool]] = {
    f"{_MC}Choice": Body._is_other_branch,
    f"{_MC}Fallback": Body._is_other_branch,
    f"{W}r": Body._is_unseen,
    f"{W}p": Body._is_contents,
    f"{W}sdt": Body._is_prompt,
    f"{W}tr": Body._is_deleted_row,
    f"{W}tc": Body._is_deleted_cell,
}


def text_of(node: "etree._Element") -> str:
    """All the text below an element, deleted or not."""
    return "".join(found.text or "" for found in node.iter(f"{W}t", f"{W}delText"))
