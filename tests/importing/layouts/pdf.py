"""Layouts of PDFs: tables whole, cut by pages in the middle of rows, set so narrow that labels are torn."""

from html import escape

from weasyprint import HTML

from govreport.editions.cells import Content
from tests.importing.layouts.drawing import Layout, Mark, Rows, report, same, torn
from tests.importing.layouts.noise import Noise

_FACES = 'font-family: FandolFang, "Noto Serif CJK SC", serif'
_PLAIN = f"""
  @page {{ size: A4; margin: 25mm; @bottom-center {{ content: "- " counter(page) " -" }} }}
  body {{ {_FACES}; font-size: 10.5pt }}
  p {{ margin: 0; text-indent: 2em }}
  h1 {{ font-size: 18pt; text-align: center }}
  table {{ border-collapse: collapse; width: 100% }}
  td {{ border: 0.5pt solid; padding: 1mm; text-align: center; vertical-align: middle }}
  td p {{ text-indent: 0 }}
"""
# Four columns in front are labels; they are set narrow, so that labels are tall and pages cut them.
_CUT = (
    _PLAIN
    + "@page { size: 210mm 120mm; margin: 12mm 25mm } td { line-height: 1.5 } td[colspan] { width: 1% }"
)
_NARROW = _PLAIN + "@page { margin: 12mm 8mm } td { font-size: 8pt; padding: 0.3mm }"
_WORD = _PLAIN + (
    "table { border-collapse: separate; border-spacing: 0; border: 1.5pt solid } "
    "td { border: 0.75pt dotted; letter-spacing: 0.12em }"
)
_OPEN = _PLAIN + "table, td { border-left: 0 none; border-right: 0 none }"
_DOUBLE = _PLAIN + "td { border: 2.25pt double }"


def made(
    content: Content, noise: Noise, style: str, label: Mark = same, head: Mark = same
) -> tuple[str, bytes]:
    """The report as a PDF in a style."""
    title, *rest = report(content, noise, label)
    parts = (f"<p>{escape(part)}</p>" if isinstance(part, str) else _table(part) for part in rest)
    page = f"<style>{style}</style><h1>{escape(str(title))}</h1>{''.join(parts)}"
    return "report.pdf", bytes(HTML(string=page).write_pdf())


def _table(rows: Rows) -> str:
    body = "".join(
        "<tr>" + "".join(f"<td rowspan={r} colspan={c}>{_lines(text)}</td>" for text, r, c in row) + "</tr>"
        for row in rows
    )
    return f"<table>{body}</table>"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def plain(content: Content, noise: Noise) -> tuple[str, bytes]:
    """As a browser or an office program prints it."""
    return made(content, noise, _PLAIN)


def cut(content: Content, noise: Noise) -> tuple[str, bytes]:
    """Table 三 over three pages and more, without its head again; rows and labels cut by the page breaks."""
    return made(content, noise, _CUT)


def narrow(content: Content, noise: Noise) -> tuple[str, bytes]:
    """Heads of a character a line."""
    return made(content, noise, _NARROW, torn)


def dotted(content: Content, noise: Noise) -> tuple[str, bytes]:
    """Dotted borders of separate cells in a thick frame, characters set apart."""
    return made(content, noise, _WORD)


def without_upright_lines(content: Content, noise: Noise) -> tuple[str, bytes]:
    """No upright lines, as in a printed yearbook."""
    return made(content, noise, _OPEN)


def doubled(content: Content, noise: Noise) -> tuple[str, bytes]:
    """Double borders."""
    return made(content, noise, _DOUBLE)


LAYOUTS: dict[str, Layout] = {
    "pdf": plain,
    "pdf, table 三 over three pages": cut,
    "pdf, narrow columns": narrow,
    "pdf, dotted borders": dotted,
    "pdf, double borders": doubled,
}
