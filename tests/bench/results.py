"""What was measured as a table in Markdown, and its own section of RESULTS.md."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from metered import Cost, Output

FILE = Path(__file__).with_name("RESULTS.md")
TITLE = "Speed and memory"
_COLUMNS = ("entries", "what", "CPU s", "wall s", "peak MB", "pages", "pages/s", "ms/page", "files", "MB", "links/page")


@dataclass(frozen=True)
class Result:
    """What one row cost, and what it made."""

    entries: int
    name: str
    cost: Cost
    output: Output


def table(results: Iterable[Result]) -> str:
    """All results, a row each; pages per second of the clock, milliseconds of CPU for each page."""
    return _table(_COLUMNS, map(_cells, results))


def _cells(result: Result) -> Sequence[str]:
    cost, made = result.cost, result.output
    start = [
        f"{result.entries:,}",
        result.name,
        f"{cost.cpu:.2f}",
        f"{cost.wall:.2f}",
        f"{cost.peak / 1e6:.0f}",
    ]
    if not made.files:
        return [*start, *[""] * 6]
    speed = [f"{made.pages / cost.wall:.0f}", f"{cost.cpu / made.pages * 1000:.2f}"]
    end = [f"{made.files:,}", f"{made.size / 1e6:.1f}", f"{made.links / made.pages:.0f}"]
    return [*start, f"{made.pages:,}", *speed, *end]


@dataclass(frozen=True)
class Aim:
    """A ratio of CPU-seconds that the project promises to keep: *name* over *to*, at most *most*."""

    name: str
    to: str
    most: float


COLD = "yaoan build, cold"
AIMS = (
    Aim(f"{COLD} without search", "Hugo from the YAML", 1.0),
    Aim(f"{COLD} without search", "Hugo from Markdown", 1.2),
    Aim(COLD, "Hugo from the YAML", 2.0),
    Aim(COLD, "Hugo from Markdown", 2.0),
    Aim("yaoan build, nothing changed", COLD, 0.1),
    Aim("yaoan build, one entry changed", COLD, 0.05),
    Aim("yaoan build, next day", COLD, 0.1),
)
GROWTH = (5_000, 20_000, 4.4)
"""From so many entries to so many, the cold build may grow so many times."""


def ratios(results: Sequence[Result]) -> str:
    """How the costs stand to each other, beside what is asked for at 20,000 entries."""
    cpu = {(each.entries, each.name): each.cost.cpu for each in results}
    rows = [
        (f"{size:,}", f"{aim.name} ÷ {aim.to}", f"{cpu[size, aim.name] / cpu[size, aim.to]:.2f}", f"{aim.most}")
        for size in sorted({each.entries for each in results})
        for aim in AIMS
        if (size, aim.name) in cpu and (size, aim.to) in cpu
    ]
    fewer, more, most = GROWTH
    for name in (COLD, f"{COLD} without search"):
        if (fewer, name) in cpu and (more, name) in cpu:
            grown = cpu[more, name] / cpu[fewer, name]
            rows.append((f"{more:,}", f"{name} ÷ the same at {fewer:,}", f"{grown:.2f}", f"{most}"))
    return _table(("entries", "CPU-seconds of", "ratio", "at most"), rows) if rows else ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def section(machine: Sequence[str], results: Sequence[Result], seen: Mapping[int, float]) -> str:
    """The section for RESULTS.md. *seen* is the time from saving to seeing, by size."""
    told = "".join(f"- {line}\n" for line in machine)
    shown = "".join(
        f"- {size:,} entries: {seconds:.2f} s\n" for size, seconds in sorted(seen.items())
    )
    parts = [
        told,
        "CPU-seconds are user and system time of all processes; peak memory is that of all processes "
        "together; milliseconds are CPU for each HTML page. MkDocs and Zensical build the folder that "
        "`yaoan write` makes, Hugo either the same Markdown or the office's own YAML.\n",
        table(results),
        ratios(results),
        f"From saving an entry to seeing it in `yaoan serve`:\n\n{shown}" if shown else "",
    ]
    return "\n".join(filter(None, parts))


def record(title: str, text: str, file: Path = FILE) -> None:
    """Put *text* below the heading *title* of *file*, in place of what stood there; leave the rest."""
    known = file.read_text("utf-8") if file.exists() else "# Measurements\n"
    body = f"## {title}\n\n{text.strip()}\n"
    own = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)
    if own.search(known):
        known = own.sub(lambda old: body + ("\n" if old.end() < len(known) else ""), known)
    else:
        known = f"{known.rstrip()}\n\n{body}"
    file.write_text(known, "utf-8")
