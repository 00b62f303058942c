"""What the measurements were made on."""

import datetime as dt
import os
import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

_BUSY = 0.25
"""The load for each processor above which a machine is not idle."""


def machine(hugo: Path) -> list[str]:
    """Lines on processor, memory, kernel, programs, day, and whether anything else was running."""
    cpu = re.search(r"^model name\s*:\s*(.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    memory = re.search(r"^MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text(), re.MULTILINE)
    cores = len(os.sched_getaffinity(0))
    load = os.getloadavg()[0]
    busy = " (not idle: CPU-seconds are too high)" if load > _BUSY * cores else ""
    return [
        f"Processor: {cpu[1].strip() if cpu else platform.machine()}, {cores} cores",
        f"Memory: {int(memory[1]) / 2**20:.0f} GiB" if memory else "Memory: unknown",
        f"System: {platform.system()} {platform.release()}",
        f"Python {platform.python_version()}, MkDocs {version('mkdocs')}, "
        f"Material {version('mkdocs-material')}, {_hugo(hugo)}",
        f"Day: {dt.datetime.now(dt.UTC).date().isoformat()}; "
        f"load before the first command {load:.2f}{busy}",
    ]


def _hugo(program: Path) -> str:
    if not program.exists():
        return "no Hugo"
    said = subprocess.run([program, "version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"v([\d.]+)", said)
    return f"Hugo {found[1]}" if found else "Hugo"
