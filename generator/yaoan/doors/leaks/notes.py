"""The notes that a picture carries with it: EXIF, XMP, comments, texts, packed or not."""

import struct
import zlib
from collections.abc import Callable, Iterator

Note = tuple[int, bytes]
"""The offset of a note in its file, in bytes, and the note."""

_PNG = b"\x89PNG\r\n\x1a\n"
_DRAWN = (b"IHDR", b"PLTE", b"IDAT")


def notes(data: bytes) -> Iterator[Note]:
    """Every note of a JPEG, PNG or WebP as it lies in the file; none of anything else."""
    for start, read in _FORMATS:
        if data.startswith(start):
            yield from read(data)


def inflated(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The texts that a PNG keeps deflated, each with the name of its chunk. Raises zlib.error."""
    for kind, _, body in _chunks(data) if data.startswith(_PNG) else ():
        _, _, rest = body.partition(b"\0")
        if kind in (b"zTXt", b"iCCP"):
            yield kind.decode(), zlib.decompress(rest[1:])
        elif kind == b"iTXt" and rest[:1] == b"\1":
            yield "iTXt", zlib.decompress(rest[2:].split(b"\0", 2)[2])


def _jpeg(data: bytes) -> Iterator[Note]:
    """The application segments and comments before the first scan (ITU-T T.81, B.2.4)."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        (size,) = struct.unpack_from(">H", data, at + 2)
        if data[at + 1] == 0xFE or 0xE0 <= data[at + 1] <= 0xEF:
            yield at + 4, data[at + 4 : at + 2 + size]
        at += 2 + size


def _png(data: bytes) -> Iterator[Note]:
    """Every chunk that is not the picture itself (PNG, third edition, 5.3)."""
    return ((at, body) for kind, at, body in _chunks(data) if kind not in _DRAWN)


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, bytes]]:
    at = len(_PNG)
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        yield kind, at + 8, data[at + 8 : at + 8 + size]
        at += 12 + size


def _webp(data: bytes) -> Iterator[Note]:
    """The metadata chunks (WebP container, RFC 9649, 2.7.1.5)."""
    at = 12
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<4sI", data, at)
        if kind in (b"EXIF", b"XMP "):
            yield at + 8, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


_FORMATS: tuple[tuple[bytes, Callable[[bytes], Iterator[Note]]], ...] = (
    (b"\xff\xd8\xff", _jpeg),
    (_PNG, _png),
    (b"RIFF", _webp),
)
