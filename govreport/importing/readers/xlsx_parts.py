"""The parts of a workbook behind its values: which sheets there are, and what their cells are made of."""

import io
import posixpath
import re
from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from govreport.importing.grid import Unreadable
from govreport.importing.readers.packages import DAMAGED, TOO_LARGE, Package

# Rows times columns up to the last cell with a value: the reader behind us takes 32 bytes for each.
LARGEST_SHEET = 500_000
# Tags and attributes of all sheets; the three tables and their text take 3,000.
_MOST_NODES = 400_000
# Bytes of text: that of one string, times the cells that may hold it.
MOST_TEXT = 40_000_000
TOO_WIDE = "工作表的范围过大，不像是年度报告，请删去表格以外的行和列"
_STRINGS = "xl/sharedstrings.xml"
_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_PROPERTIES = "docprops/custom.xml"
_PLACE = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")

Place = tuple[int, int]  # row and column, the first is 0


@dataclass
class Survey:
    """What the values of a sheet do not tell: cells that are drawn, failed formulas, formulas not computed.

    `shared` counts the cells whose text stands in the list of the file; `height` and `width` reach to the
    last cell that says something.
    """

    drawn: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    errors: dict[Place, str] = field(default_factory=dict)
    uncomputed: set[Place] = field(default_factory=set)
    shared: int = 0
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


def surveys(package: Package) -> dict[str, Survey]:
    """What the cells of each sheet are made of, by its name: looked at before anything takes memory by it.

    Raises Unreadable when all sheets together are too much, or their texts would be.
    """
    found: dict[str, Survey] = {}
    nodes = 0
    for name, part in sheet_parts(package).items():
        if "/worksheets/" not in part:
            continue
        data = package.part(part)
        if data is None:
            raise Unreadable(DAMAGED)
        nodes += data.count(b"<") + data.count(b"=")
        if nodes > _MOST_NODES:
            raise Unreadable(TOO_WIDE)
        found[name] = _survey(data)
    longest = max(len(text) for text in (package.part(_STRINGS) or b"").split(b"<si"))
    if longest * sum(one.shared for one in found.values()) > MOST_TEXT:
        raise Unreadable(TOO_LARGE)
    return found


def _survey(data: bytes) -> Survey:
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
        raise Unreadable(TOO_WIDE)
    return found


def _look_at(row: "etree._Element", number: int, found: Survey) -> None:
    column = -1
    for cell in row.iterchildren("{*}c"):
        row_number, column = place = _place(cell.get("r"), number, column + 1)
        found.drawn[row_number].add(column)
        parts = {etree.QName(child).localname: child.text for child in cell.iterchildren(etree.Element)}
        if parts:
            found.height = max(found.height, row_number + 1)
            found.width = max(found.width, column + 1)
        kind, stated = cell.get("t"), parts.get("v")
        found.shared += kind == "s"
        if kind == "e" and stated:
            found.errors[place] = stated
        elif "f" in parts and not stated and kind != "str":
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
