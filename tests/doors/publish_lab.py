"""A laboratory for publishing: kills, faults of the disk and rivals, in processes of its own.

Run as `python publish_lab.py EXPERIMENT …`; it forks, which a test runner with threads must not.
What it finds goes to standard output as JSON.
"""

import datetime as dt
import errno
import hashlib
import json
import os
import random
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from yaoan.doors import Busy, Mark, Workshop, build, publishing

PAGES = 30
BROKEN, OLD, NEW = "broken", "old", "new"


def page(version: str) -> str:
    return f"{version}\n" + "药品安全\n" * 3000 + f"{version}</html>"


def small(out: Path, version: str) -> None:
    """Publish a small site, every page of which says its version at both ends."""
    with publishing(out) as staged:
        for number in range(PAGES):
            file = staged / f"part-{number % 3}" / f"{number}.html"
            file.parent.mkdir(exist_ok=True)
            file.write_text(page(version), "utf-8")
        Mark(pages=PAGES).write(staged)


def version_of(out: Path) -> str | None:
    """The one version of all pages that the public sees; None for anything but a whole site."""
    try:
        texts = [each.read_text("utf-8") for each in out.rglob("*.html")]
    except OSError:
        return None
    versions = {text.split("\n", 1)[0] for text in texts}
    whole = len(texts) == PAGES and len(versions) == 1 and (out / ".yaoan").is_file()
    version = versions.pop() if whole else None
    return version if version and all(text == page(version) for text in texts) else None


def child(work: Callable[[], None]) -> int:
    """Start *work* in a process; its exit code is 0, 2 for Busy, 3 for the disk, 4 for others."""
    pid = os.fork()
    if pid:
        return pid
    code = 4
    try:
        work()
        code = 0
    except Busy:
        code = 2
    except OSError:
        code = 3
    finally:
        os._exit(code)


def ended(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@dataclass(frozen=True)
class Subject:
    """What is tried, and published already: publish a version, say which is seen, name the next."""

    publish: Callable[[str], None]
    seen: Callable[[], str | None]
    following: Callable[[str], str]


def small_site(out: Path) -> Subject:
    small(out, "v0")
    return Subject(
        lambda version: small(out, version),
        lambda: version_of(out),
        lambda version: f"v{int(version[1:]) + 1}",
    )


def real_site(out: Path) -> Subject:
    """The real build of the office beside *out*, in two versions known by every byte."""
    folder = out.parent / "office"
    known: dict[str, str] = {}

    def write(version: str) -> None:
        notice = folder / "cases/notices/2026/notice-2026-0001.yml"
        notice.write_text(re.sub("第.版", f"第{version}版", notice.read_text("utf-8")), "utf-8")
        build(Workshop.open(folder, dt.date(2026, 11, 22)), out)

    def whole(site: Path) -> str:
        digest = hashlib.sha256()
        for each in sorted(each for each in site.rglob("*") if each.is_file()):
            digest.update(each.relative_to(site).as_posix().encode() + b"\0" + each.read_bytes())
        return digest.hexdigest()

    for version in "乙甲":
        write(version)
        known[whole(out)] = version
    assert len(known) == 2
    return Subject(
        write, lambda: known.get(whole(out)), lambda version: "乙" if version == "甲" else "甲"
    )


def kills(out: Path, rounds: int, subject: Subject, first: str):
    """Kill *rounds* publishers at random moments; what the public saw after each."""
    before = subject.following(first)
    started = time.monotonic()
    assert ended(child(lambda: subject.publish(before))) == 0
    took, counts = time.monotonic() - started, Counter()
    while counts["killed"] < rounds:
        after = subject.following(before)
        pid = child(lambda version=after: subject.publish(version))
        time.sleep(random.random() * took)
        os.kill(pid, signal.SIGKILL)
        killed = ended(pid) == -signal.SIGKILL
        took *= 1.05 if killed else 0.95  # as fast as the machine is now
        counts["killed" if killed else "finished"] += 1
        now = subject.seen()
        counts[OLD if now == before else NEW if now == after else BROKEN] += 1
        before = now or before
    subject.publish(subject.following(before))
    counts["builds left"] = left(out)
    assert counts[OLD] + counts[NEW] + counts[BROKEN] == counts["killed"] + counts["finished"]
    return counts


def left(out: Path) -> int:
    """How many folders of builds lie beside the site."""
    return len(list(out.parent.glob(f".{out.name}.builds/*/")))


def pairs(out: Path, rounds: int):
    """Two publishers at once: one wins or both in turn, and the site is whole and a winner's."""
    counts = Counter()
    for number in range(rounds):
        versions = (f"a{number}", f"b{number}")
        gate, opener = os.pipe()
        pids = [child(partial(when_open, gate, opener, out, version)) for version in versions]
        os.close(gate)
        os.close(opener)
        codes = [ended(pid) for pid in pids]
        won = [version for version, code in zip(versions, codes, strict=True) if code == 0]
        counts.update(f"exit {code}" for code in codes)
        counts["whole" if won and version_of(out) in won else BROKEN] += 1
    return counts


def when_open(gate: int, opener: int, out: Path, version: str) -> None:
    """Publish as soon as nobody holds the gate shut any more."""
    os.close(opener)
    os.read(gate, 1)
    small(out, version)


def reader(out: Path, rounds: int):
    """Read pages all the while the site is replaced; how many reads, how many broken ones."""
    small(out, "v0")
    ask, answer = os.pipe()

    def replace():
        os.close(ask)
        for number in range(rounds):
            small(out, f"v{number + 1}")

    pid = child(replace)
    os.close(answer)
    os.set_blocking(ask, False)
    counts = Counter()
    while True:
        number = random.randrange(PAGES)
        try:
            text = (out / f"part-{number % 3}" / f"{number}.html").read_text("utf-8")
            whole = text == page(text.split("\n", 1)[0])
        except OSError:
            whole = False
        counts["reads"] += 1
        counts[BROKEN] += not whole
        try:
            os.read(ask, 1)
        except BlockingIOError:
            continue
        break
    counts["exit"] = ended(pid)
    return counts


WRITES = ("open", "os.mkdir", "os.rename", "os.symlink")


def failing(nth: int, number: int, under: Path) -> None:
    """From now on the *nth* change of the disk under *under* fails, and every one after it.

    The changes are opening for writing, making folders and links, renaming, and `fsync`.
    """
    count = 0

    def fail(path: str | bytes) -> None:
        nonlocal count
        if str(under) in os.fsdecode(path):
            count += 1
            if count > nth:
                raise OSError(number, os.strerror(number), os.fsdecode(path))

    def hook(event: str, args: tuple) -> None:
        reads = event == "open" and not (args[2] or 0) & (os.O_WRONLY | os.O_RDWR)
        if event in WRITES and not reads and isinstance(args[0], str | bytes):
            fail(args[1] if event == "os.symlink" else args[0])

    real = os.fsync

    def fsync(opened: int) -> None:
        fail(str(Path(f"/proc/self/fd/{opened}").readlink()))
        real(opened)

    os.fsync = fsync
    sys.addaudithook(hook)


def faults(out: Path, step: int, subject: Subject, first: str):
    """Let the disk fail at each change it is asked for, until a build gets through."""
    counts = Counter()
    before = first
    for number in (errno.ENOSPC, errno.EIO):
        for nth in range(0, 100_000, step):
            after = subject.following(before)

            def work(nth=nth, number=number, after=after):
                failing(nth, number, out.parent)
                subject.publish(after)

            code = ended(child(work))
            now = subject.seen()
            counts[f"exit {code}"] += 1
            counts["whole" if now == (after if code == 0 else before) else BROKEN] += 1
            counts["left behind"] += left(out) > 2
            before = now or before
            if code == 0:
                break
    return counts


def main() -> None:
    experiment, folder, rounds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    random.seed(f"{experiment} {rounds}")
    out = folder / "site"
    match experiment:
        case "kills":
            found = kills(out, rounds, small_site(out), "v0")
        case "real-kills":
            found = kills(out, rounds, real_site(out), "甲")
        case "faults":
            found = faults(out, rounds, small_site(out), "v0")
        case "real-faults":
            found = faults(out, rounds, real_site(out), "甲")
        case "pairs":
            found = pairs(out, rounds)
        case "reader":
            found = reader(out, rounds)
    sys.stdout.write(json.dumps({BROKEN: 0, **found}))


if __name__ == "__main__":
    main()
