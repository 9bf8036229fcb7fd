"""Zip files made by hand, so that they can be what no library would write: bombs, lies, damage."""

import struct
import zlib
from dataclasses import dataclass

ENCRYPTED = 1
DEFLATED = 8


@dataclass(frozen=True)
class Entry:
    """A member of an archive: its name, its bytes compressed, and what its header says of them."""

    name: str
    packed: bytes
    crc: int
    size: int
    flags: int = 0


def entry(name: str, text: str | bytes, *, flags: int = 0) -> Entry:
    """An honest member."""
    data = text.encode() if isinstance(text, str) else text
    return Entry(name, _deflated(data) + _END, zlib.crc32(data), len(data), flags)


def bomb(name: str, *, before: str, unit: str, times: int, after: str, size: int | None = None) -> Entry:
    """A member that repeats a unit, compressed once; `size` is what its header claims, if not the truth."""
    first, middle, last = (_deflated(text.encode()) for text in (before, unit, after))
    crc = zlib.crc32(before.encode())
    data = unit.encode()
    for _ in range(times):
        crc = zlib.crc32(data, crc)
    crc = zlib.crc32(after.encode(), crc)
    real = len(before.encode()) + times * len(data) + len(after.encode())
    return Entry(name, first + middle * times + last + _END, crc, real if size is None else size)


def archive(*entries: Entry) -> bytes:
    """The archive of these members."""
    body, directory = bytearray(), bytearray()
    for one in entries:
        name = one.name.encode()
        told = struct.pack(
            "<HHHHIIIHH",
            *(one.flags, DEFLATED, 0, 33, one.crc, len(one.packed), one.size, len(name), 0),
        )
        place = len(body)
        body += b"PK\x03\x04" + struct.pack("<H", 20) + told + name + one.packed
        directory += b"PK\x01\x02" + struct.pack("<HH", 20, 20) + told
        directory += struct.pack("<HHHII", 0, 0, 0, 0, place) + name
    count = len(entries) & 0xFFFF
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory) + b"PK\x05\x06" + end


def _deflated(data: bytes) -> bytes:
    """A piece of a deflate stream that can be followed by any other, or by itself."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)


_END = zlib.compressobj(9, zlib.DEFLATED, -15).flush()  # the empty block that ends a stream
