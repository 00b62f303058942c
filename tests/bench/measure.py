"""What checking and building the sample office costs: CPU seconds, wall seconds, memory, pages.

Run by `make bench`; nothing here passes or fails.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
RUNS = {
    "check": ["check", "-q"],
    "write": ["write", "-q", "--to", "{out}"],
    "build": ["build", "-q", "--out", "{out}"],
}


def main() -> None:
    print(f"{'command':8} {'CPU s':>7} {'wall s':>7} {'peak MB':>8} {'pages':>6}")
    for name, arguments in RUNS.items():
        with tempfile.TemporaryDirectory() as folder:
            measure(name, arguments, Path(folder) / "out")


def measure(name: str, arguments: list[str], out: Path) -> None:
    """Run one command; its children's peak memory is that of the largest process so far."""
    command = [sys.executable, "-m", "yaoan", *(each.format(out=out) for each in arguments)]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([*command, "--day", "2026-11-22"], cwd=ROOT, check=True, capture_output=True)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - started
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    pages = sum(1 for p in out.rglob("*") if p.suffix in (".html", ".md")) if out.exists() else 0
    print(f"{name:8} {cpu:7.2f} {wall:7.2f} {after.ru_maxrss / 1024:8.0f} {pages:6}")


if __name__ == "__main__":
    main()
