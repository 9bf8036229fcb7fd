"""F106 to F109: how a file draws the form. Of a draft, which is drawn by the system, they say nothing."""

from collections.abc import Iterable, Iterator

from govreport.checks.check import Basis, Remark, check
from govreport.checks.finding import Level
from govreport.checks.layout import ForeignColumns, Wording
from govreport.checks.subject import Subject
from govreport.editions.numbers import shown

# A file whose every label is worded otherwise gets one finding a part, with this many examples.
MOST_TOLD = 5
_LONGEST_TOLD = 40


@check(
    "F106",
    Level.ERROR,
    rule="报告文件要有统一格式的六个部分和三张表；历史数据缺少的，只作提示",
    basis=Basis.OFFICIAL,
    source="统一格式：六个部分，第二、三、四部分各有一张表",
    example="没有找到这些部分的标题：六、其他需要报告的事项",
)
def part_or_table_missing(subject: Subject) -> Iterator[Remark]:
    """The file lacks a heading of the six parts, or one of the three tables."""
    layout = subject.layout
    if layout is None:
        return
    level = Level.NOTE if subject.archived else None
    parts = [section for section in subject.edition.sections if section.key not in layout.sections]
    if parts:
        message = f"没有找到这些部分的标题：{'、'.join(f'“{section.heading}”' for section in parts)}"
        yield Remark(message, "按统一格式补上标题，每个标题单独一行", part=parts[0].key, level=level)
    tables = [table for table in subject.edition.tables if table.key not in layout.tables]
    if tables:
        message = f"没有找到这些部分的表格：{'、'.join(f'“{table.title}”' for table in tables)}"
        hint = "按统一格式补上表格；表格是图片或者写成了文字的，改成表格填数"
        yield Remark(message, hint, part=tables[0].key, level=level)


@check(
    "F107",
    Level.NOTE,
    rule="各部分的标题、表格里的项目名称用统一格式的写法",
    basis=Basis.OFFICIAL,
    source="统一格式的标题和表格",
    example="“五、存在的主要问题及整改措施”应写作“五、存在的主要问题及改进情况”",
)
def not_the_official_wording(subject: Subject) -> Iterator[Remark]:
    """A heading or label is worded otherwise than in the form: one finding a part."""
    if subject.layout is None:
        return
    places: dict[str, list[Wording]] = {}
    for wording in dict.fromkeys(subject.layout.wordings):
        places.setdefault(wording.place, []).append(wording)
    for place, wordings in places.items():
        told = "；".join(_as_it_should_be(wording) for wording in wordings[:MOST_TOLD])
        more = f"；还有 {len(wordings) - MOST_TOLD} 处" if len(wordings) > MOST_TOLD else ""
        passage = wordings[0].seen if len(wordings) == 1 else ""
        yield Remark(told + more, "改成统一格式的写法", part=place, passage=passage)


@check(
    "F108",
    Level.ERROR,
    rule="各表用本年度适用的格式的栏目，不混用另一版格式的；历史数据混用的，只作提示",
    basis=Basis.OFFICIAL,
    source="统一格式：2019、2020 年度用 2019 年版，2021 年度起用 2021 年版",
    example="行政处罚：用的是 2019 年版格式的栏目（上一年项目数量、本年增/减、处理决定数量）",
)
def columns_of_another_edition(subject: Subject) -> Iterator[Remark]:
    """A row is printed with the columns of another edition."""
    if subject.layout is None:
        return
    level = Level.NOTE if subject.archived else None
    for row in dict.fromkeys(subject.layout.foreign):
        message = f"{row.row_name}：用的是 {row.edition} 年版格式的栏目（{_listed(row.seen)}）"
        yield Remark(
            message,
            f"改用 {subject.content.edition} 年版格式的栏目{_own_columns(row, subject)}",
            cells=row.cells,
            part=None if row.cells else row.table,
            level=level,
        )


@check(
    "F109",
    Level.QUERY,
    rule="表格里不增加统一格式没有的行和列",
    basis=Basis.PRACTICE,
    source="填报惯例；见过地方自行增加行列的",
    example="“二、主动公开政府信息情况”的表格里有统一格式没有的行或列：其他主动公开文件",
)
def unknown_rows_or_columns(subject: Subject) -> Iterator[Remark]:
    """A table has rows or columns that its edition does not have."""
    if subject.layout is None:
        return
    for table in subject.edition.tables:
        seen = list(dict.fromkeys(item.seen for item in subject.layout.unknown if item.table == table.key))
        if seen:
            message = f"“{table.title}”的表格里有统一格式没有的行或列：{_listed(seen)}"
            hint = "删去增加的行列；其中的数字没有采用，需要说明的写到文字部分"
            yield Remark(message, hint, part=table.key)


def _as_it_should_be(wording: Wording) -> str:
    return f"“{shown(wording.seen, _LONGEST_TOLD)}”应写作“{wording.official}”"


def _listed(seen: Iterable[str]) -> str:
    texts = [shown(text, _LONGEST_TOLD) for text in seen]
    more = f"等 {len(texts)} 项" if len(texts) > MOST_TOLD else ""
    return "、".join(texts[:MOST_TOLD]) + more


def _own_columns(row: ForeignColumns, subject: Subject) -> str:
    """The columns that the row has in the content's edition, in brackets; empty when it names no cell."""
    names = [subject.edition.cells[cell].column_name for cell in row.cells if cell in subject.edition.cells]
    return f"（{'、'.join(names)}）" if names else ""


CHECKS = (
    part_or_table_missing,
    not_the_official_wording,
    columns_of_another_edition,
    unknown_rows_or_columns,
)
