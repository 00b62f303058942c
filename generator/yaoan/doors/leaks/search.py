"""One file after another looked into; what many pages have in common is looked into once.

A page is taken apart before each line that begins with a tag which parts texts, such as `<p>` or
`</li>`: nothing that a page says goes on from one such part into the next, whichever way it is
read, unless a comment swallows the tag; a page with a comment is therefore looked into as a whole.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from yaoan.site import Secret

from .leak import Leak
from .net import Net
from .packed import Shut, plain
from .streams import Stream, streams
from .views import INLINE, readings, traced

_PART = re.compile(rb"\n<(?=/?(?!(?:%s)(?![\w:-]))[a-z])" % INLINE.encode())
_MOST = 1 << 14
"""How many parts are remembered. Those that pages have in common are soon remembered again."""


@dataclass
class Search:
    """Secrets made ready to be sought in many files, whoever has their bytes.

    It may be handed to other processes; what each remembers changes nothing in what it finds.
    """

    net: Net
    _clean: set[bytes] = field(default_factory=set, repr=False, compare=False)

    @classmethod
    def of(cls, secrets: Iterable[Secret]) -> "Search":
        return cls(Net.of(secrets))

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """Those of the secrets that can be told from other texts."""
        return self.net.secrets

    def look(self, name: str, data: bytes) -> Iterator[Leak]:
        """Every secret in the file *name*, each once for each place that is looked into."""
        if not self._passed(name, data):
            yield from leaks(self.net, name, data)

    def _passed(self, name: str, data: bytes) -> bool:
        """Whether nothing can be in the file; never yes when anything is."""
        if not data.startswith(b"<") or not plain(name, data):
            return False
        if not self.net.sought:
            return True
        fresh = [part for part in _PART.split(data) if part not in self._clean]
        try:
            text = b"\n<".join(fresh).decode()
        except UnicodeDecodeError:
            return False
        for reading, _ in readings(f"{name}\0\n{text}"):
            if "<!--" in reading or self.net.catches(reading):
                return False
        if len(self._clean) > _MOST:
            self._clean.clear()
        self._clean.update(fresh)
        return True


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
    text = stream.text if net.sought else ""
    for reading, steps in readings(text):
        if net.catches(reading):
            view = traced(text, steps)
            for place, sought in net.catch(view.text):
                yield stream.offset(text, view.origin(place)), sought.secret
