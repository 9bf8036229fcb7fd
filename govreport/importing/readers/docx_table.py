"""A Word table: rows of cells at columns of the table's own grid, merged cells joined once."""

from dataclasses import dataclass, field

from lxml import etree

from govreport.importing.grid import LARGEST_AREA, Grid, GridCell, Paragraph, Piece, Unreadable, flattened
from govreport.importing.readers.docx_styles import W, child, value, whole

_MOST_COLUMNS = 1000
_LONGEST_QUOTE = 30
TOO_LARGE = "表格过大，不像是年度报告"
HIDDEN_BY_MERGING = "被合并的单元格里看不见的文字"


@dataclass
class Cell:
    """A cell while it is read. `joined_up` and `joined_left`: it only goes on with the cell there."""

    colspan: int = 1
    joined_up: bool = False
    joined_left: bool = False
    column: int = 0
    rowspan: int = 1
    pieces: list[Piece] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The cell's lines, joined by line feeds."""
        return "\n".join(paragraph.text for paragraph in flattened(self.pieces))

    @property
    def remark(self) -> str:
        """What was left out of the cell, as one sentence."""
        return "；".join(f"有{kind}“{text}”，没有采用" for kind, text in self.left_out.items())


@dataclass
class Table:
    """A table while it is read: its rows, the columns each leaves out in front, the columns all take."""

    rows: list[list[Cell]] = field(default_factory=list)
    before: list[int] = field(default_factory=list)
    area: int = 0

    def open_row(self, node: "etree._Element") -> None:
        """Begin a row."""
        self.rows.append([])
        before = child(node.find(f"{W}trPr"), "gridBefore")
        self.before.append(min(whole(before), _MOST_COLUMNS))

    def open_cell(self, node: "etree._Element") -> Cell:
        """Begin a cell of the last row."""
        if not self.rows:
            self.rows.append([])
            self.before.append(0)
        properties = node.find(f"{W}tcPr")
        cell = Cell(
            min(max(whole(child(properties, "gridSpan"), 1), 1), _MOST_COLUMNS),
            _goes_on(properties, "vMerge"),
            _goes_on(properties, "hMerge"),
        )
        self.rows[-1].append(cell)
        self.area += cell.colspan
        if self.area > LARGEST_AREA:
            raise Unreadable(TOO_LARGE)
        return cell

    def pieces(self) -> list[Piece]:
        """What the table amounts to: a grid; or, when it only lays out the page, what stands in it."""
        rows = [row for row in self.rows if row]
        cells = [cell for row in rows for cell in row]
        if all(len(row) == 1 for row in rows) or any(_holds_a_grid(cell) for cell in cells):
            return [piece for cell in cells for piece in cell.pieces if not _is_blank(piece)]
        return [self._grid()]

    def _grid(self) -> Grid:
        above: dict[tuple[int, int], Cell] = {}
        found: list[tuple[int, Cell]] = []
        for number, (row, before) in enumerate(zip(self.rows, self.before, strict=True)):
            here: dict[tuple[int, int], Cell] = {}
            for cell in _side_by_side(row, before):
                owner = above.get((cell.column, cell.colspan)) if cell.joined_up else None
                if owner is None:
                    found.append((number, cell))
                    owner = cell
                else:
                    _join(owner, cell)
                    owner.rowspan += 1
                here[cell.column, cell.colspan] = owner
            above = here
        return Grid(
            tuple(
                GridCell(row, cell.column, cell.text, cell.rowspan, cell.colspan, cell.remark)
                for row, cell in found
            )
        )


def _side_by_side(row: list[Cell], before: int) -> list[Cell]:
    """The cells of a row at their columns, those that only go on with the cell to the left joined to it."""
    cells: list[Cell] = []
    column = before
    for cell in row:
        cell.column = column
        column += cell.colspan
        if cell.joined_left and cells:
            cells[-1].colspan += cell.colspan
            _join(cells[-1], cell)
        else:
            cells.append(cell)
    return cells


def _join(owner: Cell, cell: Cell) -> None:
    """Name the text that a merged cell hides: Word shows only that of the first cell."""
    if cell.text.strip():
        known = owner.left_out.get(HIDDEN_BY_MERGING, "")
        owner.left_out[HIDDEN_BY_MERGING] = quoted(known + cell.text.strip())


def quoted(text: str) -> str:
    """The beginning of a text that is named only."""
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE].rstrip("…") + "…"


def _goes_on(properties: "etree._Element | None", name: str) -> bool:
    """Whether a cell goes on with the one above or to the left; `restart` begins a new one."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return found is not None and value(found) != "restart"


def _holds_a_grid(cell: Cell) -> bool:
    return any(isinstance(piece, Grid) for piece in cell.pieces)


def _is_blank(piece: Piece) -> bool:
    return isinstance(piece, Paragraph) and not piece.text.strip()
