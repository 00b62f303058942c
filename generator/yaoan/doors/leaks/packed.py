"""What is packed in a file: compressed, in an archive, or encoded for a link."""

import base64
import bz2
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from .notes import inflated

_DATA = re.compile(rb";base64,([A-Za-z0-9+/]{8,}={0,2})")
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_SHUT = (b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf\x27\x1c", b"Rar!")
_SHUT_NAMES = (".br", ".zst", ".7z", ".rar")


class Shut(Exception):  # noqa: N818 - it says what was found
    """A file is packed in a way that we cannot open, so that nothing can be said of it."""


def plain(name: str, data: bytes) -> bool:
    """Whether nothing is packed in a file whose bytes begin as those of a text."""
    return not name.endswith(_SHUT_NAMES) and b";base64," not in data


def unpacked(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Everything packed in *data*, each with the way in which it was. Raises Shut."""
    if data.startswith(_SHUT) or name.endswith(_SHUT_NAMES):
        raise Shut(name)
    try:
        yield from _opened(data)
    except (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, zipfile.BadZipFile):
        raise Shut(name) from None
    except (RuntimeError, NotImplementedError):  # an archive with a password, or of a new kind
        raise Shut(name) from None


def _opened(data: bytes) -> Iterator[tuple[str, bytes]]:
    if data.startswith(b"\x1f\x8b"):
        yield "gzip", _gunzip(data)
    elif data.startswith(b"BZh"):
        yield "bzip2", bz2.decompress(data)
    elif data.startswith(b"\xfd7zXZ\0"):
        yield "xz", lzma.decompress(data)
    elif data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield "zip", archive.comment
            for each in archive.infolist():
                yield each.filename, each.filename.encode("utf-8", "replace")
                yield each.filename, archive.read(each)
    elif data.startswith(b"%PDF"):
        yield from _pdf(data)
    yield from inflated(data)
    for found in _DATA.finditer(data):
        yield "base64", base64.b64decode(found[1] + b"=" * (-len(found[1].rstrip(b"=")) % 4))


def _gunzip(data: bytes) -> bytes:
    """All members of a gzip file (RFC 1952), and what each says of itself in its head."""
    parts = []
    while data:
        opened = zlib.decompressobj(31)
        parts.append(opened.decompress(data) + opened.flush())
        if not opened.eof:
            raise EOFError
        data = opened.unused_data
    return b"".join(parts)


def _pdf(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The deflated streams of a PDF. What is drawn with the glyphs of a font cannot be read."""
    for found in _PDF_STREAM.finditer(data):
        try:
            yield "stream", zlib.decompressobj().decompress(found[1])
        except zlib.error:
            continue
