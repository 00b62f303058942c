"""Have several engines build the written sample office and compare every page: compare.py FOLDER

FOLDER holds a virtual environment for each engine, as `make engines` puts them there.
"""

import datetime as dt
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import yaml
from differ import ADDRESS, ASPECTS, Difference, differences

from yaoan.doors import Workshop, write_folder

ROOT = Path(__file__).parent.parent.parent
DAY = dt.date(2026, 11, 22)
ENGINES = ("mkdocs", "properdocs", "properdocs-alone", "zensical")
"""Each compared with the first. Alone: neither MkDocs nor Material is installed."""

ALONE = {"name": None, "custom_dir": "overrides", "static_templates": ["404.html"]}
"""The theme of a site that stands on its own page shell only."""

SHOWN = 10


def written(folder: Path) -> Path:
    """The sample office as a folder of Markdown that knows its address."""
    shutil.rmtree(folder, ignore_errors=True)
    write_folder(Workshop.open(ROOT, DAY), folder)
    _changed(folder / "mkdocs.yml", site_url=ADDRESS)
    return folder


def _changed(config: Path, **settings: object) -> None:
    """Change settings of a configuration."""
    known = yaml.safe_load(config.read_text("utf-8"))
    config.write_text(yaml.safe_dump(known | settings, allow_unicode=True, sort_keys=False), "utf-8")


def built(engine: str, folder: Path, office: Path) -> Path:
    """Where the engine put the site that it built of a copy of the office, in strict mode."""
    copy = folder / f"{engine}-office"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(office, copy)
    program, _, alone = engine.partition("-")
    if alone:
        _changed(copy / "mkdocs.yml", theme=ALONE)
    noon = dt.datetime.combine(DAY, dt.time(12), dt.UTC)
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    env = os.environ | quiet | {"SOURCE_DATE_EPOCH": str(int(noon.timestamp()))}
    command = [str(folder.resolve() / engine / "bin" / program), "build", "--strict"]
    done = subprocess.run(command, cwd=copy, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{engine} gave up:\n{done.stdout}{done.stderr}")
    return copy / "site"


def row(engine: str, seconds: float, site: Path, found: list[Difference]) -> str:
    """The engine's line of the table."""
    pages = sum(1 for _ in site.rglob("*.html"))
    counts = Counter(each.aspect for each in found)
    cells = [engine, f"{seconds:.1f}", str(pages), *(str(counts[aspect]) for aspect in ASPECTS)]
    return "| " + " | ".join(cells) + " |"


def main(folder: Path) -> int:
    """Print a table of the differences to the first engine; 1 when there is any."""
    office = written(folder / "office")
    head = ["engine", "seconds", "pages", *ASPECTS]
    print(f"| {' | '.join(head)} |\n|{'---|' * len(head)}")
    sites: list[Path] = []
    told: list[Difference] = []
    for engine in ENGINES:
        started = time.monotonic()
        sites.append(built(engine, folder, office))
        seconds = time.monotonic() - started
        found = list(differences(sites[0], sites[-1]))
        print(row(engine, seconds, sites[-1], found), flush=True)
        told += [each._replace(name=f"{engine} {each.name}") for each in found]
    for name, aspect, how in told[:SHOWN]:
        print(f"{name}: {aspect}: {how}", file=sys.stderr)
    return bool(told)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
