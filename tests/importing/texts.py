"""Sources made of lines for tests of the text parts."""

from govreport.importing.grid import Grid, Paragraph, Piece, Source, in_rows

HEADINGS = {
    "overview": "一、总体情况",
    "disclosure": "二、主动公开政府信息情况",
    "applications": "三、收到和处理政府信息公开申请情况",
    "disputes": "四、政府信息公开行政复议、行政诉讼情况",
    "problems": "五、存在的主要问题及改进情况",
    "other_matters": "六、其他需要报告的事项",
}
TITLE = ("云溪县林业局", "2023年政府信息公开工作年度报告")


def source(*pieces: str | Grid, title: str = "") -> Source:
    """A source of paragraphs and grids."""
    made: list[Piece] = [Paragraph(piece) if isinstance(piece, str) else piece for piece in pieces]
    return Source(tuple(made), title)


def whole(
    *, title: tuple[str, ...] = TITLE, end: tuple[str, ...] = ("无。",), **headings: str | tuple[str, ...]
) -> Source:
    """A report with a line of text in every text part; `headings` replaces some of its headings."""
    lines: list[str] = [*title, "前言。"]
    for key, official in HEADINGS.items():
        written = headings.get(key, official)
        lines += [written] if isinstance(written, str) else written
        if key in ("overview", "problems"):
            lines.append(f"{key}的正文。")
    return source(*lines, *end)


def table(*rows: tuple[str, ...]) -> Grid:
    """A grid of these rows; by default a block of table two."""
    return in_rows(rows or (("信息内容", "本年处理决定数量"), ("行政许可", "4")), placed=True)
