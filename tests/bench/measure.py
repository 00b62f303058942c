"""What checking and building cost at any size, beside Hugo, MkDocs and Zensical on the same corpus.

Run by `make bench`; nothing here passes or fails. `python tests/bench/measure.py --help` tells how to
choose sizes, engines and jobs; `--record` writes the table to RESULTS.md, best on an idle machine.
"""

import argparse
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from machine import machine
from metered import Failed, Output, metered, output
from offices import BENCH, office, one_entry, retitled
from profiled import profiled
from results import TITLE, Result, ratios, record, section, table
from rows import ENGINES, Row, hugo, others, ours
from served import served

SIZES = [200, 1_000]
MOST = {"mkdocs": 1_000, "zensical": 1_000}
"""The most entries that the slow engines are given where nobody asks for more."""


def main() -> None:
    asked = _asked()
    about = machine(hugo())
    print("\n".join(about), flush=True)
    results: list[Result] = []
    seen: dict[int, float] = {}
    for size in asked.sizes:
        work = BENCH / f"work-{size}"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        made = office(size)
        retitled(one_entry(made), "")
        try:
            if asked.profile:
                profiled(made, work)
                continue
            results += _measured(size, made, work, asked)
            if asked.serve:
                seen[size] = served(made)
                print(f"{size} entries, from saving to seeing: {seen[size]:.2f} s", flush=True)
        finally:
            retitled(one_entry(made), "")
            shutil.rmtree(work, ignore_errors=True)
    if results:
        print(f"\n{table(results)}\n{ratios(results)}")
    if results and asked.record:
        record(TITLE, section(about, results, seen))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of entries")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--only", default="", help="of our own rows those whose name holds this")
    parser.add_argument("--engines", default=None, help=f"of {','.join(ENGINES)}; or none")
    parser.add_argument("--no-serve", dest="serve", action="store_false")
    parser.add_argument("--profile", action="store_true", help="only show where the time goes")
    parser.add_argument("--record", action="store_true", help="write RESULTS.md")
    return parser.parse_args()


def _measured(size: int, made: Path, work: Path, asked: argparse.Namespace) -> Iterator[Result]:
    for row in _rows(size, made, work, asked):
        try:
            yield _result(size, row)
        except (Failed, OSError) as failed:
            print(f"{row.name} failed: {failed}", flush=True)


def _rows(size: int, made: Path, work: Path, asked: argparse.Namespace) -> Iterator[Row]:
    """Ours, then the other engines on the same entries as they were at first."""
    fast = [each for each in ENGINES if size <= MOST.get(each, size)]
    names = fast if asked.engines is None else asked.engines.split(",")
    yield from (row for row in ours(made, work, asked.jobs) if asked.only in row.name)
    retitled(one_entry(made), "")
    yield from others(made, work, names)


def _result(size: int, row: Row) -> Result:
    row.prepare()
    cost = metered(row.command, row.cwd, row.env)
    result = Result(size, row.name, cost, output(row.out, row.page) if row.out else Output())
    print(
        f"{size:6} {row.name:45} {cost.cpu:8.2f} CPU s {cost.wall:8.2f} s {cost.peak / 1e6:7.0f} MB"
        f" {result.output.pages:7} pages",
        flush=True,
    )
    return result


if __name__ == "__main__":
    main()
