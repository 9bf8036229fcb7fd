"""A content drawn as people write reports: the order of the parts, the printed rows, the ways of a cell."""

from collections.abc import Callable, Iterator

from govreport.editions.cells import Content
from govreport.editions.lookup import edition
from govreport.editions.schema import Heading, Table
from tests.importing.layouts.noise import Noise

Drawn = tuple[str, int, int]  # text, rowspan, colspan
Rows = list[list[Drawn]]
Mark = Callable[[str], str]
Layout = Callable[[Content, Noise], tuple[str, bytes]]  # the file's name with its suffix, and its bytes

AGENCY = "云溪县林业局"
SENTENCES = {
    "preamble": "本报告由云溪县林业局编制，统计期限为1月1日至12月31日。如有疑问，请与局办公室联系。",
    "overview": "本局按照要求公开信息，答复申请。",
    "problems": "栏目更新还不够及时，已明确专人每周核对。",
    "other_matters": "没有其他需要报告的事项。",
}


def same(text: str) -> str:
    """The text as it is."""
    return text


def torn(text: str) -> str:
    """A character a line, as narrow heads are set; long labels stay."""
    return "\n".join(text) if len(text) < 7 else text


def report(content: Content, noise: Noise, label: Mark = same) -> list[str | Rows]:
    """A whole report in its order: texts are paragraphs (the first is the title), lists are tables."""
    form = edition(content.edition)
    parts: list[str | Rows] = [
        f"{AGENCY}{content.year}年政府信息公开工作年度报告",
        SENTENCES["preamble"],
    ]
    for section in form.sections:
        parts.append(section.heading)
        if section.kind == "table":
            parts.append(drawn(form.table(section.key), noise, label))
        else:
            parts.append(SENTENCES[section.key])
    return parts


def tables(content: Content, noise: Noise, label: Mark = same) -> list[tuple[str, Rows]]:
    """The title and the rows of each of the three tables."""
    return [(table.title, drawn(table, noise, label)) for table in edition(content.edition).tables]


def drawn(table: Table, noise: Noise, label: Mark = same) -> Rows:
    """A table's printed rows with the figures in them, as the noise writes them."""
    return [
        [
            (label(item.label), item.rowspan, item.colspan)
            if isinstance(item, Heading)
            else (noise.text(item.address), 1, item.colspan)
            for item in row
        ]
        for body in (table.head, *table.bodies)
        for row in body
    ]


def filled_places(rows: Rows, *, repeat: bool) -> list[list[str]]:
    """The rows with every place filled: where a merged cell reaches, nothing or its text again."""
    taken: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows):
        column = 0
        for text, rowspan, colspan in row:
            while (number, column) in taken:
                column += 1
            for below in range(rowspan):
                for right in range(colspan):
                    taken[number + below, column + right] = text if repeat or below == right == 0 else ""
    width = max(column for _, column in taken) + 1
    return [[taken.get((number, column), "") for column in range(width)] for number in range(len(rows))]


def exported(rows: Rows) -> Iterator[list[str]]:
    """The rows as Word exports them: one cell for columns merged, an empty one where a cell reaches down."""
    below: list[tuple[int, int, int]] = []  # column, colspan, rows left
    for row in rows:
        cells: list[tuple[int, str]] = [(column, "") for column, _, _ in below]
        used = {column + n for column, span, _ in below for n in range(span)}
        below = [(column, span, left - 1) for column, span, left in below if left > 1]
        column = 0
        for text, rowspan, colspan in row:
            while column in used:
                column += 1
            cells.append((column, text))
            if rowspan > 1:
                below.append((column, colspan, rowspan - 1))
            column += colspan
        yield [text for _, text in sorted(cells)]
