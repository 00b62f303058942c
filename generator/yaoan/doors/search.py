"""The search: Pagefind indexes the built pages, one index for each language of `<html lang>`."""

import json
import subprocess
import sys
from pathlib import Path


def index(site: Path) -> None:
    """Write the index into *site* as `pagefind/`. Raises RuntimeError when Pagefind fails.

    Pagefind lists the languages in no order of its own; they are put in one, so that two builds
    of the same site are the same bytes.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"pagefind: {(done.stderr or done.stdout).strip()[-300:]}")
    entry = site / "pagefind" / "pagefind-entry.json"
    found = json.loads(entry.read_text("utf-8"))
    entry.write_text(json.dumps(found, sort_keys=True, separators=(",", ":")), "utf-8")
