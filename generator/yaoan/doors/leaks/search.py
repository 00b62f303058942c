"""Prove of a built site that nothing in it may not be public on its day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from yaoan.bilingual import Bilingual, Language
from yaoan.diagnostics import Fault
from yaoan.site import Secret
from yaoan.words import say

from ..faults import FAULTS
from .net import Net
from .packed import Shut
from .streams import Stream, streams
from .views import readings, traced

_ENOUGH, _SAID = 100, 20
"""How many leaks are found, and said: what leaks more often leaks through one template."""


@dataclass(frozen=True)
class Leak:
    """A secret in a file: the offset in bytes, of the file or of what is packed *inside* it.

    Without a secret, a file that cannot be opened, of which nothing can be proved.
    """

    file: str
    inside: str = ""
    offset: int = 0
    secret: Secret | None = None

    @property
    def fault(self) -> Fault:
        return FAULTS["leak" if self.secret else "sealed"]

    @property
    def message(self) -> Bilingual:
        """What is wrong. The secret itself is not said: the record of a build may be public."""
        place = f"{self.file} › {self.inside}" if self.inside else self.file
        if self.secret is None:
            return self.fault.message.fill(place=place)
        return self.fault.message.fill(
            place=place,
            offset=self.offset,
            start=self.secret.value[0],
            size=len(self.secret.value),
            why=say("leak_why_" + self.secret.why),
            id=self.secret.id,
        )


class Leaked(Exception):  # noqa: N818 - it says what happened
    """The built site holds what must not be public."""

    def __init__(self, leaks: tuple[Leak, ...]) -> None:
        super().__init__("the built site holds what must not be public")
        self.leaks = leaks

    def said(self, language: Language) -> str:
        """The first leaks, a line each, and how many there are: more lines would help nobody."""
        shown = (f"{one.fault.code} {one.message.in_(language)}" for one in self.leaks[:_SAID])
        return "\n".join([*shown, say("leaked", count=len(self.leaks)).in_(language)])


def search(site: Path, secrets: Iterable[Secret]) -> None:
    """Look through every byte of the *site* for every one of the *secrets*.

    Raises Leaked with the first leaks, by the names of the files.
    """
    net = Net.of(secrets)
    found = tuple(islice(_everywhere(net, site), _ENOUGH))
    if found:
        raise Leaked(found)


def _everywhere(net: Net, site: Path) -> Iterator[Leak]:
    for path in sorted(site.rglob("*")):
        data = b"" if path.is_dir() else path.read_bytes()
        yield from leaks(net, path.relative_to(site).as_posix(), data)


def leaks(net: Net, name: str, data: bytes) -> Iterator[Leak]:
    """Every secret in the file *name*, each once for each place that is looked into."""
    seen = set()
    try:
        for stream in streams(name, data):
            for offset, secret in _in_stream(net, stream):
                if (stream.inside, secret) not in seen:
                    seen.add((stream.inside, secret))
                    yield Leak(name, stream.inside, offset, secret)
    except Shut:
        yield Leak(name)


def _in_stream(net: Net, stream: Stream) -> Iterator[tuple[int, Secret]]:
    text = stream.text
    for reading, steps in readings(text):
        if net.catches(reading):
            view = traced(text, steps)
            for place, sought in net.catch(view.text):
                yield stream.offset(text, view.origin(place)), sought.secret
