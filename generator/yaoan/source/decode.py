"""Bytes become text, if they are UTF-8."""

import codecs
from importlib.resources.abc import Traversable
from io import FileIO
from pathlib import Path

from yaoan.diagnostics import Problem, Source, Span

from .faults import FAULTS

LARGEST = 256 * 1024
"""The most bytes that one entry may have."""

_MARKS = {
    codecs.BOM_UTF16_LE: ("utf-16-le", "UTF-16"),
    codecs.BOM_UTF16_BE: ("utf-16-be", "UTF-16"),
}


def take(path: Path | Traversable | str) -> bytes:
    """What a file holds; of one that is too large, just enough to know that it is.

    Raises OSError when it cannot be read.
    """
    if not isinstance(path, str):
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    data = b""
    with FileIO(path) as raw:
        while more := raw.read(LARGEST + 1 - len(data)):
            data += more
    return data


def decode(name: str, data: bytes) -> tuple[Source, Problem | None]:
    """The text of *data* with `\\n` line ends, and what is wrong with its encoding or size."""
    if len(data) > LARGEST:
        source = Source(name, data[:200].decode("utf-8", "replace"))
        return source, FAULTS["too_large"].at(Span(source, 0, 1), limit=LARGEST // 1024)
    try:
        return Source(name, _ends(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"))), None
    except UnicodeDecodeError as error:
        return _foreign(name, data, error.start)


def _foreign(name: str, data: bytes, start: int) -> tuple[Source, Problem]:
    """The text as it was meant, shown so that the writer knows it again, and the problem."""
    encoding, called = _MARKS.get(data[:2], ("gb18030", "GBK"))
    before = _ends(data[:start].decode(encoding, "replace"))
    text = _ends(data.decode(encoding, "replace"))
    if text.count("\ufffd") > len(text) // 10:
        called = "?"
    source = Source(name, text)
    at = min(len(before), max(len(text) - 1, 0))
    return source, FAULTS["not_utf8"].at(Span(source, at, at + 1), encoding=called)


def _ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
