"""The workbook to fill in: the official tables with open cells, totals computed, sums that differ marked."""

import io
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from govreport.editions.cells import Address, Content
from govreport.editions.lookup import edition
from govreport.editions.numbers import COUNT_LIMIT, EXPECTED, LIMIT, MONEY_PLACES, Kind
from govreport.editions.relations import Relation, relations, sums, with_totals
from govreport.editions.schema import Balance, Cell, ColumnSum, Edition, RowSum, Table
from govreport.rendering.document import document
from govreport.rendering.xlsx import (
    BEFORE,
    TEMPLATE,
    TOP,
    edition_line,
    figure,
    information,
    opened,
    table_sheet,
)
from govreport.rendering.xlsx_fields import written
from govreport.rendering.xlsx_sheets import (
    LINE,
    Entry,
    Styles,
    draw,
    lines_of,
    references,
    write_text,
)

HOW_TO = (
    "请在“二、三、四”各工作表的浅黄色格内填写数字，灰色格为合计，自动算出；没有的填 0，不填即为空白。"
    "格子变红，说明勾稽关系不成立。填好后保存，在系统中上传，可以先只校验、不导入。"
    "本模板只用于下面这个机关和年度，请勿改作他用。"
)
BEFORE_REMARK = "上年年报的数字，供对照，不能修改，上传时不读取"
_PROTECTED = {"format_columns": True, "format_rows": True}
_MARKS = {
    "T201": "每行“总计”等于同行各格之和",
    "T202": "“（七）总计”等于同列各项办理结果之和",
    "T203": "每列第一项加第二项之和，等于第三项加第四项之和",
    "T204": "每个“总计”等于前四格之和",
}


def template(content: Content, *, previous: Content | None = None) -> bytes:
    """The template of a draft, with its figures; `previous` is last year's report, shown beside.

    Nothing but figures is asked for, so nothing else of the draft is in it. Raises UnknownEdition.
    """
    form = edition(content.edition)
    bare = Content(
        edition=content.edition,
        agency_name=content.agency_name,
        agency_code=content.agency_code,
        year=content.year,
        scope=content.scope,
        figures=with_totals(content.figures, form),
        unread=content.unread,
    )
    stream = io.BytesIO()
    book = opened(stream, bare, kind=TEMPLATE)
    styles = Styles(book)
    lines = {label: text for label, text in (edition_line(form) | written(bare)).items() if text}
    title = f"{document(bare).name}填报模板"
    sheets = [information(book, styles, title, lines, remark=HOW_TO)]
    sheets += [_table(book, styles, form, table, bare) for table in form.tables]
    if previous is not None:
        sheets += _last_year(book, styles, previous)
    for sheet in sheets:
        sheet.protect("", _PROTECTED)
    book.close()
    return stream.getvalue()


def _table(book: Any, styles: Styles, form: Edition, table: Table, content: Content) -> Any:
    sheet = table_sheet(book, styles, table, content)
    places = references(table, TOP)
    formulas = {relation.left[0]: _sum(relation, places) for relation in sums(form, table.key)}

    def entry(cell: Cell) -> Entry:
        said = figure(content, cell)
        if cell.address in formulas:
            return replace(said, formula=formulas[cell.address], style="sum")
        return replace(said, style="entry")

    bottom = draw(sheet, styles, table, top=TOP, entry=entry)
    for cell in form.entries(table.key):
        sheet.data_validation(places[cell.address], _validation(cell, places[cell.address]))
    _mark(sheet, styles, relations(form, table.key), places)
    _legend(sheet, styles, form, table, bottom + 1)
    return sheet


def _sum(relation: Relation, places: dict[Address, str]) -> str:
    """A sum that stays blank while all its parts are, as a draft's totals do."""
    parts = _cells(relation.right, places)
    return f'=IF(COUNT({parts})=0,"",SUM({parts}))'


def _cells(addresses: Iterable[Address], places: dict[Address, str]) -> str:
    return ",".join(f"${places[one][0]}${places[one][1:]}" for one in addresses)


def _validation(cell: Cell, place: str) -> dict[str, Any]:
    """What may be typed into a cell, with the sentence that says so."""
    rule: dict[str, Any] = {
        "validate": "integer",
        "criteria": "between",
        "minimum": -COUNT_LIMIT if cell.kind is Kind.CHANGE else 0,
        "maximum": COUNT_LIMIT,
    }
    if cell.kind is Kind.MONEY:
        within = f"{place}>=0,{place}<={LIMIT[cell.kind]},ROUND({place},{MONEY_PLACES})={place}"
        rule = {"validate": "custom", "value": f"=AND(ISNUMBER({place}),{within})"}
    expected = EXPECTED[cell.kind]
    return {
        **rule,
        "ignore_blank": True,
        "input_title": cell.column_name[:32],
        "input_message": f"{expected}；没有的填 0",
        "error_title": "不能这样填",
        "error_message": f"{cell.row_short} · {cell.column_name}：{expected}"[:255],
    }


def _mark(sheet: Any, styles: Styles, rules: Iterable[Relation], places: dict[Address, str]) -> None:
    """Colour the cells of a sum or balance that does not hold, as far as anything is filled in."""
    for relation in rules:
        if relation.rule.code not in _MARKS:
            continue
        left, right = (_cells(side, places) for side in (relation.left, relation.right))
        differs = f"=AND(COUNT({right})>0,SUM({left})<>SUM({right}))"
        marked = relation.left
        if isinstance(relation.rule, Balance):
            differs = f"=AND(COUNT({left},{right})>0,SUM({left})<>SUM({right}))"
            marked = relation.left + relation.right
        options = {
            "type": "formula",
            "criteria": differs,
            "format": styles["failed"],
            "multi_range": " ".join(places[one] for one in marked),
        }
        sheet.conditional_format(places[marked[0]], options)


def _legend(sheet: Any, styles: Styles, form: Edition, table: Table, row: int) -> None:
    """What the marks of a table mean, below it."""
    codes = dict.fromkeys(
        rule.code
        for rule in form.rules
        if rule.table == table.key and isinstance(rule, RowSum | ColumnSum | Balance)
    )
    for number, code in enumerate(code for code in codes if code in _MARKS):
        text = f"格子变红：{_MARKS[code]}，现在不成立。"
        sheet.set_row(row + number, lines_of(text, 96) * LINE + 5)
        sheet.merge_range(row + number, 0, row + number, table.grid_columns - 1, "", styles["note"])
        write_text(sheet, row + number, 0, text, styles["note"])


def _last_year(book: Any, styles: Styles, previous: Content) -> list[Any]:
    """Last year's tables, in the edition that they were filed in."""
    sheets = []
    for table in edition(previous.edition).tables:
        sheet = table_sheet(book, styles, table, previous, BEFORE)
        bottom = draw(sheet, styles, table, top=TOP, entry=lambda cell: figure(previous, cell))
        sheet.merge_range(bottom + 1, 0, bottom + 1, table.grid_columns - 1, "", styles["end"])
        write_text(sheet, bottom + 1, 0, BEFORE_REMARK, styles["end"])
        sheets.append(sheet)
    return sheets
