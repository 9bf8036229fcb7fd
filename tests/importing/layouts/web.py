"""Layouts of web pages: by hand, as Word and WPS save them, a span per character, tables in tables, cut."""

from collections.abc import Iterator
from html import escape

from govreport.editions.cells import Content
from tests.importing.layouts.drawing import Layout, Mark, Rows, report, same, torn
from tests.importing.layouts.noise import Noise


def lines_as_breaks(text: str) -> str:
    """The text as markup."""
    return escape(text).replace("\n", "<br/>")


def spans(text: str) -> str:
    """A span per character."""
    return "".join(f"<span lang=EN-US>{escape(sign)}</span>" if sign != "\n" else "<br>" for sign in text)


def as_table(rows: Rows, inside: Mark = lines_as_breaks) -> str:
    """Rows as a table with its spans."""
    body = "".join(
        "<tr>"
        + "".join(f"<td rowspan={r} colspan={c}><p>{inside(t)}</p></td>" for t, r, c in row)
        + "</tr>\n"
        for row in rows
    )
    return f"<table border=1>{body}</table>"


def page(content: Content, noise: Noise, inside: Mark = lines_as_breaks, label: Mark = same) -> str:
    """A whole report as the body of a page."""
    return "".join(
        f"<p>{inside(part)}</p>\n" if isinstance(part, str) else as_table(part, inside)
        for part in report(content, noise, label)
    )


def plain(content: Content, noise: Noise) -> tuple[str, bytes]:
    """A page as written by hand."""
    return "report.html", f"<html><body>{page(content, noise)}</body></html>".encode()


def per_character(content: Content, noise: Noise) -> tuple[str, bytes]:
    """A span per character, narrow heads a character a line."""
    return "report.htm", page(content, noise, spans, torn).encode()


def as_word_saves(text: str) -> str:
    """A cell's text as Word and WPS save it: a run per stretch, an empty o:p where nothing stands."""
    if not text:
        return "<p class=MsoNormal align=center style='mso-line-height-alt:0pt'><o:p> </o:p></p>"
    runs = "<br\n clear=all>".join(
        f"<span\nstyle='font-family:仿宋_GB2312;mso-bidi-font-family:宋体'>{escape(line)}</span>"
        for line in text.split("\n")
    )
    return (
        f"<p class=MsoNormal style='text-autospace:none'><!--[if gte mso 9]><b>0</b><![endif]-->{runs}"
        "<span lang=EN-US><o:p></o:p></span></p>"
    )


def word(content: Content, noise: Noise) -> tuple[str, bytes]:
    """A page as Word and WPS save it: conditional comments, o:p, mso styles, cells of places for spans."""
    head = (
        '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
        "<head><meta http-equiv=Content-Type content='text/html; charset=gb2312'>"
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->"
        "<style><!-- p.MsoNormal {mso-style-parent:''; margin:0cm} --></style></head>"
    )
    body = "".join(
        as_word_saves(part) if isinstance(part, str) else _word_table(part)
        for part in report(content, noise, torn)
    )
    page_number = "<div style='mso-element:footer'><p class=MsoFooter>- 2 -<o:p></o:p></p></div>"
    whole = f"{head}<body lang=ZH-CN><div class=Section1>{body}{page_number}</div></body></html>"
    return "report.htm", whole.encode("gb18030")


def _word_table(rows: Rows) -> str:
    body = "".join(
        "<tr style='mso-yfti-irow:0;height:15.0pt'>"
        + "".join(_word_cell(text, rowspan, colspan) for text, rowspan, colspan in row)
        + "</tr>"
        for row in rows
    )
    note = "<![if !supportMisalignedColumns]><tr height=0><td width=1></td></tr><![endif]>"
    return f"<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0>{body}{note}</table>"


def _word_cell(text: str, rowspan: int, colspan: int) -> str:
    spans = (f" rowspan={rowspan}" if rowspan > 1 else "") + (f" colspan={colspan}" if colspan > 1 else "")
    return f"<td width=57{spans} valign=top style='border:solid windowtext 1.0pt'>{as_word_saves(text)}</td>"


def gbk(content: Content, noise: Noise) -> tuple[str, bytes]:
    """A page in GBK that declares UTF-8."""
    whole = f"<html><head><meta charset=utf-8></head><body>{page(content, noise)}</body></html>"
    return "report.html", whole.encode("gbk", "xmlcharrefreplace")


def in_a_layout_table(content: Content, noise: Noise) -> tuple[str, bytes]:
    """The report in a table that lays out the page, a table of data about the file in front."""
    about = "<table><tr><td>索引号</td><td>0-2</td><td>发布机构</td><td>云溪县林业局</td></tr></table>"
    whole = f"<table><tr><td>导航<td>{about}<div>{page(content, noise)}</div></table>"
    return "report.html", whole.encode()


def cut(content: Content, noise: Noise) -> tuple[str, bytes]:
    """Every table cut in three by pages, without its head repeated."""
    return "report.html", "".join(_in_pages(report(content, noise), repeat=0)).encode()


def cut_with_heads(content: Content, noise: Noise) -> tuple[str, bytes]:
    """Every table cut in three by pages, its first rows repeated on each where they are heads alone."""
    return "report.html", "".join(_in_pages(report(content, noise), repeat=3)).encode()


def _in_pages(parts: list[str | Rows], *, repeat: int) -> Iterator[str]:
    for part in parts:
        if isinstance(part, str):
            yield f"<p>{escape(part)}</p>"
            continue
        third = max(len(part) // 3, 1)
        head = part[:repeat] if len(part) > 20 else []
        yield as_table(part[:third])
        for rest in (part[third : 2 * third], part[2 * third :]):
            if rest:
                yield "<p>- 3 -</p>" + as_table([*head, *rest])


def one_table(content: Content, noise: Noise) -> tuple[str, bytes]:
    """The whole report as one table, texts in rows of their own, an empty column in front."""
    rows: Rows = []
    for part in report(content, noise):
        if isinstance(part, str):
            rows.append([("", 1, 1), (part, 1, 15)])
        else:
            rows += [[("", 1, 1), *row] for row in part]
    return "report.html", as_table(rows).encode()


LAYOUTS: dict[str, Layout] = {
    "html": plain,
    "html, as Word and WPS save it": word,
    "html, a span per character, torn labels": per_character,
    "html, GBK declared as UTF-8": gbk,
    "html, in a layout table": in_a_layout_table,
    "html, tables over three pages": cut,
    "html, pages with repeated heads": cut_with_heads,
    "html, the whole report one table": one_table,
}
