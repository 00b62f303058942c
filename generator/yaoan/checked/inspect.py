"""Read and check an office, as much of it as is not known from the last time."""

import datetime as dt
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from yaoan import corpus, reference, rules
from yaoan.corpus import Corpus, Late
from yaoan.diagnostics import Report
from yaoan.reference import Reference
from yaoan.store import Store, edition, key_of

from .desk import Desk, Done, sit_down
from .known import Known
from .shelf import Shelf, in_turn

_FEW = 200
"""So few entries are not worth other processes."""


def inspect(
    cases: Path,
    day: dt.date,
    report: Report,
    *,
    cache: Path | None = None,
    jobs: int = 1,
    known: Known | None = None,
) -> tuple[Corpus, Reference]:
    """The office in the folder *cases* and what it refers to; every problem is in *report*.

    What came of each entry is kept in the folder *cache* for the next time, and in *known* for as
    long as that lives. With *jobs* above one, so many processes share the work.
    """
    ground = _ground(cases)
    referred = reference.read(cases / "reference", report)
    survey = corpus.survey(cases, report)
    if _ground(cases) != ground:
        cache, known = None, None  # somebody is at work in there: nothing of it is to be kept
    stores = [Store.open(cache, name) if cache else Store() for name in ("checked", "entries")]
    shelf = Shelf(stores[1], known.entries if known else {})
    desk = Desk(ground, survey, referred, day, stores[0], shelf)
    with _pool(jobs, desk) as pool:
        done = list(_done(desk, known, pool))
    written = _corpus(desk, done)
    context = rules.Context(written, referred, day)
    done = [
        each if context.holds(each.checked.asked) else desk.again(each, context) for each in done
    ]
    desk.put(done)
    _tell(done, context, report)
    stores[0].forget_unused()
    if known:
        known.keep(ground, done)
    return written, referred


def _done(desk: Desk, known: Known | None, pool: Executor | None) -> Iterator[Done]:
    """What came of every entry, in the order of the files."""
    for files in in_turn(desk.survey.entries):
        before = {each.file: each for each in known.unchanged(desk.ground, files)} if known else {}
        others = desk.all_of([each for each in files if each not in before], pool)
        for each in files:
            yield before[each] if each in before else next(others)


def _corpus(desk: Desk, done: list[Done]) -> Corpus:
    """The corpus of the entries that were *done*, none of them read before somebody asks."""
    briefs = {each.file.id: each.checked.brief for each in done if each.checked.brief}
    records = [Late(each.file, desk.shelf.entry) for each in done if each.checked.readable]
    return desk.survey.corpus(records, briefs)


def _tell(done: list[Done], context: rules.Context, report: Report) -> None:
    """Put every problem into *report*: of reading, of single entries, of all together."""
    for each in done:
        report.extend(each.checked.read)
    for each in done:
        report.extend(each.checked.found)
    report.extend(rules.check_corpus(context))


@contextmanager
def _pool(jobs: int, desk: Desk) -> Iterator[Executor | None]:
    if jobs <= 1 or len(desk.survey.entries) < _FEW:
        yield None
        return
    with ProcessPoolExecutor(jobs, initializer=sit_down, initargs=(desk,)) as pool:
        yield pool


def _ground(cases: Path) -> str:
    """A key for all that entries are checked against: the program, the office, the reference."""
    own = sorted(path for path in (cases / "reference").rglob("*") if path.is_file())
    parts = [edition()]
    for path in (cases / "office.yml", cases / "office.en.yml", *own):
        data = corpus.taken(path)
        parts += [str(path.relative_to(cases)), key_of(data) if isinstance(data, bytes) else ""]
    return key_of(*parts)
