"""The builds kept for one place: the one the public sees, and the one before it.

`site` is a link to a folder in `.site.builds/` beside it. A build is written into a folder of its
own there, and nothing in a folder changes once the link has led to it; to publish is to replace the
link, which the system does at once. See decision record 0008.
"""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from .disk import exchange, rewrite, sync
from .lock import NotHere, locked
from .mark import MARK

_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL)
"""What a disk without symbolic links answers, and Windows to one who may not make any."""


@dataclass(frozen=True)
class Shelf:
    """The builds for the place *out*, which is an absolute path."""

    out: Path

    @classmethod
    def of(cls, out: Path) -> "Shelf":
        """The shelf for *out*, whose own link is not followed."""
        return cls(Path(os.path.abspath(out)))  # noqa: PTH100 - `resolve` would follow the link

    @property
    def folder(self) -> Path:
        """Where the builds lie."""
        return self.out.with_name(f".{self.out.name}.builds")

    @property
    def ours(self) -> bool:
        """Whether a build may be put at *out*: nothing is there, or an earlier site of ours."""
        if self.out.is_symlink():
            return self._linked() is not None
        if not self.out.exists():
            return True
        return self.out.is_dir() and (not any(self.out.iterdir()) or (self.out / MARK).exists())

    @property
    def current(self) -> Path | None:
        """The build that is public, if it is on the shelf."""
        name = self._linked()
        return self.folder / name if name and (self.folder / name).is_dir() else None

    @property
    def before(self) -> Path | None:
        """The build that was public before the current one."""
        others = (name for name in reversed(self._listed()) if name != self._linked())
        return next(filter(None, map(self._kept, others)), None)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Work here alone. Raises Busy when another does."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with locked(self.folder / "lock"):
            yield

    def start(self) -> Path:
        """A folder for a new build. Raises NotHere where a link could not lead to it."""
        serials = [int(head) for each in self.folder.iterdir() if (head := _serial(each)).isdigit()]
        name = f"{max(serials, default=0) + 1:04d}-{secrets.token_hex(4)}"
        self._link(name).unlink()
        (self.folder / name).mkdir()
        return self.folder / name

    def show(self, build: Path) -> None:
        """Let the public see *build*, at once. What was public before stays on the shelf.

        A folder that an older yaoan left at *out* changes places with the link; where the system
        cannot do that at once, there is nothing at *out* between two renames, this one time.
        """
        link = self._link(build.name)
        kept = [each.name for each in (self.before, self.current) if each and each != build]
        if self.out.is_symlink() or not self.out.exists():
            self._list(kept)
            link.replace(self.out)
        else:
            self._list([*kept, link.name])
            if not exchange(link, self.out):
                aside = link.rename(self.folder / f"{link.name}.link")
                self.out.rename(link)
                aside.replace(self.out)
        with suppress(
            OSError
        ):  # the public sees it already; an old link after a crash is whole too
            sync(self.out.parent)

    def tidy(self) -> None:
        """Remove all but the current build and the one before it."""
        stay = {self.current, self.before, self.folder / "lock", self.folder / "published"}
        for path in self.folder.iterdir():
            if path in stay:
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                with suppress(OSError):
                    path.unlink()

    def _linked(self) -> str | None:
        """The name of the build that *out* leads to; None if it leads elsewhere or nowhere."""
        if not self.out.is_symlink():
            return None
        leads = self.out.readlink()
        return leads.name if leads.parent == Path(self.folder.name) else None

    def _link(self, name: str) -> Path:
        """A new link to a build, which leads there once it stands at *out*."""
        link = self.folder / f"0000-{secrets.token_hex(4)}"
        try:
            link.symlink_to(f"{self.folder.name}/{name}")
        except OSError as refused:
            if refused.errno in _NO_LINKS:
                raise NotHere(self.folder) from None
            raise
        return link

    def _kept(self, name: str) -> Path | None:
        path = self.folder / name
        return path if not path.is_symlink() and (path / MARK).is_file() else None

    def _listed(self) -> list[str]:
        """The builds that were public, the last one last; the current one may be missing."""
        with suppress(OSError, UnicodeDecodeError):
            return (self.folder / "published").read_text("utf-8").split()
        return []

    def _list(self, names: list[str]) -> None:
        """Remember which builds were public; said before the link changes, it is true after."""
        rewrite(self.folder / "published", "".join(f"{name}\n" for name in names))


def _serial(path: Path) -> str:
    return path.name.partition("-")[0]
