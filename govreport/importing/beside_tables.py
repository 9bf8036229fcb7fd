"""What stands in parts two to four outside their tables: printed notes, captions, and what has no place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from govreport.editions.numbers import shown
from govreport.editions.schema import Edition, Table
from govreport.importing.labels import bare
from govreport.rendering.interchange_cells import Doubt

_LONGEST_SEEN = 500
_NOTE = re.compile(r"\s*(?:注|备注)\s*\d{0,3}\s*[：:]\s*(?P<text>.+)")
# Lines that say nothing but that a table follows, or its unit.
_CAPTION = re.compile(
    r"[（(【]?(?:计量|数据)?单位[：:]?.{1,12}|表\s*[一二三四五\d]{1,2}.{0,40}|(?:具体)?(?:情况)?(?:见|如)下表?(?:所示)?[：:。]?|"
    r"[（(【]?该部分以表格形式报告[。，,]?(?:表格如下[：:。]?)?[）)】]?|表格如下[：:。]?"
)


@dataclass
class Beside:
    """The notes of tables and cells as the interchange form has them, and doubts for the rest."""

    notes: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def beside_tables(
    lines: Mapping[str, tuple[str, ...]], headings: Mapping[str, str], edition: Edition
) -> Beside:
    """Tell notes from captions, by part; a line that is neither becomes part of the doubt of its part."""
    found = Beside()
    for table in edition.tables:
        left: list[str] = []
        captions = {bare(table.title), bare(headings.get(table.key, ""))}
        for line in lines.get(table.key, ()):
            note = _NOTE.fullmatch(line)
            if note:
                _put(found.notes, table, note["text"].strip())
            elif not _CAPTION.fullmatch(line.strip()) and bare(line) not in captions:
                left.append(line)
        if left:
            reason = "这一部分只有表格，表外的文字没有采用"
            found.doubts.append(Doubt(table.key, reason, shown(" ".join(left), _LONGEST_SEEN)))
    return found


def _put(notes: dict[str, str], table: Table, text: str) -> None:
    """Keep a note under its cell when it begins with the cell's name, else under the table."""
    key = table.key
    for cell in sorted(table.cells, key=lambda cell: -len(cell.name)):
        if text.startswith(f"{cell.name}："):
            key, text = str(cell.address), text.removeprefix(f"{cell.name}：")
            break
    notes[key] = f"{notes[key]}；{text}" if key in notes else text
