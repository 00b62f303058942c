"""A site built in parts on several machines, and put together again.

Each shard holds what is not ours, and its share of the pages that we write; so all shards must
agree on the former byte for byte, which is checked when they are put together. What is then
published is looked over like any other build, and equals it.
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from yaoan.bilingual import Bilingual
from yaoan.words import say

from . import policy
from .inputs import made_from
from .render import Rendered, render_share, wanted
from .workshop import Workshop

MARK = ".yaoan-shard"
"""The file in a shard that says which it is."""


class Unfit(Exception):  # noqa: N818 - it says what was found
    """Shards that make no site, and why not."""

    def __init__(self, message: Bilingual) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True)
class Share:
    """Part *number* of *of*, counted from 1."""

    number: int = 1
    of: int = 1


@dataclass(frozen=True)
class Shard:
    """A shard on disk: what it is made from, which part it is, what is known of its pages."""

    folder: Path
    made_from: str
    share: Share
    rendered: Rendered

    @classmethod
    def read(cls, folder: Path) -> "Shard":
        """The shard in *folder*. Raises Unfit where there is none."""
        try:
            said = json.loads((folder / MARK).read_text("utf-8"))
            content = policy.Content(frozenset(said["scripts"]), frozenset(said["styles"]))
            rendered = Rendered(content, said["secure"], tuple(said["warnings"]))
            return cls(folder, said["made_from"], Share(*said["share"]), rendered)
        except (OSError, ValueError, TypeError, KeyError):
            raise Unfit(say("shard_none", folder=folder)) from None

    def write(self) -> None:
        """Put the mark into the shard."""
        said = {
            "made_from": self.made_from,
            "share": [self.share.number, self.share.of],
            "scripts": sorted(self.rendered.content.scripts),
            "styles": sorted(self.rendered.content.styles),
            "secure": self.rendered.secure,
            "warnings": self.rendered.warnings,
        }
        (self.folder / MARK).write_text(json.dumps(said) + "\n", "utf-8", newline="\n")

    @property
    def files(self) -> Iterator[tuple[str, Path]]:
        """Every file of the site in it, by its name."""
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder).as_posix()
            if not path.is_dir() and name != MARK:
                yield name, path


def build_shard(workshop: Workshop, folder: Path, share: Share, jobs: int = 1) -> Shard:
    """Render a shard into *folder*, which must be new or empty.

    Raises Refused when the entries have errors, FileExistsError when *folder* holds anything, and
    what `render_share` raises.
    """
    pages = wanted(workshop)[share.number - 1 :: share.of]
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(folder)
    rendered = render_share(workshop, folder, pages, jobs)
    shard = Shard(folder, made_from(workshop.folder, workshop.day), share, rendered)
    shard.write()
    return shard


def put_together(workshop: Workshop, folders: Sequence[Path], out: Path) -> Rendered:
    """Put the files of all shards into *out*. Raises Unfit when they do not make one site."""
    shards = [Shard.read(folder) for folder in folders]
    _one_set(shards, made_from(workshop.folder, workshop.day))
    for shard in shards:
        for name, path in shard.files:
            _put(out / name, path, name)
    content = policy.Content()
    for shard in shards:
        content |= shard.rendered.content
    warnings = dict.fromkeys(text for shard in shards for text in shard.rendered.warnings)
    return Rendered(content, shards[0].rendered.secure, tuple(warnings))


def _one_set(shards: Sequence[Shard], expected: str) -> None:
    """Raise Unfit unless the shards are all parts of one site, the one that is *expected*."""
    for shard in shards:
        if shard.made_from != expected:
            raise Unfit(say("shard_other", folder=shard.folder))
    of = {shard.share.of for shard in shards}
    numbers = sorted(shard.share.number for shard in shards)
    if len(of) != 1 or numbers != list(range(1, of.pop() + 1)):
        told = "、".join(f"{each.share.number}/{each.share.of}" for each in shards)
        raise Unfit(say("shard_missing", there=told or "0"))


def _put(there: Path, path: Path, name: str) -> None:
    """Copy a file, which must be the same where another shard has it too."""
    if path.is_symlink():
        raise Unfit(say("shard_differs", file=name))
    if there.exists():
        if there.read_bytes() != path.read_bytes():
            raise Unfit(say("shard_differs", file=name))
        return
    there.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, there)
