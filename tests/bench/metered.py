"""One command run and measured: CPU-seconds, wall-clock seconds, peak memory, what it put on disk.

CPU-seconds are user and system time of the command and of every process that it waited for. Memory is
the sum over all processes of its session of what is theirs alone and their part of what they share
(PSS), looked at five times a second; a peak between two looks is missed, so the largest single process, which
the kernel keeps, counts when it is larger. Linux only.
"""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.2
"""Seconds between two looks at the memory."""
_TOLD = 2000
"""How many last characters of a failed command are shown."""


@dataclass(frozen=True)
class Cost:
    """What a command cost: seconds, seconds, bytes."""

    cpu: float
    wall: float
    peak: int


@dataclass(frozen=True)
class Output:
    """What a folder holds: pages, files, bytes, links in HTML pages."""

    pages: int = 0
    files: int = 0
    size: int = 0
    links: int = 0


class Failed(Exception):  # noqa: N818 - it says what happened
    """The command gave up; its last words."""


def metered(command: Sequence[str], cwd: Path, env: Mapping[str, str] | None = None) -> Cost:
    """Run *command* to its end. Raises Failed when it does not end well."""
    started = time.monotonic()
    with subprocess.Popen(
        list(command),
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        look = Look(process.pid)
        look.start()
        assert process.stdout
        try:
            said = process.stdout.read()
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        look.end()
    if process.returncode:
        raise Failed(f"{' '.join(command)}\n{said.decode('utf-8', 'replace')[-_TOLD:]}")
    return Cost(used.ru_utime + used.ru_stime, wall, max(look.peak, used.ru_maxrss * 1024))


class Look(threading.Thread):
    """Looks at the memory of every process of a session until told to end."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.peak = session, 0
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(_EVERY):
            self.peak = max(self.peak, sum(map(_share, _of_session(self.session))))

    def end(self) -> None:
        self._over.set()
        self.join()


def _of_session(session: int) -> Iterator[Path]:
    """What the kernel says of each of the session's processes."""
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            with suppress(OSError, IndexError):
                stat = (each / "stat").read_text()
                if int(stat.rpartition(")")[2].split()[3]) == session:
                    yield each


def _share(process: Path) -> int:
    """The bytes that count for the process; none when it has just ended."""
    with suppress(OSError):
        for line in (process / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def output(folder: Path, suffix: str = ".html") -> Output:
    """What *folder*, or the folder that it leads to, holds; the files with *suffix* are its pages."""
    pages = files = size = links = 0
    for path in folder.resolve().rglob("*"):
        if path.is_file() and not path.is_symlink():
            files += 1
            size += path.stat().st_size
            if path.suffix == suffix:
                pages += 1
                links += path.read_bytes().count(b"<a ")
    return Output(pages, files, size, links)
