"""The search: Pagefind indexes the built pages, one index for each language of `<html lang>`."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

_OS_ERROR = re.compile(r"\(os error (\d+)\)")

FOLDER = "pagefind"
"""Where in the site the index stands; Pagefind names most of its files itself."""
FILES = (f"{FOLDER}/pagefind.js", f"{FOLDER}/pagefind-entry.json")


def index(site: Path) -> None:
    """Write the index into *site* as `pagefind/`.

    Raises OSError when the disk is why Pagefind failed, RuntimeError when something else is.

    Pagefind lists the languages in no order of its own; they are put in one, so that two builds
    of the same site are the same bytes.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-300:]
        if found := _OS_ERROR.search(said):
            raise OSError(int(found[1]), os.strerror(int(found[1])), str(site / FOLDER))
        raise RuntimeError(f"pagefind: {said}")
    entry = site / FOLDER / "pagefind-entry.json"
    languages = json.loads(entry.read_text("utf-8"))
    entry.write_text(json.dumps(languages, sort_keys=True, separators=(",", ":")), "utf-8")
