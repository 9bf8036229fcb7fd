"""Office packages (zip files of XML parts), opened within limits: nothing is unpacked that could burst."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from govreport.importing.grid import Unreadable

MOST_ENTRIES = 5_000
LARGEST_PACKAGE = 200_000_000  # bytes unpacked, pictures included
LARGEST_PART = 20_000_000  # bytes of one XML part; a report takes about 300,000
# Tags and attributes of one part: each takes 100 to 200 bytes as a tree, however short it is written.
# The official form has 21,000.
MOST_NODES = 800_000
# XML of one pattern packs about 1 : 50; beyond the ratio it is a bomb, unless it is small anyway.
HIGHEST_RATIO = 200
SMALL = 1_000_000

ENCRYPTED = "文件有密码，请取消密码后再上传"
DAMAGED = "文件不完整或已损坏，无法打开"
TOO_LARGE = "文件解压后过大，不像是年度报告"
_ENTITIES = "文件里有不该有的 XML 实体声明，没有读取"
_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
_CHUNK = 65_536
_XML = (".xml", ".rels", ".vml")


class Package:
    """The parts of a package by name. Names are compared without regard to case, as the format has it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._entries = {_name(entry): entry for entry in archive.infolist() if not entry.is_dir()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts in lower case, as `word/document.xml`."""
        return tuple(self._entries)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, None when there is none. Raises Unreadable."""
        entry = self._entries.get(name.lower())
        return None if entry is None else b"".join(self._chunks(entry))

    def xml(self, name: str) -> "etree._Element | None":
        """A part as a tree, None when there is none. Raises Unreadable."""
        data = self.part(name)
        return None if data is None else parsed(data)

    def verify(self) -> None:
        """Unpack and drop every XML part: for a reader that opens the bytes itself. Raises Unreadable."""
        for name, entry in self._entries.items():
            if name.endswith(_XML):
                for _ in self._chunks(entry):
                    pass

    def _chunks(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        """A part piece by piece, so that a size that was stated too low cannot burst the memory."""
        if entry.file_size > LARGEST_PART:
            raise Unreadable(TOO_LARGE)
        left = entry.file_size
        try:
            with self._archive.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    left -= len(chunk)
                    yield chunk
        except _BROKEN:
            raise Unreadable(DAMAGED) from None
        if left:
            raise Unreadable(DAMAGED)


def opened(data: bytes) -> Package:
    """Open a package; its parts are read when asked for. Raises Unreadable."""
    if data.count(_ENTRY) > MOST_ENTRIES:  # before the list is built, which takes memory for each
        raise Unreadable(TOO_LARGE)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        raise Unreadable(DAMAGED) from None
    entries = archive.infolist()
    too_much = sum(entry.file_size for entry in entries) > LARGEST_PACKAGE
    if too_much or any(_is_a_bomb(entry) for entry in entries):
        raise Unreadable(TOO_LARGE)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(ENCRYPTED)
    twice = len({_name(entry) for entry in entries}) < len(entries)
    if twice or any(entry.compress_type not in _METHODS for entry in entries):
        raise Unreadable(DAMAGED)
    return Package(archive)


def parsed(data: bytes) -> "etree._Element":
    """The tree of an XML part: no entities, nothing fetched, no more nodes than fit. Raises Unreadable."""
    if data.count(b"<") + data.count(b"=") > MOST_NODES:
        raise Unreadable(TOO_LARGE)
    if b"<!DOCTYPE" in data:
        raise Unreadable(_ENTITIES)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        if any("depth" in error.message.lower() for error in parser.error_log):
            raise Unreadable("文件的表格或标签嵌套层数过多，无法读取") from None
        raise Unreadable(DAMAGED) from None
    if root.getroottree().docinfo.internalDTD is not None:  # written in another encoding
        raise Unreadable(_ENTITIES)
    return root


def _name(entry: zipfile.ZipInfo) -> str:
    return entry.filename.replace("\\", "/").lstrip("/").lower()


def _is_a_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > SMALL and entry.file_size > HIGHEST_RATIO * entry.compress_size
