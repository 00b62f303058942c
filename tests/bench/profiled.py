"""Where the time of a cold build goes: by stage, and the functions that take most in each.

A stage is a room of the program, or a library. What is built into Python counts for the stage that
called it. Seconds are of the clock, so the machine must be idle, and small functions look too slow.
"""

import pstats
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from rows import CACHE, DAY

_RUN = """\
import cProfile, sys
from yaoan.cli import main
kept, sys.argv = sys.argv[1], ["yaoan", *sys.argv[2:]]
profile = cProfile.Profile()
try:
    profile.runcall(main)
finally:
    profile.dump_stats(kept)
"""
_SHOWN = 5
_STAGES = 12


def profiled(office: Path, work: Path) -> None:
    """Build the office once from nothing in one process, and print where the time went."""
    shutil.rmtree(office / CACHE, ignore_errors=True)
    kept = work / "profile"
    command = [sys.executable, "-c", _RUN, str(kept), "build", "-q", "--jobs", "1", "--day", DAY]
    told = ["-C", str(office), "--out", str(work / "profiled")]
    subprocess.run([*command, *told], check=True, stdout=subprocess.DEVNULL)
    stats: dict[Any, Any] = pstats.Stats(str(kept)).stats  # type: ignore[attr-defined]
    print(report(stats))


def report(stats: dict[Any, Any]) -> str:
    """The stages by their own time, each with its functions that take most."""
    stages: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for function, (_, _, own, _, callers) in stats.items():
        if function[0] != "~":
            stages[stage(function[0])][_name(function)] += own
            continue
        for caller, (_, _, part, _) in callers.items():
            stages[stage(caller[0])][_name(caller)] += part
    total = sum(sum(each.values()) for each in stages.values())
    lines = [f"{total:.1f} s in all, with the profiler's own cost"]
    for name, found in sorted(stages.items(), key=lambda each: -sum(each[1].values()))[:_STAGES]:
        spent = sum(found.values())
        lines.append(f"{spent:8.2f} s {spent / total:6.1%}  {name}")
        most = sorted(found.items(), key=lambda each: -each[1])[:_SHOWN]
        lines += [f"{own:19.2f} s  {function}" for function, own in most]
    return "\n".join(lines)


def stage(file: str) -> str:
    """The room or the library that a file belongs to."""
    parts = Path(file).parts
    for mark in ("yaoan", "site-packages"):
        if mark in parts[:-1]:
            after = parts[len(parts) - parts[::-1].index(mark) :]
            inner = "/".join(after[:2]) if mark == "yaoan" and len(after) > 2 else after[0]
            return f"yaoan {inner}" if mark == "yaoan" else inner
    return "Python"


def _name(function: tuple[str, int, str]) -> str:
    file, line, name = function
    return f"{Path(file).name}:{line} {name}" if line else name
