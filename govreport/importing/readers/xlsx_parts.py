"""The parts of a workbook behind its values: which sheets there are, and what their cells are made of."""

import io
import posixpath
import re
from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from govreport.importing.grid import Unreadable
from govreport.importing.readers.packages import DAMAGED, MOST_NODES, TOO_LARGE, Package

# Rows times columns up to the last cell with a value: the reader behind us takes 32 bytes for each.
LARGEST_SHEET = 500_000
_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_PROPERTIES = "docprops/custom.xml"
_PLACE = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")

Place = tuple[int, int]  # row and column, the first is 0


@dataclass
class Survey:
    """What the values of a sheet do not tell: cells that are drawn, failed formulas, formulas not computed.

    `height` and `width` reach to the last cell that says something.
    """

    drawn: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    errors: dict[Place, str] = field(default_factory=dict)
    uncomputed: set[Place] = field(default_factory=set)
    height: int = 0
    width: int = 0


def sheet_parts(package: Package) -> dict[str, str]:
    """The name of each sheet, and of the part that holds it. Raises Unreadable."""
    book, relations = package.xml(_WORKBOOK), package.xml(_RELATIONS)
    if book is None or relations is None:
        raise Unreadable(DAMAGED)
    targets = {item.get("Id", ""): item.get("Target", "") for item in relations.iter("{*}Relationship")}
    found: dict[str, str] = {}
    for sheet in book.iter("{*}sheet"):
        keys = [value for name, value in sheet.attrib.items() if str(name).endswith("}id")]
        target = targets.get(str(keys[0]), "") if keys else ""
        found[sheet.get("name", "")] = posixpath.normpath(posixpath.join("xl", target)).lstrip("/")
    return found


def properties(package: Package) -> dict[str, str]:
    """The properties that somebody gave the file, by name. Raises Unreadable."""
    root = package.xml(_PROPERTIES)
    if root is None:
        return {}
    return {
        item.get("name", ""): "".join(str(text) for text in item.itertext()).strip()
        for item in root.iter("{*}property")
    }


def survey(package: Package, part: str) -> Survey:
    """Look through the cells of a sheet before anything takes memory by its extent. Raises Unreadable."""
    data = package.part(part)
    if data is None:
        raise Unreadable(DAMAGED)
    if data.count(b"<") + data.count(b"=") > MOST_NODES:
        raise Unreadable(TOO_LARGE)
    found = Survey()
    rows = etree.iterparse(
        io.BytesIO(data), tag="{*}row", resolve_entities=False, no_network=True, huge_tree=False
    )
    last = -1
    try:
        for _, row in rows:
            last = int(row.get("r", last + 2)) - 1
            _look_at(row, last, found)
            row.clear()
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable(DAMAGED) from None
    if found.height * found.width > LARGEST_SHEET:
        raise Unreadable("工作表的范围过大，不像是年度报告，请删去表格以外的行和列")
    return found


def _look_at(row: "etree._Element", number: int, found: Survey) -> None:
    column = -1
    for cell in row.iterchildren("{*}c"):
        row_number, column = place = _place(cell.get("r"), number, column + 1)
        found.drawn[row_number].add(column)
        value, formula = cell.find("{*}v"), cell.find("{*}f")
        if value is not None or formula is not None or cell.find("{*}is") is not None:
            found.height = max(found.height, row_number + 1)
            found.width = max(found.width, column + 1)
        stated = value.text if value is not None else None
        if cell.get("t") == "e" and stated:
            found.errors[place] = stated
        elif formula is not None and not stated and cell.get("t") != "str":
            found.uncomputed.add(place)


def _place(text: str | None, row: int, column: int) -> Place:
    """A place as it is written (D7); where the file does not say, the next one."""
    written = _PLACE.fullmatch(text or "")
    if written is None:
        return row, column
    number = 0
    for letter in written[1].upper():
        number = number * 26 + ord(letter) - 64
    return int(written[2]) - 1, number - 1
