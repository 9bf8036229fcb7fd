"""The key figures of an agency over the years, read from the contents of its publications."""

from collections.abc import Sequence

from govreport.editions.cells import Address, Content
from govreport.editions.numbers import add, plain
from govreport.portal.pages import FigureRow, KeyFigures

# What is shown: its name, and the cells it is the sum of. The edition of 2019 counted documents differently.
INDICATORS: dict[str, tuple[str, ...]] = {
    "本年新收申请": ("applications.new_received.total",),
    "上年结转申请": ("applications.carried_in.total",),
    "本年办理结果总计": ("applications.results_total.total",),
    "其中予以公开": ("applications.granted.total",),
    "结转下年度办理": ("applications.carried_out.total",),
    "现行有效行政规范性文件": ("disclosure.normative_documents.in_force",),
    "行政复议": ("disputes.reconsideration.total",),
    "行政诉讼": ("disputes.direct_litigation.total", "disputes.litigation_after_reconsideration.total"),
}


def key_figures(contents: Sequence[Content]) -> KeyFigures:
    """The figures of these reports side by side, oldest year first; each content has a year."""
    ordered = sorted(contents, key=lambda content: content.year or 0)
    return KeyFigures(
        years=tuple(content.year or 0 for content in ordered),
        rows=tuple(
            FigureRow(label, tuple(_text(content, cells) for content in ordered))
            for label, cells in INDICATORS.items()
        ),
    )


def _text(content: Content, cells: Sequence[str]) -> str:
    """The sum of the cells that are filled in; "" when none is."""
    numbers = [content.figure(Address.parse(cell)) for cell in cells]
    stated = [number for number in numbers if number is not None]
    return plain(add(stated)) if stated else ""
