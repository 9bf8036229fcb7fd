"""The text reader: a Word text export (one cell per line), tab-separated tables, Markdown, plain lines."""

import re
from collections.abc import Callable, Iterator

from govreport.importing.grid import MOST_SIGNS, TOO_MUCH_TEXT, Paragraph, Piece, Source, Unreadable, in_rows
from govreport.importing.readers.decoding import decoded

_RULE = re.compile(r"\s*\|?(\s*:?-+:?\s*\|)+\s*(:?-+:?\s*)?")
_PIPE = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_HEADING_MARK = re.compile(r"\s{0,3}#{1,6}\s+")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
# Wide gaps part the columns of a printed table; two or more figures after them tell it from a sentence.
_GAP = re.compile(r"\t|[ \u3000\xa0]{2,}")
_FIGURE = re.compile(r"[+＋－-]?\d[\d,.，．]*(?:万?元|件)?|[?？]\s?\d+|[/／－—无-]")
# A label with its figures behind it, as a copy without borders gives a row.
_GLUED = re.compile(r"(.*[^\d\s.,:：—–/-])(\s*)(\d{1,60}(?:\s+[\d/-]{1,20}){0,30})")
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
_SENTENCE = re.compile(r"[。；;？?！!：:]")
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、")
_MOST_LABELS = 60  # one below the other
_LEAST_FIGURES = 3
_LEAST_FIGURES_ALONE = 5
_LEAST_GLUED = 3  # lines
_LONGEST_HEAD = 6  # lines between two rows
_LONGEST_ROW = 200
_LONGEST_CELL = 20  # lines
_LONGEST_LABEL = 40  # characters of the middle cell
_MOST_LINES = 20_000  # a report with each cell on a line of its own has 1,500


def read(data: bytes) -> Source:
    """Read a text file. Raises Unreadable."""
    text = decoded(data)
    if len(text.strip()) > MOST_SIGNS:
        raise Unreadable(TOO_MUCH_TEXT)
    lines = text.strip("\r\n").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > _MOST_LINES:
        raise Unreadable(TOO_MUCH_TEXT)
    pieces = list(_pieces(lines))
    if not pieces:
        raise Unreadable("文件是空的，没有可以读取的内容")
    return Source(tuple(pieces))


def _pieces(lines: list[str]) -> Iterator[Piece]:
    """The lines as paragraphs and grids; each way of writing a table says how many lines are its own."""
    number = 0
    marked = any(_RULE.fullmatch(line) for line in lines)
    while number < len(lines):
        if not lines[number].strip() and "\t" not in lines[number]:
            number += 1
            continue
        for take in _TABLES:
            pieces, after = take(lines, number)
            if after > number:
                yield from pieces
                number = after
                break
        else:
            text = _without_marks(lines[number]) if marked else lines[number]
            if text.strip():
                yield Paragraph(text)
            number += 1


def _without_marks(line: str) -> str:
    return _EMPHASIS.sub(r"\2", _HEADING_MARK.sub("", line))


# What the lines amount to, and the number of the first line that is not theirs: the start when none is.
Taken = tuple[list[Piece], int]


def _markdown(lines: list[str], start: int) -> Taken:
    """A Markdown table: lines of pipes with a rule among them. The rule is dropped."""
    if not (_PIPE.search(lines[start]) and any(_RULE.fullmatch(line) for line in lines[start : start + 4])):
        return [], start
    end = start
    while end < len(lines) and _PIPE.search(lines[end]):
        end += 1
    table = lines[start:end]
    rows = [_markdown_cells(line) for line in table if not _RULE.fullmatch(line)]
    return [in_rows(rows, placed=True)], end


def _markdown_cells(line: str) -> list[str]:
    cells = _PIPE.split(line.strip(" \t"))
    if not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip() and line.rstrip().endswith("|"):
        cells = cells[:-1]
    return [_without_marks(_BREAK.sub("\n", cell.strip(" \t").replace(r"\|", "|"))) for cell in cells]


def _one_cell_per_line(lines: list[str], start: int) -> Taken:
    """A Word text export: a tab opens a cell, lines without one go on with it, a blank line ends the row."""
    rows: list[list[str]] = []
    number = start
    while number < len(lines) and _opens_cell(lines[number]):
        row: list[str] = []
        while number < len(lines) and lines[number].strip(" \r\n"):
            if _opens_cell(lines[number]):
                row.append(lines[number].strip("\t "))
            else:
                row[-1] += "\n" + lines[number].strip(" ")
            number += 1
        rows.append(row)
        if number < len(lines):
            number += 1
    if _is_a_table(rows):
        return [in_rows(rows)], number
    return [Paragraph(text) for row in rows for cell in row for text in cell.split("\n") if text], number


def _opens_cell(line: str) -> bool:
    return line.startswith("\t") and "\t" not in line[1:].rstrip("\t ")


def _is_a_table(rows: list[list[str]]) -> bool:
    """Whether rows are cells rather than paragraphs that are indented with a tab."""
    lengths = sorted(len(cell) for row in rows for cell in row)
    return any(len(row) > 1 for row in rows) and lengths[len(lengths) // 2] <= _LONGEST_LABEL


def _tabs(lines: list[str], start: int) -> Taken:
    """Rows of cells parted by tabs; a quoted cell may go on over lines, as spreadsheets copy it."""
    rows: list[list[str]] = []
    number = start
    while number < len(lines):
        line, after = _whole_row(lines, number)
        if "\t" not in line.strip(" "):
            break
        number = after
        rows.append([_unquoted(cell) for cell in line.strip(" ").split("\t")])
    drawn = (
        len(rows) > 1 and len({len(row) for row in rows}) == 1
    )  # as a spreadsheet copies, every place filled
    return ([in_rows(rows, placed=drawn)] if rows else []), number


def _whole_row(lines: list[str], number: int) -> tuple[str, int]:
    """A row with the lines its open quote takes in, and the number of the line after it."""
    line = lines[number]
    following = number + 1
    while _has_open_quote(line) and following < min(len(lines), number + _LONGEST_CELL):
        line += "\n" + lines[following]
        following += 1
    return (line, following) if not _has_open_quote(line) else (lines[number], number + 1)


def _has_open_quote(line: str) -> bool:
    return any(cell.startswith('"') and cell.count('"') % 2 for cell in line.split("\t"))


def _unquoted(cell: str) -> str:
    quoted = len(cell) > 1 and cell.startswith('"') and cell.endswith('"')
    return (cell[1:-1].replace('""', '"') if quoted else cell).strip(" ")


def _columns_of_blanks(lines: list[str], start: int) -> Taken:
    """Rows whose columns are set with blanks: a label and two figures with wide gaps, or three with any."""
    rows: list[list[str]] = []
    number = start
    while number < len(lines) and (row := _set_with_blanks(lines[number])):
        rows.append(row)
        number += 1
    return ([in_rows(rows)] if rows else []), number


def _set_with_blanks(line: str) -> list[str]:
    """The cells of a row set with blanks; none when the line is a sentence."""
    if len(line) > _LONGEST_ROW:
        return []
    cells = _GAP.split(line.strip())
    if len(cells) > 2 and all(_FIGURE.fullmatch(cell) for cell in cells[1:]):
        return cells
    words = line.split()
    figures = len(words)
    while figures and _FIGURE.fullmatch(words[figures - 1]):
        figures -= 1
    label, behind = " ".join(words[:figures]), words[figures:]
    if len(behind) < (_LEAST_FIGURES if label else _LEAST_FIGURES_ALONE) or not _is_label(label):
        return []
    return [label, *behind] if label else behind


def _is_label(text: str) -> bool:
    return len(text) <= _LONGEST_LABEL and not _SENTENCE.search(_BRACKETS.sub("", text))


def _run_together(lines: list[str], start: int) -> Taken:
    """Rows of a label and figures with little or nothing between (规章000); labels may stand among them."""
    rows: list[list[str]] = []
    number, whole, found = start, 0, 0
    while number < len(lines) and len(rows) - whole <= _LONGEST_HEAD:
        row = _loose_row(lines[number].strip())
        if row is None or (not rows and not row[1]):
            break
        cells, with_figures = row
        rows.append(cells)
        number += 1
        if with_figures:
            whole, found = len(rows), found + 1
    if found < _LEAST_GLUED:
        return [], start
    return [in_rows(row for row in rows[:whole] if row)], start + whole


def _loose_row(line: str) -> tuple[list[str], bool] | None:
    """The cells of a line, and whether figures are among them; None when the line is a sentence."""
    if len(line) > _LONGEST_ROW:
        return None
    if line.isdecimal() and len(line) >= _LEAST_FIGURES_ALONE:
        return [line], True
    if (found := _GLUED.fullmatch(line)) and _is_label(found[1]):
        return ([found[1], *found[3].split()] if found[2] else [line]), True
    return ([line] if line else [], False) if _is_label(line) else None


def _a_figure_per_line(lines: list[str], start: int) -> Taken:
    """Cells each on a line of its own, without tabs: labels, then the figures of the last of them."""
    pieces: list[Piece] = []
    number, groups = start, 0
    while (group := _group(lines, number)) is not None:
        labels, figures, number = group
        pieces += [Paragraph(label) for label in labels[:-1] if _HEADING.match(label)]
        heads = [label for label in labels[:-1] if not _HEADING.match(label)]
        rows = [[labels[-1], *figures]] if labels else []
        pieces.append(in_rows([heads, *rows] if heads else rows))
        groups += 1
    return (pieces, number) if groups >= _LEAST_GLUED else ([], start)


def _group(lines: list[str], start: int) -> tuple[list[str], list[str], int] | None:
    """Labels, the figures behind them, and the number of the line after; None when it is no such group."""
    labels: list[str] = []
    figures: list[str] = []
    for number in range(start, len(lines)):
        line = lines[number].strip()
        if "\t" in lines[number]:  # some other way of writing a table
            return (labels, figures, number) if labels and figures else None
        if _FIGURE.fullmatch(line):
            if not labels:
                return None
            figures.append(line)
        elif line and (figures or not _is_label(line) or len(labels) == _MOST_LABELS):
            return (labels, figures, number) if labels and figures else None
        elif line:
            labels.append(line)
    return (labels, figures, len(lines)) if labels and figures else None


_TABLES: tuple[Callable[[list[str], int], Taken], ...] = (
    _markdown,
    _one_cell_per_line,
    _tabs,
    _run_together,
    _columns_of_blanks,
    _a_figure_per_line,
)
