"""What a file holds: its name, its bytes, and whatever is packed, inflated or encoded in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from .notes import notes
from .packed import Shut, unpacked

_DEEPEST = 5
"""Packed in packed in packed: nothing that we write goes deeper, and what does is not opened."""

_WIDE = ("utf-16-le", "utf-16-be")


@dataclass(frozen=True)
class Stream:
    """Bytes to look into: where they are in the file, at which offset there, how encoded.

    *inside* is empty for the file as it lies on the disk, else the way to what was unpacked.
    """

    inside: str
    data: bytes
    start: int = 0
    coding: str = "utf-8"

    @property
    def text(self) -> str:
        return self.data.decode(self.coding, self._errors)

    def offset(self, text: str, place: int) -> int:
        """The offset in bytes of the character at *place* of *text*, which is this text."""
        return self.start + len(text[:place].encode(self.coding, self._errors))

    @property
    def _errors(self) -> str:
        return "surrogateescape" if self.coding == "utf-8" else "replace"


def streams(name: str, data: bytes) -> Iterator[Stream]:
    """Everything there is to look into in the file *name*. Raises Shut when it cannot be opened."""
    yield Stream("name", name.encode("utf-8", "surrogateescape"))
    yield from _within("", name, data, _DEEPEST)


def _within(inside: str, name: str, data: bytes, deeper: int) -> Iterator[Stream]:
    if not deeper:
        raise Shut(name)
    yield Stream(inside, data)
    yield from _otherwise(inside, data)
    for part, packed in unpacked(name, data):
        yield from _within(f"{inside}/{part}".strip("/"), part, packed, deeper - 1)


def _otherwise(inside: str, data: bytes) -> Iterator[Stream]:
    """The same bytes as tables and the notes of pictures may be encoded."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield Stream(inside, data, 0, _WIDE[data[0] == 0xFE])
    elif b"\0" not in data and not data.isascii():
        try:
            data.decode()
        except UnicodeDecodeError:
            yield Stream(inside, data, 0, "gb18030")
    for start, note in notes(data):
        for coding in _WIDE:
            for odd in (0, 1):
                yield Stream(inside, note[odd:], start + odd, coding)
