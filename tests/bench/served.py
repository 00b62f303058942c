"""How long it takes from saving an entry until the preview shows it."""

import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from offices import one_entry, retitled
from rows import CACHE, DAY

_TIMES = 3
_LONGEST = 900.0
"""Seconds after which the preview is given up."""


def served(office: Path) -> float:
    """The middle of three times, in seconds: the entry's own page says its new title."""
    shutil.rmtree(office / CACHE, ignore_errors=True)
    port = _free()
    command = (sys.executable, "-m", "yaoan", "serve", "-q", "--port", str(port), "--day", DAY)
    entry = one_entry(office)
    page = f"http://127.0.0.1:{port}/penalties/{entry.stem}/"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([*command, "-C", str(office)], **quiet) as process:
        try:
            _until(page, "<h1")
            return median(_change(entry, page, word) for word in "甲乙丙"[:_TIMES])
        finally:
            process.terminate()
            retitled(entry, "")


def _change(entry: Path, page: str, word: str) -> float:
    time.sleep(1)
    retitled(entry, word)
    started = time.monotonic()
    _until(page, f"，改{word}")
    return time.monotonic() - started


def _until(page: str, words: str) -> None:
    """Ask for the page until it says *words*. Raises TimeoutError when it never does."""
    end = time.monotonic() + _LONGEST
    while time.monotonic() < end:
        try:
            with urlopen(page, timeout=30) as answer:
                title = re.search(r"<h1.*?</h1>", answer.read().decode("utf-8"), re.DOTALL)
                if title and words in title[0]:
                    return
        except (URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.02)
    raise TimeoutError(page)


def _free() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
