"""Word files for tests: the parts of a package written by hand."""

import io
import zipfile
from collections.abc import Callable, Iterable
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
Drawn = tuple[str, int, int]  # text, rowspan, colspan


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A document of this body; `styles`, `numbering`, `footnotes` are what stands in those parts."""
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes"}
    others = {f"word/{name}.xml": root(roots[name], text) for name, text in parts.items()}
    return packed(
        {
            "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
            "word/document.xml": root("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations({name: f"{name}.xml" for name in parts}),
            **others,
        }
    )


def root(name: str, inside: str) -> str:
    """A part as a whole."""
    return f"{_HEAD}<w:{name} {NAMES}>{inside}</w:{name}>"


def relations(targets: dict[str, str]) -> str:
    """The part that says which parts belong to another."""
    items = "".join(
        f'<Relationship Id="r{number}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{space}">{items}</Relationships>'


def run(text: str, properties: str = "") -> str:
    """A run; a line feed is a break."""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{'<w:br/>'.join(lines)}</w:r>"


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def cell(inside: str, properties: str = "") -> str:
    """A cell of paragraphs; a text is one paragraph."""
    body = inside if inside.startswith("<w:") else paragraph(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{body}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells; a text is a cell."""
    inside = "".join(item if item.startswith("<w:tc") else cell(item) for item in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows, with the paragraph that Word wants behind it."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def lines(text: str) -> str:
    """A paragraph a line, as narrow heads are typed."""
    return "".join(paragraph(line) for line in text.split("\n"))


def merged(
    rows: Iterable[Iterable[Drawn]], inside: Callable[[str], str] = lines, *, properties: str = ""
) -> str:
    """Rows with spans as Word writes them: a cell that reaches down is there again in each row below.

    `inside` writes what stands in a cell, `properties` are those of every row.
    """
    below: dict[int, tuple[int, int]] = {}  # column: colspan, rows left
    written = []
    for drawn in rows:
        cells = {column: cell(inside(""), _spans(span, "continue")) for column, (span, _) in below.items()}
        taken = {column + n for column, (span, _) in below.items() for n in range(span)}
        reaching = {column: (span, left - 1) for column, (span, left) in below.items() if left > 1}
        column = 0
        for text, rowspan, colspan in drawn:
            while column in taken:
                column += 1
            cells[column] = cell(inside(text), _spans(colspan, "restart" if rowspan > 1 else ""))
            if rowspan > 1:
                reaching[column] = (colspan, rowspan - 1)
            column += colspan
        below = reaching
        written.append(row(*(cells[column] for column in sorted(cells)), properties=properties))
    return table(*written)


def _spans(columns: int, merge: str) -> str:
    wide = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return wide + (f'<w:vMerge w:val="{merge}"/>' if merge else "")
