"""The search: Pagefind indexes the built pages, one index for each language of `<html lang>`."""

import subprocess
import sys
from pathlib import Path


def index(site: Path) -> None:
    """Write the index into *site* as `pagefind/`. Raises RuntimeError when Pagefind fails."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"pagefind: {(done.stderr or done.stdout).strip()[-300:]}")
