"""The Word reader: a .docx to grids and paragraphs, as printed with all tracked changes accepted."""

import posixpath

from lxml import etree

from govreport.importing.grid import Source, Unreadable
from govreport.importing.readers.docx_numbering import Numbering
from govreport.importing.readers.docx_styles import Styles, W, value
from govreport.importing.readers.docx_table import quoted
from govreport.importing.readers.docx_text import Body, text_of
from govreport.importing.readers.packages import Package, opened, parsed

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAIN = "word/document.xml"


def read(data: bytes) -> Source:
    """Read a Word document. Nothing it refers to is fetched, no macro is run. Raises Unreadable."""
    package = opened(data)
    name = _related(package, "").get("officeDocument", _MAIN)
    root = _tree(package, name)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise Unreadable("文件里没有 Word 文档的正文")
    others = _related(package, name)
    styles = Styles(_tree(package, others.get("styles")))
    numbering = Numbering(_tree(package, others.get("numbering")), styles)
    notes = _Notes(package, others)
    text = Body(styles, numbering, notes.text)
    text.walk(body)
    if not text.pieces:
        raise Unreadable(_why_empty(body, text.pictures))
    return Source(tuple(text.pieces), "", tuple(dict.fromkeys(text.removed)), text.pictures)


class _Notes:
    """The footnotes and endnotes of a document, opened when the first one is asked for."""

    def __init__(self, package: Package, names: dict[str, str]) -> None:
        self._package = package
        self._names = names
        self._texts: dict[str, dict[str, str]] = {}

    def text(self, part: str, key: str) -> str:
        """How a note of `footnotes` or `endnotes` begins."""
        if part not in self._texts:
            root = _tree(self._package, self._names.get(part))
            nodes = [] if root is None else list(root)
            self._texts[part] = {value(node, "id"): quoted(text_of(node).strip()) for node in nodes}
        return self._texts[part].get(key, "")


def _tree(package: Package, name: str | None) -> "etree._Element | None":
    """A part as a tree, in the usual namespace where it is written in that of the strict format."""
    data = package.part(name) if name else None
    return None if data is None else parsed(data.replace(_STRICT, _USUAL))


def _related(package: Package, name: str) -> dict[str, str]:
    """The parts that a part refers to, by the last word of their kind; the package's own without a name."""
    folder, file = posixpath.split(name)
    root = package.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
    found: dict[str, str] = {}
    for node in () if root is None else root:
        if node.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, node.get("Target", "")))
            found[node.get("Type", "").rpartition("/")[2]] = target.lstrip("/")
    return found


def _why_empty(body: "etree._Element", pictures: int) -> str:
    if body.find(f"{W}altChunk") is not None:
        return "文档的正文是嵌入的另一个文件，请用 Word 打开后另存为 .docx"
    if pictures:
        return "文档里只有图片，没有可以读取的文字"
    return "文件是空的，没有可以读取的内容"
